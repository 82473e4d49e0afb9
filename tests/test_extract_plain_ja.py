"""Everyday Japanese of clients who write no forms: requests as questions, old values beside new ones, the past of a seat."""

import pytest

from requisitions.statements import Reading
from tests.reading import message_of, needs, read, read_this, values

_ANSWER = ("<0@partner.example>",)


def reply(text: str, sender: str = "坂 <saka@client.example>") -> Reading:
    """What is read from an answer."""
    return read_this(message_of(text, subject="Re: 募集の件", sender=sender, in_reply_to=_ANSWER))


@pytest.mark.parametrize(
    ("words", "key", "value"),
    [
        ("洗い場の方の時間を、8時から15時にしてもらえませんか。", "working-hours", (None, None, None, "8:00-15:00")),
        ("面談の回数は1回に減らしていただけませんか。", "interview-count", (1, 1, "count", None)),
        ("時給は1,350円でいかがでしょうか。", "rate", (1350, 1350, "jpy_per_hour", None)),
    ],
)
def test_a_request_of_the_client_is_a_demand(words: str, key: str, value: tuple[object, ...]) -> None:
    assert values(reply(words))[key] == value


@pytest.mark.parametrize("words", ["面談の回数は1回に減らしていただけませんか。", "時給は1,350円でいかがでしょうか。"])
def test_the_same_asked_by_ourselves_is_none(words: str) -> None:
    assert values(reply(words, sender="営業 <eigyo@staffing.example>")) == {}


@pytest.mark.parametrize("words", ["在宅は可能でしょうか。", "開始日を教えていただけますか。", "人数は3名で変わりませんか。"])
def test_a_question_is_no_request(words: str) -> None:
    assert values(reply(words)) == {}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("簿記は3級ではなく2級が必要です。", {"boki-3": "not_required", "boki-2": "must"}),
        ("電気工事士は2種から1種に変更です。", {"electrician-2": "not_required", "electrician-1": "must"}),
    ],
)
def test_grades_of_a_certificate_named_once(words: str, found: dict[str, str]) -> None:
    assert needs(reply(words), "qualification", "skill") == found


def test_the_new_number_of_days_at_home() -> None:
    assert values(reply("リモートは週3から週2に変更です。"))["remote"] == (2, 2, "day_per_week", "partial")


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("8名もいらなくなりました。5名でお願いします。", 5),
        ("現任の2名が9月末で退職することになりました。3名でお願いします。", 3),
    ],
)
def test_the_old_number_is_not_the_wanted_one(words: str, number: float) -> None:
    assert values(reply(words))["headcount"][0] == number


def test_people_who_are_found_and_thanks_are_no_headcount() -> None:
    assert values(reply("5名揃ったとのこと、ありがとうございます。"), "headcount") == {}


def test_the_day_on_which_others_leave_is_no_start() -> None:
    found = values(reply("担当者が9月末で離任します。参画は10月5日開始でお願いします。"), "period")
    assert list(found) == ["start-date"]
    assert found["start-date"][3] == "2027-10-05"


@pytest.mark.parametrize(
    "words", ["女性のみという条件は外してください。", "女性限定の話はなしで大丈夫です。", "女性限定ではなくて構いません。"]
)
def test_a_withdrawn_condition_on_sex_raises_no_flag(words: str) -> None:
    reading = reply(words)
    assert needs(reading, "gender") in ({"gender": "not_required"}, {})
    assert reading.flags == ()


def test_a_short_first_request_in_prose() -> None:
    reading = read(
        "検品のスタッフを派遣で8名お願いできますか。\n12/1〜12/28、22時から翌6時。土日入れる方。小倉駅前です。時給1500円。\n"
        "未経験で問題ありません。男性でお願いします。"
    )
    assert reading.kind == "requisition"
    assert set(needs(reading)) >= {"dispatch", "headcount", "start-date", "end-date", "working-hours", "rate", "location", "gender"}
    assert needs(reading)["experience"] == "not_required"
    assert values(reading)["working-hours"][3] == "22:00-6:00"
    assert [flag.rule for flag in reading.flags] == ["gender-condition"]


def test_what_is_still_wanted_of_a_seat_is_an_amendment() -> None:
    reading = reply(
        "お二人に内定をお出ししました。看護師の募集は残り2名となります。\n残り2名の方の入職は11月1日からでお願いします。"
        "時給は1,900円です。訪問看護の経験を条件に足してください。"
    )
    assert [statement.mode for statement in reading.statements] == ["amendment"]


def test_a_new_marked_heading_ends_the_list_of_wishes() -> None:
    reading = read(
        "下記のとおり求人をお願いいたします。\n\n■職種\n 歯科衛生士\n■応募資格\n <必須>\n ・歯科衛生士の資格\n <歓迎>\n ・訪問歯科の経験\n"
        "■求める人物像\n 明るい方\n 責任感のある方\n■人数\n 1名\n■入社日\n 4月1日\n"
    )
    assert needs(reading, "trait") == {"cheerful": "must", "responsible": "must"}
    assert values(reading)["start-date"][3] == "2027-04-01"


