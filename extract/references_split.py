"""Clauses that speak of two seats one after the other: "NV-201 goes up to £375, and NV-202 now needs SQL"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.clauses import Clause
from extract.patterns import Pattern
from extract.references import Reference, find_references

_CUT = Pattern(r"[,、;] ?(?:and |while |whereas |but )?| and | while ")
_LEAST = 6
"""Characters that say something of a seat."""


def one_seat_each(clause: Clause) -> Iterator[Clause]:
    """The clause cut before each further reference that has words of its own before and behind it."""
    start = clause.start
    for cut in _cuts(clause, find_references(clause.text)):
        yield _part(clause, start, cut)
        start = cut
    yield clause if start == clause.start else _part(clause, start, clause.end)


def _cuts(clause: Clause, references: Sequence[Reference]) -> Iterator[int]:
    text = clause.text
    for i, (before, behind) in enumerate(pairwise(references)):
        end = references[i + 2].start if i + 2 < len(references) else len(text)
        cut = max((found.end() for found in _CUT.finditer(text, before.end, behind.start)), default=0)
        if cut and cut - before.end >= _LEAST and end - behind.end >= _LEAST and text[cut : behind.start].count("(") == 0:
            yield clause.start + cut


def _part(clause: Clause, start: int, end: int) -> Clause:
    return replace(clause, start=start, end=end, cues=tuple(cue for cue in clause.cues if start <= cue.start and cue.end <= end))


def joined(text: str) -> list[str]:
    """The codes at the beginning that share what is said: the first, and those joined to it by a comma, a stroke or "and"."""
    codes: list[str] = []
    last = 0
    for reference in find_references(text):
        if codes and text[last : reference.start].strip(" ,、/・&とや") not in ("", "and", "および", "及び", "both", "plus"):
            break
        codes.append(reference.code)
        last = reference.end
    return list(dict.fromkeys(codes))
