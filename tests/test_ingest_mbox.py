"""An mbox as a source: where its mails begin and end, and how it is read on after it grew or was rewritten."""

import io
import mailbox
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import mbox_format
from ingest.errors import FolderMissing
from ingest.limits import HEADER_BYTES
from ingest.mbox_format import split
from ingest.settings import MboxSource
from ingest.sources import open_source, probe
from tests.pulling import Shelf

FROM = b"From mori@kitatech.example Mon Nov 23 09:00:00 2026\n"


def _mail(subject: str, body: str = "Two testers wanted.", date: str = "Mon, 23 Nov 2026 09:00:00 +0900") -> bytes:
    return f"From: mori@kitatech.example\nDate: {date}\nSubject: {subject}\n\n{body}\n".encode()


def _mbox(*mails: bytes) -> bytes:
    return b"".join(FROM + content + b"\n" for content in mails)


def _split(content: bytes) -> list[bytes]:
    return [entry.content for entry in split(io.BytesIO(content), 0, len(content))]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "old.mbox"


def _pull(path: Path, shelf: Shelf | None = None, since: date | None = None) -> list[bytes]:
    return (shelf or Shelf()).pull(open_source(MboxSource(name="old", path=str(path), since=since)))


# Where mails begin and end


def test_mails_are_what_stands_between_the_separators() -> None:
    """The empty line before the next mail belongs to the file."""
    assert _split(_mbox(_mail("one"), _mail("two"))) == [_mail("one"), _mail("two")]


def test_windows_line_ends_stay() -> None:
    content = _mbox(_mail("one"), _mail("two")).replace(b"\n", b"\r\n")
    assert _split(content) == [_mail("one").replace(b"\n", b"\r\n"), _mail("two").replace(b"\n", b"\r\n")]


@pytest.mark.parametrize(
    "separator",
    [
        b"From mori@kitatech.example Mon Nov 23 09:00:00 2026",
        b"From mori@kitatech.example Mon Nov  2 9:00:00 2026",
        b"From - Mon Nov 23 09:00:00 2026",
        b"From 1612345@xxx Mon Nov 23 09:00:00 +0000 2026",
        b"From mori at kitatech.example  Mon Nov 23 09:00:00 2026",
        b"From MAILER-DAEMON Mon Nov 23 09:00:00 2026 +0900 remote from relay",
        b"From - Mon, 23 Nov 2026 09:00:00",
        b"From m\xf6ri Mon Nov 23 09:00:00 JST 2026",
    ],
)
def test_what_separates_mails(separator: bytes) -> None:
    """What mail programs write: with or without sender, zone and comma, year last or before the time."""
    assert _split(FROM + _mail("one") + b"\n" + separator + b"\n" + _mail("two")) == [_mail("one"), _mail("two")]


@pytest.mark.parametrize(
    "line",
    [
        "From now on we need Java.",
        "From Mon Nov 23 on, two more seats.",
        "From next Mon Nov 23 9:00 to 18:00 in Osaka.",
        "From: mori@kitatech.example",
        "from mori@kitatech.example Mon Nov 23 09:00:00 2026",
        " From mori@kitatech.example Mon Nov 23 09:00:00 2026",
        "See: From mori@kitatech.example Mon Nov 23 09:00:00 2026",
        "From",
    ],
)
def test_what_separates_nothing(line: str) -> None:
    """A sentence that begins with "From" stays in its mail, also after an empty line, also unquoted."""
    content = _mail("one", f"Hello.\n\n{line}\nBest regards")
    assert _split(_mbox(content, _mail("two"))) == [content, _mail("two")]


def test_a_separator_needs_no_empty_line_before_it() -> None:
    """Two mails glued together by a careless program stay two (Dovecot's rule)."""
    assert _split(FROM + _mail("one") + FROM + _mail("two")) == [_mail("one"), _mail("two")]


def test_the_writers_quoting_is_undone() -> None:
    """One `>` goes from each quoted From, as mboxrd puts one to each; other quotes stay."""
    quoted = _mail("one", "x\n>From now on\n>>From earlier\n>from\n> From\n>Fro")
    assert _split(_mbox(quoted)) == [_mail("one", "x\nFrom now on\n>From earlier\n>from\n> From\n>Fro")]


def test_a_file_of_separators_without_dates_is_divided_at_empty_lines() -> None:
    content = b"From mori\n" + _mail("one", "x\nFrom here\ny") + b"\nFrom sato\n" + _mail("two")
    assert _split(content) == [_mail("one", "x\nFrom here\ny"), _mail("two")]


