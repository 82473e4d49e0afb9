"""One variance for each of many tests, each drawn towards what all of them show (Smyth 2004, Statistical Applications in Genetics 3:3).

A few clients write most mails, so the variance of one skill alone is known to a handful of degrees of freedom, and nothing could ever
be confirmed among sixty skills. All skills of a week come from the same clients: together they tell how much more a share swings than
that of independent seats does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, fsum, inf, log, sqrt

_SHIFT = 10.0
_STEPS = 60
_FEWEST, _FEWEST_SWINGS = 2, 3


@dataclass(frozen=True, slots=True)
class Swing:
    """How many times the variance of independent seats a share shows, and how well that is known."""

    ratio: float
    degrees: float


@dataclass(frozen=True, slots=True)
class Usual:
    """What all skills show together; endless degrees: they don't differ by more than chance; none: they tell nothing of each other."""

    ratio: float = 1.0
    degrees: float = 0.0

    def hold(self, swing: Swing) -> Swing:
        """One skill's swing, drawn towards the usual one; it never counts for less than that of independent seats."""
        if self.degrees == inf:
            return Swing(max(1.0, self.ratio), inf)
        degrees = self.degrees + swing.degrees
        if not degrees:
            return Swing(max(1.0, swing.ratio), 0.0)
        return Swing(max(1.0, (self.degrees * self.ratio + swing.degrees * swing.ratio) / degrees), degrees)


def usual_swing(swings: Sequence[Swing]) -> Usual:
    """What is usual among these, by the moments of their logarithms (Smyth 2004, section 6.2)."""
    known = [swing for swing in swings if swing.ratio > 0 and swing.degrees >= _FEWEST]
    if len(known) < _FEWEST_SWINGS:
        return Usual()
    logs = [log(swing.ratio) - digamma(swing.degrees / 2) + log(swing.degrees / 2) for swing in known]
    mean = fsum(logs) / len(logs)
    scatter = fsum((one - mean) ** 2 for one in logs) / (len(logs) - 1)
    left = scatter - fsum(trigamma(swing.degrees / 2) for swing in known) / len(known)
    if left <= 0:
        return Usual(exp(mean), inf)
    half = _inverse_trigamma(left)
    return Usual(exp(mean + digamma(half) - log(half)), 2 * half)


def digamma(x: float) -> float:
    """The logarithmic derivative of the gamma function, x > 0 (DLMF 5.5.2 and 5.11.2)."""
    before = 0.0
    while x < _SHIFT:
        before -= 1 / x
        x += 1
    square = 1 / (x * x)
    return before + log(x) - 0.5 / x - square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square / 132))))


def trigamma(x: float) -> float:
    """The derivative of `digamma`, x > 0 (DLMF 5.15.5 and 5.15.8)."""
    before = 0.0
    while x < _SHIFT:
        before += 1 / (x * x)
        x += 1
    square = 1 / (x * x)
    return before + 1 / x + square / 2 + square / x * (1 / 6 - square * (1 / 30 - square * (1 / 42 - square * (1 / 30 - square * 5 / 66))))


def _inverse_trigamma(value: float) -> float:
    """The x whose `trigamma` has that value: it falls all the way, so halving on a scale of logarithms finds it."""
    low, high = 1e-4, 1e6
    for _ in range(_STEPS):
        middle = sqrt(low * high)
        low, high = (middle, high) if trigamma(middle) > value else (low, middle)
    return sqrt(low * high)
