"""Hostile text on its way to a page."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.errors import ReportError
from reports.privacy import Instead, without_private
from reports.safety import QUOTE_LIMIT, around, check_mail_link, excerpt, mail_url, visible
from tests.report_builders import mail

INSTEAD = Instead("[tel]", "[mail]", "[name]")


def without(text: str) -> str:
    """A text without what is private."""
    return "".join(without_private([text], INSTEAD))


def test_a_direction_override_is_shown_and_turns_nothing() -> None:
    assert visible("a\u202egpj.exe") == "a⟨U+202E⟩gpj.exe"


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x7f", "\x9b", "\u200b", "\u2066", "\ufeff", "\u00ad", "\ud800", "\U000e0041"])
def test_controls_and_hidden_characters_are_shown_by_their_number(character: str) -> None:
    assert visible(f"a{character}b") == f"a⟨U+{ord(character):04X}⟩b"


@given(st.text(max_size=300))
def test_nothing_that_hides_is_left_and_nothing_grows_without_bound(text: str) -> None:
    shown = visible(text, 100)
    assert not {unicodedata.category(c) for c in shown} & {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    assert len(shown) <= 101


@pytest.mark.parametrize("text", ["OA事務（更改）", "Ōmori, Watashi", "C#/.NET 3年〜", "半角ｶﾅ ①", "<b>", "é", "葛󠄀城"])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


def test_lines_and_tabs_become_single_spaces() -> None:
    assert visible(" a\r\n\t b\u2028c ") == "a b c"


def test_a_tower_of_marks_is_cut_down() -> None:
    assert visible("e" + "\u0301" * 50) == "e" + "\u0301" * 4


def test_a_long_name_is_cut_with_an_ellipsis() -> None:
    assert visible("x" * 10_000) == "x" * 120 + "…"


def test_a_quote_of_the_limit_is_whole_and_a_longer_one_goes_on() -> None:
    assert excerpt("字" * QUOTE_LIMIT, INSTEAD) == ("字" * QUOTE_LIMIT, False)
    assert excerpt("字" * (QUOTE_LIMIT + 1), INSTEAD) == ("字" * QUOTE_LIMIT, True)
    assert excerpt("x" + " " * 10_000 + "y", INSTEAD) == ("x", True)


@pytest.mark.parametrize(
    "number",
    [
        "03-1234-5678",
        "090-1234-5678",
        "０３－１２３４－５６７８",
        "03 (1234) 5678",
        "+81 3-1234-5678",
        "0312345678",
        "(415) 555-0134",
        "415.555.0134",
    ],
)
def test_telephone_numbers_are_left_out_of_quotes(number: str) -> None:
    assert without(f"連絡は{number}まで") == "連絡は[tel]まで"


@pytest.mark.parametrize(
    "text",
    [
        "140-180h",
        "65-70万",
        "2026-12-01",
        "08-09-2026",
        "9:00-17:30",
        "600,000〜650,000円",
        "1234567",
        "5,200 yen",
        "3年以上5年まで",
        "REQ-20871-0042",
    ],
)
def test_demands_with_numbers_are_not_taken_for_telephone_numbers(text: str) -> None:
    assert without(text) == text


def test_addresses_are_left_out_even_in_wide_letters() -> None:
    assert without("宛先 taro.y+x@mail.example と yui＠mail.example") == "宛先 [mail] と [mail]"


def test_half_a_surrogate_pair_hides_no_number_behind_it() -> None:
    assert without("\ud800 03-1234-5678") == "\ud800 [tel]"


@given(st.text(max_size=200))
def test_text_without_digits_and_at_signs_loses_nothing(text: str) -> None:
    plain = "".join(c for c in text if c not in "@＠" and not unicodedata.normalize("NFKC", c).isdigit())
    assert without(plain) == plain


@pytest.mark.parametrize(
    "template", ["https://mail.example/?q={message_id}", "mid:{message_id}", "https://a.example/{sha256}/{message_id}"]
)
def test_an_address_of_an_allowed_scheme_may_be_linked(template: str) -> None:
    check_mail_link(template)


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        ("javascript:alert('{message_id}')", "scheme"),
        ("JavaScript:alert('{message_id}')", "scheme"),
        ("data:text/html,{sha256}", "scheme"),
        ("file:///mail/{sha256}", "scheme"),
        ("//mail.example/{sha256}", "scheme"),
        ("mail.example/{sha256}", "scheme"),
        ("https://mail.example/", "placeholder"),
        ("https://mail.example/{subject}", "placeholder"),
        ("https://mail.example/{message_id}?{0}", "placeholder"),
        ("https://{message_id}.example/", "host"),
        ("https://mail.example/ {sha256}", "spaces"),
        ("https://mail.example/\n{sha256}", "control"),
    ],
)
def test_other_templates_are_refused_with_their_fault(template: str, fault: str) -> None:
    with pytest.raises(ReportError, match=fault) as refused:
        check_mail_link(template)
    assert "[reports] mail_link" in str(refused.value)


def test_a_message_id_is_encoded_whole_into_the_address() -> None:
    evil = mail("11-18 10:00", message_id='<a"><script>&?#/..@x.example>')
    url = mail_url("https://mail.example/?q={message_id}", evil)
    assert url == "https://mail.example/?q=a%22%3E%3Cscript%3E%26%3F%23%2F..%40x.example"


def test_an_id_that_looks_like_a_placeholder_is_not_filled_in() -> None:
    odd = mail("11-18 10:00", message_id="<{sha256}>")
    assert mail_url("https://mail.example/{message_id}", odd) == "https://mail.example/%7Bsha256%7D"


def test_a_mail_without_id_has_no_address_by_id_but_one_by_hash() -> None:
    nameless = mail("11-18 10:00", message_id=None)
    assert mail_url("mid:{message_id}", nameless) is None
    assert mail_url("https://a.example/{sha256}", nameless) == f"https://a.example/{nameless.sha256}"
    assert mail_url(None, nameless) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("山吹様は見送りです", "[name]様は見送りです"),
        ("山吹 太郎様のご経験", "[name]様のご経験"),
        ("三輪橋ソリューション山吹様", "三輪橋ソリューション[name]様"),
        ("スズキさんと佐伯氏に確認", "[name]さんと[name]氏に確認"),
        ("We liked Mr. Yamabuki and Saeki-san.", "We liked Mr. [name] and [name]-san."),
    ],
)
def test_names_of_people_are_left_out_of_quotes(text: str, expected: str) -> None:
    assert without(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "お客様先での作業",
        "先方の部長様のお話",
        "他社様で決まりました",
        "外部仕様の作成",
        "多様な働き方",
        "氏名は不要",
        "K.S.様の経験",
        "エンジニアさん",
        "同様の条件",
        "各氏",
        "Mr and Ms",
    ],
)
def test_what_only_looks_like_a_name_stays(text: str) -> None:
    assert without(text) == text


def test_people_whose_mails_are_told_anyway_keep_their_names() -> None:
    known = Instead("[tel]", "[mail]", "[name]", "三輪橋 沢渡\nIda Holm")
    assert without_private(["沢渡様から山吹様へ、Ms. Holm too"], known) == ["沢渡様から[name]様へ、Ms. Holm too"]


def test_what_is_private_is_left_out_across_the_pieces_of_a_quote() -> None:
    parts = without_private(["連絡は03-12", "34-5678へ。山", "吹様まで"], INSTEAD)
    assert parts == ["連絡は[tel]", "へ。[name]", "様まで"]


def test_spaces_between_the_pieces_of_a_quote_stay() -> None:
    assert around(["we now  need ", "TIG\u202e", "\nand MIG "], INSTEAD) == ("we now need ", "TIG⟨U+202E⟩", " and MIG ")
    assert around(["", "TIG", " "], INSTEAD) == ("", "TIG", " ")


@given(st.lists(st.text(alphabet="山吹様さん 03-1234a@b.c", max_size=30), min_size=1, max_size=4))
def test_pieces_say_together_what_the_whole_says(parts: list[str]) -> None:
    assert "".join(without_private(parts, INSTEAD)) == without("".join(parts))
