"""Talk pasted from a messenger: who said each line and when stands before the words, or on a line of its own above them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.labels import field_of
from extract.ownlines import OwnLine
from extract.patterns import Pattern

_TIME = (
    r"(?:(?:[0-9]{4}[/-])?[0-9]{1,2}[/-][0-9]{1,2}(?: ?\([^)\n]{1,4}\))?,?[ \t]+)?"
    r"(?:午前|午後) ?[0-9]{1,2}:[0-9]{2}|(?:(?:[0-9]{4}[/-])?[0-9]{1,2}[/-][0-9]{1,2}(?: ?\([^)\n]{1,4}\))?,?[ \t]+)?"
    r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[ap]m\b)?"
)
_NAME = r"[^\s:,、。~\[\]()<>/0-9-][^\s:,、。~\[\]()<>/]{0,15}(?: [^\s:,、。~\[\]()<>/0-9]{1,15}){0,2}?"
_HEAD = Pattern(
    rf"(?m)^[ \t]*(?:\[(?:{_TIME})\][ \t]*(?P<in_brackets>{_NAME})(?:[ \t]*:[ \t]*|[ \t]+|$)"
    rf"|(?:{_TIME})(?:\t[ \t]*|[ ]+)(?P<tabbed>{_NAME})(?:\t[ \t]*|[ ]*:[ \t]+)"
    rf"|(?:{_TIME})[ ]+(?P<spaced>[^\s:,、。~\[\]()<>/0-9-][^\s:,、。~\[\]()<>/]{{0,9}})[ ]+"
    rf"|(?P<before>{_NAME})[ \t]*(?:\[(?:{_TIME})\]|\((?:{_TIME})\))[ \t]*:?[ \t]*"
    rf"|(?P<above>{_NAME})[ \t]+(?:{_TIME})[ \t]*$)"
)
"""Heads in the layouts of LINE, Slack, Teams and their like, on folded text."""
_SURE = ("in_brackets", "tabbed", "before")
_ALL = (*_SURE, "spaced", "above")
_LEAST = 2
"""Heads of a talk."""


def speakers_in(text: str) -> frozenset[str]:
    """The names of those who talk in a folded text, where it is the paste of a talk; else none."""
    if ":" not in text:
        return frozenset()
    heads = [(kind, head[kind]) for head in _HEAD.finditer(text) if (kind := next((kind for kind in _ALL if head[kind]), None))]
    spoken = Counter(name for _, name in heads if field_of(name) is None)
    if len(heads) < _LEAST or not spoken:
        return frozenset()
    plain = any(kind not in _SURE for kind, _ in heads)
    return frozenset() if plain and (max(spoken.values()) < _LEAST or len(spoken) < _LEAST) else frozenset(spoken)


def head_of(line: str, speakers: frozenset[str]) -> tuple[str, int] | None:
    """Which of the speakers has a line and where its words begin behind the head; null where there is no head."""
    head = _HEAD.match(line)
    name = next((head[kind] for kind in _ALL if head[kind] in speakers), None) if head else None
    return (name, head.end()) if head and name else None


def said_in(lines: Iterable[OwnLine | None], text: str) -> Iterator[tuple[OwnLine | None, str, bool]]:
    """The lines of a folded text without heads, each with its speaker (empty outside a talk) and whether he begins with it.

    A head on a line of its own leaves none; a blank line below words ends what a speaker says.
    """
    speakers, speaker, fresh, spoke = speakers_in(text), "", False, False
    for line in lines:
        head = head_of(line.folded.text, speakers) if line is not None and speakers else None
        if head is not None and line is not None:
            (speaker, begins), fresh, spoke = head, True, False
            line = replace(line, folded=line.folded.cut(begins, len(line.folded.text)))  # noqa: PLW2901 (the same line, headless)
            if not line.folded.text.strip():
                continue
        elif line is None and spoke:
            speaker = ""
        yield line, speaker, fresh
        fresh, spoke = False, line is not None
