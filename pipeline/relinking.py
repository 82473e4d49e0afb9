"""New statements among the stored ones: who belongs to whom now, at the cost of the night and not of the archive (DECISIONS.md D7, D12)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from requisitions.linking import best_parent, fold_order
from requisitions.versions import Link, LinkKeys
from requisitions.words import LinkRule
from store import members, writing
from store.snapshot import Connection

Parent = tuple[LinkKeys, LinkRule, float]


def relink(connection: Connection, new: Sequence[LinkKeys]) -> set[str]:
    """Link new statements, and again those stored ones that share a key and come later.

    With `refolding.refold` over the answer, the result equals `requisitions.linking.link` over all statements, whatever the
    order in which they came.

    Returns:
        The requisitions that gained, lost or re-read a statement.
    """
    touched: set[str] = set()
    wave: Sequence[LinkKeys] = new
    while wave:
        more, wave = _relink(connection, wave)
        touched |= more
    return touched


def _relink(connection: Connection, new: Sequence[LinkKeys]) -> tuple[set[str], list[LinkKeys]]:
    """One round; what comes back second had no requisition before (a proposal for a seat unknown) and may draw others after it."""
    keys = {child.statement_id: child for child in [*members.later_sharing(connection, [child.statement_id for child in new]), *new]}
    parents = _parents(connection, keys)
    before = members.links(connection, keys)
    after = _links(connection, keys.values(), parents)
    moved = [link for link in after.values() if not _same(before.get(link.statement_id), link)]
    writing.put_links(connection, moved)
    touched = {after[child.statement_id].requisition_id for child in new}
    touched |= {side.requisition_id for link in moved for side in (link, before.get(link.statement_id)) if side is not None}
    touched |= _carry_down(connection, {link.statement_id: link.requisition_id for link in moved})
    known = {child.statement_id for child in new}
    woken = [keys[link.statement_id] for link in moved if link.statement_id not in before and link.statement_id not in known]
    return touched, woken


def _parents(connection: Connection, keys: dict[str, LinkKeys]) -> dict[str, Parent | None]:
    """The parent of each statement; one that has no link itself joins `keys`, so that the chain ends at a root or at a link."""
    parents: dict[str, Parent | None] = {}
    wanted: Collection[str] = tuple(keys)
    while wanted:
        earlier = members.earlier_sharing(connection, wanted)
        found = {statement_id: best_parent(keys[statement_id], earlier.get(statement_id, [])) for statement_id in wanted}
        parents |= found
        above = {claim[0].statement_id: claim[0] for claim in found.values() if claim is not None and claim[0].statement_id not in keys}
        linked = members.links(connection, above)
        keys |= {statement_id: parent for statement_id, parent in above.items() if statement_id not in linked}
        wanted = [statement_id for statement_id in above if statement_id not in linked]
    return parents


def _links(connection: Connection, children: Iterable[LinkKeys], parents: dict[str, Parent | None]) -> dict[str, Link]:
    """The link of each of these statements, in fold order, so that a parent's is known before its children's."""
    above = [claim[0].statement_id for claim in parents.values() if claim is not None and claim[0].statement_id not in parents]
    known = members.links(connection, above)
    links: dict[str, Link] = {}
    for child in sorted(children, key=fold_order):
        statement_id, claim = child.statement_id, parents[child.statement_id]
        if claim is None:
            links[statement_id] = Link(statement_id, statement_id, None, LinkRule.ROOT, 1.0)
        else:
            parent, rule, score = claim
            root = (links.get(parent.statement_id) or known[parent.statement_id]).requisition_id
            links[statement_id] = Link(statement_id, root, parent.statement_id, rule, score)
    return links


def _carry_down(connection: Connection, roots: dict[str, str]) -> set[str]:
    """Have all descendants of moved statements follow into their requisition; the requisitions that this touched."""
    touched: set[str] = set()
    while roots:
        children = [child for child in members.children(connection, roots) if child.requisition_id != roots[str(child.parent_statement_id)]]
        followed = [replace(child, requisition_id=roots[str(child.parent_statement_id)]) for child in children]
        writing.put_links(connection, followed)
        touched |= {link.requisition_id for link in [*children, *followed]}
        roots = {link.statement_id: link.requisition_id for link in followed}
    return touched


def _same(before: Link | None, after: Link) -> bool:
    """Whether a link says the same; `revised` is noted later, when the mails of both ends are at hand."""
    return before is not None and replace(before, revised=None) == after
