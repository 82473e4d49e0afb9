"""Whether a seat became one for another job: the weightiest thing that a week can bring."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.seatrecords import Row
from reports.sentences import Item, Sentence, Term, say
from requisitions.words import Category, ChangeKind, Necessity


@dataclass(frozen=True, slots=True)
class RoleTurn:
    """The job before and what is asked for instead."""

    before: Item
    after: Item | None
    """Null where a mail took the job back and named no other."""

    def say(self, kind: str) -> Sentence:
        """What happened, as `<kind>.role`, `.role_for` or `.role_gone`."""
        if self.after is None:
            return say(f"{kind}.role_gone", before=self.before)
        told: dict[str, Term] = {"before": self.before, "after": self.after}
        return say(f"{kind}.role" if self.after.category == Category.ROLE else f"{kind}.role_for", **told)


def role_turn(rows: Sequence[Row]) -> RoleTurn | None:
    """What became of the job itself; null where it did not move: a new text that merely leaves it out says nothing of it."""
    dropped = role_dropped(rows)
    gained = None if dropped is None else role_gained(rows, dropped)
    if dropped is None or (gained is None and dropped.change.implied):
        return None
    held = dropped.before
    before = Item(Category.ROLE, held.key if held else dropped.change.key, held.label if held else dropped.change.label, by_label=True)
    return RoleTurn(before, None if gained is None else _named(gained))


def role_dropped(rows: Sequence[Row]) -> Row | None:
    """The row in which the job itself went away or became another."""
    kinds = {ChangeKind.REMOVED, ChangeKind.ALTERED}
    return next((row for row in rows if row.change.category == Category.ROLE and row.change.change in kinds), None)


def role_gained(rows: Sequence[Row], dropped: Row) -> Row | None:
    """What the mail that dropped the job asks for instead: another job, else a new must of experience or skill."""
    if dropped.change.change is ChangeKind.ALTERED:
        return dropped
    same = [row for row in rows if row.change.sha256 == dropped.change.sha256 and row.change.change is ChangeKind.ADDED]
    for category in (Category.ROLE, Category.EXPERIENCE, Category.SKILL):
        for row in same:
            if row.change.category == category and row.after is not None and row.after.necessity is Necessity.MUST:
                return row
    return None


def _named(row: Row) -> Item:
    after = row.after
    return Item(row.change.category, after.key if after else row.change.key, after.label if after else row.change.label, by_label=True)
