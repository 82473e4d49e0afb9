"""The author's own words as units: logical lines with bullet, label and the field that they stand under."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from extract.chats import said_in
from extract.counted import with_columns, with_counted_jobs, with_pairs
from extract.folding import Folded, join
from extract.grids import unrolled
from extract.labels import LIST_FIELDS, Field, Label, in_a_form, label_at
from extract.notes import with_listed_seats, with_notes
from extract.ownlines import OwnLine, own_lines
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.questions import asks, asks_in_talk, field_asked
from extract.revisions import without_the_old
from extract.tables import is_row
from extract.wording import heading_need
from requisitions.messages import Message
from requisitions.words import Necessity

MAX_UNITS = 4000
"""Lines of a mail that are read."""

_FRAME = " \t┃│|┏┗┣┠┝"
_RULE = Pattern(r"^[\s\-=_*~#.+・┏┗┛┓┃│|═▼▲◆■☆★→<>/]{3,}$")
_BULLET = Pattern(
    r"^(?P<mark>[・●○◯◎◆◇■□▼▽▲△▷◁▸▹★☆※*+•▪‣►▶➢➤✓✔⇒→◉-]+ ?|〇 ?|o[ \t]+|>> ?"
    r"|[(\[]?(?P<number>\d{1,2})(?:[.)\]]|\s?[:、])(?:[ \t]|\D)"
    r"|\((?P<paren>\d{1,2}|[a-z])\)|[a-z]\)|案件\(?(?P<seat>\d{1,2})\)?"
    r"|[【<\[〔≪《〈](?:案件|求人|ポジション|募集|枠|職種)?(?:no\.?|番号)? ?[(#]?(?P<boxed>\d{1,2})\)?[】>\]〕≫》〉])"
)
_SENTENCE_END = "。.!?:;)】』」"


@dataclass(frozen=True, slots=True)
class Unit:
    """One logical line."""

    folded: Folded
    body: int
    """Where the words begin behind the bullet."""
    indent: int
    bullet: str
    number: int | None
    """Of a numbered item or heading."""
    label: Label | None
    paragraph: int
    """Stretches between blank lines or rules, counted."""
    part: int
    """Index of the forwarded span that it stands in, or -1."""
    rule_before: bool = False
    """A drawn line stands right above."""
    question: str = ""
    """The quoted line that this one answers, folded."""
    speaker: str = ""
    """Who says it in a talk."""
    field: Field | None = None
    """The field it stands under: its own label's, or the heading's above."""
    need: Necessity | None = None
    """What the heading or label above says of its items."""
    heading: bool = False
    """A label without a value: it says something of the lines below only."""
    cell: bool = False
    """A cell of a table of seats."""

    @property
    def text(self) -> str:
        """The folded words, bullet and label included."""
        return self.folded.text

    @property
    def value(self) -> int:
        """Where the value begins behind the label, else where the words begin."""
        return self.label.value if self.label else self.body


def _is_rule(text: str) -> bool:
    return not text[:1].isalnum() and bool(_RULE.match(text))


def _width(text: str) -> int:
    return len(text) if text.isascii() else len(text) + sum(map("\u2e7f".__lt__, text))


def _may_be_bullet(text: str, at: int) -> bool:
    """The cheap question before the pattern: words begin most lines."""
    first = text[at : at + 1]
    return not first.isalpha() or first == "案" or text[at + 1 : at + 2] == ")" or text.startswith(("o ", "o\t"), at)


def _parse(line: OwnLine, paragraph: int, speaker: str, *, rule_before: bool) -> Unit:
    text = line.folded.text
    indent = len(text) - len(text.lstrip(_FRAME))
    found = _BULLET.match(text[indent:]) if _may_be_bullet(text, indent) and not text.startswith("〇〇", indent) else None
    bullet, number, body = "", None, indent
    if found:
        mark = found["mark"]
        digits = (
            found["number"] or found["seat"] or found["boxed"] or (found["paren"] if found["paren"] and found["paren"].isdigit() else None)
        )
        length = len(mark) - 1 if found["number"] else len(mark)
        bullet, number, body = mark[:length].strip(), int(digits) if digits else None, indent + length
    while body < len(text) and text[body] in " \t":
        body += 1
    label = label_at(text, body) if body < len(text) else None
    heading = label is not None and not text[label.value :].strip()
    return Unit(
        line.folded, body, indent, bullet, number, label, paragraph, line.part, rule_before, line.question, speaker, heading=heading
    )


_SAID = phrases("units", "said")
_HARD_WRAP = 62
"""Columns from which a line is as good as full, however it ends."""


def _continues(unit: Unit, line: Unit, last: int, *, japanese: bool) -> bool:
    """Whether a physical line only carries on the sentence of the one before it, which is `last` columns wide."""
    before = unit.text.rstrip()
    if line.bullet or line.label or unit.heading or unit.part != line.part or unit.paragraph != line.paragraph:
        return False
    if is_row(unit.text):
        return not is_row(line.text) and "\t" in unit.text
    if before[-1:] in _SENTENCE_END and not before.endswith((")", "」")):
        return False
    limit = 44 if japanese else 52
    if unit.bullet and line.indent <= unit.indent:
        return last >= _HARD_WRAP and line.indent == 0
    return last - unit.indent >= limit and (last >= _HARD_WRAP or not _SAID.search(before))


def _logical(message: Message, folded: Folded, *, japanese: bool) -> Iterator[Unit]:
    paragraph, rule, width = 0, False, 0
    pending: Unit | None = None
    for line, speaker, begins in said_in(own_lines(message, folded), folded.text):
        if begins and pending:
            yield pending
            pending = None
        if line is None or _is_rule(line.folded.text.strip()):
            rule = rule or line is not None
            if pending:
                yield pending
            paragraph += pending is not None
            pending = None
            continue
        unit = _parse(line, paragraph, speaker, rule_before=rule)
        rule, before, width = False, width, _width(unit.text.rstrip())
        if pending and _continues(pending, unit, before, japanese=japanese):
            stripped = pending.folded.cut(0, len(pending.text.rstrip()))
            indent = len(unit.text) - len(unit.text.lstrip())
            glue = "、" if is_row(pending.text) else "" if japanese else " "
            pending = replace(pending, folded=join([stripped, unit.folded.cut(indent, len(unit.text))], glue))
            continue
        if pending:
            yield pending
        pending = unit
    if pending:
        yield pending


def _need_of(label: Label, text: str) -> Necessity | None:
    if label.field is Field.MUST:
        return Necessity.MUST
    if label.field is Field.PREFERRED:
        return Necessity.PREFERRED
    return heading_need(text[label.start : label.end]) if label.field is Field.OTHER else None


_LISTS = {Necessity.MUST: Field.MUST, Necessity.PREFERRED: Field.PREFERRED, Necessity.NOT_REQUIRED: Field.MUST}
"""A list of what is dropped is a list of demands all the same."""
_ITEM_FIELDS = LIST_FIELDS | {Field.OTHER, Field.NOTES, Field.CONDITIONS, Field.WORK, Field.ENVIRONMENT}


@dataclass(slots=True)
class _Above:
    """The label that governs the lines below it."""

    unit: Unit | None = None
    field: Field | None = None
    need: Necessity | None = None
    paragraph: int = 0
    filled: bool = False
    marks: frozenset[str] = frozenset()
    """The bullets of the headings so far: a line that only names a field under one of them is the next heading."""

    def covers(self, unit: Unit) -> bool:
        """Whether a line without a label of its own still stands under it (FIELD.md 4, scope rules 2 and 3)."""
        top = self.unit
        if top is None or unit.rule_before or unit.part != top.part or _closes(unit, top):
            return False
        if unit.number is not None and unit.indent < top.indent:
            return False
        deeper = unit.indent > top.indent or bool(unit.bullet and not top.bullet)
        if top.heading:
            return deeper or bool(unit.bullet and unit.bullet != top.bullet) or not self.filled or unit.paragraph == self.paragraph
        if deeper:
            return unit.paragraph == top.paragraph or bool(unit.bullet)
        if _is_prose(unit) and not _is_prose(top):
            return False
        return self.field in _ITEM_FIELDS and not unit.bullet and not top.bullet and unit.paragraph == top.paragraph

    def holds(self, unit: Unit, own: Necessity | None) -> bool:
        """Whether a labelled line is an item of the heading above, not the next heading."""
        top = self.unit
        if top is None or not top.heading or own or unit.rule_before or unit.part != top.part or unit.label is None:
            return False
        if unit.heading and unit.bullet and (unit.bullet in self.marks or unit.indent < top.indent):
            return False
        inside = bool(unit.bullet and not top.bullet) or unit.indent > top.indent
        return inside and (unit.label.field in _INNER or (unit.label.field is Field.OTHER and self.need is not None))


def _is_prose(unit: Unit) -> bool:
    """Whether a line ends as sentences do: it is no item of a list that began without."""
    return unit.text.rstrip().endswith("。")


def _closes(unit: Unit, top: Unit) -> bool:
    """Whether a line is the mail's closing words, or after a blank line a sentence that fills no empty label."""
    if unit.bullet:
        return False
    if _CLOSING.search(unit.text[unit.body :]) or _COUNTER.search(unit.text.strip()):
        return True
    prose = unit.text.rstrip().endswith(("。", ".", "!")) and unit.paragraph != top.paragraph
    return top.heading and prose and top.label is not None and top.label.field not in _ITEM_FIELDS


