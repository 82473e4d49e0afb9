"""What a mail is: a requisition, a clarification of one, a person's profile, or something else (FIELD.md 6)."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extract.cues import CueKind
from extract.findings import Finding
from extract.folding import fold
from extract.labels import Field
from extract.patterns import Pattern
from extract.phrases import phrases
from extract.references import find_references
from extract.revisions import REVISED
from extract.tables import ROW
from extract.units import Unit
from requisitions.messages import Message, Trait
from requisitions.words import Category, Kind, Mode

_CORE = frozenset({Category.SKILL, Category.ROLE, Category.EXPERIENCE, Category.QUALIFICATION})
_TURNED_DOWN = phrases("events", "turned_down")
_RETRACTION = phrases("reading", "retraction")
_MANY_FIELDS = 5
_FEW_FIELDS = 3
MAX_TEXT = 20_000
_MUCH_NOISE = 3
_OVERWHELMING = 5
_BOARD = 3
"""What the words of a job board weigh: it lists seats that nobody asks us to fill."""
_PERSON_LABELS = 4


@cache
def _patterns() -> dict[str, Pattern]:
    table = tomllib.loads(files("extract").joinpath("data/kinds.toml").read_text(encoding="utf-8"))
    return {name: Pattern("|".join(f"(?:{word})" for word in words)) for name, words in table.items()}


@dataclass(frozen=True, slots=True)
class _Text:
    """Folded words in which signs are looked for."""

    words: str

    def has(self, name: str) -> bool:
        """Whether a sign stands in them."""
        return _patterns()[name].search(self.words) is not None

    def count(self, name: str) -> int:
        """In how many wordings."""
        return len({hit.group() for hit in _patterns()[name].finditer(self.words)})


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for one kind or another, counted."""

    person: int
    proposal: int
    noise: int
    seeking: int
    amending: int
    talk: int
    named: bool
    """A client's own number stands in it, or it answers quoted questions."""
    fields: int
    lists: bool
    """Two lists, of what is asked for and of what would be nice, in a mail that answers none."""
    categories: int
    moves: int
    """Words that drop, keep, or move a demand from one standing to another."""
    core: bool
    reply: bool
    forward: bool
    own: bool
    status: bool
    about: bool
    """Words that speak of a seat's terms or standing by themselves."""
    asks: bool
    """It asks about a demand of the seat."""
    hedged: bool
    """It speaks of a demand that may come."""
    retracts: bool
    wants: bool
    """It asks for a person of a named job, as a first mail does."""
    rows: int
    """Seats that rows of a table name."""
    revises: bool
    """It tells changes in a table of old and new values."""
    away: bool
    """An absence note by its subject, or papers that are sent."""
    paper: bool
    """A notice about hours, costs or a stay by its subject."""
    rest: bool
    """It speaks of the people who are still wanted of a seat that others filled."""
    of_a_person: bool
    """A notice about one person's way to a seat: it names the person under a label."""


def _labels(units: Sequence[Unit]) -> set[Field]:
    told = (unit for unit in units if unit.label is not None and unit.bullet != REVISED)
    return {unit.label.field for unit in told if unit.label is not None and unit.label.field not in (Field.OTHER, Field.REPLY)}


def signals_of(message: Message, units: Sequence[Unit], findings: Sequence[Finding], *, moves: int, own: bool, status: bool) -> Signals:
    """Count the signs of a mail."""
    words = _Text("\n".join(unit.text for unit in units))
    subject = _Text(fold(message.subject).text)
    labels = [_plain(unit.text[unit.label.start : unit.label.end]) for unit in units if unit.label is not None]
    person = sum(1 for label in labels if _patterns()["person_labels"].fullmatch(label))
    reply = subject.has("reply_subject") or bool(message.in_reply_to or message.references)
    told = [finding for finding in findings if not finding.clause.question]
    here = [finding for finding in told if not finding.clause.has(CueKind.ELSEWHERE)]
    stated = [finding for finding in here if reply or not finding.clause.has(CueKind.HEDGED)]
    amending = words.count("amending") + 2 * subject.count("amending_subject")
    whole, busy = _Text(fold(message.text[:MAX_TEXT]).text), bool(moves or status or amending)
    proposal = words.count("proposal") + subject.count("proposal")
    if words.has("person_line") and (proposal or not reply):
        person += _PERSON_LABELS
    return Signals(
        person=person,
        proposal=proposal,
        noise=_BOARD * whole.has("board")
        + whole.count("noise")
        + subject.count("noise")
        + (0 if busy else whole.count("courtesy") + subject.count("courtesy")),
        seeking=words.count("seeking") + subject.count("seeking"),
        amending=amending,
        talk=words.count("talk") + subject.count("talk") + (reply and words.has("errand")) + bool(_TURNED_DOWN.search(words.words)),
        named=any(unit.question or any(find_references(unit.text)) for unit in units),
        fields=len(_labels(units)),
        lists=not reply and {Field.MUST, Field.PREFERRED} <= _labels(units),
        categories=len({finding.category for finding in stated}),
        moves=moves,
        core=any(finding.category in _CORE for finding in stated),
        reply=reply,
        forward=subject.has("forward_subject"),
        own=own,
        status=status,
        about=words.has("about"),
        asks=len(told) < len(findings),
        hedged=len(stated) < len(here),
        retracts=bool(_RETRACTION.search(words.words)),
        wants=words.has("wants") and _seeks_a_job(stated),
        rows=sum(1 for unit in units if unit.bullet == ROW),
        revises=any(unit.bullet == REVISED for unit in units),
        away=subject.has("away_subject") or words.has("papers"),
        paper=subject.has("paper_subject") and not subject.has("seeking"),
        rest=words.has("rest"),
        of_a_person=subject.has("person_subject") and any(_patterns()["named_person"].fullmatch(label) for label in labels),
    )


