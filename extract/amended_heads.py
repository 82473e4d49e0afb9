"""Lines of a Japanese clarification that head what it says of one of several seats: `◆案件2(…)`, `・品出し` above its own lines."""

from collections.abc import Sequence

from extract.clauses import Clause
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.units import Unit

_COUNTED = Pattern(
    r"^[\[【<(]?(?:案件|求人|ポジション|募集|枠|職種) ?[(#]?(?P<count>\d{1,2})\)?[\]】>)◆ :]*"
    r"(?:[(「『【<\[ ]*(?P<title>[^()「」『』【】<>\[\]。]{2,40}?)[)」』】>\]◆ ]*)?$"
)
_COUNTED_TOPIC = Pattern(
    r"^[\[【<(]?(?:案件|求人|ポジション|募集|枠|職種) ?[(#]?\d{1,2}\)?[\]】>)]*(?:\([^()]*\))?(?:は|に(?:つき|つい)|の(?:件|方|ほう))"
)
_NO_SEAT = phrases("seats", "no_head")
_LONGEST = 24
_SIGNS = frozenset("。:→⇒、?!0123456789/@¥")
_LEAST = 2
"""Lines that must head seats before any of them does."""


def titles_of(clauses: Sequence[Clause]) -> dict[int, str]:
    """The titles of the lines that head seats, by the unit's identity; none where fewer than two do."""
    units: list[Unit] = []
    for clause in clauses:
        if not units or units[-1] is not clause.unit:
            units.append(clause.unit)
    counted = {id(unit): title for unit in units if (title := _counted(unit))}
    if len(counted) >= _LEAST:
        return counted
    plain = [unit for unit, below in zip(units, [*units[1:], None], strict=True) if below is not None and _heads(unit, below)]
    alike = [unit for unit in plain if unit.bullet == plain[0].bullet]
    return {id(unit): unit.text[unit.body :].strip() for unit in alike} if len(alike) >= _LEAST else {}


def turns_to_another(clause: Clause) -> bool:
    """Whether a line without a mark turns to a seat by its count: `案件3は引き続き募集中です`."""
    return not clause.unit.bullet and bool(_COUNTED_TOPIC.match(clause.unit.text[clause.unit.body :]))


def _counted(unit: Unit) -> str | None:
    """The title of a marked line that counts a seat."""
    found = _COUNTED.match(unit.text[unit.body :].strip()) if unit.bullet else None
    return None if found is None else (found["title"] or unit.text[unit.body :]).strip()


def _heads(unit: Unit, below: Unit) -> bool:
    """Whether a marked line of a few words stands above a line without a mark, of the same paragraph."""
    words = unit.text[unit.body :].strip()
    return (
        bool(unit.bullet)
        and unit.label is None
        and 1 < len(words) <= _LONGEST
        and _SIGNS.isdisjoint(words)
        and not _NO_SEAT.search(words)
        and not below.bullet
        and below.label is None
        and below.part == unit.part
        and below.paragraph == unit.paragraph
    )
