"""The vocabulary's data, and how a company's own files are laid over it."""

import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.folding import fold, fold_term
from extract.vocabulary.entries import OUR_FILES, load_vocabulary
from extract.vocabulary.listing import VocabularyError, parse_listing
from extract.vocabulary.matching import Matcher, matcher_for
from extract.vocabulary.spellings import fold_spelling, is_katakana, variants
from requisitions.words import Category

OURS = load_vocabulary()


def company(tmp_path: Path, text: str, name: str = "terms.toml") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def keys(text: str, *files: Path) -> list[str]:
    return [hit.entry.key for hit in matcher_for(files).find_terms(fold(text), text)]


TWO_THINGS = frozenset(
    {
        "プログラム開発経験",
        "評価業務",
        "分析業務",
        "分析の経験",
        "retail sales experience",
        "会計業務",
        "会計の経験",
        "労務経験",
        "販促業務",
        "アパレル経験",
        "設備設計業務",
        "軽作業経験",
        "会計業務知識",
        "accounting knowledge",
        "財務会計知識",
        "税務知識",
        "ecサイト運営経験",
        "erp導入経験",
        "it経験",
        "it experience",
        "it実務経験",
        "it業務経験",
        "コツコツ作業",
        "コツコツと作業",
        "傾聴スキル",
        "開発実務経験",
    }
)
SAID_OF_TWO = frozenset({"teamspirit", "articulate", "schools"})
"""A product and what a person is, a field of business and where one went: context tells."""


