"""The catalogues: both languages say the same things, and everything that the code asks for is there."""

import string
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from babel.messages.catalog import Catalog

from reports.formats import Formats
from reports.market_tests import Finding
from reports.phrases import is_japanese
from reports.seatrecords import Certainty, MarkKind, Standing
from reports.values import OWN_NAMED, Values
from reports.wording import Wording, load_catalogue, wording
from requisitions.corrections import WordKind
from requisitions.words import Category, Cause, ChangeKind, Effect, FlagRule, HintWhy, Necessity, Reason, Review, Speaker, Stage
from tests.report_builders import LABELS

LISTS = {
    "category": Category,
    "cause": Cause,
    "remedy": Cause,
    "certainty": Certainty,
    "effect": Effect,
    "effects": Effect,
    "flag": FlagRule,
    "check": FlagRule,
    "hint": HintWhy,
    "key": MarkKind,
    "necessity": Necessity,
    "reason": Reason,
    "review": Review,
    "said": WordKind,
    "speaker": Speaker,
    "stage": Stage,
    "standing": Standing,
    "story": Effect,
    "lead": Effect,
    "finding": Finding,
    "why": Reason,
}


def entries(language: str) -> dict[str, tuple[str, ...]]:
    """Ids with their texts, one for each plural."""
    found: dict[str, tuple[str, ...]] = {}
    for message in load_catalogue(language):
        if message.id:
            key = message.id if isinstance(message.id, str) else message.id[0]
            found[key] = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    return found


def fields(text: str) -> set[str]:
    """The values that a template names."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


JA, EN = entries("ja"), entries("en")
NAMES = {language: Values(wording(language), Formats(language, ZoneInfo("UTC"), 2026), labels) for language, labels in LABELS.items()}


def is_label(key: str) -> bool:
    """Whether an entry is the name of a key, which stands only where the vocabulary's own does not do."""
    return key.startswith("label.")


def test_both_languages_have_the_same_ids() -> None:
    assert {key for key in JA if not is_label(key)} == {key for key in EN if not is_label(key)}


def test_a_key_that_the_vocabulary_does_not_know_has_a_name_in_both_languages_or_none() -> None:
    known = {f"label.{category}.{key}" for category, key in LABELS["en"]}
    assert {key for key in JA if is_label(key)} - known == {key for key in EN if is_label(key)} - known


@pytest.mark.parametrize(("language", "texts"), [("ja", JA), ("en", EN)])
def test_no_catalogue_says_again_what_the_vocabulary_says(language: str, texts: dict[str, tuple[str, ...]]) -> None:
    """A product's name in small letters stands there to say that it is a common noun."""
    for (category, key), label in LABELS[language].items():
        own = category in OWN_NAMED
        said = label if own else NAMES[language].running(label)
        again = texts.get(f"label.{category}.{key}") == (said,)
        assert not again or (own and said[:1].islower()), key


def test_every_key_of_the_vocabulary_has_a_name_and_no_kanji_stand_on_an_english_page() -> None:
    assert all(NAMES[language].label(*key, "") for language in LABELS for key in LABELS[language])
    assert [key for key in LABELS["en"] if is_japanese(NAMES["en"].label(*key, ""))] == []


@pytest.mark.parametrize("key", sorted(JA.keys() | EN.keys()))
def test_both_languages_put_the_same_values_into_a_text(key: str) -> None:
    texts = (*EN.get(key, ()), *JA.get(key, ()))
    assert {frozenset(fields(text)) for text in texts} == {frozenset(fields(texts[0]))}


@pytest.mark.parametrize(("language", "texts"), [("ja", JA), ("en", EN)])
def test_nothing_is_left_unsaid_and_counts_have_all_their_forms(language: str, texts: dict[str, tuple[str, ...]]) -> None:
    assert all(text.strip() or key.startswith("join.") for key, forms in texts.items() for text in forms)
    assert all("" not in forms for forms in texts.values())
    counted = {len(forms) for key, forms in texts.items() if key.startswith("count.")}
    assert counted == {1 if language == "ja" else 2}


def test_no_markup_but_ours_stands_in_a_text() -> None:
    allowed = ("<wbr>", '<span class="nw">', "</span>")
    for text in (text for forms in (*JA.values(), *EN.values()) for text in forms):
        rest = text
        for tag in allowed:
            rest = rest.replace(tag, "")
        assert "<" not in rest, text


@pytest.mark.parametrize("family", sorted(LISTS))
def test_every_word_of_a_closed_list_has_a_text(family: str) -> None:
    words = {str(word) for word in LISTS[family]}
    assert words - {key.removeprefix(f"{family}.") for key in EN if key.startswith(f"{family}.")} == set()


