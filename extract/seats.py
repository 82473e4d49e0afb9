"""One mail, many seats: which lines speak of which (FIELD.md 7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extract.amended_heads import of_its_people, titles_of, turns_to_another
from extract.clauses import Clause
from extract.findings import Finding
from extract.forms import MARKS, SHORT_TITLE, own_lines, plain_headings, repeated_forms, tells_common_fields
from extract.headings import begun_with, is_counter, name_in, names_seat
from extract.labels import LIST_FIELDS, Field, squash
from extract.measured import read
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.quantities.counts import find_persons
from extract.quantities.years import find_years
from extract.references import find_references
from extract.references_split import joined
from extract.tables import ROW
from extract.topics import goes_on, named_until, topics_of
from extract.units import Unit
from requisitions.words import Category

MAX_SEATS = 200
"""Seats of one mail (DECISIONS.md D17)."""

_COMMON = phrases("seats", "common")
_SEAT_FIELDS = 2
_HEADING = 60
"""Characters of the longest heading."""


@dataclass(slots=True)
class Seat:
    """One seat that a mail speaks of, with the clauses that do."""

    reference: str | None = None
    title: str | None = None
    heading: Unit | None = None
    clauses: list[Clause] = field(default_factory=list)
    own: tuple[Finding, ...] = ()
    """What its name tells beside the clauses."""
    left_out: frozenset[int] = frozenset()
    """Identities of findings in its clauses that are of other seats."""


def _references(text: str) -> list[str]:
    return list(dict.fromkeys(reference.code for reference in find_references(text)))


_ITEMS = LIST_FIELDS | {Field.WORK, Field.ENVIRONMENT}
"""Fields whose numbered lines are items."""


def _starts_block(unit: Unit, jobs: frozenset[int], rows: frozenset[str]) -> bool:
    """Whether a line may head a seat: a table's row, a numbered or marked heading, a title or a reference of its own."""
    if unit.cell:
        return unit.bullet == ROW
    if is_counter(unit) or (unit.label is None and squash(unit.text) in rows):
        return True
    if unit.label is not None and unit.label.field is Field.TITLE:
        return True
    if unit.label is not None and unit.label.field is Field.REFERENCE:
        return bool(_references(unit.text))
    if unit.label is not None and unit.label.field not in (Field.OTHER, Field.ROLE):
        return False
    if unit.rule_before and names_seat(unit):
        return True
    if unit.number is not None and unit.field not in _ITEMS and len(unit.text) < _HEADING and not unit.text.rstrip().endswith(("。", ".")):
        return True
    marked = unit.number is not None or unit.bullet in MARKS
    return (marked or unit.rule_before) and (id(unit) in jobs or bool(_references(unit.text)) or unit.text[unit.body :].startswith("案件"))


def _heads_on(since: Sequence[Unit], unit: Unit) -> bool:
    """Whether a line goes on with the heading that began right before it: its count, then title, job and reference."""
    begun = is_counter(since[0]) or since[0].rule_before
    heading = (Field.TITLE, Field.ROLE, Field.REFERENCE)
    return (
        begun
        and not unit.rule_before
        and not is_counter(unit)
        and unit.label is not None
        and unit.label.field in heading
        and all(other.label is not None and other.label.field in heading for other in since[1:])
    )


def _counted_on(units: Sequence[Unit], starts: Sequence[int]) -> list[int]:
    """The beginnings without those whose number goes on counting the fields of one form: `6) …` where 5) began no seat."""
    numbers = {units[i].number for i in starts}
    return [i for i in starts if (number := units[i].number) is None or number <= 1 or number - 1 in numbers]


def split_blocks(units: Sequence[Unit], jobs: frozenset[int]) -> list[tuple[Unit, list[Unit]]]:
    """The blocks of a mail that tells several seats one after another, each with its heading; none where it tells one.

    A block needs a heading and two fields of its own; a second heading line inside a block (reference, then title) stays in it.
    What is common to all ends the last one.
    """
    rows = frozenset(squash(unit.text) for unit in units if unit.bullet == ROW)
    starts: list[int] = []
    jobs = jobs | plain_headings(units)
    for i, unit in enumerate(units):
        if _starts_block(unit, jobs, rows) and not (starts and _heads_on(units[starts[-1] : i], unit)):
            starts.append(i)
    starts = _counted_on(units, starts)
    if len(starts) < _SEAT_FIELDS and len(forms := repeated_forms(units)) >= _SEAT_FIELDS:
        starts = forms
    blocks: list[tuple[int, int]] = []
    for at, start in enumerate(starts):
        end = starts[at + 1] if at + 1 < len(starts) else len(units)
        end = next((i for i in range(start + 1, end) if _COMMON.search(units[i].text)), end)
        if units[start].cell:
            end = next((i for i in range(start + 1, end) if not units[i].cell), end)
        fields = {unit.label.field for unit in units[start + 1 : end] if unit.label and unit.label.field is not Field.OTHER}
        if len(fields) >= _SEAT_FIELDS or (units[start].bullet == ROW and fields):
            blocks.append((start, end))
        elif blocks and at and blocks[-1][1] == start:
            blocks[-1] = (blocks[-1][0], end)
    if len(blocks) < _SEAT_FIELDS:
        return []
    return [(units[start], list(units[start:end])) for start, end in blocks[:MAX_SEATS]]


