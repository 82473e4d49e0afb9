"""The part of a report that is one sales person's or one team's: the seats in whose threads one of its addresses wrote."""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from pipeline.settings import ALL, Settings
from requisitions.messages import Address
from requisitions.parties import Parties
from requisitions.versions import Mail, Requisition
from requisitions.words import Status

AT_WORK = timedelta(weeks=26)
"""Who wrote nothing for so long gets no report of his own unless he is named."""
_LONGEST_SLUG = 40


class CutError(Exception):
    """There is nobody of that name; the sentence lists whom there is."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Whose part it is."""

    name: str
    """An address, or the name of a team."""
    addresses: frozenset[str]
    """In lower case."""

    @property
    def slug(self) -> str:
        """The name as a part of a file's name: letters, digits and `-`, and a few digits that no other name has."""
        digest = hashlib.sha256(self.name.encode(errors="replace")).hexdigest()[:8]
        signs = (sign if sign.isascii() and sign.isalnum() else "-" for sign in self.name.partition("@")[0].lower())
        words = "-".join(part for part in "".join(signs).split("-") if part)[:_LONGEST_SLUG].strip("-")
        return f"{words}-{digest}" if words else digest

    def holds(self, requisition: Requisition) -> bool:
        """Whether one of its addresses wrote in the thread."""
        return any(mail.sender_address.lower() in self.addresses for mail in requisition.mails)


def ours_in(requisition: Requisition, parties: Parties) -> list[Mail]:
    """The mails of the thread that somebody of ours wrote, in fold order."""
    return [mail for mail in requisition.mails if "@" in mail.sender_address and parties.is_ours(Address("", mail.sender_address))]


def owner_address(requisition: Requisition, parties: Parties, without: Collection[str] = ()) -> str | None:
    """The address of the last of ours who wrote in the thread; null where nobody did. `without` are addresses of no person."""
    wrote = [mail.sender_address.lower() for mail in ours_in(requisition, parties)]
    return next((address for address in reversed(wrote) if address not in without), None)


def owners(requisitions: Iterable[Requisition], parties: Parties, end: datetime) -> list[Cut]:
    """Everybody of ours who wrote within half a year before `end` and has a seat that is still to be filled, by address."""
    last: dict[str, datetime] = {}
    busy: set[str] = set()
    for one in requisitions:
        for mail in ours_in(one, parties):
            if mail.stated_at < end:
                address = mail.sender_address.lower()
                last[address] = max(mail.stated_at, last.get(address, mail.stated_at))
                if one.status is not Status.CLOSED:
                    busy.add(address)
    return [Cut(address, frozenset({address})) for address in sorted(busy) if end - last[address] <= AT_WORK]


def cuts(told: str, settings: Settings, requisitions: Sequence[Requisition], end: datetime) -> list[Cut]:
    """Whom `--owner` names: everybody at work at `end` and every team, a team, or an address.

    Raises:
        CutError: there is nobody of that name.
    """
    if told.strip().lower() == ALL:
        return [*(_team(name, settings) for name in settings.teams), *owners(requisitions, settings.parties, end)]
    return [_named(told, settings, requisitions)]


def _team(name: str, settings: Settings) -> Cut:
    return Cut(name, frozenset(address.lower() for address in settings.teams[name]))


def _named(told: str, settings: Settings, requisitions: Sequence[Requisition]) -> Cut:
    """A team of `[teams]`, else an address that wrote in some thread.

    Raises:
        CutError: there is neither.
    """
    if told in settings.teams:
        return _team(told, settings)
    wanted = told.strip().lower()
    known = sorted({mail.sender_address.lower() for one in requisitions for mail in ours_in(one, settings.parties)})
    if wanted not in known:
        listed = ", ".join([*settings.teams, *known][:20]) or "nobody: [ours] domains says who we are"
        raise CutError(f"--owner {told!r} is no team of [teams] and no address of ours that wrote in a thread; known are {listed}")
    return Cut(wanted, frozenset({wanted}))
