"""From a parsed quantity to a finding in its clause: its own sentence only, no value that no longer holds, exact places."""

import pytest

from extract.clauses import Clause, clauses_of
from extract.folding import fold
from extract.measured import of_quantity, read
from extract.quantities.money import find_money
from extract.quantities.years import find_years
from extract.units import read_units
from requisitions.words import Category
from tests.reading import message_of


def clauses(line: str) -> list[Clause]:
    (unit,) = read_units(message_of(line), fold(line), japanese=not line.isascii())
    return list(clauses_of(unit))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("単価は65万円です。", ["65万円"]),
        ("単価：65万円", ["65万円"]),
        ("単価を60万円から65万円に変更します。", ["65万円"]),
        ("単価は60万円ではなく65万円です。", ["65万円"]),
        ("the rate is $65/hr", ["$65/hr"]),
    ],
)
def test_values_that_hold_at_their_places(line: str, words: list[str]) -> None:
    (clause,) = clauses(line)
    found = read(clause, find_money, bare=True, currency="jpy" if not line.isascii() else None)
    assert [clause.unit.text[item.start : item.end] for item in found] == words


def test_the_label_is_not_read() -> None:
    (clause,) = clauses("2年目の単価：65万円")
    assert read(clause, find_years) == []


@pytest.mark.parametrize("line", ["お世話になっております。", "単価は未定です。", "", "thanks"])
def test_no_value_no_find(line: str) -> None:
    assert [item for clause in (clauses(line) if line else []) for item in read(clause, find_money, bare=True, currency="jpy")] == []


def test_a_finding_bears_the_quantitys_value() -> None:
    (clause,) = clauses("Javaは3年以上必須です。")
    (years,) = read(clause, find_years)
    found = of_quantity(clause, Category.SKILL, "java", "Java", years)
    assert (found.min, found.max, found.unit, found.relative) == (3, None, "year", False)
    assert clause.unit.text[found.start : found.end] == "3年以上"
