"""The rule that decides what is confirmed, watched, or can't be told."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from reports.market_tests import RULES, Finding, SkillTest, Standing, WeekCounts, history, judge, settle
from reports.statistics import Interval

CLIENTS = [f"c{number}" for number in range(10)]


def weeks(asked: Mapping[str, Sequence[Mapping[str, int]]], seats: int = 8, number: int = 12) -> list[WeekCounts]:
    """Weeks in which each client has so many seats; of each skill, who asks in which week."""
    return [
        WeekCounts(dict.fromkeys(CLIENTS, seats), {skill: by_week[week] for skill, by_week in asked.items() if by_week[week]})
        for week in range(number)
    ]


def stepping(before: int, now: int, clients: Sequence[str] = CLIENTS) -> list[dict[str, int]]:
    """A skill that each of these clients asks for so often, in the eight weeks before and the four now."""
    return [{client: number for client in clients if number} for number in [before] * 8 + [now] * 4]


STILL = {f"still {number}": [{CLIENTS[(week + number + turn) % 10]: 1 for turn in range(6)} for week in range(12)] for number in range(6)}
"""Six skills of which nothing can be said but that they are asked for."""


def found(asked: Mapping[str, Sequence[Mapping[str, int]]], **more: int) -> dict[str, SkillTest]:
    return {test.skill: test for test in judge(weeks({**STILL, **asked}, **more))}


def test_a_step_at_all_clients_is_confirmed() -> None:
    test = found({"rust": stepping(1, 3)})["rust"]
    assert test.finding is Finding.CONFIRMED
    assert (test.now.number, test.now.of, test.before.number, test.before.of, test.clients) == (120, 320, 80, 640, 10)
    assert test.q < RULES.q
    assert test.parts.mix == pytest.approx(0.0)


def test_the_same_mentions_of_one_client_are_watched_and_the_client_is_known() -> None:
    loud = [dict.fromkeys(CLIENTS[week % 3 :: 5], 1) for week in range(8)] + [{"c1": 8, "c2": 1}] * 4
    test = found({"rust": loud})["rust"]
    assert test.finding is Finding.WATCHED
    assert test.naive_q < RULES.naive_q
    assert (test.top, test.top_mentions) == ("c1", 32)


def test_fewer_than_five_clients_confirm_nothing() -> None:
    test = found({"rust": stepping(0, 4, CLIENTS[:4])})["rust"]
    assert (test.finding, test.clients) == (Finding.WATCHED, 4)


def test_a_skill_that_stands_still_is_steady_and_with_few_seats_it_can_not_be_told() -> None:
    assert found({})["still 1"].finding is Finding.STEADY
    few = found({}, seats=1)
    assert few["still 1"].finding is Finding.UNTOLD
    assert few["still 1"].detectable > RULES.blind


def test_less_than_three_points_is_never_confirmed() -> None:
    rules = replace(RULES, points=0.30)
    tests = judge(weeks({**STILL, "rust": stepping(1, 3)}), rules)
    assert next(test for test in tests if test.skill == "rust").finding is Finding.WATCHED


def test_a_skill_with_seven_mentions_is_not_looked_at_and_one_with_eight_is() -> None:
    def mentions(number: int) -> list[dict[str, int]]:
        return [{CLIENTS[week]: 1} if week < number else {} for week in range(10)] + [{}] * 2

    assert "cobol" not in found({"cobol": mentions(7)})
    assert found({"cobol": mentions(8)})["cobol"].before.number == 8


def test_a_sudden_week_is_watched_before_the_window_moves() -> None:
    sudden = [dict.fromkeys(CLIENTS[week % 2 :: 2], 1) for week in range(11)] + [dict.fromkeys(CLIENTS, 3)]
    test = found({"rust": sudden})["rust"]
    assert test.rising > RULES.cusum
    assert test.falling == 0.0
    assert test.finding in {Finding.WATCHED, Finding.CONFIRMED}


def test_the_family_is_all_that_was_looked_at() -> None:
    """A skill that only one client names has no test of its own, and still makes the others' q larger."""
    alone = [{"c1": 1}] * 12
    few, many = found({"rust": stepping(1, 2)}), found({"rust": stepping(1, 2), **{f"alone {n}": alone for n in range(40)}})
    assert many["alone 3"].p is None
    assert many["alone 3"].q == 1.0
    assert many["rust"].q > few["rust"].q


