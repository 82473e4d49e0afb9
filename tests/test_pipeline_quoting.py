"""The mails that a report quotes, out of a real archive."""

from pathlib import Path

import pytest

from pipeline.configuration import load
from pipeline.quoting import quoted_messages
from pipeline.settings import Settings
from requisitions.messages import Message, RawMessage
from store.archive import Archive, Arrival
from tests.store_fixtures import MONDAY

CONFIGURATION = """
[store]
path = "store.duckdb"
[archive]
path = "archive"
[reports]
output = "reports"
[[sources]]
name = "old"
type = "files"
path = "mails"
"""
GOOD = RawMessage("old", "1.eml", "Subject: 溶接\nContent-Type: text/plain; charset=utf-8\n\n溶接は必須です。\n".encode())
BROKEN = RawMessage("old", "2.eml", b"Subject: x\nContent-Type: application/octet-stream\n\n\x00")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A house without an archive."""
    (tmp_path / "pipeline.toml").write_text(CONFIGURATION)
    return load(tmp_path / "pipeline.toml")


def keep(settings: Settings, *mails: RawMessage) -> None:
    with Archive.open(settings.archive.path) as archive:
        archive.store_batch([Arrival(raw, raw.sha256) for raw in mails], known_at=MONDAY)


def test_mails_are_read_again_by_their_hash(settings: Settings) -> None:
    keep(settings, GOOD)
    found = quoted_messages(settings, [GOOD.sha256, GOOD.sha256, "", "f" * 64])
    assert {sha256: message.text.strip() for sha256, message in found.items()} == {GOOD.sha256: "溶接は必須です。"}


def test_a_mail_that_cannot_be_read_has_no_message(settings: Settings) -> None:
    keep(settings, GOOD, BROKEN)
    assert quoted_messages(settings, [BROKEN.sha256]) == {}


def test_a_fault_in_one_mail_costs_the_others_nothing(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    from ingest.parsing import parse_message

    def fail(raw: RawMessage) -> object:
        if raw.sha256 == BROKEN.sha256:
            raise KeyError("charset")
        return parse_message(raw)

    monkeypatch.setattr("ingest.parsing.parse_message", fail)
    keep(settings, GOOD, BROKEN)
    found = quoted_messages(settings, [GOOD.sha256, BROKEN.sha256])
    assert list(found) == [GOOD.sha256]
    assert isinstance(found[GOOD.sha256], Message)


def test_without_an_archive_there_are_no_messages(settings: Settings) -> None:
    assert quoted_messages(settings, [GOOD.sha256]) == {}
    assert not settings.archive.path.exists(), "a report makes no archive"
