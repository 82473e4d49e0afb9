"""How one listed spelling stands for the ways people type it."""

from collections.abc import Iterator

from extract.folding import fold_term

_BREAKS = " -_.・"
_JOINERS = ("", " ", "-")
_LONG_WORD = 4


def fold_spelling(spelling: str) -> str:
    """A spelling as folded texts show it."""
    return spelling.strip().lower() if spelling.isascii() else fold_term(spelling)


def is_katakana(char: str) -> bool:
    """Whether a folded character continues a katakana word."""
    return "ァ" <= char <= "ヺ" or char == "ー"


def variants(spelling: str) -> Iterator[str]:
    """The spelling itself, the same words joined otherwise, and all without the closing ー of their katakana words.

    `Spring Boot` is also SpringBoot and Spring-Boot; サーバー is also サーバ (JIS Z 8301 drops the ー of longer words).
    """
    for form in (spelling, *_rejoined(spelling)):
        yield form
        if "ー" in form and (short := _without_long_ends(form)) != form:
            yield short


def _rejoined(spelling: str) -> Iterator[str]:
    """The words with each joiner between them. A slash is kept: in mails it may part two terms."""
    inner = "".join(" " if char in _BREAKS else char for char in spelling[1:-1])
    words = f"{spelling[:1]}{inner}{spelling[-1:]}".split(" ")
    if len(words) > 1 and all(words):
        yield from (form for joiner in _JOINERS if (form := joiner.join(words)) != spelling)


def _without_long_ends(spelling: str) -> str:
    kept: list[str] = []
    run = 0
    for char, following in zip(spelling, f"{spelling[1:]} ", strict=True):
        run = run + 1 if is_katakana(char) else 0
        if char != "ー" or run < _LONG_WORD or is_katakana(following):
            kept.append(char)
    return "".join(kept)