def test_a_last_line_without_an_end_is_kept() -> None:
    assert _split(FROM + b"Subject: one\n\nno newline") == [b"Subject: one\n\nno newline"]


def test_of_a_mail_over_the_cap_only_the_headers_are_kept_and_the_next_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where it is one line that never ends."""
    monkeypatch.setattr(mbox_format, "MAIL_BYTES", 3 * HEADER_BYTES)
    large = _mail("large", "x" * 10 * HEADER_BYTES)
    first, second = split(io.BytesIO(_mbox(large, _mail("two"))), 0, len(_mbox(large, _mail("two"))))
    assert first.content == _mail("large", "").removesuffix(b"\n")
    assert first.full_size is not None
    assert first.full_size >= len(large)
    assert (second.content, second.full_size) == (_mail("two"), None)


line = st.text(st.sampled_from("From >ab:あ"), max_size=12) | st.just(FROM.decode().strip()) | st.just("")


@given(st.lists(st.lists(line, max_size=6), min_size=1, max_size=4))
def test_what_is_written_by_the_rules_is_read_back(bodies: list[list[str]]) -> None:
    """Mails written and quoted by rule come out as they went in, whatever their lines are."""
    mails = [_joined(number, body) for number, body in enumerate(bodies)]
    written = b"".join(FROM + _quoted(content) + b"\n" for content in mails)
    assert _split(written) == mails


@given(st.binary(max_size=400).map(lambda content: FROM + content))
def test_nothing_is_lost_between_mails_and_no_file_is_too_strange(content: bytes) -> None:
    """The mails' ends divide the file from its beginning to its end."""
    entries = list(split(io.BytesIO(content), 0, len(content)))
    ends = [entry.end for entry in entries]
    assert ends == sorted(set(ends))
    assert ends[-1] == len(content)


def test_another_programs_mbox_is_read(path: Path) -> None:
    """Python's own mailbox module writes, we read."""
    box = mailbox.mbox(path)
    for subject in ("one", "two"):
        box.add(_mail(subject, "Hello\n\nFrom now on"))
    box.close()
    assert _pull(path) == [_mail(subject, "Hello\n\nFrom now on") for subject in ("one", "two")]


# Reading on


def test_a_second_pull_gives_nothing(path: Path) -> None:
    path.write_bytes(_mbox(_mail("one"), _mail("two")))
    shelf = Shelf()
    assert _pull(path, shelf) == [_mail("one"), _mail("two")]
    batches = len(shelf.batches)
    assert _pull(path, shelf) == []
    assert len(shelf.batches) == batches


def test_what_was_appended_is_read_alone(path: Path) -> None:
    """Even where the archive knows no receipt, so that nothing is read twice."""
    path.write_bytes(_mbox(_mail("one")))
    shelf = Shelf()
    _pull(path, shelf)
    shelf.messages.clear()
    with path.open("ab") as file:
        file.write(_mbox(_mail("two")))
    assert _pull(path, shelf) == [_mail("two")]


def test_appending_after_a_last_line_without_an_end_starts_no_second_reading(path: Path) -> None:
    path.write_bytes(FROM + _mail("one"))
    shelf = Shelf()
    _pull(path, shelf)
    shelf.messages.clear()
    with path.open("ab") as file:
        file.write(b"\n" + _mbox(_mail("two")))
    assert _pull(path, shelf) == [_mail("two")]


def test_a_rewritten_file_is_read_again_and_known_mails_are_passed_over(path: Path) -> None:
    """A mail deleted in front moves all offsets; each mail's place is its hash."""
    path.write_bytes(_mbox(_mail("one"), _mail("two"), _mail("three")))
    shelf = Shelf()
    _pull(path, shelf)
    path.write_bytes(_mbox(_mail("two"), _mail("three"), _mail("four"), _mail("five")))
    assert _pull(path, shelf) == [_mail("four"), _mail("five")]
    path.write_bytes(_mbox(_mail("six")))
    assert _pull(path, shelf) == [_mail("six")]


def test_a_mail_removed_from_the_middle_of_a_long_file_is_noticed(path: Path) -> None:
    """Beginning, length and the mails' borders are the same; what stands before the cursor is not."""
    front = [_mail(f"front {number}", "x" * 1000) for number in range(100)]
    path.write_bytes(_mbox(*front, _mail("gone"), _mail("last")))
    shelf = Shelf()
    _pull(path, shelf)
    path.write_bytes(_mbox(*front, _mail("last"), _mail("news")))
    assert _pull(path, shelf) == [_mail("news")]


