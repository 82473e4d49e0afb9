"""What the market section says of a skill, before it is said in a language; each sentence from the numbers beside it."""

from collections.abc import Iterator, Sequence

from reports.market_tests import Finding
from reports.records import Point
from reports.seatrecords import Certainty
from reports.sentences import Count, Item, Points, Sentence, listed, say
from reports.statistics import Interval, Share
from reports.trendrecords import Market, ShortWeek, SkillTrend, Stage

MOST_POINTS = 5
_MOST_NAMED = 3
_LOOKS_MOVED = 0.20
"""Naive p below which people would take a table's row for a trend."""
_FROM_ONE = 1 / 3
"""Above this part of the mentions one client alone can make the trend."""


def share_of(share: Share) -> Sentence:
    """How many of how many seats."""
    return say("market.of", n=Count(share.number, "of_seats"), all=Count(share.of, "seats"))


def between(interval: Interval) -> Sentence:
    """The interval of a difference."""
    return say("market.interval", low=Points(interval.low), high=Points(interval.high))


def weeks_of(stage: Stage) -> Sentence:
    """Which weeks a window is."""
    return say("market.weeks", first=stage.first.week, last=stage.last.week)


def name_of(trend: SkillTrend) -> Item:
    """The skill by its name."""
    return Item("skill", trend.test.skill, trend.label, by_label=True)


def title(trend: SkillTrend, market: Market) -> Sentence:
    """A chart as one sentence with its numbers."""
    test = trend.test
    return say(
        "market.title",
        skill=name_of(trend),
        weeks_before=weeks_of(market.before),
        before=share_of(test.before),
        weeks_now=weeks_of(market.now),
        now=share_of(test.now),
        difference=Points(test.difference),
        interval=between(test.interval),
    )


def remarks(trend: SkillTrend, market: Market) -> tuple[Sentence, ...]:
    """What stands below a chart: the difference, and why it is, or is not, to be believed."""
    test = trend.test
    return (say("market.difference", difference=Points(test.difference), interval=between(test.interval)), *_why(trend, market))


def _why(trend: SkillTrend, market: Market) -> Iterator[Sentence]:
    test, finding = trend.test, trend.test.finding
    if finding is Finding.CONFIRMED:
        yield say("market.clients", clients=Count(test.clients, "clients"))
    if test.held:
        yield say("market.held")
    if finding is Finding.WATCHED:
        yield from _doubts(trend, market)
    if finding is Finding.UNTOLD:
        yield say("market.blind", points=Points(test.detectable, signed=False))
    mix, within = test.parts.mix, test.parts.within
    if finding in {Finding.CONFIRMED, Finding.WATCHED} and abs(mix) > abs(within) and mix * test.difference > 0:
        yield say("market.mix", within=Points(within))


def _doubts(trend: SkillTrend, market: Market) -> Iterator[Sentence]:
    """Why a skill that looks moved is not confirmed."""
    test, rules = trend.test, market.rules
    asked = test.now if test.difference >= 0 else test.before
    if test.clients < rules.clients:
        yield say("market.few_clients", clients=Count(test.clients, "clients"))
    elif asked.number and test.top_mentions > asked.number * _FROM_ONE:
        yield say("market.top", all=Count(asked.number, "seats"), n=Count(test.top_mentions, "of_seats"))
    elif test.naive_q >= rules.naive_q:
        yield say("market.sudden_up" if test.rising >= test.falling else "market.sudden_down")
    else:
        yield say("market.unsure")


def short_week(short: ShortWeek) -> Sentence:
    """Which week stands with another in one point, and why."""
    return say("market.short", week=short.week.week, days=Count(short.days, "days"), other=listed([other.week for other in short.others]))


def with_market(points: Sequence[Point], market: Market) -> tuple[Point, ...]:
    """The sentences of the week with the skills that are confirmed for the first time: they take the last place, if it must be."""
    fresh = [trend for trend in market.skills if trend.fresh]
    if not fresh:
        return tuple(points)
    told = [_rose_or_fell(trend) for trend in fresh[:_MOST_NAMED]]
    if len(fresh) > len(told):
        told.append(say("market.point_more", skills=Count(len(fresh) - len(told), "skills")))
    point = Point(tuple(told), ((Certainty.CONFIRMED, 1),), "market", say("link.market"))
    return (*points[: MOST_POINTS - 1], point)


def _rose_or_fell(trend: SkillTrend) -> Sentence:
    key = "market.point_up" if trend.test.difference > 0 else "market.point_down"
    clients = Count(trend.test.clients, "clients")
    return say(key, skill=name_of(trend), now=share_of(trend.test.now), before=share_of(trend.test.before), clients=clients)


def not_found(market: Market) -> Iterator[Sentence]:
    """What was looked at in the market and is no finding, so that nobody reads more into the numbers than there is."""
    if market.starts is not None:
        return
    quiet = [*market.found(Finding.UNTOLD), *market.found(Finding.STEADY)]
    moved = len(market.skills) - len(quiet)
    looked = Count(len(market.skills), "skills")
    yield say("market.looked", skills=looked, moved=moved) if moved else say("market.looked_none", skills=looked)
    tempting = sorted(
        (trend for trend in quiet if trend.test.naive_p < _LOOKS_MOVED), key=lambda trend: (trend.test.naive_p, trend.test.skill)
    )
    for trend in tempting[:_MOST_NAMED]:
        test = trend.test
        yield say(
            "market.tempting",
            skill=name_of(trend),
            before=share_of(test.before),
            now=share_of(test.now),
            difference=Points(test.difference),
            interval=between(test.interval),
        )
    yield say("market.visible", points=Points(market.visible, signed=False))
    if market.rare:
        yield say("market.rare", skills=Count(market.rare, "skills"), fewest=Count(market.rules.mentions, "seats"))
