"""Amendments that turn from seat to seat by name, by number, or by the question that they answer."""

import pytest

from requisitions.statements import Reading
from tests.reading import read, read_mail, statuses

_EARLIER = ("<0@x.example>",)


def amended(text: str) -> Reading:
    reading = read(text, subject="Re: Staff for the show", in_reply_to=_EARLIER)
    assert str(reading.kind) == "clarification"
    return reading


def told(reading: Reading) -> dict[str | None, list[str]]:
    return {statement.title: sorted(found.key for found in statement.requirements) for statement in reading.statements}


@pytest.mark.parametrize(
    "text",
    [
        "Rigger: IRATA is now a must.\n\nAV technician: day rate up to £280.",
        "Rigger - IRATA is now a must.\nAV technician - day rate up to £280.",
        "For the rigger: IRATA is now a must.\nFor the AV technician: day rate up to £280.",
        "Rigger\n- IRATA is now a must\n\nAV technician\n- day rate up to £280",
        "The rigger needs IRATA now. The AV technician gets a day rate up to £280.",
    ],
)
def test_seats_by_the_names_of_their_jobs(text: str) -> None:
    found = {(title or "").casefold(): keys for title, keys in told(amended(text)).items()}
    assert found == {"rigger": ["irata"], "av technician": ["rate"]}


def test_bare_names_where_several_stand_alike() -> None:
    text = "Lighting: IRATA is a must now.\n\nCloakroom: no change.\n\nStalls: day rate up to £130.\n\nThanks"
    assert told(amended(text)) == {"Lighting": ["irata"], "Stalls": ["rate"]}


def test_seats_by_number() -> None:
    reading = amended("S/N 1: quantity is now 20.\nS/N 2: CANCELLED.\nS/N 3: as it is.\n\nFor S/N 1 and 3: age up to 50 is acceptable.")
    assert told(reading) == {"S/N 1": ["age", "headcount"], "S/N 2": [], "S/N 3": ["age"]}
    assert statuses(reading) == [None, "closed", None]


def test_answers_are_of_the_seat_that_is_asked_about() -> None:
    payroll = "> Can the payroll seat be hybrid?\n\nYes, two days at home.\n\n"
    text = f"{payroll}> Is Excel needed for the accounts assistant?\n\nNo, not any more.\n"
    assert told(read_mail(text, subject="Re: Two openings", in_reply_to=_EARLIER[0])) == {
        "payroll": ["remote"],
        "accounts assistant": ["excel"],
    }


@pytest.mark.parametrize(
    "text",
    [
        "Update: IRATA is now a must.\n\nNote: day rate up to £280.",
        "Good news: the day rate is £280 now.\n\nAnother thing: IRATA is a must.",
        "Rate: £280 a day\nStart: 30 November",
        "The client is happy with £280 a day. The manager wants IRATA.",
        "The project manager is back on Monday. The tester has resigned, so we need IRATA.",
    ],
)
def test_other_labels_name_no_seat(text: str) -> None:
    assert len(amended(text).statements) == 1


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Scratch the plasterer, my brother can do it.", "closed"),
        ("We don't need the forklift driver any more.", "closed"),
        ("Stand the decorators down till Monday week.", "paused"),
        ("Please scrap the tester certificate.", None),
    ],
)
def test_a_seat_given_up_by_its_job(text: str, status: str | None) -> None:
    assert statuses(amended(text)) == [status]


def test_short_numbers_of_a_table_name_its_seats_later() -> None:
    rows = "Code\tPosition\tOpenings\tRate\nLM-1\tChef de partie\t2\t£14.50/hr\nLM-2\tBreakfast chef\t1\t£13.75/hr\n"
    assert [statement.reference for statement in read(f"We need people.\n\n{rows}").statements] == ["LM-1", "LM-2"]
    reading = amended("LM-2 is sorted, my cousin does it.\n\nLM-1: pay's up to £15.25.")
    assert [(statement.reference, str(statement.status)) for statement in reading.statements] == [("LM-2", "closed"), ("LM-1", "open")]


def test_a_line_s_name_demands_nothing_and_its_number_alone_counts() -> None:
    reading = amended("1. Pickers - 6 instead of 8\n2. Packers - no change\n3. Forklift - licence must be RTITB")
    assert told(reading) == {"Pickers": ["headcount"], "Forklift": ["rtitb"]}


def test_the_cause_of_one_line_is_not_the_next_line_s() -> None:
    reading = amended("QA lead - rate up to £480 a day since nobody applied.\nScrum master - SAFe is no longer needed.")
    assert [str(statement.reason) for statement in reading.statements] == ["market", "unstated"]


def test_a_seat_that_a_line_calls_filled_is_closed() -> None:
    assert statuses(amended("Java developer - filled, thanks everybody.\nQA lead - rate up to £480 a day.")) == ["closed", None]


@pytest.mark.parametrize(
    "text",
    [
        "Tableau: removed\nPower BI: added as mandatory",
        "Kafka - now a must\nDocker - nice to have",
        "Remove: Tableau\nAdd: Power BI (must)",
    ],
)
def test_demands_before_a_colon_are_no_seats(text: str) -> None:
    assert len(amended(text).statements) == 1


def test_what_both_need_is_of_both() -> None:
    text = "Both nurses now start on 7 December.\nThe midwife needs IRATA.\nThe rigger needs IPAF."
    assert [sorted(keys) for keys in told(amended(text)).values()] == [["irata", "start-date"], ["ipaf", "start-date"]]
