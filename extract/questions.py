"""What a question asks for: the field of a requisition form whose value its answer tells (FIELD.md 5)."""

from extract.labels import Field
from extract.patterns import Pattern
from extract.phrases import phrases

_MARKS = Pattern(r"(?:^|\n)?[ ]*>[> ]*")
_NUMBERED = Pattern(r"^[\s・●■◆○*-]*(?:\(?\d{1,2}[.)、:]|\(\d{1,2}\)|(?:q|問|質問)[ ]?\d{0,2}[.:)。、]?)?\s*")
_ASKS = Pattern(r"(?:\?|か)[。? 」]*$")
_COUNTED = Pattern(r"^[ ・■●]*(?:(?:q|問|質問)[ ]?\d{0,2}[.:)。、]?|\(?\d{1,2}[.)、:]|\(\d{1,2}\))")
_FIELDS = (
    Field.REMOTE,
    Field.INTERVIEW,
    Field.OVERTIME,
    Field.SETTLEMENT,
    Field.PAYMENT,
    Field.SCHEDULE,
    Field.RATE,
    Field.START,
    Field.DURATION,
    Field.LOCATION,
    Field.AGE,
    Field.GENDER,
    Field.NATIONALITY,
    Field.TIER,
    Field.HEADCOUNT,
)
"""Fields with words of their own in a question; where several match, the first one is meant."""


def words_of(question: str) -> str:
    """A quoted question without the marks of quoting and its number."""
    return str(_NUMBERED.sub("", _MARKS.sub(" ", question).strip(), 1))


def asks(text: str) -> bool:
    """Whether a folded line is a counted question of a list: `1. …でしょうか。`, `Q2. …?`."""
    return ("?" in text or "か" in text) and bool(_COUNTED.match(text) and _ASKS.search(text.rstrip()))


_ASKS_IN_TALK = Pattern(r"(?:\?|か|かな|よね|っけ|は)[。? ]*$")


def asks_in_talk(text: str) -> bool:
    """Whether a folded line of a talk asks something."""
    return bool(_ASKS_IN_TALK.search(text))


_OF_IT, _OF_SOMEBODY = phrases("questions", "of_it"), phrases("questions", "of_somebody")


def leads_to_question(words: str, question: str) -> bool:
    """Whether a folded sentence only tells of somebody whom the question behind it asks about: "One has an MSc. Would that do?"."""
    return bool(_OF_SOMEBODY.match(words) and _OF_IT.match(question))


def field_asked(question: str) -> Field | None:
    """The field whose value a folded question asks for, or null where it asks for something else."""
    if phrases("questions", "years").search(question):
        return None
    return next((field for field in _FIELDS if phrases("questions", field.value).search(question)), None)
