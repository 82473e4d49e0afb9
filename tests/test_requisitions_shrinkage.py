"""Rates of few events are drawn towards what is usual, the more the less is known."""

from math import exp, lgamma, log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from requisitions.shrinkage import FLATTEST, STEEPEST, Tally, fitted_shape, shrunken

tallies = st.builds(Tally, st.integers(0, 50), st.floats(0.001, 100))
shapes = st.floats(FLATTEST, STEEPEST)


@pytest.mark.parametrize(
    ("events", "expected", "shape", "rate"),
    [
        (0, 0.0, 2.0, 1.0),  # nothing is known
        (2, 0.5, 2.0, 1.6),  # four times the usual, of one seat
        (40, 10.0, 2.0, 3.5),  # the same, of twenty
        (0, 2.0, 2.0, 0.5),
        (0, 2.0, 18.0, 0.9),  # where groups hardly differ, little is believed
    ],
)
def test_a_rate_by_hand(events: int, expected: float, shape: float, rate: float) -> None:
    assert shrunken(Tally(events, expected), shape) == pytest.approx(rate)


@given(tallies, shapes)
def test_a_shrunken_rate_lies_between_the_raw_one_and_the_usual(tally: Tally, shape: float) -> None:
    raw = tally.events / tally.expected
    assert min(raw, 1.0) - 1e-9 <= shrunken(tally, shape) <= max(raw, 1.0) + 1e-9


@given(tallies, shapes)
def test_one_event_more_raises_a_rate_and_more_exposure_lowers_it(tally: Tally, shape: float) -> None:
    rate = shrunken(tally, shape)
    assert shrunken(Tally(tally.events + 1, tally.expected), shape) > rate
    assert shrunken(Tally(tally.events, tally.expected + 1), shape) < rate


@settings(max_examples=40)
@given(st.lists(tallies, max_size=8).flatmap(lambda told: st.tuples(st.just(told), st.permutations(told))))
def test_the_order_of_groups_does_not_matter(told: tuple[list[Tally], list[Tally]]) -> None:
    assert fitted_shape(told[0]) == fitted_shape(told[1])


def test_groups_that_differ_widely_have_a_flatter_shape_than_groups_that_do_not() -> None:
    same = [Tally(10, 10.0)] * 20
    apart = [Tally(1, 10.0), Tally(30, 10.0)] * 10
    nothing: list[Tally] = []
    assert fitted_shape(apart) < fitted_shape(nothing) < fitted_shape(same)
    assert fitted_shape(nothing) == pytest.approx(2.0, rel=0.05)


def test_the_fitted_shape_is_the_likeliest_one_by_the_gamma_poisson_formula_itself() -> None:
    """The chance of k events is that of a negative binomial with r = shape and p = shape / (shape + expected)."""
    told = [Tally(0, 1.0), Tally(3, 1.5), Tally(9, 2.0), Tally(1, 4.0)]

    def chance(shape: float) -> float:
        found = -(log(shape / 2.0) ** 2) / 2
        for tally in told:
            p = shape / (shape + tally.expected)
            ways = lgamma(tally.events + shape) - lgamma(shape) - lgamma(tally.events + 1)
            found += ways + shape * log(p) + tally.events * log(1 - p)
        return found

    best = fitted_shape(told)
    step = exp(log(STEEPEST / FLATTEST) / 56)
    assert chance(best) >= max(chance(best * step), chance(best / step))


def test_a_member_is_left_out() -> None:
    assert Tally(5, 4.0).without(Tally(2, 1.5)) == Tally(3, 2.5)
    assert Tally(1, 1.0).without(Tally(1, 1.0 + 1e-12)) == Tally(0, 0.0)
