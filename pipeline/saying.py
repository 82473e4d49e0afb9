"""What people said, beside what they said it of (`show`)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.tables import quoted
from reports.safety import visible
from requisitions.corrections import Entered, WordKind
from requisitions.identity import statement_id
from requisitions.versions import Change, Corrected, FlagRow, Held, HintRow, Link, Requisition

MOST_SEATS_A_MAIL = 200
"""No mail is read into more statements (D17)."""


def bearing_on(requisition: Requisition, words: Iterable[Entered]) -> list[Entered]:
    """The words that are about a statement of the requisition."""
    inside = {link.statement_id for link in requisition.links}
    ends = ((one, (one.word.about, one.word.other)) for one in words)
    return [one for one, cited in ends if any(end is not None and end.statement_id in inside for end in cited)]


@dataclass(frozen=True, slots=True)
class Sayings:
    """People's words on one requisition, by what they are about."""

    places: Mapping[tuple[str, int, int], Corrected] = field(default_factory=dict)
    demands: Mapping[tuple[str, str, str], Corrected] = field(default_factory=dict)
    statements: Mapping[str, Entered] = field(default_factory=dict)
    reviews: Mapping[str, Entered] = field(default_factory=dict)

    @classmethod
    def on(cls, requisition: Requisition, words: Iterable[Entered]) -> "Sayings":
        """Those in force."""
        told = bearing_on(requisition, words)
        corrected = requisition.history.corrected
        merged = {
            end.statement_id: one for one in told if one.word.kind is WordKind.MERGE for end in (one.word.about, one.word.other) if end
        }
        placed = {one.word.about.statement_id: one for one in told if one.word.kind in {WordKind.LINK, WordKind.UNLINK}}
        return cls(
            places={(row.sha256, row.start, row.end): row for row in corrected},
            demands={(row.sha256, row.category, row.key): row for row in corrected},
            statements=merged | placed,
            reviews={str(one.word.reviewed): one for one in told if one.word.kind is WordKind.REVIEW},
        )

    def of_demand(self, row: Held | HintRow) -> str:
        """Who says that a demand reads so."""
        told = row.requirement if isinstance(row, Held) else row.hint.requirement
        return _of_reading(self.places.get((row.sha256, told.start, told.end)))

    def of_change(self, change: Change) -> str:
        """Who says that what made a change reads so, and who reviewed it."""
        reviewed = self.reviews.get(change.change_id)
        verdict = "" if reviewed is None else f"{change.review} by {visible(reviewed.word.by)}{_note(reviewed.word.note)}"
        return "; ".join(part for part in (_of_reading(self.demands.get((change.sha256, change.category, change.key))), verdict) if part)

    def of_flag(self, row: FlagRow) -> str:
        """Who reviewed a flag."""
        reviewed = self.reviews.get(row.flag_id)
        return str(row.review) if reviewed is None else f"{row.review} by {visible(reviewed.word.by)}{_note(reviewed.word.note)}"

    def of_links(self, requisition: Requisition) -> Iterator[tuple[str, ...]]:
        """Why each statement belongs to the requisition: rule, score, and the statement that it goes on from."""
        ordinals = ((mail, ordinal) for mail in requisition.mails for ordinal in range(MOST_SEATS_A_MAIL))
        names = {statement_id(mail.sha256, ordinal): f"mail {mail.sha256[:12]}#{ordinal + 1}" for mail, ordinal in ordinals}
        for link in requisition.links:
            parent = f"after {names.get(link.parent_statement_id, link.parent_statement_id)}" if link.parent_statement_id else "founds it"
            yield (names.get(link.statement_id, link.statement_id), link.rule, f"{link.score:.2f}", parent, self._of_link(link))

    def _of_link(self, link: Link) -> str:
        said = self.statements.get(link.statement_id)
        return "" if said is None else f"a person's word: {visible(said.word.by)}{_note(said.word.note)}"


def _of_reading(row: Corrected | None) -> str:
    return "" if row is None else f"a person's word: {visible(row.by)}{_note(row.note)}"


def _note(note: str | None) -> str:
    return f", {quoted(note)}" if note else ""
