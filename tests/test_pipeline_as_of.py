"""`show --as-of` and `--known-at`: both clocks right to the day, in the zone of the reports (issue 5 item 4, DECISIONS.md D6, D26)."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click
import pytest
from click.testing import CliRunner, Result

from pipeline.cli import reqdrift
from pipeline.finding import end_of
from tests.nights import House, full, mail

NIGHTS = ("2026-11-17T03:00:00+09:00", "2026-11-20T03:00:00+09:00", "2026-11-24T03:15:00+09:00")
"""When the house read what had come by then."""


def at(name: str, moment: str, body: str, *, answers: str | None = "first") -> bytes:
    """A mail about KH-2201 that was written at that moment of November 2026."""
    written = mail(name, body, subject="[KH-2201] Java engineer" if answers is None else "Re: [KH-2201] Java engineer", answers=answers)
    return written.replace(b"Date: 16 Nov 2026 10:00:00 +0900", f"Date: {moment}".encode())


FIRST = at("first", "16 Nov 2026 10:00:00 +0900", full("KH-2201", "Java engineer"), answers=None)
MIDNIGHT = at("midnight", "18 Nov 2026 00:30:00 +0900", "Hello,\n\nAWS is now a must.\n")
"""Still the 17th in London and New York."""
LATE = at("late", "17 Nov 2026 09:00:00 +0900", "Hello,\n\nthe rate is now 700,000 JPY per month.\n")
"""Came a week after it was written."""
LAST = at("last", "19 Nov 2026 23:59:00 +0900", "Hello,\n\nthe location has changed to Yokohama.\n")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    """Three nights: the requisition; two clarifications; and one that was written before those."""
    house = House(tmp_path_factory.mktemp("house"))
    for now, mails in zip(NIGHTS, ([FIRST], [MIDNIGHT, LAST], [LATE]), strict=True):
        house.put(*mails)
        house.run(REQDRIFT_NOW=now)
    return house


def called(house: House, *arguments: str) -> Result:
    """The program, called in this process, which is quicker."""
    return CliRunner().invoke(reqdrift, [*arguments, "--config", str(house.folder / "pipeline.toml")])


def held(house: House, *options: str) -> dict[str, Any]:
    """Necessity of AWS, top of the rate and the place, as `show` tells them."""
    done = called(house, "show", "KH-2201", "--json", *options)
    assert (done.exit_code, done.stderr) == (0, "")
    demands = {one["key"]: one for one in json.loads(done.stdout)["versions"][-1]["requirements"]}
    return {"aws": demands["aws"]["necessity"], "rate": demands["rate"]["max"], "location": demands["location"]["text"]}


BEFORE = {"aws": "preferred", "rate": 650_000, "location": "Shibuya"}
NOW = {"aws": "must", "rate": 700_000, "location": "Yokohama"}


def test_without_a_date_all_of_it_holds(house: House) -> None:
    assert held(house) == NOW


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-11-16", BEFORE),
        ("2026-11-17", BEFORE | {"rate": 700_000}),
        ("2026-11-18", NOW | {"location": "Shibuya"}),
        ("2026-11-19", NOW),
        ("2030-01-01", NOW),
        ("2026-11-18T00:29", BEFORE | {"rate": 700_000}),
        ("2026-11-18T00:30", NOW | {"location": "Shibuya"}),
        ("2026-11-17T15:30+00:00", NOW | {"location": "Shibuya"}),
    ],
)
def test_as_of_a_day_counts_what_was_said_by_its_end(house: House, day: str, expected: dict[str, Any]) -> None:
    """Also what was learnt later: on the 17th the rate had moved, though nobody of ours knew for a week."""
    assert held(house, "--as-of", day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-11-17", BEFORE),
        ("2026-11-19", BEFORE),
        ("2026-11-20", {"aws": "must", "rate": 650_000, "location": "Yokohama"}),
        ("2026-11-23", {"aws": "must", "rate": 650_000, "location": "Yokohama"}),
        ("2026-11-24", NOW),
    ],
)
def test_known_at_a_day_counts_what_was_archived_by_its_end(house: House, day: str, expected: dict[str, Any]) -> None:
    assert held(house, "--known-at", day) == expected


@pytest.mark.parametrize(
    ("as_of", "known_at", "expected"),
    [
        ("2026-11-18", "2026-11-23", {"aws": "must", "rate": 650_000, "location": "Shibuya"}),
        ("2026-11-17", "2026-11-23", BEFORE),
        ("2026-11-17", "2026-11-24", BEFORE | {"rate": 700_000}),
    ],
)
def test_both_clocks_at_once(house: House, as_of: str, known_at: str, expected: dict[str, Any]) -> None:
    """What we thought on one day had held on another."""
    assert held(house, "--as-of", as_of, "--known-at", known_at) == expected


@pytest.mark.parametrize(
    "options", [["--as-of", "2026-11-15"], ["--known-at", "2026-11-16"], ["--as-of", "2026-11-20", "--known-at", "2026-11-16"]]
)
def test_before_the_first_version_a_sentence_says_so(house: House, options: Sequence[str]) -> None:
    done = called(house, "show", "KH-2201", *options)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "nothing of 'KH-2201' was there yet" in done.stderr


@pytest.mark.parametrize("wanted", ["yesterday", "2026-13-01", "9999-12-31", "9999-12-31T23:59", ""])
def test_what_is_no_date_is_refused_with_an_example(house: House, wanted: str) -> None:
    done = called(house, "show", "KH-2201", "--as-of", wanted)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "2026-11-20T18:00" in done.stderr


def test_days_are_those_of_the_configured_zone(house: House) -> None:
    """Half past midnight in Tokyo is the day before in New York."""
    config = house.folder / "pipeline.toml"
    tokyo = config.read_text(encoding="utf-8")
    config.write_text(tokyo.replace("[reports]\n", '[reports]\ntimezone = "America/New_York"\n'), encoding="utf-8")
    try:
        assert held(house, "--as-of", "2026-11-17") == NOW | {"location": "Shibuya"}
        assert held(house, "--as-of", "2026-11-16") == BEFORE | {"rate": 700_000}
    finally:
        config.write_text(tokyo, encoding="utf-8")


@pytest.mark.parametrize(
    ("wanted", "zone", "utc"),
    [
        ("2026-11-20", "Asia/Tokyo", "2026-11-20T15:00"),
        ("2026-10-25", "Europe/London", "2026-10-26T00:00"),
        ("2026-10-24", "Europe/London", "2026-10-24T23:00"),
        ("2026-11-20T18:00", "Asia/Tokyo", "2026-11-20T09:01"),
        ("2026-11-20T18:00:05", "Asia/Tokyo", "2026-11-20T09:00:06"),
        ("2026-11-20T18:00Z", "Asia/Tokyo", "2026-11-20T18:01"),
    ],
)
def test_a_day_ends_at_its_own_midnight_whatever_the_clocks_do(wanted: str, zone: str, utc: str) -> None:
    assert end_of(wanted, ZoneInfo(zone)).astimezone(ZoneInfo("UTC")).isoformat().startswith(utc)


def test_the_end_of_time_is_no_day() -> None:
    with pytest.raises(click.UsageError, match="no date"):
        end_of("9999-12-31", ZoneInfo("Asia/Tokyo"))


@pytest.mark.parametrize(("week", "late"), [("2026-W47", False), ("2026-W48", True)])
def test_what_came_in_a_later_week_is_told_there_as_learnt_late(house: House, week: str, *, late: bool) -> None:
    """The rate was raised in week 47 and archived in week 48: the report knows two clocks, too."""
    done = called(house, "report", "--week", week, "--lang", "en")
    assert done.exit_code == 0, done.stderr
    assert ("came to light late:" in Path(done.stdout.strip()).read_text(encoding="utf-8")) is late


def test_each_link_is_told_with_its_rule_and_its_score(house: House) -> None:
    lines = [line.split() for line in called(house, "show", "KH-2201").stdout.splitlines() if "#1" in line]
    assert [(line[2], line[3]) for line in lines] == [("root", "1.00"), *[("reference", "1.00")] * 3]


def test_a_link_that_a_late_mail_moved_names_it_and_the_report_counts_it(house: House) -> None:
    """What was said on the 18th went on from the requisition, until the words of the 17th came."""
    late = hashlib.sha256(LATE).hexdigest()
    links = json.loads(called(house, "show", "KH-2201", "--json").stdout)["links"]
    assert [link["revised"] for link in links] == [None, None, late, None]
    page = Path(called(house, "report", "--week", "2026-W48", "--lang", "en").stdout.split()[0]).read_text(encoding="utf-8")
    assert "Seats whose links moved because an earlier mail came late" in page
    before = Path(called(house, "report", "--week", "2026-W47", "--lang", "en").stdout.split()[0]).read_text(encoding="utf-8")
    assert "Seats whose links moved" not in before
