"""What a clause may know of its mail: terms in sight, the topic that words before it set, the question above it."""

import pytest

from extract.clauses import Clause
from extract.labels import Field
from extract.pipelines import annotate
from extract.scene import Scene, asked_topic, speaks_of, topic_at
from requisitions.messages import Span, SpanKind
from requisitions.words import Category
from tests.reading import message_of


def scene_of(text: str, *spans: Span) -> tuple[tuple[Clause, ...], Scene]:
    doc = annotate(message_of(text, spans=spans), "en" if text.isascii() else "ja")
    return doc._.clauses, doc._.scene


def topic(text: str) -> str | None:
    clauses, _ = scene_of(text)
    found = topic_at(clauses[-1], clauses[-1].end)
    return None if found is None else str(found)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("単価は65万円です。", "rate"),
        ("面談は2回です。", "interview"),
        ("単価は65万円、精算は140-180hです。", "settlement"),
        ("勤務地は品川です。", "location"),
        ("単価：65万円", "rate"),
        ("備考：面談は2回です。", "interview"),
        ("the rate is $65/hr", "rate"),
        ("day rate is 450", "rate"),
        ("payment terms are net 30", "payment"),
        ("the start date is in march", "start"),
    ],
)
def test_the_nearest_label_word_sets_the_topic(text: str, field: str) -> None:
    assert topic(text) == field


@pytest.mark.parametrize(
    "text",
    [
        "65万円です。",
        "お世話になっております。",
        "時間がありません。",
        "内容をご確認ください。",
        "thanks for your help",
        "when can we talk",
        "the site is nice",
    ],
)
def test_common_words_set_none(text: str) -> None:
    assert topic(text) is None


def test_a_topic_ends_with_its_sentence() -> None:
    clauses, _ = scene_of("単価の件です。65万円となります。")
    assert topic_at(clauses[-1], clauses[-1].end) is None


def test_the_question_above_gives_the_topic_of_its_answer() -> None:
    text = "> 単価はいくらですか？\n65万円です。"
    (clause,), _ = scene_of(text, Span(SpanKind.QUESTION, 0, text.index("\n")))
    assert asked_topic(clause) is Field.RATE
    assert speaks_of(clause, Field.RATE)
    assert not speaks_of(clause, Field.INTERVIEW)


def test_no_question_no_topic_asked_about() -> None:
    (clause,), _ = scene_of("65万円です。")
    assert asked_topic(clause) is None
    assert not speaks_of(clause, Field.RATE)


def test_terms_are_seen_by_clause_and_by_category() -> None:
    clauses, scene = scene_of("Javaは必須です。CCNAとDockerは尚可です。")
    assert [[hit.entry.key for hit in scene.hits(clause)] for clause in clauses] == [["java"], ["ccna", "docker"]]
    assert [hit.entry.key for hit in scene.hits(clauses[1], Category.SKILL)] == ["docker"]
    assert scene.hits(clauses[0], Category.LANGUAGE) == []


def test_a_stretch_is_written_as_in_the_mail() -> None:
    (clause,), scene = scene_of("ＪＡＶＡは必須です。")
    assert scene.written(clause, 0, 4) == "ＪＡＶＡ"


def test_dates_count_from_the_mail() -> None:
    _, scene = scene_of("1月から")
    assert scene.base.isoformat() == "2026-11-24"
