"""Forms of contract: each that is named, those refused, and the words that name none."""

import pytest

from tests.reading import change_en, change_ja, form_en, form_ja, hinted, needs, read, requirements


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        (form_ja("契約形態：準委任"), {"quasi-mandate": "must"}),
        (form_ja("契約：派遣"), {"dispatch": "must"}),
        (form_ja("契　約：業務委託"), {"outsourcing": "must"}),
        (form_ja("【契約形態】準委任 or 派遣"), {"quasi-mandate": "must", "dispatch": "must"}),
        (form_ja("契約形態：準委任または派遣"), {"quasi-mandate": "must", "dispatch": "must"}),
        (form_ja("契約：派遣（紹介予定派遣）"), {"dispatch": "must", "temp-to-perm": "must"}),
        (form_ja("雇用形態：契約社員"), {"contract-employee": "must"}),
        (form_ja("備考：契約は派遣契約となります。"), {"dispatch": "must"}),
        (form_ja("備考：個人事業主不可"), {"freelance": "excluded"}),
        (form_ja("備考：フリーランスの方はNGです。"), {"freelance": "excluded"}),
        (form_ja("備考：派遣契約のみ"), {"dispatch": "must"}),
        (form_en("Contract type: C2C"), {"c2c": "must"}),
        (form_en("Tax terms: W2 only"), {"w2": "must"}),
        (form_en("Contract: W2 or 1099"), {"w2": "must", "1099": "must"}),
        (form_en("Rate: $65/hr on C2C"), {"c2c": "must"}),
        (form_en("Rate: £450/day inside IR35"), {"inside-ir35": "must"}),
        (form_en("Note: no C2C."), {"c2c": "excluded"}),
        (form_en("Contract type: contract-to-hire"), {"contract-to-hire": "must"}),
        (form_en("The role is outside IR35."), {"outside-ir35": "must"}),
        (change_ja("業務委託も可となりました。"), {"outsourcing": "must"}),
        (change_en("They will only take W2 now."), {"w2": "must"}),
        (change_en("C2C is not accepted any more."), {"c2c": "excluded"}),
        (change_en("The role is now inside IR35."), {"inside-ir35": "must"}),
        (change_ja("契約形態が準委任から派遣に変更となりました。"), {"quasi-mandate": "not_required", "dispatch": "must"}),
        (form_ja("契約形態：SES契約（準委任）"), {"quasi-mandate": "must"}),
        (form_ja("契約：派遣 or 準委任 or 請負"), {"dispatch": "must", "quasi-mandate": "must", "contract-for-work": "must"}),
        (form_ja("雇用形態：正社員"), {"direct-hire": "must"}),
        (form_ja("備考：フリーランスの方も可能です。"), {"freelance": "must"}),
        (form_ja("備考：個人事業主の方はご遠慮ください。"), {"freelance": "excluded"}),
        (form_en("Note: strictly no third party C2C."), {"c2c": "excluded"}),
        (form_en("Engagement: umbrella or PAYE"), {"umbrella": "must", "paye": "must"}),
        (form_en("Employment type: contract to hire"), {"contract-to-hire": "must"}),
        (form_en("Note: we cannot work with C2C."), {"c2c": "excluded"}),
    ],
)
def test_forms_of_contract(text: str, forms: dict[str, str]) -> None:
    assert needs(read(text), "contract") == forms


def test_a_list_of_forms_allows_any_of_them() -> None:
    found = [item for item in requirements(read(form_ja("契約形態：準委任または派遣"))) if item.category == "contract"]
    assert {item.group_need for item in found} == {1}
    assert len({item.group for item in found}) == 1


@pytest.mark.parametrize(
    "text",
    [
        form_ja("契約形態："),
        form_ja("契約形態：要相談"),
        form_ja("業務内容：派遣会社向けの基幹システム開発"),
        form_ja("業務内容：人材派遣業のお客様のシステム保守"),
        form_ja("業務内容：契約管理システムの改修"),
        form_ja("必須：派遣業界の知識"),
        form_ja("備考：弊社は派遣元です。"),
        form_ja("備考：派遣先は製造業です。"),
        form_ja("備考：契約更新は3ヶ月ごとです。"),
        form_en("Responsibilities: write smart contracts"),
        form_en("Responsibilities: contract testing with Pact"),
        form_en("About the role: the client is a permanent fixture in retail"),
        form_en("Note: the contract runs for six months."),
        change_ja("契約書は来週お送りします。"),
        change_ja("契約形態は準委任でしょうか？"),
        change_ja("契約形態に変更はありません。"),
        change_en("Is C2C allowed?"),
        change_en("I will send the contract tomorrow."),
        change_en("The candidate is on a W2 with another client."),
        form_en("Must have: permanent magnet motor design"),
        form_en("Note: temporary badges are issued at the desk."),
        form_ja("業務内容：請負契約書の管理システム"),
        form_ja("エンド：派遣会社"),
        form_ja("備考：弊社は派遣免許を取得しています。"),
        form_ja("業務内容：正社員の勤怠管理"),
        form_en("Responsibilities: design by contract"),
        form_en("About the role: freelance marketplace"),
        form_en("Must have: contract law"),
        form_en("Client: a temp agency"),
        change_ja("契約書の雛形をお送りください。"),
        change_en("Please sign the contract by Friday."),
    ],
)
def test_other_contracts_are_no_form(text: str) -> None:
    assert needs(read(text), "contract") == {}


def test_experience_with_a_form_refuses_nothing() -> None:
    """FIELD.md 3: "no prior C2C experience required" refuses nothing."""
    assert "excluded" not in needs(read(form_en("Note: no prior C2C experience required.")), "contract").values()


@pytest.mark.parametrize(
    ("text", "form"),
    [(change_ja("契約は派遣になるかもしれません。"), "dispatch"), (change_en("They may also look at C2C."), "c2c")],
)
def test_a_form_not_yet_decided_is_a_hint(text: str, form: str) -> None:
    reading = read(text)
    assert needs(reading, "contract") == {}
    assert ("contract", form, "hedged") in hinted(reading, "contract")


def test_a_refused_form_beats_its_other_mentions() -> None:
    """FIELD.md 3: a refusal beats positive mentions in the same requisition."""
    assert needs(read(form_en("Rate: $65/hr on C2C or W2\nNote: no C2C.")), "contract")["c2c"] == "excluded"


def test_the_contract_of_a_profile_is_none_of_the_seat() -> None:
    assert "c2c" not in needs(read(change_en("W2 only. A C2C profile that you sent is withdrawn.")), "contract")


def test_short_names_count_beside_another_form() -> None:
    assert needs(read(form_en("PAYE or umbrella")), "contract") == {"paye": "must", "umbrella": "must"}
    assert needs(read(form_en("PAYE only, no Ltd")), "contract") == {"paye": "must", "limited-company": "excluded"}
