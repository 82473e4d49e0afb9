"""What a finder returns: a value in the contract's fields, and the span of folded text it was read from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """One value as written (CONTRACT.md 2); a bound that the words leave open is null."""

    start: int
    """First character of the value with its bound and unit, in the folded string."""
    end: int
    """After its last character."""
    min: float | None = None
    max: float | None = None
    unit: str | None = None
    text: str | None = None
    """The value where it is no number: ISO date, clock times, `long-term`."""
    key: str | None = None
    """The contract's key where the words themselves tell it (`end-date`, `overtime`), else the finder's usual one."""
    relative: bool = False
    """`min` and `max` hold a signed step from the value before."""
    explicit: bool = True
    """The unit stands in the words; false: a bare number that only its label makes a value."""
    replaced: bool = False
    """The words tell it as the value that no longer holds: the A of `AからBへ`, "B instead of A"."""
    note: str | None = None
    """A word beside the value that qualifies it: tax, `office`, `core`, `reduced`."""
    confidence: float = 1.0
    """Below 1 where the writing itself is doubtful: a range tilde that became `?`, a guess of the half of a day."""

    @property
    def has_value(self) -> bool:
        """Whether a number or words are told at all."""
        return any(part is not None for part in (self.min, self.max, self.text))


@dataclass(frozen=True, slots=True)
class Money(Quantity):
    """A price; `unit` is null until both its parts are known."""

    currency: str | None = None
    """Lower-case ISO 4217."""
    period: str | None = None
    """`hour`, `day`, `week`, `month` or `year`."""
