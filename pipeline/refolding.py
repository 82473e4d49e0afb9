"""Touched requisitions folded again from all their statements, and told as they stand now (DECISIONS.md D12, D3)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from pipeline.settings import Settings
from requisitions.corrections import Entered, WordKind, reread
from requisitions.folding import fold
from requisitions.linking import normalise_reference
from requisitions.messages import Address
from requisitions.naming import shown_title
from requisitions.parties import Parties, same_company
from requisitions.versions import Change, History, LinkKeys, Mail, Requisition, Stated
from requisitions.words import LinkRule, Mode, Status
from store import members, writing
from store.snapshot import Connection

UNTOLD = Parties()


def refold(connection: Connection, requisition_ids: Iterable[str], settings: Settings, words: Sequence[Entered] = ()) -> list[Change]:
    """Fold these requisitions and write them; one that no statement may found any more goes. Returns all their changes.

    `words` are those of people that are in force: a reading that they put right enters the fold as they say.
    """
    wanted = sorted(requisition_ids)
    keys = members.member_keys(connection, wanted)
    stated = members.members(connection, wanted)
    founded = [one for one in wanted if any(member.founds for member in keys.get(one, ()))]
    gone = [one for one in wanted if one not in set(founded)]
    writing.drop_links(connection, [member.statement_id for one in gone for member in keys.get(one, ())])
    writing.drop_requisitions(connection, gone)
    bare = members.bare_mails(connection, founded)
    mails = [mail for one in founded for mail in (*(member.mail for member in stated[one]), *bare.get(one, ()))]
    _mark_revised(connection, [member for one in founded for member in keys[one]], mails)
    by_statement = _by_statement(words)
    whole = [_standing(one, (stated[one], keys[one], bare.get(one, ())), settings, by_statement) for one in founded]
    writing.put_requisitions(connection, whole)
    return [change for requisition in whole for change in requisition.history.changes]


def _standing(
    requisition_id: str,
    members_of_it: tuple[Sequence[Stated], Sequence[LinkKeys], Sequence[Mail]],
    settings: Settings,
    words: Mapping[str, list[Entered]],
) -> Requisition:
    stated, keys, bare = members_of_it
    said = [one for member in stated for one in words.get(member.statement_id, ())]
    history = told_story(requisition_id, stated, said, min_confidence=settings.extract.min_confidence)
    return standing(history, stated, keys, bare, parties=settings.parties, watch=settings.reports.watch)


def _by_statement(words: Iterable[Entered]) -> Mapping[str, list[Entered]]:
    """What people said of readings, by the statement that they spoke of."""
    found: defaultdict[str, list[Entered]] = defaultdict(list)
    for one in words:
        if one.word.kind is WordKind.CORRECT:
            found[one.word.about.statement_id].append(one)
    return found


def told_story(requisition_id: str, stated: Sequence[Stated], words: Iterable[Entered], *, min_confidence: float) -> History:
    """The story of a requisition from its statements as people say that they read."""
    told, corrected = reread(stated, words)
    return replace(fold(requisition_id, told, min_confidence=min_confidence), corrected=corrected)


def standing(
    history: History,
    stated: Sequence[Stated],
    keys: Sequence[LinkKeys],
    bare: Sequence[Mail] = (),
    *,
    parties: Parties = UNTOLD,
    watch: Sequence[str] = (),
) -> Requisition:
    """A requisition as it stands, from its story and its members in fold order; `bare` are its mails that state nothing."""
    references = (member.statement.reference for member in stated if member.statement.reference)
    aliases = dict.fromkeys([*(member.statement_id for member in keys), *references])
    full = [member for member in stated if member.statement.mode is Mode.FULL]
    latest_first = [member.statement for member in (*reversed(full), *stated)]
    reference = next((statement.reference for statement in latest_first if statement.reference), None)
    confirming = set(history.confirmations)
    own = {member.sha256 for member in keys if member.own}
    letters = [mail for mail in (*(member.mail for member in stated), *bare) if mail.sha256 in own]
    owner = max(letters, key=lambda mail: (mail.stated_at, mail.sha256)).sender if letters else None
    client = _client(stated, own, parties)
    people = (owner or "", *(mail.sender_address for mail in (*(member.mail for member in stated), *bare)))
    return Requisition(
        requisition_id=history.requisition_id,
        aliases=tuple(aliases),
        reference=reference,
        title=_title((*full, *stated), reference),
        client=client,
        status=history.versions[-1].status if history.versions else Status.OPEN,
        followed=bool(own) or is_watched((*aliases, *people), client, watch),
        owner=owner,
        twin_of=None,
        first_seen_at=stated[0].mail.stated_at,
        last_changed_at=max((change.stated_at for change in history.changes), default=None),
        last_confirmed_at=max((member.mail.stated_at for member in stated if member.mail.sha256 in confirming), default=None),
        history=history,
        mails=tuple({member.mail.sha256: member.mail for member in stated}.values()),
    )


def _title(told: Sequence[Stated], reference: str | None) -> str | None:
    """The seat's first name: one that stood in a text of its own goes before any subject."""
    titled = [member for member in told if member.statement.title]
    own = [member for member in titled if (member.statement.title or "") not in member.mail.subject]
    names = (shown_title(member.statement.title or "", reference, sender=member.mail.sender) for member in (*own, *titled))
    return next((name for name in names if name), None)


