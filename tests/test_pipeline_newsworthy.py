"""Which requisitions a report reads: no more than it tells of, and none less."""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta

from pipeline.newsworthy import DORMANT, Newsworthy, Span, chosen
from requisitions.seatstories import SeatStory, Stand
from requisitions.words import Status

START = datetime(2026, 11, 15, 15, tzinfo=UTC)
WEEK = timedelta(days=7)
SPAN = Span(START - WEEK, START, START + WEEK)
BOTH = frozenset({"r1"})


def story(founded: datetime, *, closed: datetime | None = None, last: datetime | None = None, name: str = "r1") -> SeatStory:
    stands = [Stand(founded, Status.OPEN, 0, 0, new_development=False)]
    stands += [] if closed is None else [Stand(closed, Status.CLOSED, 0, 0, new_development=False)]
    mails = tuple(sorted({founded, closed or founded, last or founded}))
    return SeatStory(name, None, None, founded, tuple(stands), (), mails, ())


def found(
    one: SeatStory, touched: Collection[str] = (), lately: Collection[str] = (), followed: Collection[str] | None = BOTH
) -> Newsworthy:
    return chosen([one], SPAN, touched, lately, followed)


def test_what_a_mail_of_the_week_touched_is_read_whoever_works_on_it_and_though_it_is_closed() -> None:
    one = story(START - 9 * WEEK, closed=START + WEEK / 2)
    assert found(one, touched=BOTH, lately=BOTH, followed=()) == Newsworthy(("r1",))


def test_the_week_before_is_told_of_seats_that_count_alone() -> None:
    one = story(START - 9 * WEEK, closed=START - WEEK / 2)
    assert found(one, lately=BOTH) == Newsworthy(("r1",))
    assert found(one, lately=BOTH, followed=()) == Newsworthy(())


def test_a_seat_that_is_still_to_be_filled_counts_without_any_mail_and_another_s_is_only_numbered() -> None:
    silent = story(START - 9 * WEEK)
    assert found(silent) == Newsworthy(("r1",))
    assert found(silent, followed=None) == Newsworthy(("r1",))
    assert found(silent, followed=frozenset({"r2"})) == Newsworthy((), aside=1)


def test_one_that_was_closed_before_or_founded_after_is_neither_read_nor_numbered() -> None:
    assert found(story(START - 9 * WEEK, closed=START - 3 * WEEK)) == Newsworthy(())
    assert found(story(START + 2 * WEEK)) == Newsworthy(())


def test_half_a_year_without_a_word_is_no_seat_any_more_but_its_number_is_told() -> None:
    edge = SPAN.end - DORMANT
    assert found(story(edge)) == Newsworthy(("r1",))
    assert found(story(edge - timedelta(seconds=1))) == Newsworthy((), dormant=1)
    assert found(story(edge - WEEK, last=START - WEEK)) == Newsworthy(("r1",))


def test_a_mail_after_the_week_wakes_nobody_in_it() -> None:
    assert found(story(SPAN.end - DORMANT - WEEK, last=SPAN.end + WEEK)) == Newsworthy((), dormant=1)
