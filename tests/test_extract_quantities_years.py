"""Years of experience: a floor unless the words cap it, and none of the other years of this world."""

import pytest

from extract.quantities.years import find_years
from tests.quantities_reading import current, seen


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "unit"),
    [
        ("java3年以上", "3年以上", 3, None, "year"),
        ("java 3年以上", "3年以上", 3, None, "year"),
        ("java:3年以上", "3年以上", 3, None, "year"),
        ("java(3年)", "3年", 3, None, "year"),
        ("c#5年", "5年", 5, None, "year"),
        ("サーバー 3年", "3年", 3, None, "year"),
        ("3 年以上", "3 年以上", 3, None, "year"),
        ("三年以上", "三年以上", 3, None, "year"),
        ("1~2年以上", "1~2年以上", 1, None, "year"),
        ("実務3年", "3年", 3, None, "year"),
        ("実務経験2年以上", "2年以上", 2, None, "year"),
        ("3年程度の経験", "3年程度", 3, None, "year"),
        ("開発を5年程度ご経験", "5年程度", 5, None, "year"),
        ("2年半以上", "2年半以上", 2.5, None, "year"),
        ("経験3年~5年", "3年~5年", 3, 5, "year"),
        ("経験3~5年", "3~5年", 3, 5, "year"),
        ("3年以上5年以下", "3年以上5年以下", 3, 5, "year"),
        ("経験3年未満", "3年未満", None, 3, "year"),
        ("経験は5年まで", "5年まで", None, 5, "year"),
        ("最低3年の経験", "最低3年", 3, None, "year"),
        ("経験年数:4年", "4年", 4, None, "year"),
        ("半年以上の経験", "半年以上", 6, None, "month"),
        ("実務半年", "半年", 6, None, "month"),
        ("6ヶ月以上の経験", "6ヶ月以上", 6, None, "month"),
        ("6ヶ月~1年の経験", "6ヶ月~1年", 6, 12, "month"),
        ("2年あれば大丈夫", "2年", 2, None, "year"),
        ("8+ years", "8+ years", 8, None, "year"),
        ("8+ yrs of java", "8+ yrs", 8, None, "year"),
        ("8 + years", "8 + years", 8, None, "year"),
        ("at least six years in network engineering", "at least six years", 6, None, "year"),
        ("eight years or better", "eight years or better", 8, None, "year"),
        ("5 years of cobol", "5 years", 5, None, "year"),
        ("5 yrs exp", "5 yrs", 5, None, "year"),
        ("1 yr reception experience", "1 yr", 1, None, "year"),
        ("3-5 years experience", "3-5 years", 3, 5, "year"),
        ("3 to 5 years of experience", "3 to 5 years", 3, 5, "year"),
        ("5 years' business analysis", "5 years'", 5, None, "year"),
        ("minimum 4 years", "minimum 4 years", 4, None, "year"),
        ("experience: 4 years", "4 years", 4, None, "year"),
        ("up to 3 years of experience", "up to 3 years", None, 3, "year"),
        ("two years on a service desk", "two years", 2, None, "year"),
        ("a year of kotlin", "a year", 1, None, "year"),
        ("6 months of react", "6 months", 6, None, "month"),
        ("azure (at least 4 years)", "at least 4 years", 4, None, "year"),
        ("azure (4 years)", "4 years", 4, None, "year"),
        ("10 years required", "10 years", 10, None, "year"),
        ("14+ years total", "14+ years", 14, None, "year"),
        ("3yrs+ java", "3yrs+", 3, None, "year"),
        ("2 or more years", "2 or more years", 2, None, "year"),
        ("eight-plus years", "eight-plus years", 8, None, "year"),
        ("10+ yoe", "10+ yoe", 10, None, "year"),
        ("a couple of years of sql", "a couple of years", 2, None, "year"),
        ("5 solid years of react", "5 solid years", 5, None, "year"),
        ("3 years is enough", "3 years", 3, None, "year"),
        ("three years will do", "three years", 3, None, "year"),
        ("must have 3 years", "3 years", 3, None, "year"),
        ("pythonで3年", "3年", 3, None, "year"),
    ],
)
def test_years_asked_of_a_person(text: str, words: str, low: float | None, high: float | None, unit: str) -> None:
    assert seen(text, find_years(text)) == [(words, low, high, unit)]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("3年", 3),
        ("2 years", 2),
        ("8+", 8),
        ("8", 8),
        ("(2 years)", 2),
        ("make it 3 years", 3),
        ("6ヶ月", 6),
        ("5以上", 5),
    ],
)
def test_plain_lengths_count_beside_a_label(text: str, low: float) -> None:
    """A skill sheet's `3年`, a YOE column's `8+`."""
    assert [item.min for item in find_years(text, bare=True)] == [low]
    if text != "(2 years)":
        assert find_years(text) == []


def test_each_item_of_a_list_keeps_its_own() -> None:
    assert seen("java 3年、aws 1年以上", find_years("java 3年、aws 1年以上")) == [("3年", 3, None, "year"), ("1年以上", 1, None, "year")]
    assert [item.min for item in find_years("14+ years total and 10+ years in the us")] == [14, 10]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("3年から5年に変更", 5),
        ("c#は5年以上から3年以上に緩和します", 3),
        ("経験5年以上を3年以上に緩和", 3),
        ("経験3年→2年", 2),
        ("5年ではなく3年以上", 3),
        ("3 years instead of 5 years of java", 3),
        ("3 years of java, not 5 years", 3),
        ("from 5 years of java to 3 years", None),
    ],
)
def test_only_the_new_years_of_a_change_are_current(text: str, years: float | None) -> None:
    if years is not None:
        assert [low for low, _ in current(find_years(text))] == [years]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026年",
        "2026年10月",
        "26年10月",
        "令和8年",
        "平成30年",
        "20年前",
        "3年以上前",
        "2年目",
        "3年次",
        "2年後",
        "2025年卒",
        "創業50年",
        "設立20年",
        "築10年",
        "契約期間1年",
        "契約1年",
        "期間は1年",
        "1年更新",
        "1年契約",
        "1年の契約",
        "保証3年",
        "過去3年",
        "直近1年",
        "あと2年",
        "毎年",
        "年収600万",
        "3年",
        "founded 20 years ago",
        "celebrating 20 years",
        "18 years of age",
        "25 years old",
        "25-year-old",
        "2 years ago",
        "20 years in business",
        "in the last 5 years",
        "over the past 3 years",
        "within 2 years",
        "every 2 years",
        "2-year contract",
        "a 3 year term",
        "a three-year programme",
        "duration: 2 years",
        "2 years",
        "with 3 years to run",
        "we have 2 years left",
        "6 months",
        "6 months contract",
        "12+ months",
        "6+ months with extension",
        "next 2 years",
        "5 year plan",
        "100 years of experience",
        "3回以上",
        "java 8",
        "8+",
        "3 days a week",
        "35歳まで",
        "1年生",
        "2、3年前",
    ],
)
def test_other_years_are_no_experience(text: str) -> None:
    assert find_years(text) == []


@pytest.mark.parametrize(
    "text", ["", "2026年", "3年前", "2年目", "契約期間1年", "18 years of age", "founded 20 years ago", "60 years", "java", "0年"]
)
def test_even_beside_a_label_they_are_none(text: str) -> None:
    assert find_years(text, bare=True) == []
