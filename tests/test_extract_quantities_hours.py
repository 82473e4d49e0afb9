"""Hours that are no clock times: settlement, overtime, weekly and daily totals."""

import pytest

from extract.quantities.hours import find_daily_hours, find_overtime, find_settlement, find_weekly_hours
from tests.quantities_reading import current, seen, told


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("140-180h", 140, 180),
        ("140h-180h", 140, 180),
        ("140h~180h", 140, 180),
        ("140~180時間", 140, 180),
        ("140時間~180時間", 140, 180),
        ("140 ~ 180 h", 140, 180),
        ("150~200hrs", 150, 200),
        ("160 to 180 hours per month", 160, 180),
        ("精算:140-180", 140, 180),
        ("精算幅 150~190", 150, 190),
        ("清算140~180", 140, 180),
        ("時間幅:140~180", 140, 180),
        ("精算条件:140-200(上下割)", 140, 200),
        ("settlement 140-180", 140, 180),
        ("160h±30h", 130, 190),
        ("160h±20", 140, 180),
        ("160時間±20時間", 140, 180),
        ("150h +/- 20h", 130, 170),
        ("下限140 上限180", 140, 180),
        ("下限140h、上限180h", 140, 180),
        ("上限180h 下限140h", 140, 180),
        ("最低140h最大180h", 140, 180),
        ("140h以上180h以下", 140, 180),
        ("140時間以上、180時間まで", 140, 180),
        ("65万円(140-180h)", 140, 180),
        ("精算:140/180", 140, 180),
        ("140h/180h", 140, 180),
        ("下限140h/上限190h", 140, 190),
    ],
)
def test_settlement_is_a_band_a_month(text: str, low: float, high: float) -> None:
    (item,) = find_settlement(text)
    assert (item.min, item.max, item.unit, item.key) == (low, high, "hour_per_month", "settlement-hours")
    assert item.explicit


@pytest.mark.parametrize(
    ("text", "words"), [("140-180", "140-180"), ("(140~180)", "140~180"), ("150~190です", "150~190"), ("60~68万(140~180)", "140~180")]
)
def test_bare_bands_count_under_their_label(text: str, words: str) -> None:
    (item,) = find_settlement(text, bare=True)
    assert text[item.start : item.end] == words
    assert not item.explicit
    assert find_settlement(text) == []


@pytest.mark.parametrize("text", ["精算:固定", "精算 固定", "160h固定(精算なし)", "固定精算", "月額固定", "精算なし", "精算幅:なし"])
def test_a_fixed_price_has_no_band(text: str) -> None:
    assert [item.text for item in find_settlement(text)] == ["fixed"]


def test_a_lone_word_is_fixed_only_under_its_label() -> None:
    assert told("固定", find_settlement("固定", bare=True)) == [("固定", "fixed")]
    assert find_settlement("固定") == []


def test_only_the_new_band_is_current() -> None:
    assert current(find_settlement("140-180hから150-190hに変更")) == [(150, 190)]
    assert current(find_settlement("140-180h → 140-200h")) == [(140, 200)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "精算あり",
        "精算確認中",
        "〒140-0002",
        "tel 140-1800",
        "03-1234-5678",
        "60~65万円",
        "¥140-180",
        "9:00-18:00",
        "9時~18時",
        "月20h程度",
        "残業120~160h",
        "40 hours a week",
        "1日8時間",
        "3-5 years",
        "24h",
        "8h",
        "180-140h",
        "1400-1800h",
        "2-3h",
        "room 140-180",
        "ip 140.180.1.1",
        "開始固定",
        "固定電話の対応",
        "日程は固定です",
        "残業時間なし",
        "140/180",
        "10/180",
        "2026/140/180h",
    ],
)
def test_no_band_in_other_words(text: str) -> None:
    assert find_settlement(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("残業20h", 20, 20, "hour_per_month"),
        ("残業:月20h程度", 20, 20, "hour_per_month"),
        ("残業は月10時間以内", None, 10, "hour_per_month"),
        ("残業20~30時間", 20, 30, "hour_per_month"),
        ("残業月30時間まで", None, 30, "hour_per_month"),
        ("残業は月30時間程度まで", None, 30, "hour_per_month"),
        ("月平均15時間の残業", 15, 15, "hour_per_month"),
        ("月20h程度の残業あり", 20, 20, "hour_per_month"),
        ("時間外:月45時間以内", None, 45, "hour_per_month"),
        ("残業1日1時間程度", 1, 1, "hour_per_day"),
        ("残業は週5時間ほど", 5, 5, "hour_per_week"),
        ("up to 10 hours overtime a month", None, 10, "hour_per_month"),
        ("overtime: 5 hours a week", 5, 5, "hour_per_week"),
        ("10 hours of overtime per month", 10, 10, "hour_per_month"),
        ("about ten hours overtime a month", 10, 10, "hour_per_month"),
        ("overtime capped at 20h", None, 20, "hour_per_month"),
        ("40 hours a week, up to 5 hours overtime a week", None, 5, "hour_per_week"),
    ],
)
def test_overtime_is_counted_by_the_month_unless_told(text: str, low: float | None, high: float, unit: str) -> None:
    (item,) = find_overtime(text)
    assert (item.min, item.max, item.unit, item.key) == (low, high, unit, "overtime")


