"""Demands named by their label, with a cue, years or a level behind it: `Degree: not required`, `Java：5年`, `英語：会話`."""

from collections.abc import Iterator

from extract.clauses import Clause, governing, necessity_of
from extract.cues import STANDING, CueKind
from extract.findings import Finding, of_term
from extract.labels import Field, Label
from extract.measured import read
from extract.quantities.years import find_years
from extract.requirements.language import level_in
from extract.scene import Scene
from extract.vocabulary.matching import TermHit
from requisitions.words import Category

_KINDS = frozenset({Category.SKILL, Category.QUALIFICATION, Category.LANGUAGE, Category.EXPERIENCE})
_MOSTLY = 0.5


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The demand of a label whose value says nothing but how binding it is, how many years or how well."""
    label = clause.unit.label
    if label is None or clause.start != clause.unit.value:
        return
    named = next(
        (
            hit
            for hit in scene.terms.get(id(clause.unit), ())
            if label.start <= hit.start
            and hit.end <= label.end
            and hit.entry.category in _KINDS
            and (not hit.ambiguous or (label.field is Field.OTHER and _names(hit, label)))
        ),
        None,
    )
    if named is None:
        return
    said = sum(cue.end - cue.start for cue in clause.cues if cue.kind in STANDING or cue.kind is CueKind.SOURCE)
    if any(cue.kind in STANDING for cue in clause.cues) and said >= _MOSTLY * len(clause.text.strip()):
        at = clause.start
        standing = next((cue for cue in clause.cues if cue.kind in STANDING), None)
        need = necessity_of(standing) if standing and governing(clause, at, at) is None else None
        yield of_term(clause, named, necessity=need, anchor=(at, at)).spread(at, clause.end)
    elif _names(named, label) and not scene.hits(clause):
        yield from _measured(clause, named, scene)


def _names(hit: TermHit, label: Label) -> bool:
    """Whether a term is most of a label."""
    return hit.end - hit.start >= _MOSTLY * (label.end - label.start)


def _measured(clause: Clause, named: TermHit, scene: Scene) -> Iterator[Finding]:
    """What the value of a label tells of the label's term: a level of a language, years of all else."""
    if named.entry.category is Category.LANGUAGE:
        if level := level_in(clause, scene):
            start, end, words = level
            yield of_term(clause, named, text=words, anchor=(clause.start, clause.start), sure=0.9).spread(start, end)
        return
    years = read(clause, find_years)
    if len(years) == 1:
        found = of_term(
            clause, named, min=years[0].min, max=years[0].max, unit=years[0].unit, anchor=(clause.start, clause.start), sure=0.9
        )
        yield found.spread(years[0].start, years[0].end)
