"""What the other commands say of a house with a few nights behind it."""

import json

import pytest

from pipeline.commands.mail import marked
from pipeline.tables import aligned, width
from tests.nights import CLARIFICATION, OTHER, REQUISITION, House, full, mail


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> House:
    """Two seats, one of which has moved."""
    house = House(tmp_path_factory.mktemp("house"))
    house.put(REQUISITION, CLARIFICATION, OTHER)
    house.run()
    return house


def said(house: House, *arguments: str) -> str:
    done = house.call(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def rows(house: House, *arguments: str) -> list[list[str]]:
    return [line.split("\t") for line in said(house, "list", *arguments).splitlines()]


def test_list_names_every_requisition_with_the_id_that_other_commands_take(lived_in: House) -> None:
    header, *listed = rows(lived_in)
    assert header[:3] == ["id", "reference", "status"]
    assert [row[1] for row in listed] == ["KH-2201", "OM-771"], "the last to move comes first"
    for row in listed:
        assert said(lived_in, "show", row[0]).startswith(row[0])


@pytest.mark.parametrize(
    ("filters", "expected"), [(["--moved"], ["KH-2201"]), (["--open"], ["KH-2201", "OM-771"]), (["--client", "nobody"], [])]
)
def test_list_filters(lived_in: House, filters: list[str], expected: list[str]) -> None:
    assert [row[1] for row in rows(lived_in, *filters)[1:]] == expected


def test_show_tells_versions_changes_and_evidence(lived_in: House) -> None:
    told = said(lived_in, "show", "kh-2201")
    assert "version 1" in told
    assert "version 2" in told
    assert "promoted" in told
    assert "«AWS»" in told


def test_show_finds_a_requisition_by_any_members_id(lived_in: House) -> None:
    ((member,),) = lived_in.query("SELECT statement_id FROM links WHERE parent_statement_id IS NOT NULL")
    assert said(lived_in, "show", member) == said(lived_in, "show", "KH-2201")


def test_show_json_has_the_fields_of_the_contract(lived_in: House) -> None:
    told = json.loads(said(lived_in, "show", "KH-2201", "--json"))
    assert [version["version"] for version in told["versions"]] == [1, 2]
    (change,) = told["changes"]
    assert (change["category"], change["key"], change["change"], change["stated_at"]) == (
        "skill",
        "aws",
        "promoted",
        "2026-11-18T01:00:00Z",
    )
    texts = {mail["sha256"]: _text(lived_in, mail["sha256"]) for mail in told["mails"]}
    for held in told["versions"][-1]["requirements"]:
        assert held["evidence"] in texts[held["sha256"]]


def _text(house: House, sha256: str) -> str:
    return said(house, "mail", sha256).replace("⟦", "").replace("⟧", "")


@pytest.mark.parametrize(("date", "versions"), [("2026-11-16", 1), ("2026-11-17T23:59", 1), ("2026-11-18", 2), ("2026-11-18T09:59", 1)])
def test_show_as_of_counts_to_the_end_of_the_day(lived_in: House, date: str, versions: int) -> None:
    told = json.loads(said(lived_in, "show", "KH-2201", "--as-of", date, "--json"))
    assert len(told["versions"]) == versions


def test_show_before_it_began_is_refused_with_a_sentence(lived_in: House) -> None:
    done = lived_in.call("show", "KH-2201", "--as-of", "2026-11-01")
    assert (done.returncode, done.stdout) == (2, "")
    assert "nothing of 'KH-2201' was there yet" in done.stderr


@pytest.mark.parametrize("date", ["yesterday", "2026-13-01", ""])
def test_a_date_that_is_none_is_refused(lived_in: House, date: str) -> None:
    done = lived_in.call("show", "KH-2201", "--as-of", date)
    assert done.returncode == 2
    assert "is no date" in done.stderr


def test_an_unknown_reference_is_refused_and_says_where_to_look(lived_in: House) -> None:
    done = lived_in.call("show", "Z-9")
    assert (done.returncode, done.stdout) == (2, "")
    assert "reqdrift list" in done.stderr


def test_an_ambiguous_reference_lists_its_candidates(house: House) -> None:
    body = full("KH-1105", "Java engineer")
    house.put(*(mail(name, body, subject="[KH-1105] Java engineer", sender=f"x <x@{name}.example>") for name in ("kaze", "oak")))
    house.run()
    done = house.call("show", "KH-1105")
    assert done.returncode == 2
    ids = [row[0] for row in rows(house)[1:]]
    assert len(ids) == 2
    assert all(f"  {one}" in done.stderr for one in ids)


def test_mail_marks_what_was_read_from_it(lived_in: House) -> None:
    ((sha256,),) = lived_in.query("SELECT sha256 FROM changes")
    told = said(lived_in, "mail", sha256[:10])
    assert "Subject: Re: [KH-2201] Java engineer" in told
    assert "⟦AWS is now a must⟧" in told


def test_mail_marks_one_place_only_where_one_is_named(lived_in: House) -> None:
    ((sha256,),) = lived_in.query("SELECT sha256 FROM changes")
    assert said(lived_in, "mail", sha256, "--mark", "0-5").count("⟦") == 1
    assert "⟦Hello⟧" in said(lived_in, "mail", sha256, "--mark", "0-5")
    assert lived_in.call("mail", sha256, "--mark", "0-99999").returncode == 2


@pytest.mark.parametrize("prefix", ["zz", "0" * 64])
def test_an_unknown_mail_is_refused(lived_in: House, prefix: str) -> None:
    assert lived_in.call("mail", prefix).returncode == 2


def test_a_mail_gives_no_orders_to_the_terminal(house: House) -> None:
    body = full("KH-9109", "Java engineer").replace("years", "years \x1b]0;owned\x07 \u202e")
    house.put(mail("esc", body, subject="Java engineer \x1b[2J"))
    house.run()
    ((sha256,),) = house.query("SELECT sha256 FROM messages")
    for told in (said(house, "mail", sha256), said(house, "list"), said(house, "show", "KH-9109")):
        assert "\x1b" not in told
        assert "\u202e" not in told


def test_extract_prints_one_object_a_mail_in_the_order_given(lived_in: House) -> None:
    names = sorted(path.name for path in (lived_in.folder / "mails").iterdir())
    files = [f"mails/{name}" for name in [*names, *reversed(names)]]
    told = [json.loads(line) for line in said(lived_in, "extract", "--json", *files).splitlines()]
    ids = [one["message_id"] for one in told]
    assert len(ids) == 2 * len(names)
    assert ids == [*ids[: len(names)], *reversed(ids[: len(names)])]


def test_the_offsets_of_extract_count_in_its_text(lived_in: House) -> None:
    for path in (lived_in.folder / "mails").iterdir():
        told = json.loads(said(lived_in, "extract", "--json", str(path)))
        assert told["problem"] is None
        for statement in told["statements"]:
            assert set(statement) == {
                *("reference", "title", "client", "mode", "status", "status_stated", "reason", "stated_by", "requirements", "hints")
            }
            for demand in statement["requirements"]:
                assert told["text"][demand["start"] : demand["end"]] == demand["evidence"]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([], "abcdef"),
        ([(1, 3)], "a⟦bc⟧def"),
        ([(1, 3), (2, 5)], "a⟦bcde⟧f"),
        ([(4, 6), (0, 2)], "⟦ab⟧cd⟦ef⟧"),
        ([(1, 2), (2, 3)], "a⟦b⟧⟦c⟧def"),
    ],
)
def test_marks_never_cross(places: list[tuple[int, int]], expected: str) -> None:
    assert marked("abcdef", places) == expected


def test_columns_stand_below_each_other_also_with_wide_letters() -> None:
    lines = list(aligned([("経理", "x"), ("ab", "y")]))
    assert lines == ["経理  x", "ab    y"]
    assert width("経理") == 4
