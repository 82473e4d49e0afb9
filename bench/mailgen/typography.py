"""How a sender's program sets characters and lines; the truth's quotes go the same way as the text."""

import textwrap
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random

from bench.mailgen.truth import Change, Demand, FrameUse, Statement, Truth

COLUMNS = 76
WIDE_DIGITS = {ord(c): chr(ord(c) + 0xFEE0) for c in "0123456789"}
WIDE_ASCII = {c: chr(c + 0xFEE0) for c in range(0x21, 0x7F) if chr(c).isalnum()}
HALF_KANA = {
    full: half
    for half_code in range(0xFF66, 0xFF9E)
    for half in (chr(half_code), chr(half_code) + "ﾞ", chr(half_code) + "ﾟ")
    if len(full_text := unicodedata.normalize("NFKC", half)) == 1
    for full in (ord(full_text),)
}
JAPANESE: tuple[Mapping[int, str], ...] = (
    *({},) * 12,
    {0x301C: "～"},
    {0x301C: "～"},
    {0x301C: "~"},
    WIDE_DIGITS,
    WIDE_DIGITS | {0x301C: "～"},
    WIDE_ASCII,
    HALF_KANA,
)
ENGLISH: tuple[Mapping[int, str], ...] = ({}, {}, {}, {0x27: "’"}, {0x27: "’", 0x2D: "-"})


@dataclass(frozen=True, slots=True)
class Typography:
    """Characters that a sender's program writes in its own way, and whether it breaks lines."""

    signs: Mapping[int, str]
    wraps: bool

    def text(self, text: str) -> str:
        """The text as this sender writes it."""
        return text.translate(self.signs) if self.signs else text

    def truth(self, truth: Truth) -> Truth:
        """The truth, quotes as this sender writes them."""
        if not self.signs:
            return truth
        return replace(
            truth,
            statements=tuple(self._statement(s) for s in truth.statements),
            changes=tuple(self._change(c) for c in truth.changes),
            optional_changes=tuple((seat, self._demand(d)) for seat, d in truth.optional_changes),
            uses=tuple(self._use(u) for u in truth.uses),
        )

    def _demand(self, demand: Demand) -> Demand:
        return replace(demand, quote=self.text(demand.quote))

    def _statement(self, one: Statement) -> Statement:
        return replace(one, demands=tuple(map(self._demand, one.demands)), optional=tuple(map(self._demand, one.optional)))

    def _change(self, change: Change) -> Change:
        return replace(change, quote=self.text(change.quote))

    def _use(self, use: FrameUse) -> FrameUse:
        return replace(use, text=self.text(use.text), demands=tuple(map(self._demand, use.demands)))


def choose_typography(language: str, rng: Random) -> Typography:
    """Most write plainly."""
    return Typography(rng.choice(JAPANESE if language == "ja" else ENGLISH), wraps=rng.random() < (0.3 if language == "ja" else 0.5))


def columns(text: str) -> int:
    """Display width: wide signs count two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def wrapped(line: str) -> list[str]:
    """A paragraph broken at 76 columns: at spaces where there are any, else anywhere."""
    if line.startswith((">", "＞")) or columns(line) <= COLUMNS:
        return [line]
    if line.isascii() or columns(line) == len(line):
        return textwrap.wrap(line, COLUMNS, break_long_words=False, break_on_hyphens=False)
    lines, current, width = [], "", 0
    for sign in line:
        wide = columns(sign)
        if width + wide > COLUMNS and sign not in "。、）」":
            lines.append(current)
            current, width = "", 0
        current, width = current + sign, width + wide
    return [*lines, current]
