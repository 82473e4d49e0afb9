"""Answers under questions: what an answer leaves out stands in the question (FIELD.md 5).

A question asks of something (a term, a field of the form) how binding it is or which value it has; its answer says yes or no,
how binding, or how much. Read as a statement, the question tells what a yes affirms and a no denies.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from pathlib import Path

from extract.assembling import necessity_of
from extract.clauses import Clause, clauses_of
from extract.cues import STANDING, CueKind
from extract.findings import Finding, of_term
from extract.folding import fold
from extract.labels import Field
from extract.measured import read
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.quantities.numerals import EN, number
from extract.quantities.records import Quantity
from extract.quantities.years import find_years
from extract.questions import field_asked, words_of
from extract.registry import findings_in
from extract.scene import Scene
from extract.units import Unit
from extract.vocabulary.matching import matcher_for
from requisitions.words import Category, Necessity

_YES = phrases("answers", "yes")
_NO = phrases("answers", "no")
_NO_NEED = phrases("answers", "no_need")
_WEAK = phrases("answers", "weak")
_NEEDED = phrases("answers", "needed")
_WOULD_DO = phrases("answers", "would_do")
_IN_PASSING, _OF_YEARS = phrases("questions", "in_passing"), phrases("questions", "years")
_SURE = 0.85
_BOUND = frozenset({Category.SKILL, Category.QUALIFICATION, Category.EXPERIENCE, Category.LANGUAGE, Category.CONTRACT})
"""What a question asks the need of."""
_COUNTED = frozenset({Category.SKILL, Category.EXPERIENCE})
"""What a question asks the years of."""
_AFFIRMED = frozenset({Category.AGE, Category.REMOTE, Category.RATE, Category.NATIONALITY, Category.GENDER, Category.CONTRACT})
"""Terms whose value stands in the question, for a yes or a no to settle."""
_OF_FIELD: Mapping[Field | None, tuple[Category, str, str]] = {
    Field.AGE: (Category.AGE, "age", "年齢"),
    Field.GENDER: (Category.GENDER, "gender", "性別"),
    Field.NATIONALITY: (Category.NATIONALITY, "nationality", "国籍"),
    Field.INTERVIEW: (Category.INTERVIEW, "interview-count", "面談"),
}
_DENIED = {
    Necessity.MUST: Necessity.NOT_REQUIRED,
    Necessity.EXCLUDED: Necessity.NOT_REQUIRED,
    Necessity.NOT_REQUIRED: Necessity.EXCLUDED,
}
"""What a no makes of the need that a question supposes; a wish denied may be more or less, so it says nothing."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a question asks of."""

    terms: tuple[Finding, ...]
    """The demands named in its last asking sentence, else in the whole of it, bare."""
    supposed: tuple[Finding, ...]
    """What the sentence would state if it were no question."""
    field: Field | None
    years: bool = False
    """Whether it speaks of years."""
    would_do: bool = False
    """Whether it asks if what it tells would be accepted."""


def answered_findings(clauses: Sequence[Clause], findings: Sequence[Finding], vocabulary: Sequence[Path] = ()) -> Iterator[Finding]:
    """Findings of answers that name neither their demand nor their unit: both come from the question.

    Args:
        clauses: all of the mail.
        findings: what was found in them already.
        vocabulary: the company's own files.
    """
    told = {id(finding.clause.unit) for finding in findings}
    answered: set[str] = set()
    for _, group in groupby(clauses, key=lambda clause: id(clause.unit)):
        answer = list(group)
        question = answer[0].unit.question
        if not question or question in answered:
            continue
        asked = _asked(question, tuple(vocabulary))
        found = list(_beside(answer, asked, findings) if id(answer[0].unit) in told else _settled(answer, asked))
        if found or id(answer[0].unit) in told:
            answered.add(question)
        yield from found


def _beside(answer: Sequence[Clause], asked: _Asked, findings: Sequence[Finding]) -> Iterator[Finding]:
    """What an answer that tells of other things, too, says of what was asked about: a yes or no in front, or years."""
    clauses = {id(clause) for clause in answer}
    here = [finding for finding in findings if id(finding.clause) in clauses]
    if any(finding.unit == "year" for finding in here):
        return
    known = {finding.identity for finding in here}
    first = [] if any(finding.clause is answer[0] for finding in here) else [*_affirmed(answer[0], asked)]
    for found in (first, *(_years(clause, asked) for clause in answer)):
        if new := [finding for finding in found if finding.identity not in known]:
            yield from new
            return


def _asked(question: str, vocabulary: tuple[Path, ...]) -> _Asked:
    """A folded question, read as if it were a statement."""
    folded = fold(_IN_PASSING.sub(" ", words_of(question)))
    unit = Unit(folded, 0, 0, "", None, None, 0, -1)
    sentences = clauses_of(unit)
    if not sentences:
        return _Asked((), (), None)
    last = next((clause for clause in reversed(sentences) if clause.question), sentences[-1]).sentence
    spoken = [replace(clause, question=False) for clause in sentences if clause.sentence == last]
    hits = matcher_for(vocabulary).find_terms(folded, folded.text)
    scene = Scene(date.min, not folded.text.isascii(), folded.text, {id(unit): hits})
    terms = [of_term(clause, hit) for clause in spoken for hit in scene.hits(clause) if not hit.ambiguous or len(hits) == 1]
    alone = len({(hit.entry.category, hit.entry.key) for hit in hits}) == 1
    terms = terms or [of_term(clause, hit) for clause in sentences for hit in scene.hits(clause) if not hit.ambiguous or alone]
    supposed = [finding for clause in spoken for finding in findings_in(clause, scene)]
    if not supposed and _WOULD_DO.search(folded.text):
        supposed = [finding for clause in sentences for finding in findings_in(replace(clause, question=False), scene)]
    return _Asked(
        tuple(terms),
        tuple(supposed),
        field_asked(folded.text[last[0] : last[1]]),
        bool(_OF_YEARS.search(folded.text)),
        bool(_WOULD_DO.search(folded.text)),
    )


