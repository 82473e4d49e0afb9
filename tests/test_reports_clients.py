"""The clients section: a fixed age, shrunken rates, nobody ranked below five seats."""

import json
from collections.abc import Sequence

import pytest

from reports.clients import build_clients
from reports.documents import document
from reports.html import page_of, written
from reports.page import Page
from reports.plain import plain
from reports.statistics import Share
from reports.trendrecords import ClientTrend
from reports.weekly import Inputs, build_report
from requisitions.trends import FirstAsk, Trends
from requisitions.words import Reason
from tests.report_builders import LABELS, WEEK
from tests.trend_builders import CLIENTS, ask, market, on, trends, turned

A, B, C, D, *_ = CLIENTS


def seats(
    client: str | None, number: int, moved: int, *, weeks_back: int = 10, days: float = 3, reason: Reason = Reason.BUDGET
) -> list[FirstAsk]:
    """So many seats of a client, the first of which moved after so many days."""
    made = []
    for place in range(number):
        at = on(weeks_back, 0.1 + place * 0.05)
        made.append(ask(at, client, reversals=[turned(at, days + place % 10, reason=reason)] if place < moved else []))
    return made


def built(*asks: Sequence[FirstAsk]) -> dict[str, ClientTrend]:
    clients = build_clients(trends(one for some in asks for one in some), enough=True)
    return {client.name: client for client in (*clients.ranked, *clients.few)}


def page(known: Trends, language: str = "ja") -> Page:
    told = build_report(Inputs((), (), week=WEEK, timezone="Asia/Tokyo", extractor="7", mails_seen=(), trends=known))
    return page_of(told, language, labels=LABELS[language])


def test_seats_count_by_what_had_turned_on_their_fourteenth_day() -> None:
    late = seats(A, 6, 2, days=13.5)
    assert built(late)[A].share == Share(1, 6), "the second moved after fourteen and a half days"


def test_seats_younger_than_two_weeks_do_not_count_yet() -> None:
    young = built(seats(A, 6, 1), seats(A, 4, 4, weeks_back=1, days=0.1))[A]
    assert (young.share, young.younger) == (Share(1, 6), 4)


def test_a_few_seats_are_drawn_towards_the_average_and_many_hardly() -> None:
    found = built(seats(A, 5, 5), seats(B, 60, 36), seats(C, 40, 8), seats(D, 30, 6))
    assert found[A].rate < 0.9
    assert found[B].rate == pytest.approx(0.6, abs=0.05)
    assert all(client.interval.low < client.rate < client.interval.high for client in found.values())
    assert found[A].interval.high - found[A].interval.low > found[B].interval.high - found[B].interval.low


def test_clients_stand_by_their_drawn_rates_and_five_seats_are_the_least() -> None:
    clients = build_clients(trends([*seats(A, 4, 4), *seats(B, 30, 15), *seats(C, 30, 3), *seats(D, 5, 2)]), enough=True)
    assert [client.name for client in clients.ranked] == [B, D, C]
    assert [client.name for client in clients.few] == [A]


def test_before_the_charts_start_nobody_is_ranked() -> None:
    clients = build_clients(trends(seats(A, 30, 9)), enough=False)
    assert (clients.ranked, clients.few) == ((), ())


def test_half_have_moved_by_the_median_and_no_half_is_no_number() -> None:
    assert built(seats(A, 8, 6))[A].median == 6.0, "on days 3, 4, 5 and 6 half had"
    assert built(seats(A, 8, 3))[A].median is None


def test_later_changes_are_those_of_the_second_half_and_only_of_seats_that_are_over() -> None:
    over = on(30)
    lived = [ask(over, A, reversals=[turned(over, 44.9), turned(over, 45.1), turned(over, 80)]), *seats(A, 6, 2, weeks_back=20)]
    living = ask(on(4), A, reversals=[turned(on(4), 20)])
    assert built(lived, [living])[A].late == Share(2, 5), "90 days each; four weeks ago is too late to tell"
    assert built(seats(B, 6, 3, weeks_back=5))[B].late == Share(0, 0)


