"""Which field a label names: 単価, Day rate, ≪必須≫."""

import tomllib
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files

from extract.folding import fold_term
from extract.patterns import Pattern
from extract.phrases import phrases


class Field(StrEnum):
    """The fields of a requisition form, by what their values are about."""

    TITLE = "title"
    REFERENCE = "reference"
    CLIENT = "client"
    ROLE = "role"
    WORK = "work"
    ENVIRONMENT = "environment"
    SKILL = "skill"
    MUST = "must"
    PREFERRED = "preferred"
    RATE = "rate"
    SETTLEMENT = "settlement"
    LOCATION = "location"
    REMOTE = "remote"
    PERIOD = "period"
    START = "start"
    END = "end"
    DURATION = "duration"
    SCHEDULE = "schedule"
    OVERTIME = "overtime"
    HEADCOUNT = "headcount"
    INTERVIEW = "interview"
    CONTRACT = "contract"
    TIER = "tier"
    AGE = "age"
    GENDER = "gender"
    NATIONALITY = "nationality"
    PAYMENT = "payment"
    LANGUAGE = "language"
    QUALIFICATION = "qualification"
    EXPERIENCE = "experience"
    TRAIT = "trait"
    NOTES = "notes"
    CONDITIONS = "conditions"
    REPLY = "reply"
    OTHER = "other"
    """A label that nobody knows: it ends the field before it and says nothing itself."""


LIST_FIELDS = frozenset(
    {
        Field.SKILL,
        Field.MUST,
        Field.PREFERRED,
        Field.EXPERIENCE,
        Field.QUALIFICATION,
        Field.LANGUAGE,
        Field.TRAIT,
    }
)
"""Fields whose every item is a demand."""

DESCRIBING_FIELDS = frozenset({Field.WORK, Field.ENVIRONMENT, Field.TITLE, Field.CLIENT, Field.REPLY, Field.REFERENCE})
"""Fields that describe the work or the mail: never a demand by themselves (FIELD.md 4)."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a line: which field, as written in `text[start:end]`, its value from `value` on."""

    field: Field
    start: int
    end: int
    value: int


def squash(text: str) -> str:
    """A label without blanks and decoration, as the lexicon keeps it."""
    return "".join(text.split()).translate(_DECORATION)


_DECORATION = dict.fromkeys(map(ord, "■□◆◇●○◎▼▽▲△★☆※*#・-=_~'\""))


@cache
def lexicon() -> dict[str, Field]:
    """Every known spelling of a label, squashed."""
    table = tomllib.loads(files("extract").joinpath("data/labels.toml").read_text(encoding="utf-8"))
    return {squash(fold_term(name)): Field(field) for field, names in table.items() for name in names}


def field_of(name: str, *, compound: bool = True) -> Field | None:
    """The field that a folded label names, or null where the lexicon has no such label.

    Compound labels (`場所・勤務形態`, `Start / length`) take the first part that is known, unless `compound` is false.
    """
    known = lexicon()
    whole = squash(name)
    if "#" in name and (numbered := squash(name.replace("#", " number "))) in known:
        return known[numbered]
    if whole in known:
        return known[whole]
    bare = name.partition("(")[0]
    if bare != name and name.rstrip(": ").endswith(")") and squash(bare) in known:
        return known[squash(bare)]
    if whole.endswith(_SHARED):
        return Field.CONDITIONS
    return _first_known_part(name) if compound else None


def _first_known_part(name: str) -> Field | None:
    """The field of the first part of a compound label that is known; a part is of few words."""
    for separator in ("/", "・", "&", " and ", "、", ",", "と", "|"):
        parts = name.split(separator)
        if len(parts) == 1 or (name.isascii() and any(len(part.split()) > _WORDS_OF_A_PART for part in parts)):
            continue
        if field := next((field for part in parts if (field := lexicon().get(squash(part))) is not None), None):
            return field
    return None


