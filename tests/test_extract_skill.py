"""Skills with their years and necessity; everyday words, other seats, questions and duties that ask for none."""

import pytest

from tests.reading import change_en, change_ja, form_en, form_ja, hinted, needs, quotes, read, values


def asked(text: str) -> dict[str, str]:
    """The skills asked for beside the COBOL of the form."""
    return {key: need for key, need in needs(read(text), "skill").items() if key != "cobol"}


def years_of(text: str) -> dict[str, tuple[float | None, float | None]]:
    found = values(read(text), "skill")
    assert all(unit == (None if low is high is None else "year") for low, high, unit, _ in found.values())
    return {key: (low, high) for key, (low, high, _, _) in found.items() if low is not None or high is not None}


def test_etc_invents_no_members() -> None:
    assert set(asked(form_ja("必須：Oracle、PostgreSQLなどのDB経験"))) <= {"oracle", "postgresql", "database", "sql", "rdbms"}


def test_a_quote_holds_the_skill_and_its_years() -> None:
    assert quotes(read(form_ja("必須：Javaでの開発経験3年以上、Oracle")), "skill")["java"] == "Javaでの開発経験3年以上"


@pytest.mark.parametrize(
    ("text", "skill", "why"),
    [
        (change_ja("Kubernetesも必須になる可能性があります。"), "kubernetes", "hedged"),
        (change_ja("Go言語も必要になるかもしれません。"), "go", "hedged"),
        (change_ja("もし予算がつけばKubernetesの経験者もお願いします。"), "kubernetes", "conditional"),
        (change_en("If the budget comes we need Kubernetes as well."), "kubernetes", "conditional"),
        (change_ja("Kubernetesを追加するか検討中です。"), "kubernetes", "hedged"),
        (change_en("They might also ask for Kubernetes."), "kubernetes", "hedged"),
        (change_en("Kubernetes is under discussion."), "kubernetes", "hedged"),
    ],
)
def test_skills_that_are_only_thought_of_are_hints(text: str, skill: str, why: str) -> None:
    assert asked(text) == {}
    assert ("skill", skill, why) in hinted(read(text), "skill")


@pytest.mark.parametrize(
    "text",
    [
        change_ja("Dockerは必須でしょうか？"),
        change_ja("Dockerの経験はどの程度必要ですか。"),
        change_ja("Dockerについては変更ありません。"),
        change_ja("面談ではDockerの話が出ました。"),
        change_ja("Dockerの件は追ってご連絡します。"),
        change_en("I will come back to you on Docker."),
        change_en("Is Docker a must?"),
        change_en("Do they need Docker?"),
        change_en("Nothing changes on Docker."),
        change_en("In the interview he talked about Docker."),
        change_ja("候補者の方はDockerの経験が5年ございます。"),
        change_en("The candidate has five years of Docker."),
        change_ja("先日ご提案いただいた方はDockerができますか。"),
        change_ja("別のお客様でDockerの案件がございます。"),
        change_ja("前回の方はDockerが苦手でした。"),
        change_en("Thanks for the Docker profiles."),
        change_en("Your candidate knows Docker well."),
        change_en("Does she know Docker?"),
        change_en("The previous contractor used Docker."),
        change_en("I also have a Docker role with another client."),
        change_en("They liked that he had used Docker."),
    ],
)
def test_questions_and_candidates_ask_for_nothing(text: str) -> None:
    assert asked(text) == {}


@pytest.mark.parametrize(
    "line",
    [
        "About the role: you will work on a Java platform",
        "Tech stack: Go, PostgreSQL, AWS",
        "Title: Salesforce rollout",
        "Interview: one call on Teams",
        "Note: send CVs in Word or PDF.",
        "Note: we use Slack to talk.",
        "Note: let's go through the list on Monday.",
        "Note: the access badge is issued at the desk.",
        "Note: the last person knew Perl.",
        "Note: for another seat we look for Python.",
        "Note: swift feedback is promised.",
        "Note: word has it that the office moves in spring.",
        "See https://example.com/go/index.php for more.",
        "Responsibilities: move reports from Excel to Tableau",
        "Client: a firm that sells Java coffee",
        "Note: I will excel at finding you a date.",
        "Note: the pandas in the zoo are the client's logo.",
        "Note: please access the portal with your badge.",
        "Note: we are a Salesforce partner.",
        "About the role: a React front end and a Go back end",
        "Note: teams of five share a room.",
        "Note: R. Baker will call you.",
        "Note: C. Jones is the manager.",
        "Note: the project is in its spring release.",
    ],
)
def test_described_tools_and_everyday_words_ask_for_nothing_in_english(line: str) -> None:
    assert asked(form_en(line)) == {}


