"""Titles as people are shown them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from requisitions.naming import LONGEST, shown_title, without_name


@pytest.mark.parametrize(
    ("title", "reference", "expected"),
    [
        ("Re: Fwd: Welder in Hull", None, "Welder in Hull"),
        ("Welder in Hull (QM-31) – still open", "QM-31", "Welder in Hull"),
        ("QM-31 – Welder in Hull", "QM-31", "Welder in Hull"),
        ("QM-31: Welder in Hull", "qm-31", "Welder in Hull"),
        ("Two seats in Hull (QM-31, QM-32)", "QM-31", "Two seats in Hull"),
        ("Welder (nights, QM-31)", "QM-31", "Welder (nights)"),
        ("New opening: Welder", None, "Welder"),
        ("[URGENT] Welder", None, "Welder"),
        ("Welder - urgent!", None, "Welder"),
        ("【再送】溶接工／堺／12月開始（ＱＭ－３１）", "QM-31", "溶接工"),
        ("★注力★【急募】溶接工", None, "溶接工"),
        ("【案件】①溶接工（夜勤）", None, "溶接工（夜勤）"),
        ("溶接工募集のお願い", None, "溶接工"),
        ("派遣スタッフのご依頼（溶接工）", None, "溶接工"),
        ("溶接工の件について", None, "溶接工"),
    ],
)
def test_decoration_goes_wherever_it_stands(title: str, reference: str | None, expected: str) -> None:
    assert shown_title(title, reference) == expected


def test_a_bracket_with_the_writer_s_own_name_is_none_of_the_seat_s() -> None:
    assert shown_title("要員募集のお願い（古賀） QM-31 溶接工", "QM-31", sender="堺製作所 購買 古賀") == "溶接工"
    assert shown_title("溶接工（古賀）", sender="堺製作所 購買 山辺") == "溶接工（古賀）"
    assert shown_title("配車課 派遣スタッフ募集のお願い", sender="堺製作所 配車課 古賀") == "配車課 派遣スタッフ"


@pytest.mark.parametrize(
    "title",
    [
        "Backend Engineer (Python)",
        "Welder – Hull Dockyard",
        "Senior Engineer",
        "C/C++ 組込み",
        "Java/Kotlin/Scala 開発",
        "【Java】契約管理の刷新（夜勤）",
        "検品① 午前",
        "急募",
        "溶接工／堺",
        "Update manager",
    ],
)
def test_what_tells_the_seat_stays(title: str) -> None:
    assert shown_title(title) == title


@pytest.mark.parametrize("title", ["", "   ", "【再送】", "QM-31", "（QM-31）"])
def test_where_nothing_tells_the_seat_there_is_no_title(title: str) -> None:
    assert shown_title(title, "QM-31") is None


def test_wide_and_circled_signs_stay_as_the_mail_wrote_them() -> None:
    assert shown_title("【再送】ＡＳ／４００ ②次請け 髙橋組 溶接㈱") == "ＡＳ／４００ ②次請け 髙橋組 溶接㈱"


@given(st.text(alphabet="案件【】（）()[]★①:：/／-– QM31QMßRe再送急募の溶接工new open月12", max_size=40))
def test_a_shown_title_is_a_fixed_point_and_invents_nothing(title: str) -> None:
    shown = shown_title(title, "QM-31")
    if shown is not None:
        assert set(shown) <= set(title) | {" "}
        assert len(shown) <= LONGEST
        assert shown_title(shown, None) == shown


@pytest.mark.parametrize(
    ("title", "name", "expected"),
    [
        ("Welder – Hull Freight", "Hull Freight", "Welder"),
        ("HULL FREIGHT: Welder", "Hull Freight", "Welder"),
        ("堺製作所 溶接工", "堺製作所", "溶接工"),
        ("堺製作所", "堺製作所", "堺製作所"),
        ("堺製作所向け溶接工", "堺製作所", "堺製作所向け溶接工"),
        ("Welder for Hull Freighters", "Hull Freight", "Welder for Hull Freighters"),
        ("Welder", "", "Welder"),
    ],
)
def test_the_client_is_not_named_twice(title: str, name: str, expected: str) -> None:
    assert without_name(title, name) == expected