class TestData:
    @pytest.mark.parametrize(
        ("category", "least"),
        [
            (Category.SKILL, 2000),
            (Category.QUALIFICATION, 200),
            (Category.EXPERIENCE, 200),
            (Category.ROLE, 150),
            (Category.TRAIT, 50),
            (Category.LANGUAGE, 60),
            (Category.CONTRACT, 20),
        ],
    )
    def test_each_kind_is_large_enough_for_the_trade(self, category: Category, least: int) -> None:
        assert sum(entry.category is category for entry in OURS.entries.values()) >= least

    def test_five_hundred_skills_have_japanese_spellings(self) -> None:
        skills = [entry for entry in OURS.entries.values() if entry.category is Category.SKILL]
        assert sum(any(not spelling.isascii() for spelling in entry.spellings) for entry in skills) >= 500

    def test_keys_are_lower_case_ascii_slugs(self) -> None:
        signs = set(string.ascii_lowercase + string.digits + "-")
        assert [key for _, key in OURS.entries if not signs.issuperset(key) or "--" in key or key.strip("-") != key] == []

    def test_no_spelling_belongs_to_two_keys_of_a_category(self) -> None:
        doubled = [form for form, senses in OURS.senses.items() if len({sense.entry.category for sense in senses}) != len(senses)]
        assert doubled == []

    def test_no_spelling_is_two_demands(self) -> None:
        """Read as a skill here and as experience there, one demand would drift without moving."""
        kinds = {Category.SKILL, Category.EXPERIENCE, Category.QUALIFICATION, Category.TRAIT}
        doubled = [form for form, senses in OURS.senses.items() if len({sense.entry.category for sense in senses} & kinds) > 1]
        assert set(doubled) <= SAID_OF_TWO

    def test_a_word_for_experience_behind_a_spelling_makes_no_other_demand_of_it(self) -> None:
        """`外観検査` and `外観検査経験` are one demand; where the bare word is a field of business or another thing, they are two."""
        tails = (
            "の経験",
            "実務経験",
            "業務経験",
            "経験",
            "業務",
            "作業",
            "の知識",
            "知識",
            "スキル",
            " experience",
            " work",
            " skills",
            " knowledge",
        )
        stems = {form: form.removesuffix(tail) for form in OURS.senses for tail in tails if form.endswith(tail)}
        apart = {
            form
            for form, stem in stems.items()
            for sense in OURS.senses[form]
            if (others := {other.entry.key for other in OURS.senses.get(stem, ()) if other.entry.category is sense.entry.category})
            and sense.entry.key not in others
        }
        assert apart <= TWO_THINGS

    def test_every_sense_leads_to_an_entry_of_the_vocabulary(self) -> None:
        assert all(OURS.entry(sense.entry.category, sense.entry.key) is sense.entry for senses in OURS.senses.values() for sense in senses)

    def test_no_trap_hides_a_listed_spelling(self) -> None:
        """A phrase that means something else cannot be a term at the same time."""
        listed = {fold_spelling(spelling) for entry in OURS.entries.values() for spelling in entry.spellings}
        assert sorted(OURS.traps & listed) == []

    @pytest.mark.parametrize("name", OUR_FILES)
    def test_every_file_says_where_it_comes_from_and_its_licence(self, name: str) -> None:
        head = (Path(__file__).parent.parent / "extract" / "vocabulary" / f"{name}.toml").read_text(encoding="utf-8").split("\n\n")[0]
        assert "Source:" in head
        assert "Licence:" in head

    @pytest.mark.parametrize(
        ("category", "key"),
        [
            (Category.SKILL, "csharp"),
            (Category.SKILL, "cpp"),
            (Category.SKILL, "dotnet"),
            (Category.SKILL, "vbnet"),
            (Category.SKILL, "asp-net"),
            (Category.SKILL, "nodejs"),
            (Category.SKILL, "spring-boot"),
            (Category.SKILL, "sql-server"),
            (Category.SKILL, "excel"),
            (Category.SKILL, "microsoft-365"),
            (Category.SKILL, "active-directory"),
            (Category.SKILL, "zos"),
            (Category.SKILL, "sap-mm"),
            (Category.EXPERIENCE, "infrastructure-support"),
            (Category.EXPERIENCE, "basic-design"),
            (Category.EXPERIENCE, "finance-domain"),
            (Category.QUALIFICATION, "ccna"),
            (Category.QUALIFICATION, "fe"),
            (Category.QUALIFICATION, "pmp"),
            (Category.LANGUAGE, "english"),
            (Category.TRAIT, "immediately-effective"),
            (Category.ROLE, "office-clerk"),
            (Category.ROLE, "network-engineer"),
            (Category.CONTRACT, "quasi-mandate"),
            (Category.CONTRACT, "c2c"),
            (Category.CONTRACT, "direct-hire"),
        ],
    )
    def test_the_keys_that_the_contract_names_exist(self, category: Category, key: str) -> None:
        assert OURS.entry(category, key) is not None

    @pytest.mark.parametrize(
        ("one", "other"),
        [("aws", "azure"), ("java", "python"), ("oracle", "postgresql"), ("react", "vuejs"), ("fortigate", "palo-alto")],
    )
    def test_two_of_one_kind_share_a_group(self, one: str, other: str) -> None:
        first, second = OURS.entry(Category.SKILL, one), OURS.entry(Category.SKILL, other)
        assert first is not None
        assert second is not None
        assert first.group == second.group != ""

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("java", "spring-boot"),
            ("aws", "s3"),
            ("php", "laravel"),
            ("oracle", "linux"),
            ("excel", "word"),
            ("html", "css"),
            ("bgp", "ospf"),
        ],
    )
    def test_a_thing_and_what_is_used_with_it_do_not(self, one: str, other: str) -> None:
        first, second = OURS.entry(Category.SKILL, one), OURS.entry(Category.SKILL, other)
        assert first is not None
        assert second is not None
        assert first.group != second.group or first.group == ""

    @pytest.mark.parametrize(
        ("category", "key", "label", "label_ja"),
        [
            (Category.SKILL, "java", "Java", "Java"),
            (Category.SKILL, "csharp", "C#", "C#"),
            (Category.SKILL, "machine-learning", "Machine learning", "機械学習"),
            (Category.QUALIFICATION, "ccna", "CCNA", "CCNA"),
            (Category.EXPERIENCE, "requirements-definition", "Requirements definition", "要件定義"),
            (Category.TRAIT, "communication", "Communication", "コミュニケーション"),
            (Category.ROLE, "network-engineer", "Network engineer", "ネットワークエンジニア"),
            (Category.ROLE, "pmo", "PMO", "PMO"),
            (Category.LANGUAGE, "english", "English", "英語"),
            (Category.CONTRACT, "dispatch", "Dispatch", "派遣"),
        ],
    )
    def test_labels_are_what_people_of_each_language_write(self, category: Category, key: str, label: str, label_ja: str) -> None:
        entry = OURS.entry(category, key)
        assert entry is not None
        assert (entry.label, entry.label_ja) == (label, label_ja)


class TestLookup:
    @pytest.mark.parametrize("text", ["Java", "ＪＡＶＡ", "java", "ジャバ"])
    def test_a_text_that_is_only_a_term(self, text: str) -> None:
        assert [sense.entry.key for sense in OURS.lookup(text)] == ["java"]

    @pytest.mark.parametrize("text", ["", "Java and more", "nothing"])
    def test_other_texts_have_no_senses(self, text: str) -> None:
        assert OURS.lookup(text) == ()

    def test_an_unknown_key_has_no_entry(self) -> None:
        assert OURS.entry(Category.SKILL, "no-such-skill") is None
        assert OURS.entry(Category.TRAIT, "java") is None


