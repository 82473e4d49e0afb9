"""Demands named by their label, with only the cue behind it."""

import pytest

from tests.reading import form_en, form_ja, needs, read


@pytest.mark.parametrize(
    ("text", "key", "necessity"),
    [
        (form_ja("CCNA：必須"), "ccna", "must"),
        (form_ja("CCNA：尚可"), "ccna", "preferred"),
        (form_ja("CCNA：不要"), "ccna", "not_required"),
        (form_ja("・Java：必須\n・Docker：尚可"), "docker", "preferred"),
        (form_ja("英語：不要"), "english", "not_required"),
        (form_ja("英語：必須"), "english", "must"),
        (form_ja("要件定義経験：尚可"), "requirements-definition", "preferred"),
        (form_en("Degree: not required"), "degree", "not_required"),
        (form_en("Kafka: required"), "kafka", "must"),
        (form_en("Drug test: Yes"), "drug-test", "must"),
        (form_en("Degree: No"), "degree", "not_required"),
        (form_en("Kafka: nice to have"), "kafka", "preferred"),
        (form_en("German: a plus"), "german", "preferred"),
        (form_en("Kafka: optional"), "kafka", "preferred"),
        (form_en("Kafka: must"), "kafka", "must"),
        (form_en("About Kafka: drop it"), "kafka", "not_required"),
    ],
)
def test_the_label_is_the_demand(text: str, key: str, necessity: str) -> None:
    assert needs(read(text))[key] == necessity


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (form_ja("Java：別紙参照"), "java"),
        (form_ja("AWS：弊社のパートナーです"), "aws"),
        (form_ja("Oracle：19cへ移行済み"), "oracle"),
        (form_en("Kafka: see attached"), "kafka"),
        (form_en("Java shop: founded 1998"), "java"),
        (form_en("Oracle: we are a partner"), "oracle"),
        (form_en("Notes: Kafka would be a plus"), "lotus-notes"),
        (form_en("It is settled: Kafka is a must"), "integration-test"),
    ],
)
def test_a_label_without_a_cue_is_none(text: str, key: str) -> None:
    assert key not in needs(read(text))
