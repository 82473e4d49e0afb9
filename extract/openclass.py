"""Demands that no vocabulary knows: an item of a list of demands, or what stands before …の経験, with a slug of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.clauses import Clause, item_bounds
from extract.cues import STANDING
from extract.demanding import describes, listed
from extract.findings import Finding
from extract.headwords import alone_behind, beside_known, heads_in
from extract.labels import Field
from extract.measured import read
from extract.morphemes import morphemes
from extract.naming import beside_known_ones, names_in
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.quantities.years import find_years
from extract.scene import Scene
from extract.slugs import slug
from requisitions.words import Category

_EXPERIENCE = phrases("openclass", "experience")
_TRAIT = phrases("openclass", "trait")
_NOISE = phrases("openclass", "noise")
_TAIL = Pattern(
    r"(?:の)?(?:ご)?(?:経験|実績|知識|知見|理解|スキル|能力)?"
    r"(?:が|の|を)?(?:ある|お持ち|有する|豊富な|持つ|必要な|できる|出来る)?(?:の)?(?:方|人|者|こと|事)?[。.! ]*$"
)
_PROSE_JA = Pattern(
    r"(?:^|[、。・「 ]|は|、|や|また|と、)(?P<what>[一-龠々ァ-ヶーa-z0-9/・+#&. ]{2,20}"
    r"(?:の|を|へ(?:の)?)?[一-龠々ァ-ヶーa-z]{0,10}?)(?:の|した|を|での|する)?(?:ご)?経験(?:者|年数)?(?:が|は|を|も|の|だと|なら|で|に|して|\d)"
)
_PROSE_EN = Pattern(
    r"\b(?:experience|background|track record|prior work|expertise) "
    r"(?:in|of|with|on|as|leading|running|building|managing|working (?:in|with|on|for))(?: an?| the| our)? "
    r"(?P<what>[a-z][a-z0-9 /&+#'-]{2,40})"
)
_NEEDED_EN = ("experience", "background", "track record", "prior work", "expertise")
_STOP_EN = Pattern(
    r" (?:is|are|was|would|will|and|but|or|for|which|who|that|because|so|preferred|required|needed|a plus|helps|too|as well|please)\b.*$"
)


def open_findings(clauses: Sequence[Clause], found: Sequence[Finding], scene: Scene) -> Iterator[Finding]:
    """What lists and asking words name beside the findings that are there already."""
    by_clause: dict[int, list[Finding]] = {}
    for finding in found:
        by_clause.setdefault(id(finding.clause), []).append(finding)
    for clause in clauses:
        if clause.question or clause.unit.heading or describes(clause):
            continue
        mine = by_clause.get(id(clause), [])
        if listed(clause) or _item_of_a_list(clause):
            items = [*_items(clause, mine, scene)]
            yield from items
            yield from () if scene.japanese else beside_known_ones(clause, [*mine, *items], scene)
        else:
            yield from _prose(clause, mine, scene)


def _item_of_a_list(clause: Clause) -> bool:
    """A bullet without a heading that ends as demands do."""
    if clause.unit.field is Field.NOTES:
        return any(_PERSON_ITEM.search(part) for part in clause.text.replace("、", ",").split(","))
    if clause.unit.field is Field.CONDITIONS:
        return True
    return bool(clause.unit.bullet and clause.unit.field is None and clause.unit.label is None and _TRAIT.search(clause.text.rstrip()))


_PERSON_ITEM = Pattern(
    r"(?:方|人)(?:が|を)?(?:マッチ|向い|歓迎|希望|優遇|優先)?[^、。]{0,6}[。! ]*$"
    r"|^ ?(?:able|willing|comfortable|happy|keen|prepared) (?:to|with)\b"
)


def _items(clause: Clause, found: Sequence[Finding], scene: Scene) -> Iterator[Finding]:
    at = clause.start
    text = clause.unit.text
    while at < clause.end:
        if text[at] in " 、,/・;\t":
            at += 1
            continue
        if address := _ADDRESS.match(text[at : clause.end]):
            at += address.end()
            continue
        end = max(item_bounds(clause, at, at + 1)[1], at + 1)
        taken = any(finding.start < end and finding.end > at for finding in found) or any(
            at <= hit.start and hit.end <= end for hit in scene.hits(clause, Category.TRAIT)
        )
        end = min((cue.start for cue in clause.cues if at + 1 < cue.start < end), default=end)
        end -= len(text[at:end]) - len(_COPULA.sub("", text[at:end]))
        words = text[at:end].strip(" 。.!")
        bound = any(cue.kind in STANDING and cue.start == end for cue in clause.cues)
        if not scene.japanese and words:
            yield from _english(clause, (at, at + len(text[at:end].rstrip(" .!"))), found if taken else (), scene)
        elif not taken and _worthy(words, clause) and (clause.unit.field is not Field.CONDITIONS or bound or _of_a_person(words)):
            yield _open(clause, at, at + len(text[at:end].rstrip(" 。.!")), scene)
        at = max(end, item_bounds(clause, at, at + 1)[1])


_COPULA = Pattern(r" (?:is|are|will be|would be|being|as|to be)(?: (?:also|only|now|just|an?))* *$")
"""Between a thing and the word that says how binding it is: `Zorbium knowledge is an advantage`."""
_ADDRESS = Pattern(r"^(?:https?://|www\.)[!-~]+")


def _of_a_person(words: str) -> bool:
    """Whether words among terms of all kinds ask something of a person."""
    return bool(_PERSON_ITEM.search(words + " ") or _EXPERIENCE.search(words) or words.endswith("こと"))


def _worthy(words: str, clause: Clause) -> bool:
    if not 2 <= len(words) <= 60 or _NOISE.search(words.strip("()[] ")) or not any(char.isalpha() for char in words):
        return False
    if clause.unit.field is Field.NOTES and not _PERSON_ITEM.search(words + " "):
        return False
    if any(cue.start <= clause.start and cue.end >= clause.end for cue in clause.cues):
        return False
    return (
        clause.unit.need is not None
        or clause.unit.field in (Field.EXPERIENCE, Field.QUALIFICATION, Field.TRAIT, Field.SKILL, Field.NOTES, Field.CONDITIONS)
        or clause.unit.field is None
    )


def _english(clause: Clause, place: tuple[int, int], taken: Sequence[Finding], scene: Scene) -> Iterator[Finding]:
    """What an English item names: each name of a row, or the one beside a thing that is known."""
    start, end = place
    words = clause.unit.text[start:end]
    inside = [finding for finding in taken if start <= finding.start and finding.end <= end]
    if taken:
        known = inside[0] if len(inside) == 1 and inside[0].category is Category.SKILL else None
        free = beside_known(words, known.start - start, known.end - start) if known else None
        if free is not None and clause.unit.need is not None:
            yield replace(_open(clause, start + free[0], start + free[1], scene), category=Category.SKILL, sure=0.6)
        return
    if not _worthy(words.strip(" .!"), clause) or (clause.unit.field is Field.CONDITIONS and not _of_a_person(words)):
        return
    whole, written = _open(clause, start, end, scene), scene.written(clause, start, end)
    if whole.category in (Category.TRAIT, Category.QUALIFICATION) or len(written) != end - start:
        yield whole
        return
    behind = () if whole.has_value else read(clause, find_years)
    years = next((years for years in behind if alone_behind(clause.unit.text, end, years.start)), None)
    for head in heads_in(written):
        name = written[head.start : head.end].strip(" ,.:;()")
        if len(name) > 1:
            category = Category.SKILL if head.tool and clause.unit.field is not Field.EXPERIENCE else whole.category
            named = replace(whole, category=category, key=slug(name), label=name, anchor=(start + head.start, start + head.end))
            yield replace(named, min=years.min, max=years.max, unit=years.unit) if years else named


def _open(clause: Clause, start: int, end: int, scene: Scene) -> Finding:
    words = clause.unit.text[start:end].strip(" 。.!")
    able = None
    if clause.unit.field is Field.TRAIT:
        category = Category.TRAIT
    elif clause.unit.field is Field.QUALIFICATION and not _SERVED.search(words):
        category = Category.QUALIFICATION
    elif _KNOWS.search(words) or (able := None if scene.japanese else _ABLE.match(words)):
        category = Category.SKILL
    elif _EXPERIENCE.search(words) or clause.unit.field is Field.EXPERIENCE:
        category = Category.EXPERIENCE
    elif _TRAIT.search(words) or clause.unit.field is Field.NOTES:
        category = Category.TRAIT
    else:
        category = Category.SKILL
    years = next((quantity for quantity in find_years(clause.unit.text) if start <= quantity.start and quantity.end <= end), None)
    named = years.start if years and scene.japanese and years.start > start + 1 else end
    return Finding(
        category,
        slug(words[able.start(1) :]) if able else slug(_head(clause, start, named, scene)),
        scene.written(clause, start, end),
        clause,
        start,
        end,
        min=years.min if years else None,
        max=years.max if years else None,
        unit=years.unit if years else None,
        open_class=True,
        sure=0.7 if clause.unit.need else 0.6,
    )


_ABLE = Pattern(
    r"^(?:must be |should be )?(?:the )?(?:able|ability) to (read|use|operate|drive|write|speak|lift|price|carry|weld|cook|type|code|build"
    r"|fit|repair|interpret|set|splice|run|calibrate|draw|design|teach|take|produce|prepare|process|install|maintain|program|test) "
)
"""What one is able to do is a skill: `able to read gauges`."""
_KNOWS = Pattern(r"(?:が|を|の)(?:わか|分か|読め|書け|扱え|使え)る(?:方|人|こと)")
"""Who can read or handle a thing has a skill, however the words end."""
_SERVED = Pattern(r"経験|実務|実績|\d ?年以上")
"""Under a label of certificates, too, what was done for years is experience."""


def _head(clause: Clause, start: int, end: int, scene: Scene) -> str:
    """The words that name the thing: without …の経験がある方, and in Japanese without the verbs at its end."""
    words = clause.unit.text[start:end]
    if not scene.japanese:
        return words
    tail = _TAIL.search(words)
    kept = words[: tail.start()] if tail and tail.start() > 1 else words
    behind, naming = len(scene.written(clause, start, start + len(kept))), []
    for word, sort in morphemes(scene.written(clause, start, end)):
        if behind > 0 and sort in _NAMING:
            naming.append(word)
        behind -= len(word)
    return "".join(naming) or kept


_NAMING = frozenset({"名詞", "数詞", "接頭辞", "接尾辞", "形状詞", "記号"})
"""Parts of speech that name a thing."""


def _prose(clause: Clause, found: Sequence[Finding], scene: Scene) -> Iterator[Finding]:
    yield from names_in(clause, found, scene)
    if not scene.japanese:
        yield from _years_on(clause, found, scene)
        yield from _known_things(clause, found, scene)
    pattern, needed = (_PROSE_JA, ("経験",)) if scene.japanese else (_PROSE_EN, _NEEDED_EN)
    if not any(word in clause.unit.text for word in needed):
        return
    # A clause may begin right behind the comma that the pattern wants to see.
    for hit in pattern.finditer(clause.unit.text, max(0, clause.start - 1), clause.end):
        start, end = hit.start(1), hit.end(1)
        if start < clause.start:
            continue
        if not scene.japanese and (names := [*_names_of(clause, hit.start(), scene)]):
            yield from (name for name in names if not any(other.start < name.end and name.start < other.end for other in found))
            continue
        words = hit["what"]
        if not scene.japanese and (cut := _STOP_EN.search(words)):
            end -= len(words) - cut.start()
            words = words[: cut.start()]
        whole = hit.end() if scene.japanese else end
        if any(finding.start < whole and finding.end > hit.start() for finding in found) or len(words.strip()) < 2:
            continue
        if words.strip() in ("業務", "実務", "未", "社会人", "以下", "次", "ご"):
            continue
        begin = start if scene.japanese else hit.start()
        years = next((quantity for quantity in find_years(clause.unit.text) if clause.start <= quantity.start < clause.end), None)
        yield Finding(
            Category.EXPERIENCE,
            slug(words),
            scene.written(clause, begin, whole).strip(),
            clause,
            begin,
            whole,
            min=years.min if years else None,
            max=years.max if years else None,
            unit=years.unit if years else None,
            open_class=True,
            sure=0.65,
        )


_KNOWN_EN = Pattern(
    r"\b(?:familiar(?:ity)? with|knowledge of|proficien(?:t|cy) (?:in|with)|skill(?:ed|s) (?:in|with)"
    r"|exposure to|expert(?:ise)? (?:in|with)) "
)


_KNOWN_SIGNS = ("familiar", "knowledge", "proficien", "skilled", "skills", "exposure", "expert")


def _known_things(clause: Clause, found: Sequence[Finding], scene: Scene) -> Iterator[Finding]:
    """The tools that prose wants known by their own names: `familiar with Zorbium`."""
    if not any(map(clause.text.__contains__, _KNOWN_SIGNS)):
        return
    for hit in _KNOWN_EN.finditer(clause.unit.text, clause.start, clause.end):
        for name in _names_of(clause, hit.start(), scene):
            if not any(other.start < name.end and name.start < other.end for other in found):
                yield name


def _names_of(clause: Clause, start: int, scene: Scene) -> Iterator[Finding]:
    """The tools that prose names by their own names: `experience with Zorbium Cloud and Quillbase`."""
    end = item_bounds(clause, start, start + 1)[1]
    end = next((cue.start for cue in clause.cues if start < cue.start < end), end)
    written = _COPULA.sub("", scene.written(clause, start, end)).rstrip(" .!")
    heads = [*heads_in(written)]
    if not heads or any(not head.tool or not written[head.start].isupper() for head in heads):
        return
    for head in heads:
        name = written[head.start : head.end].strip(" ,.:;()")
        place = (start + head.start, start + head.end)
        yield Finding(Category.SKILL, slug(name), name, clause, *place, open_class=True, sure=0.65, anchor=place)


_ON = Pattern(
    r"^(?:'| of| in| on| as an?| with| working (?:in|on|with|as))+ (?:an? |the )?"
    r"(?P<what>[a-z][a-z0-9 /&+#'-]{2,30}?)(?: rather than| instead of| or more| minimum|[,.;(]|$)"
)
_TOOL = Pattern(r"^[A-Z][\w+#-]*(?: [A-Z][\w+#-]*){0,2}$")
_SPENT = Pattern(r"^'? (?P<what>(?:[a-z][a-z-]+ ){0,3}[a-z]{3,}ing)(?: work| experience)?(?: minimum| or more)?(?:[,.;(]|$)")
"""Years right before what they were spent on: `2 yrs beekeeping`."""
_NOT_SPENT = Pattern(
    r"\b(?:training|starting|remaining|pending|working|following|including|during|being|ongoing|rolling|running|standing)$"
)


_YEAR_SIGNS = ("year", "yr", "yoe", "month", "mth")


def _years_on(clause: Clause, found: Sequence[Finding], scene: Scene) -> Iterator[Finding]:
    """`two years behind a bar`: what the years were spent on, where no vocabulary knows it."""
    if not any(map(clause.text.__contains__, _YEAR_SIGNS)):
        return
    for years in read(clause, find_years, bare=True):
        behind = clause.unit.text[years.end : clause.end]
        on = (_ON.match(behind) if years.explicit else None) or _SPENT.match(behind)
        if on is not None and _NOT_SPENT.search(on["what"]):
            continue
        if on is None or any(finding.start < years.end + on.end(1) and finding.end > years.start for finding in found):
            continue
        end = years.end + on.end(1)
        tool = _TOOL.match(scene.written(clause, years.end + on.start(1), end))
        category = Category.SKILL if tool else Category.EXPERIENCE
        yield Finding(
            category, slug(on["what"]), scene.written(clause, years.start, end), clause, years.start, end,
            min=years.min, max=years.max, unit=years.unit, open_class=True, sure=0.75,
        )  # fmt: skip
        return
