"""A copy of a text in which spellings agree, with the way back to the original's offsets.

Matching works on the copy; evidence is always cut from the original. NFKC changes lengths (㈱ → (株), ｸﾞ → グ), so each
character of the copy knows the stretch of the original that it came from (EXTRACT.md 6.2).
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_DASHES = dict.fromkeys("‐‑‒–—―−─━", "-")
_WAVES = dict.fromkeys("〜～∼˜〰", "~")
_QUOTES = {"’": "'", "‘": "'", "＇": "'", "“": '"', "”": '"', "´": "'"}
_ALIKE = {
    **_DASHES,
    **_WAVES,
    **_QUOTES,
    "♯": "#",
    "　": " ",
    "\u00a0": " ",
    "\r": " ",
    "\v": " ",
    "\f": " ",
    "\u2028": "\n",
    "\u2029": "\n",
    "：": ":",
}
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
"""In brackets, or `①3年` would read as thirteen years."""
_VOICING = "ﾞﾟ\u3099\u309a"


@dataclass(frozen=True, slots=True)
class Folded:
    """The folded copy: character `i` of `text` stands for `original[starts[i]:ends[i]]`."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The half-open stretch of the original behind `text[start:end]`."""
        if start >= end:
            at = self.starts[start] if start < len(self.text) else (self.ends[-1] if self.ends else 0)
            return at, at
        return self.starts[start], self.ends[end - 1]

    def copy_of(self, start: int, end: int) -> str:
        """The folded words of the stretch `[start, end)` of the original."""
        return self.text[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def cut(self, start: int, end: int) -> "Folded":
        """The copy of a stretch of this copy, with the same way back."""
        return Folded(self.text[start:end], self.starts[start:end], self.ends[start:end])


def join(parts: Sequence[Folded], glue: str) -> Folded:
    """One copy out of several; the glue stands for the gap between its neighbours."""
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for part in parts:
        if texts and glue:
            texts.append(glue)
            starts.extend([ends[-1]] * len(glue))
            ends.extend([part.starts[0] if part.starts else ends[-1]] * len(glue))
        texts.append(part.text)
        starts.extend(part.starts)
        ends.extend(part.ends)
    return Folded("".join(texts), starts, ends)


def _fold_cluster(cluster: str) -> str:
    """A character with its marks, folded."""
    if len(cluster) == 1:
        if cluster in _ALIKE:
            return _ALIKE[cluster]
        if cluster < "\x7f":
            return cluster.lower()
    if cluster in _CIRCLED:
        return f"({_CIRCLED.index(cluster) + 1})"
    plain = unicodedata.normalize("NFKC", cluster).lower()
    return "".join(_ALIKE.get(char, char) for char in plain)


class _Characters(dict[str, str]):
    """What single characters fold to, filled as they are met; a mark, which belongs to the character before it, to nothing."""

    def __missing__(self, char: str) -> str:
        is_mark = char in _VOICING or (char > "\u02ff" and unicodedata.combining(char))
        plain = "" if is_mark else _fold_cluster(char)
        if len(self) < _MOST_CHARACTERS:
            self[char] = plain
        return plain


_MOST_CHARACTERS = 20_000
"""Characters whose folding is remembered; no language has more, and a hostile mail shall not fill the memory."""
_CHARACTERS = _Characters()
_LONGEST_CLUSTER = 32
"""Characters that NFKC sees together: a letter and its marks."""


def fold(text: str) -> Folded:
    """Fold a text: NFKC by clusters, lower case, one sign for all dashes, waves, quotes and blanks.

    ー counts as a dash between digits only.
    """
    return _kept(text) if len(text) <= _LONGEST_KEPT else _fold(text)


_LONGEST_KEPT = 20_000
"""Characters of a text whose copy is kept for a while: a mail's is asked for by several stages."""


def _fold(text: str) -> Folded:
    pieces = list(map(_CHARACTERS.__getitem__, text))
    starts: Sequence[int] = range(len(text))
    ends: Sequence[int] = range(1, len(text) + 1)
    if "" in pieces:
        pieces, starts, ends = _with_marks(text, pieces)
    plain = "".join(pieces)
    if len(plain) != len(pieces):
        starts = [start for start, piece in zip(starts, pieces, strict=True) for _ in piece]
        ends = [end for end, piece in zip(ends, pieces, strict=True) for _ in piece]
    return Folded(_with_dashes(plain) if "ー" in plain else plain, starts, ends)


_kept = lru_cache(maxsize=64)(_fold)


def _with_marks(text: str, pieces: Sequence[str]) -> tuple[list[str], list[int], list[int]]:
    """The pieces again, each mark folded together with the character that it stands behind; where each begins and ends."""
    found: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for at, piece in enumerate(pieces):
        if piece or not found or at - starts[-1] >= _LONGEST_CLUSTER:
            found.append(piece or _fold_cluster(text[at]))
            starts.append(at)
            ends.append(at + 1)
        else:
            ends[-1] = at + 1
            found[-1] = _fold_cluster(text[starts[-1] : at + 1])
    return found, starts, ends


def _with_dashes(plain: str) -> str:
    """The text with each ー between two digits made a dash."""
    chars = list(plain)
    at = plain.find("ー", 1)
    while 0 < at < len(chars) - 1:
        if chars[at - 1].isdigit() and chars[at + 1].isdigit():
            chars[at] = "-"
        at = plain.find("ー", at + 1)
    return "".join(chars)


def fold_term(text: str) -> str:
    """A spelling of the vocabulary, folded as texts are."""
    return fold(text).text.strip()
