"""Sentences and clauses of a unit, and which cue governs a place in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from extract.cues import STANDING, Cue, CueKind, find_cues
from extract.labels import LIST_FIELDS, Field
from extract.patterns import Pattern, any_sign
from extract.phrases import phrases
from extract.questions import asks_in_talk, leads_to_question
from extract.speech import breaths, is_speech
from extract.units import Unit
from requisitions.words import Necessity

_SENTENCE = Pattern(r"[。!?]+[)」』\"']*\s*|(?:[.!?]+[)\"']*)(?:\s+|$)")
_TURN = phrases("clauses", "turn")
_CHOICE = Pattern(r"(?:いずれ|何れ|どちら|どれ)か[。\s」』)]*$")
_REQUEST, _CHANGE_ASKED = phrases("clauses", "request"), phrases("clauses", "change_asked")
_ABBREVIATION = Pattern(
    r"(?:^|[\s(.])(?:[a-z]|sr|jr|rs|mr|mrs|ms|dr|st|no|ref|vs|approx|inc|ltd|co|corp|dept|e\.g|i\.e|etc|a\.m|p\.m|u\.s|yrs?|exp|min|max|incl|ext)$"
)


_ENDS = "。!?."
_ASKING = ("か", "かな", "よね", "っけ")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch `[start, end)` of a unit's text that speaks with one voice."""

    unit: Unit
    start: int
    end: int
    cues: tuple[Cue, ...]
    """Offsets count in the unit's text."""
    sentence: tuple[int, int]
    question: bool = False

    @property
    def text(self) -> str:
        """The folded words."""
        return self.unit.text[self.start : self.end]

    def has(self, kind: CueKind) -> bool:
        """Whether a cue of this kind stands in it."""
        return any(cue.kind is kind for cue in self.cues)


def _sentences(unit: Unit) -> Iterator[tuple[int, int]]:
    text, start = unit.text, unit.value
    if is_speech(text):
        yield from breaths(text, start)
        return
    for end in _SENTENCE.finditer(text, start) if any_sign(_ENDS, text) else ():
        if "." in end.group() and _ABBREVIATION.search(text[max(start, end.start() - 8) : end.start()]):
            continue
        if end.end() > start:
            yield start, end.end()
        start = end.end()
    if text[start:].strip():
        yield start, len(text)


_AFTER_A_RANGE = frozenset("0123456789$£€¥")
_ENDS_ITEM = Pattern(r"^[^がもだ一代反逆な]*[、/]$")
"""A turn that only ends an item of a row; in brackets it ends none of the row that they stand in."""
_PER = frozenset("週月日年人時hmwdy")
"""Behind a slash: `20h以上/月`."""


