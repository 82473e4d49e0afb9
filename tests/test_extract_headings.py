"""The name in the heading of a seat, without its count and the client's own number."""

import pytest

from extract.folding import fold
from extract.headings import counts_seats, name_in
from extract.units import read_units
from tests.reading import message_of


def heading(line: str) -> str:
    (unit,) = read_units(message_of(line), fold(line), japanese=not line.isascii())
    start, end = unit.folded.original(*name_in(unit))
    return line[start:end].strip()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("■社内ヘルプデスク（案件番号：QM-31）", "社内ヘルプデスク"),
        ("①社内ヘルプデスク", "社内ヘルプデスク"),
        ("案件③ 社内ヘルプデスク", "社内ヘルプデスク"),
        ("1. Tester (Job ID 50231)", "Tester"),
        ("2) Data analyst (ref QM-32)", "Data analyst"),
        ("Tester", "Tester"),
        ("QM-31: Tester", "Tester"),
        ("【QM-31】テスター", "テスター"),
    ],
)
def test_the_name_alone(line: str, name: str) -> None:
    assert heading(line) == name


@pytest.mark.parametrize("line", ["案件② テスター", "案件3 テスター"])
def test_a_heading_that_counts(line: str) -> None:
    (unit,) = read_units(message_of(line), fold(line), japanese=True)
    assert counts_seats(unit) or unit.number is not None


@pytest.mark.parametrize("line", ["テスター", "案件のご紹介", "Tester", "QM-31: Tester"])
def test_a_heading_that_counts_nothing(line: str) -> None:
    (unit,) = read_units(message_of(line), fold(line), japanese=not line.isascii())
    assert not counts_seats(unit)
