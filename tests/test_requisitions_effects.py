"""The effect table of GUIDELINES.md section 7, row by row."""

import pytest

from requisitions.effects import Moved, effect_of
from requisitions.statements import Requirement
from requisitions.words import ChangeKind, Effect
from tests.requisitions_fixtures import demand

JAVA = demand("skill/java", min=3, unit="year")
Sides = tuple[Requirement | None, Requirement | None]


def effect(kind: str, sides: Sides, *, alternative: bool = False, replaced: bool = False) -> Effect:
    return effect_of(Moved(ChangeKind(kind), *sides, alternative=alternative, replaced=replaced))


def number(name: str, low: float | None, high: float | None, unit: str = "count") -> Requirement:
    return demand(name, min=low, max=high, unit=unit)


def hours(low: float, high: float) -> Requirement:
    return number("settlement/settlement-hours", low, high, "hour_per_month")


def text(name: str, words: str) -> Requirement:
    return demand(name, text=words)


GENERAL = [
    ("added", (None, JAVA), "harder"),
    ("added", (None, demand("contract/c2c", "excluded")), "harder"),
    ("added", (demand("skill/java", "not_required"), JAVA), "harder"),
    ("added", (None, demand("trait/cheerful")), "harder"),
    ("removed", (JAVA, None), "easier"),
    ("removed", (JAVA, demand("skill/java", "not_required")), "easier"),
    ("removed", (demand("gender/gender", text="female"), None), "easier"),
    ("raised", (JAVA, demand("skill/java", min=5, unit="year")), "harder"),
    ("lowered", (JAVA, demand("skill/java", min=1, unit="year")), "easier"),
    ("promoted", (demand("skill/java", "preferred"), JAVA), "harder"),
    ("promoted", (demand("skill/java", "preferred"), demand("skill/java", "excluded")), "harder"),
    ("demoted", (JAVA, demand("skill/java", "preferred")), "easier"),
    ("altered", (demand("skill/java"), JAVA), "harder"),
    ("altered", (JAVA, demand("skill/java", "excluded")), "harder"),
    ("altered", (number("experience/sales", 3, 5, "year"), number("experience/sales", 2, 7, "year")), "easier"),
    ("altered", (number("experience/sales", 2, 7, "year"), number("experience/sales", 3, 5, "year")), "harder"),
    ("altered", (text("gender/gender", "female"), text("gender/gender", "male")), "neutral"),
    ("altered", (text("skill/aws", "EC2"), text("skill/aws", "EC2, S3")), "neutral"),
]

PREFERRED = [
    ("added", (None, demand("skill/java", "preferred")), "neutral"),
    ("removed", (demand("skill/java", "preferred"), None), "neutral"),
    ("raised", (demand("skill/java", "preferred", min=1, unit="year"), demand("skill/java", "preferred", min=3, unit="year")), "neutral"),
]

RATES = [
    ("added", (None, number("rate/rate", 50, 50, "gbp_per_hour")), "neutral"),
    ("raised", (number("rate/rate", None, 50, "gbp_per_hour"), number("rate/rate", None, 55, "gbp_per_hour")), "easier"),
    ("lowered", (number("rate/rate", 50, 60, "gbp_per_hour"), number("rate/rate", None, 55, "gbp_per_hour")), "harder"),
    ("altered", (number("rate/rate", 50, 60, "gbp_per_hour"), number("rate/rate", 45, 70, "gbp_per_hour")), "easier"),
    ("altered", (number("rate/rate", 50, 60, "gbp_per_hour"), number("rate/rate", 52, 55, "gbp_per_hour")), "harder"),
    ("altered", (number("rate/rate", 50, 60, "gbp_per_hour"), number("rate/rate", 400, 450, "gbp_per_day")), "neutral"),
    ("altered", (number("rate/rate", 50, 60, "gbp_per_hour"), text("rate/rate", "skill-based")), "neutral"),
]

