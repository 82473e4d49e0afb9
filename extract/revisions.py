"""Tables of changes, a row a demand: what it was, what it is now, and why (GUIDELINES.md 7). Only the new value speaks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extract.folding import Folded, join
from extract.labels import LIST_FIELDS, Field, Label, field_of
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.tables import cells_of, is_divided

if TYPE_CHECKING:
    from extract.units import Unit

_OLD, _NEW, _WHY = phrases("revisions", "old"), phrases("revisions", "new"), phrases("revisions", "why")
_NEEDED, _WISHED, _GONE = phrases("revisions", "needed"), phrases("revisions", "wished"), phrases("revisions", "gone")
_NOTHING = phrases("revisions", "nothing")
WHY = "why"
"""The bullet of a row's reason."""
REVISED = "->"
"""The bullet of what a row says."""
_NO_LONGER = " no longer required"
_PART = Pattern(r"\s*(?:[,;、]|\s/\s|\band\b)\s*")
_BARS = ("\t", "|", "│", "┃")


@dataclass(frozen=True, slots=True)
class _Head:
    """Where the columns of a table of changes stand, by their number or, in a table set with blanks, by where they begin."""

    thing: int
    old: int
    new: int
    why: int | None
    starts: tuple[int, ...]
    bar: str


def _bar_of(text: str) -> str:
    return next((bar for bar in _BARS if bar in text), "")


def _split(text: str, head: _Head | None = None) -> list[tuple[int, int]]:
    """The cells of a row with its empty ones, which a stroke or the columns of the head row tell."""
    bar = _bar_of(text) if head is None else head.bar
    if not bar:
        cells = cells_of(text)
        return cells if head is None else _below(cells, head.starts)
    edges = [i for i, char in enumerate(text) if char == bar]
    places = [*zip([0, *(edge + 1 for edge in edges)], [*edges, len(text)], strict=True)]
    if bar != "\t" and len(places) > 1:
        places = places[not text[slice(*places[0])].strip() :]
    return [_trimmed(text, *place) for place in places]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    return (first, first + len(words.strip())) if words.strip() else (start, start)


def _below(cells: Sequence[tuple[int, int]], starts: Sequence[int]) -> list[tuple[int, int]]:
    """The cells under the columns that they begin nearest to; as many cells as columns stand in their order."""
    if len(cells) == len(starts):
        return list(cells)
    placed = [(0, 0)] * len(starts)
    for cell in cells:
        placed[min(range(len(starts)), key=lambda column: abs(starts[column] - cell[0]))] = cell
    return placed


def _head_of(text: str) -> _Head | None:
    """The columns of a line that heads a table of changes: one of old values, one of new ones, one of what they are of."""
    cells = _split(text) if is_divided(text) else []
    if not 2 <= len(cells) <= _MOST:
        return None
    words = [text[start:end].strip(" :*") for start, end in cells]
    old = next((i for i, word in enumerate(words) if _OLD.search(word)), None)
    new = next((i for i, word in enumerate(words) if _NEW.search(word) and i != old), None)
    if old is None or new is None:
        return None
    why = next((i for i, word in enumerate(words) if _WHY.search(word) and i not in (old, new)), None)
    thing = next((i for i in range(len(words)) if i not in (old, new, why)), None)
    starts = tuple(start for start, _ in cells)
    if thing is None:
        # The column of names has no head of its own.
        return None if old != 0 else _Head(0, old + 1, new + 1, None if why is None else why + 1, (0, *starts), _bar_of(text))
    return _Head(thing, old, new, why, starts, _bar_of(text))


_MOST = 6
"""Columns of the widest table of changes."""


def revised(units: Sequence["Unit"], at: int) -> tuple[list["Unit"], int] | None:
    """The rows of the table of changes that the line at `at` heads, as lines of what holds now, and how many lines it takes."""
    if (head := _head_of(units[at].text)) is None:
        return _told_in_turn(units, at)
    lines: list[Unit] = []
    taken = 1
    for unit in units[at + 1 :]:
        cells = _split(unit.text, head)
        if len(cells) <= max(head.thing, head.old, head.new) or not any(end > start for start, end in (cells[head.old], cells[head.new])):
            break
        taken += 1
        why = cells[head.why] if head.why is not None and head.why < len(cells) else (0, 0)
        lines += _rows(unit, cells[head.thing], cells[head.old], cells[head.new], why)
    return (lines, taken) if lines else None


_FIELD_LABEL, _OLD_LABEL, _NEW_LABEL = (phrases("revisions", f"{name}_label") for name in ("field", "old", "new"))


def _told_in_turn(units: Sequence["Unit"], at: int) -> tuple[list["Unit"], int] | None:
    """A change on three lines: `Field: End date`, `Old value: …`, `New value: …`."""
    if (pair := _old_and_new(units, at)) is not None:
        return pair
    if at + 2 >= len(units) or not all(unit.label for unit in units[at : at + 3]):
        return None
    three = units[at : at + 3]
    signs = (_FIELD_LABEL, _OLD_LABEL, _NEW_LABEL)
    if not all(sign.search(_label_words(unit)) for sign, unit in zip(signs, three, strict=True)):
        return None
    thing, old, new = (unit.folded.cut(unit.value, len(unit.text)) for unit in three)
    return [*_lines(three[2], thing, old, new)], 3


