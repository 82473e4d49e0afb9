"""Nationality, and the right to work or a class of visa."""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.clauses import Clause, governing
from extract.cues import CueKind
from extract.findings import Finding
from extract.labels import Field, squash
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.requirements.moving import holding
from extract.scene import Scene
from requisitions.words import Category, Necessity

_FOREIGN = Pattern(r"外国籍|外国人|外国の方|国籍|海外籍|外籍")
_JAPANESE_ONLY = Pattern(r"日本国籍(?:保有者)?|日本籍|日本人(?:の方)?(?:のみ|限定|に限)|永住権(?:保持者|保有者)?|永住者")
_OK = Pattern(r"(?:可|ok|okay|歓迎|大丈夫|問題(?:な|あり?ません|ござい)|不問|問い?ません|問わ|気にし|制限(?:は|も)?な|相談可|構いません)")
_NO = Pattern(r"不可|ng\b|ng$|お断り|×|対象外|ご?遠慮|な(?:し|い)$|いたしかね")
_ARROWS = Pattern(r"→|⇒|->|=>")
_DROPPED = Pattern(r"(?:制限|条件|要件|限定)(?:は|を|も|が)?(?:なく|なし|撤廃|解除|廃止|外|無く)")
_VISA = phrases("nationality", "visa").pattern
_VISAS = Pattern(rf"\b(?:{_VISA})\b(?:(?:\s*(?:,|/|and/or|and|or|&)\s*)(?:{_VISA})\b)*")
_PEOPLE = phrases("nationality", "people").pattern
_CITIZENS_ONLY = Pattern(rf"(?:(?:us|u\.s\.|uk|{_PEOPLE}) ?)?(?:citizens?|citizenship|nationals?)")
_NATIONALS = Pattern(
    rf"\b(?P<names>(?:{_PEOPLE})(?: ?(?:,|/|&|\bor\b|\band\b|, or\b|, and\b) ?(?:{_PEOPLE}))*) (?:nationals?|nationality|citizens?"
    rf"|citizenship)\b(?: only)?"
)
_LISTED = Pattern(rf"^ ?(?:{_PEOPLE})(?: ?(?:,|/|&|\bor\b|\band\b|, or\b|, and\b) ?(?:{_PEOPLE}))* ?(?:nationals?|only|preferred)?[. ]*$")
_PEOPLE_OF = phrases("nationality", "people_of")
_ANY_NATION = phrases("nationality", "any")
_LIFTED = phrases("nationality", "lifted")
_RIGHT = phrases("nationality", "right")
_NO_BEFORE = Pattern(r"\b(?:no|not)(?: any)? $")
_NEGATED = Pattern(
    r"(?:^|[^o] )\b(?:no|not|except|excluding|cannot (?:take|accept|submit|consider)|can't (?:take|accept|submit|consider))\s+(?:any )?$"
)
_CANDIDATES = Pattern(
    r"\b(?:visas?|only|candidates?|holders?|status|consider|accept|look at|welcome|ok|fine|citizens?|sponsor"
    r"|must|required|preferred|needed|passports?|iqama|have|has|stamp)\b"
)


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """What a clause says of nationality and work authorisation."""
    if clause.unit.field in (Field.WORK, Field.ENVIRONMENT, Field.REPLY):
        return
    if scene.japanese or (waived := _waived(clause) or _nation(clause, scene)) is None:
        yield from _japanese(clause, scene)
    else:
        yield waived
    yield from _visas(clause, scene)


def _waived(clause: Clause) -> Finding | None:
    """`any nationality is fine`, `the nationality restriction is removed`."""
    found = _ANY_NATION.search(clause.unit.text, clause.start, clause.end) or _LIFTED.search(clause.unit.text, clause.start, clause.end)
    return _of(clause, *found.span(), Necessity.NOT_REQUIRED) if found else None


def _nation(clause: Clause, scene: Scene) -> Finding | None:
    """`Indian / Filipino nationals only`, `Emiratis preferred`, and the people listed under a label of nationality."""
    text = clause.unit.text
    if clause.unit.field is Field.NATIONALITY and (listed := _LISTED.match(clause.text)):
        words = scene.written(clause, clause.start, clause.start + listed.end()).strip(" .")
        return Finding(Category.NATIONALITY, "nationality", "Nationality", clause, clause.start, clause.end, text=words)
    found = _NATIONALS.search(text, clause.start, clause.end)
    if found is not None and (found.group().endswith("only") or "," in found["names"] or "/" in found["names"] or " or " in found["names"]):
        words = scene.written(clause, *found.span("names"))
        return Finding(Category.NATIONALITY, "nationality", "Nationality", clause, *found.span(), text=words, anchor=found.span("names"))
    named = _PEOPLE_OF.search(text, clause.start, clause.end)
    if named is None:
        return None
    words, soft = scene.written(clause, named.start(1), named.end(1)), named.group().endswith(("preferred", "first", "preference"))
    necessity = Necessity.PREFERRED if soft else Necessity.MUST
    return Finding(Category.NATIONALITY, "nationality", "Nationality", clause, *named.span(), text=words, necessity=necessity)