def _counts(clause: Clause, seats: int) -> bool:
    """Whether the opening words only say how many seats follow: "We have 2 openings this week, see below"."""
    return any(item.min == item.max == seats for item in read(clause, find_persons))


_SHORT_CODE = Pattern(r"^[a-z]{2,4}-\d{1,3}$")


def _short_code(unit: Unit) -> list[str]:
    """The seat's number in a column of numbers, however short: `LM-1`."""
    named = unit.cell and unit.label is not None and unit.label.field is Field.REFERENCE and _SHORT_CODE.match(unit.text)
    return [unit.text.upper()] if named else []


def _is_unnamed(heading: Unit) -> bool:
    return is_counter(heading) or (heading.label is not None and heading.label.field is Field.REFERENCE)


def seats_in_full(units: Sequence[Unit], clauses: Sequence[Clause], jobs: frozenset[int]) -> list[Seat]:
    """The seats of a mail that states them in full; words common to all stand in each."""
    blocks = split_blocks(units, jobs)
    if not blocks:
        found = [code for unit in units for code in _references(unit.text)]
        return [Seat(reference=found[0] if found else None, clauses=list(clauses))]
    named: dict[str, Seat] = {}
    owned: dict[int, Seat] = {}
    for i, (heading, block) in enumerate(blocks):
        lines = block[: own_lines([block for _, block in blocks])] if i == len(blocks) - 1 else block
        codes = [code for unit in lines for code in _references(unit.text) or _short_code(unit)]
        # The same seat told twice, as a table's row and in detail, is one.
        naming = next((unit for unit in lines if names_seat(unit)), heading) if _is_unnamed(heading) else heading
        name = f"{heading.text if is_counter(heading) else ''} {squash(naming.text[slice(*name_in(naming))])}"
        seat = named.setdefault(name, Seat(heading=naming))
        seat.reference = seat.reference or (codes[0] if codes else None)
        owned.update((id(unit), seat) for unit in lines)
    seats = list(named.values())
    names = [seat.heading.text if seat.heading else "" for seat in seats]
    first = next(i for i, unit in enumerate(units) if id(unit) in owned)
    shared: list[Clause] = []
    common, tabled = False, all(heading.cell for heading, _ in blocks) or tells_common_fields([block for _, block in blocks])
    by_unit: dict[int, list[Clause]] = {}
    for clause in clauses:
        by_unit.setdefault(id(clause.unit), []).append(clause)
    for i, unit in enumerate(units):
        mine = by_unit.get(id(unit), [])
        if id(unit) in owned:
            owned[id(unit)].clauses.extend(mine)
        elif i < first:
            shared.extend(clause for clause in mine if not _counts(clause, len(seats)))
        elif (place := begun_with(unit.text[unit.body :], names)) is not None:
            seats[place].clauses.extend(mine)
        elif common := common or tabled or bool(_COMMON.search(unit.text)):
            shared.extend(mine)
    for seat in seats:
        seat.clauses.extend(shared)
    return seats


