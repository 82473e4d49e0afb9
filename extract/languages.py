"""Japanese or English: any kana or kanji in a block makes it Japanese (EXTRACT.md 7)."""

import re2

_JAPANESE = re2.compile(r"[\p{Hiragana}\p{Katakana}\p{Han}]+")
_LATIN = re2.compile(r"[A-Za-z]+")
_MEANS_JAPANESE = 0.1


def language_of(text: str) -> str:
    """`ja` where a tenth of the letters are Japanese, else `en`."""
    japanese = sum(map(len, _JAPANESE.findall(text)))
    latin = sum(map(len, _LATIN.findall(text)))
    return "ja" if japanese and japanese >= _MEANS_JAPANESE * (japanese + latin) else "en"
