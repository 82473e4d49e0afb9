"""Age limits in whole years, both ends inside."""

import pytest

from extract.quantities.ages import find_ages
from tests.quantities_reading import current


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("35歳まで", "35歳まで", None, 35),
        ("35才まで", "35才まで", None, 35),
        ("35歳迄", "35歳迄", None, 35),
        ("~35歳", "~35歳", None, 35),
        ("35歳以下", "35歳以下", None, 35),
        ("35歳未満", "35歳未満", None, 34),
        ("45歳くらいまで", "45歳くらいまで", None, 45),
        ("45歳位まで", "45歳位まで", None, 45),
        ("45歳前後まで", "45歳前後まで", None, 45),
        ("上限45歳", "上限45歳", None, 45),
        ("30~45歳", "30~45歳", 30, 45),
        ("30歳~45歳", "30歳~45歳", 30, 45),
        ("30歳から45歳まで", "30歳から45歳まで", 30, 45),
        ("25歳以上40歳以下", "25歳以上40歳以下", 25, 40),
        ("18歳以上", "18歳以上", 18, None),
        ("18歳以上65歳未満", "18歳以上65歳未満", 18, 64),
        ("35歳", "35歳", 35, 35),
        ("三十五歳まで", "三十五歳まで", None, 35),
        ("40代まで", "40代まで", None, 49),
        ("40代", "40代", 40, 49),
        ("40代以下", "40代以下", None, 49),
        ("40代以上", "40代以上", 40, None),
        ("40代未満", "40代未満", None, 39),
        ("20代~30代", "20代~30代", 20, 39),
        ("20~30代", "20~30代", 20, 39),
        ("20代から40代まで", "20代から40代まで", 20, 49),
        ("30代前半", "30代前半", 30, 34),
        ("30代後半", "30代後半", 35, 39),
        ("40代前半まで", "40代前半まで", None, 44),
        ("50代前半まで可", "50代前半まで", None, 54),
        ("50代半ばまで", "50代半ばまで", None, 56),
        ("20代後半~30代前半", "20代後半~30代前半", 25, 34),
        ("40歳以上不可", "40歳以上不可", None, 39),
        ("40歳以上の方は不可", "40歳以上の方は不可", None, 39),
        ("50歳以上ng", "50歳以上ng", None, 49),
        ("50代不可", "50代不可", None, 49),
        ("40歳を超える方は不可", "40歳を超える方は不可", None, 40),
        ("18歳未満不可", "18歳未満不可", 18, None),
        ("35歳以下ng", "35歳以下ng", 36, None),
        ("not over 40", "not over 40", None, 40),
        ("no one over 45", "no one over 45", None, 45),
        ("maximum age 50", "maximum age 50", None, 50),
        ("between 25 and 40 years old", "25 and 40 years old", 25, 40),
        ("50代以上はお断り", "50代以上はお断り", None, 49),
        ("aged 25-35", "25-35", 25, 35),
        ("ages 25 to 40", "25 to 40", 25, 40),
        ("between the ages of 25 and 40", None, None, None),
        ("age limit 45", "limit 45", None, 45),
        ("max age: 45", "45", None, 45),
        ("no older than 45", "no older than 45", None, 45),
        ("younger than 40", "younger than 40", None, 39),
        ("up to 45 years old", "up to 45 years old", None, 45),
        ("under 35 years of age", "under 35 years of age", None, 34),
        ("a young woman under 30", "under 30", None, 29),
        ("someone under 40, please", "under 40", None, 39),
        ("in their 30s", "30s", 30, 39),
        ("18 or over, aged 18+", None, None, None),
    ],
)
def test_age_limits(text: str, words: str | None, low: float | None, high: float | None) -> None:
    """未満 shuts its year out, a decade reaches to its ninth year, a refused floor is a ceiling below it."""
    if words is not None:
        assert [(text[item.start : item.end], item.min, item.max, item.unit) for item in find_ages(text)] == [(words, low, high, "age")]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("under 35", None, 34), ("25-35", 25, 35), ("35まで", None, 35), ("~45", None, 45), ("45", 45, 45), ("below 40", None, 39)],
)
def test_bare_numbers_count_under_their_label(text: str, low: float | None, high: float) -> None:
    assert [(item.min, item.max) for item in find_ages(text, bare=True)] == [(low, high)]
    assert find_ages(text) == []


@pytest.mark.parametrize(
    ("text", "high"),
    [("35歳までから45歳までに変更", 45), ("35歳→40歳まで", 40), ("35歳ではなく40歳まで", 40), ("40歳まで(旧35歳まで)", 40)],
)
def test_only_the_new_limit_of_a_change_is_current(text: str, high: float) -> None:
    assert [item.max for item in find_ages(text) if not item.replaced][-1:] == [high]


def test_both_values_of_a_change_are_told() -> None:
    assert current(find_ages("30歳から35歳に緩和")) == [(35, 35)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "年齢不問",
        "年齢制限なし",
        "若手歓迎",
        "under 35k",
        "under 30 minutes",
        "under 40 hours",
        "below 40",
        "over 50 people",
        "65万まで",
        "35回まで",
        "3歳児の保育",
        "120歳",
        "1990年代",
        "第30代",
        "時代",
        "35% of the work",
        "aged care",
        "18 years and over, founded 20 years ago",
        "their age, and 20 years ago",
        "the 90s",
        "java 8s",
        "their 3 offices",
        "his 401",
        "call 35 customers",
        "windows 11",
        "tel 03-1234-5678",
        "vitamin 20代金",
        "140-180h",
        "2026年",
        "page 25-35",
        "25 to 35",
        "15代目",
        "代わり",
        "料金10代表",
    ],
)
def test_other_numbers_are_no_ages(text: str) -> None:
    assert find_ages(text) == []


@pytest.mark.parametrize("text", ["", "不問", "3", "120", "5-9", "100%", "1,500"])
def test_even_under_a_label_impossible_ages_are_none(text: str) -> None:
    assert find_ages(text, bare=True) == []
