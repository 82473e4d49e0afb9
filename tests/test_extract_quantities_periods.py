"""Start, end and length of a seat from one line; steps of them."""

from datetime import date

import pytest

from extract.quantities.periods import find_periods
from extract.quantities.shifts import find_shifts

BASE = date(2026, 8, 25)


def periods(text: str, *, bare: bool = False, role: str | None = None) -> list[tuple[str | None, str | float | None]]:
    """Each part of the period as its key and its text or number."""
    return [(item.key, item.text or item.min or item.max) for item in find_periods(text, BASE, bare=bare, role=role)]


START, END, LENGTH = "start-date", "end-date", "duration"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("10月1日~長期", [(START, "2026-10-01"), (LENGTH, "long-term")]),
        ("10月~", [(START, "2026-10")]),
        ("10月より長期", [(START, "2026-10"), (LENGTH, "long-term")]),
        ("即日~長期", [(START, "immediate"), (LENGTH, "long-term")]),
        ("即~", [(START, "immediate")]),
        ("即日or11月~", [(START, "immediate"), (START, "2026-11")]),
        ("10月~2027年3月末", [(START, "2026-10"), (END, "2027-03")]),
        ("10月~3月末", [(START, "2026-10"), (END, "2027-03")]),
        ("10月1日から翌年3月末まで", [(START, "2026-10-01"), (END, "2027-03")]),
        ("7月~2027年6月", [(START, "2026-07"), (END, "2027-06")]),
        ("7月~6月", [(START, "2027-07"), (END, "2028-06")]),
        ("3/2-3/27", [(START, "2027-03-02"), (END, "2027-03-27")]),
        ("11月~3/末", [(START, "2026-11"), (END, "2027-03")]),
        ("10月~6ヶ月", [(START, "2026-10"), (LENGTH, 6)]),
        ("10月から半年程度、延長の可能性あり", [(START, "2026-10"), (LENGTH, 6)]),
        ("10月スタート", [(START, "2026-10")]),
        ("10/1~6ヶ月", [(START, "2026-10-01"), (LENGTH, 6)]),
        ("10/1~ 6ヶ月以上", [(START, "2026-10-01"), (LENGTH, 6)]),
        ("開始:10月中旬頃から", [(START, "2026-10")]),
        ("開始が10/1から10/15になりました", [(START, "2026-10-01"), (START, "2026-10-15")]),
        ("9月下旬~10月上旬", [(START, "2026-09"), (END, "2026-10")]),
        ("10月1日から12月31日までの3ヶ月間", [(START, "2026-10-01"), (END, "2026-12-31")]),
        ("starts monday", [(START, "2026-08-31")]),
        ("q1 2027 start", [(START, "2027-01")]),
        ("oct-dec", [(START, "2026-10"), (END, "2026-12")]),
        ("開始は10月中旬", [(START, "2026-10")]),
        ("参画時期:9月", [(START, "2026-09")]),
        ("着任は11月にずらしたい", [(START, "2026-11")]),
        ("~最長来年3月", [(END, "2027-03")]),
        ("9月末まで", [(END, "2026-09")]),
        ("12月末までに延びる", [(END, "2026-12")]),
        ("終了は12月末", [(END, "2026-12")]),
        ("年内いっぱい", []),
        ("年内まで", [(END, "2026-12")]),
        ("from march to june", [(START, "2027-03"), (END, "2027-06")]),
        ("from 1 october until the end of december", [(START, "2026-10-01"), (END, "2026-12")]),
        ("october 5 - december 18", [(START, "2026-10-05"), (END, "2026-12-18")]),
        ("starting 1 october for 9 months", [(START, "2026-10-01"), (LENGTH, 9)]),
        ("starts week of 21 sept, runs to end of december", [(START, "2026-09-21"), (END, "2026-12")]),
        ("18 months from november 2", [(LENGTH, 18), (START, "2026-11-02")]),
        ("start asap until the end of november", [(START, "immediate"), (END, "2026-11")]),
        ("the start moves to november 3", [(START, "2026-11-03")]),
        ("the end date is now 31 march", [(END, "2027-03-31")]),
        ("extended until 31 march", [(END, "2027-03-31")]),
        ("october 1 onwards", [(START, "2026-10-01")]),
        ("start date: october 12, 6 months contract", [(START, "2026-10-12"), (LENGTH, 6)]),
    ],
)
def test_the_words_tell_which_end_of_the_period_it_is(text: str, parts: list[tuple[str, str | float]]) -> None:
    assert periods(text) == parts


@pytest.mark.parametrize(
    "text", ["7 december is the date now", "10月です", "メールは7月にお送りしました", "テックリードが9月で抜けます", "we met in may"]
)
def test_untold_dates_need_a_role(text: str) -> None:
    """Prose speaks of many days; under a label the engine says what the date is."""
    assert periods(text) == []
    assert [key for key, _ in periods(text, role=START)] == [START]
    assert [key for key, _ in periods(text, role=END)] == [END]


def test_a_label_gives_bare_values_their_role() -> None:
    assert periods("9/1", bare=True, role=START) == [(START, "2026-09-01")]
    assert periods("6ヶ月", bare=True) == [(LENGTH, 6)]
    assert periods("10/1~12/25", bare=True) == [(START, "2026-10-01"), (END, "2026-12-25")]


def test_a_rhythm_of_renewal_is_no_duration() -> None:
    assert periods("9/1スタート、3か月更新") == [(START, "2026-09-01"), ("renewal", 3)]
    assert periods("renewed every 3 months", bare=True) == [("renewal", 3)]


