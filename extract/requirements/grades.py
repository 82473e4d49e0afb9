"""Grades of one certificate where the name stands once: `簿記は3級ではなく2級が必要です`."""

from collections.abc import Iterator

from extract.clauses import Clause
from extract.findings import Finding
from extract.patterns import Pattern
from extract.scene import Scene
from extract.vocabulary.entries import Entry, load_vocabulary
from requisitions.words import Category, Necessity

_GRADE = r"(?:準|特|第)?[1-4一二三四](?:級|種)"
_OLD_AND_NEW = Pattern(
    rf"(?P<name>[一-龠々ァ-ヶー]{{2,12}})(?:の?(?:資格|免許|検定|級))?(?:は|が|を|も|については)、?(?P<old>{_GRADE})"
    rf"(?:ではなく|でなく|じゃなく(?:て)?|から|より|→|⇒)、?(?P<new>{_GRADE})"
)


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:  # noqa: ARG001 (every finder takes both)
    """The grade that is asked for in place of another, which falls away."""
    for start, old, new in _graded(clause) if not clause.question else ():
        yield _finding(clause, old[0], start, old[1], Necessity.NOT_REQUIRED)
        yield _finding(clause, new[0], *new[1:], Necessity.MUST)


def names_of_grades(clause: Clause) -> list[tuple[int, int]]:
    """Where the names of such certificates stand: they ask for nothing by themselves."""
    return [(start, old[1]) for start, old, _ in _graded(clause)]


def _graded(clause: Clause) -> Iterator[tuple[int, tuple[Entry, int], tuple[Entry, int, int]]]:
    if not any(sign in clause.text for sign in "級種"):
        return
    text = clause.unit.text
    for hit in _OLD_AND_NEW.finditer(text, clause.start, clause.end):
        name, (start, end) = text[slice(*hit.span(1))], hit.span(3)
        before, after = _entry(name, text[slice(*hit.span(2))]), _entry(name, text[start:end])
        if before is not None and after is not None:
            yield hit.start(), (before, hit.span(2)[1]), (after, start, end)


def _entry(name: str, grade: str) -> Entry | None:
    """The certificate of a name and a grade, in either order."""
    bare = grade.removeprefix("第")
    spellings = (name + grade, grade + name, name + bare, bare + name, "第" + bare + name)
    senses = (sense for spelling in spellings for sense in load_vocabulary().lookup(spelling))
    return next((sense.entry for sense in senses if sense.entry.category is Category.QUALIFICATION), None)


def _finding(clause: Clause, entry: Entry, start: int, end: int, necessity: Necessity) -> Finding:
    return Finding(Category.QUALIFICATION, entry.key, entry.label, clause, start, end, necessity=necessity, sure=0.9)
