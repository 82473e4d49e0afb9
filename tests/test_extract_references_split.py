"""Clauses that speak of two seats one after the other, and references that share what is said."""

import pytest

from extract.clauses import clauses_of
from extract.folding import fold
from extract.references_split import joined, one_seat_each
from extract.units import read_units
from tests.reading import message_of


def parts(line: str) -> list[str]:
    (unit,) = read_units(message_of(line), fold(line), japanese=not line.isascii())
    return [part.text.strip() for clause in clauses_of(unit) for part in one_seat_each(clause)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("QM-31 goes up to 375 a day, and QM-32 now needs SQL", ["qm-31 goes up to 375 a day, and", "qm-32 now needs sql"]),
        ("QM-31 needs SQL and QM-32 needs Java", ["qm-31 needs sql and", "qm-32 needs java"]),
        ("QM-31はJavaが必須、QM-32はSQLが必須です", ["qm-31はjavaが必須、", "qm-32はsqlが必須です"]),
    ],
)
def test_each_seat_has_its_own_words(line: str, found: list[str]) -> None:
    assert parts(line) == found


@pytest.mark.parametrize(
    "line",
    [
        "QM-31 and QM-32 now need SQL",
        "QM-31、QM-32はSQLが必須です",
        "QM-31 needs SQL",
        "the rate goes up",
        "QM-31 (like QM-32) needs SQL",
        "SQL for QM-31, QM-32",
    ],
)
def test_words_said_of_both_stay_whole(line: str) -> None:
    assert parts(line) == [fold(line).text]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("qm-31 and qm-32 need sql", ["QM-31", "QM-32"]),
        ("qm-31、qm-32は必須です", ["QM-31", "QM-32"]),
        ("qm-31 needs sql, qm-32 does not", ["QM-31"]),
        ("qm-31 needs sql", ["QM-31"]),
        ("no code here", []),
        ("", []),
    ],
)
def test_references_that_share_what_is_said(text: str, codes: list[str]) -> None:
    assert joined(text) == codes
