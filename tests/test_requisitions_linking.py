"""Whose statement is it? DECISIONS.md D7."""

from dataclasses import replace
from datetime import timedelta

import pytest

from requisitions.linking import best_parent, content_words, keys_of, link
from requisitions.mentions import spoken_words
from requisitions.statements import Statement
from requisitions.versions import LinkKeys
from requisitions.words import LinkRule, Mode
from tests.requisitions_fixtures import demand, keys

AMENDMENT = {"mode": Mode.AMENDMENT}
JUTE = "sato@jute.example"
OURS = {"own": True, "sender": "mori@ours.example"}


def parent(child: LinkKeys, *earlier: LinkKeys) -> LinkKeys | None:
    found = best_parent(child, earlier)
    return None if found is None else found[0]


def rule_and_score(child: LinkKeys, *earlier: LinkKeys) -> tuple[LinkRule, float]:
    found = best_parent(child, earlier)
    assert found is not None
    return found[1], found[2]


def seats_of(*statements: LinkKeys) -> list[list[str]]:
    """The statements' days by requisition, e.g. `[["0", "3"], ["1"]]`."""
    found: dict[str, list[str]] = {}
    names = {one.statement_id: one for one in statements}
    for one in link(statements):
        found.setdefault(one.requisition_id, []).append(str(names[one.statement_id].stated_at.day - 1))
    return list(found.values())


def at_least_share_a_key(child: LinkKeys, other: LinkKeys) -> bool:
    return bool(keys_of(child) & keys_of(other))


# --- references ------------------------------------------------------------------------------------------------------


def test_the_same_asker_and_reference_is_sure_whatever_else_differs() -> None:
    seat = keys(0, reference="AB-1103", title="Crane operator")
    child = keys(200, reference="ab 1103", title="Terms", **AMENDMENT)
    assert (parent(child, seat), rule_and_score(child, seat)) == (seat, (LinkRule.REFERENCE, 1.0))


def test_a_reference_beats_the_thread_that_the_mail_answers() -> None:
    asked, answered = keys(0, reference="AB-2090", subject="Go wanted"), keys(1, reference="AB-2081", subject="Go wanted")
    child = keys(2, reference="AB-2090", subject="Re: Go wanted", answers=answered.thread, **AMENDMENT)
    assert parent(child, asked, answered) == asked


def test_different_references_never_join() -> None:
    seat = keys(0, reference="AB-1103", subject="Crane operator, Hull", words="role/crane-operator skill/crane")
    for fields in ({"answers": seat.thread}, {}):
        child = keys(1, reference="AB-1104", subject="Crane operator, Hull", words="role/crane-operator skill/crane", **fields)
        assert parent(child, seat) is None


def test_the_same_reference_of_another_asker_is_another_seat() -> None:
    assert parent(keys(1, reference="AB-1103", **AMENDMENT), keys(0, reference="AB-1103", sender=JUTE)) is None


def test_a_mail_of_ours_joins_by_reference_whoever_asked_and_is_less_sure() -> None:
    seat, memo = keys(0, reference="AB-1103"), keys(1, reference="AB-1103", **OURS, **AMENDMENT)
    assert rule_and_score(memo, seat) == (LinkRule.REFERENCE, 0.85)
    answer = keys(2, reference="AB-1103", sender=JUTE, **AMENDMENT)
    assert parent(answer, memo) == memo


def test_of_two_with_the_reference_the_latest_is_the_parent() -> None:
    seat, later = keys(0, reference="AB-1"), keys(3, reference="AB-1", **AMENDMENT)
    assert parent(keys(5, reference="AB-1", **AMENDMENT), later, seat) == later


# --- threads ---------------------------------------------------------------------------------------------------------


def test_an_amendment_joins_the_mail_that_it_answers() -> None:
    seat = keys(0, subject="Crane operator")
    child = keys(40, subject="Good news", answers=seat.thread, sender=JUTE, **AMENDMENT)
    rule, score = rule_and_score(child, seat)
    assert (parent(child, seat), rule) == (seat, LinkRule.THREAD)
    assert score >= 0.7


def test_threads_meet_by_directly_shared_ids_only() -> None:
    seat = keys(0, subject="Crane operator")
    between = keys(1, "lost", subject="x")
    child = keys(2, subject="Re: y", answers=between.thread, sender=JUTE, **AMENDMENT)
    assert parent(child, seat) is None


def test_two_answers_to_a_mail_that_we_never_saw_belong_together() -> None:
    lost = {"<lost@mail.example>"}
    first = keys(0, subject="Re: crane", answers=lost, **AMENDMENT)
    assert parent(keys(1, subject="hello", answers=lost, sender=JUTE, **AMENDMENT), first) == first


DIGEST = [
    keys(0, ordinal=ordinal, seats=3, subject="Three roles for the yard", title=title, words=words)
    for ordinal, (title, words) in enumerate(
        [("Crane operator", "role/crane-operator skill/cranes"), ("Dock planner", "skill/excel"), ("Night guard", "qualification/sia")]
    )
]


