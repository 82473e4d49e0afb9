"""Days and months, resolved against the date of the mail: 12月1日, 9/1, 来年3月, "week of 21 Sept", 即日."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from extract.quantities.changed import mark_replaced
from extract.quantities.records import Quantity
from extract.quantities.scanning import Hit, Pattern, after, before

_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_PART = r"(?:上旬|中旬|下旬|初旬|初め|頭|末(?:日)?|半ば|中頃|中|後半|前半)"
_WEEKDAY = r"(?: ?\([月火水木金土日](?:曜日?)?\)| ?[月火水木金土日]曜日?)"
_ABSOLUTE = Pattern(
    r"(?:(?P<iso>20[0-9]{2}-[0-9]{1,2}-[0-9]{1,2})"
    r"|(?:(?P<year>20[0-9]{2}|'?[0-9]{2})年(?:度)?|令和(?P<era>[0-9]{1,2}|元)年|(?P<relyear>再来年|来年|翌年|今年|本年|同年)(?:の)?)? ?"
    rf"(?P<month>[0-9]{{1,2}})月(?: ?(?P<day>[0-9]{{1,2}})日|(?: |の|/)?(?P<part>{_PART}))?"
    rf"|(?P<syear>20[0-9]{{2}})[/.](?P<smonth>[0-9]{{1,2}})(?:[/.](?P<sday>[0-9]{{1,2}})|/?(?P<spart>{_PART}))?"
    rf"|(?P<mmonth>[0-9]{{1,2}})/(?:(?P<mday>[0-9]{{1,2}})(?:/(?P<myear>20[0-9]{{2}}|[0-9]{{2}}))?|(?P<mpart>{_PART})))"
    rf"{_WEEKDAY}?(?:付け?)?(?:頃|ごろ)?"
)
_WORDS = Pattern(
    r"(?P<now>即日|即(?:[~、。 ]|から|開始|参画|入場|or|$)|至急(?:開始|参画)|すぐに?(?:でも|開始|参画)|今すぐ|\basap\b|\bas soon as possible\b|\bimmediate(?:ly)?\b|\bright away\b|\bstraight away\b)"
    rf"|(?P<months>再来月|来月|翌月|今月|当月)(?:の)?(?: ?(?P<mday>[0-9]{{1,2}})日|(?P<mpart>{_PART}))?"
    r"|(?P<weeks>再来週|来週|今週)(?:の?(?P<weekday>[月火水木金土日])曜日?)?"
    r"|(?P<yearend>年内|年末|今年(?:度)?いっぱい|今年中)|(?P<newyear>年明け|年初|来年(?:の)?(?:頭|初め|早々)|\b(?:in )?the new year\b)|(?P<fiscal>(?P<nextfiscal>来)?年度末)|(?P<newfiscal>(?:新|来)年度)"
    r"|\b(?P<nextmonth>(?:(?P<enpart>early|mid|late|(?:the )?(?:end|start|beginning|middle) of)[- ])?(?P<which>next|this|the) month)\b"
    r"|\b(?P<nextweek>(?:next|this) week)\b|\b(?:next|this coming|coming) (?P<day>mon|tues?|wednes|thurs?|fri|satur|sun)day\b"
    r"|\b(?P<endyear>(?:the )?(?:end|close) of (?:the |this )?year|year[- ]end|eoy)\b"
)
_ENGLISH = Pattern(
    rf"\b(?:(?P<week>(?:the )?(?:week|wk)(?: of| commencing| beginning| starting)?|w/?c|w/b)(?: the)? )?(?:(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|rsday|sday|urday)?,? (?:the )?)?"
    rf"(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -](?P<month>{_MONTH})(?:[ ,-]+(?P<year>20[0-9]{{2}}))?"
    rf"|(?P<month2>{_MONTH}) (?:the )?(?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<year2>20[0-9]{{2}}))?"
    rf"|(?P<part>(?:the )?(?:(?:very )?(?:early|mid|late)|(?:end|start|beginning|middle|back end) of(?: next| this)?|next|this|first week of|last week of|(?:1st|first) of)[- ])?(?P<month3>{_MONTH})(?:,? (?P<year3>20[0-9]{{2}}))?)"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day or month of the calendar, as far as the words tell it."""

    year: int
    month: int
    day: int | None = None

    @property
    def iso(self) -> str:
        """`2026-12-01`, or `2026-12` where no day is told."""
        return f"{self.year:04d}-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")


