"""Japanese mails of trades beside software: rows of conditions, boxed numbers, marked headings, shifts, seasons, doubts."""

from email.message import EmailMessage
from email.utils import format_datetime

import pytest

from ingest.parsing import parse_message
from requisitions.messages import Message, RawMessage
from requisitions.statements import Requirement
from requisitions.words import Kind, Status
from tests.reading import DAY, change_ja, form_ja, hinted, only, read, read_this, requirements


def told(text: str) -> dict[str, str]:
    """What is demanded, each as category/key with how binding it is."""
    return {f"{item.category}/{item.key}": str(item.necessity) for item in requirements(read(text))}


def found(text: str, key: str) -> Requirement:
    """The one demand of that key."""
    (item,) = (item for item in requirements(read(text)) if item.key == key)
    return item


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("条件：看護師免許必須／オルゴール修理2年以上", {"qualification/nurse": "must", "experience/オルゴール修理": "must"}),
        ("条件：溶接経験2年以上／玉掛け尚可／大型免許不要", {"experience/welding": "must", "qualification/slinging": "preferred"}),
        ("条件：フォークリフト歓迎／検品の経験がある方", {"qualification/forklift": "preferred", "experience/goods-inspection": "must"}),
        ("条件：三味線不問／人形の着付けができること", {"skill/三味線": "not_required"}),
    ],
)
def test_a_row_of_conditions_is_read_item_by_item(row: str, expected: dict[str, str]) -> None:
    assert expected.items() <= told(form_ja(row)).items()


def test_a_rhythm_behind_a_slash_cuts_no_row() -> None:
    assert found(form_ja("残業：20h以上/月"), "overtime").unit == "hour_per_month"


def test_years_of_one_condition_are_none_of_its_neighbour() -> None:
    assert found(form_ja("条件：看護師免許必須／オルゴール修理2年以上"), "nurse").min is None


_BOXED = """\
お世話になっております。下記2件の募集です。

【1】{first}
　場所：三島
　時給：1,400円
　人数：3名
【2】{second}
　場所：沼津
　時給：1,500円
　人数：1名

{common}、面談は1回です。
"""


@pytest.mark.parametrize("common", ["2件とも", "どちらも", "2拠点とも"])
def test_boxed_numbers_head_seats_and_what_both_share_is_of_each(common: str) -> None:
    reading = read(_BOXED.format(first="洗車スタッフ", second="給油スタッフ", common=common))
    assert [statement.title for statement in reading.statements] == ["洗車スタッフ", "給油スタッフ"]
    for statement in reading.statements:
        assert {"location", "rate", "headcount", "interview-count"} <= {item.key for item in statement.requirements}


def test_marked_headings_of_unknown_jobs_head_seats_where_both_tell_the_same_fields() -> None:
    reading = read(
        "下記のとおり募集しております。\n\n■花火の打ち上げ補助\n必須：体力に自信のある方\n尚可：ロープ高所作業\n長岡、出社のみ。\n\n"
        "■屋台の設営\n必須：普通自動車免許\n尚可：電気工事士\n熊谷、面談1回。\n"
    )
    assert [statement.title for statement in reading.statements] == ["花火の打ち上げ補助", "屋台の設営"]


def test_items_of_a_list_head_no_seats() -> None:
    text = "募集職種：経理事務\n歓迎：\n●簿記2級\n●英語\n\n場所：柏\n単価：40万\n\n必須：\n●Excel\n●Word\n\n場所：柏\n単価：40万\n"
    assert len(read(text).statements) == 1


def test_a_sentence_below_a_wish_is_no_item_of_it() -> None:
    item = found("案件です。\n必須：Go\n尚可：gRPC\n神田で週1出社です。英語は読み書きレベルが必要です。\n", "english")
    assert item.necessity == "must"


@pytest.mark.parametrize("mark", ["〇", "◯", "○"])
def test_circles_of_every_kind_are_bullets(mark: str) -> None:
    assert {"skill/autocad", "skill/word"} <= told(form_ja(f"【必須】\n{mark}AutoCAD\n{mark}Word")).keys()


