"""What an English item names, without its years and its praise."""

import pytest

from extract.headwords import beside_known, heads_in
from tests.reading import change_en, form_en, needs, read, values


def heads(written: str) -> list[tuple[str, bool]]:
    return [(written[head.start : head.end], head.tool) for head in heads_in(written)]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("3 years' experience using zorbium", [("zorbium", True)]),
        ("Zorbium 2+ years", [("Zorbium", True)]),
        ("at least 4 yrs of Zorbium", [("Zorbium", True)]),
        ("Hands-on Quillex and VB-Trac", [("Quillex", True), ("VB-Trac", True)]),
        ("Quillex/Plexor experience", [("Quillex", True), ("Plexor", True)]),
        ("Strong Plexor skills", [("Plexor", True)]),
        ("Experience with Snowplow", [("Snowplow", True)]),
        ("2+ years of application support", [("application support", False)]),
        ("Warehouse experience", [("Warehouse", False)]),
        ("Knowledge of lease accounting", [("lease accounting", False)]),
        ("design and build of bridges", [("design and build of bridges", False)]),
        ("Experience", [("Experience", True)]),
        ("", []),
    ],
)
def test_heads(written: str, found: list[tuple[str, bool]]) -> None:
    assert heads(written) == found


@pytest.mark.parametrize(
    ("words", "known", "free"),
    [
        ("zorbium or excel", (11, 16), "zorbium"),
        ("excel or zorbium", (0, 5), "zorbium"),
        ("excel and zorbium", (0, 5), None),
        ("excel or something else like it", (0, 5), None),
        ("excel", (0, 5), None),
    ],
)
def test_the_other_one_of_two(words: str, known: tuple[int, int], free: str | None) -> None:
    place = beside_known(words, *known)
    assert (words[slice(*place)] if place else None) == free


def test_items_that_no_vocabulary_knows() -> None:
    text = form_en(
        "Must have:\n- Zorbium 2+ years\n- zorblatt or Excel\n- 2+ years of application support\n- Quillex and Tracsom, at least 3 years",
        instead_of="skill",
    )
    found = values(read(text), "skill", "experience")
    assert found["zorbium"][:3] == (2, None, "year")
    assert found["application-support"][:3] == (2, None, "year")
    assert found["quillex"][:3] == found["tracsom"][:3] == (3, None, "year")
    assert {"zorblatt", "excel"} <= set(found)


@pytest.mark.parametrize(
    ("line", "key", "years"),
    [
        ("Please raise zorblatt from 3 to 7 years.", "zorblatt", 7),
        ("Zorblatt: 3+ yrs -> 8+ yrs", "zorblatt", 8),
        ("Kubernetes years: at least 3, this is new.", "kubernetes", 3),
    ],
)
def test_years_that_move(line: str, key: str, years: float) -> None:
    assert values(read(change_en(line)), "skill")[key][:3] == (years, None, "year")


@pytest.mark.parametrize(
    "line",
    ["They extended the contract from 1 to 2 years.", "The lease moves to 5 years.", "Length of service: 3 years", "Contract: 2 years"],
)
def test_years_of_contracts_are_no_skill(line: str) -> None:
    assert values(read(change_en(line)), "skill") == {}


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("Whoever it is has to be independent.", "independent"),
        ("They want someone patient.", "patient"),
        ("The person must be really calm.", "calm"),
    ],
)
def test_everyday_words_said_of_a_person(line: str, key: str) -> None:
    assert needs(read(change_en(line)), "trait") == {key: "must"}


@pytest.mark.parametrize("line", ["The patient list grew.", "It must be a calm harbour.", "An independent audit is due."])
def test_everyday_words_said_of_things(line: str) -> None:
    assert needs(read(change_en(line)), "trait") == {}


@pytest.mark.parametrize(
    ("line", "key", "years"), [("Zorbium minimum is 3 years.", "zorbium", 3), ("Zorblatt experience has to be 6 years.", "zorblatt", 6)]
)
def test_years_said_of_a_name(line: str, key: str, years: float) -> None:
    assert values(read(change_en(line)), "skill")[key][:3] == (years, None, "year")


@pytest.mark.parametrize("line", ["It is 3 years now.", "The contract is 2 years.", "Contract is 2 years."])
def test_years_said_of_no_name(line: str) -> None:
    assert values(read(change_en(line)), "skill") == {}
