"""Statements become versions: one pure fold (DECISIONS.md D3, D5, D6)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from requisitions.applying import Applied, Step, apply, moved_demands
from requisitions.differences import diff
from requisitions.repeats import Fingerprint, demands_of, without_retracted, words_of
from requisitions.speaking import named_speakers
from requisitions.statements import Hint
from requisitions.versions import Change, HintRow, History, Stated, Version
from requisitions.words import HintWhy, Mode


def apply_statement(version: Version | None, stated: Stated, *, requisition_id: str, min_confidence: float = 0.5) -> Version:
    """The version that holds after `stated`: the same object where the same is demanded."""
    return apply(version, stated, requisition_id=requisition_id, min_confidence=min_confidence).version


def fold(requisition_id: str, statements: Sequence[Stated], *, min_confidence: float = 0.5) -> History:
    """The story of a requisition from all its statements, in whatever order they come; one given twice counts once."""
    ordered = sorted({stated.statement_id: stated for stated in statements}.values(), key=lambda stated: stated.order)
    story = _Story(requisition_id, min_confidence)
    for stated in without_retracted(named_speakers(ordered)):
        story.tell(stated)
    return History(
        requisition_id, tuple(story.versions), tuple(story.changes), tuple(story.hints), tuple(dict.fromkeys(story.confirmations))
    )


@dataclass(slots=True)
class _Story:
    """What is known so far, one statement after another."""

    requisition_id: str
    min_confidence: float
    versions: list[Version] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    hints: list[HintRow] = field(default_factory=list)
    confirmations: list[str] = field(default_factory=list)
    steps: frozenset[Step] = frozenset()
    texts: set[Fingerprint] = field(default_factory=set)
    """The words of every statement so far."""
    fulls: dict[Fingerprint, int] = field(default_factory=dict)
    """The demands of every full text so far, with the number of the version after it first came."""
    amended: int = 0
    """The number of the last version that an amendment made."""

    def tell(self, stated: Stated) -> None:
        """Take in the next statement in fold order."""
        before = self.versions[-1] if self.versions else None
        applied = apply(before, stated, requisition_id=self.requisition_id, min_confidence=self.min_confidence, taken=self.steps)
        if before is None:
            self._go_on(stated, applied)
        elif applied.version is before:
            self._confirm(stated, applied)
        elif self._is_old_text(stated):
            self._contradict(stated, before, applied)
        else:
            self.changes += diff(before, applied.version, stated, baseline=self._is_baseline(stated))
            self._go_on(stated, applied)
        self._remember(stated)

    def _go_on(self, stated: Stated, applied: Applied) -> None:
        self._note(stated, applied.aside)
        self.steps |= applied.steps
        self.versions.append(applied.version)
        if stated.statement.mode is Mode.AMENDMENT:
            self.amended = applied.version.number

    def _confirm(self, stated: Stated, applied: Applied) -> None:
        again = words_of(stated.statement) in self.texts
        # A step that was taken when these very words came first is settled, whereas in new words it may be meant anew.
        self._note(stated, [hint for hint in applied.aside if not (again and hint.why is HintWhy.UNRESOLVED)])
        if again or applied.demands:
            self.confirmations.append(stated.mail.sha256)

    def _contradict(self, stated: Stated, before: Version, applied: Applied) -> None:
        """Old words sent again after others came between move nothing, but a person should ask (D5)."""
        told = [held.requirement for held in applied.version.held if held.sha256 == stated.mail.sha256]
        moved = list(moved_demands(before, applied.version)) or told[:1]
        self._note(stated, [*applied.aside, *(Hint(demand, HintWhy.CONTRADICTED) for demand in moved)])

    def _is_baseline(self, stated: Stated) -> bool:
        """Whether a seat that an amendment founded is told in full for the first time."""
        return stated.statement.mode is Mode.FULL and not self.fulls

    def _is_old_text(self, stated: Stated) -> bool:
        """Whether it says what was said before others came between: the same words, or after an amendment the same full demands."""
        demands = demands_of(stated.statement)
        said = self.fulls.get(demands) if demands else None
        return words_of(stated.statement) in self.texts or (said is not None and self.amended > said)

    def _remember(self, stated: Stated) -> None:
        words, demands = words_of(stated.statement), demands_of(stated.statement)
        if words:
            self.texts.add(words)
        if demands:
            self.fulls.setdefault(demands, self.versions[-1].number)

    def _note(self, stated: Stated, hints: Iterable[Hint]) -> None:
        mail, speaker = stated.mail, stated.statement.stated_by
        self.hints += (HintRow(hint, mail.sha256, mail.message_id, mail.stated_at, hint.requirement.stated_by or speaker) for hint in hints)
