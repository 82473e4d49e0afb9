"""What the HTML of a mail says beside its words, as stretches of the text that was made from it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Stretch = tuple[int, int]
"""Half-open, in characters of the text."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Stretches by what they mean; plain text has none."""

    quoted: tuple[Stretch, ...] = ()
    """Block quotes, one inside another where they nest."""
    letterheads: tuple[Stretch, ...] = ()
    """What a mail program says that it set above a quoted or forwarded mail."""
    history: tuple[int, ...] = ()
    """Where a mail program says that an earlier mail begins."""
    deleted: tuple[Stretch, ...] = ()
    signatures: tuple[Stretch, ...] = ()
    """What a mail program says that it added as a signature."""
    coloured: tuple[tuple[int, int, str], ...] = ()
    """With the colour, `#rrggbb`."""

    def shifted(self, by: int) -> "Marks":
        """The same marks in a text that stands `by` characters further down."""
        return Marks(
            tuple((start + by, end + by) for start, end in self.quoted),
            tuple((start + by, end + by) for start, end in self.letterheads),
            tuple(start + by for start in self.history),
            tuple((start + by, end + by) for start, end in self.deleted),
            tuple((start + by, end + by) for start, end in self.signatures),
            tuple((start + by, end + by, colour) for start, end, colour in self.coloured),
        )

    def joined(self, other: "Marks") -> "Marks":
        """These marks and those of the text that follows."""
        return Marks(
            self.quoted + other.quoted,
            self.letterheads + other.letterheads,
            self.history + other.history,
            self.deleted + other.deleted,
            self.signatures + other.signatures,
            self.coloured + other.coloured,
        )


NO_MARKS = Marks()


def set_off(text: str, marks: Marks, sections: Sequence[Stretch]) -> Iterator[Stretch]:
    """Coloured stretches whose colour is not the one that most of their section is written in; sections in order."""
    at = 0
    for start, end in sections:
        inside: list[tuple[int, int, str]] = []
        while at < len(marks.coloured) and marks.coloured[at][0] < end:
            if marks.coloured[at][0] >= start:
                inside.append(marks.coloured[at])
            at += 1
        weights: Counter[str] = Counter()
        for a, b, colour in inside:
            weights[colour] += _letters(text[a:b])
        # Outlook writes whole replies in dark blue: what most is written in sets nothing off.
        half = _letters(text[start:end]) / 2 if inside else 0
        yield from ((a, min(b, end)) for a, b, colour in inside if 0 < weights[colour] <= half)


def _letters(text: str) -> int:
    return sum(not c.isspace() for c in text)
