"""Names that no vocabulary knows, as the subject or object of a word that asks for them, softens or drops them."""

from collections.abc import Iterator, Sequence

from extract.clauses import Clause
from extract.cues import STANDING
from extract.findings import Finding
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.references import find_references
from extract.scene import Scene
from extract.slugs import slug
from requisitions.words import Category


def names_in(clause: Clause, found: Sequence[Finding], scene: Scene) -> Iterator[Finding]:
    """The name that a clause of a change speaks of, where nothing else was found in it."""
    yield from _subject(clause, found, scene)
    if not scene.japanese:
        yield from _object(clause, found, scene)
        yield from beside_known_ones(clause, found, scene)


_NAMED_JA = Pattern(
    r"^(?:また、|なお、|尚、)?(?P<what>[ァ-ヶーA-Za-z][ァ-ヶーA-Za-z0-9.+#/ ]{1,24}?)(?:の?経験)?"
    r"(?:について|に関して|につきまして)?(?:は|が|も)"
)
_NAMED_EN = Pattern(
    r"^(?:and |also,? |so )?(?P<what>[A-Z][\w.+#/-]*(?: [A-Z][\w.+#/-]*){0,2}) "
    r"(?:is|are|moves?|goes|becomes?|stops?|has|was|will|can|no longer)\b"
)


def _subject(clause: Clause, found: Sequence[Finding], scene: Scene) -> Iterator[Finding]:
    """A name that no vocabulary knows, as the subject of a word that promotes, softens or drops it."""
    cue = next((cue for cue in clause.cues if cue.kind in STANDING), None)
    if cue is None or found or clause.start != clause.sentence[0]:
        return
    written = scene.written(clause, clause.start, clause.end)
    named = (_NAMED_JA if scene.japanese else _NAMED_EN).match(written)
    if (
        named is None
        or len(written) != clause.end - clause.start
        or named.end(1) > cue.start - clause.start
        or _OTHER_SUBJECT.search(clause.unit.text[clause.start + named.end() : cue.start])
        or named["what"].split()[0] in _NO_NAME
        or any(True for _ in find_references(clause.text[: named.end(1) + 1]))
    ):
        return
    start, end = clause.start + named.start(1), clause.start + named.end(1)
    spent = clause.unit.text[end : end + 3].startswith(("経験", "の経験"))
    category = Category.EXPERIENCE if spent else Category.TRAIT if _LIKED.match(clause.unit.text[end:]) else Category.SKILL
    yield Finding(category, slug(named["what"]), named["what"], clause, start, end, open_class=True, sure=0.6, anchor=(start, end))


_OBJECT_EN = Pattern(
    r"^(?: (?:also|now|really|the|an?|some|any|about|for|with|of|they|you|have|has|know|knows|use|knowledge of|experience (?:in|of|with)"
    r"|familiarity with|exposure to))* (?P<what>[A-Z][\w+#-]*(?:\.\w+)?(?: [A-Z0-9][\w+.#-]*){0,2})"
    r"(?: (?:too|as well|also|please|now|any ?more|any longer|altogether|instead|experience|skills|knowledge|on top|requirement|bit))*"
    r"[.,;!) ]*$"
)


def _object(clause: Clause, found: Sequence[Finding], scene: Scene) -> Iterator[Finding]:
    """A name that no vocabulary knows, as the object of a word that asks for it or drops it: "we can live without Zorbium"."""
    cue = next((cue for cue in reversed(clause.cues) if cue.kind in STANDING and cue.reach == "forward"), None)
    if cue is None or found:
        return
    written = scene.written(clause, cue.end, clause.end)
    named = _OBJECT_EN.match(written)
    if named is None or len(written) != clause.end - cue.end or _NO_OBJECT.search(named["what"].lower()):
        return
    start, end = cue.end + named.start(1), cue.end + named.end(1)
    if any(True for _ in find_references(clause.unit.text[start : end + 1])) or scene.hits(clause):
        return
    yield Finding(Category.SKILL, slug(named["what"]), named["what"], clause, start, end, open_class=True, sure=0.6, anchor=(start, end))


_NO_OBJECT = phrases("openclass", "no_object")
_LIKED = Pattern(r"^が(?:大?好き|得意)な(?:方|人)")
_OTHER_SUBJECT = Pattern(r"(?:ので|ため|から|が)、[^、。]{1,12}[はも]$")
"""`…ですので、免許は必須`: the cue speaks of another thing."""
_NO_NAME = frozenset(
    {"This", "That", "It", "They", "We", "He", "She", "The", "There", "Candidates", "Everything", "Nothing", "Anyone", "Someone", "Rate"}
    | {"Start", "Budget", "Interview", "Client", "Remote", "HR", "IT", "All", "Please", "One", "Two"}
    | {"スキル", "リモート", "クライアント", "エンド", "メール", "スケジュール", "プロジェクト"}
)


_ONE = r"[A-Z][\w+#-]*(?:\.\w+)?(?: [A-Z0-9][\w.+#-]*){0,2}"
_ROW_EN = Pattern(
    rf"(?:^|[,;] |\b(?:and|but|with|while) )(?P<what>{_ONE}(?:(?:, (?:and |or )?| and | or |/){_ONE})*)"
    r"(?: (?:experience|knowledge|skills))?(?: (?:is|are|would be|will be|being|becomes?|remains?)(?: [a-z]+){0,3})? *$"
)
_ALONE_EN = Pattern(rf"^(?P<what>{_ONE}(?:(?:, (?:and |or )?| and | or |/){_ONE})+)(?: (?:as well|too|also|please))*[.! ]*$")
_PART_EN = Pattern(_ONE)


def beside_known_ones(clause: Clause, found: Sequence[Finding], scene: Scene) -> Iterator[Finding]:
    """The names of a row in which others are known: "QGIS and Zorbium are essential", "Java or Zorbium"."""
    known = [finding for finding in found if finding.category is Category.SKILL]
    written = scene.written(clause, clause.start, clause.end)
    if not known or len(written) != clause.end - clause.start:
        return
    cues = [cue for cue in clause.cues if cue.kind in STANDING and cue.reach != "forward"]
    rows = [row for row in (_ALONE_EN.match(written), *(_ROW_EN.search(written[: cue.start - clause.start]) for cue in cues)) if row]
    seen: set[int] = set()
    for row in rows:
        for part in _PART_EN.finditer(row["what"]):
            start, end = (clause.start + row.start(1) + place for place in part.span())
            if start in seen or any(other.start < end and start < other.end for other in found):
                continue
            if any(hit.start < end and start < hit.end for hit in scene.hits(clause)) or part.group().split()[0] in _NO_NAME:
                continue
            seen.add(start)
            yield Finding(
                Category.SKILL, slug(part.group()), part.group(), clause, start, end, open_class=True, sure=0.6, anchor=(start, end)
            )
