"""Conditions that a person should look at, and the words that raise no flag (GUIDELINES.md 8)."""

import pytest

from extract.flags import flags_of
from tests.reading import change_en, change_ja, form_en, form_ja, read, read_mail


def flags(text: str) -> set[str]:
    return {str(flag.rule) for flag in read(text).flags}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (form_ja("年齢：35歳まで"), "age-limit"),
        (form_ja("備考：できれば40代までの方"), "age-limit"),
        (form_en("Age: under 40"), "age-limit"),
        (form_ja("性別：女性"), "gender-condition"),
        (form_ja("備考：女性歓迎"), "gender-condition"),
        (form_en("Gender: male"), "gender-condition"),
        (form_ja("備考：外国籍不可"), "nationality-condition"),
        (form_ja("備考：日本国籍の方に限ります。"), "nationality-condition"),
        (form_en("Visa: US citizens only"), "nationality-condition"),
        (form_en("Visa: H1B only"), "nationality-condition"),
        (form_en("Note: no OPT candidates."), "nationality-condition"),
        (form_ja("備考：容姿端麗な方"), "appearance-condition"),
        (form_ja("契約形態：派遣\n面談：1回"), "pre-interview-dispatch"),
        (form_ja("契約形態：派遣\n備考：事前に面接をさせていただきます。"), "pre-interview-dispatch"),
        (change_ja("年齢は45歳までに変更となりました。"), "age-limit"),
        (change_ja("女性限定となりました。性別の件です。"), "gender-condition"),
        (change_en("They will only take US citizens now."), "nationality-condition"),
    ],
)
def test_conditions_are_flagged(text: str, rule: str) -> None:
    assert flags(text) == {rule}


@pytest.mark.parametrize(
    "text",
    [
        form_ja("単価：65万円"),
        form_en("Rate: $65/hr"),
        form_ja("年齢：不問"),
        form_ja("性別：不問"),
        form_ja("備考：年齢、性別は問いません。"),
        form_ja("備考：外国籍可"),
        form_ja("備考：国籍不問"),
        form_ja("備考：18歳以上の方"),
        form_ja("備考：女性活躍中の現場です。"),
        form_ja("契約形態：準委任\n面談：1回"),
        form_ja("契約形態：派遣"),
        form_ja("契約形態：紹介予定派遣\n面接：1回"),
        form_ja("面談：2回"),
        form_en("Note: candidates need the right to work in the UK."),
        form_en("Note: no visa sponsorship."),
        form_en("Note: we are an equal opportunity employer and do not look at age, gender or nationality."),
        change_ja("年齢制限は撤廃となりました。"),
        change_ja("性別の条件は撤回となりました。"),
        change_ja("外国籍もOKになりました。"),
        change_ja("年齢は45歳まででしょうか？"),
        change_ja("年齢制限が入るかもしれません。"),
        change_en("The age limit has been withdrawn."),
        change_en("Is there an age limit?"),
        form_ja("契約形態：派遣\n職場見学：1回"),
    ],
)
def test_waivers_questions_and_plain_terms_are_not(text: str) -> None:
    assert flags(text) == set()


def test_quoted_history_raises_no_flag() -> None:
    body = "年齢の条件はなくなりました。\n\n> 年齢：35歳まで\n> 性別：女性\n"
    assert read_mail(body, subject="Re: 倉庫管理システム", in_reply_to="<0@x.example>").flags == ()


def test_several_conditions_are_several_flags() -> None:
    assert flags(form_ja("備考：35歳までの女性を希望。外国籍不可。")) == {"age-limit", "gender-condition", "nationality-condition"}


def test_a_flag_quotes_its_place_and_explains_itself() -> None:
    text = form_ja("年齢：35歳まで")
    (flag,) = read(text).flags
    assert text[flag.start : flag.end] == flag.evidence
    assert "35歳まで" in flag.evidence
    assert flag.statement == 0
    assert len(flag.note) > 20


def test_no_statement_no_flag() -> None:
    assert list(flags_of((), "年齢：35歳まで")) == []


def test_a_visit_to_the_workplace_raises_no_flag_under_its_label() -> None:
    assert read(form_ja("契約形態：派遣\n職場見学：1回")).flags == ()
