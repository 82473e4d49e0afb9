"""Price: the first one is the rate, a second for another form of contract is none."""

from collections.abc import Iterator

import re2

from extract.clauses import Clause
from extract.findings import Finding
from extract.labels import Field
from extract.quantities.money import find_money, find_open_rates, usual_period, with_defaults
from extract.quantities.records import Money
from extract.scene import Scene, topic_at
from requisitions.words import Category

_RAISED = re2.compile(r"^[ ]?(?:円|まで|に|へ|まで)*(?:に)?(?:上げ|引き上げ|引き?下げ|下げ|アップ|ダウン|増額|減額|変更|改定)")
_CAPPED = re2.compile(r"上限|max|まで出|\bcap\b|\bmaximum\b|\bup to\b|\bmax\b|ceiling")
_THEIR_WISH = re2.compile(r"希望単価|ご?希望(?:額|金額)|\basking\b|\bexpects?\b|\bexpected\b")
_TOLD = {
    "hour": ("時給", "時間単価", "hourly"),
    "day": ("日給", "日額", "day rate", "daily"),
    "month": ("月額", "月給", "monthly"),
    "year": ("年収", "salary", "ctc"),
}


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The price that a clause states."""
    field = clause.unit.field
    if field in (Field.WORK, Field.ENVIRONMENT, Field.REPLY, Field.TITLE) or clause.question:
        return
    text = clause.unit.text
    labelled = field is Field.RATE or topic_at(clause, clause.end) is Field.RATE
    currency = "jpy" if scene.japanese else None
    prices = [
        money
        for money in find_money(text, bare=labelled, currency=currency)
        if clause.start <= money.start
        and money.end <= clause.end
        and not money.replaced
        and not _THEIR_WISH.search(text[max(0, money.start - 16) : money.start])
    ]
    for money in prices:
        unit = _unit(money, text, clause, scene)
        if unit is None and not labelled:
            continue
        low, high = money.min, money.max
        if (
            low is None
            and high is not None
            and _RAISED.match(text[money.end : money.end + 12])
            and not _CAPPED.search(text[clause.start : money.start])
        ):
            low = high
        if (
            high is not None
            and low == high
            and _CAPPED.search(text[max(clause.start, money.start - 14) : money.start])
            and not money.relative
        ):
            low = None
        yield Finding(
            Category.RATE,
            "rate",
            "単価" if scene.japanese else "Rate",
            clause,
            money.start,
            money.end,
            min=low,
            max=high,
            unit=unit,
            text=None,
            relative=money.relative,
        )
        return
    if labelled and not prices:
        for words in find_open_rates(text):
            if clause.start <= words.start and words.end <= clause.end:
                yield Finding(Category.RATE, "rate", "単価" if scene.japanese else "Rate", clause, words.start, words.end, text=words.text)
                return


def _unit(money: Money, text: str, clause: Clause, scene: Scene) -> str | None:
    if money.unit is not None:
        return money.unit
    known = with_defaults(money, currency="jpy" if scene.japanese else None)
    if known.currency is None:
        return None
    words = text[: clause.end]
    told = next((period for period, names in _TOLD.items() if any(name in words for name in names)), None)
    return with_defaults(known, period=told or usual_period(known)).unit
