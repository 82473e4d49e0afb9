"""`reqdrift brief`, as people call it: names, languages, formats, files, and bad input."""

import json
import stat

import pytest
from click.testing import CliRunner, Result

from pipeline.commands.brief import command
from tests.nights import CLARIFICATION, NOW, OTHER, REQUISITION, House, full, mail


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> House:
    """Two seats, one of which has moved, and two that share a reference."""
    house = House(tmp_path_factory.mktemp("house"))
    shared = [
        mail(
            f"shared{number}",
            full("ZZ-9001", f"Tester {number}"),
            subject=f"[ZZ-9001] Tester {number}",
            sender=f"x <x@firm{number}.example>",
        )
        for number in range(2)
    ]
    house.put(REQUISITION, CLARIFICATION, OTHER, *shared)
    house.run()
    return house


def called(house: House, *arguments: str, now: str = NOW) -> Result:
    """The command in this very process, which has imported all that it needs."""
    return CliRunner().invoke(command, [*arguments, "--config", str(house.folder / "pipeline.toml")], env={"REQDRIFT_NOW": now})


def said(house: House, *arguments: str) -> str:
    done = called(house, *arguments)
    assert (done.exit_code, done.stderr) == (0, "")
    return done.stdout


def test_it_is_text_in_the_language_of_the_configuration_unless_asked_otherwise(lived_in: House) -> None:
    assert said(lived_in, "KH-2201").startswith("面談前の確認")
    assert said(lived_in, "KH-2201", "--lang", "en").startswith("Before the interview")
    assert said(lived_in, "kh-2201", "--lang", "en") == said(lived_in, "KH-2201", "--lang", "en")


def test_it_is_found_by_any_members_id_and_tells_what_moved(lived_in: House) -> None:
    ((member,),) = lived_in.query("SELECT statement_id FROM links WHERE parent_statement_id IS NOT NULL")
    told = json.loads(said(lived_in, member, "--format", "json"))
    assert (told["reference"], [one["key"] for one in told["moved"]]) == ("KH-2201", ["aws"])
    assert told["now"] == "2026-11-23T18:15:00Z"


def test_quotes_stand_in_their_clause_as_the_archive_is_at_hand(lived_in: House) -> None:
    assert "“one thing has changed for KH-2201: AWS is now a must, because the person before left.”" in said(
        lived_in, "KH-2201", "--lang", "en"
    )


def test_a_page_is_written_whole_for_our_eyes_only_and_its_place_printed(lived_in: House) -> None:
    done = lived_in.call("brief", "KH-2201", "--format", "html", "--output", "out/brief.html")
    path = lived_in.folder / "out" / "brief.html"
    assert (done.returncode, done.stdout, done.stderr) == (0, "out/brief.html\n", "")
    assert path.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in path.parent.iterdir()] == ["brief.html"]
    assert path.read_text("utf-8") == said(lived_in, "KH-2201", "--format", "html"), "the same data give the same page"


def test_reading_changes_nothing(lived_in: House) -> None:
    before = lived_in.state()
    said(lived_in, "KH-2201")
    assert lived_in.state() == before


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("NO-1",), "no requisition has the id or reference 'NO-1'; `reqdrift list` prints them"),
        (("ZZ-9001",), "'ZZ-9001' can mean 2 requisitions; name one by its id:"),
        (("KH-2201", "--lang", "fr"), "'fr' is not one of 'ja', 'en'"),
        (("KH-2201", "--format", "pdf"), "'pdf' is not one of 'text', 'html', 'json'"),
        ((), "Missing argument 'REQUISITION'"),
    ],
)
def test_bad_input_gets_a_sentence_and_status_2(lived_in: House, arguments: tuple[str, ...], sentence: str) -> None:
    done = called(lived_in, *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert sentence in done.stderr


def test_nothing_stated_by_that_moment_is_said(lived_in: House) -> None:
    done = called(lived_in, "KH-2201", now="2026-11-01T00:00:00+09:00")
    assert done.exit_code == 2
    assert "nothing of 'KH-2201' was stated yet" in done.stderr


def test_a_house_without_a_night_says_so(house: House) -> None:
    done = house.call("brief", "KH-2201")
    assert done.returncode == 1
    assert "reqdrift run" in done.stderr


def test_what_a_client_usually_names_is_counted_over_its_other_seats(house: House) -> None:
    hours = "Overtime: 20 hours per month\n"
    client = "Client: Kita Foods Inc.\n"
    seats = [
        mail(f"k{number}", full(f"KF-100{number}", f"Engineer {number}") + client + hours, subject=f"[KF-100{number}] Engineer {number}")
        for number in range(6)
    ]
    bare = mail("bare", full("KF-2000", "Quiet engineer") + client, subject="[KF-2000] Quiet engineer", day=17)
    house.put(*seats, bare)
    house.run()
    (usual,) = [one for one in json.loads(said(house, "KF-2000", "--format", "json"))["usual"] if one["key"] == "overtime"]
    assert (usual["basis"], usual["named"], usual["seats"]) == ("client", 6, 6)
    assert "6 of 6 seats of this client name it" in said(house, "KF-2000", "--lang", "en")
    assert all(one["key"] != "overtime" for one in json.loads(said(house, "KF-1001", "--format", "json"))["usual"])
