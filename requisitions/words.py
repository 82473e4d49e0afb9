"""The closed lists of the contract. Enum values are the words that readers and scripts see."""

from enum import StrEnum


class Category(StrEnum):
    """What kind of demand it is (CONTRACT.md 2)."""

    SKILL = "skill"
    EXPERIENCE = "experience"
    QUALIFICATION = "qualification"
    LANGUAGE = "language"
    TRAIT = "trait"
    ROLE = "role"
    RATE = "rate"
    SETTLEMENT = "settlement"
    LOCATION = "location"
    REMOTE = "remote"
    PERIOD = "period"
    SCHEDULE = "schedule"
    HEADCOUNT = "headcount"
    INTERVIEW = "interview"
    CONTRACT = "contract"
    TIER = "tier"
    AGE = "age"
    GENDER = "gender"
    NATIONALITY = "nationality"
    PAYMENT = "payment"


TERMS = frozenset(
    {
        Category.RATE,
        Category.SETTLEMENT,
        Category.LOCATION,
        Category.REMOTE,
        Category.PERIOD,
        Category.SCHEDULE,
        Category.HEADCOUNT,
        Category.INTERVIEW,
        Category.CONTRACT,
        Category.TIER,
        Category.PAYMENT,
    }
)
"""Facts about the seat: `must`, `excluded` where refused, `not_required` where waived."""

ONE_KEY = {
    Category.RATE: "rate",
    Category.SETTLEMENT: "settlement-hours",
    Category.LOCATION: "location",
    Category.REMOTE: "remote",
    Category.HEADCOUNT: "headcount",
    Category.INTERVIEW: "interview-count",
    Category.TIER: "subcontract-depth",
    Category.AGE: "age",
    Category.GENDER: "gender",
    Category.PAYMENT: "payment-site",
}
"""Categories that have one demand at most, with the key of that demand (DECISIONS.md D1)."""


class Necessity(StrEnum):
    """How binding a demand is."""

    MUST = "must"
    PREFERRED = "preferred"
    NOT_REQUIRED = "not_required"
    EXCLUDED = "excluded"


class Mode(StrEnum):
    """Whether a statement tells a seat whole, or only what differs."""

    FULL = "full"
    AMENDMENT = "amendment"


class Status(StrEnum):
    """Whether a seat still looks for somebody."""

    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"


class Kind(StrEnum):
    """What a mail is."""

    REQUISITION = "requisition"
    CLARIFICATION = "clarification"
    CANDIDATE = "candidate"
    OTHER = "other"
    UNREADABLE = "unreadable"


class ChangeKind(StrEnum):
    """What happened to a demand, or with category `status` to the seat."""

    ADDED = "added"
    REMOVED = "removed"
    RAISED = "raised"
    LOWERED = "lowered"
    PROMOTED = "promoted"
    DEMOTED = "demoted"
    ALTERED = "altered"
    CLOSED = "closed"
    PAUSED = "paused"
    REOPENED = "reopened"


STATUS_CATEGORY = "status"
"""The category, and the key, of a change of the seat itself."""


class Effect(StrEnum):
    """Whether a change makes the seat harder to fill with the people who fitted before."""

    HARDER = "harder"
    EASIER = "easier"
    NEUTRAL = "neutral"


class Reason(StrEnum):
    """Why a demand moved, as the mail itself gives it."""

    INCIDENT = "incident"
    WORKLOAD = "workload"
    BUDGET = "budget"
    SCOPE = "scope"
    PERSONNEL = "personnel"
    SCHEDULE = "schedule"
    MARKET = "market"
    MISREPORT = "misreport"
    POLICY = "policy"
    UNSTATED = "unstated"


class Speaker(StrEnum):
    """Who wrote the words that a demand or change was read from."""

    END_CLIENT = "end_client"
    INTERMEDIARY = "intermediary"
    OWN_SALES = "own_sales"
    UNKNOWN = "unknown"


class EventKind(StrEnum):
    """What can happen to a seat that is no demand."""

    PROPOSAL = "proposal"
    INTERVIEW = "interview"
    REJECTION = "rejection"


class FlagRule(StrEnum):
    """Conditions that a person should look at before passing them on; no legal advice."""

    AGE_LIMIT = "age-limit"
    GENDER = "gender-condition"
    NATIONALITY = "nationality-condition"
    APPEARANCE = "appearance-condition"
    PRE_INTERVIEW = "pre-interview-dispatch"


class HintWhy(StrEnum):
    """Why something was read and yet does not hold."""

    HEDGED = "hedged"
    CONDITIONAL = "conditional"
    LOW_CONFIDENCE = "low-confidence"
    CONTRADICTED = "contradicted"
    UNRESOLVED = "unresolved"
    REJECTED = "rejected"


class Stage(StrEnum):
    """Where an input stopped being usable."""

    FETCH = "fetch"
    DECODE = "decode"
    EXTRACT = "extract"
    ATTACHMENT = "attachment"


class Cause(StrEnum):
    """Why a mail could not be read: the closed list of DECISIONS.md D25, told apart as far as a person is helped by it."""

    TOO_BIG = "too-big"
    HEADERS_TOO_LONG = "headers-too-long"
    NESTED_TOO_DEEP = "nested-too-deep"
    TOO_MANY_PARTS = "too-many-parts"
    TEXT_TOO_LONG = "text-too-long"
    NO_MAIL = "no-mail"
    ENCRYPTED = "encrypted"
    NO_TEXT = "no-text"
    STOPPED_WORKERS = "stopped-workers"
    PROGRAM_FAULT = "program-fault"


class LinkRule(StrEnum):
    """Why a statement belongs to its requisition (DECISIONS.md D7)."""

    PERSON = "person"
    REFERENCE = "reference"
    THREAD = "thread"
    TITLE = "title"
    ROOT = "root"


class Review(StrEnum):
    """A person's verdict on a change or flag."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
