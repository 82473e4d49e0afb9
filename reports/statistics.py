"""Shares, and whether two of them differ: intervals and tests, each with its source. Standard library only, exact for small numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import erfc, exp, fsum, inf, lgamma, log, log1p, sqrt
from statistics import NormalDist

CONFIDENCE = 0.95
POWER = 0.80
_STEPS, _EXACT, _TINY, _NOTHING = 500, 1e-15, 1e-300, 1e-12
_ALIKE = 1 + 1e-7
"""Tables whose chances differ by less are equally likely: rounding must not part them (as in R's fisher.test)."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    number: int
    of: int

    @property
    def value(self) -> float:
        """From 0 to 1; 0 of none is 0."""
        return self.number / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Interval:
    """A range that is believed to hold the true value."""

    low: float
    high: float

    def covers(self, value: float) -> bool:
        """Whether a value lies in it."""
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class Cluster:
    """One client's part in the share now, and in the one before."""

    now: Share
    before: Share
    times: int = 1
    """How many clients have the very same part: thousands ask for nothing of it, and are one line of arithmetic."""


def wilson(share: Share, confidence: float = CONFIDENCE) -> Interval:
    """The score interval of a share (Wilson 1927, JASA 22:209-212; Brown, Cai and DasGupta 2001, Statistical Science 16:101-133)."""
    if not share.of:
        return Interval(0.0, 1.0)
    n, p, z = share.of, share.value, normal_quantile((1 + confidence) / 2)
    scale = 1 + z * z / n
    centre, half = (p + z * z / (2 * n)) / scale, z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / scale
    return Interval(0.0 if share.number == 0 else centre - half, 1.0 if share.number == n else centre + half)


def newcombe(now: Share, before: Share, confidence: float = CONFIDENCE) -> Interval:
    """The hybrid score interval of the difference of two shares (Newcombe 1998, Statistics in Medicine 17:873-890, method 10)."""
    first, second = wilson(now, confidence), wilson(before, confidence)
    p1, p0 = now.value, before.value
    below = sqrt((p1 - first.low) ** 2 + (second.high - p0) ** 2)
    above = sqrt((first.high - p1) ** 2 + (p0 - second.low) ** 2)
    return Interval(p1 - p0 - below, p1 - p0 + above)


def mid_p(now: Share, before: Share) -> float:
    """Fisher's two-sided exact p, the table seen counted half (Fagerland, Lydersen and Laake 2015, Statistics in Medicine 34:3026-3044)."""
    drawn, mentions = now.of, now.number + before.number
    lowest, highest = max(0, mentions - before.of), min(drawn, mentions)
    rest = before.of - mentions
    weights = [1.0]
    for k in range(now.number, highest):
        weights.append(weights[-1] * (mentions - k) * (drawn - k) / ((k + 1) * (rest + k + 1)))
    weight = 1.0
    for k in range(now.number, lowest, -1):
        weight *= k * (rest + k) / ((mentions - k + 1) * (drawn - k + 1))
        weights.append(weight)
    whole = fsum(weights)
    return min(1.0, (fsum(weight for weight in weights if weight <= _ALIKE) - 0.5) / whole) if whole < inf else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """The test of a difference of shares whose seats come in clusters."""

    z: float
    p: float
    error: float
    """The standard error of the difference, were there none."""


def cluster_score(clusters: Sequence[Cluster]) -> Score | None:
    """The two-sided test of a difference of shares by client; null where fewer than two clients mention it, or nothing varies.

    The generalised score test of a group effect under working independence (Rotnitzky and Jewell 1990, Biometrika 77:485-497;
    Rao and Scott 1992, Biometrics 48:577-585), with K/(K-1) for few clusters and a t of as many degrees of freedom as clusters
    that mention it, less one.
    """
    now, before = together(clusters)
    mentioning = mentioned_by(clusters)
    if not now.of or not before.of or mentioning < 2:
        return None
    usual = (now.number + before.number) / (now.of + before.of)
    parts = [
        (one.times, (one.now.number - usual * one.now.of) / now.of - (one.before.number - usual * one.before.of) / before.of)
        for one in clusters
    ]
    count = sum(one.times for one in clusters)
    error = sqrt(count / (count - 1) * fsum(times * part * part for times, part in parts))
    difference = fsum(times * part for times, part in parts)
    if error < _NOTHING:
        return None
    return Score(difference / error, student_two_sided(difference / error, mentioning - 1), error)


def cluster_swing(clusters: Sequence[Cluster]) -> float | None:
    """How many times the variance of independent seats the difference shows; null where one client alone makes a window, or nothing varies.

    The jackknife that leaves one client out at a time (CR3: Bell and McCaffrey 2002, Survey Methodology 28:169-181): it goes around
    each window's own share, so that a change that all clients make alike does not count as their swinging.
    """
    now, before = together(clusters)
    alone = own_variance(now) + own_variance(before)
    if not alone or any(one.now.of == now.of or one.before.of == before.of for one in clusters):
        return None
    parts = [
        (
            one.times,
            (one.now.number - now.value * one.now.of) / (now.of - one.now.of)
            - (one.before.number - before.value * one.before.of) / (before.of - one.before.of),
        )
        for one in clusters
    ]
    count = sum(one.times for one in clusters)
    return (count - 1) / count * fsum(times * part * part for times, part in parts) / alone


def own_variance(share: Share) -> float:
    """The variance of a share of independent seats."""
    return share.value * (1 - share.value) / share.of if share.of else 0.0


def mentioned_by(clusters: Iterable[Cluster]) -> int:
    """How many clusters mention it at all."""
    return sum(one.times for one in clusters if one.now.number + one.before.number)


def together(clusters: Iterable[Cluster]) -> tuple[Share, Share]:
    """The share of all clients now, and before."""
    known = list(clusters)
    now, before = (
        Share(sum(one.times * share.number for one, share in side), sum(one.times * share.of for one, share in side))
        for side in ([(one, one.now) for one in known], [(one, one.before) for one in known])
    )
    return now, before


def effective_clusters(clusters: Sequence[Cluster]) -> float:
    """As how many clusters of one size these count (Kish; Carter, Schnepel and Steigerwald 2017, REStat 99:698-709)."""
    now, before = together(clusters)
    if not now.of or not before.of:
        return 0.0
    weights = [(one.times, one.now.of / now.of**2 + one.before.of / before.of**2) for one in clusters]
    return fsum(times * weight for times, weight in weights) ** 2 / fsum(times * weight * weight for times, weight in weights)


def benjamini_hochberg(values: Sequence[float]) -> list[float]:
    """The q values: the share of false alarms among all that are no larger (Benjamini and Hochberg 1995, JRSS B 57:289-300)."""
    order = sorted(range(len(values)), key=lambda place: values[place], reverse=True)
    adjusted, lowest = [1.0] * len(values), 1.0
    for above, place in enumerate(order):
        lowest = min(lowest, values[place] * len(values) / (len(values) - above))
        adjusted[place] = lowest
    return adjusted


def standard_error(share: float, now: int, before: int) -> float:
    """The standard error of a difference of two shares of independent seats that are alike; endless where one is of nothing."""
    return sqrt(share * (1 - share) * (1 / now + 1 / before)) if now and before else inf


def detectable(error: float) -> float:
    """The smallest true difference that a two-sided test at 5 % finds four times in five (Fleiss, Levin and Paik 2003, chapter 4)."""
    return (normal_quantile((1 + CONFIDENCE) / 2) + normal_quantile(POWER)) * error


def normal_quantile(chance: float) -> float:
    """The value that a standard normal stays below with that chance."""
    return NormalDist().inv_cdf(chance)


def student_two_sided(value: float, degrees: float) -> float:
    """The chance that Student's t lies further from 0 (Abramowitz and Stegun 26.5.27); with endless degrees a normal."""
    if degrees == inf:
        return erfc(abs(value) / sqrt(2))
    square = value * value
    if square < 1:  # from the other side: an argument next to 1 has lost the places that tell it from 1
        return 1.0 - incomplete_beta(square / (degrees + square), 0.5, degrees / 2)
    return incomplete_beta(degrees / (degrees + square), degrees / 2, 0.5)


def incomplete_beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function I_x(a, b), the distribution function of Beta(a, b) (DLMF 8.17.22, Lentz's method)."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    front = exp(a * log(x) + b * log1p(-x) + lgamma(a + b) - lgamma(a) - lgamma(b))
    # the fraction converges fast on one side of the mean only
    if x > (a + 1) / (a + b + 2):
        return 1.0 - front * _fraction(1 - x, b, a) / b
    return front * _fraction(x, a, b) / a


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction by the modified Lentz method (Numerical Recipes, 3rd edition, 6.4)."""
    c, d = 1.0, 1.0 / _not_nought(1.0 - (a + b) * x / (a + 1.0))
    value = d
    for m in range(1, _STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1.0 / _not_nought(1.0 + term * d)
            c = _not_nought(1.0 + term / c)
            value *= c * d
        if abs(c * d - 1.0) < _EXACT:
            break
    return value


def _not_nought(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


def beta_quantile(chance: float, a: float, b: float) -> float:
    """The value that Beta(a, b) stays below with that chance, to the last places of a percentage that anybody prints."""
    low, high = 0.0, 1.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if incomplete_beta(middle, a, b) < chance else (low, middle)
    return (low + high) / 2


def pooled(shares: Iterable[Share]) -> Share:
    """Several shares as one."""
    known = list(shares)
    return Share(sum(one.number for one in known), sum(one.of for one in known))
