"""What mail programs set above an earlier mail: a block of header lines, a separator, or one line that says who wrote when."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import lru_cache

import re2

from ingest.addresses import first_address
from ingest.attributions import attribution_length, is_weak
from ingest.dates import parse_date
from ingest.lines import Line
from ingest.subjects import is_forward
from requisitions.messages import Address

_FIELDS = {
    **dict.fromkeys(("from", "差出人", "送信者", "発信者", "送信元", "from差出人", "差出人from", "von", "de", "da"), "from"),
    **dict.fromkeys(
        ("sent", "date", "送信日時", "送信日", "日時", "日付", "送信", "送付日時", "受信日時", "gesendet", "datum", "envoyé", "enviado"),
        "date",
    ),
    **dict.fromkeys(("subject", "件名", "題名", "標題", "表題", "タイトル", "betreff", "objet", "asunto"), "subject"),
    **dict.fromkeys(("to", "宛先", "宛て先", "受信者", "あて先", "an", "à", "para"), "to"),
    **dict.fromkeys(
        ("cc", "bcc", "reply-to", "返信先", "importance", "重要度", "attachments", "添付ファイル", "sender", "organization"), "other"
    ),
}
_LABEL = re2.compile(r"^[*_]{0,2}([^:：*_]{1,24}?)[*_]{0,2}\s*[:：][*_]{0,2}\s*(.*)$")
_DRESSING = "-=*_~－―ー─━<>＜＞【】[] \u3000"
"""Signs that separators are made of."""
_ORIGINAL = frozenset(
    {"original message", "original appointment", "original mail", "reply message", "元のメッセージ", "オリジナルメッセージ", "元のメール"}
    | {
        "返信元メッセージ",
        "以下、元のメッセージ",
        "以下引用",
        "ursprüngliche nachricht",
        "message d'origine",
        "message d’origine",
        "mensaje original",
    }
)
_FORWARDED = frozenset(
    {
        "forwarded message",
        "begin forwarded message",
        "start of forwarded message",
        "forwarded mail",
        "転送メッセージ",
        "転送されたメッセージ",
    }
    | {"転送メール", "以下は転送されたメッセージです", "以下、転送", "以下転送", "以下転送メール", "転送ここから", "転送"}
    | {"weitergeleitete nachricht", "message transféré", "mensaje reenviado"}
)
_LONGEST_MARKER = 120
_RULE = 20
"""Underscores that part an earlier mail in Outlook: it writes 32."""
_MOST_LINES = 14
_MOST_FOLDS = 3
_LABEL_WIDTH = 32


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The lines above an earlier mail, and what they tell of it."""

    first: int
    last: int
    """Line numbers, half-open."""
    depth: int
    """How deep the mail below is quoted."""
    block: bool = False
    """Header lines or a separator: all below is the earlier mail, quote signs or not."""
    weak: bool = False
    """A line that only looks like an attribution: believed if quoted lines follow."""
    forward: bool = False
    """Says that the mail below was forwarded."""
    author: Address | None = None
    subject: str | None = None
    sent_at: datetime | None = None

    @property
    def subject_forwards(self) -> bool:
        """Whether the mail below was itself a forward."""
        return self.subject is not None and is_forward(self.subject)


def letterhead_at(lines: Sequence[Line], at: int, zone: tzinfo | None) -> Letterhead | None:
    """The letterhead that begins at a line, if one does; dates without an offset are read in `zone`."""
    marker = _marker(lines[at].words)
    start = at
    if marker:
        # Header lines may stand a little below a separator, and deeper: Apple quotes them.
        start = next((n for n in range(at + 1, min(at + 4, len(lines))) if lines[n].words), at + 1)
    fields, end = _header_lines(lines, start) if start < len(lines) else ({}, start)
    if fields and (marker or _is_header_block(fields)):
        return _with_fields(Letterhead(at, end, lines[start].depth, block=True, forward=marker == "forwarded"), fields, zone)
    if marker in {"original", "forwarded"}:
        return _below_marker(lines, at, start, forward=marker == "forwarded")
    count = 0 if marker else attribution_length(lines, at)
    return Letterhead(at, at + count, lines[at].depth, weak=is_weak(lines, at, count)) if count else None


