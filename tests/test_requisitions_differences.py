"""What moved from one version to the next: DECISIONS.md D4."""

from dataclasses import replace

import pytest

from requisitions.differences import change_between, diff
from requisitions.identity import change_id
from requisitions.statements import Requirement
from requisitions.versions import Stated, Version
from requisitions.words import ChangeKind, Effect, Reason, Speaker
from tests.requisitions_fixtures import amend, demand, full, last, moves, only_change, story

JAVA = demand("skill/java", min=3, unit="year")
Sides = tuple[Requirement | None, Requirement | None]


def rate(low: float | None, high: float | None) -> Requirement:
    return demand("rate/rate", min=low, max=high, unit="jpy_per_month")


@pytest.mark.parametrize(
    "sides",
    [
        (None, None),
        (None, demand("skill/java", "not_required")),
        (demand("skill/java", "not_required"), None),
        (JAVA, replace(JAVA, label="Java SE", evidence="elsewhere", start=99, end=108, confidence=0.6)),
        (JAVA, demand("skill/java")),
        (demand("skill/java", "excluded"), demand("skill/java", "excluded")),
        (rate(650000, 700000), rate(None, 700000)),
        (demand("location/location", text="大井町駅"), demand("location/location", text="大井町")),
    ],
)
def test_nothing_changed(sides: Sides) -> None:
    assert change_between(*sides) is None


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        ((None, JAVA), "added"),
        ((demand("skill/java", "not_required"), demand("skill/java", "preferred")), "added"),
        ((None, demand("contract/c2c", "excluded")), "added"),
        ((JAVA, None), "removed"),
        ((JAVA, demand("skill/java", "not_required")), "removed"),
        ((demand("skill/java", "preferred"), demand("skill/java", min=5, unit="year")), "promoted"),
        ((demand("skill/java", "preferred"), demand("skill/java", "excluded")), "promoted"),
        ((JAVA, demand("skill/java", "preferred", min=1, unit="year")), "demoted"),
        ((demand("skill/java", "excluded"), demand("skill/java", "preferred")), "demoted"),
        ((JAVA, demand("skill/java", "excluded")), "altered"),
        ((demand("contract/c2c", "excluded"), demand("contract/c2c")), "altered"),
        ((rate(None, 700000), demand("rate/rate", text="skill-based")), "altered"),
        ((demand("skill/java"), JAVA), "altered"),
        ((rate(None, 700000), demand("rate/rate", max=4500, unit="jpy_per_hour")), "altered"),
        ((demand("remote/remote", text="full"), demand("remote/remote", text="partial")), "altered"),
        ((demand("remote/remote", text="none"), demand("remote/remote", text="full")), "raised"),
        ((demand("remote/remote", text="full"), demand("remote/remote", text="partial", min=3, max=3, unit="day_per_week")), "lowered"),
        ((rate(600000, 700000), rate(550000, 750000)), "altered"),
        ((rate(600000, 700000), rate(600000, 750000)), "raised"),
        ((rate(650000, 700000), rate(None, 620000)), "lowered"),
        ((rate(600000, 700000), rate(620000, 700000)), "raised"),
        ((demand("location/location", text="大井町"), demand("location/location", text="蒲田")), "altered"),
    ],
)
def test_the_first_line_of_the_table_that_fits(sides: Sides, expected: str) -> None:
    assert change_between(*sides) == expected


def test_a_change_names_its_mail_its_words_and_where_the_demand_stood() -> None:
    first = full(0, JAVA)
    raise_ = replace(
        demand("skill/java", min=5, unit="year"), evidence="Java: five years", reason=Reason.SCOPE, stated_by=Speaker.END_CLIENT
    )
    second = amend(7, raise_, reason=Reason.BUDGET)
    change = only_change(story(first, second))
    assert change.change is ChangeKind.RAISED
    assert change.effect is Effect.HARDER
    assert (change.before, change.after) == ("3+ year", "5+ year")
    assert (change.evidence, change.before_evidence) == ("Java: five years", JAVA.evidence)
    assert (change.message_id, change.before_message_id) == (second.mail.message_id, first.mail.message_id)
    assert (change.reason, change.stated_by) == (Reason.SCOPE, Speaker.END_CLIENT), "the demand's own come before the statement's"
    assert (change.version, change.requisition_id, change.implied) == (2, "r1", False)
    assert (change.stated_at, change.known_at) == (second.mail.stated_at, second.mail.known_at)
    assert change.change_id == change_id(second.mail.sha256, 0, "skill", "java", "raised")


def test_reason_and_speaker_are_the_statements_where_the_demand_has_none() -> None:
    change = only_change(story(full(0), amend(1, JAVA, reason=Reason.MARKET, stated_by=Speaker.OWN_SALES)))
    assert (change.reason, change.stated_by) == (Reason.MARKET, Speaker.OWN_SALES)


def test_what_a_resend_leaves_out_is_removed_by_silence_and_quotes_where_it_stood() -> None:
    first = full(0, JAVA, demand("skill/aws"))
    change = only_change(story(first, full(7, JAVA)))
    assert (change.change, change.implied, change.evidence, change.after) == (ChangeKind.REMOVED, True, None, None)
    assert (change.before_evidence, change.before_message_id) == ("aws must", first.mail.message_id)


