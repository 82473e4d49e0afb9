"""Cue words of a text with the side on which their demands stand (EXTRACT.md 6.3, after ConText)."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

import re2

from extract.patterns import Pattern


class CueKind(StrEnum):
    """What the words do to the demands that they govern."""

    MUST = "must"
    PREFERRED = "preferred"
    WAIVED = "waived"
    REFUSED = "refused"
    DROPPED = "dropped"
    SOURCE = "source"
    """Where a demand comes from in a move ("from desired to …"): governs nothing itself."""
    KEPT = "kept"
    HEDGED = "hedged"
    CONDITIONAL = "conditional"
    CANDIDATE = "candidate"
    """The clause tells of a person that was proposed."""
    PAST = "past"
    ELSEWHERE = "elsewhere"


STANDING = frozenset({CueKind.MUST, CueKind.PREFERRED, CueKind.WAIVED, CueKind.REFUSED, CueKind.DROPPED})
"""Kinds that say how binding a demand is."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One find, half-open in the text that was searched."""

    kind: CueKind
    start: int
    end: int
    reach: str
    """`back`, `forward` or `both`."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    kind: CueKind
    reach: str
    compiled: Pattern


@cache
def _patterns() -> tuple[Any, tuple[_Pattern, ...]]:
    table = tomllib.loads(files("extract").joinpath("data/cues.toml").read_text(encoding="utf-8"))
    found: list[_Pattern] = []
    sieve = re2.Set.SearchSet()
    for row in table["cue"]:
        for pattern in row["patterns"]:
            sieve.Add(pattern)
            found.append(_Pattern(CueKind(row["kind"]), row["reach"], Pattern(pattern)))
    sieve.Compile()
    return sieve, tuple(found)


def find_cues(text: str) -> tuple[Cue, ...]:
    """All cues of a folded text in order; of overlapping ones the longest stays."""
    sieve, patterns = _patterns()
    found = [
        Cue(patterns[i].kind, hit.start(), hit.end(), patterns[i].reach)
        for i in sieve.Match(text) or ()
        for hit in patterns[i].compiled.finditer(text)
        if hit.end() > hit.start()
    ]
    kept: list[Cue] = []
    for cue in sorted(found, key=lambda cue: (cue.start - cue.end, cue.start, cue.kind is not CueKind.SOURCE)):
        if all(cue.end <= other.start or cue.start >= other.end for other in kept):
            kept.append(cue)
    return tuple(sorted(kept, key=lambda cue: cue.start))