def test_a_whole_day_and_a_band_at_the_end_of_a_sentence() -> None:
    assert values(read("警備員を2名探しています。泊まりあり 8:00-翌8:00。場所は川口。"))["working-hours"][3] == "8:00-8:00"
    reading = read("PHP経験3年以上の方。五反田常駐です。12月1日〜3月末まで。65万、140-180。面談1回、1名。お願いします。")
    assert values(reading)["settlement-hours"][:2] == (140, 180)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (
            "対象の店舗が2つから全店に増えるのに合わせ、条件を次のように変えます。\n\n・Kotlin 尚可→必須\n・人数 1名→3名",
            "scope",
        ),
        ("帳票を内製のものに乗り換えるので、Javaの経験が必須です。", "scope"),
        ("来月、会計がfreeeへ移りますので、freeeの経験は必須でお願いします。", "scope"),
        ("塗装の不良品が流れ、納入先から改善を求められています。\nそのため、時給は2,000円まで出します。", "incident"),
        ("誤出荷が続きましたので、倉庫経験3年以上の方に限ります。", "incident"),
        ("消防署から是正を求められましたので、防火管理者の資格が必須になりました。", "policy"),
        ("クレーム対応の経験がある方に変更してください。", "unstated"),
    ],
)
def test_causes_in_everyday_words(words: str, reason: str) -> None:
    assert [statement.reason for statement in reply(words).statements] == [reason]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("玉掛けは社内で講習を受けさせますので、要りません。", "end_client"),
        ("2名で結構です。当社の社員を1人充てることにしました。", "end_client"),
        ("工務課の坂です。1名でお願いします。", "end_client"),
        ("先方社内で検討した結果、玉掛けは不要とのことです。お客様のご都合です。", "intermediary"),
        ("玉掛けは要りません。", "unknown"),
    ],
)
def test_the_client_without_a_word_of_the_firm(words: str, speaker: str) -> None:
    assert [statement.stated_by for statement in reply(words).statements] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "岡です。\n案件1は決まりましたのでクローズです。\n案件2ですが、期間が9月までに延びました。",
        "岡です。案件①は充足しましたので募集終了です。案件②は9月までに期間が延びました。",
        "求人1(経理)は決まりましたのでクローズです。\n求人2(総務)につきましては、期間が9月までに延びました。",
    ],
)
def test_sentences_that_count_their_seats(text: str) -> None:
    statements = reply(text).statements
    assert [statement.status for statement in statements] == ["closed", "open"]
    assert [[found.key for found in statement.requirements] for statement in statements] == [[], ["end-date"]]


def test_one_counted_seat_is_no_list() -> None:
    assert len(reply("案件1の単価は60万です。お願いします。").statements) == 1


def test_the_count_of_a_seat_is_no_price() -> None:
    found = reply("案件②は単価を75万に上げました。案件③は予算の都合で保留です。").statements
    assert [[requirement.max for requirement in statement.requirements] for statement in found] == [[750000], []]


@pytest.mark.parametrize(
    "words", ["45歳までというのは外してください。", "50歳までという条件をなくします。", "40歳までのところは撤回します。"]
)
def test_an_age_that_is_taken_back_raises_no_flag(words: str) -> None:
    reading = reply(words)
    assert needs(reading, "age") == {"age": "not_required"}
    assert reading.flags == ()


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("倉庫で仕分けのスタッフを10名探しています。時給1200円です。", "warehouse-worker"),
        ("スーパーの店長をしております、森です。品出しのパートを3名お願いできますか。時給1050円。", "sales-clerk"),
        ("店長を1名探しています。月給30万円です。", "store-manager"),
    ],
)
def test_the_job_sought_and_who_writes(words: str, role: str) -> None:
    assert list(needs(read(words), "role")) == [role]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("整備工場での整備経験2年以上の方を探しています。", {"vehicle-maintenance": (2, None, "year", None)}),
        ("病院での調理経験が2年以上ある方を探しています。", {"food-service": (2, None, "year", None)}),
        ("ホテルでの経験が2年以上ある方を探しています。", {"hotel-domain": (2, None, "year", None)}),
    ],
)
def test_the_duty_rather_than_the_place_where_it_was_done(words: str, found: dict[str, tuple[object, ...]]) -> None:
    assert values(read(words), "experience") == found


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("会期は11/18~11/20、幕張メッセ、9時から18時。通訳を3名探しています。", "幕張メッセ"),
        ("橋梁補修の現場で、1級土木施工管理技士をお持ちの方を1名。場所は今治です。", "今治"),
    ],
)
def test_halls_are_places_and_works_are_none(words: str, place: str) -> None:
    assert values(read(words))["location"][3] == place


