"""The job by its name; titles of projects, people met and teams are no job."""

import pytest

from tests.reading import change_en, change_ja, form_en, form_ja, needs, only, read, read_mail


def jobs(text: str) -> dict[str, str]:
    """The jobs of a mail, but for the maintenance that the English form is titled with."""
    return {key: need for key, need in needs(read(text), "role").items() if key != "cobol-maintenance"}


def test_a_project_is_a_title_and_no_job() -> None:
    reading = read(form_ja("単価：65万円"))
    assert needs(reading, "role") == {}
    assert only(reading).title == "倉庫管理システムの更改"


def test_a_signature_names_no_job() -> None:
    body = form_ja("単価：65万円") + "\n--\n株式会社みなとパートナー\nシステムエンジニア 石田 太郎\nTEL 03-5550-0140\n"
    assert needs(read_mail(body), "role") == {}


@pytest.mark.parametrize(
    "text",
    [
        form_ja("業務内容：テスターの育成"),
        form_ja("体制：PM1名、プログラマー5名"),
        form_ja("備考：面談はPMが対応いたします。"),
        form_ja("備考：前任のテスターは11月で離任しました。"),
        form_ja("必須：プログラマーとしての実務経験"),
        form_ja("備考：営業担当の石田までご連絡ください。"),
        form_ja("エンド：人材紹介会社"),
        form_en("About the role: you report to the project manager"),
        form_en("Responsibilities: support the developers"),
        form_en("Note: the hiring manager will call you."),
        form_en("Note: the last tester left in October."),
        form_en("Interview: with the architect"),
        change_ja("面談にはPMと人事の方が同席します。"),
        change_ja("テスターの件、ご提案ありがとうございます。"),
        change_ja("営業の石田です。"),
        change_en("The architect liked the profile."),
        change_en("About the tester seat: the rate is now $50/hr."),
        change_en("I spoke with the project manager today."),
        form_ja("備考：エンドのPMの方は厳しい方です。"),
        form_ja("業務内容：営業担当者が使うアプリの開発"),
        form_ja("面談：PMと1回"),
        form_en("Must have: worked with business analysts"),
        form_en("Note: ask the receptionist for a badge."),
        form_en("About the role: a tool for nurses"),
        change_ja("PMの方から連絡がありました。"),
        change_en("The project manager is on leave."),
        change_en("I met their scrum master."),
        form_ja("案件名：PMO業務の効率化ツール開発", instead_of="title"),
        form_ja("案件名：テスター派遣システムの改修", instead_of="title"),
    ],
)
def test_people_met_teams_and_seats_named_are_no_job_asked_for(text: str) -> None:
    assert jobs(text) == {}


def test_one_job_a_seat() -> None:
    assert len(jobs(form_ja("職種：PMO\n備考：プログラマーの方でもPMOを目指す方なら募集対象です。"))) == 1


def test_a_job_that_no_vocabulary_knows_is_named_by_its_own_words() -> None:
    assert jobs(form_ja("職種：灯台守")) == {"灯台守": "must"}


@pytest.mark.parametrize(
    ("text", "job"),
    [
        (form_ja("職種：経理事務"), "accounting-clerk"),
        (form_ja("職　種：一般事務"), "office-clerk"),
        (form_ja("【ポジション】PMO"), "pmo"),
        (form_ja("募集職種：ネットワークエンジニア"), "network-engineer"),
        (form_ja("職種：テスター"), "tester"),
        (form_ja("備考：インフラエンジニアを募集しております。"), "infrastructure-engineer"),
        (form_ja("備考：受付の方を1名探しております。"), "receptionist"),
        (form_ja("職種：Javaエンジニア"), "java-engineer"),
        (form_en("Role: Network engineer"), "network-engineer"),
        (form_en("Position: Senior business analyst"), "business-analyst"),
        (form_en("Role: Rust developer"), "rust-developer"),
        (form_en("Role: accounts clerk"), "accounting-clerk"),
        (form_en("Our client is looking for a scrum master."), "scrum-master"),
        (form_en("We need a data engineer."), "data-engineer"),
        (form_ja("ポジション：シニアネットワークエンジニア"), "network-engineer"),
        (form_ja("職種：営業事務"), "sales-assistant"),
        (form_ja("ポジション：PM"), "pm"),
        (form_ja("備考：PMOの方を募集します。"), "pmo"),
        (form_ja("職種：社内SE"), "internal-se"),
        (form_en("Position: DevOps Engineer"), "devops-engineer"),
        (form_en("Role: Sr. Java Developer"), "java-developer"),
        (form_en("Job: receptionist"), "receptionist"),
        (form_en("We're short of a sous chef."), "sous-chef"),
        (form_en("The depot could do with two CNC setter/operators."), "cnc-setter"),
        (form_en("Could you find us a locum pharmacist?"), "locum-pharmacist"),
        (form_ja("案件名：PMO", instead_of="title"), "pmo"),
        (form_ja("案件名：会員サイト改修のPMO", instead_of="title"), "pmo"),
    ],
)
def test_the_job_by_its_name(text: str, job: str) -> None:
    assert jobs(text) == {job: "must"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (change_ja("テスターではなくヘルプデスクの募集となりました。"), {"tester": "not_required", "helpdesk": "must"}),
        (change_en("They want a data engineer instead of a data analyst."), {"data-engineer": "must", "data-analyst": "not_required"}),
    ],
)
def test_a_job_that_takes_anothers_place(text: str, found: dict[str, str]) -> None:
    have = jobs(text)
    assert {key: have.get(key) for key in found} == found


@pytest.mark.parametrize(
    "text",
    [
        form_en("We are looking for a person who knows COBOL."),
        form_en("We need somebody soon."),
        form_en("They need people in Leeds."),
        form_en("We are looking for an answer by Friday."),
    ],
)
def test_people_as_such_are_no_job(text: str) -> None:
    assert jobs(text) == {}
