"""A copy of a text in which spellings agree, with the way back to the original's offsets.

Matching works on the copy; evidence is always cut from the original. NFKC changes lengths (㈱ → (株), ｸﾞ → グ), so each
character of the copy knows the stretch of the original that it came from (EXTRACT.md 6.2).
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

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


def _clusters(text: str) -> list[tuple[int, int]]:
    """Stretches that NFKC must see together: a character and the marks that follow it."""
    found: list[tuple[int, int]] = []
    start, length = 0, len(text)
    while start < length:
        end = start + 1
        while end < length and end - start < 32 and (text[end] in _VOICING or (text[end] > "\u02ff" and unicodedata.combining(text[end]))):
            end += 1
        found.append((start, end))
        start = end
    return found


def _fold_cluster(cluster: str) -> str:
    if len(cluster) == 1:
        if cluster in _ALIKE:
            return _ALIKE[cluster]
        if cluster < "\x7f":
            return cluster.lower()
    if cluster in _CIRCLED:
        return f"({_CIRCLED.index(cluster) + 1})"
    plain = unicodedata.normalize("NFKC", cluster).lower()
    return "".join(_ALIKE.get(char, char) for char in plain)


def fold(text: str) -> Folded:
    """Fold a text: NFKC by clusters, lower case, one sign for all dashes, waves, quotes and blanks.

    ー counts as a dash between digits only.
    """
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        plain = _fold_cluster(text[start:end])
        chars.extend(plain)
        starts.extend([start] * len(plain))
        ends.extend([end] * len(plain))
    for i in range(1, len(chars) - 1):
        if chars[i] == "ー" and chars[i - 1].isdigit() and chars[i + 1].isdigit():
            chars[i] = "-"
    return Folded("".join(chars), starts, ends)


def fold_term(text: str) -> str:
    """A spelling of the vocabulary, folded as texts are."""
    return fold(text).text.strip()
