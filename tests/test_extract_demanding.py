"""Whether the words around a term ask for it, or only mention it."""

import pytest

from extract.clauses import Clause
from extract.demanding import describes, is_asked, is_supported, listed, means_the_term
from extract.pipelines import annotate
from extract.scene import Scene
from extract.vocabulary.matching import TermHit
from tests.reading import form_en, form_ja, message_of, needs, read


def term_of(text: str) -> tuple[Clause, TermHit, Scene]:
    """The first term of the last clause that has one."""
    doc = annotate(message_of(text), "en" if text.isascii() else "ja")
    clause = next(clause for clause in reversed(doc._.clauses) if doc._.scene.hits(clause))
    return clause, doc._.scene.hits(clause)[0], doc._.scene


@pytest.mark.parametrize(
    "text", ["必須：Java", "スキル：Java", "【尚可】\n・Java", "Skills: Java", "Nice to have:\n- Java", "資格：CCNA", "語学：英語"]
)
def test_lists_of_demands(text: str) -> None:
    assert listed(term_of(text)[0])


@pytest.mark.parametrize(
    "text", ["業務内容：Javaの開発", "環境：Java", "案件名：Java移行", "エンド：Java社", "About the role: Java", "Tech stack: Java"]
)
def test_descriptions(text: str) -> None:
    clause, hit, _ = term_of(text)
    assert describes(clause)
    assert not listed(clause)
    assert not is_asked(clause, hit.start, hit.end)


@pytest.mark.parametrize(
    "text",
    [
        "Javaの経験がある方",
        "Javaができる方をお願いします。",
        "Javaは必須です。",
        "備考：Javaの知識をお持ちの方",
        "you need to know Java well",
        "Java experience would help",
        "someone with a Java background",
        "環境：Java（必須）",
    ],
)
def test_terms_that_are_asked_for(text: str) -> None:
    clause, hit, _ = term_of(text)
    assert is_asked(clause, hit.start, hit.end)


@pytest.mark.parametrize(
    "text",
    [
        "Javaで書かれています。",
        "先日のJavaの件です。",
        "Javaチームの石田です。",
        "the Java team says hello",
        "this is about the Java seat",
        "it runs on Java",
    ],
)
def test_terms_that_are_only_mentioned(text: str) -> None:
    clause, hit, _ = term_of(text)
    assert not is_asked(clause, hit.start, hit.end)


@pytest.mark.parametrize("text", ["要件定義の経験", "要件定義ができる方", "banking experience", "a background in banking"])
def test_fields_of_work_that_are_asked_for(text: str) -> None:
    clause, hit, _ = term_of(text)
    assert is_supported(clause, hit.start, hit.end)


@pytest.mark.parametrize("text", ["要件定義から参画いただきます。", "要件定義を進めております。", "our banking client", "a banking app"])
def test_fields_of_work_that_are_told(text: str) -> None:
    clause, hit, _ = term_of(text)
    assert not is_supported(clause, hit.start, hit.end)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("必須：Go", True),
        ("Goの開発経験がある方", True),
        ("Javaは必須です。", True),
        ("we Go there", False),
        ("please go ahead", False),
        ("let's go on Monday", False),
        ("Go, Rust and Scala", True),
    ],
)
def test_everyday_words_are_meant_as_terms_only_among_demands(text: str, meant: bool) -> None:
    doc = annotate(message_of(text), "en" if text.isascii() else "ja")
    found = [
        means_the_term(clause, hit, sum(other.start != hit.start for other in doc._.scene.hits(clause) if not other.ambiguous))
        for clause in doc._.clauses
        for hit in doc._.scene.hits(clause)[:1]
    ]
    assert found == ([meant] if found or meant else [])


@pytest.mark.parametrize(
    ("item", "key"),
    [("- 8+ years of Oracle", "oracle"), ("- Strong in Tableau and dbt", "tableau"), ("- Must have Kafka", "kafka")],
)
def test_items_of_a_job_description_that_demand(item: str, key: str) -> None:
    assert needs(read(form_en(f"Job Description:\n{item}")))[key] == "must"


@pytest.mark.parametrize("item", ["- You will maintain our Oracle reports", "- The team works with Tableau"])
def test_items_of_a_job_description_that_tell(item: str) -> None:
    assert {"oracle", "tableau"}.isdisjoint(needs(read(form_en(f"Job Description:\n{item}"))))


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ("備考：経歴書はExcelかPDFでお願いします。", set()),
        ("備考：経歴書はExcelまたはWord形式でお送りください。", set()),
        ("必須：Excelか他の表計算の経験", {"excel"}),
    ],
)
def test_the_form_of_a_paper_is_no_skill(line: str, keys: set[str]) -> None:
    found = [item for statement in read(form_ja(line)).statements for item in statement.requirements]
    assert {item.key for item in found if item.category == "skill"} - {"cobol"} == keys
