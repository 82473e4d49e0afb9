"""Fixtures that the tests of all rooms share."""

from tests.dovecot import dovecot, mailbox
from tests.nights import house, post
from tests.store_fixtures import draft, long_draft

__all__ = ["dovecot", "draft", "house", "long_draft", "mailbox", "post"]
