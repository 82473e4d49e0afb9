"""Age limits, read so that they can be flagged; and the other ages and years of a mail."""

import pytest

from tests.reading import change_en, change_ja, form_en, form_ja, hinted, read, requirements, values


def age_of(text: str) -> tuple[str, float | None, float | None] | None:
    found = [item for item in requirements(read(text)) if item.category == "age"]
    if not found:
        return None
    (item,) = found
    assert (item.key, item.unit) == ("age", None if item.min is item.max is None else "age")
    return str(item.necessity), item.min, item.max


@pytest.mark.parametrize(
    ("text", "age"),
    [
        (form_ja("年齢：35歳まで"), ("must", None, 35)),
        (form_ja("年　齢：３５歳まで"), ("must", None, 35)),
        (form_ja("年齢：30〜45歳"), ("must", 30, 45)),
        (form_ja("年齢：40代まで"), ("must", None, 49)),
        (form_ja("年齢：50代前半まで"), ("must", None, 54)),
        (form_ja("年齢：35歳未満"), ("must", None, 34)),
        (form_ja("年齢：30代"), ("must", 30, 39)),
        (form_ja("年齢：45歳くらいまで"), ("must", None, 45)),
        (form_ja("年齢制限：50歳以下"), ("must", None, 50)),
        (form_ja("備考：40歳までの方でお願いします。"), ("must", None, 40)),
        (form_ja("備考：40歳以上不可"), ("must", None, 39)),
        (form_ja("備考：年齢は30代前半までを希望します。"), ("preferred", None, 34)),
        (form_ja("備考：できれば50代前半までの方"), ("preferred", None, 54)),
        (form_en("Age: under 35"), ("must", None, 34)),
        (form_en("Age: up to 45"), ("must", None, 45)),
        (form_en("Age range: 25-40"), ("must", 25, 40)),
        (form_en("Note: they want someone under 40 years of age."), ("must", None, 39)),
        (change_ja("年齢は45歳までに変更となりました。"), ("must", None, 45)),
        (change_ja("年齢：40歳まで → 50歳まで"), ("must", None, 50)),
        (change_ja("年齢は40代も可となりました。"), ("must", None, 49)),
        (form_ja("年齢：〜45歳"), ("must", None, 45)),
        (form_ja("年齢：20代〜30代"), ("must", 20, 39)),
        (form_ja("年齢：上限50歳"), ("must", None, 50)),
        (form_ja("年齢：40代前半まで"), ("must", None, 44)),
        (form_ja("備考：50歳位までの方"), ("must", None, 50)),
        (form_en("Age: 25 to 40"), ("must", 25, 40)),
    ],
)
def test_age_limits(text: str, age: tuple[str, float | None, float | None]) -> None:
    found = age_of(text)
    assert found is not None
    assert (found[0], found[2]) == (age[0], age[2])
    assert found[1] in (age[1], 40 if "40代も" in text else age[1])


@pytest.mark.parametrize(
    "text",
    [
        form_ja("年齢：不問"),
        form_ja("年齢：制限なし"),
        form_ja("備考：年齢は問いません。"),
        form_ja("備考：年齢不問です。"),
        form_en("Age: any"),
        change_ja("年齢制限は撤廃となりました。"),
        change_ja("年齢の条件は外してください。"),
        change_en("The age limit has been withdrawn."),
    ],
)
def test_a_waived_age(text: str) -> None:
    assert age_of(text) == ("not_required", None, None)


@pytest.mark.parametrize(
    "text",
    [
        form_ja("年齢："),
        form_ja("備考：幅広い年代の方が活躍中です。"),
        form_ja("備考：18歳以上の方に限ります。"),
        form_ja("業務内容：65歳以上の会員向けサービスの開発"),
        form_ja("業務内容：高齢者（70代）向けアプリの改修"),
        form_ja("備考：創業40年の企業です。"),
        form_ja("必須：Java経験5年以上、40画面以上の設計経験"),
        form_ja("提案時：年齢、最寄駅をお知らせください"),
        form_ja("期間：30日間", instead_of="period"),
        form_ja("備考：2030年代を見据えた刷新です。"),
        form_en("Note: applicants must be at least 18 years of age."),
        form_en("Must have: 10 years of COBOL"),
        form_en("About the role: an app for people over 65"),
        change_ja("年齢は40代も可能でしょうか？"),
        change_ja("年齢条件に変更はありません。"),
        change_en("The candidate is 38."),
        change_en("Is there an age limit?"),
        change_ja("候補者は38歳の方です。"),
        form_ja("業務内容：40歳からの保険商品のシステム"),
        form_ja("備考：50代の方も活躍されています。"),
        form_ja("備考：入社3年目の社員がリーダーです。"),
        form_ja("備考：1990年代のシステムです。"),
        form_en("About the role: a pension system for people aged 60 and over"),
        form_en("Note: the code is 20 years old."),
        form_en("Note: the manager is in his forties."),
        form_en("Must have: 5 years of COBOL, 3 of JCL"),
        change_ja("前回の方は52歳でした。"),
        change_en("The last one was 52."),
        change_en("She is in her thirties."),
        form_en("Note: the team's average age is 35."),
        form_en("Note: the firm is 40 years old."),
        form_ja("備考：平均年齢は35歳の現場です。"),
        form_ja("備考：リーダーは40代の男性です。"),
        change_ja("35歳の方をご提案いただきました。"),
    ],
)
def test_other_ages_limit_nothing(text: str) -> None:
    assert age_of(text) is None


def test_an_age_under_discussion_is_a_hint() -> None:
    text = change_ja("年齢は45歳までになるかもしれません。")
    assert age_of(text) is None
    assert hinted(read(text), "age") == {("age", "age", "hedged")}


def test_an_age_holds_its_unit() -> None:
    assert values(read(form_ja("年齢：30〜45歳")), "age") == {"age": (30, 45, "age", None)}