@pytest.mark.parametrize("text", ["40 hours a week", "週40時間", "8 hours a day", "160h"])
def test_whole_weeks_and_days_are_no_overtime(text: str) -> None:
    assert find_overtime(text, bare=True) == []


@pytest.mark.parametrize("text", ["月20h程度", "20時間", "20"])
def test_under_its_label_overtime_needs_no_word(text: str) -> None:
    assert [(item.min, item.max) for item in find_overtime(text, bare=True)] == [(20, 20)]
    assert find_overtime(text) == []


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("残業なし", "残業なし", "none"),
        ("残業は基本なし", "残業は基本なし", "little"),
        ("残業はありません", "残業はありません", "none"),
        ("残業ほぼなし", "残業ほぼなし", "little"),
        ("基本残業なし", "基本残業なし", "little"),
        ("残業少なめ", "残業少なめ", "little"),
        ("残業はほとんどありません", "残業はほとんどありません", "little"),
        ("残業ゼロ", "残業ゼロ", "none"),
        ("残業0h", "残業0h", "none"),
        ("no overtime", "no overtime", "none"),
        ("without overtime", "without overtime", "none"),
        ("little overtime", "little overtime", "little"),
        ("hardly any overtime", "hardly any overtime", "little"),
        ("little or no overtime", "little or no overtime", "little"),
    ],
)
def test_no_overtime_is_told_in_words(text: str, words: str, value: str) -> None:
    assert told(text, find_overtime(text)) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "残業あり",
        "残業は応相談",
        "overtime is paid at 150%",
        "140-180h",
        "残業200時間",
        "8時間勤務",
        "20h",
        "other 20h",
        "robot 20 hours",
        "残業代 25%",
        "残業時は9:00~21:00",
        "40 hours a week",
    ],
)
def test_no_overtime_value_in_other_words(text: str) -> None:
    assert find_overtime(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("40 hours a week", 40, 40),
        ("37.5 hours/week", 37.5, 37.5),
        ("37.5h per week", 37.5, 37.5),
        ("35 hrs/wk", 35, 35),
        ("30-35 hours per week", 30, 35),
        ("up to 48 hours a week", None, 48),
        ("at least 20 hours a week", 20, None),
        ("forty hours a week", 40, 40),
        ("週40時間", 40, 40),
        ("週に38.75時間", 38.75, 38.75),
        ("週30時間以上", 30, None),
        ("weekly hours: 37.5h", 37.5, 37.5),
        ("40 hours of work a week", 40, 40),
        ("37.5 hpw", 37.5, 37.5),
        ("a 37.5-hour week", 37.5, 37.5),
        ("40 hr week", 40, 40),
        ("週38時間45分", 38.75, 38.75),
    ],
)
def test_weekly_totals(text: str, low: float | None, high: float | None) -> None:
    assert [(item.min, item.max, item.unit, item.key) for item in find_weekly_hours(text)] == [
        (low, high, "hour_per_week", "working-hours")
    ]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("1日8時間", 8),
        ("実働7.5h", 7.5),
        ("実働時間:7時間", 7),
        ("8 hours a day", 8),
        ("7.5 hours/day", 7.5),
        ("8h/日", 8),
        ("所定労働時間 7.75時間", 7.75),
        ("hours per day: 8h", 8),
    ],
)
def test_daily_totals(text: str, hours: float) -> None:
    assert [(item.min, item.max, item.unit) for item in find_daily_hours(text)] == [(hours, hours, "hour_per_day")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "40 hours",
        "40時間",
        "5 hours overtime a week",
        "残業週10時間",
        "140-180h",
        "168 hours a week",
        "2 hours a week",
        "8 hours a day",
        "3 days a week",
        "40 people a week",
        "within 48 hours",
        "24 hours a day, 7 days a week",
        "$40 a week",
    ],
)
def test_no_weekly_total_in_other_words(text: str) -> None:
    assert find_weekly_hours(text) == []


@pytest.mark.parametrize(
    "text", ["", "24 hours a day", "1日100件", "8 hours", "残業1日2時間", "within 8 hours", "8 people a day", "週40時間", "1日目"]
)
def test_no_daily_total_in_other_words(text: str) -> None:
    assert find_daily_hours(text) == []


def test_only_the_new_total_is_current() -> None:
    assert current(find_weekly_hours("37.5 hours a week instead of 40 hours a week")) == [(37.5, 37.5)]
    assert seen("週40時間→週35時間", find_weekly_hours("週40時間→週35時間"))[-1] == ("35時間", 35, 35, "hour_per_week")
