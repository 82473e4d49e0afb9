"""The figures made from generated mails: what counts as right, what a miss costs, and what stays unseen."""

import importlib.util
import json
import os
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import scale
from bench.mailgen import judging, matching
from bench.mailgen.frames import Side
from bench.mailgen.mails import Mail
from bench.mailgen.truth import Demand
from bench.mailgen.world import stories, story
from requisitions import statements as read
from requisitions.words import Category, FlagRule, Kind, Mode, Necessity, Speaker, Status

ROOT = Path(__file__).resolve().parent.parent
TOOLS = Path(os.environ.get("REQDRIFT_SHARED", ROOT.parent / "shared")) / "tools"


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", TOOLS / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def requirement(demand: Demand) -> read.Requirement:
    """What a perfect reader makes of a demand."""
    return read.Requirement(
        Category(demand.category),
        demand.keys[0],
        demand.keys[0],
        Necessity(demand.necessity),
        demand.quote,
        0,
        0,
        demand.min,
        demand.max,
        demand.unit,
        demand.text,
    )


def perfect(mail: Mail, language: str) -> read.Reading:
    """What a perfect reader makes of a mail."""
    made = tuple(
        read.Statement(
            i,
            Mode(one.mode),
            status=Status(one.status),
            stated_by=Speaker(mail.truth.speakers[0]),
            requirements=tuple(requirement(d) for d in one.demands),
        )
        for i, one in enumerate(mail.truth.statements)
    )
    raised = tuple(read.Flag(FlagRule(rule), "", 0, 0, "") for rule in mail.truth.flags)
    return read.Reading(Kind(mail.truth.kind), language, made, (), raised)


@pytest.mark.parametrize("side", list(Side))
def test_a_perfect_reader_is_given_full_marks(side: Side) -> None:
    told = [(case.language, mail) for case in stories(6, 200, side) for mail in case.mails]
    found = [judging.compare(mail.truth, perfect(mail, language), language) for language, mail in told]
    figures = scale.summary(found)
    assert [miss for verdict in found for miss in verdict.misses] == []
    assert (figures["strict"]["f1"], figures["kind_accuracy"], figures["mode_status_accuracy"], figures["flags_f1"]) == (1.0,) * 4
    assert {row["strict_recall"] for row in scale.frames_of(found).values()} <= {1.0, None}


def test_what_is_missed_wrong_or_invented_costs_in_its_own_frame() -> None:
    case = next(case for case in stories(2, 400, Side.OPEN) if len(case.mails[0].truth.statements) == 1)
    mail = case.mails[0]
    reading = perfect(mail, case.language)
    asked = reading.statements[0].requirements
    at = next(i for i, one in enumerate(asked) if one.category == Category.SKILL)
    invented = read.Requirement(Category.SKILL, "telepathy", "telepathy", Necessity.MUST, asked[at].evidence, 0, 0)

    def figures(*requirements: read.Requirement) -> tuple[int, int, int, list[str]]:
        one = replace(reading, statements=(replace(reading.statements[0], requirements=requirements),))
        verdict = judging.compare(mail.truth, one, case.language)
        return verdict.exact, verdict.told, verdict.read, [miss.what for miss in verdict.misses]

    whole = len(asked)
    assert figures(*asked) == (whole, whole, whole, [])
    assert figures(*asked[:at], *asked[at + 1 :]) == (whole - 1, whole, whole - 1, ["missed"])
    assert figures(*asked, invented) == (whole, whole, whole + 1, ["spurious"])
    softer = replace(asked[at], necessity=Necessity.EXCLUDED)
    assert figures(*asked[:at], softer, *asked[at + 1 :]) == (whole - 1, whole, whole, ["wrong"])


def test_an_unreadable_mail_costs_all_its_demands() -> None:
    case = story(1, 0)
    verdict = judging.judge(replace(case.mails[0], raw=b""), case.language)
    assert (verdict.kind, verdict.exact, verdict.told > 0) == (False, 0, True)


def test_of_held_out_frames_no_sentence_leaves_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    held = [judging.judge(mail, case.language) for case in stories(4, 60, Side.HELD_OUT) for mail in case.mails]
    assert any(miss.text for verdict in held for miss in verdict.misses)
    scale.write_misses(tmp_path / "misses.jsonl", held)
    written = (tmp_path / "misses.jsonl").read_text(encoding="utf-8")
    assert {json.loads(line)["frame"] for line in written.splitlines()} <= {"title", "mail"}
    scale.report(Side.HELD_OUT, scale.result_of(held, 1.0))
    printed = capsys.readouterr().out
    assert all(miss.text not in printed for verdict in held for miss in verdict.misses if miss.text)


if TOOLS.is_dir():  # a clone without the shared tools has nothing to compare with
    SCORER = scorer()
    DEMANDS = st.builds(
        Demand,
        category=st.sampled_from(["skill", "rate", "experience", "period", "remote"]),
        keys=st.sampled_from([("java",), ("basic-design", "基本設計"), ("rate",), ("start-date",)]),
        necessity=st.sampled_from(["must", "preferred"]),
        min=st.sampled_from([None, 3.0, 36.0]),
        max=st.sampled_from([None, 40.0]),
        unit=st.sampled_from([None, "year", "month"]),
        text=st.sampled_from([None, "2026-10-01", "2026-1-1", "full", "品川駅"]),
        quote=st.sampled_from(["基本設計の経験", "Java 3年", "詳細"]),
        others=st.sampled_from([(), ((("necessity", "preferred"),),), ((("category", "skill"), ("min", None)),)]),
    )

    @given(demand=DEMANDS, other=DEMANDS)
    def test_likeness_and_rightness_are_those_of_the_corpus_scorer(demand: Demand, other: Demand) -> None:
        found = requirement(other)
        row = {
            **{f: getattr(demand, f) for f in ("category", "necessity", "min", "max", "unit", "text", "quote")},
            "keys": list(demand.keys),
        }
        row["or"] = [dict(one) for one in demand.others]
        got = {f: getattr(found, f) for f in ("category", "key", "label", "necessity", "min", "max", "unit", "text", "evidence")}
        assert matching.same_thing(demand, found) == SCORER.same_thing(row, got)
        assert matching.right(demand, found) == SCORER.right(row, got)
