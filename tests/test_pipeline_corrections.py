"""People's words in the night's work: whenever they are entered, the tables are those of a rebuild (DECISIONS.md D12, D14)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from pipeline.configuration import parse
from pipeline.derive import fold_in
from pipeline.looking_back import looked_back
from pipeline.settings import Settings
from requisitions.corrections import Cited, Entered, Word, WordKind, belonging, in_force
from requisitions.linking import link
from requisitions.statements import Requirement
from requisitions.versions import LinkKeys, Requisition
from requisitions.words import Category, HintWhy, LinkRule, Mode, Necessity, Review
from store import members, reading
from store.bulk import select
from store.snapshot import Connection, Draft
from store.words import told_words
from store.writing import ReadMail
from tests.store_fixtures import keys as keys_of
from tests.store_fixtures import mail, read_mail, requirement, statement
from tests.test_pipeline_relinking import World, bare, stored, told

AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return parse({"ours": {"domains": ["agency.example"]}}, tmp_path / "pipeline.toml")


@pytest.fixture
def draft(tmp_path: Path) -> Iterator[Draft]:
    with Draft.begin(tmp_path / "links.duckdb", fingerprint="test") as made:
        yield made


def say(seq: int, kind: WordKind, about: LinkKeys | Cited, other: LinkKeys | None = None, **more: object) -> Entered:
    """A word with a place in the sequence."""
    where = about if isinstance(about, Cited) else Cited(about.sha256, about.ordinal)
    to = None if other is None else Cited(other.sha256, other.ordinal)
    word = replace(Word(kind=kind, about=where, by="Sato", other=to), **more)  # type: ignore[arg-type]
    return Entered(seq, AT + timedelta(minutes=seq), word)


def random_words(dice: Random, keys: Sequence[LinkKeys], count: int) -> list[Entered]:
    """Words on which statement belongs where, some of them taken back."""
    words: list[Entered] = []
    for seq in range(1, count + 1):
        if words and dice.random() < 0.25:
            words.append(Entered(seq, AT, replace(dice.choice(words).word, undo=True)))
            continue
        kind = dice.choice((WordKind.LINK, WordKind.LINK, WordKind.UNLINK, WordKind.MERGE))
        one, other = dice.sample(keys, 2)
        words.append(say(seq, kind, one, None if kind is WordKind.UNLINK else other))
    return words


@pytest.mark.parametrize("seed", range(8))
def test_the_order_of_mails_and_words_makes_no_difference(draft: Draft, settings: Settings, tmp_path: Path, seed: int) -> None:
    """Nights of new mails with words entered between them; the sequence has each word after the mails that it cites."""
    world = World(seed, 28).mails
    dice = Random(seed + 50)  # noqa: S311 - a seed, no secret
    arrival, words, waiting = dice.sample(world, len(world)), list[Entered](), list[ReadMail]()
    waiting = list(arrival)
    there: list[LinkKeys] = []
    while waiting:
        night, waiting = waiting[: (count := dice.randrange(1, 8))], waiting[count:]
        there += [one for each in night for one in each.link_keys]
        said = [replace(one, seq=one.seq + len(words)) for one in random_words(dice, there, 3)] if len(there) > 1 else []
        words += said
        with draft.transaction() as connection:
            if dice.random() < 0.5:
                fold_in(connection, night, settings, said)
            else:
                fold_in(connection, night, settings)
                fold_in(connection, [], settings, said)
    belongs = belonging(in_force(words))
    with draft.transaction() as connection:
        assert stored(connection, there) == bare(link(there, belongs))
        assert belongs.joins
        wanted = told(reading.requisitions(connection))
    with Draft.begin(tmp_path / "rebuilt.duckdb", fingerprint="test") as rebuilt, rebuilt.transaction() as connection:
        fold_in(connection, world, settings, words)
        assert stored(connection, there) == bare(link(there, belongs))
        assert told(reading.requisitions(connection)) == wanted
