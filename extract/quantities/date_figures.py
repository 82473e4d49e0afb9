"""Dates in figures: 12月1日, 2027年3月末, 令和8年10月, 12/1, 2026-12-01, 15日から."""

from collections.abc import Iterator
from datetime import date

from extract.quantities.calendar_days import Day, upcoming, upcoming_day, valid
from extract.quantities.records import Quantity
from extract.quantities.scanning import Hit, Pattern, Signs, after, before, has_numeral

PART_OF_MONTH = r"上旬|中旬|下旬|初旬|初め|頭|末日?|半ば|中頃|中|後半|前半"
_TAIL = r"(?: ?\([月火水木金土日](?:曜日?|・祝)?\)| ?[月火水木金土日]曜日?)?(?:付け?)?(?:頃|ごろ)?"
_FIGURES = Pattern(
    r"(?:(?P<iso>20[0-9]{2}-[0-9]{1,2}-[0-9]{1,2})"
    r"|(?P<dday>[0-9]{1,2})(?P<dot>[.-])(?P<dmonth>[0-9]{1,2})[.-](?P<dyear>20[0-9]{2}|2[0-9]|3[0-9])"
    r"|(?:(?:(?P<year>20[0-9]{2}|'?[0-9]{2})年(?:度)?|令和(?P<era>[0-9]{1,2}|元)年|(?P<relyear>再来年|来年|翌年|今年|本年|同年)の?) ?)?"
    rf"(?P<month>[0-9]{{1,2}})月(?: ?(?P<day>[0-9]{{1,2}})日|[ の/]?(?P<part>{PART_OF_MONTH}))?"
    rf"|(?P<syear>20[0-9]{{2}})[/.](?P<smonth>[0-9]{{1,2}})(?:[/.](?P<sday>[0-9]{{1,2}})|/?(?P<spart>{PART_OF_MONTH}))?"
    rf"|(?P<mmonth>[0-9]{{1,2}})/(?:(?P<mday>[0-9]{{1,2}})(?:/(?P<myear>20[0-9]{{2}}|[0-9]{{2}}))?|(?P<mpart>{PART_OF_MONTH}))"
    rf"|(?P<closing>[0-9]{{1,2}})(?P<cpart>末)|(?P<lone>[0-9]{{1,2}})日){_TAIL}"
)
_CUE_AFTER = Pattern(
    r"^ ?(?:~|→|⇒|->|-(?:[0-9]|長期| ?$)|から|より|まで|迄|以降|付|[にへ]|の週|\([月火水木金土日mtwfs]"
    r"|スタート|開始|参画|入場|入社|着任|稼働|着手|固定|希望|予定|or |at |start|onwards?\b)"
)
_CUE_BEFORE = Pattern(
    r"(?:期間|開始日?|着任日?|参画日?|入場日?|時期|稼働|日程|~|→|⇒|->|から|は|:|[0-9]/[0-9]{1,2} ?-"
    r"|\b(?:start(?:s|ing|ed)?|from|by|until|till?|on|begin\w*|commenc\w+|w/?c|w/b|date|to|dated?|ends?|ending|through|before"
    r"|after)(?: date)?)"
    r"[ :をは]{0,3}(?:is |in |to |on )?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,? )?$"
)
_LONE_AFTER = Pattern(r"^ ?(?:(?:から|より|~)(?:[^0-9]|$)|付|スタート|開始|入場|着任|[にへ](?:変更|延期|前倒|後ろ倒|ずら))")
_LONE_BEFORE = Pattern(r"(?:[0-9週月年間.,~-]|第|毎|各|約|残り|最低|最大|合計) ?$")
_ENDS_BEFORE = Pattern(r"(?:~|-|から|より) ?$")
_ENDS_AFTER = Pattern(r"^(?:まで|迄|終了|予定)")
_NO_DATE_AFTER = Pattern(r"^(?:額|間|平均|給|次|単|例会|報|数|齢)")
_GLUED_BEFORE = Pattern(r"[0-9a-z/.#_=@\\]$")
_GLUED_AFTER = Pattern(r"^(?:[0-9a-z/%]|[.-][0-9]{4})")
_SIGNS = Signs("月 日 / 20 末", r"[0-9]\.[0-9]{1,2}\.[23][0-9]")
_YOUNGEST, _OLDEST = 20, 40
"""Two-digit years that are read as years of this century."""


