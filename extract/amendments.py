"""What an amendment does to demands: replace, promote, drop, keep (FIELD.md 5)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.findings import Finding
from extract.labels import Field
from extract.patterns import Pattern
from extract.phrases import phrases
from requisitions.words import Category, Necessity

_CLOSED = frozenset(
    {Category.SKILL, Category.QUALIFICATION, Category.LANGUAGE, Category.CONTRACT, Category.ROLE, Category.EXPERIENCE, Category.TRAIT}
)
_REPLACED_BY = Pattern(
    r"^[ ]?(?:の(?:経験)?)?(?:ではなく|でなく|じゃなく|というより(?:は|も)?|よりも|の代わりに|に代わ(?:り|って)|に替え(?:て)?)(?:て)?[、 ]?"
)
_INSTEAD_OF = Pattern(r"^[ ,]*(?:\(?(?:and )?(?:not|instead of|rather than|in place of|replaces|replacing)) (?:the |an? )?$")
_OUT_IN = Pattern(
    r"^[ ,]*(?:skills? |experience |requirement |must-have )?(?:is |are |has been |was |gets |will be )?"
    r"(?:out,? (?:and )?|replaced (?:by|with)|swapped (?:for|with)|dropped for|becomes|->|→|⇒|=>)[ ]*(?:the |now )?$"
)
_FROM = Pattern(r"^(?:の(?:経験|スキル|要件|条件|知識)?)?(?:から|より|を)$")
_INTO = Pattern(
    r"^(?:の(?:経験|スキル|要件|条件|知識)?)?(?:へ|に)(?:の)?(?:変更|切り?替|差し?替|置き?換|振り?替|変わ|改め|訂正|修正|なり|なっ|なる|お願い)"
)
_MOVE = Pattern(r"(?:\b(?:chang|swap|switch|mov|replac)[a-z]*\b(?: [a-z]+){0,2}? |\bfrom )(?:from )?(?:the )?$")
_TO = Pattern(r"^ (?:skills? |experience |requirement )?(?:in the spec )?(?:to|for|with|by|into) (?:the )?$")
_SHOULD_READ = Pattern(r"^(?:の経験)?と(?:書|記載|記入|案内|お?伝え|す)[^、。]{0,4}べき(?:ところ)?(?:を|が)?、?$")
_READS = Pattern(r"^(?:の経験)?と(?:書|記載|記入|ご?案内|お?伝え)")
_NOT = Pattern(r"\bnot (?:the )?$")
_BUT = Pattern(r"^,? but (?:rather |actually )?(?:the )?$")


def settle(findings: Sequence[Finding]) -> list[Finding]:
    """The findings of an amendment with the A of "B instead of A" dropped, and B asked for."""
    settled = list(findings)
    for first, second in _neighbours(findings):
        old, new = _old_and_new(first, second)
        if old is None or new is None or old.identity == new.identity:
            continue
        settled[settled.index(old)] = replace(old, necessity=Necessity.NOT_REQUIRED)
        if new.necessity is None and new.category is not Category.TRAIT:
            settled[settled.index(new)] = replace(new, necessity=Necessity.MUST)
    settled = [finding for finding in settled if finding.category is not Category.ROLE or _moves(finding)]
    settled = _corrected(settled)
    taken_back = _taken_back(settled)
    for i, finding in enumerate(settled):
        if id(finding) in taken_back:
            settled[i] = replace(finding, necessity=Necessity.NOT_REQUIRED)
            continue
        if finding.necessity is None and finding.category in _CLOSED and _dropped_ahead(finding):
            settled[i] = replace(finding, necessity=Necessity.NOT_REQUIRED)
    return settled


def _old_and_new(first: Finding, second: Finding) -> tuple[Finding, Finding] | tuple[None, None]:
    """Which of two neighbours gives way to the other, if one does."""
    text = first.clause.unit.text
    before, between, after = (
        text[max(0, first.start - 40) : first.start],
        text[first.end : second.start],
        text[second.end : second.end + 16],
    )
    if (
        _REPLACED_BY.match(between)
        or _OUT_IN.match(between)
        or (_FROM.match(between) and _INTO.match(after))
        or (_TO.match(between) and _MOVE.search(before))
        or (_BUT.match(between) and _NOT.search(before))
    ):
        return first, second
    meant = _INSTEAD_OF.match(between) or (_SHOULD_READ.match(between) and _READS.match(after))
    return (second, first) if meant else (None, None)


_SCRATCH = phrases("amendments", "scratch")


def _taken_back(findings: Sequence[Finding]) -> set[int]:
    """Findings of a sentence that the next one takes back ("Scratch that")."""
    return {
        id(finding)
        for finding in findings
        if _SCRATCH.search(finding.clause.unit.text[finding.clause.sentence[1] : finding.clause.sentence[1] + 40])
    }


_RIGHT = Pattern(
    r"正しくは|正しい(?:の|数字|金額)|が正(?:です|しい)"
    r"|\bshould (?:be|read|say|have been)\b|\bcorrect(?:ed)? (?:figure|rate|is|one)\b|\bright figure\b"
)


def _corrected(findings: Sequence[Finding]) -> list[Finding]:
    """The findings without those that a "correctly it is" puts right: both figures stand in such a mail."""
    right = {finding.identity for finding in findings if finding.has_value and _RIGHT.search(finding.clause.text)}
    return [finding for finding in findings if finding.identity not in right or _RIGHT.search(finding.clause.text)]


def _moves(finding: Finding) -> bool:
    """Whether an amendment says more of a job than its name: most name the seat only."""
    return (
        finding.necessity is not None
        or _dropped_ahead(finding)
        or (finding.clause.unit.label is not None and finding.clause.unit.field is Field.ROLE)
    )


def _neighbours(findings: Sequence[Finding]) -> Iterator[tuple[Finding, Finding]]:
    """Pairs of findings of closed kinds that follow each other in one sentence."""
    terms = sorted(
        (finding for finding in findings if finding.category in _CLOSED), key=lambda finding: (id(finding.clause.unit), finding.start)
    )
    for first, second in pairwise(terms):
        if first.clause.unit is second.clause.unit and first.end <= second.start and second.start - first.end < 40:
            yield first, second


_NEGATED_ALONE = Pattern(r"^[ ]?(?:の(?:経験|知識))?(?:ではなく|でなく|じゃなく|というより(?:は|も)?)")


def _dropped_ahead(finding: Finding) -> bool:
    """`XではなくY` where no vocabulary knows Y: X is dropped all the same."""
    return bool(_NEGATED_ALONE.match(finding.clause.unit.text[finding.end : finding.end + 16]))
