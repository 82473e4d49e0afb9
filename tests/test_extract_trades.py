"""Two trades in one sentence make two seats; two qualities of one person do not."""

import pytest

from requisitions.statements import Statement
from tests.reading import read


def told(statement: Statement) -> dict[str, object]:
    return {found.key: found.max or found.text or str(found.necessity) for found in statement.requirements if found.category != "role"}


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("We're after a sous chef and two commis for our place in Bath.", ["sous chef", "commis"]),
        ("Could you send us two nurses and three healthcare assistants for Saturday?", ["nurses", "healthcare assistants"]),
        ("Need 4 stagehands, 2 riggers and a lighting tech in Leeds on 12 December.", ["stagehands", "riggers", "lighting tech"]),
        ("We need one SRE plus a DBA for six months in Zurich.", ["SRE", "DBA"]),
        ("Two room attendants and a night porter needed, Killarney, from 1 December.", ["room attendants", "night porter"]),
    ],
)
def test_each_trade_is_a_seat(text: str, titles: list[str]) -> None:
    assert [statement.title for statement in read(text, subject="Next week").statements] == titles


def test_what_is_said_of_one_trade_is_of_its_seat_alone() -> None:
    text = "need 3 plasterers and 1 labourer for monday in Luton, all cscs. £24 ph plasterers, 16.50 lab. Plasterers need IPAF."
    plasterers, labourer = read(text, subject="monday").statements
    assert told(plasterers) == {"headcount": 3, "location": "Luton", "start-date": "2026-11-30", "cscs": "must", "rate": 24, "ipaf": "must"}
    assert told(labourer) == {"headcount": 1, "location": "Luton", "start-date": "2026-11-30", "cscs": "must", "rate": 16.5}


@pytest.mark.parametrize(
    "text",
    [
        "We need a friendly and patient teacher with a car and two references.",
        "Looking for a Java developer with 5 years and a good degree, two interviews and a test.",
        "I need a welder and fitter for two weeks in Hull.",
        "We need a nurse for a year and a day, two sites and one van provided.",
    ],
)
def test_one_person_makes_one_seat(text: str) -> None:
    assert len(read(text, subject="Next week").statements) == 1
