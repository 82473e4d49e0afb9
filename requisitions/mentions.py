"""Whom and what a mail speaks of in its own first words: the seat by its title, the asker by its name (DECISIONS.md D7)."""

from collections.abc import Iterable
from itertools import pairwise

from requisitions.titles import PLACE, normalise_title, title_words, weight_of
from requisitions.versions import LinkKeys
from requisitions.words import Mode

TELLING, _TELLING_TITLE = 1.0, 0.8
"""Weight of the words that a name or subject, or a title, needs to be a sign by itself: `support engineer` is one, `engineer` none."""
_GENERIC_LABELS = frozenset({"mail", "mails", "office", "group", "info"})
_LEAST_LABEL = 4
_MATTER = "の件"
NUMBER = "#"
"""What the number of a seat begins with in `LinkKeys.says`."""
_NOBODY = _GENERIC_LABELS | {"sales", "team", "desk", "jobs", "careers", "recruiting", "recruitment", "staffing", "admin", "noreply"}
"""What stands in the place of a person's name."""
_LEGAL_SIGNS = ("株式会社", "有限会社", "合同会社", "法人")
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
    return frozenset(name for name in found if title_words(name)[1] >= TELLING)


def people_in(name: str) -> frozenset[str]:
    """The parts of a sender's name: a memo says whom somebody spoke to (「曽根様より入電」) more often than for which firm."""
    pieces = (normalise_title(name) or "").split()
    return frozenset(piece for piece in pieces if piece not in _NOBODY and title_words(piece)[1] >= TELLING)


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
    words = _named(other)
    weight = weight_of(words)
    return weight if weight >= _TELLING_TITLE and words <= child.says else 0.0


def _named(other: LinkKeys) -> frozenset[str]:
    """The words of a title without its place."""
    places = places_of(other)
    return frozenset(word for word in title_words(other.title)[0] if not any(word in place for place in places))


def places_of(keys: LinkKeys) -> list[str]:
    """The places that a statement names."""
    return [word.removeprefix(PLACE) for word in keys.words if word.startswith(PLACE)]


def title_hinted(child: LinkKeys, other: LinkKeys) -> float:
    """Weight of those words of the title of a full text that `child` says, less where they are a small part of it."""
    words = frozenset() if other.mode is not Mode.FULL or borrows_its_name(other) else _named(other)
    said = weight_of(words & child.says)
    return said * said / weight_of(words) if said else 0.0


def place_spoken(child: LinkKeys, other: LinkKeys) -> bool:
    """Whether `child` says the place of `other`."""
    places = (title_words(place)[0] for place in places_of(other))
    return any(words and words <= child.says for words in places)


def number_spoken(child: LinkKeys, other: LinkKeys) -> bool:
    """Whether `child` names one seat by its number among several, and `other` is that one."""
    numbers = {word for word in child.says if word.startswith(NUMBER)}
    return other.mode is Mode.FULL and other.seats > 1 and numbers == {f"{NUMBER}{other.ordinal + 1}"}


def borrows_its_name(keys: LinkKeys) -> bool:
    """Whether its only name is the subject of a thread, which the first mail chose, maybe for another seat."""
    return answers(keys) and keys.title in {None, keys.subject}


def seat_names(name: str | None) -> frozenset[str]:
    """What a subject or title names: itself, and it without the words at both ends that tell of no seat (`change to …`, `…の件`)."""
    if title_words(name)[1] < TELLING:
        return frozenset()
    pieces = [piece.removesuffix(_MATTER) for piece in (name or "").split()]
    telling = [at for at, piece in enumerate(pieces) if title_words(piece)[0]]
    return frozenset({name or "", " ".join(pieces[telling[0] : telling[-1] + 1])})


def names_alone(keys: LinkKeys) -> frozenset[str]:
    """The names by which a subject alone can tell that it means this seat: its mail's subject, and the title of a full text."""
    if borrows_its_name(keys):
        return frozenset()
    titles = seat_names(keys.title) if keys.mode is Mode.FULL else frozenset()
    telling = keys.subject and keys.seats == 1 and title_words(keys.subject)[1] >= TELLING
    return titles | {keys.subject} if keys.subject and telling else titles


def answers(keys: LinkKeys) -> bool:
    """Whether a mail answers another by its ids."""
    return any(identifier != keys.message_id and not identifier.startswith("ti:") for identifier in keys.thread)


def asker_spoken(child: LinkKeys, other: LinkKeys) -> float:
    """Weight of the longest name of who asks in `other` that `child` says all of; 0 where it names nobody."""
    names = other.called | other.people
    return max((weight for words, weight in map(title_words, names) if words <= child.says), default=0.0)
