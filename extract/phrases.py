"""Lists of phrases kept as data: one file a module, one list a question, each joined into one RE2 pattern."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import re2

Pattern = Any
"""A compiled RE2 pattern; the package ships no types."""


@cache
def _lists(module: str) -> dict[str, list[str]]:
    return tomllib.loads(files("extract").joinpath(f"data/phrases/{module}.toml").read_text(encoding="utf-8"))


@cache
def phrases(module: str, name: str) -> Pattern:
    """The pattern of a list: any of its phrases, matched on folded text."""
    return re2.compile("|".join(_lists(module)[name]))


def any_of(*patterns: Pattern) -> Pattern:
    """One pattern that tells whether any of several stands in a text: what is asked before each of them (DECISIONS.md D17)."""
    return re2.compile("|".join(f"(?:{_NAME.sub('(', pattern.pattern)})" for pattern in patterns))


_NAME = re2.compile(r"\(\?P<\w+>")
"""How a group with a name begins; a name may be given once in a pattern."""
