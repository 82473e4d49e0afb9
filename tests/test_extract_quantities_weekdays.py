"""Days a week, worked, at the office or at home."""

import pytest

from extract.quantities.records import Quantity
from extract.quantities.weekdays import find_week_days, home_days
from tests.quantities_reading import current

WEEK, MONTH = "day_per_week", "day_per_month"


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("週3日", "週3日", 3, 3),
        ("週5日", "週5日", 5, 5),
        ("週4日~", "週4日~", 4, None),
        ("週3日から", "週3日から", 3, None),
        ("週3日以上", "週3日以上", 3, None),
        ("週2~3日", "週2~3日", 2, 3),
        ("週3、4日", "週3、4日", 3, 4),
        ("週に3日程度", "週に3日程度", 3, 3),
        ("週三日", "週三日", 3, 3),
        ("土日を含む週5日のシフト", "週5日", 5, 5),
        ("稼働:週4日まで", "週4日まで", None, 4),
        ("3 days a week", "3 days a week", 3, 3),
        ("3 days/week", "3 days/week", 3, 3),
        ("three days per week", "three days per week", 3, 3),
        ("4-5 days a week", "4-5 days a week", 4, 5),
        ("at least 3 days a week", "at least 3 days a week", 3, None),
        ("one day a week", "one day a week", 1, 1),
        ("5 working days a week", "5 working days a week", 5, 5),
        ("mon-fri", "mon-fri", 5, 5),
        ("monday to friday", "monday to friday", 5, 5),
        ("tuesday through saturday", "tuesday through saturday", 5, 5),
        ("fri-mon", "fri-mon", 4, 4),
        ("mon/wed/fri", "mon/wed/fri", 3, 3),
        ("monday, tuesday and thursday", "monday, tuesday and thursday", 3, 3),
        ("月~金", "月~金", 5, 5),
        ("月曜~金曜", "月曜~金曜", 5, 5),
        ("火・木", "火・木", 2, 2),
        ("月・水・金の勤務", "月・水・金", 3, 3),
        ("週5フルタイム", "週5", 5, 5),
        ("週4稼働", "週4", 4, 4),
        ("a four-day week", "four-day week", 4, 4),
        ("5日/週", "5日/週", 5, 5),
    ],
)
def test_days_worked(text: str, words: str, low: float | None, high: float | None) -> None:
    (item,) = find_week_days(text)
    assert (text[item.start : item.end], item.min, item.max) == (words, low, high)
    assert (item.unit, item.key, item.note) == (WEEK, "working-days", None)


@pytest.mark.parametrize(
    ("text", "low", "high"), [("月10日", 10, 10), ("月15日以上", 15, None), ("月10~12日稼働", 10, 12), ("稼働日数 20日/月", 20, 20)]
)
def test_days_a_month(text: str, low: float, high: float | None) -> None:
    assert [(item.min, item.max, item.unit, item.key) for item in find_week_days(text)] == [(low, high, MONTH, "working-days")]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("週3出社", 3, 3),
        ("週3日出社", 3, 3),
        ("週2~3日出社", 2, 3),
        ("週1回出社", 1, 1),
        ("出社は週2日", 2, 2),
        ("リモート併用 ※週3日出社", 3, 3),
        ("週3日以上は出社", 3, None),
        ("週2日客先常駐", 2, 2),
        ("出社週1~2回", 1, 2),
        ("出社頻度:週3", 3, 3),
        ("onsite 5 days", 5, 5),
        ("office attendance: 2 days", 2, 2),
        ("2 days in the office", 2, 2),
        ("two office days a week", 2, 2),
        ("3 days a week onsite", 3, 3),
        ("3 days onsite per week", 3, 3),
        ("hybrid, 3 days a week on site", 3, 3),
        ("one day a week in the office", 1, 1),
        ("in the office one day a week", 1, 1),
        ("onsite 2-3 days a week", 2, 3),
        ("2 days in our leeds office", 2, 2),
        ("tue-thu onsite", 3, 3),
        ("onsite mon-wed", 3, 3),
    ],
)
def test_days_at_the_office(text: str, low: float, high: float | None) -> None:
    assert [(item.min, item.max, item.unit, item.key, item.note) for item in find_week_days(text)] == [
        (low, high, WEEK, "remote", "office")
    ]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("週2リモート", 2, 2),
        ("週2日リモート可", 2, 2),
        ("週2日まで在宅ok", None, 2),
        ("リモートは週1日まで", None, 1),
        ("リモート週3日まで", None, 3),
        ("在宅週2日", 2, 2),
        ("週1日程度であれば在宅勤務も可", 1, 1),
        ("週に2回テレワーク", 2, 2),
        ("リモート(週3回)", 3, 3),
        ("home working up to 2 days", None, 2),
        ("remote two days a week", 2, 2),
        ("two days a week from home", 2, 2),
        ("up to 3 days a week remote", None, 3),
        ("2 days wfh", 2, 2),
        ("work from home 2 days a week", 2, 2),
        ("2 remote days a week", 2, 2),
    ],
)
def test_days_at_home(text: str, low: float | None, high: float) -> None:
    assert [(item.min, item.max, item.unit, item.key, item.note) for item in find_week_days(text)] == [(low, high, WEEK, "remote", "home")]


