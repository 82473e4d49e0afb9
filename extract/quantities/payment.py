"""Days until payment: 30日サイト, 翌々月5日(35日), Net 45."""

from extract.quantities.changed import mark_replaced
from extract.quantities.records import Quantity
from extract.quantities.scanning import Pattern, before, has_numeral

_SITE = Pattern(
    r"(?:(?P<word>(?:お?支払い?)?(?:サイト|サイクル))[^0-9、。;]{0,8})?(?P<a>[0-9]{1,3}) ?日(?P<after> ?(?:の)?(?:支払い?)?サイト)?"
    r"|\bnet[- ]?(?P<b>[0-9]{1,3})\b(?: days?\b)?|\bn(?P<c>30|45|60|90)\b"
    r"|(?:(?P<terms>\b(?:payment(?: terms)?|terms|paid|pay|invoices?|settled)\b)[^0-9.;]{0,24})?\b(?P<d>[0-9]{1,3})[ -]days?\b(?P<end> (?:end of month|eom|net|(?:from|after|of) (?:receipt|invoice|the invoice)|payment|terms))?"
)
_MONTHS = Pattern(r"(?:(?:月末|[0-9]{1,2}日|末日?)(?:締め?|〆)[ 、/・]*)?(?:翌々?月|当月)(?:末日?|[0-9]{1,2}日)(?:払い?|支払い?|入金)?")
_BRACKET = Pattern(r"^ ?\(? ?(?P<days>[0-9]{1,3}) ?日")
_TOPIC = Pattern(r"支払|サイト|入金|\bpay|\bnet\b|\binvoice|\bterms\b|締")


def find_payment_days(string: str, *, bare: bool = False) -> list[Quantity]:
    """Payment terms in `day`; 月末締め翌月末払い without a number of days as text.

    Args:
        string: A folded line or clause.
        bare: Under a label of payment: `30日`, "45 days".
    """
    found = []
    if has_numeral(string):
        for hit in _SITE.hits(string):
            told = any(name in hit for name in ("word", "after", "b", "c", "terms", "end"))
            days = float(hit["a"] or hit["b"] or hit["c"] or hit["d"])
            in_month = "a" in hit and "after" not in hit and _OF_MONTH.stands_in(before(string, hit.parts["a"][0], 4))
            if (told or bare) and 0 < days <= 200 and not in_month and "締" not in string[hit.end : hit.end + 1]:
                found.append(Quantity(hit.start, hit.end, days, days, "day", key="payment-site", explicit=told))
    if not found and (bare or _TOPIC.stands_in(string)):
        found = [Quantity(hit.start, hit.end, text=string[hit.start : hit.end], key="payment-site") for hit in _MONTHS.hits(string)]
    return mark_replaced(string, found)


_OF_MONTH = Pattern(r"(?:月|毎月)$")
