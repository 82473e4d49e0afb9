"""The pipelines of both languages: tokenizers that keep the text, components that say what they need, spans over terms."""

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.pipelines import MAX_READ, TERMS, annotate, pipeline_for
from tests.reading import form_en, form_ja, message_of, read

_LANGUAGES = ("ja", "en")
_TEXT = st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("経験3年以上 \n　Java（）")), max_size=80)


@pytest.mark.parametrize("language", _LANGUAGES)
def test_every_component_finds_what_it_requires(language: str) -> None:
    analysis = pipeline_for(language).analyze_pipes()
    assert analysis is not None
    assert analysis["problems"] == {name: [] for name in pipeline_for(language).pipe_names}


@pytest.mark.parametrize("language", _LANGUAGES)
def test_no_trained_part_and_no_parser(language: str) -> None:
    assert all(name.startswith("reqdrift_") for name in pipeline_for(language).pipe_names)


@pytest.mark.parametrize("language", _LANGUAGES)
def test_a_pipeline_is_built_once(language: str) -> None:
    assert pipeline_for(language) is pipeline_for(language)


@given(_TEXT)
@settings(max_examples=100, derandomize=True, deadline=None)
def test_tokenizers_keep_the_text_exactly(text: str) -> None:
    for language in _LANGUAGES:
        assert pipeline_for(language).make_doc(text).text == text


@given(_TEXT)
@settings(max_examples=50, derandomize=True, deadline=None)
def test_tokens_stand_where_they_say(text: str) -> None:
    for language in _LANGUAGES:
        assert all(text.startswith(token.text, token.idx) for token in pipeline_for(language).make_doc(text))


@pytest.mark.parametrize(
    ("language", "text", "tokens"),
    [
        ("ja", "70万", ["70", "万"]),
        ("ja", "経験3年以上", ["経験", "3", "年以上"]),
        ("ja", "サーバーを構築", ["サーバー", "を", "構築"]),
        ("ja", "SpringBootでの", ["SpringBoot", "での"]),
        ("ja", "ｻｰﾊﾞｰ10台", ["ｻｰﾊﾞｰ", "10", "台"]),
        ("ja", "単価：65万円", ["単価", "：", "65", "万円"]),
        ("en", "AWS(EC2)", ["AWS", "(", "EC", "2", ")"]),
        ("en", "380-£420", ["380", "-", "£", "420"]),
        ("en", "$1,250.50/day", ["$", "1,250.50", "/", "day"]),
        ("en", "client's", ["client's"]),
        ("en", "12+months", ["12", "+", "months"]),
    ],
)
def test_figures_stand_apart_from_their_neighbours(language: str, text: str, tokens: list[str]) -> None:
    assert [token.text for token in pipeline_for(language).make_doc(text)] == tokens


@pytest.mark.parametrize("language", _LANGUAGES)
def test_a_tokenizer_travels_to_a_worker(language: str) -> None:
    tokenizer = pipeline_for(language).tokenizer
    assert pickle.loads(pickle.dumps(tokenizer))("Java 経験").text == "Java 経験"  # noqa: S301 (our own bytes)


@pytest.mark.parametrize(
    ("text", "language", "spans"),
    [
        (form_ja("必須：Java、Oracle", instead_of="skill"), "ja", {"skill/java", "skill/oracle"}),
        (form_en("Must have: Kafka", instead_of="skill"), "en", {"skill/kafka"}),
    ],
)
def test_terms_are_spans_of_the_document(text: str, language: str, spans: set[str]) -> None:
    doc = annotate(message_of(text), language)
    assert doc.text == text
    assert spans <= {span.id_ for span in doc.spans[TERMS]}
    assert {span.text for span in doc.spans[TERMS] if span.id_ == min(spans)} <= {"Java", "Kafka"}


def test_what_lies_beyond_the_longest_requisition_is_not_read() -> None:
    text = form_ja("単価：65万円") + "\n" * MAX_READ + "必須：Rust\n"
    assert annotate(message_of(text), "ja").text == text[:MAX_READ]
    assert "rust" not in {found.key for statement in read(text).statements for found in statement.requirements}


@pytest.mark.parametrize("language", _LANGUAGES)
def test_an_empty_mail_is_an_empty_document(language: str) -> None:
    doc = annotate(message_of(""), language)
    assert (len(doc), doc._.units, doc._.clauses, doc._.findings) == (0, (), (), ())


@pytest.mark.parametrize("text", ["経験三年以上の方。\n" * 8000, "経" * 60_000, "𠮷" * 20_000, "a1" * 60_000])
def test_texts_of_any_length_are_tokenized(text: str) -> None:
    assert pipeline_for("ja").make_doc(text).text == text
