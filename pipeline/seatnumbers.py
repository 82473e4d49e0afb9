"""Which of the seats of a mail an answer means, where it names one by its number (「②の件」, "the second role")."""

import unicodedata

import re2

from requisitions.mentions import NUMBER

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5}
_SEATS = "role|position|requirement|req|requisition|job|opening|vacancy|seat|posting"
_JAPANESE = dict(zip("一二三四五六七八九", range(1, 10), strict=True))
_CIRCLED = re2.compile("[①-⑳]")
_NAMED = re2.compile(
    r"(?i)(?:\b(?:no\. ?|no|nr\. ?|number )|案件 ?(?:no\.? ?)?)([1-9][0-9]?)(?:[^0-9/:,.%人名年月日時万円]|[.](?:[^0-9]|$)|$)"
    r"|([1-9][0-9]?|[一二三四五六七八九]) ?(?:つ目|件目|番目|個目|番の案件|番の件)"
    rf"|\bthe ({'|'.join(_ORDINALS)}) (?:of the )?(?:{_SEATS}|one)s?\b"
    rf"|\b(?:{_SEATS}) ?(?:#|no\.) ?([1-9])\b"
    rf"|\b(?:{_SEATS}) ([1-9])(?: ?[:,)-]| (?:is|has|now|only|will|was)\b|'s\b|$)"
)


def seat_number(text: str) -> frozenset[str]:
    """The number that the first words of a mail name a seat by, as a word of `LinkKeys.says`; empty where they name none, or several.

    A list of points is numbered too, but then there are several.
    """
    signs = {int(unicodedata.numeric(sign)) for sign in _CIRCLED.findall(text)}
    words = {_value(next(filter(None, groups))) for groups in _NAMED.findall(unicodedata.normalize("NFKC", _CIRCLED.sub(" ", text)))}
    numbers = signs | words
    return frozenset(f"{NUMBER}{number}" for number in numbers) if len(numbers) == 1 else frozenset()


def _value(word: str) -> int:
    return _ORDINALS.get(word.casefold()) or _JAPANESE.get(word) or int(word)
