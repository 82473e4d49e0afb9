"""Terse notes: a job, then a short line each; letters and signatures are none."""

import pytest

from tests.reading import needs, read, values

_JOB = "3 x reach truck drivers\nSwindon SN3\n06-14 / 14-22 rotating\n12.75ph days\n"
_NOTE = f"{_JOB}In-date RTITB\nStart 30 November\nSafety boots\n\nTa\nMick\n"


def test_a_note_is_read_line_by_line() -> None:
    reading = read(_NOTE, subject="reach truck")
    assert str(reading.kind) == "requisition"
    found = values(reading)
    assert found["headcount"] == (3, 3, "person", None)
    assert found["location"][3] == "Swindon SN3"
    assert found["working-hours"][3] == "6:00-14:00 / 14:00-22:00"
    assert found["start-date"][3] == "2026-11-30"
    assert "rtitb" in found


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("CNC programmer, Fanuc\nRockford IL\n2nd shift\n$34/hr\n3 yrs min\nMastercam a plus\n", {"location", "rate", "total-experience"}),
        ("Payroll clerk - Bristol\n37 hrs\n£26k\nSage\n6 months\nstart 2 Dec\n", {"location", "rate", "duration", "start-date", "sage"}),
        (
            "2 care assistants\nBury BL9\nnights\n£12.60\nenhanced DBS\nasap\n",
            {"headcount", "location", "night-shift", "rate", "start-date"},
        ),
    ],
)
def test_notes_of_several_trades(text: str, keys: set[str]) -> None:
    assert keys <= needs(read(text, subject="need")).keys()


@pytest.mark.parametrize(
    "text",
    [
        "Thanks, see you there.\n\nRegards\nTom Baker\nSenior recruiter\nLeeds office\nJava and nursing desk\n0113 496 0000\n",
        "Anna Weber\nPayroll manager\nLeeds LS1\nwww.partner.example\n",
    ],
)
def test_a_signature_is_no_note(text: str) -> None:
    assert needs(read(text, subject="Thanks")) == {}


def _seats(text: str) -> list[tuple[str | None, set[str]]]:
    return [(seat.title, {found.key for found in seat.requirements}) for seat in read(text, subject="Roles").statements]


@pytest.mark.parametrize(
    "lines",
    [
        "- Data engineer - Berlin - €600/day - Spark\n- Scrum master - Munich - €500/day - Jira",
        "1. Data engineer, Berlin, €600/day, Spark\n2. Scrum master, Munich, €500/day, Jira",
        "Data engineer | Berlin | €600/day | Spark\nScrum master | Munich | €500/day | Jira",
    ],
)
def test_a_list_of_seats_a_line_each(lines: str) -> None:
    found = _seats(f"We have the following open:\n\n{lines}\n\nAll start in January.\n")
    assert found == [
        ("Data engineer", {"data-engineer", "location", "rate", "spark", "start-date"}),
        ("Scrum master", {"scrum-master", "location", "rate", "jira", "start-date"}),
    ]


def test_counts_make_seats_of_jobs_that_nobody_knows() -> None:
    text = "We need:\n- 2 x Line cooks - $22/hr\n- 1 x Dishwasher - $18/hr\n\nIn Tampa, FL.\n"
    assert [{"headcount", "rate"} <= keys for _, keys in _seats(text)] == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        "We need a data engineer.\n\nResponsibilities:\n- Lead engineer, mentoring 2 days a week\n- Deputy manager, London\n",
        "Role: Data engineer\nRate: £500/day\n\nThe team:\n- Platform architect, London\n- Site manager, Leeds\n",
        "Role: Tester\nLocation: Leeds\nRate: £300/day\n\nSkills:\n- Java engineer background, 3 years\n- SQL, 2 years\n",
    ],
)
def test_duties_and_skills_are_no_list_of_seats(text: str) -> None:
    assert len(read(text, subject="Role").statements) == 1


def test_counts_behind_a_job() -> None:
    text = "Please supply for Saturday:\nChef de partie x 1, 2pm-11pm, $38/hr\nKitchen hand x 2, 4pm-11pm, $30/hr\n\nVenue: Fremantle.\n"
    assert [title for title, _ in _seats(text)] == ["Chef de partie", "Kitchen hand"]
    text = "We require:\n1. Site supervisor - 5 Nos. - Diploma, 6 yrs exp\n2. Surveyor - 2 Nos. - 5 yrs exp\n\nLocation: Nagpur\n"
    assert [title for title, _ in _seats(text)] == ["Site supervisor", "Surveyor"]
