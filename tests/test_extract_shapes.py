"""Whole mails in the shapes in which requisitions come (FIELD.md 1): all of them read, nothing beside them."""

import pytest

from tests.reading import demands, only, read, read_mail

_PLAIN = """\
株式会社あけぼのスタッフ
田辺様

お世話になっております。みなとパートナーの石田です。
下記案件にて要員を募集しております。
ご提案のほどよろしくお願いいたします。

━━━━━━━━━━━━━━━━━━━━
案　件：配送計画システムの機能追加
業　務：詳細設計〜結合テスト
ス キ ル：Java3年以上
　　　　　Spring Boot
　　　　　Oracle（尚可）
場　所：木場
期　間：12月〜3月
単　価：〜65万円
精　算：140-180h
面　談：1回
人　数：1名
備　考：外国籍不可、貴社社員まで
━━━━━━━━━━━━━━━━━━━━

ご提案の際は、所属、並行状況、希望単価をご記載ください。

以上、よろしくお願いいたします。

--
株式会社みなとパートナー
営業部　石田 太郎
〒105-0000 東京都港区芝1-60-65
TEL：03-5550-0140　FAX：03-5550-0180
案件・人材情報は配信先までお送りください。Java・PHPの要員随時募集！
"""
_PLAIN_DEMANDS = {
    ("skill", "java", "must", 3, None, "year", None),
    ("skill", "spring-boot", "must", None, None, None, None),
    ("skill", "oracle", "preferred", None, None, None, None),
    ("location", "location", "must", None, None, None, "木場"),
    ("period", "start-date", "must", None, None, None, "2026-12"),
    ("period", "end-date", "must", None, None, None, "2027-03"),
    ("rate", "rate", "must", None, 650000, "jpy_per_month", None),
    ("settlement", "settlement-hours", "must", 140, 180, "hour_per_month", None),
    ("interview", "interview-count", "must", 1, 1, "count", None),
    ("headcount", "headcount", "must", 1, 1, "person", None),
    ("nationality", "nationality", "excluded", None, None, None, None),
    ("tier", "subcontract-depth", "must", None, 0, "tier", None),
}
_VENDOR = """\
Hi,

Hope you are doing well. Please share suitable profiles for the role below.

Role: Kafka Engineer
Location: Raleigh, NC (Hybrid - 3 days onsite)
Duration: 12+ months
Rate: $68/hr on C2C
Visa: USC/GC only
Interview: 2 rounds (video)

Must have:
- 5+ years of Kafka
- Scala
Nice to have:
- Flink

Please send the following with the resume: full name, phone, current location, availability, visa copy.

Thanks,
Priya
Sr. Recruiter | Bluewater Partners Inc | 1200 Main Street, Dallas, TX | (555) 140-1800
"""
_VENDOR_DEMANDS = {
    ("role", "must", None, None, None),
    ("location", "must", None, None, "Raleigh, NC"),
    ("remote", "must", 2, 2, "partial"),
    ("duration", "must", 12, None, None),
    ("rate", "must", 68, 68, None),
    ("c2c", "must", None, None, None),
    ("work-authorization", "must", None, None, "USC/GC"),
    ("interview-count", "must", 2, 2, None),
    ("kafka", "must", 5, None, None),
    ("scala", "must", None, None, None),
    ("flink", "preferred", None, None, None),
}


def test_a_plain_form_with_padded_labels_and_continuation_lines() -> None:
    assert demands(read_mail(_PLAIN, subject="【急募】Java案件のご紹介")) == _PLAIN_DEMANDS


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_wire_changes_nothing(newline: str) -> None:
    assert demands(read_mail(_PLAIN, subject="【急募】Java案件のご紹介", newline=newline)) == _PLAIN_DEMANDS


def test_a_vendors_blast() -> None:
    found = {
        ("role" if category == "role" else key, necessity, low, high, words)
        for category, key, necessity, low, high, _, words in demands(read_mail(_VENDOR, subject="Kafka Engineer - Raleigh, NC"))
    }
    assert found == _VENDOR_DEMANDS


