"""The unknown terms of the archive as a vocabulary file: entries as `[extract] vocabulary` takes them, the rest as comments."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from extract.slugs import slug
from extract.vocabulary.entries import Vocabulary
from extract.vocabulary.suggesting import Identity, Suggestion, suggestions, term_in
from reports.privacy import Instead, without_private
from reports.safety import excerpt, visible
from store.unknown import UnknownDemand

EXAMPLES = 2
INSTEAD = Instead("(phone)", "(address)", "(name)")
HEADER = (
    "# Terms that the mails ask for and no vocabulary knows, each with the mails that it stands in.",
    "# Delete what is no term, join spellings of one term in one list, the label first, and name the keys as you like.",
    "# Then name this file under [extract] vocabulary; the next run reads every mail again with it.",
)


@dataclass(slots=True)
class Seen:
    """What the archive says of one term."""

    mails: set[str] = field(default_factory=set)
    askers: set[str] = field(default_factory=set)
    spellings: Counter[str] = field(default_factory=Counter)
    """Those whose words tell of no person."""
    examples: dict[str, str] = field(default_factory=dict)
    """Requisition → quote, the first ones."""

    def add(self, term: str, demand: UnknownDemand) -> None:
        """Count a demand that writes the term so."""
        self.mails.add(demand.sha256)
        self.askers.add((demand.asker or "").casefold())
        if all(without_private((text,), INSTEAD) == [text] for text in (term, demand.requirement.label)):
            self.spellings[term] += 1
        if len(self.examples) < EXAMPLES:
            self.examples.setdefault(demand.requisition, demand.requirement.evidence)


def suggested(demands: Iterable[UnknownDemand], vocabulary: Vocabulary, *, least: int, limit: int) -> list[str]:
    """The lines of the file: the `limit` terms that stand in most mails, at least in `least`; none where there is no such term."""
    seen: dict[Identity, Seen] = {}
    for demand in demands:
        term = term_in(demand.requirement.key, demand.requirement.label, demand.requirement.evidence)
        seen.setdefault((demand.requirement.category, slug(term)), Seen()).add(term, demand)
    frequent = sorted((item for item in seen.items() if len(item[1].mails) >= least), key=lambda item: (-len(item[1].mails), item[0]))
    spellings = {identity: _listable(term.spellings) for identity, term in frequent}
    return list(_lines(list(islice(suggestions(spellings, vocabulary), limit)), seen))


def _listable(spellings: Counter[str]) -> list[str]:
    """The spellings that hide nothing, the most frequent first."""
    ordered = sorted(spellings, key=lambda text: (-spellings[text], text))
    return [text for text in ordered if visible(text, len(text)) == text]


def _lines(found: Sequence[Suggestion], seen: Mapping[Identity, Seen]) -> Iterator[str]:
    """Section by section, as TOML wants it; the section with the most frequent term first."""
    if found:
        yield from HEADER
    for category in dict.fromkeys(one.identity[0] for one in found):
        yield from ("", f"[{category}]")
        for one in found:
            if one.identity[0] is category:
                yield from _comments(seen[one.identity])
                yield f"{one.key} = [{', '.join(map(_in_quotes, one.spellings))}]"


def _comments(term: Seen) -> Iterator[str]:
    yield f"# {_counted(len(term.mails), 'mail')}, {_counted(len(term.askers), 'client')}"
    for requisition, quote in term.examples.items():
        yield f"#   {_in_quotes(_shown(quote))} in {_shown(requisition) or 'a mail of no requisition'}"


def _shown(text: str) -> str:
    plain, over = excerpt(text, INSTEAD)
    return f"{plain}…" if over else plain


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _in_quotes(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
