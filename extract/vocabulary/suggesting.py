"""Entries for terms that no vocabulary knows, out of the demands that were read with a slug of their own."""

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.quantities.years import find_years
from extract.slugs import slug
from extract.vocabulary.entries import Vocabulary
from extract.vocabulary.listing import SECTIONS
from extract.vocabulary.spellings import fold_spelling
from requisitions.words import Category

LONGEST_SPELLING = 80
CUT_SLUG = 60
"""A slug of that length was cut: it stands for a sentence, which is no term."""

_LINKS = frozenset({"of", "in", "on", "with", "as", "a", "an", "the"})

Identity = tuple[Category, str]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry that a vocabulary file could have."""

    identity: Identity
    """Category, and the slug of the term's words."""
    key: str
    """That slug as a file may have it: ASCII, and taken by no other term."""
    spellings: tuple[str, ...]
    """Label first."""


def term_in(key: str, *texts: str) -> str:
    """The words that name the term: `Pottery` where label or evidence, and slug, say `two years of Pottery at least`."""
    said = (_said_by(key, " ".join(text.split())) for text in texts)
    return _without_years(next((words for words in said if words), key.replace("-", " ")))


def _said_by(key: str, written: str) -> str | None:
    """From the first word of the slug to its last, as they are written."""
    if slug(written) == key:
        return written
    folded = written.casefold()
    start, end = -1, 0
    for part in key.split("-"):
        at = folded.find(part, end)
        if at < 0:
            return None
        start, end = (at if start < 0 else start), at + len(part)
    return written[start:end] if slug(written[start:end]) == key else None


def _without_years(term: str) -> str:
    """The term without the years that are asked of it, where they stand before or behind it."""
    folded = term.casefold()
    for years in find_years(folded, bare=True) if len(folded) == len(term) else ():
        at_an_end = years.start == 0 or years.end == len(term)
        if at_an_end and any(char.isalpha() for char in term[years.start : years.end]):
            words = (term[: years.start] + term[years.end :]).split()
            while words and words[0].casefold() in _LINKS:
                words = words[1:]
            return " ".join(words).strip("の・:：,、-+ ") or term
    return term


def suggestions(seen: Mapping[Identity, Sequence[str]], vocabulary: Vocabulary) -> Iterator[Suggestion]:
    """An entry for each of these terms that the vocabulary does not know, in their order.

    Args:
        seen: The spellings of each term, the most frequent first.
        vocabulary: What is known. A phrase among its traps is known to be no term.
    """
    keys = set(vocabulary.entries)
    claimed: set[tuple[Category, str]] = set()
    for (category, term), spellings in seen.items():
        if category not in SECTIONS or len(term) >= CUT_SLUG or vocabulary.entry(category, term) is not None:
            continue
        new = tuple(_unclaimed(category, spellings, vocabulary, claimed))
        if not new:
            continue
        key = _free_key(category, term, keys)
        keys.add((category, key))
        yield Suggestion((category, term), key, new)


def _unclaimed(category: Category, spellings: Iterable[str], vocabulary: Vocabulary, claimed: set[tuple[Category, str]]) -> Iterator[str]:
    """The spellings that a file may list and that belong to no key of the category yet."""
    for spelling in spellings:
        # a question mark at the end would say that the spelling is ambiguous
        text = spelling.rstrip("? ？")
        form = fold_spelling(text)
        if not form or len(text) > LONGEST_SPELLING or form in vocabulary.traps or (category, form) in claimed:
            continue
        if all(sense.entry.category is not category for sense in vocabulary.lookup(text)):
            claimed.add((category, form))
            yield text


def _free_key(category: Category, term: str, taken: set[Identity]) -> str:
    """The slug in ASCII; where that tells less than the slug or is taken, with a few digits of its hash."""
    spelt = unicodedata.normalize("NFKD", term.replace("+", "-plus-").replace("#", "-sharp-"))
    plain = "".join(char for char in spelt if not unicodedata.combining(char))
    kept = "".join(char if char.isascii() and char.isalnum() else "-" for char in plain)
    key = "-".join(part for part in kept.split("-") if part)
    if not any(char.isalpha() for char in key):
        key = ""
    if key and plain.isascii() and (category, key) not in taken:
        return key
    return f"{key or 'term'}-{hashlib.sha256(term.encode('utf-8', 'replace')).hexdigest()[:6]}"
