"""Japanese or English."""

import pytest

from extract.languages import language_of
from tests.reading import form_en, form_ja, read, read_mail


@pytest.mark.parametrize(
    "text",
    [
        "お世話になっております。",
        "Java Spring Oracle AWS Docker の経験者を探しています。",
        "ｽｷﾙ: Java",
        "単価：65万円",
        "はい",
        "案件名：Salesforce Marketing Cloud / Sales Cloud の導入",
    ],
)
def test_japanese(text: str) -> None:
    assert language_of(text) == "ja"


@pytest.mark.parametrize(
    "text",
    [
        "We are looking for a developer.",
        "",
        "12345",
        "!!!",
        "Please send the profile to 田辺 by Friday; the interview is with the bank's own team in Leeds and takes an hour.",
        "Straße, naïve café",
        "Please send both profiles to 田辺様 and 石田様 by Friday, as the client wants to see them all before the holidays.",
    ],
)
def test_english(text: str) -> None:
    assert language_of(text) == "en"


def test_a_reading_bears_its_language() -> None:
    assert read(form_ja("単価：65万円")).language == "ja"
    assert read(form_en("Rate: $60/hr")).language == "en"


def test_quoted_history_does_not_count() -> None:
    body = "The rate is now $60/hr.\n\n> お世話になっております。\n> 下記の件、ご確認をお願いいたします。単価の変更はありますか。\n"
    assert read_mail(body, subject="Re: seat", in_reply_to="<0@x.example>").language == "en"
