"""Spoken and chatty ways to ask, soften, waive, step and close, in both languages; each beside words that only look alike."""

import pytest

from tests.reading import change_en, change_ja, needs, read, read_mail, statuses, values


@pytest.mark.parametrize(
    ("line", "need"),
    [
        ("COBOL we can teach, so don't worry.", "not_required"),
        ("COBOL is no longer a condition.", "not_required"),
        ("COBOL would be the icing on the cake.", "preferred"),
        ("COBOL would be brilliant.", "preferred"),
        ("COBOL moves to the mandatory list.", "must"),
        ("COBOL is now something they need to know.", "must"),
    ],
)
def test_english_turns_of_need(line: str, need: str) -> None:
    assert needs(read(change_en(line), subject="Re: the seat"))["cobol"] == need


@pytest.mark.parametrize(
    ("line", "need"), [("COBOLもできないとダメになりました。", "must"), ("COBOL(できれば)を追加します。", "preferred")]
)
def test_japanese_turns_of_need(line: str, need: str) -> None:
    assert needs(read(change_ja(line), subject="Re: 案件"))["cobol"] == need


def test_another_thing_that_helps_softens_no_first_one() -> None:
    found = needs(read("Clerk in Leeds from 4 January, £15 an hour.\n\n- fluent German, another language helps\n", subject="Clerk"))
    assert found["german"] == "must"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("It is not fully onsite any longer, two days from home are fine.", "partial"),
        ("There are no days at home any more.", "none"),
        ("They work entirely from home now.", "full"),
    ],
)
def test_english_turns_of_remote(line: str, text: str) -> None:
    assert values(read(change_en(line), subject="Re: the seat"))["remote"][3] == text


def test_no_work_at_home_for_the_moment() -> None:
    assert values(read(change_ja("在宅は当面なしでお願いします。"), subject="Re: 案件"))["remote"][3] == "none"


@pytest.mark.parametrize(
    ("line", "bounds"),
    [
        ("£480 is the most they'll pay.", (None, 480)),
        ("The agency may go up to £480 a day.", (None, 480)),
        ("Scrap the £450, we are now at £480 a day.", (480, 480)),
    ],
)
def test_english_turns_of_price(line: str, bounds: tuple[float | None, float | None]) -> None:
    assert values(read(change_en(line), subject="Re: the seat"))["rate"][:2] == bounds


def test_a_value_and_the_step_from_it() -> None:
    reading = read(change_ja("時給は1,200円から100円アップします。"), subject="Re: 案件")
    assert values(reading)["rate"][:2] == (100, 100)
    assert [one.relative for one in reading.statements[0].requirements] == [True]


def test_what_was_misread_gives_way() -> None:
    reading = read(change_ja("時給1,900円は私の見間違いで、正しくは1,700円です。"), subject="Re: 案件")
    assert values(reading)["rate"][:2] == (1700, 1700)
    assert str(reading.statements[0].requirements[0].reason or reading.statements[0].reason) == "misreport"


def test_the_number_that_is_too_few_is_not_the_wish() -> None:
    assert values(read(change_ja("3名では足りません。5名にしてください。"), subject="Re: 案件"))["headcount"][:2] == (5, 5)


def test_an_answer_in_persons_beats_another_count() -> None:
    text = "お世話になっております。\n\n> 人数は2名様でよろしいでしょうか。\n→ 窓口を1つ増やすので、4名になりました。\n"
    assert values(read_mail(text, subject="Re: 窓口", in_reply_to="<0@x.example>"))["headcount"][:2] == (4, 4)


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("You can stand down on the clerk.", "closed"),
        ("The clerk role is off the table.", "closed"),
        ("Park that one for now.", "paused"),
        ("Hold all submittals on the clerk role.", "paused"),
        ("Please start looking for our clerk again.", "open"),
        ("We park behind the station.", None),
        ("The mistakes of last year are off the table.", None),
    ],
)
def test_english_turns_of_status(line: str, status: str | None) -> None:
    assert statuses(read(change_en(line), subject="Re: the clerk role")) == [status]


