"""Clients and the market as `report.json` holds them: what went into every test, and what came out."""

from dataclasses import dataclass

from reports.market_tests import Finding, Rules
from reports.seatshapes import Told
from requisitions.words import Reason


@dataclass(frozen=True, slots=True)
class ShareShown:
    """How many of how many seats."""

    number: int
    of: int


@dataclass(frozen=True, slots=True)
class IntervalShown:
    """A range, in parts of one."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class SpanShown:
    """A point of the charts: which weeks, and how many seats came in them."""

    weeks: list[str]
    seats: int


@dataclass(frozen=True, slots=True)
class WindowShown:
    """One of the two windows that are compared."""

    first: str
    last: str
    seats: int
    clients: int
    spans: list[SpanShown]


@dataclass(frozen=True, slots=True)
class SkillShown:
    """A skill that was looked at; docs/statistics.md tells the tests."""

    key: str
    name: str
    finding: Finding
    held: bool
    """Confirmed in an earlier week, and not over yet."""
    fresh: bool
    now: ShareShown
    before: ShareShown
    points: list[int]
    """Mentions in each span, those of the window before first."""
    clients: int
    difference: float
    interval: IntervalShown
    """Newcombe, 95 %."""
    score_p: float | None
    """Cluster-robust score test of this skill alone."""
    swing: float
    """Its variance in terms of independent seats, drawn towards that of all skills."""
    degrees: float | None
    """Degrees of freedom of that; null: endless."""
    z: float | None
    p: float | None
    q: float
    naive_p: float
    """Mid-p Fisher."""
    naive_q: float
    rising: float
    falling: float
    """CUSUMs."""
    detectable: float
    within: float
    mix: float
    top_mentions: int
    """How many of the mentions are of one client."""
    remarks: list[Told]


@dataclass(frozen=True, slots=True)
class MarketShown:
    """What first mails ask for."""

    extractor: str
    """One version has read them all."""
    weeks_known: int
    starts: str | None
    """The first report with charts, where this one has none."""
    before: WindowShown
    now: WindowShown
    short_weeks: list[str]
    holidays: dict[str, int]
    """Working days of this week and the next, where holidays shorten them."""
    rules: Rules
    tests: int
    """Skills looked at in this week: the family of `q`."""
    rare: int
    visible: float
    skills: list[SkillShown]


@dataclass(frozen=True, slots=True)
class ClientShown:
    """A client; rates in parts of one."""

    name: str
    turned: ShareShown
    rate: float
    interval: IntervalShown
    """Beta, 90 %."""
    median_days: float | None
    late: ShareShown
    """Reversals in the second half of the time of seats that are over, of all in these."""
    categories: dict[str, int]
    reasons: dict[Reason, int]
    younger: int


@dataclass(frozen=True, slots=True)
class ClientsShown:
    """The clients of a year."""

    prior: tuple[float, float] | None
    """Parameters of the beta distribution of rates."""
    ranked: list[ClientShown]
    few: list[ClientShown]
    """In no order of rates."""
    younger: int
    unnamed: int
