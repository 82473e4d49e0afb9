"""A skill's chart and a client's bar: where each mark stands, in units of their pictures. One y axis for all charts of a report."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reports.statistics import Interval, Share, wilson
from reports.trendrecords import Market, SkillTrend, Span, Stage

LEFT, RIGHT, TOP, FLOOR = 28.0, 220.0, 8.0, 104.0
HEIGHT = 142
_GAP = 6.0
_TOPS = (0.10, 0.20, 0.40, 0.60, 0.80, 1.0)
_LABEL_ROOM, _LABEL_WIDTH, _LABEL_HEIGHT = 5.0, 24.0, 9.0
BAR_LEFT, BAR_RIGHT = 6.0, 174.0


@dataclass(frozen=True, slots=True)
class Part:
    """One window of a chart."""

    left: float
    right: float
    level: float
    """Where the window's share stands."""
    high: float
    low: float
    """Where its interval ends, above and below."""
    dots: tuple[tuple[float, float], ...]
    share: Share

    @property
    def middle(self) -> float:
        """Halfway."""
        return (self.left + self.right) / 2

    @property
    def label(self) -> float:
        """Where its label stands: above the band and the dots that are near, or below them where there is no room."""
        near = [y for x, y in self.dots if abs(x - self.middle) < _LABEL_WIDTH]
        above = min((self.high, *near)) - _LABEL_ROOM
        return above if above > TOP + _LABEL_HEIGHT else max((self.low, *near)) + _LABEL_ROOM + _LABEL_HEIGHT


@dataclass(frozen=True, slots=True)
class Chart:
    """A skill's chart."""

    ticks: tuple[tuple[float, int], ...]
    """Heights, and the percentages that stand there."""
    before: Part
    now: Part


def top_of(trends: Iterable[SkillTrend]) -> float:
    """The end of the y axis that all these share: everything drawn stays below it."""
    highest = max((one for trend in trends for one in _heights(trend)), default=0.0)
    return next(top for top in _TOPS if top >= min(highest, 1.0))


def _heights(trend: SkillTrend) -> Iterable[float]:
    yield wilson(trend.test.now).high
    yield wilson(trend.test.before).high
    yield from (point.value for point in trend.points)


def chart(trend: SkillTrend, market: Market, top: float) -> Chart:
    """Where the marks of a skill stand."""
    weeks = sum(len(span.weeks) for span in (*market.before.spans, *market.now.spans))
    width = (RIGHT - LEFT - _GAP) / weeks
    border = LEFT + width * sum(len(span.weeks) for span in market.before.spans)
    first = len(market.before.spans)
    return Chart(
        ticks=tuple((_height(share, top), round(share * 100)) for share in (0.0, top / 2, top)),
        before=_part(trend.test.before, market.before, trend.points[:first], (LEFT, width), top),
        now=_part(trend.test.now, market.now, trend.points[first:], (border + _GAP, width), top),
    )


def _part(share: Share, stage: Stage, points: Sequence[Share], place: tuple[float, float], top: float) -> Part:
    left, width = place
    right = left + width * sum(len(span.weeks) for span in stage.spans)
    interval = wilson(share)
    dots = _dots(stage.spans, points, place, top)
    low, high, level = (round(_height(value, top), 1) for value in (interval.low, interval.high, share.value))
    return Part(round(left, 1), round(right, 1), level, high, low, dots, share)


def _dots(spans: Sequence[Span], points: Sequence[Share], place: tuple[float, float], top: float) -> tuple[tuple[float, float], ...]:
    """A dot in the middle of its weeks; weeks without a seat have none."""
    (x, width), dots = place, []
    for span, point in zip(spans, points, strict=True):
        if point.of:
            dots.append((round(x + width * len(span.weeks) / 2, 1), round(_height(point.value, top), 1)))
        x += width * len(span.weeks)
    return tuple(dots)


def _height(share: float, top: float) -> float:
    return FLOOR - (FLOOR - TOP) * share / top


def bar(rate: float, interval: Interval) -> tuple[float, float, float]:
    """Where a client's interval begins, its dot stands, and its interval ends, on a scale from 0 to 100 %."""
    low, dot, high = (round(BAR_LEFT + (BAR_RIGHT - BAR_LEFT) * value, 1) for value in (interval.low, rate, interval.high))
    return low, dot, high
