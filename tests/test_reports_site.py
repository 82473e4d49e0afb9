"""The pages of a site as text: what stands in them, where they lead, what hostile mails can't do to them."""

from pathlib import Path

import pytest
import re2

from bench.site import requisition
from bench.worlds import world
from pipeline.site import write
from reports.site_html import policy, script, style
from reports.site_records import client_file, findable, skill_file
from requisitions.versions import Requisition
from requisitions.words import FlagRule, Kind
from tests.hostile import EVERYTHING, FORBIDDEN
from tests.report_builders import Extra, amend, demand, flag, full, mail, seat
from tests.report_week import bank, clerk, shop, whole_week
from tests.site_house import LISTS, NOW, Links, house, page_of, pages, reached

LANGUAGES = ("ja", "en")


@pytest.fixture(scope="module", params=LANGUAGES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The site of the invented week."""
    language, folder = str(request.param), tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REQDRIFT_NOW", NOW)
        write(house(folder, whole_week()[0]), language, folder / "out")
    return pages(folder / "out" / language)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The site of seats whose every word is hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REQDRIFT_NOW", NOW)
        write(house(folder, [hostile_seat(number, word) for number, word in enumerate(EVERYTHING)]), "en", folder / "out")
    return pages(folder / "out" / "en")


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The site of a generated year, in which charts have long started."""
    folder = tmp_path_factory.mktemp("year")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REQDRIFT_NOW", NOW)
        write(house(folder, [requisition(one, number) for number, one in enumerate(world(1, 300).seats)]), "en", folder / "out")
    return pages(folder / "out" / "en")


def hostile_seat(number: int, word: str) -> Requisition:
    """A seat that says nothing but that word."""
    name = word.encode(errors="replace").decode()
    first = mail(f"10-{number % 20 + 1:02} 10:{number:02}", sender=word, subject=word, kind="requisition", message_id=name)
    later = mail(f"11-17 10:{number:02}", sender=word, subject=word, message_id=f"{name}2")
    there = demand("location", "location", label=word, text=word, quote=word)
    return seat(
        word,
        word,
        word,
        full(first, demand("skill", f"k{number}", label=word, quote=word), there),
        amend(later, demand("location", "location", label=word, text=f"{word}2", quote=f"{word} 2")),
        extra=Extra(flags=[flag(first, FlagRule.NATIONALITY, word)]),
    )


def test_every_page_is_reached_from_the_first_and_every_link_leads_somewhere(site: dict[str, str]) -> None:
    seen, broken = reached(site)
    assert broken == []
    assert seen == set(site)
    assert {name for name in LISTS if name not in site} == set()


def test_every_seat_client_skill_and_week_has_its_page(site: dict[str, str]) -> None:
    seats = whole_week()[0]
    folders = [name.split("/")[0] for name in site if "/" in name]
    assert {f"seats/{one.requisition_id}.html" for one in seats} == {name for name in site if name.startswith("seats/")}
    assert {client_file(one.client) for one in seats} == {name for name in site if name.startswith("clients/")}
    assert skill_file("java") in site
    assert "weeks/2026-W47.html" in site
    assert folders.count("weeks") > 3


def test_the_first_page_tells_of_every_seat_also_without_the_script(site: dict[str, str]) -> None:
    index = site["index.html"]
    assert all(f"seats/{one.requisition_id}.html" in index for one in whole_week()[0])
    assert Links(index).tags.count("script") == 1
    assert '<form class="find" id="find" role="search" hidden>' in index, "nobody sees a search that does nothing"


def test_a_seat_is_told_whole(site: dict[str, str]) -> None:
    page = page_of(site, bank())
    for words in (
        "汐入証券",
        "SR-0451",
        "12月からは監査のため、毎日の出社をお願いいたします",
        "役員との面談を1回追加いたします",
        "70〜75万",
    ):
        assert words in page
    assert page.count('<div class="ev') == 5, "two versions, a mail with old words, a proposal, an interview"
    assert page.count(' id="' + bank().requisition_id + "-m") == len(bank().mails)


def test_why_a_mail_belongs_to_a_seat_stands_beside_it(site: dict[str, str]) -> None:
    page = page_of(site, shop())
    word = {"ja": "同じスレッド", "en": "the same thread"}["ja" if '<html lang="ja"' in page else "en"]
    assert page.count(word) == len(shop().mails)
    assert page.count("1.00") >= 2


def test_a_link_in_doubt_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQDRIFT_NOW", NOW)
    later = mail("11-17 10:00")
    one = seat(
        "A-1",
        "Java",
        "客先",
        full(mail("11-02 10:00", kind="requisition"), demand("skill", "java", label="Java")),
        amend(later, demand("skill", "java", label="Java", min=3, unit="year")),
        extra=Extra(scores={later.sha256: 0.41}),
    )
    write(house(tmp_path, [one]), "en", tmp_path / "out")
    page = page_of(pages(tmp_path / "out" / "en"), one)
    assert "0.41" in page
    assert page.count('<span class="ct s3">unconfirmed</span>') >= 2, "on the version and beside the mail"


def test_conditions_of_age_and_sex_are_folded_and_never_repeated_as_values(site: dict[str, str]) -> None:
    page = page_of(site, clerk())
    assert "三十まで" in page
    outside = "".join(part.split("</details>")[-1] for part in page.split("<details>"))
    assert "三十まで" not in outside
    assert "女性の方" not in outside
    assert all("三十まで" not in text for name, text in site.items() if not name.startswith("seats/") and name != "this-week.html")


def test_a_mail_about_a_person_is_told_without_its_subject(site: dict[str, str]) -> None:
    assert any(one.kind == Kind.CANDIDATE and one.subject == "ご提案" for one in clerk().mails)
    assert all("ご提案" not in text for name, text in site.items() if name.startswith("seats/"))


def test_the_search_finds_a_seat_by_reference_title_client_and_skill() -> None:
    assert findable("ＡＢ-1", "Ｊａｖａ", None, "Kita\u202e") == "ab-1 java kita⟨u+202e⟩"


def test_pages_have_one_h1_a_language_and_no_id_twice(site: dict[str, str]) -> None:
    for name, page in site.items():
        read = Links(page)
        assert (read.tags.count("h1"), read.tags.count("main")) == (1, 1), name
        assert len(read.ids) == len(set(read.ids)), name


def test_only_lists_have_a_script_and_it_is_ours_by_its_hash(site: dict[str, str]) -> None:
    for name, page in site.items():
        filtered = name in {"index.html", "clients.html", "skills.html"}
        assert ("<script>" in page) == filtered, name
        assert page.count(f"<script>{script()}</script>") == int(filtered), name
        assert f"<style>{style()}</style>" in page
        told = policy(filtered=filtered).replace("'", "&#39;")
        assert f'content="{told}"' in page, name


def test_no_page_asks_for_anything_or_names_a_handler(site: dict[str, str], hostile: dict[str, str]) -> None:
    for page in (*site.values(), *hostile.values()):
        read = Links(page)
        assert {"img", "link", "iframe", "object", "base"} & set(read.tags) == set()
        assert not {name for name in read.attributes if name.startswith("on")} | ({"style", "src", "srcset", "action"} & read.attributes)
        assert all(not link.startswith(("http", "javascript", "data", "//")) for link in read.links)


def test_hostile_words_make_no_element_no_name_of_a_file_and_no_hidden_sign(hostile: dict[str, str]) -> None:
    _, broken = reached(hostile)
    assert broken == []
    for name, page in hostile.items():
        assert name.isascii()
        assert "<script>alert" not in page
        assert not FORBIDDEN & set(page), name
        assert Links(page).tags.count("script") <= 1


def test_file_names_come_from_hashes_and_stay(hostile: dict[str, str]) -> None:
    assert client_file("＝客先") == client_file(" =客先")
    assert client_file("../../etc/passwd").startswith("clients/c")
    assert all(set(name.partition("/")[2]) <= set("0123456789abcdefrcs.html-W") for name in hostile if "/" in name)


def test_proposals_and_interviews_stand_in_the_story(site: dict[str, str]) -> None:
    page = page_of(site, shop())
    assert page.count('<div class="ev our">') == 2


def test_a_client_s_page_has_the_very_row_of_the_week_s_report(year: dict[str, str]) -> None:
    ranked = re2.findall(r'<tr>\n<th scope="row"><bdi[^>]*>(Client \d+)</bdi></th>((?:\n<td.*)+)\n</tr>', year["this-week.html"])
    assert len(ranked) > 5
    for name, cells in ranked:
        assert cells in year[client_file(name)]
        (rate,) = re2.findall(r'data-l="Rate">(.*?)</td>', cells)
        assert f"{rate}</td></tr>" in year["clients.html"]


def test_a_client_with_few_seats_has_their_number_and_no_rate(year: dict[str, str]) -> None:
    few = [page for name, page in year.items() if name.startswith("clients/") and "with fewer than" in page]
    assert few
    assert not any('class="cl rt"' in page for page in few)


def test_a_skill_s_page_draws_its_market_with_the_numbers_below(year: dict[str, str]) -> None:
    java = year[skill_file("java")]
    (weeks,) = re2.findall(r'<tr><th scope="row">All seats</th>(.*?)</tr>\n<tr><th scope="row"><bdi[^>]*>Java</bdi></th>(.*?)</tr>', java)
    seats, asked = ([int(number) for number in re2.findall(r">(\d+)</td>", row)] for row in weeks)
    assert len(seats) == len(asked)
    assert all(some <= every for some, every in zip(asked, seats, strict=True))
    (title,) = re2.findall(r'<svg viewBox="0 0 264 142" role="img" aria-label="([^"]*)"', java)
    assert f"{sum(asked[-4:])} of {sum(seats[-4:])} seats" in title


def test_before_the_charts_start_pages_say_nothing_of_rates_and_markets(site: dict[str, str]) -> None:
    assert not any('class="cl rt"' in page for name, page in site.items() if name.startswith("clients/"))
    assert not any("<figure>" in page for name, page in site.items() if name.startswith("skills/"))


def test_a_skill_that_few_ask_for_says_that_it_was_not_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQDRIFT_NOW", NOW)
    firsts = [mail(f"{month:02}-{day:02} 10:00", kind="requisition") for month in (9, 10) for day in (1, 8, 15, 22, 29)]
    seats = [seat(f"N-{n}", f"席{n}", None, full(one, demand("skill", "cobol" if n else "sql"))) for n, one in enumerate(firsts)]
    write(house(tmp_path, seats), "ja", tmp_path / "out")
    found = pages(tmp_path / "out" / "ja")
    assert "市場の動きは見ていません" in found[skill_file("sql")]
