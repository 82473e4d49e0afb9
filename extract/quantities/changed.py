"""Which of two values in one clause is the old one: AからBへ, A→B, AではなくB, from A to B, B instead of A."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from extract.quantities.records import Quantity
from extract.quantities.scanning import Pattern, after, before

Q = TypeVar("Q", bound=Quantity)

_OLD_THEN_NEW = Pattern(
    r"^[^0-9、。;]{0,12}?(?:→|->|=>|⇒|ではなく(?:て)?|じゃなく(?:て)?|でなく(?:て)?|(?:の)?(?:ところ|予定)(?:を|が|でしたが)|だったのを|でしたが、?)[^0-9。;]{0,12}$"
)
_FROM_TO = Pattern(r"^ ?(?:から|より|\bto\b) ?$")
_INTO = Pattern(r"^[^0-9、。]{0,4}?(?:に|へ)(?:変更|引き|引上|引下|上げ|下げ|増|減|アップ|ダウン|なり|なっ|訂正|修正|短縮|延|改|緩和|拡大|、|。|$|と|し|お願い|見直)")
_MOVED_FROM = Pattern(
    r"\b(?:rais|bump|mov|chang|increas|lower|drop|cut|reduc|revis|go|goes|went|up|down|shift|push|extend|shorten|switch|amend|correct)\w*\b[^.;]{0,30}\bfrom $"
)
_NEW_THEN_OLD = Pattern(r"^[^0-9.;]{0,16}?(?:,? ?\b(?:instead of|rather than|not|no longer|down from|up from|was|previously)\b|\((?:was|previously|旧|前回)\b?:? ?)[^0-9.;]{0,8}$")


def is_change(string: str, low_start: int, low_end: int, high_start: int, high_end: int) -> bool:
    """Whether `A から B` or `A to B` tells a move from one value to another, and no range."""
    glue = string[low_end:high_start]
    if len(glue) > 8 or not _FROM_TO.stands_in(glue):
        return False
    return _INTO.stands_in(after(string, high_end, 12)) or _MOVED_FROM.stands_in(before(string, low_start, 60))


def mark_replaced(string: str, found: Sequence[Q]) -> list[Q]:
    """The same values, the old one of each pair marked."""
    marked = list(found)
    for index in range(len(marked) - 1):
        first, second = marked[index], marked[index + 1]
        if second.start - first.end > 40 or first.replaced:
            continue
        glue = string[first.end : second.start]
        if _OLD_THEN_NEW.stands_in(glue) or is_change(string, first.start, first.end, second.start, second.end):
            marked[index] = replace(first, replaced=True)
        elif _NEW_THEN_OLD.stands_in(glue):
            marked[index + 1] = replace(second, replaced=True)
    return marked
