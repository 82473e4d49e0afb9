"""Two brokers' texts of one seat know of each other (DECISIONS.md D22)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from requisitions.twins import Seat, are_twins, twin_score, twins
from tests.requisitions_fixtures import DAY_ONE

ONE = Seat("r1", DAY_ONE, "prime.example", "溶接工 造船所 大阪", "大阪", frozenset({"welding", "tig"}))
OTHER = replace(ONE, requisition_id="r2", founded_at=DAY_ONE + timedelta(days=3), organisation="jute.example")


def test_the_later_seat_names_the_earlier() -> None:
    assert twins([OTHER, ONE]) == {"r2": "r1"}


def test_a_third_names_the_earliest() -> None:
    third = replace(ONE, requisition_id="r3", founded_at=DAY_ONE + timedelta(days=9), organisation="hemp.example")
    assert twins([third, OTHER, ONE]) == {"r2": "r1", "r3": "r1"}


@pytest.mark.parametrize(
    "change",
    [
        {"organisation": "prime.example"},
        {"organisation": None},
        {"title": "経理事務 大阪"},
        {"place": "神戸", "skills": frozenset({"welding", "tig", "mag"})},
        {"skills": frozenset({"welding", "mag"})},
        {"skills": frozenset()},
        {"title": None},
        {"founded_at": DAY_ONE + timedelta(days=91)},
    ],
)
def test_no_twins(change: dict[str, object]) -> None:
    assert twins([ONE, replace(OTHER, **change)]) == {}  # type: ignore[arg-type]


def test_small_differences_are_allowed() -> None:
    assert are_twins(ONE, replace(OTHER, title="造船所向け溶接工 大阪", place="大阪駅"))


def test_what_neither_tells_is_left_out_but_two_parts_must_be_told() -> None:
    bare = {"skills": frozenset[str]()}
    assert twin_score(replace(ONE, **bare), replace(OTHER, **bare)) == pytest.approx(1.0)  # type: ignore[arg-type]
    barer = {**bare, "place": None}
    assert twin_score(replace(ONE, **barer), replace(OTHER, **barer)) == 0.0  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"title": "経理"}, 0.6),
        ({"place": "神戸"}, 0.8),
        ({"skills": frozenset({"welding"})}, 0.8),
        ({"skills": frozenset({"welding", "tig", "mag", "mig"}), "place": "神戸"}, 0.6),
        ({"place": None}, 0.8),
    ],
)
def test_titles_and_skills_weigh_twice_as_much_as_places(change: dict[str, object], expected: float) -> None:
    assert twin_score(ONE, replace(OTHER, **change)) == pytest.approx(expected)  # type: ignore[arg-type]


def test_different_end_clients_are_no_twins() -> None:
    assert twin_score(replace(ONE, client="Wharf Nine"), replace(OTHER, client="Wharf Ten")) == 0.0
    assert are_twins(replace(ONE, client="Wharf Nine"), replace(OTHER, client="WHARF NINE"))
    assert are_twins(replace(ONE, client="Wharf Nine"), OTHER)


def test_the_score_is_mutual() -> None:
    other = replace(OTHER, skills=frozenset({"welding"}))
    assert twin_score(ONE, other) == twin_score(other, ONE)


@st.composite
def markets(draw: st.DrawFn) -> list[Seat]:
    return [
        Seat(
            requisition_id=f"r{number}",
            founded_at=DAY_ONE + timedelta(days=draw(st.integers(0, 120))),
            organisation=draw(st.sampled_from(["prime.example", "jute.example", "hemp.example"])),
            title=draw(st.sampled_from(["溶接工 大阪", "溶接工 造船所 大阪", "crane operator", None])),
            place=draw(st.sampled_from(["大阪", "大阪駅", "神戸", None])),
            skills=draw(st.frozensets(st.sampled_from(["tig", "mag", "mig", "cad", "ndt"]), max_size=4)),
        )
        for number in range(draw(st.integers(2, 12)))
    ]


@given(markets())
def test_the_filter_loses_no_twin(market: list[Seat]) -> None:
    """Against a comparison of every seat with every other."""
    ordered = sorted(market, key=lambda seat: (seat.founded_at, seat.requisition_id))
    expected = {}
    for at, seat in enumerate(ordered):
        earlier = next((other for other in ordered[:at] if are_twins(other, seat)), None)
        if earlier is not None:
            expected[seat.requisition_id] = earlier.requisition_id
    assert twins(market) == expected
