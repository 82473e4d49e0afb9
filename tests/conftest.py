"""Fixtures that the tests of all rooms share."""

from tests.dovecot import dovecot, mailbox

__all__ = ["dovecot", "mailbox"]