_WORDS_OF_A_PART = 3
_SHARED = ("共通", "共通条件", "共通事項")
"""How a heading of what several seats have in common ends: ①②共通, 両案件共通事項."""
_BRACKETS = frozenset("[【<≪《〔〈«")
_LONGEST_NAME = 100
"""Characters from a label's start to the end of the sign behind it."""
_BRACKETED = Pattern(r"^(?:[\[【<≪《〔〈«]{1,2})\s*(?P<name>[^\]】>≫》〕〉»]{1,40}?)\s*[\]】>≫》〕〉»]{1,2}\s*[:・]?\s*")
_COLON = Pattern(r"^(?P<name>[^:\t。!?]{1,48}?)\s*(?::\*{0,2}|\t)\s*")
_STROKE = Pattern(r"^(?P<name>[^:\t。!?|=]{2,32}?)\s+[|│=-]\s+")
_LEADERS = Pattern(r"^(?P<name>[^・.…:\t]{1,16}?|[a-z][a-z #/&()'-]{1,30}?(?: no\.| ref\.)?)\s*[・.…]{2,}\s*")
_TOPIC_MOVES = Pattern(r"^(?P<name>[^→⇒:は ]{2,6})は ?")
_MOVING = frozenset({Field.OVERTIME, Field.REMOTE, Field.SCHEDULE})
"""Fields whose line is a label and its change, though a particle stands between: `残業は20h→なし`."""
_NOT_ALONE = phrases("labels", "not_alone")
_OF_TWO = phrases("labels", "of_two")
_LEADS_ON = phrases("labels", "leads_on")
_COUNTED_SEATS = phrases("addressed", "counted")


_PADDED = Pattern(r"^(?P<name>[a-z#][^:\t|=]{0,40}?\??) {2,}(?P<value>[^ ].*)$")
_GAP = "  "
_ENDS_OF_A_TERM = {"from": Field.START, "to": Field.END}
_A_DAY = Pattern(
    r"^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?(?:\d{1,4}[-/. ]\d|\d{1,2}(?:st|nd|rd|th)?[ -]?(?:of )?[a-z]{3}"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|asap|immediate|tbc|ongoing)"
)


def label_at(text: str, body: int) -> Label | None:
    """The label at `text[body:]`, if there is one; `From` and `To` before days are the ends of a term, not lines of a letterhead."""
    label = _padded_label(text, body) or _label_at(text, body)
    if label is None or label.field is not Field.REPLY or not _A_DAY.match(text[label.value :]):
        return label
    return replace(label, field=_ENDS_OF_A_TERM.get(text[label.start : label.end].strip(), label.field))


def padded_name(text: str, body: int) -> Label | None:
    """The unknown name of a line that is set in two columns, as a label of no field."""
    found = _PADDED.match(text[body:]) if _GAP in text[body : body + _LONGEST_NAME] else None
    if found is None or _GAP in found["value"].rstrip() or not _plain_name(found["name"]):
        return None
    return Label(Field.OTHER, body, body + len(found["name"]), body + found.start(2))


def _padded_label(text: str, body: int) -> Label | None:
    """A known label of a form that is set in two columns: `Depot      Crewe`."""
    if _GAP not in text[body : body + _LONGEST_NAME] or (found := _PADDED.match(text[body:])) is None:
        return None
    name, value = found["name"], found["value"].rstrip()
    if _GAP in value or "\t" in value or field_of(value) or not name.isascii() or (field := _field_in_a_form(name)) is None:
        return None
    return Label(field, body, body + len(name), body + found.start(2))


def _field_in_a_form(name: str) -> Field | None:
    return None if any(char.isdigit() for char in name) else field_of(name)


