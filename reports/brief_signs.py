"""What moved, what contradicts what, and what is unsure, as the briefing's formats tell it."""

from markupsafe import Markup

from reports.brief_records import ConflictLine, HintLine, Move
from reports.plain import plain
from reports.quotes import Place
from reports.records import place_of
from reports.seatrecords import Row
from reports.sentences import Count, Item, Writer
from reports.signs import Signs
from requisitions.conflicts import ConflictKind, Word
from requisitions.versions import Mail
from requisitions.words import Necessity, Speaker


class BriefSigns(Signs):
    """Signs and words for moves, conflicts and hints; every result is safe to put on a page."""

    def before(self, move: Move) -> Markup:
        """What a moved demand asked when it began."""
        row, was = move.rows[0], move.before
        if move.last.reviewable and was is not None:
            return self._absent("value.reviewable")
        if was is not None and was.necessity is Necessity.NOT_REQUIRED:
            return Markup('<span class="na">{}</span>').format(self.demand(was))
        if was is not None or row.unheld:
            told = self.demand(was) if was is not None else self.name(row.change.before or "")
            return Markup('<del><span class="vh">{}</span>{}</del>').format(self.text("value.was"), told)
        return self._absent("value.none")

    def now(self, move: Move) -> Markup:
        """What it asks now."""
        row = move.last
        if row.gone:
            return self._absent("value.silent" if row.change.implied else "value.dropped")
        if row.reviewable:
            return self._absent("value.reviewable")
        told = self.demand(row.after) if row.after is not None else self.name(row.change.after or row.change.label)
        return Markup('<ins><span class="vh">{}</span>{}</ins>').format(self.text("value.now"), told)

    def _absent(self, key: str) -> Markup:
        return Markup('<span class="na">{}</span>').format(self.text(key))

    def moved(self, move: Move) -> str:
        """The sign and word of what happened to it last."""
        return self.words.text("change.altered") if move.turned else self.change(move.last.change, move.last.after)

    def same_mail(self, move: Move, above: Move | None) -> bool:
        """Whether the entry above was read from the same mail, in the same speaker's words."""
        one, other = move.last.change, None if above is None else above.last.change
        return other is not None and (other.sha256, other.stated_by) == (one.sha256, one.stated_by)

    def quotes_anew(self, move: Move, above: Move | None) -> bool:
        """Whether the words may be shown, and the entry above does not show the very same."""
        row = move.last
        if row.reviewable:
            return False
        if above is None or above.last.reviewable or not self.same_mail(move, above):
            return True
        return self._words(row) != self._words(above.last)

    def _words(self, row: Row) -> str:
        return plain(self.quote_of(row.change, row.mail, row.quote))

    def about(self, move: Move, above: Move | None = None) -> list[Markup]:
        """Who wrote it, why, and how many people of ours were in play; what the entry above said of the same mail is not said again."""
        row, same = move.last, self.same_mail(move, above)
        facts = [] if same else [self.writer(row.change, row.mail)]
        if above is None or not same or above.last.change.reason != row.change.reason:
            facts.append(self.text(f"reason.{row.change.reason}"))
        if row.late:
            facts.append(self.text("moved.late"))
        if move.people and not same:
            facts.append(self.text("brief.people_before", people=Count(move.people, "people")))
        return facts

    def conflict_head(self, line: ConflictLine) -> Markup:
        """What two mails differ on."""
        demand = line.conflict.demand
        return self.text("brief.conflict", item=Item(demand.category, demand.key, demand.label, by_label=True))

    def sides(self, line: ConflictLine) -> list[Word]:
        """Both sides, what holds first."""
        return [word for word in (line.conflict.holds, line.conflict.against) if word is not None]

    def side(self, line: ConflictLine, word: Word) -> Markup:
        """Which side it is."""
        return self.text("brief.side_against" if word is line.conflict.against else "brief.side_holds")

    def side_words(self, word: Word) -> Markup:
        """Who said what."""
        value = self.text("brief.silent") if word.requirement is None else self.demand(word.requirement)
        return self.text("brief.side", who=self.text(f"speaker.{word.stated_by}"), value=value)

    def word_quote(self, line: ConflictLine, word: Word) -> Markup:
        """The words themselves; nothing where a text merely leaves them out."""
        if word.requirement is None:
            return Markup("")
        mail = line.mail(word)
        clause = self.quotes.clause(Place(word.sha256, word.requirement.evidence, word.requirement.start))
        return self.phrasing.quoted(word.requirement.evidence, self.language if mail is None else mail.language, clause)

    def hint_quote(self, line: HintLine) -> Markup:
        """The words of a hint alone."""
        row, language = line.row, self.language if line.mail is None else line.mail.language
        return self.phrasing.quoted(row.hint.requirement.evidence, language, self.quotes.clause(place_of(row)))

    def writer_of(self, word: Word, mail: Mail | None) -> Markup:
        """Whose mail a side was read from."""
        if mail is None:
            return self.text("moved.by_unknown")
        return self.text("moved.by_own" if word.stated_by is Speaker.OWN_SALES else "moved.by", sender=Writer.of(mail))

    def conflict_note(self, line: ConflictLine) -> Markup:
        """What was made of it."""
        conflict = line.conflict
        overruled = conflict.kind is ConflictKind.SPEAKERS and conflict.latest is conflict.holds
        return self.text("brief.note_overruled" if overruled else "brief.note_resent")
