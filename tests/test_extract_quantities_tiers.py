"""Companies allowed below the addressee."""

import pytest

from extract.quantities.counts import find_tiers


@pytest.mark.parametrize(
    ("text", "words", "depth"),
    [
        ("貴社まで", "貴社まで", 0),
        ("商流:御社迄", "御社迄", 0),
        ("貴社社員まで", "貴社社員まで", 0),
        ("貴社社員様まで", "貴社社員様まで", 0),
        ("貴社プロパーのみ", "貴社プロパーのみ", 0),
        ("御社所属の方", "御社所属", 0),
        ("貴社正社員に限る", "貴社正社員に限", 0),
        ("貴社直個人まで", None, 0),
        ("1社先まで", "1社先まで", 1),
        ("貴社1社先まで", "貴社1社先まで", 1),
        ("貴社より1社先まで", "貴社より1社先まで", 1),
        ("貴社及び1社先まで", "貴社及び1社先まで", 1),
        ("一社下まで", "一社下まで", 1),
        ("一社先様まで", "一社先様まで", 1),
        ("1社先(社員)まで", "1社先(社員)まで", 1),
        ("商流制限:1社先", "1社先", 1),
        ("商流:2次まで", "2次まで", 2),
        ("貴社社員または個人事業主(貴社契約)まで", "貴社社員または個人事業主(貴社契約)まで", 0),
        ("貴社及び一社先まで", "貴社及び一社先まで", 1),
        ("プロパーのみ", "プロパーのみ", 0),
        ("no subs", "no subs", 0),
        ("up to one sub-vendor", "up to one sub-vendor", 1),
        ("one level of subcontracting ok", "one level of subcontracting ok", 1),
        ("1社先bpまで", "1社先bpまで", 1),
        ("1社先社員まで", "1社先社員まで", 1),
        ("1社先まで可", "1社先まで", 1),
        ("2社先まで", "2社先まで", 2),
        ("2次請けまで", "2次請けまで", 2),
        ("二社下不可", "二社下不可", 1),
        ("2社先は不可", "2社先は不可", 1),
        ("2社先以降ng", "2社先以降ng", 1),
        ("1社先不可", "1社先不可", 0),
        ("bp不可", "bp不可", 0),
        ("bpさんはng", "bpさんはng", 0),
        ("再委託不可", "再委託不可", 0),
        ("再委託は一切認められません", "再委託は一切認められません", 0),
        ("協力会社様不可", "協力会社様不可", 0),
        ("no sub-vendors", "no sub-vendors", 0),
        ("no subcontracting please", "no subcontracting", 0),
        ("no third parties", "no third parties", 0),
        ("your own employees only", "your own employees only", 0),
        ("one layer max", "one layer max", 1),
        ("up to two tiers below you", "up to two tiers below you", 2),
        ("one sub-vendor is fine", "one sub-vendor is fine", 1),
    ],
)
def test_depth_counts_companies_below_us(text: str, words: str | None, depth: float) -> None:
    """Always a ceiling; a refused depth leaves the one above it."""
    found = find_tiers(text)
    if words is None:
        assert found == []
    else:
        assert [(text[item.start : item.end], item.min, item.max, item.unit) for item in found] == [(words, None, depth, "tier")]


@pytest.mark.parametrize("text", ["貴社社員まで", "貴社プロパーのみ", "1社先社員まで", "貴社正社員まで"])
def test_staff_of_the_last_company_is_noted(text: str) -> None:
    assert [item.note for item in find_tiers(text)] == ["employees"]


def test_a_condition_is_noted() -> None:
    """支援費対応なら1社先まで holds only under its condition."""
    assert [item.note for item in find_tiers("支援費対応なら1社先まで")] == ["conditional"]
    assert [item.note for item in find_tiers("貴社まで")] == [None]


def test_a_depth_counted_from_the_sender_is_doubtful() -> None:
    assert [item.confidence < 0.5 for item in find_tiers("弊社より1社先まで")] == [True]
    assert [item.confidence for item in find_tiers("貴社より1社先まで")] == [1.0]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "商流不問",
        "商流:エンド→元請→弊社",
        "エンド直",
        "プライム案件",
        "個人事業主不可",
        "外国籍不可",
        "2社まで提案可",
        "1社のみにご案内",
        "3社が参加",
        "貴社からのご提案",
        "貴社の社員様へ",
        "1次面接まで",
        "二次面談可",
        "1社先の担当者",
        "1社先",
        "2次まで",
        "one layer of cake",
        "two sub-vendors called",
        "no c2c",
        "no third-party cookies",
        "own equipment only",
        "two levels of approval",
        "3 tiers of support",
        "sub-vendors welcome",
        "member only",
        "再委託先管理",
        "bp様からの提案歓迎",
    ],
)
def test_no_depth_in_other_words(text: str) -> None:
    """The chain above us is a description, other refusals are other categories."""
    assert find_tiers(text) == []
