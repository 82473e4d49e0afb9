"""Words that say how binding a demand is, that drop or keep it, or that take a sentence out of play."""

from itertools import pairwise

import pytest

from extract.cues import CueKind, find_cues
from extract.folding import fold


def kinds(text: str) -> list[str]:
    return [str(cue.kind) for cue in find_cues(fold(text).text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("CCNA必須", "must"),
        ("Javaは必要です", "must"),
        ("Java経験者のみ", "must"),
        ("Java経験者に限ります", "must"),
        ("ここは外せません", "must"),
        ("Javaは譲れません", "must"),
        ("Javaなしでは厳しいです", "must"),
        ("Java is required", "must"),
        ("Java is a must", "must"),
        ("you must have Java", "must"),
        ("Java is non-negotiable", "must"),
        ("Java is no longer optional", "must"),
        ("Docker尚可", "preferred"),
        ("Dockerなお可", "preferred"),
        ("Docker歓迎", "preferred"),
        ("Docker優遇", "preferred"),
        ("Dockerがあれば嬉しいです", "preferred"),
        ("できればDocker", "preferred"),
        ("Dockerが望ましいです", "preferred"),
        ("Dockerだと最高です", "preferred"),
        ("Docker is a plus", "preferred"),
        ("Docker would be nice", "preferred"),
        ("Docker is strongly preferred", "preferred"),
        ("ideally Docker", "preferred"),
        ("Docker helps", "preferred"),
        ("経験不問", "waived"),
        ("経験は問いません", "waived"),
        ("Javaは不要です", "waived"),
        ("Javaはいりません", "waived"),
        ("Javaはなくても可", "waived"),
        ("Javaは必須ではありません", "waived"),
        ("Java is not required", "waived"),
        ("no need for Java", "waived"),
        ("we can live without Java", "waived"),
        ("Java is no longer needed", "waived"),
        ("外国籍不可", "refused"),
        ("外国籍NG", "refused"),
        ("個人事業主はお断り", "refused"),
        ("学生は対象外", "refused"),
        ("C2C is not accepted", "refused"),
        ("we cannot accept C2C", "refused"),
        ("Javaを外してください", "dropped"),
        ("Javaは削除でお願いします", "dropped"),
        ("Java has been dropped", "dropped"),
        ("please drop Java", "dropped"),
        ("変更はありません", "kept"),
        ("前回同様", "kept"),
        ("据え置きです", "kept"),
        ("no change to the rate", "kept"),
        ("the rate stays as it is", "kept"),
        ("必要になるかもしれません", "hedged"),
        ("変更の可能性があります", "hedged"),
        ("検討中です", "hedged"),
        ("調整中です", "hedged"),
        ("they might ask", "hedged"),
        ("TBC", "hedged"),
        ("we are considering it", "hedged"),
        ("もし予算がつけば", "conditional"),
        ("if the budget is approved", "conditional"),
        ("前任の方", "past"),
        ("the previous person", "past"),
        ("別の案件", "elsewhere"),
        ("another client", "elsewhere"),
    ],
)
def test_cues(text: str, kind: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Javaは必須ではありません", "must"),
        ("必要ありません", "must"),
        ("Java is not required", "must"),
        ("Java is no longer required", "must"),
        ("Java is no longer optional", "preferred"),
        ("経験がなくてもOK", "refused"),
        ("変更ありません", "waived"),
        ("英語不要", "must"),
        ("未経験不可", "waived"),
        ("必須から尚可に変更", "must"),
        ("moved from nice to have to required", "preferred"),
    ],
)
def test_a_longer_cue_hides_the_shorter_one_inside_it(text: str, kind: str) -> None:
    assert kind not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "お世話になっております",
        "Javaの開発",
        "品川勤務",
        "we build software",
        "the rate is $65/hr",
        "thanks for your help",
        "可視化ツール",
        "ngnixの設定",
        "mustard",
        "preference center",
    ],
)
def test_plain_words_are_no_cue(text: str) -> None:
    assert [kind for kind in kinds(text) if kind != "kept"] == []


def test_cues_come_in_order_and_never_overlap() -> None:
    cues = find_cues(fold("Javaは必須、Dockerは尚可、外国籍不可、変更の可能性がある").text)
    assert [str(cue.kind) for cue in cues] == ["must", "preferred", "refused", "hedged"]
    assert all(first.end <= second.start for first, second in pairwise(cues))


@pytest.mark.parametrize(("text", "reach"), [("Java必須", "back"), ("できればJava", "forward"), ("they might want Java", "both")])
def test_a_cue_knows_on_which_side_its_demands_stand(text: str, reach: str) -> None:
    assert {cue.reach for cue in find_cues(fold(text).text) if cue.kind is not CueKind.KEPT} >= {reach}
