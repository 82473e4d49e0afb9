"""Answers under quoted questions: what an answer leaves out stands in the question."""

import pytest

from tests.reading import Demand, demands, needs, read_mail, values


def answered(question: str, answer: str) -> set[Demand]:
    """What is read from an answer right below its quoted question."""
    if answer.isascii():
        body = f"Hi,\n\nanswers below.\n\n> {question}\n{answer}\n\nRegards\n"
    else:
        body = f"お世話になっております。\n下記の通り回答いたします。\n\n> {question}\n{answer}\n\nよろしくお願いいたします。\n"
    return demands(read_mail(body, subject="Re: 倉庫管理システム", in_reply_to="<0@staffing.example>"))


@pytest.mark.parametrize(
    ("question", "answer", "demand"),
    [
        ("Javaは何年必要ですか？", "3年以上でお願いします。", ("skill", "java", 3)),
        ("Javaの経験年数を教えてください。", "→ 5年以上です。", ("skill", "java", 5)),
        ("How many years of Java do they need?", "At least 3 years.", ("skill", "java", 3)),
    ],
)
def test_years_belong_to_the_skill_that_was_asked_about(question: str, answer: str, demand: tuple[str, str, float]) -> None:
    found = answered(question, answer)
    assert [(category, key, low) for category, key, _, low, _, _, _ in found] == [demand]


@pytest.mark.parametrize(
    ("question", "answer", "key"),
    [
        ("CCNAは必須でしょうか？", "不要です。", "ccna"),
        ("CCNAは必須でしょうか？", "特に必要ございません。", "ccna"),
        ("Javaの経験は必要ですか？", "なくても構いません。", "java"),
        ("Do they need a CCNA?", "No need for one.", "ccna"),
        ("Is Kafka a must?", "Not required.", "kafka"),
        ("英語は必要でしょうか？", "【回答】不要です。", "english"),
        ("年齢制限はありますか？", "特にございません。", "age"),
    ],
)
def test_no_need_drops_what_was_asked_about(question: str, answer: str, key: str) -> None:
    assert [(found[1], found[2]) for found in answered(question, answer)] == [(key, "not_required")]


@pytest.mark.parametrize(
    ("question", "answer", "demand"),
    [
        ("単価はいくらまで可能でしょうか？", "65万円までです。", ("rate", "rate", None, 650000)),
        ("面談は何回ですか？", "2回です。", ("interview", "interview-count", 2, 2)),
        ("人数は何名でしょうか？", "2名です。", ("headcount", "headcount", 2, 2)),
        ("What is the rate?", "$65/hr.", ("rate", "rate", 65, 65)),
    ],
)
def test_numbers_belong_to_what_was_asked_about(question: str, answer: str, demand: tuple[str, str, float | None, float | None]) -> None:
    assert [(category, key, low, high) for category, key, _, low, high, _, _ in answered(question, answer)] == [demand]


def test_an_answer_that_names_its_demand_needs_no_question() -> None:
    assert [(found[1], found[2]) for found in answered("スキルについて教えてください。", "Oracleは必須です。")] == [("oracle", "must")]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Javaは何年必要ですか？", "確認いたします。"),
        ("CCNAは必須でしょうか？", "お客様に確認中です。"),
        ("Do they need a CCNA?", "I will ask and come back to you."),
        ("How many years of Java do they need?", "Good question."),
        ("スキルシートはいつ頃お送りすればよいですか？", "3日以内にお願いします。"),
        ("面談の候補日をいただけますか？", "12月2日でお願いします。"),
    ],
)
def test_no_answer_is_no_demand(question: str, answer: str) -> None:
    assert answered(question, answer) == set()


def test_a_question_states_nothing_by_itself() -> None:
    body = "> Javaは3年以上必須ですか？\n> 単価は65万円ですか？\n\n後ほど回答いたします。\n"
    assert demands(read_mail(body, subject="Re: 倉庫管理システム", in_reply_to="<0@staffing.example>")) == set()


