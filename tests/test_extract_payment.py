"""The days until an invoice is paid, and the other days of a mail."""

import pytest

from tests.reading import change_en, change_ja, form_en, form_ja, read, values


def days_of(text: str) -> float | None:
    found = values(read(text), "payment")
    if not found:
        return None
    low, high, unit, _ = found["payment-site"]
    assert (low, unit) == (high, "day")
    return low


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (form_ja("支払サイト：60日", instead_of="payment"), 60),
        (form_ja("支払いサイト：30日サイト", instead_of="payment"), 30),
        (form_ja("支払：45日", instead_of="payment"), 45),
        (form_ja("支払条件：月末締め翌月末払い（30日サイト）", instead_of="payment"), 30),
        (form_ja("支払条件：月末締め翌々月5日払い（35日）", instead_of="payment"), 35),
        (form_ja("支払サイト　40日", instead_of="payment"), 40),
        (form_ja("サイト：50日", instead_of="payment"), 50),
        (form_ja("備考：お支払いは60日サイトとなります。", instead_of="payment"), 60),
        (form_en("Payment terms: net 45", instead_of="payment"), 45),
        (form_en("Payment terms: Net-60", instead_of="payment"), 60),
        (form_en("Payment terms: 30 days", instead_of="payment"), 30),
        (form_en("Payment: NET30", instead_of="payment"), 30),
        (form_en("Note: we pay net 60.", instead_of="payment"), 60),
        (change_ja("支払サイト：30日 → 45日"), 45),
        (change_en("Payment terms move from net 30 to net 45."), 45),
        (change_en("Payment is now net 60 days."), 60),
        (form_ja("支払サイト：45日サイト", instead_of="payment"), 45),
        (form_ja("支払：60日サイト（翌々月末）", instead_of="payment"), 60),
        (form_en("Terms: Net 30", instead_of="payment"), 30),
        (form_en("We pay 45 days after invoice.", instead_of="payment"), 45),
        (change_ja("支払サイトを60日に変更いたします。"), 60),
    ],
)
def test_payment_terms_are_read_in_days(text: str, days: float) -> None:
    assert days_of(text) == days


@pytest.mark.parametrize(
    "text",
    [
        form_ja("支払サイト：", instead_of="payment"),
        form_ja("支払サイト：別途", instead_of="payment"),
        form_ja("期間：60日間", instead_of="payment"),
        form_ja("業務内容：支払システムの改修（工期60日）", instead_of="payment"),
        form_ja("備考：ご返信は30日までにお願いします。", instead_of="payment"),
        form_ja("必須：.NETの開発経験", instead_of="payment"),
        form_en("Must: .NET 45 apps", instead_of="payment"),
        form_en("Start: within 30 days", instead_of="payment"),
        form_en("Note: 30 days' notice on either side.", instead_of="payment"),
        form_en("About the role: net worth reporting for 60 funds", instead_of="payment"),
        change_ja("支払サイトは60日でしょうか？"),
        change_ja("請求書は30日までにお送りください。"),
        change_ja("支払条件に変更はございません。"),
        change_en("Is it still net 30?"),
        change_en("Your invoice was paid 30 days ago."),
        change_en("Payment terms stay the same."),
        form_ja("備考：90日間の試用があります。", instead_of="payment"),
        form_ja("業務内容：支払サイト30日の請求データの処理", instead_of="payment"),
        form_en("Note: a trial of 30 days.", instead_of="payment"),
        form_en("Must have: .NET 6", instead_of="payment"),
        form_en("Note: reply within 5 days.", instead_of="payment"),
        change_ja("60日以内に決まらない場合はクローズします。"),
        change_en("We will decide within 30 days."),
        form_ja("備考：サイト運営の経験が30日以上ある方", instead_of="payment"),
        form_ja("備考：サイトの表示は3日で直します。", instead_of="payment"),
    ],
)
def test_other_days_are_no_payment_terms(text: str) -> None:
    assert days_of(text) is None