def _below_marker(lines: Sequence[Line], at: int, start: int, *, forward: bool) -> Letterhead:
    """A separator without header lines; an attribution may stand in their place."""
    count = attribution_length(lines, start) if start < len(lines) else 0
    end = start + count if count else at + 1
    return Letterhead(at, end, lines[at].depth, block=True, forward=forward)


def _marker(words: str) -> str | None:
    """What a separator line says; only lines that are dressed in signs, or end in a colon, are separators."""
    if not 2 <= len(words) <= _LONGEST_MARKER:
        return None
    bare = words.strip(_DRESSING + ":：")
    if not bare:
        return "rule" if len(words) >= _RULE and not words.strip("_") else None
    name = unicodedata.normalize("NFKC", bare).lower()
    dressed = words[0] in _DRESSING and words[1] in _DRESSING
    if (name in _FORWARDED and (dressed or len(name) > 4)) or (dressed and name.startswith("forwarded by ")):
        return "forwarded"
    return "original" if name in _ORIGINAL and (dressed or words.endswith((":", "："))) else None


def _header_lines(lines: Sequence[Line], at: int) -> tuple[dict[str, str], int]:
    """Field → value of the header lines from here on, and the line behind them."""
    fields: dict[str, str] = {}
    end, number, name, folds = at, at, "", 0
    # Where each header line is a paragraph of an HTML page, empty lines stand between them.
    step = 2 if at + 2 < len(lines) and not lines[at + 1].words and _field_of(lines[at + 2].words)[0] else 1
    while number < min(len(lines), at + _MOST_LINES * step) and lines[number].depth == lines[at].depth:
        field, value = _field_of(lines[number].words)
        if field and not (step == 2 and field in fields):
            fields.setdefault(field, value)
            name, end, folds = field, number + 1, 0
            number += step
        elif step == 2 or not name or folds == _MOST_FOLDS or not lines[number].words or not _may_fold(lines[number].words):
            break
        else:
            folds += 1
            number += 1
            if name in {"from", "to", "other"} and "@" in lines[number - 1].words:
                fields[name] += f" {lines[number - 1].words}"
                end = number
    return fields, end


@lru_cache(maxsize=64)
def _field_of(words: str) -> tuple[str, str]:
    """The field that a line `label: value` is of, and its value; neighbouring lines are asked again and again."""
    head = words[:_LABEL_WIDTH]
    label = _LABEL.match(words) if ":" in head or "：" in head else None
    field = _FIELDS.get("".join(unicodedata.normalize("NFKC", label.group(1)).lower().split()).strip("*_")) if label else None
    return (field, label.group(2)) if label and field else ("", "")


def _may_fold(words: str) -> bool:
    return "@" in words or ";" in words or "," in words or len(words) < 60


def _is_header_block(fields: dict[str, str]) -> bool:
    """Without a separator above, a block must say who and when, or two things more: requisitions have From and To of their own."""
    dated = "date" in fields and parse_date(fields["date"]) is not None
    return "from" in fields and (dated or len(fields.keys() & {"date", "subject", "to"}) > 1)


def _with_fields(letterhead: Letterhead, fields: dict[str, str], zone: tzinfo | None) -> Letterhead:
    author = first_address(fields["from"]) if fields.get("from") else None
    return Letterhead(
        letterhead.first,
        letterhead.last,
        letterhead.depth,
        block=True,
        forward=letterhead.forward,
        author=author if author and (author.name or author.address) else None,
        subject=fields.get("subject"),
        sent_at=parse_date(fields["date"], zone) if "date" in fields else None,
    )
