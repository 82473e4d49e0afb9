"""Small builders of seats for the sections of clients and of the market: no mails, only what the store reads of them."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from reports.weeks import IsoWeek
from requisitions.trends import FirstAsk, Reversal, Trends
from requisitions.words import Reason
from tests.report_builders import TOKYO, WEEK

CLIENTS = ("七曜坂証券", "麦笛リテール", "千鳥濱メディカル", "柿渋精機", "銀河堤物流", "夜明橋データ", "木霊ソフト", "Larkmere Analytics")


def week_back(number: int, week: IsoWeek = WEEK) -> IsoWeek:
    """The week so many weeks before; of a negative number, after."""
    for _ in range(abs(number)):
        week = week.previous() if number > 0 else week.following()
    return week


def on(weeks_back: int, days: float = 0.5) -> datetime:
    """A moment of a week, so many days after its Monday."""
    return week_back(weeks_back).bounds(TOKYO)[0] + timedelta(days=days)


def ask(
    at: datetime,
    client: str | None = CLIENTS[0],
    skills: Iterable[str] = (),
    reversals: Sequence[Reversal] = (),
    *,
    hand: str | None = None,
) -> FirstAsk:
    """A seat that came at that moment."""
    whose = hand if hand is not None else f"client: {client}" if client else ""
    name = f"{at.isoformat()} {client} {sorted(skills)} {len(reversals)} {whose}"
    return FirstAsk(name, at, client, whose, frozenset(skills), tuple(reversals), at + timedelta(days=90))


def turned(at: datetime, days: float, category: str = "rate", reason: Reason = Reason.UNSTATED) -> Reversal:
    """A demand that was turned over so many days after a seat came."""
    return Reversal(at + timedelta(days=days), category, category, category, reason)


def trends(asks: Iterable[FirstAsk], labels: dict[str, str] | None = None) -> Trends:
    """Seats of the year before the end of the week."""
    end = WEEK.bounds(TOKYO)[1]
    ordered = sorted(asks, key=lambda one: (one.at, one.requisition_id))
    return Trends(end - timedelta(weeks=52), end, tuple(ordered), labels or {})


def market(weeks: int = 20, *, each: int = 5, risen: str | None = "rust", since: int = 4, loud: str | None = None) -> Trends:
    """Weeks in which every client brings some seats: one in five asks for Java, and eight tools are asked for evenly.

    `risen` is asked for by all clients in the last `since` weeks.

    `loud` is asked for by half of the seats of the first client alone since four weeks.
    """
    asks = []
    for back in range(weeks):
        for number, client in enumerate(CLIENTS):
            for turn in range(each):
                seat = (number + turn * 3 + back * 5) % 10
                skills = {name for name, asked in (("java", seat < 2), ("perl", seat == 7 and turn == 0)) if asked}
                skills |= {f"tool-{tool}" for tool in range(8) if (seat * 3 + turn + back + tool * 5 + number) % 9 == 0}
                if risen is not None and (seat in {4, 5, 6} if back < since else seat == 4 and turn == 0):
                    skills.add(risen)
                if loud is not None and number == 0 and back < 4 and turn < 4:
                    skills.add(loud)
                asks.append(ask(on(back, 0.2 + turn * 0.9 + number * 0.01), client, skills))
    return trends(asks, {"java": "Java", "rust": "Rust", "cobol": "COBOL", "perl": "Perl"})