def _turned(counts: Mapping[str, Any]) -> dict[str, Any]:
    return dict(reversed(list(counts.items())))


def test_the_order_of_clients_changes_nothing() -> None:
    asked = {**STILL, "rust": stepping(1, 3)}
    turned = [WeekCounts(_turned(week.seats), _turned(week.mentions)) for week in weeks(asked)]
    assert judge(turned) == judge(weeks(asked))


def test_no_seats_make_no_tests() -> None:
    assert judge([WeekCounts({}, {})] * 12) == []
    only_now = [WeekCounts({}, {})] * 8 + [WeekCounts({"c1": 9, "c2": 9}, {"rust": {"c1": 4, "c2": 4}})] * 4
    (test,) = judge(only_now)
    assert (test.finding, test.detectable) == (Finding.UNTOLD, 1.0)


def test_two_clients_of_which_one_is_as_good_as_all_prove_nothing() -> None:
    seats = {"c1": 4000, "c2": 1}
    large = [WeekCounts(seats, {"rust": {"c1": 40}})] * 8 + [WeekCounts(seats, {"rust": {"c1": 800, "c2": 1}})] * 4
    (test,) = judge(large)
    assert (test.p, test.q, test.finding) == (None, 1.0, Finding.WATCHED)


def week_of(finding: Finding, low: float, high: float, skill: str = "rust", difference: int = 1) -> list[SkillTest]:
    """A week whose only skill was found so, and whose interval is that."""
    test = found({skill: stepping(1, 3) if difference > 0 else stepping(3, 1)})[skill]
    return [replace(test, finding=finding, interval=Interval(low, high))]


def settled(*told: list[SkillTest]) -> list[tuple[Finding, bool] | None]:
    """What each week says of rust, and whether it only held."""
    standing, said = Standing(), []
    for tests in told:
        after, standing = settle(tests, standing)
        said.append(next(((one.finding, one.held) for one in after if one.skill == "rust"), None))
    return said


def test_a_finding_does_not_flap() -> None:
    """It stays confirmed until the interval has held 0 for two weeks running."""
    yes, clear, zero = (
        week_of(Finding.CONFIRMED, 0.02, 0.2),
        week_of(Finding.WATCHED, 0.01, 0.1),
        week_of(Finding.STEADY, -0.01, 0.1),
    )
    confirmed, held = (Finding.CONFIRMED, False), (Finding.CONFIRMED, True)
    assert settled(yes, clear, zero, clear, zero, zero, clear) == [
        confirmed, held, held, held, held, (Finding.STEADY, False), (Finding.WATCHED, False),
    ]  # fmt: skip


def test_a_skill_that_turned_round_is_not_held() -> None:
    yes, fell = week_of(Finding.CONFIRMED, 0.02, 0.2), week_of(Finding.WATCHED, -0.2, -0.01, difference=-1)
    assert settled(yes, fell) == [(Finding.CONFIRMED, False), (Finding.WATCHED, False)]


def test_a_skill_that_is_looked_at_no_more_is_forgotten() -> None:
    yes, clear = week_of(Finding.CONFIRMED, 0.02, 0.2), week_of(Finding.WATCHED, 0.01, 0.1)
    assert settled(yes, [], clear) == [(Finding.CONFIRMED, False), None, (Finding.WATCHED, False)]


def test_a_history_begins_with_the_first_week_that_has_enough_before_it() -> None:
    made = weeks({**STILL, "rust": stepping(1, 3)})
    outcomes = list(history([*made, made[-1]]))
    assert len(outcomes) == 2
    assert "rust" in outcomes[0][1].confirmed
    assert list(history(made[:-1])) == []
