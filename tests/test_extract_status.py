"""Closed, paused, looked for again; and what befalls candidates, projects and hopes."""

import pytest

from tests.reading import change_en, change_ja, form_en, form_ja, only, read, statuses


def status_of(line: str) -> str | None:
    text = f"Hi,\n\n{line}\n\nRegards\n" if line.isascii() else f"お世話になっております。\n{line}\nよろしくお願いいたします。\n"
    found = statuses(read(text, subject="Re: COBOL", in_reply_to=("<0@partner.example>",)))
    assert len(found) <= 1
    return found[0] if found else None


@pytest.mark.parametrize(
    "line",
    [
        "本案件は充足いたしました。",
        "本件、クローズとさせていただきます。",
        "募集を終了いたしました。",
        "枠が埋まりました。",
        "他社様に決定いたしました。",
        "他社様で決まりましたので終了です。",
        "お客様の都合により案件が中止となりました。",
        "今回の募集は取り下げとなりました。",
        "本ポジションは締め切りました。",
        "案件がなくなりました。",
        "The role has been filled.",
        "This position is closed.",
        "The req has been cancelled.",
        "They have hired internally.",
        "The seat has been filled, please stop sending CVs.",
        "The client has withdrawn the requirement.",
        "They went with another vendor.",
        "We are no longer hiring for this role.",
        "お陰様で要員が決定いたしましたので、募集を締め切らせていただきます。",
        "本件は社内で対応することになり、募集は終了となりました。",
        "ご紹介しておりました案件ですが、充足となりました。",
        "プロジェクト自体が中止となったため、案件はキャンセルです。",
        "The requirement is now closed, thank you for your support.",
        "Position filled.",
        "We have found somebody, so please close this one.",
        "The client has decided not to go ahead with this hire.",
    ],
)
def test_closed(line: str) -> None:
    assert status_of(line) == "closed"


@pytest.mark.parametrize(
    "line",
    [
        "本件、一旦保留とさせてください。",
        "募集を一時停止いたします。",
        "案件がペンディングとなりました。",
        "本案件は凍結となりました。",
        "募集をいったん止めさせていただきます。",
        "募集は一時ストップとなりました。",
        "The role is on hold.",
        "They have put the search on hold.",
        "There is a hiring freeze until further notice.",
        "Please pause this search.",
        "The requirement is parked for now.",
        "Hold off on submitting for now, the role is paused.",
        "お客様の都合で、本件の選考をいったん停止いたします。",
        "予算の関係で、募集は当面見合わせとなりました。",
        "The client has paused hiring for this role.",
        "We have to freeze this role until January.",
        "This one is on ice.",
    ],
)
def test_paused(line: str) -> None:
    assert status_of(line) == "paused"


@pytest.mark.parametrize(
    "line",
    [
        "保留となっていた本件、再開いたします。",
        "決まっていた方が辞退されたため、再募集となりました。",
        "案件が復活しました。",
        "凍結が解除されましたので、改めて募集いたします。",
        "募集を再開しますので、ご提案をお願いいたします。",
        "The role is back open.",
        "The req has been reopened.",
        "We are looking again: the role is live again.",
        "The search is back on.",
        "The hiring freeze is over and the role is open again.",
        "先日クローズとお伝えしました本件ですが、再度募集することになりました。",
        "予算が確保できましたので、本件の募集を再開いたします。",
        "This req is active again.",
        "They have reopened the search.",
        "The candidate dropped out, so we are looking again.",
    ],
)
def test_open_again(line: str) -> None:
    assert status_of(line) == "open"


@pytest.mark.parametrize(
    "line",
    [
        "候補者様は今回見送らせていただきます。",
        "候補者の方が辞退されました。",
        "面談は終了いたしました。",
        "旧システムの保守は3月で終了します。",
        "来週には案件がクローズになるかもしれません。",
        "今週中に決まらなければ、募集を停止する可能性があります。",
        "Unfortunately the candidate was rejected.",
        "The candidate has withdrawn.",
        "今回はご縁がなかったとのことです。",
        "A様につきましては、残念ながらNGとなりました。",
        "弊社の年末休業は1月4日で終了です。",
        "本件はクローズでしょうか？",
        "They passed on Maria.",
        "The old system will be closed in March.",
        "The office is closed on Friday.",
        "Is the role still open?",
        "Has the position been filled?",
        "The role might be put on hold.",
        "If they hire internally, the role will be closed.",
        "Another role with them has been filled, this one is still open.",
        "We will close the role once somebody signs.",
        "The rate is now $60/hr.",
        "単価が65万円になりました。",
        "The interview is on hold until Monday.",
        "決まり次第、募集を終了いたします。",
        "前回の案件は充足いたしましたが、本件は募集中です。",
        "面談の日程調整を一旦保留とさせてください。",
        "書類選考の結果、今回は不採用となりました。",
        "A様は他社で決定したため辞退とのことです。",
        "1次面談は終了しましたので、結果をお待ちください。",
        "募集要項に変更はありません。",
        "前任の方の契約は11月で終了します。",
        "開発フェーズは3月でクローズ予定です。",
        "本件、まだ募集しておりますでしょうか？",
        "12月末で現行契約が終了するため、後任を探しています。",
        "Maria has accepted another offer.",
        "Her current contract ends in March.",
        "The first round is closed, results on Monday.",
        "We need someone before the gap is filled by temps.",
        "The last role we did together was closed in May, this is a new one.",
        "If nobody is found by Friday they may cancel it.",
        "Could you tell me whether the role is on hold?",
        "The project will be finished in June.",
        "Please hold the line when you call.",
    ],
)
def test_candidates_meetings_and_hopes_move_no_status(line: str) -> None:
    assert status_of(line) in (None, "open")
    assert status_of(line) is None or "still open" in line or "募集中" in line


