"""What linking and folding ask of a draft (or a snapshot): who shares a key with whom, and who belongs to a requisition."""

from collections.abc import Iterable

from requisitions.versions import Link, LinkKeys, Stated
from store.bulk import Connection


def link_keys(connection: Connection, statement_ids: Iterable[str]) -> dict[str, LinkKeys]:
    """The link keys of these statements, by statement id."""
    raise NotImplementedError


def earlier_sharing(connection: Connection, statement_ids: Iterable[str]) -> dict[str, list[LinkKeys]]:
    """For each of these statements, those that share an index key with it and come earlier in fold order, in that order."""
    raise NotImplementedError


def later_sharing(connection: Connection, statement_ids: Iterable[str]) -> list[LinkKeys]:
    """The statements that share an index key with one of these and come later than it, in fold order; these themselves left out."""
    raise NotImplementedError


def links(connection: Connection, statement_ids: Iterable[str]) -> dict[str, Link]:
    """The links of these statements as they stand, by statement id."""
    raise NotImplementedError


def children(connection: Connection, statement_ids: Iterable[str]) -> list[Link]:
    """The links whose parent is one of these statements."""
    raise NotImplementedError


def members(connection: Connection, requisition_ids: Iterable[str]) -> dict[str, list[Stated]]:
    """The statements of these requisitions in fold order, by requisition id: the input of the fold."""
    raise NotImplementedError


def member_keys(connection: Connection, requisition_ids: Iterable[str]) -> dict[str, list[LinkKeys]]:
    """The link keys of all that belongs to these requisitions, in fold order; also of mails that tell of events only."""
    raise NotImplementedError
