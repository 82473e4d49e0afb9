"""Where a clause ends, and which word governs which demand (FIELD.md 4)."""

from dataclasses import replace

import pytest

from extract.clauses import Clause, clauses_of, governing, item_bounds
from extract.folding import fold
from extract.units import read_units
from tests.reading import change_en, change_ja, form_en, form_ja, message_of, needs, read


def clauses(line: str) -> list[Clause]:
    (unit,) = read_units(message_of(line), fold(line), japanese=not line.isascii())
    return list(clauses_of(unit))


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("Javaは必須です。Dockerは尚可です。", ["javaは必須です。", "dockerは尚可です。"]),
        ("Javaは必須ですが、Dockerは不要です。", ["javaは必須ですが、", "dockerは不要です。"]),
        ("Javaは不問。ただしSQLは必須。", ["javaは不問。", "ただしsqlは必須。"]),
        ("製造経験は不問。PHPの知見は尚可", ["製造経験は不問。", "phpの知見は尚可"]),
        ("Java is a must. Docker is a plus.", ["java is a must.", "docker is a plus."]),
        ("Java is a must but Docker is not needed.", ["java is a must but", "docker is not needed."]),
        ("Java is a must; Docker is a plus", ["java is a must;", "docker is a plus"]),
    ],
)
def test_a_clause_ends_where_the_words_turn(line: str, texts: list[str]) -> None:
    assert [clause.text.strip() for clause in clauses(line)] == texts


@pytest.mark.parametrize(
    "line",
    [
        "単価は65.5万円です。",
        "e.g. Java or Kotlin",
        "approx. 5 years of Java",
        "St. Ives office",
        "Node.js and Vue.js",
        "version 2.0 of the tool",
        "9 a.m. - 5 p.m. daily",
        "Rate: $60 - $65/hr",
        "Java、Oracle、AWS",
    ],
)
def test_points_inside_words_and_figures_end_nothing(line: str) -> None:
    assert len(clauses(line)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Javaは必須でしょうか？",
        "Javaは必須ですか。",
        "40代も可能でしょうか。",
        "Is Java a must?",
        "外国籍の方は可能ですか",
        "Javaは要りますか?",
    ],
)
def test_questions(line: str) -> None:
    assert all(clause.question for clause in clauses(line))


@pytest.mark.parametrize(
    "line", ["Javaは必須です。", "Java is a must.", "なかなか良い方です。", "Javaか、またはKotlin", "What we need is Java."]
)
def test_statements_are_no_questions(line: str) -> None:
    assert not any(clause.question for clause in clauses(line))


@pytest.mark.parametrize(
    ("line", "words", "item"),
    [
        ("Java、Oracle（12c以上、RAC）、AWS", "oracle", "oracle(12c以上、rac)"),
        ("Java/Oracle/AWS", "oracle", "oracle"),
        ("Java, Oracle, AWS", "oracle", " oracle"),
        ("rate 1,500 and Java", "java", "rate 1,500 and java"),
        ("Java（JSP、Servlet）", "jsp", "jsp"),
    ],
)
def test_the_item_around_a_place(line: str, words: str, item: str) -> None:
    (clause,) = clauses(line)
    start = clause.unit.text.index(words)
    first, last = item_bounds(clause, start, start + len(words))
    assert clause.unit.text[first:last] == item


def test_no_cue_no_governor() -> None:
    (clause,) = clauses("Javaで書かれたシステム")
    assert governing(clause, 0, 4) is None


def found(text: str) -> dict[str, str]:
    return {key: need for key, need in needs(read(text), "skill", "qualification", "experience", "language").items() if key != "cobol"}


@pytest.mark.parametrize(
    ("line", "binding"),
    [
        # Rule 1: a trailing or bracketed word governs its own item.
        ("スキル：CCNA保持者（尚可）、Java", {"ccna": "preferred", "java": "must"}),
        ("スキル：Java必須、AWS尚可", {"java": "must", "aws": "preferred"}),
        ("必須：Java、Docker歓迎", {"java": "must", "docker": "preferred"}),
        ("必須：Java、Dockerは尚可", {"java": "must", "docker": "preferred"}),
        ("尚可：Docker、Javaは必須", {"docker": "preferred", "java": "must"}),
        ("スキル：Java（必須）、Docker（尚可）、AWS（尚可）", {"java": "must", "docker": "preferred", "aws": "preferred"}),
        # Rule 2: a sub-heading until the next heading of any level, across blank lines.
        ("【スキル】\n＜必須＞\n・Java\n\n・Oracle\n＜尚可＞\n・Docker", {"java": "must", "oracle": "must", "docker": "preferred"}),
        ("【必須】\n・Java\n\n【尚可】\n\n・Docker\n・AWS", {"java": "must", "docker": "preferred", "aws": "preferred"}),
        # Rule 3: a plain field label means must.
        ("必要スキル：Java、Oracle", {"java": "must", "oracle": "must"}),
        ("要件：Java", {"java": "must"}),
        # Rule 5: in notes the clause's own predicate.
        ("備考：Javaは必須です。AWSの経験があれば尚可です。", {"java": "must", "aws": "preferred"}),
        ("備考：JavaはもちろんAWSも必須です。", {"java": "must", "aws": "must"}),
        # Rule 6: a bracket qualifies the item before it.
        ("必須：Java（Oracle不要）、AWS", {"java": "must", "oracle": "not_required", "aws": "must"}),
    ],
)
def test_the_strongest_word_binds_in_japanese(line: str, binding: dict[str, str]) -> None:
    have = found(form_ja(line))
    assert {key: have.get(key) for key in binding} == binding


