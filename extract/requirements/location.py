"""The seat's place, as narrow as written."""

from collections.abc import Iterator

from extract.clauses import Clause
from extract.findings import Finding
from extract.labels import Field
from extract.measured import read
from extract.patterns import Pattern
from extract.phrases import any_of, phrases
from extract.quantities.counts import find_persons
from extract.requirements.headcount import counts_jobs
from extract.requirements.places_ja import NAME, NAME_OLD, PROSE_JA, SITE_JA
from extract.scene import Scene, topic_at
from requisitions.words import Category

_STOP_JA = "(、,/。※[【\t;|→"
_NOT_A_PLACE = phrases("location", "not_a_place")
_SUFFIX = Pattern(
    r"(?:駅)?(?:の|に(?:ある)?|近く|近辺|周辺|付近|エリア|方面|内)?(?:の)?"
    r"(?:お?客様先|客先|現場|事業所|事務所|オフィス|本社|支社|支店|倉庫|工場|拠点|店舗|センター|ビル|データセンター|dc)?"
    r"(?:です|に(?:変わ|変更|なり|決ま|移)[^、。]{0,10}|になります|となります|を予定|勤務|常駐|で|にて|より|から徒歩.*|より徒歩.*|(?:から|より)?.{0,4}\d+分.*|徒歩.*|最寄り?|直結|です。)?$"
)
_SOMEBODYS = Pattern(r"^の[一-龠々]{1,4}(?:が|より|から|まで|宛|様|さん|は|です|と)")
"""`大阪支社の石田が`: where somebody of ours sits."""
_LEFT = Pattern(r"^[^、。]{0,8}を(?:閉|引き払|廃止|撤退|移転)")
"""`川崎のオフィスを閉める`: the place that is given up."""
_TOWN = r"[A-Z][A-Za-z'.\-]+(?: (?:on|upon|le|de|of|St|[A-Z][A-Za-z'.\-]+)){0,3}"
_REGION = (
    r"(?:[A-Z]{2}|KSA|UAE|ACT|NSW|VIC|QLD|TAS|GCC|Gwent|Herts|Beds|Bucks|Berks|Cambs|Glos|Hants|Lancs|Leics|Lincs|Northants|Notts|Oxon"
    r"|Staffs|Wilts|Worcs"
    r"|Yorks|Kent|Essex|Surrey|Sussex|Devon|Cornwall|Dorset|Somerset|Norfolk|Suffolk|Cumbria|Cheshire|Durham|Fife|Ireland|Scotland|Wales"
    r"|England|India"
    r"|Qatar|Oman|Bahrain|Kuwait|Malaysia|Queensland|Victoria|Tasmania|Saudi Arabia|Singapore|Ontario|Alberta)"
)
"""What stands behind a town and its comma: a state, a county, a country."""
_POSTCODE = r"(?:[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b|\([A-Z]{1,2}\d{1,2}[A-Z]?\))"
_PLACE_EN = (
    Pattern(
        rf"(?:(?:[Ll]ocation|[Ss]ite|[Oo]ffice|[Bb]ased|[Ll]ocated|[Ww]ork(?:ing|s)?|[Ss]it|[Oo]n-?site|[Oo]nsite|[Oo]n site"
        rf"|[Cc]ommut(?:e|able|ing)|[Cc]ommuting distance|[Bb]ased out"
        rf"|[Hh]ybrid|move|[Rr]equired|wanted|needed|are(?: all)?|is) (?:will be |is |are |now )?(?:in|at|near|to|from)"
        rf"|(?:[Cc]lient|[Rr]ole|job|seat|position|team|squad) (?:will be |is |are |now )?(?:in|near|to|from)) (?:the )?"
        rf"(?:centre of |center of |downtown |central |our |their )?(?P<place>{_TOWN}(?:, {_REGION}\b)?)"
    ),
    Pattern(rf"\b(?P<place>{_TOWN}, {_REGION})\b"),
    Pattern(rf"(?:^|[,;.:] |\b[Ii]n |\b[Aa]t |- )(?P<place>{_TOWN}),? {_POSTCODE}"),
    Pattern(
        rf"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Ff]or|[Oo]n|[Nn]ear|[Ii]t's|[Ii]t is) (?:our|the|their|my) (?P<place>{_TOWN}) "
        r"(?:[a-z][a-z-]+ ){0,2}(?:office|depot|site|warehouse|plant|branch|store|shop|hq|campus|lab|laboratory|studio|centre|center"
        r"|factory"
        r"|quarry|practice|surgery|farm|airport|branch|clinic|hospital|school|hotel|restaurant|yard|mill|mine|refinery|terminal|port"
        r"|works|job|contract|ward|kitchen|bakery|unit|garage|workshop|showroom|salon|gym|pub|bar|cafe|nursery|home|foundry|dairy|brewery"
        r"|distillery|arena|venue|theatre|stadium|village|estate|base|hub|mall|call centre|DC|fulfilment centre|distribution centre)s?\b"
    ),
    Pattern(rf"\b(?:[Aa]t|[Ff]or|[Ii]n) [A-Za-z' -]{{2,40}} \((?P<place>{_TOWN}, {_TOWN})\)"),
    Pattern(rf"(?:^|, |; )(?P<place>{_TOWN},? D\.?C\b\.?)"),
    Pattern(rf"\b[Ii]t(?:'s| is| will be) (?:now |actually )?(?P<place>{_TOWN}),? (?:not|now|instead|rather)\b"),
    Pattern(rf"\b[Ii]t(?:'s| is| should be| will be) (?:now|actually|rather)?,? ?(?:in )?(?P<place>{_TOWN})\b"),
    Pattern(
        rf"\b(?:[Ll]ocation|[Ss]ite|[Oo]ffice|[Pp]lace of work|[Ww]orkplace|[Bb]ase) (?:has |will |is |was |have )?(?:been |be |now )?"
        rf"(?:[a-z]+ ){{0,3}}(?:from {_TOWN} )?to (?P<place>{_TOWN}(?:, [A-Z]{{2}}\b)?)"
    ),
    Pattern(
        rf"\b(?:[Ll]ocation|[Ss]ite|[Oo]ffice|[Pp]lace of work|[Ww]orkplace) (?:is|will be|becomes) (?:now )?"
        rf"(?P<place>{_TOWN}(?:, [A-Z]{{2}}\b)?)"
    ),
    Pattern(rf"\b(?:[Ii]n|[Nn]ear) (?P<place>{_TOWN}(?:, [A-Z]{{2}}\b)?)"),
    Pattern(rf"(?:relocat\w+|mov(?:es|ed|ing)|shift(?:s|ed)?) (?:\w+ ){{0,3}}to (?P<place>{_TOWN}(?:, [A-Z]{{2}}\b)?)"),
)
_ANY_PLACE = any_of(*_PLACE_EN)
_FROM, _ON_TO = Pattern(r"\bfrom $"), Pattern(rf"^(?: [a-z]+){{0,2}} to {_TOWN}")
_ALONE_EN = Pattern(rf", (?P<place>{_TOWN})(?:\.?$|, (?:start|from|asap|immediate|temp|perm|contract|\d))")
_OTHER_PLACE = phrases("location", "other_place")
_OTHER_BEHIND = phrases("location", "other_behind")
_NO_TOWN = frozenset(phrases("location", "no_town").pattern.split("|"))


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The place of work that a clause names."""
    field = clause.unit.field
    if clause.question:
        return
    if field is Field.LOCATION:
        if clause.start == clause.unit.value or clause.unit.label is None:
            yield from _labelled(clause, scene)
        return
    if field in (Field.REMOTE, Field.NOTES, Field.CONDITIONS, Field.OTHER, None, Field.SCHEDULE) or _NAMED_SITE.search(clause.text):
        yield from _in_prose(clause, scene)


_NAMED_SITE = Pattern(rf"{SITE_JA}は")
_ANSWER = Pattern(r"^(?:はい|いいえ|いえ|ええ|yes|no)[、,。.] ?")
_TOWN_BEHIND = Pattern(
    rf"^[^,]*\b(?:hospital|clinic|facility|office|plant|warehouse|centre|center|school|hotel|home|Hospital|Clinic|Facility|Office|Plant"
    rf"|Center|Centre)\b[^,]*, "
    rf"({_TOWN}, [A-Z]{{2}})$"
)
"""`214-bed hospital, Missoula, MT`: the town behind what stands there."""
_SITE_OF_CLIENT = Pattern(r"^(?:お?客様先|客先|お?客様オフィス|現場) ?\((?P<place>[^()]{2,16}?)(?:駅)?\)")
_OR_REMOTE = Pattern(r" ?(?:or|または|もしくは|又は|/) ?(?:フル)?(?:リモート|在宅|テレワーク|remote|wfh).*$")
_AND_REMOTE = Pattern(
    r"(?:,| -) (?:[1-5]|one|two|three|four|five) days? (?:at|from|in) (?:the )?(?:home|office|site)\b.*$|"
    r"(?:,| -) (?:fully |100% |mostly )?(?:remote|hybrid|on[- ]?site|in[- ]office|in[- ]person|wfo|wfh"
    r"|work(?:ing)? from (?:the )?(?:office|home)|(?:[1-5]|one|two|three|four|five) days? (?:(?:a|per) week )?(?:wfo|wfh|on-?site|hybrid"
    r"|remote))\b.*$"
)
_DAYS_IN = Pattern(r"^(?:\d|one|two|three|four|five) days?(?: (?:a|per) week)? (?:in|at) ")
_GIVES_WAY = Pattern(
    r"(?:ではなく|でなく|の代わりに|から|より)[、 ]?(?P<new>[^、。\d]{2,12}?)(?:へ|に)?(?:変更|変わ.*|移.*|なり.*|です)?[。 ]*$"
    r"|,? \(?(?:not|instead of|rather than|formerly|was|previously) [^,;]+$"
)


def _narrowed(text: str, start: int, words: str, end: int) -> tuple[int, str]:
    """The words of a label that name the place alone: the station in the client's bracket, the new one of two."""
    if (inner := _SITE_OF_CLIENT.match(text[start:end])) and not _NOT_A_PLACE.search(inner["place"]):
        return start + inner.start(1), inner["place"]
    if alternative := _OR_REMOTE.search(words):
        return start, words[: alternative.start()]
    if (beside := _AND_REMOTE.search(words)) and beside.start() > 1:
        return start, words[: beside.start()]
    if lead := _DAYS_IN.match(words):
        return start + lead.end(), words[lead.end() :]
    if turned := _GIVES_WAY.search(words):
        return (start + turned.start(1), turned["new"]) if turned["new"] else (start, words[: turned.start()])
    return start, words