@pytest.mark.parametrize(
    "line",
    [
        "業務内容：Javaで書かれた基幹システムの刷新",
        "環境：Java、Spring、Oracle",
        "開発環境：Go、MySQL、AWS",
        "案件名：Salesforce導入支援",
        "備考：メールはOutlookで受信しております。",
        "備考：面談はZoomで行います。",
        "備考：詳細はhttps://example.com/index.phpをご覧ください。",
        "備考：前任の方はPerlの経験者でした。",
        "備考：別の案件でPythonの方も探しております。",
        "備考：Teamsの招待をお送りします。",
        "備考：一緒にGo!という社風です。",
        "提案時：ExcelまたはPDFのスキルシート",
        "面談：1回（Teams）",
        "体制：Java 3名、PM 1名",
        "業務内容：Excelで管理している台帳のシステム化",
        "備考：連絡はSlackで行います。",
        "体制：AWSチーム5名、Javaチーム10名",
        "案件名：Oracle 19cへのバージョンアップ",
        "備考：弊社はAWSのパートナー企業です。",
        "備考：Wordの契約書をお送りします。",
        "エンド：SAPを導入した製造業",
        "備考：スプリングキャンペーン中です。",
        "備考：サイトはWordPressで作られています。",
        "業務内容：PHPからGoへの移行",
        "備考：スキルシートはExcelでお送りください。",
    ],
)
def test_described_tools_and_everyday_words_ask_for_nothing(line: str) -> None:
    assert asked(form_ja(line)) == {}


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        (change_ja("Dockerが必須になりました。"), {"docker": "must"}),
        (change_ja("Dockerを必須に追加してください。"), {"docker": "must"}),
        (change_ja("Dockerは尚可から必須に変更となりました。"), {"docker": "must"}),
        (change_ja("Dockerは必須から尚可に変更です。"), {"docker": "preferred"}),
        (change_ja("Dockerは不要となりました。"), {"docker": "not_required"}),
        (change_ja("Dockerは必須から外してください。"), {"docker": "not_required"}),
        (change_ja("Dockerの経験は問いません。"), {"docker": "not_required"}),
        (change_ja("Dockerはなくても構いません。"), {"docker": "not_required"}),
        (change_ja("AngularではなくVue.jsの経験者をお願いします。"), {"angular": "not_required", "vuejs": "must"}),
        (change_ja("新たにTerraformも必須です。"), {"terraform": "must"}),
        (change_ja("Terraformの経験があれば尚可、とのことです。"), {"terraform": "preferred"}),
        (change_en("Docker is now a must."), {"docker": "must"}),
        (change_en("Docker moves from nice to have to required."), {"docker": "must"}),
        (change_en("Docker is only nice to have now."), {"docker": "preferred"}),
        (change_en("Docker is no longer required."), {"docker": "not_required"}),
        (change_en("Please drop the Docker requirement."), {"docker": "not_required"}),
        (change_en("We can live without Docker."), {"docker": "not_required"}),
        (change_en("Vue, not Angular."), {"vuejs": "must", "angular": "not_required"}),
        (change_en("They want Vue instead of Angular."), {"vuejs": "must", "angular": "not_required"}),
        (change_en("They also need Terraform now."), {"terraform": "must"}),
        (change_en("The client has added Terraform as a must."), {"terraform": "must"}),
        (change_ja("Dockerは必須ではなく尚可で構いません。"), {"docker": "preferred"}),
        (change_ja("AngularからVue.jsに変更となりました。"), {"angular": "not_required", "vuejs": "must"}),
        (change_en("Angular is out, Vue is in."), {"angular": "not_required", "vuejs": "must"}),
        (change_ja("必須スキルにDockerを追加してください。"), {"docker": "must"}),
        (change_ja("歓迎スキルからDockerを削除します。"), {"docker": "not_required"}),
        (change_ja("Dockerは歓迎スキルに格下げとなりました。"), {"docker": "preferred"}),
        (change_ja("Dockerの経験者に限定することになりました。"), {"docker": "must"}),
        (change_en("Docker has been upgraded from a plus to a must."), {"docker": "must"}),
        (change_en("Please add Docker to the must-haves."), {"docker": "must"}),
        (change_en("Docker: no longer required"), {"docker": "not_required"}),
        (change_en("They will not look at anyone without Docker."), {"docker": "must"}),
    ],
)
def test_skills_move(text: str, skills: dict[str, str]) -> None:
    assert asked(text) == skills


