"""The vocabulary: our entries, then a company's own, which win."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from extract.vocabulary.listing import Listed, Listing, Spelling, VocabularyError, parse_listing, read_listing
from extract.vocabulary.spellings import fold_spelling, is_katakana, variants
from requisitions.words import Category

OUR_FILES = ("skills", "experiences", "qualifications", "languages", "traits", "roles", "contracts", "traps")


@dataclass(frozen=True, slots=True)
class Entry:
    """One term of the vocabulary."""

    category: Category
    key: str
    label: str
    """How a person writes it: the entry's first spelling."""
    label_ja: str
    """How a Japanese text writes it: `要件定義`, but `Java` and `AWS`, whose kana nobody prints."""
    group: str
    """The kind of thing of which one is enough where a bare slash stands between two (`rdb`, `public-cloud`). Empty: no such kind."""
    spellings: tuple[str, ...]
    """As listed, label first."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What a folded spelling may mean."""

    entry: Entry
    spelling: str
    """In its own case, to compare with the original."""
    ambiguous: bool
    """The spelling is an everyday word, or several things, too: context decides."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All entries, and every folded spelling with its senses: at most one a category."""

    entries: Mapping[tuple[Category, str], Entry]
    senses: Mapping[str, tuple[Sense, ...]]
    traps: frozenset[str]
    """Folded phrases that hold a term's letters and mean something else ("word of mouth")."""
    hash: str
    """SHA-256 over all files, for the extractor's fingerprint (DECISIONS.md D13)."""

    def entry(self, category: Category, key: str) -> Entry | None:
        """The entry of a key."""
        return self.entries.get((category, key))

    def lookup(self, text: str) -> tuple[Sense, ...]:
        """The senses of a text that is nothing but a term."""
        return self.senses.get(fold_spelling(text), ())


def load_vocabulary(extra: Sequence[Path] = ()) -> Vocabulary:
    """Our vocabulary with a company's own files laid over it, in their order.

    In a company's file an entry with a key of ours adds its spellings and brings its own label, a spelling that we give to
    another key moves to the company's, and an empty list switches our entry off.

    Raises:
        VocabularyError: a file cannot be read, is no TOML, holds an entry that cannot be used, or gives one spelling to two keys.
    """
    return _load(tuple(extra))


@dataclass(slots=True)
class _Draft:
    """An entry while files are laid over each other."""

    category: Category
    key: str
    group: str
    spellings: list[tuple[Spelling, int, str]]
    """Each with its file's rank (0 for ours, a later file counts more) and its place."""

    def entry(self) -> Entry:
        """The entry as all files together make it."""
        texts = tuple(dict.fromkeys(spelling.text for spelling, _, _ in self.spellings))
        return Entry(self.category, self.key, texts[0], _japanese_label(self.category, texts), self.group, texts)


def _japanese_label(category: Category, texts: Sequence[str]) -> str:
    """The first Japanese spelling; of a product or certificate only where it is a word of its own (機械学習, not ジャバ or Java言語)."""
    japanese = next((text for text in texts if not text.isascii()), texts[0])
    names = category in (Category.SKILL, Category.QUALIFICATION)
    if texts[0].isupper() or (
        names and (any(char.isascii() for char in japanese) or all(is_katakana(char) or char == "・" for char in japanese))
    ):
        return texts[0]
    return japanese


@lru_cache(maxsize=1)
def _ours() -> tuple[Listing, ...]:
    folder = files(__package__)
    return tuple(parse_listing(f"{name}.toml", folder.joinpath(f"{name}.toml").read_bytes()) for name in OUR_FILES)


@lru_cache(maxsize=4)
def _load(extra: tuple[Path, ...]) -> Vocabulary:
    own = [(rank, read_listing(path)) for rank, path in enumerate(extra, 1)]
    digest = hashlib.sha256()
    drafts: dict[tuple[Category, str], _Draft] = {}
    traps: set[str] = set()
    for rank, listing in [*((0, listing) for listing in _ours()), *own]:
        digest.update(listing.sha256)
        traps.update(fold_spelling(phrase) for phrase in listing.traps)
        for listed in listing.entries:
            _lay(drafts, listed, rank)
    pairs = [(draft, draft.entry()) for draft in drafts.values()]
    return Vocabulary(
        entries={(entry.category, entry.key): entry for _, entry in pairs},
        senses=_senses(pairs),
        traps=frozenset(traps),
        hash=digest.hexdigest(),
    )


def _lay(drafts: dict[tuple[Category, str], _Draft], listed: Listed, rank: int) -> None:
    """Add one listed line to what earlier files said of its key."""
    identity = (listed.category, listed.key)
    ranked = [(spelling, rank, listed.place) for spelling in listed.spellings]
    known = drafts.get(identity)
    if not ranked:
        if rank == 0 or known is None:
            raise VocabularyError(f"{listed.place}: {listed.key} has no spelling: an empty list only switches off a term that we know.")
        del drafts[identity]
    elif known is None:
        drafts[identity] = _Draft(listed.category, listed.key, listed.group, ranked)
    elif known.spellings[0][1] == rank:
        raise VocabularyError(f"{listed.place}: {listed.key} already stands in {known.spellings[0][2]}: join the two.")
    else:
        known.group = listed.group or known.group
        known.spellings[:0] = ranked


@dataclass(frozen=True, slots=True)
class _Claim:
    sense: Sense
    rank: int
    place: str


def _senses(drafts: Sequence[tuple[_Draft, Entry]]) -> dict[str, tuple[Sense, ...]]:
    """Every folded spelling with its senses; what a line lists beats what is only derived from another."""
    claims: dict[tuple[str, Category], _Claim] = {}
    for draft, entry in drafts:
        for spelling, rank, place in draft.spellings:
            _claim(claims, fold_spelling(spelling.text), _Claim(Sense(entry, spelling.text, spelling.ambiguous), rank, place))
    for draft, entry in sorted(drafts, key=lambda pair: -pair[0].spellings[0][1]):
        for text, ambiguous in _derivable(draft):
            for form in variants(text):
                claims.setdefault((fold_spelling(form), entry.category), _Claim(Sense(entry, form, ambiguous), 0, ""))
    senses: dict[str, tuple[Sense, ...]] = {}
    for (form, _), claim in claims.items():
        senses[form] = (*senses.get(form, ()), claim.sense)
    return senses


def _claim(claims: dict[tuple[str, Category], _Claim], form: str, claim: _Claim) -> None:
    """Give a spelling to an entry: a later file wins, within one file it is a fault."""
    held = claims.setdefault((form, claim.sense.entry.category), claim)
    if held.rank < claim.rank:
        claims[form, claim.sense.entry.category] = claim
    elif held.rank == claim.rank and held.sense.entry is not claim.sense.entry:
        keys = f"{held.sense.entry.key} ({held.place}) and {claim.sense.entry.key} ({claim.place})"
        raise VocabularyError(f"The spelling {claim.sense.spelling!r} belongs to two keys, {keys}: leave it to one of them.")


def _derivable(draft: _Draft) -> Iterator[tuple[str, bool]]:
    """The texts of an entry that may be typed otherwise, and whether they are ambiguous."""
    for spelling, _, _ in draft.spellings:
        if "ー" in spelling.text or not spelling.text.isalnum():
            yield spelling.text, spelling.ambiguous
    # A key of one word (`camel`, `storm`) may be anything; of several it is the term in plain words.
    if "-" in draft.key:
        yield draft.key, False
