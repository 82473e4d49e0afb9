"""The bench of linking: its measure on groups that can be counted by hand, and the stories of traps that it measures with."""

import pytest

from bench.linking import bcubed, figures, folded_twins, read
from bench.mailgen.frames import Side
from bench.mailgen.story import Case
from bench.mailgen.traps import temptation, world, worlds

Sets = dict[str, frozenset[str]]


def groups(**mails: str) -> Sets:
    """Mails with the groups they are in, a letter each."""
    return {mail: frozenset(letters) for mail, letters in mails.items()}


def f1(must: Sets, got: Sets) -> float:
    return bcubed(must, must, got)[0]["f1"]


def test_the_same_groups_under_other_names_are_right() -> None:
    assert bcubed(groups(a="x", b="x", c="y"), groups(a="x", b="x", c="y"), groups(a="1", b="1", c="2")) == (
        {"precision": 1.0, "recall": 1.0, "f1": 1.0},
        [],
    )


def test_a_split_costs_recall_and_a_merger_precision() -> None:
    must = groups(a="x", b="x", c="y", d="y")
    split, wrong = bcubed(must, must, groups(a="1", b="2", c="3", d="3"))
    assert (split["precision"], split["recall"], wrong) == (1.0, 0.75, ["a", "b"])
    merged, _ = bcubed(must, must, groups(a="1", b="1", c="1", d="1"))
    assert (merged["precision"], merged["recall"]) == (0.5, 1.0)


def test_a_mail_that_is_nowhere_counts_against_both() -> None:
    found, _ = bcubed(groups(a="x", b="x"), groups(a="x", b="x"), groups(a="1", b=""))
    assert (found["precision"], found["recall"]) == (0.5, 0.25)


def test_a_mail_about_nothing_counts_neither_way_unless_it_stands_with_others() -> None:
    must = groups(a="x", b="x", noise="")
    assert f1(must, groups(a="1", b="1", noise="")) == 1.0
    assert f1(must, groups(a="1", b="1", noise="2")) == 1.0
    assert f1(must, groups(a="1", b="1", noise="1")) < 1.0


def test_what_may_belong_is_no_fault() -> None:
    must, may = groups(a="x", b="x", offer=""), groups(a="x", b="x", offer="x")
    assert bcubed(must, may, groups(a="1", b="1", offer="1"))[0]["f1"] == 1.0


def test_a_seat_of_two_brokers_is_found_folded_only_where_its_mails_meet() -> None:
    must = {"a": frozenset({"s/R1"}), "b": frozenset({"s/R1b"}), "list": frozenset({"s/R1", "s/R2"})}
    assert folded_twins(must, groups(a="1", b="2", list="12")) == (1, 0)
    assert folded_twins(must, groups(a="1", b="1", list="1")) == (1, 1)


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return [temptation(3, number, Side.OPEN) for number in range(24)]


def test_the_same_seed_tells_the_same_bytes() -> None:
    assert [mail.raw for mail in temptation(3, 5, Side.OPEN).mails] == [mail.raw for mail in temptation(3, 5, Side.OPEN).mails]


def test_no_two_mails_have_one_message_id_and_each_bears_its_own(cases: list[Case]) -> None:
    mails = [mail for case in cases for mail in case.mails]
    assert len({mail.message_id for mail in mails}) == len(mails)
    assert all(f"Message-ID: {mail.message_id}\r\n".encode() in mail.raw for mail in mails)


def test_every_trap_is_told(cases: list[Case]) -> None:
    full = [[one for one in mail.truth.statements if one.mode == "full"] for case in cases for mail in case.mails]
    assert sum(len(told) > 1 for told in full) > 10, "lists of seats"
    firsts = [
        (case.id, mail.subject) for case in cases for mail in case.mails if len(mail.truth.statements) == 1 and mail.subject[:3] != "Re:"
    ]
    assert len(set(firsts)) < len(firsts), "one subject for several seats"
    assert any(one.requisition.endswith("b") for told in full for one in told), "a seat of two brokers"
    offers = [mail.truth.mentions for case in cases for mail in case.mails if mail.truth.kind == "candidate" and mail.sender.role == "ours"]
    assert any(len(mentions) == 1 for mentions in offers), "a proposal for one seat"


def test_a_list_of_open_seats_changes_none_of_them(cases: list[Case]) -> None:
    lists = [mail for case in cases for mail in case.mails if len(mail.truth.statements) > 1 and mail is not case.mails[0]]
    assert lists
    assert [change for mail in lists for change in mail.truth.changes] == []


def test_plain_stories_and_traps_take_turns() -> None:
    assert ["trap" in world(3, number, Side.OPEN).id for number in range(4)] == [False, False, True, True]
    told = list(worlds(3, 30, Side.OPEN))
    assert sum(len(case.mails) for case in told) >= 30 > sum(len(case.mails) for case in told[:-1])


def test_the_figures_of_a_few_stories() -> None:
    row, _ = figures([one for number in range(6) for one in read(world(3, number, Side.OPEN))])
    assert row["b3"]["f1"] > 0.9
    assert row["folded_together"] == 0