@pytest.mark.parametrize(
    ("text", "key", "old", "new"),
    [
        ("期間は9月末ではなく12月末まで", END, "2026-09", "2026-12"),
        ("開始を10月1日から11月1日に変更", START, "2026-10-01", "2026-11-01"),
        ("開始 10/1→11/1", START, "2026-10-01", "2026-11-01"),
        ("start date moved from 1 october to 1 november", START, "2026-10-01", "2026-11-01"),
    ],
)
def test_the_old_date_of_a_change_keeps_the_part_of_the_new_one(text: str, key: str, old: str, new: str) -> None:
    assert [(item.key, item.text, item.replaced) for item in find_periods(text, BASE)] == [(key, old, True), (key, new, False)]


@pytest.mark.parametrize(
    ("text", "words"),
    [("9月末まで", "9月末まで"), ("契約は12月末迄です", "12月末迄"), ("10月1日~", "10月1日"), ("until 31 march", "31 march")],
)
def test_the_quote_takes_made_in(text: str, words: str) -> None:
    """まで belongs to the end; から and the wave are told by the key."""
    (item,) = find_periods(text, BASE)
    assert text[item.start : item.end] == words


def test_a_date_is_no_length_as_well() -> None:
    """年内 in a heap of words: no two values share a character."""
    assert [(item.start, item.end) for item in find_periods("1年内", BASE, bare=True, role=END)] == [(1, 3)]


def test_a_leap_day_has_no_year_before_it() -> None:
    """Counting a start back from its end must not invent a day."""
    assert periods("2月29日~2027年12月") == [(START, "2028-02-29"), (END, "2027-12")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "応相談",
        "tel 03-1234-5678",
        "6ヶ月以上の経験",
        "java 3年以上",
        "週3日",
        "月額65万",
        "9:00~18:00",
        "月末締め翌月末払い",
        "30日サイト",
        "24/7",
    ],
)
def test_no_period_in_other_words(text: str) -> None:
    assert periods(text) == []


@pytest.mark.parametrize(
    ("text", "words", "key", "step", "unit"),
    [
        ("開始が1ヶ月後ろ倒し", "1ヶ月", START, 1, "month"),
        ("2週間後ろ倒しになりました", "2週間", START, 2, "week"),
        ("参画が1か月ほど遅れます", "1か月", START, 1, "month"),
        ("1ヶ月延期", "1ヶ月", START, 1, "month"),
        ("開始を1ヶ月遅らせます", "1ヶ月", START, 1, "month"),
        ("開始が2週間延びました", "2週間", START, 2, "week"),
        ("1ヶ月先に延び", "1ヶ月", START, 1, "month"),
        ("1週間ずれます", "1週間", START, 1, "week"),
        ("期間を3ヶ月延ばして", "3ヶ月", LENGTH, 3, "month"),
        ("2週間前倒し", "2週間", START, -2, "week"),
        ("10日早まりました", "10日", START, -10, "day"),
        ("終了が1ヶ月後ろ倒し", "1ヶ月", END, 1, "month"),
        ("3ヶ月延長します", "3ヶ月", LENGTH, 3, "month"),
        ("半年延長", "半年", LENGTH, 6, "month"),
        ("契約を1年延長", "1年", LENGTH, 12, "month"),
        ("1ヶ月短縮", "1ヶ月", LENGTH, -1, "month"),
        ("pushed back two weeks", "two weeks", START, 2, "week"),
        ("push the start by a month", "a month", START, 1, "month"),
        ("starts two weeks later", "two weeks", START, 2, "week"),
        ("the start slips by a month", "a month", START, 1, "month"),
        ("delayed by 10 days", "10 days", START, 10, "day"),
        ("a two-week delay", "two-week", START, 2, "week"),
        ("brought forward by two weeks", "two weeks", START, -2, "week"),
        ("two weeks earlier", "two weeks", START, -2, "week"),
        ("extended by 3 months", "3 months", LENGTH, 3, "month"),
        ("extend the contract by six months", "six months", LENGTH, 6, "month"),
        ("the end slips by a month", "a month", END, 1, "month"),
    ],
)
def test_steps_of_a_date_are_signed(text: str, words: str, key: str, step: float, unit: str) -> None:
    """Later and longer are positive; only the version before can tell the day."""
    (item,) = find_shifts(text)
    assert (text[item.start : item.end], item.key, item.min, item.max, item.unit) == (words, key, step, step, unit)
    assert item.relative


def test_a_step_may_be_a_range() -> None:
    (item,) = find_shifts("delayed by 2-3 weeks")
    assert (item.min, item.max) == (2, 3)
    (item,) = find_shifts("2~3週間前倒し")
    assert (item.min, item.max) == (-3, -2)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3ヶ月",
        "6 months",
        "8月にずらす",
        "moves to august 3",
        "3年以上",
        "週3日",
        "2 weeks notice",
        "2名増",
        "late shift",
        "3か月更新",
        "延長の可能性あり",
        "6ヶ月後",
        "two weeks of training",
    ],
)
def test_plain_lengths_are_no_steps(text: str) -> None:
    assert find_shifts(text) == []


@pytest.mark.parametrize(
    "text",
    ["1ヶ月後ろ倒し", "2週間前倒し", "3ヶ月延長", "pushed back two weeks", "extended by 3 months", "two weeks later", "a month later"],
)
def test_steps_are_no_durations(text: str) -> None:
    """An extension by three months is no contract of three months."""
    assert periods(text, bare=True) == []
