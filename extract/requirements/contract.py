"""Forms of contract, each named; a refused one is excluded."""

from collections.abc import Iterator

from extract.clauses import Clause, governing
from extract.cues import CueKind
from extract.findings import Finding, of_term
from extract.labels import Field
from extract.measured import read
from extract.patterns import Pattern
from extract.quantities.counts import find_tiers
from extract.scene import Scene
from requisitions.words import Category, Necessity

_NO = Pattern(r"(?:\bno|\bnot|\bwithout|\bnon)[ -](?:[a-z0-9]+(?:,| or| and|/) ?)*$")
_NOT_THE_FORM = Pattern(
    r"^(?:(?:で)?は(?:お受け|受け|対応|難し|ご紹介|扱)|営業|チーム|担当|部|課|グループ|各位|コーディネ|会社|元|先|事業|業界|法|料金|期間|スタッフィング)"
)


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The contract forms that a clause names for the seat."""
    if clause.unit.field in (Field.WORK, Field.ENVIRONMENT, Field.REPLY, Field.CLIENT):
        return
    text = clause.unit.text
    tiers = read(clause, find_tiers)
    yield from _ir35(clause, scene)
    forms = scene.hits(clause, Category.CONTRACT)
    plain = any(not hit.ambiguous and hit.entry.key != "contract" for hit in forms)
    for hit in forms:
        if _NOT_THE_FORM.match(text[hit.end : hit.end + 8]) or (
            ((hit.ambiguous and not (plain and hit.entry.key in _NAMED_BESIDE)) or hit.entry.key == "contract")
            and clause.unit.field is not Field.CONTRACT
        ):
            continue
        if _OF_A_PERSON.match(text[hit.end : hit.end + 16]) or _OF_OTHERS.match(text[hit.end : hit.end + 16]):
            continue
        if _DID_SOMETHING.match(text[hit.end : hit.end + 24]) or _WAS_THERE.search(text[max(clause.start, hit.start - 80) : hit.start]):
            continue
        if any(tier.start < hit.end and hit.start < tier.end for tier in tiers):
            continue
        refused = _NO.search(text[max(clause.start, hit.start - 24) : hit.start])
        if refused:
            yield of_term(clause, hit, necessity=Necessity.EXCLUDED).spread(hit.start - (len(refused.group())), hit.end)
            continue
        cue = governing(clause, hit.start, hit.end)
        necessity = (
            Necessity.EXCLUDED
            if cue and cue.kind is CueKind.REFUSED
            else Necessity.NOT_REQUIRED
            if cue and cue.kind is CueKind.DROPPED
            else Necessity.MUST
        )
        yield of_term(clause, hit, necessity=necessity)


_OF_OTHERS = Pattern(r"^ (?:income|people|clients|customers|borrowers|applicants|persons|individuals|earnings|accounts|traders|tax)\b")
"""Behind `self-employed`: whom the work is about."""


def _ir35(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """`Inside was agreed`: the status named short, in a mail that speaks of IR35 (ITEPA 2003, Part 2)."""
    found = _SHORT.search(clause.unit.text, clause.start, clause.end)
    if found is None or "ir35" not in scene.original.lower() or "ir35" in clause.text:
        return
    cue = governing(clause, found.start(), found.start() + len(found[1]))
    if cue is not None:
        necessity = Necessity.MUST if cue.kind is CueKind.MUST else Necessity.NOT_REQUIRED
        key, end = f"{found[1]}-ir35", found.start() + len(found[1])
        yield Finding(Category.CONTRACT, key, f"{found[1].capitalize()} IR35", clause, found.start(), end, necessity=necessity)


_NAMED_BESIDE = frozenset({"umbrella", "limited-company"})
"""Forms whose short names count beside another form: `PAYE or umbrella`."""
_OF_A_PERSON = Pattern(r"^ (?:profiles?|cvs?|resumes?|submissions?|submittals?|candidates? (?:you|already|sent))\b")
"""`a C2C profile`: somebody who was proposed, and no form that is asked for."""
_DID_SOMETHING = Pattern(
    r"^s? (?:(?:was|were) (?:on|in|at|there|driving|working|hurt|injured|using|alone|not)"
    r"|fell|hit|got|left|walked|dropped|made|caused|didn't|did)\b"
)
_WAS_THERE = Pattern(
    r"\b(?:had|was|were|happened|hurt|injured|fell|went|caused|made|left|involved|involving)\b"
    r"[^.;]*\b(?:with|by|when|after|while|under|an|a|the|one|our) "
    r"(?:an? |the |one |our |new |young |last )*$"
)
"""`an accident with a temp on shift`: somebody who was there, and no form that is asked for."""
_SHORT = Pattern(r"\b(outside|inside) (?:is|now|was|remains)\b")
