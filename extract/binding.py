"""Which item of a list a number of years belongs to (FIELD.md 3: the item that they touch)."""

from collections.abc import Sequence

from extract.clauses import Clause, item_bounds
from extract.patterns import Pattern
from extract.quantities.records import Quantity
from extract.vocabulary.matching import TermHit

_LINK = Pattern(r"^[\s\"'」』)]*(?:または|もしくは|あるいは|又は|若しくは|および|及び|と|や|か|/|・|~|or|and|and/or|&|,|、)[\s\"'「『(]*$")
_OF = Pattern(r"^(?:[a-z' \-+]*|(?:以上|程度)?の)$")
_EACH = Pattern(r"(?:いずれも|それぞれ|各|ともに|どちらも|両方とも|双方とも|\beach|\bboth|\ball(?: of them)?)[ ]?(?:at least )?$")


def years_at(clause: Clause, hit: TermHit, hits: Sequence[TermHit], years: Sequence[Quantity]) -> Quantity | None:
    """The years asked of one term: behind it in its item, in its bracket, or before a list that it belongs to."""
    chain = _chain(clause, hit, hits)
    first, last = item_bounds(clause, chain[0].start, chain[-1].end)
    text = clause.unit.text
    for quantity in years:
        if not (clause.start <= quantity.start and quantity.end <= clause.end):
            continue
        if quantity.start >= chain[-1].end and _EACH.search(text[max(clause.start, quantity.start - 12) : quantity.start]):
            return quantity
        if quantity.start >= chain[-1].end:
            between = [
                other for other in hits if chain[-1].end <= other.start < quantity.start and not _bracketed(text, chain[-1].end, other)
            ]
            if (quantity.start < last or _alone_behind(text, chain[-1].end, quantity)) and not between:
                return quantity
        elif quantity.end <= chain[0].start and text[quantity.start - 1 : quantity.start] != "(":
            before = [other for other in hits if quantity.end <= other.start < chain[0].start]
            if not before and quantity.start >= first and _OF.match(text[quantity.end : chain[0].start]):
                return quantity
    return None


def _alone_behind(text: str, end: int, quantity: Quantity) -> bool:
    """Whether the years are the next item of the list and nothing else is: `Ruby, 4 years`."""
    return text[end : quantity.start].strip() in (",", "、") and text[quantity.end : quantity.end + 1] in (
        "",
        ",",
        ".",
        ";",
        ")",
        "、",
        "。",
    )


def _bracketed(text: str, start: int, hit: TermHit) -> bool:
    """Whether a term stands in a bracket that only details the one before it: `COBOL(汎用機)5年`."""
    return text.count("(", start, hit.start) > text.count(")", start, hit.start)


def _chain(clause: Clause, hit: TermHit, hits: Sequence[TermHit]) -> list[TermHit]:
    """The terms joined to one by "or", "and", a slash: they share what is said behind or before them."""
    text = clause.unit.text
    places = sorted({(other.start, other.end): other for other in hits}.values(), key=lambda other: other.start)
    at = next((i for i, other in enumerate(places) if other.start == hit.start), None)
    if at is None:
        return [hit]
    first = last = at
    while first > 0 and _joins(text, places[first - 1], places[first]):
        first -= 1
    while last + 1 < len(places) and _joins(text, places[last], places[last + 1]):
        last += 1
    return places[first : last + 1]


def _joins(text: str, first: TermHit, second: TermHit) -> bool:
    """Whether a word joins two terms; a slash does so between things of one kind only, a comma never."""
    between = text[first.end : second.start]
    if between.strip() == "/":
        return first.entry.group == second.entry.group != ""
    return bool(_LINK.match(between)) and between.strip() not in (",", "、")
