"""Tables with a head row, one seat a row: each cell becomes a line of its own under its column's label (FIELD.md 7)."""

from extract.labels import Field, field_of
from extract.patterns import Pattern, any_sign

_GAP = Pattern(r"\s*[|│┃]\s*|\t| {2,}")
_DIVIDERS = "|│┃\t"
_LEAST_COLUMNS = 3
_STRANGE = 4
"""Columns among which one may have a head that nobody knows."""
OF_PEOPLE = Pattern(r"^(?:(?:candidate|consultant|resource|employee|contractor)s?(?: name| initials)?|name|initials|氏名|名前|イニシャル)$")
"""The head of a table of people who are offered."""
SERIAL = Pattern(
    r"^(?:s\.? ?/? ?n\.?(?: ?o\.?)?|s[lr]\.? ?(?:no\.?|#)?|serial(?: (?:no\.?|number))?|#|nos?\.?|(?:item|line)(?: (?:no\.?|#))?|№)$"
)
"""The head of a first column that only counts its rows."""
_PRICED = Pattern(r"^(?:[a-z]{3}|[$£€¥]) ?(?:/|per) ?(?:hr|hour|h|day|d|week|month|mo)$")
"""`AUD/hr`, `£/day`: a column of prices whose head names nothing else."""
ROW = "row"
"""The bullet of a row's first cell."""


def is_divided(text: str) -> bool:
    """Whether a line could have more than one cell."""
    return "  " in text or any_sign(_DIVIDERS, text)


def cells_of(text: str) -> list[tuple[int, int]]:
    """The cells of a line as half-open stretches: divided by tabs, upright strokes, or by two blanks and more; empty ones are left out."""
    if not is_divided(text):
        words = text.strip()
        first = len(text) - len(text.lstrip())
        return [(first, first + len(words))] if words else []
    edges = [0]
    for gap in _GAP.finditer(text):
        edges.extend(gap.span())
    edges.append(len(text))
    found: list[tuple[int, int]] = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        words = text[start:end]
        if words.strip():
            first = start + len(words) - len(words.lstrip())
            found.append((first, first + len(words.strip())))
    return found


_SKILLS = Pattern(
    r"^(?:(?:technical |key |required )?skills?(?: ?set)?|technolog(?:y|ies)|tools?|competenc(?:y|ies)|スキル|技術|スキル項目)$"
)
_YEARS = Pattern(
    r"^(?:min(?:imum)?\.? )?(?:(?:no\.?|number) of )?(?:years?|yrs\.?|yoe)(?: (?:of )?exp(?:erience|\.)?)?(?: (?:required|needed))?$"
    r"|^(?:必要)?(?:経験)?年数$"
)
_NEED = Pattern(r"^(?:required|mandatory|must(?: have)?|needed|required ?(?:/|or) ?(?:desired|preferred)|必須|必須 ?/ ?尚可|区分)[?]?$")


def matrix_of(text: str) -> tuple[int, int | None] | None:
    """Where the head row of a table of skills has its column of years, and of what is required; none for any other line."""
    heads = [text[start:end] for start, end in cells_of(text)]
    if len(heads) < 2 or not _SKILLS.match(heads[0]):
        return None
    years = next((place for place, head in enumerate(heads) if _YEARS.match(head)), None)
    need = next((place for place, head in enumerate(heads) if _NEED.match(head)), None)
    return None if years is None else (years, need)


def is_row(text: str) -> bool:
    """Whether a line is divided into columns."""
    return is_divided(text) and len(cells_of(text)) >= _LEAST_COLUMNS


_UNIT = Pattern(
    r"^(?P<name>[a-z][a-z /&.-]*?)[ /,-]*(?:\(?(?:in |per )?(?:[$£€¥₹]|[a-z]{3}|rs\.?|dhs?)?"
    r"(?: ?(?:/|per|p) ?(?:hr|hour|h|day|d|week|wk|month|mo|annum|yr|year)s?)?\)?"
    r"|\(?(?:in )?(?:years?|yrs?|months?|weeks?|wks?|days?|hrs?|hours?)\)?)$"
)
"""`salary sar / month`, `exp yrs`: what a column tells, with the unit of its cells."""


def _field_of_column(head: str) -> Field | None:
    """The field of a column, whose head may tell the unit of its cells."""
    if _PRICED.match(head):
        return Field.RATE
    if (field := field_of(head)) is not None:
        return field
    named = _UNIT.match(head)
    return field_of(named["name"]) if named else None


def columns_of(text: str) -> tuple[Field, ...]:
    """The fields of a head row, most of whose cells are known labels (a strange one is of no field); none for any other line."""
    cells = cells_of(text)
    if len(cells) < _LEAST_COLUMNS:
        return ()
    if any(OF_PEOPLE.match(text[start:end]) for start, end in cells):
        return ()
    fields = [_field_of_column(text[start:end]) for start, end in cells]
    if SERIAL.match(text[slice(*cells[0])]):
        fields[0] = Field.OTHER
    if fields.count(None) > len(fields) // _STRANGE:
        return ()
    known = tuple(field or Field.OTHER for field in fields)
    return tuple(Field.HEADCOUNT if field is Field.REFERENCE and field in known[:i] else field for i, field in enumerate(known))
