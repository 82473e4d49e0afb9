"""Clients and the market as data, with every number that they rest on."""

from math import inf

from reports import market_sentences
from reports.json_terms import told
from reports.page import Page
from reports.plain import plain
from reports.safety import visible
from reports.statistics import Interval, Share
from reports.trendrecords import ClientTrend, SkillTrend, Stage
from reports.trendshapes import (
    ClientShown,
    ClientsShown,
    IntervalShown,
    MarketShown,
    ShareShown,
    SkillShown,
    SpanShown,
    WindowShown,
)


def market_shown(page: Page) -> MarketShown:
    """The market section."""
    market = page.report.market
    return MarketShown(
        extractor=page.report.head.extractor,
        weeks_known=market.weeks_known,
        starts=None if market.starts is None else str(market.starts),
        before=_window(market.before),
        now=_window(market.now),
        short_weeks=[str(short.week) for short in market.short],
        holidays={str(week): days for week, days in market.holidays},
        rules=market.rules,
        tests=len(market.skills),
        rare=market.rare,
        visible=market.visible,
        skills=[_skill(page, trend) for trend in market.skills],
    )


def clients_shown(page: Page) -> ClientsShown:
    """The clients section."""
    clients = page.report.clients
    return ClientsShown(
        prior=None if clients.prior is None else (clients.prior.a, clients.prior.b),
        ranked=[_client(page, one) for one in clients.ranked],
        few=[_client(page, one) for one in clients.few],
        younger=clients.younger,
        unnamed=clients.unnamed,
    )


def _share(share: Share) -> ShareShown:
    return ShareShown(share.number, share.of)


def _interval(interval: Interval) -> IntervalShown:
    return IntervalShown(interval.low, interval.high)


def _window(stage: Stage) -> WindowShown:
    spans = [SpanShown([str(week) for week in span.weeks], span.seats) for span in stage.spans]
    return WindowShown(str(stage.first), str(stage.last), stage.seats, stage.clients, spans)


def _skill(page: Page, trend: SkillTrend) -> SkillShown:
    test = trend.test
    return SkillShown(
        key=visible(test.skill),
        name=plain(page.phrasing.say(market_sentences.name_of(trend))),
        finding=test.finding,
        held=test.held,
        fresh=trend.fresh,
        now=_share(test.now),
        before=_share(test.before),
        points=[point.number for point in trend.points],
        clients=test.clients,
        difference=test.difference,
        interval=_interval(test.interval),
        score_p=test.score_p,
        swing=test.swing.ratio,
        degrees=None if test.swing.degrees == inf else test.swing.degrees,
        z=test.z,
        p=test.p,
        q=test.q,
        naive_p=test.naive_p,
        naive_q=test.naive_q,
        rising=test.rising,
        falling=test.falling,
        detectable=test.detectable,
        within=test.parts.within,
        mix=test.parts.mix,
        top_mentions=test.top_mentions,
        remarks=[told(page, sentence) for sentence in market_sentences.remarks(trend, page.report.market)],
    )


def _client(page: Page, one: ClientTrend) -> ClientShown:
    return ClientShown(
        name=plain(page.name(one.name)),
        turned=_share(one.share),
        rate=one.rate,
        interval=_interval(one.interval),
        median_days=one.median,
        late=_share(one.late),
        categories=dict(one.categories),
        reasons=dict(one.reasons),
        younger=one.younger,
    )
