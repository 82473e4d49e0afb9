"""Human languages, with the level in the mail's own words."""

import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from extract.clauses import Clause, item_bounds
from extract.demanding import describes, listed
from extract.findings import Finding, of_term
from extract.labels import Field
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.scene import Scene
from requisitions.words import Category, Necessity

_LEVEL = phrases("language", "level")
Hit = Any
"""A match of RE2, which has no type of its own."""
_NOT_A_DEMAND = phrases("language", "not_a_demand")
_USED = phrases("language", "used")


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The languages that a clause asks for."""
    if describes(clause):
        return
    yield from _levels_alone(clause, scene)
    text = clause.unit.text
    for hit in scene.hits(clause, Category.LANGUAGE):
        if _NOT_A_DEMAND.match(text[hit.end : hit.end + 20]):
            continue
        first, last = item_bounds(clause, hit.start, hit.end)
        levels = list(_LEVEL.finditer(text, first, min(clause.end, max(last, hit.end + 24))))
        levels = [level for level in levels if level.start() >= hit.end or level.end() <= hit.start]
        level = _new_of_two(text, levels) or min(
            levels, key=lambda found: min(abs(found.start() - hit.end), abs(hit.start - found.end())), default=None
        )
        spoken = clause.unit.field is Field.ROLE and _OF_A_JOB.match(text[hit.end : hit.end + 8])
        asked = (
            spoken or listed(clause) or clause.unit.field is Field.LANGUAGE or level is not None or _USED.search(clause.text) or clause.cues
        )
        if not asked:
            continue
        start, end = hit.start, hit.end
        if level is not None:
            start, end = min(start, level.start()), max(end, level.end())
        words = _plain(scene.written(clause, level.start(), level.end())) if level is not None else None
        yield of_term(clause, hit, text=words, anchor=(hit.start, hit.end)).spread(start, end)


def _new_of_two(text: str, levels: list[Hit]) -> Hit | None:
    """The later of two levels where one gives way to the other: `N2からN1に引き上げ`."""
    for first, second in pairwise(levels):
        between, behind = text[first.end() : second.start()], text[second.end() : second.end() + 8]
        if _GIVES_WAY.search(between) and (_INTO.match(behind) or "から" not in between):
            return second
    return None


_GIVES_WAY = Pattern(r"(?:から|より|→|⇒|->|ではなく|でなく)[^、。]{0,4}$")
_INTO = Pattern(r"^[^、。]{0,4}?[にへ](?:引|上げ|下げ|変|緩|改|な[りっる]|し|お願|$)")


def level_in(clause: Clause, scene: Scene) -> tuple[int, int, str] | None:
    """Where a clause tells a level, and its words."""
    level = _LEVEL.search(clause.unit.text, clause.start, clause.end)
    if level is None:
        return None
    return level.start(), level.end(), _plain(scene.written(clause, level.start(), level.end()))


_OF_A_JOB = Pattern(r"^の?(?:逐次|同時|医療)?(?:通訳|翻訳|講師|教師|対応|オペレーター|ガイド|案内)")
"""A job that is done in the language: 中国語通訳."""
_JLPT = Pattern(r"(?:^|[^a-z0-9])(?P<level>n[1-5])(?:[^a-z0-9]|$)")


def _levels_alone(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """`外国籍可（N2以上）`: a level of the Japanese-Language Proficiency Test asks for Japanese."""
    hit = _JLPT.search(clause.text)
    if hit is None or any(term.entry.key == "japanese" for term in scene.hits(clause)):
        return
    start, end = clause.start + hit.start(1), clause.start + hit.end(1)
    if scene.written(clause, start, end).startswith(("N", "Ｎ")):
        yield Finding(
            Category.LANGUAGE,
            "japanese",
            "日本語",
            clause,
            start,
            end,
            text=_plain(scene.written(clause, start, end)),
            necessity=Necessity.MUST,
            sure=0.9,
        )


def _plain(level: str) -> str:
    """The mail's own words in plain width: `Ｎ１` is N1."""
    return unicodedata.normalize("NFKC", level)
