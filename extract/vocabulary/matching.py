"""Finds the vocabulary's terms in a folded text.

Aho-Corasick gives every spelling at every place (RE2 has no look-around, and one alternation of thousands of terms is slow:
EXTRACT.md 2 and 8); the edges of each hit are then judged, and the leftmost longest one stands.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import ahocorasick_rs

from extract.folding import Folded
from extract.patterns import Pattern
from extract.vocabulary.edges import stands_alone
from extract.vocabulary.entries import Entry, Sense, Vocabulary, load_vocabulary

_ADDRESS = Pattern(
    r"(?:https?://|ftp://|www\.)[!-;=?-~]+"
    r"|[a-z0-9._%+\-]+@[a-z0-9\-]+\.[a-z0-9.\-]+"
    r"|[a-z0-9\-]+(?:\.[a-z0-9\-]+)*\.(?:com|co\.jp|co\.uk|jp|org)\b"
)
_ADDRESS_SIGNS = ("@", "://", "www.", ".com", ".co.", ".jp", ".org")


@dataclass(frozen=True, slots=True)
class TermHit:
    """A term at its place. Entries of several categories may share a place; they follow each other then."""

    start: int
    """In the folded text, as `end`."""
    end: int
    """A glued version (`Java17`) stands behind it."""
    entry: Entry
    exact: bool
    """The original writes the spelling in the case that it is listed in, in letters of any width."""
    ambiguous: bool
    """The spelling is an everyday word, or several things, too: context decides."""


class Matcher:
    """The vocabulary, ready for search."""

    __slots__ = ("_automaton", "_senses", "vocabulary")

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        forms = [*vocabulary.senses, *sorted(vocabulary.traps - vocabulary.senses.keys())]
        self._senses: list[tuple[Sense, ...]] = [vocabulary.senses.get(form, ()) for form in forms]
        self._automaton = ahocorasick_rs.AhoCorasick(forms)

    def find_terms(self, folded: Folded, original: str) -> list[TermHit]:
        """All terms of a text from left to right, none inside another.

        Args:
            folded: the folded copy of `original`, or a cut of that copy.
            original: the text in which the copy's offsets count.
        """
        hits: list[TermHit] = []
        for start, end, senses in self._places(folded.text):
            first, last = folded.original(start, end)
            written = unicodedata.normalize("NFKC", " ".join(original[first:last].split()))
            hits.extend(TermHit(start, end, sense.entry, written == sense.spelling, sense.ambiguous) for sense in senses)
        return hits

    def _places(self, text: str) -> Iterator[tuple[int, int, tuple[Sense, ...]]]:
        """The leftmost longest hits with sound edges, without traps and the insides of addresses."""
        found = [
            (start, -end, pattern)
            for pattern, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True)
            if stands_alone(text, start, end)
        ]
        found.sort()
        addresses = _address_spans(text) if found else []
        reached = 0
        for start, negative_end, pattern in found:
            if start < reached:
                continue
            reached = -negative_end
            if self._senses[pattern] and not _is_part(start, reached, addresses):
                yield start, reached, self._senses[pattern]


def matcher_for(extra: Sequence[Path] = ()) -> Matcher:
    """The matcher of our vocabulary and a company's files, built once.

    Raises:
        VocabularyError: a file cannot be used.
    """
    return _built(tuple(extra))


@lru_cache(maxsize=4)
def _built(extra: tuple[Path, ...]) -> Matcher:
    return Matcher(load_vocabulary(extra))


def _address_spans(text: str) -> list[tuple[int, int]]:
    """Where web and mail addresses stand: their parts are no terms, a whole one may be (`monday.com`)."""
    if not any(sign in text for sign in _ADDRESS_SIGNS):
        return []
    return [match.span() for match in _ADDRESS.finditer(text)]


def _is_part(start: int, end: int, addresses: Sequence[tuple[int, int]]) -> bool:
    return any(first <= start and end <= last and end - start < last - first for first, last in addresses)
