"""What holds for every finder and any text: no fault, tight and ordered spans, bounds in order, work that is bounded."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.quantities.ages import find_ages
from extract.quantities.clocks import find_time_zones, find_working_hours
from extract.quantities.counts import find_interviews, find_payment_days, find_persons, find_tiers, find_week_days, home_days
from extract.quantities.dates import find_dates
from extract.quantities.durations import find_durations
from extract.quantities.hours import find_daily_hours, find_overtime, find_settlement, find_weekly_hours
from extract.quantities.money import find_money, find_open_rates, usual_period, with_defaults
from extract.quantities.periods import find_periods
from extract.quantities.records import Quantity
from extract.quantities.shifts import find_shifts
from extract.quantities.years import find_years

BASE = date(2026, 8, 25)

FINDERS: dict[str, Callable[[str], Sequence[Quantity]]] = {
    "money": find_money,
    "money, bare": lambda text: find_money(text, bare=True, currency="jpy"),
    "open rates": find_open_rates,
    "settlement": find_settlement,
    "settlement, bare": lambda text: find_settlement(text, bare=True),
    "overtime": find_overtime,
    "overtime, bare": lambda text: find_overtime(text, bare=True),
    "weekly": find_weekly_hours,
    "daily": find_daily_hours,
    "clocks": find_working_hours,
    "clocks, bare": lambda text: find_working_hours(text, bare=True),
    "zones": lambda text: find_time_zones(text, bare=True),
    "dates": lambda text: find_dates(text, BASE),
    "dates, bare": lambda text: find_dates(text, BASE, bare=True, day_first=True),
    "periods": lambda text: find_periods(text, BASE, role="start-date"),
    "periods, bare": lambda text: find_periods(text, BASE, bare=True, role="end-date"),
    "durations": find_durations,
    "durations, bare": lambda text: find_durations(text, bare=True),
    "shifts": find_shifts,
    "years": find_years,
    "years, bare": lambda text: find_years(text, bare=True),
    "ages": find_ages,
    "ages, bare": lambda text: find_ages(text, bare=True),
    "persons": find_persons,
    "persons, bare": lambda text: find_persons(text, bare=True),
    "interviews": find_interviews,
    "interviews, bare": lambda text: find_interviews(text, bare=True),
    "week days": find_week_days,
    "week days, bare": lambda text: find_week_days(text, bare=True),
    "payment": find_payment_days,
    "payment, bare": lambda text: find_payment_days(text, bare=True),
    "tiers": find_tiers,
}
"""Every finder, as prose and as the value of its label."""

UNITS = frozenset(
    {"hour_per_day", "hour_per_week", "hour_per_month", "day_per_week", "day_per_month"}
    | {"year", "month", "week", "day"}
    | {"person", "count", "age", "tier"}
)

WORDS = st.sampled_from(
    [
        *("1", "2", "3", "10", "35", "65", "140", "180", "1,500", "2026", "37.5", "9:00", "18:00", "12/1", "8", "0", "99"),
        *("一", "二", "十", "半", "one", "two", "six", "a", "an", "twenty-five", "a single"),
        *(
            "万",
            "円",
            "万円",
            "$",
            "£",
            "¥",
            "/hr",
            "/day",
            "k",
            "lpa",
            "h",
            "時間",
            "分",
            "時",
            "年",
            "ヶ月",
            "か月",
            "週",
            "日",
            "月",
            "名",
            "人",
            "回",
            "歳",
            "代",
        ),
        *(
            "years",
            "months",
            "weeks",
            "days",
            "hours",
            "people",
            "developers",
            "rounds",
            "interviews",
            "week",
            "a week",
            "onsite",
            "remote",
        ),
        *(
            "~",
            "-",
            "から",
            "まで",
            "以上",
            "以下",
            "未満",
            "程度",
            "上限",
            "最低",
            "max",
            "min",
            "up to",
            "at least",
            "under",
            "or",
            "、",
            ",",
            "+",
            "±",
            "?",
            "→",
        ),
        *("ではなく", "に変更", "instead of", "from", "to", "増", "減", "もう", "more", "後ろ倒し", "延長", "later"),
        *(
            "面談",
            "残業",
            "精算",
            "単価",
            "時給",
            "月額",
            "年齢",
            "リモート",
            "出社",
            "貴社",
            "社先",
            "不可",
            "サイト",
            "支払",
            "net",
            "rate",
            "overtime",
        ),
        *(
            "即日",
            "長期",
            "来月",
            "年内",
            "march",
            "sept",
            "monday",
            "mon",
            "fri",
            "asap",
            "前半",
            "末",
            "(",
            ")",
            ":",
            "/",
            ".",
            "。",
            "java",
            "#",
            "%",
            "am",
            "pm",
        ),
    ]
)
LINES = st.lists(st.tuples(WORDS, st.sampled_from(["", " "])), max_size=14).map(lambda pairs: "".join(word + gap for word, gap in pairs))


def check(text: str, found: Sequence[Quantity]) -> None:
    """Every value lies inside the line, after the one before it, without blanks at its edges; its bounds are in order."""
    last = 0
    for item in found:
        assert last <= item.start < item.end <= len(text)
        words = text[item.start : item.end]
        assert words == words.strip()
        assert item.has_value
        if item.min is not None and item.max is not None:
            assert item.min <= item.max
        assert item.unit is None or item.unit in UNITS or item.unit.split("_per_")[1] in {"hour", "day", "week", "month", "year"}
        assert 0 < item.confidence <= 1
        last = item.end


@pytest.mark.parametrize("name", FINDERS)
@given(text=st.text(alphabet=st.characters(exclude_categories=())))
def test_any_text_is_read_without_a_fault(name: str, text: str) -> None:
    """Even lone surrogates."""
    check(text, FINDERS[name](text))


@pytest.mark.parametrize("name", FINDERS)
@given(text=LINES)
def test_any_heap_of_the_grammars_words_is_read_in_order(name: str, text: str) -> None:
    """The likeliest input that nobody thought of: the right words in the wrong order."""
    found = FINDERS[name](text)
    check(text, found)
    assert found == FINDERS[name](text)


@given(LINES)
def test_prose_finds_nothing_that_its_label_would_not_find(text: str) -> None:
    """A label only ever adds the bare values."""
    for name in ("years", "ages", "persons", "payment"):
        spans = {(item.start, item.end) for item in FINDERS[f"{name}, bare"](text)}
        assert {(item.start, item.end) for item in FINDERS[name](text)} <= spans


@given(LINES)
def test_defaults_never_change_an_amount(text: str) -> None:
    for money in find_money(text):
        filled = with_defaults(money, currency="usd", period=usual_period(money))
        assert (filled.min, filled.max, filled.start, filled.end) == (money.min, money.max, money.start, money.end)


@given(LINES)
def test_days_at_home_stay_within_the_week(text: str) -> None:
    for item in find_week_days(text):
        home = home_days(item, 7)
        assert all(bound is None or 0 <= bound <= 31 for bound in (home.min, home.max))


@pytest.mark.parametrize("name", FINDERS)
@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "(",
        "1 ",
        "1-",
        "~",
        "1年",
        "9:00-18:00 ",
        "65万円~",
        "12/1~",
        "週3日",
        "mon-fri ",
        "max is now ",
        "三",
        "1,111,",
        "two java developers ",
        "1 sept ",
        " ",
    ],
)
def test_an_endless_line_is_read_to_a_limit(name: str, piece: str) -> None:
    """Hostile mail costs a bounded number of looks, not time by its square."""
    text = piece * (200_000 // len(piece))
    assert len(FINDERS[name](text)) <= 300


TRAPS = (
    "tel 03-1234-5678 / fax 03-1234-5679",
    "〒140-0002 東京都品川区東品川1-2-3 ビル4f",
    "https://jobs.example/entry.php?id=140-180&page=2",
    "〇〇株式会社 第2営業部",
    "iso 13485 / iso27001",
    "java 8, java 17, .net 4.8, c++17, es2015",
    "windows 11, windows server 2022, office 365",
    "s/4hana, ms-dos 6.22, x86_64",
    "inside ir35",
    "請求書番号: 2026-0815-01",
    "24/7",
    "no. sg-2081",
    "req id: 88-20417",
    "message-id: <20260825.1234@mail.example>",
    "版 1.2.3 (build 20417)",
    "192.168.10.20:8080",
    "100% match",
    "a/b test",
    "----------------------------",
    "1. 2. 3.",
    "(1) (2) (3)",
    "p.12-15",
    "#4512",
    "co., ltd.",
)


@pytest.mark.parametrize("name", [name for name in FINDERS if "bare" not in name and name != "zones"])
@pytest.mark.parametrize("text", TRAPS)
def test_the_furniture_of_a_mail_holds_no_values(name: str, text: str) -> None:
    """Signatures, versions, references and addresses stand in every mail."""
    assert list(FINDERS[name](text)) == []