_OLD_NAME, _NEW_NAME = phrases("revisions", "old_name"), phrases("revisions", "new_name")


def _old_and_new(units: Sequence["Unit"], at: int) -> tuple[list["Unit"], int] | None:
    """A change on two lines: `Old rate: …`, `New rate: …`."""
    label = units[at + 1].label if at + 1 < len(units) and units[at].label is not None else None
    old = _OLD_NAME.match(_label_words(units[at])) if label is not None else None
    new = _NEW_NAME.match(_label_words(units[at + 1])) if old is not None else None
    if label is None or old is None or new is None or old["thing"] != new["thing"]:
        return None
    unit = units[at + 1]
    start = label.start + new.start("thing")
    thing = unit.folded.cut(start, start + len(new["thing"]))
    told = units[at].folded.cut(units[at].value, len(units[at].text))
    return [*_lines(unit, thing, told, unit.folded.cut(unit.value, len(unit.text)))], 2


def _label_words(unit: "Unit") -> str:
    return unit.text[unit.label.start : unit.label.end].strip() if unit.label else ""


def _rows(unit: "Unit", thing: tuple[int, int], old: tuple[int, int], new: tuple[int, int], why: tuple[int, int]) -> Iterator["Unit"]:
    cut = unit.folded.cut
    yield from _lines(unit, cut(*thing), cut(*old), cut(*new))
    if why[1] > why[0]:
        lead = Folded("why: ", [], [])
        words = cut(*why)
        yield _line(unit, join([Folded(lead.text, [words.starts[0]] * 5, [words.starts[0]] * 5), words], ""), Field.OTHER, 5, bullet=WHY)


def _lines(unit: "Unit", thing: Folded, old: Folded, new: Folded) -> Iterator["Unit"]:
    """What a row says: a need of its thing, a value of its field, or what is dropped from a list and added to it."""
    told, named = new.text.strip().strip(".*"), field_of(thing.text)
    if _NEEDED.match(told) or _WISHED.match(told):
        yield _line(unit, thing, Field.MUST if _NEEDED.match(told) else Field.PREFERRED)
        return
    if _GONE.match(told) or not told:
        gone = old if named is not None and (named in LIST_FIELDS or not _NEEDED.match(old.text.strip())) and old.text.strip() else thing
        gone = thing if _NEEDED.match(old.text.strip()) or _WISHED.match(old.text.strip()) or named not in LIST_FIELDS else gone
        yield _line(unit, _ended(gone, _NO_LONGER), named if named in LIST_FIELDS else Field.MUST)
        return
    if named in LIST_FIELDS and old.text.strip() and not _NOTHING.match(old.text.strip()):
        yield from (_line(unit, _ended(part, _NO_LONGER), named) for part in _only_in(old, new))
        for part in _only_in(new, old):
            yield _line(unit, part, named)
        return
    yield _line(unit, join([thing, new], ": "), named or Field.OTHER, len(thing.text) + 2)


def _only_in(one: Folded, other: Folded) -> list[Folded]:
    """The items of a cell that another has not; all of it where the two share none."""
    items, others = _items(one), {item.text for item in _items(other)}
    return [item for item in items if item.text not in others]


def _items(cell: Folded) -> list[Folded]:
    found, start = [], 0
    for mark in _PART.finditer(cell.text):
        if mark.start() > start:
            found.append(cell.cut(start, mark.start()))
        start = mark.end()
    return [*found, cell.cut(start, len(cell.text))] if cell.text[start:].strip() else found


def _ended(words: Folded, end: str) -> Folded:
    last = words.ends[-1] if words.ends else 0
    return Folded(words.text + end, [*words.starts, *[last] * len(end)], [*words.ends, *[last] * len(end)])


def _line(unit: "Unit", folded: Folded, field: Field | None, value: int = 0, *, bullet: str = REVISED) -> "Unit":
    label = Label(field or Field.OTHER, 0, max(0, value - 2), value)
    return replace(unit, folded=folded, body=0, indent=0, bullet=bullet, number=None, label=label, heading=False)


_OLD_HEADING, _NEW_HEADING = phrases("units", "old"), phrases("units", "new")


def without_the_old(units: Sequence["Unit"]) -> list["Unit"]:
    """The lines without those between a heading 変更前 and the heading 変更後 that follows it."""
    kept: list[Unit] = []
    held: list[Unit] | None = None
    for unit in units:
        words = unit.text[unit.body :].strip()
        if held is not None and _NEW_HEADING.search(words):
            held = None
        elif held is None and _OLD_HEADING.search(words):
            held = []
        (kept if held is None else held).append(unit)
    return kept + (held or [])
