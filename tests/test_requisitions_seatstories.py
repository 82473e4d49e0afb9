"""What can be seen of a seat at a moment, and of its client's others: all of it, nothing later, in whatever order it comes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.refolding import standing
from requisitions.risk import RiskSettings, Signs
from requisitions.seatstories import SeatStory, is_move, is_new, is_vague, risks, seen_at, story_of
from requisitions.statements import Event
from requisitions.versions import EventRow, Stated
from requisitions.words import EventKind, Review, Speaker
from tests.requisitions_fixtures import DAY_ONE, amend, demand, full, story

JAVA = demand("skill/java", min=3.0, unit="year")
MORE_JAVA = demand("skill/java", min=5.0, unit="year")
LEAST_JAVA = demand("skill/java", min=1.0, unit="year")
WEIGHTS = RiskSettings()


def told(name: str, *statements: Stated, client: str | None = "Kita Foods", events: Sequence[tuple[int, str]] = ()) -> SeatStory:
    """The story of a seat; events are planned interviews: told in which statement, for when."""
    whole = standing(story(*statements), statements, [])
    rows = tuple(
        EventRow(
            Event(EventKind.INTERVIEW, 0, planned=True, count=1, at=day, evidence="", start=0, end=0), mail.sha256, None, mail.known_at
        )
        for number, day in events
        for mail in [statements[number].mail]
    )
    return story_of(replace(whole, requisition_id=name, events=rows), statements, client)


def after(days: float, *stories: SeatStory) -> dict[str, Signs]:
    """What is seen so many days after the first of September."""
    return seen_at(stories, DAY_ONE + timedelta(days=days), WEIGHTS)


def quiet_seat(name: str, client: str | None = "Kita Foods", day: float = 0) -> SeatStory:
    return told(name, full(day, JAVA), client=client)


def restless_seat(name: str, client: str | None = "Kita Foods") -> SeatStory:
    return told(name, full(0, JAVA), amend(2, MORE_JAVA), amend(4, LEAST_JAVA), client=client)


def test_a_first_seat_has_no_record_and_its_client_the_usual_rate() -> None:
    seen = after(7, quiet_seat("r1"))["r1"]
    assert (seen.client, seen.client_seats, seen.client_moved) == (1.0, 0, 0)


def test_a_clients_record_is_that_of_its_other_seats() -> None:
    seen = after(7, quiet_seat("r1"), restless_seat("r2"), quiet_seat("r3"), quiet_seat("r4", "Minami"), restless_seat("r5", "Higashi"))
    assert (seen["r1"].client_seats, seen["r1"].client_moved) == (2, 1)
    assert (seen["r2"].client_seats, seen["r2"].client_moved) == (2, 0)
    assert seen["r1"].client > 1 > seen["r2"].client
    assert (seen["r4"].client_seats, seen["r5"].client_seats) == (0, 0)


def test_a_clients_rate_by_hand() -> None:
    """Three seats watched for a week, two moves; (100 x 0.132 + 2) / 103 a week is usual."""
    usual = (100 * WEIGHTS.usual + 2) / 103
    seen = after(7, quiet_seat("r1"), quiet_seat("r2"), restless_seat("r3"))
    assert seen["r1"].usual == pytest.approx(usual)
    shape = (2 - seen["r1"].client * 2 * usual) / (seen["r1"].client - 1)  # (shape + 2) / (shape + expected) solved for the shape
    assert seen["r3"].client == pytest.approx(shape / (shape + 2 * usual))


def test_seats_of_unknown_clients_are_nobodys_record() -> None:
    seen = after(7, quiet_seat("r1", None), restless_seat("r2", None))
    assert [(one.client, one.client_seats) for one in seen.values()] == [(1.0, 0), (1.0, 0)]


def test_a_seat_that_moved_has_a_record_of_its_own() -> None:
    seen = after(10, quiet_seat("r1"), restless_seat("r2"))
    assert (seen["r2"].seat_moves, seen["r2"].seat_days) == (2, 10)
    assert seen["r2"].seat > 1 > seen["r1"].seat


def test_several_changes_of_one_mail_are_one_move() -> None:
    sql, aws = demand("skill/sql"), demand("skill/aws")
    assert after(9, told("r1", full(0, JAVA), amend(2, MORE_JAVA, sql, aws)))["r1"].seat_moves == 1


@pytest.mark.parametrize(
    "statement",
    [
        amend(2, demand("location/location", text="Shinagawa")),
        amend(2, demand("skill/sql", "preferred")),
        amend(2, demand("age/age", max=35.0, unit="age")),
        amend(2, demand("gender/gender", text="female")),
        amend(2, status="paused"),
        amend(2, JAVA),
    ],
)
def test_what_shuts_nobody_out_or_is_no_ground_to_rank_by_is_no_move(statement: Stated) -> None:
    assert after(9, told("r1", full(0, JAVA), statement))["r1"].seat_moves == 0


def test_a_change_that_a_person_dismissed_is_no_move() -> None:
    (change,) = story(full(0, JAVA), amend(2, MORE_JAVA)).changes
    assert is_move(change)
    assert not is_move(replace(change, review=Review.DISMISSED))


def test_nothing_that_came_later_counts() -> None:
    early = [full(0, JAVA), amend(2, MORE_JAVA)]
    late = [amend(20, LEAST_JAVA, stated_by=Speaker.END_CLIENT), amend(21, status="closed")]
    then = after(9, told("r1", *early), quiet_seat("r2"))
    now = after(9, told("r1", *early, *late, events=[(2, "2026-10-01")]), quiet_seat("r2"), quiet_seat("r3", day=20))
    assert now == then


def test_a_closed_seat_has_no_risk_and_one_that_reopens_has_one_again() -> None:
    closed = [full(0, JAVA), amend(2, status="closed")]
    assert after(3, told("r1", *closed)) == {}
    assert set(after(9, told("r1", *closed, amend(8, status="open")))) == {"r1"}


def test_a_closed_seat_still_counts_for_its_client() -> None:
    gone = told("r2", full(0, JAVA), amend(2, MORE_JAVA), amend(3, status="closed"))
    assert after(30, quiet_seat("r1", day=29), gone)["r1"].client_moved == 1


def test_a_seat_is_watched_for_four_weeks_after_its_last_mail() -> None:
    assert after(20, quiet_seat("r1"))["r1"].seat_days == 20
    assert after(300, quiet_seat("r1"))["r1"].seat_days == 28


def test_the_end_clients_own_words_end_hearsay_and_silence() -> None:
    passed_on = told("r1", full(0, JAVA), amend(3, MORE_JAVA))
    first_hand = told("r1", full(0, JAVA), amend(3, stated_by=Speaker.END_CLIENT))
    seen = after(10, passed_on)["r1"]
    assert (seen.first_hand, seen.heard, seen.silence, seen.quiet) == (False, 2, timedelta(), timedelta(days=7))
    seen = after(10, first_hand)["r1"]
    assert (seen.first_hand, seen.silence, seen.quiet) == (True, timedelta(days=7), timedelta(days=7))
    seen = after(2, first_hand)["r1"]
    assert (seen.first_hand, seen.silence) == (False, timedelta())


@pytest.mark.parametrize(
    ("wanted", "vague"),
    [
        (JAVA, False),
        (demand("skill/java"), False),
        (demand("trait/communication"), True),
        (demand("skill/big-picture", open_class=True), True),
        (demand("experience/finance-domain"), True),
        (demand("experience/finance-domain", min=2.0, unit="year"), False),
        (demand("qualification/ccna"), False),
    ],
)
def test_which_demands_are_vague(wanted: object, vague: bool) -> None:
    assert is_vague(wanted) is vague  # type: ignore[arg-type]


def test_vague_must_haves_are_counted_as_they_hold_and_terms_are_none() -> None:
    seat = told(
        "r1",
        full(0, JAVA, demand("trait/cheerful"), demand("trait/humble", "preferred"), demand("rate/rate", max=70.0, unit="jpy_per_month")),
        amend(5, demand("trait/cheerful", "preferred")),
    )
    assert [(one.vague, one.musts) for one in (after(4, seat)["r1"], after(6, seat)["r1"])] == [(1, 2), (0, 1)]


@pytest.mark.parametrize(
    ("title", "new"),
    [
        ("新規ECサイト構築", True),
        ("販売管理システムの立ち上げ", True),
        ("New Project: Java engineer", True),
        ("Ｇｒｅｅｎｆｉｅｌｄ backend", True),
        ("新規営業の法人担当", False),
        ("販売管理システムの保守", False),
        ("New York office clerk", False),
        (None, False),
    ],
)
def test_which_titles_tell_of_a_new_project(title: str | None, new: bool) -> None:
    assert is_new(title) is new


def test_asking_for_experience_of_new_development_tells_of_a_new_project_too() -> None:
    assert after(1, told("r1", full(0, demand("experience/new-development"))))["r1"].new_project
    assert not after(1, told("r1", full(0, demand("experience/new-development", "preferred"))))["r1"].new_project


def test_the_next_interview_is_the_one_that_is_ahead() -> None:
    seat = told("r1", full(0, JAVA), amend(3), events=[(0, "2026-09-05T14:00"), (1, "2026-09-20"), (1, "2026-09-12T10:00")])
    assert [after(day, seat)["r1"].interview for day in (1, 4, 11.6, 12, 20)] == [
        date(2026, 9, 5), date(2026, 9, 5), date(2026, 9, 12), date(2026, 9, 20), None,
    ]  # fmt: skip


def test_a_mail_from_a_clock_that_runs_ahead_is_seen() -> None:
    assert set(after(0, quiet_seat("r1", day=0.9), quiet_seat("r2", day=1.1))) == {"r1"}


def test_nothing_known_is_no_risk() -> None:
    assert after(0) == {}


moments = st.lists(st.floats(0.1, 60), max_size=4, unique=True).map(sorted)


@st.composite
def seats(draw: st.DrawFn) -> list[SeatStory]:
    """Seats of a few clients, each with its moves."""
    made = []
    for number in range(draw(st.integers(1, 6))):
        values = [JAVA, *(demand("skill/java", min=float(4 + step % 3), unit="year") for step in range(4))]
        days = [0.0, *draw(moments)]
        statements = [full(days[0] + number / 100, JAVA), *(amend(day, one) for day, one in zip(days[1:], values[1:], strict=False))]
        made.append(told(f"r{number}", *statements, client=draw(st.sampled_from(["Kita", "Minami", None]))))
    return made


@settings(max_examples=25, deadline=None)
@given(seats(), st.floats(0, 90), st.randoms(use_true_random=False))
def test_the_order_of_seats_does_not_matter_and_scores_are_bounded(made: list[SeatStory], days: float, rng: object) -> None:
    now = DAY_ONE + timedelta(days=days)
    found = risks(made, now, WEIGHTS)
    shuffled = sorted(made, key=lambda _: rng.random())  # type: ignore[attr-defined]
    assert risks(shuffled, now, WEIGHTS) == found
    assert all(0 <= risk.score <= 100 for risk in found.values())


def test_the_more_a_clients_others_moved_the_higher_is_the_risk() -> None:
    """All else equal."""
    scores = []
    for restless in range(5):
        others = [restless_seat(f"x{number}") if number < restless else quiet_seat(f"x{number}") for number in range(4)]
        scores.append(risks([quiet_seat("r1"), *others], DAY_ONE + timedelta(days=7), WEIGHTS)["r1"].score)
    assert all(low < high for low, high in pairwise(scores)), scores


def test_a_closed_seat_is_watched_no_longer() -> None:
    gone = told("r2", full(0, JAVA), amend(7, status="closed"))
    usual = 100 * WEIGHTS.usual / (100 + 2 + 1)
    assert after(14, quiet_seat("r1"), gone)["r1"].usual == pytest.approx(usual)
