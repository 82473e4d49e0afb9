"""Working hours by the clock, as `9:00-17:30` in 24 hours: 9時半〜18時, 7:00 AM - 3:30 PM, 9-5."""

from collections.abc import Iterator
from dataclasses import replace

from extract.quantities.records import Quantity
from extract.quantities.scanning import Hit, Pattern, Signs, after, before

_DIALS = r"午前|午後|朝|夕方|夜|深夜"
_HALF = r"[ap]\.?m\b\.?|noon\b"


def _clock(side: int) -> str:
    """One time of day, its parts numbered by its side of the range."""
    return (
        rf"(?:(?P<dial{side}>{_DIALS}) ?)?(?P<h{side}>[0-9]{{1,2}})"
        rf"(?:[:.](?P<m{side}>[0-9]{{2}})|(?P<ji{side}>時)(?:(?P<fun{side}>[0-9]{{1,2}})分|(?P<han{side}>半))?)?(?: ?(?P<x{side}>{_HALF}))?"
    )


_JOINT = (
    r" ?(?P<joint>~|-|から|より|\?|\b(?:to|till|until|til|through|thru|and)\b|始業[、/]?|[、/]? ?終業(?:時刻|時間)?[: は]*)"
    r" ?(?P<next>翌(?:日|朝)? ?の?)?"
)
_PAIR = Pattern(f"{_clock(1)}{_JOINT}{_clock(2)}")
_MILITARY = Pattern(r"\b(?P<h1>[01][0-9]|2[0-4])(?P<m1>00|15|30|45) ?(?P<joint>~|-|to) ?(?P<h2>[01][0-9]|2[0-4])(?P<m2>00|15|30|45)\b")
_RUNS_INTO = Pattern(r"[0-9a-z./#~]$|[0-9a-z][-~]$|[0-9]:$")
_RUNS_ON = Pattern(
    r"^(?:[0-9:%円万年月日名人回歳才]|[-~./][0-9]|間|時間|時[0-9]"
    r"| ?(?:h|hours?|hrs|days?|weeks?|months?|years?|yrs?|k|lpa)\b"
    r"| ?(?:people|persons?|rounds?|interviews?|developers?|engineers?|calls?|tickets?|times?)\b)"
)
_BREAK = Pattern(r"(?:休憩(?:時間)?|昼休み|昼休憩|昼|\blunch(?: break)?\b|\bbreak\b)[^0-9]{0,6}$")
_SLOT = Pattern(
    r"(?:[0-9]{1,2}/[0-9]{1,2}|(?:^|[^週0-9])[0-9]{1,2}日)(?: ?\([月火水木金土日](?:・祝)?\))? ?$"
    r"|\b(?:mon|tues?|wed|thur?s?|fri)(?:day)? [0-9]{1,2}(?:st|nd|rd|th)? ?$"
)
"""A day right before: an appointment, and no working day."""
_CORE = Pattern(r"(?:コア(?:タイム)?|\bcore(?: hours| time)?)[^0-9]{0,6}$")
_CUE_BEFORE = Pattern(
    r"(?:勤務(?:時間)?|就業(?:時間)?|定時|時間|シフト|日勤|夜勤|早番|遅番|\b(?:hours?|shifts?|working|work|times?|schedule)\b)[^0-9]{0,20}$"
    r"|\b(?:mon|fri|sun|weekdays?)(?:day)?\b[ ,:(]*$"
)
_CUE_AFTER = Pattern(
    r"^ ?[,(]? ?(?:(?:mon|tues?|wed|weekdays)|(?:est|pst|cst|mst|gmt|bst|cet|jst|ist|shifts?)\b|local|daily|の(?:勤務|シフト|日勤|夜勤))"
)
_SHIFT_NAME = r"(?:[()・]?(?:早番|遅番|日勤|夜勤|中番|\([0-9]\))[ :)]*)?"
_SHIFT_JOINT = Pattern(rf"^ ?\)? ?(?:[/、,;&・]|と|または|もしくは|or|and|及び|および)? ?{_SHIFT_NAME}[()]?$")
_ZONE_CUES = Signs("time hour hrs shift business")
_LONGEST_JOINT = 12
_BROKEN = 0.7


def find_working_hours(string: str, *, bare: bool = False) -> list[Quantity]:
    """Clock times of work; several shifts side by side become one value joined by ` / `.

    The core of flexible hours (コアタイム) has the note `core`.

    Args:
        string: A folded line or clause.
        bare: Under a label of working hours: `9-17`, `8 to 6`.
    """
    found: list[Quantity] = []
    for item in _ranges(string, bare=bare):
        last = found[-1] if found else None
        glue = string[last.end : item.start] if last else ""
        if last and last.note == item.note and len(glue) <= _LONGEST_JOINT and _SHIFT_JOINT.stands_in(glue):
            found[-1] = replace(last, end=item.end, text=f"{last.text} / {item.text}")
        else:
            found.append(item)
    return found


