"""Demands named by their label, with only the cue behind it: `Degree: not required`, `CCNA：必須`."""

from collections.abc import Iterator

from extract.clauses import Clause
from extract.cues import STANDING
from extract.findings import Finding, of_term
from extract.scene import Scene
from requisitions.words import Category

_KINDS = frozenset({Category.SKILL, Category.QUALIFICATION, Category.LANGUAGE, Category.EXPERIENCE})
_MOSTLY = 0.5


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The demand of a label whose value says nothing but how binding it is."""
    label = clause.unit.label
    if label is None or clause.start != clause.unit.value:
        return
    said = sum(cue.end - cue.start for cue in clause.cues if cue.kind in STANDING)
    if not said or said < _MOSTLY * len(clause.text.strip()):
        return
    for hit in scene.terms.get(id(clause.unit), ()):
        if label.start <= hit.start and hit.end <= label.end and hit.entry.category in _KINDS:
            yield of_term(clause, hit, anchor=(clause.start, clause.start)).spread(clause.start, clause.end)
            return