def test_every_change_of_a_demand_has_a_sign() -> None:
    of_seats = {ChangeKind.CLOSED, ChangeKind.PAUSED, ChangeKind.REOPENED}
    assert all(f"change.{kind}" in EN and f"kinds.{kind}" in EN for kind in set(ChangeKind) - of_seats)
    assert all(f"turned.{kind}" in EN for kind in of_seats)


def test_every_text_that_the_code_names_is_there_and_every_text_is_used() -> None:
    sources = [path.read_text("utf-8") for path in files("reports").iterdir() if path.name.endswith(".py")]
    sources += [path.read_text("utf-8") for path in (files("reports") / "templates").iterdir() if path.name.endswith(".j2")]
    code = "\n".join(sources)
    made = {
        f"{family}." for family in (*LISTS, "label", "value", "count", "per", "bound", "change", "kinds", "rates", "term", "turned", "mark")
    }
    made |= {"call.", "look.", "timeline.", "other."}
    made |= {f"site.{family}." for family in ("page", "status", "step", "rule", "turn")}
    unused = [key for key in EN if f'"{key}"' not in code and not any(key.startswith(family) for family in made)]
    assert unused == []
    named = {part for part in code.split('"') if part.count(".") == 1 and part.replace(".", "").replace("_", "").replace("-", "").isalpha()}
    families = {key.partition(".")[0] for key in EN}
    asked = {
        name
        for name in named
        if name.partition(".")[0] in families and not name.endswith((".py", ".po", ".css", ".js", ".j2", ".html", "."))
    }
    assert asked - EN.keys() - {"page.j", "term.", "page.html"} == set()


def test_a_text_that_is_missing_is_a_fault_that_names_it() -> None:
    with pytest.raises(KeyError, match=r"no\.such"):
        wording("en").text("no.such")
    with pytest.raises(KeyError, match=r"count\.unicorns"):
        wording("ja").counted("unicorns", 2)


def test_counts_follow_the_language() -> None:
    english, japanese = wording("en"), wording("ja")
    assert [english.counted("seats", n).format(n=n) for n in (0, 1, 2)] == ["0 seats", "1 seat", "2 seats"]
    assert [japanese.counted("seats", n).format(n=n) for n in (0, 1, 2)] == ["0件", "1件", "2件"]
    assert english.counted("year", 1.5) == "{n} years"


def test_a_catalogue_is_read_once() -> None:
    assert wording("ja") is wording("ja")
    assert isinstance(load_catalogue("ja"), Catalog)
    assert Wording("en").has("page.title")


@pytest.mark.parametrize(
    ("language", "banned"), [("ja", ("嘘", "ミス", "違法", "さん")), ("en", ("N/A", "wrong", "failed", "illegal", " lied"))]
)
def test_no_text_blames(language: str, banned: tuple[str, ...]) -> None:
    texts = (text for forms in (JA if language == "ja" else EN).values() for text in forms)
    assert [text for text in texts if any(word in text for word in banned)] == []


def test_nearly_all_that_the_extractor_knows_has_a_japanese_name() -> None:
    """An English word on a Japanese page is well for a few and odd for many."""
    for name, category in VOCABULARIES.items():
        with (Path(__file__).parent.parent / "extract" / "vocabulary" / f"{name}.toml").open("rb") as file:
            keys = set(_keys(tomllib.load(file)))
        unnamed = {key for key in keys if not is_japanese(name := NAMES["ja"].label(category, key, "")) and not name.isupper()}
        assert len(unnamed) <= len(keys) / 10, sorted(unnamed)


VOCABULARIES = {"traits": "trait", "experiences": "experience", "roles": "role", "contracts": "contract", "languages": "language"}


@pytest.mark.parametrize(("name", "category"), [("skills", "skill"), ("qualifications", "qualification")])
def test_what_japanese_mails_call_in_japanese_is_called_so_on_a_japanese_page(name: str, category: str) -> None:
    """Names of products are the same in both languages; `Machine learning` is no product."""
    with (Path(__file__).parent.parent / "extract" / "vocabulary" / f"{name}.toml").open("rb") as file:
        spellings = dict(_entries(tomllib.load(file)))
    common = {key for key, (label, *others) in spellings.items() if _is_common(label) and any(map(is_japanese, others))}
    unnamed = {key for key in common if not is_japanese(NAMES["ja"].label(category, key, ""))}
    assert len(unnamed) <= len(common) / 10, sorted(unnamed)


def _is_common(label: str) -> bool:
    return label.isascii() and any(word.isalpha() and word.islower() and len(word) > 2 for word in label.split()[1:])


def _keys(table: dict[str, Any]) -> Iterator[str]:
    yield from (key for key, _ in _entries(table))


def _entries(table: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    for key, value in table.items():
        if isinstance(value, list):
            yield key, value
        else:
            yield from _entries(value)
