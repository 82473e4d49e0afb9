"""What linking and folding are given: those that share a key, and those that belong together, in fold order."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from requisitions.identity import statement_id
from requisitions.linking import WINDOW, best_parent, fold_order, normalise_title
from requisitions.twins import Seat
from requisitions.versions import LinkKeys, Mail
from requisitions.words import Category, LinkRule, Necessity
from store.bulk import Connection
from store.members import children, earlier_sharing, later_sharing, link_keys, links, member_keys, members, seats
from store.writing import drop_mails, put_links, put_mails, put_requisitions
from tests.store_fixtures import MONDAY, keys, mail, read_mail, requirement, requisition, root, statement, version


def _thread(name: str, *ids: str, days: float = 0) -> LinkKeys:
    return keys(mail(name, days=days), thread=frozenset(ids), message_id=None, organisation=None)


def _put(connection: Connection, *told: LinkKeys) -> None:
    by_mail = {k.sha256: [o for o in told if o.sha256 == k.sha256] for k in told}
    for ks in by_mail.values():
        of = replace(mail("x"), sha256=ks[0].sha256, stated_at=ks[0].stated_at)
        put_mails(connection, [read_mail(of, link_keys=tuple(ks))])


def _ids(*told: LinkKeys) -> list[str]:
    return [k.statement_id for k in told]


STATEMENTS = st.builds(
    lambda ids, days, asker, reference, title: keys(
        mail("x", days=days), thread=frozenset(ids), message_id=None, organisation=asker, reference=reference, title=title, subject=title
    ),
    st.sets(st.sampled_from("pq"), max_size=1),
    st.sampled_from([0, 1, 2, 89, 91, WINDOW.days - 1, WINDOW.days, WINDOW.days + 1]),
    st.sampled_from(["broker.example", "agent.example", None]),
    st.sampled_from(["A-1", "A-2", None]),
    st.sampled_from(["java developer for a bank", "cobol developer", None]),
)


class TestSharing:
    def test_earlier_statements_of_a_thread_are_candidates_in_fold_order(self, draft: Connection) -> None:
        first, second, third = (
            _thread("a1", "<1@x.example>", days=0),
            _thread("b2", "<1@x.example>", days=1),
            _thread("c3", "<1@x.example>", days=2),
        )
        _put(draft, third, first, second)
        assert earlier_sharing(draft, _ids(third, first)) == {third.statement_id: [first, second], first.statement_id: []}

    def test_a_later_statement_is_no_candidate_but_may_have_to_be_linked_anew(self, draft: Connection) -> None:
        first, second, third = (
            _thread("a1", "<1@x.example>", days=0),
            _thread("b2", "<1@x.example>", days=1),
            _thread("c3", "<1@x.example>", days=2),
        )
        _put(draft, first, second, third)
        assert later_sharing(draft, _ids(first)) == [second, third]
        assert later_sharing(draft, _ids(first, second)) == [third]
        assert later_sharing(draft, _ids(third)) == []

    def test_statements_that_share_nothing_are_left_alone(self, draft: Connection) -> None:
        one, other = _thread("a1", "<1@x.example>"), _thread("b2", "<2@x.example>", days=1)
        _put(draft, one, other)
        assert earlier_sharing(draft, _ids(other)) == {other.statement_id: []}
        assert later_sharing(draft, _ids(one)) == []

    def test_threads_meet_by_directly_shared_ids_alone(self, draft: Connection) -> None:
        """D7: no transitive closure, else the links would depend on what else arrived."""
        one, bridge, other = (
            _thread("a1", "<1@x.example>"),
            _thread("b2", "<1@x.example>", "<2@x.example>", days=1),
            _thread("c3", "<2@x.example>", days=2),
        )
        _put(draft, one, bridge, other)
        assert earlier_sharing(draft, _ids(other)) == {other.statement_id: [bridge]}

    def test_at_the_same_moment_the_hash_decides_and_then_the_ordinal(self, draft: Connection) -> None:
        a, b = _thread("a1", "<1@x.example>"), _thread("b2", "<1@x.example>")
        b1 = replace(b, ordinal=1, statement_id=statement_id(b.sha256, 1))
        _put(draft, b1, b, a)
        assert earlier_sharing(draft, _ids(b1))[b1.statement_id] == [a, b]

    def test_two_shared_keys_make_one_candidate(self, draft: Connection) -> None:
        one, other = _thread("a1", "<1@x.example>", "<2@x.example>"), _thread("b2", "<1@x.example>", "<2@x.example>", days=1)
        _put(draft, one, other)
        assert earlier_sharing(draft, _ids(other))[other.statement_id] == [one]

    def test_asking_for_nothing_gives_nothing(self, draft: Connection) -> None:
        _put(draft, _thread("a1", "<1@x.example>"))
        assert (earlier_sharing(draft, []), later_sharing(draft, []), link_keys(draft, [])) == ({}, [], {})

    def test_who_asks_counts_within_the_window_only(self, draft: Connection) -> None:
        """What the same broker wrote years ago is no candidate, unless thread or reference say so."""
        old, young, new = (keys(mail(n, days=d), thread=frozenset()) for n, d in (("a1", 0), ("b2", 1), ("c3", WINDOW.days + 0.5)))
        referred = keys(mail("d4"), thread=frozenset(), organisation="elsewhere.example", reference="K-9")
        referring = keys(mail("e5", days=2 * WINDOW.days), thread=frozenset(), organisation="other.example", reference="K-9")
        _put(draft, old, young, new, referred, referring)
        assert earlier_sharing(draft, _ids(new, referring)) == {new.statement_id: [young], referring.statement_id: [referred]}
        assert later_sharing(draft, _ids(old)) == [young]
        assert later_sharing(draft, _ids(referred)) == [referring]

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.lists(STATEMENTS, max_size=7))
    def test_the_best_parent_is_always_among_the_candidates(self, draft: Connection, told: list[LinkKeys]) -> None:
        every = [replace(k, sha256=f"{n:064}", statement_id=statement_id(f"{n:064}", 0)) for n, k in enumerate(told)]
        drop_mails(draft, [f"{n:064}" for n in range(8)])
        _put(draft, *every)
        found = earlier_sharing(draft, _ids(*every))
        for child in every:
            assert best_parent(child, found[child.statement_id]) == best_parent(child, every)
            assert found[child.statement_id] == sorted(found[child.statement_id], key=fold_order)
            assert all(fold_order(other) < fold_order(child) for other in found[child.statement_id])


class TestLinks:
    def test_the_children_of_a_statement_are_found(self, draft: Connection) -> None:
        parent = root(mail("a1"))
        child = replace(
            root(mail("b2")), requisition_id=parent.requisition_id, parent_statement_id=parent.statement_id, rule=LinkRule.THREAD
        )
        put_links(draft, [parent, child, root(mail("c3"))])
        assert children(draft, [parent.statement_id]) == [child]
        assert children(draft, [child.statement_id]) == []

    def test_a_statement_without_a_link_has_none(self, draft: Connection) -> None:
        assert links(draft, ["r0"]) == {}


class TestMembers:
    def test_members_come_with_their_mail_in_fold_order(self, draft: Connection) -> None:
        late, early, other = mail("a1", days=3), mail("b2", days=1), mail("c3")
        said = {of.sha256: statement(requirement(min=float(n))) for n, of in enumerate((late, early, other))}
        put_mails(draft, [read_mail(of, said[of.sha256]) for of in (late, early, other)])
        seat = statement_id(early.sha256, 0)
        put_links(draft, [root(early), replace(root(late), requisition_id=seat), root(other)])
        found = members(draft, [seat])
        assert [(stated.mail, stated.statement) for stated in found[seat]] == [(early, said[early.sha256]), (late, said[late.sha256])]
        assert list(member_keys(draft, [seat])[seat]) == [keys(early), keys(late)]

    def test_seats_of_one_mail_are_apart(self, draft: Connection) -> None:
        of = mail("a1")
        put_mails(draft, [read_mail(of, statement(), statement(ordinal=1))])
        second = statement_id(of.sha256, 1)
        put_links(draft, [root(of), replace(root(of), statement_id=second, requisition_id=second)])
        found = members(draft, [statement_id(of.sha256, 0), second])
        assert {seat: [stated.statement.ordinal for stated in told] for seat, told in found.items()} == {
            root(of).requisition_id: [0],
            second: [1],
        }

    def test_a_requisition_without_members_has_no_entry(self, draft: Connection) -> None:
        assert members(draft, ["r0"]) == {}
        assert member_keys(draft, []) == {}


class TestSeats:
    def _seat(self, connection: Connection, of: Mail, *stands: int, title: str | None) -> None:
        put_mails(connection, [read_mail(of, statement())])
        place = requirement("location", category=Category.LOCATION, text="品川", min=None, unit=None)
        wish = requirement("kotlin", necessity=Necessity.PREFERRED)
        versions = [version(of, n, requirement(f"java{n}"), wish, place) for n in stands]
        put_requisitions(connection, [requisition(of, *versions, title=title)])

    def test_a_seat_is_told_by_its_last_version(self, draft: Connection) -> None:
        of = mail("a1", days=2)
        self._seat(draft, of, 1, 2, title="Java 開発【急募】")
        title = normalise_title("Java 開発【急募】")
        assert seats(draft) == [
            Seat(root(of).requisition_id, MONDAY + timedelta(days=2), "broker.example", title, "品川", frozenset({"java2"}))
        ]

    def test_a_seat_is_told_as_its_first_full_text_told_it(self, draft: Connection) -> None:
        of = mail("a1")
        self._seat(draft, of, 1, 2, 3, title=None)
        assert [seat.skills for seat in seats(draft, at_first=True)] == [frozenset({"java1"})]
        draft.execute("UPDATE private.versions SET mode = 'amendment' WHERE version = 1")
        assert [seat.skills for seat in seats(draft, at_first=True)] == [frozenset({"java2"})], "an amendment came before the text"
        draft.execute("UPDATE private.versions SET mode = 'amendment'")
        assert [seat.skills for seat in seats(draft, at_first=True)] == [frozenset({"java1"})]

    def test_a_seat_that_demands_nothing_is_told_all_the_same(self, draft: Connection) -> None:
        self._seat(draft, mail("a1"), title=None)
        assert [(seat.title, seat.place, seat.skills) for seat in seats(draft)] == [(None, None, frozenset())]
