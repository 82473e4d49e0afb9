"""Every question of docs/as-of.md, run on the sample mails as it stands there, gives what the fold gives (issue 5 item 4)."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import duckdb
import pytest

from pipeline.looking_back import looked_back
from requisitions.versions import Change, Mail, Requisition, Version
from requisitions.words import Category, Effect, EventKind, Necessity, Review, Speaker, Status
from store import reading
from store.bulk import Connection
from store.snapshot import open_snapshot
from tests.nights import House

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs/as-of.md").read_text(encoding="utf-8")
TOKYO = ZoneInfo("Asia/Tokyo")
LATE = ("010", "013", "031", "044")
"""Sample mails that come in week 48: a memo, two clarifications and a rejection."""

QUESTIONS = {part.partition("\n")[0]: part.partition("```sql\n")[2].partition("```")[0] for part in PAGE.split("\n## ")[1:]}
Rows = set[tuple[Any, ...]]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    """The sample mails in two nights: all but a few, which come a week late."""
    house = House(tmp_path_factory.mktemp("house"))
    told = (ROOT / "pipeline.toml").read_text(encoding="utf-8").replace("samples/mails", "mails")
    (house.folder / "pipeline.toml").write_text(told, encoding="utf-8")
    mails = sorted((ROOT / "samples/mails").glob("*.eml"))
    for now, night in (("2026-11-22T23:00:00+09:00", mails), ("2026-11-24T03:15:00+09:00", [])):
        for path in night or mails:
            if bool(night) != path.name.startswith(LATE):
                (house.folder / "mails" / path.name).write_bytes(path.read_bytes())
        assert house.call("run", REQDRIFT_NOW=now).returncode in {0, 3}
    return house


@pytest.fixture(scope="module")
def connection(house: House) -> Iterator[Connection]:
    with open_snapshot(house.folder / "var/reqdrift.duckdb") as opened:
        yield opened


@pytest.fixture(scope="module")
def seats(connection: Connection) -> list[Requisition]:
    """What the fold gives, as `show` and the reports see it."""
    return reading.requisitions(connection)


def midnight(month: int, day: int) -> datetime:
    """When that day of 2026 begins in Tokyo."""
    return datetime(2026, month, day, tzinfo=TOKYO)


def naive(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)


def standing(connection: Connection, seats: list[Requisition], end: datetime) -> Iterator[tuple[Requisition, Version]]:
    """Each seat with what held just before that moment: its statements filtered, linked and folded again."""
    for seat in seats:
        then = looked_back(connection, seat.requisition_id, as_of=end, known_at=None, min_confidence=0.5)
        if then is not None and then.history.versions:
            yield seat, then.history.versions[-1]


def changes(seats: list[Requisition]) -> Iterator[tuple[Requisition, Change]]:
    return ((seat, change) for seat in seats for change in seat.history.changes)


def mail_of(seat: Requisition, sha256: str) -> Mail:
    return next(mail for mail in seat.mails if mail.sha256 == sha256)


def held_on_a_day(connection: Connection, seats: list[Requisition]) -> Rows:
    return {
        (seat.requisition_id, d.category, d.key, d.necessity, d.min, d.max, d.unit, d.text, d.evidence)
        for seat, version in standing(connection, seats, midnight(11, 18))
        for d in (held.requirement for held in version.held)
    }


def open_on_a_day(connection: Connection, seats: list[Requisition]) -> Rows:
    then = standing(connection, seats, midnight(11, 15))
    return {(seat.requisition_id, seat.reference, seat.title, "open") for seat, version in then if version.status is Status.OPEN}


def moved_by_client(_: Connection, seats: list[Requisition]) -> Rows:
    rows: dict[str, list[tuple[str, Effect]]] = {}
    for seat, change in changes(seats):
        if midnight(11, 1) <= change.stated_at < midnight(12, 1) and change.review is not Review.DISMISSED:
            rows.setdefault(seat.client or "unknown", []).append((seat.requisition_id, change.effect))
    effects = (Effect.HARDER, Effect.EASIER, Effect.NEUTRAL)
    return {
        (client, len({name for name, _ in told}), *(sum(effect is wanted for _, effect in told) for wanted in effects))
        for client, told in rows.items()
    }


def no_longer_a_must(connection: Connection, seats: list[Requisition]) -> Rows:
    found = set()
    for seat, version in standing(connection, seats, midnight(11, 1)):
        today = {held.requirement.identity: held.requirement.necessity for held in seat.history.versions[-1].held}
        for demand in (held.requirement for held in version.held):
            now = today.get(demand.identity)
            if demand.necessity is Necessity.MUST and now is not Necessity.MUST:
                found.add((seat.requisition_id, demand.category, demand.key, demand.label, now or "gone"))
    return found


def prices(_: Connection, seats: list[Requisition]) -> Rows:
    return {
        (seat.requisition_id, version.number, naive(version.stated_at), d.min, d.max, d.unit, held.sha256)
        for seat in seats
        for version in seat.history.versions
        for held in version.held
        if (d := held.requirement).category is Category.RATE
    }


def learnt_late(_: Connection, seats: list[Requisition]) -> Rows:
    start = midnight(11, 23)
    return {
        (seat.requisition_id, change.category, change.key, change.change, naive(change.stated_at), naive(change.known_at))
        for seat, change in changes(seats)
        if change.stated_at < start <= change.known_at < start + timedelta(days=7) and not mail_of(seat, change.sha256).first_import
    }


def harder_after_a_proposal(_: Connection, seats: list[Requisition]) -> Rows:
    found = set()
    for seat, change in changes(seats):
        proposed = [mail_of(seat, row.sha256).stated_at for row in seat.events if row.event.kind is EventKind.PROPOSAL]
        if change.effect is Effect.HARDER and any(at < change.stated_at for at in proposed):
            found.add(
                (seat.requisition_id, naive(change.stated_at), change.category, change.key, change.change, change.before, change.after)
            )
    return found


def hearsay(_: Connection, seats: list[Requisition]) -> Rows:
    return {
        (seat.requisition_id, *held.requirement.identity, held.stated_by)
        for seat in seats
        if seat.status is not Status.CLOSED
        for held in seat.history.versions[-1].held
        if held.stated_by is not Speaker.END_CLIENT
    }


def moved_links(connection: Connection, seats: list[Requisition]) -> Rows:
    found = set()
    for seat in seats:
        for link in seat.links:
            if link.revised is not None:
                mail = reading.mail(connection, link.revised)
                assert mail is not None
                found.add((seat.requisition_id, link.statement_id, link.rule, link.score, mail.subject, naive(mail.known_at)))
    return found


ANSWERS: dict[str, Callable[[Connection, list[Requisition]], Rows]] = {
    "What held on a day": held_on_a_day,
    "Which seats were open on a day": open_on_a_day,
    "What moved in a month, by client": moved_by_client,
    "What was a must before a day and no longer is": no_longer_a_must,
    "How a price moved": prices,
    "What was learnt late in a week": learnt_late,
    "What grew harder after we had proposed somebody": harder_after_a_proposal,
    "What rests on hearsay": hearsay,
    "Which links moved because a mail came late": moved_links,
}


def test_every_question_of_the_page_has_an_answer_here() -> None:
    assert list(QUESTIONS) == list(ANSWERS)
    assert PAGE.count("```sql") == len(QUESTIONS)


@pytest.mark.parametrize("question", ANSWERS)
def test_a_question_gives_what_the_fold_gives(house: House, connection: Connection, seats: list[Requisition], question: str) -> None:
    with duckdb.connect(str(house.folder / "var/reqdrift.duckdb"), read_only=True) as anybody:
        rows = anybody.execute(QUESTIONS[question]).fetchall()
    answer = ANSWERS[question](connection, seats)
    assert answer, "a question that nothing answers proves nothing"
    assert set(rows) == answer
    assert len(rows) == len(answer)


def test_the_founding_story_shows_in_the_answers(house: House) -> None:
    """Before the 18th a cheerful assistant was asked for, after it somebody else: the page's first question tells the day before."""
    with duckdb.connect(str(house.folder / "var/reqdrift.duckdb"), read_only=True) as anybody:
        rows = anybody.execute(QUESTIONS["What held on a day"]).fetchall()
        ((seat,),) = anybody.execute("SELECT requisition_id FROM requisitions WHERE reference = 'KB-0418'").fetchall()
    roles = [key for requisition_id, category, key, *_ in rows if (requisition_id, category) == (seat, "role")]
    assert roles == ["office-clerk"]
