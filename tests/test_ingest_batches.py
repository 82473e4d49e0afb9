"""Batches: bounded in count and bytes, and nothing lost between them."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ingest.batches import in_batches
from ingest.limits import BATCH_BYTES, BATCH_MAILS

weights = st.lists(st.integers(0, 2 * BATCH_BYTES) | st.integers(0, 100), max_size=3 * BATCH_MAILS)


@given(weights)
def test_batches_together_are_what_came(items: list[int]) -> None:
    """Every item once, in order."""
    assert [item for batch in in_batches(items, int) for item in batch] == items


@given(weights)
def test_no_batch_is_too_big(items: list[int]) -> None:
    """Too heavy is only what is alone."""
    for batch in in_batches(items, int):
        assert 1 <= len(batch) <= BATCH_MAILS
        assert sum(batch) <= BATCH_BYTES or len(batch) == 1


@given(weights)
def test_no_batch_is_handed_over_too_early(items: list[int]) -> None:
    """A batch ends only where its next item would not fit."""
    batches = list(in_batches(items, int))
    for batch, after in pairwise(batches):
        assert len(batch) == BATCH_MAILS or sum(batch) + after[0] > BATCH_BYTES


def test_a_batch_is_made_when_it_is_asked_for() -> None:
    """Nothing beyond the first item that does not fit has been read by then."""
    items = iter(range(10 * BATCH_MAILS))
    assert next(in_batches(items, lambda _: 1)) == list(range(BATCH_MAILS))
    assert next(items) == BATCH_MAILS + 1


def test_nothing_makes_no_batch() -> None:
    assert list(in_batches([], int)) == []
