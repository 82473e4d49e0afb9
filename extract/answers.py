"""Answers under quoted questions: what an answer leaves out stands in the question (FIELD.md 5)."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import re2

from extract.clauses import Clause
from extract.findings import Finding
from extract.folding import fold
from extract.phrases import phrases
from extract.quantities.ages import find_ages
from extract.quantities.years import find_years
from extract.vocabulary.matching import matcher_for
from requisitions.words import Category, Necessity

_NO_NEED = phrases("answers", "no_need")
_NUMBERED = re2.compile(r"^[>\s]*(?:\(?\d{1,2}[.)、:]|q\d{0,2}[.:)])\s*")
_FITS = frozenset({Category.SKILL, Category.QUALIFICATION, Category.EXPERIENCE, Category.LANGUAGE, Category.AGE})


def answered_findings(clauses: Sequence[Clause], findings: Sequence[Finding], vocabulary: Sequence[Path] = ()) -> Iterator[Finding]:
    """Findings of answers that name neither their demand nor their unit: both come from the question.

    Args:
        clauses: all of the mail.
        findings: what was found in them already.
        vocabulary: the company's own files.
    """
    answered: set[str] = set()
    yield from _foreigners(clauses)
    yield from _ages_and_homes(clauses)
    for clause in clauses:
        question = clause.unit.question
        if not question or question in answered:
            continue
        if any(finding.clause is clause for finding in findings):
            answered.add(question)
            continue
        asked = [sense for sense in _asked_terms(question, vocabulary) if sense[0] in _FITS]
        if not asked:
            continue
        category, key, label = asked[0]
        years = [item for item in find_years(clause.unit.text) if clause.start <= item.start and item.end <= clause.end]
        if years and category in (Category.SKILL, Category.EXPERIENCE):
            answered.add(question)
            yield Finding(
                category,
                key,
                label,
                clause,
                years[0].start,
                years[0].end,
                min=years[0].min,
                max=years[0].max,
                unit=years[0].unit,
                sure=0.85,
            )
        elif hit := _NO_NEED.search(clause.unit.text, clause.start, clause.end):
            answered.add(question)
            yield Finding(
                category, key, label, clause, hit.start(), _phrase_end(clause, hit.end()), necessity=Necessity.NOT_REQUIRED, sure=0.85
            )
        elif _BINDING.search(question) and (hit := _AGREED.search(clause.text)):
            answered.add(question)
            yield Finding(
                category, key, label, clause, clause.start + hit.start(), clause.start + hit.end(), necessity=Necessity.MUST, sure=0.85
            )


_BINDING = re2.compile(r"必須|必要|マスト|\bmust\b|\bmandatory\b|\brequired?\b|\bneed")
_AGREED = re2.compile(
    r"^(?:[→⇒*・\s]|->|【?回答】?[:：]?|a[:.)])*(?:(?:はい|ええ|そうです|その通り|yes|yep|yeah|correct|right)(?:[、,。.! ]|です|$)"
    r"|(?:必須|必要|マスト|a must|must|mandatory|required)(?:です|と|で|[、。., ]|$))"
)


def _foreigners(clauses: Sequence[Clause]) -> Iterator[Finding]:
    """`外国籍の方でも…？` answered by a yes."""
    for clause in clauses:
        if (
            "外国籍" in clause.unit.question
            and "外国籍" not in clause.unit.text
            and (hit := _YES.search(clause.unit.text, clause.start, clause.end))
        ):
            yield Finding(
                Category.NATIONALITY, "nationality", "国籍", clause, hit.start(), hit.end(), necessity=Necessity.NOT_REQUIRED, sure=0.85
            )
            return


def _ages_and_homes(clauses: Sequence[Clause]) -> Iterator[Finding]:
    """A yes to an age, a no to remote work: both take their content from the question."""
    seen: set[str] = set()
    for clause in clauses:
        question, text = clause.unit.question, clause.unit.text
        if not question or question in seen:
            continue
        yes, no = _YES.search(text, clause.start, clause.end), _NOT_POSSIBLE.search(text, clause.start, clause.end)
        ages = find_ages(question)
        if yes and ages:
            seen.add(question)
            age = ages[0]
            yield Finding(
                Category.AGE, "age", "年齢", clause, yes.start(), yes.end(), max=age.max, unit="age", necessity=Necessity.MUST, sure=0.8
            )
        elif no and _HOME.search(question) and not _HOME.search(clause.text):
            seen.add(question)
            yield Finding(Category.REMOTE, "remote", "リモート", clause, no.start(), no.end(), text="none", sure=0.85)


_HOME = re2.compile(r"リモート|在宅|テレワーク|\bremote|\bfrom home\b|\bwfh\b")
_NOT_POSSIBLE = re2.compile(r"不可|できません|出来ません|認められ|難しい|\bnot possible\b|\bno\b|\bnot allowed\b|\bcan't\b")
_YES = re2.compile(r"可(?:能)?(?:です|。|$)|大丈夫|問題(?:ござい|あり?ません)|\bok\b|構いません")


def _phrase_end(clause: Clause, end: int) -> int:
    text = clause.unit.text
    return next((i for i in range(end, clause.end) if text[i] in ",.。、"), clause.end)


def _asked_terms(question: str, vocabulary: Sequence[Path]) -> list[tuple[Category, str, str]]:
    """The demands that a question speaks of, in order."""
    question = _NUMBERED.sub("", question)
    folded = fold(question)
    found = [
        (hit.entry.category, hit.entry.key, hit.entry.label)
        for hit in matcher_for(tuple(vocabulary)).find_terms(folded, question)
        if not hit.ambiguous
    ]
    if "年齢" in question or " age" in question:
        found.append((Category.AGE, "age", "年齢"))
    return found