@pytest.mark.parametrize(
    ("text", "years"),
    [
        (form_ja("必須：Java3年以上"), {"java": (3, None)}),
        (form_ja("必須：Java経験3年以上"), {"java": (3, None)}),
        (form_ja("必須：Java（3年以上）、Oracle"), {"java": (3, None)}),
        (form_ja("必須：Java 3年以上、Oracle 2年以上"), {"java": (3, None), "oracle": (2, None)}),
        (form_ja("必須：Oracle、Java3年以上"), {"java": (3, None)}),
        (form_ja("必須：JavaまたはKotlin 3年以上"), {"java": (3, None), "kotlin": (3, None)}),
        (form_ja("必須：Javaの開発経験が3年程度ある方"), {"java": (3, None)}),
        (form_ja("必須：Java 3〜5年"), {"java": (3, 5)}),
        (form_ja("尚可：AWSの構築経験1年以上"), {"aws": (1, None)}),
        (form_en("Required: 3 years of Scala"), {"scala": (3, None)}),
        (form_en("Required: 2 years of Hive and Flink"), {"hive": (2, None), "flink": (2, None)}),
        (form_en("Required: Scala (3 years), Kafka"), {"scala": (3, None)}),
        (form_en("Required: Scala - 3+ years"), {"scala": (3, None)}),
        (form_en("Required: 3-5 years of Scala"), {"scala": (3, 5)}),
        (form_en("You have at least four years of Ruby."), {"ruby": (4, None)}),
        (change_ja("Javaの経験は3年以上から5年以上に変更します。"), {"java": (5, None)}),
        (change_ja("Javaは3年以上必要になりました。"), {"java": (3, None)}),
        (change_en("They now want five years of Java instead of three."), {"java": (5, None)}),
        (change_en("Java goes up from 3 to 5 years."), {"java": (5, None)}),
    ],
)
def test_years_belong_to_the_skill_that_they_touch(text: str, years: dict[str, tuple[float | None, float | None]]) -> None:
    assert years_of(text) == years


@pytest.mark.parametrize(
    ("line", "skills"),
    [
        ("Skills: Java, Spring Boot", {"java": "must", "spring-boot": "must"}),
        ("Required: Python", {"python": "must"}),
        ("Nice to have: Docker", {"docker": "preferred"}),
        ("Requirements:\n- React\n- TypeScript\nPreferred:\n- GraphQL", {"react": "must", "typescript": "must", "graphql": "preferred"}),
        ("Skills: Kafka (a plus)", {"kafka": "preferred"}),
        ("Skills: Kafka required, Flink is a plus", {"kafka": "must", "flink": "preferred"}),
        ("You need strong PostgreSQL.", {"postgresql": "must"}),
        ("Experience with Terraform is required.", {"terraform": "must"}),
        ("Ansible would be nice.", {"ansible": "preferred"}),
        ("Ideally you know Grafana.", {"grafana": "preferred"}),
        ("Kubernetes is strongly preferred.", {"kubernetes": "preferred"}),
        ("Must have: C++ and Qt", {"cpp": "must", "qt": "must"}),
        ("Skills: .NET Core, C#", {"csharp": "must"}),
        ("Skills: Node.js", {"nodejs": "must"}),
        ("Must have: Go, gRPC", {"go": "must", "grpc": "must"}),
        ("Must have: R, Stata", {"r": "must", "stata": "must"}),
        ("Must have: Excel and Outlook", {"excel": "must", "outlook": "must"}),
        ("Top skills: Kafka, Flink", {"kafka": "must", "flink": "must"}),
        ("Strong Kafka skills are a must.", {"kafka": "must"}),
        ("Hands-on experience with Kafka required; Flink a bonus.", {"kafka": "must", "flink": "preferred"}),
        ("Proficiency in Kafka", {"kafka": "must"}),
    ],
)
def test_english_skills_with_what_binds_them(line: str, skills: dict[str, str]) -> None:
    found = asked(form_en(line))
    assert {key: found.get(key) for key in skills} == skills


