"""Which of two things told in one clause gives way to the other: AからBに変更, AではなくB, "from A to B", "B instead of A"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Protocol, TypeVar

from extract.patterns import Pattern
from extract.phrases import phrases
from extract.quantities.changed import is_denied
from extract.quantities.records import Quantity

_ARROW = r"(?:→|⇒|->|=>)"
_OLD_FIRST = Pattern(
    rf"^[^、。;]{{0,14}}?(?:{_ARROW}|(?:では?|じゃ)なく(?:て|、)?|の代わりに|だったの(?:を|が)|でしたが、?)[^。;]{{0,10}}$"
)
_FROM_JA = Pattern(r"^[^、。;]{0,8}?(?:から|より|を)[ 、]?[^、。;]{0,6}$")
_INTO = Pattern(
    r"^[^、。;]{0,10}?(?:に|へ|と|も可に|可に)(?:の)?(?:変更|変わ|切り?替|改|訂正|修正|見直|緩和|拡大|拡が|広|縮|短縮|減|増|上が|下が|上げ|下げ|引き|延|伸|移|お願い|統一|制限|限定"
    r"|な[りっる]|し(?:ま|て)|[、。) ]|$)|^[^、。;]{0,10}?変更"
)
_NEW_FIRST = Pattern(
    r"^[^.;]{0,16}?(?:\b(?:instead of|rather than|not|no longer|in place of|down from|up from|as opposed to)\b"
    r"|\((?:was|previously|formerly|旧|変更前)\b)"
    r"[^.;]{0,10}$"
)
_TO = Pattern(r"^[ a-z,/-]{0,16}\bto (?:be |being |the |a |an |now )*$")
_FROM = Pattern(r"\bfrom (?:being |the |a |an )*$|\b(?:chang|switch|swap|mov|drop|ris)[a-z]* (?:the )?$")


_MISSTATED = phrases("moving", "misstated")


class _Placed(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_P = TypeVar("_P", bound=_Placed)
_Q = TypeVar("_Q", bound=Quantity)


def given_up(text: str, first: _Placed, second: _Placed) -> _Placed | None:
    """The one of two neighbours that no longer holds, or null where both may."""
    joint = first.end - 2 if text[first.start : first.end].endswith("から") else first.end
    glue = text[joint : second.start]
    if _OLD_FIRST.match(glue) or _MISSTATED.search(glue) or is_denied(text, first.start, glue):
        return first
    if _FROM_JA.match(glue) and _INTO.match(text[second.end : second.end + 24]):
        return first
    if _TO.match(glue) and _FROM.search(text[max(0, first.start - 24) : first.start]):
        return first
    return second if _NEW_FIRST.match(glue) else None


def counted(text: str, told: Sequence[_Q]) -> list[_Q]:
    """Counts in the order in which they tell what is sought: what is left over first, a total before the step to it."""
    if left := [item for item in told if _LEFT.search(text[: item.start])]:
        return left
    told = [replace(item, relative=False) if item.relative and _GOES_ON.match(text[item.end :]) else item for item in told]
    return [item for item in told if not item.relative] or list(told)


_GOES_ON = Pattern(r"^(?:名|枠|人)?(?:は|も|については)、?(?:引き続き|継続|まだ|従来)")
"""`もう1枠は引き続き募集`: what is still open, and no step."""


_LEFT = Pattern(r"(?:残り|のこり|残(?:枠|数)は?|合計|計)(?:の募集)?(?:は|が|で|:)? ?$")


def holding(text: str, told: Sequence[_P]) -> list[_P]:
    """What still holds of the things told in a clause, in the order of the text."""
    ordered = sorted(told, key=lambda item: item.start)
    gone = {id(given_up(text, first, second)) for first, second in pairwise(ordered)}
    return [item for item in ordered if id(item) not in gone]
