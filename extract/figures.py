"""Kanji numerals before a unit as figures, so that every finder of numbers reads them: 千七百円, 二月一日, 九時半."""

from extract.folding import Folded
from extract.patterns import Match, Pattern
from extract.quantities.numerals import kanji

_NUMERALS = frozenset("〇一二三四五六七八九十百千")
_RUN = r"[〇一二三四五六七八九十百千]+"
_COUNTED = Pattern(
    rf"(?P<lead>[^0-9.,〇一二三四五六七八九十百千数何幾第]|^)(?:(?P<low>{_RUN})(?P<joint>[、~・-]|から))?(?P<number>{_RUN})"
    r"(?P<unit>万|円|[かヶカヵケ箇]月|週間|時間?(?:(?P<minutes>[〇一二三四五六七八九十]+)分)?|年|月|日|歳|才|代)"
    r"(?P<trail>[^0-9]{0,3})"
)
_SCALES_ONLY = Pattern(r"^[百千]+$")
_NAMES = {
    "日": Pattern(r"^(?:市|町|月|坊|酔|前|草)"),
    "月": Pattern(r"^(?:雨|人形|見|堂|病)"),
    "年": Pattern(r"^(?:制|生|目|坂|草)"),
    "歳": Pattern(r"^(?:市|町|駅|船|烏)"),
}
"""What makes a numeral with its unit a name or another word: 四日市, 五月雨, 四年制."""
_ONE_O_CLOCK = Pattern(r"^(?:半|から|~|-|まで|より|開|始|頃|ごろ)")
_HALF_DAY = frozenset("前後朝昼夜:")


def with_figures(folded: Folded) -> Folded:
    """The copy with kanji numerals before a unit written in figures, with the same way back to the original."""
    text = folded.text
    if _NUMERALS.isdisjoint(text):
        return folded
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = done = 0
    while (hit := _COUNTED.search(text, at)) is not None:
        for first, last, figures in _figures(hit):
            parts += [text[done:first], figures]
            starts += [*folded.starts[done:first], *[folded.starts[first]] * len(figures)]
            ends += [*folded.ends[done:first], *[folded.ends[last - 1]] * len(figures)]
            done = last
        at = hit.end("unit") - 1
    if not parts:
        return folded
    return Folded("".join([*parts, text[done:]]), [*starts, *folded.starts[done:]], [*ends, *folded.ends[done:]])


def _figures(hit: Match) -> list[tuple[int, int, str]]:
    """The numerals of one find as figures, each with its place; none where the words are a name or another word."""
    number, unit = kanji(hit["number"]), hit["unit"][0]
    if number is None or not _is_count(hit, unit, number):
        return []
    found = [(*hit.span("number"), f"{number:.0f}")]
    low = kanji(hit["low"]) if hit["low"] else None
    if low is not None and low < number:
        found.insert(0, (*hit.span("low"), f"{low:.0f}"))
    if hit["minutes"] and (minutes := kanji(hit["minutes"])) is not None:
        found.append((*hit.span("minutes"), f"{minutes:.0f}"))
    return found


def _is_count(hit: Match, unit: str, number: float) -> bool:
    """Whether a numeral and the unit behind it count something."""
    lead, trail, whole = hit["lead"], hit["trail"], hit["unit"]
    if _SCALES_ONLY.match(hit["number"]) and unit != "円":
        return False
    if unit in _NAMES and _NAMES[unit].match(trail):
        return False
    if whole == "時" and number == 1:
        return lead in _HALF_DAY or bool(_ONE_O_CLOCK.match(trail))
    if whole == "日" and number == 1:
        return lead in ("月", "週")
    if whole == "月":
        return 1 <= number <= _MONTHS
    return whole != "代" or number % 10 == 0


_MONTHS = 12
