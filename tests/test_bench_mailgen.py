"""The mail generator: what it promises of its frames, its bytes and its truth, and the figures made from them."""

import ast
import email
import email.policy
import hashlib
import importlib.util
import json
import os
import string
import subprocess
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.mailgen.claims import TERMS
from bench.mailgen.folding import change_between, effects, fold
from bench.mailgen.frames import Frame, Side, load_frames, parse_claim
from bench.mailgen.gold import case_row
from bench.mailgen.mails import Mail
from bench.mailgen.story import Case
from bench.mailgen.truth import Change, Demand, Record, Statement, same
from bench.mailgen.typography import COLUMNS, columns, wrapped
from bench.mailgen.wire import Envelope, Mailer, write
from bench.mailgen.world import stories, story
from requisitions.words import Reason

ROOT = Path(__file__).resolve().parent.parent
TOOLS = Path(os.environ.get("REQDRIFT_SHARED", ROOT.parent / "shared")) / "tools"
LANGUAGES = ("ja", "en")
EVERY = [frame for language in LANGUAGES for frame in load_frames(language)]


@pytest.fixture(scope="module")
def cases() -> dict[Side, list[Case]]:
    return {side: list(stories(5, 160, side)) for side in Side}


def tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, TOOLS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def mails_of(found: list[Case]) -> list[tuple[Case, Mail]]:
    return [(case, mail) for case in found for mail in case.mails]


# --- the frames -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_least_150_frames_a_language_are_clarifications_alone(language: str) -> None:
    texts = {frame.text for frame in load_frames(language) if frame.use == "clarification"}
    assert len(texts) >= 150


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_is_given_in_at_least_eight_ways(language: str) -> None:
    ways = Counter(frame.act for frame in load_frames(language) if frame.use == "reason")
    assert set(ways) == {reason.value for reason in Reason} - {"unstated"}
    assert min(ways.values()) >= 8


@pytest.mark.parametrize("language", LANGUAGES)
def test_open_and_held_out_frames_are_disjoint_and_together_all(language: str) -> None:
    opened, held = load_frames(language, Side.OPEN), load_frames(language, Side.HELD_OUT)
    assert not {f.id for f in opened} & {f.id for f in held}
    assert not {(f.use, f.act, f.text) for f in opened} & {(f.use, f.act, f.text) for f in held}
    assert {f.id for f in load_frames(language)} == {f.id for f in (*opened, *held)}
    assert 0.27 < len(held) / (len(opened) + len(held)) < 0.4


@pytest.mark.parametrize("frame", EVERY, ids=lambda frame: frame.id)
def test_the_id_alone_decides_the_side_and_every_claim_has_its_value(frame: Frame) -> None:
    assert frame.held_out == (int(hashlib.sha256(f"mailgen-8:{frame.id}".encode()).hexdigest(), 16) % 3 == 0)
    slots = {slot for _, slot, _, _ in string.Formatter().parse(frame.text) if slot}
    for claim in (*frame.claims, *frame.optional):
        assert claim.what in slots or claim.what.partition(".")[0] in TERMS or claim.keys
        assert claim.quote is None or claim.quote in frame.text
        assert not claim.years or "years" in slots
        assert not claim.level or "level" in slots


def test_no_id_is_used_twice() -> None:
    assert max(Counter(frame.id for frame in EVERY).values()) == 1


def test_a_word_that_is_none_of_the_claims_language_is_refused() -> None:
    with pytest.raises(ValueError, match="mandatory"):
        parse_claim("skill.new mandatory")


