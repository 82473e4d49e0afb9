"""By which rule, and how surely, a statement goes on from another one: a look at these two alone (DECISIONS.md D7)."""

from datetime import timedelta

from requisitions.alikeness import SAME_TITLE, evidence, retold, title_alike
from requisitions.mentions import TELLING, answers, asker_spoken, borrows_its_name, names_alone, number_spoken, seat_names, title_spoken
from requisitions.titles import bare_reference, title_words
from requisitions.values import comparable
from requisitions.versions import LinkKeys
from requisitions.words import LinkRule, Mode

WINDOW = timedelta(days=180)
"""How far back an amendment looks for its seat by title. References and threads look back without end."""
RESEND_WINDOW = timedelta(days=90)
"""How far back a full text looks for an earlier one by title."""
LEAST_EVIDENCE = 0.7
"""How much two mails outside one thread must have in common."""

_RANKS = {LinkRule.TITLE: 1, LinkRule.THREAD: 2, LinkRule.REFERENCE: 3}
_SURE = 0.7
_SAME_MEMO = 0.9
_OLD, _BORROWED = 0.2, 0.1
"""What a title is worth less after long, and where the name is that of the thread."""

Claim = tuple[LinkRule, float]


def claim(child: LinkKeys, other: LinkKeys) -> Claim | None:
    """By which rule `other` claims to be the parent of `child`, and how surely."""
    same_reference = child.reference is not None and bare_reference(child.reference) == bare_reference(other.reference)
    if same_reference and same_asker(child, other):
        return LinkRule.REFERENCE, 1.0
    if same_reference and (child.own or other.own):
        return LinkRule.REFERENCE, 0.85
    if child.thread & other.thread and not (other.silent and not answers(other)):
        score = 0.95 if same_reference else _by_thread(child, other)
        if score is not None and (score >= _SURE or not child.silent):
            return LinkRule.THREAD, score
    score = None if other.silent else _by_subject(child, other) if child.silent else _by_title(child, other)
    return None if score is None else (LinkRule.TITLE, score)


def rank(rule: LinkRule, other: LinkKeys) -> int:
    """How much a rule counts before any score; a mail that nothing was read in may be of no seat, whatever answers it."""
    return _RANKS[LinkRule.TITLE if other.silent and rule is LinkRule.THREAD else rule]


def same_asker(one: LinkKeys, other: LinkKeys) -> bool:
    """Whether one and the same firm asks in both."""
    return not askers(one).isdisjoint(askers(other))


def askers(keys: LinkKeys) -> frozenset[str]:
    """Who asks: the sender's domain; in a mail of our own whom it goes to, or else anybody (`@own`)."""
    if keys.own:
        return keys.partners or frozenset({"@own"})
    return frozenset({keys.organisation} if keys.organisation else ())


def is_memo(keys: LinkKeys) -> bool:
    """Whether we wrote it to ourselves."""
    return keys.own and not keys.partners


def _by_thread(child: LinkKeys, other: LinkKeys) -> float | None:
    """One thread: sure with a mail of one seat, surer with the seat that the words name; of several seats the one that they speak of."""
    if child.mode is Mode.FULL:
        apart = not (child.own or other.own or same_asker(child, other))
        return None if apart else retold(child, other, same_thread=True)
    if (spoken := title_spoken(child, other)) and not borrows_its_name(other):
        return round(0.94 + 0.01 * min(spoken, 4.0), 2)
    if number_spoken(child, other):
        return 0.93
    told = min(evidence(child, other), 2.0)
    if other.seats == 1:
        return round((0.6 if other.silent else 0.7) + 0.1 * told, 2)
    place = 0.01 if child.ordinal == other.ordinal else 0.0
    return round((0.5 + 0.22 * told if told else 0.3) + place, 2)


def _by_subject(child: LinkKeys, other: LinkKeys) -> float | None:
    """A mail that nothing was read in, under a subject that names the seat and nothing else, of the same asker."""
    recent = child.stated_at - other.stated_at <= RESEND_WINDOW
    named = recent and not is_memo(child) and same_asker(child, other) and not seat_names(child.subject).isdisjoint(names_alone(other))
    return 0.75 if named else None


def _by_title(child: LinkKeys, other: LinkKeys) -> float | None:
    """The same asker, and words in common; with a mail of our own the asker's name, the same client or subject will do for the asker."""
    age = child.stated_at - other.stated_at
    same, named = same_asker(child, other), asker_spoken(child, other) if is_memo(child) and not other.own else 0.0
    if age > WINDOW or not (same or named or _about_the_same(child, other)):
        return None
    if child.mode is Mode.FULL:
        # What we wrote to another asker, or in answer to a mail, is of that seat; a memo alone is of any asker's, unless it says whose.
        loose = is_memo(other) and not answers(other)
        stray = other.own and not (same or child.own) and not (loose and asker_spoken(other, child))
        return None if age > RESEND_WINDOW or named or stray else retold(child, other, same_thread=False)
    told, spoken = min(evidence(child, other), 2.0), title_spoken(child, other)
    # Memos are of anybody's seats: what some words suffice for elsewhere takes the whole title there.
    memos = is_memo(child) and is_memo(other)
    least = _SAME_MEMO if memos else SAME_TITLE
    if told < LEAST_EVIDENCE or ((named or memos) and not (spoken or title_alike(child, other) >= least)):
        return None
    score = _of_a_memo(told, named, memos=memos) if named or memos else 0.45 + 0.2 * told
    score += (0.03 if child.sender and child.sender == other.sender else 0.0) + (0.02 if spoken else 0.0)
    score -= _BORROWED if borrows_its_name(other) else 0.0
    old = _OLD / 2 if spoken else _OLD
    return round(score - (old if age > RESEND_WINDOW else 0.0) - (0.0 if same or named else _OLD), 2)


def _of_a_memo(told: float, named: float, *, memos: bool) -> float:
    """Whom a memo names counts most: of two askers' seats of one title it is about the one whose name it says the longer part of."""
    return 0.4 + 0.15 * told if memos else 0.45 + 0.08 * told + 0.09 * min(named, 4.0)


def _about_the_same(child: LinkKeys, other: LinkKeys) -> bool:
    """Whether the client is the same, or the subject where one of the two is a memo, which tells nobody that asks."""
    if not (child.own or other.own):
        return False
    same_client = child.client and other.client and comparable(child.client) == comparable(other.client) != ""
    memo = is_memo(child) or is_memo(other)
    return bool(same_client or (memo and child.subject == other.subject and title_words(child.subject)[1] >= TELLING))