def find_dates(string: str, base: date, *, bare: bool = False, day_first: bool = False) -> list[Quantity]:
    """Dates from the left as ISO text, `2026-12` where no day is told, `immediate` for 即日 and ASAP.

    A day or month without a year is the first such one on or after the mail's; `note` is `part` where the words name a part of a month.

    Args:
        string: A folded line or clause.
        base: The mail's own local date.
        bare: Under a label of period: `9/1` counts without a word beside it.
        day_first: Read `3/9` as 3 September, as British mails do.
    """
    found = sorted([*_numeric(string, base, bare=bare, day_first=day_first), *_worded(string, base), *_named(string, base)], key=lambda item: item.start)
    kept: list[Quantity] = []
    for item in found:
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return mark_replaced(string, kept)


_SLASH_CUE_AFTER = Pattern(r"^(?:頃|ごろ)? ?(?:~|から|より|まで|迄|スタート|開始|参画|入場|着任|稼働|着手|以降|付|に|へ|の週|\([月火水木金土日mtwfs]|-(?:[0-9]|長期| ?$)|固定|希望|予定|入社|or |at |start)")
_SLASH_CUE_BEFORE = Pattern(
    r"(?:期間|開始|着任|参画|入場|時期|稼働|日|~|から|は|:|、|\b(?:start(?:s|ing|ed)?|from|by|until|till?|on|begin\w*|commenc\w+|date|to|dated?|of|ends?|ending|through|before|after)(?: date)?)[ :]{0,3}(?:is |in )?$"
)
_NO_DATE_BEFORE = Pattern(r"(?:[0-9a-z][-/.~:]|[0-9][-/.,:~]? ?|[#@=_/\\]|第|no\.? ?|tel:? ?|fax:? ?|v|ver\.? ?|version |約|時給|q)$")
_PARTS_OF_MONTH = ("末", "末日")


def _numeric(string: str, base: date, *, bare: bool, day_first: bool) -> Iterator[Quantity]:
    """Dates in figures and in 年月日."""
    for hit in _ABSOLUTE.hits(string):
        day = _of_figures(hit, base, day_first=day_first)
        if day is None or not _is_date(string, hit, bare=bare):
            continue
        part = hit["part"] or hit["spart"] or hit["mpart"]
        yield Quantity(hit.start, hit.end, text=day.iso, explicit="mmonth" not in hit or "myear" in hit, note="part" if part else None)


def _is_date(string: str, hit: Hit, *, bare: bool) -> bool:
    right = after(string, hit.end, 2)
    lead = before(string, hit.start, 12)
    if "month" in hit or "iso" in hit:
        return not (lead[-1:].isdigit() and lead[-1:].isascii()) and not right.startswith(("額", "間", "平均", "給", "次", "分", "単", "例", "報", "数"))
    if right[:1] in ("/", "%") or right[:1].isdigit() or (right[:1] in (".", "-") and right[1:2].isdigit() and "syear" in hit):
        return False
    if right[:1].isascii() and right[:1].isalpha():
        return False
    if lead and lead[-1:] in "0123456789abcdefghijklmnopqrstuvwxyz/.#_=@\\" and not lead.endswith(("start", "from")):
        return False
    if "mmonth" not in hit:
        return True
    return bare or _SLASH_CUE_AFTER.stands_in(after(string, hit.end, 14)) or _SLASH_CUE_BEFORE.stands_in(lead)


def _of_figures(hit: Hit, base: date, *, day_first: bool) -> Day | None:
    """The day that a match of figures tells; null where the calendar has none."""
    if "iso" in hit:
        year, month, day = (int(part) for part in hit["iso"].split("-"))
        return valid(year, month, day)
    if "syear" in hit:
        return valid(int(hit["syear"]), int(hit["smonth"]), int(hit["sday"]) if "sday" in hit else None)
    if "mmonth" in hit:
        month, day = int(hit["mmonth"]), int(hit["mday"]) if "mday" in hit else None
        if day is not None and (month > 12 or (day_first and day <= 12)):
            month, day = day, month
        if "myear" in hit:
            return valid(int(hit["myear"]) % 2000 + 2000, month, day)
        return upcoming(base, month, day)
    month, day = int(hit["month"]), int(hit["day"]) if "day" in hit else None
    if "year" in hit:
        return valid(int(hit["year"].lstrip("'")) % 2000 + 2000, month, day)
    if "era" in hit:
        return valid(2018 + (1 if hit["era"] == "元" else int(hit["era"])), month, day)
    if "relyear" in hit:
        return valid(base.year + {"再来年": 2, "来年": 1, "翌年": 1}.get(hit["relyear"], 0), month, day)
    return upcoming(base, month, day)


def valid(year: int, month: int, day: int | None) -> Day | None:
    """The day where the calendar has it."""
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    return Day(year, month, day)


