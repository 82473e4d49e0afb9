"""What holds for a requisition after each statement, and what moved from one to the next."""

from dataclasses import dataclass, field
from datetime import datetime

from requisitions.risk import Risk
from requisitions.statements import Event, Flag, Hint, Requirement, Statement
from requisitions.words import ChangeKind, Effect, LinkRule, Mode, Reason, Review, Speaker, Status


@dataclass(frozen=True, slots=True)
class Mail:
    """What later rooms need to know of an archived mail; times are aware UTC."""

    sha256: str
    message_id: str | None
    source: str
    sent_at: datetime | None
    stated_at: datetime
    """The Date header unless missing or in the future, then the topmost Received, then `known_at` (D6)."""
    known_at: datetime
    """When it was archived."""
    sender: str
    """Display name, else address, as shown to people."""
    sender_address: str
    subject: str
    language: str
    kind: str
    first_import: bool = False
    """Archived by a source's first import: no news, however late (D6)."""
    organisation: str | None = None
    """What the configuration calls the firm that the sender writes for: an intermediary or a client."""


@dataclass(frozen=True, slots=True)
class LinkKeys:
    """The parts of a statement that linking may look at; nothing of any version (D7)."""

    statement_id: str
    sha256: str
    ordinal: int
    stated_at: datetime
    organisation: str | None
    """Who asks us: the sender's domain; null for a mail of our own (whoever it cites)."""
    reference: str | None
    """Normalised: NFKC, upper case, no spaces."""
    title: str | None
    """Normalised by `linking.normalise_title`."""
    client: str | None
    message_id: str | None
    thread: frozenset[str]
    """Ids of Message-ID, In-Reply-To, References, and the Thread-Index as `ti:…`."""
    mode: Mode
    seats: int
    """How many statements its mail has."""
    own: bool = False
    """Written by ourselves."""
    founds: bool = True
    """Whether it may start a requisition; an event of a candidate mail may not."""
    subject: str | None = None
    """The mail's subject, normalised by `linking.normalise_title`; null where it says nothing."""
    words: frozenset[str] = frozenset()
    """What the statement speaks of beyond its terms, as `linking.content_words` gives it: `skill/java`, `role/pmo`."""
    sender: str | None = None
    """Address of who writes: among equals, a person goes on with a seat of his own."""
    partners: frozenset[str] = frozenset()
    """Of a mail of our own: the domains that it goes to or passes on the words of, ours left out; empty in a memo."""
    says: frozenset[str] = frozenset()
    """Of an amendment, or a mail of our own: the informative words of its first lines, as `mentions.spoken_words` gives them."""
    called: frozenset[str] = frozenset()
    """What who asks may be called, as `mentions.names_of` gives it: a memo of a call has no other sign of the asker."""
    people: frozenset[str] = frozenset()
    """The parts of the name of who writes for the asker, as `mentions.people_in` gives it: a memo may name nobody else."""
    silent: bool = False
    """Nothing was read in its mail, which goes to the thread that it answers, or to the seat that its subject names."""


@dataclass(frozen=True, slots=True)
class Link:
    """Why a statement belongs to its requisition."""

    statement_id: str
    requisition_id: str
    parent_statement_id: str | None
    rule: LinkRule
    score: float
    """0..1; below 0.7 doubtful."""
    revised: str | None = None
    """The sha256 of a parent that was archived after its child."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement with its mail: the input of the fold."""

    statement_id: str
    statement: Statement
    mail: Mail

    @property
    def order(self) -> tuple[datetime, str, int]:
        """Fold order (D6): stated_at, sha256, ordinal."""
        return (self.mail.stated_at, self.mail.sha256, self.statement.ordinal)


@dataclass(frozen=True, slots=True)
class Held:
    """A demand of a version, with the mail that its words came from."""

    requirement: Requirement
    sha256: str
    message_id: str | None
    stated_at: datetime
    stated_by: Speaker


@dataclass(frozen=True, slots=True)
class Version:
    """The whole set of demands that hold after a statement was applied."""

    requisition_id: str
    number: int
    """From 1; shifts when an older mail comes late, so nothing cites it."""
    statement_id: str
    sha256: str
    message_id: str | None
    stated_at: datetime
    known_at: datetime
    stated_by: Speaker
    mode: Mode
    status: Status
    held: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between neighbouring versions (CONTRACT.md 3)."""

    change_id: str
    requisition_id: str
    version: int
    sha256: str
    message_id: str | None
    stated_at: datetime
    known_at: datetime
    category: str
    key: str
    label: str
    change: ChangeKind
    effect: Effect
    reason: Reason
    stated_by: Speaker
    before: str | None
    after: str | None
    implied: bool
    before_message_id: str | None
    before_evidence: str | None
    evidence: str | None
    review: Review = Review.OPEN


@dataclass(frozen=True, slots=True)
class HintRow:
    """A hint with the mail it was read from."""

    hint: Hint
    sha256: str
    message_id: str | None
    stated_at: datetime
    stated_by: Speaker


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event with the mail it was read from."""

    event: Event
    sha256: str
    message_id: str | None
    known_at: datetime


@dataclass(frozen=True, slots=True)
class FlagRow:
    """A flag with the mail it was read from."""

    flag_id: str
    flag: Flag
    sha256: str
    message_id: str | None
    known_at: datetime
    review: Review = Review.OPEN


@dataclass(frozen=True, slots=True)
class Corrected:
    """A demand that stands, or stands no more, by a person's word (DECISIONS.md D14)."""

    seq: int
    """Of the word among the archive's entries."""
    sha256: str
    """The mail that the demand was read from."""
    category: str
    key: str
    """As the demand entered the fold."""
    start: int
    """Character offset of its evidence in the message's text."""
    end: int
    by: str
    note: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class History:
    """The story of one requisition, as folded; `changes` ordered by version, then as found."""

    requisition_id: str
    versions: tuple[Version, ...]
    changes: tuple[Change, ...]
    hints: tuple[HintRow, ...]
    confirmations: tuple[str, ...] = ()
    """sha256 of mails that demanded the same again."""
    corrected: tuple[Corrected, ...] = ()
    """Where a person's word counts instead of what was read."""


@dataclass(frozen=True, slots=True)
class Requisition:
    """A requisition as it stands, with its story: what reports and `show` are made from."""

    requisition_id: str
    aliases: tuple[str, ...]
    """Every member's statement id and reference."""
    reference: str | None
    title: str | None
    client: str | None
    status: Status
    followed: bool
    owner: str | None
    twin_of: str | None
    first_seen_at: datetime
    last_changed_at: datetime | None
    last_confirmed_at: datetime | None
    history: History
    mails: tuple[Mail, ...]
    """Every mail of the thread in fold order."""
    links: tuple[Link, ...] = ()
    events: tuple[EventRow, ...] = field(default=())
    flags: tuple[FlagRow, ...] = field(default=())
    risk: Risk | None = None
    """How likely it is to move, as of the last archived mail; null while it is closed, or where nobody told."""
