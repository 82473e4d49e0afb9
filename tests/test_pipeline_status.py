"""The status of a seat: open, paused, closed, open again; that nobody writes any more is none (issue 5 item 8, DECISIONS.md D26)."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import reqdrift
from tests.nights import House, full, mail


def told(name: str, body: str, day: int) -> bytes:
    """A mail in the seat's thread."""
    return mail(name, f"Hello,\n\n{body}\n", subject="Re: [KH-2201] Java engineer", day=day, answers="first")


FIRST = mail("first", full("KH-2201", "Java engineer"), day=2)
PAUSED = told("paused", "The client has put KH-2201 on hold.", 4)
AMENDED = told("amended", "For KH-2201, AWS is now a must.", 6)
REOPENED = told("reopened", "KH-2201 is open again.", 10)
CLOSED = told("closed", "KH-2201 has been filled, the position is closed.", 12)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    house = House(tmp_path_factory.mktemp("house"))
    house.put(FIRST, PAUSED, AMENDED, REOPENED, CLOSED)
    house.run()
    return house


def called(house: House, *arguments: str) -> Result:
    done = CliRunner().invoke(reqdrift, [*arguments, "--config", str(house.folder / "pipeline.toml")])
    assert (done.exit_code, done.stderr) == (0, "")
    return done


def test_each_turn_is_a_change_with_the_words_that_told_it(house: House) -> None:
    turns = house.query("SELECT change, before, after, evidence FROM changes WHERE category = 'status' ORDER BY version")
    assert [turn[:3] for turn in turns] == [("paused", "open", "paused"), ("reopened", "paused", "open"), ("closed", "open", "closed")]
    assert all(quote and quote in body.decode() for (*_, quote), body in zip(turns, (PAUSED, REOPENED, CLOSED), strict=True))


@pytest.mark.parametrize(
    ("day", "status"),
    [("02", "open"), ("03", "open"), ("04", "paused"), ("06", "paused"), ("10", "open"), ("11", "open"), ("12", "closed")],
)
def test_a_seat_had_the_status_of_the_day(house: House, day: str, status: str) -> None:
    """An amendment that says nothing of it leaves it as it was: on the 6th the seat is paused still."""
    assert json.loads(called(house, "show", "KH-2201", "--as-of", f"2026-11-{day}", "--json").stdout)["status"] == status


def test_a_closed_seat_is_listed_and_not_among_the_open_ones(house: House) -> None:
    assert "KH-2201" in called(house, "list").stdout
    assert "KH-2201" not in called(house, "list", "--open").stdout


def test_silence_is_told_by_the_report_at_its_own_now_and_moves_nothing(house: House) -> None:
    """The same database, asked for two weeks: after one without a word the seat is quiet, after five it is silent."""
    seat = mail("quiet", full("QT-1", "Test engineer"), subject="[QT-1] Test engineer", sender="Abe <abe@quiet-broker.example>", day=17)
    house.put(seat)
    house.run()
    before = house.state()
    for week, silent in (("2026-W48", False), ("2026-W52", True)):
        page = Path(called(house, "report", "--week", week, "--lang", "en").stdout.split()[0]).read_text(encoding="utf-8")
        assert ("Silent seats" in page) is silent
    house.run(REQDRIFT_NOW="2027-03-01T03:00:00+09:00")
    assert house.query("SELECT DISTINCT status FROM requisitions ORDER BY 1") == [("closed",), ("open",)]
    assert house.state() == before, "time that passes is no news"
