"""Japanese mails in everyday words: thanks and praise that ask for nothing, waivers in brackets and quotes, days of a month, soft needs."""

import pytest

from requisitions.statements import Reading, Requirement
from tests.reading import change_ja, form_ja, hints, mail_of, read, read_this, requirements


def reply(body: str) -> Reading:
    """The reading of an answer in a thread."""
    return read_this(mail_of(body, subject="Re: 派遣の件", in_reply_to="<0@client.example>"))


def stated(reading: Reading) -> dict[str, Requirement]:
    """What is demanded, by key."""
    return {item.key: item for statement in reading.statements for item in statement.requirements}


@pytest.mark.parametrize(
    "body",
    [
        "ご推薦くださったR.N様(34歳・簿記2級)と、一度お会いできればと思います。\n12/4(金) 10:00〜10:45はいかがでしょうか。\n",
        "ご紹介の吉岡様(51歳、ボイラー技士免許あり)と一度お会いしたいです。\n",
        "本日は五名もの皆様にお越しいただき、誠にありがとうございました。\n工場長も、まじめな方々だと喜んでおりました。\n",
        "先日は園の見学にご参加くださりありがとうございました。\nお二人とも笑顔が素敵な方でした。\n",
        "Y.Uさんは韓国語も堪能で、協調性の高い方という印象でした。来週ご連絡します。\n",
        "先日の方は、明るくて気の利く人だったと店長が申しておりました。\n",
        "初日は8時半に通用口までお越しください。印鑑をお持ちください。\n昼食は社員食堂をご利用いただけます(1食450円)。\n",
        "お問い合わせの件です。\n①簿記の資格をお持ちでない方でもご紹介できますでしょうか。\n②夜勤だけの方でもご提案は可能でしょうか。\n",
        "先日はご来社いただき感謝いたします。契約書は郵送いたします。\n",
        "引き継げる社員が二人残っております。ご安心ください。\n",
    ],
)
def test_thanks_praise_profiles_and_questions_state_nothing(body: str) -> None:
    assert stated(reply(body)) == {}


def test_a_successor_is_a_seat_all_the_same() -> None:
    assert stated(reply("R.N様の後任として2名追加でお願いします。CATIAの経験3年以上の方です。\n")).keys() == {"headcount", "catia"}


@pytest.mark.parametrize(
    ("text", "key", "necessity"),
    [
        (form_ja("資格：薬剤師免許(登録販売者は不可)"), "pharmacist", "must"),
        (form_ja("資格：介護福祉士(ヘルパー2級は不可)"), "care-worker", "must"),
        (change_ja("第二種電気工事士の方でも結構です。"), "electrician-2", "not_required"),
        (change_ja("Illustratorは「できれば」程度に変わりました。"), "illustrator", "preferred"),
        (change_ja("Illustratorは「あれば」程度で構いません。"), "illustrator", "preferred"),
        (form_ja("備考：Illustratorができたら嬉しいです。"), "illustrator", "preferred"),
        (form_ja("備考：日本語でやり取りができれば、国籍は問わないとのことです。"), "nationality", "not_required"),
        (form_ja("備考：日本語でやり取りができれば、国籍は問わないとのことです。"), "japanese", "must"),
        (form_ja("備考：溶接は先輩が横について教えるため、経験の有無は不問です。"), "welding", "not_required"),
        (form_ja("備考：集計にはExcelを使いますが、簡単な関数がわかる程度で結構です。"), "excel", "must"),
    ],
)
def test_a_waiver_goes_to_the_demand_that_it_speaks_of(text: str, key: str, necessity: str) -> None:
    (item,) = (item for item in requirements(read(text)) if item.key == key)
    assert item.necessity == necessity


@pytest.mark.parametrize(
    "words", ["Illustratorの件など、ほかは依頼書のとおりでお願いします。", "Illustratorの件は、昨日お伝えしたとおりです。"]
)
def test_what_stays_as_it_was_told_is_no_demand(words: str) -> None:
    assert "illustrator" not in stated(reply(f"時給を1,550円に上げます。\n{words}\n"))


def test_as_told_below_is_a_demand() -> None:
    assert stated(reply("下記のとおり変更をお願いします。\n時給：1,550円\n"))["rate"].min == 1550


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (change_ja("勤務を月6回から月9回に増やします。"), (9, "day_per_month")),
        (change_ja("勤務日数は月12日になります。"), (12, "day_per_month")),
        (form_ja("【勤務日数】月8回"), (8, "day_per_month")),
        (form_ja("勤務日数：週4日"), (4, "day_per_week")),
    ],
)
def test_days_of_work_in_a_month(text: str, days: tuple[float, str]) -> None:
    (item,) = (item for item in requirements(read(text)) if item.key == "working-days")
    assert (item.min, item.unit) == days


@pytest.mark.parametrize("words", ["夜勤は月4回です。", "土日出勤は月2回です。", "全体会議は月1回です。", "在宅勤務は週2日まで可です。"])
def test_turns_and_meetings_are_no_days_of_work(words: str) -> None:
    assert "working-days" not in stated(reply(words + "\n"))


def test_home_days_under_their_label_are_no_days_of_work() -> None:
    assert "working-days" not in {item.key for item in requirements(read(form_ja("在宅勤務：週2日まで可")))}


def test_what_may_come_is_a_hint() -> None:
    assert {hint.requirement.key for hint in hints(reply("開始は来年2月になりそうです。\n"))} == {"start-date"}


