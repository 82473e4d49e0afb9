"""What a person says on the command line: noted for good, folded in at once or by the next run, and taken back (DECISIONS.md D14)."""

import json
from datetime import UTC, datetime

import pytest

from ingest.parsing import mail_identity
from pipeline import cli
from pipeline.lock import run_lock
from requisitions.identity import statement_id
from requisitions.messages import RawMessage
from store.archive import Archive, Arrival
from tests.desk import Desk
from tests.nights import full, mail


def test_a_reading_is_put_right_at_once_and_shown_as_a_persons_word(desk: Desk) -> None:
    told = desk("correct", "KH-2201", "skill/java", "--set", "min=5,necessity=preferred", "--by", "佐藤", "--note", "電話で")
    assert told.startswith(f"noted: skill/java reads min=5,necessity=preferred, mail {desk.sha256('first')[:12]}#1\n")
    assert told.endswith("has 2 versions and 1 change now\n")
    assert (desk.demand("java"), desk.demand("java", "min")) == ("preferred", 5)
    marked = [line for line in desk("show", "KH-2201").splitlines() if line.endswith("a person's word: 佐藤, «電話で»")]
    assert len(marked) == 2, "in the first version and in what holds now"
    assert all("skill/java" in line for line in marked)
    told = json.loads(desk("show", "KH-2201", "--json"))
    assert [(one["kind"], one["said_by"], one["note"]) for one in told["corrections"]] == [("correct", "佐藤", "電話で")]
    assert [one["key"] for one in told["corrected"]] == ["java"]


def test_a_second_word_on_a_demand_adds_to_the_first(desk: Desk) -> None:
    desk("correct", "KH-2201", "skill/java", "--set", "min=5")
    desk("correct", "KH-2201", "skill/java", "--set", "key=csharp", "--set", "text=a, b,max=9")
    assert (desk.demand("csharp", "min"), desk.demand("csharp", "max"), desk.demand("csharp", "text")) == (5, 9, "a, b")
    assert desk.demand("csharp", "label") == "C#", "as the vocabulary calls it"
    desk("correct", "KH-2201", "skill/csharp", "--undo")
    assert (desk.demand("csharp"), desk.demand("java", "min")) == (None, 3)
    assert desk.words("state") == [("replaced",), ("replaced",), ("undo",)]


def test_a_change_that_was_misread_is_dropped_and_given_back(desk: Desk) -> None:
    desk("correct", "KH-2201", "skill/aws", "--drop")
    assert (desk.demand("aws"), desk.changes()) == ("preferred", [])
    assert "unconfirmed (rejected): must skill/aws" in desk("show", "KH-2201")
    desk("correct", "KH-2201", "skill/aws", "--undo")
    assert (desk.demand("aws"), desk.changes()) == ("must", [("aws", "promoted", "open")])


def test_a_demand_is_looked_for_in_the_mail_that_is_named(desk: Desk) -> None:
    desk("correct", "KH-2201", "skill/aws", "--set", "necessity=must", "--mail", desk.sha256("first")[:8])
    assert (desk.demand("aws"), desk.changes()) == ("must", [])


def test_a_mail_is_set_apart_and_linked_elsewhere_and_back(desk: Desk) -> None:
    sha256, before = desk.sha256("second"), desk.house.views()
    assert f"noted: mail {sha256[:12]}#1 is a requisition of its own" in desk("unlink", sha256[:10])
    alone = statement_id(sha256, 0)
    seat = f"SELECT r.reference, rule FROM links JOIN requisitions AS r USING (requisition_id) WHERE statement_id = '{alone}'"  # noqa: S608 - an id
    assert desk.house.query(seat) == [("KH-2201", "person")]
    assert len([one for one in desk("list").splitlines() if "KH-2201" in one]) == 2
    desk("link", sha256[:10], "OM-771", "--by", "Mori", "--note", "he said so")
    assert desk.house.query(seat) == [("OM-771", "person")]
    lines = [line for line in desk("show", "OM-771").splitlines() if "a person's word: Mori, «he said so»" in line]
    assert [line.split()[2] for line in lines] == ["person"]
    desk("link", sha256[:10], "--undo")
    assert {view: rows for view, rows in desk.house.views().items() if view not in {"corrections", "requisitions"}} == {
        view: rows for view, rows in before.items() if view not in {"corrections", "requisitions"}
    }


def test_two_requisitions_are_made_one_and_two_again(desk: Desk) -> None:
    one, other = desk.ids()["KH-2201"], desk.ids()["MR-4410"]
    desk("merge", "MR-4410", "KH-2201", "--note", "one seat")
    assert desk.house.query("SELECT count(*) FROM requisitions WHERE reference IN ('KH-2201', 'MR-4410')") == [(1,)]
    assert desk("show", one) == desk("show", other) == desk("show", "MR-4410")
    desk("merge", one, other, "--undo")
    assert {one, other} <= set(desk.ids().values())


