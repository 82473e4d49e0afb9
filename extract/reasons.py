"""Why a demand moved, as the same mail gives it (GUIDELINES.md 7: how far a cause reaches)."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extract.clauses import Clause
from extract.cues import CueKind
from extract.labels import DESCRIBING_FIELDS, LIST_FIELDS, Field
from extract.patterns import Pattern
from extract.phrases import any_of, phrases
from extract.references import find_references
from extract.revisions import WHY
from extract.units import Unit
from requisitions.words import Reason

_TURN_AWAY = phrases("reasons", "turn_away")
_NEITHER = phrases("reasons", "neither")


@cache
def _patterns(*, plain: bool) -> tuple[tuple[Reason, Pattern], ...]:
    """The words of each cause; for plain ASCII only those that may stand in it: RE2 is slow where a pattern outgrows its memory."""
    table: dict[str, list[str]] = tomllib.loads(files("extract").joinpath("data/reasons.toml").read_text(encoding="utf-8"))
    told = {name: [word for word in words if word.isascii() or not plain] for name, words in table.items()}
    return tuple((Reason(name), Pattern("|".join(words))) for name, words in told.items())


@cache
def _any(*, plain: bool) -> tuple[Pattern, ...]:
    """Whether any cause stands in a text or in any line of it, in several patterns, each small enough for RE2's memory."""
    patterns = [pattern for _, pattern in _patterns(plain=plain)]
    together = (any_of(*patterns[i : i + _TOGETHER]) for i in range(0, len(patterns), _TOGETHER))
    return tuple(Pattern(f"(?m){pattern.pattern}") for pattern in together)


def _stand_in(text: str) -> bool:
    return any(pattern.search(text) for pattern in _any(plain=text.isascii()))


_TOGETHER = 3


def causes_in(text: str) -> list[tuple[int, int, Reason]]:
    """The causes that a folded stretch names, in order."""
    plain = text.isascii()
    if not _stand_in(text):
        return []
    found = [(hit.start(), hit.end(), reason) for reason, pattern in _patterns(plain=plain) for hit in pattern.finditer(text)]
    aside = [(hit.start(), hit.end()) for hit in _NEITHER.finditer(text)]
    return sorted(cause for cause in found if not any(start < cause[1] and cause[0] < end for start, end in aside))


def _nearest(causes: Sequence[tuple[int, int, Reason]], at: int) -> Reason:
    return min(causes, key=lambda cause: min(abs(cause[0] - at), abs(cause[1] - at)))[2]


def _main(causes: Sequence[tuple[int, int, Reason]]) -> Reason:
    """The cause that a sentence names most, of equals the last: what stands nearest to what follows."""
    named = [reason for _, _, reason in causes]
    return max(reversed(named), key=named.count)


_NAMED_FIRST = Pattern(r"^[a-z][a-z0-9 /&+.#-]{1,38} - [a-z£$€0-9]")
"""A line that begins with the name of its seat is one of a list."""
_ARROWS = ("→", "⇒", "->")
_ARROW = Pattern(r"(?:→|⇒|->)[^。]*$")
"""A line that only tells a change (`人数 3名 → 5名`) is an item of a list."""


@dataclass(slots=True)
class _Sentence:
    """A sentence with its clauses and the causes that it names."""

    unit: Unit
    text: str
    clauses: list[Clause]
    causes: list[tuple[int, int, Reason]]
    lead: str = ""
    """The label that it stands behind."""
    item: bool = False
    """It stands in a list."""


def _sentences(clauses: Sequence[Clause]) -> list[_Sentence]:
    found: list[_Sentence] = []
    for clause in clauses:
        if found and found[-1].unit is clause.unit and found[-1].clauses[-1].sentence == clause.sentence:
            found[-1].clauses.append(clause)
            continue
        text = clause.unit.text[clause.sentence[0] : clause.sentence[1]]
        lead = clause.unit.text[clause.unit.body : clause.unit.value] if clause.start == clause.unit.value else ""
        item = _is_item(clause.unit, text)
        found.append(_Sentence(clause.unit, text, [clause], [], lead, item))
    if not _stand_in("\n".join(sentence.lead + sentence.text for sentence in found)):
        return found
    for sentence in found:
        if _may_tell(sentence):
            offset = len(sentence.lead) if _is_sentence(sentence.lead) else 0
            words = sentence.lead[:offset] + sentence.text
            causes = [(start - offset, end - offset, reason) for start, end, reason in causes_in(words)]
            sentence.causes = [cause for cause in causes if not _of_another_seat(sentence, cause[0])]
    return found


def _is_item(unit: Unit, text: str) -> bool:
    """Whether a sentence stands in a list, under a heading, or only tells a change."""
    if unit.bullet or unit.label or (unit.field is not None and not unit.question) or _NAMED_FIRST.match(unit.text):
        return True
    return any(map(text.__contains__, _ARROWS)) and bool(_ARROW.search(text))


def _of_another_seat(sentence: _Sentence, at: int) -> bool:
    """Whether a place in a sentence stands behind the words that turn to another seat, or in a clause that only speaks of one."""
    first = sentence.clauses[0].sentence[0]
    cues = [cue for clause in sentence.clauses for cue in clause.cues if cue.kind is CueKind.ELSEWHERE]
    return any(cue.start - first < at or cue.start - first < _BEGINNING for cue in cues)


_BEGINNING = 24
"""Characters into a sentence up to which another seat is what it is about."""


def _is_sentence(lead: str) -> bool:
    """Whether a label is rather the beginning of an English sentence ("HR insists on it: …")."""
    return lead.isascii() and len(lead.split()) >= _SENTENCE_WORDS