@pytest.mark.parametrize(
    ("question", "answer", "key"),
    [
        ("CCNAは必須でしょうか？", "はい、必須です。", "ccna"),
        ("Is Kafka a must?", "Yes, it is a must.", "kafka"),
        ("Kafkaは必須でしょうか？", "必須でお願いします。", "kafka"),
    ],
)
def test_yes_takes_its_content_from_the_question(question: str, answer: str, key: str) -> None:
    assert [(found[1], found[2]) for found in answered(question, answer)] == [(key, "must")]


def test_each_answer_belongs_to_its_own_question() -> None:
    body = """\
下記の通り回答いたします。

> Javaは何年必要ですか？
3年以上です。
> CCNAは必須でしょうか？
不要です。
> 面談は何回ですか？
面談は1回です。
"""
    found = demands(read_mail(body, subject="Re: 倉庫管理システム", in_reply_to="<0@staffing.example>"))
    assert {(key, necessity, low) for _, key, necessity, low, _, _, _ in found} == {
        ("java", "must", 3),
        ("ccna", "not_required", None),
        ("interview-count", "must", 1),
    }


@pytest.mark.parametrize(
    ("question", "answer", "found"),
    [
        ("外国籍の方でも可能でしょうか？", "はい、問題ございません。", [("nationality", "not_required")]),
        ("Kafkaは必須でしょうか？", "はい。", [("kafka", "must")]),
        ("Kafkaは必須でしょうか？", "いいえ、あれば尚可です。", [("kafka", "preferred")]),
        ("Is Kafka a must?", "Yes.", [("kafka", "must")]),
        ("Is Kafka a must?", "Just a nice-to-have.", [("kafka", "preferred")]),
        ("Does the driving licence matter? The office is close to the station.", "No need for one.", [("driving-licence", "not_required")]),
        ("Kafkaは必須でしょうか？", "確認いたします。", []),
        ("Is Kafka a must?", "Let me ask them.", []),
    ],
)
def test_a_yes_or_no_is_about_what_the_question_supposes(question: str, answer: str, found: list[tuple[str, str]]) -> None:
    assert [(one[1], one[2]) for one in answered(question, answer)] == found


@pytest.mark.parametrize(
    ("question", "answer", "value"),
    [
        ("在宅勤務は可能でしょうか？", "週2日まで可能です。", ("partial", None, 2)),
        ("在宅勤務は可能でしょうか？", "社内の規定により不可です。", ("none", None, None)),
        ("リモートの可能性はございますか？", "難しいとのことです。", ("none", None, None)),
        ("Could they work from home?", "No.", ("none", None, None)),
    ],
)
def test_an_answer_about_work_at_home_needs_no_word_of_it(
    question: str, answer: str, value: tuple[str, float | None, float | None]
) -> None:
    assert [(text, low, high) for category, _, _, low, high, _, text in answered(question, answer) if category == "remote"] == [value]


def test_an_answer_particle_is_no_place() -> None:
    found = answered("勤務地は品川のままでしょうか？", "いいえ、田町に変わりました。")
    assert [one[6] for one in found if one[1] == "location"] == ["田町"]
    assert [one for one in answered("勤務地は品川のままでしょうか？", "はい。") if one[1] == "location" and one[6] == "はい"] == []


def test_english_answers_that_name_nothing() -> None:
    text = """\
Hi Bo, answers below.

> 1) She has 4 years of COBOL. Worth a look?
Yes, four is fine.

> 2) Is the Kafka knowledge a hard requirement?
It has become one. The auditors found us wanting.

> 3) How many rounds of interview?
Two. One with me, one with the team.

> 4) Must they speak German?
Not any more.
"""
    found = read_mail(text, subject="Re: COBOL seat", in_reply_to="<0@x.example>")
    assert needs(found) == {"cobol": "must", "kafka": "must", "interview-count": "must", "german": "not_required"}
    assert values(found)["cobol"][:3] == (4, None, "year")
    assert values(found)["interview-count"][:3] == (2, 2, "count")


