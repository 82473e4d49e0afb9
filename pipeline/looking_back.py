"""A requisition as of a day, or as it was known on a day: filter the statements, then fold (DECISIONS.md D6)."""

from collections import Counter
from dataclasses import replace
from datetime import datetime

from pipeline.refolding import standing, told_story
from requisitions.corrections import belonging, in_force, verdicts
from requisitions.linking import link
from requisitions.versions import Requisition
from requisitions.words import Review
from store import members, reading
from store.snapshot import Connection
from store.words import all_words


def looked_back(
    connection: Connection, requisition_id: str, *, as_of: datetime | None, known_at: datetime | None, min_confidence: float
) -> Requisition | None:
    """The requisition from what was stated before `as_of` and archived before `known_at`; null where nothing was.

    What was known may have hung together otherwise: the statements are linked again among themselves, and the largest part told.
    People's words count as of when they were entered.
    """
    (today,) = reading.requisitions(connection, [requisition_id])
    mails = {
        mail.sha256: mail
        for mail in today.mails
        if (as_of is None or mail.stated_at < as_of) and (known_at is None or mail.known_at < known_at)
    }
    keys = [one for one in members.member_keys(connection, [requisition_id])[requisition_id] if one.sha256 in mails]
    words = in_force(one for one in all_words(connection) if known_at is None or one.at < known_at)
    links = link(keys, belonging(words))
    if not links:
        return None
    largest = Counter(one.requisition_id for one in links).most_common(1)[0][0]
    kept = {one.statement_id for one in links if one.requisition_id == largest}
    stated = [one for one in members.members(connection, [requisition_id])[requisition_id] if one.statement_id in kept]
    keys = [one for one in keys if one.statement_id in kept]
    then = standing(told_story(largest, stated, words, min_confidence=min_confidence), stated, keys, [*mails.values()])
    told = {one.sha256 for one in keys}
    said = verdicts(words)
    changes = tuple(replace(one, review=said.get(one.change_id, Review.OPEN)) for one in then.history.changes)
    return replace(
        then,
        history=replace(then.history, changes=changes),
        followed=then.followed or today.followed,
        client=today.client,
        twin_of=today.twin_of,
        mails=tuple(mails[sha256] for sha256 in dict.fromkeys(one.sha256 for one in keys)),
        links=tuple(one for one in links if one.statement_id in kept),
        events=tuple(row for row in today.events if row.sha256 in told),
        flags=tuple(replace(row, review=said.get(row.flag_id, Review.OPEN)) for row in today.flags if row.sha256 in told),
    )
