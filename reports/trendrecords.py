"""Clients and the market as a report shows them. Nothing here knows a language or a format."""

from dataclasses import dataclass

from reports.market_tests import Finding, Rules, SkillTest
from reports.statistics import Interval, Share
from reports.statistics_rates import Prior
from reports.weeks import IsoWeek
from requisitions.words import Reason


@dataclass(frozen=True, slots=True)
class Span:
    """One point of a chart: a week, or a short week with its neighbour."""

    weeks: tuple[IsoWeek, ...]
    seats: int


@dataclass(frozen=True, slots=True)
class ShortWeek:
    """A week of few working days, and the weeks that stand with it in one point."""

    week: IsoWeek
    days: int
    others: tuple[IsoWeek, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """One of the two windows that are compared."""

    first: IsoWeek
    last: IsoWeek
    seats: int
    clients: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SkillTrend:
    """A skill that was looked at."""

    test: SkillTest
    label: str
    """As the mails call it, where the vocabulary knows no better."""
    points: tuple[Share, ...]
    """One for each span of both windows."""
    fresh: bool
    """Confirmed, and not so the week before."""


@dataclass(frozen=True, slots=True)
class Market:
    """What first mails ask for, now and before."""

    weeks_known: int
    """How far back the data reach without a gap of four weeks, the week itself included."""
    starts: IsoWeek | None
    """The first report that can have charts, where this one can't."""
    before: Stage
    now: Stage
    short: tuple[ShortWeek, ...]
    holidays: tuple[tuple[IsoWeek, int], ...]
    """This week and the next, as far as holidays shorten them, and how many working days they have."""
    skills: tuple[SkillTrend, ...]
    """The surest first, then by how far they moved; none before the charts start."""
    rare: int
    """Skills that too few seats ask for to be looked at."""
    visible: float
    """The smallest change that can be seen of a skill that a tenth of the seats ask for."""
    rules: Rules

    def found(self, finding: Finding) -> tuple[SkillTrend, ...]:
        """The skills that this can be said of."""
        return tuple(skill for skill in self.skills if skill.test.finding is finding)


@dataclass(frozen=True, slots=True)
class ClientTrend:
    """How often a client turned over what it had stated."""

    name: str
    share: Share
    """Seats whose words were turned over within two weeks, of those that are two weeks old."""
    rate: float
    """The same, drawn towards that of all clients."""
    interval: Interval
    """90 % of what the rate may be."""
    median: float | None
    """Days until half of the seats had moved; null where fewer did."""
    late: Share
    """Of what was turned over in seats that are over, how much was so in the second half of their time."""
    categories: tuple[tuple[str, int], ...]
    """What was turned over, the most frequent first."""
    reasons: tuple[tuple[Reason, int], ...]
    """Why, as far as mails tell."""
    younger: int
    """Seats that are not two weeks old, and do not count yet."""


@dataclass(frozen=True, slots=True)
class Clients:
    """The clients of a year."""

    ranked: tuple[ClientTrend, ...]
    """Those with enough seats, by their rates; none before the charts start."""
    few: tuple[ClientTrend, ...]
    """The others, by name."""
    prior: Prior | None
    """What rates are drawn towards; null where no seat is old enough."""
    unnamed: int
    """Seats whose client no mail names."""
    younger: int
    """Seats of all clients that are not two weeks old."""
