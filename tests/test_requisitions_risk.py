"""The score of a seat follows from its signs alone, each of which counts as its setting says."""

from dataclasses import fields, replace
from datetime import date, timedelta
from math import exp, inf, nan
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from requisitions.risk import FACTORS, RECORDS, Risk, RiskReason, RiskSettings, Signs, chance, faults, risk_of, shares

CALM = Signs(usual=0.1, client_seats=3, musts=4)


def weighing(**weights: Any) -> RiskSettings:
    """Settings by which nothing counts but the usual rate, the records, and what is named."""
    return RiskSettings(**({"usual": 0.1} | dict.fromkeys(("base", *FACTORS, *RECORDS), 1.0) | weights))


def showing(seen: Signs = CALM, /, **more: Any) -> Signs:
    """These signs with others in their place."""
    return replace(seen, **more)


BORNE = {
    "no_record": showing(client_seats=0),
    "new_project": showing(new_project=True),
    "second_hand": showing(first_hand=False, heard=3),
    "vague": showing(vague=4),
    "silence": showing(silence=timedelta(weeks=8)),
    "quiet": showing(quiet=timedelta(weeks=8)),
    "interview": showing(interview=date(2026, 11, 25)),
}
"""A seat that bears one sign in full."""

signs = st.builds(
    Signs,
    usual=st.floats(0.001, 3),
    client=st.floats(0.02, 40),
    client_moved=st.integers(0, 9),
    client_seats=st.integers(0, 99),
    seat=st.floats(0.02, 40),
    seat_moves=st.integers(0, 9),
    seat_days=st.integers(0, 400),
    new_project=st.booleans(),
    heard=st.integers(0, 9),
    first_hand=st.booleans(),
    vague=st.integers(0, 3),
    musts=st.just(3),
    silence=st.timedeltas(timedelta(), timedelta(weeks=30)),
    quiet=st.timedeltas(timedelta(), timedelta(weeks=30)),
    interview=st.none() | st.just(date(2026, 11, 25)),
)
weights = st.builds(
    RiskSettings,
    weeks=st.integers(1, 52),
    **{name: st.floats(0.001, 100) for name in ("usual", "base", *FACTORS)},
    **{name: st.floats(0, 3) for name in RECORDS},
)


def test_a_seat_without_signs_has_the_chance_of_a_move_at_the_usual_rate() -> None:
    """0.1 moves a week: 0.4 in four weeks, and so 1 - e^-0.4 = 33 %."""
    assert risk_of(CALM, weighing()) == Risk(33, ())
    assert risk_of(CALM, weighing(weeks=8)).score == 55
    assert risk_of(showing(usual=0.0001), weighing()).score == 0


@pytest.mark.parametrize("name", FACTORS)
def test_each_sign_multiplies_what_is_to_be_expected_by_its_factor(name: str) -> None:
    doubled = weighing(**{name: 2.0})
    assert chance(BORNE[name], doubled) == pytest.approx(1 - exp(-0.8))
    assert chance(BORNE[name], weighing()) == pytest.approx(1 - exp(-0.4)), "a factor of one is no matter"
    assert chance(CALM, doubled) == pytest.approx(1 - exp(-0.4)), "nor is a sign that a seat does not bear"
    assert [round(reason.factor, 2) for reason in risk_of(BORNE[name], doubled).reasons] == [2.0]


@pytest.mark.parametrize("name", ["client", "seat"])
def test_a_record_counts_as_far_as_its_setting_says(name: str) -> None:
    often = showing(**{name: 2.0})
    assert chance(often, weighing()) == pytest.approx(1 - exp(-0.8))
    assert chance(often, weighing(**{f"{name}_record": 0.5})) == pytest.approx(1 - exp(-0.4 * 2**0.5))
    assert risk_of(often, weighing(**{f"{name}_record": 0.0})) == risk_of(CALM, weighing())


def test_half_a_sign_counts_as_the_root_of_its_factor() -> None:
    told = weighing(vague=4.0, silence=4.0)
    assert chance(showing(vague=2), told) == chance(showing(silence=timedelta(weeks=4)), told) == pytest.approx(1 - exp(-0.8))


def test_after_eight_weeks_more_silence_says_no_more() -> None:
    assert shares(showing(silence=timedelta(weeks=30)))["silence"] == 1.0


def test_a_seat_without_must_haves_is_as_vague_as_can_be() -> None:
    found = risk_of(showing(musts=0), weighing(vague=2.0))
    assert found.reasons == (RiskReason("no-musts", 2.0, {}),)


