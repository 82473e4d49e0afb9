"""Which skills are asked for more, or less, than before: the tests of a week, and the rule that decides (REPORTS.md 2.3)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from math import sqrt

from reports.statistics import (
    Cluster,
    Interval,
    Share,
    benjamini_hochberg,
    cluster_score,
    cluster_swing,
    detectable,
    effective_clusters,
    mentioned_by,
    mid_p,
    newcombe,
    pooled,
    standard_error,
    student_two_sided,
    together,
)
from reports.statistics_moderation import Swing, usual_swing
from reports.statistics_rates import ODDS_RATIO, Parts, cusum, kitagawa


class Finding(StrEnum):
    """What can be said of a skill; the sign of the first three is a line: solid, dashed, dotted."""

    CONFIRMED = "confirmed"
    """It moved, also when clients are looked at as a whole each."""
    WATCHED = "watched"
    """It looks so, but few clients may have made it."""
    UNTOLD = "untold"
    """There are too few seats to tell."""
    STEADY = "steady"
    """A large change would have been seen, and none was."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The thresholds, frozen: every report prints them beside what it found."""

    weeks_now: int = 4
    weeks_before: int = 8
    mentions: int = 8
    """In both windows together; skills with fewer are not looked at."""
    clients: int = 5
    """So many have to ask for a skill before it can be confirmed."""
    q: float = 0.05
    """Of the test by clients, below which a skill is confirmed; docs/statistics.md tells why it is not 0.10."""
    naive_q: float = 0.10
    """Of the test by seats, below which it is watched."""
    points: float = 0.03
    """The smallest difference of shares that is confirmed."""
    blind: float = 0.10
    """Where not even such a difference could be seen, nothing is said of the skill."""
    cusum: float = 8.5
    """Above it a skill is watched; bench/null_worlds.py tells how often that is for nothing."""
    held: int = 2
    """For so many weeks the interval has to hold 0 before a confirmed skill is no more."""

    @property
    def weeks(self) -> int:
        """How many weeks a report looks at."""
        return self.weeks_now + self.weeks_before


RULES = Rules()


@dataclass(frozen=True, slots=True)
class WeekCounts:
    """The seats that came in a week by client, and those of them that ask for a skill."""

    seats: Mapping[str, int]
    mentions: Mapping[str, Mapping[str, int]]
    """By skill, then client."""


@dataclass(frozen=True, slots=True)
class SkillTest:
    """A skill in a week: what went into each test, what came out, and what it was taken for."""

    skill: str
    now: Share
    before: Share
    clients: int
    """How many ask for it in either window."""
    interval: Interval
    score_p: float | None
    """Of the test that looks at clients as a whole each, by this skill alone; null: nothing to test, and 1 for `q`."""
    swing: Swing
    """How many times the variance of independent seats it shows; drawn towards what all skills of the week show."""
    z: float | None
    p: float | None
    """The same test with that variance."""
    q: float
    naive_p: float
    """Of the test that takes seats for independent."""
    naive_q: float
    rising: float
    falling: float
    """Where the CUSUM stands against doubled odds, and halved ones, divided by the swing."""
    detectable: float
    parts: Parts
    top: str
    """The client that asks for it most in the window in which it is asked for more."""
    top_mentions: int
    finding: Finding
    held: bool = False
    """Confirmed in an earlier week, and not over yet."""

    @property
    def difference(self) -> float:
        """The share now less the one before."""
        return self.now.value - self.before.value


@dataclass(frozen=True, slots=True)
class Standing:
    """Skills that are confirmed: whether they rose, and for how many weeks the interval has held 0 since."""

    confirmed: Mapping[str, tuple[bool, int]] = field(default_factory=dict)


def windows(weeks: Sequence[WeekCounts], rules: Rules = RULES) -> tuple[Sequence[WeekCounts], Sequence[WeekCounts]]:
    """The weeks before, and those now; the last one is the week of the report."""
    return weeks[-rules.weeks : -rules.weeks_now], weeks[-rules.weeks_now :]


def judge(weeks: Sequence[WeekCounts], rules: Rules = RULES) -> list[SkillTest]:
    """The tests of the last of these weeks, by skill, without regard to what was confirmed before."""
    before, now = windows(weeks, rules)
    seats_before, seats_now = _by_client(week.seats for week in before), _by_client(week.seats for week in now)
    skills = sorted({skill for week in (*before, *now) for skill in week.mentions})
    sizes = {name: (seats_now[name], seats_before[name]) for name in seats_before.keys() | seats_now.keys()}
    alike = Counter(sizes.values())
    found: list[SkillTest] = []
    for skill in skills:
        earlier, later = (_by_client(week.mentions.get(skill, {}) for week in window) for window in (before, now))
        if earlier.total() + later.total() >= rules.mentions:
            found.append(_tested(skill, _clusters(earlier, later, sizes, alike), (earlier, later), now))
    tested = _moderated(found)
    qs = benjamini_hochberg([1.0 if one.p is None else one.p for one in tested])
    naive = benjamini_hochberg([one.naive_p for one in tested])
    with_q = (replace(one, q=q, naive_q=naive_q) for one, q, naive_q in zip(tested, qs, naive, strict=True))
    return [replace(one, finding=_finding(one, rules)) for one in with_q]


