"""Conditions that a person should look at before they are passed on (FIELD.md 8; no legal advice)."""

from collections.abc import Iterator, Sequence

from requisitions.statements import Flag, Requirement, Statement
from requisitions.words import Category, FlagRule, Necessity

_IN_FORCE = (Necessity.MUST, Necessity.PREFERRED, Necessity.EXCLUDED)
_NOTES = {
    FlagRule.AGE_LIMIT: "An age limit: 労働施策総合推進法 9条; ADEA, 29 U.S.C. 623(e); Equality Act 2010. Is one of the exceptions meant?",
    FlagRule.GENDER: "A condition on sex: 男女雇用機会均等法 5条; 42 U.S.C. 2000e-3(b); Equality Act 2010.",
    FlagRule.NATIONALITY: "A condition on nationality or visa class: 職業安定法 3条, 労働基準法 3条; 8 U.S.C. 1324b.",
    FlagRule.APPEARANCE: "A condition on looks: 公正な採用選考; is it needed for the work?",
    FlagRule.PRE_INTERVIEW: "A dispatch seat whose worker the client interviews: 労働者派遣法 26条.",
}
_TRIAL = ("紹介予定", "temp-to-perm")
_VISIT = ("見学",)
_INTERVIEW = ("面接を", "面談を")
"""Told with a visit, an interview is one all the same: `見学の際に面接をいたします`."""


def _rule_of(requirement: Requirement) -> FlagRule | None:
    if requirement.necessity not in _IN_FORCE:
        return None
    if requirement.category is Category.AGE and requirement.max is not None:
        return FlagRule.AGE_LIMIT
    if requirement.category is Category.GENDER:
        return FlagRule.GENDER
    if requirement.category is Category.TRAIT and requirement.key == "appearance":
        return FlagRule.APPEARANCE
    if requirement.category is Category.NATIONALITY and (requirement.key == "nationality" or requirement.text is not None):
        return FlagRule.NATIONALITY
    return None


def flags_of(statements: Sequence[Statement], text: str) -> Iterator[Flag]:
    """The flags of a mail's statements, each rule once a place."""
    seen: set[tuple[FlagRule, int]] = set()
    for statement in statements:
        found = [(rule, requirement) for requirement in statement.requirements if (rule := _rule_of(requirement)) is not None]
        dispatch = any(
            requirement.category is Category.CONTRACT and requirement.key == "dispatch" and requirement.necessity is Necessity.MUST
            for requirement in statement.requirements
        )
        if dispatch and not any(word in text.lower() for word in _TRIAL):
            found.extend(
                (FlagRule.PRE_INTERVIEW, requirement)
                for requirement in statement.requirements
                if requirement.category is Category.INTERVIEW
                and requirement.necessity is Necessity.MUST
                and not (
                    any(word in text[text.rfind("\n", 0, requirement.start) + 1 : requirement.end] for word in _VISIT)
                    and not any(word in requirement.evidence for word in _INTERVIEW)
                )
            )
        for rule, requirement in found:
            if (rule, requirement.start) not in seen:
                seen.add((rule, requirement.start))
                yield Flag(rule, requirement.evidence, requirement.start, requirement.end, _NOTES[rule], statement.ordinal)
