"""An English amendment that turns from seat to seat by name: `LED: …`, `For the labourer: …`, `S/N 2: …`, answers about each seat."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extract.clauses import Clause
from extract.folding import fold
from extract.labels import Field, field_of
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.revisions import REVISED, WHY
from extract.scene import Scene
from extract.units import Unit
from extract.vocabulary.matching import matcher_for
from requisitions.words import Category

_COUNTED = phrases("addressed", "counted")
_LEAD, _NO_NAME, _SEVERAL = phrases("addressed", "lead"), phrases("addressed", "no_name"), phrases("addressed", "several")
_OF_ALL = phrases("addressed", "of_all")
_AND = Pattern(r"\s*(?:,|&|/|\+|\band\b)\s*")
_NUMBER = Pattern(r"^(?:\d{1,2}|[a-h])$")
_STROKE = Pattern(r"^(?P<name>[a-z#][a-z0-9 ./&,'()#-]{1,38}?)(?: [=-]| ?:) ?(?P<said>\S)")
_SUBJECT_OF = Pattern(
    r"^(?:(?:and|also|but|so|then|now|plus|ok,?|yes,?) )?(?:(?:for|on|as for|regarding|re|about|with|to) )?"
    r"(?:(?:scratch|drop|cancel|forget|lose|bin|pull|remove|hold|pause|park|scrap|stand)(?: down)? )?(?:the|our|your|this|that)?[ ]?"
)
_JOB = phrases("addressed", "job")
_STAMPED = Pattern(r"^\W{0,3}\d{1,2}:\d{2}")
"""A line of a talk: who speaks is no seat."""
_OF_A_DEMAND = phrases("addressed", "of_a_demand")
_CODE = Pattern(r"^[a-z]{2,4}-\d{1,3}$")
_CODE_AHEAD = Pattern(r"^(?:(?:and|also|but|for|on|re) )*(?P<code>[a-z]{2,4}-\d{1,3})(?:[ ,:]|$)")
_FIRST = 34
"""Characters of a sentence in which it may name the seat that it is about."""
_LONGEST = 40
"""Characters of a label that names a seat."""
_LEAST = 2


@dataclass(slots=True)
class Addressed:
    """One seat with its name as written and the clauses about it."""

    title: str
    code: str | None = None
    """The client's own short number, where that is its name."""
    clauses: list[Clause] = field(default_factory=list)
    named: list[tuple[Unit, int]] = field(default_factory=list)
    """The lines that begin with its name, each with where the name ends: it demands nothing."""


@dataclass(frozen=True, slots=True)
class _Address:
    """Whom a stretch speaks to: keys of seats with their names; none where it speaks to all."""

    names: Mapping[str, str]
    sure: bool
    """A job or a count names it; a bare word only where others do likewise."""


def addressed(units: Sequence[Unit], clauses: Sequence[Clause], scene: Scene) -> list[Addressed]:
    """The seats that the lines of an amendment turn to, each with its clauses; none where they name fewer than two.

    A name holds until another is named or its paragraph ends; a heading's, until its list ends. What names none goes to all.
    """
    if scene.japanese or any(unit.speaker or _STAMPED.match(unit.text) for unit in units):
        return []
    named = {
        id(unit): address
        for unit, below in zip(units, [*units[1:], None], strict=False)
        if (address := _address_of(unit, below, scene)) is not None
    }
    if len({key for address in named.values() for key in address.names}) < _LEAST:
        named = {place: address for place, address in named.items() if address.sure}
    seats: dict[str, Addressed] = {}
    told = list(_told(units, clauses, named, scene))
    for address, _ in told:
        for key, name in address.names.items() if address is not None else ():
            seats.setdefault(key, Addressed(name, name if _CODE.match(key) else None))
    if len(seats) < _LEAST:
        return []
    for unit in units:
        if (address := named.get(id(unit))) is not None and (end := _end_of_name(unit)):
            seats[next(iter(address.names))].named.append((unit, end))
    for address, clause in told:
        for key in seats if address is None else address.names:
            seats[key].clauses.append(clause)
    return list(seats.values())


