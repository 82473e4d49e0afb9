"""Working hours by the clock, as `9:00-17:30` in 24 hours: 9時半〜18時, 7:00 AM - 3:30 PM, 9-5."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.quantities.records import Quantity
from extract.quantities.scanning import Hit, Pattern, after, before

_JOINT = r" ?(?P<joint>~|-|から|より|to|till|until|til|through|thru|\?|and) ?(?:翌(?:日|朝)? ?)?"
_HALF = r"(?:[ap]\.?m\b\.?|noon)"
_PAIR = Pattern(
    rf"(?:(?P<ampm1>午前|午後|朝|夜) ?)?(?P<h1>[0-9]{{1,2}})(?:[:：.](?P<m1>[0-9]{{2}})|(?P<ji1>時)(?:(?P<mm1>[0-9]{{1,2}})分|(?P<half1>半))?)?(?: ?(?P<x1>{_HALF}))?"
    rf"{_JOINT}(?:(?P<ampm2>午前|午後|夕方|夜|深夜) ?)?(?P<h2>[0-9]{{1,2}})(?:[:：.](?P<m2>[0-9]{{2}})|(?P<ji2>時)(?:(?P<mm2>[0-9]{{1,2}})分|(?P<half2>半))?)?(?: ?(?P<x2>{_HALF}))?"
)
_LEFT_OK = Pattern(r"(?:^|[^0-9a-z:./#~-]|[^0-9][-~])$")
_BREAK = Pattern(r"(?:休憩|昼休み|昼休憩|昼|\blunch(?: break)?\b|\bbreak\b)[^0-9]{0,6}$")
_SLOT = Pattern(r"(?:[0-9]{1,2}/[0-9]{1,2}|[0-9]日)(?: ?\([月火水木金土日](?:・祝)?\))? ?$|\b(?:mon|tues?|wed|thur?s?|fri)(?:day)? [0-9]{1,2}(?:st|nd|rd|th)? ?$")
_CORE = Pattern(r"(?:コア(?:タイム)?|\bcore(?: hours| time)?)[^0-9]{0,6}$")
_CUE_BEFORE = Pattern(
    r"(?:勤務(?:時間)?|就業(?:時間)?|定時|時間|シフト|日勤|夜勤|早番|遅番|\b(?:hours?|shift|shifts|working|work|times?|schedule|start|day)\b)[^0-9]{0,20}$"
)
_CUE_AFTER = Pattern(r"^ ?[,(]? ?(?:mon|tues?|wed|weekdays|est\b|pst\b|cst\b|mst\b|gmt\b|bst\b|cet\b|jst\b|ist\b|shift|local|daily|hours|の(?:勤務|シフト|日勤|夜勤))")
_SHIFT_JOINT = Pattern(r"^(?: ?[/、,;&・] ?| ?と ?| ?(?:または|もしくは|or|and|及び|および|から選択) ?|\)? ?[(・]?(?:早番|遅番|夜勤|日勤)?[: ]*){1,3}$")


@dataclass(frozen=True, slots=True)
class _Range:
    start: int
    end: int
    text: str
    note: str | None
    confidence: float


def find_working_hours(string: str, *, bare: bool = False) -> list[Quantity]:
    """Clock times of work; several shifts side by side become one value joined by ` / `.

    Args:
        string: A folded line or clause.
        bare: Under a label of working hours: `9-17`, `8 to 6`.
    """
    found: list[Quantity] = []
    for item in _ranges(string, bare=bare):
        last = found[-1] if found else None
        if last and last.note == item.note and _SHIFT_JOINT.stands_in(string[last.end : item.start]) and item.start - last.end <= 12:
            found[-1] = replace(last, end=item.end, text=f"{last.text} / {item.text}")
        else:
            found.append(Quantity(item.start, item.end, text=item.text, key="working-hours", note=item.note, confidence=item.confidence))
    return found


def _ranges(string: str, *, bare: bool) -> Iterator[_Range]:
    if not any(character.isdigit() for character in string):
        return
    for hit in _PAIR.hits(string):
        if not _is_clock(string, hit, bare=bare):
            continue
        times = _times(hit)
        if times is None:
            continue
        lead = before(string, hit.start)
        if _BREAK.stands_in(lead) or _SLOT.stands_in(lead):
            continue
        note = "core" if _CORE.stands_in(lead) else None
        yield _Range(hit.start, hit.end, f"{_text(times[0])}-{_text(times[1])}", note, 0.7 if hit["joint"] == "?" else 1.0)


def _is_clock(string: str, hit: Hit, *, bare: bool) -> bool:
    """Whether two numbers with a joint are times of day."""
    if not _LEFT_OK.stands_in(before(string, hit.start, 2) or " ") or _runs_on(string, hit.end):
        return False
    if hit["joint"] == "and" and not before(string, hit.start).endswith("between "):
        return False
    marked = any(name in hit for name in ("ji1", "ji2", "x1", "x2")) or ("m1" in hit and "m2" in hit) or "ampm1" in hit
    if marked:
        return "." not in string[hit.parts["h1"][1] : hit.parts["h1"][1] + 1] or "x1" in hit or "x2" in hit or bare
    if "m1" in hit or "m2" in hit:
        return ":" in string[hit.start : hit.end] or bare
    if hit["joint"] == "?":
        return False
    return bare or _CUE_BEFORE.stands_in(before(string, hit.start)) or _CUE_AFTER.stands_in(after(string, hit.end))


def _runs_on(string: str, end: int) -> bool:
    """Whether the second number goes on as a date, a length, an amount or a name."""
    right = after(string, end, 6)
    if not right:
        return False
    if right[0] in "0123456789:%万円年月日名人回時歳才" or (right[0] in "-~./" and right[1:2].isdigit()):
        return True
    return right.lstrip(" ").startswith(("時間", "h", "hours", "days", "day", "week", "month", "year", "yr", "people", "万", "円", "名", "回", "k", "round", "interview")) and not right.lstrip().startswith("hours,")


def _times(hit: Hit) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Both times of day in minutes and hours, the half of the day settled."""
    start, end = _time(hit, "1"), _time(hit, "2")
    if start is None or end is None:
        return None
    if "x1" not in hit and "x2" in hit and hit["x2"].startswith("p") and start[0] + 12 < end[0] and start[0] < 6:
        start = (start[0] + 12, start[1])
    if end <= start and start[0] <= 12 and end[0] < 12 and not any(name in hit for name in ("x2", "ampm2")):
        end = (end[0] + 12, end[1])
    return (start, end) if start != end else None