def test_a_plain_amendment_prints_open_and_states_nothing() -> None:
    statement = only(read(change_ja("単価が65万円になりました。")))
    assert (str(statement.status), statement.status_stated, statement.status_evidence) == ("open", False, None)


def test_a_status_is_quoted_where_it_stands() -> None:
    text = "Hi,\n\nThe role has been filled.\n\nRegards\n"
    statement = only(read(text, subject="Re: COBOL", in_reply_to=("<0@partner.example>",)))
    assert statement.status_evidence is not None
    assert statement.status_start is not None
    assert "filled" in statement.status_evidence
    assert text.startswith(statement.status_evidence, statement.status_start)


def test_one_seat_taken_of_two_lowers_the_headcount() -> None:
    """1名決定、残り1名: the seat lives on (FIELD.md 5)."""
    reading = read(change_ja("1名決定いたしました。残り1名の募集です。"))
    assert statuses(reading) in ([None], ["open"])
    assert [(found.min, found.max) for statement in reading.statements for found in statement.requirements] == [(1, 1)]


def test_a_full_requisition_is_open() -> None:
    assert [(str(statement.status)) for statement in read(form_ja("単価：65万円")).statements] == ["open"]
    assert [(str(statement.status)) for statement in read(form_en("Rate: $60/hr")).statements] == ["open"]


def test_a_full_requisition_that_is_open_again_says_so() -> None:
    text = "保留となっていた下記案件、募集を再開いたします。\n\n" + form_ja("単価：65万円")
    assert statuses(read(text)) == ["open"]


@pytest.mark.parametrize(
    "line",
    [
        "予算が凍結されたため、本件は保留となりました。",
        "The role is on hold because the budget is frozen.",
    ],
)
def test_a_status_has_its_reason(line: str) -> None:
    text = f"Hi,\n\n{line}\n" if line.isascii() else f"お世話になっております。\n{line}\n"
    assert only(read(text, subject="Re: COBOL", in_reply_to=("<0@partner.example>",))).status_reason == "budget"


def test_the_last_word_on_the_status_counts() -> None:
    assert status_of("The role was closed last week, but it is open again as of today.") == "open"
    assert status_of(change_en("The role is back open. Sorry, scratch that: it has been filled.")) in ("closed", "open")


@pytest.mark.parametrize(
    "line",
    [
        "面談の日程調整を一旦保留とさせてください。",
        "前回の案件は充足いたしましたが、本件は募集中です。",
        "決まり次第、募集を終了いたします。",
        "別案件は充足しました。",
        "The interview is on hold until Monday.",
        "Once we have found someone, the role will be closed.",
    ],
)
def test_interviews_conditions_and_other_seats_close_nothing(line: str) -> None:
    assert status_of(line) in (None, "open")


@pytest.mark.parametrize("line", ["We are no longer hiring for this role.", "充足した次第です。本件クローズとなりました。"])
def test_closed_in_other_words(line: str) -> None:
    assert status_of(line) == "closed"


def test_a_frozen_budget_is_the_reason_of_a_pause() -> None:
    text = change_en("The role is on hold because the budget is frozen.")
    assert only(read(text, subject="Re: COBOL", in_reply_to=("<0@partner.example>",))).status_reason == "budget"


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("枠は他決です。", "closed"),
        ("他決となりました。", "closed"),
        ("クローズのご連絡です。", "closed"),
        ("ペンディングが解除となりました。", "open"),
        ("保留が解除されました。", "open"),
        ("再開OKです。", "open"),
        ("求人を保留いたします。再開の際はご連絡いたします。", "paused"),
        ("先日ご提案いただいた要員様が他決となりました。", None),
        ("クローズのご連絡があれば、すぐお知らせします。", None),
        ("保留の解除はまだ未定です。", None),
        ("面談の日程は保留いたします。", None),
    ],
)
def test_words_of_standing_and_what_only_sounds_like_them(line: str, status: str | None) -> None:
    assert status_of(line) == status


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Please don't send anybody else for the tram seat.", "closed"),
        ("No more CVs please.", "closed"),
        ("TX-41 is sorted.", "closed"),
        ("We've found someone.", "closed"),
        ("Please don't send anyone without SC clearance.", None),
        ("The parking is sorted.", None),
        ("The night seat is off the table.", "closed"),
        ("The remote option is off the table.", None),
        ("Please park the crane role for now.", "paused"),
        ("Please park the travel question for now.", None),
    ],
)
def test_seats_closed_in_plain_words(line: str, status: str | None) -> None:
    assert statuses(read(f"Hi,\n\nabout the role we spoke about.\n\n{line}\n", in_reply_to=("<0@x.example>",)))[0] == status


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("The role is on hold until April. Please do not send any more CVs.", "paused"),
        ("Please do not send any more CVs. The role is on hold.", "paused"),
        ("The role was on our list. Please do not send any more CVs.", "closed"),
        ("The role is on hold. Correction: the role has been cancelled.", "closed"),
    ],
)
def test_asking_for_no_more_people_leaves_a_seat_on_hold_paused(line: str, status: str) -> None:
    reading = read(f"Hi,\n\nabout the role we spoke about.\n\n{line}\n", in_reply_to=("<0@x.example>",))
    assert statuses(reading)[0] == status
    assert "period" not in {found.category for statement in reading.statements for found in statement.requirements}
