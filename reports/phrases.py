"""Sentences in a language, as markup: templates are ours, everything put into them is escaped."""

from collections.abc import Sequence
from functools import lru_cache, singledispatchmethod

from markupsafe import Markup, escape

from reports.formats import Formats
from reports.privacy import Instead
from reports.quotes import Clause
from reports.safety import around, excerpt, visible
from reports.sentences import Count, Day, Item, Listed, Moment, Name, Points, Sentence, Term, Value, Writer
from reports.values import NO_LABELS, OWN_NAMED, Labels, Values
from reports.wording import Wording

_UNBROKEN = 14
"""Values up to so many characters never break; longer ones must, on a telephone."""
_KANA_AND_KANJI = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uff66", "\uff9d"))


def is_japanese(text: str) -> bool:
    """Whether a text holds kana or kanji, and so wants a Japanese typeface."""
    return any(low <= character <= high for character in text for low, high in _KANA_AND_KANJI)


@lru_cache(maxsize=10_000)
def _isolated(text: str, *, foreign: bool) -> Markup:
    """A site says the same names and values many thousand times."""
    mark = Markup(' class="nw"') if len(text) <= _UNBROKEN and " " not in text else Markup("")
    lang = Markup(' lang="ja"') if foreign else Markup("")
    return Markup("<bdi{mark}{lang}>{text}</bdi>").format(mark=mark, lang=lang, text=text)


class Phrasing:
    """Says terms in one language; every result is safe to put on a page."""

    def __init__(self, words: Wording, formats: Formats, writers: str = "", labels: Labels = NO_LABELS) -> None:
        self.words = words
        self.formats = formats
        self.values = Values(words, formats, labels)
        self._instead = Instead(words.text("quote.phone"), words.text("quote.address"), words.text("quote.person"), writers)

    def text(self, key: str, **values: Term | str) -> Markup:
        """An entry of the catalogue with its values."""
        # `say` has escaped each value, so the quick `str.format` does
        return Markup(self.words.text(key).format(**{name: self.say(value) for name, value in values.items()}))  # noqa: S704 - ours

    @singledispatchmethod
    def say(self, term: Term | str) -> Markup:
        """A term in words."""
        return escape(term)

    @say.register
    def _(self, term: Sentence) -> Markup:
        return self.text(term.key, **dict(term.values))

    @say.register
    def _(self, term: Count) -> Markup:
        return self._whole(self.words.counted(term.noun, term.number).format(n=self.formats.number(term.number)))

    @say.register
    def _(self, term: Points) -> Markup:
        return self._whole(self.formats.points(term.difference, signed=term.signed))

    @say.register
    def _(self, term: Moment) -> Markup:
        return self._whole(self.formats.moment(term.at))

    @say.register
    def _(self, term: Day) -> Markup:
        return self._whole(self.formats.long_day(term.on))

    @say.register
    def _(self, term: Name) -> Markup:
        return self.name(term.text)

    @say.register
    def _(self, term: Writer) -> Markup:
        person = self.name(term.person)
        return person if term.firm is None else self.text("join.writer", person=person, firm=self.name(term.firm))

    @say.register
    def _(self, term: Item) -> Markup:
        name = self.values.item(term.category, term.key, term.label, by_label=term.by_label)
        plain = self.isolated(name if term.category in OWN_NAMED else self.values.running(name))
        return self.text("join.refused", item=plain) if term.refused else plain

    @say.register
    def _(self, term: Value) -> Markup:
        return self.isolated(self.values.describe(term.requirement, bare=term.bare))

    @say.register
    def _(self, term: Listed) -> Markup:
        parts = list(dict.fromkeys(self.say(part) for part in term.parts))
        shown = self.text("join.list").join(parts[: term.limit])
        left = len(parts) - len(parts[: term.limit])
        return self.text("join.more", list=shown, n=left) if left else shown

    def name(self, text: str) -> Markup:
        """Words from a mail, made visible, isolated, and in a typeface of their script."""
        return self.isolated(visible(text))

    def isolated(self, text: str) -> Markup:
        """A text that turns nothing around it; a short one stays on one line."""
        return _isolated(text, foreign=not self.formats.japanese and is_japanese(text))

    def quoted(self, text: str, language: str, clause: Clause | None = None) -> Markup:
        """The words of a mail, verbatim and in their language; in their clause where that is known, else cut where they are long."""
        if clause is not None and clause.before + clause.after:
            return self._clause(clause, language, around((clause.before, clause.words, clause.after), self._instead))
        plain, goes_on = excerpt(text, self._instead)
        written = "ja" if is_japanese(plain) else language if language in {"ja", "en"} else "en"
        rest = Markup('<span class="cut">{}</span>').format(self.words.text("quote.more")) if goes_on else Markup("")
        return Markup('<q lang="{language}"><bdi>{text}</bdi></q>{rest}').format(language=written, text=plain, rest=rest)

    def _clause(self, clause: Clause, language: str, parts: Sequence[str]) -> Markup:
        before, words, after = parts
        written = "ja" if is_japanese("".join(parts)) else language if language in {"ja", "en"} else "en"
        dots = Markup('<span class="cut">…</span>')
        opening, closing = (dots if cut else Markup("") for cut in (clause.cut_before, clause.cut_after))
        form = Markup('<q lang="{language}">{opening}<bdi>{before}<mark>{words}</mark>{after}</bdi>{closing}</q>')
        return form.format(language=written, opening=opening, before=before.lstrip(), words=words, after=after.rstrip(), closing=closing)

    def _whole(self, text: str) -> Markup:
        return Markup('<span class="nw">{}</span>').format(text)
