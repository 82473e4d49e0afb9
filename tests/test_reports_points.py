"""The week in five sentences: each says what its rows say, and is not there without them."""

from collections.abc import Sequence

import pytest

from reports.records import Point, WeeklyReport
from reports.seatrecords import Certainty
from reports.sentences import Count, Item, Listed, Sentence, Writer
from requisitions.statements import Requirement
from requisitions.versions import Requisition
from requisitions.words import Speaker, Status
from tests.report_builders import Extra, Said, amend, at, demand, dropped, full, interview, mail, proposal, report, seat

JAVA = demand("skill", "java", label="Java", min=2, unit="year", quote="Java 2年")
MORE_JAVA = demand("skill", "java", label="Java", min=3, unit="year", quote="Java 3年")
GIT = demand("skill", "git", label="Git", quote="Gitも必須")
CLERK = demand("role", "office-clerk", label="OA事務", quote="OA事務")
NO_CLERK = dropped("role", "office-clerk", "OA事務", "事務ではなく")


def fee(value: int) -> Requirement:
    """A rate of so much a month."""
    return demand("rate", "rate", label="単価", max=value, unit="jpy_per_month", quote=f"{value}円まで")


def one(
    name: str,
    before: Sequence[Requirement],
    *after: Requirement,
    when: str = "11-18 10:00",
    extra: Extra | None = None,
    by: Speaker = Speaker.INTERMEDIARY,
) -> Requisition:
    """A seat of October that was amended once."""
    said = amend(mail(when, subject=name), *after, by=by)
    return seat(name, name, "客先", full(mail("10-05 10:00", kind="requisition", subject=name), *before), said, extra=extra)


def still(name: str, *more: Said) -> Requisition:
    """A seat of October whose demands did not move."""
    return seat(name, name, "客先", full(mail("11-09 10:00", kind="requisition", subject=name), JAVA), *more)


def keys(told: WeeklyReport) -> list[str]:
    """The ids of all sentences, headline first."""
    return [sentence.key for point in told.points for sentence in ((point.headline,) if point.headline else ()) + point.text]


def find(told: WeeklyReport, key: str) -> dict[str, object]:
    """What a sentence names."""
    return {name: value for point in told.points for sentence in point.text if sentence.key == key for name, value in sentence.values}


def lead(told: WeeklyReport) -> Point:
    """The first point."""
    return told.points[0]


def test_the_lead_is_the_seat_whose_job_changed() -> None:
    changed = one("B-1", [CLERK, JAVA], NO_CLERK, demand("role", "tester", label="テスター", quote="テスター"))
    told = report(changed, one("A-1", [JAVA], MORE_JAVA, GIT, demand("skill", "aws", quote="AWS")))
    assert lead(told).anchor == changed.requisition_id
    assert lead(told).headline is not None
    assert [key for key in keys(told) if key.startswith("lead.")] == [
        "lead.role",
        "lead.where",
        "lead.kinds",
        "lead.all_harder",
        "lead.who",
    ]


@pytest.mark.parametrize(
    ("events", "when"),
    [
        ([], "when.week"),
        ([proposal("11-10 10:00")], "when.proposal"),
        ([proposal("11-19 10:00")], "when.week"),
        ([proposal("11-10 10:00"), interview("11-17 18:00", "2026-11-17T14:00")], "when.interview"),
        ([proposal("11-10 10:00"), interview("11-12 18:00", "2026-11-25", planned=True)], "when.proposal"),
        ([interview("11-09 18:00", "2026-11-09"), proposal("11-10 10:00")], "when.proposal"),
        ([interview("11-17 18:00", "2026-11-17")], "when.week"),
    ],
)
def test_the_lead_says_after_what_the_seat_moved(events: list[object], when: str) -> None:
    told = report(one("A-1", [JAVA], MORE_JAVA, extra=Extra(events=events)))  # type: ignore[arg-type] # as proposal() gives them
    headline = lead(told).headline
    assert headline is not None
    assert dict(headline.values)["when"] == Sentence(when)


@pytest.mark.parametrize(
    ("before", "after", "key", "effect"),
    [
        ([JAVA], [MORE_JAVA], "lead.harder", "lead.one_harder"),
        ([JAVA], [MORE_JAVA, GIT], "lead.harder", "lead.all_harder"),
        ([fee(600000)], [fee(650000)], "lead.easier", "lead.one_easier"),
        ([JAVA, fee(600000)], [MORE_JAVA, fee(650000)], "lead.harder", "lead.effects"),
    ],
)
def test_the_lead_says_which_way_it_went(before: list[Requirement], after: list[Requirement], key: str, effect: str) -> None:
    told = keys(report(one("A-1", before, *after)))
    assert told[0] == key
    assert [found for found in told if "all_" in found or "one_" in found or found == "lead.effects"] == [effect]


