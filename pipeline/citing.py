"""What a person's word is about: statements of a mail, a requisition by one of its statements, a demand where it was read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

import click

from requisitions.corrections import Cited, Entered, WordKind, demands_told, reread
from requisitions.statements import Requirement
from requisitions.versions import Corrected, Stated
from requisitions.words import Category
from store import members, reading
from store.archive import Archive
from store.snapshot import Connection
from store.words import statements_of

LISTED = 40
"""Candidates in a sentence about something that is not there."""

Identity = tuple[Category, str]


def statements(connection: Connection, archive: Archive, told: str) -> list[Cited]:
    """The statements that `MAIL` or `MAIL#2` names; a mail is named by the beginning of its hash.

    Raises:
        click.UsageError: it names none, or several mails.
    """
    name, mark, number = told.partition("#")
    sha256 = mail_hash(archive, name)
    if reading.mail(connection, sha256) is None:
        raise click.UsageError(f"mail {sha256[:12]} was not read yet; `reqdrift run` does that")
    known = sorted(statements_of(connection, sha256))
    if not known:
        raise click.UsageError(f"mail {sha256[:12]} says nothing about any requisition; `reqdrift mail {sha256[:12]}` shows it")
    if not mark:
        return [Cited(sha256, ordinal) for ordinal in known]
    if not number.isdecimal() or int(number) - 1 not in known:
        raise click.UsageError(f"{told!r} is no statement; mail {sha256[:12]} has {', '.join(f'#{ordinal + 1}' for ordinal in known)}")
    return [Cited(sha256, int(number) - 1)]


def mail_hash(archive: Archive, prefix: str) -> str:
    """The hash of the one archived mail that begins like that.

    Raises:
        click.UsageError: none does, or several do; those are listed.
    """
    found = archive.find(prefix) if prefix else []
    if not found:
        raise click.UsageError(f"no archived mail has a hash that begins with {prefix!r}; `reqdrift show` prints them")
    if len(found) > 1:
        listed = "\n".join(f"  {sha256[:16]}" for sha256 in found)
        raise click.UsageError(f"{len(found)} mails have hashes that begin with {prefix!r}; write more of it:\n{listed}")
    return found[0]


def named(cited: Cited) -> str:
    """A statement as people write it."""
    return f"{cited.sha256[:12]}#{cited.ordinal + 1}"


def root_of(connection: Connection, requisition_id: str) -> Cited:
    """The statement that founds a requisition."""
    root = members.link_keys(connection, [requisition_id])[requisition_id]
    return Cited(root.sha256, root.ordinal)


def identity(told: str) -> Identity:
    """`skill/java` as category and key.

    Raises:
        click.UsageError: it is none.
    """
    from pipeline.faults import suggestion

    category, mark, key = told.partition("/")
    if not (mark and key.strip()):
        raise click.UsageError(f"{told!r} is no demand; write CATEGORY/KEY as `reqdrift show` prints it, such as skill/java")
    if category not in set(Category):
        raise click.UsageError(f"{category!r} is no category{suggestion(category, list(Category))}")
    return Category(category), key.strip()


@dataclass(frozen=True, slots=True)
class ReadDemand:
    """A demand in the mail that it was read from."""

    about: Cited
    """The statement to cite: where a word counts already, the one that it cites."""
    category: Category
    key: str
    """As it was read there."""
    demand: Requirement
    word: Entered | None
    """What a person said of it."""


def demand(
    connection: Connection,
    said: Iterable[Entered],
    requisition_id: str,
    wanted: Identity,
    mails: Sequence[Cited] = (),
    *,
    corrected_first: bool = False,
) -> ReadDemand:
    """Where a demand of a requisition was read: the mail that holds it now, else the last that speaks of it.

    Args:
        connection: A snapshot.
        said: The words in force.
        requisition_id: Whose demand it is.
        wanted: Its category and key, as they stand now or as they were read.
        mails: The statements to look at only; empty: all of the requisition.
        corrected_first: Look for one that a person spoke of, before any other.

    Raises:
        click.UsageError: there is no such demand; those that there are, are listed.
    """
    words = {one.seq: one for one in said if one.word.kind is WordKind.CORRECT}
    stated = members.members(connection, [requisition_id]).get(requisition_id, [])
    home = _home(connection, requisition_id, wanted)
    found, others = [], set()
    for member, read, row in _told(stated, words.values(), mails):
        now = read.identity if row is None else (Category(row.category), row.key)
        others.add(now)
        at_home = (member.mail.sha256, read.start, read.end) == home and read.category is wanted[0]
        if at_home or wanted in {now, read.identity}:
            one = _read_demand(member, read, row, words, exactly=bool(mails))
            found.append((corrected_first and one.word is not None, at_home, member.order, one))
    if not found:
        raise click.UsageError(_no_such(wanted, requisition_id, sorted(f"{category}/{key}" for category, key in others)))
    return max(found, key=lambda one: one[:3])[3]


def _told(
    stated: Sequence[Stated], words: Iterable[Entered], mails: Sequence[Cited]
) -> Iterator[tuple[Stated, Requirement, Corrected | None]]:
    """Every demand as it was read, with what a person's word made of it."""
    _, corrected = reread(stated, words)
    spoken_of = {(row.sha256, row.start, row.end): row for row in corrected}
    for member in stated:
        if not mails or Cited(member.mail.sha256, member.statement.ordinal) in mails:
            for read in demands_told(member.statement):
                yield member, read, spoken_of.get((member.mail.sha256, read.start, read.end))


def _read_demand(member: Stated, read: Requirement, row: Corrected | None, words: dict[int, Entered], *, exactly: bool) -> ReadDemand:
    here = Cited(member.mail.sha256, member.statement.ordinal)
    word = None if row is None else words[row.seq]
    if word is None or (exactly and word.word.about != here):
        return ReadDemand(here, read.category, read.key, read, None)
    return ReadDemand(word.word.about, read.category, word.word.key or read.key, read, word)


def _home(connection: Connection, requisition_id: str, wanted: Identity) -> tuple[str, int, int] | None:
    (whole,) = reading.requisitions(connection, [requisition_id])
    held = [one for version in whole.history.versions[-1:] for one in version.held if one.requirement.identity == wanted]
    return next(((one.sha256, one.requirement.start, one.requirement.end) for one in held), None)


def _no_such(wanted: Identity, requisition_id: str, others: Sequence[str]) -> str:
    told = f"{wanted[0]}/{wanted[1]}"
    near = get_close_matches(told, others, n=1)
    meant = f"; did you mean {near[0]}?" if near else ""
    return f"{requisition_id} has no mail that speaks of {told}{meant}\n{_listed(others)}"


def _listed(names: Iterable[str]) -> str:
    shown = list(names)
    more = [] if len(shown) <= LISTED else [f"  and {len(shown) - LISTED} more"]
    return "\n".join(["It speaks of:", *(f"  {name}" for name in shown[:LISTED]), *more] if shown else ["It speaks of nothing."])
