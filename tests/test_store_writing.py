"""Records into a draft: each stands once, in the place of its earlier state, and nothing else moves."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from requisitions.identity import statement_id
from requisitions.messages import Problem
from requisitions.words import Kind, Stage
from store.bulk import Connection
from store.journal import Counts, Fault, Run, RunStatus
from store.members import link_keys, links, members
from store.reading import problems_between, requisitions, runs
from store.writing import (
    drop_links,
    drop_mails,
    drop_requisitions,
    put_faults,
    put_links,
    put_mails,
    put_requisitions,
    put_runs,
    put_twins,
)
from tests.store_fixtures import (
    EVENT,
    EVERY_FIELD,
    FLAG,
    MONDAY,
    PROBLEM,
    change,
    hint,
    keys,
    mail,
    read_mail,
    requirement,
    requisition,
    root,
    statement,
    version,
)

PRIVATE = ("mails", "statements", "events", "flags", "mail_problems", "link_keys", "index_keys", "links")
DERIVED = ("requisitions", "aliases", "versions", "requirements", "hints", "changes", "confirmations")


def _counts(connection: Connection, tables: tuple[str, ...]) -> dict[str, int]:
    return {table: connection.execute(f"SELECT count(*) FROM private.{table}").fetchall()[0][0] for table in tables}  # noqa: S608


def _all(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    return {table: sorted(connection.execute(f"FROM private.{table}").fetchall(), key=repr) for table in PRIVATE + DERIVED}


class TestMails:
    def test_a_mail_is_written_with_all_that_was_read_from_it(self, draft: Connection) -> None:
        said = (statement(EVERY_FIELD), statement(requirement(), ordinal=1))
        put_mails(draft, [read_mail(mail("a1"), *said, events=(EVENT,), flags=(FLAG,), problems=(PROBLEM,))])
        counts = {"mails": 1, "statements": 2, "events": 1, "flags": 1, "mail_problems": 1, "link_keys": 2}
        assert _counts(draft, tuple(counts)) == counts

    def test_written_twice_it_stands_once(self, draft: Connection) -> None:
        read = read_mail(mail("a1"), statement(requirement()), events=(EVENT,), flags=(FLAG,), problems=(PROBLEM,))
        put_mails(draft, [read, read_mail(mail("b2"), statement(requirement()))])
        before = _all(draft)
        put_mails(draft, [read])
        assert _all(draft) == before

    def test_a_mail_that_was_retried_leaves_nothing_of_its_quarantine(self, draft: Connection) -> None:
        quarantined = replace(read_mail(mail("a1", kind=Kind.UNREADABLE)), reading=None, problems=(PROBLEM,))
        put_mails(draft, [quarantined])
        put_mails(draft, [read_mail(mail("a1"), statement(requirement()))])
        assert _counts(draft, ("mails", "statements", "mail_problems")) == {"mails": 1, "statements": 1, "mail_problems": 0}

    def test_read_anew_a_mail_loses_its_old_links_and_nobody_elses(self, draft: Connection) -> None:
        one, other = mail("a1"), mail("b2")
        put_mails(draft, [read_mail(m, statement(requirement())) for m in (one, other)])
        put_links(draft, [root(one), root(other)])
        put_mails(draft, [read_mail(one, statement())])
        assert list(links(draft, [root(one).statement_id, root(other).statement_id])) == [root(other).statement_id]

    def test_a_dropped_mail_leaves_nothing(self, draft: Connection) -> None:
        put_mails(draft, [read_mail(mail("a1"), statement(requirement()), events=(EVENT,), flags=(FLAG,), problems=(PROBLEM,))])
        put_links(draft, [root(mail("a1"))])
        drop_mails(draft, [mail("a1").sha256, "never seen"])
        assert set(_counts(draft, PRIVATE).values()) == {0}

    def test_no_mails_are_no_fault(self, draft: Connection) -> None:
        put_mails(draft, [])
        put_links(draft, [])
        put_requisitions(draft, [])
        assert set(_counts(draft, PRIVATE + DERIVED).values()) == {0}

    def test_a_problem_is_known_since_its_mail_was(self, draft: Connection) -> None:
        put_mails(draft, [read_mail(mail("a1"), problems=(PROBLEM,))])
        ((problem, known_at),) = problems_between(draft, MONDAY, MONDAY + timedelta(days=1))
        assert (problem.sha256, problem.source, known_at) == (mail("a1").sha256, "sales", mail("a1").known_at)


class TestWhatAnEventBelongsTo:
    def test_unsaid_it_is_the_mails_only_seat(self, draft: Connection) -> None:
        put_mails(draft, [read_mail(mail("a1"), statement(), events=(EVENT,), flags=(FLAG,))])
        put_links(draft, [root(mail("a1"))])
        expected = [(statement_id(mail("a1").sha256, 0),)]
        assert draft.execute("SELECT requisition_id FROM events").fetchall() == expected
        assert draft.execute("SELECT requisition_id FROM flags").fetchall() == expected

    def test_said_it_is_that_statement(self, draft: Connection) -> None:
        second = replace(EVENT, statement=1)
        put_mails(draft, [read_mail(mail("a1"), statement(), statement(ordinal=1), events=(second,))])
        assert draft.execute("SELECT statement_id FROM private.events").fetchall() == [(statement_id(mail("a1").sha256, 1),)]

    def test_unsaid_in_a_mail_of_several_seats_it_is_none_of_them(self, draft: Connection) -> None:
        put_mails(draft, [read_mail(mail("a1"), statement(), statement(ordinal=1), events=(EVENT,), flags=(FLAG,))])
        put_links(draft, [root(mail("a1"))])
        assert draft.execute("SELECT requisition_id FROM events UNION ALL SELECT requisition_id FROM flags").fetchall() == [
            (None,),
            (None,),
        ]

    def test_a_mail_that_demands_nothing_is_linked_by_its_events(self, draft: Connection) -> None:
        """D24: it has link keys and no statement."""
        of = mail("c3", kind=Kind.CANDIDATE)
        put_mails(draft, [read_mail(mail("a1"), statement()), read_mail(of, events=(EVENT,), link_keys=(keys(of, founds=False),))])
        seat = statement_id(mail("a1").sha256, 0)
        put_links(draft, [root(mail("a1")), replace(root(of), requisition_id=seat, parent_statement_id=seat)])
        assert draft.execute("SELECT requisition_id, sha256 FROM events").fetchall() == [(seat, of.sha256)]
        assert draft.execute("SELECT requisition_ids FROM messages WHERE sha256 = ?", [of.sha256]).fetchall() == [([seat],)]
        assert [stated.mail.sha256 for stated in members(draft, [seat])[seat]] == [mail("a1").sha256]


class TestLinks:
    def test_a_link_takes_the_place_of_its_statements_earlier_one(self, draft: Connection) -> None:
        moved = replace(root(mail("a1")), requisition_id="r0", parent_statement_id="r0", revised="ab" * 32, score=0.65)
        put_links(draft, [root(mail("a1")), root(mail("b2"))])
        put_links(draft, [moved])
        assert links(draft, [moved.statement_id]) == {moved.statement_id: moved}
        assert _counts(draft, ("links",)) == {"links": 2}

    def test_dropped_links_are_gone_and_others_stay(self, draft: Connection) -> None:
        put_links(draft, [root(mail("a1")), root(mail("b2"))])
        drop_links(draft, [root(mail("a1")).statement_id])
        assert list(links(draft, [root(mail("a1")).statement_id, root(mail("b2")).statement_id])) == [root(mail("b2")).statement_id]


class TestRequisitions:
    def test_a_requisition_folded_anew_replaces_its_whole_story(self, draft: Connection) -> None:
        of, later = mail("a1"), mail("b2", days=1)
        whose = statement_id(of.sha256, 0)
        long = requisition(
            of,
            version(of, 1, requirement(), EVERY_FIELD),
            version(later, 2, requirement(min=5.0), requisition_id=whose),
            changes=(change(later, 2, whose),),
            hints=(hint(later),),
        )
        short = requisition(of, version(of, 1, requirement()), aliases=(whose,))
        put_requisitions(draft, [long, requisition(mail("c3"), version(mail("c3"), 1, requirement()))])
        put_requisitions(draft, [short])
        assert _counts(draft, DERIVED) == {
            "requisitions": 2, "aliases": 3, "versions": 2, "requirements": 2, "hints": 0, "changes": 0, "confirmations": 0
        }  # fmt: skip
        assert requisitions(draft, [whose])[0].history == short.history

    def test_a_dropped_requisition_leaves_nothing(self, draft: Connection) -> None:
        of = mail("a1")
        story = requisition(of, version(of, 1, EVERY_FIELD), changes=(change(of, 1, "r"),), hints=(hint(of),))
        put_requisitions(draft, [replace(story, history=replace(story.history, confirmations=("ab" * 32,)))])
        drop_requisitions(draft, [story.requisition_id])
        drop_requisitions(draft, [])
        assert {table: count for table, count in _counts(draft, DERIVED).items() if table != "changes"} == dict.fromkeys(
            (table for table in DERIVED if table != "changes"), 0
        )

    def test_twins_are_said_of_all_at_once(self, draft: Connection) -> None:
        seats = [requisition(mail(name)) for name in ("a1", "b2", "c3")]
        a, b, c = (seat.requisition_id for seat in seats)
        put_requisitions(draft, seats)
        put_twins(draft, {b: a, c: a})
        put_twins(draft, {c: b})
        assert {seat.requisition_id: seat.twin_of for seat in requisitions(draft)} == {a: None, b: None, c: b}

    def test_no_twins_are_no_fault(self, draft: Connection) -> None:
        put_requisitions(draft, [requisition(mail("a1"))])
        put_twins(draft, {})
        assert [seat.twin_of for seat in requisitions(draft)] == [None]


class TestWhatTheArchiveTells:
    def test_runs_and_faults_are_shown_as_they_stand_in_the_archive(self, draft: Connection) -> None:
        counts = Counts(fetched=9, archived=7, duplicates=2, quarantined=1, statements=6, changes=3)
        told = [Run(2, MONDAY, None, None, Counts()), Run(1, MONDAY, MONDAY + timedelta(minutes=1), RunStatus.PARTIAL, counts)]
        fault = Fault(1, Problem(Stage.FETCH, "the server refused the sign-in", "look at the password", source="sales"), MONDAY)
        for _ in range(2):
            put_runs(draft, told)
            put_faults(draft, [fault])
        assert runs(draft) == told
        assert problems_between(draft, MONDAY, MONDAY + timedelta(seconds=1)) == [(fault.problem, MONDAY)]

    def test_a_mails_problem_stays_beside_the_faults(self, draft: Connection) -> None:
        put_mails(draft, [read_mail(mail("a1"), problems=(PROBLEM,))])
        put_faults(draft, [])
        put_runs(draft, [])
        assert len(problems_between(draft, datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))) == 1


def test_link_keys_come_back_as_they_went(draft: Connection) -> None:
    of = mail("a1")
    told = keys(of, reference="A-77", title="java developer", client="Kita Foods", own=True, founds=False, seats=3)
    put_mails(draft, [read_mail(of, link_keys=(told,))])
    assert link_keys(draft, [told.statement_id]) == {told.statement_id: told}
