"""What kind of person is wanted: one a quality."""

from collections.abc import Iterator

from extract.clauses import Clause
from extract.demanding import describes
from extract.findings import Finding, of_term
from extract.labels import Field
from extract.scene import Scene
from requisitions.words import Category


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The qualities that a clause asks for; near-synonyms in one phrase are one."""
    if describes(clause):
        return
    seen: set[str] = set()
    for hit in scene.hits(clause, Category.TRAIT):
        if hit.entry.key in seen or (hit.ambiguous and clause.unit.field is not Field.TRAIT and not clause.unit.need):
            continue
        seen.add(hit.entry.key)
        yield of_term(clause, hit)