def seats_in_amendment(clauses: Sequence[Clause], subject: str, findings: Sequence[Finding]) -> list[Seat]:
    """The seats that a clarification speaks of: by the references it names, else by numbered headings that name jobs, else one.

    A reference holds until another is named; a clause that only says that a seat goes on as before belongs to none.
    """
    by_code: dict[str, Seat] = {}
    named = {code for clause in clauses for code in _references(clause.unit.text)}
    common = _references(subject)
    if not named:
        headed = _headed_seats(clauses, findings) or _topic_seats(clauses, findings)
        return headed or [Seat(reference=common[0] if len(common) == 1 else None, clauses=list(clauses))]
    valued = {id(finding.clause) for finding in findings if finding.has_value}
    current = list(common) if len(common) == 1 else []
    stated = {id(finding.clause) for finding in findings}
    aside: tuple[tuple[int, int], str] | None = None
    waiting: list[Clause] = []
    for clause in clauses:
        codes = _references(clause.text)
        # A unit's heading may name the seat in its label or in brackets that no clause covers.
        codes = codes or (_references(clause.unit.text[: clause.unit.value]) if clause.start == clause.unit.value else [])
        sentence = clause.unit.text[clause.sentence[0] : clause.sentence[1]]
        if codes and goes_on(clause) and id(clause) not in valued:
            main = _main_code(sentence, codes)
            if main is None:
                aside = (clause.sentence, codes[0])
                continue
            codes = [main]
        if codes:
            current = (joined(clause.text) or codes)[:MAX_SEATS] if len(codes) > 1 else codes
        if not current:
            waiting.append(clause)
            continue
        # "NV-202 is still open, but the rate is now ...": what the same sentence adds is of the seat that goes on.
        added = aside is not None and aside[0] == clause.sentence and not codes and id(clause) in stated
        for code in [aside[1]] if aside is not None and added else current:
            by_code.setdefault(code, Seat(reference=code)).clauses.extend([*waiting, clause])
        waiting = []
    if not by_code:
        return [Seat(clauses=list(clauses))]
    return list(by_code.values())


def _main_code(sentence: str, codes: Sequence[str]) -> str | None:
    """The seat a sentence is about where another is named in brackets as unchanged."""
    outside = "".join(part.partition(")")[2] if i else part for i, part in enumerate(sentence.split("(")))
    kept = [code for code in codes if code in _references(outside)]
    return kept[0] if kept and len(codes) > 1 else None


_NAMED_ITEM = Pattern(r"^(?P<title>[^、。,.]{2,24}?)の?(?:案件|件|ポジション|募集|枠)(?:は|ですが|について|につき|も|が|の)")


def _headed_seats(clauses: Sequence[Clause], findings: Sequence[Finding]) -> list[Seat]:
    """Seats under numbered or marked headings that each name a job or title, or in numbered items that begin with one."""
    roles = {id(finding.clause.unit): finding for finding in findings if finding.category is Category.ROLE}
    heads = titles_of(clauses)
    seats: list[Seat] = []
    shared: list[Clause] = []
    for clause in clauses:
        unit = clause.unit
        if heads and seats and turns_to_another(clause) and goes_on(clause):
            continue
        if seats and unit is not seats[-1].heading and _COMMON.search(unit.text) and not (heads and of_its_people(unit, seats[-1].heading)):
            shared.append(clause)
            continue
        title = heads.get(id(unit)) or _title_here(unit, roles)
        if title and (not seats or seats[-1].heading is not unit):
            seats.append(Seat(title=title, heading=unit))
        elif not title and unit.number is not None and seats and unit is not seats[-1].heading:
            # A numbered line of its own that names nothing belongs to no seat ("③は引き続き募集中です").
            seats.append(Seat(heading=unit)) if seats[-1].heading is None or seats[-1].heading.number is not None else None
        if seats:
            seats[-1].clauses.append(clause)
    named = [seat for seat in seats if seat.title]
    if heads and len(named) > 1:
        named = [seat for seat in named if not all(clause.unit is seat.heading or goes_on(clause) for clause in seat.clauses)] or named
    for seat in named:
        seat.clauses.extend(shared)
    if heads:
        return named
    return named if len(named) > 1 else []


def _topic_seats(clauses: Sequence[Clause], findings: Sequence[Finding]) -> list[Seat]:
    """Seats that the sentences of a Japanese text are about, one after another, where it names two or more."""
    valued = frozenset(id(finding.clause) for finding in findings if finding.has_value)
    topics = topics_of(clauses, valued)
    named = frozenset(id(finding) for finding in findings if finding.end <= named_until(finding.clause.unit, topics))
    return [Seat(title=title, clauses=told, left_out=named) for title, told in topics.items()]


def _title_here(unit: Unit, roles: Mapping[int, Finding]) -> str | None:
    """The seat that a marked line names: by its job, as a short heading, or before …の案件は."""
    marked = unit.number is not None or unit.bullet in MARKS
    if not marked:
        return None
    words = unit.text[unit.body :].strip()
    if (role := roles.get(id(unit))) is not None and len(unit.text) < _HEADING:
        return role.label
    if (found := _NAMED_ITEM.match(words)) is not None:
        return str(found["title"])
    plain = unit.label is None and len(words) <= SHORT_TITLE and not any(sign in words for sign in "。:→、") and not find_years(words)
    return words if plain and not any(char.isdigit() for char in words) and unit.number is not None else None