def _japanese(clause: Clause, scene: Scene) -> Iterator[Finding]:
    found = _japanese_only(clause, scene) or _foreign(clause) or _labelled(clause, scene)
    if found is not None:
        yield found


def _japanese_only(clause: Clause, scene: Scene) -> Finding | None:
    """`日本国籍の方のみ`, `永住権必須`."""
    text = clause.unit.text
    only = _JAPANESE_ONLY.search(text, clause.start, clause.end)
    asked = any(word in clause.text for word in ("のみ", "限", "必須", "方", "希望", "必要"))
    if only is None or not (clause.unit.field is Field.NATIONALITY or asked):
        return None
    tail = text[only.end() : only.end() + 12]
    end = only.end() + (tail.find("のみ") + 2 if "のみ" in tail else 0)
    words = "日本国籍" if only.group().startswith("日本国籍") else scene.written(clause, only.start(), only.end())
    return Finding(Category.NATIONALITY, "nationality", "国籍", clause, only.start(), end, text=words)


@dataclass(frozen=True, slots=True)
class _Word:
    """A place in the text."""

    start: int
    end: int


def _foreign(clause: Clause) -> Finding | None:
    """`外国籍不可`, `外国籍OK`, `国籍の制限はなくなりました`: the first word behind that decides."""
    text = clause.unit.text
    for found in holding(text, [_Word(*found.span()) for found in _FOREIGN.finditer(text, clause.start, clause.end)]):
        rest = text[found.end : min(clause.end, found.end + 24)]
        dropped, no, ok = _DROPPED.search(rest), _NO.search(rest), _OK.search(rest)
        if dropped:
            return _of(clause, found.start, found.end + dropped.end(), Necessity.NOT_REQUIRED)
        if no and (not ok or no.start() <= ok.start()):
            return _of(clause, found.start, found.end + no.end(), Necessity.EXCLUDED)
        if ok:
            return _of(clause, found.start, found.end + ok.end(), Necessity.NOT_REQUIRED)
        cue = governing(clause, found.start, found.end)
        if cue is not None and cue.kind in (CueKind.DROPPED, CueKind.WAIVED):
            return _of(clause, found.start, found.end, Necessity.NOT_REQUIRED)
    return None


def _labelled(clause: Clause, scene: Scene) -> Finding | None:
    """The value under a label of nationality."""
    if clause.unit.field is not Field.NATIONALITY or clause.start != clause.unit.value:
        return None
    value = _ARROWS.split(clause.text)[-1].strip()
    if _NO.search(value) and "外国" in squash(clause.unit.text[: clause.unit.value]) + value:
        return _of(clause, clause.start, clause.end, Necessity.EXCLUDED)
    if _OK.search(value):
        return _of(clause, clause.start, clause.end, Necessity.NOT_REQUIRED)
    if not value.startswith("日本"):
        return None
    words = scene.written(clause, clause.start, clause.end).strip()
    return Finding(Category.NATIONALITY, "nationality", "国籍", clause, clause.start, clause.end, text=words)


def _of(clause: Clause, start: int, end: int, necessity: Necessity) -> Finding:
    return Finding(Category.NATIONALITY, "nationality", "国籍", clause, start, end, necessity=necessity)


def _visas(clause: Clause, scene: Scene) -> Iterator[Finding]:
    text = clause.unit.text
    named = list(_VISAS.finditer(text, clause.start, clause.end))
    for found in [one for one in named if text[one.end() :].startswith(" only")] or named:
        alone = clause.text.strip(" .") == found.group()
        if (
            clause.unit.field is not Field.NATIONALITY
            and not alone
            and not _CANDIDATES.search(clause.text)
            and not _NO_BEFORE.search(text[clause.start : found.start()])
        ):
            continue
        refused = _NEGATED.search(text[max(clause.start, found.start() - 30) : found.start()])
        words = scene.written(clause, found.start(), found.end())
        citizens = _CITIZENS_ONLY.fullmatch(found.group())
        end = found.end() + 5 if text[found.end() :].startswith(" only") else found.end()
        if citizens and not refused:
            yield Finding(Category.NATIONALITY, "nationality", "Citizenship", clause, found.start(), end, text=words)
        else:
            yield Finding(
                Category.NATIONALITY,
                "work-authorization",
                "Work authorization",
                clause,
                found.start(),
                end,
                text=words,
                necessity=Necessity.EXCLUDED if refused else None,
            )
        return
    if right := _RIGHT.search(text, clause.start, clause.end):
        yield Finding(
            Category.NATIONALITY, "work-authorization", "Work authorization", clause, right.start(), right.end(), necessity=Necessity.MUST
        )
