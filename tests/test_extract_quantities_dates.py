"""Dates, resolved against the mail's own day, and what only looks like one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.quantities.calendar_days import Day, monday_of, months_ahead, next_weekday, upcoming, upcoming_day, valid, weekday_of
from extract.quantities.dates import find_dates
from tests.quantities_reading import told

BASE = date(2026, 8, 25)
"""A Tuesday."""


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("12月1日", "12月1日", "2026-12-01"),
        ("12月1日(火)", "12月1日(火)", "2026-12-01"),
        ("12月 1日付", "12月 1日付", "2026-12-01"),
        ("12月", "12月", "2026-12"),
        ("8月", "8月", "2026-08"),
        ("7月", "7月", "2027-07"),
        ("8月25日", "8月25日", "2026-08-25"),
        ("8月24日", "8月24日", "2027-08-24"),
        ("2月29日", "2月29日", "2028-02-29"),
        ("2027年3月末", "2027年3月末", "2027-03"),
        ("2027年3月31日", "2027年3月31日", "2027-03-31"),
        ("27年3月", "27年3月", "2027-03"),
        ("令和8年10月", "令和8年10月", "2026-10"),
        ("令和元年5月1日", "令和元年5月1日", "2019-05-01"),
        ("来年3月", "来年3月", "2027-03"),
        ("来年の4月上旬", "来年の4月上旬", "2027-04"),
        ("翌年3月末", "翌年3月末", "2027-03"),
        ("今年12月", "今年12月", "2026-12"),
        ("8月中旬頃", "8月中旬頃", "2026-08"),
        ("10月上旬", "10月上旬", "2026-10"),
        ("9月頭", "9月頭", "2026-09"),
        ("9月末日", "9月末日", "2026-09"),
        ("2027/3/31", "2027/3/31", "2027-03-31"),
        ("2027/03", "2027/03", "2027-03"),
        ("2026.10.1", "2026.10.1", "2026-10-01"),
        ("2026-10-01", "2026-10-01", "2026-10-01"),
        ("9/1~", "9/1", "2026-09-01"),
        ("9/1から", "9/1", "2026-09-01"),
        ("9/1スタート", "9/1", "2026-09-01"),
        ("9/1(火)~", "9/1(火)", "2026-09-01"),
        ("開始 9/1", "9/1", "2026-09-01"),
        ("開始日を11/4固定", "11/4", "2026-11-04"),
        ("~3/末", "3/末", "2027-03"),
        ("9/21/2026", "9/21/2026", "2026-09-21"),
        ("21/09/2026", "21/09/2026", "2026-09-21"),
        ("start 9/21", "9/21", "2026-09-21"),
        ("15日から", "15日", "2026-09-15"),
        ("28日スタート", "28日", "2026-08-28"),
    ],
)
def test_dates_in_figures(text: str, words: str, iso: str) -> None:
    """Without a year it is the first such day or month that is not over yet."""
    assert told(text, find_dates(text, BASE)) == [(words, iso)]


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("1 september", "1 september", "2026-09-01"),
        ("1st of september", "1st of september", "2026-09-01"),
        ("1 sept 2027", "1 sept 2027", "2027-09-01"),
        ("sept 1", "sept 1", "2026-09-01"),
        ("sept. 21st", "sept. 21st", "2026-09-21"),
        ("november 2", "november 2", "2026-11-02"),
        ("november 2nd, 2026", "november 2nd, 2026", "2026-11-02"),
        ("june 1, 2027", "june 1, 2027", "2027-06-01"),
        ("june 1 2027", "june 1 2027", "2027-06-01"),
        ("2 feb", "2 feb", "2027-02-02"),
        ("01-oct", "01-oct", "2026-10-01"),
        ("monday 7 september", "monday 7 september", "2026-09-07"),
        ("monday, september 7", "monday, september 7", "2026-09-07"),
        ("week of 21 sept", "week of 21 sept", "2026-09-21"),
        ("wk of 23 sept", "wk of 23 sept", "2026-09-21"),
        ("w/c 21 september", "w/c 21 september", "2026-09-21"),
        ("week commencing october 5", "week commencing october 5", "2026-10-05"),
        ("early march", "early march", "2027-03"),
        ("mid-october", "mid-october", "2026-10"),
        ("end of december", "end of december", "2026-12"),
        ("the end of september", "the end of september", "2026-09"),
        ("beginning of october", "beginning of october", "2026-10"),
        ("december 2026", "december 2026", "2026-12"),
        ("october", "october", "2026-10"),
        ("in may", "may", "2027-05"),
        ("from march", "march", "2027-03"),
        ("by june", "june", "2027-06"),
    ],
)
def test_english_dates(text: str, words: str, iso: str) -> None:
    assert told(text, find_dates(text, BASE)) == [(words, iso)]


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("即日", "即日", "immediate"),
        ("即日~", "即日", "immediate"),
        ("即~長期", "即", "immediate"),
        ("即", "即", "immediate"),
        ("即開始", "即", "immediate"),
        ("asap", "asap", "immediate"),
        ("start immediately", "immediately", "immediate"),
        ("as soon as possible", "as soon as possible", "immediate"),
        ("来月", "来月", "2026-09"),
        ("来月1日", "来月1日", "2026-09-01"),
        ("来月中旬", "来月中旬", "2026-09"),
        ("来月頭から", "来月頭", "2026-09"),
        ("再来月", "再来月", "2026-10"),
        ("今月末", "今月末", "2026-08"),
        ("今月から", "今月", "2026-08"),
        ("来週", "来週", "2026-08-31"),
        ("来週の水曜日", "来週の水曜日", "2026-09-02"),
        ("再来週月曜", "再来週月曜", "2026-09-07"),
        ("年内", "年内", "2026-12"),
        ("年末", "年末", "2026-12"),
        ("年明け", "年明け", "2027-01"),
        ("年度末", "年度末", "2027-03"),
        ("来年度末", "来年度末", "2028-03"),
        ("来年度から", "来年度", "2027-04"),
        ("next month", "next month", "2026-09"),
        ("early next month", "early next month", "2026-09"),
        ("end of this month", "end of this month", "2026-08"),
        ("end of the month", "end of the month", "2026-08"),
        ("next week", "next week", "2026-08-31"),
        ("next monday", "next monday", "2026-08-31"),
        ("end of the year", "end of the year", "2026-12"),
        ("year end", "year end", "2026-12"),
        ("in the new year", "in the new year", "2027-01"),
        ("start on the 15th", "the 15th", "2026-09-15"),
        ("from the 28th", "the 28th", "2026-08-28"),
        ("early q1", "early q1", "2027-01"),
        ("end of q4", "end of q4", "2026-12"),
        ("from q4 2026", "q4 2026", "2026-10"),
    ],
)
def test_dates_told_from_the_mails_own_day(text: str, words: str, iso: str) -> None:
    """They resolve once, against the mail that says them."""
    assert told(text, find_dates(text, BASE)) == [(words, iso)]


def test_the_fiscal_year_closes_in_march() -> None:
    assert told("年度末", find_dates("年度末", date(2027, 2, 1))) == [("年度末", "2027-03")]
    assert told("来年度", find_dates("来年度", date(2027, 2, 1))) == [("来年度", "2027-04")]


def test_british_mails_put_the_day_first() -> None:
    assert told("start 3/9", find_dates("start 3/9", BASE, day_first=True)) == [("3/9", "2026-09-03")]
    assert told("start 3/9", find_dates("start 3/9", BASE)) == [("3/9", "2027-03-09")]
    assert told("start 21/9", find_dates("start 21/9", BASE)) == [("21/9", "2026-09-21")]


@pytest.mark.parametrize(("text", "iso"), [("9/1", "2026-09-01"), ("12/1", "2026-12-01"), ("3/27", "2027-03-27")])
def test_a_bare_month_and_day_counts_under_its_label(text: str, iso: str) -> None:
    assert [item.text for item in find_dates(text, BASE, bare=True)] == [iso]
    assert find_dates(text, BASE) == []


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("10月1日~2027年3月31日", ["2026-10-01", "2027-03-31"]),
        ("3/2-3/27", ["2027-03-02", "2027-03-27"]),
        ("11月~3/末", ["2026-11", "2027-03"]),
        ("即日or11月~", ["immediate", "2026-11"]),
        ("from march to june", ["2027-03", "2027-06"]),
        ("october 5 or october 12", ["2026-10-05", "2026-10-12"]),
    ],
)
def test_several_dates_in_a_line(text: str, isos: list[str]) -> None:
    assert [item.text for item in find_dates(text, BASE)] == isos


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("10月から11月に変更", "2026-11"),
        ("10月1日→11月1日", "2026-11-01"),
        ("9月末ではなく12月末まで", "2026-12"),
        ("moved from 1 september to 1 october", "2026-10-01"),
        ("october 5 instead of september 28", "2026-10-05"),
        ("8月にずらしたい", "2026-08"),
        ("the start moves to november 3", "2026-11-03"),
    ],
)
def test_only_the_new_date_of_a_change_is_current(text: str, iso: str) -> None:
    assert [item.text for item in find_dates(text, BASE) if not item.replaced] == [iso]


@pytest.mark.parametrize("text", ["9月末", "early march", "8月中旬頃", "end of december", "来月頭", "q4 2026から"])
def test_a_part_of_a_month_is_noted(text: str) -> None:
    assert [item.note for item in find_dates(text, BASE)][:1] in (["part"], [])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tel 03-1234-5678",
        "fax 03/1234/5678",
        "140-0002",
        "24/7",
        "24/7 support",
        "9/1",
        "1/2 day",
        "50/50",
        "java 8/11",
        "1/10ページ",
        "https://www.example/2026/10/",
        "13月1日",
        "2月30日",
        "2026-13-01",
        "2026年",
        "2026年度",
        "第3回",
        "3年以上",
        "6ヶ月",
        "3か月更新",
        "月10日",
        "週3日",
        "月額65万",
        "10月額",
        "30日サイト",
        "30日以内",
        "3日間",
        "10日程度",
        "5日から7日",
        "月末締め翌月末払い",
        "翌月末支払",
        "締め 翌月15日払い",
        "今週は忙しい",
        "今月中に決まらない",
        "this month was busy",
        "you may start",
        "we may be able to",
        "march on",
        "jan will call you",
        "april said so",
        "即戦力",
        "即答",
        "immediate response",
        "immediate team",
        "the 2nd interview",
        "the 1st round",
        "on monday",
        "starts monday to friday shifts",
        "monday meeting",
        "q1: when",
        "q&a",
        "s/4hana",
        "ir35",
        "iso 13485",
        "version 10.1.2026.7",
        "inv 2026/0815/12",
        "9:00~18:00",
        "1日8時間",
        "毎月15日から",
        "第1日から",
        "10/20%",
    ],
)
def test_no_date_in_other_words(text: str) -> None:
    """Ratios, phone numbers, payment months, modal verbs and people's names."""
    assert find_dates(text, BASE) == []


