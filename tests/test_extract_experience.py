"""Experience in phases, domains and duties, and length of service; duties and background ask for none."""

import pytest

from tests.reading import change_en, change_ja, form_en, form_ja, hinted, needs, read, values


def asked(text: str) -> dict[str, str]:
    return needs(read(text), "experience")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (change_ja("要件定義の経験も必要になるかもしれません。"), "requirements-definition"),
        (change_en("They might ask for banking experience."), "banking-domain"),
    ],
)
def test_experience_that_is_only_thought_of_is_a_hint(text: str, key: str) -> None:
    assert asked(text) == {}
    assert ("experience", key, "hedged") in hinted(read(text), "experience")


@pytest.mark.parametrize(
    "text",
    [
        form_ja("業務内容：要件定義から基本設計まで"),
        form_ja("工程：製造〜テスト"),
        form_ja("案件概要：保険会社様の契約管理システムの刷新"),
        form_ja("エンド：大手銀行"),
        form_ja("備考：弊社は金融業界に強い企業です。"),
        form_ja("備考：テストは別チームが担当します。"),
        form_ja("備考：前任の方は要件定義の経験者でした。"),
        form_ja("備考：今後、運用の案件も出る予定です。"),
        form_ja("備考：ご経験を拝見してご連絡いたします。"),
        form_en("Responsibilities: testing, migration and support"),
        form_en("About the role: a migration for an insurer"),
        form_en("Client: a large bank"),
        form_en("Note: our retail client moves fast."),
        form_en("Note: the last person had banking experience."),
        change_ja("要件定義の経験は必須ですか？"),
        change_ja("経験年数に変更はありません。"),
        change_en("Is banking experience a must?"),
        change_en("The experience required stays the same."),
        change_ja("候補者の方は要件定義のご経験が豊富です。"),
        change_en("The candidate has ten years of banking experience."),
        form_ja("備考：弊社はテストに強い会社です。"),
        form_ja("業務内容：経理業務の自動化"),
        form_ja("案件名：保険システムの保守"),
        form_ja("備考：ご経験に応じて単価をご相談します。"),
        form_ja("備考：豊富な経験を持つメンバーが在籍しています。"),
        form_en("About the role: you will run workshops and write test cases"),
        form_en("Title: Payroll migration"),
        change_ja("ご経験豊富な方のご提案ありがとうございました。"),
    ],
)
def test_duties_background_and_candidates_ask_for_no_experience(text: str) -> None:
    assert asked(text) == {}


def test_what_no_vocabulary_knows_is_named_by_its_own_words() -> None:
    found = asked(form_ja("必須：潜水艇の操舵経験"))
    assert [need for key, need in found.items() if "潜水艇" in key] == ["must"]


def test_alternatives_inside_one_phrase_are_one_requirement() -> None:
    assert len(asked(form_ja("必須：銀行・証券の経験"))) == 1


def test_a_phrase_with_a_skill_is_that_skill() -> None:
    """`Scalaでの開発経験` is a skill (GUIDELINES.md 4)."""
    reading = read(form_ja("必須：Scalaでの開発経験2年以上"))
    assert needs(reading, "skill")["scala"] == "must"
    assert needs(reading, "experience") == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (change_ja("要件定義の経験が必須になりました。"), {"requirements-definition": "must"}),
        (change_ja("要件定義の経験は不要となりました。"), {"requirements-definition": "not_required"}),
        (change_ja("リーダー経験は必須から尚可に変更となりました。"), {"leader": "preferred"}),
        (change_en("They now also need call center experience."), {"call-center": "must"}),
        (change_en("Banking experience is no longer required."), {"banking-domain": "not_required"}),
        (change_en("Banking experience is only nice to have now."), {"banking-domain": "preferred"}),
    ],
)
def test_experience_moves(text: str, found: dict[str, str]) -> None:
    assert asked(text) == found


@pytest.mark.parametrize(
    "text",
    [
        form_ja("備考：未経験OK"),
        form_ja("備考：未経験の方も歓迎します。"),
        form_ja("備考：経験不問"),
        form_en("Note: no experience needed."),
    ],
)
def test_no_experience_needed_is_a_waiver(text: str) -> None:
    assert asked(text) == {"experience": "not_required"}


