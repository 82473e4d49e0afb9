"""Transcripts of talk without full stops: where a speaker draws breath, and what he takes back at once."""

from collections.abc import Iterator
from itertools import pairwise

from extract.patterns import Pattern
from extract.phrases import phrases

_BREATH, _TAKEN_BACK, _TOLD = phrases("speech", "breath"), phrases("speech", "taken_back"), phrases("speech", "told")
_LEAST = 160
"""Characters of the shortest text that may be a transcript."""
_STOPS = Pattern(r"[.!?;:]|, ")
_MOST_STOPS = 110
"""Characters a stop from which on a text is spoken, not written."""
_BACK = 4
"""Pieces that one word may take back."""


def is_speech(text: str) -> bool:
    """Whether an English text runs on as talk does: long, without stops, with the small words of speaking."""
    if len(text) < _LEAST or not text.isascii():
        return False
    stops = sum(1 for _ in _STOPS.finditer(text))
    return len(text) >= _MOST_STOPS * (stops + 1) and sum(1 for _ in _BREATH.finditer(text)) >= _LEAST // 50


def breaths(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The pieces of a transcript, half-open, without those that the speaker takes back."""
    edges = [start, *(hit.start() + 1 for hit in _BREATH.finditer(text, start)), len(text)]
    pieces = [(first, last) for first, last in pairwise(edges) if text[first:last].strip()]
    kept: list[tuple[int, int]] = []
    for first, last in pieces:
        if _TAKEN_BACK.search(text, first, last):
            told = [i for i, piece in enumerate(kept[-_BACK:]) if _TOLD.search(text, *piece)]
            del kept[max(0, len(kept) - _BACK) + told[-1] if told else len(kept) :]
            continue
        kept.append((first, last))
    yield from kept
