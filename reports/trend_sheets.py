"""The sheets of clients and of skills: every client and every skill that was looked at, to be sorted and filtered."""

from collections.abc import Mapping

from reports.page import Page
from reports.plain import plain
from reports.sheets import Cells, Sheet
from reports.trendrecords import ClientTrend, SkillTrend

_CLIENT = {"client": "clients.client", "seats": "sheet.seats_grown", "turned": "clients.turned", "rate": "sheet.rate"}
_CLIENT_MORE = {"low": "sheet.low", "high": "sheet.high", "median": "sheet.median", "over": "sheet.turns_over", "late": "sheet.turns_late"}
_CLIENT_LAST = {"what": "clients.what", "why": "clients.why"}
_SKILL = {"skill": "market.skill", "finding": "market.finding", "seats_now": "sheet.seats_now", "asked_now": "sheet.asked_now"}
_SKILL_MORE = {"seats_before": "sheet.seats_before", "asked_before": "sheet.asked_before", "difference": "sheet.difference"}
_SKILL_LAST = {"low": "sheet.diff_low", "high": "sheet.diff_high", "clients": "market.clients_head"}
_AS_IS = ("p", "q", "key")
"""Heads that are the same in every language."""


def trend_tables(page: Page) -> tuple[Sheet, ...]:
    """The two sheets, as soon as they have rows."""
    return tuple(sheet for sheet in (_clients(page), _skills(page)) if sheet.rows)


def _heads(page: Page, keys: Mapping[str, str]) -> dict[str, str]:
    return {name: page.words.text(key) for name, key in keys.items()}


def _clients(page: Page) -> Sheet:
    """Those that are ranked, then those with too few seats, whose rates are left out."""
    clients = page.report.clients
    rows = [_client(page, one, ranked=True) for one in clients.ranked] + [_client(page, one, ranked=False) for one in clients.few]
    return Sheet(page.words.text("sheet.clients"), _heads(page, {**_CLIENT, **_CLIENT_MORE, **_CLIENT_LAST}), tuple(rows))


def _client(page: Page, one: ClientTrend, *, ranked: bool) -> Cells:
    told: Cells = {"client": plain(page.name(one.name)), "seats": one.share.of, "turned": one.share.number}
    told |= {"what": plain(page.trends.what(one)), "why": plain(page.trends.why(one))}
    if ranked:
        percents = {"rate": one.rate, "low": one.interval.low, "high": one.interval.high}
        told |= {name: round(value * 100, 1) for name, value in percents.items()}
        told["median"] = None if one.median is None else round(one.median, 1)
        told |= {"over": one.late.of, "late": one.late.number}
    return told


def _skills(page: Page) -> Sheet:
    heads = _heads(page, {**_SKILL, **_SKILL_MORE, **_SKILL_LAST}) | {name: name for name in _AS_IS}
    return Sheet(page.words.text("sheet.skills"), heads, tuple(_skill(page, trend) for trend in page.report.market.skills))


def _skill(page: Page, trend: SkillTrend) -> Cells:
    test = trend.test
    points = {"difference": test.difference, "low": test.interval.low, "high": test.interval.high}
    return {
        "skill": plain(page.trends.skill(trend)),
        "finding": page.words.text(f"finding.{test.finding}"),
        "seats_now": test.now.of,
        "asked_now": test.now.number,
        "seats_before": test.before.of,
        "asked_before": test.before.number,
        **{name: round(value * 100, 1) for name, value in points.items()},
        "clients": test.clients,
        "p": None if test.p is None else round(test.p, 6),
        "q": round(test.q, 6),
        "key": plain(page.name(test.skill)),
    }
