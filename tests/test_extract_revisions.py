"""Tables and forms of changes: the new value counts, a need moves, what is deleted is dropped; the reason is no demand."""

import pytest

from tests.reading import needs, only, read, values

_HEAD = "Hi,\n\nsee the revised terms of the order.\n\n"


def amended(rows: str) -> str:
    return f"{_HEAD}{rows}\n\nEverything else stands.\n"


def table(*rows: str, head: str = "Item|Was|Now") -> str:
    return "\n".join(line.replace("|", "\t") for line in (head, *rows))


@pytest.mark.parametrize(
    "head",
    [
        "Item|Was|Now",
        "Field|Old value|New value",
        "Condition|Previous|Revised",
        "Term|Current|Proposed",
        "Requirement|Before|After",
        "Detail|From|To",
        "Field|Original Value|Updated Value",
    ],
)
def test_only_the_new_value_holds(head: str) -> None:
    reading = read(amended(table("Day rate|£310|£335", "Positions|4|3", head=head)), in_reply_to=("<0@x.example>",))
    assert str(reading.kind) == "clarification"
    assert values(reading, "rate", "headcount") == {"rate": (335, 335, "gbp_per_day", None), "headcount": (3, 3, "person", None)}


@pytest.mark.parametrize(
    ("old", "new", "need"),
    [
        ("Desirable", "Essential", "must"),
        ("optional", "mandatory", "must"),
        ("-", "required", "must"),
        ("Required", "Nice to have", "preferred"),
        ("Mandatory", "Removed", "not_required"),
        ("Desirable", "Deleted", "not_required"),
        ("required", "not required", "not_required"),
        ("Essential", "", "not_required"),
    ],
)
def test_a_need_moves(old: str, new: str, need: str) -> None:
    assert needs(read(amended(table(f"Kubernetes|{old}|{new}")), in_reply_to=("<0@x.example>",))) == {"kubernetes": need}


def test_of_a_list_only_what_differs_is_told() -> None:
    text = amended(table("Mandatory skills|Java, Oracle|Java, PostgreSQL"))
    assert needs(read(text, in_reply_to=("<0@x.example>",))) == {"oracle": "not_required", "postgresql": "must"}


def test_a_column_of_reasons_gives_causes_and_no_demands() -> None:
    rows = table(
        "Day rate|£310|£335|No candidates in three weeks",
        "End date|2 April 2027|30 June 2027|The go-live has moved back",
        head="Item|Was|Now|Why",
    )
    statement = only(read(amended(rows), in_reply_to=("<0@x.example>",)))
    causes = {found.key: str(found.reason or statement.reason) for found in statement.requirements}
    assert causes == {"rate": "market", "end-date": "schedule"}


def test_columns_of_blanks_tell_where_a_cell_is_empty() -> None:
    text = amended(
        "Item           Was        Now       Why\nPMP            Required             Nobody has it\nDay rate       £310       £335"
    )
    reading = read(text, in_reply_to=("<0@x.example>",))
    assert needs(reading) == {"pmp": "not_required", "rate": "must"}


def test_a_change_on_three_lines() -> None:
    head = "The requisition has been revised.\n\nTitle: Buyer\nReason: Budget adjustment\n\n"
    reading = read(f"{head}Field: Bill rate\nOld value: £55/hr\nNew value: £49/hr\n")
    assert values(reading, "rate") == {"rate": (49, 49, "gbp_per_hour", None)}
    assert (str(reading.kind), str(only(reading).reason)) == ("clarification", "budget")


def test_a_table_of_seats_is_none_of_changes() -> None:
    text = "Hi,\n\nwe need three people.\n\nRole\tLocation\tRate\nJava developer\tLeeds\t£400/day\nTester\tDerby\t£300/day\n"
    assert [statement.title for statement in read(text).statements] == ["Java developer", "Tester"]


def test_a_change_on_two_lines() -> None:
    text = "Old rate: £55/hr\nNew rate: £60/hr\n\nOld location: Leeds\nNew location: York\n"
    reading = read(amended(text), in_reply_to=("<0@x.example>",))
    assert values(reading) == {"rate": (60, 60, "gbp_per_hour", None), "location": (None, None, None, "York")}