def test_what_is_expressly_dropped_quotes_the_words_that_drop_it() -> None:
    dropped = demand("skill/aws", "not_required", evidence="AWS is off the list")
    for later in (amend(7, dropped), full(7, JAVA, dropped)):
        change = only_change(story(full(0, JAVA, demand("skill/aws")), later))
        assert (change.change, change.implied, change.evidence) == (ChangeKind.REMOVED, False, "AWS is off the list")
        assert (change.before, change.after) == ("aws (must)", None)


def test_a_promotion_says_the_necessity_on_both_sides() -> None:
    change = only_change(story(full(0, demand("skill/java", "preferred", min=3, unit="year")), amend(1, demand("skill/java"))))
    assert (change.before, change.after) == ("3+ year (preferred)", "3+ year (must)")


def test_a_status_change_comes_first_with_its_own_words_and_reason() -> None:
    paused = amend(3, JAVA, status="paused", status_evidence="put on hold", status_reason=Reason.BUDGET, reason=Reason.SCOPE)
    history = story(full(0), paused)
    assert moves(history) == ["paused status/status neutral", "added skill/java harder"]
    change = history.changes[0]
    assert (change.evidence, change.reason, change.implied) == ("put on hold", Reason.BUDGET, False)
    assert (change.before, change.after, change.label) == ("open", "paused", "status")
    assert change.change_id == change_id(paused.mail.sha256, 0, "status", "status", "paused")


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("open", "closed", "closed"), ("closed", "paused", "paused"), ("paused", "open", "reopened")]
)
def test_status_changes_by_name(one: str, other: str, expected: str) -> None:
    history = story(full(0, status=one), amend(1, status=other))
    assert [change.change for change in history.changes] == [expected]


def test_a_full_text_that_says_nothing_of_a_closed_seat_reopens_it_by_implication() -> None:
    history = story(full(0, JAVA), amend(1, status="closed"), full(30, demand("skill/java", min=4, unit="year")))
    reopened = next(change for change in history.changes if change.change is ChangeKind.REOPENED)
    assert (reopened.implied, reopened.evidence) == (True, None)


def test_order_and_label_are_never_compared() -> None:
    one = full(0, JAVA, demand("skill/aws"), demand("rate/rate", max=60, unit="usd_per_hour"))
    other = full(7, demand("rate/rate", max=60, unit="usd_per_hour"), demand("skill/aws", label="Amazon AWS"), JAVA)
    assert story(one, other).changes == ()


def test_role_that_gives_way_to_other_work_is_harder() -> None:
    clerk = full(0, demand("role/clerk"))
    swap = amend(9, demand("role/clerk", "not_required"), demand("experience/server-support"))
    assert moves(story(clerk, swap)) == ["removed role/clerk harder", "added experience/server-support harder"]


def test_role_that_merely_drops_out_is_easier() -> None:
    assert moves(story(full(0, demand("role/clerk"), JAVA), full(7, JAVA))) == ["removed role/clerk easier"]


def test_a_new_contract_form_in_place_of_the_old_is_harder() -> None:
    swap = amend(5, demand("contract/outside-ir35", "not_required"), demand("contract/inside-ir35"))
    assert moves(story(full(0, demand("contract/outside-ir35")), swap)) == [
        "removed contract/outside-ir35 harder",
        "added contract/inside-ir35 harder",
    ]


def test_further_and_lost_alternatives() -> None:
    java, kotlin, scala = (demand(f"skill/{name}", group="g1", group_need=1) for name in ("java", "kotlin", "scala"))
    assert moves(story(full(0, java, kotlin), full(7, java, kotlin, scala))) == ["added skill/scala easier"]
    assert moves(story(full(0, java, kotlin, scala), full(7, java, kotlin))) == ["removed skill/scala harder"]


def test_a_group_that_dies_as_a_whole_is_easier_and_one_that_is_born_harder() -> None:
    java, kotlin = (demand(f"skill/{name}", group="g1") for name in ("java", "kotlin"))
    assert moves(story(full(0, java, kotlin), full(7))) == ["removed skill/java easier", "removed skill/kotlin easier"]
    assert moves(story(full(0), full(7, java, kotlin))) == ["added skill/java harder", "added skill/kotlin harder"]


def test_baseline_lets_only_demands_of_both_change() -> None:
    before, after = (last(story(one)) for one in (amend(0, JAVA, demand("skill/aws")), full(1, demand("skill/java", min=5, unit="year"))))
    kinds = [change.change for change in diff(before, after, full(1), baseline=True)]
    assert kinds == [ChangeKind.RAISED]
    assert len(diff(before, after, full(1))) == 2


def version_of(*demands: Requirement) -> tuple[Version, Stated]:
    stated = full(0, *demands)
    return last(story(stated)), stated


def test_a_version_does_not_differ_from_itself() -> None:
    version, stated = version_of(JAVA, demand("skill/aws", "excluded"), demand("age/age", "not_required"))
    assert diff(version, version, stated) == ()


def test_categories_keep_equal_keys_apart() -> None:
    version, stated = version_of(demand("skill/testing"))
    other, _ = version_of(demand("experience/testing"))
    kinds = {(change.category, change.change) for change in diff(version, other, stated)}
    assert kinds == {("skill", ChangeKind.REMOVED), ("experience", ChangeKind.ADDED)}
