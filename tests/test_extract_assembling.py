"""From findings to requirements: one a key, terms never preferred, what does not hold set aside."""

import pytest

from requisitions.words import TERMS
from tests.reading import change_en, change_ja, form_en, form_ja, hinted, needs, read, requirements, values


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        (form_ja("必須：Java\n備考：Javaは3年以上でお願いします。"), "java", (3, None)),
        (form_ja("必須：Java3年以上\n備考：Javaの現場です。"), "java", (3, None)),
        (form_ja("単価：スキル見合い\n備考：単価は65万円を想定しています。"), "rate", (650000, 650000)),
        (form_en("Must have: Java\nNote: at least 3 years of Java."), "java", (3, None)),
        (form_en("Rate: $60/hr\nNote: the rate is negotiable."), "rate", (60, 60)),
    ],
)
def test_of_two_readings_of_a_demand_the_one_with_a_value_stays(text: str, key: str, value: tuple[float | None, float | None]) -> None:
    assert values(read(text))[key][:2] == value


def test_a_demand_told_twice_is_one() -> None:
    assert [
        found.key for found in requirements(read(form_ja("必須：Java\n要件：Java\n備考：Javaは必須です。"))) if found.key == "java"
    ] == ["java"]


@pytest.mark.parametrize(
    "text",
    [
        form_ja("歓迎：フルリモートを希望される方\n面談：できれば1回"),
        form_ja("尚可：単価65万円\n備考：できれば12月開始"),
        form_en("Nice to have: hybrid\nIdeally it starts in January at $60/hr."),
    ],
)
def test_terms_are_never_preferred(text: str) -> None:
    """GUIDELINES.md 3, rule 1."""
    assert {str(found.necessity) for found in requirements(read(text)) if found.category in TERMS} == {"must"}


@pytest.mark.parametrize(
    ("line", "held"),
    [
        ("単価は65万円に上がりました。70万円になる可能性もあります。", {"rate"}),
    ],
)
def test_a_hedge_reaches_its_own_clause_only(line: str, held: set[str]) -> None:
    reading = read(change_ja(line))
    assert {found.key for found in requirements(reading)} == held
    assert hinted(reading) != set()


@pytest.mark.parametrize(
    ("line", "held"),
    [
        ("Java is a must. They might ask for Docker later.", {"java"}),
        ("The rate is now $65/hr, and might go to $70.", {"rate"}),
        ("There are two interviews, possibly three.", {"interview-count"}),
    ],
)
def test_an_english_hedge_reaches_its_own_clause_only(line: str, held: set[str]) -> None:
    assert {found.key for found in requirements(read(change_en(line)))} == held


@pytest.mark.parametrize(
    "line",
    [
        "単価65万円（据え置き）です。",
        "単価に変更はありません。",
        "勤務地、単価、期間は従来通りです。",
        "The rate stays at $60/hr.",
        "Nothing has changed on the rate.",
    ],
)
def test_what_is_kept_moves_nothing(line: str) -> None:
    """Restating the old value is optional; another value it must not be."""
    found = values(read(change_en(line) if line.isascii() else change_ja(line)))
    assert set(found) <= {"rate"}
    assert all(value[0] in (60, 650000) for value in found.values())


def test_what_is_kept_in_brackets_keeps_only_that() -> None:
    assert values(read(change_ja("面談は2回になりました（単価は変更なし）。"))).keys() == {"interview-count"}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (change_ja("Dockerの5年以上の経験は不要となりました。"), "docker"),
        (change_en("Five years of Docker are no longer required."), "docker"),
    ],
)
def test_what_is_dropped_has_no_value(text: str, key: str) -> None:
    assert needs(read(text))[key] == "not_required"
    assert values(read(text))[key] == (None, None, None, None)


def test_quotes_are_clauses_and_no_paragraphs() -> None:
    """GUIDELINES.md 6: up to three times the shortest quote and 160 bytes more."""
    for text in (
        form_ja("必須：Javaでの開発経験3年以上、Oracle、AWSの構築経験"),
        change_ja("Dockerが必須になりました。単価は65万円です。"),
    ):
        assert all(len(found.evidence.encode()) <= 160 for found in requirements(read(text)))


def test_a_hint_says_whether_the_writer_was_unsure() -> None:
    reading = read(change_ja("Dockerも必須になるかもしれません。もし予算がつけば、単価は70万円になります。"))
    assert {(hint.requirement.key, hint.requirement.hedged) for statement in reading.statements for hint in statement.hints} == {
        ("docker", True),
        ("rate", False),
    }
