"""The clients section: how often each client turned over what it had stated, at a fixed age of its seats. Pure."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import timedelta

from reports.statistics import Interval, Share
from reports.statistics_rates import Prior, Spell, credible, fitted_prior, median_days, shrunken_share
from reports.trendrecords import Clients, ClientTrend
from requisitions.trends import FirstAsk, Trends
from requisitions.words import Reason

AGE = timedelta(days=14)
"""Every seat is looked at on this day of its life: an older one had no more time to move than a younger one."""
FEWEST = 5
"""Clients with fewer seats of that age are named, never ranked."""
CONFIDENCE = 0.90
_DAY = timedelta(days=1)
_MOST = 3


def build_clients(trends: Trends, *, enough: bool) -> Clients:
    """The clients as of the end of `trends`; `enough`: whether the data reach back far enough to rank anybody."""
    by_client: defaultdict[str, list[FirstAsk]] = defaultdict(list)
    for ask in trends.asks:
        if ask.client is not None:
            by_client[ask.hand].append(ask)
    shares = {hand: _share(asks, trends) for hand, asks in by_client.items()}
    prior = fitted_prior(shares.values()) if any(share.of for share in shares.values()) else None
    # few shares are many clients' own, and an interval takes a while
    intervals = {} if prior is None else {share: credible(share, prior, CONFIDENCE) for share in {*shares.values()} if share.of}
    rows = (
        []
        if prior is None
        else [_row(by_client[hand], share, prior, intervals[share], trends) for hand, share in shares.items() if share.of]
    )
    ranked = [row for row in rows if row.share.of >= FEWEST] if enough else []
    few = [row for row in rows if row.share.of < FEWEST] if enough else []
    return Clients(
        ranked=tuple(sorted(ranked, key=lambda row: (-row.rate, row.name))),
        few=tuple(sorted(few, key=lambda row: row.name)),
        prior=prior,
        unnamed=sum(ask.client is None for ask in trends.asks),
        younger=sum(not _is_grown(ask, trends) for ask in trends.asks if ask.client is not None),
    )


def _is_grown(ask: FirstAsk, trends: Trends) -> bool:
    return trends.end - ask.at >= AGE


def _share(asks: Sequence[FirstAsk], trends: Trends) -> Share:
    grown = [ask for ask in asks if _is_grown(ask, trends)]
    return Share(sum(any(reversal.at - ask.at < AGE for reversal in ask.reversals) for ask in grown), len(grown))


def _spell(ask: FirstAsk) -> Spell:
    ends = ask.reversals[0].at if ask.reversals else max(ask.at, ask.watched_until)
    return Spell((ends - ask.at) / _DAY, bool(ask.reversals))


def _late(asks: Sequence[FirstAsk], trends: Trends) -> Share:
    """How many reversals came late, of all in seats whose time is over: nobody knows where the middle of another one's is."""
    over = [ask for ask in asks if ask.watched_until < trends.end]
    late = sum(reversal.at - ask.at > (ask.watched_until - ask.at) / 2 for ask in over for reversal in ask.reversals)
    return Share(late, sum(len(ask.reversals) for ask in over))


def _row(asks: Sequence[FirstAsk], share: Share, prior: Prior, interval: Interval, trends: Trends) -> ClientTrend:
    reversals = [reversal for ask in asks for reversal in ask.reversals]
    categories = Counter(reversal.category for reversal in reversals)
    reasons = Counter(reversal.reason for reversal in reversals if reversal.reason is not Reason.UNSTATED)
    return ClientTrend(
        name=asks[-1].client or "",
        share=share,
        rate=shrunken_share(share, prior),
        interval=interval,
        median=median_days(map(_spell, asks)),
        late=_late(asks, trends),
        categories=tuple(sorted(categories.items(), key=lambda told: (-told[1], told[0]))[:_MOST]),
        reasons=tuple(sorted(reasons.items(), key=lambda told: (-told[1], told[0]))[:_MOST]),
        younger=sum(not _is_grown(ask, trends) for ask in asks),
    )