@pytest.mark.parametrize(
    ("fields", "seat"),
    [
        ({"subject": "Re: Three roles for the yard - planner"}, 1),
        ({"subject": "Re: Three roles for the yard", "words": "qualification/sia"}, 2),
        ({"subject": "Re: Three roles for the yard", "title": "the crane job"}, 0),
    ],
)
def test_of_several_seats_in_one_mail_the_words_choose(fields: dict[str, str], seat: int) -> None:
    child = keys(2, answers=DIGEST[0].thread, **fields, **AMENDMENT)
    assert parent(child, *DIGEST) == DIGEST[seat]


def test_an_answer_that_names_none_of_several_seats_is_doubtful_and_keeps_their_order() -> None:
    child = keys(2, subject="Re: Three roles for the yard", answers=DIGEST[0].thread, seats=2, ordinal=1, **AMENDMENT)
    assert parent(child, *DIGEST) == DIGEST[1]
    assert rule_and_score(child, *DIGEST)[1] < 0.7


def test_words_of_another_seat_beat_an_earlier_answer_about_one_seat() -> None:
    about_planner = keys(1, subject="Re: Three roles for the yard", words="skill/excel", answers=DIGEST[0].thread, **AMENDMENT)
    thread = DIGEST[0].thread | about_planner.thread
    child = keys(2, subject="the night guard", words="qualification/sia", answers=thread, **AMENDMENT)
    assert parent(child, *DIGEST, about_planner) == DIGEST[2]


@pytest.mark.parametrize(
    ("title", "words", "seats", "ordinal", "expected"),
    [
        ("thanks", "", 1, 0, 0.7),
        ("crane", "", 1, 0, 0.8),
        ("crane", "role/crane-operator skill/cranes", 1, 0, 0.9),
        ("thanks", "", 2, 1, 0.3),
        ("thanks", "", 2, 0, 0.31),
        ("crane", "", 2, 1, 0.72),
        ("crane", "role/crane-operator skill/cranes", 2, 1, 0.94),
    ],
)
def test_scores_in_a_thread(title: str, words: str, seats: int, ordinal: int, expected: float) -> None:
    seat = keys(0, title="Crane gang", subject="jobs", words="role/crane-operator skill/cranes", seats=seats, ordinal=ordinal)
    child = keys(1, title=title, words=words, answers=seat.thread, **AMENDMENT)
    assert rule_and_score(child, seat) == (LinkRule.THREAD, expected)


def test_the_clients_own_colleagues_at_another_domain_join_by_thread_and_reference() -> None:
    seat = keys(0, reference="AB-1")
    assert rule_and_score(keys(1, reference="AB-1", answers=seat.thread, sender=JUTE), seat) == (LinkRule.THREAD, 0.95)


def test_a_full_text_in_a_thread_tells_its_seat_again_or_another() -> None:
    seat = keys(0, subject="Crane operator", words="role/crane-operator skill/cranes")
    again = keys(3, subject="Re: Crane operator", words="role/crane-operator skill/cranes skill/excel", answers=seat.thread)
    other = keys(3, subject="Re: Crane operator", title="Night guard", words="qualification/sia trait/calm", answers=seat.thread)
    assert parent(again, seat) == seat
    assert parent(other, seat) is None


def test_a_full_text_of_another_broker_in_a_shared_thread_stays_apart() -> None:
    seat = keys(0, subject="Crane operator", words="skill/cranes")
    assert parent(keys(1, subject="Crane operator", words="skill/cranes", answers=seat.thread, sender=JUTE), seat) is None


def test_a_note_of_ours_in_the_thread_is_of_the_seat() -> None:
    seat = keys(0, subject="Crane operator")
    memo = keys(1, subject="phone call", answers=seat.thread, **OURS, **AMENDMENT)
    assert parent(memo, seat) == seat
    assert parent(keys(2, subject="Re: phone call", answers=memo.thread, **AMENDMENT), seat, memo) == memo


# --- titles ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "sender", "day", "expected"),
    [
        ("crane", "abe@prime.example", 9, 0.65),
        ("crane", "sato@prime.example", 9, 0.68),
        ("crane hull", "abe@prime.example", 9, 0.85),
        ("crane hull docks", "abe@prime.example", 9, 0.85),
        ("crane", "abe@prime.example", 120, 0.45),
    ],
)
def test_scores_by_title(title: str, sender: str, day: int, expected: float) -> None:
    seat = keys(0, subject="Crane gang, Hull docks")
    assert rule_and_score(keys(day, subject=title, sender=sender, **AMENDMENT), seat) == (LinkRule.TITLE, expected)


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("Crane operator (temp) - terms enclosed", "Back on: crane operator"),
        ("人を探しています(溶接)", "溶接の件"),
        ("【案件】造船所向け溶接工/大阪/11月〜", "造船所の溶接工について"),
        ("Night guard for Wharf Nine", "Wharf Nine - I got it wrong"),
    ],
)
def test_an_amendment_without_a_shared_id_finds_its_seat_by_title(first: str, later: str) -> None:
    seat, noise = keys(0, subject=first), keys(5, subject="Bookkeeper, Leeds", words="role/bookkeeper")
    child = keys(9, subject=later, **AMENDMENT)
    assert parent(child, seat, noise) == seat
    assert rule_and_score(child, seat, noise)[0] is LinkRule.TITLE
    assert at_least_share_a_key(child, seat)


