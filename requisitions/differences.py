"""What moved from one version to the next (DECISIONS.md D4)."""

from requisitions.versions import Change, Stated, Version


def diff(before: Version, after: Version, stated: Stated, *, baseline: bool = False) -> tuple[Change, ...]:
    """The changes that `stated` made of `before` into `after`.

    Args:
        before: The version that held.
        after: The version that holds now.
        stated: The statement that made it: gives reasons, speaker, and the words on the status.
        baseline: The first `full` of a seat that an amendment founded: only demands present in both can change.
    """
    raise NotImplementedError