def test_a_file_cut_in_the_middle_of_a_mail_is_read_again_when_it_is_whole(path: Path) -> None:
    """What stands at the cursor is no beginning of a mail, so the file is not what it seemed."""
    whole = _mbox(_mail("one"), _mail("two", "first half\nsecond half"))
    path.write_bytes(whole[: whole.index(b"second half")])
    shelf = Shelf()
    _pull(path, shelf)
    path.write_bytes(whole)
    assert _pull(path, shelf) == [_mail("two", "first half\nsecond half")]


def test_a_mail_that_is_being_written_waits(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file grows while it is read, its last mail may be half a one: it is left for the next pull."""
    monkeypatch.setattr("ingest.batches.BATCH_MAILS", 1)
    path.write_bytes(_mbox(_mail("one"), _mail("two")) + FROM + b"Subject: three\n\nhal")
    shelf = Shelf()
    for batch in open_source(MboxSource(name="old", path=str(path))).pull(shelf.state):
        if not shelf.batches:
            with path.open("ab") as file:
                file.write(b"f a mail\n\n")
        shelf.keep(batch)
    assert [message.content for message in shelf.messages] == [_mail("one"), _mail("two")]
    shelf.messages.clear()
    assert _pull(path, shelf) == [b"Subject: three\n\nhalf a mail\n"]


def test_batches_carry_the_cursor_behind_them(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever stops after a batch goes on with the next mail."""
    monkeypatch.setattr("ingest.batches.BATCH_MAILS", 2)
    mails = [_mail(f"{number}") for number in range(5)]
    path.write_bytes(_mbox(*mails))
    shelf = Shelf()
    shelf.keep(next(iter(open_source(MboxSource(name="old", path=str(path))).pull(shelf.state))))
    shelf.messages.clear()
    assert _pull(path, shelf) == mails[2:]


def test_a_mail_that_stands_twice_in_a_file_comes_once(path: Path) -> None:
    path.write_bytes(_mbox(_mail("one"), _mail("one")))
    assert _pull(path) == [_mail("one")]


def test_a_moved_file_brings_nothing_back(path: Path) -> None:
    path.write_bytes(_mbox(_mail("one")))
    shelf = Shelf()
    _pull(path, shelf)
    (path.parent / "elsewhere").mkdir()
    assert _pull(path.rename(path.parent / "elsewhere" / path.name), shelf) == []


@pytest.mark.parametrize(
    "cursor", ["", "{}", "7", '{"offset": -1, "fingerprint": "", "since": null}', '{"offset": 99999, "fingerprint": "", "since": null}']
)
def test_a_cursor_that_makes_no_sense_is_none(path: Path, cursor: str) -> None:
    path.write_bytes(_mbox(_mail("one")))
    assert _pull(path, Shelf({f"mbox:{path}": cursor})) == [_mail("one")]


def test_since_goes_by_what_the_mail_says_and_an_earlier_one_reads_again(path: Path) -> None:
    old, new, none = _mail("old", date="Sat, 31 Oct 2026 09:00:00 +0900"), _mail("new"), b"Subject: no date\n\nhi\n"
    path.write_bytes(_mbox(old, new, none))
    shelf = Shelf()
    assert _pull(path, shelf, date(2026, 11, 1)) == [new, none]
    assert _pull(path, shelf, date(2026, 11, 1)) == []
    assert _pull(path, shelf) == [old]


# What is no mbox


def test_an_empty_file_is_an_mbox_without_mails(path: Path) -> None:
    path.touch()
    assert _pull(path) == []
    assert probe(MboxSource(name="old", path=str(path))) == (f'[[sources]] "old": {path}: 0 mails',)


@pytest.mark.parametrize("content", [b"Subject: a single mail\n\nhi\n", b"\x1f\x8b\x08packed", b"\n" + FROM])
def test_a_file_that_is_no_mbox_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(FolderMissing, match=r'"old".*is no mbox'):
        _pull(path)


def test_what_is_not_there_or_no_file_is_named(path: Path) -> None:
    with pytest.raises(FolderMissing, match="No such file"):
        _pull(path)
    path.mkdir()
    with pytest.raises(FolderMissing, match="no regular file"):
        _pull(path)


def test_probing_counts_the_mails(path: Path) -> None:
    path.write_bytes(_mbox(_mail("one"), _mail("two")))
    assert probe(MboxSource(name="old", path=str(path))) == (f'[[sources]] "old": {path}: 2 mails',)


def _joined(number: int, body: list[str]) -> bytes:
    return "\n".join([f"Subject: {number}", "", *body, ".", ""]).encode()


def _quoted(content: bytes) -> bytes:
    lines = content.splitlines(keepends=True)
    return b"".join(b">" + line if line.lstrip(b">").startswith(b"From ") else line for line in lines)