@pytest.mark.parametrize(
    ("text", "key", "bounds"),
    [
        (form_ja("必須：要件定義の経験3年以上"), "requirements-definition", (3, None)),
        (form_ja("必須：ヘルプデスク経験2年以上"), "helpdesk", (2, None)),
        (form_ja("必須：サーバー構築経験（3年以上）"), "server-construction", (3, None)),
        (form_en("Required: 2 years of call center experience"), "call-center", (2, None)),
        (form_en("Required: 10+ years of IT experience in total"), "total-experience", (10, None)),
    ],
)
def test_length_of_service(text: str, key: str, bounds: tuple[float | None, float | None]) -> None:
    assert values(read(text), "experience")[key][:3] == (*bounds, "year")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (form_ja("必須：要件定義の経験"), {"requirements-definition": "must"}),
        (form_ja("必須：基本設計の経験がある方"), {"basic-design": "must"}),
        (form_ja("尚可：詳細設計の経験"), {"detailed-design": "preferred"}),
        (form_ja("必須：金融業務知識"), {"finance-domain": "must"}),
        (form_ja("歓迎：保険業界の経験"), {"insurance-domain": "preferred"}),
        (form_ja("必須：リーダー経験"), {"leader": "must"}),
        (form_ja("必須：ヘルプデスク経験2年以上"), {"helpdesk": "must"}),
        (form_ja("必須：顧客折衝の経験"), {"customer-negotiation": "must"}),
        (form_ja("【必須】\n・要件定義\n・基本設計"), {"requirements-definition": "must", "basic-design": "must"}),
        (form_ja("備考：経理業務の経験者を希望します。"), {"accounting": "must"}),
        (form_ja("備考：コールセンターの経験があれば尚可です。"), {"call-center": "preferred"}),
        (form_en("Must have: experience in requirements definition"), {"requirements-definition": "must"}),
        (form_en("Must have: front-end development, 3 years"), {"frontend": "must"}),
        (form_en("Nice to have: banking experience"), {"banking-domain": "preferred"}),
        (form_en("You have experience in data migration."), {"migration": "must"}),
        (form_en("Required: call center experience"), {"call-center": "must"}),
        (form_en("Retail experience is a plus."), {"retail-domain": "preferred"}),
        (form_ja("必須：詳細設計〜結合テストの経験"), {"detailed-design": "must"}),
        (form_ja("必須：サーバー構築の実務経験"), {"server-construction": "must"}),
        (form_ja("尚可：保険業務の知見"), {"insurance-domain": "preferred"}),
        (form_ja("必須：後輩の指導経験"), {"teaching": None}),
        (form_en("Required: experience in logistics"), {"logistics-domain": "must"}),
        (form_en("Must have: background in payments"), {"payments-domain": "must"}),
        (form_en("Preferred: experience leading teams"), {"leader": "preferred"}),
    ],
)
def test_phases_domains_and_duties(text: str, found: dict[str, str]) -> None:
    have = asked(text)
    assert {key: have.get(key) for key in found} == found


@pytest.mark.parametrize(
    ("text", "years"),
    [
        (form_ja("経験年数：4年以上"), 4),
        (form_ja("経験：7年"), 7),
        (form_en("Experience: 6+ years"), 6),
        (form_en("Years of experience: 9"), 9),
    ],
)
def test_years_alone_under_a_label_of_experience_are_all_of_it(text: str, years: float) -> None:
    assert values(read(text), "experience")["total-experience"][0] == years


@pytest.mark.parametrize(
    "text", [form_en("Experience: Kafka, 6+ years"), form_ja("経験：Java 4年以上"), form_en("Experience: see attached")]
)
def test_years_of_a_skill_are_not_all_of_the_experience(text: str) -> None:
    assert "total-experience" not in asked(text)


def test_what_somebody_must_have_done_is_asked_for() -> None:
    assert asked(change_en("They must have done payroll before.")) == {"payroll": "must"}


@pytest.mark.parametrize(
    ("line", "key", "need"),
    [
        ("Shipyard experience is now required.", "shipyard", "must"),
        ("A tribal casino background would be a plus.", "tribal-casino", "preferred"),
    ],
)
def test_a_field_that_no_vocabulary_knows_and_how_binding_it_is(line: str, key: str, need: str) -> None:
    assert needs(read(change_en(line)), "experience") == {key: need}


@pytest.mark.parametrize("line", ["Prior experience is needed.", "Three years of experience required.", "No experience needed."])
def test_experience_of_nothing_named(line: str) -> None:
    assert {"prior", "years", "three-years"}.isdisjoint(needs(read(change_en(line)), "experience"))


def test_years_before_a_comma_under_a_label_of_experience() -> None:
    found = values(read(form_en("Experience: 0-2 yrs, freshers welcome")), "experience")
    assert found["total-experience"][:3] == (0, 2, "year")