def test_half_a_word_in_common_is_too_little_and_an_informative_one_enough() -> None:
    seat, noise = keys(0, subject="Crane, Hull docks"), keys(1, subject="Bookkeeper")
    assert parent(keys(9, subject="the crane operator", **AMENDMENT), seat, noise) == seat
    assert parent(keys(9, subject="crane cabin", **AMENDMENT), seat, noise) is None
    assert parent(keys(9, subject="the operator", **AMENDMENT), keys(0, subject="Crane operator"), noise) is None


def test_an_amendment_finds_its_seat_by_the_demands_that_it_speaks_of() -> None:
    seat = keys(0, subject="We are hiring", words="role/tester experience/testing qualification/istqb skill/jira")
    noise = keys(3, subject="We need help", words="role/bookkeeper skill/excel")
    assert parent(keys(9, subject="After the interview", words="experience/testing qualification/istqb", **AMENDMENT), seat, noise) == seat


def test_among_equals_the_latest_then_the_writers_own() -> None:
    first, second = keys(0, subject="Crane operator, Hull"), keys(4, subject="Crane operator, Goole")
    colleague = keys(6, subject="Crane operator, Selby", sender="mori@prime.example")
    child = keys(9, subject="crane operator", **AMENDMENT)
    assert parent(child, first, second) == second
    assert parent(child, first, second, colleague) == second


def test_titles_of_another_asker_are_no_sign() -> None:
    assert parent(keys(3, subject="Crane operator, Hull", **AMENDMENT), keys(0, subject="Crane operator, Hull", sender=JUTE)) is None


def test_an_amendment_looks_back_180_days_and_beyond_90_with_doubt() -> None:
    seat = keys(0, subject="Crane operator, Hull docks")
    child = "Hull docks crane operator"
    assert rule_and_score(keys(89, subject=child, **AMENDMENT), seat)[1] >= 0.7
    assert rule_and_score(keys(120, subject=child, **AMENDMENT), seat)[1] < 0.7
    assert rule_and_score(keys(90, subject=child, **AMENDMENT), seat)[1] >= 0.7
    assert parent(keys(180, subject=child, **AMENDMENT), seat) == seat
    assert parent(keys(180.01, subject=child, **AMENDMENT), seat) is None


def test_an_amendment_with_nothing_in_common_takes_the_askers_only_seat_with_doubt() -> None:
    seat, elsewhere = keys(0, subject="Crane operator"), keys(1, subject="Baker", sender=JUTE)
    child = keys(9, subject="After our talk", **AMENDMENT)
    assert parent(child, seat, elsewhere) == seat
    assert rule_and_score(child, seat, elsewhere) == (LinkRule.TITLE, 0.4)


def test_the_only_seat_may_have_been_told_twice() -> None:
    seat = keys(0, subject="Crane operator, Hull", words="skill/cranes")
    again = keys(7, subject="【再送】Crane operator, Hull", words="skill/cranes")
    assert parent(keys(9, subject="After our talk", **AMENDMENT), seat, again) == again


def test_of_two_seats_with_nothing_in_common_none_is_taken() -> None:
    seats = keys(0, subject="Crane operator"), keys(1, subject="Baker")
    assert parent(keys(9, subject="After our talk", **AMENDMENT), *seats) is None
    assert parent(keys(9, subject="After our talk", **AMENDMENT), *DIGEST) is None


def test_of_two_seats_of_one_asker_the_writers_only_one_is_taken() -> None:
    colleague, own = keys(0, subject="Crane operator", sender="mori@prime.example"), keys(1, subject="Baker")
    assert parent(keys(9, subject="After our talk", **AMENDMENT), colleague, own) == own


def test_the_only_seat_is_no_parent_of_what_may_found_nothing_nor_after_90_days() -> None:
    seat = keys(0, subject="Crane operator")
    assert parent(keys(9, subject="Profile of A. B.", founds=False, **AMENDMENT), seat) is None
    assert parent(keys(90, subject="After our talk", **AMENDMENT), seat) == seat
    assert parent(keys(90.01, subject="After our talk", **AMENDMENT), seat) is None


# --- full texts ------------------------------------------------------------------------------------------------------


def test_a_resend_by_title_and_demands() -> None:
    seat = keys(0, subject="☆溶接案件☆造船所/大阪", words="skill/welding skill/tig qualification/jis")
    again = keys(7, subject="【再送】☆溶接案件☆造船所/大阪", words="skill/welding qualification/jis skill/mag")
    assert parent(again, seat) == seat
    assert rule_and_score(again, seat)[1] >= 0.7


def test_one_subject_for_seat_after_seat_is_told_apart_by_the_demands() -> None:
    seat = keys(0, subject="【新規案件】エンジニア募集", words="skill/go skill/grpc role/backend skill/redis")
    other = keys(2, subject="【新規案件】エンジニア募集", words="skill/go skill/gcp experience/leader skill/spanner role/lead")
    assert parent(other, seat) is None


def test_a_subject_that_says_nothing_needs_alike_demands() -> None:
    seat = keys(0, subject="ご案内", words="skill/go skill/grpc role/backend")
    assert parent(keys(7, subject="ご案内", words="skill/go skill/grpc role/backend skill/aws"), seat) == seat
    assert parent(keys(7, subject="ご案内", words="skill/go"), seat) is None
    assert parent(keys(7, subject="ご案内"), keys(0, subject="ご案内")) is None