def _labelled(clause: Clause, scene: Scene) -> Iterator[Finding]:
    text, start = clause.unit.text, clause.start
    if answer := _ANSWER.match(text[start : clause.end]):
        start += answer.end()
    while start < clause.end and text[start] in " :/-・":
        start += 1
    stop = _STOP_JA if scene.japanese else "(;/|\t["
    end = next((i for i in range(start, clause.end) if text[i] in stop or text.startswith(" - ", i)), clause.end)
    if scene.japanese and end < clause.end and text[end] in "、,/":
        following = text[end + 1 : clause.end].strip()
        if following.endswith("いずれか"):
            end = clause.end
    words = text[start:end].rstrip()
    if town := _TOWN_BEHIND.search(scene.written(clause, start, end)):
        start += len(scene.written(clause, start, end)[: town.start(1)])
        return (yield from _place(clause, scene, start, end, 1.0))
    for arrow in ("→", "->", "⇒"):
        if arrow in text[start : clause.end]:
            start = text.index(arrow, start) + len(arrow)
            return (yield from _place(clause, scene, start, clause.end, 1.0))
    start, words = _narrowed(text, start, words, clause.end)
    if scene.japanese:
        suffix = _SUFFIX.search(words)
        if suffix and suffix.start() > 0 and words[suffix.start() - 1 :] not in ("都内", "市内", "県内", "府内", "区内"):
            words = words[: suffix.start()]
        words = words.removesuffix("駅") or words
    yield from _place(clause, scene, start, start + len(words.rstrip(" 。.")), 1.0)