def test_one_seat_of_a_mail_goes_without_the_others(desk: Desk) -> None:
    sha256 = desk.sha256("two")
    ordinals = desk.house.query(f"SELECT ordinal FROM statements WHERE sha256 = '{sha256}' ORDER BY 1")  # noqa: S608 - a hash
    assert ordinals == [(0,), (1,)]
    both = desk.ids()
    desk("link", f"{sha256[:9]}#2", "OM-771")
    assert len(desk.ids()) == len(both) - 1
    assert desk.ids()["TW-1001"] == both["TW-1001"]
    assert desk("show", both["TW-1002"]) == desk("show", both["OM-771"])
    assert desk.words("ordinal") == [(1,)]


def test_the_list_tells_what_holds_and_all_of_it_the_rest(desk: Desk) -> None:
    desk("correct", "KH-2201", "skill/java", "--drop", "--by", "A")
    desk("correct", "KH-2201", "skill/aws", "--drop", "--by", "B")
    desk("correct", "KH-2201", "skill/aws", "--undo", "--by", "C")
    header, *rows = [line.split("\t") for line in desk("correct", "--list").splitlines()]
    told = [dict(zip(header, row, strict=False)) for row in rows]
    assert [(one["by"], one["said"], one["state"]) for one in told] == [("A", "drop", "holds")]
    everything = desk("correct", "--list", "--all").splitlines()[1:]
    assert [line.split("\t")[7] for line in everything] == ["holds", "replaced", "undo"]
    desk("correct", told[0]["number"], "--undo")
    assert desk.demand("java") == "must"
    assert desk("correct", "--list").splitlines()[1:] == []


BAD: list[tuple[list[str], str]] = [
    (["link", "zzzz", "KH-2201"], "no archived mail has a hash that begins with 'zzzz'"),
    (["link", "", "KH-2201"], "no archived mail"),
    (["link", "{second}", "XX-1"], "no requisition has the id or reference 'XX-1'"),
    (["link", "{second}"], "which requisition does it belong to?"),
    (["link", "{second}#2", "KH-2201"], "has #1"),
    (["link", "{two}#x", "KH-2201"], "has #1, #2"),
    (["link", "{first}", "KH-2201"], "founds"),
    (["link", "{second}", "--undo"], "nobody said 'link' of mail"),
    (["unlink", "{first}"], "unlink those that don't belong to it:\n  "),
    (["unlink", "{other}"], "is alone in it already"),
    (["unlink", "{second}", "--undo"], "nobody said 'unlink' of mail"),
    (["merge", "KH-2201", "KH-2201"], "which is one requisition already"),
    (["merge", "KH-2201", "OM-771", "--undo"], "nobody merged KH-2201 and OM-771"),
    (["correct"], "say one of --set FIELD=VALUE, --drop, --undo, or --list"),
    (["correct", "KH-2201", "skill/java", "--drop", "--undo"], "say one of"),
    (["correct", "KH-2201", "--drop"], "name a requisition and a demand"),
    (["correct", "KH-2201", "java", "--drop"], "write CATEGORY/KEY"),
    (["correct", "KH-2201", "skil/java", "--drop"], 'did you mean "skill"?'),
    (["correct", "KH-2201", "skill/jave", "--drop"], "did you mean skill/java?\nIt speaks of:\n"),
    (["correct", "KH-2201", "skill/java", "--undo"], "nobody corrected skill/java"),
    (["correct", "99", "--undo"], "no word of the number '99' holds"),
    (["correct", "KH-2201", "skill/java", "--set", "minimum=3"], 'did you mean "min"?'),
    (["correct", "KH-2201", "skill/java", "--set", "3"], "write name=value"),
    (["correct", "KH-2201", "skill/java", "--set", "min=three"], "is no number"),
    (["correct", "KH-2201", "skill/java", "--set", "min=nan"], "is no number"),
    (["correct", "KH-2201", "skill/java", "--set", "min=3", "--set", "min=4"], "tells min twice"),
    (["correct", "KH-2201", "skill/java", "--set", "max=1"], "at least 3 and at most 1"),
    (["correct", "KH-2201", "skill/java", "--set", "necessity=should"], "is no necessity"),
    (["correct", "KH-2201", "skill/java", "--set", "necessity="], "cannot be empty"),
    (["correct", "KH-2201", "skill/java", "--set", "unit=yen"], "is no unit"),
    (["correct", "KH-2201", "skill/java", "--set", "key=Java Script"], "is no key"),
    (["correct", "KH-2201", "rate/rate", "--set", "necessity=preferred"], "never preferred"),
    (["correct", "KH-2201", "rate/rate", "--set", "key=price"], "has the key 'rate' alone"),
    (["correct", "KH-2201", "skill/java", "--drop", "--by", " "], "is no name"),
    (["correct", "KH-2201", "skill/java", "--drop", "--by", "a\nb"], "is no name"),
    (["correct", "KH-2201", "skill/java", "--drop", "--note", "x" * 1001], "1001 signs"),
]  # fmt: skip
"""Arguments, with the names of mails in braces, and a part of the sentence."""


