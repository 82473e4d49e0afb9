"""Price: the first one is the rate, a second for another form of contract is none."""

from collections.abc import Iterator
from dataclasses import replace

from extract.clauses import Clause
from extract.countries import currency_of, dollars_of
from extract.findings import Finding
from extract.labels import Field
from extract.measured import of_quantity, read
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.quantities.money import find_money, find_open_rates, usual_period, with_defaults
from extract.quantities.money_words import CURRENCIES
from extract.quantities.records import Money
from extract.requirements.moving import holding
from extract.scene import Scene, asked_topic, speaks_of, topic_at
from requisitions.words import Category

_RAISED = Pattern(r"^[ ]?(?:円|まで|に|へ|まで)*(?:に)?(?:上げ|引き上げ|引き?下げ|下げ|アップ|ダウン|増額|減額|変更|改定)")
_TURNED_DOWN = Pattern(
    r"\b(?:scrap|forget|ignore|disregard|scratch|bin) (?:the |my |that )?$|"
    r"\b(?:won't|will not|wouldn't|can't|cannot|couldn't|refuse[sd]? to|not going to) "
    r"(?:sign off|approve|authorise|authorize|accept|agree(?: to)?|match|stretch to|go to|pay|do) (?:on |for |the |more than )*$"
)
"""Before a price that was asked for and refused."""
_CAPPED = phrases("rate", "capped")
_RAISED_BEFORE = Pattern(r"\b(?:rises?|raised?|goes|going|increases?|increased|bumped|moves?|moved) (?:up )?to ?$")
_THE_MOST = Pattern(r"^ (?:an hour |a day |per hour |per day )?(?:is|was) (?:now )?(?:the most|as much as|as high as|as far as)\b")
_CAPPED_LABEL = Pattern(r"上限|max|\bcap\b|\bnte\b|not to exceed|\bceiling\b")
_CAPPED_BEHIND = phrases("rate", "capped_behind")
_LEAD = 6
"""Characters of "up to" that a price may start with."""
_NOT_ABOVE = Pattern(
    r"\b(?:can't|cannot|can not|won't|not|never) (?:go|pay|offer|be|do)? ?(?:above|over|more than|beyond|higher than|exceed)\b"
)
_OWN_CAP = Pattern(r"up to")
_NOT_A_PRICE = phrases("rate", "not_a_price")
_BESIDE_IT = Pattern(
    r"(?:\+|\b(?:plus|and|with|incl\.?|including|excl\.?|excluding|no))(?: (?:all|any|some|agreed|reasonable|paid|the|their))* ?"
    r"(?:(?:travel|taxi|cab|train|parking|fuel|subsistence|lodging|housing|accommodation)(?: (?:and|&) [a-z]+)? ?)?"
    r"(?:expenses?|per diem|fees?|mileage|costs?)\b"
)
"""What is paid beside a wage: `£30 an hour plus travel expenses`."""
_THEIR_WISH = Pattern(r"希望単価|ご?希望(?:額|金額)|\basking\b|\bexpects?\b|\bexpected\b")
_COUNT_OF_A_SEAT = Pattern(r"(?:案件|求人|ポジション|募集)(?:no\.?)? ?\(?$")
_TOLD = {
    "hour": ("時給", "時間単価", "hourly"),
    "day": ("日給", "日額", "day rate", "daily"),
    "month": ("月額", "月給", "monthly"),
    "year": ("年収", "salary", "ctc"),
}


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The price that a clause states."""
    field = clause.unit.field
    if (
        field in (Field.WORK, Field.ENVIRONMENT, Field.REPLY, Field.TITLE)
        or clause.question
        or _NOT_A_PRICE.search(_BESIDE_IT.sub("", clause.text))
    ):
        return
    text = clause.unit.text
    takes_up = _takes_up_pay(clause)
    labelled = field is Field.RATE or takes_up or speaks_of(clause, Field.RATE)
    label = "単価" if scene.japanese else "Rate"
    prices = [
        money
        for money in read(clause, find_money, bare=labelled, currency="jpy" if scene.japanese else None)
        if (money.explicit or field is Field.RATE or takes_up or _is_the_rate(clause, money))
        and not _COUNT_OF_A_SEAT.search(text[max(0, money.start - 8) : money.start])
        and not _THEIR_WISH.search(text[max(0, money.start - 16) : money.start])
        and not _TURNED_DOWN.search(text[max(clause.sentence[0], money.start - 40) : money.start])
    ]
    told = holding(text, prices)
    settled = [money for money in told if not money.relative and _unit(money, text, clause, scene) is not None]
    for money in settled if any(money.relative for money in told) and settled else told:
        money = _as_step(money, text)  # noqa: PLW2901
        unit = _unit(money, text, clause, scene)
        if unit is None and not labelled and not (money.explicit and money.period):
            continue
        unit = _of_the_country(unit, text[money.start : money.end], scene)
        low, high = _bounds(money, clause)
        yield replace(of_quantity(clause, Category.RATE, "rate", label, money), min=low, max=high, unit=unit, text=None)
        return
    for words in read(clause, find_open_rates) if labelled and not prices else ():
        yield of_quantity(clause, Category.RATE, "rate", label, words)
        return


_TAKES_UP = Pattern(
    r"^(?:so|sorry|but|please|and|now|actually|no|rather)?,? ?(?:make (?:it|that)|it's|it is|it should (?:be|read|say|have been)"
    r"|should be|that's|that should be)"
    r" (?:now |actually )?[$£€]?\d{1,3}\.\d{2}\b"
)
_WOULD_PAY = Pattern(
    r"\b(?:he|she|they|we|i|client)(?:'ll|'d| will| would| can| could| may| is ok to| are ok to)(?: now| just| only| also)* "
    r"(?:go|stretch|do|pay|offer|run|move)(?: you)?(?: up)?(?: as high as)?(?: to)? [$£€]?\d{1,3}\.\d{2}(?:[ .,;!]|$)"
)
"""`She'll go to 14.75`."""
_OF_PAY = Pattern(r"\b(?:rate|pay|wage|price|hourly|money|figure)s?\b")


def _takes_up_pay(clause: Clause) -> bool:
    """Whether a sentence puts a figure right that the one before it speaks of: "I gave you last year's pay. Make that 15.60"."""
    if _WOULD_PAY.search(clause.text):
        return True
    if not _TAKES_UP.match(clause.text):
        return False
    before = clause.unit.text[: clause.start].rstrip(" .!?;")
    return bool(_OF_PAY.search(before, max(before.rfind(mark) for mark in ".!?;") + 1))


def _is_the_rate(clause: Clause, money: Money) -> bool:
    """Whether a bare figure is the rate that its sentence speaks of: behind the word for it, or called it."""
    called = _CALLED.match(clause.unit.text[money.end : clause.end]) is not None
    return called or Field.RATE in (topic_at(clause, money.start), asked_topic(clause))


_CALLED = Pattern(r"^ (?:is|as|will be|would be|becomes) (?:now )?(?:the|our|their|your|a|an) |^[^、。]{0,6}(?:が|は)")


def _of_the_country(unit: str | None, words: str, scene: Scene) -> str | None:
    """A unit whose dollars are those of the country that the mail is about."""
    if unit is None or not unit.startswith("usd_") or _AMERICAN.search(words):
        return unit
    return unit.replace("usd", dollars_of(scene.original))


_AMERICAN = Pattern(r"us\$|\busd\b")
_ADDED = Pattern(r"\b(?:add(?:s|ed|ing)?|throw(?:n|ing)? in) (?:another |an extra |a further )?$")
_STEPPED = Pattern(r"^ (?:more|extra|on top|less|higher|lower)\b")
_FROM_WITHIN = Pattern(r"\d[^\d]{0,3}(?:から|より)")
_MOVED_TO = Pattern(r"^(?:円)?(?:まで)?(?:に|へ)(?:上が|下が|あが|さが|引|上げ|下げ|変|改|増|減|アップ|ダウン|な[りっる])")
_PER_AFTER = Pattern(r"^ (?:more|extra|less|on top),? (?:an?|per|each|every) (?P<per>hour|day|month|year)\b")
_STEPS_OF = {"jpy": "month"}
_LEAST_MONTHLY = 5_000
"""Yen that a step of a monthly price is worth at least."""


def _is_monthly(money: Money) -> bool:
    """Whether a step is of a size that monthly prices move by."""
    return max(abs(money.min or 0), abs(money.max or 0)) >= _LEAST_MONTHLY


def _as_step(money: Money, text: str) -> Money:
    """`They added $5/hr`: an amount that the words beside it add."""
    after = _STEPPED.match(text[money.end : money.end + 12])
    if money.relative or not (after or _ADDED.search(text[max(0, money.start - 24) : money.start])):
        return money
    if after is None or after.group().strip() not in ("less", "lower"):
        return replace(money, relative=True)
    least, most = (None if money.max is None else -money.max), (None if money.min is None else -money.min)
    return replace(money, relative=True, min=least, max=most)


def _bounds(money: Money, clause: Clause) -> tuple[float | None, float | None]:
    """`60万まで上げる` states a price, `上限を60万` a cap (GUIDELINES.md 5)."""
    text, low, high = clause.unit.text, money.min, money.max
    if money.relative:
        return low, high
    if high is not None and _FROM_WITHIN.search(text[money.start : money.end]) and _MOVED_TO.match(text[money.end : money.end + 10]):
        return high, high
    if _NOT_ABOVE.search(text[max(clause.start, money.start - 30) : money.start + _LEAD]):
        return None, high if high is not None else low
    if high is None:
        return low, high
    if low == high and _THE_MOST.match(text[money.end : clause.end]):
        return None, high
    capped = bool(
        _CAPPED.search(text[max(clause.start, money.start - 24) : money.start] + _OWN_CAP.sub("", text[money.start : money.end]))
    ) or bool(_CAPPED_LABEL.search(text[: clause.unit.value]) or _CAPPED_BEHIND.match(text[money.end : clause.end]))
    moved = _RAISED.match(text[money.end : money.end + 12]) or _RAISED_BEFORE.search(
        text[max(clause.start, money.start - 20) : money.start + _LEAD]
    )
    if low is None and moved and not capped:
        return high, high
    return (None, high) if low == high and capped else (low, high)


_PRICED_LABEL = Pattern(r"(?P<currency>[a-z]{3}|[$£€]) ?(?:/|per) ?(?P<per>h|d|w|mo?n?t?h?)[a-z]*\b")
_CURRENCIES = frozenset(CURRENCIES.values()) | {"nzd", "chf"}
_SIGNS = {"$": "usd", "£": "gbp", "€": "eur"}
_PERIODS = {"h": "hour", "d": "day", "w": "week", "m": "month"}


def _label_unit(clause: Clause) -> str | None:
    """The unit that a label tells for the bare figure behind it: `AUD/hr: 52`."""
    told = _PRICED_LABEL.search(clause.unit.text[: clause.unit.value]) if clause.unit.label is not None else None
    if told is None:
        return None
    currency = _SIGNS.get(told["currency"], told["currency"])
    return f"{currency}_per_{_PERIODS[told['per'][0]]}" if currency in _CURRENCIES else None


def _spelled(text: str, money: Money) -> str | None:
    """Pounds, where the price is written as only the British write: `12.75ph`."""
    return "gbp" if _BRITISH.search(text, money.start, money.end) else None


_BRITISH = Pattern(r"\d ?p/?[hd]\b")
_PAID_MONTHLY = frozenset({"sar", "aed", "qar", "kwd", "bhd", "omr", "myr", "php", "thb"})
"""Currencies of countries where a salary is told by the month."""


def _unit(money: Money, text: str, clause: Clause, scene: Scene) -> str | None:
    if money.unit is not None:
        return money.unit
    if money.currency is None and (told := _label_unit(clause)):
        return told
    known = with_defaults(money, currency="jpy" if scene.japanese else currency_of(scene.original) or _spelled(text, money))
    if known.currency is None:
        return None
    words = text[: clause.end]
    told = period["per"] if (period := _PER_AFTER.match(text[money.end : money.end + 24])) else None
    told = told or next((period for period, names in _TOLD.items() if any(name in words for name in names)), None)
    if told == "year" and known.period is None and usual_period(known) == "month" and known.currency in _PAID_MONTHLY:
        told = "month"
    usual = _STEPS_OF.get(known.currency) if money.relative and _is_monthly(money) else usual_period(known)
    return with_defaults(known, period=told or usual).unit