def _settled(answer: Sequence[Clause], asked: _Asked) -> Iterator[Finding]:
    """What an answer's first telling clause says of what was asked."""
    for clause in answer:
        if found := list(_years(clause, asked) or _need(clause, asked)):
            yield from found
            return
    for clause in answer:
        if found := list(_affirmed(clause, asked)):
            yield from found
            return


def _years(clause: Clause, asked: _Asked) -> list[Finding]:
    """So many years of what was asked about."""
    years = read(clause, find_years)
    if len(years) != 1 and asked.years and (plain := _PLAIN_NUMBER.search(clause.unit.text, clause.start, clause.end)):
        least = number(plain["n"])
        start, end = plain.span(1)
        years = [Quantity(start, end, min=least, unit="year")] if least else []
    if len(years) != 1:
        return []
    value = years[0]
    terms = [term for term in asked.terms if term.category in _COUNTED and term.key != "total-experience"]
    return [_told(term, clause, value.start, value.end, min=value.min, max=value.max, unit=value.unit) for term in terms]


_PLAIN_NUMBER = Pattern(
    rf"(?:^|[ ,])(?P<n>{EN})(?:,? (?:is|are|would be|will be|'s|will|would|years?|yrs?)? ?"
    r"(?:fine|ok|okay|enough|acceptable|plenty|sufficient|do)\b|[.! ]*$)"
)
"""`Yes, four is fine`, under a question of years."""


def _need(clause: Clause, asked: _Asked) -> list[Finding]:
    """How binding the answer calls what was asked about."""
    said = _need_in(clause)
    if said is None:
        return []
    need, end = said
    things = [term for term in asked.terms if term.category in _BOUND]
    if not things and need is Necessity.NOT_REQUIRED and asked.field in _OF_FIELD:
        things = [Finding(*_OF_FIELD[asked.field], clause, clause.start, end)]
    return [_told(thing, clause, clause.start, _phrase_end(clause, end), necessity=need) for thing in things]


def _need_in(clause: Clause) -> tuple[Necessity, int] | None:
    """The need that a clause tells of nothing that it names, and where the words end: a wish weakens all beside it."""
    if needed := _NEEDED.search(clause.unit.text, clause.start, clause.end):
        return Necessity.MUST, needed.end()
    cues = [cue for cue in clause.cues if cue.kind in STANDING and not _WEAK.match(clause.unit.text[cue.start : cue.end])]
    none = _NO_NEED.search(clause.unit.text, clause.start, clause.end)
    for kinds, need in (
        ((CueKind.PREFERRED,), Necessity.PREFERRED),
        ((CueKind.WAIVED, CueKind.DROPPED), Necessity.NOT_REQUIRED),
        ((CueKind.MUST,), Necessity.MUST),
    ):
        if need is Necessity.NOT_REQUIRED and none is not None:
            return need, none.end()
        if cue := next((cue for cue in cues if cue.kind in kinds), None):
            return need, cue.end
    return None


def _affirmed(clause: Clause, asked: _Asked) -> Iterator[Finding]:
    """What a yes affirms, or a no denies, of that which the question supposes."""
    no = _NO.search(clause.unit.text, clause.start, clause.end)
    said = no or _YES.search(clause.unit.text, clause.start, clause.end)
    if said is None:
        return
    supposed = asked.supposed
    if no is not None and asked.field is Field.REMOTE and all(finding.category is not Category.REMOTE for finding in supposed):
        supposed = (*supposed, Finding(Category.REMOTE, "remote", "リモート", clause, *no.span()))
    for finding in supposed:
        need, stated = necessity_of(finding)
        enough = no is None and asked.would_do and finding.category in _COUNTED and finding.unit == "year"
        if not (stated and finding.category in _BOUND) and finding.category not in _AFFIRMED and not enough:
            continue
        if no is None:
            yield _told(finding, clause, *said.span(), necessity=need)
        elif finding.category is Category.REMOTE:
            yield _told(finding, clause, *said.span(), min=None, max=None, unit=None, text="none")
        elif need in _DENIED and (finding.category in _BOUND or not finding.has_value):
            yield _told(finding, clause, *said.span(), necessity=_DENIED[need], min=None, max=None, unit=None, text=None)


def _told(thing: Finding, clause: Clause, start: int, end: int, **values: object) -> Finding:
    """What was asked about, told in the words of its answer."""
    return replace(thing, clause=clause, start=start, end=end, sure=_SURE, anchor=None, **values)  # type: ignore[arg-type]


def _phrase_end(clause: Clause, end: int) -> int:
    text = clause.unit.text
    return next((i for i in range(end, clause.end) if text[i] in ",.。、"), clause.end)
