"""A person's words as pure rules: which hold, what they make of links and of readings (DECISIONS.md D14)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from requisitions.corrections import Belonging, Cited, Entered, Word, WordKind, belonging, in_force, reread, said, subject
from requisitions.folding import fold
from requisitions.identity import statement_id
from requisitions.linking import link
from requisitions.versions import History, Link, LinkKeys, Stated
from requisitions.words import HintWhy, LinkRule, Mode, Necessity, Review
from tests.requisitions_fixtures import amend, demand, full, held, hint, keys, last, moves, names

AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
ONE, OTHER, THIRD = Cited("aa" * 32, 0), Cited("bb" * 32, 0), Cited("cc" * 32, 1)


def entered(*words: Word) -> list[Entered]:
    """Words in the order in which they were said."""
    return [Entered(seq, AT + timedelta(minutes=seq), word) for seq, word in enumerate(words, 1)]


def word(kind: WordKind, about: Cited = ONE, **more: Any) -> Word:
    return Word(kind=kind, about=about, by="Sato", **more)


LINK = word(WordKind.LINK, other=OTHER)
UNLINK = word(WordKind.UNLINK)
MERGE = word(WordKind.MERGE, other=OTHER)


class TestWhichHold:
    def test_the_last_word_on_the_place_of_a_statement_holds(self) -> None:
        assert [one.word for one in in_force(entered(LINK, UNLINK))] == [UNLINK]
        assert [one.word for one in in_force(entered(UNLINK, LINK))] == [LINK]

    def test_the_order_in_which_they_are_told_makes_no_difference(self) -> None:
        words = entered(LINK, UNLINK, MERGE)
        assert in_force(reversed(words)) == in_force(words)

    def test_what_is_undone_holds_no_more_and_may_be_said_again(self) -> None:
        undo = replace(LINK, undo=True)
        assert in_force(entered(LINK, undo)) == ()
        assert [one.seq for one in in_force(entered(LINK, undo, LINK))] == [3]

    def test_a_merge_is_one_matter_whichever_side_is_named_first(self) -> None:
        turned = word(WordKind.MERGE, OTHER, other=ONE)
        assert subject(MERGE) == subject(turned)
        assert in_force(entered(MERGE, replace(turned, undo=True))) == ()

    @pytest.mark.parametrize("placed", [UNLINK, LINK, word(WordKind.UNLINK, OTHER)])
    def test_a_statement_placed_later_leaves_what_it_was_merged_with(self, placed: Word) -> None:
        assert [one.word for one in in_force(entered(MERGE, placed))] == [placed]
        assert {one.word for one in in_force(entered(placed, MERGE))} == {placed, MERGE}

    def test_a_placing_that_was_undone_gives_the_merge_back(self) -> None:
        assert [one.word for one in in_force(entered(MERGE, UNLINK, replace(UNLINK, undo=True)))] == [MERGE]

    def test_demands_of_one_statement_are_matters_of_their_own(self) -> None:
        java, aws = (word(WordKind.CORRECT, category="skill", key=key, drop=True) for key in ("java", "aws"))
        assert len(in_force(entered(java, aws))) == 2
        assert [one.word for one in in_force(entered(java, aws, replace(java, undo=True)))] == [aws]

    def test_of_two_verdicts_on_a_change_the_last_holds(self) -> None:
        confirmed, dismissed = (word(WordKind.REVIEW, reviewed="c1", verdict=verdict) for verdict in (Review.CONFIRMED, Review.DISMISSED))
        assert [one.word for one in in_force(entered(confirmed, dismissed))] == [dismissed]

    def test_what_a_word_says_beyond_its_kind(self) -> None:
        assert said(LINK) == OTHER.statement_id
        assert said(replace(LINK, undo=True)) == "undo"
        assert said(word(WordKind.CORRECT, drop=True)) == "drop"
        assert said(word(WordKind.CORRECT, put=(("max", None), ("min", 650_000.0), ("text", "N2")))) == "max=,min=650000,text=N2"
        assert said(word(WordKind.REVIEW, verdict=Review.CONFIRMED)) == "confirmed"


class TestLinks:
    FIRST = keys(0, "first", title="Java developer", reference="A-1")
    REPLY = keys(1, "reply", mode=Mode.AMENDMENT, answers=FIRST.thread)
    AGAIN = keys(2, "again", mode=Mode.AMENDMENT, answers=REPLY.thread)
    OTHER = keys(3, "other", title="Office clerk", reference="B-2", sender="mori@oak.example")
    EARLY = keys(-1, "early", title="Cobol", reference="C-3", sender="ueno@elm.example")
    ALL = (FIRST, REPLY, AGAIN, OTHER, EARLY)

    def linked(self, said: Belonging, among: Sequence[LinkKeys] = ALL) -> dict[str, Link]:
        return {one.statement_id: one for one in link(among, said)}

    def root(self, links: dict[str, Link], one: LinkKeys) -> str:
        return links[one.statement_id].requisition_id

    def test_without_a_word_the_rules_hold(self) -> None:
        links = self.linked(Belonging())
        assert self.root(links, self.AGAIN) == self.FIRST.statement_id
        assert self.root(links, self.OTHER) == self.OTHER.statement_id

    def test_a_statement_set_apart_takes_along_what_goes_on_from_it(self) -> None:
        links = self.linked(Belonging(cut=frozenset({self.REPLY.statement_id})))
        assert self.root(links, self.AGAIN) == self.root(links, self.REPLY) == self.REPLY.statement_id
        assert links[self.REPLY.statement_id] == Link(self.REPLY.statement_id, self.REPLY.statement_id, None, LinkRule.PERSON, 1.0)

    def test_a_statement_linked_elsewhere_goes_there_with_its_own(self) -> None:
        said = Belonging(frozenset({self.REPLY.statement_id}), ((self.REPLY.statement_id, self.OTHER.statement_id),))
        links = self.linked(said)
        # the reply is earlier than what it was linked to, so it gives the requisition its id
        assert self.root(links, self.AGAIN) == self.root(links, self.OTHER) == self.REPLY.statement_id
        assert self.root(links, self.FIRST) == self.FIRST.statement_id
        assert (links[self.OTHER.statement_id].rule, links[self.OTHER.statement_id].score) == (LinkRule.PERSON, 1.0)

    def test_requisitions_that_are_merged_go_by_the_earliest_statement(self) -> None:
        pair = (self.FIRST.statement_id, self.EARLY.statement_id)
        for joins in ([pair], [pair[::-1]]):
            links = self.linked(Belonging(joins=tuple(joins)))
            assert {self.root(links, one) for one in (self.FIRST, self.REPLY, self.AGAIN, self.EARLY)} == {self.EARLY.statement_id}
            assert links[self.FIRST.statement_id].parent_statement_id == self.EARLY.statement_id

    def test_an_original_that_comes_late_is_merged_as_well(self) -> None:
        said = Belonging(joins=((self.REPLY.statement_id, self.OTHER.statement_id),))
        without = self.linked(said, (self.REPLY, self.OTHER))
        assert self.root(without, self.OTHER) == self.REPLY.statement_id
        links = self.linked(said)
        assert self.root(links, self.OTHER) == self.root(links, self.FIRST) == self.FIRST.statement_id

    def test_words_on_statements_that_are_gone_do_nothing(self) -> None:
        said = Belonging(frozenset({"gone"}), (("gone", self.OTHER.statement_id), (self.FIRST.statement_id, "lost")))
        assert self.linked(said) == self.linked(Belonging())

    def test_a_ring_of_words_is_one_requisition(self) -> None:
        names = [one.statement_id for one in (self.FIRST, self.OTHER, self.EARLY)]
        ring = tuple(zip(names, [*names[1:], names[0]], strict=True))
        links = self.linked(Belonging(frozenset(names), ring))
        assert {one.requisition_id for one in links.values()} == {self.EARLY.statement_id}

    def test_words_make_links_of_pairs(self) -> None:
        assert belonging(in_force(entered(LINK, word(WordKind.MERGE, THIRD, other=OTHER)))) == Belonging(
            frozenset({ONE.statement_id}),
            ((ONE.statement_id, OTHER.statement_id), (THIRD.statement_id, OTHER.statement_id)),
        )

    @given(st.data())
    def test_every_statement_hangs_on_its_root(self, data: st.DataObject) -> None:
        """Whatever people say, parents lead to the statement that gives the requisition its id, and nowhere in a circle."""
        names = [one.statement_id for one in self.ALL]
        pairs = data.draw(st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)), max_size=6))
        links = self.linked(Belonging(data.draw(st.frozensets(st.sampled_from(names))), tuple(pairs)))
        for one in links.values():
            at, steps = one, 0
            while at.parent_statement_id is not None:
                at, steps = links[at.parent_statement_id], steps + 1
                assert steps <= len(links)
            assert at.statement_id == one.requisition_id


def cited(stated: Stated, name: str, **more: Any) -> Word:
    """A word on a demand of a statement."""
    category, _, key = name.partition("/")
    return word(WordKind.CORRECT, Cited(stated.mail.sha256, stated.statement.ordinal), category=category, key=key, **more)


def named(stated: Stated) -> Stated:
    """The statement under the id that the program gives it."""
    return replace(stated, statement_id=statement_id(stated.mail.sha256, stated.statement.ordinal))


def story(statements: Sequence[Stated], *words: Word) -> History:
    """The story as people say that the mails read."""
    told, corrected = reread(statements, in_force(entered(*words)))
    return replace(fold("r1", told), corrected=corrected)


class TestReadings:
    JAVA, EXCEL = demand("skill/java", min=3, unit="year"), demand("skill/excel")
    FIRST = named(full(0, JAVA, EXCEL))
    LATER = named(amend(2, demand("skill/java", min=5, unit="year")))

    def test_without_a_word_nothing_is_touched(self) -> None:
        assert reread([self.FIRST, self.LATER], ()) == ([self.FIRST, self.LATER], ())
        gone = cited(named(full(9, self.JAVA)), "skill/java", drop=True)
        assert reread([self.FIRST], in_force(entered(gone))) == ([self.FIRST], ())

    def test_a_dropped_reading_is_a_hint_and_no_demand(self) -> None:
        told = story([self.FIRST, self.LATER], cited(self.FIRST, "skill/excel", drop=True))
        assert names(last(told)) == ["skill/java"]
        assert [(row.hint.why, row.hint.requirement.key) for row in told.hints] == [(HintWhy.REJECTED, "excel")]
        assert moves(told) == ["raised skill/java harder"]

    def test_a_dropped_change_leaves_what_was_held(self) -> None:
        told = story([self.FIRST, self.LATER], cited(self.LATER, "skill/java", drop=True))
        assert held(last(told), "skill/java").min == 3
        assert moves(told) == []

    def test_a_dropped_reading_of_a_whole_text_removes_nothing_by_silence(self) -> None:
        again = named(full(2, demand("skill/java", min=9, unit="year"), self.EXCEL))
        told = story([self.FIRST, again], cited(again, "skill/java", drop=True))
        assert (moves(told), held(last(told), "skill/java").min) == ([], 3)

    def test_a_value_put_right_enters_the_fold_as_if_it_had_been_read_so(self) -> None:
        told = story([self.FIRST, self.LATER], cited(self.LATER, "skill/java", put=(("min", 2.0),)))
        assert moves(told) == ["lowered skill/java easier"]
        straight = story([self.FIRST, named(amend(2, replace(self.LATER.statement.requirements[0], min=2.0)))])
        assert (told.versions, told.changes) == (straight.versions, straight.changes)

    def test_an_empty_value_takes_a_limit_away(self) -> None:
        told = story([named(full(0, demand("rate/rate", min=60, max=70, unit="jpy_per_month")))])
        (first,) = [named(full(0, demand("rate/rate", min=60, max=70, unit="jpy_per_month")))]
        assert held(last(told), "rate/rate").max == 70
        rate = held(last(story([first], cited(first, "rate/rate", put=(("max", None),)))), "rate/rate")
        assert (rate.min, rate.max) == (60, None)

    def test_what_a_person_sets_is_beyond_doubt(self) -> None:
        unsure = demand("skill/java", min=3, unit="year", hedged=True, confidence=0.2, condition="if no PHP")
        first = named(full(0, unsure, self.EXCEL))
        assert names(last(story([first]))) == ["skill/excel"]
        told = story([first], cited(first, "skill/java", put=(("necessity", "preferred"),)))
        assert held(last(told), "skill/java").necessity is Necessity.PREFERRED
        assert told.hints == ()

    def test_a_hint_of_the_reading_can_be_made_a_demand(self) -> None:
        first = named(full(0, self.EXCEL, hints=(hint(self.JAVA, "hedged"),)))
        told = story([first], cited(first, "skill/java", put=(("min", 4.0),)))
        assert held(last(told), "skill/java").min == 4
        assert told.hints == ()

    def test_a_step_that_is_given_a_value_is_none_any_more(self) -> None:
        step = named(amend(2, demand("skill/java", min=1, unit="year", relative=True)))
        assert held(last(story([self.FIRST, step])), "skill/java").min == 4
        told = story([self.FIRST, step], cited(step, "skill/java", put=(("min", 1.0),)))
        assert held(last(told), "skill/java").min == 1

    def test_another_key_makes_it_another_demand(self) -> None:
        told = story([self.FIRST], cited(self.FIRST, "skill/java", put=(("key", "javascript"), ("label", "JavaScript"))))
        assert names(last(told)) == ["skill/javascript", "skill/excel"], "in the same place"
        assert held(last(told), "skill/javascript").label == "JavaScript"

    def test_a_demand_stays_the_only_one_of_its_key(self) -> None:
        told = story([self.FIRST], cited(self.FIRST, "skill/java", put=(("key", "excel"),)))
        assert names(last(told)) == ["skill/excel"]
        assert held(last(told), "skill/excel").min == 3, "a person's word goes before what was read"

    def test_the_same_words_in_another_mail_are_read_the_same(self) -> None:
        """Else the resend would move the seat."""
        resent, between = named(full(4, self.JAVA, self.EXCEL)), named(amend(3, demand("skill/aws")))
        for one in (self.FIRST, resent):
            told = story([self.FIRST, resent], cited(one, "skill/excel", drop=True))
            assert (moves(told), names(last(told))) == ([], ["skill/java"])
        told = story([self.FIRST, between, resent], cited(self.FIRST, "skill/java", put=(("min", 7.0),)))
        assert held(last(told), "skill/java").min == 7

    def test_other_words_in_another_mail_are_read_as_they_stand(self) -> None:
        other = named(full(4, demand("skill/java", min=3, unit="year", evidence="at least 3 years of Java"), self.EXCEL))
        told = story([self.FIRST, other], cited(self.FIRST, "skill/java", put=(("min", 7.0),)))
        assert moves(told) == ["lowered skill/java easier"]

    def test_a_mails_own_word_goes_before_that_on_the_same_words(self) -> None:
        resent = named(full(4, replace(self.JAVA, start=9, end=10), self.EXCEL))
        own = cited(resent, "skill/java", put=(("min", 8.0),))
        told = story([self.FIRST, resent], own, cited(self.FIRST, "skill/java", put=(("min", 7.0),)))
        assert [held(version, "skill/java").min for version in told.versions] == [7, 8]

    def test_who_says_so_is_told_beside_each_place(self) -> None:
        resent = named(full(4, self.JAVA, self.EXCEL))
        told = story([self.FIRST, resent], cited(self.FIRST, "skill/java", put=(("key", "javascript"),), note="on the phone"))
        assert [(row.sha256, row.category, row.key, row.by, row.note) for row in told.corrected] == [
            (one.mail.sha256, "skill", "javascript", "Sato", "on the phone") for one in (self.FIRST, resent)
        ]

    def test_a_better_reading_leaves_a_word_without_its_demand(self) -> None:
        """What was read as Excel is VBA now: the word touches nothing, and no drift comes of it."""
        better = replace(self.FIRST, statement=replace(self.FIRST.statement, requirements=(self.JAVA, demand("skill/vba"))))
        drop = cited(self.FIRST, "skill/excel", drop=True)
        told = story([better, self.LATER], drop)
        assert told.corrected == ()
        assert told == story([better, self.LATER])

    def test_saying_it_twice_changes_nothing(self) -> None:
        drop = cited(self.FIRST, "skill/excel", drop=True)
        once, twice = story([self.FIRST], drop), story([self.FIRST], drop, drop)
        assert (once.versions, once.hints) == (twice.versions, twice.hints)