def _ranges(string: str, *, bare: bool) -> Iterator[Quantity]:
    """Every pair of clock times."""
    if not any(character.isdigit() for character in string):
        return
    for hit in (*_PAIR.hits(string), *_MILITARY.hits(string)):
        times = _times(hit) if _is_clock(string, hit, bare=bare) else None
        lead = before(string, hit.start)
        if times is None or _BREAK.stands_in(lead) or _SLOT.stands_in(lead):
            continue
        yield Quantity(
            hit.start,
            hit.end,
            text="-".join(f"{hour}:{minute:02d}" for hour, minute in times),
            key="working-hours",
            note="core" if _CORE.stands_in(lead) else None,
            confidence=_BROKEN if hit["joint"] == "?" else 1.0,
        )


def _is_clock(string: str, hit: Hit, *, bare: bool) -> bool:
    """Whether two numbers with a joint are times of day, and no dates, prices, lengths or phone numbers."""
    lead, trail = before(string, hit.start), after(string, hit.end)
    written = hit.part("ji1", "ji2", "x1", "x2", "dial1", "dial2") is not None
    colons = "m1" in hit and "m2" in hit and ":" in string[hit.start : hit.end]
    # shifts side by side may touch: 8:00~17:00/13:00~22:00
    into = _RUNS_INTO.stands_in(lead) and not (colons and lead.endswith("/"))
    on = _RUNS_ON.stands_in(trail) and not (colons and trail.startswith("/"))
    if into or on:
        return False
    if hit["joint"] == "and" and not lead.endswith("between "):
        return False
    told = bare or _CUE_BEFORE.stands_in(lead) or _CUE_AFTER.stands_in(trail) or _runs_backwards(hit, lead, trail)
    return written or colons or (told and hit["joint"] != "?")


def _runs_backwards(hit: Hit, lead: str, trail: str) -> bool:
    """Whether the second number is the smaller one, as only times of day are: `7.30-4.30`, and alone between commas `9-5`."""
    first, second = int(hit["h1"]), int(hit["h2"])
    if not (_EARLIEST <= first <= _NOON and _LEAST_END <= second <= _LATEST and second < first) or hit["joint"] in ("?", "and"):
        return False
    minutes = [hit[name] for name in ("m1", "m2") if name in hit]
    if minutes:
        return all(part in ("00", "15", "30", "45") for part in minutes)
    beside = lead.strip() or trail.strip()
    return bool(beside) and _STANDS_OFF_BEFORE.stands_in(lead) and _STANDS_OFF_AFTER.stands_in(trail)


_EARLIEST, _NOON, _LEAST_END, _LATEST = 6, 11, 1, 8
"""Hours between which a working day without a word beside it begins and ends."""
_STANDS_OFF_BEFORE = Pattern(r"(?:^|[,;(] ?|\b(?:not|now|instead of|rather than|be|is|are|to|from) )$")
_STANDS_OFF_AFTER = Pattern(r"^ ?(?:$|[,.;)]|(?:not|now|instead|rather|with|please|as)\b)")


def _times(hit: Hit) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Both times of day as hour and minute, the half of the day settled; null where they are none."""
    start, end = _time(hit, 1), _time(hit, 2)
    if start is None or end is None:
        return None
    if "x1" not in hit and hit["x2"].startswith("p") and start[0] + 12 < end[0] and start[0] < 6:
        start = (start[0] + 12, start[1])
    noon = start[0] <= _MIDDAY or ("dial1" in hit and end[0] + _MIDDAY > start[0])
    following = "next" in hit
    if not following and (end < start or (end == start and "m1" not in hit)) and noon and end[0] < _MIDDAY and not hit.part("x2", "dial2"):
        end = (end[0] + 12, end[1])
    return (start, end) if start != end or following else None


_MIDDAY = 12


def _time(hit: Hit, side: int) -> tuple[int, int] | None:
    """One time of day; hours past midnight (翌5:00 as 29:00) count from the new day."""
    hour = int(hit[f"h{side}"])
    minute = 30 if f"han{side}" in hit else int(hit[f"m{side}"] or hit[f"fun{side}"] or 0)
    half, dial = hit[f"x{side}"], hit[f"dial{side}"]
    if (half.startswith(("p", "noon")) or dial in ("午後", "夕方", "夜")) and hour < 12:
        hour += 12
    elif (half.startswith("a") or dial == "午前") and hour == 12:
        hour = 0
    if hour > 32 or minute > 59 or (side == 1 and hour > 24):
        return None
    return (hour if hour <= 24 else hour - 24), minute


_ZONE = Pattern(
    r"\b(?P<zone>est|edt|et|pst|pdt|pt|cst|cdt|ct|mst|mdt|mt|gmt|bst|cet|cest|ist|jst|utc|eastern|pacific|central)\b"
    r"(?P<cue> (?:(?:standard |business |working )?(?:time(?: ?zone)?|hours|hrs|shift|business)))?"
)


def find_time_zones(string: str, *, bare: bool = False) -> list[Quantity]:
    """Hours told by their zone alone ("EST hours"), the zone in capitals.

    Args:
        string: A folded line or clause.
        bare: Under a label of working hours: `EST`.
    """
    if not (bare or _ZONE_CUES.stand_in(string)):
        return []
    return [
        Quantity(hit.start, hit.end, text=_zone(hit["zone"]), key="working-hours", explicit="cue" in hit)
        for hit in _ZONE.hits(string)
        if "cue" in hit or (bare and len(hit["zone"]) <= 4)
    ]


def _zone(name: str) -> str:
    return name.upper() if len(name) <= 4 else name.title()