def test_a_neutral_lead_claims_no_direction() -> None:
    place, other = demand("location", "location", text="川口", quote="川口"), demand("location", "location", text="八潮", quote="八潮")
    told = keys(report(one("A-1", [place], other)))
    assert told[0] == "lead.neutral"
    assert not any("harder" in key or "easier" in key for key in told)


def test_the_lead_names_what_moved_and_which_experience_that_is() -> None:
    welding = demand("experience", "welding", label="溶接", quote="溶接の経験")
    told = find(report(one("A-1", [JAVA], GIT, welding)), "story.harder")
    assert told["items"] == Listed((Item("skill", "git", GIT.label), Item("experience", "welding", "溶接", by_label=True)), 4)


def test_the_lead_never_names_a_condition_of_age() -> None:
    age = demand("age", "age", label="年齢", max=30, unit="age", quote="三十まで")
    assert "story.harder" not in keys(report(one("A-1", [JAVA], age)))


def test_the_lead_is_the_seat_that_moved_most_whoever_is_to_be_phoned_first() -> None:
    soon = Extra(events=[proposal("11-10 10:00"), interview("11-17 18:00", "2026-11-25", planned=True)])
    told = report(
        one("A-1", [JAVA], MORE_JAVA, extra=soon), one("B-1", [JAVA], MORE_JAVA, GIT, extra=Extra(events=[proposal("11-10 10:00")]))
    )
    assert [call.name.reference for call in told.calls.shown] == ["A-1", "B-1"]
    assert lead(told).anchor == told.moved.whole[1].name.requisition_id


def test_the_lead_names_the_writer_and_how_sure_it_is() -> None:
    told = report(one("A-1", [JAVA], MORE_JAVA, by=Speaker.END_CLIENT))
    assert lead(told).certainty == ((Certainty.FIRST_HAND, 1),)
    assert find(told, "lead.who")["sender"] == Writer("三輪橋ソリューション 沢渡")
    mixed = demand("skill", "git", quote="Git", stated_by=Speaker.END_CLIENT)
    assert lead(report(one("A-1", [JAVA], MORE_JAVA, mixed))).certainty == ((Certainty.FIRST_HAND, 1), (Certainty.SECOND_HAND, 1))


def test_several_mails_are_counted_and_the_last_is_named() -> None:
    found = seat(
        "A-1",
        "A",
        "客先",
        full(mail("10-05 10:00"), JAVA),
        amend(mail("11-17 10:00"), MORE_JAVA),
        amend(mail("11-18 10:00", sender="津島"), GIT),
    )
    told = find(report(found), "lead.who_many")
    assert (told["mails"], told["sender"]) == (Count(2, "mails"), Writer("津島"))


def test_how_many_of_how_many_moved_this_week_and_the_week_before() -> None:
    told = report(one("A-1", [JAVA], MORE_JAVA), one("B-1", [JAVA], MORE_JAVA, when="11-11 10:00"), still("C-1"), one("D-1", [JAVA], GIT))
    assert find(told, "point.moved") == {"open": Count(4, "seats"), "moved": 2, "was": Count(3, "seats"), "was_moved": 1}


def test_the_first_week_of_data_is_compared_with_none() -> None:
    young = seat("A-1", "A", None, full(mail("11-12 10:00"), JAVA), amend(mail("11-18 10:00"), MORE_JAVA))
    assert find(report(young), "point.moved_first") == {"open": Count(1, "seats"), "moved": 1}


def test_a_seat_that_came_and_moved_in_one_week_is_no_part_of_those_open_on_monday() -> None:
    new = seat("N-1", "N", None, full(mail("11-16 10:00"), JAVA), amend(mail("11-18 10:00"), MORE_JAVA))
    told = report(new, one("A-1", [JAVA], MORE_JAVA))
    assert find(told, "point.moved")["open"] == Count(1, "seats")
    assert find(told, "point.moved_new") == {"seats": Count(1, "seats")}
    assert "point.moved" not in keys(report(new))


def test_a_closed_seat_does_not_count_as_open() -> None:
    gone = still("B-1", amend(mail("11-13 10:00"), status=Status.CLOSED, status_quote="終了"))
    assert find(report(one("A-1", [JAVA], MORE_JAVA), gone), "point.moved")["open"] == Count(1, "seats")


def test_how_many_grew_harder_after_a_proposal() -> None:
    proposed = Extra(events=[proposal("11-10 10:00")])
    told = report(
        one("A-1", [JAVA], MORE_JAVA, extra=proposed),
        one("B-1", [fee(1)], fee(2), extra=proposed),
        one("C-1", [JAVA], MORE_JAVA),
    )
    assert find(told, "point.proposed") == {"proposed": Count(2, "seats"), "harder": 1}
    assert "point.proposed" not in keys(report(one("C-1", [JAVA], MORE_JAVA)))


