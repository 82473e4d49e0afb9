"""How one listed spelling stands for the ways people type it."""

import unicodedata
from collections.abc import Iterator

from extract.folding import fold_term

_BREAKS = str.maketrans("-_.・", "    ")
_JOINERS = ("", " ", "-")
_LONG_WORD = 4
_EXPERIENCE = "経験"
_SHORTEST_JOINED = 5
"""Shorter ones turn into words of their own: AD DS, Si-R."""


def fold_spelling(spelling: str) -> str:
    """A spelling as folded texts show it; the slow way only for what is not plainly folded, since thousands are read at the start."""
    if spelling.isascii() or (spelling.isalpha() and unicodedata.is_normalized("NFKC", spelling)):
        return spelling.strip().lower()
    return fold_term(spelling)


def is_katakana(char: str) -> bool:
    """Whether a folded character continues a katakana word."""
    return "ァ" <= char <= "ヺ" or char == "ー"


def variants(spelling: str) -> Iterator[str]:
    """The spelling itself, the same words joined otherwise, and all without the closing ー of their katakana words.

    `Spring Boot` is also SpringBoot and Spring-Boot; サーバー is also サーバ (JIS Z 8301 drops the ー of longer words); 販売経験 is also
    販売の経験.
    """
    for form in (spelling, *_rejoined(spelling)):
        yield form
        if "ー" in form and (short := _without_long_ends(form)) != form:
            yield short
    if (thing := spelling.removesuffix(_EXPERIENCE)) != spelling and len(thing) > 1 and thing[-1] not in "の未無":
        yield f"{thing}の{_EXPERIENCE}"


def _rejoined(spelling: str) -> Iterator[str]:
    """The words with each joiner between them. A slash is kept: in mails it may part two terms."""
    words = f"{spelling[:1]}{spelling[1:-1].translate(_BREAKS)}{spelling[1:][-1:]}".split(" ")
    if len(words) > 1 and all(words):
        forms = (joiner.join(words) for joiner in _JOINERS if joiner or len("".join(words)) >= _SHORTEST_JOINED)
        yield from (form for form in forms if form != spelling)


def _without_long_ends(spelling: str) -> str:
    kept: list[str] = []
    run = 0
    for char, following in zip(spelling, f"{spelling[1:]} ", strict=True):
        run = run + 1 if is_katakana(char) else 0
        if char != "ー" or run < _LONG_WORD or is_katakana(following):
            kept.append(char)
    return "".join(kept)