PLACES_AND_TIMES = [
    ("altered", (text("location/location", "品川"), text("location/location", "大宮")), "neutral"),
    ("raised", (number("headcount/headcount", 1, 1), number("headcount/headcount", 3, 3)), "neutral"),
    ("altered", (text("period/end-date", "2027-03"), text("period/end-date", "2027-01")), "neutral"),
    ("raised", (number("period/duration", 3, 3, "month"), number("period/duration", 6, 6, "month")), "neutral"),
    ("added", (None, text("period/start-date", "2026-12-01")), "neutral"),
    ("altered", (text("period/start-date", "2026-12-01"), text("period/start-date", "2026-11-16")), "harder"),
    ("altered", (text("period/start-date", "2026-12-01"), text("period/start-date", "2027-01-04")), "neutral"),
    ("altered", (text("period/start-date", "2026-12"), text("period/start-date", "2026-12-15")), "neutral"),
    ("altered", (text("period/start-date", "immediate"), text("period/start-date", "2026-12-01")), "harder"),
    ("altered", (text("period/start-date", "2026-12-01"), text("period/start-date", "immediate")), "harder"),
    ("removed", (text("period/start-date", "2026-12-01"), None), "easier"),
    ("added", (None, text("schedule/working-hours", "9:00-18:00")), "neutral"),
    ("altered", (text("schedule/working-hours", "9:00-18:00"), text("schedule/working-hours", "9:00-19:00")), "harder"),
    ("altered", (text("schedule/working-hours", "9:00-18:00"), text("schedule/working-hours", "10:00-18:00")), "easier"),
    ("altered", (text("schedule/working-hours", "9:00-18:00"), text("schedule/working-hours", "10:00-19:00")), "neutral"),
    (
        "altered",
        (text("schedule/working-hours", "6:00-14:00 / 22:00-6:00"), text("schedule/working-hours", "6:00-15:00")),
        "easier",
    ),
    ("altered", (text("schedule/working-hours", "9:30-18:00"), text("schedule/working-hours", "9:00-17:45")), "harder"),
    ("altered", (text("schedule/working-hours", "22:00-6:00"), text("schedule/working-hours", "22:00-6:01")), "harder"),
    ("altered", (text("schedule/working-hours", "9:59-18:00"), text("schedule/working-hours", "10:00-18:00")), "easier"),
    ("altered", (text("schedule/working-hours", "9-18"), text("schedule/working-hours", "9:00-20")), "neutral"),
    ("altered", (text("schedule/working-hours", "flexible"), text("schedule/working-hours", "9:00-18:00")), "neutral"),
    (
        "raised",
        (number("schedule/working-hours", 35, 35, "hour_per_week"), number("schedule/working-hours", 40, 40, "hour_per_week")),
        "neutral",
    ),
    ("added", (None, number("schedule/overtime", 20, 20, "hour_per_month")), "harder"),
    (
        "raised",
        (number("schedule/overtime", None, 20, "hour_per_month"), number("schedule/overtime", None, 40, "hour_per_month")),
        "harder",
    ),
    ("removed", (demand("schedule/night-shift"), None), "easier"),
]

REMOTE = [
    ("added", (None, text("remote/remote", "none")), "harder"),
    ("added", (None, text("remote/remote", "partial")), "easier"),
    ("added", (None, text("remote/remote", "full")), "easier"),
    ("raised", (text("remote/remote", "none"), demand("remote/remote", text="partial", min=2, max=2, unit="day_per_week")), "easier"),
    ("lowered", (text("remote/remote", "full"), text("remote/remote", "none")), "harder"),
    ("altered", (text("remote/remote", "full"), text("remote/remote", "partial")), "harder"),
    ("altered", (text("remote/remote", "none"), text("remote/remote", "partial")), "easier"),
    ("altered", (text("remote/remote", "partial"), demand("remote/remote", text="partial", min=1, max=1, unit="day_per_week")), "neutral"),
    ("altered", (demand("remote/remote", text="partial", min=4, max=4, unit="day_per_week"), text("remote/remote", "partial")), "neutral"),
    ("removed", (text("remote/remote", "none"), None), "easier"),
]

