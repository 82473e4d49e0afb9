"""Rates of few events, drawn towards what is usual: gamma-Poisson empirical Bayes (Clayton and Kaldor 1987)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import exp, fsum, lgamma, log

FLATTEST, STEEPEST, STEPS = 0.25, 32.0, 56
"""Shapes that are tried, on a scale of logarithms: at the flattest groups differ tenfold, at the steepest hardly."""
USUAL_SHAPE = 2.0
"""What the shape is drawn towards, as if by half a handful of groups: few groups say little of how much they differ."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What happened in a group, and what was to be expected of it at the usual rate."""

    events: int
    expected: float

    def without(self, other: "Tally") -> "Tally":
        """The rest of the group, one member left out."""
        return Tally(self.events - other.events, max(0.0, self.expected - other.expected))


def shrunken(tally: Tally, shape: float) -> float:
    """How many times the usual rate a group has: (shape + events) / (shape + expected), which is 1 where nothing is known."""
    return (shape + tally.events) / (shape + tally.expected)


def fitted(likelihood: Callable[[float], float], usual: float) -> float:
    """The strength on our scale that fits best, drawn towards the usual one; `likelihood` is the log of its likelihood."""
    step = log(STEEPEST / FLATTEST) / STEPS
    strengths = [FLATTEST * exp(step * number) for number in range(STEPS + 1)]
    return max(strengths, key=lambda strength: likelihood(strength) - log(strength / usual) ** 2 / 2)


def fitted_shape(tallies: Iterable[Tally]) -> float:
    """How alike groups are, as the shape of the gamma distribution that their rates come from; whatever their order."""
    known = [tally for tally in tallies if tally.expected > 0]
    return fitted(lambda shape: _likelihood(known, shape), USUAL_SHAPE)


def _likelihood(tallies: Iterable[Tally], shape: float) -> float:
    """Log of the chance of these events (negative binomial), but for what does not depend on the shape."""
    start = shape * log(shape) - lgamma(shape)
    return fsum(lgamma(tally.events + shape) + start - (tally.events + shape) * log(tally.expected + shape) for tally in tallies)
