"""Broker twins that both moved: one entry, with the other way below it, in every format."""

import json
from dataclasses import replace

import pytest

from reports.documents import document
from reports.html import page_of
from requisitions.versions import Requisition
from requisitions.words import FlagRule
from tests.report_builders import LABELS, Extra, amend, demand, flag, full, mail, proposal, report, seat
from tests.test_reports_html import Reader

JAVA = demand("skill", "java", label="Java", min=2, unit="year", quote="Java 2年")
MORE = demand("skill", "java", label="Java", min=3, unit="year", quote="Java 3年")


def way(name: str, *, twin_of: str | None = None, moved: bool = True, offered: bool = False, followed: bool = True) -> Requisition:
    """A seat of the week before that one broker or another tells of."""
    first = mail("11-04 10:00", kind="requisition", subject=name, message_id=f"{name}-1")
    later = [amend(mail("11-18 10:00", message_id=f"{name}-2"), MORE)] if moved else []
    events = [proposal("11-10 10:00")] if offered else []
    return seat(name, "Javaエンジニア", "客先", full(first, JAVA), *later, extra=Extra(twin_of=twin_of, events=events, followed=followed))


def entries(*seats: Requisition) -> tuple[list[str | None], list[tuple[str | None, str | None]]]:
    """The references of the entries, and those below them with the ids that they are ways to."""
    moved = report(*seats).moved
    assert moved.number == len(moved.whole) + len(moved.lines)
    told = [one.name for one in moved.whole] + [one.name for one in moved.lines]
    return [name.reference for name in told], [(one.name.reference, one.way_to) for one in moved.ways]


def test_two_ways_that_both_moved_are_one_entry_and_count_once() -> None:
    first = way("A-1")
    other = way("B-1", twin_of=first.requisition_id)
    assert entries(first, other) == (["A-1"], [("B-1", first.requisition_id)])
    told = report(first, other)
    assert (told.head.seats, dict(told.head.tally)) == (1, dict(report(first).head.tally))


def test_the_way_on_which_somebody_is_proposed_stands_for_both() -> None:
    first = way("A-1")
    other = way("B-1", twin_of=first.requisition_id, offered=True)
    assert entries(first, other) == (["B-1"], [("A-1", other.requisition_id)])


def test_the_way_that_we_work_on_stands_for_one_that_nobody_does() -> None:
    first = way("A-1", followed=False)
    other = way("B-1", twin_of=first.requisition_id)
    assert entries(first, other) == (["B-1"], [("A-1", other.requisition_id)])
    assert report(first, other).moved.elsewhere == ()


def test_three_ways_are_one_entry_though_they_are_told_as_a_chain() -> None:
    first = way("A-1")
    second = way("B-1", twin_of=first.requisition_id)
    third = way("C-1", twin_of=second.requisition_id)
    assert entries(third, second, first)[0] == ["A-1"]


def test_one_way_that_moved_alone_is_an_entry_of_its_own() -> None:
    first = way("A-1", moved=False)
    assert entries(first, way("B-1", twin_of=first.requisition_id)) == (["B-1"], [])
    assert entries(way("A-1"), way("B-1", twin_of="r000000000000"))[0] == ["A-1", "B-1"]


@pytest.mark.parametrize(("language", "said"), [("ja", "同じ案件の別の経路"), ("en", "The same seat by another way")])
def test_every_format_tells_of_the_other_way(language: str, said: str) -> None:
    first = way("A-1")
    other = way("B-1", twin_of=first.requisition_id)
    page = page_of(report(first, other), language, labels=LABELS[language])
    html, markdown = (document(page, name).decode() for name in ("html", "markdown"))
    assert html.count("<article") == 1
    assert said in html[html.index("<article") :]
    assert f'id="{other.requisition_id}"' in html
    assert f"- {said}: B-1" in markdown
    (line,) = json.loads(document(page, "json"))["moved"]["ways"]
    assert (line["seat"]["reference"], line["way_to"]) == ("B-1", first.requisition_id)
    assert "Java 3年" in line["changes"][0]["quote"], "the words can be reviewed though they have no table of their own"


def test_a_week_of_four_hundred_moved_seats_says_four_hundred_though_it_has_no_room_for_all() -> None:
    told = report(*(way(f"Q-{number:03}", followed=number < 390) for number in range(400)))
    assert (told.moved.number, len(told.moved.whole) + len(told.moved.lines) + told.moved.lines_left) == (390, 390)
    assert told.moved.left > told.moved.lines_left - 1 > 0
    page = document(page_of(told, "ja", labels=LABELS["ja"]), "html").decode()
    assert '<a href="#moved">動いた案件 390</a>' in page
    assert "390件中390件" in Reader(page).text


def test_conditions_of_the_other_way_are_to_be_reviewed_where_we_work_on_it_and_only_there() -> None:
    first = way("A-1")
    for followed, flagged in ((True, ["B-1"]), (False, [])):
        other = way("B-1", twin_of=first.requisition_id, followed=followed)
        told = report(first, replace(other, flags=(flag(other.mails[0], FlagRule.AGE_LIMIT, "三十五まで"),)))
        assert [one.name.reference for one in told.decisions.flags] == flagged
