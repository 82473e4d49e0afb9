"""Prices in both languages: 65万円, 時給1,500円, $65-70/hr, £450 per day, 25 LPA."""

from dataclasses import replace

from extract.quantities.changed import mark_replaced
from extract.quantities.measures import Measure, measures
from extract.quantities.numerals import DIGITS, KANJI, number
from extract.quantities.records import Money, Quantity
from extract.quantities.scanning import Hit, Pattern, after, before, has_numeral

_CURRENCIES = {
    "$": "usd", "us$": "usd", "usd$": "usd", "a$": "aud", "c$": "cad", "s$": "sgd", "hk$": "hkd", "£": "gbp", "€": "eur", "¥": "jpy", "\\": "jpy",
    "₹": "inr", "rs": "inr", "rs.": "inr", "円": "jpy", "yen": "jpy", "dollar": "usd", "buck": "usd", "pound": "gbp", "quid": "gbp", "euro": "eur",
    "rupee": "inr",
}  # fmt: skip
_SCALES = {"万": 10_000, "千": 1_000, "百万": 1_000_000, "k": 1_000, "m": 1_000_000, "mn": 1_000_000}
_LAKHS = ("lpa", "lakh", "lakhs", "lacs", "lac")
_CODE = r"usd|gbp|eur|inr|jpy|aud|cad|sgd|chf|hkd"
_SIGN = rf"(?:us\$|usd\$|hk\$|[acs]\$|[$£€¥₹\\]|\b(?:{_CODE}|rs\.?))"
_NAME = rf"(?:円|yen\b|(?:{_CODE})\b|dollars?\b|bucks?\b|pounds?\b|quid\b|euros?\b|rupees?\b)"
_SCALE = r"(?:百?万|千|k\b|mn?\b|lpa\b|lakhs?\b|lacs?\b)"
_AMOUNT = Pattern(
    rf"(?:(?P<sign>{_SIGN}) ?)?(?P<at>@ ?)?(?P<number>{DIGITS}|{KANJI})"
    rf"(?P<unit>(?: ?(?P<scale>{_SCALE})(?:(?P<odd>[0-9]{{1,4}})(?P<oddscale>千)?)?)?(?: ?(?P<name>{_NAME}))?)(?P<plus>\+)?"
)
_PERIOD_NAMES = ("hour", "day", "week", "month", "year")
_PER = r"(?:/ ?1? ?|per |an? |each |p/?)"
_ENDING = r"(?:あたり|当たり|当り|につき|額|$|[ )、。,(;])"
_PERIOD_AFTER = Pattern(
    r"^ ?\(?(?:(?:usd|gbp|eur|inr|jpy) )?(?:"
    rf"(?P<hour>{_PER}(?:h|hr|hrs|hour)\b|hourly\b|(?:/ ?)?1?(?:時間|時){_ENDING})"
    rf"|(?P<day>{_PER}(?:d|day|diem)\b|daily\b|(?:/ ?)?1?人?日{_ENDING})"
    rf"|(?P<week>{_PER}(?:w|wk|week)\b|weekly\b)"
    rf"|(?P<month>{_PER}(?:m|mo|mth|month)\b|monthly\b|pcm\b|(?:/ ?)?1?(?:人月|[ヶかカケヵ]月|月){_ENDING})"
    rf"|(?P<year>{_PER}(?:y|yr|year|annum)\b|yearly\b|annual(?:ly)?\b|p\.?a\b\.?|(?:/ ?)?年{_ENDING}))"
)
_PERIOD_BEFORE = Pattern(
    r"(?:(?P<hour>時給|時間給|時間単価|1時間あたり|時間当たり|\b(?:hourly|per hour|/hr|an hour)\b)|(?P<day>日給|日額|日当|日単価|\b(?:day rate|daily|per day)\b)"
    r"|(?P<week>週給|\bweekly\b)|(?P<month>月給|月額|月単価|人月単価|人月|月々|月収|月(?:約|に)?$|\bmonthly\b)|(?P<year>年収|年俸|年額|\b(?:annual|salary|ctc|per annum|base salary)\b))"
    r"[^0-9、。;$£€¥]{0,28}$"
)
_OTHER_MONEY = Pattern(
    r"(?:交通費|手当|インセンティブ|ボーナス|賞与|支援費|経費|資本金|売上|年商|手数料|旅費|宿泊|家賃|食費|"
    r"\b(?:bonus|sign-on|signing|stipend|revenue|turnover|funding|deposit|fee|expenses?|allowance|relocation|equity|raised|worth|valued|penalty|fine|fund|savings?)\b)"
    r"[^0-9、。;.]{0,20}$"
)
_OTHER_AFTER = Pattern(
    r"^ ?(?:人|名|件|社|台|個|店|回|枚|行|步|歩|lines?\b|users?\b|people\b|employees\b|staff\b|records\b|tickets\b|customers\b|(?:sign-on |signing |annual |yearly )?bonus\b|revenue|turnover|company|business|project|programme|budget for|funding|contract value)"
)
_TAX = Pattern(
    r"^[ (/,、+]*(?:月|月額|hour|hr|day)?[ )(/,、+]*(?P<tax>税抜き?|税別|税込み?|外税|内税|消費税別途?|別途消費税|(?:plus|\+|ex\.?|excl\.?|excluding|inc\.?|incl\.?|including) ?vat)"
)
_TAX_BEFORE = Pattern(r"(?P<tax>税抜き?|税別|税込み?|外税|内税)[ ):]*$")
_OPEN = Pattern(
    r"(?:完全|ご?経験・?)?スキル(?:・経験)?(?:に応じ|によ|次第|見合|みあ)(?:い|り|って|て)?|ご?経験・?スキル見合い?|\bdoe\b|\b(?:depending|dependent|based) (?:up)?on (?:experience|skills?)\b|\bcommensurate with experience\b"
)