@pytest.mark.parametrize(
    ("text", "low", "high", "kind"),
    [
        ("週3出社", 2, 2, "partial"),
        ("週2~3日出社", 2, 3, "partial"),
        ("週3日以上は出社", None, 2, "partial"),
        ("週5日出社", None, None, "none"),
        ("週0日出社", None, None, "full"),
        ("週2リモート", 2, 2, "partial"),
        ("リモートは週1日まで", None, 1, "partial"),
        ("週5リモート", None, None, "full"),
        ("5 days a week onsite", None, None, "none"),
        ("five days a week from home", None, None, "full"),
    ],
)
def test_the_contract_counts_days_at_home(text: str, low: float | None, high: float | None, kind: str) -> None:
    """Office days are taken from the week; a whole week is a word."""
    (item,) = find_week_days(text)
    home = home_days(item)
    assert (home.min, home.max, home.text) == (low, high, kind)


def test_a_shorter_week_leaves_fewer_days_at_home() -> None:
    (item,) = find_week_days("週1出社")
    assert (home_days(item, 4).min, home_days(item).min) == (3, 4)


def test_days_worked_stay_as_they_are() -> None:
    (item,) = find_week_days("週3日")
    assert home_days(item) == item
    monthly = Quantity(0, 1, 1, 1, MONTH, key="remote", note="office")
    assert home_days(monthly) == monthly


def test_bare_days_count_under_their_label() -> None:
    assert [item.min for item in find_week_days("3 days", bare=True)] == [3]
    assert find_week_days("3 days") == []
    assert [item.min for item in find_week_days("週3", bare=True)] == [3]
    assert find_week_days("週3") == []


def test_work_and_office_days_stand_side_by_side() -> None:
    assert [(item.key, item.min) for item in find_week_days("週4日~ / 六本木一丁目 週1出社")] == [("working-days", 4), ("remote", 1)]
    assert [(item.note, item.min) for item in find_week_days("週4出社/週1在宅")] == [("office", 4), ("home", 1)]


@pytest.mark.parametrize(
    ("text", "days"),
    [("出社は週3日から週2日に変更", 2), ("週2日→週3日", 3), ("2 days a week instead of 3 days a week", 2), ("週3日ではなく週4日", 4)],
)
def test_only_the_new_days_of_a_change_are_current(text: str, days: float) -> None:
    assert current(find_week_days(text)) == [(days, days)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "毎週月曜",
        "毎週1回",
        "週2回の会議",
        "週1回定例",
        "今週3日",
        "来週2日",
        "先週5日",
        "隔週1日",
        "第3週1日",
        "3週間",
        "10月10日",
        "12月3日出社",
        "毎月10日",
        "翌々月5日",
        "当月5日",
        "週8日",
        "月40日",
        "10月~12月",
        "3 days of training",
        "2 days ago",
        "in 3 days",
        "30 days",
        "a day",
        "8 days a week",
        "24 hours a day",
        "day rate £450",
        "£450 a day",
        "monday",
        "on monday",
        "the sun and the moon",
        "sat nav",
        "wed 7 oct",
        "土日",
        "日~火曜日程",
        "平日",
        "週休2日",
        "毎日出社",
        "週40時間",
    ],
)
def test_no_days_in_other_words(text: str) -> None:
    assert find_week_days(text) == []