_CLOSING, _COUNTER = phrases("units", "closing"), phrases("headings", "counter")
_INNER = frozenset({Field.SKILL, Field.EXPERIENCE, Field.QUALIFICATION, Field.LANGUAGE, Field.TRAIT, Field.ENVIRONMENT})


def _under_headings(units: Iterator[Unit]) -> Iterator[Unit]:
    """Give each unit the field and necessity of the label above it."""
    above = _Above()
    for unit in units:
        if unit.label is None:
            if not above.covers(unit):
                above = _Above(marks=above.marks)
            else:
                above.filled, above.paragraph = True, unit.paragraph
            yield unit if above.field is None is above.need else replace(unit, field=above.field, need=above.need)
            continue
        own = _need_of(unit.label, unit.text)
        if above.holds(unit, own):
            above.filled, above.paragraph = True, unit.paragraph
            field = above.field if unit.label.field is Field.OTHER else unit.label.field
            yield replace(unit, field=field, need=above.need)
            continue
        field = _LISTS.get(own, unit.label.field) if own else unit.label.field
        marks = above.marks | {unit.bullet} if unit.heading and unit.bullet else above.marks
        above = _Above(unit, field, own, unit.paragraph, marks=marks)
        yield replace(unit, field=field, need=own)


def _answered(units: Iterator[Unit]) -> Iterator[Unit]:
    """Lines below a question answer it: a quoted one, or one of a list in the same text, until its paragraph ends.

    The line right below stands under the field that the question asks for, unless it has a label.
    """
    asked: Unit | None = None
    last = ""
    for unit in units:
        if asks(unit.text) or (unit.speaker and asks_in_talk(unit.text)):
            asked = unit
        elif asked is not None:
            if unit.speaker not in ("", asked.speaker) if asked.speaker else unit.paragraph == asked.paragraph:
                unit = replace(unit, question=unit.question or asked.text)  # noqa: PLW2901 (the same line, knowing its question)
            asked = None if asked.speaker else asked
        if unit.question and unit.question != last and unit.label is None and unit.field is None:
            unit = replace(unit, field=field_asked(unit.question))  # noqa: PLW2901 (the same line, knowing its field)
        last = unit.question
        yield unit


def _tells_a_seat(units: Sequence[Unit]) -> bool:
    """Whether labels of a job and of what it pays or how many do it stand in a mail: then its days are working days."""
    told = {unit.label.field for unit in units if unit.label is not None}
    return Field.ROLE in told and not told.isdisjoint({Field.RATE, Field.HEADCOUNT})


def read_units(message: Message, folded: Folded, *, japanese: bool) -> tuple[Unit, ...]:
    """The own words of a mail as units, in order; quoted lines, signatures and headers are left out."""
    units = with_counted_jobs(without_the_old([*unrolled([*islice(_logical(message, folded, japanese=japanese), MAX_UNITS)])]))
    units = units if japanese else with_notes(with_listed_seats(with_columns(with_pairs(units))))
    return tuple(
        _answered(
            _under_headings(replace(unit, label=in_a_form(unit.text, unit.label)) if unit.label else unit for unit in units)
            if _tells_a_seat(units)
            else _under_headings(iter(units))
        )
    )