@pytest.mark.parametrize(
    ("line", "place"),
    [("工場は宇都宮、駅からバスがあります。", "宇都宮"), ("勤務は浅草橋の弊所にてお願いします。", "浅草橋")],
)
def test_places_told_in_prose(line: str, place: str) -> None:
    assert values(read(f"事務の方を1名探しています。時給1,500円、1月からです。\n{line}\n", subject="事務"))["location"][3] == place


def test_one_talk_and_that_is_all() -> None:
    assert values(read(change_en("One phone call with me and we're done."), subject="Re: the seat"))["interview-count"][:2] == (1, 1)


def test_bullets_made_of_an_o() -> None:
    text = "WINDOW CLEANERS, HULL\n\no  6 heads\no  GBP 14.20/h\no  fluent English\no  from 11 January\n"
    assert {"headcount", "rate", "english", "start-date"} <= set(needs(read(text, subject="Cleaners")))


def test_a_list_of_our_consultants_states_no_seat() -> None:
    text = "Hi,\n\nplease send requirements for my consultants.\n\n"
    text += "P. Q. | COBOL | 9 yrs | Boise | $70/hr\nR. S. | Java | 7 yrs | Reno | $75/hr\n"
    assert read(text, subject="Available consultants").kind == "candidate"


def test_an_evening_for_salespeople_is_no_seat() -> None:
    text = (
        "営業交流会を開催します！\n日時：1月20日\n場所：上野\n募集人数：20名\n参加条件：営業経験1年以上\n会費：3,000円\n配信停止はこちら\n"
    )
    assert read(text, subject="交流会のご案内").statements == ()


def test_another_seat_told_of_at_length_makes_no_new_requisition() -> None:
    text = "Hi,\n\nthe start moves to 8 February and the cap is £470 now.\n\n"
    text += "Unrelated to you: the COBOL tester in Hull is still open at £390, ISTQB needed, 6 months, two interviews.\n"
    reading = read_mail(text, subject="RE: Clerk (QM-31)", in_reply_to="<0@x.example>")
    assert reading.kind == "clarification"
    assert set(needs(reading)) == {"start-date", "rate"}


def test_a_list_marked_like_quotes_in_a_first_mail_is_the_authors() -> None:
    text = "Role: COBOL tester\nLocation: Hull\n\nMust have\n>> 5 years of COBOL\n>> ISTQB\n"
    assert {"cobol", "istqb"} <= set(needs(read_mail(text, subject="Tester in Hull")))
    assert "cobol" not in needs(read_mail(text, subject="Re: Tester in Hull", in_reply_to="<0@x.example>"))


def test_a_padded_form_is_no_table_of_seats() -> None:
    text = "Position   :  COBOL tester\nLocation   :  Hull\nRate       :  £400/day\nDuration   :  6 months\nStart      :  11 January\n"
    assert len(read(text, subject="Tester").statements) == 1


def test_the_cause_in_a_counted_item_reaches_its_next_sentence() -> None:
    text = "お世話になっております。\n\n①なかなか応募がありません。COBOLは無くても大丈夫です。\n②単価は60万でお願いします。\n"
    statement = read(text, subject="Re: 案件").statements[0]
    found = {one.key: str(one.reason or statement.reason) for one in statement.requirements}
    assert found["cobol"] == "market"
    assert found["rate"] != "market"


def test_a_time_alone_in_a_row_is_the_seat_s_though_an_interview_is_told_too() -> None:
    found = values(read("COBOLの保守で1名探しています。柏、2月から5ヶ月、60万まで、面談は1回です。", subject="COBOL"))
    assert found["start-date"][3] == "2027-02"
    assert found["duration"][:3] == (5, 5, "month")


def test_a_day_of_an_interview_is_none_of_the_seat_s() -> None:
    assert "start-date" not in values(read(change_ja("面談は2月3日の14時からお願いします。"), subject="Re: 案件"))


def test_a_price_a_day_is_no_length() -> None:
    text = "We need a COBOL tester in Hull.\n\nTerms: £410 a day, outside IR35, seven months starting 18 January.\n"
    assert values(read(text, subject="Tester"))["duration"][:3] == (7, 7, "month")
