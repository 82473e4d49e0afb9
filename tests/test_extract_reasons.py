"""Why a demand moved, and how far a cause reaches (GUIDELINES.md 7)."""

import pytest

from extract.folding import fold
from extract.reasons import causes_in
from requisitions.words import Reason
from tests.reading import change_en, change_ja, form_ja, read, read_mail


def reasons(text: str) -> dict[str, str]:
    """Each demand's key with its reason, the statement's where it has none of its own."""
    reading = read(text, subject="Re: 倉庫管理システム", in_reply_to=("<0@partner.example>",))
    return {found.key: str(found.reason or statement.reason) for statement in reading.statements for found in statement.requirements}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("先月の障害を受けて", "incident"),
        ("本番でトラブルがありましたので", "incident"),
        ("案件が炎上しており", "incident"),
        ("after last week's outage", "incident"),
        ("because of a production issue", "incident"),
        ("現場が多忙のため", "workload"),
        ("手が足りないため", "workload"),
        ("教える時間がないため", "workload"),
        ("増員のため", "workload"),
        ("the team is swamped", "workload"),
        ("nobody has time, they are overloaded", "workload"),
        ("予算が下りましたので", "budget"),
        ("コスト削減のため", "budget"),
        ("because the budget was cut", "budget"),
        ("there is a rate cap now", "budget"),
        ("要件が変更となり", "scope"),
        ("対応範囲が広がったため", "scope"),
        ("the scope has grown", "scope"),
        ("they enter a new phase", "scope"),
        ("担当者の退職に伴い", "personnel"),
        ("要員の交代のため", "personnel"),
        ("the lead resigned", "personnel"),
        ("it is a backfill", "personnel"),
        ("開発が前倒しになり", "schedule"),
        ("リリースの延期により", "schedule"),
        ("the go-live has moved", "schedule"),
        ("the project is delayed", "schedule"),
        ("応募がなかったため", "market"),
        ("なかなか決まらないため", "market"),
        ("nobody applied", "market"),
        ("we had no candidates", "market"),
        ("先日のご案内に誤りがあり", "misreport"),
        ("当方の認識違いでした", "misreport"),
        ("my mistake", "misreport"),
        ("there was a typo in my mail", "misreport"),
        ("社内規定により", "policy"),
        ("セキュリティ上の理由で", "policy"),
        ("a new company policy", "policy"),
        ("for compliance", "policy"),
        ("legal insists on it", "policy"),
        ("HR insists on it", "policy"),
    ],
)
def test_causes(text: str, reason: str) -> None:
    assert [str(cause) for _, _, cause in causes_in(fold(text).text)] == [reason]


@pytest.mark.parametrize(
    "text",
    [
        "単価は65万円です",
        "予算：65万円",
        "予算は65万円です",
        "障害対応の経験",
        "トラブルシュートの経験",
        "the rate is $70/hr",
        "$70/hr on W2",
        "£450 per day, 8 hrs",
        "incident management experience",
        "the budget is $70/hr",
        "change management skills",
        "お知らせいたします",
        "an update for you",
        "よろしくお願いいたします",
        "these three changes",
    ],
)
def test_other_words_are_no_cause(text: str) -> None:
    assert causes_in(fold(text).text) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        # In the same sentence.
        (change_ja("現場が多忙で教える時間がないため、Dockerが必須になりました。"), "workload"),
        (change_ja("Dockerが必須になりました（社内規定のため）。"), "policy"),
        (change_en("Because of last week's outage, Docker is now a must."), "incident"),
        (change_en("Docker is now a must, since the scope has grown."), "scope"),
        # In the sentences just before.
        (change_ja("先月、本番で障害がありました。そのため、Dockerが必須になりました。"), "incident"),
        (change_ja("なかなか応募がない状況です。Dockerは尚可で構いません。"), "market"),
        (change_en("The lead has resigned. Docker is now a must."), "personnel"),
        (change_en("Nobody applied for three weeks. So Docker is only nice to have now."), "market"),
        # In a lead-in to the list.
        (change_ja("予算が下りましたので、下記の通り変更いたします。\n\n・Docker：必須"), "budget"),
        (change_en("The audit found gaps, so:\n\n- Docker is now a must"), "incident"),
    ],
)
def test_a_cause_reaches_the_demand_that_it_explains(text: str, reason: str) -> None:
    assert reasons(text)["docker"] == reason