def _client(stated: Sequence[Stated], own: Collection[str], parties: Parties) -> str | None:
    """Who the seat is for: the first client that writes, be it in a forward; else the first that a mail names (DECISIONS.md D22)."""
    for member in stated:
        domain = member.statement.author or ("" if member.mail.sha256 in own else member.mail.sender_address.rpartition("@")[2])
        if writes := parties.client(Address("", f"@{domain}")):
            return writes
    if named := next((member.statement.client for member in stated if member.statement.client), None):
        return parties.client_called(named) or named
    return next((name for member in stated if (name := parties.client_in(member.mail.subject))), None)


def is_watched(names: Iterable[str], client: str | None, watch: Sequence[str]) -> bool:
    """Whether `[reports] watch` names the requisition: by id or reference, its client, its owner, or the address of who wrote in it."""
    wanted = {normalise_reference(name) for name in watch} - {""}
    by_client = client is not None and any(same_company(client, name) for name in watch)
    return by_client or any(normalise_reference(name) in wanted for name in names)


def watched(requisitions: Iterable[Requisition], watch: Sequence[str]) -> frozenset[str]:
    """The ids of the requisitions that `[reports] watch` names."""
    if not watch:
        return frozenset()
    told = ((one, (*one.aliases, one.owner or "", *(mail.sender_address for mail in one.mails))) for one in requisitions)
    return frozenset(one.requisition_id for one, names in told if is_watched(names, one.client, watch))


def with_watch(requisitions: Iterable[Requisition], watch: Sequence[str]) -> list[Requisition]:
    """Requisitions out of the snapshot, which may have been folded before `watch` was written."""
    told = list(requisitions)
    named = watched(told, watch)
    return [replace(one, followed=True) if not one.followed and one.requisition_id in named else one for one in told]


def _mark_revised(connection: Connection, keys: Sequence[LinkKeys], mails: Sequence[Mail]) -> None:
    """Note on a link when its parent was archived after its child."""
    by_hash = {mail.sha256: mail for mail in mails}
    told = {member.statement_id: by_hash[member.sha256] for member in keys}
    revised = []
    for link in members.links(connection, told).values():
        parent = told.get(link.parent_statement_id or "")
        by_rules = parent is not None and link.rule is not LinkRule.PERSON
        late = parent.sha256 if parent is not None and by_rules and parent.known_at > told[link.statement_id].known_at else None
        if late != link.revised:
            revised.append(replace(link, revised=late))
    writing.put_links(connection, revised)
