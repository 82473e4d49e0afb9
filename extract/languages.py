"""Japanese or English: any kana or kanji in a block makes it Japanese (EXTRACT.md 7)."""

from extract.patterns import Pattern

_JAPANESE = Pattern(r"[\p{Hiragana}\p{Katakana}\p{Han}]")
_MEANS_JAPANESE = 0.1


class _Japanese(dict[str, bool]):
    """Whether a character beyond ASCII is Japanese, filled as they are met."""

    def __missing__(self, char: str) -> bool:
        known = _JAPANESE.search(char) is not None
        if len(self) < _MOST_CHARACTERS:
            self[char] = known
        return known


_MOST_CHARACTERS = 20_000
"""Characters that are remembered; no language has more, and a hostile mail shall not fill the memory."""
_IS_JAPANESE = _Japanese((chr(code), False) for code in range(128))


def language_of(text: str) -> str:
    """`ja` where a tenth of the letters are Japanese, else `en`."""
    japanese = 0 if text.isascii() else sum(map(_IS_JAPANESE.__getitem__, text))
    if not japanese:
        return "en"
    latin = sum(map(str.isalpha, text.encode("ascii", "ignore").decode()))
    return "ja" if japanese >= _MEANS_JAPANESE * (japanese + latin) else "en"