def test_one_text_for_two_towns_is_two_seats_unless_a_thread_or_reference_joins_them() -> None:
    fields = {"subject": "Java developer wanted", "reference": "AB-1"}
    words = "skill/java skill/spring skill/aws location/"
    seat = keys(0, subject="Java developer wanted", words=f"{words}hull")
    assert parent(keys(7, subject="Java developer wanted", words=f"{words}goole"), seat) is None
    assert parent(keys(7, subject="Java developer wanted", words=f"{words}hulldocks"), seat) == seat
    assert parent(keys(7, subject="Java developer wanted", words=f"{words}goole", answers=seat.thread), seat) == seat
    assert parent(keys(7, **fields, words=f"{words}goole"), keys(0, **fields, words=f"{words}hull")) is not None


def test_another_title_is_another_seat() -> None:
    assert parent(keys(7, subject="Baker, Leeds"), keys(0, subject="Crane operator, Hull")) is None


def test_a_resend_looks_back_90_days_unless_it_bears_the_reference() -> None:
    seat = keys(0, subject="Crane operator, Hull", reference="AB-1")
    assert parent(keys(90, subject="Crane operator, Hull"), seat) == seat
    assert parent(keys(90.01, subject="Crane operator, Hull"), seat) is None
    assert parent(keys(91, subject="Crane operator, Hull", reference="AB-1"), seat) == seat


def test_a_digest_told_again_keeps_its_seats_apart() -> None:
    again = [
        keys(7, ordinal=one.ordinal, seats=3, subject="Re: Three roles for the yard", title=one.title, words=" ".join(one.words))
        for one in DIGEST
    ]
    assert [parent(one, *DIGEST) for one in again] == DIGEST
    assert len({one.requisition_id for one in link([*DIGEST, *again])}) == 3


def test_a_full_text_may_come_after_its_first_amendment() -> None:
    early = keys(0, subject="Re: Crane operator, Hull", **AMENDMENT)
    assert parent(keys(1, subject="Crane operator, Hull"), early) == early
    assert parent(keys(1, subject="Crane operator, Hull", reference="AB-7"), early) is None


# --- mails of ours ---------------------------------------------------------------------------------------------------


def test_notes_of_ours_go_on_from_notes_of_ours() -> None:
    note = keys(0, subject="call note Wharf Nine", **OURS)
    assert parent(keys(1, subject="Wharf Nine again", **OURS, **AMENDMENT), note) == note


def test_our_only_seat_is_the_writers_own() -> None:
    note = keys(0, subject="call note Wharf Nine", **OURS)
    assert parent(keys(1, subject="sorry", **OURS, **AMENDMENT), note) == note
    assert parent(keys(1, subject="sorry", own=True, sender="abe@ours.example", **AMENDMENT), note) is None


def test_our_forward_without_ids_finds_the_mail_by_its_subject_and_is_doubtful() -> None:
    seat = keys(0, subject="フォークリフトの方を募集します")
    forward = keys(1, subject="Fwd: フォークリフトの方を募集します", **OURS, **AMENDMENT)
    assert (parent(forward, seat), at_least_share_a_key(forward, seat)) == (seat, True)
    assert rule_and_score(forward, seat)[1] < 0.7


def test_our_note_finds_the_clients_seat_by_the_client_and_a_word_in_common() -> None:
    seat = keys(0, subject="Crane operator, Hull", client="Wharf Nine")
    memo = keys(2, subject="call: crane operator", client="WHARF NINE", **OURS, **AMENDMENT)
    assert (parent(memo, seat), at_least_share_a_key(memo, seat)) == (seat, True)
    assert parent(keys(2, subject="call: crane operator", client="Wharf Ten", **OURS, **AMENDMENT), seat) is None
    assert parent(keys(2, subject="call: baker", client="Wharf Nine", **OURS, **AMENDMENT), seat) is None


def test_an_unknown_asker_joins_nobody() -> None:
    nobody = {"organisation": None, "sender": None}
    assert parent(keys(1, subject="Crane operator", **AMENDMENT, **nobody), keys(0, subject="Crane operator", **nobody)) is None


# --- the three laws, and whole sets ----------------------------------------------------------------------------------


def test_a_parent_is_earlier_in_fold_order() -> None:
    early, late = keys(0, reference="AB-1"), keys(3, reference="AB-1")
    assert parent(early, late) is None
    assert parent(late, early) == early


def test_seats_of_one_mail_are_no_parents_of_each_other() -> None:
    assert all(parent(one, *DIGEST) is None for one in DIGEST)


def test_the_root_of_the_chain_is_the_requisition() -> None:
    seat, reply = keys(0, subject="Crane operator"), keys(1, subject="Re: Crane operator", answers={"<0.@mail.example>"}, **AMENDMENT)
    last = keys(2, subject="thanks", answers=reply.thread, **AMENDMENT)
    links = link([last, reply, seat])
    assert [one.requisition_id for one in links] == [seat.statement_id] * 3
    assert [one.parent_statement_id for one in links] == [None, seat.statement_id, reply.statement_id]
    assert [one.rule for one in links] == [LinkRule.ROOT, LinkRule.THREAD, LinkRule.THREAD]


def test_a_late_original_becomes_the_root_of_what_was_there() -> None:
    reply = keys(1, subject="Re: Crane operator", answers={"<0.@mail.example>"}, **AMENDMENT)
    seat = keys(0, subject="Crane operator")
    assert seats_of(reply) == [["1"]]
    assert seats_of(reply, seat) == [["0", "1"]]