def _place(clause: Clause, scene: Scene, start: int, end: int, sure: float) -> Iterator[Finding]:
    words = clause.unit.text[start:end]
    lead = len(words) - len(words.lstrip())
    words = words.strip()
    if not words or len(words) > 40 or _NOT_A_PLACE.search(words):
        return
    start += lead
    end = start + len(words)
    yield Finding(
        Category.LOCATION,
        "location",
        "勤務地" if scene.japanese else "Location",
        clause,
        start,
        end,
        text=scene.written(clause, start, end),
        sure=sure,
    )


_MOVED_JA = Pattern(
    rf"^ ?(?:{NAME_OLD})(?:駅)?(?:から|より|ではなく|でなく|→|⇒|->)[、 ]?{NAME}(?:駅)?(?:でした|です|に(?:変更|変わ|な[りっる])|が正|へ)"
)


def _in_japanese(clause: Clause, scene: Scene) -> Iterator[Finding]:
    text = clause.unit.text
    if (moved := _MOVED_JA.search(clause.text)) and topic_at(clause, clause.start) is Field.LOCATION:
        yield from _place(clause, scene, clause.start + moved.start(1), clause.start + moved.end(1), 0.85)
        return
    for pattern in PROSE_JA:
        if found := pattern.search(clause.text):
            start, end = clause.start + found.start(1), clause.start + found.end(1)
            behind = text[clause.start + found.end() : clause.end]
            if text[start:end].isascii() and _of_a_skill(clause, scene, start, end):
                continue
            if _SOMEBODYS.match(behind) or _LEFT.match(behind):
                continue
            if not _NOT_A_PLACE.search(text[start:end]) and len(text[start:end]) > 1:
                yield from _place(clause, scene, start, end, 0.85)
                return


def _of_a_skill(clause: Clause, scene: Scene, start: int, end: int) -> bool:
    """Whether a name in Latin letters is a product's: `基盤がAzureへ移ります`."""
    return any(hit.start < end and start < hit.end and hit.entry.category is Category.SKILL for hit in scene.hits(clause))


