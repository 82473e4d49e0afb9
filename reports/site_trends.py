"""What a site tells of a client's rate and of a skill's market: the numbers of the week's report, each on its own page."""

from reports.clients import FEWEST
from reports.market_chart import Chart, chart, top_of
from reports.records import WeeklyReport
from reports.sentences import Count
from reports.signs import Signs
from reports.site_records import ClientSeats, SkillSeats, client_file
from reports.trend_page import TrendPage
from reports.trendrecords import ClientTrend, SkillTrend


class SiteTrends(TrendPage):
    """The two sections of the report, looked up by client and by skill."""

    def __init__(self, page: Signs, report: WeeklyReport) -> None:
        super().__init__(page, report.market, report.clients)
        self._by_file = {client_file(one.name): one for one in (*report.clients.ranked, *report.clients.few)}
        self._by_skill = {trend.test.skill: trend for trend in report.market.skills}

    def client(self, told: ClientSeats) -> ClientTrend | None:
        """What is known of a client; null before the charts start, and where none of its seats is old enough."""
        return None if told.name is None else self._by_file.get(told.file)

    def is_ranked(self, client: ClientTrend) -> bool:
        """Whether it has seats enough for a rate."""
        return client.share.of >= FEWEST

    def fewest(self) -> Count:
        """How many seats that takes."""
        return Count(FEWEST, "seats")

    def of_skill(self, told: SkillSeats) -> SkillTrend | None:
        """What is known of a skill; null before the charts start, and where too few seats ask for it."""
        return self._by_skill.get(told.key)

    def untold(self) -> Count | None:
        """How many seats have to ask for a skill before it is looked at; null before the charts start."""
        return None if self.market.starts is not None else Count(self.market.rules.mentions, "seats")

    def alone(self, trend: SkillTrend) -> Chart:
        """A skill's chart with an axis of its own."""
        return chart(trend, self.market, top_of([trend]))