@pytest.mark.parametrize(
    ("words", "place"),
    [("日給9千円、牛久の農園。", "牛久"), ("三鷹駅 徒歩7分", "三鷹"), ("小樽の倉庫です。", "小樽"), ("ふじみ野駅より徒歩3分", None)],
)
def test_a_place_without_a_label(words: str, place: str | None) -> None:
    found = [
        item.text for item in requirements(read(f"仕分けの作業員を4名お願いします。時給1,200円です。\n{words}\n")) if item.key == "location"
    ]
    assert found == ([place] if place else [])


@pytest.mark.parametrize(
    "words", ["複数の店舗で使われています。", "説明にお越しください。", "自社の倉庫です。", "お二人にお越しいただきました。"]
)
def test_words_that_stand_where_a_place_does(words: str) -> None:
    assert "location" not in stated(reply(words + "\n"))


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("家からの勤務は認めておりません。", "none"),
        ("自宅でのお仕事は、あいにく許可していません。", "none"),
        ("ご自宅からの作業はお受けいたしかねます。", "none"),
        ("リモートでの対応は難しいです。", "none"),
    ],
)
def test_work_from_home_that_cannot_be(words: str, text: str) -> None:
    assert stated(read(form_ja(f"備考：{words}")))["remote"].text == text


def test_no_settlement_is_a_fixed_price() -> None:
    assert stated(read(form_ja("【精算】なし（固定）")))["settlement-hours"].text == "fixed"


@pytest.mark.parametrize(
    ("words", "key", "value"),
    [
        ("人数は4人のままで大丈夫です。", "headcount", 4),
        ("Photoshopは2年以上のままで、と言われました。", "photoshop", 2),
        ("時給は当初の1,210円に戻してください。", "rate", 1210),
        ("人数は1人で足りることがわかりました。", "headcount", 1),
    ],
)
def test_what_goes_back_is_told_with_its_value(words: str, key: str, value: float) -> None:
    assert stated(reply(words + "\n"))[key].min == value


@pytest.mark.parametrize("words", ["人数は4人のままです。", "時給は1,210円から変更ありません。", "Photoshopはそのままで結構です。"])
def test_what_merely_stays_is_not_told_again(words: str) -> None:
    assert stated(reply(f"勤務時間は9:30〜16:30に変更します。\n{words}\n")).keys() == {"working-hours"}


def test_a_waiver_that_is_taken_back() -> None:
    text = "危険物について、前回いらないとお伝えしましたが、消防署の指導を受けて、やはり必須に戻します。\n"
    (item,) = stated(reply(text.replace("危険物", "調理師免許"))).values()
    assert item.necessity == "must"


def test_an_interview_of_a_dispatch_seat_is_told_and_withdrawn() -> None:
    asked = read("介護職員の派遣を2名お願いします。時給1,480円。夜勤あり。\n見学の際に施設長が面接をいたします。\n")
    assert stated(asked)["interview-count"].necessity == "must"
    assert [flag.rule for flag in asked.flags] == ["pre-interview-dispatch"]
    off = reply("ご助言に従い、面接ではなく見学だけにいたします。\n")
    assert stated(off)["interview-count"].necessity == "not_required"


def test_an_appointment_that_is_called_off_withdraws_no_interview() -> None:
    assert "interview-count" not in stated(reply("明日のK.T様の面接ですが、急用のため見合わせてください。\n"))


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("県の運営指導があり、改善を求められました。このため、開始を12月1日に早めてください。", "policy"),
        ("本社の経理から派遣の費用を抑えるよう言われ、時給の上限を1,500円に直してください。", "budget"),
        ("外構の補修まで請け負うことになったため、玉掛けは歓迎から必須に変えます。", "scope"),
        ("本部から応援の職員が加わるので、人数は2名でお願いします。", "personnel"),
        ("ご紹介が少ないため、時給を1,600円に引き上げます。", "market"),
    ],
)
def test_causes_in_everyday_words(words: str, reason: str) -> None:
    (statement,) = reply(words + "\n").statements
    assert {item.reason or statement.reason for item in statement.requirements} == {reason}


def test_a_correction_announced_reaches_the_next_paragraph() -> None:
    (statement,) = reply("先ほどのメールに誤りがございました。申し訳ございません。\n\n時給は1,310円ではなく1,360円です。\n").statements
    assert statement.reason == "misreport"


def test_what_is_no_mistake_is_no_misreport() -> None:
    (statement,) = reply("人数は5名で間違いありません。時給を1,360円に上げます。\n").statements
    assert statement.reason == "unstated"


def test_a_cause_above_a_form_sent_again_reaches_its_items() -> None:
    text = form_ja("人数：2名").replace(
        "下記案件にて要員を募集しております。", "班長が退職されることになり、条件を見直しました。★が変更箇所です。"
    )
    (statement,) = read(text).statements
    assert statement.reason == "personnel"


def test_an_end_that_is_put_off_is_no_new_start() -> None:
    assert stated(reply("期間は12/25から1/29まで延長します。\n")).keys() == {"end-date"}


@pytest.mark.parametrize(
    "words", ["医療秘書 1名(パートさんの退職補充)", "検査助手 1名(産休の代替)", "経理事務を1名、前任の退職に伴い募集します。"]
)
def test_why_a_seat_is_open_does_not_unseat_it(words: str) -> None:
    assert stated(read(f"{words}\n実務3年以上必須\n時給1,480円\n"))["headcount"].min == 1


def test_years_for_the_time_being_are_no_length_of_the_seat() -> None:
    assert "duration" not in stated(reply("機械学習の経験は、しばらく4年のままにしておきます。\n"))
