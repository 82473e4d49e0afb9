"""Certificates, licences, degrees, clearances and checks."""

from collections.abc import Iterator

from extract.clauses import Clause, item_bounds
from extract.demanding import describes, is_asked, is_row, listed, means_the_term
from extract.findings import Finding, of_term
from extract.patterns import Pattern
from extract.requirements.role import role_spans
from extract.scene import Scene
from requisitions.words import Category

_KNOWLEDGE_ONLY = Pattern(r"^[ ]?(?:資格)?(?:相当|程度|レベル)の(?:知識|スキル|知見)")

_HELD = Pattern(r"^(?:の|を|が)?(?:資格|免許|有資格|登録|保有|取得|お?持ち|必須|必要|尚可|歓迎|優|不問|不要|または|・|/)")
"""`看護師必須` asks for the licence, `看護師を2名` for people."""
_GENERIC = frozenset({"certification", "qualification", "licence"})


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The qualifications that a clause asks for; `…相当の知識` asks for none."""
    if describes(clause):
        return
    text = clause.unit.text
    hits = scene.hits(clause, Category.QUALIFICATION)
    jobs = role_spans(clause, scene) if hits else []
    row = bool(hits) and is_row(clause, [*hits, *scene.hits(clause, Category.SKILL)])
    for hit in hits:
        if not means_the_term(clause, hit, len(hits) - 1) or not (row or is_asked(clause, hit.start, hit.end)):
            continue
        if hit.entry.key in _GENERIC and len(hits) > 1:
            continue
        if (hit.start, hit.end) in jobs and not _HELD.match(text[hit.end : hit.end + 12]) and not listed(clause):
            continue
        if _KNOWLEDGE_ONLY.match(text[hit.end : hit.end + 16]):
            continue
        _, last = item_bounds(clause, hit.start, hit.end)
        tail = text[hit.end : last]
        end = hit.end + len(tail.rstrip()) if len(tail) <= 14 else hit.end
        yield of_term(clause, hit, anchor=(hit.start, hit.end)).spread(hit.start, end)
