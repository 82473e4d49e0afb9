"""A vocabulary file as it is written, judged entry by entry.

The form, for our files and a company's own alike::

    [skill]                                     # the category
    spring-data = ["Spring Data", "SpringData JPA"]  # key = label, further spellings
    box = ["Box?", "Box.com"]                   # a trailing ? marks a spelling that is an everyday word too

    [skill.public-cloud]                        # a kind: of two around a bare slash (AWS/Azure) one is enough
    aws = ["AWS", "Amazon Web Services"]
"""

import hashlib
import string
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from requisitions.words import Category

_DOUBT = "?"
_TRAPS = "traps"
_LONGEST = 80
_KEY_SIGNS = frozenset(string.ascii_lowercase + string.digits + "-")
SECTIONS = (
    Category.SKILL,
    Category.EXPERIENCE,
    Category.QUALIFICATION,
    Category.LANGUAGE,
    Category.TRAIT,
    Category.ROLE,
    Category.CONTRACT,
)
"""The categories that a vocabulary file may have."""
_CATEGORIES = {category.value: category for category in SECTIONS}


class VocabularyError(ValueError):
    """A vocabulary file that cannot be used: says where, what, and what to do."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a term."""

    text: str
    ambiguous: bool
    """The spelling is an everyday word, or several things, too: context decides."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a vocabulary file."""

    category: Category
    key: str
    group: str
    spellings: tuple[Spelling, ...]
    """Label first. Empty: the file switches the term off."""
    place: str
    """File and line, for messages."""


@dataclass(frozen=True, slots=True)
class Listing:
    """All lines of a vocabulary file."""

    entries: tuple[Listed, ...]
    traps: tuple[str, ...]
    sha256: bytes
    """Of the file's content."""


def read_listing(path: Path) -> Listing:
    """A company's file.

    Raises:
        VocabularyError: it cannot be read, or an entry of it cannot be used.
    """
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise VocabularyError(f"The vocabulary file {path} cannot be read ({fault.strerror}): correct [extract] vocabulary.") from fault
    return parse_listing(str(path), content)


def parse_listing(name: str, content: bytes) -> Listing:
    """Judge a file's content.

    Raises:
        VocabularyError: it is no TOML, or an entry of it cannot be used.
    """
    try:
        text = content.decode("utf-8")
        tables = tomllib.loads(text)
    except UnicodeDecodeError as fault:
        raise VocabularyError(f"{name} is not UTF-8 (byte {fault.start}): save it as UTF-8.") from fault
    except tomllib.TOMLDecodeError as fault:
        raise VocabularyError(f"{name} is no TOML: {fault}.") from fault
    traps = tables.pop(_TRAPS, [])
    if not isinstance(traps, list) or not all(isinstance(phrase, str) and phrase.strip() for phrase in traps):
        raise VocabularyError(f"{name}: traps must be a list of phrases in quotes.")
    return Listing(tuple(_entries(_Places(name, text), tables)), tuple(traps), hashlib.sha256(content).digest())


def _entries(places: "_Places", tables: dict[str, object]) -> Iterator[Listed]:
    for title, table in tables.items():
        category = _CATEGORIES.get(title)
        if category is None or not isinstance(table, dict):
            known = ", ".join(_CATEGORIES)
            raise VocabularyError(f"{places.of(title)}: [{title}] is no category of terms: use one of {known}, or traps.")
        for key, value in table.items():
            grouped = value if isinstance(value, dict) else {key: value}
            group = key if isinstance(value, dict) else ""
            for term, spellings in grouped.items():
                yield _judged(category, term, group, spellings, places.of(title, group, term))


def _judged(category: Category, key: str, group: str, spellings: object, place: str) -> Listed:
    if not key or not _KEY_SIGNS.issuperset(key) or not all(key.split("-")):
        raise VocabularyError(f"{place}: the key {key!r} must be lower-case ASCII letters and digits, joined by single hyphens.")
    if not isinstance(spellings, list) or not all(isinstance(spelling, str) for spelling in spellings):
        raise VocabularyError(f'{place}: {key} needs a list of spellings, the label first: {key} = ["Label", "other spelling"].')
    found = tuple(Spelling(text.removesuffix(_DOUBT).strip(), text.endswith(_DOUBT)) for text in spellings)
    if any(not spelling.text or len(spelling.text) > _LONGEST for spelling in found):
        raise VocabularyError(f"{place}: {key} has a spelling that is empty or longer than {_LONGEST} characters: remove it.")
    return Listed(category, key, group, found, place)


class _Places:
    """File and line of each table, and of each key of a table."""

    def __init__(self, name: str, text: str) -> None:
        self._name = name
        self._lines: dict[str, int] = {}
        table = ""
        for number, line in enumerate(text.splitlines(), 1):
            if line.startswith("["):
                table = line[1:].partition("]")[0]
                self._lines.setdefault(table.partition(".")[0], number)
            key = line.partition("=")[0].strip(' \t"')
            self._lines.setdefault(f"{table}.{key}" if table else key, number)

    def of(self, *parts: str) -> str:
        """The place of a table or key; the file alone where it is written in another way."""
        key = ".".join(part for part in parts if part)
        return f"{self._name} line {self._lines[key]}" if key in self._lines else self._name
