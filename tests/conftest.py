"""Fixtures that the tests of all rooms share, and the rule that nothing is left out where a change is judged."""

import os
from collections.abc import Generator

import pytest
from hypothesis import settings

from tests.desk import desk, grown
from tests.dovecot import dovecot, mailbox
from tests.nights import house, post
from tests.store_fixtures import draft, long_draft

__all__ = ["desk", "dovecot", "draft", "grown", "house", "long_draft", "mailbox", "post"]

# how long an example takes says more of the machine than of the code
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With CI set, a test that leaves itself out has failed."""
    report = yield
    if report.skipped and os.environ.get("CI"):
        report.outcome = "failed"
        report.longrepr = f"left out, where nothing may be: {report.longrepr}"
    return report
