"""Experience in a phase, a domain, a duty; length of service."""

from collections.abc import Iterator, Sequence

from extract.binding import years_at
from extract.clauses import Clause, governing, item_bounds
from extract.cues import CueKind
from extract.demanding import describes, is_supported, listed
from extract.findings import Finding, of_term
from extract.labels import Field
from extract.measured import of_quantity, read
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.quantities.records import Quantity
from extract.quantities.years import find_years
from extract.requirements.role import role_spans
from extract.scene import Scene
from extract.vocabulary.matching import TermHit
from requisitions.words import Category, Necessity

_UNEXPERIENCED = phrases("experience", "unexperienced")
_BEGINNERS_REFUSED = Pattern(
    r"未経験(?:者|の方)?(?:は|も|だと)?[^、。]{0,4}(?:不可|ng|お断り|難し|厳し|見合わせ|ご?遠慮|対象外)"
    r"|\bno (?:beginners|juniors|trainees|freshers|newly[- ]qualified|nqts?|ects?|recent graduates|new graduates|first jobbers)\b"
)
_TOTAL = phrases("experience", "total")
_JOINED_SKILL = Pattern(r"^[ ]?(?:の|での|を(?:使った|用いた|使用した)|による|上での|系|関連|/| ?[\p{Han}\p{Katakana}a-z]|$)")


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The experience that a clause asks for; a skill in the same phrase makes it a skill instead (GUIDELINES.md 4)."""
    yield from _without_any(clause, scene)
    if describes(clause):
        return
    yield from _bare_years(clause, scene)
    text = clause.unit.text
    hits = scene.hits(clause, Category.EXPERIENCE)
    hits = [hit for hit in hits if not _only_the_place(text, hit, hits)]
    skills = scene.hits(clause, Category.SKILL)
    jobs = role_spans(clause, scene)
    years = [item for item in read(clause, find_years, bare=True) if item.explicit or _right_before(text, item, hits)]
    for hit in hits:
        first, last = item_bounds(clause, hit.start, hit.end)
        if any(
            first <= skill.start and skill.end <= hit.start and _JOINED_SKILL.match(_unbracketed(text[skill.end : hit.start + 1]))
            for skill in skills
        ):
            continue
        if hit.entry.key == "total-experience" and any(first <= skill.start and skill.end <= hit.start for skill in skills):
            continue
        if any(start <= hit.start and hit.end <= end and not _AS_EXPERIENCE.match(text[end : end + 24]) for start, end in jobs):
            continue
        if hit.ambiguous and not hit.exact and _INFINITIVE.search(text[clause.start : hit.start]):
            continue
        if any(first <= other.start < hit.start and _goes_on(text[other.end : hit.start]) for other in hits):
            continue
        if (
            not (listed(clause) and clause.unit.need is not None)
            and not is_supported(clause, hit.start, hit.end)
            and not _moved(clause, hit)
        ):
            continue
        bound = years_at(clause, hit, [other for other in hits if other is hit or other.entry.key != "total-experience"], years)
        start, end = _phrase(clause, hit.start, hit.end, last)
        if bound:
            start, end = (start, max(end, bound.end)) if bound.start >= hit.end else (bound.start, end)
        values = {"min": bound.min, "max": bound.max, "unit": bound.unit} if bound else {}
        yield of_term(clause, hit, anchor=(hit.start, hit.end), **values).spread(start, end)


_INFINITIVE = Pattern(r"\bto $")
"""Before a verb: `no need to send it again`."""


_PLACE = Pattern(r"^[^、。]{0,6}?(?:工場|病院|医院|店舗|店|現場|学校|ホテル|倉庫|施設|クリニック|会社|企業)(?:内)?で(?:の)?$")


def _only_the_place(text: str, hit: TermHit, hits: Sequence[TermHit]) -> bool:
    """Whether a term only tells where the duty behind it was done: `整備工場での整備経験`."""
    return any(hit.end <= other.start and _PLACE.match(text[hit.start : other.start]) for other in hits)


def _right_before(text: str, years: Quantity, hits: Sequence[TermHit]) -> bool:
    """Whether years lead on to a field of work: `two years post-grad critical care`."""
    if not _COUNTS_YEARS.search(text[years.start : years.end]):
        return False
    return any(years.end < hit.start and _LEADS_ON.match(text[years.end : hit.start]) for hit in hits)


_COUNTS_YEARS = Pattern(r"\b(?:years?|yrs?)'?$")
_LEADS_ON = Pattern(r"^ (?:[a-z][a-z-]+ ){0,2}$")


def _without_any(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """People without experience, who are welcome (未経験可) or not."""
    text = clause.unit.text
    found = _UNEXPERIENCED.search(text, clause.start, clause.end)
    named = scene.hits(clause, Category.SKILL) + scene.hits(clause, Category.EXPERIENCE) + scene.hits(clause, Category.QUALIFICATION)
    if found and not any(hit.end <= found.start() for hit in named):
        yield Finding(
            Category.EXPERIENCE,
            "experience",
            scene.written(clause, found.start(), found.end()),
            clause,
            found.start(),
            found.end(),
            necessity=Necessity.NOT_REQUIRED,
            sure=0.95,
        )
    if found := _BEGINNERS_REFUSED.search(text, clause.start, clause.end):
        label = scene.written(clause, found.start(), found.end())
        yield Finding(
            Category.EXPERIENCE, "inexperienced", label, clause, found.start(), found.end(), necessity=Necessity.EXCLUDED, sure=0.9
        )


def _unbracketed(words: str) -> str:
    """Words without the bracket that opens them: `Android(KotlinまたはJava)での`."""
    return words.partition(")")[2] if words.startswith("(") or ("(" not in words and ")" in words) else words


_AS_EXPERIENCE = Pattern(
    r"^(?:(?:または|もしくは|あるいは|又は|や|か|・|/)[^、。/・]{1,10})?(?:の|としての|業務の|での)?(?:ご|実務|業務)?経験|^ experience"
)
_MORE_THAN_ONE = Pattern(r"[、,/~&+]|および|及び|また|もしくは|又は|と|\band\b|\bor\b")


def _goes_on(between: str) -> bool:
    """Whether two terms are one phrase (`金融機関のシステム開発`): the first names it."""
    return len(between) <= _ONE_PHRASE and not _MORE_THAN_ONE.search(between)


_ONE_PHRASE = 8
"""Characters between the parts of one phrase."""


def _moved(clause: Clause, hit: TermHit) -> bool:
    """Whether a word softens or drops the term: then it was a demand before."""
    cue = governing(clause, hit.start, hit.end)
    said = cue is not None and not clause.unit.text[cue.start : cue.end].startswith("未経験")
    moves = cue is not None and (cue.kind in _MOVING or clause.has(CueKind.SOURCE))
    return said and moves and not hit.ambiguous


_MOVING = (CueKind.PREFERRED, CueKind.WAIVED, CueKind.DROPPED)


_TAIL = Pattern(r"^[^、,。(/]{0,14}?(?:経験(?:者|年数)?|知識|知見|実績|方|experience|background|knowledge)")


def _phrase(clause: Clause, start: int, end: int, last: int) -> tuple[int, int]:
    """The term with its …経験 or …experience, where that follows closely."""
    tail = _TAIL.match(clause.unit.text[end:last])
    return start, end + tail.end() if tail else end


_YEARS_ONLY = Pattern(
    r"(?:^|[、。 ]|ため|ので|から)(?:ご?経験|実務経験)(?:が|で)? ?$|"
    r"経験年数(?:は|も|を|が|について(?:は|も))?[ ]?|ご?経験(?:は|も)[ ]?$"
    r"|\byears? of experience (?:is|are|goes|becomes?|now)\b"
)


def _bare_years(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """`経験年数も3年以上`: years that leave their subject to what is known of the seat."""
    if scene.hits(clause, Category.EXPERIENCE):
        return
    label = clause.unit.label
    if label is not None and label.field is Field.EXPERIENCE and clause.start == label.value:
        bare = read(clause, find_years, bare=True)
        alone = len(bare) == 1 and not scene.hits(clause, Category.SKILL)
        first = alone and bare[0].start == clause.start and clause.unit.text[bare[0].end : bare[0].end + 1] in (",", ";", "(", ".")
        if alone and (first or 2 * (bare[0].end - bare[0].start) >= len(clause.text.strip())):
            yield of_quantity(clause, Category.EXPERIENCE, "total-experience", scene.written(clause, label.start, label.end), bare[0])
        return
    for years in read(clause, find_years):
        lead = _YEARS_ONLY.search(clause.unit.text, clause.start, years.start)
        if lead is None or any(hit.end > lead.start() - _ONE_PHRASE for hit in scene.hits(clause, Category.SKILL)):
            continue
        yield Finding(
            Category.EXPERIENCE, "experience", "経験年数", clause, lead.start(), years.end,
            min=years.min, max=years.max, unit=years.unit, sure=0.8,
        )  # fmt: skip
        return