def find_in_figures(string: str, base: date, *, bare: bool = False, day_first: bool = False) -> Iterator[Quantity]:
    """Dates whose month and day are figures, from the left.

    Args:
        string: A folded line or clause.
        base: The mail's own local date.
        bare: Whether `9/1` counts without a word beside it.
        day_first: Read `3/9` as 3 September.
    """
    if not has_numeral(string) or not _SIGNS.stand_in(string):
        return
    for hit in _FIGURES.hits(string):
        day = _day(hit, base, day_first=day_first) if _is_date(string, hit, bare=bare) else None
        if day:
            explicit = "mmonth" not in hit or "myear" in hit
            yield Quantity(
                hit.start, hit.end, text=day.iso, explicit=explicit, note="part" if hit.part("part", "spart", "mpart", "cpart") else None
            )


def _is_date(string: str, hit: Hit, *, bare: bool) -> bool:
    """Whether the neighbours leave a date, and no phone number, ratio, price or path."""
    lead, trail = before(string, hit.start, 14), after(string, hit.end, 14)
    if "lone" in hit:
        return _LONE_AFTER.stands_in(trail) and not _LONE_BEFORE.stands_in(lead)
    if "closing" in hit:
        return bool(_ENDS_BEFORE.stands_in(lead) or _ENDS_AFTER.stands_in(trail))
    if hit.part("month", "iso"):
        return not (lead[-1:].isdigit() or _NO_DATE_AFTER.stands_in(trail))
    if _GLUED_BEFORE.stands_in(lead) or _GLUED_AFTER.stands_in(trail):
        return False
    if "dot" in hit:
        if trail[:1] == "." and trail[1:2].isdigit():
            return False
        if len(hit["dyear"]) == len("2026"):
            return True
        return hit["dot"] == "." and (bare or _CUE_AFTER.stands_in(trail) or _CUE_BEFORE.stands_in(before(string, hit.start, 28)))
    if "mmonth" not in hit or len(hit["myear"]) == len("2026"):
        return True
    return bare or _CUE_AFTER.stands_in(trail) or _CUE_BEFORE.stands_in(before(string, hit.start, 28))


def _day(hit: Hit, base: date, *, day_first: bool) -> Day | None:
    """The day that the figures tell; null where the calendar has none."""
    if "iso" in hit:
        year, month, day = (int(part) for part in hit["iso"].split("-"))
        return valid(year, month, day)
    if "dot" in hit:
        return _of_year(hit["dyear"], int(hit["dmonth"]), int(hit["dday"]))
    if "syear" in hit:
        return valid(int(hit["syear"]), int(hit["smonth"]), _figure(hit, "sday"))
    if "lone" in hit:
        return upcoming_day(base, int(hit["lone"]))
    if "closing" in hit:
        return upcoming(base, int(hit["closing"]), None)
    if "mmonth" in hit:
        return _of_slashes(hit, base, day_first=day_first)
    month, day_told = int(hit["month"]), _figure(hit, "day")
    if "era" in hit:
        return valid(2018 + (1 if hit["era"] == "元" else int(hit["era"])), month, day_told)
    if "relyear" in hit:
        return valid(base.year + {"再来年": 2, "来年": 1, "翌年": 1}.get(hit["relyear"], 0), month, day_told)
    if "year" in hit:
        return _of_year(hit["year"].lstrip("'"), month, day_told)
    return upcoming(base, month, day_told)


def _figure(hit: Hit, name: str) -> int | None:
    return int(hit[name]) if name in hit else None


def _of_slashes(hit: Hit, base: date, *, day_first: bool) -> Day | None:
    """`12/1`, `9/21/2026`, and the British way round where that is asked for or the only one possible."""
    month, day = int(hit["mmonth"]), _figure(hit, "mday")
    if day is not None and (month > 12 or (day_first and day <= 12)):
        month, day = day, month
    return _of_year(hit["myear"], month, day) if "myear" in hit else upcoming(base, month, day)


def _of_year(year: str, month: int, day: int | None) -> Day | None:
    """The day of a year in four digits or two."""
    if len(year) == 2 and not _YOUNGEST <= int(year) <= _OLDEST:
        return None
    return valid(int(year) % 2000 + 2000, month, day)
