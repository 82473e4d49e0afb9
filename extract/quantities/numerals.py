"""Numbers as mails write them: digits, kanji, English words."""

DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
KANJI = r"[〇一二三四五六七八九十百]+"

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_PHRASES = {"a": 1, "an": 1, "single": 1, "a single": 1, "a couple of": 2, "a pair of": 2,
            "a couple": 2, "couple of": 2, "both": 2, "half a dozen": 6,
            "a dozen": 12, "dozen": 12, "two dozen": 24}  # fmt: skip
_KANJI_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")}
_KANJI_SCALES = {"十": 10, "百": 100, "千": 1_000}

_SMALL = "|".join(sorted((word for word in _UNITS if word != "zero"), key=len, reverse=True))
WORDS = rf"(?:{'|'.join(_TENS)})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|{_SMALL}"
"""English number words from one to ninety-nine."""

HUNDREDS = rf"(?:a |(?:{_SMALL})[- ])hundred(?:(?: and)? (?:{WORDS}))?"
"""English number words above ninety-nine: two hundred and fifty."""

_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
ORDINALS = rf"(?:twenty|thirty)[- ](?:{'|'.join(list(_ORDINALS)[:9])})|{'|'.join(sorted(_ORDINALS, key=len, reverse=True))}"
"""English days of a month in words."""

EN = rf"(?:{DIGITS}|\b(?:{WORDS})\b)"
ANY = rf"(?:{DIGITS}|{KANJI}|\b(?:{WORDS})\b)"


def number(words: str) -> float | None:
    """The value of a numeral in any of the three writings; null where it is none."""
    words = words.strip()
    if not words:
        return None
    if words[0].isascii() and words[0].isdigit():
        return _digits(words)
    if words[0] in _KANJI_DIGITS or words[0] in _KANJI_SCALES:
        return kanji(words)
    return english(words)


def ordinal(words: str) -> int | None:
    """The twenty-second → 22; digits as they stand."""
    if words.isdigit():
        return int(words)
    tens, _, rest = words.replace("-", " ").partition(" ")
    return _ORDINALS.get(tens) if not rest else _TENS[tens] + _ORDINALS[rest] if tens in _TENS and rest in _ORDINALS else None


def _digits(words: str) -> float | None:
    plain = words.replace(",", "")
    if len(plain) > 15 or not all(character in "0123456789." for character in plain) or plain.count(".") > 1:
        return None
    return float(plain)


def kanji(words: str) -> float | None:
    """二十五 → 25, 二五 → 25 (read digit by digit)."""
    if len(words) > 8 or any(character not in _KANJI_DIGITS and character not in _KANJI_SCALES for character in words):
        return None
    if not any(character in _KANJI_SCALES for character in words):
        return float("".join(str(_KANJI_DIGITS[character]) for character in words))
    total, pending = 0, None
    for character in words:
        if character in _KANJI_SCALES:
            total += _KANJI_SCALES[character] * (1 if pending is None else pending)
            pending = None
        else:
            pending = _KANJI_DIGITS[character]
    return float(total + (pending or 0))


def english(words: str) -> float | None:
    """Twenty-five → 25, a dozen → 12, two hundred and fifty → 250."""
    if words in _PHRASES:
        return float(_PHRASES[words])
    hundreds, told, odd = words.partition("hundred")
    if told:
        whole, beyond = english(hundreds.strip(" -")), english(odd.strip().removeprefix("and ")) if odd.strip() else 0.0
        return None if whole is None or beyond is None else 100 * whole + beyond
    tens, _, rest = words.replace("-", " ").partition(" ")
    if not rest:
        value = _UNITS.get(tens, _TENS.get(tens))
        return None if value is None else float(value)
    return float(_TENS[tens] + _UNITS[rest]) if tens in _TENS and 0 < _UNITS.get(rest, 0) < 10 else None