def _end_of_name(unit: Unit) -> int:
    """Where the name before a dash ends; zero where a label or heading is the name."""
    found = _STROKE.match(unit.text[unit.body :]) if unit.label is None else None
    return unit.body + found.start("said") if found else 0


def _told(
    units: Sequence[Unit], clauses: Sequence[Clause], named: Mapping[int, _Address], scene: Scene
) -> Iterator[tuple[_Address | None, Clause]]:
    """Each clause with the seat that it speaks of."""
    by_unit: dict[int, list[Clause]] = {}
    for clause in clauses:
        by_unit.setdefault(id(clause.unit), []).append(clause)
    current: _Address | None = None
    top: Unit | None = None
    asked = ""
    for unit in units:
        if id(unit) in named:
            current, top = named[id(unit)], unit
        elif unit.question:
            if unit.question != asked:
                current, top, asked = _in_question(unit.question, current), unit, unit.question
        elif top is not None and not _stays(unit, top):
            current = None
        sentence: tuple[int, int] | None = None
        for clause in by_unit.get(id(unit), ()):
            if clause.sentence != sentence:
                sentence = clause.sentence
                current = _by_job(clause, scene) or current
                current = None if current is None or _OF_ALL.search(unit.text[slice(*sentence)]) else current
            yield current, clause


def _stays(unit: Unit, top: Unit) -> bool:
    """Whether a line still stands under the name above it."""
    if unit.paragraph == top.paragraph:
        return top.heading or not unit.bullet or unit.bullet != top.bullet
    return top.heading and bool(unit.bullet)


def _heads(unit: Unit, below: Unit | None) -> bool:
    """Whether a line without a sign may head what stands below it: a list, or a sentence."""
    if below is None:
        return False
    return bool(below.bullet) or (below.paragraph == unit.paragraph and len(below.text.split()) >= _SENTENCE)


_SENTENCE = 4
"""Words of the shortest line that says something."""


def _address_of(unit: Unit, below: Unit | None, scene: Scene) -> _Address | None:
    """The seats that a line names before a colon or dash, or as a heading of its own."""
    words = unit.text[unit.body :].strip()
    if unit.bullet in (REVISED, WHY):
        return None
    if unit.label is not None and unit.label.field not in (Field.OTHER, Field.CONDITIONS):
        return None
    if unit.label is not None and unit.label.end > unit.label.start:
        name = unit.text[unit.label.start : unit.label.end]
    elif (found := _STROKE.match(words)) is not None:
        name = found["name"]
    elif len(words) <= _LONGEST and not unit.bullet and words[-1:] not in ".!?," and _heads(unit, below):
        return _by_words(words, unit, scene, alone=True)
    else:
        return None
    return _by_words(name, unit, scene, alone=False)


def _by_words(name: str, unit: Unit, scene: Scene, *, alone: bool) -> _Address | None:
    """The seats that a label or heading is the name of."""
    bare = _LEAD.sub("", name.strip(" *:-")).strip()
    if not bare or len(bare) > _LONGEST or _SEVERAL.match(bare):
        return None
    if (counted := _COUNTED.match(bare)) is not None:
        numbers = [part for part in _AND.split(counted["numbers"].strip("()")) if _NUMBER.match(part)]
        kind = _written(scene, unit, unit.text.find(bare, unit.body), counted["kind"])
        return _Address({number: f"{kind} {number.upper()}" for number in numbers}, sure=True) if numbers else None
    if _CODE.match(bare):
        return _Address({bare: bare.upper()}, sure=True)
    start = unit.text.find(bare, unit.body)
    hits = scene.terms.get(id(unit), ())
    jobs = [hit for hit in hits if hit.entry.category is Category.ROLE and start <= hit.start < start + len(bare)]
    written = _written(scene, unit, start, bare)
    if jobs:
        return _Address({job.entry.key: written if len(jobs) == 1 else job.entry.label for job in jobs}, sure=True)
    like_a_job = bool(_JOB.search(bare)) and not _NO_NAME.search(bare)
    term = any(hit.start == start and hit.end == start + len(bare) for hit in hits)
    # `Tableau: removed` is a demand of the one seat, `Forklift: licence must be RTITB` a seat.
    of_a_demand = term and bool(_OF_A_DEMAND.match(unit.text[start + len(bare) :]))
    if not like_a_job and (alone or of_a_demand or _is_no_name(bare)):
        return None
    return _Address({bare.rstrip("s"): written}, sure=like_a_job)


