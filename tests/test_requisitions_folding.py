"""The story of a requisition: DECISIONS.md D3 to D6, and the traps of D21 that a fold can fall into."""

from dataclasses import replace

import pytest

from requisitions.folding import fold
from requisitions.versions import HintRow, Stated
from requisitions.words import HintWhy, Mode, Reason, Speaker, Status
from tests.requisitions_fixtures import amend, demand, full, held, hint, last, moves, names, story

JAVA = demand("skill/java", min=3, unit="year")
AWS = demand("skill/aws", "preferred")
RATE = demand("rate/rate", max=650000, unit="jpy_per_month", start=50)
CUT = demand("rate/rate", max=620000, unit="jpy_per_month", start=12)


def why(hints: tuple[HintRow, ...]) -> list[str]:
    return [f"{row.hint.why} {row.hint.requirement.key}" for row in hints]


def test_nothing_told_is_no_story() -> None:
    history = fold("r1", [])
    assert (history.versions, history.changes, history.hints, history.confirmations) == ((), (), (), ())


def test_the_first_statement_makes_no_change() -> None:
    history = story(full(0, JAVA, AWS, RATE))
    assert (len(history.versions), history.changes) == (1, ())


def test_a_story_in_several_steps() -> None:
    history = story(
        full(0, JAVA, AWS, RATE),
        amend(3, demand("skill/aws"), CUT, reason=Reason.BUDGET),
        amend(5, status="paused"),
        amend(40, demand("skill/java", min=5, unit="year"), status="open"),
    )
    assert moves(history) == [
        "promoted skill/aws harder",
        "lowered rate/rate harder",
        "paused status/status neutral",
        "reopened status/status neutral",
        "raised skill/java harder",
    ]
    assert [version.number for version in history.versions] == [1, 2, 3, 4]
    assert [change.version for change in history.changes] == [2, 2, 3, 4, 4]


def test_statements_count_in_fold_order_whatever_order_they_come_in() -> None:
    """Trap 1, within one requisition."""
    told = [full(0, JAVA, RATE), amend(3, CUT), full(9, JAVA, AWS)]
    assert fold("r1", told) == fold("r1", told[::-1]) == fold("r1", [told[1], told[2], told[0]])


def test_one_statement_given_twice_counts_once() -> None:
    """Trap 2: a version for nothing."""
    told = [full(0, JAVA), amend(3, CUT)]
    assert fold("r1", [*told, *told]) == fold("r1", told)


@pytest.mark.parametrize(
    "again",
    [
        full(7, JAVA, AWS, RATE),
        full(7, RATE, AWS, JAVA),
        full(7, *(replace(one, evidence=f"■ {one.evidence}", start=one.start + 300) for one in (JAVA, AWS, RATE))),
    ],
)
def test_the_same_text_again_is_a_confirmation(again: Stated) -> None:
    """Trap 3."""
    history = story(full(0, JAVA, AWS, RATE), again)
    assert (len(history.versions), history.changes) == (1, ())
    assert history.confirmations == (again.mail.sha256,)


@pytest.mark.parametrize("silent", [amend(7), amend(7, hints=(hint(demand("skill/go"), "hedged"),)), amend(7, replace(AWS, hedged=True))])
def test_a_mail_that_demands_nothing_confirms_nothing(silent: Stated) -> None:
    history = story(full(0, JAVA, AWS), silent)
    assert (history.changes, history.confirmations) == ((), ())


def test_an_amendment_that_restates_what_holds_confirms_it() -> None:
    again = amend(7, JAVA, status="open")
    assert story(full(0, JAVA), again).confirmations == (again.mail.sha256,)


def test_old_text_sent_again_after_an_amendment_is_a_contradiction_and_no_reversal() -> None:
    blast = [JAVA, AWS, RATE]
    again = full(14, *(replace(one, evidence=f"● {one.evidence}", start=one.start + 80) for one in blast))
    history = story(full(0, *blast), amend(3, CUT), again)
    assert moves(history) == ["lowered rate/rate harder"]
    assert held(last(history), "rate/rate").max == 620000
    assert why(history.hints) == ["contradicted rate"]
    assert (history.hints[0].sha256, history.hints[0].stated_by) == (again.mail.sha256, Speaker.INTERMEDIARY)
    assert history.confirmations == ()


def test_old_text_about_a_closed_seat_does_not_reopen_it() -> None:
    history = story(full(0, JAVA), amend(3, status="closed"), full(14, JAVA), full(21, JAVA))
    assert last(history).status is Status.CLOSED
    assert why(history.hints) == ["contradicted java"] * 2


def test_a_full_text_that_says_the_seat_is_open_again_reopens_it() -> None:
    history = story(full(0, JAVA), amend(3, status="closed"), full(60, JAVA, status="open"))
    assert last(history).status is Status.OPEN


def test_a_full_text_that_closes_the_seat_is_no_old_text() -> None:
    history = story(full(0, JAVA, status="open"), amend(3, AWS), full(14, JAVA, status="closed", status_start=70))
    assert last(history).status is Status.CLOSED


def test_text_that_came_after_the_amendment_may_come_back_in_other_words() -> None:
    agreed, other = [JAVA, replace(CUT, start=50)], [JAVA, demand("rate/rate", max=600000, unit="jpy_per_month")]
    back = [replace(one, start=one.start + 9) for one in agreed]
    history = story(full(0, JAVA, RATE), amend(3, CUT), full(7, *agreed), full(14, *other), full(21, *back))
    assert held(last(history), "rate/rate").max == 620000