def _seeks_a_job(findings: Sequence[Finding]) -> bool:
    """Whether a job is told, in words that no vocabulary knows only beside something else."""
    jobs = [finding for finding in findings if finding.category is Category.ROLE]
    return any(not job.open_class for job in jobs) or (bool(jobs) and len({finding.category for finding in findings}) > 1)


def _plain(label: str) -> str:
    """A label's words with single blanks in English, none in Japanese."""
    return (" " if label.isascii() else "").join(label.split())


def mode_of(signs: Signals) -> Mode:
    """Whether the mail tells a seat whole or only what differs.

    Five labelled fields tell it whole. In prose the kinds of demands and the words of seeking are weighed against words of
    change, an earlier mail that it answers, and a status.
    """
    if signs.fields >= _MANY_FIELDS and signs.categories >= _MANY_FIELDS:
        return Mode.FULL
    if (signs.reply and signs.rest) or signs.revises or not (signs.core or _is_first(signs)):
        return Mode.AMENDMENT
    if signs.rows > 1 and not signs.reply and signs.fields >= _FEW_FIELDS:
        return Mode.FULL
    if signs.wants and not (signs.reply or signs.status) and signs.amending + signs.moves < 2:
        return Mode.FULL
    against = signs.amending + 3 * min(signs.moves, 2) + 4 * signs.reply + 4 * signs.status
    if signs.categories >= _MANY_FIELDS:
        return Mode.FULL if signs.categories + signs.seeking > against else Mode.AMENDMENT
    if signs.lists and against <= 1:
        return Mode.FULL
    short = signs.categories >= _FEW_FIELDS and signs.seeking > 0 and against <= 1
    return Mode.FULL if short else Mode.AMENDMENT


def _is_first(signs: Signals) -> bool:
    """Whether a mail that names no known job asks for people for the first time, with many demands."""
    earlier = signs.reply or signs.forward or signs.status or signs.moves or signs.amending
    return not earlier and signs.seeking > 0 and signs.categories >= _MANY_FIELDS


def _is_noise(signs: Signals) -> bool:
    """Whether words of other mails outweigh those of seats."""
    if signs.noise >= _MUCH_NOISE or (signs.away and not signs.core):
        return True
    return signs.noise >= signs.seeking and signs.categories < _FEW_FIELDS and not (signs.reply and signs.talk)


def kind_of(message: Message, signs: Signals) -> Kind:
    """The kind of a mail; what the headers tell of automatic mails comes first, strong conditions before weak ones."""
    if signs.paper or message.traits & {Trait.AUTO_SUBMITTED, Trait.BOUNCE, Trait.CALENDAR}:
        return Kind.OTHER
    if signs.of_a_person and not signs.proposal:
        return Kind.CLARIFICATION
    full = mode_of(signs) is Mode.FULL
    if signs.person >= _PERSON_LABELS and signs.person > signs.fields - signs.person:
        return Kind.CANDIDATE
    offered = signs.proposal > 1 or signs.person >= 2 or not (signs.reply or signs.forward)
    form = full and signs.fields >= _MANY_FIELDS
    if signs.proposal and (signs.own or (offered and not (form or signs.status) and (not full or signs.proposal > 1))):
        return Kind.CANDIDATE
    if signs.noise >= _OVERWHELMING and not (signs.status or signs.reply):
        return Kind.OTHER
    if signs.noise and not form and not signs.status and (signs.noise >= _MUCH_NOISE or not full) and _is_noise(signs):
        return Kind.OTHER
    if signs.retracts:
        return Kind.CLARIFICATION
    if full:
        return Kind.REQUISITION
    if signs.categories or signs.status or signs.reply or signs.forward or signs.own:
        speaks = signs.talk or signs.named or signs.categories or signs.status or signs.amending or signs.asks or signs.about
        return Kind.CLARIFICATION if speaks else Kind.OTHER
    speaks = signs.asks or signs.about or (signs.named and signs.hedged) or (signs.talk and signs.seeking)
    return Kind.OTHER if signs.noise or not speaks else Kind.CLARIFICATION
