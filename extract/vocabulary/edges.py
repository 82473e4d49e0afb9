"""Whether a hit is a word of its own, judged by its neighbours in the folded text.

Only neighbours of the same script count: `Java経験` holds Java, `JavaScript` does not; エクセル経験 holds エクセル, エクセルギー does not.
"""

import string

from extract.vocabulary.spellings import is_katakana

_DIGITS = frozenset(string.digits)
_WORD = frozenset(string.ascii_lowercase + string.digits + "_")
_BEFORE_NUMBER = frozenset("-.,:/$£€¥@")
_AROUND_LETTER = frozenset("+#&'’*=-_社案氏君様店棟級組班")
"""Beside a one-letter name: C-level, R&D, C社."""
_VERSION_ENDS = frozenset({"", "c", "g", "i", "r", "x", "cr", "u", "ai", "sp", "y", "yr", "yrs", "year", "years", "month", "months"})
_SHORT = 3
_HALVES = frozenset({"am", "pm"})
_HEADS = ("マイクロソフト", "アマゾン", "グーグル", "オープンソース")
_TAILS = (
    "スキル",
    "エンジニア",
    "プログラマ",
    "プログラミング",
    "デベロッパ",
    "コンサル",
    "サポート",
    "リーダ",
    "マネージャ",
    "マネジメント",
    "メンバ",
    "チーム",
    "ツール",
    "システム",
    "サーバ",
    "サービス",
    "データベース",
    "プロジェクト",
    "レベル",
    "ユーザ",
    "マクロ",
    "テスト",
    "ベンダ",
    "アプリ",
    "ソフト",
    "パッケージ",
    "フレームワーク",
    "ライブラリ",
    "クラウド",
    "オペレータ",
    "オペレーション",
    "スタッフ",
    "デスク",
    "センター",
    "インフラ",
    "ネットワーク",
    "セキュリティ",
)
"""Words that katakana compounds of the trade end in: エクセルスキル still speaks of エクセル."""


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is no part of a longer word, code or clock time. A glued version is none: Java17, Oracle19c."""
    return _starts(text, start) and _ends(text, start, end) and not (end - start <= _SHORT and _is_code(text, start, end))


def _starts(text: str, start: int) -> bool:
    first, before = text[start], text[start - 1 : start]
    if first in _DIGITS:
        return before not in _WORD and not (before in _BEFORE_NUMBER and text[start - 2 : start - 1].strip() != "")
    if first in _WORD or first == ".":
        return before not in _WORD
    return not (is_katakana(first) and is_katakana(before) and not text.endswith(_HEADS, 0, start))


def _ends(text: str, start: int, end: int) -> bool:
    last, after = text[end - 1], text[end : end + 1]
    if last in _WORD:
        if end - start == 1 and _is_initial(text, start, end):
            return False
        if after in _DIGITS:
            return end - start > 1 and last not in _DIGITS and _is_version(text, end)
        return after not in _WORD
    if is_katakana(last):
        return not is_katakana(after) or text.startswith(_TAILS, end)
    return not (last in "+#" and after == last)


def _is_initial(text: str, start: int, end: int) -> bool:
    """Whether a single letter is a person's, firm's or list's: `S.K`, C社, R&D."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return before in _AROUND_LETTER or before == "." or after in _AROUND_LETTER or (after == "." and text[end + 1 : end + 2].strip() != "")


def _is_code(text: str, start: int, end: int) -> bool:
    """Whether a short word belongs to a reference (`QM-31`) or a clock time (`2:58 PM`)."""
    if text[end : end + 1] == "-" and text[end + 1 : end + 2] in _DIGITS:
        return text[end - 1] not in _DIGITS
    return text[start:end] in _HALVES and text[:start].rstrip(" ")[-1:] in _DIGITS


def _is_version(text: str, start: int) -> bool:
    """Whether the digits at `start`, with points and a short suffix, end the word."""
    end = start
    while text[end : end + 1] in _DIGITS or (text[end : end + 1] == "." and text[end + 1 : end + 2] in _DIGITS):
        end += 1
    tail = end
    while text[tail : tail + 1] in _WORD:
        tail += 1
    return text[end:tail].rstrip(string.digits) in _VERSION_ENDS
