"""Limits on the chain of companies below us (商流)."""

from collections.abc import Iterator

import re2

from extract.clauses import Clause
from extract.findings import Finding
from extract.labels import Field
from extract.scene import Scene
from requisitions.words import Category, Necessity

_ZERO = re2.compile(
    r"(?:貴社|御社)(?:様)?(?:の)?(?:正?社員|プロパー|直(?:雇用|契約)?)?(?:様|の方|さん)?(?:まで|迄|のみ|限定|に限)|(?:プロパー|正社員|自社社員|直雇用)(?:の方|様)?(?:のみ|限定|まで|に限)|bp(?:さん|様)?(?:は)?(?:不可|ng|お断り)|再委託(?:は|等は)?(?:一切)?(?:不可|ng|禁止|認め|できま|お断り|なし)|(?:1|一)社(?:先|下)(?:は|も)?(?:不可|ng)"
    r"|\bno (?:sub-?(?:vendors?|contract(?:ors?|ing))|third[- ]part(?:y|ies)|layers|subs|subbing|tiers?|agencies|middlemen)\b|\bown (?:w2 )?employees only\b|\bdirect (?:employees|candidates|vendors) only\b|\bsub-?(?:contracting|vendors?|contractors?) (?:is |are )?(?:not|no longer) (?:allowed|permitted|accepted|possible|an option)"
)
_DEPTH = re2.compile(
    r"(?:貴社|御社)?(?:より|から)?(?P<n>[1-3一二三])(?:社|次)(?:先|下|請け?)(?:の?(?:bp|社員|プロパー))?(?:様|の方|さん)?(?:まで|迄|以内|可|ok)|(?:up to |max(?:imum)? |only )?(?P<m>one|two|1|2) (?:layer|tier|level|sub-?vendor)s? (?:below|deep|max|only|allowed|ok|is fine)"
)
_BELOW = re2.compile(r"(?P<n>[2-4二三四])(?:社|次)(?:先|下)(?:以降)?(?:は)?(?:不可|ng|お断り)")
_ANY = re2.compile(r"商流(?:は|制限)?(?:も|は)?(?:不問|問い?ません|問わ|制限な|なし)")
_CHAIN = re2.compile(r"→|⇒|->|>")
_NUMBERS = {"一": 1, "二": 2, "三": 3, "四": 4, "one": 1, "two": 2}


def _of(clause: Clause, start: int, end: int, depth: int | None, necessity: Necessity = Necessity.MUST) -> Finding:
    return Finding(
        Category.TIER,
        "subcontract-depth",
        "商流",
        clause,
        start,
        end,
        max=depth,
        unit=None if depth is None else "tier",
        necessity=necessity,
    )


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:  # noqa: ARG001 (every finder takes both)
    """How many companies may stand below us; the chain above us is no demand."""
    if clause.unit.field in (Field.WORK, Field.ENVIRONMENT, Field.REPLY):
        return
    text, (start, end) = clause.unit.text, (clause.start, clause.end)
    if found := _ANY.search(text, start, end):
        yield _of(clause, found.start(), found.end(), None, Necessity.NOT_REQUIRED)
    elif found := _BELOW.search(text, start, end):
        yield _of(clause, found.start(), found.end(), _count(found["n"]) - 1)
    elif found := _DEPTH.search(text, start, end):
        yield _of(clause, found.start(), found.end(), _count(found["n"] or found["m"]))
    elif found := _ZERO.search(text, start, end):
        yield _of(clause, found.start(), found.end(), 0)
    elif (
        clause.unit.field is Field.TIER
        and clause.unit.label is not None
        and any(word in clause.text for word in ("不問", "問わ", "制限な"))
    ):
        yield _of(clause, start, end, None, Necessity.NOT_REQUIRED)


def _count(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS[words]
