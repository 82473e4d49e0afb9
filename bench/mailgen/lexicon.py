"""The generator's own words: nothing here is shared with the extractor."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHORT = {"qual": "qualification", "exp": "experience", "lang": "language", "skilly": "skill"}
"""Slot names that are shorter than their category."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something that can be demanded by name."""

    category: str
    slugs: tuple[str, ...]
    names: tuple[str, ...]
    also: str | None = None
    """Another category that a careful reader may give."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key that is right: the slugs first, then the spellings."""
        return tuple(dict.fromkeys((*self.slugs, *self.names)))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language."""

    language: str
    tables: Mapping[str, Mapping[str, Sequence[str] | str]]

    def words(self, table: str, name: str) -> tuple[str, ...]:
        """A plain list, empty where there is none."""
        found = self.tables[table].get(name, ())
        return (found,) if isinstance(found, str) else tuple(found)

    def items(self, category: str, trade: str, market: str) -> tuple[Item, ...]:
        """What can be demanded in a line of business."""
        rows = self.words(category, trade) or self.words(category, market) or self.words(category, "all")
        if category == "contract" and not rows:
            rows = self.words(category, "office")
        return tuple(_item(category, row) for row in rows)


def _item(category: str, row: str) -> Item:
    slugs, *names = row.split("|")
    also, _, slugs = slugs.rpartition("~")
    return Item(category, tuple(slugs.split(",")), tuple(names), also or None)


@cache
def load_lexicon(language: str) -> Lexicon:
    """The words of a language.

    Raises:
        FileNotFoundError: the language has none.
    """
    return Lexicon(language, tomllib.loads((HERE / f"lexicon_{language}.toml").read_text(encoding="utf-8")))