def test_another_cause_ends_the_one_before() -> None:
    text = change_en("The lead resigned, so Docker is now a must. The budget was cut, so the rate drops to $55 an hour.")
    assert reasons(text) == {"docker": "personnel", "rate": "budget"}


@pytest.mark.parametrize(
    "text",
    [
        change_en("The team is swamped, so Docker is now a must. Separately, there are now two interviews."),
        change_en("The team is swamped, so Docker is now a must. By the way, there are now two interviews."),
        change_en("The team is swamped, so Docker is now a must.\n\nAnother thing: there are now two interviews."),
        change_ja("現場が多忙のため、Dockerが必須になりました。それとは別に、面談は2回になりました。"),
        change_ja("現場が多忙のため、Dockerが必須になりました。\n\n別件ですが、面談は2回になりました。"),
    ],
)
def test_a_cause_ends_where_the_text_turns_away(text: str) -> None:
    assert reasons(text) == {"docker": "workload", "interview-count": "unstated"}


@pytest.mark.parametrize(
    "text",
    [
        change_ja("Dockerが必須になりました。"),
        change_ja("条件の変更をお知らせします。Dockerが必須になりました。"),
        change_ja("お客様より連絡があり、Dockerが必須になりました。"),
        change_ja("理由は聞けておりませんが、Dockerが必須になりました。"),
        change_en("Docker is now a must."),
        change_en("A quick update: Docker is now a must."),
        change_en("The client called this morning. Docker is now a must."),
        change_en("Docker is now a must. They gave no reason."),
        change_en("Docker is now a must. The rate is still $70/hr."),
    ],
)
def test_an_announcement_is_no_cause(text: str) -> None:
    assert reasons(text)["docker"] == "unstated"


@pytest.mark.parametrize(
    "text",
    [
        change_en("It has nothing to do with the budget, but Docker is now a must."),
        change_en("Not because of the budget, but Docker is now a must."),
        change_ja("予算とは関係ありませんが、Dockerが必須になりました。"),
    ],
)
def test_a_cause_that_is_denied_is_none(text: str) -> None:
    assert reasons(text)["docker"] == "unstated"


def test_a_cause_in_quoted_history_is_none() -> None:
    body = "Dockerが必須になりました。\n\n> 予算が削減されたため、単価は58万円となります。\n"
    reading = read_mail(body, subject="Re: 倉庫管理システム", in_reply_to="<0@partner.example>")
    assert [str(statement.reason) for statement in reading.statements] == ["unstated"]


def test_every_reason_but_unstated_has_words() -> None:
    text = "障害 多忙 予算 要件変更 退職 前倒し 応募が 誤り 規定"
    assert {cause for _, _, cause in causes_in(text)} == set(Reason) - {Reason.UNSTATED}


def test_a_cause_reaches_every_item_of_its_list() -> None:
    text = change_ja("先日のご案内に誤りがありました。正しくは以下の通りです。\n\n・単価：65万円\n・場所：三田\n・面談：2回")
    assert reasons(text) == {"rate": "misreport", "location": "misreport", "interview-count": "misreport"}


def test_words_of_the_work_give_a_requisition_no_reason() -> None:
    reading = read(form_ja("業務内容：障害対応、予算管理システムの改修"))
    assert {str(found.reason or statement.reason) for statement in reading.statements for found in statement.requirements} == {"unstated"}


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            change_ja("先日のご案内に誤りがありました。正しくは以下の通りです。\n\n・単価：65万円\n・場所：三田\n・面談：2回"),
            {"rate": "misreport", "location": "misreport", "interview-count": "misreport"},
        ),
        (
            change_en("The team is swamped, so Docker is now a must.\n\nAnother thing: there are now two interviews."),
            {"docker": "workload", "interview-count": "unstated"},
        ),
        (change_en("The audit found gaps, so:\n\n- Docker is now a must"), {"docker": "incident"}),
        (change_ja("体制変更に伴い：\n・Dockerが必須になりました"), {"docker": "personnel"}),
        (change_ja("予算とは関係ありませんが、Dockerが必須になりました。"), {"docker": "unstated"}),
        (change_en("HR insists on it: Docker is now a must."), {"docker": "policy"}),
        (change_en("The rate is now $70/hr."), {"rate": "unstated"}),
        (change_en("They had a near miss last week, so Docker is now a must."), {"docker": "incident"}),
        (change_en("Docker is now a must, since the programme has been extended."), {"docker": "scope"}),
    ],
)
def test_how_far_a_cause_reaches(text: str, want: dict[str, str]) -> None:
    assert reasons(text) == want


