"""Whose statement is it? Each has at most one parent, and the first of the chain is the requisition (DECISIONS.md D7).

Three laws make links independent of the order in which mails arrive: a score reads two statements only, never a version;
threads meet by directly shared ids; a parent is earlier in fold order, whenever it was stored.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from requisitions.alikeness import SAME_TITLE, demands_apart, evidence, title_alike
from requisitions.claims import LEAST_EVIDENCE, RESEND_WINDOW, WINDOW, askers, claim, is_memo, rank, same_asker
from requisitions.corrections import NOTHING_SAID, Belonging
from requisitions.joining import joined, root_link
from requisitions.mentions import TELLING, asker_spoken, name_key, names_alone, seat_names, title_spoken
from requisitions.statements import Statement
from requisitions.titles import PLACE, bare_reference, normalise_reference, normalise_subject, normalise_title, title_words
from requisitions.values import comparable
from requisitions.versions import Link, LinkKeys
from requisitions.words import Category, LinkRule, Mode

_WORDY = frozenset({Category.ROLE, Category.SKILL, Category.EXPERIENCE, Category.QUALIFICATION, Category.LANGUAGE})
WINDOWED = ("f:", "c:", "s:", "n:")
"""Prefixes of the index keys that count within `WINDOW` only."""

__all__ = [
    "RESEND_WINDOW",
    "WINDOW",
    "WINDOWED",
    "best_parent",
    "content_words",
    "fold_order",
    "keys_of",
    "link",
    "normalise_reference",
    "normalise_subject",
    "normalise_title",
]

Order = tuple[datetime, str, int]


def content_words(statement: Statement) -> frozenset[str]:
    """What a statement speaks of beyond its terms: `category/key` of what a person must be or know, and the place."""
    words = {f"{demand.category}/{demand.key}" for demand in statement.requirements if demand.category in _WORDY}
    places = (demand.text for demand in statement.requirements if demand.category is Category.LOCATION and demand.text)
    return frozenset(words | {f"{PLACE}{comparable(place)}" for place in places})


def fold_order(keys: LinkKeys) -> Order:
    """The place of a statement in fold order (D6)."""
    return (keys.stated_at, keys.sha256, keys.ordinal)


def keys_of(keys: LinkKeys) -> frozenset[str]:
    """Index keys of a statement: a parent and its child share one at least, so a store can join on them.

    `t:` an id of its thread, `r:` its reference; and of those within `WINDOW` only: `f:` who asks, `c:` the client, `s:` a subject
    that says something, `n:` a word of what the asker is called, and every word of a memo, which may call him that. A mail that
    nothing was read in has few of them, because most such mails are of no seat.
    """
    found = {f"t:{identifier}" for identifier in keys.thread}
    if keys.silent:
        return frozenset(found | {f"s:{name}" for name in seat_names(keys.subject)})
    if reference := bare_reference(keys.reference):
        found.add(f"r:{reference}")
    found |= {f"f:{asker}" for asker in askers(keys)}
    found |= {f"n:{word}" for word in (keys.says if is_memo(keys) else map(name_key, keys.called | keys.people))}
    if keys.client and (client := comparable(keys.client)):
        found.add(f"c:{client}")
    if keys.subject and title_words(keys.subject)[1] >= TELLING:
        found.add(f"s:{keys.subject}")
    return frozenset(found | {f"s:{name}" for name in names_alone(keys)})


def best_parent(child: LinkKeys, earlier: Iterable[LinkKeys]) -> tuple[LinkKeys, LinkRule, float] | None:
    """The statement that `child` goes on from, with the rule and the score; null: it founds a requisition.

    Args:
        child: The statement in question.
        earlier: At least all that share an index key with it; others, and later ones, are passed over.
    """
    candidates = [other for other in earlier if _may_precede(other, child)]
    claims = [(rank(made[0], other), made[1], fold_order(other), other, made[0]) for other in candidates if (made := claim(child, other))]
    if child.mode is Mode.FULL and any(_refuses(child, other) for other in candidates):
        claims = [made for made in claims if made[4] is LinkRule.REFERENCE or not _catches_up(child, made[3])]
    if claims:
        _, score, _, parent, rule = max(claims, key=lambda made: made[:3])
        return parent, rule, score
    seat = _only_seat(child, candidates) if child.mode is Mode.AMENDMENT and child.founds else None
    return None if seat is None else (seat, LinkRule.TITLE, 0.4)


def _refuses(child: LinkKeys, other: LinkKeys) -> bool:
    """Whether an earlier full text of that title and asker demands something else: amendments to it then are no way in."""
    if other.mode is not Mode.FULL or child.stated_at - other.stated_at > RESEND_WINDOW or claim(child, other):
        return False
    if is_memo(child) and not other.own:
        return bool(asker_spoken(child, other) and title_spoken(child, other))
    same_title = child.title == other.title or title_alike(child, other) >= SAME_TITLE
    return same_title and same_asker(child, other) and demands_apart(child, other)


def _catches_up(child: LinkKeys, other: LinkKeys) -> bool:
    """Whether a full text would join an amendment by its title alone."""
    return other.mode is Mode.AMENDMENT and (child.reference is None or child.reference != other.reference)


def _may_precede(other: LinkKeys, child: LinkKeys) -> bool:
    return fold_order(other) < fold_order(child) and other.sha256 != child.sha256 and not _conflict(other, child)


def _conflict(one: LinkKeys, other: LinkKeys) -> bool:
    references = bare_reference(one.reference), bare_reference(other.reference)
    return None not in references and references[0] != references[1]


def _only_seat(child: LinkKeys, candidates: Iterable[LinkKeys]) -> LinkKeys | None:
    """The one seat that the asker, or failing that the writer, told of in the window: an amendment always looks for a parent.

    A memo names its asker, and must have something in common with his only seat.
    """
    told = [other for other in candidates if other.mode is Mode.FULL and child.stated_at - other.stated_at <= RESEND_WINDOW]
    seats = [other for other in told if same_asker(child, other)]
    writers = [other for other in seats if child.sender and other.sender == child.sender]
    named = [other for other in told if is_memo(child) and not other.own and asker_spoken(child, other)]
    for group in (writers, named) if child.own else (seats, writers):
        latest = max(group, key=fold_order, default=None)
        alone = latest is not None and latest.seats == 1 and all(_same_seat(latest, other) for other in group if other is not latest)
        if latest is not None and alone and (group is not named or evidence(child, latest) >= LEAST_EVIDENCE):
            return latest
    return None


def _same_seat(latest: LinkKeys, other: LinkKeys) -> bool:
    return _may_precede(other, latest) and claim(latest, other) is not None


def link(statements: Iterable[LinkKeys], said: Belonging = NOTHING_SAID) -> tuple[Link, ...]:
    """The links of a whole archive, in fold order; a requisition none of whose statements may found one is left out.

    Args:
        statements: All of them.
        said: What people said about which belongs where.
    """
    index: defaultdict[str, list[LinkKeys]] = defaultdict(list)
    links: dict[str, Link] = {}
    known: dict[str, LinkKeys] = {}
    for child in sorted(statements, key=fold_order):
        found = None if child.statement_id in said.cut else _found(child, index)
        for key in keys_of(child):
            index[key].append(child)
        known[child.statement_id] = child
        if found is None:
            links[child.statement_id] = root_link(child, said)
        else:
            parent, rule, score = found
            root = links[parent.statement_id].requisition_id
            links[child.statement_id] = Link(child.statement_id, root, parent.statement_id, rule, score)
    links = _joined(links, known, said)
    founded = {links[name].requisition_id for name, keys in known.items() if keys.founds}
    return tuple(link for link in links.values() if link.requisition_id in founded)


def _joined(links: Mapping[str, Link], known: Mapping[str, LinkKeys], said: Belonging) -> dict[str, Link]:
    """The links with those requisitions as one that people say are."""
    roots = {name: known[links[name].requisition_id] for name in sorted(said.cited & links.keys())}
    order = [name for name in links if name in {root.statement_id for root in roots.values()}]
    again = joined(said, roots, order)
    moved = {name: link.requisition_id for name, link in again.items()}
    return {
        name: again.get(name) or replace(link, requisition_id=moved.get(link.requisition_id, link.requisition_id))
        for name, link in links.items()
    }


def _found(child: LinkKeys, index: Mapping[str, list[LinkKeys]]) -> tuple[LinkKeys, LinkRule, float] | None:
    """As `best_parent` of all candidates; most have a reference or thread, and need no look at what else their asker wrote."""
    keys = sorted(keys_of(child))
    found = best_parent(child, _candidates(child, index, [key for key in keys if not key.startswith(WINDOWED)]))
    sure = found is not None and found[1] is not LinkRule.TITLE and not found[0].silent
    if found is not None and sure and not (child.mode is Mode.FULL and _catches_up(child, found[0])):
        return found
    return best_parent(child, _candidates(child, index, keys))


def _candidates(child: LinkKeys, index: Mapping[str, list[LinkKeys]], keys: Iterable[str]) -> Iterator[LinkKeys]:
    """The earlier statements that share a key, each once, the window cut by bisection."""
    seen: set[str] = set()
    for key in keys:
        known = index.get(key, [])
        start = bisect_left(known, child.stated_at - WINDOW, key=lambda other: other.stated_at) if key.startswith(WINDOWED) else 0
        for other in known[start:]:
            if other.statement_id not in seen:
                seen.add(other.statement_id)
                yield other
