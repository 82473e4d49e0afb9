"""Whole clarification mails in the forms of FIELD.md 5: what each changes, and nothing of what it only repeats, asks or tells."""

import pytest

from tests.reading import demands, hinted, needs, only, read, read_mail, requirements, statuses, values


def changed(text: str, subject: str = "Re: 配送計画システムの機能追加") -> dict[str, str]:
    return needs(read(text, subject=subject, in_reply_to=("<0@x.example>",)))


def test_changed_lines_only() -> None:
    text = """\
田辺様

お世話になっております。石田です。
配送計画システムの件、下記の通り条件が更新されました。

【更新】
単価：〜65万円 → 〜70万円
期間：12月〜 → 1月〜
必須：Spring Boot（尚可から変更）

その他は変更ございません。
よろしくお願いいたします。
"""
    reading = read(text, subject="Re: 配送計画システムの機能追加", in_reply_to=("<0@x.example>",))
    assert needs(reading) == {"rate": "must", "start-date": "must", "spring-boot": "must"}
    assert values(reading)["rate"][:2] == (None, 700000)
    assert values(reading)["start-date"][3] == "2027-01"


def test_feedback_after_an_interview_that_changes_the_demand() -> None:
    text = """\
お世話になっております。
本日は面談のお時間をいただきありがとうございました。

K様につきましては、残念ながら今回は見送らせていただきます。
現場が忙しく教える時間が取れないため、即戦力の方をお願いしたいとのことです。
また、Javaの経験は5年以上に変更となりました。

引き続きよろしくお願いいたします。
"""
    reading = read(text, subject="Re: 面談の結果について", in_reply_to=("<0@x.example>",))
    assert needs(reading) == {"immediately-effective": "must", "java": "must"}
    assert values(reading)["java"][:3] == (5, None, "year")
    assert {str(found.reason or only(reading).reason) for found in requirements(reading) if found.key == "immediately-effective"} == {
        "workload"
    }
    assert [str(event.kind) for event in reading.events if str(event.kind) == "rejection"] == ["rejection"]
    assert statuses(reading) == [None]


def test_a_partial_restatement_is_no_removal() -> None:
    text = """\
念のため、現在の条件を再度お送りいたします。

単価：〜70万円
面談：1回
場所：木場

変更点はございません。
"""
    reading = read(text, subject="Re: 配送計画システムの機能追加", in_reply_to=("<0@x.example>",))
    assert str(reading.kind) == "clarification"
    assert "not_required" not in needs(reading).values()
    assert {str(statement.mode) for statement in reading.statements} == {"amendment"}


def test_a_correction_of_a_correction() -> None:
    text = "度々申し訳ございません。先ほどの訂正に誤りがありました。単価は68万円ではなく66万円です。\n"
    reading = read(text, subject="Re: 配送計画システムの機能追加", in_reply_to=("<0@x.example>",))
    assert values(reading)["rate"][:2] == (660000, 660000)
    assert str(only(reading).reason) == "misreport"


def test_a_vendor_relays_his_client() -> None:
    text = """\
Hello,

The client got back to me on the Kafka role (Job ID 40718):

- Flink moves from nice to have to must have
- Rate cap is now $72/hr
- They will consider H1B as well
- No change to the location

Please send two more profiles by Friday.

Priya
"""
    reading = read(text, subject="RE: Kafka Engineer - Raleigh, NC", in_reply_to=("<0@x.example>",))
    assert [statement.reference for statement in reading.statements] == ["40718"]
    assert needs(reading, "skill", "rate") == {"flink": "must", "rate": "must"}
    assert values(reading)["rate"][:2] == (None, 72)
    assert "headcount" not in needs(reading)
    assert "location" not in needs(reading)
    assert str(only(reading).stated_by) == "intermediary"