class TestVariants:
    @pytest.mark.parametrize(
        ("spelling", "expected"),
        [
            ("Java", ["Java"]),
            ("Spring Boot", ["Spring Boot", "SpringBoot", "Spring-Boot"]),
            ("Node.js", ["Node.js", "Nodejs", "Node js", "Node-js"]),
            ("ASP.NET Core", ["ASP.NET Core", "ASPNETCore", "ASP NET Core", "ASP-NET-Core"]),
            (".NET", [".NET"]),
            ("CI/CD", ["CI/CD"]),
            ("サーバー", ["サーバー", "サーバ"]),
            ("サーバー管理者", ["サーバー管理者", "サーバ管理者"]),
            ("エラー", ["エラー"]),
            ("データセンター", ["データセンター", "データセンタ"]),
            ("ロードバランサー", ["ロードバランサー", "ロードバランサ"]),
            ("AD DS", ["AD DS", "AD-DS"]),
            ("R", ["R"]),
        ],
    )
    def test_how_a_spelling_is_typed(self, spelling: str, expected: list[str]) -> None:
        assert list(variants(spelling)) == expected

    @given(st.text(min_size=1, max_size=20))
    def test_the_spelling_itself_comes_first(self, spelling: str) -> None:
        assert next(variants(spelling)) == spelling

    @given(st.text(alphabet="ABjｱﾞー・－Ｊ①字 -0", min_size=1, max_size=12))
    def test_spellings_fold_as_texts_do(self, spelling: str) -> None:
        assert fold_spelling(spelling) == fold_term(spelling)

    @pytest.mark.parametrize(
        ("char", "answer"), [("ア", True), ("ヴ", True), ("ー", True), ("・", False), ("あ", False), ("亜", False), ("", False)]
    )
    def test_what_continues_a_katakana_word(self, char: str, answer: bool) -> None:
        assert is_katakana(char) is answer


class TestOwnFiles:
    def test_a_new_term_is_found(self, tmp_path: Path) -> None:
        path = company(tmp_path, '[skill.product]\nnorthwind-erp = ["Northwind ERP", "ノースウィンド"]\n')
        assert keys("NorthwindERPの導入、ノースウィンド", path) == ["northwind-erp", "northwind-erp"]
        assert keys("NorthwindERPの導入") == ["erp"] or "northwind-erp" not in keys("NorthwindERPの導入")

    def test_a_key_of_ours_gets_the_spellings_and_the_label(self, tmp_path: Path) -> None:
        path = company(tmp_path, '[skill]\njava = ["Java (社内標準)", "ジャバさん"]\n')
        entry = load_vocabulary((path,)).entry(Category.SKILL, "java")
        assert entry is not None
        assert entry.label == "Java (社内標準)"
        assert entry.group == "language"
        assert keys("Java、ジャバさん", path) == ["java", "java"]

    def test_a_spelling_of_ours_moves(self, tmp_path: Path) -> None:
        path = company(tmp_path, '[skill.product]\nhinode-fabric = ["Microsoft Fabric"]\n')
        assert keys("Microsoft Fabric", path) == ["hinode-fabric"]
        assert keys("Microsoft Fabric") == ["microsoft-fabric"]

    def test_an_empty_list_switches_our_term_off(self, tmp_path: Path) -> None:
        path = company(tmp_path, "[skill]\ncobol = []\n")
        assert keys("COBOL経験", path) == []
        assert keys("COBOL経験") == ["cobol"]

    def test_a_trap_takes_a_phrase_out(self, tmp_path: Path) -> None:
        path = company(tmp_path, 'traps = ["Java Coffee"]\n')
        assert keys("Java coffee, Java", path) == ["java"]

    def test_a_marked_spelling_is_ambiguous(self, tmp_path: Path) -> None:
        path = company(tmp_path, '[skill]\nskiff = ["Skiff?", "Skiff ERP"]\n')
        found = matcher_for((path,)).find_terms(fold("Skiff, Skiff ERP"), "Skiff, Skiff ERP")
        assert [(hit.ambiguous, hit.exact) for hit in found] == [(True, True), (False, True)]

    def test_the_last_of_several_files_wins(self, tmp_path: Path) -> None:
        first = company(tmp_path, '[role]\nguide = ["案内係"]\n', "a.toml")
        second = company(tmp_path, '[role]\nusher = ["案内係"]\n', "b.toml")
        assert keys("案内係", first, second) == ["usher"]
        assert keys("案内係", second, first) == ["guide"]

    def test_the_hash_tells_contents_apart_and_not_names(self, tmp_path: Path) -> None:
        one = company(tmp_path, '[skill]\nkeel = ["Keel"]\n', "one.toml")
        same = company(tmp_path, '[skill]\nkeel = ["Keel"]\n', "same.toml")
        other = company(tmp_path, '[skill]\nkeel = ["Keel", "キール"]\n', "other.toml")
        assert load_vocabulary((one,)).hash == load_vocabulary((same,)).hash
        assert len({load_vocabulary(files).hash for files in ((), (one,), (other,), (one, other), (other, one))}) == 5

    def test_reading_twice_gives_the_same_vocabulary(self) -> None:
        assert load_vocabulary() is load_vocabulary()
        assert matcher_for() is matcher_for(())


