"""What waits for a person beside the calls."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default

import pytest
import re2

from reports.documents import document
from reports.html import page_of, render
from reports.records import Decisions
from requisitions.corrections import Cited, Entered, Word, WordKind
from requisitions.messages import Problem
from requisitions.versions import Requisition
from requisitions.words import FlagRule, HintWhy, Necessity, Review, Speaker, Status
from tests.report_builders import LABELS, Extra, amend, demand, dropped, flag, full, mail, proposal, report, seat

JAVA = demand("skill", "java", label="Java", min=2, unit="year", quote="Java 2年")
MORE_JAVA = demand("skill", "java", label="Java", min=3, unit="year", quote="Java 3年")
LESS_JAVA = demand("skill", "java", label="Java", min=1, unit="year", quote="Java 1年")
FIRST = mail("10-05 10:00", kind="requisition")
FLAG = flag(FIRST, FlagRule.AGE_LIMIT, "三十五まで")
PROPOSED = proposal("11-10 10:00")


def decided(*seats: Requisition, problems: tuple[Problem, ...] = ()) -> Decisions:
    """The decisions of the week."""
    return report(*seats, problems=problems).decisions


def moved(*more: object, extra: Extra) -> Requisition:
    """A seat that asks for more Java since Wednesday."""
    return seat("A-1", "A", "客先", full(FIRST, JAVA), amend(mail("11-18 10:00"), MORE_JAVA), *more, extra=extra)  # type: ignore[arg-type]


def test_an_open_flag_of_a_seat_that_moved_is_to_be_reviewed() -> None:
    (flagged,) = decided(moved(extra=Extra(flags=[FLAG]))).flags
    assert (flagged.name.reference, [row.flag.rule for row, _ in flagged.flags]) == ("A-1", [FlagRule.AGE_LIMIT])


def test_an_old_flag_of_a_seat_that_did_not_move_is_not_told_again() -> None:
    assert decided(seat("A-1", "A", None, full(FIRST, JAVA), extra=Extra(flags=[FLAG]))).flags == ()


def test_a_flag_that_a_mail_of_the_week_raised_is_told() -> None:
    again = mail("11-18 10:00")
    still = seat("A-1", "A", None, full(FIRST, JAVA), extra=Extra(flags=[flag(again, FlagRule.GENDER, "女性")], mails=[again]))
    assert len(decided(still).flags) == 1


def test_a_reviewed_flag_or_one_of_a_closed_seat_waits_for_nobody() -> None:
    assert decided(moved(extra=Extra(flags=[replace(FLAG, review=Review.CONFIRMED)]))).flags == ()
    closing = amend(mail("11-19 10:00"), status=Status.CLOSED, status_quote="終了")
    assert decided(moved(closing, extra=Extra(flags=[FLAG]))).flags == ()


def test_a_condition_that_was_withdrawn_waits_for_nobody() -> None:
    old = demand("age", "age", label="年齢", max=35, unit="age", quote="三十五まで")
    first = full(FIRST, JAVA, old)
    gone = amend(mail("11-18 10:00"), MORE_JAVA, dropped("age", "age", "年齢", "年齢は問いません"))
    extra = Extra(flags=[FLAG, flag(FIRST, FlagRule.APPEARANCE, "清潔感")])
    (flagged,) = decided(seat("A-1", "A", None, first, gone, extra=extra)).flags
    assert [row.flag.rule for row, _ in flagged.flags] == [FlagRule.APPEARANCE]
    (still,) = decided(seat("A-1", "A", None, first, amend(mail("11-18 10:00"), MORE_JAVA), extra=Extra(flags=[FLAG]))).flags
    assert [row.flag.rule for row, _ in still.flags] == [FlagRule.AGE_LIMIT]


def test_a_flag_of_this_week_is_marked_as_such() -> None:
    again = mail("11-18 10:00")
    (old,) = decided(moved(extra=Extra(flags=[FLAG]))).flags
    (new,) = decided(moved(extra=Extra(flags=[flag(again, FlagRule.GENDER, "女性")]))).flags
    assert (old.fresh, new.fresh) == (False, True)
    page = render(report(moved(extra=Extra(flags=[flag(again, FlagRule.GENDER, "女性")]))), "ja")
    assert "</a>（今週の記載）" in page


def test_a_flag_that_a_later_mail_raised_is_not_known_yet() -> None:
    later = mail("11-24 10:00")
    assert decided(moved(extra=Extra(flags=[flag(later, FlagRule.GENDER, "女性")], mails=[later]))).flags == ()


def test_the_same_words_in_several_mails_are_one_flag() -> None:
    again = mail("11-18 11:00")
    (flagged,) = decided(moved(extra=Extra(flags=[FLAG, flag(again, FlagRule.AGE_LIMIT, "三十五まで")], mails=[again]))).flags
    assert [row.sha256 for row, _ in flagged.flags] == [FIRST.sha256]


def test_a_must_that_moved_after_a_proposal_waits_unless_a_call_names_the_seat() -> None:
    harder = moved(extra=Extra(events=[PROPOSED]))
    other = full(mail("10-05 10:00", subject="B"), JAVA)
    easier = seat("B-1", "B", None, other, amend(mail("11-18 10:00", subject="B"), LESS_JAVA), extra=Extra(events=[PROPOSED]))
    assert [name.reference for name in decided(harder, easier).musts] == ["B-1"]


def test_a_dropped_must_waits_too() -> None:
    gone = amend(mail("11-18 10:00"), dropped("skill", "java", "Java", "Javaは不要です"))
    assert len(decided(seat("B-1", "B", None, full(FIRST, JAVA), gone, extra=Extra(events=[PROPOSED]))).musts) == 1


def test_what_is_no_must_or_moved_before_the_proposal_does_not_wait() -> None:
    nice = amend(mail("11-18 10:00"), demand("skill", "git", quote="Git尚可", necessity=Necessity.PREFERRED))
    less = amend(mail("11-18 10:00"), LESS_JAVA)
    later = Extra(events=[proposal("11-19 10:00")])
    assert decided(seat("B-1", "B", None, full(FIRST, JAVA), nice, extra=Extra(events=[PROPOSED]))).musts == ()
    assert decided(seat("B-1", "B", None, full(FIRST, JAVA), less, extra=later)).musts == ()
    assert decided(seat("B-1", "B", None, full(FIRST, JAVA), less)).musts == ()


def test_a_mail_of_the_week_with_a_weak_link_is_doubtful() -> None:
    said = amend(mail("11-18 10:00"), MORE_JAVA)
    for score, expected in ((0.69, 1), (0.7, 0)):
        linked = seat("A-1", "A", None, full(FIRST, JAVA), said, extra=Extra(scores={said.mail.sha256: score}))
        assert len(decided(linked).links) == expected


def test_a_weak_link_of_an_earlier_week_is_not_told_again() -> None:
    said = amend(mail("11-10 10:00"), MORE_JAVA)
    assert decided(seat("A-1", "A", None, full(FIRST, JAVA), said, extra=Extra(scores={said.mail.sha256: 0.5}))).links == ()


def test_a_mail_that_moved_nothing_can_be_doubtful_too() -> None:
    said = amend(mail("11-18 10:00"))
    (link,) = decided(seat("A-1", "A", None, full(FIRST, JAVA), said, extra=Extra(scores={said.mail.sha256: 0.5}))).links
    assert (link.mail, link.score) == (said.mail, 0.5)


def test_an_unread_mail_of_the_week_stands_there_with_its_mail() -> None:
    broken, older = mail("11-18 10:00", kind="unreadable"), mail("11-10 10:00", kind="unreadable")
    problems = tuple(Problem("decode", "It is no mail.", "Ask for it again.", one.sha256, "inbox") for one in (broken, older))
    told = report(problems=problems, mails=[broken, older])
    assert [(unread.mail, unread.problem.problem) for unread in told.decisions.unread] == [(broken, "It is no mail.")]
    assert (told.head.mails, told.head.mails_unread) == (1, 1)


def test_a_source_that_failed_opens_the_lead_and_is_no_unread_mail() -> None:
    failure = Problem("fetch", "The server refused the sign-in.", "Enter a new password.", None, "haken")
    told = report(problems=[failure])
    assert (told.head.failed, told.decisions.unread) == ((failure,), ())


def test_a_broken_attachment_is_told_but_its_mail_was_read() -> None:
    whole = mail("11-18 10:00", kind="requisition")
    problem = Problem("attachment", "The sheet has a password.", "Ask for the password.", whole.sha256, "inbox")
    told = report(problems=[problem, replace(problem, problem="Another sheet too.")], mails=[whole])
    assert (len(told.decisions.unread), told.head.mails_unread) == (2, 0)
    assert 'could not be read: <span class="nw">1 mail</span>' in render(told, "en")


def lapsed(kind: WordKind, **more: object) -> Entered:
    """A word of a person that no longer applies."""
    word = replace(Word(kind=kind, about=Cited("ab" * 32, 0), by="<b>Sato</b>"), **more)  # type: ignore[arg-type]
    return Entered(17, datetime(2026, 11, 20, 1, 0, tzinfo=UTC), word)


@pytest.mark.parametrize(
    ("word", "told"),
    [
        (lapsed(WordKind.LINK), "which seat a mail belongs to (no. 17)."),
        (lapsed(WordKind.UNLINK), "a mail set apart (no. 17)."),
        (lapsed(WordKind.MERGE), "two seats made one (no. 17)."),
        (lapsed(WordKind.CORRECT, category="skill", key="java"), "a reading put right (java) (no. 17)."),
        (lapsed(WordKind.REVIEW, category="rate", key="rate"), "a review (rate) (no. 17)."),
        (lapsed(WordKind.REVIEW, key="age-limit"), "a review (condition of age) (no. 17)."),
    ],
)
def test_a_word_that_no_longer_applies_is_told_with_the_number_that_takes_it_back(word: Entered, told: str) -> None:
    page = render(report(moved(extra=Extra()), lapsed=[word]), "en")
    assert "Words of people that no longer apply" in page
    (line,) = [line for line in page.splitlines() if "no. 17" in line]
    assert told in re2.sub("<[^>]*>", "", line).lower()
    assert "&lt;b&gt;Sato" in line
    assert "reqdrift correct NUMBER --undo" in page


def test_no_word_is_missed_where_all_apply() -> None:
    assert "no longer apply" not in render(report(moved(extra=Extra())), "en")


def test_a_review_stands_beside_its_change() -> None:
    told = moved(extra=Extra())
    (change,) = told.history.changes
    reviewed = replace(told, history=replace(told.history, changes=(replace(change, review=Review.CONFIRMED),)))
    cell = "<br>Confirmed</td>"
    assert cell in render(report(reviewed), "en")
    assert cell not in render(report(told), "en")


def test_what_a_person_says_was_read_wrongly_is_no_rumour() -> None:
    """A rejected reading stands in the database, and on no page."""
    told = moved(amend(mail("11-19 10:00"), demand("skill", "cobol", label="COBOL", hedged=True, quote="COBOLかも")), extra=Extra())
    assert "COBOL" in render(report(told), "ja")
    hints = tuple(replace(row, hint=replace(row.hint, why=HintWhy.REJECTED)) for row in told.history.hints)
    assert hints
    assert "COBOL" not in render(report(replace(told, history=replace(told.history, hints=hints))), "ja")


def last_week(*later: object, review: Review = Review.OPEN, offered: bool = True) -> Requisition:
    """A seat that grew harder on the Thursday of the week before."""
    events = [PROPOSED] if offered else []
    found = seat(
        "C-1",
        "C",
        "客先",
        full(FIRST, JAVA),
        amend(mail("11-12 10:00"), MORE_JAVA),
        *later,  # type: ignore[arg-type]
        extra=Extra(events=events),
    )
    return replace(found, history=replace(found.history, changes=tuple(replace(one, review=review) for one in found.history.changes)))


def carried(*seats: Requisition) -> list[str | None]:
    return [name.reference for name in decided(*seats).carried]


def test_what_was_to_be_settled_a_week_ago_and_is_not_is_carried_over() -> None:
    assert carried(last_week()) == ["C-1"]
    assert carried(last_week(offered=False)) == [], "nobody was proposed"


@pytest.mark.parametrize("review", [Review.CONFIRMED, Review.DISMISSED])
def test_what_somebody_reviewed_is_not_carried_over(review: Review) -> None:
    assert carried(last_week(review=review)) == []


def test_what_moved_again_or_was_closed_is_not_carried_over() -> None:
    assert carried(last_week(amend(mail("11-18 10:00"), LESS_JAVA))) == [], "this week tells of it anew"
    assert carried(last_week(amend(mail("11-19 10:00"), status=Status.CLOSED, status_quote="終了"))) == []


def test_what_is_older_than_a_week_is_carried_no_further() -> None:
    old = seat("D-1", "D", "客先", full(FIRST, JAVA), amend(mail("11-04 10:00"), MORE_JAVA), extra=Extra(events=[proposal("10-20 10:00")]))
    assert carried(old) == []


def at_odds(*, offered: bool = False) -> Requisition:
    """The end client asks for three years, and the old text comes again."""
    again = full(mail("11-20 10:00", kind="requisition", message_id="again"), JAVA)
    now = amend(mail("11-18 10:00"), MORE_JAVA, by=Speaker.END_CLIENT)
    return seat("E-1", "E", "客先", full(FIRST, JAVA), now, again, extra=Extra(events=[PROPOSED] if offered else []))


def test_words_that_differ_wait_for_a_person_where_no_call_is_about_them() -> None:
    assert [name.reference for name in decided(at_odds()).conflicts] == ["E-1"]
    assert decided(at_odds(offered=True)).conflicts == (), "the call is about that"
    assert decided(moved(extra=Extra())).conflicts == ()


@pytest.mark.parametrize(
    ("language", "heads"), [("ja", ("前週から持ち越し", "言葉の食い違う案件")), ("en", ("Carried over", "words differ"))]
)
def test_both_stand_among_the_decisions_in_every_format(language: str, heads: tuple[str, str]) -> None:
    page = page_of(report(last_week(), at_odds()), language, labels=LABELS[language])
    for name in ("html", "markdown", "mail"):
        told = document(page, name)
        text = told.decode() if name != "mail" else str(message_from_bytes(told, policy=default).get_body(("plain",)).get_content())  # type: ignore[union-attr]
        assert all(head in text for head in heads), name
    data = json.loads(document(page, "json"))["decisions"]
    assert [data[key][0]["reference"] for key in ("carried", "conflicts")] == ["C-1", "E-1"]
