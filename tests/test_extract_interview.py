"""Rounds of interview with the client's side; an appointment is none."""

import pytest

from tests.reading import change_en, change_ja, form_en, form_ja, hinted, needs, read, values


def rounds_of(text: str) -> tuple[float | None, float | None] | None:
    found = values(read(text), "interview")
    if not found:
        return None
    low, high, unit, _ = found["interview-count"]
    assert unit == (None if low is high is None else "count")
    return low, high


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        (form_ja("面談：1回"), 1, 1),
        (form_ja("面　談：１回"), 1, 1),
        (form_ja("面談回数：2回"), 2, 2),
        (form_ja("■面談回数2回"), 2, 2),
        (form_ja("■面談・・・・１回"), 1, 1),
        (form_ja("面談　1回"), 1, 1),
        (form_ja("面談：１〜２回"), 1, 2),
        (form_ja("面談：最大2回"), None, 2),
        (form_ja("面談：2回（1回目弊社同席）"), 2, 2),
        (form_ja("面談：WEB1回"), 1, 1),
        (form_ja("面接回数：1回"), 1, 1),
        (form_ja("打合せ：1回"), 1, 1),
        (form_ja("商談：1回（オンライン）"), 1, 1),
        (form_ja("備考：面談は2回を予定しております。"), 2, 2),
        (form_en("Interview: 2 rounds"), 2, 2),
        (form_en("Interviews: 1"), 1, 1),
        (form_en("Interview process: two rounds, by video"), 2, 2),
        (form_en("Interview: one video call"), 1, 1),
        (form_en("Note: there will be two interviews."), 2, 2),
        (change_ja("面談回数が1回から2回に変更となりました。"), 2, 2),
        (change_ja("面談は1回のみになりました。"), 1, 1),
        (change_ja("面談：2回 → 1回"), 1, 1),
        (change_en("There are now three interview rounds instead of two."), 3, 3),
        (change_en("Interviews drop to one round."), 1, 1),
        (form_ja("面談：1回（Web）"), 1, 1),
        (form_ja("打ち合わせ：2回"), 2, 2),
        (form_ja("選考：書類→面談1回"), 1, 1),
        (form_ja("面談：1回のみ"), 1, 1),
        (form_ja("備考：面談1回（弊社同席）"), 1, 1),
        (form_en("Interview: 1 round, onsite"), 1, 1),
        (form_en("Interview process: 2 video rounds"), 2, 2),
        (form_en("MOI: two rounds (phone, then onsite)"), 2, 2),
        (form_en("One interview with the team lead."), 1, 1),
    ],
)
def test_the_rounds_are_counted(text: str, low: float | None, high: float | None) -> None:
    assert rounds_of(text) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        form_ja("備考：面談をさせていただきます。"),
        form_ja("備考：事前に面談があります。"),
    ],
)
def test_an_interview_without_a_number_has_no_value(text: str) -> None:
    assert rounds_of(text) == (None, None)


@pytest.mark.parametrize("text", [change_ja("面談はなしになりました。"), change_ja("面談は不要です。")])
def test_interviews_can_be_dropped(text: str) -> None:
    assert needs(read(text), "interview") == {"interview-count": "not_required"}


@pytest.mark.parametrize(
    "text",
    [
        form_ja("面談："),
        form_ja("提案時：並行状況(提案or面談)をお知らせください"),
        form_ja("業務内容：週1回の打合せに参加"),
        form_ja("備考：定例会議は週2回です。"),
        form_ja("備考：年2回の健康診断があります。"),
        form_ja("必須：ユーザーとの打合せ経験3年以上"),
        form_ja("備考：月1回の出社があります。"),
        form_en("About the role: run two workshops a week"),
        form_en("Must have: interviewing users"),
        form_en("Note: two meetings a week with the users."),
        form_en("Responsibilities: conduct interviews with 3 departments"),
        change_ja("面談は12/2(水) 15:00からでお願いします。"),
        change_ja("面談日程の候補を3つお送りします。"),
        change_ja("面談は何回でしょうか？"),
        change_ja("面談1回目の結果をお送りします。"),
        change_ja("面談回数に変更はありません。"),
        change_en("The interview is on 2 December at 15:00."),
        change_en("How many interview rounds are there?"),
        change_en("Here are three slots for the interview."),
        change_en("Thanks for the first interview yesterday."),
        form_ja("備考：面談時にスキルシートをお持ちください。"),
        form_ja("備考：面談後3日以内に結果をお伝えします。"),
        form_ja("業務内容：面接予約システムの開発"),
        form_en("Note: bring an ID to the interview."),
        form_en("Responsibilities: take part in user interviews"),
        change_ja("2回目の面談は12/5に決まりました。"),
        change_ja("1回目の面談は好評でした。"),
        change_ja("面談の件、ありがとうございます。"),
        change_en("The second interview is on Friday."),
        change_en("He did well in both interviews."),
        change_en("Can we move the interview to Tuesday?"),
        form_ja("備考：キックオフの打ち合わせが1回あります。"),
        form_en("Note: two rounds of testing are planned."),
        change_ja("面談は2回でしょうか？"),
        form_ja("業務内容：面談2回分の資料作成"),
        change_en("Are there two interviews?"),
        form_en("Responsibilities: prepare two interviews a week"),
    ],
)
def test_appointments_meetings_and_questions_count_nothing(text: str) -> None:
    assert rounds_of(text) is None


@pytest.mark.parametrize("text", [change_ja("面談は2回になるかもしれません。"), change_en("There might be two interviews.")])
def test_another_round_perhaps_is_a_hint(text: str) -> None:
    reading = read(text)
    assert values(reading, "interview") == {}
    assert hinted(reading, "interview") == {("interview", "interview-count", "hedged")}


@pytest.mark.parametrize(("line", "rounds"), [("We'd want to meet them once.", 1), ("The manager will see each candidate twice.", 2)])
def test_meetings_once_or_twice(line: str, rounds: float) -> None:
    assert values(read(form_en(line)), "interview")["interview-count"][:2] == (rounds, rounds)


@pytest.mark.parametrize(
    ("line", "rounds"),
    [
        ("Interview: one and done", 1),
        ("The manager will talk to each candidate once.", 1),
        ("A phone screen and then a final panel.", 2),
        ("First round on Teams, second round at the plant.", 2),
    ],
)
def test_rounds_told_in_words_are_counted(line: str, rounds: float) -> None:
    assert values(read(form_en(line)), "interview")["interview-count"][:2] == (rounds, rounds)