def test_a_demand_kept_as_before_by_its_kind_only() -> None:
    assert needs(reply("給与を月給26万円に引き上げます。\n2級以上の資格は、これまでどおり必要です。"), "qualification") == {}


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("10名のうち4名はそちらでお願いします。", 4),
        ("常勤1名で探していただいている薬剤師ですが、パート2名に変えてもらえますか。", 2),
        ("2名で募集しておりましたが、3名でお願いします。", 3),
    ],
)
def test_the_part_of_a_number_and_what_was_sought_so_far(words: str, number: float) -> None:
    assert values(reply(words))["headcount"][:2] == (number, number)


@pytest.mark.parametrize(
    ("words", "key", "day"),
    [
        ("12/27までのところ、12/30までお願いできますか。", "end-date", "2026-12-30"),
        ("1月10日の予定でしたが、開始は1月20日からにしてください。", "start-date", "2027-01-20"),
    ],
)
def test_the_day_that_was_meant_so_far(words: str, key: str, day: str) -> None:
    assert {name: value[3] for name, value in values(reply(words), "period").items()} == {key: day}


def test_weekends_told_in_passing_and_dropped() -> None:
    assert needs(read("レジの方を3名お願いできますか。土日どちらか出られる方。時給1100円。"), "schedule") == {"weekend-work": "must"}
    assert needs(reply("時給は1,200円です。土曜出勤はなくなりました。"), "schedule") == {"weekend-work": "not_required"}


@pytest.mark.parametrize(
    ("last", "reason"),
    [
        ("応募が少ないため、要件を緩めたとのことです。", "market"),
        ("別の募集では応募が少なくて困っています。", "unstated"),
        ("ご確認ください。", "unstated"),
    ],
)
def test_a_last_sentence_that_sums_up_tells_the_cause_of_all(last: str, reason: str) -> None:
    statements = reply(f"・Terraform:必須→尚可\n・面談:2回→1回\n{last}").statements
    assert [statement.reason for statement in statements] == [reason]


def test_years_of_construction_are_no_age_of_a_building() -> None:
    found = values(read("必須:Oracle設計構築3年以上、Linux構築5年\n場所:品川\n単価:80万\n人数:1名"), "skill")
    assert {key: value[0] for key, value in found.items()} == {"oracle": 3, "linux": 5}


def test_lines_of_news_begin_with_their_seats() -> None:
    text = (
        "状況をご連絡します。\n1.【Java】通販サイト改修 → 充足のためクローズ\n2.【C#】工場システム → 単価65万に上がりました\n"
        "3.【COBOL】倉庫のWMS導入 → 保留\n4.【インフラ】クラウド移行 → 引き続き募集中です\n"
    )
    statements = reply(text).statements
    assert [statement.status for statement in statements] == ["closed", "open", "paused"]
    assert [[found.key for found in statement.requirements] for statement in statements] == [[], ["rate"], []]


def test_news_below_marked_titles_behind_arrows() -> None:
    statements = reply("■通販サイト改修\n→ 面談が1回になりました。\n■工場システム\n→ 単価は65万になりました。").statements
    assert [[found.key for found in statement.requirements] for statement in statements] == [["interview-count"], ["rate"]]


@pytest.mark.parametrize("text", ["1. 単価 → 65万\n2. 面談2回 → 1回\n募集は継続です。", "・Oracle → PostgreSQLに変更\n・面談 → 1回"])
def test_changes_behind_arrows_are_of_one_seat(text: str) -> None:
    assert len(reply(text).statements) == 1


def test_terms_that_move_behind_an_arrow() -> None:
    reading = reply("・残業は月20hまで→なし\n・在宅は不可→週1可\n・人数は2名→3名")
    assert needs(reading)["overtime"] == "not_required"
    assert values(reading)["remote"] == (1, 1, "day_per_week", "partial")
    assert values(reading)["headcount"][:2] == (3, 3)


@pytest.mark.parametrize(
    ("words", "number"),
    [("ひとりじゃなくて、ふたりお願いできませんか。", 2), ("時給は1,200円です。作業員をひとり、急ぎで探しています。", 1)],
)
def test_people_counted_in_letters(words: str, number: float) -> None:
    assert values(reply(words))["headcount"][:2] == (number, number)


def test_who_works_alone_is_no_headcount() -> None:
    assert values(reply("ひとりで作業できる方をお願いします。"), "headcount") == {}


def test_the_place_after_a_move_and_a_month_by_which_both_ends_shift() -> None:
    assert values(reply("勤務地は新宿の予定でしたが、移転に伴い豊洲になります。"))["location"][3] == "豊洲"
    assert list(values(reply("開始を11月から12月に、それぞれ1か月ずらしてください。"), "period")) == ["start-date"]


def test_a_quality_of_somebody_who_leaves_is_asked_of_nobody() -> None:
    assert needs(reply("後輩に教えられる方が異動で抜けるため、簿記2級が必須になりました。"), "trait", "qualification") == {"boki-2": "must"}
