"""What an English item of a list names: `5+ years of hands-on Zorbium and Quill experience` → Zorbium, Quill."""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.patterns import Pattern

_YEARS = (
    r"(?:at least |minimum(?: of)? |min\.? |over |more than )?\d{1,2}(?: ?[-~] ?\d{1,2})? ?\+? ?"
    r"(?:years?|yrs?)'?(?: or more| minimum| min\.?)?"
)
_LEAD = Pattern(
    rf"(?i)^(?:{_YEARS}[ ,:-]*)?"
    r"(?:(?:hands[- ]on|strong|good|solid|proven|excellent|some|basic|advanced|deep|extensive|working|sound|practical|demonstrated|previous"
    r"|prior|recent|relevant|professional|commercial|minimum|any|an?|the|of|in|with) )*"
    r"(?:(?P<thing>experience|exp|knowledge|exposure|understanding|command|skills?|proficiency|proficient|expertise|familiarity|familiar"
    r"|background|competence|fluency|fluent|certified|trained)"
    r"(?: (?P<by>of|in|with|to|on|using|as|working with|working in|working on) |$))?"
    r"(?:(?:an?|the|our|using|working (?:with|in|on)|(?:good|strong|solid|recent|prior)) )*"
)
_TAIL = Pattern(
    rf"(?i)(?:(?: \d+ ?[a-z]{{0,3}})? (?:or|and|&) (?:above|below|higher|lower|better|newer|later|equivalent|similar|up|onwards))?"
    rf"(?:[ ,:(-]+(?:{_YEARS})(?: of)?)?"
    r"(?: (?:hands-on |work |working )?(?:experience|exp|knowledge|skills?|background|exposure|expertise))?"
    rf"(?:[ ,:(-]+(?:{_YEARS}))?[ ).]*$"
)
_PART = Pattern(r" (?:and/or|and|or|&) | ?/ ?")
_NAME = Pattern(r"^[A-Z0-9][\w.+#-]*(?: [A-Z0-9][\w.+#-]*){0,2}$|^[a-z]+[A-Z0-9][\w.+#-]*$")
_DOING = Pattern(
    r"^[a-z]+ing\b|\b(?:support|management|development|design|analysis|operations?|maintenance|administration|environments?|industry|sector"
    r"|domain|testing|work|service|services|delivery|planning|reporting|processing|handling|control|care|leadership|processes)$"
)


@dataclass(frozen=True, slots=True)
class Head:
    """A thing that an item names, half-open in the words, and whether it is a tool rather than a field of work."""

    start: int
    end: int
    tool: bool


def heads_in(written: str) -> Iterator[Head]:
    """The things that an item names, in its own case: each name of a row of names, else the whole without its years and praise."""
    lead = _LEAD.match(written)
    start = lead.end() if lead and lead.end() < len(written) else 0
    tail = _TAIL.search(written, start)
    end = tail.start() if tail and tail.start() > start else len(written)
    parts = list(_parts(written, start, end))
    if len(parts) > 1 and all(_NAME.match(written[first:last]) for first, last in parts):
        yield from (Head(first, last, tool=True) for first, last in parts)
        return
    words = written[start:end]
    asked = lead["by"].lower() if lead and start and lead["by"] else None
    spoken = end < len(written) and "exp" in written[end:].lower()
    named = bool(_NAME.match(words)) and (start > 0 or not spoken)
    named = named or asked in ("using", "with", "on", "working with") or (asked is None and " " not in words and not spoken)
    if words:
        yield Head(start, end, tool=named and not _DOING.search(words.lower()))


def beside_known(words: str, start: int, end: int) -> tuple[int, int] | None:
    """The other thing of `X or Known`, where `[start, end)` is what is known."""
    parts = list(_parts(words, 0, len(words)))
    free = [(first, last) for first, last in parts if last <= start or first >= end]
    if len(parts) != 2 or len(free) != 1 or " or " not in words:
        return None
    first, last = free[0]
    short = words[first:last].count(" ") <= 1 and words[first:last][:1].isalnum()
    return (first, last) if short and not _DOING.search(words[first:last].lower()) else None


def alone_behind(text: str, end: int, start: int) -> bool:
    """Whether a number that starts there is the item right behind: `Zorbium, at least 2 years`."""
    return start >= end and text[end:start].strip() == "," and start - end < 4


def _parts(written: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for mark in _PART.finditer(written, start, end):
        if mark.start() > at:
            yield at, mark.start()
        at = mark.end()
    if at < end:
        yield at, end
