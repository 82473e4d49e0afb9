"""Rates of clients, waiting times, and what a difference is made of: each formula with its source. Standard library only."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum, lgamma, log

from reports.statistics import Cluster, Interval, Share, beta_quantile, together
from requisitions.shrinkage import fitted

USUAL_STRENGTH = 8.0
"""What the prior's strength is drawn towards: as much as eight seats, so that two clients of three seats don't decide how all differ."""
ODDS_RATIO = 2.0
"""What the CUSUM looks for: odds that doubled, or halved."""


@dataclass(frozen=True, slots=True)
class Prior:
    """The beta distribution that clients' rates come from."""

    a: float
    b: float

    @property
    def mean(self) -> float:
        """The usual rate."""
        return self.a / (self.a + self.b)


def fitted_prior(shares: Iterable[Share]) -> Prior:
    """The prior of clients' rates by empirical Bayes (Efron and Morris 1975, JASA 70:311-319), whatever their order.

    Its mean weighs clients as Kleinman does (1973, JASA 68:46-54), one seat that half moved beside them; its strength has the
    highest marginal likelihood (beta-binomial; Skellam 1948, JRSS B 10:257-261), drawn towards the usual one.
    """
    known = Counter(share for share in shares if share.of)

    def prior(strength: float) -> Prior:
        weights = [(share, times * share.of * (strength + 1) / (strength + share.of)) for share, times in known.items()]
        mean = (fsum(weight * share.value for share, weight in weights) + 0.5) / (fsum(weight for _, weight in weights) + 1)
        return Prior(mean * strength, (1 - mean) * strength)

    return prior(fitted(lambda strength: log_likelihood(known, prior(strength)), USUAL_STRENGTH))


def log_likelihood(shares: Counter[Share], prior: Prior) -> float:
    """Log of the beta-binomial chance of these numbers, but for what does not depend on the prior."""
    a, b = prior.a, prior.b
    start = lgamma(a + b) - lgamma(a) - lgamma(b)
    return fsum(
        times * (start + lgamma(share.number + a) + lgamma(share.of - share.number + b) - lgamma(share.of + a + b))
        for share, times in shares.items()
    )


def shrunken_share(share: Share, prior: Prior) -> float:
    """A client's rate drawn towards the usual one: the posterior mean (number + a) / (of + a + b)."""
    return (share.number + prior.a) / (share.of + prior.a + prior.b)


def credible(share: Share, prior: Prior, confidence: float) -> Interval:
    """The equal-tailed interval of the posterior, Beta(number + a, of - number + b)."""
    a, b, tail = share.number + prior.a, share.of - share.number + prior.b, (1 - confidence) / 2
    return Interval(beta_quantile(tail, a, b), beta_quantile(1 - tail, a, b))


@dataclass(frozen=True, slots=True)
class Spell:
    """How long something was watched, and whether it happened at the end."""

    days: float
    happened: bool


def median_days(spells: Iterable[Spell]) -> float | None:
    """After how long half have happened (Kaplan and Meier 1958, JASA 53:457-481); null where fewer than half ever have."""
    left, ordered = 1.0, sorted(spells, key=lambda spell: spell.days)
    at_risk, place = len(ordered), 0
    while place < len(ordered):
        same = [spell for spell in ordered[place:] if spell.days == ordered[place].days]
        left *= 1 - sum(spell.happened for spell in same) / at_risk
        if left <= 0.5 + 1e-12:
            return same[0].days
        at_risk -= len(same)
        place += len(same)
    return None


@dataclass(frozen=True, slots=True)
class Parts:
    """What a difference of shares is made of; both together are the difference."""

    within: float
    """Clients ask otherwise than before."""
    mix: float
    """Other clients wrote than before."""


def kitagawa(clusters: Sequence[Cluster]) -> Parts:
    """A difference of shares parted into rates and composition (Kitagawa 1955, JASA 50:1168-1194).

    A client that wrote in one of the windows alone can't have changed: its part is all composition.
    """
    now, before = together(clusters)
    n1, n0 = now.of, before.of
    within: list[float] = []
    mix: list[float] = []
    for one in clusters:
        p1 = one.now.value if one.now.of else one.before.value
        p0 = one.before.value if one.before.of else one.now.value
        w1, w0 = (one.now.of / n1 if n1 else 0.0), (one.before.of / n0 if n0 else 0.0)
        within.append(one.times * (w1 + w0) / 2 * (p1 - p0))
        mix.append(one.times * (p1 + p0) / 2 * (w1 - w0))
    return Parts(fsum(within), fsum(mix))


def cusum(weeks: Iterable[Share], usual: float, odds_ratio: float = ODDS_RATIO) -> float:
    """The binomial CUSUM against odds `odds_ratio` times the usual ones, where it stands after the last week.

    S = max(0, S + x ln(p1/p0) + (n-x) ln((1-p1)/(1-p0))) (Reynolds and Stoumbos 1999, Journal of Quality Technology 31:87-108;
    Neuburger et al. 2017, BMJ Quality and Safety 26:919-928).
    """
    odds = usual / (1 - usual) * odds_ratio
    raised = odds / (1 + odds)
    gain, loss = log(raised / usual), log((1 - raised) / (1 - usual))
    stands = 0.0
    for week in weeks:
        stands = max(0.0, stands + week.number * gain + (week.of - week.number) * loss)
    return stands
