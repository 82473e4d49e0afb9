"""Which folders of a server the settings mean: names, patterns, separators."""

import unicodedata

import pytest

from ingest.imap_folders import Folder, choose


def _folders(*names: str, separator: str = ".", flags: dict[str, str] | None = None) -> list[Folder]:
    return [Folder(name, name.encode(), separator, frozenset((flags or {}).get(name, "").split())) for name in names]


SERVER = _folders(
    *("INBOX", "Clients", "Clients.Acme", "Clients.Acme.2026", "Clients.Beta", "案件", "案件.東京", "Junk", "Trash"),
    flags={"Clients": "\\noselect", "Junk": "\\junk", "Trash": "\\trash"},
)


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        ("INBOX", ["INBOX"]),
        ("inbox", ["INBOX"]),
        ("Clients.Acme", ["Clients.Acme"]),
        ("Clients/Acme", ["Clients.Acme"]),
        ("Clients/*", ["Clients.Acme", "Clients.Acme.2026", "Clients.Beta"]),
        ("Clients/%", ["Clients.Acme", "Clients.Beta"]),
        ("Clients*", ["Clients.Acme", "Clients.Acme.2026", "Clients.Beta"]),
        ("*Acme*", ["Clients.Acme", "Clients.Acme.2026"]),
        ("%", ["INBOX", "案件"]),
        ("案件*", ["案件", "案件.東京"]),
        ("*", ["Clients.Acme", "Clients.Acme.2026", "Clients.Beta", "INBOX", "案件", "案件.東京"]),
        ("Trash", ["Trash"]),
        (" INBOX ", ["INBOX"]),
    ],
)
def test_names_and_patterns(wish: str, found: list[str]) -> None:
    """`*` crosses levels, `%` does not, `/` is any server's separator; junk and trash by name only."""
    chosen, missing = choose([wish], SERVER)
    assert [folder.name for folder in chosen] == found
    assert missing == []


@pytest.mark.parametrize(
    "wish", ["Reqs", "clients/acme", "Clients", "Clients/Acme/%/%", "Clients.Acm", "Clients/Acme2026", "Trash*", "I?BOX", "(", "\\"]
)
def test_what_fits_nothing_is_missing(wish: str) -> None:
    """Other names differ by case; a level that holds no mail is no folder; other signs mean themselves."""
    assert choose([wish], SERVER) == ([], [wish])


def test_each_folder_is_chosen_once_in_the_order_of_the_wishes() -> None:
    chosen, missing = choose(["案件/東京", "Nope", "INBOX", "案件*", "Nada"], SERVER)
    assert [folder.name for folder in chosen] == ["案件.東京", "INBOX", "案件"]
    assert missing == ["Nope", "Nada"]


def test_a_name_with_signs_of_a_pattern_is_a_name_first() -> None:
    assert [folder.name for folder in choose(["100%"], _folders("100%", "1000", "100"))[0]] == ["100%"]


def test_a_server_without_levels() -> None:
    """Nothing separates, so `%` stands for anything."""
    assert [folder.name for folder in choose(["%"], _folders("a.b", "c/d", separator=""))[0]] == ["a.b", "c/d"]


def test_composed_and_decomposed_letters_are_the_same_name() -> None:
    """A Mac types ガ in two parts, a server keeps it in one."""
    folders = _folders("エンジニア.Übergang")
    for wish in ("エンジニア/Übergang", "*Übergang"):
        assert len(choose([unicodedata.normalize("NFD", wish)], folders)[0]) == 1
