"""How long a seat lasts, in both languages."""

import pytest

from extract.quantities.durations import find_durations
from tests.quantities_reading import current, told


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("6ヶ月", 6, 6, "month"),
        ("6か月", 6, 6, "month"),
        ("6ケ月間", 6, 6, "month"),
        ("3~6ヶ月", 3, 6, "month"),
        ("3ヶ月~6ヶ月", 3, 6, "month"),
        ("6ヶ月~1年", 6, 12, "month"),
        ("半年", 6, 6, "month"),
        ("半年程度", 6, 6, "month"),
        ("半年以上", 6, None, "month"),
        ("1年", 12, 12, "month"),
        ("1年半", 18, 18, "month"),
        ("1~2年", 12, 24, "month"),
        ("最長1年", None, 12, "month"),
        ("最低3ヶ月", 3, None, "month"),
        ("三ヶ月", 3, 3, "month"),
        ("2週間", 2, 2, "week"),
        ("10日間", 10, 10, "day"),
        ("6 months", 6, 6, "month"),
        ("6-month", 6, 6, "month"),
        ("six months", 6, 6, "month"),
        ("12+ months", 12, None, "month"),
        ("6+ months with extension", 6, None, "month"),
        ("at least 9 months", 9, None, "month"),
        ("up to 12 months", None, 12, "month"),
        ("3-6 months", 3, 6, "month"),
        ("18 months", 18, 18, "month"),
        ("a year", 12, 12, "month"),
        ("one year", 12, 12, "month"),
        ("2 years", 24, 24, "month"),
        ("6 weeks", 6, 6, "week"),
        ("6 mths", 6, 6, "month"),
    ],
)
def test_durations_under_their_label(text: str, low: float | None, high: float | None, unit: str) -> None:
    """Years are counted in months, so that half a year and six months are the same."""
    assert [(item.min, item.max, item.unit, item.key) for item in find_durations(text, bare=True)] == [(low, high, unit, "duration")]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("期間:6ヶ月", 6),
        ("契約期間は半年です", 6),
        ("まずは3ヶ月の契約", 3),
        ("6ヶ月予定", 6),
        ("10月から半年程度", 6),
        ("duration: 12 months", 12),
        ("6 months contract", 6),
        ("6 month contract-to-hire", 6),
        ("a 9-month assignment", 9),
        ("for 9 months", 9),
        ("initial 3 months", 3),
        ("9 months (extension likely)", 9),
        ("6 months with possible extension", 6),
        ("four months from 23 november", 4),
    ],
)
def test_in_prose_a_word_of_term_stands_beside(text: str, months: float) -> None:
    assert [(item.min, item.max) for item in find_durations(text)] == [(months, months)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("長期", "長期", "long-term"),
        ("10月~長期", "長期", "long-term"),
        ("中長期", "中長期", "long-term"),
        ("long-term", "long-term", "long-term"),
        ("a long term contract", "long term", "long-term"),
        ("ongoing", "ongoing", "long-term"),
        ("短期", "短期", "short-term"),
        ("スポット案件", "スポット", "short-term"),
        ("short-term", "short-term", "short-term"),
    ],
)
def test_lengths_without_a_number(text: str, words: str, value: str) -> None:
    assert told(text, find_durations(text)) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "3か月更新",
        "3ヶ月毎更新",
        "3ヶ月ごとの更新",
        "更新は3ヶ月",
        "renewed every 3 months",
        "3-month rolling",
        "3 month extensions",
        "extensions of 3 months",
        "6ヶ月単位で更新",
    ],
)
def test_a_rhythm_of_renewal_has_its_own_key(text: str) -> None:
    assert [item.key for item in find_durations(text)] == ["renewal"]


def test_only_the_new_length_of_a_change_is_current() -> None:
    assert current(find_durations("契約期間を3ヶ月から6ヶ月に変更")) == [(6, 6)]
    assert current(find_durations("6 months instead of a 3 month contract")) == [(6, 6)]
    assert current(find_durations("期間 3ヶ月→1年")) == [(12, 12)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "6ヶ月",
        "3年",
        "java 3年以上",
        "6ヶ月以上の経験",
        "実務経験1年以上",
        "c#を5年程度ご経験",
        "at least 4 years",
        "at least six years in network engineering",
        "5 years of experience",
        "3ヶ月後",
        "参画3ヶ月以降は在宅可",
        "入社後3ヶ月",
        "試用期間3ヶ月",
        "過去6ヶ月",
        "最初の3ヶ月",
        "20年前",
        "2年目",
        "2026年",
        "2 weeks notice",
        "notice period: 2 weeks",
        "within 2 weeks",
        "in the last 6 months",
        "3 months ago",
        "18 years of age",
        "founded 20 years ago",
        "one day a week",
        "3 days a week",
        "40 hours a week",
        "3 days in the office",
        "30日サイト",
        "net 30 days",
        "10月1日",
        "長期休暇",
        "少額短期保険",
        "契約管理 2年",
        "long-term plan",
        "長期的な視点",
        "6 months probation",
        "25 days holiday",
    ],
)
def test_no_duration_in_prose(text: str) -> None:
    """Experience, notice, trial and age are other lengths."""
    assert find_durations(text) == []


@pytest.mark.parametrize(
    "text",
    ["", "3年前", "2 weeks notice", "6ヶ月以上の経験", "40 hours a week", "1000 months", "9:00~18:00", "10月", "3", "0ヶ月", "200年"],
)
def test_even_under_a_label_other_lengths_are_none(text: str) -> None:
    assert find_durations(text, bare=True) == []
