"""Which of two values in one clause is the old one: AからBへ, A→B, AではなくB, from A to B, B instead of A."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from extract.phrases import phrases
from extract.quantities.records import Quantity
from extract.quantities.scanning import Pattern, after, before

_Q = TypeVar("_Q", bound=Quantity)

_OLD_THEN_NEW = Pattern(
    r"^[^0-9、。;]{0,12}?(?:→|⇒|->|=>|(?:では?|じゃ)なく(?:て)?|の?(?:ところ|予定)(?:を|が|でしたが)|だったのを|でしたが、?)[^0-9。;]{0,12}$"
)
_FROM_TO = Pattern(r"^ ?(?:(?:まで|迄)?(?:から|より)|を|to) ?$")
_INTO = Pattern(
    r"^[^0-9、。]{0,4}?[にへ](?:変更|改|訂正|修正|見直|切り|引き|引上|引下|上げ|下げ|値|増|減|アップ|ダウン|緩和|拡大|縮小|短縮|延|移|ずら|ずれ|早ま|繰り"
    r"|な[りっる]|お願い|と|し|[、。) ]|$)"
)
_MOVED_FROM = Pattern(
    r"\b(?:rais|bump|mov|chang|increas|lower|drop|cut|reduc|revis|go|goes|went|up|down|shift|push|extend|shorten|switch|amend|correct)\w*\b"
    r"[^.;]{0,30}\bfrom (?:the )?$"
)
_NEW_THEN_OLD = Pattern(
    r"^[^0-9.;]{0,16}?(?:\b(?:instead of|rather than|not|no longer|down from|up from|was|previously)\b"
    r"|\((?:was|previously|formerly|旧|前回|変更前)\b?:?)[^0-9.;]{0,8}$"
)
_STEPS_FROM = Pattern(r"(?:から|より|に) ?$")
"""Between a value and the step from it: `1,380円から50円アップ`."""
_MISSTATED = phrases("moving", "misstated")
_WRONG_MARK = Pattern(r"(?:誤|旧|変更前|\b(?:was|old))[)\]】」: ][^0-9。;]{0,10}$")
_RIGHT_MARK = Pattern(r"(?:正|新|変更後|\b(?:now|new))[)\]】」: ][^0-9。;]{0,10}$")
_NOT = Pattern(r"\b(?:not|isn't|wasn't|never) (?:the |a |at |for |from |on |in |just |only )*$")
_BUT = Pattern(
    r"^[^.;\d]{0,12}[,;:-]? (?:but|it's|it is|rather|make (?:it|that)|it should (?:be|read|say)|that's|we said|they said)"
    r"(?: [^.;\d]{0,10})?[ $£€]*$"
)
"""`it's not £13, it's £13.80`."""
_FARTHEST = 40
"""Characters between the two values of one change, at most."""


def is_change(string: str, low: tuple[int, int], high: tuple[int, int]) -> bool:
    """Whether `A から B` or `A to B` tells a move from one value to another, and no range.

    Args:
        string: The folded line.
        low: Span of the first value.
        high: Span of the second.
    """
    if not _FROM_TO.stands_in(string[low[1] : high[0]]):
        return False
    return _INTO.stands_in(after(string, high[1], 12)) or _MOVED_FROM.stands_in(before(string, low[0], 60))


def is_denied(string: str, start: int, glue: str) -> bool:
    """Whether the words before the first of two values and between them deny it for the second: "it's not £13, it's £13.80"."""
    return bool(_BUT.match(glue) and _NOT.search(string[max(0, start - 24) : start]))


def _misstated(string: str, start: int, glue: str) -> bool:
    """Whether the words between two values call the first one a mistake: `…とお伝えしたのは誤りで`, `誤：A 正：B`."""
    wrong = bool(_WRONG_MARK.search(string[max(0, start - 12) : start]) and _RIGHT_MARK.search(glue))
    return wrong or is_denied(string, start, glue) or bool(_MISSTATED.search(glue) and not any(char.isdigit() for char in glue))


def mark_replaced(string: str, found: Sequence[_Q]) -> list[_Q]:
    """The same values, the old one of each pair marked; what makes one of them a value makes the other one too.

    The new value of a ceiling is a ceiling (上限60万から65万に), unless it has a bound of its own.
    """
    marked = list(found)
    for index in range(len(marked) - 1):
        first, second = marked[index], marked[index + 1]
        if not 0 <= second.start - first.end <= _FARTHEST:
            continue
        glue = string[first.end : second.start]
        if (
            _OLD_THEN_NEW.stands_in(glue)
            or _misstated(string, first.start, glue)
            or is_change(string, (first.start, first.end), (second.start, second.end))
            or (second.relative and not first.relative and _STEPS_FROM.search(string[first.start : second.start]))
        ):
            first = replace(first, replaced=True)
            second = _as_bounded(first, second)
        elif _NEW_THEN_OLD.stands_in(glue):
            second = replace(second, replaced=True)
        else:
            continue
        told = first.explicit or second.explicit
        marked[index : index + 2] = replace(first, explicit=told), replace(second, explicit=told)
    return marked


def _as_bounded(old: _Q, new: _Q) -> _Q:
    """The new value, open below where the old one was."""
    ceiling = old.min is None and old.max is not None
    exact = new.min is not None and new.min == new.max and not new.relative
    return replace(new, min=None) if ceiling and exact else new
