"""How many companies may stand below us; the chain above us is no demand."""

import pytest

from tests.reading import change_en, change_ja, form_en, form_ja, hinted, read, requirements, values


def depth_of(text: str) -> tuple[str, float | None] | None:
    found = [item for item in requirements(read(text)) if item.category == "tier"]
    if not found:
        return None
    (item,) = found
    assert item.key == "subcontract-depth"
    assert item.min is None
    assert item.unit == (None if item.max is None else "tier")
    return str(item.necessity), item.max


@pytest.mark.parametrize(
    ("text", "depth"),
    [
        (form_ja("商流：貴社まで", instead_of="tier"), 0),
        (form_ja("商流：御社迄", instead_of="tier"), 0),
        (form_ja("商流：貴社社員まで", instead_of="tier"), 0),
        (form_ja("商流制限：貴社プロパーまで", instead_of="tier"), 0),
        (form_ja("所属：貴社社員限定", instead_of="tier"), 0),
        (form_ja("商流：貴社1社先まで", instead_of="tier"), 1),
        (form_ja("商流：貴社一社下まで", instead_of="tier"), 1),
        (form_ja("商流：１社先まで", instead_of="tier"), 1),
        (form_ja("商流：2社先まで", instead_of="tier"), 2),
        (form_ja("商流：貴社2社下まで可", instead_of="tier"), 2),
        (form_ja("商流：二社下不可", instead_of="tier"), 1),
        (form_ja("商流：BP不可", instead_of="tier"), 0),
        (form_ja("商流：エンド→元請→弊社→貴社まで", instead_of="tier"), 0),
        (form_ja("備考：貴社社員様までとさせていただきます。", instead_of="tier"), 0),
        (form_ja("備考：1社先までOKです。", instead_of="tier"), 1),
        (form_en("Third party: no sub-vendors"), 0),
        (form_en("Note: no third parties please."), 0),
        (form_en("Note: one layer below you at most."), 1),
        (change_en("No sub-vendors from now on."), 0),
        (change_ja("商流：貴社1社先まで → 貴社社員まで"), 0),
        (form_ja("再委託：不可", instead_of="tier"), 0),
        (form_ja("BP：不可", instead_of="tier"), 0),
        (form_ja("商流：貴社直（BP不可）", instead_of="tier"), 0),
        (form_ja("所属：貴社または1社先まで", instead_of="tier"), 1),
        (form_ja("商流制限：1社下まで可", instead_of="tier"), 1),
        (form_ja("再委託：1社先まで", instead_of="tier"), 1),
        (form_ja("備考：商流は御社社員様に限らせていただきます。", instead_of="tier"), 0),
        (form_ja("備考：御社の1社先まで可能です。", instead_of="tier"), 1),
        (change_ja("商流を貴社1社先までに緩和します。"), 1),
        (change_ja("商流は貴社までに限定となりました。"), 0),
    ],
)
def test_the_depth_counts_companies_below_us(text: str, depth: float) -> None:
    assert depth_of(text) == ("must", depth)


@pytest.mark.parametrize(
    "text",
    [
        form_ja("商流：不問", instead_of="tier"),
        form_ja("商流：制限なし", instead_of="tier"),
        form_ja("備考：商流は問いません。", instead_of="tier"),
        change_ja("商流制限はなしになりました。"),
    ],
)
def test_an_open_chain_waives_the_depth(text: str) -> None:
    assert depth_of(text) == ("not_required", None)


@pytest.mark.parametrize(
    "text",
    [
        form_ja("商流：エンド→元請→弊社", instead_of="tier"),
        form_ja("商流：エンド直", instead_of="tier"),
        form_ja("商流：プライム", instead_of="tier"),
        form_ja("商流：元請→弊社", instead_of="tier"),
        form_ja("備考：エンド様は2社あります。", instead_of="tier"),
        form_ja("備考：導入企業は1社です。", instead_of="tier"),
        form_ja("業務内容：5社合同プロジェクトの推進", instead_of="tier"),
        form_ja("提案時：所属を明記ください", instead_of="tier"),
        form_en("Note: two layers of testing are planned."),
        form_en("About the role: integrate third party payment APIs"),
        form_en("Responsibilities: manage vendors and suppliers"),
        change_ja("商流は貴社までで合っていますか？"),
        change_ja("商流に変更はございません。"),
        change_ja("他社様からも3社ご提案をいただいています。"),
        change_en("Are subcontractors allowed?"),
        change_en("We have heard from three suppliers so far."),
        form_ja("備考：詳細は御社までお伺いします。", instead_of="tier"),
        form_ja("商流：エンド→大手SIer→弊社", instead_of="tier"),
        form_ja("商流：1次請け", instead_of="tier"),
        form_ja("備考：弊社は元請の2社先です。", instead_of="tier"),
        form_ja("備考：競合が1社あります。", instead_of="tier"),
        form_en("Must have: third party risk management"),
        form_en("Note: the vendor list is long."),
        change_ja("1社先の方のご提案は可能ですか？"),
        change_en("Two suppliers have replied."),
        form_ja("備考：貴社までお迎えに伺います。", instead_of="tier"),
        change_ja("御社まで資料をお送りします。"),
    ],
)
def test_the_chain_above_and_other_companies_limit_nothing(text: str) -> None:
    assert depth_of(text) is None


def test_a_depth_against_a_fee_is_no_depth() -> None:
    """支援費対応なら1社先まで: the second company is let in on a condition only."""
    reading = read(form_ja("商流：貴社まで（支援費対応なら1社先まで）", instead_of="tier"))
    assert values(reading, "tier")["subcontract-depth"][1] == 0


def test_a_depth_under_discussion_is_a_hint() -> None:
    reading = read(change_ja("商流は1社先までになるかもしれません。"))
    assert values(reading, "tier") == {}
    assert hinted(reading, "tier") == {("tier", "subcontract-depth", "hedged")}
