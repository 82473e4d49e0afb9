"""People's words in the night's work: whenever they are entered, the tables are those of a rebuild (DECISIONS.md D12, D14)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from pipeline.configuration import parse
from pipeline.derive import fold_in
from pipeline.looking_back import looked_back
from pipeline.settings import Settings
from requisitions.corrections import Cited, Entered, Word, WordKind, belonging, in_force
from requisitions.linking import link
from requisitions.statements import Requirement
from requisitions.versions import LinkKeys, Mail, Requisition
from requisitions.words import HintWhy, LinkRule, Mode, Review
from store import reading
from store.bulk import select
from store.snapshot import Connection, Draft
from store.words import told_words
from store.writing import ReadMail
from tests.store_fixtures import EVENT, mail, read_mail, requirement, statement
from tests.store_fixtures import keys as keys_of
from tests.test_pipeline_relinking import WORK, World, bare, stored, told

AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return parse({"ours": {"domains": ["agency.example"]}}, tmp_path / "pipeline.toml")


@pytest.fixture
def draft(tmp_path: Path) -> Iterator[Draft]:
    with Draft.begin(tmp_path / "links.duckdb", fingerprint="test") as made:
        yield made


def say(seq: int, kind: WordKind, about: LinkKeys | Cited, other: LinkKeys | None = None, **more: Any) -> Entered:
    """A word with a place in the sequence."""
    where = about if isinstance(about, Cited) else Cited(about.sha256, about.ordinal)
    to = None if other is None else Cited(other.sha256, other.ordinal)
    word = replace(Word(kind=kind, about=where, by="Sato", other=to), **more)
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


@pytest.mark.parametrize("seed", range(2))
def test_the_order_of_mails_and_words_makes_no_difference(draft: Draft, settings: Settings, tmp_path: Path, seed: int) -> None:
    """Nights of new mails with words entered between them; the sequence has each word after the mails that it cites."""
    world = World(seed, 20).mails
    dice = Random(seed + 50)  # noqa: S311 - a seed, no secret
    words: list[Entered] = []
    waiting = dice.sample(world, len(world))
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


def demand_words(dice: Random, mails: Sequence[ReadMail], count: int) -> list[Entered]:
    """Words on demands of these mails, right and wrong ones, some taken back."""
    words: list[Entered] = []
    for seq in range(1, count + 1):
        if words and dice.random() < 0.2:
            words.append(Entered(seq, AT, replace(dice.choice(words).word, undo=True)))
            continue
        keys = dice.choice([one for each in mails for one in each.link_keys])
        put = () if dice.random() < 0.5 else (("necessity", dice.choice(("preferred", "not_required"))),)
        words.append(say(seq, WordKind.CORRECT, keys, category="skill", key=dice.choice(WORK), put=put, drop=not put))
    return words


@pytest.mark.parametrize("seed", range(2))
def test_readings_put_right_between_nights_give_what_a_rebuild_gives(draft: Draft, settings: Settings, tmp_path: Path, seed: int) -> None:
    world = World(seed, 18).mails
    dice = Random(seed + 70)  # noqa: S311 - a seed, no secret
    words: list[Entered] = []
    arrival = dice.sample(world, len(world))
    for start in range(0, len(arrival), 6):
        new = demand_words(dice, arrival[: start + 6], 4)
        new += random_words(dice, [one for mail in arrival[: start + 6] for one in mail.link_keys], 2)
        said = [Entered(len(words) + number, one.at, one.word) for number, one in enumerate(new, 1)]
        words += said
        with draft.transaction() as connection:
            fold_in(connection, arrival[start : start + 6], settings, said)
    with draft.transaction() as connection:
        nightly = told(reading.requisitions(connection)), select(connection, "FROM corrections ORDER BY correction_id")
    with Draft.begin(tmp_path / "rebuilt.duckdb", fingerprint="test") as rebuilt, rebuilt.transaction() as connection:
        fold_in(connection, world, settings, words)
        assert (told(reading.requisitions(connection)), select(connection, "FROM corrections ORDER BY correction_id")) == nightly
        states = {row["state"] for row in nightly[1]}
    assert {"holds", "replaced", "undo"} <= states


FIRST, SECOND, THIRD = mail("a1"), mail("b2", days=2), mail("c3", days=4)
JAVA = requirement(min=3.0)


def read(of: Mail, *demands: Requirement, mode: Mode = Mode.FULL, answers: Mail | None = None, **more: Any) -> ReadMail:
    """A mail with one statement; it answers another, or stands alone."""
    thread = frozenset(one.message_id or "" for one in (of, answers) if one is not None)
    one = keys_of(of, mode=mode, thread=thread, organisation=f"{of.sha256[:2]}.example" if answers is None else "a1.example", **more)
    told_so = replace(statement(*demands, mode=mode), reference=None, title=None)
    return replace(read_mail(of, told_so), link_keys=(one,))


REPLY = read(SECOND, requirement(min=5.0), mode=Mode.AMENDMENT, answers=FIRST)


def seats(connection: Connection) -> dict[str, Requisition]:
    return {one.requisition_id: one for one in reading.requisitions(connection)}


def correct(seq: int, about: Mail, key: str = "java", **more: Any) -> Entered:
    return say(seq, WordKind.CORRECT, Cited(about.sha256, 0), category="skill", key=key, **more)


@pytest.fixture
def story(draft: Draft, settings: Settings) -> Iterator[Connection]:
    """A seat of two mails whose Java rises, and a seat of another asker."""
    with draft.transaction() as connection:
        fold_in(connection, [read(FIRST, JAVA), REPLY, read(THIRD, requirement("cobol"))], settings)
        yield connection


def test_words_alone_make_a_night(story: Connection, settings: Settings) -> None:
    derived = fold_in(story, [], settings, [correct(1, SECOND, drop=True)])
    first, _ = seats(story).values()
    assert (derived.mails, derived.touched) == (0, frozenset({first.requisition_id}))
    assert (first.history.changes, len(first.history.versions)) == ((), 1)
    assert [row.hint.why for row in first.history.hints] == [HintWhy.REJECTED]


def test_a_word_on_a_seat_leaves_the_others_alone(story: Connection, settings: Settings) -> None:
    before = seats(story)
    derived = fold_in(story, [], settings, [correct(1, THIRD, "cobol", put=(("min", 9.0),))])
    (changed,) = derived.touched
    assert {name: one for name, one in seats(story).items() if name != changed} == {
        name: one for name, one in before.items() if name != changed
    }


def test_a_word_on_what_is_not_there_touches_nothing(story: Connection, settings: Settings) -> None:
    before = seats(story)
    nowhere = Cited("ee" * 32, 0)
    words = [say(1, WordKind.UNLINK, nowhere), say(2, WordKind.CORRECT, nowhere, category="skill", key="java", drop=True)]
    assert fold_in(story, [], settings, words).touched == frozenset()
    assert seats(story) == before
    assert [one.state for one in told_words(story)] == ["lapsed", "lapsed"]


def test_an_undo_gives_back_what_was_read(story: Connection, settings: Settings) -> None:
    before = seats(story)
    drop, apart = correct(1, SECOND, drop=True), say(2, WordKind.UNLINK, Cited(SECOND.sha256, 0))
    fold_in(story, [], settings, [drop, apart])
    assert len(seats(story)) == 3
    fold_in(story, [], settings, [Entered(3, AT, replace(drop.word, undo=True)), Entered(4, AT, replace(apart.word, undo=True))])
    assert seats(story) == before


def test_a_verdict_lapses_with_the_change_and_comes_back_with_it(story: Connection, settings: Settings) -> None:
    (change,) = select(story, "SELECT change_id FROM changes")
    fold_in(story, [], settings, [say(1, WordKind.REVIEW, Cited(SECOND.sha256, 0), reviewed=change["change_id"], verdict=Review.CONFIRMED)])
    assert select(story, "SELECT review FROM changes") == [{"review": "confirmed"}]
    drop = correct(2, SECOND, drop=True)
    fold_in(story, [], settings, [drop])
    assert [one.state for one in told_words(story)] == ["lapsed", "holds"]
    fold_in(story, [], settings, [Entered(3, AT, replace(drop.word, undo=True))])
    assert select(story, "SELECT review FROM changes") == [{"review": "confirmed"}]


def test_a_dismissed_change_that_moves_again_is_another_one_and_open(story: Connection, settings: Settings) -> None:
    (change,) = select(story, "SELECT change_id FROM changes")
    fold_in(story, [], settings, [say(1, WordKind.REVIEW, Cited(SECOND.sha256, 0), reviewed=change["change_id"], verdict=Review.DISMISSED)])
    again = read(mail("d4", days=6), requirement(min=8.0, evidence="java 8年以上"), mode=Mode.AMENDMENT, answers=FIRST)
    fold_in(story, [again], settings)
    assert select(story, "SELECT review, after FROM changes ORDER BY stated_at") == [
        {"review": "dismissed", "after": "5+ year"},
        {"review": "open", "after": "8+ year"},
    ]


def test_a_better_extractor_moves_no_seat_by_a_word_that_lapsed(story: Connection, settings: Settings, tmp_path: Path) -> None:
    """The reading moved from Java to Kotlin: the word is told as lapsed, and the story is the one without it."""
    better = [read(FIRST, requirement("kotlin")), read(SECOND, requirement("kotlin", min=5.0), mode=Mode.AMENDMENT, answers=FIRST)]
    word = correct(1, FIRST, put=(("min", 4.0),))
    fold_in(story, [], settings, [word])
    assert [one.state for one in told_words(story)] == ["holds"]
    stories = []
    for number, words in enumerate(([word], [])):
        with Draft.begin(tmp_path / f"better{number}.duckdb", fingerprint="better") as draft, draft.transaction() as connection:
            fold_in(connection, better, settings, words)
            assert [one.state for one in told_words(connection)] == ["lapsed"] * len(words)
            stories.append(told(reading.requisitions(connection)))
    assert stories[0] == stories[1]


def test_a_mail_that_is_read_again_keeps_what_people_said(story: Connection, settings: Settings) -> None:
    words = [correct(1, FIRST, put=(("min", 4.0),)), say(2, WordKind.UNLINK, Cited(SECOND.sha256, 0))]
    fold_in(story, [], settings, words)
    before = seats(story)
    fold_in(story, [read(FIRST, JAVA), REPLY], settings)
    assert seats(story) == before


def test_a_mail_that_comes_late_joins_what_people_merged(draft: Draft, settings: Settings) -> None:
    """Its reply was merged with another seat; the original founds what both are now, and every old id finds it."""
    with draft.transaction() as connection:
        fold_in(connection, [REPLY, read(THIRD, requirement("cobol"))], settings)
        old = list(seats(connection))
        fold_in(connection, [], settings, [say(1, WordKind.MERGE, Cited(THIRD.sha256, 0), REPLY.link_keys[0])])
        (merged,) = seats(connection).values()
        assert (merged.requisition_id, {link.rule for link in merged.links}) == (old[0], {LinkRule.ROOT, LinkRule.PERSON})
        late = read(FIRST, JAVA)
        fold_in(connection, [late], settings)
        (joined,) = seats(connection).values()
        assert joined.requisition_id == late.link_keys[0].statement_id
        assert all(reading.find_requisition(connection, name) == [joined.requisition_id] for name in old)


def test_a_word_can_give_a_proposal_its_seat(draft: Draft, settings: Settings) -> None:
    """Nothing that it shares leads there; taken back, it belongs to nobody again."""
    keys = keys_of(SECOND, founds=False, mode=Mode.AMENDMENT, organisation=None, thread=frozenset({"<alone>"}))
    proposal = replace(read_mail(SECOND, events=(EVENT,)), link_keys=(keys,))
    with draft.transaction() as connection:
        fold_in(connection, [read(FIRST, JAVA), proposal], settings)
        (seat,) = seats(connection).values()
        assert (seat.events, len(reading.loose_events(connection))) == ((), 1)
        word = say(1, WordKind.LINK, Cited(SECOND.sha256, 0), read(FIRST).link_keys[0])
        fold_in(connection, [], settings, [word])
        (seat,) = seats(connection).values()
        assert ([row.sha256 for row in seat.events], reading.loose_events(connection)) == ([SECOND.sha256], [])
        fold_in(connection, [], settings, [Entered(2, AT, replace(word.word, undo=True))])
        (seat,) = seats(connection).values()
        assert (seat.events, len(reading.loose_events(connection))) == ((), 1)


def test_what_belongs_together_waits_together_for_its_seat(draft: Draft, settings: Settings) -> None:
    """Two proposals of which a person said that they are for one seat; the seat comes to light nights later, and shares with one only."""
    loose: dict[str, Any] = {"founds": False, "mode": Mode.AMENDMENT, "organisation": None}
    proposals = [
        replace(read_mail(of, events=(EVENT,)), link_keys=(keys_of(of, thread=frozenset({thread}), **loose),))
        for of, thread in ((SECOND, "<one>"), (THIRD, "<other>"))
    ]
    one, other = (mail.link_keys[0] for mail in proposals)
    with draft.transaction() as connection:
        fold_in(connection, proposals, settings, [say(1, WordKind.LINK, other, one)])
        assert (seats(connection), len(reading.loose_events(connection))) == ({}, 2)
        asked = read(mail("a0", days=1), JAVA)
        thread = frozenset({"<one>"})
        fold_in(connection, [replace(asked, link_keys=(replace(asked.link_keys[0], thread=thread),))], settings)
        (seat,) = seats(connection).values()
        assert ([row.sha256 for row in seat.events], reading.loose_events(connection)) == ([SECOND.sha256, THIRD.sha256], [])


def test_what_was_known_then_knows_no_later_word(story: Connection, settings: Settings) -> None:
    fold_in(story, [], settings, [correct(1, SECOND, drop=True)])
    seat = next(iter(seats(story)))
    said_at = AT + timedelta(minutes=1)

    def changes(known_at: datetime | None, as_of: datetime | None = None) -> int:
        then = looked_back(story, seat, as_of=as_of, known_at=known_at, min_confidence=0.5)
        assert then is not None
        return len(then.history.changes)

    assert changes(said_at) == 1
    assert changes(said_at + timedelta(seconds=1)) == 0
    assert changes(None, as_of=THIRD.stated_at) == 0, "what was stated then is told with today's knowledge"


def test_what_was_known_then_was_not_reviewed_yet(story: Connection, settings: Settings) -> None:
    (change,) = select(story, "SELECT change_id FROM changes")
    fold_in(story, [], settings, [say(1, WordKind.REVIEW, Cited(SECOND.sha256, 0), reviewed=change["change_id"], verdict=Review.CONFIRMED)])
    seat, told_at = next(iter(seats(story))), AT + timedelta(minutes=1)
    for known_at, review in ((told_at, Review.OPEN), (told_at + timedelta(seconds=1), Review.CONFIRMED), (None, Review.CONFIRMED)):
        then = looked_back(story, seat, as_of=THIRD.stated_at, known_at=known_at, min_confidence=0.5)
        assert then is not None
        assert [one.review for one in then.history.changes] == [review]


def test_a_person_settles_a_doubtful_link(story: Connection, settings: Settings) -> None:
    (link_before,) = [one for one in next(iter(seats(story).values())).links if one.parent_statement_id]
    fold_in(story, [], settings, [say(1, WordKind.LINK, Cited(SECOND.sha256, 0), read(FIRST).link_keys[0])])
    (link_now,) = [one for one in next(iter(seats(story).values())).links if one.parent_statement_id]
    assert (link_now.rule, link_now.score) == (LinkRule.PERSON, 1.0)
    assert link_now.requisition_id == link_before.requisition_id
