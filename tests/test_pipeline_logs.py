"""What a run says of itself, and to whom."""

import logging

import pytest

from pipeline import logs


@pytest.mark.parametrize(
    ("verbose", "terminal", "level"), [(False, False, logging.WARNING), (False, True, logging.INFO), (True, False, logging.DEBUG)]
)
def test_only_what_is_wrong_is_said_where_nobody_watches(
    monkeypatch: pytest.MonkeyPatch, *, verbose: bool, terminal: bool, level: int
) -> None:
    monkeypatch.setattr(logs, "on_terminal", lambda: terminal)
    logs.configure(verbose=verbose)
    assert logs.LOGGER.level == level


def test_a_stage_says_nothing_without_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with logs.stage("reading mails", 3) as advance:
        advance(3)
    assert capsys.readouterr() == ("", "")


def test_a_stage_shows_how_far_it_is_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(logs, "on_terminal", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    with logs.stage("reading mails", 3) as advance:
        advance(3)
    said = capsys.readouterr()
    assert said.out == ""
    assert "reading mails" in said.err
