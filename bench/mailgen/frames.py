"""Sentence frames: the data files, and the small language that says what a frame states."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
NECESSITIES = frozenset({"must", "preferred", "not_required", "excluded"})
BOUNDS = frozenset({"exact", "min", "max", "range", "step", "under", "days", "office"})


class Side(StrEnum):
    """Which frames a run may use."""

    OPEN = "open"
    HELD_OUT = "held-out"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Claim:
    """One demand that a frame states: `skill.new must years`, `tier max=0 | quote`."""

    what: str
    """A slot (`skill.new`), a kind of value (`rate`), or a category with a constant."""
    keys: tuple[str, ...]
    """Canonical keys written out (`contract=c2c,corp-to-corp`), else empty."""
    necessities: tuple[str, ...]
    """Right readings, the first one is the gold's; empty: what the heading says, or must."""
    bounds: tuple[str, ...]
    """How the number is bound, the first one is the gold's."""
    constants: Mapping[str, str]
    """`min`, `max`, `exact` or `text` written out."""
    years: bool
    level: bool
    quote: str | None
    """A part of the frame's text; null: the slot itself, or the last line."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence, form value or mail with slots, and what it states."""

    id: str
    use: str
    """`clarification`, `form`, `bullet`, `prose`, `reason` or `noise`."""
    act: str
    text: str
    claims: tuple[Claim, ...]
    optional: tuple[Claim, ...]
    trades: frozenset[str]
    markets: frozenset[str]
    way: str | None
    """`up` or `down`: which way the value moves."""
    voice: str | None
    """`memo`, `own`, `broker` or `client`: who alone would write it."""
    shape: str | None
    """`line` or `inline`; of a reason `clause`, `sentence`, `lead` or `tail`."""
    reasons: tuple[str, ...]
    """The cause told in the frame itself; further ones are right readings too."""
    unreasoned: bool
    """Told as it is, no cause is put before it."""
    kind: str
    """Of noise: the mail's kind."""
    held_out: bool

    def fits(self, trade: str, market: str) -> bool:
        """Whether the frame is said in this line of business."""
        return (not self.trades or trade in self.trades) and (not self.markets or market in self.markets)


def parse_claim(line: str) -> Claim:
    """Read one claim.

    Raises:
        ValueError: a word is none of the language.
    """
    head, _, quote = line.partition(" | ")
    what, *words = head.split()
    what, _, keys = what.partition("=")
    necessities: tuple[str, ...] = ()
    bounds: tuple[str, ...] = ()
    constants: dict[str, str] = {}
    flags = set()
    for word in words:
        first = word.split("~")[0]
        if "=" in word:
            name, _, value = word.partition("=")
            constants[name] = value.replace("_", " ")
        elif first in NECESSITIES:
            necessities = tuple(word.split("~"))
        elif first in BOUNDS:
            bounds += tuple(word.split("~"))
        elif word in {"years", "level", "none", "full", "partial", "female", "male"}:
            flags.add(word)
        else:
            raise ValueError(f"{line!r}: {word!r} says nothing")
    for word in flags - {"years", "level"}:
        constants["text"] = word
    return Claim(
        what,
        tuple(filter(None, keys.split(","))),
        necessities,
        bounds,
        constants,
        years="years" in flags,
        level="level" in flags,
        quote=quote or None,
    )


def parse_frame(row: Mapping[str, Any], *, held_out: bool) -> Frame:
    """Build a frame from its table in the data file."""
    return Frame(
        id=row["id"],
        use=row["use"],
        act=row["act"],
        text=row["text"],
        claims=tuple(map(parse_claim, row.get("says", ()))),
        optional=tuple(map(parse_claim, row.get("optional", ()))),
        trades=frozenset(row.get("trades", ())),
        markets=frozenset(row.get("markets", ())),
        way=row.get("way"),
        voice=row.get("voice"),
        shape=row.get("shape"),
        reasons=tuple(row.get("reasons", ())),
        unreasoned=row.get("unreasoned", False),
        kind=row.get("kind", "other"),
        held_out=held_out,
    )


@cache
def load_frames(language: str, side: Side = Side.ALL) -> tuple[Frame, ...]:
    """The frames of a language, in the order of the files."""
    found: list[Frame] = []
    for name, held_out, other in (("frames", False, Side.HELD_OUT), ("held_out", True, Side.OPEN)):
        if side is not other:
            rows = tomllib.loads((HERE / f"{name}_{language}.toml").read_text(encoding="utf-8"))["frame"]
            found += [parse_frame(row, held_out=held_out) for row in rows]
    return tuple(found)


def status_of(frame: Frame) -> str | None:
    """The status that the frame tells, if it tells one."""
    return next((claim.keys[0] for claim in frame.claims if claim.what == "status"), None)
