"""One statement applied to the version before it: the table of DECISIONS.md D3."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from requisitions.folding import apply_statement
from requisitions.statements import Requirement
from requisitions.versions import Stated, Version
from requisitions.words import ChangeKind, Mode, Necessity, Speaker, Status
from tests.requisitions_fixtures import amend, demand, full, held, hint, last, names, story

Maker = Callable[..., Stated]

JAVA = demand("skill/java", min=3, unit="year")
AWS = demand("skill/aws", "preferred")


def after(*statements: Stated) -> Version:
    """The version that holds after the statements, one applied to the other."""
    version: Version | None = None
    for statement in statements:
        version = apply_statement(version, statement, requisition_id="r1")
    assert version is not None
    return version


def value(requirement: Requirement) -> tuple[float | None, float | None, str | None, str | None]:
    return (requirement.min, requirement.max, requirement.unit, requirement.text)


def test_the_first_statement_makes_version_one() -> None:
    stated = full(0, JAVA, AWS, stated_by=Speaker.END_CLIENT)
    version = after(stated)
    assert (version.number, version.mode, version.status, version.stated_by) == (1, Mode.FULL, Status.OPEN, Speaker.END_CLIENT)
    assert (version.statement_id, version.sha256) == (stated.statement_id, stated.mail.sha256)
    assert names(version) == ["skill/java", "skill/aws"]


def test_a_full_starts_from_nothing_and_an_amendment_touches_what_it_names() -> None:
    first = full(0, JAVA, AWS)
    assert names(after(first, full(7, demand("skill/go")))) == ["skill/go"]
    assert names(after(first, amend(7, demand("skill/go")))) == ["skill/java", "skill/aws", "skill/go"]


def test_each_demand_keeps_the_mail_that_its_words_came_from() -> None:
    """Trap 7: a version made from several mails."""
    first, second, third = full(0, JAVA, AWS), amend(5, demand("skill/aws")), amend(9, demand("rate/rate", max=60, unit="usd_per_hour"))
    homes = {home.requirement.key: home.sha256 for home in after(first, second, third).held}
    assert homes == {"java": first.mail.sha256, "aws": second.mail.sha256, "rate": third.mail.sha256}


def test_each_demand_keeps_who_said_it() -> None:
    own_word = demand("skill/aws", stated_by=Speaker.END_CLIENT)
    speakers = {home.requirement.key: home.stated_by for home in after(full(0, JAVA, own_word)).held}
    assert speakers == {"java": Speaker.INTERMEDIARY, "aws": Speaker.END_CLIENT}


def test_a_value_is_replaced_whole() -> None:
    """Trap 4: "up to 62" over 65-70 has no lower bound left."""
    version = after(
        full(0, demand("rate/rate", min=650000, max=700000, unit="jpy_per_month", text="before tax")),
        amend(3, demand("rate/rate", max=620000, unit="jpy_per_month")),
    )
    assert value(held(version, "rate/rate")) == (None, 620000, "jpy_per_month", None)


@pytest.mark.parametrize(
    ("bare", "expected"),
    [
        ({"min": 13.4, "max": 13.4}, "gbp_per_hour"),
        ({"max": 51.2}, "gbp_per_hour"),
        ({"min": 3.2}, "gbp_per_hour"),
        ({"max": 51.3}, None),
        ({"max": 0}, None),
        ({"max": 110, "unit": "gbp_per_day"}, "gbp_per_day"),
        ({"text": "negotiable"}, None),
    ],
)
def test_a_bare_number_near_the_held_one_is_in_its_unit(bare: dict[str, float], expected: str | None) -> None:
    version = after(full(0, demand("rate/rate", min=12.8, max=12.8, unit="gbp_per_hour")), amend(3, demand("rate/rate", **bare)))
    assert held(version, "rate/rate").unit == expected


def test_a_bare_number_beside_words_or_another_bare_number_stays_bare() -> None:
    for before in (demand("rate/rate", text="skill-based"), demand("rate/rate", max=13), demand("rate/rate", "not_required")):
        assert held(after(full(0, before), amend(3, demand("rate/rate", max=14))), "rate/rate").unit is None


@pytest.mark.parametrize("tell", [full, amend])
def test_a_demand_told_again_without_a_value_keeps_its_value(tell: Maker) -> None:
    again = tell(3, demand("skill/java", evidence="Java as before"))
    assert value(held(after(full(0, JAVA), again), "skill/java")) == (3, None, "year", None)


def test_a_promotion_without_a_value_keeps_the_years() -> None:
    version = after(full(0, demand("skill/aws", "preferred", min=1, unit="year")), amend(3, demand("skill/aws")))
    assert held(version, "skill/aws").necessity is Necessity.MUST
    assert value(held(version, "skill/aws")) == (1, None, "year", None)


def test_a_refusal_does_not_keep_the_value_of_what_was_asked() -> None:
    version = after(full(0, JAVA), amend(3, demand("skill/java", "excluded")))
    assert value(held(version, "skill/java")) == (None, None, None, None)


def test_a_value_alone_keeps_the_held_necessity() -> None:
    bare = demand("skill/aws", min=3, unit="year", necessity_stated=False)
    assert held(after(full(0, AWS), amend(3, bare)), "skill/aws").necessity is Necessity.PREFERRED
    assert held(after(full(0, JAVA), amend(3, bare)), "skill/aws").necessity is Necessity.MUST
    waived = full(0, demand("skill/aws", "not_required"))
    assert held(after(waived, amend(3, bare)), "skill/aws").necessity is Necessity.MUST


def test_a_waiver_is_kept_without_value_as_a_known_absence() -> None:
    version = after(full(0, JAVA), amend(3, demand("skill/java", "not_required", min=3, unit="year", group="g")))
    assert names(version) == ["(skill/java)"]
    assert value(held(version, "skill/java")) == (None, None, None, None)
    assert held(version, "skill/java").group is None


def test_a_waiver_of_what_nobody_asked_is_known_from_then_on() -> None:
    version = after(full(0, JAVA), amend(3, demand("age/age", "not_required")))
    assert names(version) == ["skill/java", "(age/age)"]
    assert after(full(0, JAVA), amend(3, demand("age/age", "not_required")), amend(4, demand("age/age", "not_required"))).number == 2


def test_a_waived_demand_that_comes_back_has_no_old_value() -> None:
    version = after(full(0, JAVA), amend(3, demand("skill/java", "not_required")), amend(5, demand("skill/java")))
    assert value(held(version, "skill/java")) == (None, None, None, None)


@pytest.mark.parametrize(
    ("unsure", "why"),
    [
        ({"hedged": True}, "hedged"),
        ({"condition": "if nobody applies"}, "conditional"),
        ({"confidence": 0.3}, "low-confidence"),
    ],
)
@pytest.mark.parametrize("tell", [full, amend])
def test_unsure_words_move_nothing_and_become_hints(unsure: dict[str, object], why: str, tell: Maker) -> None:
    doubtful = demand("skill/java", min=8, unit="year", **unsure)
    history = story(full(0, JAVA), tell(3, doubtful))
    assert value(held(last(history), "skill/java")) == (3, None, "year", None)
    assert [(row.hint.requirement.key, row.hint.why) for row in history.hints] == [("java", why)]
    assert history.changes == ()


def test_confidence_is_measured_by_the_setting() -> None:
    doubtful = amend(3, demand("skill/go", confidence=0.6))
    assert names(apply_statement(after(full(0, JAVA)), doubtful, requisition_id="r1", min_confidence=0.7)) == ["skill/java"]
    assert names(apply_statement(after(full(0, JAVA)), doubtful, requisition_id="r1", min_confidence=0.6)) == ["skill/java", "skill/go"]
    halves = amend(3, demand("skill/go", confidence=0.5), demand("skill/rust", confidence=0.49))
    assert names(after(full(0, JAVA), halves)) == names(last(story(full(0, JAVA), halves))) == ["skill/java", "skill/go"]


def test_what_the_reader_gave_as_a_hint_is_not_removed_by_a_resend() -> None:
    unsure = hint(demand("rate/rate", max=70, unit="usd_per_hour", hedged=True), "hedged")
    rate = demand("rate/rate", max=60, unit="usd_per_hour")
    history = story(full(0, JAVA, rate), full(7, JAVA, hints=(unsure,)))
    assert value(held(last(history), "rate/rate")) == (None, 60, "usd_per_hour", None)
    assert (history.changes, len(history.hints)) == ((), 1)


def test_a_relative_step_moves_the_held_number() -> None:
    more = demand("rate/rate", max=30000, unit="jpy_per_month", relative=True)
    version = after(full(0, demand("rate/rate", min=600000, max=650000, unit="jpy_per_month")), amend(3, more))
    assert value(held(version, "rate/rate")) == (600000, 680000, "jpy_per_month", None)


def test_a_relative_step_is_taken_once_per_distinct_text() -> None:
    held_ = full(0, demand("headcount/headcount", min=1, max=1, unit="person"))
    one_more = demand("headcount/headcount", min=1, max=1, unit="person", relative=True, evidence="one more person")
    assert held(after(held_, amend(3, one_more), amend(5, one_more)), "headcount/headcount").max == 2
    three = demand("headcount/headcount", min=3, max=3, unit="person")
    history = story(held_, amend(3, one_more), amend(5, three), amend(8, JAVA, replace(one_more, start=40)))
    assert held(last(history), "headcount/headcount").max == 3
    assert [row.hint.why for row in history.hints] == ["unresolved"]
    another = replace(one_more, evidence="and one more on top")
    assert held(last(story(held_, amend(3, one_more), amend(5, another))), "headcount/headcount").max == 3


@pytest.mark.parametrize(
    ("before", "tell"),
    [
        (full(0, JAVA), amend),
        (full(0, demand("rate/rate", text="skill-based")), amend),
        (full(0, demand("rate/rate", max=60, unit="usd_per_hour")), amend),
        (full(0, demand("rate/rate", max=600000, unit="jpy_per_month")), full),
    ],
)
def test_a_step_without_a_number_to_start_from_stays_unresolved(before: Stated, tell: Maker) -> None:
    more = demand("rate/rate", max=30000, unit="jpy_per_month", relative=True)
    history = story(before, tell(3, more))
    assert [row.hint.why for row in history.hints] == ["unresolved"]
    assert [change for change in history.changes if change.category == "rate"] == []


def test_status_moves_only_if_stated_and_a_full_is_open() -> None:
    """Trap 5: amend a paused seat and it is still paused."""
    paused = (full(0, JAVA), amend(3, status="paused"))
    assert after(*paused, amend(5, AWS)).status is Status.PAUSED
    assert after(*paused, full(5, AWS)).status is Status.OPEN
    assert after(*paused, full(5, AWS, status="closed")).status is Status.CLOSED
    assert after(*paused, amend(5, status="open")).status is Status.OPEN


def test_a_seat_founded_by_a_closing_is_closed() -> None:
    assert after(amend(0, status="closed")).status is Status.CLOSED


@pytest.mark.parametrize(
    "again",
    [
        full(7, JAVA, AWS),
        full(7, AWS, JAVA),
        full(7, replace(AWS, evidence="ＡＷＳ 尚可", start=70, end=77), replace(JAVA, evidence="● Java", label="JAVA")),
        full(7, demand("skill/java"), AWS),
        amend(7),
        amend(7, JAVA),
        amend(7, status="open"),
        full(7, JAVA, AWS, status="open"),
    ],
)
def test_the_same_demands_give_the_old_version_itself(again: Stated) -> None:
    """Trap 3: other order, width and bullets are no change."""
    version = after(full(0, JAVA, AWS))
    assert apply_statement(version, again, requisition_id="r1") is version


def test_an_amendment_touches_only_the_groups_that_it_names() -> None:
    java, kotlin = (demand(f"skill/{name}", group="g1", group_need=1) for name in ("java", "kotlin"))
    version = after(full(0, java, kotlin), amend(3, demand("skill/java", min=3, unit="year")))
    assert held(version, "skill/java").group == held(version, "skill/kotlin").group == "g1"


def test_a_new_alternative_joins_the_group_that_its_mate_is_in() -> None:
    java, kotlin = (demand(f"skill/{name}", group="g1") for name in ("java", "kotlin"))
    more = amend(3, demand("skill/kotlin", group="x"), demand("skill/scala", group="x"))
    history = story(full(0, java, kotlin), more)
    assert {held(last(history), f"skill/{name}").group for name in ("java", "kotlin", "scala")} == {"g1"}
    assert [(change.key, change.effect) for change in history.changes] == [("scala", "easier")]


def test_groups_of_two_mails_with_one_name_stay_apart() -> None:
    clouds = (demand("skill/gcp", group="g1"), demand("skill/azure", group="g1"))
    languages = (demand("skill/java", group="g1"), demand("skill/kotlin", group="g1"))
    version = after(full(0, *languages), amend(3, *clouds))
    assert held(version, "skill/java").group != held(version, "skill/gcp").group
    assert held(version, "skill/gcp").group == held(version, "skill/azure").group


def test_an_alternative_to_what_was_asked_alone_is_easier() -> None:
    either = amend(3, demand("skill/gcp", group="g1"), demand("skill/aws", group="g1"))
    history = story(full(0, demand("skill/gcp")), either)
    assert [(change.key, change.effect) for change in history.changes] == [("aws", "easier")]


def test_alternatives_that_become_joint_demands_make_a_version_though_no_demand_moved() -> None:
    either = full(0, demand("skill/gcp", group="g1"), demand("skill/aws", group="g1"))
    both = full(3, demand("skill/gcp"), demand("skill/aws"))
    assert after(either, both).number == 2
    assert after(either, full(3, demand("skill/aws", group="other"), demand("skill/gcp", group="other"))).number == 1


def test_how_many_alternatives_are_enough_is_part_of_what_is_demanded() -> None:
    def clouds(need: int | None) -> tuple[Requirement, Requirement]:
        return demand("skill/gcp", group="g1", group_need=need), demand("skill/aws", group="g1", group_need=need)

    assert after(full(0, *clouds(None)), full(3, *clouds(1))).number == 1
    assert after(full(0, *clouds(1)), full(3, *clouds(2))).number == 2


def test_a_group_of_one_is_no_group() -> None:
    assert after(full(0, demand("skill/gcp", group="g1")), full(3, demand("skill/gcp"))).number == 1


OPEN = {"open_class": True}


@pytest.mark.parametrize(
    ("held_label", "told_label"),
    [
        ("inventory counting", "inventory counting by scanner"),
        ("伝票の起票と照合", "伝票の起票"),
        ("Inventory  Counting", "inventory-counting"),
    ],
)
def test_in_a_full_a_demand_in_other_words_pairs_with_the_held_one(held_label: str, told_label: str) -> None:
    old = demand("experience/a", label=held_label, **OPEN)
    new = demand("experience/b", label=told_label, **OPEN)
    history = story(full(0, old), full(7, new))
    assert (names(last(history)), history.changes, len(history.versions)) == (["experience/a"], (), 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (demand("experience/a", label="stock keeping", **OPEN), demand("experience/b", label="forwarding", **OPEN)),
        (demand("experience/a", label="PC", **OPEN), demand("experience/b", label="PC kitting", **OPEN)),
        (demand("experience/a", label="棚", **OPEN), demand("experience/b", label="棚卸", **OPEN)),
        (demand("trait/a", label="stock keeping", **OPEN), demand("experience/b", label="stock keeping", **OPEN)),
        (demand("experience/a", label="stock keeping"), demand("experience/b", label="stock keeping", open_class=False)),
        (demand("experience/a", "not_required", label="stock keeping"), demand("experience/b", label="stock keeping", **OPEN)),
    ],
)
def test_demands_that_do_not_say_the_same_do_not_pair(old: Requirement, new: Requirement) -> None:
    assert "experience/b" in names(after(full(0, old), full(7, new)))


def test_a_held_demand_that_is_told_itself_is_not_free_to_pair() -> None:
    sap, fiori = demand("skill/sap", label="SAP suite", **OPEN), demand("skill/sap-fiori", label="SAP suite Fiori", **OPEN)
    assert names(after(full(0, sap), full(7, fiori, sap))) == ["skill/sap-fiori", "skill/sap"]


def test_one_held_demand_pairs_once_with_the_nearest() -> None:
    old = demand("experience/a", label="stock keeping", **OPEN)
    near, far = (
        demand(f"experience/{key}", label=label, **OPEN) for key, label in (("b", "stock keeping, cold"), ("c", "stock keeping for food"))
    )
    assert names(after(full(0, old), full(7, near, far))) == ["experience/a", "experience/c"]


def test_of_several_held_demands_the_nearest_pairs() -> None:
    longer, shorter = (
        demand(f"experience/{key}", label=label, **OPEN) for key, label in (("a", "cold stock keeping at sea"), ("b", "stock"))
    )
    assert names(after(full(0, longer, shorter), full(7, demand("experience/c", label="cold stock keeping", **OPEN)))) == ["experience/a"]


def test_in_an_amendment_only_a_dropped_demand_looks_for_its_fuller_words() -> None:
    old = demand("experience/a", label="basic stock keeping", **OPEN)
    dropped = demand("experience/b", "not_required", label="stock keeping", **OPEN)
    assert names(after(full(0, old), amend(3, dropped))) == ["(experience/a)"]
    added = demand("experience/b", label="stock keeping", **OPEN)
    assert names(after(full(0, old), amend(3, added))) == ["experience/a", "experience/b"]
    wider = demand("experience/b", "not_required", label="basic stock keeping of frozen food", **OPEN)
    assert names(after(full(0, old), amend(3, wider))) == ["experience/a", "(experience/b)"]


# --- a skill told as an experience ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("held", "told"), [("skill/records", "experience/records"), ("experience/records", "skill/records")])
def test_what_is_held_as_a_skill_may_be_told_as_an_experience_and_the_other_way_round(held: str, told: str) -> None:
    """Two readings of one thing are no drift: nothing is added beside it, and what is dropped is dropped."""
    base = full(0, demand(held))
    assert names(after(base, full(3, demand(told)))) == [held]
    assert names(after(base, amend(3, demand(told)))) == [held]
    assert names(after(base, amend(3, demand(told, "not_required")))) == [f"({held})"]
    assert [(change.category, change.change) for change in story(base, amend(3, demand(told, "preferred"))).changes] == [
        (held.partition("/")[0], ChangeKind.DEMOTED)
    ]


def test_who_tells_both_means_both() -> None:
    base = full(0, demand("skill/records"))
    both = ["experience/records", "skill/records"]
    assert sorted(names(after(base, amend(3, demand("skill/records"), demand("experience/records"))))) == both
    dropped = full(0, demand("skill/records", "not_required"))
    assert sorted(names(after(dropped, amend(3, demand("experience/records"))))) == ["(skill/records)", "experience/records"]
    assert names(after(full(0, demand("role/records")), amend(3, demand("skill/records")))) == ["role/records", "skill/records"]
