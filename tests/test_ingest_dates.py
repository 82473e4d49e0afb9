"""Dates: what mails write, read with the offset that they mean."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.dates import parse_date, received_date

JAPAN = timezone(timedelta(hours=9))


def at(hour: int, minute: int = 0, second: int = 0, *, hours_east: float = 9) -> datetime:
    return datetime(2026, 11, 2, hour, minute, second, tzinfo=timezone(timedelta(hours=hours_east)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon, 02 Nov 2026 10:05:40 +0900", at(10, 5, 40)),
        ("Mon, 2 Nov 2026 10:05 +0900 (JST)", at(10, 5)),
        ("2 Nov 26 10:05:40 JST", at(10, 5, 40)),
        ("Mon,02 Nov 2026 10:05:40+0900", at(10, 5, 40)),
        ("Mon, 02 Nov 2026 10:05:40 -0500 (EST)", at(10, 5, 40, hours_east=-5)),
        ("Mon, 02 Nov 2026 10:05:40 EDT", at(10, 5, 40, hours_east=-4)),
        ("Mon, 02 Nov 2026 10:05:40 BST", at(10, 5, 40, hours_east=1)),
        ("Mon, 02 Nov 2026 10:05:40 +0530", at(10, 5, 40, hours_east=5.5)),
        ("Mon, 02 Nov 2026 10:05:40 GMT+9", at(10, 5, 40)),
        ("Mon, 02 Nov 2026 10:05:40 -0000", at(10, 5, 40, hours_east=0)),
        ("Mon Nov  2 10:05:40 2026", at(10, 5, 40, hours_east=0)),
        ("2026-11-02T10:05:40+09:00", at(10, 5, 40)),
        ("2026-11-02T10:05:40.123Z", at(10, 5, 40, hours_east=0)),
        ("Mon, 02 Nov 2026 23:59:60 +0900", at(23, 59, 59)),
    ],
)
def test_headers(text: str, expected: datetime) -> None:
    found = parse_date(text)
    assert found == expected
    assert found is not None
    assert found.utcoffset() == expected.utcoffset()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026年11月2日(月) 10:05", at(10, 5)),
        ("2026年11月2日 10:05", at(10, 5)),
        ("2026年11月2日月曜日 10:05", at(10, 5)),
        ("2026年11月2日 午後3:07", at(15, 7)),
        ("2026年11月2日 午前12時05分", at(0, 5)),
        ("２０２６年１１月２日　１０：０５", at(10, 5)),
        ("2026/11/2 (月) 10:05", at(10, 5)),
        ("2026/11/2, Mon 10:05", at(10, 5)),
        ("2026-11-02 10:05:40", at(10, 5, 40)),
        ("Monday, November 2, 2026 2:58 PM", at(14, 58)),
        ("Monday, November 2, 2026 12:58 AM", at(0, 58)),
        ("02 November 2026 10:05", at(10, 5)),
        ("2 November 2026 at 10:05:40 GMT", at(10, 5, 40, hours_east=0)),
        ("Mon, 2 Nov 2026 at 10:05", at(10, 5)),
        ("November 2nd, 2026 10:05", at(10, 5)),
        ("11/02/2026 02:58 PM", at(14, 58)),
    ],
)
def test_header_lines_inside_texts_take_the_mails_offset(text: str, expected: datetime) -> None:
    assert parse_date(text, JAPAN) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "Mon, 32 Nov 2026 10:05:40 +0900",
        "Mon, 31 Nov 2026 10:05:40 +0900",
        "Mon, 02 Nov 2026 25:43:00 +0900",
        "Mon, 02 Nov 2026 10:61:00 +0900",
        "Mon, 02 Nov 2026 10:05:40 +9999",
        "Mon, 02 Nov 2026 10:05:40 +0975",
        "Mon, 02 Nov 9026 10:05:40 +0900",
        "Mon, 02 Nov 0026 10:05:40 +0900",
        "Mon, 02 Foo 2026 10:05:40 +0900",
        "2026年13月2日 10:05",
        "2026年11月2日",
        "02/11/2026 14:58",
        "10:05",
        "140-180h",
    ],
)
def test_what_can_be_no_date_is_none(text: str) -> None:
    """Impossible, incomplete and ambiguous dates are none rather than guessed."""
    assert parse_date(text) is None


@pytest.mark.parametrize(("year", "expected"), [("26", 2026), ("49", 2049), ("99", 1999), ("70", 1970), ("112", 2012)])
def test_short_years(year: str, expected: int) -> None:
    """RFC 5322, 4.3."""
    found = parse_date(f"2 Nov {year} 10:05:40 +0900")
    assert found is not None
    assert found.year == expected


def test_received_takes_what_stands_behind_the_last_semicolon() -> None:
    value = "from a (2026-01-01 00:00) by mx.staffing.example with ESMTPS id x;y; Mon, 02 Nov 2026 10:05:40 +0900 (JST)"
    assert received_date(value) == at(10, 5, 40)


@pytest.mark.parametrize("value", ["", "from a by b", "from a by b;", "from a by b; soon"])
def test_received_without_a_date(value: str) -> None:
    assert received_date(value) is None


@given(st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(2199, 12, 30)), st.integers(-14 * 60, 14 * 60))  # noqa: DTZ001 - made aware below
def test_every_header_date_is_read_back(moment: datetime, minutes_east: int) -> None:
    """What a mail program writes by RFC 5322 is what is read, offset included."""
    aware = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes_east)))
    found = parse_date(aware.strftime("%a, %d %b %Y %H:%M:%S %z"))
    assert found == aware
    assert found is not None
    assert found.utcoffset() == aware.utcoffset()


@given(st.text(max_size=120))
def test_any_text_is_a_date_or_none(text: str) -> None:
    """Nothing raises, and a date can always be told in UTC."""
    found = parse_date(text)
    assert found is None or found.astimezone(UTC) == found
