"""Tables with a head row, one seat a row; and lines with gaps that are none."""

import pytest

from extract.labels import Field
from extract.tables import cells_of, columns_of
from tests.reading import form_en, form_ja, read


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
        ("ref   role   no.   pay/hr", (Field.REFERENCE, Field.ROLE, Field.HEADCOUNT, Field.RATE)),
        ("role   grade   location   rate", (Field.ROLE, Field.OTHER, Field.LOCATION, Field.RATE)),
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
        "name   skills   location   rate",
        "candidate   skills   location   rate",
        "grade   role   band   rate",
    ],
)
def test_no_head_row(text: str) -> None:
    assert columns_of(text) == ()


def test_columns_of_figures_are_no_table_of_seats() -> None:
    text = "Hours\tNovember\tDecember\n160\t172\t150\n"
    assert read(text, subject="Timesheet").statements == ()


def test_rows_of_a_wide_table_are_no_sentence_that_goes_on() -> None:
    text = """\
Hi, three seats for the new tram depot, please send people.

Code     Position             Openings   Experience      Skills                        Location
TD-411   Track technician     3          2-4 yrs         welding, SAP                  Sheffield
TD-412   Depot planner        1          5+ yrs          Primavera, Excel              Rotherham, remote
TD-413   Signal engineer      2          6 yrs           AutoCAD                       Doncaster

Everyone must have the right to work in the UK.
"""
    reading = read(text, subject="Depot seats")
    assert [statement.reference for statement in reading.statements] == ["TD-411", "TD-412", "TD-413"]
    first, second, _ = reading.statements
    assert {(found.key, found.min, found.max) for found in first.requirements if found.key in ("headcount", "total-experience")} == {
        ("headcount", 3, 3),
        ("total-experience", 2, 4),
    }
    assert {(found.key, found.text) for found in second.requirements if found.key in ("location", "remote")} == {
        ("location", "Rotherham"),
        ("remote", "full"),
    }
    assert all("work-authorization" in {found.key for found in statement.requirements} for statement in reading.statements)


def test_a_table_of_people_is_no_table_of_seats() -> None:
    text = "Our hotlist of available consultants:\n\nName    Skill        Location    Rate\nT. U.   COBOL        Boise       $70/hr\n"
    assert read(text, subject="Hotlist").statements == ()


def years_told(text: str) -> dict[str, tuple[str, float | None]]:
    """The skills beside the seat's own, with their years."""
    found = [item for statement in read(text).statements for item in statement.requirements]
    assert all(item.evidence in text for item in found)
    return {item.key: (str(item.necessity), item.min) for item in found if item.category == "skill" and item.key != "cobol"}


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            form_en("Skill | Required | Years\nGo | Yes | 5\nDocker | No | 2+\n\nShift: days"),
            {"go": ("must", 5), "docker": ("preferred", 2)},
        ),
        (form_en("Skills\tYears of experience\nGo\t6\nDocker\t2 years"), {"go": ("must", 6), "docker": ("must", 2)}),
        (form_ja("スキル | 年数 | 必須/尚可\nGo | 3年以上 | 必須\nDocker | 1年 | 尚可"), {"go": ("must", 3), "docker": ("preferred", 1)}),
        (form_en("Skills: Go, Docker"), {"go": ("must", None), "docker": ("must", None)}),
    ],
)
def test_a_table_of_skills_and_years(text: str, want: dict[str, tuple[str, float | None]]) -> None:
    assert years_told(text) == want
