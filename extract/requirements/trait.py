"""What kind of person is wanted: one a quality."""

from collections.abc import Iterator

from extract.clauses import Clause, governing
from extract.demanding import describes
from extract.findings import Finding, of_term
from extract.labels import Field
from extract.patterns import Pattern
from extract.scene import Scene
from requisitions.words import Category


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The qualities that a clause asks for; near-synonyms in one phrase are one."""
    if describes(clause):
        return
    seen: set[str] = set()
    for hit in scene.hits(clause, Category.TRAIT):
        if hit.entry.key in seen | _OPTIONAL:
            continue
        plain = clause.unit.field is Field.TRAIT or clause.unit.need
        if hit.ambiguous and not plain and not _PERSON_IS.search(clause.unit.text[max(clause.start, hit.start - 32) : hit.start]):
            continue
        if _OF_TERMS.search(clause.unit.text[max(clause.start, hit.start - 24) : hit.start]):
            continue
        if not _wanted(clause, hit.start, hit.end) or _is_shouted(clause, hit.start, hit.end, scene):
            continue
        seen.add(hit.entry.key)
        yield of_term(clause, hit)


_OF_TERMS = Pattern(
    r"\b(?:budget|rate|pay|price|salary|hours|dates?|start|location|days|times|shifts?|duration) (?:is|are|was|were|can be|will be)"
    r"(?: (?:very|quite|fairly|fully|a bit|somewhat|also))? $"
)
"""Before a word that is said of a term: `budget is flexible`."""
_PERSON_IS = Pattern(
    r"\b(?:some(?:one|body)|any(?:one|body)|(?:a|the) (?:person|candidate)|people|candidates|who(?: is|'s| are)"
    r"|(?:has|have|needs?|must|ought) (?:to )?be)"
    r"(?: (?:very|really|truly|genuinely|quite|more|especially|always|extremely))? $"
)
"""Before an everyday word that is said of a person: "someone patient", "has to be independent"."""
_OPTIONAL = frozenset({"junior", "mid-level", "senior", "commutable", "personality"})
"""Seniority, nearness and "personality" alone: a careful reader may leave them out, so we do (GUIDELINES.md 2)."""
_PERSON = Pattern(
    r"方|男性|女性|人(?:物|材)?(?:が|を|で|。|!|、|$)|できる|取れ|力(?:が|の|を|、|。|\)|$)"
    r"|者|重視|求め|必要|必須|歓迎|即戦力"
)

_OURSELVES = Pattern(r"\b(?:we|i|they|the client)(?:'re|'m| are| am| is) (?:[a-z]+ ){0,2}$")
_LEAVES = Pattern(r"^(?:る|れる|できる)?(?:方|人)?(?:が|の)(?:(?:急に|来月|今月|異動で|定年で)?(?:離任|退職|抜け|辞|休|異動))")
_PERSON_EN = Pattern(
    r"\b(?:someone|somebody|people who|person|must|need|wants? (?:an? )?|candidates?|who (?:is|are|can)|able|ability"
    r"|people(?: please| only| needed| wanted|[.,;!]|$)|wom[ae]n|m[ae]n|lady|ladies|girls?|guys?"
    r"|is (?:everything|key|vital|important|crucial|essential)"
    r"|matters|counts|under pressure|staying|strong|good|excellent|skills?|attitude|manner|be)\b"
)


def _is_shouted(clause: Clause, start: int, end: int, scene: Scene) -> bool:
    """Whether a word in capitals among small ones is a name: CALM, the archivists' software."""
    return scene.written(clause, start, end).isupper() and not scene.written(clause, clause.start, clause.end).isupper()


def _wanted(clause: Clause, start: int, end: int) -> bool:
    """Whether the quality is asked of a person: in a list of demands, by a cue, or by the words around it."""
    if _OURSELVES.search(clause.unit.text[max(clause.start, start - 24) : start]):
        return False
    if _LEAVES.search(clause.unit.text[end : min(clause.end, end + 14)]):
        return False
    if clause.unit.need is not None or clause.unit.field in (Field.TRAIT, Field.SKILL) or governing(clause, start, end) is not None:
        return True
    near = clause.unit.text[max(clause.start, start - 24) : min(clause.end, end + 28)]
    return bool(_PERSON_EN.search(near)) if near.isascii() else bool(_PERSON.search(clause.unit.text[start : min(clause.end, end + 16)]))
