"""Small builders of briefings over the records of `report_builders`."""

from collections.abc import Sequence

from reports.brief_page import BriefPage, page_of
from reports.brief_records import Briefing
from reports.brief_usual import PeerGroup
from reports.briefing import build_briefing
from reports.plain import plain
from requisitions.versions import Requisition
from tests.report_builders import LABELS, at

NOW = "11-24 18:00"
"""A Tuesday evening."""


def brief_of(seat: Requisition, now: str = NOW, peers: Sequence[PeerGroup] = ()) -> Briefing:
    """The briefing of a seat at a moment of 2026 in Tokyo."""
    found = build_briefing(seat, now=at(now), timezone="Asia/Tokyo", peers=peers, data_cut=at("11-24 02:00"))
    assert found is not None
    return found


def page(brief: Briefing, language: str = "ja", **options: object) -> BriefPage:
    """The briefing in a language."""
    return page_of(brief, language, labels=LABELS, **options)  # type: ignore[arg-type]


def lead(brief: Briefing, language: str = "ja") -> str:
    """The sentences at the head."""
    told = page(brief, language)
    return "".join(plain(told.phrasing.say(sentence)) for sentence in brief.lead)


def questions(brief: Briefing) -> list[str]:
    """The questions as they are put to the client."""
    told = page(brief, brief.ask_language)
    return [plain(told.asked(query)) for query in brief.queries]


def ids(brief: Briefing) -> list[str]:
    """The ids of the questions."""
    return [query.text.key.removeprefix("query.") for query in brief.queries]