def test_the_generator_imports_nothing_of_the_rooms_that_it_measures() -> None:
    readers = {"judging.py": {"extract", "ingest", "requisitions"}, "matching.py": {"requisitions"}}
    for path in (ROOT / "bench/mailgen").glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        used = {node.module.partition(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
        assert used & {"extract", "ingest", "store", "reports", "pipeline", "requisitions"} <= readers.get(path.name, set()), path.name


# --- the mails and their truth ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_the_same_seed_gives_the_same_bytes_and_another_seed_other_ones(number: int) -> None:
    first, second, other = story(7, number), story(7, number), story(8, number)
    assert [m.raw for m in first.mails] == [m.raw for m in second.mails]
    assert case_row(first) == case_row(second)
    assert [m.raw for m in first.mails] != [m.raw for m in other.mails]


def test_stories_hold_at_least_the_mails_asked_for_and_stop_then() -> None:
    found = list(stories(3, 50))
    assert sum(len(case.mails) for case in found) >= 50
    assert sum(len(case.mails) for case in found[:-1]) < 50


@pytest.mark.parametrize("side", list(Side))
def test_every_quote_stands_in_the_body_as_another_program_decodes_it(cases: dict[Side, list[Case]], side: Side) -> None:
    for case, mail in mails_of(cases[side]):
        message = email.message_from_bytes(mail.raw, policy=email.policy.default)
        parts = (message.get_body(("plain",)), message.get_body(("html",)))
        text = "".join("".join(str(part.get_content()).split()) for part in parts if part is not None)
        text = text.replace("&#x27;", "'").replace("&quot;", '"').replace("&amp;", "&").replace("&gt;", ">")
        for demand in [d for s in mail.truth.statements for d in (*s.demands, *s.optional)]:
            assert demand.quote, case.id
            assert "".join(demand.quote.split()) in text.replace("<br>", ""), (case.id, mail.message_id)


@pytest.mark.parametrize(("side", "held"), [(Side.OPEN, {False}), (Side.HELD_OUT, {True}), (Side.ALL, {False, True})])
def test_a_side_uses_its_own_frames_only(cases: dict[Side, list[Case]], side: Side, held: set[bool]) -> None:
    sides = {frame.id: frame.held_out for frame in EVERY}
    assert {sides[use.id] for _, mail in mails_of(cases[side]) for use in mail.truth.uses} == held


def test_both_languages_all_kinds_and_all_encodings_occur(cases: dict[Side, list[Case]]) -> None:
    found = mails_of([case for side in Side for case in cases[side]])
    heads = [email.message_from_bytes(mail.raw, policy=email.policy.default) for _, mail in found]
    charsets = {part.get_content_charset() for message in heads for part in message.walk() if not part.is_multipart()}
    assert {case.language for case, _ in found} == set(LANGUAGES)
    assert {mail.truth.kind for _, mail in found} == {"requisition", "clarification", "candidate", "other"}
    assert charsets == {"utf-8", "iso-2022-jp", "shift_jis", "windows-1252", "us-ascii"}
    assert {"7bit", "8bit", "base64", "quoted-printable"} <= {str(p.get("Content-Transfer-Encoding")) for m in heads for p in m.walk()}
    assert any(message.is_multipart() for message in heads)


def test_lines_end_as_rfc_5322_wants_them(cases: dict[Side, list[Case]]) -> None:
    for _, mail in mails_of(cases[Side.ALL]):
        assert mail.raw.count(b"\n") == mail.raw.count(b"\r\n") == mail.raw.count(b"\r")


def test_a_text_that_its_charset_cannot_hold_goes_as_utf_8() -> None:
    sent = story(1, 0).mails[0].sent
    envelope = Envelope(("Ann", "ann@x.example"), ("Bo", "bo@y.example"), "①", sent, "<a@x.example>")
    message = email.message_from_bytes(write(envelope, "㈱ ①\n", None, Mailer("iso-2022-jp", "7bit", "plain")), policy=email.policy.default)
    assert message.get_content_charset() == "utf-8"
    assert str(message.get_content()).strip() == "㈱ ①"
    assert message["Subject"] == "①"


@given(st.text(alphabet=st.sampled_from("勤務地は品川。、abc  de-f１2"), min_size=1, max_size=300))
def test_wrapping_keeps_every_sign_but_white_space_and_fits_the_columns(line: str) -> None:
    lines = wrapped(line)
    assert "".join("".join(lines).split()) == "".join(line.split())
    wide = not (line.isascii() or columns(line) == len(line))
    assert not wide or all(columns(part) <= COLUMNS + 8 or set(part) & set("。、") for part in lines)


# --- changes --------------------------------------------------------------------------------------------------------


def rate(low: float | None, high: float | None, necessity: str = "must") -> Demand:
    return Demand("rate", ("rate",), necessity, low, high, "jpy_per_month", quote="単価")


def skill(key: str, necessity: str = "must", years: float | None = None) -> Demand:
    return Demand("skill", (key,), necessity, min=years, unit="year" if years else None, quote=key)


@pytest.mark.parametrize(
    ("old", "new", "change", "effect"),
    [
        (rate(600_000, 600_000), rate(650_000, 650_000), "raised", "easier"),
        (rate(600_000, 600_000), rate(None, 550_000), "lowered", "harder"),
        (skill("java", "preferred"), skill("java"), "promoted", "harder"),
        (skill("java"), skill("java", "preferred"), "demoted", "easier"),
        (skill("java", years=3), skill("java", years=5), "raised", "harder"),
        (skill("java", "preferred", 3), skill("java", "preferred", 5), "raised", "neutral"),
        (skill("java", years=3), skill("java"), None, None),
        (skill("java"), skill("java"), None, None),
    ],
)
def test_a_change_and_its_effect_are_those_of_the_guidelines(old: Demand, new: Demand, change: str | None, effect: str | None) -> None:
    assert change_between(old, new) == change
    assert change is None or effects(change, old, new)[0] == effect


def test_the_first_statement_makes_no_change_and_an_amendment_touches_what_it_names() -> None:
    record = Record()

    def told(mode: str, *demands: Demand) -> list[Change]:
        return fold(record, Statement("R1", mode, "open", demands), lambda _: ("unstated",), ("unknown",), "x")[0]

    assert told("full", skill("java", years=3), skill("aws", "preferred")) == []
    assert [(c.change, c.keys) for c in told("amendment", skill("aws"))] == [("promoted", ("aws",))]
    assert [d.keys[0] for d in record.held] == ["java", "aws"]
    assert [(c.change, c.keys) for c in told("full", skill("aws"))] == [("removed", ("java",))]


if TOOLS.is_dir():  # a clone without the shared tools has nothing to compare with

    def test_the_corpus_checker_finds_no_fault_in_what_is_generated(cases: dict[Side, list[Case]]) -> None:
        checker = tool("check_gold")
        faults: list[object] = []
        for side in Side:
            for case in cases[side]:
                checker.fold(json.loads(json.dumps(case_row(case))), lambda *what: faults.append(what))
        assert faults == []


def test_the_command_writes_a_corpus_and_never_over_another_one(tmp_path: Path) -> None:
    argv = [sys.executable, "-m", "bench.mailgen", "--seed", "1", "--mails", "12", "--open", "--out", str(tmp_path / "made")]
    first = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "seed 1, open frames" in first.stdout
    golds = sorted((tmp_path / "made").glob("*/gold.json"))
    assert golds
    for path in golds:
        gold = json.loads(path.read_text(encoding="utf-8"))
        assert [m["file"] for m in gold["messages"]] == sorted(p.name for p in path.parent.glob("*.eml"))
    second = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, check=False)
    assert second.returncode == 2
    assert "is not empty" in second.stderr


def test_two_spellings_of_a_key_are_the_same_demand() -> None:
    assert same(skill("spring-boot"), skill("Spring Boot"))
    assert not same(skill("java"), skill("javascript"))
