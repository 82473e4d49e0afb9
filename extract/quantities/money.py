"""Prices in both languages: 65万円, 時給1,500円, $65-70/hr, £450 per day, 25 LPA."""

from dataclasses import replace

from extract.quantities import money_words as words
from extract.quantities.changed import mark_replaced
from extract.quantities.measures import OTHER_UNIT, Measure, measures
from extract.quantities.numerals import number
from extract.quantities.records import Money, Quantity
from extract.quantities.scanning import Hit, after, before, has_numeral

_PERIODS = ("hour", "day", "week", "month", "year")
_STEPS = {
    "jpy": ((8_000, "hour"), (100_000, "day"), (3_000_000, "month"), (30_000_000, "year")),
    "inr": ((300_000, "month"), (50_000_000, "year")),
    **dict.fromkeys(("sar", "aed", "qar", "myr", "zar", "cny"), ((100, "hour"), (150_000, "month"))),
    **dict.fromkeys(("kwd", "bhd", "omr"), ((10, "hour"), (20_000, "month"))),
    **dict.fromkeys(("php", "thb"), ((500, "hour"), (500_000, "month"))),
}
_STEPS_ELSEWHERE = ((250, "hour"), (2_000, "day"), (12_000, "month"), (1_000_000, "year"))


def find_money(string: str, *, bare: bool = False, currency: str | None = None, period: str | None = None) -> list[Money]:
    """Prices from the left, each one value or one range.

    Args:
        string: A folded line or clause; with its label, where that may hold 上限 or 月額.
        bare: Under a rate label: numbers without currency or 万 count too (`65`, `@50`, `60-65`), unless a full price stands there.
        currency: Of numbers that name none (`jpy` in a Japanese mail).
        period: Where no word beside the number tells one (`day` under "day rate").
    """
    if not has_numeral(string) or not (bare or words.SIGNS.stand_in(string)):
        return []
    read = (
        _read(string, item, bare=bare, currency=currency, period=period) for item in measures(string, words.AMOUNT, bare=True, ends=_ends)
    )
    found = [money for money in read if money]
    if any(money.explicit for money in found):
        found = [money for money in found if money.explicit]
    return mark_replaced(string, found)


def find_open_rates(string: str) -> list[Quantity]:
    """Prices left to the person's skill (スキル見合い, DOE), as the text `skill-based`."""
    return [Quantity(hit.start, hit.end, text="skill-based") for hit in words.OPEN_RATE.hits(string)]


def with_defaults(money: Money, *, currency: str | None = None, period: str | None = None) -> Money:
    """The same price with what its words leave open filled in."""
    currency, period = money.currency or currency, money.period or period
    unit = f"{currency}_per_{period}" if currency and period else None
    return replace(money, currency=currency, period=period, unit=unit)


def usual_period(money: Money) -> str | None:
    """The period that a price of this size has as a rule, where no word tells; null for a step or a size that is no price."""
    amount = money.max if money.max is not None else money.min
    if amount is None or money.relative:
        return None
    return next((name for limit, name in _STEPS.get(money.currency or "", _STEPS_ELSEWHERE) if amount < limit), None)


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
    if "pence" in hit and hit.part(*_PERIODS):
        value += (number(hit["pence"]) or 0) / 100
    return value * (100_000 if scale in words.LAKHS else words.SCALES.get(scale, 1)) + odd


def _read(string: str, measure: Measure, *, bare: bool, currency: str | None, period: str | None) -> Money | None:
    """The price that a measure states, if it states one."""
    last, scale = measure.last, measure.low["scale"] or measure.last["scale"]
    own = _currency(measure.low) or _currency(last) or ("jpy" if scale == "万" else "inr" if scale in words.LAKHS else None)
    if _is_no_price(string, measure, scale, own, bare=bare):
        return None
    wage = words.WAGE.first(before(string, measure.low.start))
    stated, end = _period(string, measure)
    hourly = last["hour"].startswith(("/", "p")) or ("hour" in last and last["number"][-3:-2] == ".")
    paid = _is_paid(string, measure, stated)
    explicit = (
        paid or own is not None or _is_quoted(measure, currency) or wage is not None or (stated is not None and scale == "k") or hourly
    )
    if not (explicit or bare):
        return None
    named = own or ("jpy" if wage and "ja" in wage else None) or currency
    money = Money(
        measure.frame.start,
        max(end, measure.frame.end),
        measure.frame.min,
        None if after(string, last.end, 1) == "台" else measure.frame.max,
        explicit=explicit,
        replaced=measure.replaced,
        note=_tax(string, measure),
        confidence=measure.confidence,
        currency=named,
        period=stated or _scale_period(scale, named) or period,
    )
    return with_defaults(_stepped(string, measure, _in_ten_thousands(money, measure)))


_WAGE_SPANS: dict[str | None, tuple[int, int]] = {"hour": (8, 400), "day": (60, 2_500)}
"""Sizes of a wage that is told without a currency: `25 an hour`, `290 a day`."""