RANGES = [
    ("added", (None, hours(140, 180)), "neutral"),
    ("altered", (hours(140, 180), hours(150, 170)), "harder"),
    ("altered", (hours(140, 180), hours(130, 190)), "easier"),
    ("raised", (hours(140, 180), hours(150, 190)), "harder"),
    ("removed", (hours(140, 180), None), "easier"),
    ("added", (None, number("tier/subcontract-depth", None, 1, "tier")), "harder"),
    ("lowered", (number("tier/subcontract-depth", None, 1, "tier"), number("tier/subcontract-depth", None, 0, "tier")), "harder"),
    ("raised", (number("tier/subcontract-depth", None, 0, "tier"), number("tier/subcontract-depth", None, 2, "tier")), "easier"),
    ("raised", (number("age/age", None, 35, "age"), number("age/age", None, 45, "age")), "easier"),
    ("lowered", (number("age/age", 25, 40, "age"), number("age/age", 25, 35, "age")), "harder"),
    ("altered", (number("age/age", 25, 40, "age"), number("age/age", 20, 45, "age")), "easier"),
    ("raised", (number("age/age", 25, 40, "age"), number("age/age", 30, 45, "age")), "easier"),
    ("raised", (number("age/age", 25, 40, "age"), number("age/age", 30, 40, "age")), "harder"),
    ("altered", (text("gender/gender", "female"), demand("gender/gender", "excluded")), "harder"),
    ("altered", (text("nationality/work-authorization", "USC"), text("nationality/work-authorization", "USC, GC")), "easier"),
    ("altered", (text("nationality/work-authorization", "USC / GC / EAD"), text("nationality/work-authorization", "USC and GC")), "harder"),
    ("altered", (text("nationality/work-authorization", "USC"), text("nationality/work-authorization", "H1B")), "neutral"),
]

COUNTS = [
    ("added", (None, number("interview/interview-count", 2, 2)), "neutral"),
    ("altered", (demand("interview/interview-count"), number("interview/interview-count", 2, 2)), "neutral"),
    ("raised", (number("interview/interview-count", 1, 1), number("interview/interview-count", 2, 2)), "harder"),
    ("lowered", (number("interview/interview-count", 2, 2), number("interview/interview-count", 1, 1)), "easier"),
    ("removed", (number("interview/interview-count", 1, 1), None), "easier"),
    ("added", (None, number("payment/payment-site", 30, 30, "day")), "neutral"),
    ("raised", (number("payment/payment-site", 30, 30, "day"), number("payment/payment-site", 60, 60, "day")), "harder"),
    ("lowered", (number("payment/payment-site", 60, 60, "day"), number("payment/payment-site", 30, 30, "day")), "easier"),
]

LANGUAGES = [
    ("altered", (text("language/japanese", "N2"), text("language/japanese", "N1")), "harder"),
    ("altered", (text("language/german", "C1"), text("language/german", "B2")), "easier"),
    ("altered", (text("language/german", "N1"), text("language/german", "B2")), "neutral"),
    ("altered", (text("language/english", "conversation"), text("language/english", "business")), "neutral"),
    ("altered", (demand("language/english"), text("language/english", "fluent")), "harder"),
    ("added", (None, text("language/english", "fluent")), "harder"),
]

CONTRACTS = [
    ("removed", (demand("contract/dispatch"), None), "easier"),
    ("added", (None, demand("contract/dispatch")), "harder"),
    ("altered", (demand("contract/c2c", "excluded"), demand("contract/c2c")), "easier"),
    ("altered", (demand("contract/c2c"), demand("contract/c2c", "excluded")), "harder"),
    ("removed", (demand("role/clerk"), None), "easier"),
]


@pytest.mark.parametrize(
    ("kind", "sides", "expected"),
    [*GENERAL, *PREFERRED, *RATES, *PLACES_AND_TIMES, *REMOTE, *RANGES, *COUNTS, *LANGUAGES, *CONTRACTS],
)
def test_effect_table(kind: str, sides: Sides, expected: str) -> None:
    assert effect(kind, sides) == expected


def test_a_role_or_contract_that_gives_way_to_another_is_harder() -> None:
    assert effect("removed", (demand("role/clerk"), None), replaced=True) is Effect.HARDER
    assert (
        effect("removed", (demand("contract/outside-ir35"), demand("contract/outside-ir35", "not_required")), replaced=True)
        is Effect.HARDER
    )


def test_a_further_alternative_is_easier_and_a_lost_one_harder() -> None:
    assert effect("added", (None, demand("skill/kotlin")), alternative=True) is Effect.EASIER
    assert effect("removed", (demand("skill/kotlin"), None), alternative=True) is Effect.HARDER


def test_alternatives_that_are_merely_preferred_stay_neutral() -> None:
    assert effect("added", (None, demand("skill/kotlin", "preferred")), alternative=True) is Effect.NEUTRAL


def test_a_change_of_nothing_into_nothing_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="needs a demand"):
        _ = Moved(ChangeKind.ADDED, None, None).requirement
