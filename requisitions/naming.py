"""Titles of seats as people are shown them: the mail's own characters, without what mail programs and senders put around them."""

from itertools import takewhile

from requisitions.titles import normalise_reference, title_words, without_marks
from requisitions.titlewords import SHOUTS, STATE_MARKS, TRAILING_WORDS

LONGEST = 120

_UPPER = {small: small - 0x20 for small in range(ord("a"), ord("z") + 1)}
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_PAIRS = {
    "【": "】",
    "[": "]",
    "(": ")",
    "<": ">",
    "《": "》",
    "≪": "≫",
    "「": "」",
    "『": "』",
    "〔": "〕",
    "★": "★",
    "☆": "☆",
    "■": "■",
    "◆": "◆",
}
_JOINTS = " -–—―|/:,、・_~〜"
_NUMBERED = "".join(map(chr, range(0x2460, 0x2474)))
_ASKING = ("につきまして", "について", "の件", "のお願い", "のご依頼", "のご相談", "のご紹介", "のご案内", "お願い")
_SEEKING = ("募集", "急募", "要員募集")


def shown_title(title: str, reference: str | None = None, *, sender: str = "") -> str | None:
    """A title or subject without its decoration; null where nothing is left.

    Args:
        title: As a label, a heading or a subject gives it.
        reference: The seat's own, which is shown beside its title anyway.
        sender: Who wrote the mail: a bracket with the writer's name is none of the seat's.
    """
    text = _without_reference(_mark_before(" ".join(title.split()), sender), reference)
    while (shorter := _shorter(text, sender)) != text:
        text = shorter
    return text[:LONGEST].strip() or None


def _narrow(text: str) -> str:
    """The same with signs of one width, each in its place."""
    return text.translate(_NARROW)


def _without_reference(text: str, reference: str | None) -> str:
    """Take the reference out wherever it stands, with the bracket around it and other references in there."""
    wanted = normalise_reference(reference)
    narrow = _narrow(text)
    start = -1 if wanted is None else narrow.translate(_UPPER).find(wanted)
    if wanted is None or start < 0:
        return text
    end = start + len(wanted)
    opening, close = narrow.rfind("(", 0, start), narrow.find(")", end)
    others = (narrow[opening + 1 : start] + narrow[end:close]).strip(_JOINTS)
    if 0 <= opening < close and (not others or any(map(str.isdecimal, others))):
        start, end = opening, close + 1
    before, after = text[:start].rstrip(), text[end:].lstrip()
    if before and after and after[0] not in _JOINTS:
        before = before.rstrip(_JOINTS)
    space = "" if _narrow(after[:1]) in _PAIRS.values() else " "
    return f"{before}{space}{after}".strip(_JOINTS)


def _shorter(text: str, sender: str) -> str:
    """The text with one piece of decoration less, or itself; what tells the seat is never taken."""
    for without in (_mark_before, _bracket_before, _bracket_behind, _clause_before, _clause_behind, _place_behind, _asking_behind):
        rest = without(text, sender).strip(_JOINTS).lstrip(_NUMBERED)
        if rest and rest != text:
            return rest
    return text


def _mark_before(text: str, _: str) -> str:
    return text[len(text) - len(without_marks(_narrow(text))) :]


def _bracket_before(text: str, sender: str) -> str:
    close = _PAIRS.get(_narrow(text[:1]))
    end = _narrow(text).find(close, 1) if close else -1
    if end < 0:
        return text
    inside, rest = text[1:end], text[end + 1 :]
    if not rest.strip(_JOINTS):
        return inside
    return rest if _is_aside(inside, sender) else text


def _bracket_behind(text: str, sender: str) -> str:
    narrow = _narrow(text)
    start = next((narrow.rfind(opening) for opening, close in _PAIRS.items() if narrow.endswith(close)), -1)
    if start < 0:
        return text
    inside, rest = text[start + 1 : -1], text[:start]
    if _is_aside(inside, sender):
        return rest
    return inside if rest and not title_words(_words(rest))[0] else text


def _clause_before(text: str, sender: str) -> str:
    """`New opening: Welder`, `要員募集のお願い（髙遠） 生産管理`: words before a joint that tell nothing."""
    narrow = _narrow(text)
    for joint in (": ", " - ", " – ", ":", ")", " "):
        head, found, rest = narrow.partition(joint)
        if not found or not rest or (joint in {")", " "} and head.isascii()):
            continue
        start, opening, aside = head.rpartition("(") if joint == ")" else (head, "", "")
        if _says_nothing(start) and (not opening or _is_aside(aside, sender)):
            return text[len(text) - len(rest) :]
    return text


def _clause_behind(text: str, _: str) -> str:
    """`Welder – still open`."""
    narrow = _narrow(text)
    for joint in (" - ", " – ", " — ", ": ", ", "):
        head, found, tail = narrow.rpartition(joint)
        if found and all(word in TRAILING_WORDS for word in tail.casefold().replace("-", "").strip("!.").split()):
            return text[: len(head)]
    return text


def _place_behind(text: str, _: str) -> str:
    """`溶接工／大阪／12月開始`: in a row of slashes the seat comes first, then where and when."""
    parts = _narrow(text).split("/")
    if len(parts) > 2 and any(_is_month(part) for part in parts[1:]):
        return text[: len(parts[0])]
    return text


def _is_month(text: str) -> bool:
    digits = "".join(takewhile(str.isdecimal, text.strip()))
    return bool(digits) and text.strip()[len(digits) :].startswith("月")


def _asking_behind(text: str, _: str) -> str:
    """`溶接工募集のお願い`."""
    for words in _ASKING:
        if text.endswith(words):
            rest = text.removesuffix(words)
            bare = next((rest.removesuffix(word) for word in _SEEKING if rest.endswith(word)), rest)
            return bare if title_words(_words(bare))[0] else text
    return text


def _says_nothing(words: str) -> bool:
    """Whether words before or behind a title tell what became of it, and nothing of the seat."""
    bare = _narrow(words).casefold().strip(_JOINTS)
    return bare in STATE_MARKS or bare in SHOUTS or not title_words(_words(bare))[0]


def _is_aside(words: str, sender: str) -> bool:
    """Whether a bracket holds no more than that, or the writer's own name."""
    bare = _narrow(words).casefold().strip(_JOINTS)
    return _says_nothing(words) or bare in _narrow(sender).casefold()


def _words(text: str) -> str:
    """The text as `title_words` takes it."""
    return "".join(sign if sign.isalnum() or sign in "+#" else " " for sign in _narrow(text).casefold())


def without_name(title: str, name: str) -> str:
    """A title without the name of the client at its end or beginning, which is shown beside it; never nothing."""
    narrow, wanted = _narrow(title).casefold(), _narrow(name).casefold()
    if len(narrow) != len(title):
        return title
    if wanted and narrow.endswith(wanted) and title[-len(wanted) - 1 : -len(wanted)] in _JOINTS:
        title = title[: -len(wanted)].rstrip(_JOINTS) or title
    elif wanted and narrow.startswith(wanted) and title[len(wanted) : len(wanted) + 1] in _JOINTS:
        title = title[len(wanted) :].lstrip(_JOINTS) or title
    return title
