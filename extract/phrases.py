"""Lists of phrases kept as data: one file a module, one list a question, each joined into one RE2 pattern."""

import tomllib
from functools import cache
from importlib.resources import files

from extract.patterns import Pattern


@cache
def _lists(module: str) -> dict[str, list[str]]:
    return tomllib.loads(files("extract").joinpath(f"data/phrases/{module}.toml").read_text(encoding="utf-8"))


@cache
def phrases(module: str, name: str) -> Pattern:
    """The pattern of a list: any of its phrases, matched on folded text."""
    return Pattern("|".join(_lists(module)[name]))


def any_of(*patterns: Pattern) -> Pattern:
    """One pattern that tells whether any of several stands in a text: what is asked before each of them (DECISIONS.md D17)."""
    return Pattern("|".join(f"(?:{_NAME.sub('(', pattern.pattern)})" for pattern in patterns))


def in_any_line(pattern: Pattern) -> Pattern:
    """A pattern that tells whether another stands in any line of a text: asked once before each line is."""
    return Pattern(f"(?m){pattern.pattern}")


_NAME = Pattern(r"\(\?P<\w+>")
"""How a group with a name begins; a name may be given once in a pattern."""
