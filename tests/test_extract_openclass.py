"""Demands that no vocabulary knows, named by their own words; and the words of a mail that are no demand."""

import pytest

from tests.reading import change_en, change_ja, form_en, form_ja, read, requirements


def named(text: str) -> dict[str, str]:
    """The open-class demands, by label."""
    return {
        found.label: str(found.necessity) for found in requirements(read(text)) if found.open_class and found.key != "cobol-maintenance"
    }


@pytest.mark.parametrize(
    ("text", "words", "necessity"),
    [
        (form_ja("必須：潜水艇の操舵経験"), "潜水艇", "must"),
        (form_ja("【必須】\n・熱気球の操縦経験\n・Java"), "熱気球", "must"),
        (form_ja("歓迎：養蜂の知識"), "養蜂", "preferred"),
        (form_en("Must have: beekeeping experience"), "beekeeping", "must"),
        (form_en("Nice to have: knowledge of lighthouse lenses"), "lighthouse lenses", "preferred"),
        (form_en("You have experience in glass blowing."), "glass blowing", "must"),
    ],
)
def test_unknown_things_asked_for_are_named_by_their_words(text: str, words: str, necessity: str) -> None:
    found = named(text)
    assert [need for label, need in found.items() if words.lower() in label.lower()] == [necessity]


@pytest.mark.parametrize(
    ("text", "necessity"),
    [
        (change_ja("Zorblaxが必須になりました。"), "must"),
        (change_ja("Zorblaxは不要になりました。"), "not_required"),
        (change_ja("Zorblaxは尚可で構いません。"), "preferred"),
        (change_en("Zorblax is now a must."), "must"),
        (change_en("Zorblax is no longer required."), "not_required"),
        (change_en("Zorblax is only nice to have now."), "preferred"),
    ],
)
def test_unknown_names_move_by_the_word_that_moves_them(text: str, necessity: str) -> None:
    assert named(text) == {"Zorblax": necessity}


@pytest.mark.parametrize(
    "text",
    [
        form_ja("単価：65万円"),
        form_en("Rate: $60/hr"),
        form_ja("業務内容：養蜂場の予約サイトの構築"),
        form_ja("備考：ご提案をお待ちしております。"),
        form_ja("備考：詳細は面談時にお伝えいたします。"),
        form_ja("必須：特になし"),
        form_ja("尚可：なし"),
        form_ja("提案時：スキルシートを必ず添付してください"),
        form_en("Nice to have: none"),
        form_en("About the role: you will keep bees"),
        form_en("Note: please send profiles to me."),
        form_en("Note: references are checked by our team."),
        change_ja("よろしくお願いいたします。"),
        change_ja("ご確認のほどお願いいたします。"),
        change_ja("この件、必ずご連絡をお願いいたします。"),
        change_ja("Zorblaxは必須でしょうか？"),
        change_en("Thanks for your help."),
        change_en("They want Monday. Please drop Zorblax a line."),
        change_en("Do they still need Zorblax?"),
        change_en("This is now urgent, a quick reply is required."),
        change_en("Is Zorblax a must?"),
        change_en("It is no longer raining here."),
        change_en("Everything else is as before."),
        form_en("Must have: see below"),
        form_ja("必須：https://example.com/list をご覧ください"),
        form_ja("必須：以下の通り"),
    ],
)
def test_greetings_duties_and_questions_name_nothing(text: str) -> None:
    assert named(text) == {}


def test_a_guess_is_less_sure_than_a_known_term() -> None:
    found = {item.key: item for item in requirements(read(form_ja("必須：Java、潜水艇の操舵経験")))}
    assert found["java"].confidence > next(item.confidence for item in found.values() if item.open_class)


@pytest.mark.parametrize("line", ["以下のうち3つ以上の利用経験", "次の中から二つ以上の構築経験", "下記いずれか1つの経験"])
def test_how_many_of_a_list_is_no_demand_of_its_own(line: str) -> None:
    assert named(form_ja(f"必須：\n・{line}\n　Docker／Go／AWS")) == {}


@pytest.mark.parametrize(
    ("text", "need"),
    [
        (change_en("We can live without Zorblax."), "not_required"),
        (change_en("The client also wants Zorblax."), "must"),
        (change_en("Please add Zorblax as well."), "must"),
        (change_en("Let us drop Zorblax altogether."), "not_required"),
        (change_en("Ideally they know Zorblax."), "preferred"),
    ],
)
def test_a_name_behind_a_word_that_asks_for_it_or_drops_it(text: str, need: str) -> None:
    assert named(text) == {"Zorblax": need}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (form_en("Java and Zorblax are essential, Quillbase is strongly preferred."), {"Zorblax": "must", "Quillbase": "preferred"}),
        (form_en("Experience with Zorblax Cloud and Quillbase."), {"Zorblax Cloud": "must", "Quillbase": "must"}),
        (form_en("You are familiar with Zorblax."), {"Zorblax": "must"}),
        (form_en("Nice to have:\n- Zorblax knowledge is an added advantage"), {"Zorblax": "preferred"}),
        (form_en("Our Java team and the Zorblax office are in Leeds."), {}),
        (form_en("2 yrs beekeeping."), {"2 yrs beekeeping": "must"}),
        (form_en("2 years rolling."), {}),
        (form_en("Must have:\n- Java and Zorblax"), {"Zorblax": "must"}),
        (form_en("3 years of Zorblax."), {"3 years of Zorblax": "must"}),
        (form_en("Must have:\n- Able to splice hawsers"), {"Able to splice hawsers": "must"}),
    ],
)
def test_names_in_a_row_with_known_ones(text: str, found: dict[str, str]) -> None:
    assert named(text) == found
