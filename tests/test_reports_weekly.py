"""The report as a whole: scope, order, limits, determinism."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.html import render
from reports.records import WeeklyReport
from reports.sentences import Count
from reports.weekly import MOST_LISTED, MOST_WHOLE
from reports.weeks import IsoWeek
from requisitions.statements import Requirement
from requisitions.versions import FlagRow, Requisition
from requisitions.words import EventKind, FlagRule, Speaker, Status
from tests.report_builders import WEEK, Extra, Said, amend, at, demand, event, flag, full, interview, mail, proposal, report, seat
from tests.report_week import whole_week

JAVA = demand("skill", "java", label="Java", min=2, unit="year", quote="Java 2年")
MORE_JAVA = demand("skill", "java", label="Java", min=3, unit="year", quote="Java 3年")
LESS_JAVA = demand("skill", "java", label="Java", min=1, unit="year", quote="Java 1年")


def one(
    name: str, after: Requirement = MORE_JAVA, extra: Extra | None = None, client: str = "客先", by: Speaker = Speaker.INTERMEDIARY
) -> Requisition:
    """A seat that moved in the week."""
    first = full(mail("11-09 10:00", kind="requisition", subject=name), JAVA)
    return seat(name, name, client, first, amend(mail("11-18 10:00", subject=name), after, by=by), extra=extra)


def asks(years: int, day: int) -> Requirement:
    """So much Java, in words of that day."""
    return demand("skill", "java", min=years, unit="year", quote=f"{years}年 {day}")


def whole(told: WeeklyReport) -> list[str | None]:
    """References of the seats told whole."""
    return [found.name.reference for found in told.moved.whole]


def test_the_same_records_give_the_same_report_in_any_order() -> None:
    seats, problems, mails = whole_week()
    first = report(*seats, problems=problems, mails=mails)
    for turn in range(1, len(seats)):
        turned = [*seats[turn:], *seats[:turn]][::-1]
        assert report(*turned, problems=problems, mails=mails[::-1]) == first


def test_nothing_that_comes_after_the_week_changes_its_report() -> None:
    before, later = one("A-1"), mail("11-25 10:00", sender="新しい人")
    after = seat(
        "A-1",
        "A-1",
        "客先",
        full(mail("11-09 10:00", kind="requisition", subject="A-1"), JAVA),
        amend(mail("11-18 10:00", subject="A-1"), MORE_JAVA),
        amend(later, LESS_JAVA),
        extra=Extra(events=[proposal("11-26 10:00")], flags=[flag(later, FlagRule.AGE_LIMIT, "三十まで")]),
    )
    assert report(before) == report(after)


def test_calls_come_first_then_seats_with_people_of_ours_then_the_harder_ones() -> None:
    told = report(
        one("E-1", LESS_JAVA),
        one("H-1"),
        one("P-1", LESS_JAVA, Extra(events=[proposal("11-10 10:00")])),
        one("I-1", LESS_JAVA, Extra(events=[interview("11-17 10:00", "2026-11-25", planned=True)])),
        one("C-1", MORE_JAVA, Extra(events=[proposal("11-10 10:00")])),
    )
    assert whole(told) == ["C-1", "I-1", "P-1", "H-1", "E-1"]
    assert [found.call for found in told.moved.whole] == [1, 0, 0, 0, 0]


def test_the_lead_is_the_hardest_seat_even_where_nobody_is_proposed() -> None:
    told = report(one("P-1", LESS_JAVA, Extra(events=[proposal("11-10 10:00")])), one("H-1"))
    assert whole(told) == ["P-1", "H-1"]
    assert told.points[0].anchor == told.moved.whole[1].name.requisition_id


def test_first_hand_words_come_before_hearsay_of_the_same_weight() -> None:
    assert whole(report(one("A-1"), one("B-1", by=Speaker.END_CLIENT))) == ["B-1", "A-1"]


def test_a_seat_that_turned_our_person_down_in_the_mail_that_made_it_harder_stands_with_the_calls() -> None:
    harder = amend(mail("11-18 10:00", subject="C-2"), MORE_JAVA)
    turned = event(harder.mail, EventKind.REJECTION)
    first = full(mail("11-09 10:00", kind="requisition", subject="C-2"), JAVA)
    called = seat("C-2", "C-2", "客先", first, harder, extra=Extra(events=[proposal("11-10 10:00"), turned]))
    told = report(one("P-1", LESS_JAVA, Extra(events=[proposal("11-10 10:00")])), called)
    assert whole(told) == ["C-2", "P-1"]
    assert [found.call for found in told.moved.whole] == [1, 0]


def test_more_than_three_calls_are_counted() -> None:
    told = report(*(one(f"C-{number}", extra=Extra(events=[proposal("11-10 10:00")])) for number in range(5)))
    assert (len(told.calls.shown), told.calls.left, told.calls.first_look) == (3, 2, None)
    assert [found.call for found in told.moved.whole] == [1, 2, 3, 0, 0]


def test_without_a_call_there_is_a_seat_to_look_at_first() -> None:
    told = report(one("A-1"))
    assert told.calls.first_look is not None
    assert (told.calls.shown, told.calls.proposals, told.calls.first_look.name.reference) == ((), 0, "A-1")


def test_a_week_in_which_nothing_moved_has_nothing_to_look_at() -> None:
    assert report(seat("A-1", "A", None, full(mail("11-09 10:00"), JAVA))).calls.first_look is None


def test_of_many_moved_seats_the_rest_are_one_line_each_by_client() -> None:
    told = report(*(one(f"A-{number:02}", client=f"客先{number % 2}") for number in range(MOST_WHOLE + 4)))
    assert len(told.moved.whole) == MOST_WHOLE
    assert told.moved.number == MOST_WHOLE + 4
    clients = [line.name.client for line in told.moved.lines]
    assert clients == sorted(clients, key=str)


def test_seats_with_people_of_ours_are_told_whole_however_many_they_are() -> None:
    proposed = Extra(events=[proposal("11-10 10:00")])
    told = report(*(one(f"P-{number:02}", LESS_JAVA, proposed) for number in range(MOST_WHOLE + 3)), one("A-1"))
    assert (len(told.moved.whole), [line.name.reference for line in told.moved.lines]) == (MOST_WHOLE + 3, ["A-1"])


def test_only_followed_seats_count_and_the_others_are_a_line_each() -> None:
    told = report(one("A-1"), one("B-1", extra=Extra(followed=False)))
    assert (whole(told), [line.name.reference for line in told.moved.elsewhere]) == (["A-1"], ["B-1"])
    assert (told.head.seats, told.head.followed_only) == (1, True)


def test_where_nobody_follows_any_seat_all_count() -> None:
    told = report(one("A-1", extra=Extra(followed=False)), one("B-1", extra=Extra(followed=False)))
    assert (len(told.moved.whole), told.moved.elsewhere, told.head.followed_only) == (2, (), False)


def new(name: str, *more: Said, followed: bool = False, flags: Sequence[FlagRow] = ()) -> Requisition:
    """A seat that came in on Tuesday, which nobody of ours works on yet."""
    first = full(mail("11-17 10:00", kind="requisition", subject=name), JAVA)
    return seat(name, name, "客先", first, *more, extra=Extra(followed=followed, flags=flags))


def ended(name: str, status: Status) -> Requisition:
    """A seat of others that stopped on Thursday."""
    first = full(mail("11-09 10:00", kind="requisition", subject=name), JAVA)
    stop = amend(mail("11-19 10:00", subject=name), status=status, status_quote="いったん終わりです")
    return seat(name, name, "客先", first, stop, extra=Extra(followed=False))


def counted(told: WeeklyReport) -> dict[str, int]:
    """The tally, as far as it counts."""
    return {kind.value: number for kind, number in told.head.tally if number}


def test_a_new_seat_is_told_and_counted_before_anybody_can_follow_it() -> None:
    told = report(one("A-1"), new("N-1"))
    assert [found.name.reference for found in told.others.new] == ["N-1"]
    assert counted(told) == {"harder": 1, "new": 1}
    assert (told.head.seats, told.moved.number) == (1, 1), "it is no seat of ours for that"


def test_a_new_seat_of_others_that_moved_at_once_is_told_once() -> None:
    told = report(one("A-1"), new("N-1", amend(mail("11-19 10:00"), MORE_JAVA)))
    (came,) = told.others.new
    assert (came.moved.key if came.moved else None, told.moved.elsewhere) == ("other.new_moved", ())
    assert "今週のうちに動いたもの" in render(told, "ja")


def test_seats_of_others_that_closed_or_paused_are_told() -> None:
    told = report(one("A-1"), ended("C-1", Status.CLOSED), ended("P-1", Status.PAUSED))
    assert [(turn.name.reference, turn.change.change) for turn in told.others.turns] == [("C-1", "closed"), ("P-1", "paused")]
    assert counted(told) == {"harder": 1, "closed": 1}
    (point,) = [sentence for point in told.points for sentence in point.text if sentence.key == "point.turned"]
    assert render(told, "en").count("Seats that came and went: 1 closed, 1 paused.") == bool(point)


def test_seats_of_others_that_neither_came_nor_went_are_in_no_count() -> None:
    told = report(one("A-1"), one("B-1", extra=Extra(followed=False)), ended("C-1", Status.CLOSED), week=IsoWeek(2026, 48))
    assert counted(told) == {"unmoved": 1}
    assert told.others.turns == ()


def test_the_conditions_of_a_new_seat_are_to_be_reviewed_and_those_of_other_seats_of_others_are_not() -> None:
    came, old = mail("11-17 10:00", kind="requisition", subject="N-1"), mail("11-18 10:00", subject="B-1")
    told = report(
        one("A-1"),
        new("N-1", flags=[flag(came, FlagRule.NATIONALITY, "外国籍不可")]),
        one("B-1", extra=Extra(followed=False, flags=[flag(old, FlagRule.AGE_LIMIT, "三十まで")])),
    )
    assert [found.name.reference for found in told.decisions.flags] == ["N-1"]


def test_a_line_shows_the_words_of_its_weightiest_change() -> None:
    place = demand("location", "location", text="川崎", quote="川崎になりました")
    (line,) = report(
        one("A-1"),
        seat("B-1", "B", None, full(mail("11-09 10:00"), JAVA), amend(mail("11-18 10:00"), place, MORE_JAVA), extra=Extra(followed=False)),
    ).moved.elsewhere
    assert line.row is not None
    assert line.row.change.evidence == "Java 3年"


def test_the_week_after_compares_itself_with_this_one() -> None:
    later = seat("C-1", "C", None, full(mail("11-09 11:00"), JAVA), amend(mail("11-25 10:00"), MORE_JAVA))
    seats = [one("A-1"), one("B-1"), later]
    told = report(*seats, week=IsoWeek(2026, 48))
    (moved,) = [sentence for point in told.points for sentence in point.text if sentence.key == "point.moved"]
    assert dict(moved.values) == {"open": Count(3, "seats"), "moved": 1, "was": Count(3, "seats"), "was_moved": 2}


def test_mails_are_counted_once_and_only_those_of_the_week() -> None:
    this, late, old = mail("11-18 10:00"), mail("11-10 10:00", known="11-17 02:00"), mail("11-10 11:00")
    imported = mail("11-11 10:00", known="11-17 02:00", first_import=True)
    told = report(mails=[this, this, late, old, imported])
    assert told.head.mails == 2


def test_the_data_cut_is_told_as_given() -> None:
    assert report(cut="11-23 02:00").head.data_cut == at("11-23 02:00")
    assert report(cut=None).head.data_cut is None


def test_a_seat_without_any_name_is_called_by_the_subject_of_its_first_mail() -> None:
    told = report(seat(None, None, " ", full(mail("11-09 10:00", subject="【急募】Java"), JAVA), amend(mail("11-18 10:00"), MORE_JAVA)))
    name = told.moved.whole[0].name
    assert (name.title, name.reference, name.client) == ("Java", None, None)


def test_a_candidate_s_mail_names_no_seat() -> None:
    told = report(
        seat(
            None,
            None,
            None,
            full(mail("11-09 10:00", subject="K.S様のご提案", kind="candidate"), JAVA),
            amend(mail("11-18 10:00"), MORE_JAVA),
        )
    )
    assert told.moved.whole[0].name.title is None


def test_long_lists_are_cut_and_counted() -> None:
    new = [seat(f"N-{number:03}", "N", None, full(mail("11-17 10:00", subject=f"{number}"), JAVA)) for number in range(MOST_LISTED + 5)]
    told = report(*new)
    assert (len(told.others.new), told.others.new_left) == (MOST_LISTED, 5)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_great_week_still_makes_a_page_below_a_megabyte(language: str) -> None:
    seats = []
    for number in range(400):
        demands = [demand("skill", f"s{number}-{k}", label=f"技術{k}", quote="とても長い言葉で書かれた要件 " * 12) for k in range(12)]
        first = full(mail("10-05 10:00", kind="requisition", subject=f"{number}"), JAVA)
        events = [proposal("11-10 10:00")] if number % 2 else []
        seats.append(
            seat(
                f"A-{number:03}",
                "長い案件名" * 10,
                f"客先{number % 9}",
                first,
                amend(mail("11-18 10:00"), *demands),
                extra=Extra(events=events),
            )
        )
    page = render(report(*seats), language)
    assert len(page.encode()) < 1_000_000


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("ABC"), st.integers(0, 3), st.integers(1, 28), st.booleans()), max_size=12))
def test_any_story_makes_a_report_whose_counts_agree(steps: list[tuple[str, int, int, bool]]) -> None:
    seats = []
    for name in "ABC":
        said = [
            amend(
                mail(f"11-{day:02} 10:00", subject=f"{who}{years}"), demand("skill", "java", min=years, unit="year", quote=f"{years}{day}")
            )
            for who, years, day, _ in steps
            if who == name
        ]
        events = [proposal(f"11-{day:02} 09:00") for who, _, day, proposed in steps if proposed and who == name]
        seats.append(seat(name, name, None, full(mail("10-05 10:00", subject=name), JAVA), *said, extra=Extra(events=events)))
    told = report(*seats, week=WEEK)
    assert sum(number for _, number in told.head.tally) == len(seats)
    moved = sum(number for kind, number in told.head.tally if kind in {"harder", "easier", "neutral"})
    assert told.moved.number == moved
    assert len(told.calls.shown) + told.calls.left <= moved
    assert render(told, "en")
