"""Which terms are found in a text, and which everyday words are left alone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.folding import fold
from extract.vocabulary.entries import load_vocabulary
from extract.vocabulary.matching import TermHit, matcher_for

VOCABULARY = load_vocabulary()


def hits(text: str) -> list[TermHit]:
    return matcher_for().find_terms(fold(text), text)


def keys(text: str) -> list[str]:
    """Keys of the certain hits, or of ambiguous ones in their own case, once each."""
    return list(dict.fromkeys(hit.entry.key for hit in hits(text) if not hit.ambiguous or hit.exact))


def words(text: str) -> list[str]:
    """What was hit, as the original writes it."""
    folded = fold(text)
    return list(dict.fromkeys(text[slice(*folded.original(hit.start, hit.end))] for hit in matcher_for().find_terms(folded, text)))


SPELLINGS = [
    ("ＪＡＶＡ", ["java"]),
    ("Java経験", ["java"]),
    ("ｼﾞｬﾊﾞ3年", ["java"]),
    ("Java8以上", ["java"]),
    ("Java17/21", ["java"]),
    ("Java3年以上", ["java"]),
    ("core java", ["java"]),
    ("Ｃ＃", ["csharp"]),
    ("C♯", ["csharp"]),
    ("C#/.NET", ["csharp", "dotnet"]),
    ("C#.NET", ["csharp", "dotnet"]),
    ("VB.NET", ["vbnet"]),
    ("vb .net", ["vbnet"]),
    ("ASP.NET Core", ["asp-net-core"]),
    ("C++", ["cpp"]),
    ("VC++", ["cpp"]),
    ("C言語", ["c"]),
    ("C, C++", ["c", "cpp"]),
    ("Go言語", ["go"]),
    ("Golang", ["go"]),
    ("Spring Boot", ["spring-boot"]),
    ("Spring　Boot", ["spring-boot"]),
    ("SpringBoot", ["spring-boot"]),
    ("spring-boot", ["spring-boot"]),
    ("スプリング・ブート", ["spring-boot"]),
    ("Node.js", ["nodejs"]),
    ("NodeJS", ["nodejs"]),
    ("node js", ["nodejs"]),
    ("Vue3", ["vuejs"]),
    ("React Native", ["react-native"]),
    ("ReactJS", ["react"]),
    ("Oracle19c", ["oracle"]),
    ("Oracle12cR2", ["oracle"]),
    ("オラクル", ["oracle"]),
    ("Postgres", ["postgresql"]),
    ("ＳＱＬサーバ", ["sql-server"]),
    ("MS SQL", ["sql-server"]),
    ("DB2", ["db2"]),
    ("z/OS", ["zos"]),
    ("S/4HANA", ["s4hana"]),
    ("SAP S/4 HANA", ["s4hana"]),
    ("k8s", ["kubernetes"]),
    ("クーバネティス", ["kubernetes"]),
    ("テラフォーム", ["terraform"]),
    ("CI/CD", ["ci-cd"]),
    ("CI／CD", ["ci-cd"]),
    ("REST API", ["rest-api"]),
    ("Windows Server2019", ["windows-server"]),
    ("エクセルスキル", ["excel"]),
    ("ＭＳ－Ｅｘｃｅｌ", ["excel"]),
    ("パワポ", ["powerpoint"]),
    ("Office365", ["microsoft-365"]),
    ("機械学習", ["machine-learning"]),
    ("汎用機", ["mainframe"]),
    ("①Java②Python", ["java", "python"]),
    ("HTML5/CSS3", ["html", "css"]),
]


@pytest.mark.parametrize(("text", "expected"), SPELLINGS)
def test_finds_a_skill_in_every_spelling_of_the_trade(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("基本情報技術者", ["fe"]),
        ("LinuCレベル1", ["linuc-1"]),
        ("AZ-104", ["az-104"]),
        ("日商簿記2級", ["boki-2"]),
        ("要普通自動車免許", ["driving-licence"]),
        ("SC cleared", ["sc-clearance"]),
        ("基本設計〜結合テスト", ["basic-design", "integration-test"]),
        ("要件定義", ["requirements-definition"]),
        ("電話応対", ["telephone"]),
        ("電話応対の経験", ["telephone"]),
        ("即戦力", ["immediately-effective"]),
        ("self-starter", ["proactive"]),
        ("勤怠に問題のない方", ["punctual"]),
        ("ネットワークエンジニア", ["network-engineer"]),
        ("一般事務", ["general-office-work", "office-clerk"]),
        ("日本語", ["japanese"]),
        ("準委任", ["quasi-mandate"]),
        ("corp-to-corp", ["c2c"]),
        ("outside IR35", ["outside-ir35"]),
        ("紹介予定派遣", ["temp-to-perm"]),
    ],
)
def test_finds_the_other_kinds_of_terms(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We are going to meet on Monday.",
        "You will have access to the site.",
        "Access to the building is by card.",
        "We find people by word of mouth.",
        "A swift reply would help.",
        "Swift response appreciated",
        "It starts in the spring season.",
        "Spring 2027 start",
        "an excellent and reactive person",
        "Go ahead and call me.",
        "the C-suite and the A&R people",
        "C社とR社の案件です",
        "Please react to this mail.",
        "A box of slack rope",
        "S.C. Miller, J.R. Stone",
        "パスワードとキーワード",
        "社会保険完備",
        "弊社営業日",
        "バッチリです",
        "ヒバリ電装株式会社 人事部",
        "経理課と法務部へ回覧",
        "技術面の評価は高かった",
        "送迎バスあり",
        "ref QM-31 and SG-2081",
        "Tuesday, 2:58 PM",
        "10am start",
        "write to java@oracle.example",
        "https://careers.example/java/python?ref=aws",
        "www.sap.example",
    ],
)
def test_leaves_everyday_words_alone(text: str) -> None:
    assert keys(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("JavaScript", ["JavaScript"]),
        ("TypeScript/JavaScript", ["TypeScript", "JavaScript"]),
        ("AWS認定ソリューションアーキテクト アソシエイト", ["AWS認定ソリューションアーキテクト アソシエイト"]),
        ("生命保険業務", ["生命保険業務"]),
        ("Google Cloud Platform", ["Google Cloud Platform"]),
        ("SQL Server Management Studio", ["SQL Server Management Studio"]),
        ("Azure DevOps", ["Azure DevOps"]),
        ("monday.com", ["monday.com"]),
    ],
)
def test_the_longest_term_hides_the_ones_inside(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("エクセルギー", []),
        ("エクセル経験", ["エクセル"]),
        ("エクセルとワード", ["エクセル", "ワード"]),
        ("サーバ構築", ["サーバ構築"]),
        ("サーバー構築", ["サーバー構築"]),
        ("ヘルプデスク", ["ヘルプデスク"]),
        ("ﾍﾙﾌﾟﾃﾞｽｸ業務", ["ﾍﾙﾌﾟﾃﾞｽｸ業務"]),
        ("Java経験とPHP経験", ["Java", "PHP"]),
        ("全Java", ["Java"]),
    ],
)
def test_borders_of_japanese_words(text: str, expected: list[str]) -> None:
    """A katakana run is one word unless the trade compounds it; kanji and letters part by themselves."""
    assert words(text) == expected


@pytest.mark.parametrize("text", ["xJava", "Javax", "my_java_file", "2Java", "Oracle19cloud", "db22", "C2D"])
def test_no_term_inside_a_longer_ascii_word(text: str) -> None:
    assert not {"java", "oracle", "db2", "c"} & set(keys(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AZ-104", ["az-104"]),
        ("PM 2名", ["pm"]),
        ("QM経験", ["sap-qm"]),
        ("ISO 27001", ["iso-27001"]),
        ("Java-17", ["java"]),
        ("SAP-MM", ["sap-mm"]),
    ],
)
def test_hyphens_and_digits_that_make_no_reference(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("Go", True),
        ("go", False),
        ("GO", False),
        ("Access", True),
        ("access", False),
        ("AD", True),
        ("ad", False),
        ("R", True),
        ("r", False),
    ],
)
def test_an_ambiguous_hit_tells_whether_its_case_is_the_listed_one(text: str, exact: bool) -> None:
    found = [hit for hit in hits(f"{text} 経験") if hit.entry.category == "skill"]
    assert [(hit.ambiguous, hit.exact) for hit in found] == [(True, exact)]


def test_a_place_with_several_meanings_gives_one_hit_for_each() -> None:
    found = hits("ヘルプデスク")
    assert {(hit.start, hit.end) for hit in found} == {(0, 6)}
    assert [hit.entry.category for hit in found] == ["experience", "role"]


def test_offsets_count_in_the_folded_text_and_lead_back_to_the_original() -> None:
    text = "㈱アルファ　ｽｷﾙ：ＪＡＶＡ"
    folded = fold(text)
    hit = next(hit for hit in matcher_for().find_terms(folded, text) if hit.entry.key == "java")
    assert folded.text[hit.start : hit.end] == "java"
    assert text[slice(*folded.original(hit.start, hit.end))] == "ＪＡＶＡ"


def test_a_cut_of_a_folded_text_is_searched_like_a_text_of_its_own() -> None:
    text = "①要件\n・ＡＷＳ必須\n・尚可Ｇｏ"
    folded = fold(text)
    start = folded.text.index("・aws")
    cut = folded.cut(start, folded.text.index("\n", start))
    found = matcher_for().find_terms(cut, text)
    assert [(hit.entry.key, cut.text[hit.start : hit.end]) for hit in found] == [("aws", "aws")]


def test_a_circled_number_is_a_bullet_and_a_plain_digit_is_not() -> None:
    assert keys("①AWS") == ["aws"]
    assert keys("1AWS") == []


@pytest.mark.parametrize("text", ["", " ", "\n\n", "、。", "ー", "0"])
def test_a_text_without_terms_gives_nothing(text: str) -> None:
    assert hits(text) == []


@given(st.text(alphabet="Javjsc#+. /-12ー・テスト保険①ｱﾞ\n", max_size=60))
def test_hits_never_overlap_but_at_one_place(text: str) -> None:
    folded = fold(text)
    places = sorted({(hit.start, hit.end) for hit in matcher_for().find_terms(folded, text)})
    assert all(0 <= start < end <= len(folded.text) for start, end in places)
    assert all(before[1] <= after[0] for before, after in pairwise(places))


@given(st.sampled_from(["Java", "要件定義", "Spring Boot", "普通自動車免許"]), st.sampled_from(["、", "\n", " ", "・", "(", "「"]))
def test_a_term_between_marks_is_found_whatever_the_marks(term: str, mark: str) -> None:
    assert term in words(f"{mark}{term}{mark}")


def test_every_label_is_found_as_its_own_entry() -> None:
    """A label hidden by a longer neighbour, a trap or an edge rule could never be read."""
    lost = [
        f"{entry.category}/{entry.key}: {entry.label}"
        for entry in VOCABULARY.entries.values()
        if not any((hit.entry, hit.start) == (entry, 1) for hit in hits(f"、{entry.label}、"))
    ]
    assert lost == []


def test_every_listed_spelling_leads_to_its_entry() -> None:
    lost = [
        f"{entry.category}/{entry.key}: {spelling}"
        for entry in VOCABULARY.entries.values()
        for spelling in entry.spellings
        if not any(hit.entry == entry for hit in hits(f"、{spelling}、"))
    ]
    assert lost == []
