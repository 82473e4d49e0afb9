"""Sentences about a configuration that cannot be used: what was expected, and what was probably meant."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

PLAIN_WORDS = {
    "str": "text in quotes",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
    "date": "a date such as 2026-09-01",
    "datetime": "a moment",
    "null": "nothing",
    "path": "a path in quotes",
}


def unknown_keys(table: Mapping[str, Any], kind: Any, where: str) -> Iterator[str]:  # noqa: ANN401 - a dataclass, for which there is no type
    """A fault for each key that a settings class does not have, also in tables inside."""
    known = {field.name: get_type_hints(kind)[field.name] for field in fields(kind)}
    for key, value in table.items():
        if key not in known:
            yield f"{where} {key} is unknown{suggestion(key, known)}"
        elif isinstance(value, dict) and (inner := next(filter(is_dataclass, _members(known[key])), None)) is not None:
            yield from unknown_keys(value, inner, f"{where} {key}:")


def _members(hint: object) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in {Union, UnionType} else (hint,)


def suggestion(word: str, known: Iterable[str]) -> str:
    """The end of a sentence about an unknown word: the nearest known one, else all."""
    names = sorted(known)
    near = get_close_matches(word, names, n=1)
    return f'; did you mean "{near[0]}"?' if near else f"; known are {', '.join(names)}"


def explained(error: str, kind: type) -> str:
    """A sentence of ours for one of msgspec: `Expected `float`, got `str` - at `$.min_confidence``."""
    what, _, place = error.partition(" - at `$")
    key = place.rstrip("`").lstrip(".")
    if what.startswith("Object missing required field"):
        missing = what.split("`")[1]
        return f"{key + ': ' if key else ''}{missing} is missing"
    if what.startswith("Invalid enum value") and (choices := _choices(kind, key)):
        said = what.removeprefix("Invalid enum value ").strip("'")
        return f'{key} is "{said}"{suggestion(said, choices)}'
    for token, word in PLAIN_WORDS.items():
        what = what.replace(f"`{token}`", word)
    return f"{key}: {what.replace('Expected', 'expected').replace('got', 'found')}"


def _choices(kind: type, key: str) -> tuple[str, ...]:
    hints = [hint for hint in _members(get_type_hints(kind).get(key)) if get_origin(hint) is Literal]
    return tuple(str(choice) for hint in hints for choice in get_args(hint))
