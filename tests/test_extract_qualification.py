"""Certificates, licences, degrees, clearances; knowledge at their level and other uses of their names ask for none."""

import pytest

from tests.reading import change_en, change_ja, form_en, form_ja, hinted, needs, read, requirements


def asked(text: str) -> dict[str, str]:
    return needs(read(text), "qualification")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (change_ja("CCNAが必須になるかもしれません。"), "ccna"),
        (change_en("They may want SC clearance."), "sc-clearance"),
    ],
)
def test_a_certificate_that_is_only_thought_of_is_a_hint(text: str, key: str) -> None:
    assert asked(text) == {}
    assert ("qualification", key, "hedged") in hinted(read(text), "qualification")


@pytest.mark.parametrize(
    "text",
    [
        form_ja("必須：基本情報相当の知識"),
        form_ja("業務内容：宅建業者向けシステムの開発"),
        form_ja("業務内容：資格管理システムの改修"),
        form_ja("業務内容：運転免許センターの窓口システム"),
        form_ja("備考：資格手当はありません。"),
        form_ja("備考：弊社はプライバシーマークを取得しております。"),
        form_ja("提案時：保有資格をお知らせください"),
        form_ja("備考：AP（アクセスポイント）の設置があります。"),
        form_ja("備考：前任の方はCCNAをお持ちでした。"),
        form_en("Responsibilities: build an exam portal for CPA students"),
        form_en("About the role: a licence server for design tools"),
        form_en("Note: we are an ISO 27001 certified firm."),
        form_en("Note: the previous person held a PMP."),
        form_en("Note: the degree of difficulty is high."),
        form_en("Note: PM me for details."),
        change_ja("CCNAは必須ですか？"),
        change_ja("CCNAについては変更ありません。"),
        change_en("Is a PMP needed?"),
        change_en("The candidate holds a CISSP."),
        change_en("No change to the clearance."),
        change_ja("候補者の方はCCNAをお持ちです。"),
        form_ja("業務内容：簿記学習アプリの開発"),
        form_ja("備考：弊社はISMS認証を取得しています。"),
        form_ja("備考：受講料補助で資格取得を支援します。"),
        form_ja("エンド：宅建協会"),
        form_en("Note: the client is PCI DSS certified."),
        form_en("About the role: a portal for driving licence applications"),
        form_en("Note: to a degree this is new."),
        change_en("He passed his PMP last month."),
        change_en("They liked her degree."),
    ],
)
def test_names_of_certificates_that_ask_for_none(text: str) -> None:
    assert asked(text) == {}