def test_a_name_that_is_blotted_out_is_no_bullet() -> None:
    assert told(form_ja("エンド：〇〇重工様")) == told(form_ja("エンド：某重工様"))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("年明け2月8日から参画いただける方。", "2027-02-08"),
        ("年末なので、開始は2/1で固定です。", "2027-02-01"),
        ("年末年始の応援です。期間は12月20日からです。", "2026-12-20"),
        ("開始は年明けの予定です。", "2027-01"),
    ],
)
def test_a_season_beside_a_day_is_no_date_of_its_own(line: str, day: str) -> None:
    assert found(change_ja(line), "start-date").text == day


@pytest.mark.parametrize(
    ("line", "day"), [("期間：2/1〜8末", "2027-08"), ("期間：12/1-3末", "2027-03"), ("契約期間：3/1から9末まで", "2027-09")]
)
def test_the_end_of_a_month_without_its_word(line: str, day: str) -> None:
    assert found(form_ja(line), "end-date").text == day


def test_a_length_behind_a_day_is_no_ceiling() -> None:
    item = found(form_ja("期間：12月〜4ヶ月"), "duration")
    assert (item.min, item.max) == (4, 4)


def test_what_slips_is_no_length_of_the_seat() -> None:
    assert "period/duration" not in told(change_ja("本番稼働が2か月ずれたため、開始は2月1日に変更です。"))


@pytest.mark.parametrize(
    ("line", "hours"),
    [
        ("時間：①7:00〜16:00　②15:00〜24:00", "7:00-16:00 / 15:00-24:00"),
        ("時間：月～土のうち週5日　5:00～14:00", "5:00-14:00"),
    ],
)
def test_shifts_under_numbers_and_hours_behind_the_days(line: str, hours: str) -> None:
    assert found(form_ja(line), "working-hours").text == hours


def test_days_that_are_counted_beat_the_days_to_choose_from() -> None:
    assert found(form_ja("勤務日：月～土のうち週4日"), "working-days").max == 4


@pytest.mark.parametrize(("line", "amount"), [("・@72、150-190", 720_000), ("正しくは@58でした。", 580_000), ("・@45〜50", 500_000)])
def test_the_short_hand_of_prices(line: str, amount: int) -> None:
    assert found(change_ja(line), "rate").max == amount


def test_a_band_beside_a_price_needs_no_label() -> None:
    item = found(change_ja("・@72、150-190"), "settlement-hours")
    assert (item.min, item.max) == (150, 190)


@pytest.mark.parametrize("line", ["連絡先は営業@50番窓口です。", "住所は1-2-140-180です。"])
def test_other_figures_are_no_prices_and_no_bands(line: str) -> None:
    assert not {"rate/rate", "settlement/settlement-hours"} & told(change_ja(line)).keys()


def test_an_age_by_its_plain_word() -> None:
    assert found(change_ja("・歳は48まで"), "age").max == 48


@pytest.mark.parametrize(("line", "text"), [("・基本は出社です", "none"), ("月に一度お越しいただくほかは、ご自宅からで結構です。", "full")])
def test_where_one_works_in_plain_words(line: str, text: str) -> None:
    assert found(change_ja(line), "remote").text == text


@pytest.mark.parametrize(
    ("line", "category"),
    [
        ("慣れたら週3くらい在宅できるかも、とのこと。", "remote"),
        ("勤務地を川崎に移すという話も出ています。", "location"),
    ],
)
def test_doubts_of_plain_speech_are_hints(line: str, category: str) -> None:
    reading = read(change_ja(line))
    assert not [item for item in requirements(reading) if item.category == category]
    assert {(name, why) for name, _, why in hinted(reading)} == {(category, "hedged")}


def test_a_polite_close_is_no_doubt() -> None:
    assert "headcount/headcount" in told("案件のご相談です。\n通関士の方を2名、業務委託にてお迎えしたく、ご連絡を差し上げる次第です。\n")


def test_the_coming_year_in_a_cause_leaves_the_demand_alone() -> None:
    assert found(change_ja("役員会で来期の予算が減らされ、単価は58万円が上限となります。"), "rate").max == 580_000


@pytest.mark.parametrize(
    "line", ["Wordは簡単な入力ができれば十分ですので、必須ではなく歓迎に変更してください。", "Wordは必須ではなく歓迎です。"]
)
def test_no_must_but_a_wish(line: str) -> None:
    assert found(change_ja(line), "word").necessity == "preferred"


