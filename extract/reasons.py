"""Why a demand moved, as the same mail gives it (GUIDELINES.md 7: how far a cause reaches)."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import re2

from extract.clauses import Clause
from extract.cues import CueKind
from extract.phrases import Pattern, phrases
from requisitions.words import Reason

_TURN_AWAY = phrases("reasons", "turn_away")
_LEADS_IN = re2.compile(r"(?::|以下|下記|次の|つきまして|ため、?$|so:$|, so$|following|ですが、?$|ので、?$)\s*")
_NEITHER = phrases("reasons", "neither")


@cache
def _patterns() -> tuple[tuple[Reason, Pattern], ...]:
    table = tomllib.loads(files("extract").joinpath("data/reasons.toml").read_text(encoding="utf-8"))
    return tuple((Reason(name), re2.compile("|".join(words))) for name, words in table.items())


def causes_in(text: str) -> list[tuple[int, int, Reason]]:
    """The causes that a folded stretch names, in order."""
    found = [(hit.start(), hit.end(), reason) for reason, pattern in _patterns() for hit in pattern.finditer(text)]
    aside = [(hit.start(), hit.end()) for hit in _NEITHER.finditer(text)]
    return sorted(cause for cause in found if not any(start < cause[1] and cause[0] < end for start, end in aside))


def _pick(causes: Sequence[tuple[int, int, Reason]], at: int) -> Reason:
    return min(causes, key=lambda cause: min(abs(cause[0] - at), abs(cause[1] - at)))[2]


def reasons_of(clauses: Sequence[Clause]) -> Mapping[int, Reason]:
    """The cause that reaches each clause, by the clause's identity; clauses that none reaches are left out."""
    reached: dict[int, Reason] = {}
    held: Reason | None = None
    held_paragraph, listing, led_in = -1, False, False
    for clause in clauses:
        unit = clause.unit
        sentence = unit.text[clause.sentence[0] : clause.sentence[1]]
        item = bool(unit.bullet or unit.label)
        if unit.paragraph != held_paragraph and held is not None:
            carries = led_in or (item and unit.paragraph == held_paragraph + 1)
            if carries:
                held_paragraph, listing, led_in = unit.paragraph, item, False
            else:
                held = None
        elif listing and not item:
            held, listing = None, False
        listing = listing or (held is not None and item)
        if _TURN_AWAY.search(sentence):
            held = None
        causes = [] if clause.has(CueKind.ELSEWHERE) else causes_in(sentence)
        if causes:
            own = _pick(causes, clause.start - clause.sentence[0])
            reached[id(clause)] = own
            if not item or not listing:
                held, held_paragraph = own, unit.paragraph
        elif held is not None:
            reached[id(clause)] = held
        led_in = held is not None and bool(_LEADS_IN.search(unit.text[-12:]) or unit.text.rstrip().endswith(":"))
    return reached