def test_what_cannot_be_meant_is_refused_in_a_sentence_and_nothing_is_noted(desk: Desk) -> None:
    mails = {name: desk.sha256(name) for name in ("first", "second", "other", "two")}
    for arguments, sentence in BAD:
        assert sentence in desk(*(one.format(**mails) for one in arguments), status=2), arguments
    assert desk("correct", "--list", "--all").splitlines()[1:] == []


def test_an_ambiguous_name_is_refused_with_its_candidates(desk: Desk) -> None:
    desk("unlink", desk.sha256("second"))
    told = desk("correct", "KH-2201", "skill/aws", "--drop", status=2)
    assert "'KH-2201' can mean 2 requisitions" in told
    assert statement_id(desk.sha256("second"), 0) in told


def test_while_a_run_is_at_work_a_word_is_noted_and_the_next_run_folds_it_in(desk: Desk) -> None:
    before = desk.house.state()
    with run_lock(desk.house.folder / "archive"):
        assert "the next `reqdrift run` folds it in" in desk("correct", "KH-2201", "skill/java", "--drop")
        assert "waits for the next run" in desk("correct", "--list")
        desk("correct", "KH-2201", "skill/java", "--undo")
        desk("correct", "KH-2201", "skill/aws", "--drop")
    assert desk.house.state() == before
    desk("run")
    assert (desk.demand("java"), desk.demand("aws")) == ("must", "preferred")
    assert desk.words("state") == [("replaced",), ("undo",), ("holds",)]
    after = desk.house.state()
    desk("run")
    assert desk.house.state() == after, "without news it changes nothing"


def test_mails_that_wait_are_left_to_the_run(desk: Desk) -> None:
    """A run was killed after it archived one: the word must not pass it by."""
    late = RawMessage("old", "mails/late.eml", mail("late", full("LT-5501", "Cobol engineer"), subject="[LT-5501] Cobol engineer"))
    with Archive.open(desk.house.folder / "archive") as archive:
        archive.store_batch([Arrival(late, mail_identity(late.content))], known_at=datetime(2026, 11, 23, tzinfo=UTC))
    before = desk.house.state()
    assert "the next `reqdrift run` folds it in" in desk("correct", "KH-2201", "skill/java", "--drop")
    assert desk.house.state() == before
    desk("run")
    assert "LT-5501" in desk.ids()
    assert desk.demand("java") is None


@pytest.mark.parametrize("where", ["pipeline.crash.point", "store.snapshot.Draft.publish"])
def test_stopped_between_the_note_and_its_effect(desk: Desk, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    """The word is kept, the snapshot is yesterday's, and the next run goes on from there."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    before = desk.house.state()
    with monkeypatch.context() as patch:
        patch.setattr(where, stop)
        desk.captured.readouterr()
        assert cli.main(["correct", "KH-2201", "skill/java", "--drop", "--config", str(desk.house.folder / "pipeline.toml")]) == 75
    assert desk.house.state() == before
    assert "waits for the next run" in desk("correct", "--list")
    desk("run")
    assert desk.demand("java") is None
    assert desk.house.strays() == []


def test_nights_with_words_between_them_are_what_a_rebuild_gives(desk: Desk) -> None:
    """Words in between, a resend and an answer in the second night, words taken back: the same rows in every view."""
    ((change,),) = desk.house.query("SELECT change_id FROM changes")
    desk("review", "confirm", str(change))
    desk("correct", "KH-2201", "skill/java", "--set", "min=4", "--by", "A")
    desk("unlink", desk.sha256("second"))
    desk("merge", "MR-4410", "OM-771")
    again = mail("again", full("KH-2201", "Java engineer"), day=20)
    answer = mail(
        "third", "Hello,\n\nAWS is no longer needed for KH-2201.\n", subject="Re: [KH-2201] Java engineer", day=21, answers="second"
    )
    desk.house.put(again, answer)
    desk("run")
    desk("unlink", desk.sha256("second"), "--undo")
    desk("correct", "MR-4410", "skill/aws", "--drop", "--by", "B")
    nightly = desk.house.views()
    assert len(nightly["corrections"]) == 6
    assert ("aws", "promoted", "confirmed") in desk.changes()
    assert desk.demand("java", "min") == 4, "the resend has the same words"
    assert ("java", "lowered", "open") not in desk.changes()
    desk("rebuild")
    for view, rows in desk.house.views().items():
        assert rows == nightly[view], view