FAULTS = [
    ("[skill]\nAcme = ['Acme']\n", ("line 2", "'Acme'", "lower-case ASCII")),
    ("[skill]\n日本 = ['x']\n", None),
    ("[skill.tool]\n\nbad--key = ['Bad']\n", ("line 3", "single hyphens")),
    ("[skill]\nacme = 'Acme'\n", ("line 2", "list of spellings")),
    ("[skill]\nacme = [1]\n", ("line 2", "list of spellings")),
    ("[skill]\nacme = ['Acme', ' ']\n", ("line 2", "empty")),
    ("[skill]\nacme = ['?']\n", ("line 2", "empty")),
    (f"[skill]\nacme = ['{'a' * 81}']\n", ("line 2", "80")),
    ("[skills]\nacme = ['Acme']\n", ("line 1", "[skills]", "use one of skill")),
    ("[rate]\nrate = ['rate']\n", ("line 1", "no category of terms")),
    ("skill = ['Acme']\n", ("line 1", "no category of terms")),
    ("traps = 'go live'\n", ("traps", "list of phrases")),
    ("traps = ['']\n", ("traps", "list of phrases")),
    ("[skill]\nacme = []\n", ("line 2", "only switches off")),
    ("[skill]\none = ['Acme']\ntwo = ['ＡＣＭＥ']\n", ("one", "two", "line 2", "line 3", "belongs to two keys")),
    ("[skill.a]\nacme = ['Acme']\n[skill.b]\nacme = ['Acme 2']\n", ("line 4", "already stands", "line 2")),
]


class TestFaults:
    @pytest.mark.parametrize(("text", "expected"), [fault for fault in FAULTS if fault[1]])
    def test_a_fault_is_told_with_file_line_and_remedy(self, tmp_path: Path, text: str, expected: tuple[str, ...]) -> None:
        path = company(tmp_path, text)
        with pytest.raises(VocabularyError) as caught:
            load_vocabulary((path,))
        sentence = str(caught.value)
        assert str(path) in sentence
        assert [part for part in expected if part not in sentence] == []

    def test_a_missing_file_names_the_setting(self, tmp_path: Path) -> None:
        with pytest.raises(VocabularyError, match=r"nowhere\.toml cannot be read .*\[extract\] vocabulary"):
            load_vocabulary((tmp_path / "nowhere.toml",))

    def test_broken_toml_tells_the_place(self, tmp_path: Path) -> None:
        with pytest.raises(VocabularyError, match=r"no TOML: .*line 2"):
            load_vocabulary((company(tmp_path, "[skill]\nacme = nothing\n"),))

    def test_another_charset_is_told(self, tmp_path: Path) -> None:
        path = tmp_path / "sjis.toml"
        path.write_bytes("[skill]\nacme = ['アクメ']\n".encode("cp932"))
        with pytest.raises(VocabularyError, match="not UTF-8"):
            load_vocabulary((path,))

    def test_the_same_spelling_in_two_categories_is_no_fault(self, tmp_path: Path) -> None:
        path = company(tmp_path, "[role]\nherald = ['伝令']\n[experience]\nheralding = ['伝令']\n")
        assert sorted(keys("伝令", path)) == ["herald", "heralding"]

    def test_a_spelling_repeated_within_one_entry_is_no_fault(self) -> None:
        listing = parse_listing("x.toml", "[skill]\nacme = ['Acme', 'ACME', 'ａｃｍｅ']\n".encode())
        assert [spelling.text for spelling in listing.entries[0].spellings] == ["Acme", "ACME", "ａｃｍｅ"]