def _may_tell(sentence: _Sentence) -> bool:
    """Whether a line may give a cause: the work described gives none, a list of demands only with a word of cause."""
    field = sentence.unit.field
    if field in DESCRIBING_FIELDS:
        return False
    return (field not in LIST_FIELDS and field is not Field.ROLE) or bool(_BECAUSE.search(sentence.text))


_SENTENCE_WORDS = 3
_BECAUSE = phrases("reasons", "because")
_ANNOUNCES = phrases("reasons", "announces")


def reasons_of(clauses: Sequence[Clause], stating: frozenset[int]) -> Mapping[int, Reason]:
    """The cause that reaches each clause, by the clause's identity; clauses that none reaches are left out.

    A cause reaches its own sentence, the sentences behind it in its paragraph, a list whose lead-in it stands in, a paragraph
    that opens with a "therefore", and the sentence before it where it has no demand of its own.

    Args:
        clauses: All clauses of a mail, in order.
        stating: Identities of the clauses that state a demand or a status.
    """
    reached: dict[int, Reason] = {}
    held: Reason | None = None
    before: _Sentence | None = None
    seat: set[str] = set()
    inside: tuple[Unit, Reason] | None = None
    for sentence in _sentences(clauses):
        if before is not None and _APOLOGY.match(sentence.text) and not any(id(clause) in stating for clause in sentence.clauses):
            continue
        if before is not None and not _carries(before, sentence, stating):
            held = None
        codes = {reference.code for reference in find_references(sentence.unit.text)}
        apart = codes and seat and codes.isdisjoint(seat)
        if held is not None and (apart or _TURN_AWAY.search(sentence.lead + sentence.text)):
            held = inside = None
        seat = codes or seat
        if sentence.causes:
            for clause in sentence.clauses:
                reached[id(clause)] = _nearest(sentence.causes, clause.start - clause.sentence[0])
            _reach_back(before, sentence, reached, stating)
            held = held if sentence.item else _main(sentence.causes)
            inside = (sentence.unit, _main(sentence.causes))
        elif inside is not None and inside[0] is sentence.unit:
            reached.update((id(clause), inside[1]) for clause in sentence.clauses)
        elif held is not None:
            reached.update((id(clause), held) for clause in sentence.clauses)
        before = sentence
    summed = _summed_up(clauses, stating) if not any(id(clause) in reached for clause in clauses if id(clause) in stating) else {}
    return _of_the_whole(clauses, stating) | summed | reached


def _summed_up(clauses: Sequence[Clause], stating: frozenset[int]) -> dict[int, Reason]:
    """The cause of a last sentence that speaks of all changes above (`応募が少ないため、要件を緩めました`)."""
    for sentence in _sentences(clauses):
        if sentence.causes and _SUMS_UP.search(sentence.text) and not any(id(clause) in stating for clause in sentence.clauses):
            first = clauses.index(sentence.clauses[0])
            return {id(clause): _main(sentence.causes) for clause in clauses[:first] if id(clause) in stating}
    return {}


_SUMS_UP = phrases("reasons", "sums_up")


def _of_the_whole(clauses: Sequence[Clause], stating: frozenset[int]) -> dict[int, Reason]:
    """The cause under the one label `Reason` of a form: of all that its mail states."""
    told = [clause for clause in clauses if clause.unit.label and clause.unit.bullet != WHY and _REASON_LABEL.match(_label_of(clause.unit))]
    causes = causes_in(told[0].text) if told and all(clause.unit is told[0].unit for clause in told) else []
    return {id(clause): _main(causes) for clause in clauses if id(clause) in stating} if causes else {}


def _label_of(unit: Unit) -> str:
    return unit.text[unit.label.start : unit.label.end].strip() if unit.label is not None else ""


_REASON_LABEL = phrases("reasons", "reason_label")


def _carries(before: _Sentence, sentence: _Sentence, stating: frozenset[int]) -> bool:
    """Whether a cause held so far reaches on into the next sentence."""
    if sentence.unit.paragraph == before.unit.paragraph and sentence.item == before.item:
        return True
    if before.item and not sentence.item:
        return False
    if before.text.rstrip().endswith(":"):
        return True
    if sentence.item and not before.item:
        own = any(id(clause) in stating for clause in before.clauses)
        return (bool(before.causes) and not own) or bool(_THEREFORE.search(before.text)) or bool(_ANNOUNCES.search(before.text))
    if before.causes and _CORRECTS.search(before.text) and not any(id(clause) in stating for clause in before.clauses):
        return True
    return bool(_THEREFORE.match(sentence.text)) or sentence.unit.paragraph == before.unit.paragraph


_APOLOGY = phrases("reasons", "apology")
"""A sentence that stands between a cause and what it reaches."""
_CORRECTS = phrases("reasons", "corrects")
"""`訂正がございます。`: what is put right follows, be it in the next paragraph."""


def _reach_back(before: _Sentence | None, sentence: _Sentence, reached: dict[int, Reason], stating: frozenset[int]) -> None:
    """`…必須です。こちらも規程によるものです。`: a sentence that only explains the one before it."""
    if before is None or before.unit.paragraph != sentence.unit.paragraph or sentence.item != before.item:
        return
    if sentence.unit.number is not None and sentence.unit is not before.unit:
        return
    if any(id(clause) in stating for clause in sentence.clauses):
        return
    explains = not before.causes and bool(_EXPLAINS.search(sentence.text))
    for clause in before.clauses:
        if explains or id(clause) not in reached:
            reached[id(clause)] = sentence.causes[0][2]


_EXPLAINS = phrases("reasons", "explains")
_THEREFORE = phrases("reasons", "therefore")
