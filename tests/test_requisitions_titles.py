"""Titles, subjects and references as linking compares them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from requisitions.titles import bare_reference, likeness, normalise_reference, normalise_subject, normalise_title, title_words


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Re: Welder in Hull", "Welder in Hull"),
        ("RE：Re: FW: Fwd: Welder in Hull", "Welder in Hull"),
        ("Re[2]: Welder in Hull", "Welder in Hull"),
        ("RE^3: Welder in Hull", "Welder in Hull"),
        ("返信: 溶接工のご相談", "溶接工のご相談"),
        ("転送：返信：Re: 溶接工のご相談", "溶接工のご相談"),
        ("回答: 溶接工のご相談", "溶接工のご相談"),
        ("【再送】溶接工のご相談", "溶接工のご相談"),
        ("Re: 【再々送】【急募】溶接工のご相談", "溶接工のご相談"),
        ("★急募★ 溶接工のご相談", "溶接工のご相談"),
        ("急募 溶接工のご相談", "溶接工のご相談"),
        ("[URGENT] Welder in Hull", "Welder in Hull"),
        ("[EXT] Re: Welder in Hull", "Welder in Hull"),
        ("Update: Welder in Hull", "Welder in Hull"),
        ("ＷＥＬＤＥＲ　Hull", "WELDER Hull"),
        ("【再送】", ""),
        ("", ""),
    ],
)
def test_marks_go_however_many_there_are(subject: str, expected: str) -> None:
    assert normalise_subject(subject) == expected


@pytest.mark.parametrize(
    "subject",
    [
        "Rework of the hull: welder",
        "Regarding: welder",
        "Urgent welding work",
        "Update the hull",
        "【大阪】溶接工",
        "再送信号の試験員",
        "急募",
    ],
)
def test_words_that_only_look_like_marks_stay(subject: str) -> None:
    assert normalise_subject(subject) == subject


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("☆溶接工☆造船所向け／大阪", "溶接工 造船所向け 大阪"),
        ("Sr. C# / C++ Developer (Hull)", "sr c# c++ developer hull"),
        ("Re: 【急募】", None),
        ("---", None),
        (None, None),
    ],
)
def test_titles_lose_decoration_and_case(title: str | None, expected: str | None) -> None:
    assert normalise_title(title) == expected


@pytest.mark.parametrize(
    ("reference", "expected"),
    [("ab－1103", "AB-1103"), (" AB 1103 ", "AB1103"), ("ＡＢ‐１１０３", "AB-1103"), ("", None), (None, None), ("  ", None)],
)
def test_references_in_one_form(reference: str | None, expected: str | None) -> None:
    assert normalise_reference(reference) == expected


def test_references_are_compared_without_punctuation_unless_they_are_bare_numbers() -> None:
    assert bare_reference("AB-1103") == bare_reference("AB/1103") == "AB1103"
    assert bare_reference("1-12") != bare_reference("11-2")
    assert bare_reference(None) is None


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("the welder positions in hull", {"weld", "hull"}),
        ("溶接工の件 条件変更", {"溶接", "接工"}),
        ("倉庫スタッフ募集のお願い", {"倉庫"}),
        ("フォークリフト 3名", {"フォークリフト"}),
        ("testing tests tester", {"test"}),
        ("ご相談させてください", set()),
        (None, set()),
    ],
)
def test_informative_words(title: str | None, words: set[str]) -> None:
    assert title_words(title)[0] == words


def test_faint_words_tell_less() -> None:
    assert title_words("engineer")[1] < title_words("welder")[1]
    assert title_words("エンジニア")[1] < title_words("フォークリフト")[1]


@pytest.mark.parametrize(
    ("one", "other", "least"),
    [
        ("crane operator hull docks", "crane operator hull docks", 1.0),
        ("crane operator at the hull docks 2 positions", "crane operator hull docks", 0.9),
        ("造船所向け溶接工 大阪", "大阪 造船所向け溶接工", 1.0),
    ],
)
def test_alike_titles(one: str, other: str, least: float) -> None:
    assert likeness(one, other).dice >= least


def test_a_short_title_is_contained_in_a_long_one() -> None:
    found = likeness("crane operator", "crane operator hull docks night work")
    assert found.contained == 1.0
    assert found.dice < 0.75


@pytest.mark.parametrize(
    ("one", "other"), [("welder hull", "baker leeds"), ("溶接工", "経理事務"), ("お願い", "お願い"), (None, "welder"), (None, None)]
)
def test_titles_with_nothing_in_common(one: str | None, other: str | None) -> None:
    assert likeness(one, other).shared == 0.0


titles = st.lists(
    st.sampled_from(["crane", "hull", "welder", "溶接工", "造船所", "エンジニア", "engineer", "大阪", "の件"]), max_size=5
).map(" ".join)


@given(titles, titles)
def test_likeness_is_mutual_and_bounded(one: str, other: str) -> None:
    found = likeness(one, other)
    assert found == likeness(other, one)
    assert 0.0 <= found.dice <= found.contained <= 1.0


@given(st.text(max_size=40))
def test_normalising_twice_changes_nothing_more(subject: str) -> None:
    assert normalise_subject(normalise_subject(subject)) == normalise_subject(subject)