def test_a_matcher_of_another_vocabulary_leaves_ours_as_it_is(tmp_path: Path) -> None:
    path = company(tmp_path, '[skill]\njava = ["Yava"]\n')
    assert Matcher(load_vocabulary((path,))).vocabulary.entry(Category.SKILL, "java") != OURS.entry(Category.SKILL, "java")
    assert OURS.entries[Category.SKILL, "java"].label == "Java"


class TestTrades:
    """What people outside IT hold, do and can: each grade and national licence by itself."""

    @pytest.mark.parametrize(
        ("category", "text", "key"),
        [
            (Category.QUALIFICATION, "Valid NMC PIN", "nmc-registration"),
            (Category.QUALIFICATION, "Ohio STNA", "cna"),
            (Category.QUALIFICATION, "PALS certification", "pals"),
            (Category.QUALIFICATION, "PGCE", "pgce"),
            (Category.QUALIFICATION, "Paediatric first aid", "paediatric-first-aid"),
            (Category.QUALIFICATION, "NVQ Level 3", "nvq-level-3"),
            (Category.QUALIFICATION, "HGV Class 2", "hgv-class-2"),
            (Category.QUALIFICATION, "Counterbalance licence", "counterbalance-licence"),
            (Category.QUALIFICATION, "CPCS card", "cpcs-card"),
            (Category.QUALIFICATION, "IPAF 3a & 3b", "ipaf"),
            (Category.QUALIFICATION, "OSHA 30", "osha-30"),
            (Category.QUALIFICATION, "Series 7", "series-7"),
            (Category.QUALIFICATION, "CIPD Level 5", "cipd-level-5"),
            (Category.QUALIFICATION, "准看護師", "practical-nurse"),
            (Category.QUALIFICATION, "幼稚園教諭免許", "kindergarten-teacher"),
            (Category.QUALIFICATION, "1級土木施工管理技士", "civil-construction-engineer-1"),
            (Category.QUALIFICATION, "二級建築士", "architect-2"),
            (Category.QUALIFICATION, "第三種電気主任技術者", "chief-electrical-engineer-3"),
            (Category.QUALIFICATION, "アーク溶接特別教育", "arc-welding-training"),
            (Category.QUALIFICATION, "証券外務員一種", "securities-representative-1"),
            (Category.QUALIFICATION, "準中型免許", "semi-medium-licence"),
            (Category.SKILL, "Venepuncture", "venepuncture"),
            (Category.SKILL, "TIG溶接", "tig-welding"),
            (Category.SKILL, "HPLC", "hplc"),
            (Category.SKILL, "NC旋盤", "nc-lathe"),
            (Category.SKILL, "Bluebeam Revu", "bluebeam"),
            (Category.EXPERIENCE, "ICU experience", "icu"),
            (Category.EXPERIENCE, "オペ室経験", "operating-room"),
            (Category.ROLE, "溶接工", "welder"),
            (Category.ROLE, "Chef de partie", "chef-de-partie"),
            (Category.TRAIT, "色覚正常", "colour-vision"),
        ],
    )
    def test_a_term_has_the_key_of_its_own(self, category: Category, text: str, key: str) -> None:
        found = [hit.entry.key for hit in matcher_for().find_terms(fold(text), text) if hit.entry.category is category]
        assert found == [key]

    @pytest.mark.parametrize(
        ("text", "key"),
        [
            ("教員免許", "teaching-licence"),
            ("施工管理技士", "construction-engineer"),
            ("第一種電気工事士", "electrician-1"),
            ("NVQ", "nvq"),
        ],
    )
    def test_the_general_word_keeps_the_general_key(self, text: str, key: str) -> None:
        assert [sense.entry.key for sense in OURS.lookup(text) if sense.entry.category is Category.QUALIFICATION] == [key]

    @pytest.mark.parametrize(
        "text",
        [
            "Lots of openings in Geneva",
            "We can circulate the notes",
            "rate is 300 plus VAT",
            "保管業務は別の会社です",
            "Sent from our clinics",
        ],
    )
    def test_words_of_every_day_are_no_certain_term(self, text: str) -> None:
        kinds = {Category.SKILL, Category.QUALIFICATION}
        assert [
            hit.entry.key for hit in matcher_for().find_terms(fold(text), text) if hit.entry.category in kinds and not hit.ambiguous
        ] == []
