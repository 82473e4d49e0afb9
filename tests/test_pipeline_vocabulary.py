"""`vocabulary suggest`: the unknown terms of the archive, in the form that a vocabulary file takes."""

import subprocess
import tomllib
from pathlib import Path

import pytest

from extract.vocabulary.entries import Vocabulary, load_vocabulary
from extract.vocabulary.listing import SECTIONS
from extract.vocabulary.suggesting import suggestions, term_in
from pipeline.suggesting import suggested
from requisitions.statements import Requirement
from requisitions.words import Category, Necessity
from store.unknown import UnknownDemand
from tests.nights import CLARIFICATION, OTHER, REQUISITION, House, full, mail

OURS = load_vocabulary()


def demand(
    label: str,
    key: str,
    *,
    category: Category = Category.SKILL,
    evidence: str | None = None,
    sha256: str = "a1",
    asker: str | None = "Kaze",
    requisition: str = "KH-1 Potter",
) -> UnknownDemand:
    quote = label if evidence is None else evidence
    requirement = Requirement(category, key, label, Necessity.MUST, quote, 0, len(quote), open_class=True)
    return UnknownDemand(requirement, sha256, asker, requisition)


def file_of(*demands: UnknownDemand, vocabulary: Vocabulary = OURS, least: int = 1, limit: int = 50) -> str:
    return "\n".join(suggested(demands, vocabulary, least=least, limit=limit))


def loaded(text: str, folder: Path) -> Vocabulary:
    file = folder / "ours.toml"
    file.write_text(text, encoding="utf-8")
    return load_vocabulary((file,))


def added(text: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(text)


# 1. The file


def test_a_term_is_an_entry_with_its_spellings_and_says_where_it_stands() -> None:
    demands = [
        demand("Zorbium", "zorbium", evidence="Zorbium 2+ years", sha256="a1", asker="Kaze", requisition="KH-1 Potter"),
        demand("zorbium", "zorbium", evidence="zorbium a plus", sha256="a2", asker="Oak", requisition="OM-7"),
        demand("Zorbium", "zorbium", evidence="Zorbium", sha256="a3", asker="kaze", requisition="KH-3"),
    ]
    text = file_of(*demands)
    assert added(text) == {"skill": {"zorbium": ["Zorbium"]}}
    assert '# 3 mails, 2 clients\n#   "Zorbium 2+ years" in KH-1 Potter\n#   "zorbium a plus" in OM-7\nzorbium = ["Zorbium"]' in text


def test_a_mail_that_says_a_term_twice_is_one_mail_with_one_example() -> None:
    text = file_of(demand("Zorbium", "zorbium"), demand("Zorbium", "zorbium"))
    assert "# 1 mail, 1 client\n" in text
    assert text.count("#   ") == 1


def test_the_most_frequent_come_first_and_the_limit_keeps_those() -> None:
    demands = [
        *(demand("Rare thing", "rare-thing", sha256=f"r{number}") for number in range(1)),
        *(demand("Zorbium", "zorbium", sha256=f"z{number}") for number in range(3)),
        *(demand("night baking", "night-baking", category=Category.EXPERIENCE, sha256=f"n{number}") for number in range(4)),
        *(demand("Quuxly", "quuxly", sha256=f"q{number}") for number in range(2)),
    ]
    assert list(added(file_of(*demands))) == ["experience", "skill"]
    assert list(added(file_of(*demands))["skill"]) == ["zorbium", "quuxly", "rare-thing"]
    assert added(file_of(*demands, limit=2)) == {"experience": {"night-baking": ["night baking"]}, "skill": {"zorbium": ["Zorbium"]}}
    assert list(added(file_of(*demands, least=2))["skill"]) == ["zorbium", "quuxly"]
    assert file_of(*demands, least=5) == ""


def test_what_the_vocabulary_knows_takes_no_place_of_the_limit() -> None:
    known = [demand("Java", "java", sha256=f"j{number}") for number in range(3)]
    assert added(file_of(*known, demand("Zorbium", "zorbium"), limit=1)) == {"skill": {"zorbium": ["Zorbium"]}}


@pytest.mark.parametrize("category", SECTIONS)
def test_every_section_can_be_loaded_and_what_was_added_is_known(category: Category, tmp_path: Path) -> None:
    demands = [demand("Zorbium", "zorbium", category=category), demand("ぞるび運用", "ぞるび運用", category=category)]
    vocabulary = loaded(file_of(*demands), tmp_path)
    assert vocabulary.entry(category, "zorbium") is not None
    assert [sense.entry.category for sense in vocabulary.lookup("ぞるび運用")] == [category]
    assert file_of(*demands, vocabulary=vocabulary) == ""


def test_a_category_that_a_file_cannot_have_is_left_out() -> None:
    assert file_of(demand("Nowhere", "nowhere", category=Category.LOCATION)) == ""


@pytest.mark.parametrize(
    ("label", "key", "term"),
    [
        ("Zorbium", "zorbium", "Zorbium"),
        ("2+ years of Zorbium baking", "2+-years-zorbium-baking", "Zorbium baking"),
        ("two years of Zorbium", "zorbium", "Zorbium"),
        ("ぞるび運用 3年以上", "ぞるび運用-3年以上", "ぞるび運用"),
        ("ぞるび運用の経験", "ぞるび運用", "ぞるび運用"),
        ("Ｚｏｒｂｉｕｍ経験", "zorbium", "zorbium"),
        ("Zorbium\n  baking", "zorbium-baking", "Zorbium baking"),
        ("Zorbium 19", "zorbium-19", "Zorbium 19"),
        ("3 years", "3-years", "3 years"),
    ],
)
def test_the_term_is_what_the_slug_was_made_of_without_years(label: str, key: str, term: str) -> None:
    assert term_in(key, label) == term


def test_a_label_that_tells_the_value_only_leaves_the_term_to_the_quote() -> None:
    assert term_in("zorbium-2+-years", "2+ year", "Zorbium 2+ years") == "Zorbium"


def test_years_apart_are_one_term() -> None:
    text = file_of(demand("ぞるび運用1年", "ぞるび運用1年"), demand("ぞるび運用2年", "ぞるび運用2年", sha256="a2"))
    assert "# 2 mails" in text
    assert list(added(text)["skill"].values()) == [["ぞるび運用"]]


# 2. Keys


def keys(*terms: str) -> list[str]:
    return [one.key for one in suggestions({(Category.SKILL, term): [term] for term in terms}, OURS)]


def test_keys_are_ascii_differ_and_stay_the_same() -> None:
    found = keys("zorb-café", "zorb++", "zorb#", "ぞるび", "ぞるば", "zorb運用", "19年")
    assert found[:3] == ["zorb-cafe", "zorb-plus-plus", "zorb-sharp"]
    assert [key.rpartition("-")[0] for key in found[3:]] == ["term", "term", "zorb", "term"]
    assert len(set(found)) == len(found)
    assert keys("ぞるば") == found[4:5]


def test_a_key_that_another_term_has_is_not_given_again() -> None:
    first, second = keys("zorb-cafe", "zorb-café")
    assert first == "zorb-cafe"
    assert second.startswith("zorb-cafe-")


def test_a_term_of_ours_is_never_touched(tmp_path: Path) -> None:
    """A slug that makes one of our keys in ASCII gets a key of its own."""
    text = file_of(demand("Jáva", "jáva"))
    vocabulary = loaded(text, tmp_path)
    java = vocabulary.entry(Category.SKILL, "java")
    assert java == OURS.entry(Category.SKILL, "java")


# 3. What is no term


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("zorb" + "-" * 80 + "ium", "zorb-ium"),
        ("word of mouth", "word-mouth"),
        ("someone@zorb.example", "someone-zorb-example"),
        ("Mr. Zorbman", "mr-zorbman"),
        ("Mr. Zorbman", "zorbman"),
        ("鈴木様の経験", "鈴木"),
        ("zorb\u202eium", "zorb-ium"),
    ],
)
def test_sentences_traps_people_and_what_hides_are_no_terms(label: str, key: str) -> None:
    assert file_of(demand(label, key)) == ""


