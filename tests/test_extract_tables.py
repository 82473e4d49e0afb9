"""Tables with a head row, one seat a row; and lines with gaps that are none."""

import pytest

from extract.labels import Field
from extract.tables import cells_of, columns_of
from tests.reading import read


def cells(text: str) -> list[str]:
    return [text[start:end] for start, end in cells_of(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("role\tlocation\trate", ["role", "location", "rate"]),
        ("role   location   rate", ["role", "location", "rate"]),
        ("data engineer   new york   $60/hr", ["data engineer", "new york", "$60/hr"]),
        ("  role\t location ", ["role", "location"]),
        ("one cell only", ["one cell only"]),
        ("", []),
        ("   ", []),
        ("\t\t", []),
    ],
)
def test_cells(text: str, found: list[str]) -> None:
    assert cells(text) == found


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("role\tlocation\trate", (Field.ROLE, Field.LOCATION, Field.RATE)),
        ("職種\t勤務地\t単価\t期間", (Field.ROLE, Field.LOCATION, Field.RATE, Field.PERIOD)),
        ("案件名   場所   単価", (Field.TITLE, Field.LOCATION, Field.RATE)),
    ],
)
def test_a_head_row(text: str, fields: tuple[Field, ...]) -> None:
    assert columns_of(text) == fields


@pytest.mark.parametrize(
    "text",
    [
        "role\tlocation",
        "role\tlocation\t$60/hr",
        "tester\tderby\t£400",
        "単価\t65万円",
        "one two three",
        "",
        "rate",
        "お世話に\tなって\tおります",
    ],
)
def test_no_head_row(text: str) -> None:
    assert columns_of(text) == ()


def test_columns_of_figures_are_no_table_of_seats() -> None:
    text = "Hours\tNovember\tDecember\n160\t172\t150\n"
    assert read(text, subject="Timesheet").statements == ()