def test_a_flattened_table_of_one_cell_a_line() -> None:
    text = "案件名\n会員サイトの改修\n必須\nPHP\n場所\n上野\n単価\n60万円\n面談\n1回\n期間\n12月〜\n"
    assert {(key, low or words) for _, key, _, low, _, _, words in demands(read(text))} == {
        ("php", None),
        ("location", "上野"),
        ("rate", 600000),
        ("interview-count", 1),
        ("start-date", "2026-12"),
    }


def test_an_english_manager_in_prose() -> None:
    text = """\
Hello Anna,

we lost our release manager last week and need someone quickly. The seat is in our Norwich office, three days a week on site.
I can pay up to £520 a day, outside IR35. It should start in January and run for six months.
Whoever comes must know Jenkins inside out; a bit of Ansible would be nice. No need for a degree.

Cheers
Tom
"""
    found = {(key, need, low, high, words) for _, key, need, low, high, _, words in demands(read(text, subject="Release manager"))}
    assert found >= {
        ("release-manager", "must", None, None, None),
        ("location", "must", None, None, "Norwich"),
        ("rate", "must", None, 520, None),
        ("outside-ir35", "must", None, None, None),
        ("start-date", "must", None, None, "2027-01"),
        ("duration", "must", 6, 6, None),
        ("jenkins", "must", None, None, None),
        ("ansible", "preferred", None, None, None),
        ("degree", "not_required", None, None, None),
        ("remote", "must", 2, 2, "partial"),
    }


def test_a_phone_note_of_ours() -> None:
    text = "【電話メモ】11/24 10時\n配送計画システムの件、石田様より電話あり。\n・単価は68万円まで上げられるとのこと\n・面談は2回になった\n"
    reading = read(text, subject="電話メモ：配送計画システム", sender="tanabe@staffing.example")
    assert {(key, low, high) for _, key, _, low, high, _, _ in demands(reading)} == {("rate", None, 680000), ("interview-count", 2, 2)} or {
        (key, low, high) for _, key, _, low, high, _, _ in demands(reading)
    } == {("rate", 680000, 680000), ("interview-count", 2, 2)}
    assert only(reading).stated_by == "own_sales"


_FRAME = """\
株式会社あけぼのスタッフ
田辺様

いつもお世話になっております。
みなとパートナーの石田です。

{}

何卒よろしくお願いいたします。
"""


@pytest.mark.parametrize(
    "line",
    [
        "先日はありがとうございました。",
        "資料を添付いたしましたのでご査収ください。",
        "来週火曜の10時にお電話させていただきます。",
        "弊社は港区芝1-60-65に移転いたしました。",
        "当日は品川駅港南口より徒歩5分、3階受付までお越しください。",
        "持ち物は身分証明書と印鑑をお願いいたします。服装はビジネスカジュアルで結構です。",
        "候補者様のスキルシートを12月1日までにお送りください。",
        "念のため、本メールを再送いたします。",
        "ご不明点がございましたらお気軽にご連絡ください。",
        "年内は大変お世話になりました。来年もよろしくお願いいたします。",
    ],
)
def test_the_frame_of_a_japanese_mail_demands_nothing(line: str) -> None:
    reading = read(_FRAME.format(line), subject="Re: 配送計画システム", in_reply_to=("<0@x.example>",))
    assert (demands(reading), reading.flags) == (set(), ())


@pytest.mark.parametrize(
    "line",
    [
        "Thanks for your help last week.",
        "Please find the documents attached.",
        "I will call you on Tuesday at 10.",
        "Our office has moved to 140-180 High Street, Leeds.",
        "Take exit 3, it is a five minute walk; ask for me at the front desk.",
        "Please bring a photo ID. Business casual is fine.",
        "Could you send the CVs by 1 December?",
        "Just resending this in case it got lost.",
        "Let me know if you have any questions.",
        "Have a great weekend!",
        "I am out on Friday but back on Monday.",
        "We will pay the invoice for 160 hours this week.",
    ],
)
def test_the_frame_of_an_english_mail_demands_nothing(line: str) -> None:
    reading = read(f"Hi Anna,\n\n{line}\n\nKind regards\nPriya\n", subject="RE: Release manager", in_reply_to=("<0@x.example>",))
    assert (demands(reading), reading.flags) == (set(), ())