def _in_prose(clause: Clause, scene: Scene) -> Iterator[Finding]:
    if scene.japanese:
        return (yield from _in_japanese(clause, scene))
    written, back = _original_of(clause, scene)
    for pattern in _PLACE_EN if _ANY_PLACE.search(written) else ():
        for found in pattern.finditer(written):
            place = _with_its_number(_town(found.group(1)), found.group(1), written[found.end(1) :])
            lead, trail = written[: found.start(1)], written[found.end(1) :]
            if not place or _elsewhere(lead, trail) or (_FROM.search(lead) and _ON_TO.match(trail)):
                continue
            if _no_town(place) or topic_at(clause, clause.start) is Field.PERIOD:
                continue
            start = back[found.start(1)]
            end = back[found.start(1) + len(place) - 1] + 1
            if any(
                hit.start < end and start < hit.end and not hit.ambiguous and hit.entry.category in (Category.SKILL, Category.ROLE)
                for hit in scene.hits(clause)
            ):
                continue
            yield from _place(clause, scene, start, end, 0.85)
            return
    yield from _listed_name(clause, scene, written, back)
    yield from _in_small_letters(clause, scene, written)


def _in_small_letters(clause: Clause, scene: Scene, written: str) -> Iterator[Finding]:
    """`at the redhill job`: a town in a mail that is written without capitals."""
    found = _SMALL_JOB.search(clause.unit.text, clause.start, clause.end) if not any(char.isupper() for char in written[1:]) else None
    if found is not None and not _NO_NAME.match(found["place"]):
        yield from _place(clause, scene, found.start("place"), found.end("place"), 0.75)


_SMALL_JOB = Pattern(r"\b(?:at|on|for|in|to) (?:the|our) (?P<place>[a-z]{4,14}) (?:job|site|branch|depot|yard|kitchen|warehouse)\b")
_NO_NAME = phrases("location", "no_name")


def _town(words: str) -> str:
    """A name without the words behind it that belong to the sentence: `London on Monday`."""
    parts = words.rstrip(".'").split()
    while parts and (parts[-1][0].islower() or (len(parts) > 1 and parts[-1].strip(",.") in _NO_TOWN)):
        parts.pop()
    return " ".join(parts).rstrip(",")


def _no_town(place: str) -> bool:
    """Whether a name is an abbreviation or a word that merely stands where towns do."""
    return len(place) < _LEAST_NAME or place.split(maxsplit=1)[0].strip(",.") in _NO_TOWN or bool(_SHORT_LETTERS.match(place))


_LEAST_NAME = 3


def _with_its_number(place: str, name: str, trail: str) -> str:
    """A hall or terminal with its number: `Expo Hall 3`."""
    numbered = _NUMBERED.match(trail) if place == name and place.rpartition(" ")[2] in _HALLS else None
    return place + numbered.group() if numbered else place


_NUMBERED = Pattern(r"^ \d{1,3}[A-Z]?\b")
_HALLS = frozenset(
    {"Hall", "Terminal", "Unit", "Block", "Gate", "Pier", "Dock", "Building", "Tower", "Phase", "Zone", "Plot", "Wharf", "Ward"}
)
_SHORT_LETTERS = Pattern(r"^[A-Z]{1,4}(?:, [A-Z]{2,3})?$")
"""Letters that abbreviate other things: `(UT, RT)`."""


def _elsewhere(lead: str, trail: str) -> bool:
    """Whether the words beside a name tell of another place than the seat's: of an interview, a firm, a person."""
    return bool(_OTHER_PLACE.search(lead.rpartition(";")[2].lower()) or _OTHER_BEHIND.match(trail.lower()))


def _listed_name(clause: Clause, scene: Scene, written: str, back: list[int]) -> Iterator[Finding]:
    """`Receptionist, 1 needed, Harrogate`: a name alone between commas beside the number of people."""
    if not read(clause, find_persons) and not counts_jobs(clause, scene):
        return
    for found in _ALONE_EN.finditer(written):
        start, end = back[found.start(1)], back[found.end(1) - 1] + 1
        if found.group(1).split()[0] not in _NO_TOWN and not any(hit.start < end and start < hit.end for hit in scene.hits(clause)):
            yield from _place(clause, scene, start, end, 0.75)
            return


def _original_of(clause: Clause, scene: Scene) -> tuple[str, list[int]]:
    """The clause as written (capitals tell names apart), with the way back to the folded text."""
    chars: list[str] = []
    back: list[int] = []
    for at in range(clause.start, clause.end):
        piece = scene.original[clause.unit.folded.starts[at] : clause.unit.folded.starts[at] + 1]
        chars.append(" " if piece == "\n" else piece or " ")
        back.append(at)
    return "".join(chars), back
