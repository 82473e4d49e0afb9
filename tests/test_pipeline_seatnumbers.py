"""Which of several seats an answer means, where it names one by its number."""

import pytest

from pipeline.seatnumbers import seat_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("②の件です", 2),
        ("案件①ですが", 1),
        ("No.2の単価", 2),
        ("Ｎｏ．２ですが", 2),
        ("№3の件", 3),
        ("２つ目の案件", 2),
        ("二件目は終了です", 2),
        ("案件2の開始日", 2),
        ("the second role has been filled", 2),
        ("Role 2: the day rate goes up", 2),
        ("Position #3 is on hold", 3),
        ("No. 2 (welder): two people", 2),
        ("As for the first one, yes", 1),
        ("②の件、②の単価", 2),
    ],
)
def test_a_seat_is_named_by_its_number(text: str, number: int) -> None:
    assert seat_number(text) == {f"#{number}"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "①単価70万 ②開始12月",
        "案件2名追加",
        "2名に変更します",
        "no 5 years needed",
        "No.12345",
        "in the 2nd week",
        "phase one 2 people",
        "job 1.5 years",
        "one more",
        "the first role and the second role",
    ],
)
def test_numbers_of_other_things_and_lists_of_points_name_no_seat(text: str) -> None:
    assert seat_number(text) == frozenset()
