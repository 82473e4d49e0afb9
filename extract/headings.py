"""The name in the heading of a seat: 案件③ 社内ヘルプデスク(案件番号:KH-1103), 1. Tester (Job ID 50231)."""

from collections.abc import Sequence

from extract.labels import Field
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.references import find_references
from extract.units import Unit

_COUNTED = Pattern(r"^(?:案件|ポジション|求人|募集|職種)? ?(?:\(\d{1,2}\)|\d{1,2}[.:)]?[ ]|[:.])\s*")


def counts_seats(unit: Unit) -> bool:
    """Whether a heading begins with the count of its seat."""
    return bool(_COUNTED.match(unit.text[unit.body :]))


_COUNTER = phrases("headings", "counter")
_NAMING = (Field.TITLE, Field.ROLE)


def is_counter(unit: Unit) -> bool:
    """Whether a line only counts a seat: `案件1`, `Position 2:`."""
    return bool(_COUNTER.search(unit.text.strip()))


def names_seat(unit: Unit) -> bool:
    """Whether a line tells a seat's title or job under a label."""
    return unit.label is not None and unit.label.field in _NAMING and not unit.heading


def name_in(heading: Unit) -> tuple[int, int]:
    """Where a heading names its seat: behind the count or number, before the bracket that holds the client's own number."""
    text, start = heading.text, heading.value if names_seat(heading) else heading.body
    if counted := _COUNTED.match(text[start:]):
        start += counted.end()
    end = len(text.rstrip())
    for reference in find_references(text):
        if reference.start <= start + 1:
            rest = text[reference.end :]
            start = reference.end + len(rest) - len(rest.lstrip(" -:)]】"))
        elif (bracket := text.rfind("(", start + 1, reference.start)) > 0:
            end = bracket
            break
    return (start, end) if start < end else (heading.body, len(text.rstrip()))


_WORD = Pattern(r"[a-z]{4,}|[一-龠ァ-ヶー]{2,}")
_NAMED_WITHIN = 24
"""Characters of a line's beginning in which it may name the seat that it is about."""


def begun_with(text: str, names: Sequence[str]) -> int | None:
    """The one name that a line begins with (`Testers need ISTQB.`), told by words that no other of the names has."""
    words = [{word.rstrip("s") for word in _WORD.findall(name)} for name in names]
    begun = {word.rstrip("s") for word in _WORD.findall(text[:_NAMED_WITHIN])}
    named = [i for i in range(len(names)) if (words[i] & begun) - set().union(*words[:i], *words[i + 1 :])]
    return named[0] if len(named) == 1 else None
