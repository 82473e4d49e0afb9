"""Qualities of the person, one each; praise, thanks and descriptions of the team ask for none."""

import pytest

from tests.reading import change_en, change_ja, form_en, form_ja, hinted, needs, read


def asked(text: str) -> dict[str, str]:
    return needs(read(text), "trait")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (change_ja("即戦力の方が必要になるかもしれません。"), "immediately-effective"),
        (change_en("They might want a team player."), "teamwork"),
    ],
)
def test_a_quality_that_is_only_thought_of_is_a_hint(text: str, key: str) -> None:
    assert asked(text) == {}
    assert ("trait", key, "hedged") in hinted(read(text), "trait")


@pytest.mark.parametrize(
    "text",
    [
        form_ja("業務内容：コミュニケーションツールの開発"),
        form_ja("業務内容：健康管理アプリの改修"),
        form_ja("備考：明るい雰囲気の現場です。"),
        form_ja("備考：柔軟に対応いたします。"),
        form_ja("備考：迅速なご返信をお願いいたします。"),
        form_ja("備考：前任の方は真面目な方でした。"),
        form_en("About the role: a friendly team in a growing firm"),
        form_en("Responsibilities: run the communication platform"),
        change_ja("いつも丁寧なご対応をありがとうございます。"),
        change_ja("候補者の方は明るく、好印象でした。"),
        change_ja("コミュニケーション力は必須ですか？"),
        change_en("Thanks for being so flexible."),
        change_en("Is communication important to them?"),
        change_en("The candidate was friendly and punctual."),
        form_en("Note: the manager is very friendly."),
        form_en("Note: thank you for your patience."),
        form_ja("備考：丁寧にご説明いたします。"),
        form_ja("備考：積極的なご提案をお待ちしております。"),
        form_ja("備考：コミュニケーションの活発なチームです。"),
        form_ja("備考：若手が多く活発なチームです。"),
        form_ja("業務内容：健康診断システムの開発"),
        form_ja("備考：早急なご対応をお願いいたします。"),
        form_en("Note: the client is demanding but fair."),
        form_en("Note: flexible working is possible."),
        form_en("About the role: a motivated team"),
        change_ja("先方は真面目な印象を持たれたようです。"),
        change_ja("迅速なご対応に感謝いたします。"),
        change_en("They found her very motivated."),
        change_en("I appreciate your flexibility."),
        form_en("Note: we are flexible about the start."),
    ],
)
def test_praise_teams_and_thanks_ask_for_no_quality(text: str) -> None:
    assert asked(text) == {}


def test_near_synonyms_in_one_phrase_are_one() -> None:
    assert asked(form_ja("人物像：明るく元気な方")) == {"cheerful": "must"}


@pytest.mark.parametrize("text", [form_ja("備考：容姿端麗な方"), form_en("Note: they want someone good-looking.")])
def test_looks_are_a_trait_of_their_own(text: str) -> None:
    assert asked(text) == {"appearance": "must"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (form_ja("人物像：コミュニケーション良好な方"), {"communication": "must"}),
        (form_ja("求める人物像：明るく協調性のある方"), {"cheerful": "must", "cooperative": "must"}),
        (form_ja("必須：コミュニケーション能力"), {"communication": "must"}),
        (form_ja("備考：勤怠に問題のない方"), {"punctual": "must"}),
        (form_ja("備考：主体性のある方を希望します。"), {"proactive": "must"}),
        (form_ja("尚可：リーダーシップのある方"), {"leadership": "preferred"}),
        (form_ja("備考：即戦力の方をお願いします。"), {"immediately-effective": "must"}),
        (form_ja("備考：責任感のある方だと嬉しいです。"), {"responsible": "preferred"}),
        (form_ja("備考：健康な方"), {"healthy": "must"}),
        (form_ja("備考：長期で参画できる方、真面目な方"), {"serious": "must"}),
        (form_en("Soft skills: communication, flexibility"), {"communication": "must", "flexible": "must"}),
        (form_en("Must have: good communication skills"), {"communication": "must"}),
        (form_en("They want someone friendly and punctual."), {"friendly": "must", "punctual": "must"}),
        (form_en("We need a self-starter."), {"proactive": "must"}),
        (form_en("A team player would be ideal."), {"teamwork": "preferred"}),
        (change_ja("コミュニケーション力を重視したいとのことです。"), {"communication": "must"}),
        (change_ja("即戦力であることが必須になりました。"), {"immediately-effective": "must"}),
        (change_en("They now want somebody proactive."), {"proactive": "must"}),
        (change_en("A sense of humour is now required."), {"humour": "must"}),
        (form_ja("必須：自走できる方"), {"independent": "must"}),
        (form_ja("備考：勤怠良好な方"), {"punctual": "must"}),
        (form_ja("歓迎：リーダーシップのある方、調整力のある方"), {"leadership": "preferred", "coordination": "preferred"}),
        (form_en("Must have: attention to detail"), {"attention-to-detail": "must"}),
        (form_en("Nice to have: leadership"), {"leadership": "preferred"}),
        (form_ja("求める人物像：素直で、協調性のある方"), {"cooperative": "must", "humble": "must"}),
    ],
)
def test_qualities_one_each(text: str, found: dict[str, str]) -> None:
    have = asked(text)
    assert {key: have.get(key) for key in found} == found
    assert set(have) <= set(found) | {"long-term-commitment"}


def test_a_word_in_capitals_among_small_ones_is_a_name() -> None:
    assert asked(form_en("Must have: experience of the CALM archive system")) == {}
    assert asked(form_en("Must have: calm under pressure")) == {"calm": "must"}