def test_what_became_of_the_rate_where_a_must_was_added() -> None:
    told = report(
        one("A-1", [JAVA, fee(600000)], GIT),
        one("B-1", [JAVA, fee(600000)], GIT, fee(650000)),
        one("C-1", [JAVA, fee(600000)], GIT, fee(550000)),
        one("D-1", [JAVA], GIT),
        one("E-1", [JAVA], GIT, fee(600000)),
        one("F-1", [JAVA, fee(600000)], MORE_JAVA),
    )
    point = find(told, "point.rates")
    assert (point["seats"], point["raised"]) == (Count(5, "seats"), 1)
    parts = point["parts"]
    assert {part.key: dict(part.values)["n"] for part in getattr(parts, "parts", ())} == {
        "rates.same": 1,
        "rates.lowered": 1,
        "rates.told": 1,
        "rates.unstated": 1,
    }


def test_a_rate_that_rose_in_every_case_is_said_so() -> None:
    assert "point.rates_all" in keys(report(one("B-1", [JAVA, fee(600000)], GIT, fee(650000))))


@pytest.mark.parametrize("after", [[MORE_JAVA], [fee(650000)]])
def test_without_an_added_must_nothing_is_said_of_rates(after: list[Requirement]) -> None:
    assert not any("rates" in key for key in keys(report(one("A-1", [JAVA, fee(600000)], *after))))


def test_what_was_learnt_late_is_counted() -> None:
    late = seat("A-1", "A", "客先", full(mail("10-05 10:00"), JAVA), amend(mail("11-10 10:00", known="11-17 02:00"), MORE_JAVA, GIT))
    assert find(report(late), "point.late") == {"changes": Count(2, "changes")}
    assert "point.late" not in keys(report(one("A-1", [JAVA], MORE_JAVA)))


def test_seats_that_moved_on_hearsay_alone_are_counted() -> None:
    told = report(one("A-1", [JAVA], MORE_JAVA), one("B-1", [JAVA], MORE_JAVA, by=Speaker.END_CLIENT))
    assert find(told, "point.hearsay") == {"seats": Count(2, "seats"), "alone": 1}
    assert "point.hearsay" not in keys(report(one("B-1", [JAVA], MORE_JAVA, by=Speaker.END_CLIENT)))


def test_a_quiet_week_says_what_was_checked() -> None:
    told = report(still("A-1"), still("B-1"))
    assert keys(told) == ["lead.quiet"]
    assert lead(told).headline == Sentence("lead.quiet", (("seats", Count(2, "seats")),))


def test_a_quiet_week_still_tells_who_came_and_went() -> None:
    gone = still("B-1", amend(mail("11-18 10:00"), status=Status.CLOSED, status_quote="終了"))
    new = seat("N-1", "N", None, full(mail("11-17 10:00"), JAVA))
    told = report(still("A-1"), gone, new)
    assert keys(told) == ["lead.quiet", "point.turned"]
    assert [part.key for part in getattr(find(told, "point.turned")["parts"], "parts", ())] == ["turned.new", "turned.closed"]


def test_without_any_seat_the_page_says_so() -> None:
    assert keys(report()) == ["lead.none"]


def test_there_are_five_points_at_most() -> None:
    proposed = Extra(events=[proposal("11-10 10:00")])
    first, again = (full(mail(when, kind="requisition", subject="Z"), JAVA, fee(600000)) for when in ("10-05 10:00", "11-20 10:00"))
    odd = seat("Z-1", "Z", "客先", first, amend(mail("11-18 10:00"), MORE_JAVA), again, extra=proposed)
    late = seat("L-1", "L", "客先", full(mail("10-05 10:00"), JAVA), amend(mail("11-10 10:00", known="11-17 02:00"), GIT))
    new = seat("N-1", "N", None, full(mail("11-17 10:00"), JAVA))
    told = report(odd, late, new, one("A-1", [JAVA], GIT))
    assert len(told.points) == 5
    assert {"point.moved", "point.proposed", "point.conflicts", "point.rates_none"} <= set(keys(told))


def test_moments_of_the_lead_are_those_of_the_mail() -> None:
    told = find(report(one("A-1", [JAVA], MORE_JAVA)), "lead.who")
    assert getattr(told["at"], "at", None) == at("11-18 10:00")


def test_a_seat_of_which_nothing_held_is_not_measured_against_nothing() -> None:
    perhaps = demand("skill", "java", label="Java", hedged=True, quote="Javaかもしれません")
    told = keys(report(one("A-1", [perhaps], GIT)))
    assert "lead.kinds_first" in told
    assert "lead.kinds" not in told
