"""The common grammar of a measured value: numbers with a unit, joined to ranges, with the bound that stands around them."""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.quantities.bounds import Framed, frame
from extract.quantities.pairing import Ends, pairs, plain_ends
from extract.quantities.records import Quantity
from extract.quantities.scanning import Hit, Pattern

_CLOSING_JOINTS = frozenset({"", "、", ",", "/", "~", "-", "かつ", "で", "and"})
_BROKEN = 0.7
"""Confidence in a range whose wave dash became a question mark."""

OTHER_UNIT = Pattern(
    r"^ ?-?(?:日|月|年|名|人|回|歳|才|時|分|週|[ヶかカケヵ]月|代|社|件|%|:[0-9]|/[0-9]|±"
    r"|(?:h|days?|weeks?|months?|years?|yrs?|hours?|hrs?|rounds?|interviews?|positions?|openings?|people|seats?|x)\b)"
)
"""A unit behind a bare number that makes it a value of some other kind than the one asked for."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number or range with its unit and bound."""

    low: Hit
    high: Hit | None
    frame: Framed
    unit: str
    """The unit's words; empty for a bare number."""
    confidence: float = 1.0
    replaced: bool = False
    """It is the old value of a change (`AからBへ`)."""
    changed: bool = False
    """It is either value of such a change."""

    @property
    def last(self) -> Hit:
        """The number that the unit follows."""
        return self.high or self.low

    def quantity(self, unit: str, *, key: str | None = None, explicit: bool | None = None) -> Quantity:
        """The value in a unit of the contract; explicit where the words name one, unless the caller knows better."""
        return Quantity(
            self.frame.start,
            self.frame.end,
            self.frame.min,
            self.frame.max,
            unit,
            key=key,
            explicit=bool(self.unit) if explicit is None else explicit,
            replaced=self.replaced,
            confidence=self.confidence,
        )


def measures(string: str, pattern: Pattern, *, bare: bool = False, ends: Ends = plain_ends, either: bool = False) -> Iterator[Measure]:
    """Measured values from the left; a floor and a ceiling side by side (3年以上5年以下) are one.

    Args:
        string: The folded line.
        pattern: One number, in parts `number`, `unit` and `plus`.
        bare: Whether digits without a unit count.
        ends: The values of a number or of a range.
        either: As in `pairs`.
    """
    held: Measure | None = None
    for measure in _measures(string, pattern, bare=bare, ends=ends, either=either):
        closed = _closed(string, held, measure) if held else None
        if closed:
            held = closed
            continue
        if held:
            yield held
        held = measure
    if held:
        yield held


def _measures(string: str, pattern: Pattern, *, bare: bool, ends: Ends, either: bool) -> Iterator[Measure]:
    """Each number or range by itself."""
    for pair in pairs(string, pattern.hits(string), ends, either=either):
        low, high = pair.low, pair.high
        last = high or low
        unit = low["unit"] or last["unit"]
        first, second = ends(low, high)
        if first is None or not (unit or (bare and low["number"][:1].isdigit())):
            continue
        adds = _adds(string, last)
        plus = last.part("plus", "more") is not None and not adds
        framed = frame(string, low.start, last.end - adds, first, second, plus=plus, behind=not pair.replaced)
        if pair.replaced and framed.max is None:
            # "from 2 to 3" tells the old value, and no floor
            framed = Framed(low.start, last.end, first, first)
        yield Measure(low, high, framed, unit, _BROKEN if pair.broken else 1.0, replaced=pair.replaced, changed=pair.changed)


def _adds(string: str, hit: Hit) -> bool:
    """Whether the plus behind a number adds something else to it (72万+交通費), and does not open it upwards."""
    following = string[hit.end : hit.end + 1]
    return string[hit.end - 1] == "+" and following.isalpha() and following != "α"


def _closed(string: str, first: Measure, second: Measure) -> Measure | None:
    """The range that a floor and a ceiling make together, whichever stands first."""
    if first.unit != second.unit or first.high or second.high:
        return None
    floor, ceiling = (first.frame, second.frame) if first.frame.max is None else (second.frame, first.frame)
    if floor.max is not None or ceiling.min is not None or floor.biggest >= ceiling.biggest:
        return None
    if string[first.frame.end : second.frame.start].strip() not in _CLOSING_JOINTS:
        return None
    framed = Framed(first.frame.start, second.frame.end, floor.min, ceiling.max, below=ceiling.below)
    return Measure(first.low, second.low, framed, second.unit)
