"""Certificates, licences, degrees, clearances and checks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.clauses import Clause, governing, item_bounds
from extract.demanding import describes, is_asked, is_row, listed, means_the_term
from extract.findings import Finding, of_term
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.requirements.grades import names_of_grades
from extract.requirements.role import role_spans
from extract.scene import Scene
from extract.slugs import slug
from extract.vocabulary.matching import TermHit
from requisitions.words import Category

_KNOWLEDGE_ONLY = Pattern(r"^[ ]?(?:資格)?(?:相当|程度|レベル)の(?:知識|スキル|知見)")

_HELD = Pattern(r"^(?:の|を|が)?(?:資格|免許|有資格|登録|保有|取得|お?持ち|必須|必要|尚可|歓迎|優|不問|不要|または|・|/)")
"""`看護師必須` asks for the licence, `看護師を2名` for people."""
_IN_ENGLISH = {"ipa-sc": ("sc-clearance", "SC clearance")}
"""What the short name of a Japanese examination means in English mails."""
_AS_BEFORE = Pattern(r"引き?続き|変わらず|(?:これまで|従来|今まで)(?:どおり|通り|と同)")
"""`2級以上の資格は引き続き必須です`: a demand told before, by its kind only."""
_GENERIC = frozenset({"certification", "qualification", "licence"})


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The qualifications that a clause asks for; `…相当の知識` asks for none."""
    if describes(clause):
        return
    text = clause.unit.text
    hits = scene.hits(clause, Category.QUALIFICATION)
    if not scene.japanese and (named := [*_in_words(clause, hits, scene)]):
        yield from named
        hits = [hit for hit in hits if not any(found.start < hit.end and hit.start < found.end for found in named)]
    hits = [hit for hit in hits if scene.japanese or not _of_japan(hit) or hit.entry.key in _IN_ENGLISH]
    graded = names_of_grades(clause) if hits else []
    hits = [hit for hit in hits if not any(start <= hit.start and hit.end <= end for start, end in graded)]
    jobs = role_spans(clause, scene) if hits else []
    row = bool(hits) and is_row(clause, [*hits, *scene.hits(clause, Category.SKILL)])
    for hit in hits:
        if not means_the_term(clause, hit, len(hits) - 1) or not (row or is_asked(clause, hit.start, hit.end)):
            continue
        if hit.entry.key in _GENERIC and (len(hits) > 1 or _AS_BEFORE.search(clause.text)):
            continue
        if (hit.start, hit.end) in jobs and not _HELD.match(text[hit.end : hit.end + 12]) and not listed(clause):
            continue
        if _KNOWLEDGE_ONLY.match(text[hit.end : hit.end + 16]):
            continue
        _, last = item_bounds(clause, hit.start, hit.end)
        tail = text[hit.end : last]
        end = hit.end + len(tail.rstrip()) if len(tail) <= 14 else hit.end
        found = of_term(clause, hit, anchor=(hit.start, hit.end)).spread(hit.start, end)
        other = None if scene.japanese else _IN_ENGLISH.get(hit.entry.key)
        yield replace(found, key=other[0], label=other[1]) if other else found


def _of_japan(hit: TermHit) -> bool:
    """Whether two letters name a Japanese examination (IPA): AP, FE and NW mean other things in English mails."""
    return hit.ambiguous and hit.end - hit.start == 2 and any(not text.isascii() for text in hit.entry.spellings)


_PAPER = (
    r"(?P<noun>certificat(?:e|ion)|licen[cs]e|ticket|card|accreditation|registration|clearance|diploma|permit|endorsement"
    r"|authori[sz]ation|competency)s?"
)
_PAPER_EN = Pattern(rf"\b(?P<what>(?:[a-z0-9][\w+#./&'-]* ){{1,3}}){_PAPER}\b(?: in (?P<field>[a-z0-9][\w+#./&'-]*(?: \d[\d.]*)?))?")
_PASSED_EN = Pattern(
    r"\b(?:certified|accredited|licen[cs]ed|registered|trained|ticketed) (?:in|as|for|with|by|to|under|on) (?:an? |the )?"
    r"(?P<what>[a-z0-9][\w+#./&'-]*(?: [a-z0-9][\w+#./&'-]*){0,3}?)"
    r"(?: (?:and|or|is|are|please|now|before|from|who|with|at|in|on|for|if|because|since|as|within|to)\b|[,.;:()!]|$)"
)
_TEST_EN = Pattern(
    r"\b(?:pass(?:es|ed|ing)?|undergo|complete|sit|clear|clean|satisfactory|successful) (?:(?:an?|our|the|their|your|its) )?"
    r"(?P<what>(?:[a-z][a-z'&/-]* ){1,3}(?:test|assessment|exam|examination|screening|screen|medical|check|induction))s?\b"
)
_HELD_EN = Pattern(
    r"\b(?:hold(?:s|ing|ers?)?|ha(?:s|ve|ving)|with|possess(?:es|ing)?|carr(?:y|ies|ying)|need(?:s|ed|ing)?|wants?|bring(?:s|ing)?|must|requires?d?"
    r"|be|being|get|obtain|pass|passed)\b"
)


_NO_NAME = phrases("qualification", "no_name")
"""Words before a certificate that do not name it."""


def _in_words(clause: Clause, hits: Sequence[TermHit], scene: Scene) -> Iterator[Finding]:
    """Certificates of names that no vocabulary knows: "a rigging certificate", "accredited for Zorbium", "ACE certification"."""
    text = clause.unit.text
    known = [hit for hit in hits if hit.entry.key not in _GENERIC]
    for found in (match for pattern in (_PAPER_EN, _PASSED_EN, _TEST_EN) for match in pattern.finditer(text, clause.start, clause.end)):
        start, end = found.span(1)
        words = text[start:end].rstrip()
        kept = _name_in(words)
        start, stop = start + len(words) - len(kept), start + len(words)
        if not kept or any(hit.start < found.end() and start < hit.end for hit in known):
            continue
        if not (
            is_asked(clause, start, stop)
            and (listed(clause) or governing(clause, start, stop) or _HELD_EN.search(text, clause.start, start))
        ):
            continue
        paper = text[slice(*found.part("noun"))] if found.part("noun")[0] >= 0 else ""
        written = scene.written(clause, start, stop)
        key = slug(written if written[1:] != written[1:].lower() or not paper else f"{written} {paper}")
        begin, end = start if paper else found.start(), found.end()
        label = scene.written(clause, start, end)
        yield Finding(Category.QUALIFICATION, key, label, clause, begin, end, open_class=True, sure=0.7, anchor=(start, stop))


def _name_in(words: str) -> str:
    """The last words that name a certificate."""
    kept: list[str] = []
    for word in reversed(words.split()):
        if _NO_NAME.fullmatch(word):
            break
        kept.insert(0, word)
    return " ".join(kept)
