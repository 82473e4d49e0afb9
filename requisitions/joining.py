"""Requisitions that a person's word makes one (DECISIONS.md D14): trees of statements, joined whatever their order."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping

from requisitions.corrections import Belonging
from requisitions.versions import Link, LinkKeys
from requisitions.words import LinkRule


def root_link(root: LinkKeys, said: Belonging) -> Link:
    """The link of a statement that goes on from no other, be it because a person said so."""
    rule = LinkRule.PERSON if root.statement_id in said.cut else LinkRule.ROOT
    return Link(root.statement_id, root.statement_id, None, rule, 1.0)


def joined(said: Belonging, roots: Mapping[str, LinkKeys], order: Iterable[str]) -> dict[str, Link]:
    """The links of the roots of trees, as people's words join them.

    The earliest root of what is joined gives the requisition its id, so that neither the order of the words nor that of the
    mails makes a difference.

    Args:
        said: What people said.
        roots: The statement that the tree of a statement begins with, for every statement that they spoke of and that there is.
        order: The ids of those roots, in fold order.
    """
    beside: defaultdict[str, list[tuple[LinkKeys, str]]] = defaultdict(list)
    for one, other in said.joins:
        if one in roots and other in roots:
            beside[roots[one].statement_id].append((roots[other], one))
            beside[roots[other].statement_id].append((roots[one], other))
    named = {root.statement_id: root for root in roots.values()}
    links: dict[str, Link] = {}
    for first in order:
        if first in links:
            continue
        links[first] = root_link(named[first], said)
        waiting = deque([first])
        while waiting:
            for root, parent in beside[waiting.popleft()]:
                if root.statement_id not in links:
                    links[root.statement_id] = Link(root.statement_id, first, parent, LinkRule.PERSON, 1.0)
                    waiting.append(root.statement_id)
    return links