@pytest.mark.parametrize(
    ("line", "skills"),
    [
        ("必須スキル：Java", {"java": "must"}),
        ("必須：Java、Spring Boot", {"java": "must", "spring-boot": "must"}),
        ("必須：ＪＡＶＡ", {"java": "must"}),
        ("必須：ｼﾞｬﾊﾞ", {"java": "must"}),
        ("必須：Java／Oracle", {"java": "must", "oracle": "must"}),
        ("【必須】\n・Javaでの開発経験\n・Oracleの利用経験", {"java": "must", "oracle": "must"}),
        ("【必須】\n・Python\n【尚可】\n・Docker", {"python": "must", "docker": "preferred"}),
        ("尚可：Kubernetes", {"kubernetes": "preferred"}),
        ("歓迎スキル：Terraform、Ansible", {"terraform": "preferred", "ansible": "preferred"}),
        ("あれば尚可：React", {"react": "preferred"}),
        ("スキル：C#", {"csharp": "must"}),
        ("スキル要件：TypeScript（必須）、GraphQL（尚可）", {"typescript": "must", "graphql": "preferred"}),
        ("必須：Excel（VLOOKUP程度）", {"excel": "must"}),
        ("備考：AWSの経験がある方を希望します。", {"aws": "must"}),
        ("備考：Salesforceの知見があると嬉しいです。", {"salesforce": "preferred"}),
        ("必須：JavaScriptでの開発", {"javascript": "must"}),
        ("必須：C♯での開発経験", {"csharp": "must"}),
        ("必須：Go言語での開発経験", {"go": "must"}),
        ("必須：R言語による統計解析", {"r": "must"}),
        ("必須：C言語", {"c": "must"}),
        ("必須：PL/SQLの経験", {"plsql": "must"}),
        ("スキル：C#、VB.NET", {"csharp": "must", "vbnet": "must"}),
        ("必須：Javaができる方", {"java": "must"}),
        ("必須：Java経験者", {"java": "must"}),
        ("必須：Linuxサーバーの構築・運用", {"linux": "must"}),
        ("必須スキル\n・React\n・TypeScript\n\n尚可スキル\n・Next.js", {"react": "must", "typescript": "must", "nextjs": "preferred"}),
        ("■必須\nJava、SQL\n■尚可\nAWS", {"java": "must", "sql": "must", "aws": "preferred"}),
        ("備考：AWSの知見をお持ちの方は優遇いたします。", {"aws": "preferred"}),
        ("備考：AWSが使えるとなお良いです。", {"aws": "preferred"}),
    ],
)
def test_japanese_skills_with_what_binds_them(line: str, skills: dict[str, str]) -> None:
    found = asked(form_ja(line))
    assert {key: found.get(key) for key in skills} == skills


def test_a_name_in_small_letters_behind_an_and_is_a_skill_of_its_own() -> None:
    assert needs(read(change_ja("Snowflakeとdbtは必須です。")), "skill") == {"snowflake": "must", "dbt": "must"}
    assert needs(read(change_en("PowerShell scripting is a must.")), "skill") == {"powershell": "must"}


@pytest.mark.parametrize("line", ["Rate: CAD 71 an hour, all in", "Pay rate: CAD 480 per day", "Budget: CAD 95k a year"])
def test_the_code_of_a_currency_before_an_amount_is_no_skill(line: str) -> None:
    assert "cad" not in needs(read(form_en(line, instead_of="rate")), "skill")


@pytest.mark.parametrize("line", ["Must have: CAD 4 years", "Must have: CAD 2+ yrs, Revit"])
def test_years_behind_it_make_it_the_skill(line: str) -> None:
    assert needs(read(form_en(line, instead_of="skill")), "skill")["cad"] == "must"