@pytest.mark.parametrize("line", ["募集をいったん止めていただけますでしょうか。", "ご紹介を一旦ストップしてもらえますか。"])
def test_a_request_to_stop_in_the_form_of_a_question(line: str) -> None:
    assert only(read(change_ja(line))).status is Status.PAUSED


@pytest.mark.parametrize(
    ("cause", "reason"),
    [
        ("注文が急に増え、製造が追いつきません。", "workload"),
        ("工期が延びました。", "schedule"),
        ("別の方が入社されました。", "personnel"),
        ("監査で教育の記録の不足を指摘されました。", "incident"),
    ],
)
def test_causes_of_other_trades(cause: str, reason: str) -> None:
    assert only(read(change_ja(f"{cause}そのため、人数を4名に変更します。"))).reason == reason


def test_a_job_beside_its_licence() -> None:
    assert told(form_ja("職種：看護師"))["role/nurse"] == "must"
    assert "qualification/nurse" not in told("看護師を2名募集しております。")
    assert "qualification/nurse" in told(form_ja("条件：看護師の資格をお持ちの方"))


def test_a_job_that_is_done_in_a_language_asks_for_it() -> None:
    assert told(form_ja("職種：ベトナム語の通訳"))["language/vietnamese"] == "must"


def test_one_experience_of_two_jobs() -> None:
    assert any(key.startswith("experience/") for key in told(form_ja("条件：店長または副店長の経験必須")).keys() - {"skill/cobol"})


def test_years_for_each_of_two_and_a_wish_behind_them() -> None:
    text = "案件です。\nGoとRust、どちらも3年以上で、囲碁の解説の経験者だと最高です。\n場所：神田"
    found_here = {item.key: item for item in requirements(read(text))}
    assert (found_here["go"].min, found_here["rust"].min, found_here["go"].necessity) == (3, 3, "must")


def test_short_lines_of_a_chat_are_told_apart() -> None:
    text = "お疲れさまです！案件です\nPythonのバックエンド開発3年以上で、金融の業務知識がある方は大歓迎\nテスト設計は不要です\n60万、即日〜"
    assert {"rate/rate", "period/start-date"} <= told(text).keys()


def html_mail(body: str) -> Message:
    """A mail with nothing but an HTML body, as it went over the wire."""
    mail = EmailMessage()
    mail["Message-ID"], mail["Date"] = "<1@partner.example>", format_datetime(DAY)
    mail["From"], mail["To"], mail["Subject"] = "sales@partner.example", "desk@staffing.example", "募集のご相談"
    mail.set_content(body, subtype="html")
    parsed = parse_message(RawMessage("test", "1", mail.as_bytes()))
    assert isinstance(parsed, Message)
    return parsed


def test_lines_of_one_cell_are_items() -> None:
    html = (
        "<p>下表の2件を募集します。</p><table><tr><th>拠点</th><th>職種</th><th>時給</th><th>人数</th><th>条件</th></tr>"
        "<tr><td>三島</td><td>販売スタッフ</td><td>1,400円</td><td>2名</td><td>Excel<br>英語（日常会話）</td></tr>"
        "<tr><td>沼津</td><td>検品スタッフ</td><td>1,300円</td><td>1名</td><td>未経験可<br>Word</td></tr></table>"
    )
    first, second = read_this(html_mail(html)).statements
    assert {"excel", "english"} <= {item.key for item in first.requirements}
    assert {"word", "experience"} <= {item.key for item in second.requirements}


@pytest.mark.parametrize(
    "text",
    [
        "10月度のご請求内容と稼働実績をお送りします。\n単価：600,000円\n超過単価：3,000円\n請求書は月末までにお送りください。",
        (
            "あなたのプロフィールにスカウトが届いています。\n職種：営業部長\n年収：900万円\n勤務地：神戸\n応募資格：営業経験5年以上\n"
            "応募はこちら\nログインするとポイントが3倍になります。運営事務局"
        ),
    ],
)
def test_papers_and_scout_mails_demand_nothing(text: str) -> None:
    assert read(text).kind is Kind.OTHER