@settings(max_examples=40)
@given(signs, weights)
def test_a_score_is_bounded_and_the_same_every_time(seen: Signs, told: RiskSettings) -> None:
    risk = risk_of(seen, told)
    assert 0 <= risk.score <= 100
    assert risk == risk_of(replace(seen), replace(told))


@settings(max_examples=40)
@given(signs, weights, st.sampled_from(FACTORS))
def test_more_of_a_sign_never_lowers_the_score_where_its_factor_is_above_one(seen: Signs, told: RiskSettings, name: str) -> None:
    less = showing(seen, **_none_of(name))
    more = showing(seen, **{field: getattr(BORNE[name], field) for field in _none_of(name)} | ({"vague": 3} if name == "vague" else {}))
    low, middle, high = (chance(one, told) for one in (less, seen, more))
    rising = getattr(told, name) >= 1
    assert (low <= middle <= high) if rising else (low >= middle >= high)


def _none_of(name: str) -> dict[str, Any]:
    without: dict[str, dict[str, Any]] = {
        "no_record": {"client_seats": 1},
        "new_project": {"new_project": False},
        "second_hand": {"first_hand": True},
        "vague": {"vague": 0},
        "silence": {"silence": timedelta()},
        "quiet": {"quiet": timedelta()},
        "interview": {"interview": None},
    }
    return without[name]


@settings(max_examples=40)
@given(signs, weights, st.sampled_from(["client", "seat", "usual"]), st.floats(1, 5))
def test_a_worse_record_never_lowers_the_score(seen: Signs, told: RiskSettings, name: str, times: float) -> None:
    assert chance(showing(seen, **{name: getattr(seen, name) * times}), told) >= chance(seen, told) - 1e-12


@settings(max_examples=40)
@given(signs, weights)
def test_no_reason_is_told_twice(seen: Signs, told: RiskSettings) -> None:
    codes = [reason.code for reason in risk_of(seen, told).reasons]
    assert len(set(codes)) == len(codes)


def test_the_weightiest_reason_comes_first_whether_it_speaks_for_a_move_or_for_calm() -> None:
    seen = showing(BORNE["quiet"], first_hand=False, client=3.0, new_project=True)
    reasons = risk_of(seen, weighing(quiet=0.2, second_hand=1.5, new_project=1.04)).reasons
    assert [(reason.code, reason.factor) for reason in reasons] == [("quiet", 0.2), ("client-moves-often", 3.0), ("second-hand", 1.5)]


@settings(max_examples=40)
@given(signs)
def test_a_reason_is_stored_as_a_text_and_read_again(seen: Signs) -> None:
    for reason in risk_of(seen, RiskSettings()).reasons:
        assert RiskReason.parse(str(reason)) == reason


def test_a_reason_as_a_database_shows_it() -> None:
    reason = RiskReason("client-moves-often", 1.62, {"moved": 9, "seats": 14})
    assert str(reason) == "client-moves-often factor=1.62 moved=9 seats=14"


def test_each_reason_has_the_figures_that_its_words_need() -> None:
    seen = showing(
        BORNE["interview"], client=3.0, client_moved=9, client_seats=14, seat=0.3, seat_moves=0, seat_days=70, new_project=True,
        first_hand=False, heard=3, vague=2, quiet=timedelta(days=20, hours=5),
    )  # fmt: skip
    assert {reason.code: reason.data for reason in risk_of(seen, RiskSettings()).reasons} == {
        "client-moves-often": {"moved": 9, "seats": 14},
        "seat-moves-seldom": {"moves": 0, "days": 70},
        "new-project": {},
        "second-hand": {"texts": 3},
        "vague": {"vague": 2, "musts": 4},
        "quiet": {"days": 20},
        "interview-ahead": {"day": "2026-11-25"},
    }


def test_the_defaults_make_sense() -> None:
    assert list(faults(RiskSettings())) == []
    assert {field.name for field in fields(RiskSettings)} == {"weeks", "usual", "base", *RECORDS, *FACTORS}


@pytest.mark.parametrize(
    ("name", "value"),
    [("weeks", 0), ("weeks", 53), ("usual", 0.0), ("base", -1.0), ("vague", 0.0), ("quiet", inf), ("silence", nan), ("seat_record", -0.1),
     ("client_record", 3.5)],
)  # fmt: skip
def test_a_weight_that_means_nothing_is_named(name: str, value: float) -> None:
    (fault,) = faults(weighing(**{name: value}))
    assert fault.startswith(f"{name} is ")
    assert "write a" in fault