def upcoming(base: date, month: int, day: int | None) -> Day | None:
    """The first such day, or month, on or after the base."""
    for year in range(base.year, base.year + 9):
        candidate = valid(year, month, day)
        if candidate and (candidate.year, candidate.month, candidate.day or 31) >= (base.year, base.month, base.day):
            return candidate
    return None


def _month_after(base: date, months: int) -> tuple[int, int]:
    index = base.year * 12 + base.month - 1 + months
    return index // 12, index % 12 + 1


def _worded(string: str, base: date) -> Iterator[Quantity]:
    """Dates told from the mail's own day: 来月, 年内, next week."""
    for hit in _WORDS.hits(string):
        if "now" in hit:
            word = hit["now"]
            length = 1 if word[0] == "即" and not word.startswith("即日") else len(word)
            if not _NOT_START.stands_in(after(string, hit.start + length, 20)):
                yield Quantity(hit.start, hit.start + length, text="immediate")
            continue
        day = _of_words(hit, base)
        if day:
            yield Quantity(hit.start, hit.end, text=day.iso, note="part" if hit["mpart"] or hit["enpart"] else None)


_NOT_START = Pattern(r"^(?:戦力|答|対応|決|断|座|性|効|興|応| (?:response|reply|feedback|attention|family|manager|supervisor|team|need|effect))")


def _of_words(hit: Hit, base: date) -> Day | None:
    if "months" in hit or "nextmonth" in hit:
        ahead = {"再来月": 2, "来月": 1, "翌月": 1, "next": 1}.get(hit["months"] or hit["which"], 0)
        year, month = _month_after(base, ahead)
        return valid(year, month, int(hit["mday"]) if "mday" in hit else None)
    if "weeks" in hit or "nextweek" in hit or "day" in hit:
        return _of_week(hit, base)
    if "yearend" in hit or "endyear" in hit:
        return Day(base.year, 12)
    if "newyear" in hit:
        return Day(base.year + 1, 1)
    year = base.year if base.month <= 3 else base.year + 1
    if "fiscal" in hit:
        return Day(year + (1 if "nextfiscal" in hit else 0), 3)
    return Day(year, 4)


def _of_week(hit: Hit, base: date) -> Day:
    """The Monday of a week named from the mail's, or the weekday that the words name."""
    monday = base - timedelta(days=base.weekday())
    ahead = {"再来週": 2, "来週": 1, "今週": 0}.get(hit["weeks"], 0 if hit["nextweek"].startswith("this") else 1)
    if "day" in hit:
        weekday = ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(hit["day"][:3])
        chosen = base + timedelta(days=(weekday - base.weekday() - 1) % 7 + 1)
    else:
        weekday = "月火水木金土日".index(hit["weekday"]) if "weekday" in hit else 0
        chosen = monday + timedelta(days=7 * ahead + weekday)
    return Day(chosen.year, chosen.month, chosen.day)


_MAY_BEFORE = Pattern(r"\b(?:in|from|by|until|till?|since|early|mid|late|of|to|through|start(?:s|ing)?|before|after|for|next|this|and|or|/)[ -]$|[-~:] ?$|^ ?$")


def _named(string: str, base: date) -> Iterator[Quantity]:
    """Dates with an English month."""
    for hit in _ENGLISH.hits(string):
        name = hit["month"] or hit["month2"] or hit["month3"]
        if "month3" in hit and not _names_a_month(string, hit, name):
            continue
        month = _MONTHS[name[:3]]
        day = next((int(hit[part]) for part in ("day", "day2") if part in hit), None)
        year = next((int(hit[part]) for part in ("year", "year2", "year3") if part in hit), None)
        told = valid(year, month, day) if year else upcoming(base, month, day)
        if told is None:
            continue
        if "week" in hit and told.day:
            monday = date(told.year, told.month, told.day)
            monday -= timedelta(days=monday.weekday())
            told = Day(monday.year, monday.month, monday.day)
        yield Quantity(hit.start, hit.end, text=told.iso, note="part" if "part" in hit else None)


def _names_a_month(string: str, hit: Hit, name: str) -> bool:
    """Whether a month without a day is one: "may" and "march" are verbs too, "jan" and "april" people."""
    start = hit.parts["month3"][0]
    if "part" in hit or "year3" in hit or name.rstrip(".") not in ("may", "march", "mar", "jan", "april", "june", "august", "dec", "sep", "oct", "apr"):
        return True
    return _MAY_BEFORE.stands_in(before(string, start, 16)) and not (name == "may" and _MODAL.stands_in(after(string, hit.end, 12)))


_MODAL = Pattern(r"^ (?:be|have|need|not|also|change|want|move|start|well|require|ask|come|go|extend|take)\b")
