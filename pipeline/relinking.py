"""New statements among the stored ones: who belongs to whom now, at the cost of the night and not of the archive (DECISIONS.md D7, D12)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from requisitions.corrections import NOTHING_SAID, Belonging
from requisitions.joining import joined, root_link
from requisitions.linking import best_parent, fold_order
from requisitions.versions import Link, LinkKeys
from requisitions.words import LinkRule
from store import members, writing
from store.snapshot import Connection

Parent = tuple[LinkKeys, LinkRule, float]


def relink(connection: Connection, new: Sequence[LinkKeys], said: Belonging = NOTHING_SAID, *, placed: Collection[str] = ()) -> set[str]:
    """Link new statements, and again those stored ones that share a key and come later.

    With `refolding.refold` over the answer, the result equals `requisitions.linking.link` over all statements, whatever the
    order in which they came and people spoke of them.

    Args:
        connection: A draft.
        new: The statements that came.
        said: What people said about which belongs where.
        placed: Statements whose place people spoke of since the last time; also those whose word was taken back.

    Returns:
        The requisitions that gained, lost or re-read a statement.
    """
    trees = _Trees(connection, said)
    # what nobody may found a requisition of has no link until somebody speaks of it
    waiting = {*placed, *(said.cited - members.links(connection, said.cited).keys())}
    known = members.link_keys(connection, waiting - {keys.statement_id for keys in new})
    touched: set[str] = set()
    wave: Sequence[LinkKeys] = [*new, *known.values()]
    while wave:
        more, wave = trees.grow(wave)
        touched |= more
    return touched | trees.join()


@dataclass(frozen=True, slots=True)
class _Trees:
    """Statements hang together in trees, by the rules; people's words cut them and join them."""

    connection: Connection
    said: Belonging

    def grow(self, new: Sequence[LinkKeys]) -> tuple[set[str], list[LinkKeys]]:
        """One round; what comes back second had no requisition before (a proposal for a seat unknown) and may draw others after it."""
        later = members.later_sharing(self.connection, [child.statement_id for child in new])
        keys = {child.statement_id: child for child in [*later, *new]}
        parents = self._parents(keys)
        before = members.links(self.connection, keys)
        after = self._links(keys.values(), parents, before)
        moved = [link for link in after.values() if not _same(before.get(link.statement_id), link)]
        writing.put_links(self.connection, moved)
        touched = {after[child.statement_id].requisition_id for child in new}
        touched |= _sides(moved, before) | self._carry_down(moved)
        known = {child.statement_id for child in new}
        woken = [keys[link.statement_id] for link in moved if link.statement_id not in before and link.statement_id not in known]
        return touched, woken

    def join(self) -> set[str]:
        """Make one of what people say is one, and let go of what nobody says so of any more."""
        people = members.linked_by(self.connection, LinkRule.PERSON)
        if not (people or self.said.cited):
            return set()
        tops = self._tops([*people, *self.said.cited])
        known = members.link_keys(self.connection, tops.values())
        roots = {name: known[top] for name, top in tops.items()}
        after = joined(self.said, roots, list(known))
        before = members.links(self.connection, after)
        moved = [link for link in after.values() if not _same(before.get(link.statement_id), link)]
        writing.put_links(self.connection, moved)
        return _sides(moved, before) | self._carry_down(moved)

    def _tops(self, statement_ids: Iterable[str]) -> dict[str, str]:
        """The root of the tree of each statement that is there."""
        linked = members.links(self.connection, statement_ids)
        tops = {name: name for name in linked}
        while above := {name: str(link.parent_statement_id) for name, link in linked.items() if _grows(link)}:
            tops = {name: above.get(top, top) for name, top in tops.items()}
            linked = members.links(self.connection, above.values())
        return tops

    def _parents(self, keys: dict[str, LinkKeys]) -> dict[str, Parent | None]:
        """The parent of each statement; one that has no link itself joins `keys`, so that the chain ends at a root or at a link."""
        parents: dict[str, Parent | None] = {}
        wanted: Collection[str] = tuple(keys)
        while wanted:
            parents |= dict.fromkeys(self.said.cut.intersection(wanted))
            free = [statement_id for statement_id in wanted if statement_id not in self.said.cut]
            earlier = members.earlier_sharing(self.connection, free)
            found = {statement_id: best_parent(keys[statement_id], earlier.get(statement_id, [])) for statement_id in free}
            parents |= found
            above = {claim[0].statement_id: claim[0] for claim in found.values() if claim is not None and claim[0].statement_id not in keys}
            linked = members.links(self.connection, above)
            keys |= {statement_id: parent for statement_id, parent in above.items() if statement_id not in linked}
            wanted = [statement_id for statement_id in above if statement_id not in linked]
        return parents

    def _links(self, children: Iterable[LinkKeys], parents: dict[str, Parent | None], before: dict[str, Link]) -> dict[str, Link]:
        """The link of each of these statements, in fold order, so that a parent's is known before its children's."""
        above = [claim[0].statement_id for claim in parents.values() if claim is not None and claim[0].statement_id not in parents]
        known = members.links(self.connection, above)
        links: dict[str, Link] = {}
        for child in sorted(children, key=fold_order):
            statement_id, claim = child.statement_id, parents[child.statement_id]
            if claim is None:
                links[statement_id] = self._root(child, before.get(statement_id))
            else:
                parent, rule, score = claim
                root = (links.get(parent.statement_id) or known[parent.statement_id]).requisition_id
                links[statement_id] = Link(statement_id, root, parent.statement_id, rule, score)
        return links

    def _root(self, child: LinkKeys, before: Link | None) -> Link:
        """A root that people joined to another tree stays where it is until `join` looks at it."""
        return root_link(child, self.said) if before is None or _grows(before) else replace(before, revised=None)

    def _carry_down(self, moved: Iterable[Link]) -> set[str]:
        """Have all descendants of moved statements follow into their requisition; the requisitions that this touched."""
        roots = {link.statement_id: link.requisition_id for link in moved}
        touched: set[str] = set()
        while roots:
            below = [child for child in members.children(self.connection, roots) if _grows(child)]
            children = [child for child in below if child.requisition_id != roots[str(child.parent_statement_id)]]
            followed = [replace(child, requisition_id=roots[str(child.parent_statement_id)]) for child in children]
            writing.put_links(self.connection, followed)
            touched |= {link.requisition_id for link in [*children, *followed]}
            roots = {link.statement_id: link.requisition_id for link in followed}
        return touched


def _grows(link: Link) -> bool:
    """Whether the rules hang it on its parent."""
    return link.parent_statement_id is not None and link.rule is not LinkRule.PERSON


def _sides(moved: Iterable[Link], before: dict[str, Link]) -> set[str]:
    """The requisitions that these statements left and joined."""
    return {side.requisition_id for link in moved for side in (link, before.get(link.statement_id)) if side is not None}


def _same(before: Link | None, after: Link) -> bool:
    """Whether a link says the same; `revised` is noted later, when the mails of both ends are at hand."""
    return before is not None and replace(before, revised=None) == after
