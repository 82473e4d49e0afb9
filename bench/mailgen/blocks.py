"""Requisition blocks as lines: one form, one table, or several seats in one mail."""

from dataclasses import dataclass, replace
from random import Random

from bench.mailgen.layout import Style
from bench.mailgen.mails import TABLE
from bench.mailgen.requisition import Draft
from bench.mailgen.truth import FrameUse

RULES = ("━━━━━━━━━━━━━━━━━━━━", "--------------------", "====================", "＊＊＊＊＊＊＊＊＊＊")


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one or several seats, and the frames used in them."""

    lines: tuple[str, ...]
    uses: tuple[FrameUse, ...]
    table: tuple[tuple[str, str], ...] = ()


def set_block(draft: Draft, style: Style, rng: Random) -> Block:
    """Set a draft in a style."""
    if style.name == "prose":
        joint = "" if style.language == "ja" else " "
        sentences = [line for entry in draft.entries for line in entry.lines]
        cut = max(1, len(sentences) // 2)
        lines = [joint.join(sentences[:cut]), *(["", joint.join(sentences[cut:])] if sentences[cut:] else [])]
        return Block(tuple(lines), tuple(draft.uses))
    if style.name == "table":
        rows = tuple((entry.label, "\n".join(entry.lines)) for entry in draft.entries)
        return Block((TABLE,), tuple(draft.uses), rows)
    lines = []
    for number, entry in enumerate(draft.entries, 1):
        lines += style.entry(entry, number, rng)
    if rng.random() < 0.4:
        rule = rng.choice(RULES[:3])
        lines = [rule, *lines, rule]
    return Block(tuple(lines), tuple(draft.uses))


def digest(blocks: list[Block], rng: Random, language: str) -> Block:
    """Several seats below each other, parted by rules or numbers."""
    rule, numbered = rng.choice(RULES if language == "ja" else RULES[1:3]), rng.random() < 0.5
    lines: list[str] = []
    uses: list[FrameUse] = []
    for i, block in enumerate(blocks):
        mark = (f"案件{i + 1}" if language == "ja" else f"Position {i + 1}") if numbered else rule
        body = [line for line in block.lines if line not in RULES]
        lines += [mark, *body, ""]
        uses += [replace(use, statement=i) for use in block.uses]
    return Block(tuple(lines), tuple(uses))
