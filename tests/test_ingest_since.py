"""Which mails are too old, by their own headers; and cutting a mail behind its headers."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.heads import header_block
from ingest.limits import HEADER_BYTES
from ingest.since import is_older, is_wider, sent_day

NOVEMBER = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (b"Date: Sun, 01 Nov 2026 00:30:00 +0900", date(2026, 11, 1)),
        (b"Date: 1 Nov 2026 00:30 GMT", date(2026, 11, 1)),
        (b"date: Sat, 31 Oct 2026 23:59:59 -0800", date(2026, 10, 31)),
        (b"Date:\r\n Sun, 1 Nov 2026 10:00:00 +0900 (JST)", date(2026, 11, 1)),
        (b"Date: last week\r\nReceived: from a by b with SMTP; Mon, 2 Nov 2026 10:00:00 +0900", date(2026, 11, 2)),
        (b"Received: by mx; Mon, 2 Nov 2026 10:00:00 +0900\r\nReceived: by relay; Sun, 1 Nov 2026 10:00:00 +0900", date(2026, 11, 2)),
        ("Date: 2026年11月1日".encode(), None),
        (b"Date: 32 Nov 2026 10:00:00 +0900", None),
        (b"Date:", None),
        (b"Received: from nowhere", None),
        (b"Subject: Date: Sun, 1 Nov 2026 10:00:00 +0900", None),
        (b"", None),
    ],
)
def test_the_day_is_the_senders_own(head: bytes, day: date | None) -> None:
    """The Date header in its own offset, else the topmost Received, else none; never a guess."""
    assert sent_day(head + b"\r\n\r\nDate: Wed, 1 Jan 2020 10:00:00 +0900\r\n") == day


@pytest.mark.parametrize(("day", "older"), [("31 Oct 2026", True), ("1 Nov 2026", False), ("2 Nov 2026", False)])
def test_the_day_itself_is_taken(day: str, *, older: bool) -> None:
    assert is_older(f"Date: {day} 12:00:00 +0900\n\nhi".encode(), NOVEMBER) is older


def test_a_mail_without_a_date_is_never_too_old() -> None:
    assert not is_older(b"Subject: no date\n\nhi", NOVEMBER)


def test_without_since_nothing_is_too_old() -> None:
    assert not is_older(b"Date: 1 Jan 1970 00:00:00 +0000\n\nhi", None)


@given(st.binary(max_size=300))
def test_no_header_is_too_strange(head: bytes) -> None:
    sent_day(b"Date: " + head)


@given(st.dates(date(1990, 1, 1), date(2050, 1, 1)), st.integers(0, 4000))
def test_since_is_a_bound(day: date, step: int) -> None:
    """What is too old for a day is too old for each later day, and what is sent on a day is not too old for it."""
    mail = f"Date: {day.day} {day:%b} {day.year} 08:00:00 +0900\n\n".encode()
    assert not is_older(mail, day)
    assert is_older(mail, day + timedelta(days=step + 1))


@pytest.mark.parametrize(
    ("since", "than", "wider"),
    [
        (None, NOVEMBER, True),
        (date(2026, 10, 1), NOVEMBER, True),
        (NOVEMBER, NOVEMBER, False),
        (date(2026, 12, 1), NOVEMBER, False),
        (NOVEMBER, None, False),
        (None, None, False),
    ],
)
def test_a_since_is_wider_when_it_takes_what_another_left_out(since: date | None, than: date | None, *, wider: bool) -> None:
    assert is_wider(since, than) is wider


@pytest.mark.parametrize(
    ("mail", "head"),
    [
        (b"A: 1\r\nB: 2\r\n\r\nbody\r\n\r\nmore", b"A: 1\r\nB: 2\r\n\r\n"),
        (b"A: 1\nB: 2\n\nbody\r\n\r\nmore", b"A: 1\nB: 2\n\n"),
        (b"A: 1\n\r\nbody\n\nmore", b"A: 1\n\r\n"),
        (b"A: 1", b"A: 1"),
        (b"", b""),
        (b"A: " + b"x" * HEADER_BYTES, (b"A: " + b"x" * HEADER_BYTES)[:HEADER_BYTES]),
    ],
)
def test_headers_end_at_the_first_empty_line_or_their_cap(mail: bytes, head: bytes) -> None:
    assert header_block(mail) == head