def test_the_calendar_decides_what_is_a_day() -> None:
    assert valid(2026, 2, 30) is None
    assert valid(2026, 13, None) is None
    assert valid(2026, 2, None) == Day(2026, 2)
    assert valid(2026, 2, 0) is None
    assert upcoming(BASE, 2, 30) is None
    assert upcoming_day(BASE, 32) is None


def test_steps_of_the_calendar() -> None:
    assert months_ahead(BASE, 5) == (2027, 1)
    assert weekday_of(BASE, 0, 1) == Day(2026, 8, 31)
    assert next_weekday(BASE, 1) == Day(2026, 9, 1)
    assert monday_of(Day(2026, 9, 23)) == Day(2026, 9, 21)
    assert monday_of(Day(2026, 9)) == Day(2026, 9)


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.integers(1, 12), st.integers(1, 28))
def test_an_upcoming_day_is_the_first_that_is_not_over(base: date, month: int, day: int) -> None:
    found = upcoming(base, month, day)
    assert found is not None
    assert found.day is not None
    told_day = date(found.year, found.month, found.day)
    assert base <= told_day
    assert (told_day - base).days <= 366


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_whole_dates_come_back_in_any_writing(base: date, day: date) -> None:
    """A date with its year does not depend on the mail's."""
    for text in (
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}/{day.month}/{day.day}",
        day.isoformat(),
        f"{day.day} {day:%B} {day.year}".lower(),
    ):
        assert [item.text for item in find_dates(text, base)] == [day.isoformat()]
