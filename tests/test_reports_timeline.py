"""The geometry of a seat's timeline."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.seatrecords import Mark, MarkKind
from reports.timeline import APART, OURS, WIDTH, Drawing, Placed, draw, text_width

START = datetime(2026, 11, 15, 15, tzinfo=UTC)
END = START + timedelta(days=7)
HOURS = st.integers(-900, 20 * 24).map(lambda hours: START + timedelta(hours=hours))
MARKS = st.lists(st.builds(Mark, st.sampled_from(MarkKind), HOURS, st.integers(0, 30)), max_size=60)


def label(mark: Mark) -> str:
    """A label of the page's kind."""
    return f"第{mark.number}版 {mark.at:%-m/%-d}"


def drawn(marks: Sequence[Mark]) -> Drawing:
    """Marks, drawn in order."""
    return draw(sorted(marks, key=lambda mark: mark.at), start=START, end=END, label=label)


def boxes(side: Sequence[Placed]) -> list[tuple[float, float, float]]:
    """Height, left and right end of each label."""
    found = []
    for placed in side:
        if placed.label_y is not None:
            half = text_width(placed.label) / 2
            found.append((placed.label_y, placed.label_x - half, placed.label_x + half))
    return found


@given(MARKS)
def test_labels_never_touch_and_never_leave_the_drawing(marks: list[Mark]) -> None:
    drawing = drawn(marks)
    for side in (drawing.ours, drawing.theirs):
        told = sorted(boxes(side))
        assert all(left >= 0 and right <= WIDTH and 0 < y <= drawing.height for y, left, right in told)
        assert all(low[0] != high[0] or low[2] < high[1] for low, high in pairwise(told))


@given(MARKS)
def test_marks_of_one_side_stay_apart_in_order_and_inside(marks: list[Mark]) -> None:
    drawing = drawn(marks)
    for side in (drawing.ours, drawing.theirs):
        places = [placed.x for placed in side]
        assert all(after - before >= APART - 0.11 for before, after in pairwise(places))
        assert all(0 < x < WIDTH for x in places)
        assert [placed.mark.at for placed in side] == sorted(placed.mark.at for placed in side)


@given(MARKS)
def test_no_mark_is_lost_without_being_counted(marks: list[Mark]) -> None:
    drawing = drawn(marks)
    assert len(drawing.ours) + len(drawing.theirs) + drawing.left_out == len(marks)
    assert all(placed.mark.kind in OURS for placed in drawing.ours)
    assert not any(placed.mark.kind in OURS for placed in drawing.theirs)


@given(MARKS)
def test_the_line_runs_up_to_now_with_gaps_at_hollow_marks_only(marks: list[Mark]) -> None:
    drawing = drawn(marks)
    hollow = [placed.x for placed in drawing.theirs if placed.mark.kind is MarkKind.SECOND_HAND]
    assert all(left < right <= drawing.now + 0.1 for left, right in drawing.solid)
    assert not any(left + 0.2 < x < right - 0.2 for x in hollow for left, right in drawing.solid)


def test_mails_that_moved_nothing_go_first_when_there_is_no_room() -> None:
    versions = [Mark(MarkKind.FIRST_HAND, START - timedelta(days=60 - n), n) for n in range(15)]
    quiet = [Mark(MarkKind.UNMOVED, START - timedelta(days=60 - n, hours=5)) for n in range(15)]
    drawing = drawn([*versions, *quiet])
    assert sum(placed.mark.kind is MarkKind.FIRST_HAND for placed in drawing.theirs) == 15
    assert drawing.left_out == 10


def test_of_too_many_versions_the_first_and_the_latest_stay() -> None:
    versions = [Mark(MarkKind.FIRST_HAND, START - timedelta(days=60 - n), n + 1) for n in range(40)]
    kept = [placed.mark.number for placed in drawn(versions).theirs]
    assert (kept[0], kept[-1], len(kept)) == (1, 40, 20)


def test_the_week_is_the_band_and_it_ends_now() -> None:
    drawing = drawn([Mark(MarkKind.FIRST_HAND, START - timedelta(days=14), 1), Mark(MarkKind.PLANNED, END + timedelta(days=7))])
    left, width = drawing.band
    assert left + width == pytest.approx(drawing.now)
    assert width == pytest.approx((318 - 22) / 4)


def test_a_seat_of_one_mail_can_be_drawn() -> None:
    drawing = drawn([Mark(MarkKind.FIRST_HAND, START, 1)])
    assert len(drawing.theirs) == 1
    assert drawn([]).theirs == ()


def test_wide_characters_take_twice_the_room() -> None:
    assert text_width("版") == 11.0
    assert text_width("v2") == pytest.approx(12.8)