def settle(tests: Sequence[SkillTest], standing: Standing, rules: Rules = RULES) -> tuple[list[SkillTest], Standing]:
    """The tests of a week after what was confirmed before: a finding does not flap."""
    settled: list[SkillTest] = []
    confirmed: dict[str, tuple[bool, int]] = {}
    for one in tests:
        rising, earlier = one.difference > 0, standing.confirmed.get(one.skill)
        if one.finding is Finding.CONFIRMED:
            confirmed[one.skill] = (rising, 0)
        elif earlier is not None and earlier[0] is rising:
            over = earlier[1] + 1 if one.interval.covers(0.0) else 0
            if over < rules.held:
                confirmed[one.skill] = (rising, over)
        held = one.skill in confirmed and one.finding is not Finding.CONFIRMED
        settled.append(replace(one, finding=Finding.CONFIRMED, held=True) if held else one)
    return settled, Standing(confirmed)


def history(weeks: Sequence[WeekCounts], rules: Rules = RULES) -> Iterator[tuple[list[SkillTest], Standing]]:
    """The settled tests of every week that has enough weeks before it, and what is confirmed after it."""
    standing = Standing()
    for end in range(rules.weeks, len(weeks) + 1):
        tests, standing = settle(judge(weeks[end - rules.weeks : end], rules), standing, rules)
        yield tests, standing


def _by_client(counts: Iterable[Mapping[str, int]]) -> Counter[str]:
    whole: Counter[str] = Counter()
    for one in counts:
        whole.update(one)
    return whole


def _clusters(
    earlier: Counter[str], later: Counter[str], sizes: Mapping[str, tuple[int, int]], alike: Counter[tuple[int, int]]
) -> list[Cluster]:
    """The parts of all clients in a skill, however many there are: those with the very same part are one."""
    asking = earlier.keys() | later.keys()
    parts = Counter((later[name], earlier[name], sizes[name]) for name in asking)
    parts += Counter({(0, 0, size): times for size, times in (alike - Counter(sizes[name] for name in asking)).items()})
    return [Cluster(Share(now, of), Share(before, was_of), times) for (now, before, (of, was_of)), times in sorted(parts.items())]


def _tested(skill: str, clusters: Sequence[Cluster], mentions: tuple[Counter[str], Counter[str]], weeks: Sequence[WeekCounts]) -> SkillTest:
    """The tests of one skill, before they are looked at among those of all; `mentions` are those of each client before, and now."""
    now, before = together(clusters)
    score, swing = cluster_score(clusters), cluster_swing(clusters)
    by_week = [Share(sum(week.mentions.get(skill, {}).values()), sum(week.seats.values())) for week in weeks]
    usual = (before.number + 0.5) / (before.of + 1)
    asked = mentions[now.value >= before.value]
    most = min(asked, key=lambda client: (-asked[client], client))
    mentioning = mentioned_by(clusters)
    degrees = min(effective_clusters(clusters), mentioning) - 1
    return SkillTest(
        skill=skill,
        now=now,
        before=before,
        clients=mentioning,
        interval=newcombe(now, before),
        score_p=None if score is None else score.p,
        swing=Swing(1.0, 0.0) if score is None or swing is None else Swing(swing, degrees),
        z=None,
        p=None,
        q=1.0,
        naive_p=mid_p(now, before),
        naive_q=1.0,
        rising=cusum(by_week, usual),
        falling=cusum(by_week, usual, 1 / ODDS_RATIO),
        detectable=1.0,
        parts=kitagawa(clusters),
        top=most,
        top_mentions=asked[most],
        finding=Finding.STEADY,
    )


def _independent(now: Share, before: Share) -> float:
    return standard_error(pooled((now, before)).value, now.of, before.of)


def _moderated(tests: Sequence[SkillTest]) -> list[SkillTest]:
    """The tests with variances that know of each other."""
    usual = usual_swing([one.swing for one in tests])
    made: list[SkillTest] = []
    for one in tests:
        swing = usual.hold(one.swing) if one.swing.degrees else one.swing
        error = _independent(one.now, one.before) * sqrt(swing.ratio)
        # where one client is as good as all, there is nothing to tell it from
        z = one.difference / error if swing.degrees >= 1 and error else None
        p = None if z is None else student_two_sided(z, swing.degrees)
        told = replace(one, swing=swing, z=z, p=p, detectable=min(1.0, detectable(error)))
        made.append(replace(told, rising=one.rising / swing.ratio, falling=one.falling / swing.ratio))
    return made


def _finding(one: SkillTest, rules: Rules) -> Finding:
    if one.q < rules.q and abs(one.difference) >= rules.points and one.clients >= rules.clients:
        return Finding.CONFIRMED
    if one.naive_q < rules.naive_q or max(one.rising, one.falling) > rules.cusum:
        return Finding.WATCHED
    return Finding.UNTOLD if one.detectable > rules.blind else Finding.STEADY