_WAGE = Pattern(
    r"(?:(?P<ja>時給|時間単価|日給|日額|日当|月給|月額|月単価|単価|単金|年収|年俸|予算)|\b(?:hourly|daily|day|bill|pay|billing)? ?(?:rate|rates|salary|ctc|budget)\b)"
    r"(?: |:|=|は|を|が|の|で|も|が、|上限|最大|max|約|~|is|of|to|at|now|up|goes|rises|from|around|about|cap|capped|be|can|will)*$"
)
_PER_HOUR = Pattern(r"^ ?/ ?(?:h|hr|hrs|hour)\b")
_OTHER_UNIT = Pattern(
    r"^ ?-?(?:日|月|年|名|人|回|歳|才|時|分|週|[ヶかカケヵ]月|代|社|h\b|days?\b|weeks?\b|months?\b|years?\b|yrs?\b|hours?\b|hrs?\b|rounds?\b|interviews?\b|positions?\b|openings?\b|%|:[0-9]|/[0-9])"
)
_STEP_BEFORE = Pattern(
    r"(?:(?:^|[^0-9a-z万円歳年+~ ]|[^0-9万円h+~] )\+ ?|プラス ?|(?:さらに|更に|もう|あと)(?:約| )?|(?P<down>マイナス ?|▲ ?|\b(?:down|lower(?:ed)?|reduc\w+|cut|drop\w*|decreas\w+)(?: [a-z]+){0,4} (?:by|of) (?:about |around )?)"
    r"|\b(?:by|another|(?:an )?(?:extra|additional)|(?:increase|bump|raise|uplift) of)(?: (?:up to|about|around))? )$"
)
_STEP_AFTER = Pattern(
    r"^(?:円)?(?:ほど|程度|くらい|ぐらい|だけ|分|まで)? ?(?:(?P<up>アップ|up\b|上げ|引き?上げ|増額|増し|増や|上乗せ|プラス|高く)|(?P<down>ダウン|下げ|引き?下げ|減額|減ら|マイナス|低く|安く))"
    r"|^ ?(?:(?:/|an? |per )(?:h|hr|hour|d|day|month|year) )?(?:(?:more|extra|higher|on top|uplift|increase)\b|(?P<down2>(?:less|lower|off|cut|reduction|decrease)\b))"
)


def find_money(string: str, *, bare: bool = False, currency: str | None = None, period: str | None = None) -> list[Money]:
    """Prices from the left, each one value or one range.

    Args:
        string: A folded line or clause; with its label, where that may hold 上限 or 月額.
        bare: Under a rate label: numbers without currency or 万 count too (`65`, `@50`, `60-65`).
        currency: Of numbers that name none (`jpy` in a Japanese mail).
        period: Where no word beside the number tells one (`day` under "day rate").
    """
    if not has_numeral(string):
        return []
    found = (_read(string, measure, bare=bare, currency=currency, period=period) for measure in measures(string, _AMOUNT, bare=True, ends=_ends))
    return mark_replaced(string, [money for money in found if money])


def find_open_rates(string: str) -> list[Quantity]:
    """Prices left to the person's skill (スキル見合い, DOE), as the text `skill-based`."""
    return [Quantity(hit.start, hit.end, text="skill-based") for hit in _OPEN.hits(string)]


def with_defaults(money: Money, *, currency: str | None = None, period: str | None = None) -> Money:
    """The same price with what its words leave open filled in."""
    currency, period = money.currency or currency, money.period or period
    unit = f"{currency}_per_{period}" if currency and period else None
    return replace(money, currency=currency, period=period, unit=unit)


def usual_period(money: Money) -> str | None:
    """The period that a price of this size has as a rule, for the engine's last resort; null where none is likely."""
    amount = money.max if money.max is not None else money.min
    if amount is None or money.relative:
        return None
    if money.currency == "jpy":
        steps = ((8_000, "hour"), (100_000, "day"), (3_000_000, "month"), (30_000_000, "year"))
    elif money.currency == "inr":
        steps = ((300_000, "month"), (50_000_000, "year"))
    else:
        steps = ((250, "hour"), (2_000, "day"), (12_000, "month"), (1_000_000, "year"))
    return next((name for limit, name in steps if amount < limit), None)


