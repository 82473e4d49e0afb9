"""Who is who, as the configuration tells it; all optional (DECISIONS.md D22)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from requisitions.messages import Address


def _within(domain: str, domains: frozenset[str] | Mapping[str, str]) -> str | None:
    parts = domain.split(".")
    return next((tail for i in range(len(parts)) if (tail := ".".join(parts[i:])) in domains), None)


@dataclass(frozen=True, slots=True)
class Parties:
    """Our own domains, the intermediaries and the clients, by mail domain; subdomains count as theirs."""

    ours: frozenset[str] = frozenset()
    intermediaries: Mapping[str, str] = field(default_factory=dict)
    """Domain → name."""
    clients: Mapping[str, str] = field(default_factory=dict)
    """Domain → name."""

    def is_ours(self, who: Address) -> bool:
        """Whether somebody of ours writes."""
        return _within(who.domain, self.ours) is not None

    def intermediary(self, who: Address) -> str | None:
        """The configured name of the intermediary that `who` writes for."""
        found = _within(who.domain, self.intermediaries)
        return None if found is None else self.intermediaries[found]

    def client(self, who: Address) -> str | None:
        """The configured name of the client that `who` writes for."""
        found = _within(who.domain, self.clients)
        return None if found is None else self.clients[found]
