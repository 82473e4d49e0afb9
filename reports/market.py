"""The market section: what first mails ask for in the last four weeks, against the eight before. Pure, and now is the end of the week."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from reports.market_tests import RULES, Finding, Rules, SkillTest, Standing, WeekCounts, history, windows
from reports.statistics import Share, detectable, standard_error
from reports.trendrecords import Market, ShortWeek, SkillTrend, Span, Stage
from reports.weeks import IsoWeek, week_of
from reports.workdays import FEWEST, FULL, joined, working_days
from requisitions.trends import FirstAsk, Trends

RUN_IN = 26
"""So many weeks before it a report goes through, so that what was confirmed then holds; no finding outlives both windows by so much."""
YEAR = 52
"""So many weeks of seats the two sections want."""
GAP = 4
"""After so many weeks without a seat the data begin anew: one old mail is no history."""
_TYPICAL = 0.10
_ORDER = tuple(Finding)


def seats_from(week: IsoWeek, timezone: str) -> datetime:
    """From when on the seats have to be known for the report of a week."""
    return back_from(week, YEAR)[0].bounds(ZoneInfo(timezone))[0]


def build_market(trends: Trends, week: IsoWeek, timezone: str, rules: Rules = RULES) -> Market:
    """The market as of the end of a week.

    Args:
        trends: The seats of a year at least; those after the week do no harm.
        week: The week of the report.
        timezone: Name of the zone in which weeks begin.
        rules: The thresholds.
    """
    by_week = _by_week(trends.asks, ZoneInfo(timezone))
    known = known_weeks(by_week, week)
    weeks = back_from(week, max(rules.weeks, min(known, RUN_IN + rules.weeks)))
    counts = [_counts(by_week.get(one, ())) for one in weeks]
    outcomes = list(history(counts, rules)) if known >= rules.weeks else []
    before, now = (_stage(window, by_week, timezone) for window in (weeks[-rules.weeks : -rules.weeks_now], weeks[-rules.weeks_now :]))
    spans = (*before.spans, *now.spans)
    asked = {skill for window in windows(counts, rules) for one in window for skill in one.mentions}
    skills = _skills(outcomes, trends.labels, spans, by_week)
    return Market(
        weeks_known=known,
        starts=None if known >= rules.weeks else _later(week, rules.weeks - max(known, 1)),
        before=before,
        now=now,
        short=_short(spans, timezone),
        holidays=tuple((one, days) for one in (week, week.following()) if (days := working_days(one, timezone)) < FULL),
        skills=skills,
        rare=len(asked) - len(skills) if outcomes else 0,
        visible=min(1.0, detectable(standard_error(_TYPICAL, now.seats, before.seats))),
        rules=rules,
    )


def _by_week(asks: Sequence[FirstAsk], zone: ZoneInfo) -> "dict[IsoWeek, list[FirstAsk]]":
    found: defaultdict[IsoWeek, list[FirstAsk]] = defaultdict(list)
    for ask in asks:
        found[week_of(ask.at, zone)].append(ask)
    return found


def _skills(
    outcomes: Sequence[tuple[Sequence[SkillTest], Standing]],
    labels: Mapping[str, str],
    spans: Sequence[Span],
    by_week: "dict[IsoWeek, list[FirstAsk]]",
) -> tuple[SkillTrend, ...]:
    """The skills of the last outcome, the weightiest first; none where there is no outcome."""
    tests = outcomes[-1][0] if outcomes else ()
    confirmed_before = outcomes[-2][1].confirmed if len(outcomes) > 1 else {}
    return tuple(
        SkillTrend(
            test,
            labels.get(test.skill, test.skill),
            _points(test.skill, spans, by_week),
            test.finding is Finding.CONFIRMED and test.skill not in confirmed_before,
        )
        for test in sorted(tests, key=_by_weight)
    )


def known_weeks(by_week: "dict[IsoWeek, list[FirstAsk]]", week: IsoWeek) -> int:
    """How many weeks the data reach back from a week, that one included; 0 where there are no seats."""
    first = min(by_week, default=week)
    last_with_seats, number, known = 0, 0, 0
    one = week
    while one >= first and number - last_with_seats <= GAP:
        number += 1
        if by_week.get(one):
            last_with_seats = known = number
        one = one.previous()
    return known


def back_from(week: IsoWeek, number: int) -> list[IsoWeek]:
    """So many weeks up to that one, in order."""
    found = [week]
    while len(found) < number:
        found.append(found[-1].previous())
    return found[::-1]


def _later(week: IsoWeek, number: int) -> IsoWeek:
    for _ in range(number):
        week = week.following()
    return week


def _by_weight(test: SkillTest) -> tuple[object, ...]:
    return (_ORDER.index(test.finding), -abs(test.difference), test.skill)


def _counts(asks: Sequence[FirstAsk]) -> WeekCounts:
    mentions: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for ask in asks:
        for skill in ask.skills:
            mentions[skill][ask.hand] += 1
    return WeekCounts(Counter(ask.hand for ask in asks), mentions)


def _stage(weeks: Sequence[IsoWeek], by_week: "dict[IsoWeek, list[FirstAsk]]", timezone: str) -> Stage:
    asks = [ask for week in weeks for ask in by_week.get(week, ())]
    spans = tuple(Span(span, sum(len(by_week.get(week, ())) for week in span)) for span in joined(weeks, timezone))
    return Stage(weeks[0], weeks[-1], len(asks), len({ask.hand for ask in asks if ask.hand}), spans)


def _points(skill: str, spans: Sequence[Span], by_week: "dict[IsoWeek, list[FirstAsk]]") -> tuple[Share, ...]:
    return tuple(Share(sum(skill in ask.skills for week in span.weeks for ask in by_week.get(week, ())), span.seats) for span in spans)


def _short(spans: Sequence[Span], timezone: str) -> tuple[ShortWeek, ...]:
    return tuple(
        ShortWeek(week, days, tuple(other for other in span.weeks if other != week))
        for span in spans
        for week in span.weeks
        if (days := working_days(week, timezone)) < FEWEST and len(span.weeks) > 1
    )
