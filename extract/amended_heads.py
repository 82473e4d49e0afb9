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
_COUNTING_MARK = Pattern(r"^[【<\[〔≪《〈](?:案件|求人|ポジション|募集|枠|職種|no)")
_LONGEST_TITLE = 40
_NUMBERED = Pattern(r"^(?P<count>\d{1,2})(?:[.、:)]| )[ ]*(?P<title>[^\d\s。、:→][^。、:→]{1,40})$")
_COUNTED_TOPIC = Pattern(
    r"^[\[【<(]?(?:案件|求人|ポジション|募集|枠|職種) ?[(#]?\d{1,2}\)?[\]】>)]*(?:\([^()]*\))?(?:は|に(?:つき|つい)|の(?:件|方|ほう))"
)
_NO_SEAT = phrases("seats", "no_head")
_BRACKETS = frozenset("[【<")
_LONGEST = 24
_SIGNS = frozenset("。:→⇒、?!0123456789/@¥")
_ARROWS = "→⇒"
_LEAST = 2
"""Lines that must head seats before any of them does."""


def titles_of(clauses: Sequence[Clause]) -> dict[int, str]:
    """The titles of the lines that head seats, by the unit's identity; none where fewer than two do."""
    units: list[Unit] = []
    for clause in clauses:
        if not units or units[-1] is not clause.unit:
            units.append(clause.unit)
    followed = zip(units, [*units[1:], None], strict=True)
    counted = {id(unit): title for unit, below in followed if (title := _counted(unit) or (below and _numbered(unit, below)))}
    if len(counted) >= _LEAST:
        return counted
    plain = [unit for unit, below in zip(units, [*units[1:], None], strict=True) if below is not None and _heads(unit, below)]
    alike = [unit for unit in plain if unit.bullet == plain[0].bullet]
    return {id(unit): unit.text[unit.body :].strip() for unit in alike} if len(alike) >= _LEAST else {}


def turns_to_another(clause: Clause) -> bool:
    """Whether a line without a mark turns to a seat by its count: `案件3は引き続き募集中です`."""
    return not clause.unit.bullet and bool(_COUNTED_TOPIC.match(clause.unit.text[clause.unit.body :]))


_ITS_PEOPLE = phrases("seats", "its_people")


def of_its_people(unit: Unit, heading: Unit | None) -> bool:
    """Whether a line right below a heading speaks of all people of that seat, not of all seats: `2名とも決まりました`."""
    return heading is not None and unit.paragraph == heading.paragraph and bool(_ITS_PEOPLE.search(unit.text))


def _counted(unit: Unit) -> str | None:
    """The title of a marked line that counts a seat, by its words or by its mark."""
    words = unit.text[unit.body :].strip()
    if _COUNTING_MARK.match(unit.bullet) and len(words) <= _LONGEST_TITLE and not words.endswith("。"):
        return words or unit.bullet.strip("[]【】<>〔〕≪≫《》〈〉")
    found = _COUNTED.match(words) if unit.bullet or words[:1] in _BRACKETS else None
    return None if found is None else (found["title"] or unit.text[unit.body :]).strip()


def _numbered(unit: Unit, below: Unit) -> str | None:
    """The title behind mark and number of a line above its own lines: `■1 …`."""
    found = _NUMBERED.match(unit.text[unit.body :].strip()) if unit.bullet and not below.bullet and unit.label is None else None
    return None if found is None or _NO_SEAT.search(found["title"]) else str(found["title"])


def _heads(unit: Unit, below: Unit) -> bool:
    """Whether a marked line of a few words stands above a line without a mark, of the same paragraph."""
    words = unit.text[unit.body :].strip()
    return (
        bool(unit.bullet)
        and unit.label is None
        and 1 < len(words) <= _LONGEST
        and _SIGNS.isdisjoint(words)
        and not _NO_SEAT.search(words)
        and (not below.bullet or below.bullet[0] in _ARROWS)
        and below.label is None
        and below.part == unit.part
        and below.paragraph == unit.paragraph
    )
