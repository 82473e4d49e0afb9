"""What the templates ask for in the sections of clients and of the market, line by line."""

from collections.abc import Sequence
from math import ceil

from markupsafe import Markup

from reports import market_sentences
from reports.clients import FEWEST
from reports.market_chart import Chart, bar, chart, top_of
from reports.market_tests import Finding
from reports.sentences import Count, Points, say
from reports.signs import Signs
from reports.statistics import Share
from reports.trendrecords import Clients, ClientTrend, Market, SkillTrend, Span, Stage

MOST_CHARTS = 3
"""Of each certainty; the table below them has all skills."""
MOST_ROWS = 8
"""Clients before the rest folds."""
MOST_FOLDED = 60
"""Clients on a page; the workbook and the data have all."""
_MOST_FEW = 12
_LINE = {Finding.CONFIRMED: "s1", Finding.WATCHED: "s2", Finding.UNTOLD: "s3", Finding.STEADY: "s0"}
_PERCENT_FROM = 10


class TrendPage:
    """The two sections in the language of a page."""

    def __init__(self, page: Signs, market: Market, clients: Clients) -> None:
        self.market, self.clients = market, clients
        self._page = page
        self._shown = [trend for finding in Finding for trend in self.charts(finding)]
        self._top = top_of(self._shown)

    def charts(self, finding: Finding) -> tuple[SkillTrend, ...]:
        """The skills of a certainty that are drawn."""
        return () if finding is Finding.STEADY else self.market.found(finding)[:MOST_CHARTS]

    def columns(self) -> list[tuple[Finding, Sequence[SkillTrend], int]]:
        """The three certainties: which skills are drawn, and how many more there are."""
        shown = [(finding, self.charts(finding)) for finding in (Finding.CONFIRMED, Finding.WATCHED, Finding.UNTOLD)]
        return [(finding, trends, len(self.market.found(finding)) - len(trends)) for finding, trends in shown]

    def windows(self) -> Markup:
        """How many seats of how many clients are compared."""
        now, before = self.market.now, self.market.before
        return self._page.text("market.windows", now=self._window(now), before=self._window(before))

    def _window(self, stage: Stage) -> Markup:
        return self._page.text("market.window", seats=Count(stage.seats, "seats"), clients=Count(stage.clients, "clients"))

    def lede(self) -> Markup:
        """How to read the charts, and which weeks stand together."""
        lede = self._page.text("market.lede", top=str(round(self._top * 100)))
        short = [self._page.phrasing.say(market_sentences.short_week(one)) for one in self.market.short]
        for told in short:
            lede = self._page.text("join.sentences", before=lede, after=told)
        return lede

    def starts(self) -> Markup:
        """When the charts start, where they can't yet."""
        market, first = self.market, self.market.starts
        if first is None or not market.weeks_known:
            return self._page.text("market.no_data")
        weeks = Count(market.weeks_known, "weeks")
        return self._page.text("market.starts", weeks=weeks, needed=Count(market.rules.weeks, "weeks"), year=first.year, week=first.week)

    def holidays(self) -> list[Markup]:
        """The weeks, this one and the next, that holidays make shorter."""
        told = self.market.holidays
        return [self._page.text("market.holidays", week=week.week, days=Count(days, "days")) for week, days in told]

    def skill(self, trend: SkillTrend) -> Markup:
        """Its name."""
        return self._page.phrasing.say(market_sentences.name_of(trend))

    def finding(self, finding: Finding) -> Markup:
        """The word of a certainty over its line."""
        return Markup('<span class="ct {}">{}</span>').format(_LINE[finding], self._page.text(f"finding.{finding}"))

    def title(self, trend: SkillTrend) -> str:
        """The chart as a sentence."""
        return self._page.phrasing.say(market_sentences.title(trend, self.market)).striptags()

    def share(self, share: Share) -> Markup:
        """How many of how many."""
        return self._page.phrasing.say(market_sentences.share_of(share))

    def remarks(self, trend: SkillTrend) -> Markup:
        """What stands below a chart."""
        return self._page.sentences(market_sentences.remarks(trend, self.market))

    def chart(self, trend: SkillTrend) -> Chart:
        """Where its marks stand."""
        return chart(trend, self.market, self._top)

    def percent(self, share: Share) -> str:
        """A share in hundredths, with a place."""
        return f"{share.value * 100:.1f}%" if share.of >= _PERCENT_FROM else f"{share.number}/{share.of}"

    def weeks(self, stage: Stage) -> str:
        """Which weeks a window is."""
        return self._page.phrasing.say(market_sentences.weeks_of(stage)).striptags()

    def seats(self, stage: Stage) -> str:
        """How many seats a window has."""
        return self._page.count(stage.seats, "seats").striptags()

    def spans(self) -> tuple[Span, ...]:
        """The columns of the table below the charts."""
        return (*self.market.before.spans, *self.market.now.spans)

    def span(self, span: Span) -> str:
        """Which weeks a column is."""
        first, last = span.weeks[0].week, span.weeks[-1].week
        return str(first) if first == last else f"{first}–{last}"

    def difference(self, trend: SkillTrend) -> Markup:
        """A difference with its interval."""
        test = trend.test
        interval = self._page.phrasing.say(market_sentences.between(test.interval))
        return self._page.text("market.cell", difference=Points(test.difference), interval=interval)

    def ranked(self) -> tuple[Sequence[ClientTrend], Sequence[ClientTrend], int]:
        """The clients of the table, those that fold, and how many more there are."""
        ranked = self.clients.ranked
        return ranked[:MOST_ROWS], ranked[MOST_ROWS:MOST_FOLDED], len(ranked[MOST_FOLDED:])

    def bar(self, client: ClientTrend) -> tuple[float, float, float]:
        """Where its interval and its dot stand."""
        return bar(client.rate, client.interval)

    def bar_title(self, client: ClientTrend) -> str:
        """The bar as a sentence."""
        rate, low, high = self._percents(client)
        return self._page.text("clients.bar", rate=rate, low=low, high=high).striptags()

    def rate(self, client: ClientTrend) -> Markup:
        """Its rate with the interval."""
        rate, low, high = self._percents(client)
        return Markup('{}% <span class="na">[{}–{}]</span>').format(rate, low, high)

    def _percents(self, client: ClientTrend) -> tuple[str, str, str]:
        values = (client.rate, client.interval.low, client.interval.high)
        rate, low, high = (str(round(value * 100)) for value in values)
        return rate, low, high

    def median(self, client: ClientTrend) -> Markup:
        """Days until half of its seats had moved, the last one begun."""
        return self._page.text("clients.never") if client.median is None else self._page.count(max(1, ceil(client.median)), "days")

    def late(self, client: ClientTrend) -> Markup:
        """How much of what it turned over it turned over late."""
        if not client.late.of:
            return self._page.text("clients.late_none")
        return self._page.text("clients.late_of", n=client.late.number, all=client.late.of)

    def what(self, client: ClientTrend) -> Markup:
        """What it turned over, and how often."""
        return self._times([(f"category.{category}", number) for category, number in client.categories])

    def why(self, client: ClientTrend) -> Markup:
        """Why, as far as its mails tell."""
        return self._times([(f"why.{reason}", number) for reason, number in client.reasons])

    def _times(self, told: Sequence[tuple[str, int]]) -> Markup:
        if not told:
            return self._page.text("clients.nothing")
        return self._page.listed([say("clients.times", what=say(key), n=number) for key, number in told])

    def few(self) -> Markup:
        """The clients with too few seats to be ranked."""
        told = [self._page.text("clients.one", name=self._page.name(one.name), share=self.share(one.share)) for one in self.clients.few]
        row = self._page.text("join.list").join(told[:_MOST_FEW])
        left = len(told[_MOST_FEW:])
        listed = self._page.text("join.more", list=row, n=left) if left else row
        return self._page.text("clients.few", fewest=Count(FEWEST, "seats"), clients=listed)

    def notes(self) -> list[Markup]:
        """What the table leaves out."""
        notes = [self.few()] if self.clients.few else []
        if self.clients.younger:
            notes.append(self._page.text("clients.younger", seats=Count(self.clients.younger, "seats")))
        if self.clients.unnamed:
            notes.append(self._page.text("clients.unnamed", seats=Count(self.clients.unnamed, "seats")))
        return notes

    def prior(self) -> str:
        """The rate that those of clients are drawn towards."""
        return "" if self.clients.prior is None else str(round(self.clients.prior.mean * 100))
