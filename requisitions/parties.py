"""Who is who, as the configuration tells it; all optional (DECISIONS.md D22)."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

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

    def client_called(self, name: str) -> str | None:
        """The configured name of the client that a mail calls `name`, with its legal form or without."""
        wanted = _bare(name)
        return next((known for known in self.clients.values() if wanted and _bare(known) == wanted), None)

    def client_in(self, text: str) -> str | None:
        """The configured name of the one client that a text names; null where it names none, or several."""
        words = _bare(text)
        found = {known for known in self.clients.values() if _names(words, _bare(known))}
        return found.pop() if len(found) == 1 else None


_SHORTEST = 2
_LEGAL_FORMS = frozenset({"inc", "ltd", "llc", "corp", "gmbh", "plc", "kk", "co", "limited", "corporation"})
_LEGAL_SIGNS = ("株式会社", "有限会社", "合同会社", "(株)", "(有)", "(同)")


def same_company(one: str, other: str) -> bool:
    """Whether two names are one company's, with its legal form or without."""
    return bool(_bare(one)) and _bare(one) == _bare(other)


@lru_cache(maxsize=4096)
def _bare(name: str) -> str:
    """A name in one case and width, without its legal form; its words one space apart."""
    folded = unicodedata.normalize("NFKC", name).casefold().replace("k.k.", "kk")
    for sign in _LEGAL_SIGNS:
        folded = folded.replace(sign, " ")
    words = "".join(sign if sign.isalnum() or sign in "&+" else " " for sign in folded).split()
    return " ".join(word for word in words if word not in _LEGAL_FORMS)


def _names(words: str, name: str) -> bool:
    """Whether a text names somebody: Japanese by its signs, other names by whole words of more than a sign or two."""
    if not name.isascii():
        return len(name) > 1 and name in words
    return len(name) > _SHORTEST and f" {name} " in f" {words} "