def test_either_certificate_is_enough() -> None:
    found = [item for item in requirements(read(form_ja("必須：CCNAまたはLPIC-1"))) if item.category == "qualification"]
    assert len({item.group for item in found}) == 1
    assert {item.group_need for item in found} == {1}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (form_ja("必須：CCNA"), {"ccna": "must"}),
        (form_ja("資格：CCNA保持者"), {"ccna": "must"}),
        (form_ja("必須：CCNA保持者（尚可）"), {"ccna": "preferred"}),
        (form_ja("尚可：LPIC-2"), {"lpic-2": "preferred"}),
        (form_ja("歓迎：基本情報技術者"), {"fe": "preferred"}),
        (form_ja("必須：日商簿記2級以上"), {"boki-2": "must"}),
        (form_ja("資格：普通自動車免許"), {"driving-licence": "must"}),
        (form_ja("備考：PMPをお持ちの方は優遇します。"), {"pmp": "preferred"}),
        (form_ja("備考：宅建の資格が必須です。"), {"takken": "must"}),
        (form_ja("必須：CCNAまたはLPIC-1"), {"ccna": "must", "lpic-1": "must"}),
        (form_en("Certifications: CISSP"), {"cissp": "must"}),
        (form_en("Must have: PMP"), {"pmp": "must"}),
        (form_en("Nice to have: ITIL Foundation"), {"itil-foundation": "preferred"}),
        (form_en("Must have: PRINCE2 or equivalent"), {"prince2": "must"}),
        (form_en("Required: SC clearance"), {"sc-clearance": "must"}),
        (form_en("A bachelor's degree is required."), {"bachelor": "must"}),
        (form_en("Degree: not required"), {"degree": "not_required"}),
        (change_ja("CCNAは不要となりました。"), {"ccna": "not_required"}),
        (change_ja("CCNAの資格が必須になりました。"), {"ccna": "must"}),
        (change_ja("CCNAは必須から尚可に変更です。"), {"ccna": "preferred"}),
        (change_en("SC clearance is now a must."), {"sc-clearance": "must"}),
        (change_en("They have dropped the PMP requirement."), {"pmp": "not_required"}),
        (change_en("CISSP is only nice to have now."), {"cissp": "preferred"}),
        (form_en("Note: no degree needed."), {"degree": "not_required"}),
        (form_en("Note: a DBS check has to be passed."), {"dbs-check": "must"}),
        (form_ja("必須：応用情報技術者"), {"ap": "must"}),
        (form_ja("尚可：AWS認定ソリューションアーキテクト"), {"aws-solutions-architect": "preferred"}),
        (form_ja("資格：簿記3級以上"), {"boki-3": "must"}),
        (form_ja("必須：普通自動車免許"), {"driving-licence": "must"}),
        (form_ja("歓迎：LPICレベル2"), {"lpic-2": "preferred"}),
        (form_en("Certifications: AWS Solutions Architect (preferred)"), {"aws-solutions-architect": "preferred"}),
        (form_en("Must have: a full driving licence"), {"driving-licence": "must"}),
        (form_en("Required: BPSS"), {"bpss": "must"}),
        (form_en("Master's degree preferred."), {"master": "preferred"}),
    ],
)
def test_certificates_licences_and_clearances(text: str, found: dict[str, str]) -> None:
    assert asked(text) == found


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Need a foreman in Salford, £240 a day. SMSTS or SSSTS, CSCS card, first aid at work.", {"smsts", "sssts", "cscs"}),
        ("Need a foreman in Salford, £240 a day. We keep SMSTS and SSSTS folders on site.", set()),
        ("Need a foreman in Salford, £240 a day.\nCourses: SMSTS | SSSTS | CSCS", set()),
    ],
)
def test_a_sentence_without_a_verb_lists_what_is_asked(text: str, keys: set[str]) -> None:
    assert {"smsts", "sssts", "cscs"} & set(needs(read(text), "qualification")) == keys


def test_two_grades_of_a_platforms_certificate() -> None:
    text = form_en("Certification: Platform Developer I required; Platform Developer II is a plus.")
    assert asked(text) == {"salesforce-developer-certified": "must", "salesforce-developer-ii-certified": "preferred"}
    assert asked(form_ja("尚可：\nPlatform デベロッパー")) == {"salesforce-developer-certified": "preferred"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (form_en("They must hold a glazing certificate."), {"glazing-certificate": "must"}),
        (form_en("QXZ certification in Zorbium 10 preferred."), {"qxz": "preferred"}),
        (form_en("Needs to be accredited for Tide Rescue First."), {"tide-rescue-first": "must"}),
        (change_en("Blubber pump ticket as well please."), {"blubber-pump-ticket": "must"}),
        (change_en("Everybody has to pass our rope assessment from now on."), {"rope-assessment": "must"}),
        (change_en("The glazing certificate is no longer needed."), {"glazing-certificate": "not_required"}),
        (form_en("Nice to have:\n- Zorbium licence"), {"zorbium-licence": "preferred"}),
        (form_en("You will handle tickets and credit card payments."), {}),
        (change_en("Please send us the certificate of insurance. I have raised a support ticket."), {}),
        (change_en("They passed the first test."), {}),
    ],
)
def test_a_certificate_of_a_name_that_no_vocabulary_knows(text: str, found: dict[str, str]) -> None:
    assert asked(text) == found


@pytest.mark.parametrize(
    ("text", "key"), [(form_en("Must have: SC"), "sc-clearance"), (form_ja("必須：情報処理安全確保支援士（SC）"), "ipa-sc")]
)
def test_a_short_name_means_what_it_means_in_the_language_of_the_mail(text: str, key: str) -> None:
    assert asked(text) == {key: "must"}


def test_two_letters_of_a_japanese_examination_are_none_in_english_mails() -> None:
    assert asked(form_en("Must have: AP, FE, NW")) == {}
    assert asked(form_ja("必須：AP、NW")) == {"ap": "must", "ipa-nw": "must"}