def test_an_offer_founds_no_requisition_but_answers_to_it_belong_together() -> None:
    offer = keys(0, subject="Profile of A. B.", founds=False, **OURS, **AMENDMENT)
    answers = [keys(day, subject="Re: Profile", answers=offer.thread, **AMENDMENT) for day in (1, 2)]
    assert link([offer]) == ()
    assert seats_of(offer, *answers) == [["0", "1", "2"]]


def test_two_full_texts_of_one_subject_with_two_references_are_two_seats() -> None:
    one, other = (keys(day, subject="【案件】溶接工", reference=f"AB-{day}", words="skill/welding") for day in (0, 2))
    amended = keys(4, subject="Re: 【案件】溶接工", reference="AB-2", answers=one.thread, **AMENDMENT)
    paused = keys(6, subject="【案件】溶接工", reference="AB-0", **AMENDMENT)
    assert seats_of(paused, amended, other, one) == [["0", "6"], ["2", "4"]]


def test_index_keys_name_thread_reference_asker_client_and_subject() -> None:
    one = keys(0, subject="Crane operator, Hull", reference="AB-1", client="Wharf Nine")
    assert keys_of(one) == {"t:<0.@mail.example>", "r:AB1", "f:prime.example", "c:wharfnine", "s:crane operator hull"}
    assert keys_of(keys(0, subject="Update", **OURS)) == {"t:<0.@mail.example>", "f:@own"}


def test_content_words_are_what_a_person_must_be_or_know_and_the_place() -> None:
    told = Statement(
        ordinal=0,
        mode=Mode.FULL,
        requirements=(
            demand("role/crane-operator"),
            demand("skill/excel", "not_required"),
            demand("rate/rate", max=40, unit="gbp_per_hour"),
            demand("location/location", text="品川駅"),
            demand("trait/cheerful", text="品川"),
        ),
    )
    assert content_words(told) == {"role/crane-operator", "skill/excel", "location/品川"}


def test_a_place_without_a_name_is_no_word() -> None:
    assert content_words(Statement(ordinal=0, mode=Mode.FULL, requirements=(demand("location/location"),))) == frozenset()


def test_a_root_is_sure_of_itself() -> None:
    assert [(one.rule, one.score) for one in link([keys(0)])] == [(LinkRule.ROOT, 1.0)]


def test_the_window_is_a_matter_of_time_stated_not_of_arrival() -> None:
    seat = keys(0, subject="Crane operator, Hull docks")
    child = keys(100, subject="Hull docks crane operator", **AMENDMENT)
    assert child.stated_at - seat.stated_at == timedelta(days=100)
    assert [one.parent_statement_id for one in link([child, seat])] == [None, seat.statement_id]


# --- what a mail says it is about ------------------------------------------------------------------------------------

MEMO = {**OURS, **AMENDMENT}
PRIME = frozenset({"prime", "prime crew north"})


def says(text: str) -> frozenset[str]:
    return spoken_words(text)


def test_a_memo_finds_the_seat_of_whom_it_names_by_the_title() -> None:
    seat = keys(0, subject="Crane operator - Hull", words="location/hull", called=PRIME)
    namesake = keys(1, subject="Crane operator", sender=JUTE, called=frozenset({"jute"}))
    memo = keys(3, subject="Phone call", says=says("This is about the crane operator job at Prime Crew North."), **MEMO)
    assert parent(memo, seat, namesake) == seat
    assert at_least_share_a_key(memo, seat)
    assert rule_and_score(memo, seat)[1] >= 0.7


@pytest.mark.parametrize("words", ["About the crane operator job.", "Prime Crew North called.", "The crane job at Prime Crew North."])
def test_a_memo_needs_the_whole_title_and_a_name(words: str) -> None:
    seat = keys(0, title="Crane rigging supervisor", subject="x", called=PRIME)
    assert parent(keys(3, subject="Phone call", says=says(words), **MEMO), seat) is None


def test_a_memo_that_reads_as_a_whole_text_founds_a_seat_rather_than_wipe_one_out() -> None:
    seat = keys(0, subject="Crane operator", words="role/crane-operator skill/cranes skill/rigging skill/excel", called=PRIME)
    note = keys(1, subject="Call about crane operator", says=says("crane operator, Prime Crew North"), **MEMO)
    again = keys(2, subject="Call about crane operator", says=says("crane operator, Prime Crew North"), words="skill/welding", **OURS)
    assert parent(note, seat) == seat
    assert parent(again, seat, note) is None


def test_two_memos_belong_together_by_their_whole_title_only() -> None:
    first = keys(0, subject="Phone call: Night guard for the harbour hospital", **MEMO)
    assert parent(keys(1, subject="Phone call: Baker for the harbour hospital", **MEMO), first) is None
    assert parent(keys(1, subject="Night guard for the harbour hospital", **MEMO), first) == first


def test_a_mail_of_ours_is_about_those_it_goes_to() -> None:
    ours = keys(0, subject="Crane operator", partners=frozenset({"prime.example"}), **MEMO)
    assert parent(keys(2, subject="Crane operator", **AMENDMENT), ours) == ours
    assert parent(keys(2, subject="Crane operator", sender=JUTE), ours) is None
    assert parent(keys(2, subject="Crane operator", sender=JUTE, **AMENDMENT), ours) is None
    memo = keys(3, subject="Crane operator (Jute Works)", **MEMO)
    assert parent(memo, ours) is None


