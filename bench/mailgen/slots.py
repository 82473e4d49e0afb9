"""The state of one attempt to fill a frame: what its slots are bound to."""

from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from bench.mailgen.frames import Frame
from bench.mailgen.lexicon import Item, Lexicon
from bench.mailgen.truth import Demand, Record
from bench.mailgen.wording import Told


class Unfit(Exception):  # noqa: N818 - no error: the frame just has nothing to say about this seat
    """A slot cannot be filled, or the frame would state what is so already."""


@dataclass(slots=True)
class Seat:
    """A requisition with what its mails need to know."""

    requisition: str
    lexicon: Lexicon
    trade: str
    market: str
    unit: str
    title: str
    role: Item
    role_title: bool
    """The title is the job's name, so that it states the role."""
    reference: str | None
    spares: dict[str, str] = field(default_factory=dict)
    """Fixed words of the mail at hand: contact, person, company, …"""
    record: Record = field(default_factory=Record)

    @property
    def language(self) -> str:
        """`ja` or `en`."""
        return self.lexicon.language


@dataclass(slots=True)
class Slots:
    """Slots are bound once, in the order in which the text names them."""

    frame: Frame
    seat: Seat
    rng: Random
    sent: datetime
    heading: str | None = None
    """The necessity that a heading above gives."""
    fixed: list[Demand] | None = None
    """In a re-send: the demands to be told again, with their values."""
    surfaces: dict[str, str] = field(default_factory=dict)
    values: dict[str, float] = field(default_factory=dict)
    told: dict[str, Told] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict)

    def held(self, category: str, key: str | None = None) -> Demand | None:
        """The demand of a one-key category, or of a key, as it stands."""
        among = self.fixed if self.fixed is not None else self.seat.record.held
        return next((d for d in among if d.category == category and (key is None or d.keys[0] == key)), None)

    def need(self, category: str, key: str | None = None) -> Demand:
        """The same, which must be there.

        Raises:
            Unfit: it is not.
        """
        found = self.held(category, key)
        if found is None:
            raise Unfit
        return found

    def again(self, category: str, key: str | None = None) -> Demand | None:
        """In a re-send the demand to be told again, which must be there; else null."""
        return None if self.fixed is None else self.need(category, key)

    def number(self, name: str, value: float | None) -> float:
        """Bind a number.

        Raises:
            Unfit: there is none.
        """
        if value is None:
            raise Unfit
        self.values[name] = value
        return value
