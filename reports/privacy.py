"""What a report leaves out of the words that it quotes: telephone numbers, mail addresses, names of people."""

from collections.abc import Sequence
from dataclasses import dataclass

import re2

_ADDRESS = re2.compile(r"[0-9A-Za-z._%+\-]+@[0-9A-Za-z\-]+(?:\.[0-9A-Za-z\-]+)+")
_PHONE = re2.compile(r"(?:\+[0-9]{1,3}[\- .(]{0,2}|\(?0)[0-9]{1,4}[\- .()]{1,2}[0-9]{1,4}[\- .()]{1,2}[0-9]{3,4}|\+?[0-9]{10,13}")
_AMERICAN_PHONE = re2.compile(r"\(?[2-9][0-9]{2}\)?[\- .]{1,2}[0-9]{3}[\- .][0-9]{4}")
_DIGITS_OF_A_PHONE = range(10, 14)
_POLITE = re2.compile(
    r"(\p{Han}{1,4}(?:[ 　]\p{Han}{1,4})?|[\p{Katakana}ー]{2,12}(?:[ 　・][\p{Katakana}ー]{2,12})?)"
    r"(?:様|さま|さん|氏)(?:[^\p{Han}\p{Katakana}々]|$)"
)
_TITLED = re2.compile(r"\b(?:Mr|Ms|Mrs|Dr)\.? ([A-Z][\p{L}'’\-]+(?: [A-Z][\p{L}'’\-]+)?)|\b([A-Z][a-z]+)-san\b")
_NOBODY = (
    *("客", "皆", "社", "部長", "課長", "社長", "所長", "先方", "担当", "担当者", "候補者", "技術者", "応募者", "要員", "顧客", "業者"),
    *("部署", "現場", "部門", "企業", "ユーザー", "ユーザ", "エンド", "クライアント", "スタッフ", "メンバー", "パートナー", "エンジニア"),
    *("仕", "多", "模", "同", "異", "有", "一", "別", "各", "神", "王"),
)
"""How words before 様 or さん end that name no person; the last ones are halves of other words."""
_NARROW = str.maketrans("０１２３４５６７８９－‐‑‒–—―−ー＋（）．　＠", "0123456789---------+(). @")


@dataclass(frozen=True, slots=True)
class Instead:
    """What stands where something private stood."""

    phone: str
    address: str
    person: str
    writers: str = ""
    """Names that need no stand-in, all in one text: of people whose mails the report is made from."""


def without_private(parts: Sequence[str], instead: Instead) -> list[str]:
    """Pieces of one text with all that is private replaced, also across their borders; initials of a person stay."""
    text = "".join(parts)
    found = _private(text, instead)
    kept: list[str] = []
    begin = last = 0
    for part in parts:
        end, piece = begin + len(part), ""
        last = max(begin, last)
        for start, stop, word in found:
            if last <= start < end:
                piece += text[last:start] + word
                last = stop
        kept.append(piece + text[last:end])
        begin = end
    return kept


def _private(text: str, instead: Instead) -> list[tuple[int, int, str]]:
    """Start, end and stand-in of what a report leaves out, in order."""
    # Half a surrogate pair can't be handed to RE2; a question mark keeps the offsets.
    plain = text.encode(errors="replace").decode()
    narrow = plain.translate(_NARROW)
    found = [(match.start(), match.end(), instead.address) for match in _ADDRESS.finditer(narrow)]
    for pattern in (_AMERICAN_PHONE, _PHONE):
        found += [(match.start(), match.end(), instead.phone) for match in pattern.finditer(narrow) if _is_phone(match.group())]
    named = [match.span(1) for match in _POLITE.finditer(plain) if not match.group(1).endswith(_NOBODY)]
    named += [match.span(1 if match.group(1) else 2) for match in _TITLED.finditer(plain)]
    found += [(start, end, instead.person) for start, end in named if plain[start:end] not in instead.writers]
    return sorted(found)


def _is_phone(found: str) -> bool:
    return sum(character.isdigit() for character in found) in _DIGITS_OF_A_PHONE
