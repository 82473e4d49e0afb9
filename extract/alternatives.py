"""Demands that are read as *one of them*: "Vue or Svelte", AWS/GCPいずれか (CONTRACT.md 2: `group`)."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from extract.findings import Finding
from extract.patterns import Pattern
from extract.vocabulary.entries import load_vocabulary
from requisitions.words import Category

_CLOSED = frozenset({Category.SKILL, Category.QUALIFICATION, Category.LANGUAGE, Category.CONTRACT})
_OR = Pattern(r"^、?[^、。;]{0,12}?(?:または|又は|もしくは|若しくは|あるいは|か、?|\bor\b|でも)[^、。;]{0,6}$")
_COMMA = Pattern(r"^\s*[、,]\s*$")
_SLASH = Pattern(r"^\s*/\s*$")
_ONE_OF = Pattern(r"いずれか|どちらか|何れか|のうち(?:1|一)つ|\beither\b|\bone of\b|\bany of\b")


def grouped(findings: Sequence[Finding], vocabulary: Sequence[Path] = ()) -> list[Finding]:
    """The findings with a group on those that are alternatives of each other, by our vocabulary and the company's own files."""
    ordered = list(findings)
    closed = sorted(
        (i for i, finding in enumerate(ordered) if finding.category in _CLOSED), key=lambda i: (id(ordered[i].clause), ordered[i].start)
    )
    run: list[int] = []
    for i in [*closed, -1]:
        if i >= 0 and run and _beside(ordered[run[-1]], ordered[i]):
            run.append(i)
            continue
        _close(ordered, run, tuple(vocabulary))
        run = [i] if i >= 0 else []
    return ordered


def _beside(first: Finding, second: Finding) -> bool:
    if first.clause is not second.clause or first.category is not second.category:
        return False
    between = _between(first, second)
    return bool(_OR.match(between) or _COMMA.match(between) or _SLASH.match(between))


def _between(first: Finding, second: Finding) -> str:
    start, end = (first.anchor or (first.start, first.end))[1], (second.anchor or (second.start, second.end))[0]
    return first.clause.unit.text[start:end] if start <= end else "\0"


def _close(findings: list[Finding], run: Sequence[int], vocabulary: tuple[Path, ...]) -> None:
    """Give a run of neighbours one group where a word or a bare slash between things of a kind says "or"."""
    if len(run) < 2 or len({findings[i].key for i in run}) < 2:
        return
    first, last = findings[run[0]], findings[run[-1]]
    gaps = [_between(findings[a], findings[b]) for a, b in pairwise(run)]
    text = first.clause.unit.text
    named = bool(_ONE_OF.search(text[max(first.clause.start, first.start - 12) : min(first.clause.end, last.end + 12)]))
    slashes = all(_SLASH.match(gap) for gap in gaps) and _one_kind([findings[i] for i in run], vocabulary)
    if named or slashes or bool(_OR.match(gaps[-1])):
        name = f"g{first.clause.unit.folded.starts[first.start]}"
        for i in run:
            findings[i] = replace(findings[i], group=name)


def _one_kind(findings: Sequence[Finding], extra: tuple[Path, ...]) -> bool:
    vocabulary = load_vocabulary(extra)
    kinds = {entry.group if (entry := vocabulary.entry(finding.category, finding.key)) else "" for finding in findings}
    return len(kinds) == 1 and "" not in kinds
