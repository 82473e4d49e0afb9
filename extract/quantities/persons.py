"""How many people a seat asks for: 2〜3名, 複数名, 残り1名, "two developers", 1名増."""

from extract.quantities import person_words as words
from extract.quantities.changed import mark_replaced
from extract.quantities.measures import OTHER_UNIT, Measure, measures
from extract.quantities.numerals import number
from extract.quantities.records import Quantity
from extract.quantities.scanning import Hit, after, before, has_numeral
from extract.quantities.steps import stepped

_MOST = 500


def find_persons(string: str, *, bare: bool = False) -> list[Quantity]:
    """Numbers of people sought; 複数名 as text, 1名増 as a signed step; the size of a team is none.

    Args:
        string: A folded line or clause.
        bare: Under a headcount label: `3`, `x2`, `3 (two in Leeds)`.
    """
    if not (bare or words.SIGNS.stand_in(string)):
        return []
    found = [
        Quantity(hit.start, hit.end, unit="person", text=string[hit.start : hit.end])
        for hit in words.SEVERAL.hits(string)
        if not words.CREW_AFTER.stands_in(after(string, hit.end))
    ]
    if has_numeral(string):
        found += [item for measure in measures(string, words.PERSONS, bare=True, either=True) if (item := _read(string, measure))]
    return [item for item in mark_replaced(string, sorted(found, key=lambda item: item.start)) if bare or item.explicit]


def _read(string: str, measure: Measure) -> Quantity | None:
    """The headcount that a measure states, if it states one."""
    low, last, framed = measure.low, measure.last, measure.frame
    named = bool(measure.unit) and _is_trade(last)
    whole = framed.biggest.is_integer() and 0 < framed.biggest <= _MOST
    if not whole or not (named or (not measure.unit and not OTHER_UNIT.stands_in(after(string, last.end)))):
        return None
    lead, trail = before(string, low.start), after(string, last.end)
    if measure.unit.strip() == "left" and words.LEFT_AFTER.stands_in(trail):
        return None
    told = named or words.LABEL_BEFORE.stands_in(lead)
    item = stepped(measure.quantity("person", explicit=told), lead, measure.unit, trail)
    return item if item.relative or measure.changed or not _is_crew(lead, trail) else None


def _is_trade(hit: Hit) -> bool:
    """Whether the words between number and noun name a trade ("two java developers") and run on into no other phrase."""
    return not words.PARTING.stands_in(hit["trade"]) and all(number(word) is None for word in hit["trade"].split())


def _is_crew(lead: str, trail: str) -> bool:
    """Whether the people are a team that is there already, and nobody that is sought."""
    return words.CREW_AFTER.stands_in(trail) or (words.CREW_BEFORE.stands_in(lead) and not words.WANTED_BEFORE.stands_in(lead))