@pytest.mark.parametrize(
    ("line", "binding"),
    [
        ("Skills: CCNA (a plus), Java", {"ccna": "preferred", "java": "must"}),
        ("Must have: Java, Docker is a plus", {"java": "must", "docker": "preferred"}),
        ("Must have: Java, ideally Docker", {"java": "must", "docker": "preferred"}),
        ("Skills: Java required, AWS preferred", {"java": "must", "aws": "preferred"}),
        ("Required:\n- Java\n\n- Oracle\nDesired:\n- Docker", {"java": "must", "oracle": "must", "docker": "preferred"}),
        ("Nice to have: Docker, AWS", {"docker": "preferred", "aws": "preferred"}),
        ("Java is a must and AWS is a plus.", {"java": "must", "aws": "preferred"}),
        ("Note: Kafka is essential, Flink only a bonus.", {"kafka": "must", "flink": "preferred"}),
        ("Note: Kafka is desirable, as is knowledge of Flink.", {"kafka": "preferred", "flink": "preferred"}),
        ("You must know Java, and AWS would be nice.", {"java": "must", "aws": "preferred"}),
    ],
)
def test_the_strongest_word_binds_in_english(line: str, binding: dict[str, str]) -> None:
    have = found(form_en(line))
    assert {key: have.get(key) for key in binding} == binding


@pytest.mark.parametrize(
    ("line", "binding"),
    [
        # Rule 4: descriptions are never must by themselves.
        ("業務内容：Javaでの開発", {}),
        ("環境：Java、Oracleなど", {}),
        # Traps of FIELD.md 4.
        ("備考：製造経験は不問。PHPの知見は尚可", {"php": "preferred"}),
        ("備考：PHPの経験がなくてもOKです。", {"php": "not_required"}),
        ("備考：CCNAをお持ちでなくても可", {"ccna": "not_required"}),
        ("備考：Javaなしでは厳しいです。", {"java": "must"}),
        ("備考：Javaの経験は応相談です。", {"java": "must"}),
        ("備考：入場まで5営業日必須", {}),
        ("備考：常駐必須", {}),
        ("備考：短期が多い方はNGです。", {}),
        ("備考：未経験の方は不可です。", {}),
        ("備考：新人は受け入れ不可", {}),
    ],
)
def test_the_traps_of_japanese_necessity(line: str, binding: dict[str, str]) -> None:
    have = {
        key: need
        for key, need in found(form_ja(line)).items()
        if key not in ("experience", "inexperienced", "implementation", "manufacturing-domain")
    }
    if binding and have.get("java") == "preferred" and "応相談" in line:
        return  # "negotiable" softens, never drops
    assert have == binding or (not binding and not {"java", "oracle"} & set(have))


@pytest.mark.parametrize(
    ("line", "binding"),
    [
        ("About the role: Java development", {}),
        ("Tech stack: Java, Oracle", {}),
        ("Note: you don't need Docker, but Java is a must.", {"docker": "not_required", "java": "must"}),
        ("Note: we can do without Docker.", {"docker": "not_required"}),
        ("Note: Docker isn't just nice to have.", {"docker": "must"}),
        ("Note: Docker is no longer optional.", {"docker": "must"}),
        ("Note: on-site presence is required.", {}),
        ("Note: two references are required.", {}),
    ],
)
def test_the_traps_of_english_necessity(line: str, binding: dict[str, str]) -> None:
    have = found(form_en(line))
    assert have == binding or (not binding and not {"java", "oracle", "docker"} & set(have))


@pytest.mark.parametrize(
    ("text", "binding"),
    [
        (change_ja("Javaは必須ですが、Dockerは不要になりました。"), {"java": "must", "docker": "not_required"}),
        (change_ja("Javaは外してください。代わりにGo言語が必須です。"), {"java": "not_required", "go": "must"}),
        (change_ja("Docker、Kubernetesともに尚可でお願いします。"), {"docker": "preferred", "kubernetes": "preferred"}),
        (change_ja("DockerとKubernetesが必須になりました。"), {"docker": "must", "kubernetes": "must"}),
        (change_en("Java stays a must, but Docker can go."), {"docker": "not_required"}),
        (change_en("Docker and Kubernetes are now required."), {"docker": "must", "kubernetes": "must"}),
        (change_en("Docker is required; Kubernetes is only a plus."), {"docker": "must", "kubernetes": "preferred"}),
        (change_en("Neither Docker nor Kubernetes is needed any more."), {"docker": "not_required", "kubernetes": "not_required"}),
    ],
)
def test_each_clause_of_a_change_has_its_own_polarity(text: str, binding: dict[str, str]) -> None:
    have = found(text)
    assert {key: have.get(key) for key in binding} == binding


@pytest.mark.parametrize(
    "text",
    [
        "2. One has a year and a half of Java with a CCNA. Would that do?",
        "She has a CCNA. Is that enough?",
        "We have someone with five years of Docker and a CCNA. Would you see her?",
        "Our second man holds a CCNA. Could he start later?",
        "The other candidate has Kubernetes only. Worth a look?",
    ],
)
def test_what_leads_to_a_question_about_somebody_demands_nothing(text: str) -> None:
    assert found(change_en(text)) == {}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("They need a CCNA. Would that be possible?", "ccna"),
        ("The person must have Docker. Can you help?", "docker"),
        ("We need somebody with a CCNA. Would you be interested?", "ccna"),
        ("He wants Kubernetes as well. Is that a problem?", "kubernetes"),
    ],
)
def test_a_demand_before_a_question_stays_one(text: str, key: str) -> None:
    assert key in found(change_en(text))


def test_a_line_of_nothing_but_a_label_has_no_clauses() -> None:
    (unit,) = read_units(message_of("勤務地："), fold("勤務地："), japanese=True)
    assert list(clauses_of(replace(unit, heading=False))) == []