def _is_paid(string: str, measure: Measure, period: str | None) -> bool:
    """Whether a figure with "an hour" or "a day" right behind it is a wage, and counts no calls, pieces or patients."""
    least, most = _WAGE_SPANS.get(period, (0, 0))
    if not least <= measure.frame.biggest < most or measure.last.part(*_PERIODS) is None or not measure.low["number"][0].isdigit():
        return False
    behind = after(string, measure.last.end)
    return words.PIECES.search(before(string, measure.low.start)) is None and words.PIECES_AFTER.search(behind) is None


def _is_quoted(measure: Measure, currency: str | None) -> bool:
    """`@68`: the trade's short hand for so many ten thousand yen a month."""
    if after(measure.last.string, measure.last.end, 1) in tuple("番号階台席室"):
        return False
    return "at" in measure.low and currency == "jpy" and _LEAST_QUOTED <= measure.frame.biggest < _MOST_QUOTED


_LEAST_QUOTED, _MOST_QUOTED = 20, 300


def _is_no_price(string: str, measure: Measure, scale: str, own: str | None, *, bare: bool) -> bool:
    """Whether the neighbours make it other people's money, or a number of something else."""
    lead, trail = before(string, measure.low.start), after(string, measure.last.end)
    if (
        scale in ("m", "mn", "百万")
        or words.OTHER_MONEY.stands_in(lead)
        or (words.OTHER_AFTER.stands_in(trail) and not words.BESIDE.stands_in(trail))
    ):
        return True
    if own in _WORDS_TOO and measure.frame.biggest < _LEAST_THERE and measure.last.part(*_PERIODS) is None:
        return True
    if scale == "l" and not bare and measure.last.part(*_PERIODS) is None and not measure.low["sign"]:
        return True
    if trail.startswith("台") and not measure.last["name"]:
        return True
    plain = own is None and (scale == "千" or not measure.low["number"][0].isdigit() or OTHER_UNIT.stands_in(trail))
    return plain or lead.endswith(("±", "± ", "+/-"))


_WORDS_TOO, _LEAST_THERE = frozenset({"php", "myr", "sek", "czk", "huf", "ron", "thb"}), 1_000
"""Codes that are words of other things, too, and the least amount that makes them money: PHP 8 is a language."""


def _currency(hit: Hit) -> str | None:
    """The currency that a sign or name at the number tells."""
    word = hit["sign"].strip() or hit["name"]
    return (words.CURRENCIES.get(word) or words.CURRENCIES.get(word.rstrip("s")) or word) if word else None


def _scale_period(scale: str, currency: str | None) -> str | None:
    """`$120k` and `25 LPA` are salaries."""
    return "year" if scale in words.LAKHS or (scale == "k" and currency != "jpy") else None


def _period(string: str, measure: Measure) -> tuple[str | None, int]:
    """The period that stands behind the number or its bound, else before it; and where its words end."""
    name = measure.last.part(*_PERIODS) or measure.low.part(*_PERIODS)
    if name:
        return name, 0
    for end in (measure.last.end, measure.frame.end):
        hit = words.PERIOD_AFTER.first(after(string, end))
        name = hit.part(*_PERIODS) if hit else None
        if hit and name:
            return name, end + hit.span(name)[0] + len(hit[name].rstrip(" )、。,(;"))
    hit = words.PERIOD_BEFORE.first(before(string, measure.low.start))
    # the 月 of 10月70万 is a date
    if hit is None or (hit["month"].startswith("月") and hit.string[max(0, hit.start - 1) : hit.start].isdigit()):
        return None, 0
    return hit.part(*_PERIODS), 0


def _in_ten_thousands(money: Money, measure: Measure) -> Money:
    """A bare `65` under a Japanese monthly rate is 65万."""
    scaled = any(hit["scale"] or hit["sign"] or hit["name"] for hit in (measure.low, measure.last))
    if scaled or money.currency != "jpy" or money.period not in (None, "month") or not 15 <= measure.frame.biggest < 1_000:
        return money
    low, high = (None if bound is None else bound * 10_000 for bound in (money.min, money.max))
    return replace(money, min=low, max=high, period="month")


def _stepped(string: str, measure: Measure, money: Money) -> Money:
    """A step from the price before (+3万まで, "up by $5") as a signed relative value."""
    hit = words.STEP_BEFORE.first(before(string, measure.low.start)) or words.STEP_AFTER.first(after(string, measure.last.end))
    amount = money.max if money.max is not None else money.min
    if hit is None or amount is None or measure.high:
        return money
    step = -amount if hit.part("down", "less") else amount
    return replace(money, min=step, max=step, relative=True)


def _tax(string: str, measure: Measure) -> str | None:
    """The tax word beside the price."""
    trails = (after(string, end) for end in (measure.last.end, measure.frame.end))
    hit = next((hit for trail in trails if (hit := words.TAX_AFTER.first(trail))), None)
    hit = hit or words.TAX_BEFORE.first(before(string, measure.frame.start))
    return hit["tax"] if hit else None
