"""Verdicts from the workbook's sheet to fill, as words: what can be taken, and a sentence for each row that cannot (issue 6 item 5)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.entering import LONGEST_NOTE, spoken
from reports.xlsx_reading import Filled, plainly
from requisitions.corrections import Cited, Entered, Word, WordKind, in_force
from requisitions.words import Review
from store.words import Reviewable

VERDICTS: Mapping[str, Review] = {
    "confirmed": Review.CONFIRMED,
    "confirm": Review.CONFIRMED,
    "確認済": Review.CONFIRMED,
    "確認済み": Review.CONFIRMED,
    "dismissed": Review.DISMISSED,
    "dismiss": Review.DISMISSED,
    "対象外": Review.DISMISSED,
}
"""What may stand in the column: the two words that the sheet offers, and what people write for them."""
_LONGEST_ID, _SHOWN = 100, 40


@dataclass(frozen=True, slots=True)
class Imported:
    """What a workbook says."""

    words: tuple[Word, ...]
    """Verdicts that are new."""
    known: int
    """Rows whose verdict was entered before."""
    faults: tuple[str, ...]
    """A sentence for each row that was not taken: where, what, and the remedy."""


def imported(
    file: Path, rows: Sequence[Filled], known: Mapping[str, Reviewable], said: Iterable[Entered], *, by: str | None = None
) -> Imported:
    """The words of a filled workbook.

    Args:
        file: Its name, for the sentences.
        rows: What stands in it.
        known: The changes and flags that are there, by id.
        said: All that people said so far, in order: a verdict that was entered before is not entered again, whatever came after it,
            so that the same file a second time changes nothing.
        by: Who says so; null: who is logged in.

    Raises:
        click.UsageError: nobody says who.
    """
    reviews = [one for one in said if one.word.kind is WordKind.REVIEW]
    standing = {one.word.reviewed: one for one in in_force(reviews)}
    entered = {_same(one.word) for one in reviews if not one.word.undo}
    taken: dict[str, tuple[Word, Filled]] = {}
    faults: list[str] = []
    old = 0
    for row in rows:
        if (told := _word(row, known)) is None:
            continue
        if isinstance(told, str):
            faults.append(_at(file, row, told))
            continue
        name = str(told.reviewed)
        if name in taken:
            first, place = taken[name]
            if _same(first) != _same(told):
                faults.append(_at(file, row, f"{name} has another verdict or note in row {place.row}; leave one of them"))
        elif _same(told) not in entered:
            taken[name] = (told, row)
        elif (now := standing.get(name)) is not None and _same(now.word) == _same(told):
            old += 1
        else:
            faults.append(_at(file, row, _overtaken(told, now)))
    return Imported(tuple(_spoken([word for word, _ in taken.values()], by)), old, tuple(faults))


def _spoken(words: Iterable[Word], by: str | None) -> list[Word]:
    """The words with who speaks; each keeps its own note."""
    told = list(words)
    return [replace(word, by=named.by) for word, named in zip(told, spoken(told, by, None), strict=True)]


def _same(word: Word) -> tuple[str | None, Review | None, str | None]:
    return (word.reviewed, word.verdict, word.note)


def _word(row: Filled, known: Mapping[str, Reviewable]) -> Word | str | None:
    """The word of a row; null where nothing is filled in, a sentence where it cannot be taken."""
    if row.fault is not None:
        return row.fault
    if not row.state:
        return f"there is a note and no state; choose one of {_choices()} for it" if row.note else None
    verdict = VERDICTS.get(plainly(row.state))
    if verdict is None:
        return f"the state {_shown(row.state)} is unknown; choose one of {_choices()}, or empty the cell to leave it open"
    if not row.change_id:
        return "there is a state and no change_id; put back what the report's workbook has there"
    if len(row.note) > LONGEST_NOTE:
        return f"the note has {len(row.note)} signs; shorten it to {LONGEST_NOTE} at most"
    found = known.get(row.change_id.lower())
    if found is None:
        said = f"no change has the id {_shown(row.change_id)}: a later mail or a better reading took it away, or another archive has it"
        return f"{said}; `reqdrift review list --all` prints those that there are"
    return Word(
        kind=WordKind.REVIEW,
        about=Cited(found.sha256, found.ordinal),
        category=found.category,
        key=found.key,
        reviewed=found.reviewed,
        verdict=verdict,
        note=row.note or None,
    )


def asked_for(rows: Iterable[Filled]) -> list[str]:
    """The ids that the filled rows name."""
    return [row.change_id.lower() for row in rows if row.state and len(row.change_id) <= _LONGEST_ID and row.change_id.isprintable()]


def _overtaken(told: Word, now: Entered | None) -> str:
    since = "taken back" if now is None else f"{now.word.verdict} by {now.word.by}"
    if now is not None and now.word.verdict is told.verdict:
        since = f"{since} with another note"
    act = "confirm" if told.verdict is Review.CONFIRMED else "dismiss"
    said = f"{told.reviewed} was {told.verdict} so before and is {since} since, which holds"
    return f"{said}; `reqdrift review {act} {told.reviewed}` says otherwise"


def _at(file: Path, row: Filled, sentence: str) -> str:
    return f"{file.name}, {_shown(row.sheet)} row {row.row}: {sentence}"


def _choices() -> str:
    return f"{Review.CONFIRMED}, {Review.DISMISSED}"


def _shown(text: str) -> str:
    from reports.safety import visible

    return f'"{visible(text, _SHOWN)}"'
