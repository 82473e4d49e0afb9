"""Attribution lines: `On … wrote:`, `2026年3月2日(月) 23:58 根津 <…>:` and what other mail programs write in their place."""

from collections.abc import Sequence

import re2

from ingest.lines import Line

_MOST_LINES = 3
_LONGEST = 400

_DATE = r"(?:\d{4}\s?[年/.-]\s?\d{1,2}\s?[月/.-]\s?\d{1,2}日?|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})"
_ADDRESS = r"[<＜(（\[](?:mailto:)?[^\s<>＜＞@]+@[^\s<>＜＞@]+[>＞)）\]]"
_WROTE_JA = r"(?:さん|様|氏)?(?:は|が|の|からの)?(?:書きました|メール|メッセージ|wrote|writes|記事)"

_STRONG = re2.Set.SearchSet()
for _pattern in (
    # English, Gmail, Apple, Thunderbird, Zoho
    r"(?i)^[-\s]{0,6}on\b.{0,160}\d.{0,200}\b(?:wrote|writes|said)\b\s?[:：]?[-\s]{0,6}$",
    r"(?i)^.{1,120}<[^<>@\s]+@[^<>\s]+>\s+(?:wrote|writes)\s?[:：]$",
    r"(?i)^\(?" + _DATE + r".{0,200}\b(?:wrote|writes)\s?[:：]$",
    r"(?i)^.{1,80}\b(?:wrote|writes)\b(?: on| at|,) .{0,60}\d{4}.{0,60}[:：]$",
    r"(?i)^-{2,}\s.{1,100}<[^<>@\s]+@[^<>\s]+>\s+wrote\s?[:：]?$",
    # German, French, Spanish, Italian, Dutch
    r"(?i)^.{1,120}<[^<>@\s]+@[^<>\s]+>\s(?:schrieb|skrev|schreef|escreveu|escribió|ha scritto|a écrit)\b.{0,80}[:：]$",
    r"(?i)^am\b.{0,120}\d.{0,160}\bschrieb\b.{0,120}[:：]$",
    r"(?i)^le\b.{0,120}\d.{0,160}\ba écrit\s?[:：]$",
    r"(?i)^el\b.{0,120}\d.{0,160}\bescribió\s?[:：]$",
    r"(?i)^il\b.{0,120}\d.{0,160}\bha scritto\s?[:：]$",
    r"(?i)^op\b.{0,120}\d.{0,160}\bschreef\b.{0,120}[:：]$",
    # Japanese: Gmail, Apple, Thunderbird, Yahoo, Becky
    r"(?i)^\(?" + _DATE + r".{0,80}" + _ADDRESS + r"\s?(?:[:：]|" + _WROTE_JA + r"\s?[:：。]?)$",
    r"(?i)^\(?" + _DATE + r".{0,120}(?:さん|様|氏)?(?:は|が)?(?:書きました|wrote)\s?[:：。]?$",
    r"(?i)^\(?" + _DATE + r".{0,120}の(?:メール|メッセージ)\s?[:：]$",
    r"^.{1,80}(?:さん|様|氏)(?:は|が)?.{0,60}(?:書きました|書いたメール|wrote)\s?[:：。]?$",
    r"^-{2,}\s?.{1,60}さん(?:は|が)書きました\s?-{2,}$",
):
    _STRONG.Add(_pattern)
_STRONG.Compile()
_WEAK = re2.compile(r"(?i)^\(?" + _DATE + r".{0,80}(?:" + _ADDRESS + r"|さん|様)\s?[:：]?$|^.{1,80}" + _ADDRESS + r"\s?[:：]$")
_MOMENT = re2.compile(r"\d:\d\d|(?:^|\D)(?:19|20)\d\d(?:\D|$)")
_OPENINGS = ("on ", "am ", "le ", "el ", "il ", "op ")
_CUES = (
    "wrote",
    "writes",
    "said",
    "schrieb",
    "écrit",
    "escribió",
    "scritto",
    "schreef",
    "書きました",
    "書いた",
    "メール",
    "メッセージ",
    "@",
    "さん",
    "様",
)


def attribution_length(lines: Sequence[Line], at: int) -> int:
    """How many lines the attribution that begins here takes; 0 where none does."""
    if not _may_begin(lines[at].words):
        return 0
    joined = ""
    for count in range(1, _MOST_LINES + 1):
        number = at + count - 1
        if number == len(lines) or not lines[number].words or lines[number].depth != lines[at].depth:
            return 0
        if count > 1 and _opens(lines[number].words) and _matches(lines[number].words):
            # It is one by itself: the lines above it are words of their own.
            return 0
        joined = f"{joined} {lines[number].words}".strip()
        if len(joined) > _LONGEST:
            return 0
        if _matches(joined):
            return count
    return 0


def _matches(words: str) -> bool:
    return any(cue in words for cue in _CUES) and bool(_STRONG.Match(words) or _WEAK.match(words))


def _may_begin(words: str) -> bool:
    """A cheap look before the patterns: most lines of a mail are no attribution."""
    return _opens(words) or any(cue in words for cue in _CUES)


def _opens(words: str) -> bool:
    bare = words.lstrip("-( ")
    return bare[:1].isdigit() or bare[:3].lower() in _OPENINGS


def is_weak(lines: Sequence[Line], at: int, count: int) -> bool:
    """Whether the attribution could as well be a line of the author's own: mail programs name an address, a time or a year."""
    words = " ".join(line.words for line in lines[at : at + count])
    return not _STRONG.Match(words) or ("@" not in words and not _MOMENT.search(words))