def _is_no_name(words: str) -> bool:
    """Whether words before a colon cannot call a seat: a known label, a remark, a sentence."""
    return not words.isascii() or len(words.split()) > _WORDS or bool(_NO_NAME.search(words)) or field_of(words) is not None


_WORDS = 3
"""Words of the longest name that is no job's."""


def _written(scene: Scene, unit: Unit, start: int, words: str) -> str:
    first, last = unit.folded.original(start, start + len(words))
    return scene.original[first:last].strip()


_UNKNOWN_JOB = phrases("addressed", "unknown_job")
_TURNS, _DEMANDED = phrases("addressed", "turns"), phrases("addressed", "demanded")


def _by_job(clause: Clause, scene: Scene) -> _Address | None:
    """The job that a sentence begins with: "The tester needs …", "For the bricklayers £26"."""
    text, first = clause.unit.text, clause.sentence[0]
    if "-" in text and (coded := _CODE_AHEAD.match(text[first:])) is not None:
        return _Address({coded["code"]: coded["code"].upper()}, sure=True)
    lead = _SUBJECT_OF.match(text[first : first + _FIRST])
    at = first + (lead.end() if lead else 0)
    hits = [hit for hit in scene.terms.get(id(clause.unit), ()) if hit.entry.category is Category.ROLE and hit.start == at]
    unknown = _UNKNOWN_JOB.match(text[at:]) if not hits and at > first else None
    if not hits and unknown is None:
        return None
    turned = bool(lead and _TURNS.search(lead.group()))
    if unknown is not None:
        if not (turned or _DEMANDED.match(text[at + unknown.end("job") :])):
            return None
        return _Address({unknown["job"].rstrip("s"): _written(scene, clause.unit, at, unknown["job"])}, sure=True)
    end = max(hit.end for hit in hits)
    if (at == first and text[end - 1] != "s") or not (turned or _DEMANDED.match(text[end:])):
        return None
    job = max(hits, key=lambda hit: hit.end)
    return _Address({job.entry.key: _written(scene, clause.unit, job.start, text[job.start : job.end])}, sure=True)


_ASKED = Pattern(
    r"\b(?:the |on |for )?(?P<name>[a-z0-9][a-z0-9+#./-]*(?: [a-z0-9+#./-]+)?) (?:seat|role|position|post|job|opening|vacancy)s?\b"
    r"|^\W*(?:\d{1,2}[.)] )?(?P<lead>[a-z][a-z +#.-]{1,24}?) ?(?:-|:) "
)


def _in_question(question: str, current: _Address | None) -> _Address | None:
    """The seat that a quoted question is about; one that names none stays with the seat before."""
    jobs = [hit for hit in matcher_for(()).find_terms(fold(question), question) if hit.entry.category is Category.ROLE]
    if jobs:
        return _Address({jobs[-1].entry.key: question[jobs[-1].start : jobs[-1].end]}, sure=True)
    found = _ASKED.search(question)
    name = (found["name"] or found["lead"] or "").removeprefix("the ").strip() if found else ""
    return _Address({name.rstrip("s"): name}, sure=True) if name and not _NO_NAME.search(name) else current
