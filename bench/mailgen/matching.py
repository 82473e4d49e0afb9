"""When a requirement read is the one that was written: the rules of the corpus' scorer, on records instead of JSON."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from bench.mailgen.truth import Demand
from requisitions.statements import Requirement

ONE_KEY = frozenset({"rate", "settlement", "location", "remote", "headcount", "interview", "age", "gender", "tier", "payment", "status"})
OPEN = frozenset({"experience", "trait", "role"})
EXACT_TEXT = frozenset({"period", "remote", "gender"})
IGNORED = frozenset("-_./・,、。:：()（）")


@lru_cache(maxsize=50_000)
def norm(text: str) -> str:
    """NFKC, casefold, without white space and the punctuation that spellings differ in."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in folded if not c.isspace() and c not in IGNORED)


def size(text: str) -> int:
    """Bytes of what is compared."""
    return len(norm(text).encode())


def overlap(first: str, second: str) -> float:
    """The longest common substring's share of the shorter text."""
    a, b = norm(first), norm(second)
    if not a or not b:
        return 0.0
    if a in b or b in a:
        return 1.0
    best, row = 0, [0] * (len(b) + 1)
    for sign in a:
        new = [0]
        for j, other in enumerate(b, 1):
            new.append(row[j - 1] + 1 if sign == other else 0)
        best, row = max(best, *new), new
    return best / min(len(a), len(b))


def readings(demand: Demand) -> list[Demand]:
    """The demand and its further right readings."""
    found = [demand]
    for other in demand.others:
        fields: dict[str, Any] = dict(other)
        found.append(replace(demand, **fields))
    return found


def same_thing(demand: Demand, found: Requirement) -> float:
    """The best likeness of all right readings."""
    return max(likeness(one, found) for one in readings(demand)) if demand.others else likeness(demand, found)


def likeness(demand: Demand, found: Requirement) -> float:
    """How surely both speak of the same demand; 0 if they do not."""
    if demand.category != found.category or size(found.evidence) > 3 * size(demand.quote) + 160:
        return 0.0
    keys = {norm(key) for key in demand.keys}
    if norm(found.key) in keys or norm(found.label) in keys:
        return 2.0
    if demand.category in ONE_KEY:
        return 1.5
    common = overlap(demand.quote, found.evidence) if demand.category in OPEN else 0.0
    return common if common >= 0.5 else 0.0


def _amount(low: float | None, high: float | None, unit: str | None) -> tuple[float | None, float | None, str | None]:
    scale, unit = (12, "month") if unit == "year" else (1, unit)
    return (None if low is None else round(low * scale, 4), None if high is None else round(high * scale, 4), unit)


def _digits(text: str) -> list[str]:
    """The numbers of a text, without leading zeros."""
    plain = "".join(c if c.isascii() and c.isdigit() else " " for c in text)
    return [str(int(part)) for part in plain.split()]


def value_right(demand: Demand, found: Requirement) -> bool:
    """Bounds and unit equal where numbers were told, none invented; else texts by the rule of their category."""
    told = _amount(demand.min, demand.max, demand.unit)
    got = _amount(found.min, found.max, found.unit)
    if demand.min is not None or demand.max is not None:
        return told == got
    want, text = demand.text, found.text or ""
    if not want:
        return demand.category == "schedule" or got[:2] == (None, None)
    if demand.category in {"period", "schedule"} and any(c.isdigit() for c in want):
        return _digits(want) == _digits(text)
    if demand.category in EXACT_TEXT:
        return norm(want) == norm(text)
    return overlap(want, text) >= 0.6 and len(norm(text)) <= 3 * len(norm(want)) + 40


def right(demand: Demand, found: Requirement) -> bool:
    """Necessity and value agree."""
    return any(one.necessity == found.necessity and value_right(one, found) for one in readings(demand))


Pairs = tuple[list[tuple[Demand, Requirement]], list[Demand], list[Requirement]]


def pair(
    demands: Sequence[Demand], found: Sequence[Requirement], prefer: Callable[[Demand, Requirement], bool] = lambda _d, _r: False
) -> Pairs:
    """As many pairs as can be, the surest first (augmenting paths): the pairs, what is missed, what is spurious."""
    score: dict[tuple[int, int], float] = {}
    for i, demand in enumerate(demands):
        for j, one in enumerate(found):
            if same := same_thing(demand, one):
                score[i, j] = same + 0.1 * prefer(demand, one)
    owner: dict[int, int] = {}

    def place(i: int, level: float, seen: set[int]) -> bool:
        for j in sorted((j for k, j in score if k == i), key=lambda j: -score[i, j]):
            if score[i, j] >= level and j not in seen:
                seen.add(j)
                if j not in owner or place(owner[j], level, seen):
                    owner[j] = i
                    return True
        return False

    for level in sorted(set(score.values()), reverse=True):
        for i in range(len(demands)):
            if i not in owner.values():
                place(i, level, set())
    taken = set(owner.values())
    return (
        [(demands[i], found[j]) for j, i in owner.items()],
        [d for i, d in enumerate(demands) if i not in taken],
        [r for j, r in enumerate(found) if j not in owner],
    )
