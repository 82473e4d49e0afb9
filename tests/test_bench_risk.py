"""The bench of drift risk: worlds are the same for ever, nothing of the future leaks, and the score ranks better than the baselines."""

import json
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bench.risk import FIT_SEEDS, SEEDS, Asked, auc, bins, figures, fitted, hazard_at, holds, main, numbers, told
from bench.worlds import FIRST_DAY, Seat, world
from requisitions.folding import fold
from requisitions.risk import RiskSettings, Signs
from requisitions.seatstories import seen_at

SMALL = 150
WORLD = world(31, SMALL)


def test_a_world_is_the_same_for_ever_and_another_seed_is_another() -> None:
    assert world(31, SMALL) == WORLD
    assert world(32, SMALL).seats != WORLD.seats


def test_a_world_has_all_kinds_of_seats() -> None:
    stories = [told(seat).story for seat in WORLD.seats]
    assert len({seat.client for seat in WORLD.seats}) > 5
    for some, total in ((sum(bool(one.moves) for one in stories), SMALL), (sum(bool(one.first_hand) for one in stories), SMALL)):
        assert 0.2 * total < some < 0.95 * total
    assert any(seat.events for seat in WORLD.seats)
    statuses = {stand.status for one in stories for stand in one.stands}
    assert statuses == {"open", "closed"}


def test_every_move_of_a_world_is_a_change_of_the_fold() -> None:
    """No amendment is lost as an old text, and none brings back what another took away."""
    lost = 0
    for seat in WORLD.seats:
        history = fold(seat.requisition_id, seat.stated)
        amendments = [one for one in seat.stated if one.statement.requirements and one.statement.mode == "amendment"]
        lost += len(amendments) - len({change.sha256 for change in history.changes if change.category != "status"})
        assert not history.hints
    assert lost == 0


def test_what_is_asked_at_a_cut_does_not_know_what_came_after() -> None:
    cut = FIRST_DAY + timedelta(weeks=20)
    past = replace(WORLD, seats=tuple(until(seat, cut) for seat in WORLD.seats if seat.stated[0].mail.stated_at <= cut))
    seen = [seen_at([told(seat).story for seat in made.seats], cut, RiskSettings()) for made in (past, WORLD)]
    assert {name: signs for name, signs in seen[1].items() if name in seen[0]} == seen[0]
    assert len(seen[0]) > 20


def until(seat: Seat, cut: datetime) -> Seat:
    """What was told of a seat by then."""
    stated = [one for one in seat.stated if one.mail.stated_at <= cut]
    return replace(seat, stated=stated, events=[row for row in seat.events if row.known_at <= cut])


def test_auc_by_hand() -> None:
    assert auc([(0.1, False), (0.4, False), (0.35, True), (0.8, True)]) == 0.75
    assert auc([(1.0, True), (1.0, False)]) == 0.5
    assert auc([(1.0, True), (1.0, False), (0.0, False)]) == 0.75


def test_bins_have_equal_mass_from_the_calmest_up() -> None:
    calm, restless = bins([(number / 8, number >= 4) for number in range(8)], 2)
    assert (calm, restless) == ((4, 0.1875, 0.0), (4, 0.6875, 1.0))


def test_a_dead_seat_has_no_hazard() -> None:
    day = timedelta(days=1)
    truth = [(FIRST_DAY + day, 0.5), (FIRST_DAY + 2 * day, 0.7)]
    assert [hazard_at(truth, FIRST_DAY + number * day) for number in (0, 1, 2)] == [0.5, 0.7, 0.0]


def test_figures_have_all_that_is_printed() -> None:
    rows = [Asked(Signs(usual=0.1, seat_moves=n % 3), moved=n % 2 == 0, changes=n % 5, hazard=0.1) for n in range(40)]
    found = figures(rows, RiskSettings())
    assert set(found) == {"asked", "moved", "auc", "auc_constant", "auc_changes", "auc_pace", "auc_ceiling", "ece", "bins"}
    assert (found["asked"], found["moved"], found["auc_constant"]) == (40, 0.5, 0.5)
    assert sum(row["count"] for row in found["bins"]) == 40


@pytest.mark.parametrize(("score", "beats"), [(0.65, True), (0.64, False), (0.4, False)])
def test_the_score_must_beat_both_baselines_by_the_margin(score: float, beats: bool) -> None:
    assert holds({"auc": score, "auc_constant": 0.5, "auc_changes": 0.595}) is beats


def test_the_seeds_that_are_judged_were_not_fitted_on() -> None:
    assert len(numbers(SEEDS)) == 5
    assert not set(numbers(SEEDS)) & set(numbers(FIT_SEEDS))


def test_the_command_prints_figures_in_their_order(capsys: pytest.CaptureFixture[str]) -> None:
    """The knowing hazard ranks best, then the score, then the baselines."""
    assert main(["--seeds", "41", "--seats", "400", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["41"]
    assert found["auc_ceiling"] > found["auc"] > max(found["auc_constant"], found["auc_changes"], found["auc_pace"])
    assert found["holds"]
    assert 0 < found["ece"] < 0.15


def test_the_table_names_what_it_prints(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--seeds", "31", "--seats", str(SMALL)])
    printed = capsys.readouterr().out
    for part in ("seed 31:", "AUC", "constant 0.500", "past changes", "ceiling", "expected calibration error"):
        assert part in printed


def test_a_fit_finds_that_what_the_worlds_make_matter_matters() -> None:
    found = fitted([world(51, 500), world(52, 500)], RiskSettings())
    assert found.quiet < 1 < found.vague
    assert 0.2 < found.client_record < 2