def test_in_a_thread_the_seat_that_the_words_name_beats_the_last_answer() -> None:
    answer = keys(1, subject="Re: Three roles for the yard", answers=DIGEST[0].thread, **AMENDMENT)
    words = "A note on the night guard position."
    child = keys(2, subject="Re: Three roles for the yard", says=says(words), answers=answer.thread | DIGEST[0].thread, **AMENDMENT)
    assert parent(child, *DIGEST, answer) == DIGEST[2]
    assert rule_and_score(child, *DIGEST, answer) == (LinkRule.THREAD, 0.96)


def test_outside_a_thread_the_seat_that_the_words_name_beats_one_of_the_same_subject() -> None:
    seat = keys(0, subject="Crane operator wanted")
    other = keys(1, subject="Re: Crane operator wanted", title="Night guard")
    child = keys(2, subject="Crane operator", says=says("Regarding the crane operator vacancy."), **AMENDMENT)
    assert parent(child, seat, other) == seat


def test_a_whole_text_that_its_seat_refuses_comes_in_by_no_amendment() -> None:
    """Else three words read as a whole text would take out all that the seat demands."""
    seat = keys(0, subject="Crane operator", words="role/crane-operator skill/cranes skill/rigging skill/excel")
    note = keys(1, subject="Crane operator", **AMENDMENT)
    fields = {"subject": "Crane operator", "words": "skill/welding"}
    assert parent(keys(2, **fields), seat, note) is None
    assert parent(keys(2, **fields, answers=seat.thread | note.thread), seat, note) is None
    assert parent(keys(2, **fields), note) == note
    assert parent(keys(91, **fields), seat, keys(88, subject="Crane operator", **AMENDMENT)) is not None
    assert seats_of(seat, note, keys(2, **fields, answers=note.thread)) == [["0", "1"], ["2"]]


def test_a_seat_that_an_amendment_moved_to_another_town_takes_its_whole_text_back_in() -> None:
    seat = keys(0, subject="Crane operator", words="skill/cranes skill/rigging location/hull")
    moved = keys(1, subject="Crane operator", words="location/goole", **AMENDMENT)
    assert parent(keys(2, subject="Crane operator", words="skill/cranes skill/rigging location/goole"), seat, moved) == moved


def test_of_a_list_the_seat_comes_back_in_by_the_amendment_that_says_its_name_and_its_new_town() -> None:
    """A weekly list names no thread; who moved the seat named it in his words, and elsewhere only in an old subject."""
    seat = keys(0, subject="Crane operator", words="skill/cranes skill/rigging location/hull")
    moved = keys(1, subject="Re: two roles", says=says("The crane operator job is in Goole now"), words="location/goole", **AMENDMENT)
    listed = {"seats": 3, "subject": "Hot list: open positions", "title": "Crane operator"}
    assert parent(keys(9, words="skill/cranes skill/rigging location/goole", **listed), seat, moved) == moved
    assert parent(keys(9, words="skill/cranes skill/rigging location/selby", **listed), seat, moved) is None
    silent = replace(moved, words=frozenset())
    assert parent(keys(9, words="skill/cranes skill/rigging location/goole", **listed), seat, silent) is None


def test_a_whole_text_is_no_sequel_of_our_note_on_somebody_else_s_seat() -> None:
    """A note within the house names nobody by its address: one subject, used by two askers, is no sign of whose seat it is on."""
    note = keys(1, subject="Re: Night porter", says=says("Please look at this one"), **MEMO)
    assert parent(keys(2, subject="Night porter", called=PRIME), note) is None
    named = replace(note, says=says("Prime Crew North rang about it"))
    assert parent(keys(2, subject="Night porter", called=PRIME), named) == named


def test_a_subject_that_lists_open_seats_says_nothing() -> None:
    for subject in (
        "【一斉配信】募集中の案件一覧",
        "今週の募集案件一覧",
        "Hot list: open positions",
        "Open roles this week",
        "Please share profiles",
    ):
        assert not any(key.startswith("s:") for key in keys_of(keys(0, subject=subject)))
        assert parent(keys(1, subject=subject, words="skill/welding"), keys(0, subject=subject)) is None


def test_the_subject_of_several_seats_names_the_first() -> None:
    first, second = (keys(0, ordinal=ordinal, seats=2, subject="Crane operator, Hull") for ordinal in (0, 1))
    child = keys(1, subject="Re: Crane operator, Hull", says=says("About the crane operator, Hull"), answers=first.thread, **AMENDMENT)
    assert parent(child, first, second) == first


def test_a_seat_among_several_refuses_by_its_title_though_the_subject_says_the_same() -> None:
    words = "role/crane-operator skill/cranes skill/rigging skill/excel skill/tig"
    seat = keys(0, seats=2, subject="Crane operator", words=words)
    note = keys(1, subject="Crane operator", **AMENDMENT)
    assert parent(keys(2, subject="Crane operator", words="role/crane-operator"), seat, note) is None


