"""From findings to requirements: what binds each, what only hints, one demand a key."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extract.clauses import Clause, governing, item_bounds, necessity_at
from extract.confidence import confidence_of
from extract.cues import STANDING, Cue, CueKind
from extract.findings import Finding
from extract.patterns import Pattern
from requisitions.statements import Hint, Requirement
from requisitions.words import TERMS, Category, HintWhy, Necessity, Reason, Speaker

_PASSED_OVER = (CueKind.PAST, CueKind.ELSEWHERE)


@dataclass(frozen=True, slots=True)
class Context:
    """What all findings of a statement share."""

    text: str
    """The message's whole text."""
    amendment: bool
    min_confidence: float
    reasons: Mapping[int, Reason]
    speakers: Mapping[int, Speaker]
    """By the index of the forwarded part, -1 for the sender's own words."""
    speaker: Speaker
    reason: Reason


def necessity_of(finding: Finding) -> tuple[Necessity, bool]:
    """What binds a finding, and whether words say so. Terms are must, refused or waived (GUIDELINES.md 3)."""
    if finding.necessity is not None:
        return Necessity(finding.necessity), True
    start, end = finding.anchor or (finding.start, finding.end)
    if finding.category in TERMS:
        cue = governing(finding.clause, start, end)
        if cue is not None and not finding.has_value:
            if cue.kind in (CueKind.DROPPED, CueKind.WAIVED):
                return Necessity.NOT_REQUIRED, True
            if cue.kind is CueKind.REFUSED:
                return Necessity.EXCLUDED, True
        return Necessity.MUST, True
    necessity, stated = necessity_at(finding.clause, start, end)
    if necessity is Necessity.EXCLUDED and finding.category in (Category.TRAIT, Category.EXPERIENCE):
        return Necessity.MUST, stated
    return necessity, stated


def set_aside(finding: Finding, necessity: Necessity) -> HintWhy | None:
    """Why a finding does not hold, or null where it does."""
    clause = finding.clause
    if any(cue.kind is CueKind.HEDGED and _covers(cue, finding) for cue in clause.cues):
        return HintWhy.HEDGED
    if clause.has(CueKind.CONDITIONAL) and necessity is not Necessity.NOT_REQUIRED:
        return HintWhy.CONDITIONAL
    return None


def _covers(cue: Cue, finding: Finding) -> bool:
    """Whether a hedge reaches a finding: its own item, and in prose all that its closing verb governs."""
    clause = finding.clause
    first, last = item_bounds(clause, cue.start, cue.end)
    if finding.start < last and finding.end > first:
        return True
    closing = clause.end - cue.end <= _CLOSING and clause.unit.label is None
    standing = (other for other in clause.cues if other.kind in STANDING and finding.end <= other.start)
    settled = any(_SETTLES.match(clause.unit.text[other.end : cue.start]) for other in standing)
    return closing and not settled and finding.end <= cue.start and not clause.unit.text.isascii()


_SETTLES = Pattern(r"^(?:で|であり|とし|です|となり)、")
"""`…は必須で、` has said all of its own part before the hedge comes."""


_CLOSING = 12
"""Characters behind a Japanese hedge that still make it the clause's verb."""


def passed_over(finding: Finding, *, amendment: bool) -> bool:
    """Whether a finding states nothing: asked, past, of another seat, or restated unchanged."""
    clause = finding.clause
    if clause.question or any(cue.kind in _PASSED_OVER and not _follows(finding, cue) for cue in clause.cues):
        return True
    if amendment and clause.has(CueKind.CANDIDATE) and not any(cue.kind in STANDING for cue in clause.cues):
        return True
    if not amendment or _moves_too(clause) or _GOES_BACK.search(clause.text):
        return False
    return any(cue.kind is CueKind.KEPT and _keeps(cue, finding) for cue in clause.cues)


def _follows(finding: Finding, cue: Cue) -> bool:
    """Whether a finding is what comes of the past or the other matter that a cue tells: `less money for next year, so it is £310`."""
    return cue.end <= finding.start and bool(_CONSEQUENCE.search(finding.clause.unit.text, cue.end, finding.start))


_CONSEQUENCE = Pattern(
    r"[,;:)-] ?(?:and |but |sorry,? )?(?:it's|it is|it should (?:be|read|have been)|make (?:it|that)|the (?:right|correct) [a-z]+ is)\b|"
    r"(?:[,;:)-]|\band) ?(?:and )?(?:so|therefore|hence|thus|which means|meaning|that's why|this is why|that is why)\b"
    r"|\band (?:now )?the (?:rate|start|pay|price|day rate|location|end date|headcount) is now\b"
)


def _keeps(cue: Cue, finding: Finding) -> bool:
    """Whether "unchanged" is said of a finding: not where it stands in brackets behind another value."""
    text = finding.clause.unit.text
    if finding.has_value and finding.end <= cue.start and _STILL.match(text[finding.end : cue.end]) and _WISHED.match(text[cue.end :]):
        return False
    bracketed = text.rfind("(", finding.clause.start, cue.start) > text.rfind(")", finding.clause.start, cue.start)
    if bracketed:
        return finding.start > text.rfind("(", 0, cue.start)
    ahead = text[cue.start : cue.end].startswith(("no change", "same", "keep"))
    return ahead or finding.start < item_bounds(finding.clause, cue.start, cue.end)[1]


