"""Whom and what a mail speaks of in its own first words."""

import pytest

from requisitions.mentions import asker_spoken, names_of, people_in, spoken_words, title_spoken
from requisitions.words import Mode
from tests.requisitions_fixtures import keys


@pytest.mark.parametrize(
    ("domain", "signature", "called"),
    [
        ("prime.example", (), {"prime"}),
        ("mail.jute-works2.co.jp", (), {"jute"}),
        ("it.example", (), set()),
        ("office.example", ("Acme Cranes Ltd.",), {"acme cranes"}),
        ("prime.example", ("Aiko Sato", "Prime Crew North", "1 Dock Road", "sato@prime.example"), {"prime", "prime crew north"}),
        ("hayate.example", ("株式会社疾風クレーン", "営業部 佐藤"), {"hayate", "株式会社疾風クレーン"}),
    ],
)
def test_names_of_an_asker(domain: str, signature: tuple[str, ...], called: set[str]) -> None:
    assert names_of(domain, signature) == called


@pytest.mark.parametrize(
    ("name", "text", "named"),
    [
        ("prime crew north", "the job at Prime Crew North", True),
        ("prime crew north", "the job at Prime Crew", False),
        ("primecrew", "the job at Prime Crew", True),
        ("株式会社疾風クレーン", "疾風クレーン様の溶接工の件", True),
        ("株式会社疾風クレーン", "東海クレーン様の溶接工の件", False),
    ],
)
def test_an_asker_is_named_by_all_of_a_name(name: str, text: str, named: bool) -> None:
    assert bool(asker_spoken(keys(1, says=spoken_words(text)), keys(0, called=frozenset({name})))) is named


@pytest.mark.parametrize(
    ("title", "text", "named"),
    [
        ("Night guard", "Regarding the night guard vacancy", True),
        ("Night guard", "Regarding the guard", False),
        ("Night guard - Hull, Humber", "Regarding the night guard vacancy", True),
        ("Support engineer", "the support engineer role", True),
        ("Engineer", "the engineer", False),
        ("経理事務（造船所）", "「経理事務（造船所）」の件でご連絡いたします", True),
        ("経理事務（造船所）", "「経理事務（病院）」の件でご連絡いたします", False),
        ("", "nothing", False),
    ],
)
def test_a_title_is_named_by_all_of_it_but_its_place(title: str, text: str, named: bool) -> None:
    seat = keys(0, subject=title, words="location/hullhumber")
    assert bool(title_spoken(keys(1, says=spoken_words(text)), seat)) is named


def test_the_title_of_an_amendment_is_mostly_the_subject_of_the_thread_and_names_no_seat() -> None:
    child, other = keys(1, says=spoken_words("the night guard")), keys(0, subject="Night guard", mode=Mode.AMENDMENT)
    assert title_spoken(child, other) == 0.0


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("曽我部 由里", {"曽我部", "由里"}),
        ("Leandra Achterberg", {"leandra", "achterberg"}),
        ("Sales Team", set()),
        ("", set()),
        ("栗", set()),
    ],
)
def test_the_parts_of_a_sender_s_name(name: str, people: set[str]) -> None:
    assert people_in(name) == people
