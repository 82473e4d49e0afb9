"""Conditions on sex, read so that they can be flagged; and the words that state none."""

import pytest

from tests.reading import change_en, change_ja, form_en, form_ja, hinted, read, requirements


def gender_of(text: str) -> tuple[str, str | None] | None:
    found = [item for item in requirements(read(text)) if item.category == "gender"]
    if not found:
        return None
    (item,) = found
    assert item.key == "gender"
    return str(item.necessity), item.text


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        (form_ja("性別：女性"), ("must", "female")),
        (form_ja("性　別：男性"), ("must", "male")),
        (form_ja("【性別】女性のみ"), ("must", "female")),
        (form_ja("備考：女性の方でお願いします。"), ("must", "female")),
        (form_ja("備考：男性の多い現場のため、男性の方に限らせていただきます。"), ("must", "male")),
        (form_ja("備考：男性で探しております。"), ("must", "male")),
        (form_ja("備考：男性限定"), ("must", "male")),
        (form_ja("備考：35歳までの女性を希望"), ("must", "female")),
        (form_ja("備考：女性歓迎"), ("preferred", "female")),
        (form_ja("備考：できれば女性が良いとのことです。"), ("preferred", "female")),
        (form_en("Gender: female"), ("must", "female")),
        (form_en("Sex: male"), ("must", "male")),
        (form_en("Note: they want a woman for this seat."), ("must", "female")),
        (form_en("Note: ladies only please."), ("must", "female")),
        (change_ja("性別は女性に限定となりました。"), ("must", "female")),
        (form_ja("備考：女性の方希望"), ("must", "female")),
        (form_ja("備考：男性のみでお願いいたします。"), ("must", "male")),
        (form_ja("備考：力仕事のため男性を希望します。"), ("must", "male")),
        (form_ja("備考：女性の方だと嬉しいです。"), ("preferred", "female")),
        (form_en("Note: female candidates only."), ("must", "female")),
        (form_en("Note: a woman would be preferred."), ("preferred", "female")),
        (change_en("They now insist on a male candidate."), ("must", "male")),
    ],
)
def test_conditions_on_sex(text: str, gender: tuple[str, str]) -> None:
    found = gender_of(text)
    assert found is not None
    assert found[1] == gender[1]
    # 希望 beside no explicit list may be either (GUIDELINES.md 3, rule 5).
    assert found[0] == gender[0] or "希望" in text


@pytest.mark.parametrize(
    "text",
    [
        form_ja("性別：不問"),
        form_ja("備考：男女不問"),
        form_ja("備考：性別は問いません。"),
        form_en("Gender: any"),
        change_ja("性別の条件は撤回となりました。"),
        change_en("The condition on gender has been dropped."),
        form_en("Note: gender, nationality and religion doesn't matter."),
        form_en("Note: sex or age doesn't matter to them."),
        form_en("Note: male or female doesn't matter."),
        form_ja("性別：問いません"),
    ],
)
def test_a_waived_sex(text: str) -> None:
    assert gender_of(text) == ("not_required", None)


@pytest.mark.parametrize(
    "text",
    [
        form_ja("性別："),
        form_ja("備考：女性活躍中の現場です。"),
        form_ja("備考：女性も多く在籍しています。"),
        form_ja("備考：男女比は半々です。"),
        form_ja("備考：男女問わず活躍しています。"),
        form_ja("業務内容：女性向けECサイトの開発"),
        form_ja("業務内容：男性化粧品の受注システム"),
        form_ja("備考：女子校向けのサービスです。"),
        form_ja("提案時：性別、年齢をお知らせください"),
        form_en("About the role: a web shop for women"),
        form_en("Responsibilities: manage the men's wear catalogue"),
        form_en("Note: the project manager is a woman."),
        form_en("Note: we are an equal opportunity employer regardless of gender."),
        form_en("Note: contact the ladies at the desk."),
        change_ja("性別の指定はありますか？"),
        change_ja("性別の条件に変更はありません。"),
        change_en("She is the woman we met on Monday."),
        change_en("Is there any condition on gender?"),
        change_ja("候補者は女性の方です。"),
        form_ja("備考：女性管理職の多い企業です。"),
        form_ja("業務内容：女性誌のサイト運営"),
        form_ja("備考：更衣室は男女別です。"),
        form_ja("備考：現場のリーダーは男性です。"),
        form_en("Note: women make up half of the team."),
        form_en("Responsibilities: the ladies' fashion shop"),
        form_en("Note: our man in Leeds will meet you."),
        change_ja("男性の候補者様は見送りとなりました。"),
        change_en("The man you sent did well."),
        change_ja("女性の方をご提案いただきました。"),
        change_en("She was the only woman they met."),
    ],
)
def test_words_that_state_no_condition(text: str) -> None:
    found = gender_of(text)
    assert found is None or (found == ("not_required", None) and ("問わず" in text or "regardless" in text))


def test_a_condition_under_discussion_is_a_hint() -> None:
    text = change_ja("性別は女性限定になるかもしれません。")
    assert gender_of(text) is None
    assert hinted(read(text), "gender") == {("gender", "gender", "hedged")}


@pytest.mark.parametrize(
    "line",
    [
        "HR told me I may not ask for men only, so please ignore that.",
        "We are not allowed to ask for a woman.",
        "It turns out we cannot specify female.",
        "The female only thing is dropped.",
        "You can forget the bit about ladies only.",
    ],
)
def test_an_english_condition_that_may_not_be_asked_for_is_none(line: str) -> None:
    reading = read(change_en(line))
    assert [str(item.necessity) for item in requirements(reading) if item.category == "gender"] == ["not_required"]
    assert reading.flags == ()


@pytest.mark.parametrize(
    "line",
    [
        "We need 3 fitters, a man of ours broke his wrist.",
        "Our men need a hand on Friday.",
        "They need somebody for the women's ward.",
        "Two of the other ladies want to leave.",
        "The night oven man is leaving, so she wants it from the 2nd.",
        "The lady at the desk rang and wants two more people.",
    ],
)
def test_people_who_are_there_already_are_no_condition(line: str) -> None:
    assert gender_of(change_en(line)) is None


@pytest.mark.parametrize("line", ["They want a woman for the ward.", "It must be a man, the changing room is shared with our men."])
def test_an_english_condition_beside_such_words_stands(line: str) -> None:
    assert gender_of(change_en(line)) is not None
