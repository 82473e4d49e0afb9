"""Headings in free words, and lists of phrases kept as data."""

import tomllib
from importlib.resources import files

import pytest
import re2

from extract.phrases import phrases
from extract.wording import heading_need

_LISTS = [
    (item.name.removesuffix(".toml"), name)
    for item in sorted(files("extract").joinpath("data/phrases").iterdir(), key=lambda entry: entry.name)
    for name in tomllib.loads(item.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(
    ("name", "need"),
    [
        ("skills we can't do without", "must"),
        ("what you must bring", "must"),
        ("絶対に必要な経験", "must"),
        ("hard requirements", "must"),
        ("things that would be nice", "preferred"),
        ("bonus points", "preferred"),
        ("あると嬉しい経験", "preferred"),
        ("歓迎する経験", "preferred"),
        ("skills we would welcome", "preferred"),
    ],
)
def test_free_headings(name: str, need: str) -> None:
    assert heading_need(name) == need


@pytest.mark.parametrize("name", ["", "チーム構成", "our offices", "会社概要", "how we work", "プロジェクトの背景", "日程"])
def test_headings_that_bind_nothing(name: str) -> None:
    assert heading_need(name) is None


@pytest.mark.parametrize(("module", "name"), _LISTS)
def test_every_list_of_phrases_is_a_pattern_that_needs_words(module: str, name: str) -> None:
    """A phrase that matches nothing at all would match everywhere."""
    pattern = phrases(module, name)
    assert not pattern.search("")
    assert module == "registry" or not pattern.search("\x07")


@pytest.mark.parametrize("module", sorted({module for module, _ in _LISTS}))
def test_every_phrase_compiles_alone_and_stands_once(module: str) -> None:
    table = tomllib.loads(files("extract").joinpath(f"data/phrases/{module}.toml").read_text(encoding="utf-8"))
    for words in table.values():
        assert len(words) == len(set(words))
        assert all(re2.compile(word) for word in words)


@pytest.mark.parametrize("module", sorted({module for module, _ in _LISTS}))
def test_phrases_are_written_as_texts_are_folded(module: str) -> None:
    """Upper-case or full-width words would never be found in a folded text."""
    table = tomllib.loads(files("extract").joinpath(f"data/phrases/{module}.toml").read_text(encoding="utf-8"))
    for name, words in table.items():
        for word in words:
            assert not any("\uff01" <= char <= "\uff5e" for char in word), (name, word)