@pytest.mark.parametrize("answers", [frozenset({"<1@jute.example>"}), frozenset()])
def test_a_whole_text_comes_after_a_memo_that_says_whose_seat_it_is_unless_the_memo_answers_another_mail(answers: frozenset[str]) -> None:
    memo = keys(0, subject="Crane operator", says=says("Prime Crew North rang about the crane operator."), answers=answers, **MEMO)
    whole = keys(2, subject="Crane operator", words="location/hull", called=PRIME)
    assert parent(whole, memo) == (None if answers else memo)


# --- two of a name, numbers, places -----------------------------------------------------------------------------------


def test_of_two_askers_seats_of_one_title_a_memo_is_about_the_one_whose_name_it_says_the_longer_part_of() -> None:
    """Two branches of one firm offer the same job; what the memo demands is no sign of whose it is."""
    north = keys(0, subject="Crane operator", called=PRIME)
    other = frozenset({"prime", "prime crew"})
    firm = keys(1, subject="Crane operator", sender="mori@prime-two.example", words="skill/rigging", called=other)
    words = {"says": says("Prime Crew North rang about the crane operator, rigging is a must"), "words": "skill/rigging"}
    assert parent(keys(3, subject="Phone call", **words, **MEMO), north, firm) == north


def test_a_memo_goes_with_the_seat_of_whom_it_names_rather_than_with_a_memo_on_another_branch() -> None:
    seat = keys(0, subject="Crane operator", called=PRIME)
    note = keys(1, subject="Crane operator - call with Prime Crew South", **MEMO)
    memo = keys(3, subject="Crane operator - call with Prime Crew North", says=says("Prime Crew North: the crane operator"), **MEMO)
    assert parent(memo, seat, note) == seat
    assert parent(memo, note) is None
    same = keys(2, subject="Call note: crane operator (Prime Crew North)", **MEMO)
    assert parent(memo, same) == same


def test_a_title_that_is_only_the_subject_of_its_thread_names_a_seat_less_than_the_mail_that_chose_it() -> None:
    """A reply tells the second of two seats in full under the subject that the first one gave."""
    first, second = (
        keys(0, title=title, subject="Crane operator", seats=2, ordinal=at) for at, title in enumerate(("Crane operator", "Night guard"))
    )
    again = keys(1, subject="Crane operator", answers=first.thread, words="role/night-guard")
    child = keys(3, subject="Crane operator", says=says("Regarding the crane operator vacancy."), **AMENDMENT)
    assert parent(child, first, second, again) == first
    answer = replace(child, thread=child.thread | first.thread | again.thread)
    assert parent(answer, first, second, again) == first


def test_after_90_days_a_seat_called_by_its_whole_title_still_goes_before_an_answer_under_its_subject() -> None:
    seat = keys(0, title="Crane operator", subject="Three roles", seats=3)
    answer = keys(40, subject="Crane operator", answers={"<0.x@mail.example>"}, **AMENDMENT)
    child = keys(100, subject="Crane operator", says=says("The crane operator: FP level two is a must"), **AMENDMENT)
    assert parent(child, seat, answer) == seat


@pytest.mark.parametrize(("told", "seat"), [("#1", 0), ("#2", 1), ("#3", 2)])
def test_an_answer_may_name_one_of_several_seats_by_its_number(told: str, seat: int) -> None:
    child = keys(2, subject="Re: Three roles for the yard", says=frozenset({told}), answers=DIGEST[0].thread, **AMENDMENT)
    assert parent(child, *DIGEST) == DIGEST[seat]
    assert rule_and_score(child, *DIGEST)[1] >= 0.7


def test_a_number_names_no_seat_of_a_mail_of_one_nor_one_that_is_not_there() -> None:
    child = keys(2, subject="Re: Three roles for the yard", says=frozenset({"#9"}), answers=DIGEST[0].thread, **AMENDMENT)
    assert rule_and_score(child, *DIGEST)[1] < 0.7
    alone = keys(0, title="Crane gang", subject="jobs")
    assert rule_and_score(replace(child, thread=child.thread | alone.thread, says=frozenset({"#1"})), alone)[1] == 0.7


def test_an_answer_may_name_one_of_several_seats_by_a_part_of_its_title_or_by_its_place() -> None:
    seats = [
        keys(0, title=title, subject="jobs", words=f"location/{place}", seats=2, ordinal=at)
        for at, (title, place) in enumerate((("Crane operator for the docks", "hull"), ("Night guard for the docks", "goole")))
    ]
    for words, seat in (
        ("The crane one is filled", 0),
        ("The guard one is filled", 1),
        ("As to Goole: filled", 1),
        ("As to Hull: filled", 0),
    ):
        child = keys(2, subject="Re: jobs", says=says(words), answers=seats[0].thread, **AMENDMENT)
        assert parent(child, *seats) == seats[seat]


def test_a_place_alone_is_no_sign_outside_the_thread() -> None:
    """A greeting names the branch of who writes."""
    seats = [
        keys(day, title=title, subject=f"{title} {day}", words="location/hull")
        for day, title in enumerate(("Crane operator", "Night guard"))
    ]
    assert parent(keys(5, subject="News", says=says("Best wishes from Hull"), **AMENDMENT), *seats) is None


# --- a whole text in a thread -----------------------------------------------------------------------------------------