@pytest.mark.parametrize(("language", "said"), [("ja", "5件中2件"), ("en", "2 of 5")])
def test_later_changes_stand_beside_their_number_and_none_is_a_dash(language: str, said: str) -> None:
    over = on(30)
    lived = ask(over, "遅社", reversals=[turned(over, 40), turned(over, 50), turned(over, 60)])
    told = page(history(lived, *seats("遅社", 6, 2, weeks_back=20)), language)
    found = {client.name: plain(told.trends.late(client)) for client in told.report.clients.ranked}
    assert (found["遅社"], found[A]) == (said, "—")
    assert said in written(told)
    assert said in document(told, "markdown").decode()
    (row,) = [client for client in json.loads(document(told, "json"))["clients"]["ranked"] if client["name"] == "遅社"]
    assert row["late"] == {"number": 2, "of": 5}


def test_a_page_names_sixty_clients_and_says_how_many_more_the_workbook_has() -> None:
    many = page(history(*(one for number in range(60) for one in seats(f"第{number:02}社", 6, 1))))
    html = written(many)
    section = html[html.index('id="clients"') : html.index('id="market"')]
    assert section.count('scope="row"') == 60
    assert 'ほかの<span class="nw">8社</span>は同じ週のExcelにあります。' in section
    assert len(json.loads(document(many, "json"))["clients"]["ranked"]) == 68


def test_what_moved_and_why_are_counted_and_no_reason_is_none() -> None:
    told = built(seats(A, 8, 3), seats(A, 4, 2, weeks_back=11, reason=Reason.UNSTATED))[A]
    assert told.categories == (("rate", 5),)
    assert told.reasons == ((Reason.BUDGET, 3),)


def test_seats_of_clients_that_no_mail_names_are_said_to_be_left_out() -> None:
    clients = build_clients(trends([*seats(A, 6, 1), *seats(None, 3, 3)]), enough=True)
    assert (clients.unnamed, len(clients.ranked)) == (3, 1)


def test_no_seats_have_no_average() -> None:
    clients = build_clients(trends([]), enough=True)
    assert (clients.ranked, clients.prior) == ((), None)


def history(*more: FirstAsk) -> Trends:
    """Twelve weeks, so that the charts are there."""
    return trends([*market(risen=None).asks, *more])


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ja", "14日を過ぎた案件が5件に満たない顧客は順に並べません。少社（3件中2件）。"),
        ("en", "Clients with fewer than 5 seats that are two weeks old are not ranked: 少社 (2 of 3 seats)."),
    ],
)
def test_a_client_of_three_seats_is_named_and_not_ranked(language: str, said: str) -> None:
    told = page(history(*seats("少社", 3, 2)), language)
    html = written(told)
    section = html[html.index('id="clients"') : html.index('id="market"')]
    assert plain(told.trends.few()) == said
    assert section.count("少社") == 1
    assert section.count('class="sv"') == 1 + len(CLIENTS)


def test_each_bar_is_told_in_words() -> None:
    told = page(history())
    client = told.report.clients.ranked[0]
    rate, low, high = (round(value * 100) for value in (client.rate, client.interval.low, client.interval.high))
    assert f'aria-label="補正後{rate}%、90%区間{low}〜{high}%"' in written(told)


def test_more_than_eight_clients_fold() -> None:
    html = written(page(history(*(one for number in range(4) for one in seats(f"第{number}社", 6, 1)))))
    section = html[html.index('id="clients"') : html.index('id="market"')]
    assert section.count("<table") == 2
    assert "ほかの" in section[section.index("<details>") :]


def test_names_that_no_seat_is_old_enough_for_say_so() -> None:
    young = trends([ask(on(back, 0.1), A) for back in range(12)])
    assert "14日を過ぎた案件が5件以上ある顧客は、まだありません" not in written(page(young))
    spread = trends([ask(on(back, 0.1), CLIENTS[back % 8]) for back in range(12)])
    assert "14日を過ぎた案件が5件以上ある顧客は、まだありません" in written(page(spread))


def test_the_data_hold_what_the_rates_rest_on() -> None:
    told = json.loads(document(page(history(*seats("多社", 9, 4))), "json"))["clients"]
    one = next(client for client in told["ranked"] if client["name"] == "多社")
    a, b = told["prior"]
    assert one["turned"] == {"number": 4, "of": 9}
    assert one["rate"] == pytest.approx((4 + a) / (9 + a + b))
    assert one["reasons"] == {"budget": 4}