_GOES_BACK = Pattern(r"に(?:お)?戻(?:し|す|り|る|さ|っ|せ)")
_STILL = Pattern(r"^[」』\") ]{0,2}(?:の|で)?まま")
_WISHED = Pattern(
    r"^(?:で|も)?、?(?:と(?:言われ|いわれ|頼まれ|申し|し(?:たい|てほしい|てくださ)|させて|の(?:ご?要望|ご?希望))|に(?:し(?:て|たい)|させて)"
    r"|いい|よい|良い|よろし|結構|構い|かまい|大丈夫|問題|お願い|ok|可)"
)
"""`5人のままでいい` takes back what was said since; `5人のままです` only says that nothing moved."""


def _moves_too(clause: Clause) -> bool:
    return any(cue.kind in (CueKind.SOURCE, CueKind.DROPPED, CueKind.WAIVED) for cue in clause.cues)


def requirement_of(finding: Finding, context: Context) -> Requirement:
    """The contract's record of a finding."""
    necessity, stated = necessity_of(finding)
    start, end = finding.clause.unit.folded.original(*(_with_its_cue(finding) if context.amendment else (finding.start, finding.end)))
    evidence = context.text[start:end]
    lead, trail = len(evidence) - len(evidence.lstrip()), len(evidence) - len(evidence.rstrip())
    start, end = start + lead, end - trail
    dropped = necessity is Necessity.NOT_REQUIRED
    speaker = context.speakers.get(finding.clause.unit.part, context.speaker)
    reason = context.reasons.get(id(finding.clause), Reason.UNSTATED)
    return Requirement(
        category=finding.category,
        key=finding.key,
        label=finding.label,
        necessity=necessity,
        evidence=context.text[start:end],
        start=start,
        end=end,
        min=None if dropped else finding.min,
        max=None if dropped else finding.max,
        unit=None if dropped else finding.unit,
        text=None if dropped else finding.text,
        confidence=confidence_of(finding, stated=stated),
        necessity_stated=stated or not finding.has_value,
        relative=finding.relative,
        group=finding.group,
        group_need=1 if finding.group else None,
        condition=finding.condition,
        reason=None if reason is context.reason else reason,
        stated_by=None if speaker is context.speaker else speaker,
        open_class=finding.open_class,
    )


def _with_its_cue(finding: Finding) -> tuple[int, int]:
    """The words of a finding with those that move it (`CCNAは…必須に`): a change is believed by its quote."""
    cue = governing(finding.clause, *(finding.anchor or (finding.start, finding.end)))
    if cue is None:
        return finding.start, finding.end
    start, end = min(finding.start, cue.start), max(finding.end, cue.end)
    return (start, end) if end - start <= _LONGEST_QUOTE else (finding.start, finding.end)


_LONGEST_QUOTE = 60
"""Characters of a quote that takes its cue along."""
_PRECISE = frozenset({Category.REMOTE, Category.RATE})


def _numbers(requirement: Requirement) -> bool:
    return requirement.min is not None or requirement.max is not None


def assemble(findings: Sequence[Finding], context: Context) -> tuple[tuple[Requirement, ...], tuple[Hint, ...]]:
    """Requirements and hints of one statement: one a key, the first that tells a value, else the first."""
    kept: dict[tuple[Category, str], Requirement] = {}
    hints: list[Hint] = []
    for finding in _one_role(findings):
        if passed_over(finding, amendment=context.amendment):
            continue
        requirement = requirement_of(finding, context)
        why = set_aside(finding, requirement.necessity)
        if why is None and requirement.confidence < context.min_confidence:
            why = HintWhy.LOW_CONFIDENCE
        if why is not None:
            hints.append(Hint(_as_hint(requirement, why), why))
            continue
        known = kept.get(requirement.identity)
        kept[requirement.identity] = requirement if known is None else _merge(known, requirement, amendment=context.amendment)
    ordered = sorted(kept.values(), key=lambda requirement: requirement.start)
    return tuple(ordered), tuple(hints)


def _one_role(findings: Sequence[Finding]) -> list[Finding]:
    """The findings with one job at most, dropped ones aside: the labelled one, else the first that is sought."""
    roles = [finding for finding in findings if finding.category is Category.ROLE and finding.necessity is None]
    named = [finding for finding in roles if not finding.open_class]
    chosen = next((finding for finding in named if finding.clause.unit.label is not None), next(iter(named or roles), None))
    return [finding for finding in findings if finding not in roles or finding is chosen]


def _as_hint(requirement: Requirement, why: HintWhy) -> Requirement:
    return replace(requirement, hedged=why is HintWhy.HEDGED)


def _merge(first: Requirement, second: Requirement, *, amendment: bool) -> Requirement:
    """Of two readings of one demand: the one with a value; in an amendment a later word beats an earlier waiver."""
    if _numbers(first) != _numbers(second) and first.category in _PRECISE:
        return first if _numbers(first) else second
    if not amendment and first.category is Category.CONTRACT and second.necessity is Necessity.EXCLUDED:
        return second
    if not amendment and first.has_value and second.has_value and second.confidence > first.confidence:
        return second
    if first.has_value != second.has_value:
        return first if first.has_value else second
    if amendment and second.necessity_stated and second.necessity is not first.necessity:
        return second
    return first