def test_the_work_of_a_requisition_is_no_cause() -> None:
    reading = read(form_ja("業務内容：障害対応、予算管理システムの改修、運用引継ぎ"))
    assert {str(found.reason or statement.reason) for statement in reading.statements for found in statement.requirements} == {"unstated"}


def test_nearer_beats_farther() -> None:
    text = change_ja("現場が多忙のため、Dockerが必須になりました。また、予算が下がったため、単価は58万円となりました。")
    assert reasons(text) == {"docker": "workload", "rate": "budget"}


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("After an upgrade went wrong on Sunday, Docker is now a must.", "incident"),
        ("They changed the back end design, so Docker is now a must.", "scope"),
        ("As nobody nearby has applied, Docker is now a must.", "market"),
        ("We saw not enough suitable applicants, so Docker is now a must.", "market"),
        ("The client came back with this: Docker is now a must.", "unstated"),
    ],
)
def test_causes_in_a_vendors_words(line: str, want: str) -> None:
    assert reasons(change_en(line)) == {"docker": want}


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("着任を急いでいるため、Dockerが必須になりました。", "schedule"),
        ("監視もこちらで担当することになり、Dockerが必須になりました。", "scope"),
        ("先に伺っていた話と異なる説明があり、Dockerが必須になりました。", "misreport"),
    ],
)
def test_causes_in_a_partners_words(line: str, want: str) -> None:
    assert reasons(change_ja(line)) == {"docker": want}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The brewery brought their launch date up by three weeks.", "schedule"),
        ("The dairy moved the handover ahead a month.", "schedule"),
        ("The fit-out is taking longer than we thought.", "schedule"),
        ("The windows have still not arrived.", "schedule"),
        ("The new hangar opens later than hoped.", "schedule"),
        ("These joiners simply do not exist at that price.", "market"),
        ("We are not getting any takers at this money.", "market"),
        ("Plasterers are thin on the ground.", "market"),
        ("The bakery down the road pays more elsewhere and people keep turning us down.", "market"),
        ("The trust has released the money.", "budget"),
        ("The grant came through on Friday.", "budget"),
        ("Finance won't sign for more.", "budget"),
        ("Two of our drivers are off sick.", "personnel"),
        ("Lou is back from maternity leave.", "personnel"),
        ("Our shift leader walked.", "personnel"),
        ("Helen has broken her wrist.", "personnel"),
        ("Orders have shot up since the show.", "workload"),
        ("The phones haven't stopped.", "workload"),
        ("We won a new contract with the hospital.", "workload"),
        ("We've also taken on the west wing.", "scope"),
        ("The architect has changed the drawings.", "scope"),
        ("A guest was scalded last week.", "incident"),
        ("There was a dosing error on nights.", "incident"),
        ("After the near drowning at the weekend.", "incident"),
        ("The council says every driver needs one.", "policy"),
        ("The consultant has revised the drawings.", "scope"),
        ("Our insurers now demand it.", "policy"),
        ("The municipality now insists on it.", "policy"),
        ("Airport control has changed the pass rules.", "policy"),
        ("I had the old figure in my head.", "misreport"),
        ("I transposed two digits.", "misreport"),
        ("I mis-keyed this line.", "misreport"),
        ("There was an error in the advert.", "misreport"),
        ("The weather has put us back a fortnight.", "schedule"),
        ("I gave you last season's figure by accident.", "misreport"),
    ],
)
def test_causes_in_everyday_english(text: str, reason: str) -> None:
    assert {str(cause) for _, _, cause in causes_in(fold(text).text)} == {reason}


@pytest.mark.parametrize(
    "text",
    [
        "Please send them to the depot.",
        "The rate moves up to £19 an hour.",
        "We moved the start date back to 4 May.",
        "They must arrive ten minutes early.",
        "Orders are picked by hand.",
        "The site is behind the old bakery.",
        "You found it by accident.",
        "They test for an error in the wiring.",
    ],
)
def test_everyday_words_that_give_no_cause(text: str) -> None:
    assert causes_in(fold(text).text) == []


def test_a_cause_in_the_sentence_before_is_carried_into_all_that_follows() -> None:
    found = reasons("The dairy pulled the handover forward a month. So we need 5 fitters, and the rate is £24 an hour.")
    assert found == {"headcount": "schedule", "rate": "schedule"}
