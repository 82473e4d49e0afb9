"""Quotes in their clause: the sentence or line around the words that something was read from, cut out of the decoded mail.

The snapshot keeps no mail texts (DECISIONS.md D10), so whoever writes a page reads the mails of its rows from the archive again and
hands their messages in. What is cut out follows from the message alone, so the same archive and snapshot give the same page; where a
mail is gone, or its text is no longer what the offsets were counted in, the bare words stand there as before.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from reports.safety import QUOTE_LIMIT
from requisitions.messages import Message, SpanKind

Stretch = tuple[int, int]

_ENDS = frozenset("。！？!?")
_CLOSING = frozenset("」』）)”’\"'")
_BULLETS = frozenset("・●○■□◆◇◎※★☆▼▽＊*-–—−•>＞→⇒ \t　")
_COUNTED = frozenset(map(chr, (*range(0x2460, 0x2474), *range(0x2776, 0x2780))))
_SHORT_FORMS = frozenset({"mr", "ms", "mrs", "dr", "e.g", "i.e", "no", "approx", "min", "max", "vs", "inc", "ltd", "co"})
_WRAPPED = 56
"""Columns that a line has at least where its writer's program, and not its writer, ended it."""
_LABEL = 24
"""Characters that a label before a colon has at most."""
_MOST_LINES = 8
_JOINTS = frozenset(" 、,，・;；　\n")
_SNAP = 12
_NEAR = 4 * QUOTE_LIMIT
"""Characters around the words that are looked at: a line may be as long as a mail."""
_MOST_PLACES = 50
_NOT_OWN = frozenset({SpanKind.QUOTED, SpanKind.SIGNATURE, SpanKind.HEADER})


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a mail, and where they begin in its text, as far as that is known."""

    sha256: str
    words: str
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """Words with what stands around them in one sentence or line."""

    before: str
    words: str
    after: str
    cut_before: bool = False
    cut_after: bool = False


def clause_of(message: Message, place: Place, withheld: Sequence[Stretch] = ()) -> Clause | None:
    """The words at `place` in their clause, `QUOTE_LIMIT` characters at most; null where they do not stand in that text.

    Args:
        message: The mail.
        place: The words.
        withheld: Stretches of the text that the clause must keep clear of: conditions of age or sex are repeated nowhere.
    """
    start = _find(message, place)
    if start is None or not 0 < len(place.words) < QUOTE_LIMIT:
        return None
    text, end = message.text, start + len(place.words)
    low, high = _sentence(text, *_paragraph(text, start, end), start, end)
    low = _past_bullet(text, low, start)
    kept_low = max([low, *(b for _, b in withheld if b <= start and b > low)])
    kept_high = min([high, *(a for a, _ in withheld if a >= end and a < high)])
    if any(a < start < b or a < end < b for a, b in withheld):
        kept_low, kept_high = start, end
    near_low, near_high = _window(text, kept_low, kept_high, start, end)
    return Clause(text[near_low:start], place.words, text[end:near_high], near_low > low, near_high < high)


def _find(message: Message, place: Place) -> int | None:
    """Where the words begin: as told, else their first occurrence, in what the writer says before what he quotes."""
    if place.start is not None and message.text.startswith(place.words, place.start):
        return place.start
    found = list(islice(_occurrences(message.text, place.words), _MOST_PLACES))
    aside = [span for span in message.spans if span.kind in _NOT_OWN]
    own = (at for at in found if not any(span.start <= at < span.end for span in aside))
    return next(own, found[0] if found else None)


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))


def _paragraph(text: str, start: int, end: int) -> Stretch:
    """The line of the words with those that a mail program broke off before or behind it."""
    low = text.rfind("\n", 0, start) + 1
    high = _line_end(text, end)
    for _ in range(_MOST_LINES):
        above = text.rfind("\n", 0, max(0, low - 1)) + 1
        if low == 0 or not _goes_on(text[above : low - 1], text[low : _line_end(text, low)]):
            break
        low = above
    for _ in range(_MOST_LINES):
        begin = text.rfind("\n", 0, high) + 1
        if high == len(text) or not _goes_on(text[begin:high], text[high + 1 : _line_end(text, high + 1)]):
            break
        high = _line_end(text, high + 1)
    return max(low, start - _NEAR), min(high, end + _NEAR)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _goes_on(line: str, following: str) -> bool:
    """Whether a line goes on in the next: it is long or stops at a comma, and the next begins nothing of its own."""
    line, head = line.rstrip(), following.lstrip()[:_LABEL]
    if not line or not head or head[0] in _BULLETS or head[0] in _COUNTED or line[-1] in _ENDS or line[-1] in ".:：":
        return False
    if ":" in head or "：" in head:
        return False
    return line[-1] in "、,，" or _columns(line) >= _WRAPPED


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line)


def _sentence(text: str, low: int, high: int, start: int, end: int) -> Stretch:
    """The sentence of the words inside a paragraph."""
    for at in _sentence_ends(text, low, high):
        if at <= start:
            low = at
        elif at >= end:
            high = at
            break
    while low < start and text[low].isspace():
        low += 1
    while high > end and text[high - 1].isspace():
        high -= 1
    return low, high


def _sentence_ends(text: str, low: int, high: int) -> Iterator[int]:
    """The places behind the ends of sentences."""
    for at in range(low, high):
        if text[at] in _ENDS or (text[at] == "." and _is_full_stop(text, at)):
            yield next((end for end in range(at + 1, high) if text[end] not in _CLOSING), high)


def _is_full_stop(text: str, at: int) -> bool:
    """Whether a point ends a sentence, and no short form, initial, number or address."""
    if not text[at + 1 : at + 2].isspace() or text[at + 2 : at + 3].islower():
        return False
    word = text[max(0, at - 12) : at].rpartition(" ")[2].lstrip("([“‘'\"").casefold()
    return word not in _SHORT_FORMS and not (len(word.rpartition(".")[2]) == 1 and word[-1:].isalpha())


def _past_bullet(text: str, low: int, start: int) -> int:
    while low < start and (text[low] in _BULLETS or text[low] in _COUNTED):
        low += 1
    return low


def _window(text: str, low: int, high: int, start: int, end: int) -> Stretch:
    """As much of a clause as fits around the words, cut at a joint where one is near."""
    room = QUOTE_LIMIT - (end - start)
    if high - low <= QUOTE_LIMIT:
        return low, high
    left = max(low, start - max(room // 2, room - (high - end)))
    right = min(high, end + room - (start - left))
    if left > low:
        left = next((at + 1 for at in range(left, min(left + _SNAP, start)) if text[at] in _JOINTS), left)
    if right < high:
        right = next((at for at in range(right, max(right - _SNAP, end), -1) if text[at] in _JOINTS), right)
    return left, right


class Quotes:
    """The mails that a page quotes, and what of them it keeps to itself."""

    def __init__(self, messages: Mapping[str, Message], withheld: Mapping[str, Sequence[Stretch]]) -> None:
        """Take the messages, and the stretches to keep clear of, by the mails' sha256."""
        self._messages = messages
        self._withheld = withheld

    def clause(self, place: Place, *, folded: bool = False) -> Clause | None:
        """The words in their clause; null where their mail is not at hand. Where the reader unfolds it, nothing is withheld."""
        message = self._messages.get(place.sha256)
        return None if message is None else clause_of(message, place, () if folded else self._withheld.get(place.sha256, ()))
