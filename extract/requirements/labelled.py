"""Demands named by their label, with a cue, years or a level behind it: `Degree: not required`, `Java：5年`, `英語：会話`."""

from collections.abc import Iterator

from extract.clauses import Clause, governing, item_bounds, necessity_of
from extract.cues import STANDING, CueKind
from extract.findings import Finding, of_term
from extract.labels import Field, Label
from extract.measured import read
from extract.patterns import Pattern
from extract.quantities.years import find_years
from extract.requirements.language import level_in
from extract.scene import Scene
from extract.slugs import slug
from extract.vocabulary.matching import TermHit
from requisitions.words import Category, Necessity

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
        yield from _unknown(clause, label, scene)
        return
    if not scene.japanese and (yes := _YES.match(clause.text)) is not None:
        told = Necessity.MUST if yes["yes"] else Necessity.NOT_REQUIRED
        yield of_term(clause, named, necessity=told, anchor=(clause.start, clause.start)).spread(clause.start, clause.end)
        return
    said = sum(cue.end - cue.start for cue in clause.cues if cue.kind in STANDING or cue.kind is CueKind.SOURCE)
    if any(cue.kind in STANDING for cue in clause.cues) and (said >= _MOSTLY * len(clause.text.strip()) or _ends_with_a_cue(clause, scene)):
        at = clause.start
        standing = next((cue for cue in clause.cues if cue.kind in STANDING), None)
        need = necessity_of(standing) if standing and governing(clause, at, at) is None else None
        yield of_term(clause, named, necessity=need, anchor=(at, at)).spread(at, clause.end)
    elif _names(named, label) and not scene.hits(clause):
        yield from _measured(clause, named, scene)


def _ends_with_a_cue(clause: Clause, scene: Scene) -> bool:
    """Whether an English remark that names nothing ends by saying how binding its label is: `CSCS: my slip, it is meant to be a plus`."""
    last = next((cue for cue in reversed(clause.cues) if cue.kind in STANDING), None)
    if last is None or scene.japanese or any(hit.exact or not hit.ambiguous for hit in scene.hits(clause)):
        return False
    first, end = item_bounds(clause, last.start, last.end)
    return end >= clause.end and last.end - last.start >= _MOSTLY * len(clause.unit.text[first:end].strip(" ,."))


_YES = Pattern(r"^(?:(?P<yes>y|yes|x|✓|✔|yes,? (?:required|mandatory|needed))|n|no|none|n/a|no,? (?:not required|not needed))[. ]*$")
"""In a box beside a label's name."""
_COUNTED = Pattern(r"(?:\byears?|\byrs?|年数)$")
"""Behind a label of years a bare number counts them."""
_YEARS_ALONE = Pattern(
    r"^(?:(?:at least|now|minimum|min\.?|from|was|to|up|changed|raised|lowered|\d{1,2} ?\+?(?: ?(?:years?|yrs?))?"
    r"|->|=>|→|⇒|[-~,;.() ])\s*)+$"
)


def _unknown(clause: Clause, label: Label, scene: Scene) -> Iterator[Finding]:
    """`Zorbium: 3+ yrs -> 8+ yrs`: a label that nobody knows, of a thing whose years are told."""
    words = clause.unit.text[label.start : label.end]
    if scene.japanese or label.field is not Field.OTHER or words.count(" ") > 1 or _COUNTED.search(words):
        return
    years = read(clause, find_years)
    if len(years) != 1 or not _YEARS_ALONE.match(clause.text) or _NO_THING.search(words):
        return
    name = scene.written(clause, label.start, label.end)
    yield Finding(
        Category.SKILL, slug(name), name, clause, years[0].start, years[0].end,
        min=years[0].min, max=years[0].max, unit=years[0].unit, open_class=True, sure=0.7, anchor=(clause.start, clause.start),
    )  # fmt: skip


_NO_THING = Pattern(
    r"\b(?:minimum|length|duration|seniority|level|service|tenure|term|contract|warranty|history|age|total|overall|update)\b"
)


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
    label = clause.unit.label
    counted = label is not None and bool(_COUNTED.search(clause.unit.text[label.start : label.end]))
    years = read(clause, find_years, bare=counted)
    if len(years) == 1:
        found = of_term(
            clause, named, min=years[0].min, max=years[0].max, unit=years[0].unit, anchor=(clause.start, clause.start), sure=0.9
        )
        yield found.spread(years[0].start, years[0].end)