def test_a_new_full_text_after_an_amendment_is_news() -> None:
    history = story(full(0, JAVA, RATE), amend(3, CUT), full(14, JAVA, AWS, RATE))
    assert moves(history) == ["lowered rate/rate harder", "added skill/aws neutral", "raised rate/rate easier"]


def test_full_texts_may_go_back_and_forth_without_an_amendment_in_other_words() -> None:
    back = full(14, JAVA, replace(RATE, start=77, evidence="650,000 a month"))
    assert moves(story(full(0, JAVA, RATE), full(7, JAVA, CUT), back)) == ["lowered rate/rate harder", "raised rate/rate easier"]


def test_the_very_words_of_an_earlier_full_text_make_no_change() -> None:
    history = story(full(0, JAVA, RATE), full(7, JAVA, CUT), full(14, JAVA, RATE))
    assert (moves(history), why(history.hints)) == (["lowered rate/rate harder"], ["contradicted rate"])


def test_the_very_words_of_an_earlier_amendment_make_no_change() -> None:
    lower = demand("rate/rate", max=600000, unit="jpy_per_month", start=30)
    history = story(full(0, JAVA, RATE), amend(3, CUT), amend(6, lower), amend(9, CUT))
    assert held(last(history), "rate/rate").max == 600000
    assert why(history.hints) == ["contradicted rate"]


def test_an_amendment_may_return_to_an_earlier_value_in_its_own_words() -> None:
    lower = demand("rate/rate", max=600000, unit="jpy_per_month", start=30)
    history = story(full(0, JAVA, RATE), amend(3, CUT), amend(6, lower), amend(9, replace(CUT, start=44)))
    assert moves(history) == ["lowered rate/rate harder", "lowered rate/rate harder", "raised rate/rate easier"]


def test_a_seat_may_be_paused_twice_but_not_by_one_text_sent_twice() -> None:
    told = [full(0, JAVA), amend(3, status="paused"), amend(9, status="open")]
    assert last(story(*told, amend(12, status="paused", status_start=33))).status is Status.PAUSED
    assert last(story(*told, amend(12, status="paused"))).status is Status.OPEN


def test_a_contradiction_without_a_demand_that_moved_names_the_first() -> None:
    """The old text merely lacks what the amendment added."""
    history = story(full(0, JAVA, RATE), amend(3, AWS), full(14, JAVA, RATE))
    assert (names(last(history)), why(history.hints)) == (["skill/java", "rate/rate", "skill/aws"], ["contradicted java"])


def test_the_first_full_of_a_seat_that_an_amendment_founded_invents_nothing() -> None:
    """Trap 6."""
    history = story(amend(0, demand("skill/aws"), CUT), full(3, JAVA, demand("skill/aws"), RATE))
    assert moves(history) == ["raised rate/rate easier"]
    assert names(last(history)) == ["skill/java", "skill/aws", "rate/rate"]
    assert last(history).mode is Mode.FULL


def test_the_second_full_changes_as_ever() -> None:
    history = story(amend(0, AWS), full(3, JAVA), full(6, JAVA, RATE))
    assert moves(history) == ["added rate/rate neutral"]


def test_ignore_my_last_mail_removes_it() -> None:
    history = story(full(0, JAVA, RATE), amend(3, CUT), amend(4, retracts=True))
    assert history == story(full(0, JAVA, RATE))


def test_ignore_my_last_mail_may_say_what_holds_instead() -> None:
    right = amend(4, demand("rate/rate", max=640000, unit="jpy_per_month"), retracts=True, reason=Reason.MISREPORT)
    history = story(full(0, JAVA, RATE), amend(3, CUT), right)
    assert [(change.before, change.after) for change in history.changes] == [("≤650000 jpy_per_month", "≤640000 jpy_per_month")]


def test_only_the_authors_own_last_mail_is_taken_back() -> None:
    other = amend(3, CUT, sender="mori@prime.example")
    history = story(full(0, JAVA, RATE), other, amend(4, retracts=True))
    assert names(history.versions[0]) == ["rate/rate"], "his last mail was the full one; what a colleague said stays"
    assert held(last(history), "rate/rate").max == 620000


def test_a_retraction_with_nothing_before_it_is_harmless() -> None:
    assert names(last(story(amend(0, JAVA, retracts=True)))) == ["skill/java"]
    assert story(full(0, JAVA), amend(1, retracts=True, sender="mori@prime.example")).changes == ()


def test_hints_name_their_mail_and_speaker() -> None:
    doubtful = replace(AWS, hedged=True, stated_by=Speaker.END_CLIENT)
    stated = amend(3, doubtful, hints=(hint(demand("skill/go"), "conditional"),))
    rows = story(full(0, JAVA), stated).hints
    assert {(row.hint.requirement.key, row.hint.why, row.stated_by) for row in rows} == {
        ("aws", HintWhy.HEDGED, Speaker.END_CLIENT),
        ("go", HintWhy.CONDITIONAL, Speaker.INTERMEDIARY),
    }
    assert {row.sha256 for row in rows} == {stated.mail.sha256}


def test_a_step_told_again_in_the_same_words_is_neither_taken_nor_noted() -> None:
    one_more = demand("headcount/headcount", min=1, max=1, unit="person", relative=True, evidence="one more please")
    told = [full(0, demand("headcount/headcount", min=1, max=1, unit="person")), amend(3, one_more), amend(4, one_more)]
    history = story(*told)
    assert held(last(history), "headcount/headcount").max == 2
    assert (history.hints, history.confirmations) == ((), (told[2].mail.sha256,))


def test_a_closed_seat_can_still_be_corrected() -> None:
    history = story(full(0, JAVA, RATE), amend(3, status="closed"), amend(4, CUT))
    assert (last(history).status, held(last(history), "rate/rate").max) == (Status.CLOSED, 620000)
