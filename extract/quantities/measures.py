"""The common grammar of a measured value: numbers with a unit, joined to ranges, with the bound that stands around them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from extract.quantities.bounds import Framed, frame
from extract.quantities.changed import is_change
from extract.quantities.numerals import number
from extract.quantities.records import Quantity
from extract.quantities.scanning import Hit, Pattern, before

_JOINTS = frozenset({"~", "-", "から", "to", "through", "thru", "?", "~~", "--"})
_EITHER = frozenset({"or", "または", "又は", "か", "もしくは", "、", ",", "・"})
_CLOSING_JOINTS = frozenset({"", "、", ",", "/", "~", "-", "かつ", "で", "and"})
_LONGEST_JOINT = 10
_BROKEN = 0.7
"""Confidence in a range whose wave dash became a question mark."""

OTHER_UNIT = Pattern(
    r"^ ?-?(?:日|月|年|名|人|回|歳|才|時|分|週|[ヶかカケヵ]月|代|社|件|%|:[0-9]|/[0-9]|±"
    r"|(?:h|days?|weeks?|months?|years?|yrs?|hours?|hrs?|rounds?|interviews?|positions?|openings?|people|seats?|x)\b)"
)
"""A unit behind a bare number that makes it a value of some other kind than the one asked for."""

Ends = Callable[[Hit, Hit | None], tuple[float | None, float | None]]
"""The values of a number, or of both numbers of a range, where one may lend the other its unit."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A number, or the two numbers of a range."""

    low: Hit
    high: Hit | None = None
    broken: bool = False
    """The joint is a question mark: a wave dash that bad encoding lost."""
    replaced: bool = False
    """It is the old value of a change from one to another."""
    changed: bool = False
    """It is either value of such a change."""


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


def value_of(hit: Hit) -> float | None:
    """The value of a hit's `number` part."""
    return number(hit["number"])


def plain_ends(low: Hit, high: Hit | None) -> tuple[float | None, float | None]:
    """Both values as they stand."""
    return value_of(low), value_of(high) if high else None


def pairs(string: str, hits: Iterable[Hit], ends: Ends = plain_ends, *, either: bool = False) -> Iterator[Pair]:
    """Numbers joined to ranges; three or more in a chain are a date, a phone number or a version, and no value.

    Args:
        string: The folded line.
        hits: The numbers from the left.
        ends: Their values.
        either: Whether a choice of two neighbours is a range too: 1、2回, "one or two rounds".
    """
    chain: list[Hit] = []
    for hit in hits:
        if chain and not _joined(string, chain[-1], hit, either=either):
            yield from _of_chain(string, chain, ends)
            chain = []
        chain.append(hit)
    if chain:
        yield from _of_chain(string, chain, ends)


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


def _joined(string: str, low: Hit, high: Hit, *, either: bool) -> bool:
    """Whether the words between two numbers make them the ends of one range."""
    if high.start - low.end > _LONGEST_JOINT:
        return False
    glue = string[low.end : high.start].strip()
    if glue in _JOINTS:
        return glue != "?" or low.end + 1 == high.start
    if either and glue in _EITHER and not low["unit"]:
        first, second = value_of(low), value_of(high)
        return first is not None and second == first + 1
    return glue == "and" and before(string, low.start, 8).endswith("between ")


def _of_chain(string: str, chain: list[Hit], ends: Ends) -> Iterator[Pair]:
    """The number or range of one chain, where it is no part of something longer."""
    if not stands_alone(string, chain[0].start, chain[-1].end):
        if len(chain) == 2 and _follows_a_date(string, *chain):
            yield Pair(chain[1])
        return
    if len(chain) > 2:
        yield from _ranges_of_a_change(string, chain, ends)
        return
    if len(chain) == 1:
        yield Pair(chain[0])
        return
    low, high = chain
    first, second = ends(low, high)
    if is_change(string, (low.start, low.end), (high.start, high.end)):
        yield Pair(low, replaced=True, changed=True)
        yield Pair(high, changed=True)
    elif first is not None and second is not None and first < second:
        yield Pair(low, high, broken=string[low.end : high.start] == "?")
    else:
        yield Pair(low)
        yield Pair(high)


def _follows_a_date(string: str, low: Hit, high: Hit) -> bool:
    """Whether only the second number is a value: the 6ヶ月 of 10/1~6ヶ月."""
    waved = string[low.end : high.start].strip() == "~"
    return waved and bool(high["unit"]) and not low["unit"] and string[low.start - 1 : low.start] == "/"


def _ranges_of_a_change(string: str, chain: list[Hit], ends: Ends) -> Iterator[Pair]:
    """140-180hから150-190hに変更: the old range and the new one; any other long chain is no value."""
    if len(chain) != 4:
        return
    first, second, third, fourth = chain
    if is_change(string, (first.start, second.end), (third.start, fourth.end)):
        for low, high, replaced in ((first, second, True), (third, fourth, False)):
            values = ends(low, high)
            if values[0] is not None and values[1] is not None and values[0] < values[1]:
                yield Pair(low, high, replaced=replaced, changed=True)


def stands_alone(string: str, start: int, end: int) -> bool:
    """Whether the number is no part of a name, a version, an address or a longer number."""
    left, right, last = string[max(0, start - 2) : start], string[end : end + 2], string[end - 1 : end]
    # a Japanese unit ends any doubt on the left: Java3年 is no version
    latin = last.isascii() and string[start].isascii()
    if _is_digit(left[-1:]) or (latin and (_is_letter(left[-1:]) or left[-1:] in (".", "_", "#", "/", "\\"))):
        return False
    if left[-1:] in (".", "/") and _is_digit(left[:1]) and len(left) == 2:
        return False
    if (left[-1:] == ":" and _is_digit(left[:1])) or (right[:1] == ":" and _is_digit(right[1:])):
        return False
    if left[-1:] == "-" and len(left) == 2 and (_is_letter(left[0]) or _is_digit(left[0])):
        return False
    if _is_digit(last) and (_is_letter(right[:1]) or _is_digit(right[:1]) or right[:1] in ("_", "%")):
        return False
    return not (right[:1] in (".", "-") and _is_digit(right[1:]))


def _is_digit(character: str) -> bool:
    return character.isascii() and character.isdigit()


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()