def test_a_close_with_thanks() -> None:
    text = """\
お世話になっております。
配送計画システムの件、他社様にて決定いたしましたので、募集を終了とさせていただきます。
ご提案いただきました皆様には、誠にありがとうございました。
また別の案件がございましたらご連絡いたします。
"""
    reading = read(text, subject="Re: 配送計画システムの機能追加", in_reply_to=("<0@x.example>",))
    assert (statuses(reading), demands(reading)) == (["closed"], set())


def test_hedges_about_the_future_are_hints() -> None:
    text = """\
Hi,

just so you know: the client is thinking about a second seat in March, and they might ask for Flink then.
For now nothing changes.
"""
    reading = read(text, subject="RE: Kafka Engineer", in_reply_to=("<0@x.example>",))
    assert demands(reading) == set()


def test_what_only_the_history_says_is_not_said_again() -> None:
    body = """\
承知いたしました。1月開始で問題ございません。

2026年11月23日(月) 9:00 田辺 <tanabe@staffing.example>:
> Java 3年以上、単価70万円、週2日リモートで進めます。
> 開始は1月でよろしいでしょうか？
"""
    assert set(needs(read_mail(body, subject="Re: 配送計画システム", in_reply_to="<0@x.example>"))) <= {"start-date"}


@pytest.mark.parametrize(
    "text",
    [
        "K様のスキルシートを拝受いたしました。先方に提出いたします。\n",
        "本日、先方へご提案いたしました。結果が出ましたらご連絡いたします。\n",
        "面談日程の候補を3つほどいただけますでしょうか。\n",
        "12/2 15:00、12/3 10:00、12/4 13:00のいずれかでお願いいたします。\n",
        "K様の希望単価と稼働開始日を教えてください。\n",
        "案件の詳細は添付の資料をご覧ください。\n",
        "Thanks, I have passed her profile on to the manager.\n",
        "Could you tell me her rate and notice period?\n",
        "Please send her Java certificates and a copy of her visa.\n",
        "Slots: 2 December 3pm, 3 December 10am, 4 December 1pm.\n",
        "I expect feedback by the end of the week.\n",
        "She was asked about Docker, Kubernetes and AWS in the interview.\n",
    ],
)
def test_the_talk_around_a_seat_demands_nothing(text: str) -> None:
    assert changed(text) == {}


@pytest.mark.parametrize(
    ("line", "key", "need"),
    [
        ("Terraform moves from good-to-have to mandatory.", "terraform", "must"),
        ("Scala is now compulsory.", "scala", "must"),
        ("Docker is a hard requirement now.", "docker", "must"),
        ("They don't have to know SAP any more.", "sap", "not_required"),
        ("The driver does not have to speak German.", "german", "not_required"),
        ("Ignore what I said about Kafka, it has to be RabbitMQ.", "kafka", "not_required"),
        ("Ignore what I said about Kafka, it has to be RabbitMQ.", "rabbitmq", "must"),
        ("The client asked me to drop the Perl requirement.", "perl", "not_required"),
        ("PMP would be looked on favourably.", "pmp", "preferred"),
        ("AWS wd be nice.", "aws", "preferred"),
        ("Jenkins is only a nice extra now.", "jenkins", "preferred"),
        ("Ansible would be a distinct advantage.", "ansible", "preferred"),
    ],
)
def test_words_that_bind_or_release(line: str, key: str, need: str) -> None:
    assert needs(read(f"Hi,\n\nan update on the role we spoke about.\n\n{line}\n", in_reply_to=("<0@x.example>",)))[key] == need


@pytest.mark.parametrize(
    "line",
    [
        "CCNA may become a requirement later.",
        "Python might become mandatory.",
        "An ITIL certificate may be required once the audit is over.",
        "Kubernetes could well become essential in the spring.",
    ],
)
def test_what_may_come_is_no_demand(line: str) -> None:
    reading = read(f"Hi,\n\nan update on the role we spoke about.\n\n{line}\n", in_reply_to=("<0@x.example>",))
    assert requirements(reading) == []
    assert len(hinted(reading)) == 1
