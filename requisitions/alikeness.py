"""What two statements have in common besides ids: titles, subjects, and the demands that they speak of (DECISIONS.md D7)."""

from requisitions.mentions import place_spoken, places_of, title_hinted, title_spoken
from requisitions.titles import likeness
from requisitions.versions import LinkKeys
from requisitions.words import Mode

_MOST_WORDS = 1.5
_PLACE = 0.6
"""What it tells that a mail says the place of a seat: something, but a greeting may name a branch there."""
SAME_TITLE = 0.75
_RELATED_TITLE = 0.5
_KIN, _AKIN, _ALIKE = 0.25, 0.5, 0.6
"""Parts of the demands in common: what a seat keeps when it changes much, what tells seats of one mail apart, what a resend has."""


def evidence(child: LinkKeys, other: LinkKeys) -> float:
    """How much speaks for an amendment being about `other`: 1 for an informative word of its title, or two demands, in common."""
    pairs = (likeness(ours, theirs) for ours in _names(child) for theirs in _names(other))
    titles = max((pair.shared * pair.contained for pair in pairs), default=0.0)
    titles = max(titles, title_spoken(child, other), title_hinted(child, other))
    words = sum(1.0 if word.startswith("role/") else 0.5 for word in child.words & other.words)
    return titles + min(words + (_PLACE if place_spoken(child, other) else 0.0), _MOST_WORDS)


def title_alike(child: LinkKeys, other: LinkKeys) -> float:
    """How alike the titles or subjects of two statements are, 0..1."""
    return max((likeness(ours, theirs).dice for ours in _names(child) for theirs in _names(other)), default=0.0)


def _names(keys: LinkKeys) -> set[str]:
    """Title and subject; the subject of several seats tells none of them."""
    names = {name for name in (keys.title, keys.subject) if name}
    return names if keys.seats == 1 else names - {keys.subject or ""}


def retold(child: LinkKeys, other: LinkKeys, *, same_thread: bool) -> float | None:
    """How surely a full text tells the seat of `other` again; null: it tells another seat."""
    if other.mode is Mode.AMENDMENT:
        return _caught_up(child, other, same_thread=same_thread)
    title, demands = likeness(child.title, other.title).dice, _shared_part(child, other)
    # One subject serves a broker for seat after seat, so where demands are told they must be alike too.
    if demands_apart(child, other):
        return None
    if not same_thread and _elsewhere(child, other):
        return None
    named = title >= SAME_TITLE or (same_thread and title >= _RELATED_TITLE)
    known = same_thread or title >= _RELATED_TITLE or child.title == other.title
    if not named and not (known and (demands or 0.0) >= _ALIKE):
        return None
    place = 0.01 if child.seats == other.seats > 1 and child.ordinal == other.ordinal else 0.0
    return round(0.6 + 0.19 * title + 0.2 * (_AKIN if demands is None else demands) + place, 2)


def demands_apart(child: LinkKeys, other: LinkKeys) -> bool:
    """Whether two full texts demand too little in common for one seat."""
    demands = _shared_part(child, other)
    return demands is not None and demands < (_KIN if child.seats == other.seats == 1 else _AKIN)


def _caught_up(child: LinkKeys, other: LinkKeys, *, same_thread: bool) -> float | None:
    """A full text that comes after its first amendment, or after the one that moved the seat to its place.

    One with a reference is left alone outside the thread: that amendment may be of any.
    """
    if child.reference and not other.reference and not same_thread:
        return None
    moved_there = same_thread or (places_of(child) and places_of(other) and not _elsewhere(child, other))
    named = title_alike(child, other) >= SAME_TITLE or (moved_there and title_spoken(other, child))
    return 0.65 if named else None


def _elsewhere(child: LinkKeys, other: LinkKeys) -> bool:
    """Whether both name a place and neither place holds the other: one text often serves for seats in two towns."""
    ours, theirs = places_of(child), places_of(other)
    return bool(ours and theirs) and not any(one in another or another in one for one in ours for another in theirs)


def _shared_part(child: LinkKeys, other: LinkKeys) -> float | None:
    """The part of the demands of both that both have (Jaccard); null where one side tells none."""
    if not child.words or not other.words:
        return None
    return len(child.words & other.words) / len(child.words | other.words)
