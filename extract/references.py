"""The client's own numbers for a seat: 案件番号：KH-1102, Req MB-417, (ref QM-31)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.patterns import Pattern, any_sign

_LABELLED = Pattern(
    r"(?:案件(?:番号|id|no\.?|ナンバー)|管理番号|求人番号|整理番号|受付番号|\bno\.?"
    r"|\bref(?:erence)?\.?(?: no\.?| number)?|\breq(?:uisition)?\.?(?: ?(?:id|no\.?|number|#))?"
    r"|\bjob ?(?:id|no\.?|#|ref(?:erence)?)|\bposition id)"
    r"(?:[ ]?[:#\]】)]|[ ]-[ ])?[ ]?(?P<code>(?:\b[a-z]{1,6}[-/_ ]?)?\d[a-z0-9]*(?:[-/_]\d[a-z0-9]*)*)"
)
_NAMES = ("番号", "案件", "no", "ref", "req", "job", "position id", "jr")
_SIGNS = "-/_"
_MERE_NO = Pattern(r"^no [^:#]*$")
"""The word: "no 12-hour shifts"."""
_NUMBERED = Pattern(r"\bjr ?[:#]? ?(?P<code>\d[a-z0-9]*)")
_CODE = Pattern(r"(?P<code>[a-z]{1,5}[-/_]\d{2,7})(?:\b|[^a-z0-9])")
_NOT_A_REFERENCE = Pattern(
    r"^(?:iso|rfc|utf|az|dp|ai|sc|pl|ms|md|pmi|as|jis|sql|windows|win"
    r"|cve|covid|mp|sha|aes|pc|fips|soc|ccna|net|ie|web|co|am|pm|q|ver|v|app)[-/_]|^[a-z][-/_]\d{1,3}(?:\D|$)"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference at its place in a folded text."""

    code: str
    """Upper case, as the requisition keeps it."""
    start: int
    end: int


@lru_cache(maxsize=256)
def find_references(text: str) -> tuple[Reference, ...]:
    """References from the left: those named as such, and codes of letters, a sign and figures that no standard bears."""
    return tuple(_references(text)) if any(map(str.isdecimal, text)) else ()


def _references(text: str) -> Iterator[Reference]:
    taken: list[tuple[int, int]] = []
    named = any(word in text for word in _NAMES)
    for found in (*_LABELLED.finditer(text), *_NUMBERED.finditer(text)) if named else ():
        code = found["code"].strip()
        if _MERE_NO.match(found.group()) and sum(char.isdigit() for char in code) < _NUMBER_OF_A_WORD:
            continue
        if sum(char.isdigit() for char in code) >= 2 and not _looks_like_a_date(code):
            start = found.start(1)
            taken.append((start, start + len(found["code"])))
            yield Reference(code.upper().replace(" ", "-"), start, start + len(found["code"]))
    for found in _CODE.finditer(text) if any_sign(_SIGNS, text) else ():
        start, end = found.start(1), found.end(1)
        before = text[start - 1 : start]
        if before.isascii() and (before.isalnum() or before in "./-@_") and before:
            continue
        if any(start < last and first < end for first, last in taken) or _NOT_A_REFERENCE.match(found["code"]):
            continue
        yield Reference(found["code"].upper(), start, end)


def _looks_like_a_date(code: str) -> bool:
    parts = code.replace("-", "/").split("/")
    return len(parts) in (2, 3) and all(part.isdigit() and len(part) <= _YEAR for part in parts)


_NUMBER_OF_A_WORD = 5
"""Figures of the shortest number that "no" without a full stop may lead."""
_YEAR = 4
"""Figures of the longest part of a date."""
