"""The geometry of a seat's timeline: marks at their days, labels in lanes that never touch (report/DESIGN.md section 7)."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from reports.seatrecords import Mark, MarkKind

WIDTH = 340.0
_LEFT, _RIGHT = 10.0, 330.0
_FIRST, _LAST = 22.0, 318.0
APART = 13.0
"""Marks on one side of the line are at least so far apart."""
_MOST_MARKS = 20
_LANES = 3
_LANE_HEIGHT = 15.0
_WIDE, _NARROW = 11.0, 6.4
_LABEL_GAP = 7.0
_HOLLOW = 6.0
OURS = frozenset({MarkKind.PROPOSAL, MarkKind.INTERVIEW, MarkKind.PLANNED})
"""Shown above the line; below it is theirs."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark on the line, with its label where there was room for one."""

    mark: Mark
    x: float
    label: str
    label_x: float
    label_y: float | None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A timeline, ready to be drawn; all lengths are pixels."""

    height: float
    axis: float
    band: tuple[float, float]
    """Left end and width of the week."""
    now: float
    """Where the data end; beyond it the line is dotted."""
    solid: tuple[tuple[float, float], ...]
    """The parts of the line between hollow marks."""
    ours: tuple[Placed, ...]
    theirs: tuple[Placed, ...]
    left_out: int
    """Marks that there was no room for."""


def text_width(text: str) -> float:
    """How wide a label of 11 px is at most: East Asian wide characters are square."""
    return sum(_WIDE if unicodedata.east_asian_width(character) in "WFA" else _NARROW for character in text)


def draw(marks: Sequence[Mark], *, start: datetime, end: datetime, label: Callable[[Mark], str]) -> Drawing:
    """Lay out the marks of a seat.

    Args:
        marks: In order of time.
        start: Of the week, shown as a band.
        end: Of the week: nothing after it is known.
        label: What stands at a mark.
    """
    ours, theirs = ([mark for mark in marks if (mark.kind in OURS) is above] for above in (True, False))
    kept = [_thinned(side) for side in (ours, theirs)]
    moments = [mark.at for mark in marks] or [start]
    first, last = min(*moments, end), max(*moments, end)
    place = _scale(first, last)
    placed_ours, placed_theirs = ([(mark, x) for mark, x in zip(side, _spread([place(m.at) for m in side]), strict=True)] for side in kept)
    lanes_ours, lanes_theirs = _lanes(placed_ours, label), _lanes(placed_theirs, label)
    above = max((lane for _, _, lane in lanes_ours if lane is not None), default=0)
    below = max((lane for _, _, lane in lanes_theirs if lane is not None), default=0)
    axis = 37.0 + _LANE_HEIGHT * above
    now = min(_RIGHT, place(end))
    return Drawing(
        height=axis + 31.0 + _LANE_HEIGHT * below,
        axis=axis,
        band=(max(_LEFT, place(start)), now - max(_LEFT, place(start))),
        now=now,
        solid=_solid([x for mark, x in placed_theirs if mark.kind is MarkKind.SECOND_HAND], now),
        ours=_labelled(placed_ours, lanes_ours, lambda lane: axis - 24.0 - _LANE_HEIGHT * lane),
        theirs=_labelled(placed_theirs, lanes_theirs, lambda lane: axis + 21.0 + _LANE_HEIGHT * lane),
        left_out=len(marks) - sum(map(len, kept)),
    )


def _thinned(marks: list[Mark]) -> list[Mark]:
    """As many marks as fit: those that moved nothing go first, then the oldest but the very first."""
    spare = len(marks) - _MOST_MARKS
    if spare <= 0:
        return marks
    unmoved = [mark for mark in marks if mark.kind is MarkKind.UNMOVED][:spare]
    kept = [mark for mark in marks if mark not in unmoved]
    return [kept[0], *kept[1:][-(_MOST_MARKS - 1) :]] if len(kept) > _MOST_MARKS else kept


def _scale(first: datetime, last: datetime) -> Callable[[datetime], float]:
    whole = (last - first).total_seconds() or 1.0
    return lambda at: _FIRST + (_LAST - _FIRST) * (at - first).total_seconds() / whole


def _spread(places: list[float]) -> list[float]:
    """Places moved apart, first rightwards, then back from the right end."""
    spread = list(places)
    for i in range(1, len(spread)):
        spread[i] = max(spread[i], spread[i - 1] + APART)
    limit = _RIGHT - 4.0
    for i in reversed(range(len(spread))):
        spread[i] = min(spread[i], limit)
        limit = spread[i] - APART
    return [round(x, 1) for x in spread]


def _lanes(placed: list[tuple[Mark, float]], label: Callable[[Mark], str]) -> list[tuple[str, float, int | None]]:
    """Label, its centre and its lane; no lane where none is free."""
    ends = [0.0] * _LANES
    found: list[tuple[str, float, int | None]] = []
    for mark, x in placed:
        text = label(mark)
        half = text_width(text) / 2
        centre = round(min(max(x, half + 1.0), WIDTH - half - 1.0), 1)
        lane = next((lane for lane, taken in enumerate(ends) if centre - half >= taken), None)
        if lane is not None:
            ends[lane] = centre + half + _LABEL_GAP
        found.append((text, centre, lane))
    return found


def _labelled(
    placed: list[tuple[Mark, float]], lanes: list[tuple[str, float, int | None]], height: Callable[[int], float]
) -> tuple[Placed, ...]:
    return tuple(
        Placed(mark, x, text, centre, None if lane is None else height(lane))
        for (mark, x), (text, centre, lane) in zip(placed, lanes, strict=True)
    )


def _solid(hollow: list[float], now: float) -> tuple[tuple[float, float], ...]:
    """The line up to now, open where a hollow mark stands."""
    parts: list[tuple[float, float]] = []
    left = _LEFT
    for gap in (*sorted(hollow), now + _HOLLOW):
        right = min(now, gap - _HOLLOW)
        if left < right:
            parts.append((left, right))
        left = gap + _HOLLOW
    return tuple((round(a, 1), round(b, 1)) for a, b in parts)
