"""Demands in words for people: `65万円/月`, `3+ years, must`, `from 1 Dec 2026`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from reports.formats import Formats
from reports.safety import visible
from reports.wording import Wording
from requisitions.statements import Requirement
from requisitions.words import ONE_KEY, TERMS, Category, Necessity

OWN_NAMED = frozenset({Category.SKILL, Category.QUALIFICATION, Category.LANGUAGE})
"""Categories whose items bear their own name."""
_BY_KEY = frozenset({Category.PERIOD, Category.SCHEDULE})
"""Categories whose keys are names of terms."""
_NAMED_ALONE = frozenset({Category.PERIOD, Category.REMOTE, Category.SCHEDULE, Category.HEADCOUNT, Category.INTERVIEW})
"""Categories whose values say little where no column names the item."""
_NAMED_IN_VALUE = frozenset({Category.EXPERIENCE, Category.TRAIT, Category.ROLE, Category.CONTRACT, Category.NATIONALITY})
_FACTS = TERMS | {Category.ROLE}
"""Categories whose musts go without saying."""
_LEVELS = {
    "ネイティブ": "native",
    "ネイティブレベル": "native",
    "流暢": "fluent",
    "fluency": "fluent",
    "ビジネス": "business-level",
    "ビジネスレベル": "business-level",
    "ビジネス会話": "business-level",
    "business": "business-level",
    "会話": "conversational",
    "日常会話": "conversational",
    "日常会話レベル": "conversational",
    "上級": "advanced",
    "中級": "intermediate",
    "初級": "basic",
    "読み書き": "reading-and-writing",
    "読解": "reading",
}
"""Words of mails for how well a language is known, by those of the catalogue."""
_WORD_LIMIT = 120
_DECIDED = frozenset({"full", "none"})


Labels: TypeAlias = Mapping[tuple[str, str], str]
"""What the vocabulary calls its keys in one language, by category and key."""
NO_LABELS: Labels = MappingProxyType({})


class Values:
    """Says what demands are called and what they ask, in one language; the catalogue names what the vocabulary's label does not fit."""

    def __init__(self, words: Wording, formats: Formats, labels: Labels = NO_LABELS) -> None:
        self._words = words
        self._formats = formats
        self._labels = labels

    def item(self, category: str, key: str, label: str, *, by_label: bool = False) -> str:
        """The name of a demand: its own for skills and the like, or when asked for; else its category's."""
        if by_label or category in OWN_NAMED or category in _BY_KEY:
            return self.label(category, key, label)
        return self._words.text(f"category.{category}")

    def head(self, category: str, key: str, label: str) -> str:
        """The same as the head of a row: a common noun of the English catalogue gets its capital, a brand stays `nginx`."""
        name = self.item(category, key, label)
        return name[:1].upper() + name[1:] if self._words.has(f"label.{category}.{key}") else name

    def running(self, name: str) -> str:
        """A name of the vocabulary inside a sentence: English ones lose their capital, `PMO` keeps it."""
        return name if self._formats.japanese or name[1:2].isupper() else name[:1].lower() + name[1:]

    def label(self, category: str, key: str, label: str) -> str:
        """The catalogue's name of a key, else the vocabulary's, else the words of the mail."""
        known = f"label.{category}.{key}"
        if self._words.has(known):
            return self._words.text(known)
        listed = self._labels.get((category, key))
        if listed is not None:
            return listed if category in OWN_NAMED else self.running(listed)
        return self._words.text(f"category.{category}") if category in ONE_KEY else visible(label or key, _WORD_LIMIT)

    def describe(self, demand: Requirement, *, bare: bool = False) -> str:
        """What a demand asks: the thing itself where its item is a category, its value, how binding it is."""
        parts = []
        if demand.category in _NAMED_IN_VALUE:
            parts.append(self.label(demand.category, demand.key, demand.label))
        value = self.value(demand)
        if value:
            parts.append(value)
        if not (bare and parts) and (demand.category not in _FACTS or demand.necessity is not Necessity.MUST):
            parts.append(self.necessity(demand))
        if not parts:
            parts.append(self._words.text("value.told"))
        return self._words.text("join.parts").join(parts)

    def named(self, demand: Requirement) -> str:
        """A demand in a row of demands, where no column names it: what it is, then what it asks."""
        if demand.category in _NAMED_ALONE:
            name = self.running(self.item(demand.category, demand.key, demand.label))
            return self._words.text("join.term").format(name=name, value=self.describe(demand))
        if demand.category not in OWN_NAMED | _NAMED_IN_VALUE:
            return self.describe(demand)
        necessity = [] if demand.category in _FACTS and demand.necessity is Necessity.MUST else [self.necessity(demand)]
        rest = [part for part in (self.value(demand), *necessity) if part]
        name = self.label(demand.category, demand.key, demand.label)
        return self._words.text("join.named").format(name=name, value=self._words.text("join.parts").join(rest)) if rest else name

    def necessity(self, demand: Requirement) -> str:
        """How binding a demand is, and whether one of several is enough."""
        word = self._words.text(f"necessity.{demand.necessity}")
        if demand.group is None or demand.necessity is Necessity.NOT_REQUIRED:
            return word
        return self._words.text("necessity.one_of").format(necessity=word)

    def value(self, demand: Requirement) -> str:
        """The value alone, empty where none is told."""
        words = self._said(demand)
        if demand.text in _DECIDED and demand.category is Category.REMOTE:
            return words
        number = self._number(demand)
        if demand.category is Category.REMOTE and number:
            return number
        aside = words or visible(demand.condition or "", _WORD_LIMIT)
        return self._words.text("join.aside").format(value=number, aside=aside) if number and aside else number or aside

    def _said(self, demand: Requirement) -> str:
        text = demand.text or ""
        plain = text.strip().casefold().replace(" ", "-")
        known = f"value.{demand.category}.{_LEVELS.get(plain, plain) if demand.category is Category.LANGUAGE else text}"
        if text and self._words.has(known):
            return self._words.text(known)
        return self._formats.stated_day(text) or visible(text, _WORD_LIMIT)

    def _number(self, demand: Requirement) -> str:
        low, high, unit = demand.min, demand.max, demand.unit
        if low is None and high is None:
            return ""
        if demand.category is Category.TIER and high is not None and low in {None, high}:
            return self._words.counted("tier_none" if high == 0 else "tier", high).format(n=self._formats.number(high))
        currency, _, period = (unit or "").partition("_per_")
        if demand.category is Category.RATE and period:
            return self._bounded(*self._formats.money_span(low, high, currency), f"per.{period}")
        number, kind = self._formats.span(low, high, self._formats.number)
        floor_inside = kind == "floor" and not self._formats.japanese
        noun = self._noun(demand)
        counted = self._words.counted(noun, high if high is not None else low or 0).format(n=f"{number}+" if floor_inside else number)
        return counted if floor_inside else self._bounded(counted, kind)

    def _noun(self, demand: Requirement) -> str:
        """The entry of the catalogue that counts in this demand's unit."""
        special = f"{demand.category}.{demand.unit}"
        if self._words.has(f"count.{special}"):
            return special
        return demand.unit if demand.unit and self._words.has(f"count.{demand.unit}") else "plain"

    def _bounded(self, value: str, kind: str, per: str | None = None) -> str:
        whole = value if per is None else self._words.text(per).format(value=value)
        return self._words.text(f"bound.{kind}").format(value=whole)