@pytest.mark.parametrize("label", ["?", "？", " ", ""])
def test_a_label_of_nothing_leaves_the_words_of_the_slug(label: str) -> None:
    assert added(file_of(demand(label, "zorb-ium"))) == {"skill": {"zorb-ium": ["zorb ium"]}}


def test_a_slug_that_was_cut_is_a_sentence() -> None:
    assert file_of(demand("zorb " * 15, "zorb-" * 11 + "zorbi")) == ""


def test_two_terms_of_one_spelling_are_listed_once(tmp_path: Path) -> None:
    found = list(suggestions({(Category.SKILL, "zorb"): ["Zorb"], (Category.SKILL, "zorb-x"): ["ZORB", "Zorb X"]}, OURS))
    assert [one.spellings for one in found] == [("Zorb",), ("Zorb X",)]


def test_a_question_mark_makes_no_spelling_ambiguous(tmp_path: Path) -> None:
    vocabulary = loaded(file_of(demand("Zorbium?", "zorbium")), tmp_path)
    assert [sense.ambiguous for sense in vocabulary.lookup("zorbium")] == [False]


# 4. Hostile mails

HOSTILE = [
    'x"]\n[skill]\njava = []\n#',
    "x\r[skill]\rjava = []",
    "x\u2028java = []\u2029\x85java = []\x0b\x0cjava = []",
    'x\\" \\u000a java = []',
    "x\u202eevil\u2066\x00\x1b[31m\x7f\ud800",
    "'''\n\"\"\"\njava = []",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_of_a_mail_get_out_of_a_comment_or_a_string(words: str, tmp_path: Path) -> None:
    demands = [demand("Zorbium", "zorbium", evidence=words, requisition=words, asker=words), demand(words, "zorb", sha256="a2")]
    text = file_of(*demands)
    comments = [line for line in text.split("\n") if line.startswith("#   ")]
    assert all(line.replace(" ", "").isprintable() for line in text.split("\n"))
    assert comments
    assert added(text)["skill"]["zorbium"] == ["Zorbium"]
    assert set(added(text)) == {"skill"}
    assert loaded(text, tmp_path).entry(Category.SKILL, "java") == OURS.entry(Category.SKILL, "java")


def test_a_direction_mark_is_shown() -> None:
    assert "⟨U+202E⟩" in file_of(demand("Zorbium", "zorbium", evidence="Zorbium \u202egnp.exe"))


def test_no_address_number_or_name_of_a_person_is_told() -> None:
    words = "Zorbium, ask Mr. Zorbman, zorbman@oak.example, 03-1234-5678"
    text = file_of(demand("Zorbium", "zorbium", evidence=words, requisition="KH-1 鈴木様", asker="zorbman@oak.example"))
    assert not any(private in text for private in ("Zorbman", "zorbman", "@", "1234", "鈴木"))
    assert "(name)" in text


# 5. The command

TERMS = "Must: Zorbium\nNice to have: Quuxly"


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> House:
    """Two firms that ask for what nobody knows, and one that asks for it in Japanese."""
    house = House(tmp_path_factory.mktemp("house"))
    words = full("KH-2201", "Java engineer").replace("Must: Java 3+ years\nNice to have: AWS", TERMS)
    other = full("OM-9", "Python engineer").replace("Must: Java 3+ years\nNice to have: AWS", "Must: Java, Zorbium")
    house.put(mail("first", words), mail("other", other, subject="[OM-9] Python engineer", sender="Mori <mori@oak-partners.example>"))
    house.run()
    return house


def suggest(house: House, *arguments: str) -> "subprocess.CompletedProcess[str]":
    done = house.call("vocabulary", "suggest", *arguments)
    assert done.returncode == 0, done.stderr
    return done


def test_the_terms_of_an_archive_become_a_file(lived_in: House) -> None:
    done = suggest(lived_in)
    assert done.stderr == ""
    assert added(done.stdout) == {"skill": {"zorbium": ["Zorbium"]}}
    assert "# 2 mails, 2 clients" in done.stdout
    assert " in KH-2201 Java engineer" in done.stdout
    assert "@" not in done.stdout
    assert list(added(suggest(lived_in, "--min", "1").stdout)["skill"]) == ["zorbium", "quuxly"]
    assert list(added(suggest(lived_in, "--min", "1", "--limit", "1").stdout)["skill"]) == ["zorbium"]


def test_reading_changes_nothing(lived_in: House) -> None:
    before = lived_in.state()
    assert suggest(lived_in).stdout == suggest(lived_in).stdout
    assert lived_in.state() == before


def test_the_file_is_utf_8_whatever_the_terminal_speaks(lived_in: House) -> None:
    done = suggest(lived_in, "--min", "1")
    assert lived_in.call("vocabulary", "suggest", "--min", "1", PYTHONIOENCODING="ascii").stdout == done.stdout


def test_what_was_added_is_known_before_and_after_the_next_run(house: House) -> None:
    house.put(mail("first", full("KH-2201", "Java engineer").replace("Must: Java 3+ years\nNice to have: AWS", TERMS)))
    house.run()
    text = suggest(house, "--min", "1").stdout.replace("zorbium =", "zorb =")
    (house.folder / "ours.toml").write_text(text, encoding="utf-8")
    house.configure('[extract]\nvocabulary = ["ours.toml"]\n')
    for _ in range(2):
        done = suggest(house, "--min", "1")
        assert done.stdout == ""
        assert done.stderr == "The vocabulary knows every term that the stored mails ask for.\n"
        house.run()
    assert ("zorb", "Zorbium") in house.query("SELECT key, label FROM requirements")


def test_where_nothing_is_unknown_a_sentence_says_so_and_the_file_is_empty(house: House, tmp_path: Path) -> None:
    house.put(REQUISITION, CLARIFICATION, OTHER)
    house.run()
    done = suggest(house)
    assert done.stdout == ""
    assert done.stderr == "No unknown term stands in 2 mails or more; --min 1 lists also those of a single mail.\n"
    (tmp_path / "empty.toml").write_text(done.stdout, encoding="utf-8")
    assert load_vocabulary((tmp_path / "empty.toml",)).entries == OURS.entries


def test_before_the_first_run_a_sentence_says_what_makes_a_database(house: House) -> None:
    done = house.call("vocabulary", "suggest")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == house.call("list").stderr


@pytest.mark.parametrize("arguments", [["--limit", "0"], ["--min", "0"], ["--limit", "many"], ["--config", "nowhere.toml"]])
def test_unusable_arguments_are_status_2(house: House, arguments: list[str]) -> None:
    done = house.call("vocabulary", "suggest", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_a_bad_entry_of_a_companys_file_is_told_with_file_and_line(lived_in: House) -> None:
    (lived_in.folder / "bad.toml").write_text('[skill]\nZorb = ["Zorb"]\n', encoding="utf-8")
    lived_in.configure('[extract]\nvocabulary = ["bad.toml"]\n')
    done = lived_in.call("vocabulary", "suggest")
    lived_in.configure()
    assert (done.returncode, done.stdout) == (2, "")
    assert "bad.toml line 2" in done.stderr
