"""Human languages with the level in the mail's own words."""

import pytest

from tests.reading import change_en, change_ja, form_en, form_ja, hinted, read, requirements


def asked(text: str) -> dict[str, tuple[str, str | None]]:
    return {item.key: (str(item.necessity), item.text) for item in requirements(read(text)) if item.category == "language"}


@pytest.mark.parametrize(
    ("text", "key"), [(change_ja("英語も必要になるかもしれません。"), "english"), (change_en("They might want French as well."), "french")]
)
def test_a_language_that_is_only_thought_of_is_a_hint(text: str, key: str) -> None:
    assert asked(text) == {}
    assert ("language", key, "hedged") in hinted(read(text), "language")


@pytest.mark.parametrize(
    "text",
    [
        form_ja("必須：開発言語 Java"),
        form_ja("業務内容：英語版サイトの構築"),
        form_ja("業務内容：日本語入力ソフトの開発"),
        form_ja("備考：英国の企業です。"),
        form_ja("備考：中国拠点との会議があります。"),
        form_ja("案件名：英語学習アプリの開発"),
        form_ja("提案時：英語のスキルシートは不要です"),
        form_en("About the role: an app to learn Spanish"),
        form_en("Responsibilities: localise the French web shop"),
        form_en("Note: the client is a German company."),
        form_en("Note: we had lunch in the Chinese quarter."),
        form_en("Note: the last person spoke Dutch."),
        change_ja("英語は必須でしょうか？"),
        change_ja("語学の条件に変更はありません。"),
        change_ja("候補者の方は英語が堪能です。"),
        change_en("Is German needed?"),
        change_en("The German manager will call you."),
        change_en("The candidate speaks fluent German."),
        form_ja("業務内容：多言語（英語・中国語）サイトの構築"),
        form_ja("備考：英語の仕様書は翻訳済みです。"),
        form_ja("環境：日本語OS"),
        form_en("Responsibilities: English to German translation tools"),
        form_en("Note: the Polish team is in Krakow."),
        form_en("Note: French fries in the canteen."),
        change_ja("英語での面談でした。"),
        change_en("The Spanish client called."),
    ],
)
def test_other_uses_of_a_languages_name_ask_for_none(text: str) -> None:
    assert asked(text) == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (form_ja("必須：英語（日常会話）"), {"english": ("must", "日常会話")}),
        (form_ja("尚可：英語での読み書き"), {"english": ("preferred", "読み書き")}),
        (form_ja("日本語：N2以上"), {"japanese": ("must", "N2")}),
        (form_ja("必須：日本語N1"), {"japanese": ("must", "N1")}),
        (form_ja("備考：日本語ネイティブの方"), {"japanese": ("must", "ネイティブ")}),
        (form_ja("備考：英語力があれば尚可"), {"english": ("preferred", None)}),
        (form_ja("備考：英語不要"), {"english": ("not_required", None)}),
        (form_ja("語学：中国語（流暢）"), {"chinese": ("must", "流暢")}),
        (form_en("Languages: fluent German"), {"german": ("must", "fluent")}),
        (form_en("Must have: German (native)"), {"german": ("must", "native")}),
        (form_en("French is a plus."), {"french": ("preferred", None)}),
        (form_en("Required: Dutch B2"), {"dutch": ("must", "B2")}),
        (form_en("You must speak Japanese at business level."), {"japanese": ("must", "business level")}),
        (change_ja("英語は日常会話レベルで可となりました。"), {"english": ("must", "日常会話レベル")}),
        (change_ja("英語が必須になりました。"), {"english": ("must", None)}),
        (change_ja("英語は不要となりました。"), {"english": ("not_required", None)}),
        (change_en("Fluent Spanish is now required."), {"spanish": ("must", "fluent")}),
        (change_en("Spanish is no longer needed."), {"spanish": ("not_required", None)}),
        (form_en("Note: no Japanese needed."), {"japanese": ("not_required", None)}),
        (form_ja("英語：ビジネスレベル"), {"english": ("must", "ビジネスレベル")}),
        (form_ja("尚可：英語の読み書きができる方"), {"english": ("preferred", "読み書き")}),
        (form_ja("備考：日本語能力試験N2以上の方"), {"japanese": ("must", "N2")}),
        (form_en("Nice to have: basic Polish"), {"polish": ("preferred", "basic")}),
        (form_en("German speakers only."), {"german": ("must", None)}),
    ],
)
def test_languages_and_levels(text: str, found: dict[str, tuple[str, str | None]]) -> None:
    have = asked(text)
    assert have.keys() == found.keys()
    for key, (necessity, level) in found.items():
        assert have[key][0] == necessity
        told = (have[key][1] or "").lower()
        assert told.startswith(level.lower()) if level else not told
