"""Words on where statements belong, made from what a person names: link, unlink, merge, and their undoing (DECISIONS.md D14)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import click

from pipeline import citing
from requisitions.corrections import Cited, Entered, Word, WordKind
from store import members, reading
from store.snapshot import Connection


def link_words(connection: Connection, cited: Sequence[Cited], requisition_id: str) -> list[Word]:
    """That these statements belong to the requisition.

    Raises:
        click.UsageError: one of them founds it.
    """
    links = members.links(connection, [one.statement_id for one in cited])
    root = citing.root_of(connection, requisition_id)
    words = []
    for one in cited:
        if one == root:
            raise click.UsageError(f"mail {citing.named(one)} founds {requisition_id}, so it belongs there already")
        link = links.get(one.statement_id)
        inside = link is not None and link.requisition_id == requisition_id and link.parent_statement_id is not None
        other = _cited(connection, str(link.parent_statement_id)) if link is not None and inside else root
        words.append(Word(kind=WordKind.LINK, about=one, other=other))
    return words


def unlink_words(connection: Connection, cited: Sequence[Cited]) -> list[Word]:
    """That these statements go on from no other.

    Raises:
        click.UsageError: one of them does not, as it is.
    """
    links = members.links(connection, [one.statement_id for one in cited])
    for one in cited:
        link = links.get(one.statement_id)
        if link is None:
            raise click.UsageError(f"mail {citing.named(one)} belongs to no requisition")
        if link.parent_statement_id is None:
            raise click.UsageError(f"mail {citing.named(one)} founds {link.requisition_id}{_others(connection, one, link.requisition_id)}")
    return [Word(kind=WordKind.UNLINK, about=one) for one in cited]


def _others(connection: Connection, root: Cited, requisition_id: str) -> str:
    keys = members.member_keys(connection, [requisition_id])[requisition_id]
    names = [citing.named(other) for one in keys if (other := Cited(one.sha256, one.ordinal)) != root]
    if not names:
        return " and is alone in it already"
    listed = "\n".join(f"  {name}" for name in names[: citing.LISTED])
    return f"; unlink those that don't belong to it:\n{listed}"


def undone(words: Iterable[Entered], cited: Sequence[Cited], kind: str) -> list[Word]:
    """That what was said of the place of these statements holds no more.

    Raises:
        click.UsageError: nothing of the kind was said of any of them.
    """
    said = [one for one in words if one.word.kind == kind and one.word.about in set(cited)]
    if not said:
        raise click.UsageError(
            f"nobody said {kind!r} of mail {', '.join(map(citing.named, cited))}; `reqdrift correct --list` tells all words"
        )
    return [replace(one.word, undo=True) for one in said]


def merge_words(connection: Connection, requisition_id: str, other: str) -> list[Word]:
    """That two requisitions are one.

    Raises:
        click.UsageError: they are, already.
    """
    if requisition_id == other:
        raise click.UsageError(f"both names mean {requisition_id}, which is one requisition already")
    about, target = citing.root_of(connection, other), citing.root_of(connection, requisition_id)
    return [Word(kind=WordKind.MERGE, about=about, other=target)]


def parted(connection: Connection, words: Iterable[Entered], one: str, other: str) -> list[Word]:
    """That a merge holds no more: the only one in the requisitions that these names mean, else the one of exactly these ids.

    Raises:
        click.UsageError: there is none, or several are meant; they are listed.
    """
    inside = {requisition for name in (one, other) for requisition in reading.find_requisition(connection, name)}
    merges = [said for said in words if said.word.kind is WordKind.MERGE]
    ends = members.links(connection, [end.statement_id for said in merges for end in _ends(said)])
    meant = [
        said
        for said in merges
        if any(link and link.requisition_id in inside for link in (ends.get(end.statement_id) for end in _ends(said)))
    ]
    exactly = [said for said in meant if {end.statement_id for end in _ends(said)} == {one.strip().lower(), other.strip().lower()}]
    found = exactly or meant
    if not found:
        raise click.UsageError(f"nobody merged {one} and {other}; `reqdrift correct --list` tells all words")
    if len(found) > 1:
        listed = "\n".join(f"  {' '.join(end.statement_id for end in _ends(said))}" for said in found)
        raise click.UsageError(f"several merges can be meant; name one by its ids:\n{listed}")
    return [replace(found[0].word, undo=True)]


def _ends(said: Entered) -> list[Cited]:
    return [end for end in (said.word.other, said.word.about) if end is not None]


def _cited(connection: Connection, statement_id: str) -> Cited:
    keys = members.link_keys(connection, [statement_id])[statement_id]
    return Cited(keys.sha256, keys.ordinal)