def _ends(low: Hit, high: Hit | None) -> tuple[float | None, float | None]:
    """Both amounts; the ends of a range lend each other their 万 or k (`60〜65万`, `60万〜65`)."""
    if high is None:
        return _amount(low, low["scale"]), None
    return _amount(low, low["scale"] or _lent(high, low)), _amount(high, high["scale"] or _lent(low, high))


def _lent(lender: Hit, borrower: Hit) -> str:
    """The scale that one end takes from the other: none for `9,000〜1万円`, whose first end is whole."""
    value = number(borrower["number"])
    return lender["scale"] if value is not None and value < 1_000 else ""


def _amount(hit: Hit, scale: str) -> float | None:
    """The amount of one number; 1万2千円 and 1万2000円 are summed."""
    value = number(hit["number"])
    if value is None:
        return None
    odd = float(hit["odd"]) * (1_000 if "oddscale" in hit else 1) if "odd" in hit else 0.0
    return value * (100_000 if scale in _LAKHS else _SCALES.get(scale, 1)) + odd


def _read(string: str, measure: Measure, *, bare: bool, currency: str | None, period: str | None) -> Money | None:
    """The price that a measure states, if it states one."""
    low, last = measure.low, measure.last
    lead, trail = before(string, low.start), after(string, last.end)
    if _OTHER_MONEY.stands_in(lead) or _OTHER_AFTER.stands_in(trail) or last["scale"] in ("m", "mn", "百万"):
        return None
    wage = _WAGE.first(lead)
    stated = _period(string, measure)
    named = _currency(low) or _currency(last) or ("jpy" if "万" in (low["scale"], last["scale"]) or (wage and not wage["ja"].isascii()) else None)
    explicit = bool(named or wage or last["scale"] in _LAKHS or (stated and (last["scale"] == "k" or _PER_HOUR.stands_in(trail))))
    if not explicit and (not bare or _OTHER_UNIT.stands_in(trail)):
        return None
    minimum, maximum = measure.frame.min, measure.frame.max
    if last["scale"] in _LAKHS:
        named, stated = named or "inr", stated or "year"
    money = Money(
        measure.frame.start, measure.frame.end, minimum, maximum, explicit=explicit, replaced=measure.replaced,
        confidence=measure.confidence, note=_tax(string, measure), currency=named or currency, period=stated or period,
    )  # fmt: skip
    return with_defaults(_stepped(string, measure, _in_ten_thousands(money, measure)))


def _currency(hit: Hit) -> str | None:
    """The currency that a sign or name at the number tells."""
    sign, name = hit["sign"].strip(), hit["name"]
    word = sign or name
    return (_CURRENCIES.get(word) or _CURRENCIES.get(word.rstrip("s")) or word) if word else None


def _period(string: str, measure: Measure) -> str | None:
    """The period that stands behind the number or its bound, else before it."""
    for end in (measure.last.end, measure.frame.end):
        hit = _PERIOD_AFTER.first(after(string, end))
        if hit:
            return next(iter(hit.parts))
    hit = _PERIOD_BEFORE.first(before(string, measure.low.start))
    if hit is None or (hit["month"] == "月" and hit.string[max(0, hit.start - 1) : hit.start].isdigit()):
        return None
    return next(iter(hit.parts))


def _in_ten_thousands(money: Money, measure: Measure) -> Money:
    """A bare `65` under a Japanese monthly rate is 65万."""
    amount = money.max if money.max is not None else money.min
    scaled = any(hit["scale"] or hit["sign"] or hit["name"] for hit in (measure.low, measure.last))
    if scaled or money.currency != "jpy" or money.period not in (None, "month") or amount is None or not 15 <= amount < 1_000:
        return money
    factor = 10_000
    low, high = (None if bound is None else bound * factor for bound in (money.min, money.max))
    return replace(money, min=low, max=high, period="month")


def _stepped(string: str, measure: Measure, money: Money) -> Money:
    """A step from the price before (+3万まで, "up by $5") as a signed relative value."""
    hit = _STEP_BEFORE.first(before(string, measure.low.start)) or _STEP_AFTER.first(after(string, measure.frame.end)) or _STEP_AFTER.first(after(string, measure.last.end))
    amount = money.max if money.max is not None else money.min
    if hit is None or amount is None:
        return money
    step = -amount if "down" in hit or "down2" in hit else amount
    return replace(money, min=step, max=step, relative=True)


def _tax(string: str, measure: Measure) -> str | None:
    """The tax word beside the price."""
    hit = _TAX.first(after(string, measure.last.end)) or _TAX.first(after(string, measure.frame.end)) or _TAX_BEFORE.first(before(string, measure.frame.start))
    return hit["tax"] if hit else None