def _turns(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for turn in _TURN.finditer(text, start, end):
        cut = turn.end()
        if turn.group().endswith("- ") and text[cut : cut + 1] in _AFTER_A_RANGE:
            continue
        if turn.group().endswith("/") and text[cut : cut + 1] in _PER:
            continue
        if _ENDS_ITEM.match(turn.group()) and text.count("(", start, cut) > text.count(")", start, cut):
            continue
        if cut > start and turn.start() > start:
            yield start, cut
            start = cut
    if text[start:end].strip():
        yield start, end


_COUNT = Pattern(r"[^ ] ?\(\d{1,2}\) ?")


def _enumerated(unit: Unit, pieces: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The same pieces, a list's line cut before each item that is counted in it: `①Java ②SQL`."""
    for first, last in pieces:
        start = first
        for count in _COUNT.finditer(unit.text, first, last) if unit.field in LIST_FIELDS else ():
            yield start, count.start() + 1
            start = count.end()
        if unit.text[start:last].strip():
            yield start, last


def clauses_of(unit: Unit) -> tuple[Clause, ...]:
    """The clauses of a unit's value, in order; heading units have none."""
    found: list[Clause] = []
    if unit.heading:
        return ()
    sentences = list(_sentences(unit))
    for (first, last), behind in zip_longest(sentences, sentences[1:]):
        words = unit.text[first:last]
        asks = "?" in words[-3:] or words.rstrip("。」』 \t\n").endswith(_ASKING) or (bool(unit.speaker) and asks_in_talk(words))
        asks = asks and not (_REQUEST.search(words) or _CHANGE_ASKED.search(words)) and not _CHOICE.search(words)
        asks = asks or (behind is not None and leads_to_question(words, unit.text[slice(*behind)]))
        for start, end in _enumerated(unit, _turns(unit.text, first, last)):
            cues = tuple(_aimed(unit.text, start, cue) for cue in find_cues(unit.text[start:end]))
            found.append(Clause(unit, start, end, cues, (first, last), asks))
    return tuple(found)


def asks_for_change(clause: Clause) -> bool:
    """Whether a sentence asks to change something: of the client's it is a demand, of ours only a question."""
    return bool(_CHANGE_ASKED.search(clause.unit.text[slice(*clause.sentence)]))


_HEADS = Pattern(r"^[)\]】]?[ ]?:")
_OPENS = Pattern(r"(?:^|[、,;|/\n])[ ]*[(\[【]$")
_CLOSES = Pattern(r"^[)\]】][ ]?[^ 、,;|/)。.]")


def _aimed(text: str, start: int, cue: Cue) -> Cue:
    """A cue of the clause at `start`, with its place in the unit; one that heads what follows (`尚可：`, `(必須)Java`) looks forward."""
    first, last = cue.start + start, cue.end + start
    behind = text[last : last + 4]
    heads = cue.kind in STANDING and (_HEADS.match(behind) or (_OPENS.search(text[start:first]) and _CLOSES.match(behind)))
    return Cue(cue.kind, first, last, "forward" if heads else cue.reach)


_NEW_TOPIC = Pattern(
    r"(?:ば|なら|たら|ため|ので|から|とのことで|ことになり(?:まし)?て?|(?:関係|都合|事情)で)、?[^、。]{0,9}[^、。で][はも]"
)
_SAME_TOPIC = Pattern(r"(?:ば|なら|たら|ため|ので|から)、?(?:その|ご|実務|業務|お)?(?:経験|知識|資格|免許|スキル)(?:の有無|年数)?[はも]")
"""A topic without a name of its own speaks of what was named before: `組織培養は当方で教えますので、経験は問いません`."""
_OF_ANOTHER = Pattern(r"^[^()、。]{0,10} ?\([^)]*?(?:(?:[a-z]{2,}|[ァ-ヶー]{3,})[^)]*|[^()、。 ]{2,}[はもが]、?)$")
"""A bracket that names another thing before its own cue: `Java(Oracle不要)`, `正社員(契約社員は不可)`."""
_AND_THEN = Pattern(r", (?:and|but) ")
_ANOTHER = Pattern(r", (?:another|any other|a second|a third|a further) ")
"""`fluent English, another language helps`."""
_ITEM_BREAK = "、,/;|\t"


def item_bounds(clause: Clause, start: int, end: int) -> tuple[int, int]:
    """The list item around a place: from the comma or slash before it to the one behind it, brackets kept whole."""
    text = clause.unit.text
    first = start - _run(text, range(start - 1, clause.start - 1, -1), opening=_CLOSING, closing=_OPENING)
    last = end + _run(text, range(end, clause.end), opening=_OPENING, closing=_CLOSING)
    return first, last


_OPENING, _CLOSING = "([「『", ")]」』"


def _run(text: str, places: range, *, opening: str, closing: str) -> int:
    """How many characters on the way still belong to the item."""
    depth = 0
    for steps, at in enumerate(places):
        char = text[at]
        if char in opening:
            depth += 1
        elif char in closing:
            if depth == 0:
                return steps
            depth -= 1
        elif depth == 0 and char in _ITEM_BREAK and not _inside_number(text, at):
            return steps
    return len(places)


def _inside_number(text: str, at: int) -> bool:
    return text[at] in ",/" and 0 < at < len(text) - 1 and text[at - 1].isdigit() and text[at + 1].isdigit()


def governing(clause: Clause, start: int, end: int) -> Cue | None:
    """The cue that says how binding the demand at `[start, end)` is, or null (FIELD.md 4, scope rules 1 and 6).

    The first cue behind it that reaches back wins, else the last one before it that reaches forward. Under a heading that
    speaks for itself, a word behind another item of the list governs that item alone.
    """
    first, last = item_bounds(clause, start, end)
    return (
        _behind(clause, start, end, last) or _ahead(clause, start) or _around(clause, start, end, first, last) or _likewise(clause, start)
    )


def _behind(clause: Clause, start: int, end: int, last: int) -> Cue | None:
    """The first cue behind a place that reaches back to it; behind "no longer X" any cue does."""
    listed = clause.unit.need is not None or clause.unit.field in LIST_FIELDS
    text, left = clause.unit.text, False
    for place, cue in enumerate(clause.cues):
        if cue.start < end:
            continue
        left = left or cue.kind is CueKind.SOURCE
        if cue.kind not in STANDING or (cue.reach == "forward" and not left) or _of_another_item(clause, start, end, cue):
            continue
        if listed and cue.start >= last and not _joined(clause, last, cue.start):
            return None
        if _speaks_of_another(clause, start, end, cue) or (listed and text[cue.start : cue.end].startswith("お願い")):
            return None
        softer = next((later for later in clause.cues[place + 1 :] if later.kind in STANDING), None)
        return softer if softer is not None and _softens(text, cue, softer) else cue
    return None


def _ahead(clause: Clause, start: int) -> Cue | None:
    """The last cue before a place that reaches forward to it."""
    reaching = (cue for cue in reversed(clause.cues) if cue.kind in STANDING and cue.reach in ("forward", "both") and cue.end <= start)
    return next(reaching, None)


def _around(clause: Clause, start: int, end: int, first: int, last: int) -> Cue | None:
    """A cue that holds the place itself (`no X needed`)."""
    holding = (cue for cue in clause.cues if cue.kind in STANDING and first <= cue.start and cue.end <= last and cue.start < end)
    return next((cue for cue in holding if cue.end > start), None)


_LIKEWISE = Pattern(r"[,;]? (?:as|so|and so) (?:is|are|would be|will be|does|do|would|will) ")


def _likewise(clause: Clause, start: int) -> Cue | None:
    """The cue of what stands before, where the words between say that it goes for this, too: "SQL is a plus, as is dbt"."""
    told = None
    for cue in clause.cues:
        if cue.kind in STANDING and cue.end <= start:
            told = cue
    return told if told is not None and _LIKEWISE.search(clause.unit.text, told.end, start) else None


def _speaks_of_another(clause: Clause, start: int, end: int, cue: Cue) -> bool:
    """Whether the words between a place and a cue turn to another thing."""
    between = clause.unit.text[end : cue.start]
    if (_NEW_TOPIC.search(between) and not _SAME_TOPIC.search(between)) or _OF_ANOTHER.search(between) or _ANOTHER.search(between):
        return True
    demanded = any(other.reach == "forward" and other.kind in STANDING and other.end <= start for other in clause.cues)
    return demanded and bool(_AND_THEN.search(between))


_OF_ALL = Pattern(r"^(?:いずれも|すべて|全て|ともに|共に|both|all)")


def _of_another_item(clause: Clause, start: int, end: int, cue: Cue) -> bool:
    """Whether a cue stands in a bracket behind another item: `Kafka (must), Flink (nice to have)`."""
    text = clause.unit.text
    opened = max(text.rfind(mark, end, cue.start) for mark in _OPENING)
    if opened < 0 or any(text.rfind(mark, opened, cue.start) > 0 for mark in _CLOSING) or _OF_ALL.match(text[opened + 1 : cue.start]):
        return False
    return item_bounds(clause, opened - 1, opened)[0] > start


_NO_MUST = frozenset({CueKind.WAIVED, CueKind.DROPPED})
_BUT = Pattern(r"^[、,。 ]*(?:(?:but|just|only|merely|now|ただ|ですが|が|なお)[、, ]*){0,3}(?:an? )?$")


def _softens(text: str, cue: Cue, softer: Cue) -> bool:
    """Whether "not a must" goes on to say "just a plus"."""
    return cue.kind in _NO_MUST and softer.kind is CueKind.PREFERRED and bool(_BUT.match(text[cue.end : softer.start]))


def _joined(clause: Clause, last: int, cue: int) -> bool:
    """Whether only one bracket stands between an item and a cue behind it."""
    return cue - last <= 2 and not clause.unit.text[last:cue].strip("( 、・")


_NECESSITY = {
    CueKind.MUST: Necessity.MUST,
    CueKind.PREFERRED: Necessity.PREFERRED,
    CueKind.WAIVED: Necessity.NOT_REQUIRED,
    CueKind.DROPPED: Necessity.NOT_REQUIRED,
    CueKind.REFUSED: Necessity.EXCLUDED,
}


def necessity_of(cue: Cue) -> Necessity:
    """How binding a standing cue makes what it governs."""
    return _NECESSITY[cue.kind]


def necessity_at(clause: Clause, start: int, end: int) -> tuple[Necessity, bool]:
    """How binding a demand at `[start, end)` is, and whether any word says so."""
    cue = governing(clause, start, end)
    if cue is not None:
        return necessity_of(cue), True
    if clause.unit.need is not None:
        return clause.unit.need, True
    return Necessity.MUST, clause.unit.field in LIST_FIELDS or clause.unit.field is Field.NOTES
