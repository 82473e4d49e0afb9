"""Dates told from the mail's own day (来月, 年内, 即日, next week) and English dates with the name of a month."""

from collections.abc import Iterator
from datetime import date, timedelta

from extract.quantities.calendar_days import Day, monday_of, months_ahead, next_weekday, upcoming, upcoming_day, valid, weekday_of
from extract.quantities.date_figures import PART_OF_MONTH
from extract.quantities.feasts import FEASTS, feast_day
from extract.quantities.numerals import ORDINALS, ordinal
from extract.quantities.records import Quantity
from extract.quantities.scanning import Hit, Pattern, Signs, after, before

_EN_PART = r"(?:very )?(?:early|mid|late)|(?:the )?(?:end|start|beginning|middle|back end)(?: of)?(?: next| this)?(?: the)?"
_WORDS = Pattern(
    r"(?P<now>即日|即(?:[~、。 ]|から|開始|参画|入場|or|$)|至急(?:開始|参画)|今?すぐ(?:に)?(?:でも|開始|参画|から)"
    r"|\basap\b|\bas soon as possible\b|\bstart(?:s|ing)? (?:right |straight )?(?:now|today)\b|\bimmediate(?:ly)?\b|\bright away\b"
    r"|\bstraight away\b)"
    rf"|(?P<months>再来月|来月|翌月|今月|当月)の?(?: ?(?P<mday>[0-9]{{1,2}})日|(?P<mpart>{PART_OF_MONTH}))?"
    r"|(?P<weeks>再来週|来週|今週)(?:の?(?P<weekday>[月火水木金土日])曜日?)?"
    r"|(?P<yearend>年内|年末|今年(?:度)?いっぱい|今年中|\b(?:the )?(?:end|close) of (?:the |this )?year\b|\byear[- ]end\b|\beoy\b)"
    r"|(?P<newyear>年明け|年初|来年の?(?:頭|初め|早々)|\b(?:in )?the new year\b)"
    r"|(?P<fiscal>(?P<nextfiscal>来)?年度末)|(?P<newfiscal>[新来]年度)"
    rf"|\b(?P<enmonth>(?:(?P<enpart>{_EN_PART})[- ])?(?P<which>next|this|the) month)\b"
    r"|\b(?P<enweek>next week)\b|\b(?:next|this coming|coming) (?P<enday>mon|tues?|wednes|thurs?|fri|satur|sun)day\b"
    rf"|\b(?:the|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,?(?: the)?) (?:(?P<lone>[0-9]{{1,2}})(?:st|nd|rd|th)"
    rf"|(?P<spoken>{ORDINALS}))\b"
    r"|\b(?P<plainday>mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?P<morrow>tomorrow|tmrw|tomoz|2moro)\b"
    rf"|\b(?P<feast>{FEASTS})"
    rf"|\b(?:(?P<qpart>{_EN_PART})[- ])?q(?P<quarter>[1-4])\b(?: (?P<qyear>20[0-9]{{2}}))?"
)
_NOT_NOW_AFTER = Pattern(
    r"^(?:戦力|答|対応|決|断|座|性|効|興|応|稼働可| (?:response|reply|feedback|attention|family|manager|supervisor|team|need|effect))"
)
_OF_A_SEASON = Pattern(r"^(?:年始|商戦|調整|進行|の(?:挨拶|ご挨拶|繁忙)|(?:な|です)ので|だから|のため|は(?:何かと|忙|慌))")
_DAY_AFTER = Pattern(r"^(?:早々)?[、の ]?[0-9]{1,2}(?:月|/)")
_PAID_AFTER = Pattern(r"^(?:末日?|[0-9]{1,2}日)?(?:払|支払|締|入金|請求|振込)")
_PAID_BEFORE = Pattern(r"(?:締め?|〆)[ 、/・]*$")
_CUE_AFTER = Pattern(r"^ ?(?:から|より|~|開始|スタート|入場|参画|着任|start|onwards?\b)")
_CUE_BEFORE = Pattern(
    r"\b(?:start(?:s|ing)?|from|on|until|till?|by|to|in|early|mid|late|end of|begin\w*|for"
    r"|(?:not|n't|never|cannot|nobody|no|[a-z]+n't)(?: [a-z]+){0,3} (?:before|earlier than|sooner than)|not before"
    r"|no earlier than)(?: on| in| from)? $"
)
_START_BEFORE = Pattern(
    r"\b(?:start(?:s|ing|ed)?|begin(?:s|ning)?|onboarding|from|for|needed|wanted|required|in|onsite|on site)(?: again| back"
    r"| work)?(?: on| by| this)* $"
)
_LONE_AFTER = Pattern(
    r"^(?: ?$| ?[,.;:)(!]| (?:instead|not|now|and|or|if|at|as|rather|please|onwards?|ongoing|til|till|until|for|in|on|with|pls"
    r"|night|morning|evening|afternoon|am|pm|[0-9]{1,2}(?:[.:][0-9]{2})? ?(?:am|pm)?(?:$|[ ,])|[0-9]{1,2}[.:][0-9]{2}|start|of (?:the"
    r"|next|this) month))"
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_NAMED = Pattern(
    r"\b(?:(?P<week>(?:the )?(?:week|wk)(?: of| commencing| beginning| starting)?|w/?c|w/b)(?: the)? )?"
    r"(?:(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|rsday|sday|urday)?,? (?:the )?)?"
    rf"(?:(?P<day>[0-9]{{1,2}}|\b(?:{ORDINALS})\b)(?:st|nd|rd|th)?(?: of)?[ -](?P<month>{_MONTH})"
    r"(?:\.?[ ,-]+(?P<year>20[0-9]{2})|(?:-| ')(?P<shortyear>2[0-9]|3[0-9])\b)?"
    rf"|(?P<usmonth>{_MONTH})\.? (?:the )?(?P<usday>[0-9]{{1,2}}|\b(?:{ORDINALS})\b)(?:st|nd|rd|th)?\b(?:,? (?P<usyear>20[0-9]{{2}}))?"
    rf"|(?:(?P<part>{_EN_PART}|(?:first|1st|last) week of)[- ]|(?:next|this) )?(?P<only>{_MONTH})(?:\.?,? (?P<onlyyear>20[0-9]{{2}}))?)"
)
_NAME_BEFORE = Pattern(
    r"\b(?:in|from|by|until|till?|since|early|mid|late|of|to|through|start(?:s|ing)?|before|after|for|next|this|and|or|is|now)[ -]$"
    r"|[-~:(] ?$"
)
_ALONE_AFTER = Pattern(r"^ ?(?:$|[-~,.;:()/]|or (?:sooner|earlier|later|before|asap)\b|(?:to|until|till?|through|onwards?|start)\b)")
_FEAST_BEFORE = Pattern(
    r"\b(?:until|till?|til|'til|through(?: to)?|up to|to|after|from|before|by|ends?|ending|finish(?:es|ing)?)(?: on)?(?: the)? $"
)
_STARTS_AFTER = Pattern(r"^,? ?[0-9]{1,2}(?:[.:][0-9]{2})? ?(?:am|pm)? start\b|^ start\b")
_MODAL_AFTER = Pattern(r"^ (?:be|have|need|not|also|change|want|move|start|well|require|ask|come|go|extend|take|i|we|you)\b")
_AMBIGUOUS = frozenset({"may", "march", "mar", "jan", "april", "june", "august", "dec", "sep", "oct", "apr"})
_MONTH_SIGNS = Signs("jan feb mar apr may jun jul aug sep oct nov dec")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SIGNS = Signs(
    "即 至急 すぐ 月 週 年 asap as soon immediate away year eoy month week next coming the day q now tomorrow tmrw tomoz 2moro "
    "xmas christmas easter"
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def find_told(string: str, base: date) -> Iterator[Quantity]:
    """Dates told from the mail's own day, from the left; `immediate` for 即日 and ASAP."""
    if not _SIGNS.stand_in(string):
        return
    for hit in _WORDS.hits(string):
        lead, trail = before(string, hit.start), after(string, hit.end, 20)
        if "now" in hit:
            word = hit["now"]
            end = hit.start + (1 if word[0] == "即" and not word.startswith("即日") else len(word))
            if not _NOT_NOW_AFTER.stands_in(after(string, end, 20)):
                yield Quantity(hit.start, end, text="immediate")
        elif _is_told(hit, lead, trail) and (day := _told_day(hit, base)):
            part = hit.part("mpart", "enpart", "qpart", "quarter")
            yield Quantity(hit.start, hit.end, text=day.iso, note="part" if part else None, confidence=0.6 if "quarter" in hit else 1.0)


def find_named(string: str, base: date) -> Iterator[Quantity]:
    """Dates with the English name of a month, from the left."""
    if not _MONTH_SIGNS.stand_in(string):
        return
    for hit in _NAMED.hits(string):
        name = hit[hit.part("month", "usmonth", "only") or ""]
        if "only" in hit and not _names_a_month(string, hit, name):
            continue
        day, year = ordinal(hit[hit.part("day", "usday") or ""]), _year_of(hit)
        month = _MONTHS.index(name[:3]) + 1
        told = valid(year, month, day) if year else upcoming(base, month, day)
        if told:
            told = monday_of(told) if "week" in hit else told
            yield Quantity(hit.start, hit.end, text=told.iso, note="part" if "part" in hit else None)
            yield from _other_end(string, hit, base)


def _year_of(hit: Hit) -> int | None:
    """The year that stands beside a named month."""
    name = hit.part("year", "usyear", "onlyyear", "shortyear")
    return None if name is None else int(hit[name]) + (2000 if name == "shortyear" else 0)


def _other_end(string: str, hit: Hit, base: date) -> Iterator[Quantity]:
    """The day that shares the month of another: the 9 of `9 - 14 March`, the 14 of `March 9-14`."""
    lead = _DAY_AHEAD.first(before(string, hit.start)) if "day" in hit else None
    trail = _DAY_BEHIND.first(after(string, hit.end)) if "usday" in hit else None
    other, day = lead or trail, ordinal(hit[hit.part("day", "usday") or ""])
    if (
        other is None
        or day is None
        or (first := ordinal(other["number"])) is None
        or (first < day) is not (lead is not None)
        or first == day
    ):
        return
    month = _MONTHS.index(hit[hit.part("month", "usmonth") or ""][:3]) + 1
    year = int(other["year"]) if "year" in other else _year_of(hit)
    told = valid(year, month, first) if year else upcoming(base, month, first)
    at = hit.start - len(other.string) if lead else hit.end
    if told:
        start, end = other.span("date" if lead else "number")
        yield Quantity(at + start, at + (end if lead else other.end), text=told.iso)


_DAY_AHEAD = Pattern(
    rf"(?:^|[^0-9./:$£€#,-]|, )(?P<date>(?:\bthe )?(?P<number>[0-9]{{1,2}}|\b(?:{ORDINALS}))(?:st|nd|rd|th)?) ?(?:-|~|/|&|\b(?:to|until"
    rf"|till?|through|thru|and)\b) ?"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,? )?(?:the )?$"
)
_DAY_BEHIND = Pattern(
    rf"^ ?(?:-|~|/|&|\b(?:to|until|till?|through|thru|and)\b) ?(?:the )?(?P<number>[0-9]{{1,2}}|\b(?:{ORDINALS}))(?:st|nd|rd|th)?"
    r"(?:,? (?P<year>20[0-9]{2}))?(?:$|[ ,.;)(])"
)


def _is_told(hit: Hit, lead: str, trail: str) -> bool:
    """Whether the words mean a day of the seat: no payment month, no season beside the day itself, no ordinal, no mere "this week"."""
    if hit["months"] in ("翌月", "当月") and (_PAID_AFTER.stands_in(hit["mpart"] + trail) or _PAID_BEFORE.stands_in(lead)):
        return False
    if hit.part("yearend", "newyear", "fiscal", "newfiscal") and (_OF_A_SEASON.stands_in(trail) or _DAY_AFTER.stands_in(trail)):
        return False
    if hit.part("lone", "spoken"):
        return _CUE_BEFORE.stands_in(lead) and _LONE_AFTER.stands_in(trail)
    if "feast" in hit:
        return _FEAST_BEFORE.stands_in(lead)
    if "quarter" in hit:
        return (
            "qpart" in hit
            or ((not lead.strip() or lead.endswith((": ", ":"))) and not trail.startswith(":"))
            or _CUE_BEFORE.stands_in(lead)
            or _CUE_AFTER.stands_in(trail)
        )
    if hit.part("plainday", "morrow"):
        return (_START_BEFORE.stands_in(lead) and _LONE_AFTER.stands_in(trail)) or _STARTS_AFTER.stands_in(trail)
    vague = (hit["months"] in ("今月", "当月") and hit["mpart"] in ("", "中") and "mday" not in hit) or (
        hit["weeks"] == "今週" and "weekday" not in hit
    )
    if vague or ("enmonth" in hit and hit["which"] != "next" and "enpart" not in hit):
        return _CUE_AFTER.stands_in(trail) or (_CUE_BEFORE.stands_in(lead) and not vague)
    return True


def _told_day(hit: Hit, base: date) -> Day | None:
    """The day that the words tell, counted from the base."""
    if name := hit.part("lone", "spoken"):
        return upcoming_day(base, ordinal(hit[name]) or 0)
    if "feast" in hit:
        return feast_day(hit["feast"], base, behind=hit.string[: hit.start].rstrip().endswith(("after", "after the")))
    if "morrow" in hit:
        return weekday_of(base + timedelta(days=1), (base.weekday() + 1) % 7, 0)
    if "quarter" in hit:
        month = 3 * int(hit["quarter"]) - (0 if hit["qpart"].startswith(("end", "the end", "late")) else 2)
        return valid(int(hit["qyear"]), month, None) if "qyear" in hit else upcoming(base, month, None)
    if hit.part("months", "enmonth"):
        year, month = months_ahead(base, {"再来月": 2, "来月": 1, "翌月": 1, "next": 1}.get(hit["months"] or hit["which"], 0))
        return valid(year, month, int(hit["mday"]) if "mday" in hit else None)
    if hit.part("enday", "plainday"):
        return next_weekday(base, _WEEKDAYS.index((hit["enday"] or hit["plainday"])[:3]))
    if hit.part("weeks", "enweek"):
        weekday = "月火水木金土日".index(hit["weekday"]) if "weekday" in hit else 0
        return weekday_of(base, weekday, {"再来週": 2, "今週": 0}.get(hit["weeks"], 1))
    return _told_year(hit, base)


def _told_year(hit: Hit, base: date) -> Day:
    """年内, 年明け and the ends of the Japanese fiscal year, which closes in March."""
    if "yearend" in hit:
        return Day(base.year, 12)
    if "newyear" in hit:
        return Day(base.year + 1, 1)
    march = base.year if base.month <= 3 else base.year + 1
    if "fiscal" in hit:
        return Day(march + ("nextfiscal" in hit), 3)
    return Day(march, 4)


def _names_a_month(string: str, hit: Hit, name: str) -> bool:
    """Whether a month without a day is one: "may" and "march" are verbs too, "jan" and "april" people."""
    if hit.part("part", "onlyyear") or name not in _AMBIGUOUS:
        return True
    lead = before(string, hit.span("only")[0], 16)
    trail = after(string, hit.end, 12)
    if not lead.strip():
        return _ALONE_AFTER.stands_in(trail)
    return _NAME_BEFORE.stands_in(lead) and not (name == "may" and _MODAL_AFTER.stands_in(trail))
