"""The blind sets keep their form: mails whose gold speaks the contract's words and quotes what the mails say."""

import json
from collections import Counter
from collections.abc import Collection, Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from requisitions.words import Category, ChangeKind, Effect, FlagRule, Necessity, Reason, Speaker, Status

SETS = ("blind", "blind2", "blind3")
FOLDERS = {
    path.parent.name: path.parent for name in SETS for path in sorted((Path(__file__).parent / "accuracy" / name).glob("*/gold.json"))
}
CASES = sorted(FOLDERS)
MODES = {"requisition": {"full"}, "clarification": {"amendment"}, "candidate": set(), "other": set()}
CLOSED: dict[str, Collection[str]] = {
    "necessity": set(Necessity),
    "change": set(ChangeKind),
    "effect": set(Effect),
    "reason": set(Reason),
    "stated_by": set(Speaker),
}
Gold = dict[str, Any]


class Words(HTMLParser):
    """The words of an HTML part, without its marks."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@cache
def gold(case: str) -> Gold:
    found: Gold = json.loads((FOLDERS[case] / "gold.json").read_text(encoding="utf-8"))
    return found


def mail(case: str, file: str) -> EmailMessage:
    found = message_from_bytes((FOLDERS[case] / file).read_bytes(), policy=default)
    assert isinstance(found, EmailMessage)
    return found


def squashed(text: str) -> str:
    return "".join(text.split())


def body(message: EmailMessage) -> str:
    part = message.get_body(("plain", "html"))
    assert part is not None
    text = str(part.get_content())
    if part.get_content_subtype() != "html":
        return squashed(text)
    words = Words()
    words.feed(text)
    return squashed("".join(words.words))


def items(message: Gold) -> Iterator[Gold]:
    """All that the gold quotes from one mail."""
    for statement in message["statements"]:
        yield from statement["requirements"]
        yield from statement.get("optional", [])
    yield from message["changes"]
    yield from message.get("optional_changes", [])


def every_mail(*sets: str) -> Iterator[tuple[str, EmailMessage]]:
    """The mails with their language, of some sets or of all."""
    for case in CASES:
        if sets and FOLDERS[case].parent.name not in sets:
            continue
        for message in gold(case)["messages"]:
            yield gold(case)["language"], mail(case, message["file"])


@pytest.mark.parametrize(("name", "mails"), [("blind", (30, 30)), ("blind2", (32, 32)), ("blind3", (27, 25))])
def test_the_mails_of_each_set_are_all_there(name: str, mails: tuple[int, int]) -> None:
    counted = Counter(language for language, _ in every_mail(name))
    assert (counted["ja"], counted["en"]) == mails


def test_no_case_has_the_name_of_another_set_s() -> None:
    assert len(FOLDERS) == sum(1 for name in SETS for _ in (Path(__file__).parent / "accuracy" / name).glob("*/gold.json"))


def test_the_three_japanese_encodings_occur() -> None:
    charsets = {message.get_content_charset() for language, message in every_mail() if language == "ja"}
    assert charsets == {"utf-8", "iso-2022-jp", "shift_jis"}


def test_no_message_id_stands_twice() -> None:
    ids = [message["Message-ID"] for _, message in every_mail()]
    assert len(set(ids)) == len(ids)


def test_every_address_is_an_invented_one() -> None:
    for _, message in every_mail():
        addresses = [*message["From"].addresses, *message["To"].addresses]
        assert addresses
        assert all(address.domain.endswith(".example") for address in addresses)


@pytest.mark.parametrize("case", CASES)
def test_the_gold_names_its_folder_and_all_of_its_mails(case: str) -> None:
    assert gold(case)["id"] == case
    assert {message["file"] for message in gold(case)["messages"]} == {path.name for path in FOLDERS[case].glob("*.eml")}


@pytest.mark.parametrize("case", CASES)
def test_every_quote_stands_in_the_decoded_body(case: str) -> None:
    for message in gold(case)["messages"]:
        text = body(mail(case, message["file"]))
        missing = [item["quote"] for item in items(message) if squashed(item["quote"]) not in text]
        assert not missing, message["file"]


@pytest.mark.parametrize("case", CASES)
def test_the_words_are_those_of_the_closed_lists(case: str) -> None:
    for message in gold(case)["messages"]:
        assert {*message["flags"], *message.get("optional_flags", [])} <= set(FlagRule)
        for item in items(message):
            assert item["category"] in {*Category, "status"}
            assert item["keys"]
            for reading in (item, *item.get("or", [])):
                assert all(reading[field] in words for field, words in CLOSED.items() if field in reading), item


@pytest.mark.parametrize("case", CASES)
def test_only_demand_mails_have_statements_and_each_seat_has_one(case: str) -> None:
    for message in gold(case)["messages"]:
        statements = message["statements"]
        seats = [statement["requisition"] for statement in statements]
        assert {statement["mode"] for statement in statements} == MODES[message["kind"]]
        assert {statement["status"] for statement in statements} <= set(Status)
        assert len(set(seats)) == len(seats)
        assert not set(seats) & set(message.get("mentions", []))


@pytest.mark.parametrize("case", CASES)
def test_numbers_have_a_unit_and_their_bounds_in_order(case: str) -> None:
    for message in gold(case)["messages"]:
        for requirement in (r for statement in message["statements"] for r in statement["requirements"]):
            low, high = requirement["min"], requirement["max"]
            assert (low is None and high is None) == (requirement["unit"] is None), requirement
            assert low is None or high is None or low <= high, requirement


@pytest.mark.parametrize("case", CASES)
def test_a_seat_changes_only_where_a_statement_of_the_same_mail_names_it(case: str) -> None:
    seen: set[str] = set()
    for message in gold(case)["messages"]:
        seats = {statement["requisition"] for statement in message["statements"]}
        moved = {change["requisition"] for change in message["changes"]}
        assert moved <= seats & seen, message["file"]
        seen |= seats
