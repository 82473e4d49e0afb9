"""Whom and what a mail speaks of in its own first words: the seat by its title, the asker by its name (DECISIONS.md D7)."""

from collections.abc import Iterable
from itertools import pairwise

from requisitions.titles import PLACE, normalise_title, title_words, weight_of
from requisitions.versions import LinkKeys
from requisitions.words import Mode

_TELLING_NAME, _TELLING_TITLE = 1.0, 0.8
"""Weight of the words that a name or title needs to be a sign by itself: `support engineer` is one, `engineer` none."""
_GENERIC_LABELS = frozenset({"mail", "mails", "office", "group", "info"})
_LEAST_LABEL = 4
_LEGAL_SIGNS = ("株式会社", "有限会社", "合同会社")
_LEGAL_WORDS = frozenset({"inc", "ltd", "llc", "llp", "plc", "gmbh", "limited", "corp", "corporation", "株", "有", "同"})


def spoken_words(text: str) -> frozenset[str]:
    """The informative words of a text, Latin neighbours also joined: a domain writes them without a space."""
    pieces = (normalise_title(text) or "").split()
    joined = (one + other for one, other in pairwise(pieces) if (one + other).isascii() and not other.isdecimal())
    return title_words(" ".join([*pieces, *joined]))[0]


def names_of(domain: str, signature: Iterable[str]) -> frozenset[str]:
    """What an asker may be called: what its domain says, and the lines of its signature that have a legal form or that word."""
    label = _label(domain)
    found = {label}
    for line in signature:
        pieces = (normalise_title(line) or "").split()
        bare = " ".join(piece for piece in pieces if piece not in _LEGAL_WORDS)
        legal = len(bare.split()) < len(pieces) or any(sign in line for sign in _LEGAL_SIGNS)
        if "@" not in line and (legal or (label and bare.replace(" ", "").startswith(label))):
            found.add(bare)
    return frozenset(name for name in found if title_words(name)[1] >= _TELLING_NAME)


def _label(domain: str) -> str:
    """The telling word of a domain: `jute` of `mail.jute-01.co.jp`."""
    labels = [label.replace("_", "-").partition("-")[0].rstrip("0123456789") for label in domain.casefold().split(".")[:-1]]
    return next((label for label in reversed(labels) if len(label) >= _LEAST_LABEL and label not in _GENERIC_LABELS), "")


def name_key(name: str) -> str:
    """The word of a name that an index holds: whoever says all of the name says it."""
    return max(title_words(name)[0], key=lambda word: (len(word), word))


def title_spoken(child: LinkKeys, other: LinkKeys) -> float:
    """Weight of the title of a full text if `child` says all of it, else 0; its place, which many titles end with, may be left out."""
    if other.mode is not Mode.FULL or (other.ordinal and other.title == other.subject):
        # The subject of several seats names the first, if any, and stands in where a title could not be read.
        return 0.0
    places = [word.removeprefix(PLACE) for word in other.words if word.startswith(PLACE)]
    words = frozenset(word for word in title_words(other.title)[0] if not any(word in place for place in places))
    weight = weight_of(words)
    return weight if weight >= _TELLING_TITLE and words <= child.says else 0.0


def asker_spoken(child: LinkKeys, other: LinkKeys) -> float:
    """Weight of the longest name of who asks in `other` that `child` says all of; 0 where it names nobody."""
    return max((weight for words, weight in map(title_words, other.called) if words <= child.says), default=0.0)