def test_sentences_about_two_seats_of_several_are_told_apart() -> None:
    reading = read(
        change_ja(
            "三島店は改装のため、募集を取り下げます。\n沼津店は、英語ではなく韓国語のできる方をお願いします。\n柏店は予定どおりです。"
        )
    )
    assert [(statement.title, statement.status_stated) for statement in reading.statements] == [("三島店", True), ("沼津店", False)]
    assert {item.key for item in reading.statements[1].requirements} == {"english", "korean"}


def test_a_seat_that_goes_on_as_before_is_left_alone() -> None:
    (statement,) = read(change_ja("製図の枠は尚可のBIMを外してください。\n経理の枠はこのままでお願いします。")).statements
    assert statement.title == "製図"


@pytest.mark.parametrize(
    "line", ["単価は60万円に変更です。面談は1回でお願いします。", "先日の件ですが、面談の件は承知しました。人数は2名です。"]
)
def test_terms_are_no_seats(line: str) -> None:
    assert len(read(change_ja(line)).statements) == 1


def test_lines_that_only_tell_a_change_share_the_cause_above_them() -> None:
    text = change_ja("注文が急に増えたため、下記のとおり変更をお願いいたします。\n\n　人　数　2名　→　4名\n　溶接　　尚可　→　必須")
    statement = only(read(text))
    assert [item.reason or statement.reason for item in statement.requirements] == ["workload", "workload"]


def test_a_sentence_that_explains_is_nearer_than_a_cause_further_up() -> None:
    text = change_ja("工期が延びたため、開始は2月1日です。\n単価は70万円まで出せるようになりました。他社に金額で断られてしまったためです。")
    statement = only(read(text))
    assert {item.key: item.reason or statement.reason for item in statement.requirements} == {"start-date": "schedule", "rate": "market"}


def test_the_day_and_hall_of_a_form_for_people() -> None:
    text = "募集です。\n職種：受付スタッフ\n日程：2/3（水）〜2/5（金）\n会場：名古屋国際会議場\n人数：5名\n時給：1,500円"
    items = {item.key: item.text for item in requirements(read(text))}
    assert (items["start-date"], items["end-date"], items["location"]) == ("2027-02-03", "2027-02-05", "名古屋国際会議場")


def test_the_day_and_hall_of_an_invitation_are_no_demands() -> None:
    assert not told("セミナーのご案内です。\n日程：2/3（水）\n会場：名古屋国際会議場\n定員：50名\nお申し込みはこちら")


@pytest.mark.parametrize(("line", "place"), [("長岡、出社のみ。", "長岡"), ("神田、週2リモート。", "神田")])
def test_a_place_before_the_way_of_working(line: str, place: str) -> None:
    assert found(change_ja(line), "location").text == place


@pytest.mark.parametrize("line", ["原則、出社のみ。", "当面、週2リモート。"])
def test_a_word_of_time_before_the_way_of_working_is_no_place(line: str) -> None:
    assert "location/location" not in told(change_ja(line))


def test_work_on_one_day_of_the_weekend() -> None:
    assert told(form_ja("条件：土日どちらか出勤できる方"))["schedule/weekend-work"] == "must"


def value(line: str, key: str) -> tuple[float | None, float | None, str | None]:
    """Both bounds and the words of the one demand of that key that a change tells."""
    item = found(change_ja(line), key)
    return item.min, item.max, item.text


@pytest.mark.parametrize(
    ("line", "key", "expected"),
    [
        ("単価を3万円上げて68万円とさせてください。", "rate", (680_000, 680_000, None)),
        ("面談は1回増え、計3回となります。", "interview-count", (3, 3, None)),
        ("人数は4名のうち3名が決まり、残り1名です。", "headcount", (1, 1, None)),
        ("2名増員となり、合計5名の募集です。", "headcount", (5, 5, None)),
        ("期間が9月末までから12月末までに延びました。", "end-date", (None, None, "2026-12")),
        ("開始は1月中旬から3月頭にずれ込みます。", "start-date", (None, None, "2027-03")),
        ("勤務地ですが、三島ではなく沼津でした。", "location", (None, None, "沼津")),
        ("日本語はN3からN2に引き上げます。", "japanese", (None, None, "N2")),
        ("年齢は30代までとのことでしたが、40代前半の方も可となりました。", "age", (None, 44, None)),
        ("出社は初日のみでよいことになりました。", "remote", (None, None, "full")),
    ],
)
def test_what_holds_after_the_change(line: str, key: str, expected: tuple[float | None, float | None, str | None]) -> None:
    assert value(line, key) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("男性限定の条件は取り下げます。", {"gender/gender": "not_required"}),
        ("必須からAzureを外し、代わりにKotlinを追加してください。", {"skill/azure": "not_required", "skill/kotlin": "must"}),
        ("TOEIC600点以上も条件に加えたいとのことです。", {"qualification/toeic": "must"}),
        ("詳細設計から参画いただく予定でしたが、要件定義からに変更になりました。", {"experience/requirements-definition": "must"}),
    ],
)
def test_what_comes_and_goes(line: str, expected: dict[str, str]) -> None:
    assert expected.items() <= told(change_ja(line)).items()