def test_in_a_thread_a_whole_text_comes_after_the_amendment_that_said_its_name_whatever_moved_since() -> None:
    """Its place moved, and its reference is told for the first time: outside the thread either would be another seat."""
    seat = keys(0, title="Crane operator", subject="Jobs", words="skill/cranes skill/rigging location/hull")
    note = keys(1, subject="Re: Jobs", says=says("The crane operator job"), answers=seat.thread, **AMENDMENT)
    fields = {"title": "Crane operator", "subject": "Re: Jobs", "words": "skill/cranes skill/rigging location/goole"}
    answers = {"answers": {note.message_id}}
    assert parent(keys(2, **answers, **fields), seat, note) == note
    assert parent(keys(2, **answers, reference="AB-7", **fields), seat, note) == note
    assert parent(keys(2, reference="AB-7", **fields), seat, note) is None
    assert parent(keys(2, **answers, **{**fields, "title": "Night guard"}), seat, note) is None


# --- mails that nothing was read in -----------------------------------------------------------------------------------

UNREAD = {"founds": False, "silent": True, **AMENDMENT}


def test_a_mail_that_nothing_was_read_in_belongs_to_the_thread_that_it_answers() -> None:
    seat = keys(0, subject="Crane operator")
    thanks = keys(1, subject="Re: Crane operator", answers=seat.thread, **UNREAD)
    assert parent(thanks, seat) == seat
    assert parent(keys(1, subject="Re: Crane operator", answers=seat.thread, sender=JUTE, **UNREAD), seat) == seat
    assert seats_of(thanks, keys(2, **UNREAD)) == []


def test_of_several_seats_it_takes_only_one_that_its_words_name() -> None:
    fields = {"subject": "Re: Three roles for the yard", "answers": DIGEST[0].thread, **UNREAD}
    assert parent(keys(1, **fields), *DIGEST) is None
    assert parent(keys(1, says=says("As to the night guard, we shall see."), **fields), *DIGEST) == DIGEST[2]


@pytest.mark.parametrize("subject", ["Change to crane operator", "Re: Crane operator", "【変更】Crane operator", "Crane operator の件"])
def test_outside_a_thread_its_subject_may_name_a_seat_of_the_same_asker(subject: str) -> None:
    seat = keys(0, title="Crane operator", subject="Jobs", seats=2)
    unread = keys(1, subject=subject, **UNREAD)
    assert parent(unread, seat) == seat
    assert at_least_share_a_key(unread, seat)
    assert parent(keys(1, subject=subject, sender=JUTE, **UNREAD), seat) is None
    assert parent(keys(91, subject=subject, **UNREAD), seat) is None


@pytest.mark.parametrize("subject", ["News", "Crane operators' day out", "Crane", None])
def test_a_subject_that_says_less_or_more_than_the_title_names_no_seat(subject: str | None) -> None:
    assert parent(keys(1, subject=subject, **UNREAD), keys(0, subject="Crane operator")) is None


def test_what_answers_it_goes_to_the_seat_by_its_own_words_first() -> None:
    """It may itself be of no seat; then what answers it must not be torn from the seat that it names."""
    seats = [keys(0, title=title, subject="Jobs", seats=2, ordinal=at) for at, title in enumerate(("Crane operator", "Night guard"))]
    unread = keys(1, subject="Re: Jobs", answers=seats[0].thread, **UNREAD)
    named = keys(2, subject="Re: Jobs", says=says("The night guard job is on hold"), answers=unread.thread, **AMENDMENT)
    assert seats_of(*seats, unread, named) == [["0"], ["0", "2"]]
    alone = keys(0, subject="Crane operator")
    follows = keys(1, subject="Re: Crane operator", answers=alone.thread, **UNREAD)
    later = keys(2, subject="Re: Crane operator", words="skill/rigging", answers=follows.thread, **AMENDMENT)
    assert seats_of(alone, follows, later) == [["0", "1", "2"]]


def test_it_is_no_parent_by_words_nor_where_it_opens_a_thread() -> None:
    letter = keys(0, subject="Crane operator", **UNREAD)
    assert parent(keys(1, subject="Crane operator", **AMENDMENT), letter) is None
    assert parent(keys(1, subject="Re: Crane operator", answers=letter.thread), letter) is None


# --- memos that name a person -----------------------------------------------------------------------------------------


def test_a_memo_may_name_nobody_but_who_writes_for_the_asker() -> None:
    seat = keys(0, subject="Crane operator", people=frozenset({"leandra", "achterberg"}))
    namesake = keys(1, subject="Crane operator", sender=JUTE, people=frozenset({"sato"}))
    memo = keys(3, subject="Phone call", says=says("Ms Achterberg rang about the crane operator."), **MEMO)
    assert parent(memo, seat, namesake) == seat
    assert at_least_share_a_key(memo, seat)


def test_a_memo_goes_to_the_only_seat_of_whom_it_names_if_it_has_something_in_common_with_it() -> None:
    """Its title may be told in other words; the link is doubtful then."""
    seat = keys(0, subject="Freelance crane work", words="role/crane-operator skill/cranes", called=PRIME)
    fields = {"subject": "Phone call", "says": says("Prime Crew North called about the operator"), **MEMO}
    memo = keys(3, words="role/crane-operator", **fields)
    assert parent(memo, seat) == seat
    assert rule_and_score(memo, seat)[1] < 0.7
    assert parent(keys(3, words="skill/welding", **fields), seat) is None
    other = keys(1, subject="Night guard", words="role/night-guard", called=PRIME)
    assert parent(memo, seat, other) is None, "of two seats of that asker nobody can tell"
