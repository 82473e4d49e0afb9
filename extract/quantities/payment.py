"""Days until payment: 30日サイト, 翌々月5日(35日), Net 45."""

from extract.quantities.changed import mark_replaced
from extract.quantities.records import Quantity
from extract.quantities.scanning import Hit, Pattern, Signs, after, before, has_numeral

_DAYS = Pattern(
    r"(?:(?P<site>(?:お?支払い?)?(?:サイト|サイクル)|お?支払い?条件|(?:検収|請求書?受領|納品)後)[^0-9、。;]{0,8}"
    r"|(?P<pay>お?支払い?(?:は|:| )+))?"
    r"(?P<ja>[0-9]{1,3}) ?日(?P<end> ?の?(?:支払い?)?サイト|後払い)?"
    r"|\bnet[- ]?(?P<net>[0-9]{1,3})\b(?: days?\b)?|\bn(?P<short>30|45|60|90)\b"
    r"|(?:(?P<terms>\b(?:payment(?: terms)?|paid|pay|invoices?|settled)\b)[^0-9.;]{0,24})?\b(?P<en>[0-9]{1,3})[ -]days?\b"
    r"(?P<tail> (?:end of month|eom|net|(?:from|after|of) (?:receipt|invoice|the invoice)|(?:payment )?terms))?"
)
_MONTHS = Pattern(
    r"(?:(?:月末|[0-9]{1,2}日|末日?)(?:締め?|〆)[ 、/・]*)?(?:翌々?月|当月)(?:末日?|[0-9]{1,2}日)"
    r"(?:[にの]?(?:お?支払い?|払い?|入金))?"
)
_TOPIC = Pattern(r"支払|サイト|入金|締め|〆")
_OF_MONTH = Pattern(r"(?:月|毎月)$")
_CLOSING = Pattern(r"^(?:[締〆に間前後目]|までに|以内に(?:ご|お))")
_OTHER_AFTER = Pattern(r"^ ?(?:notice|of notice|a week|per week|/ ?week|onsite|on site|in the office|remote|holiday|leave)\b")
_SHORTEST_UNNAMED = 28
"""支払:30日 is a term, 支払:25日 the day that it is paid on."""
_NAME_BEFORE = Pattern(r"[.a-zァ-ヴー]$")
"""The .net of a framework, the サイト of the web."""
_BRACKET = Pattern(r"^ ?[(] ?(?P<days>[0-9]{1,3}) ?日(?:サイト)? ?[)]")
_SIGNS = Signs("日 月 サイト day net n30 n45 n60 n90")
_MOST = 200


def find_payment_days(string: str, *, bare: bool = False) -> list[Quantity]:
    """Payment terms in `day`; 月末締め翌月末払い without a number of days as text.

    Args:
        string: A folded line or clause.
        bare: Under a label of payment: `30日`, "45 days".
    """
    if not _SIGNS.stand_in(string):
        return []
    found: list[Quantity] = []
    if has_numeral(string):
        found = [item for hit in _DAYS.hits(string) if (item := _read(string, hit, bare=bare))]
    if not found and (bare or _TOPIC.stands_in(string)):
        found = [_of_months(string, hit) for hit in _MONTHS.hits(string)]
    return mark_replaced(string, found)


def _read(string: str, hit: Hit, *, bare: bool) -> Quantity | None:
    """The term that a number of days states, if it is one and no day of the month."""
    if _NAME_BEFORE.stands_in(before(string, hit.start, 1)):
        return None
    days = float(hit["ja"] or hit["net"] or hit["short"] or hit["en"])
    told = hit.part("site", "end", "net", "short", "terms", "tail") is not None or ("pay" in hit and days >= _SHORTEST_UNNAMED)
    trail = after(string, hit.end)
    if not (told or bare) or not 0 < days <= _MOST or _OTHER_AFTER.stands_in(trail):
        return None
    if "ja" in hit and "end" not in hit and (_CLOSING.stands_in(trail) or _OF_MONTH.stands_in(before(string, hit.span("ja")[0], 4))):
        return None
    return Quantity(hit.start, hit.end, days, days, "day", key="payment-site", explicit=told)


def _of_months(string: str, hit: Hit) -> Quantity:
    """翌々月5日(35日): the days in the bracket, else the words."""
    bracket = _BRACKET.first(after(string, hit.end, 12))
    if bracket is None:
        return Quantity(hit.start, hit.end, text=string[hit.start : hit.end], key="payment-site")
    days = float(bracket["days"])
    return Quantity(hit.start, hit.end + bracket.end, days, days, "day", key="payment-site")