def _label_at(text: str, body: int) -> Label | None:
    rest = text[body:]
    field: Field | None
    if rest[:1] in _BRACKETS and (found := _BRACKETED.match(rest)):
        field = field_of(found["name"]) or Field.OTHER
        return Label(field, body + found.start(1), body + found.end(1), body + found.end())
    begins = set(rest[:_LONGEST_NAME])
    if not begins.isdisjoint(":\t") and (found := _COLON.match(rest)) and not _of_a_clock(found["name"], rest[found.end() :]):
        name = found["name"]
        if _OF_TWO.search(rest):
            return None
        field = field_of(name) or (Field.OTHER if _plain_name(name) or _COUNTED_SEATS.match(name) else None)
        if field and not rest[found.end() :].startswith("//"):
            return Label(field, body, body + len(name), body + found.end())
    if not begins.isdisjoint("・.…") and (found := _LEADERS.match(rest)) and (field := field_of(found["name"])):
        return Label(field, body, body + found.end(1), body + found.end())
    if (
        not begins.isdisjoint("→⇒")
        and (found := _TOPIC_MOVES.match(rest))
        and (field := field_of(found["name"], compound=False)) in _MOVING
    ):
        return Label(field, body, body + found.end(1), body + found.end())
    if not begins.isdisjoint("|│=-") and (found := _STROKE.match(rest)) and (field := field_of(found["name"], compound=False)):
        return Label(field, body, body + found.end(1), body + found.end())
    return _bare_label(text, body)


def _of_a_clock(name: str, value: str) -> bool:
    """Whether the colon stands in a figure: `9:00`, `定時 10:00`, `4/1: …`."""
    return name.strip().replace("/", "").replace(" ", "").isdigit() or (name[-1:].isdigit() and value[:2].isdigit())


def _plain_name(name: str) -> bool:
    """Whether unknown words before a colon look like a label and not like a sentence."""
    if name.isascii():
        return len(name.split()) <= 6 and "," not in name and not any(char.isdigit() for char in name) and not _LEADS_ON.search(name)
    return (
        len(name) <= 14
        and not _LEADS_ON.search(name)
        and not any(particle in name for particle in ("は", "が", "を", "です", "ます", "、"))
    )


def _bare_label(text: str, body: int) -> Label | None:
    """A known label without a colon: alone on its line, before blanks, a slash or a figure."""
    rest = text[body:].rstrip()
    whole = rest.rstrip(": ")
    field = field_of(whole, compound=False) if whole and len(whole) <= 40 else None
    if field and not (field is Field.LANGUAGE and whole.endswith(")")) and not _NOT_ALONE.search(whole):
        return Label(field, body, body + len(whole), len(text))
    words = rest.split(" ")
    for count in (3, 2, 1):
        name = " ".join(words[:count])
        if count < len(words) and not name.isascii() and len(name) <= 12 and (field := field_of(name, compound=False)):
            value = len(name)
            while value < len(rest) and rest[value] == " ":
                value += 1
            return Label(field, body, body + len(name), body + value)
    head, slash, tail = rest.partition("/")
    if slash and tail and not head.isascii() and (field := field_of(head)) and not field_of(tail.partition(":")[0]):
        return Label(field, body, body + len(head), body + len(head) + 1)
    return _glued_label(rest, body)


def _glued_label(rest: str, body: int) -> Label | None:
    """`時給1400`, `面談回数1回`: a known Japanese label right before its figure, on a line that is no sentence."""
    if rest.endswith("。"):
        return None
    at = next((i for i, char in enumerate(rest[:10]) if char.isdigit() or char in "~@¥"), 0)
    if at and not rest[:at].isascii() and (field := field_of(rest[:at])):
        return Label(field, body, body + at, body + at)
    return None


_OF_AN_EVENT = {"日程": Field.PERIOD, "実施日": Field.PERIOD, "開催日": Field.PERIOD, "会場": Field.LOCATION}
"""Labels of a meeting's invitation that in a form for people tell when and where they work."""


def in_a_form(text: str, label: Label) -> Label:
    """The label as a form for people means it."""
    field = _OF_AN_EVENT.get(squash(text[label.start : label.end]))
    return label if field is None else replace(label, field=field)
