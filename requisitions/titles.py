"""Titles, subjects and references as linking compares them: marks and decoration gone, informative words left."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from requisitions.titlewords import FAINT_WORDS, GENERIC_PARTS, REPLY_MARKS, STATE_MARKS, STOP_WORDS

PLACE = "location/"
"""What a place begins with in `LinkKeys.words`."""
_OPENING, _CLOSING = "【[(<≪「『〔☆★■●◆◎○▼", "】])>≫」』〕☆★■●◆◎○▼"
_ENDING = _CLOSING + " :!-/|"
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−ｰ"), "-")
_FAINT_WEIGHT = 0.4
_LONGEST_FIRST = tuple(sorted(GENERIC_PARTS, key=lambda word: (-len(word), word)))


def normalise_subject(subject: str) -> str:
    """A subject without the marks of replies, forwards and resends, in NFKC; its case stays."""
    return without_marks(" ".join(unicodedata.normalize("NFKC", subject).split()))


def without_marks(text: str) -> str:
    """A subject of narrow signs on one line, without the marks before it: an end of `text`."""
    while (shorter := _without_mark(text)) != text:
        text = shorter
    return text


def _without_mark(text: str) -> str:
    head, colon, rest = text.partition(":")
    if colon and head.rstrip(" 0123456789[]()^").casefold() in REPLY_MARKS:
        return rest.strip()
    bare = text.lstrip(_OPENING + " ")
    word = bare[: next((at for at, sign in enumerate(bare) if sign in _ENDING), len(bare))]
    rest = bare[len(word) :]
    # English sentences may well begin with such a word: there it needs a bracket, or a sign behind it.
    plain = bare == text and word.isascii() and rest.startswith(" ")
    return rest.lstrip(_ENDING) if rest and not plain and word.casefold() in STATE_MARKS else text


def normalise_title(title: str | None) -> str | None:
    """A title or subject as linking compares it: no marks, no decoration, one case; null where nothing is left."""
    kept = "".join(sign if sign.isalnum() or sign in "+#" else " " for sign in normalise_subject(title or "").casefold())
    return " ".join(kept.split()) or None


def normalise_reference(reference: str | None) -> str | None:
    """A reference as linking compares it: NFKC, upper case, one kind of dash, no spaces; null where nothing is left."""
    folded = unicodedata.normalize("NFKC", reference or "").translate(_DASHES).upper()
    return "".join(folded.split()) or None


@lru_cache(maxsize=65536)
def bare_reference(reference: str | None) -> str | None:
    """A reference without its punctuation: `KH-1103` is `KH1103`, while bare numbers keep theirs."""
    if reference is None or not any(sign.isalpha() for sign in reference):
        return reference
    return "".join(sign for sign in reference if sign.isalnum()) or None


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two titles have in common."""

    shared: float
    """Weight of the words in both: 1 for an informative word, less for one that many titles share."""
    dice: float
    """The shared words' part of all words of both, 0..1."""
    contained: float
    """The shared words' part of the shorter title, 0..1."""


NOTHING = Likeness(0.0, 0.0, 0.0)


def likeness(one: str | None, other: str | None) -> Likeness:
    """Compare two normalised titles by their informative words (Dice 1945; Japanese compounds by pairs of characters)."""
    (our_words, ours), (their_words, theirs) = title_words(one), title_words(other)
    if our_words.isdisjoint(their_words):
        return NOTHING
    shared = weight_of(our_words & their_words)
    return Likeness(shared, 2 * shared / (ours + theirs), shared / min(ours, theirs))


@lru_cache(maxsize=65536)
def title_words(title: str | None) -> tuple[frozenset[str], float]:
    """The informative words of a normalised title, and how much they tell: 1 each, less where many titles share one."""
    words = frozenset(word for piece in (title or "").split() for word in _words(piece))
    return words, weight_of(words)


def weight_of(words: frozenset[str]) -> float:
    """How much words of titles tell: 1 each, less where many titles share one."""
    return len(words) - (1 - _FAINT_WEIGHT) * len(words & _FAINT_STEMS)


def _words(piece: str) -> Iterator[str]:
    for script, signs in groupby(piece, key=_script):
        run = "".join(signs)
        if script == "latin":
            if run not in STOP_WORDS and not (run.isdecimal() and len(run) <= 2):
                yield _stem(run)
        elif script == "kanji" or (script == "katakana" and run in GENERIC_PARTS):
            yield from _compounds(run)
        elif script == "katakana" and len(run) > 1:
            yield run


def _script(sign: str) -> str:
    name = unicodedata.name(sign, "")
    if name.startswith("HIRAGANA"):
        return "hiragana"
    if name.startswith("KATAKANA"):
        return "katakana"
    return "kanji" if name.startswith("CJK") or sign == "々" else "latin"


def _compounds(run: str) -> Iterator[str]:
    """A run of kanji without generic words, by overlapping pairs; a lone sign is the stem of some verb."""
    for word in _LONGEST_FIRST:
        run = run.replace(word, " ")
    for part in run.split():
        yield from (part[at : at + 2] for at in range(len(part) - 1))


def _stem(word: str) -> str:
    for suffix in ("s", "ing", "er"):
        if len(word) - len(suffix) >= 4:
            word = word.removesuffix(suffix)
    return word


_FAINT_STEMS = frozenset(_stem(word) if word.isascii() else word for word in FAINT_WORDS)