def test_a_waiver_in_brackets_behind_the_years_is_of_what_it_names() -> None:
    item = found(form_ja("必須：バッチ設計の経験、DB設計経験4年以上（RDB問わず）"), "database-design")
    assert (item.min, item.necessity) == (4, "must")


def test_a_place_that_is_only_announced_is_none() -> None:
    assert "location/location" not in told(change_ja("勤務地ですが、追ってご連絡いたします。"))


def test_numbered_fields_of_one_form_are_one_seat() -> None:
    text = (
        "ご紹介をお願いいたします。\n\n１）ポジション：ブリッジSE\n"
        "２）必須要件：\n　　・要件定義～受入テストの経験4年以上\n"
        "３）歓迎要件：\n　　・PMP保有\n４）契約：準委任、月額80万円\n"
        "５）勤務：目黒、ハイブリッド（週2出社）\n６）参画：2027年2月上旬\n７）選考：面談2回\n"
    )
    statement = only(read(text))
    items = {item.key: item for item in statement.requirements}
    assert {"rate", "location", "remote", "start-date", "interview-count"} <= items.keys()
    assert (items["requirements-definition"].min, items["acceptance-test"].min) == (4, 4)


def test_what_was_told_before_a_change_is_left_out() -> None:
    text = change_ja("■変更前\n単価：50〜55万円\n場所：三島\n■変更後\n単価：60〜65万円\n場所：沼津")
    items = {item.key: item for item in requirements(read(text))}
    assert (items["rate"].max, items["location"].text) == (650_000, "沼津")


def test_a_seat_that_is_still_open_is_no_step() -> None:
    item = found(change_ja("進捗ですが、1枠は決まりました。もう1枠は引き続き募集しております。"), "headcount")
    assert (item.min, item.relative) == (1, False)


def test_money_by_skill_is_no_doubt() -> None:
    assert found(change_ja("単価はスキル次第で85万円まで可能です。"), "rate").max == 850_000


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("備考：個人事業主可、外国籍不可、商流制限なし", {"nationality/nationality": "excluded"}),
        ("必須：①Kotlin ②顧客折衝 ③SQL Server", {"skill/kotlin": "must", "experience/customer-negotiation": "must"}),
        ("必須：ドイツ語の仕様書が読めること", {"language/german": "must"}),
        ("単価：55〜60万（出張手当別途）", {"rate/rate": "must"}),
    ],
)
def test_items_of_a_row_keep_their_own_words(line: str, expected: dict[str, str]) -> None:
    assert expected.items() <= told(form_ja(line)).items()


def test_a_bracket_of_several_items_does_not_cut_the_place_before_it() -> None:
    text = "案件です。\n必須：Go\n勤務地：沼津市（車通勤可、駐車場あり）\n単価：60万"
    assert found(text, "location").text == "沼津市"


def test_a_wish_behind_a_person_is_no_wish_before_him() -> None:
    items = told("案件のご紹介です。\nKubernetesの運用を任せられる方で、できればGoも書けると理想です。\n場所は神田です。")
    assert (items["skill/kubernetes"], items["skill/go"]) == ("must", "preferred")


def test_days_at_home_are_no_full_remote() -> None:
    item = found(change_ja("勤務地は目黒ですが、週3日はご自宅で作業いただけます。"), "remote")
    assert (item.text, item.max) == ("partial", 3)