def test_a_number_under_a_question_of_something_else_counts_no_years() -> None:
    text = "Hi,\n\n> Could you send two COBOL people?\nYes, three is fine.\n"
    assert "cobol" not in values(read_mail(text, subject="Re: COBOL seat", in_reply_to="<0@x.example>"))


@pytest.mark.parametrize("word", ["still ", "really ", "strictly ", "definitely ", ""])
@pytest.mark.parametrize(("answer", "need"), [("Yes, it is.", "must"), ("No, not any more.", "not_required")])
def test_what_a_question_says_in_passing_changes_nothing(word: str, answer: str, need: str) -> None:
    body = f"Hi,\n\nanswers below.\n\n> Is Terraform {word}required?\n{answer}\n\nRegards\n"
    assert needs(read_mail(body, subject="Re: platform engineer", in_reply_to="<0@staffing.example>")) == {"terraform": need}


@pytest.mark.parametrize(
    ("question", "answer", "found"),
    [
        ("Is the second interview really needed?", "Not really. Let's say one.", ("interview-count", 1)),
        ("Are two interviews necessary?", "One will be enough.", ("interview-count", 1)),
        ("Do they need three interviews?", "Two is plenty.", ("interview-count", 2)),
        ("Must there be a third round?", "No, we can settle for two.", ("interview-count", 2)),
        ("Two interviews still?", "Scrap the second.", ("interview-count", 1)),
        ("One of ours knows Kafka since 2024. Is that enough?", "Two years will do.", ("kafka", 2)),
        ("He has 4 years of Kafka with a CCNA. Would that be enough?", "Four years will do, CCNA or not.", ("kafka", 4)),
        ("How many years of Kafka do you really need?", "Three would do.", ("kafka", 3)),
        ("Would you accept 3 years of Kafka?", "Yes, that would be fine.", ("kafka", 3)),
        ("Would 2 years of Kafka be OK?", "Yes.", ("kafka", 2)),
        ("Is there any room for £19.50 an hour?", "Accounts have agreed, so yes.", ("rate", 19.5)),
        ("Could you go to £410 a day?", "That's been approved.", ("rate", 410)),
        ("Any flexibility on the rate, say £22 an hour?", "Go on then, yes.", ("rate", 22)),
    ],
)
def test_an_english_answer_leaves_out_what_its_question_says(question: str, answer: str, found: tuple[str, float]) -> None:
    assert found in {(one[1], one[3]) for one in answered(question, answer)}


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Is there any room for £19.50 an hour?", "It hasn't been approved."),
        ("Is there any room for £19.50 an hour?", "No, sorry."),
        ("Would you accept 3 years of Kafka?", "No, I'm afraid not."),
        ("Do you have the CVs of both? One has 3 years of Kafka.", "Yes, both arrived."),
        ("Is the second interview really needed?", "One moment, I will ask."),
        ("Is the second interview really needed?", "Tom will be one of the panel."),
    ],
)
def test_an_english_answer_that_settles_nothing(question: str, answer: str) -> None:
    assert {one for one in answered(question, answer) if one[3] is not None} == set()


@pytest.mark.parametrize(
    ("question", "answer", "found"),
    [
        ("How many positions?", "Three now, it was two.", {("headcount", "must", 3)}),
        ("How many people do they need?", "Just 2 please.", {("headcount", "must", 2)}),
        ("Is Terraform mandatory?", "Yes. They would also like Kafka.", {("terraform", "must", None)}),
        ("Is Terraform mandatory?", "No. Kafka is.", {("terraform", "not_required", None)}),
    ],
)
def test_an_answer_that_goes_on_still_answers(question: str, answer: str, found: set[tuple[str, str, float | None]]) -> None:
    assert found <= {(one[1], one[2], one[3]) for one in answered(question, answer)}
