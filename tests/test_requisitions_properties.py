"""Laws of linking and folding that no single example can show."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from requisitions.differences import change_between, diff
from requisitions.folding import apply_statement, fold
from requisitions.linking import best_parent, fold_order, keys_of, link
from requisitions.mentions import spoken_words
from requisitions.statements import Requirement
from requisitions.values import is_present
from requisitions.versions import History, LinkKeys, Stated, Version
from requisitions.words import ChangeKind, Mode, Status
from tests.requisitions_fixtures import amend, demand, full, keys, stated

VALUES: list[dict[str, Any]] = [
    {},
    {"min": 3, "unit": "year"},
    {"min": 5, "max": 7, "unit": "year"},
    {"max": 6, "unit": "month"},
    {"text": "N2"},
    {"text": "n1, N2"},
    {"max": 1, "unit": "year", "relative": True},
]
UNSURE: list[dict[str, Any]] = [{}, {}, {}, {}, {"hedged": True}, {"condition": "if so"}, {"confidence": 0.2}, {"necessity_stated": False}]
KEYS = ("skill/java", "skill/kotlin", "rate/rate", "remote/remote", "contract/c2c", "role/clerk", "experience/stock")


@st.composite
def demands(draw: st.DrawFn) -> Requirement:
    made = demand(
        draw(st.sampled_from(KEYS)),
        draw(st.sampled_from(["must", "must", "preferred", "not_required", "excluded"])),
        **draw(st.sampled_from(VALUES)),
        **draw(st.sampled_from(UNSURE)),
    )
    return replace(made, start=draw(st.integers(0, 3)), group=draw(st.sampled_from([None, None, "g1"])), open_class=draw(st.booleans()))


def unique(told: Iterable[Requirement]) -> tuple[Requirement, ...]:
    return tuple({one.identity: one for one in told}.values())


@st.composite
def stories(draw: st.DrawFn) -> list[Stated]:
    told = []
    for day in range(draw(st.integers(1, 6))):
        asked = unique(draw(st.lists(demands(), min_size=1, max_size=5)))
        mode = draw(st.sampled_from([Mode.FULL, Mode.AMENDMENT]))
        status = draw(st.sampled_from([{}, {}, {}, {"status": "paused"}, {"status": "closed"}, {"status": "open"}]))
        told.append(stated(day, mode, asked, **status))
    return told


def present(version: Version) -> dict[str, Requirement]:
    asked = (home.requirement for home in version.held)
    return {f"{one.category}/{one.key}": one for one in asked if is_present(one)}


def first_full(told: list[Stated]) -> str | None:
    return next((one.statement_id for one in told if one.statement.mode is Mode.FULL), None)


@given(stories(), st.randoms())
def test_fold_is_a_function_of_the_set_of_statements(told: list[Stated], chance: Any) -> None:
    history = fold("r1", told)
    shuffled = [*told, chance.choice(told)]
    chance.shuffle(shuffled)
    assert fold("r1", shuffled) == history


@given(stories(), st.data())
def test_words_sent_again_never_make_a_change(told: list[Stated], data: st.DataObject) -> None:
    """Whichever earlier text comes again, whatever came between."""
    earlier = data.draw(st.sampled_from(told))
    again = stated(30, earlier.statement.mode, ())
    history = fold("r1", told)
    repeated = fold("r1", [*told, replace(again, statement=earlier.statement)])
    assert repeated.changes == history.changes
    assert repeated.versions == history.versions


@given(stories())
def test_applying_twice_equals_applying_once(told: list[Stated]) -> None:
    version: Version | None = None
    for one in told:
        version = apply_statement(version, one, requisition_id="r1")
        assert apply_statement(version, one, requisition_id="r1") is version


@given(stories())
def test_a_version_does_not_differ_from_itself(told: list[Stated]) -> None:
    for version in fold("r1", told).versions:
        assert diff(version, version, told[0]) == ()


@given(stories())
def test_replaying_the_changes_gives_the_next_version(told: list[Stated]) -> None:
    history = fold("r1", told)
    for before, after in zip(history.versions, history.versions[1:], strict=False):
        if after.statement_id == first_full(told):
            continue  # its silence and news are no changes where an amendment founded the seat
        changes = [change for change in history.changes if change.version == after.number]
        names = set(present(before))
        for change in changes:
            name = f"{change.category}/{change.key}"
            if change.change is ChangeKind.ADDED:
                names.add(name)
            elif change.change is ChangeKind.REMOVED:
                names.remove(name)
        assert names == set(present(after))
        moved = {f"{change.category}/{change.key}" for change in changes}
        still = names - moved
        assert all(change_between(present(before)[name], present(after)[name]) is None for name in still)
        assert ("status/status" in moved) is (before.status is not after.status)


@given(stories())
def test_every_change_has_a_name_of_its_own_and_words_that_can_be_shown(told: list[Stated]) -> None:
    history = fold("r1", told)
    assert len({change.change_id for change in history.changes}) == len(history.changes)
    numbers = [version.number for version in history.versions]
    assert numbers == list(range(1, len(numbers) + 1))
    for change in history.changes:
        assert change.implied or change.evidence
        assert change.before is not None or change.after is not None
        assert (change.evidence is None) or (change.evidence == evidence_in(told, change.sha256, change.key))


def evidence_in(told: list[Stated], sha256: str, key: str) -> str | None:
    statement = next(one.statement for one in told if one.mail.sha256 == sha256)
    if key == "status":
        return statement.status_evidence
    return next(one.evidence for one in statement.requirements if one.key == key)


@given(stories())
def test_every_demand_of_a_version_was_said_in_the_mail_that_it_names(told: list[Stated]) -> None:
    """Trap 7."""
    said = {(one.mail.sha256, asked.evidence) for one in told for asked in one.statement.requirements}
    for version in fold("r1", told).versions:
        assert {(home.sha256, home.requirement.evidence) for home in version.held} <= said


@given(stories())
def test_status_moves_only_when_stated_or_by_a_full(told: list[Stated]) -> None:
    silent = [replace(one, statement=replace(one.statement, mode=Mode.AMENDMENT, status_stated=False)) for one in told]
    assert {version.status for version in fold("r1", silent).versions} == {Status.OPEN}


# --- linking: arrival order does not matter --------------------------------------------------------------------------

TITLES = ["crane operator hull", "crane operator goole", "溶接工 大阪", "溶接工 造船所 大阪", "update", "night guard", None]


@st.composite
def worlds(draw: st.DrawFn) -> list[LinkKeys]:
    world: list[LinkKeys] = []
    for number in range(draw(st.integers(2, 14))):
        day = draw(st.sampled_from([0, 0.5, 1, 2, 3, 50, 95, 200]))
        seats = draw(st.sampled_from([1, 1, 1, 2]))
        answered = draw(st.sampled_from([None, *world]))
        answers = frozenset[str]() if answered is None else answered.thread
        shared: dict[str, Any] = {
            "sender": draw(st.sampled_from(["sato@prime.example", "mori@prime.example", "abe@jute.example"])),
            "mode": draw(st.sampled_from([Mode.FULL, Mode.AMENDMENT])),
            "own": draw(st.sampled_from([False, False, False, True])),
            "founds": draw(st.sampled_from([True, True, True, False])),
            "subject": draw(st.sampled_from(TITLES)),
            "client": draw(st.sampled_from([None, None, "Wharf Nine"])),
            "seats": seats,
            "called": frozenset({"prime", "wharf nine"} if draw(st.booleans()) else ()),
            "says": spoken_words(draw(st.sampled_from(["", "About the crane operator in Hull, for Wharf Nine", "prime: the welder"]))),
        }
        if shared["own"]:
            shared["partners"] = draw(st.sampled_from([frozenset(), frozenset({"prime.example"}), frozenset({"jute.example"})]))
            shared["called"] = frozenset()
        for ordinal in range(seats):
            told: dict[str, Any] = {"words": draw(st.sampled_from(["", "skill/tig", "skill/tig role/welder", "role/guard"]))}
            if reference := draw(st.sampled_from([None, None, "AB-1", "AB-2"])):
                told["reference"] = reference
            if seats > 1:
                told["title"] = draw(st.sampled_from(TITLES))
            world.append(keys(day, str(number), ordinal=ordinal, answers=answers, **shared, **told))
    return world


Claims = dict[str, tuple[str, str, float] | None]


class Store:
    """What a store does each night (D12): link the new, and those that share a key with them and come later in fold order."""

    def __init__(self) -> None:
        self.index: defaultdict[str, dict[str, LinkKeys]] = defaultdict(dict)
        self.claims: Claims = {}

    def sharing(self, one: LinkKeys) -> dict[str, LinkKeys]:
        return {other.statement_id: other for key in keys_of(one) for other in self.index[key].values()}

    def take(self, night: list[LinkKeys]) -> None:
        for one in night:
            for key in keys_of(one):
                self.index[key][one.statement_id] = one
        touched = {one.statement_id: one for one in night}
        for one in night:
            touched |= {name: other for name, other in self.sharing(one).items() if fold_order(other) > fold_order(one)}
        for name, child in touched.items():
            found = best_parent(child, self.sharing(child).values())
            self.claims[name] = None if found is None else (found[0].statement_id, found[1], found[2])

    def root(self, name: str) -> str:
        while claim := self.claims[name]:
            name = claim[0]
        return name


def rebuilt(world: list[LinkKeys]) -> dict[str, str]:
    return {one.statement_id: one.requisition_id for one in link(world)}


@settings(max_examples=150, deadline=None)
@given(worlds(), st.randoms())
def test_nightly_links_equal_a_rebuild_whatever_the_order_of_arrival(world: list[LinkKeys], chance: Any) -> None:
    """Trap 1: "already stored" in linking."""
    arrivals = world.copy()
    chance.shuffle(arrivals)
    store = Store()
    while arrivals:
        cut = chance.randint(1, len(arrivals))
        store.take(arrivals[:cut])
        arrivals = arrivals[cut:]
    whole = link(world)
    assert {one.statement_id: store.claims[one.statement_id] for one in whole} == {
        one.statement_id: None if one.parent_statement_id is None else (one.parent_statement_id, one.rule, one.score) for one in whole
    }
    assert {one.statement_id: store.root(one.statement_id) for one in whole} == rebuilt(world)


@settings(max_examples=80, deadline=None)
@given(worlds(), st.randoms(), st.data())
def test_links_and_stories_do_not_depend_on_order(world: list[LinkKeys], chance: Any, data: st.DataObject) -> None:
    told = {one.statement_id: story_of(one, unique(data.draw(st.lists(demands(), max_size=3)))) for one in world}
    shuffled = world.copy()
    chance.shuffle(shuffled)
    assert link(shuffled) == link(world)
    assert histories(shuffled, told) == histories(world, told)


def story_of(one: LinkKeys, asked: tuple[Requirement, ...]) -> Stated:
    made = full(0, *asked) if one.mode is Mode.FULL else amend(0, *asked)
    mail = replace(made.mail, sha256=one.sha256, stated_at=one.stated_at)
    return Stated(one.statement_id, replace(made.statement, ordinal=one.ordinal), mail)


def histories(world: list[LinkKeys], told: dict[str, Stated]) -> dict[str, History]:
    members: defaultdict[str, list[Stated]] = defaultdict(list)
    for name, root in rebuilt(world).items():
        members[root].append(told[name])
    return {root: fold(root, statements) for root, statements in members.items()}


@settings(max_examples=80, deadline=None)
@given(worlds())
def test_every_link_keeps_the_laws(world: list[LinkKeys]) -> None:
    known = {one.statement_id: one for one in world}
    for one in link(world):
        assert 0.0 <= one.score <= 1.0
        if one.parent_statement_id is None:
            assert one.requisition_id == one.statement_id
            continue
        child, parent = known[one.statement_id], known[one.parent_statement_id]
        assert fold_order(parent) < fold_order(child)
        assert keys_of(parent) & keys_of(child), "a store joins on keys"
        assert not (child.reference and parent.reference and child.reference != parent.reference)
        assert best_parent(child, world) == best_parent(child, [parent]) or one.score == 0.4, "a score reads two statements only"
