"""What a report keeps to itself."""

from dataclasses import replace

from reports.html import render
from reports.seatweek import SeatWeek, Window, look
from reports.withholding import withheld, writers
from requisitions.messages import Address, Message
from requisitions.statements import Requirement
from requisitions.versions import Requisition
from requisitions.words import FlagRule
from tests.report_builders import TOKYO, WEEK, Extra, amend, demand, event, flag, full, mail, proposal, report, seat

TEXT = "溶接の経験は5年以上、三十歳まで、女性の方。研磨は尚可です。"
FIRST = mail("11-09 10:00", kind="requisition")
TOLD = mail("11-18 10:00")


def standing_at(words: str, made: Requirement) -> Requirement:
    """A demand read from these words of the text."""
    return replace(made, evidence=words, start=TEXT.index(words), end=TEXT.index(words) + len(words))


WELDING = standing_at("溶接の経験は5年以上", demand("experience", "welding", label="溶接", min=5, unit="year"))
AGE = standing_at("三十歳まで", demand("age", "age", max=30, unit="age"))
SEX = standing_at("女性の方", demand("gender", "gender", text="female"))


def moved(*demands: Requirement, extra: Extra | None = None) -> Requisition:
    return seat("A-1", "A", "客先", full(FIRST, demand("skill", "git")), amend(TOLD, *demands), extra=extra)


def week_of(requisition: Requisition) -> SeatWeek:
    found = look(requisition, Window.of(WEEK, TOKYO))
    assert found is not None
    return found


def test_conditions_of_age_and_sex_are_withheld_where_they_stand() -> None:
    assert withheld([week_of(moved(WELDING, AGE, SEX))]) == {TOLD.sha256: ((AGE.start, AGE.end), (SEX.start, SEX.end))}
    hedged = replace(AGE, hedged=True)
    assert withheld([week_of(moved(WELDING, hedged))]) == {TOLD.sha256: ((AGE.start, AGE.end),)}
    assert withheld([week_of(moved(WELDING))]) == {}


def test_flags_of_age_sex_and_looks_are_withheld_and_no_others() -> None:
    flags = [flag(TOLD, rule, "…") for rule in (FlagRule.APPEARANCE, FlagRule.NATIONALITY)]
    found = withheld([week_of(moved(WELDING, extra=Extra(flags=flags)))])
    assert found == {TOLD.sha256: ((0, 1),)}
    assert withheld([week_of(moved(WELDING, extra=Extra(flags=flags[1:])))]) == {}


def test_a_quote_on_the_page_keeps_clear_of_them() -> None:
    message = Message(TOLD.sha256, None, (), (), None, None, None, Address("", ""), (), "", TEXT, ())
    page = render(report(moved(WELDING, AGE, SEX)), "ja", messages={TOLD.sha256: message})
    assert '<mark>溶接の経験は5年以上</mark>、</bdi><span class="cut">…</span></q>' in page
    folded = page.partition("引用（要確認）")[2]
    assert "<mark>三十歳まで</mark>" in folded
    assert "三十歳" not in page.partition("引用（要確認）")[0]


def test_whoever_wrote_about_a_seat_may_be_named_but_a_candidate_may_not() -> None:
    later = mail("11-25 10:00", sender="のちの人")
    candidate = event(mail("11-12 10:00", sender="山吹 太郎", kind="candidate"), proposal("11-12 10:00")[1].event.kind)
    told = moved(WELDING, extra=Extra(mails=[later], events=[candidate]))
    assert writers([week_of(told)]) == TOLD.sender
