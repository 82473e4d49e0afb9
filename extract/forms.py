"""Where the seats of a mail begin that no number or title tells: headings alone, and a form that is filled in again."""

from collections.abc import Sequence

from extract.headings import names_seat
from extract.labels import Field
from extract.phrases import phrases
from extract.units import Unit

MARKS = frozenset("■●◆▼★◎□◇")
"""Bullets that mark a heading."""
SHORT_TITLE = 24
"""Characters of the longest heading that is a mere name."""
_LEAST = 2
_COUNT = phrases("counted", "count")


def repeated_forms(units: Sequence[Unit]) -> list[int]:
    """Where a form that begins with the same label of a job is filled in again: `Role: Barista … Role: Kitchen porter …`."""
    named = [i for i, unit in enumerate(units) if names_seat(unit) and unit.label is not None and unit.label.field is Field.ROLE]
    labels = [_form_label(units[i]) for i in named]
    return [i for i, label in zip(named, labels, strict=True) if labels.count(label) > 1 and label == labels[0]]


def _form_label(unit: Unit) -> str:
    """The label of a job without the count of its seat."""
    words = unit.text[unit.label.start : unit.label.end].strip() if unit.label else ""
    return _COUNT.sub("", words)


def plain_headings(units: Sequence[Unit]) -> frozenset[int]:
    """Marked lines of a few words that no label knows, where two of them head the same fields: then each names a seat."""
    places = [i for i, unit in enumerate(units) if _is_plain(unit) and _opens_paragraph(units, i)]
    if len(places) < _LEAST:
        return frozenset()
    marks = [i for i, unit in enumerate(units) if unit.bullet == units[places[0]].bullet]
    told: dict[int, frozenset[Field]] = {}
    for place in places:
        end = next((i for i in marks if i > place), len(units))
        told[place] = frozenset(unit.label.field for unit in units[place + 1 : end] if unit.label and unit.label.field in _OF_ONE_SEAT)
    alike = [place for place in places if any(len(told[place] & told[other]) >= _LEAST for other in places if other != place)]
    return frozenset(id(units[place]) for place in alike)


def _opens_paragraph(units: Sequence[Unit], at: int) -> bool:
    """Whether a line begins a paragraph that goes on below it."""
    here = units[at].paragraph
    return (at == 0 or units[at - 1].paragraph != here) and at + 1 < len(units) and units[at + 1].paragraph == here


def _is_plain(unit: Unit) -> bool:
    words = unit.text[unit.body :].strip()
    return unit.bullet[:1] in MARKS and unit.label is None and 1 < len(words) <= SHORT_TITLE and words[-1:] not in "。.:、"


_OF_ONE_SEAT = frozenset(
    {Field.MUST, Field.PREFERRED, Field.SKILL, Field.RATE, Field.LOCATION, Field.PERIOD, Field.START, Field.INTERVIEW, Field.HEADCOUNT}
)
"""Fields that a seat tells once."""


def _trimmed(block: Sequence[Unit]) -> Sequence[Unit]:
    """The last block without the closing words that follow it."""
    for i, unit in enumerate(block[1:], 1):
        closing = (
            unit.label is None and not unit.bullet and unit.indent == 0 and (unit.rule_before or unit.paragraph != block[i - 1].paragraph)
        )
        if closing and any(other.label for other in block[1:i]):
            return block[:i]
    return block


def tells_common_fields(blocks: Sequence[Sequence[Unit]]) -> bool:
    """Whether what stands below the last paragraph of the last seat tells fields that no seat tells."""
    return own_lines(blocks) < len(_trimmed(blocks[-1]))


def own_lines(blocks: Sequence[Sequence[Unit]]) -> int:
    """How many lines of the last block are its own: where every seat fills one paragraph, fields in a later one are of all."""
    last = _trimmed(blocks[-1])
    first = next((i for i, unit in enumerate(last) if unit.paragraph != last[0].paragraph), len(last))
    alone = all(unit.paragraph == block[0].paragraph for block in blocks[:-1] for unit in block)
    told = {unit.label.field for block in [*blocks[:-1], last[:first]] for unit in block if unit.label}
    later = {unit.label.field for unit in last[first:] if unit.label} - {Field.OTHER}
    return first if alone and first > 1 and later and later.isdisjoint(told) else len(last)