def _time(hit: Hit, side: str) -> tuple[int, int] | None:
    hour = int(hit[f"h{side}"])
    minute = 30 if f"half{side}" in hit else int(hit[f"m{side}"] or hit[f"mm{side}"] or 0)
    half, word = hit[f"x{side}"], hit[f"ampm{side}"]
    if (half.startswith("p") or half == "noon" or word in ("午後", "夕方", "夜")) and hour < 12:
        hour += 12
    elif (half.startswith("a") or word == "午前") and hour == 12:
        hour = 0
    return (hour, minute) if hour <= 32 and minute < 60 and (hour <= 24 or side == "2") else None


def _text(time: tuple[int, int]) -> str:
    hour = time[0] if time[0] <= 24 else time[0] - 24
    return f"{hour}:{time[1]:02d}"


_ZONE = Pattern(
    r"\b(?P<zone>est|edt|et|pst|pdt|pt|cst|cdt|ct|mst|mdt|mt|gmt|bst|cet|cest|ist|jst|utc|eastern|pacific|central)\b(?P<cue> (?:(?:standard |business |working )?(?:time(?: ?zone)?|hours|hrs|shift|business)))?"
)


def find_time_zones(string: str, *, bare: bool = False) -> list[Quantity]:
    """Hours told by their zone alone ("EST hours"), the zone in capitals.

    Args:
        string: A folded line or clause.
        bare: Under a label of working hours: `EST`.
    """
    return [
        Quantity(hit.start, hit.end, text=hit["zone"].upper() if len(hit["zone"]) <= 4 else hit["zone"].title(), key="working-hours", explicit="cue" in hit)
        for hit in _ZONE.hits(string)
        if "cue" in hit or (bare and len(hit["zone"]) <= 4)
    ]
