"""The sample mails are what samples/README.md promises, and the program reads them as a careful person would, but for the misses listed."""

import email
import os
import unicodedata
from collections import Counter
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from extract.reading import read_message
from extract.settings import ExtractSettings
from ingest.parsing import parse_message
from requisitions.messages import Message, Problem, RawMessage
from requisitions.parties import Parties
from tests.samples_known import KNOWN_MISSES
from tests.samples_story_early import EARLY
from tests.samples_story_late import LATE
from tests.samples_truth import misses

ROOT = Path(__file__).resolve().parent.parent
STORY = EARLY | LATE
MAILS = {path.name[:3]: path for path in sorted((ROOT / "samples" / "mails").glob("*.eml"))}
BROKEN = "051"
CORPUS = Path(os.environ.get("REQDRIFT_SHARED", ROOT.parent / "shared")) / "corpus" / "cases"
TOKYO = ZoneInfo("Asia/Tokyo")
OURS = "staffing.example"


def parsed(path: Path) -> Message | Problem:
    return parse_message(RawMessage("samples", path.name, path.read_bytes()))


@cache
def message(number: str) -> Message:
    found = parsed(MAILS[number])
    assert isinstance(found, Message)
    return found


def readable() -> list[str]:
    return [number for number in MAILS if number != BROKEN]


def test_names_tell_the_order_in_which_the_mails_were_sent() -> None:
    assert len(MAILS) >= 48
    assert list(MAILS) == [f"{i:03}" for i in range(1, len(MAILS) + 1)]
    sent = [message(number).sent_at for number in readable()]
    assert all(moment is not None for moment in sent)
    assert sent == sorted(moment for moment in sent if moment)


def test_the_mails_fill_eight_weeks_and_the_last_week_most() -> None:
    weeks: Counter[int] = Counter()
    for number in readable():
        moment = message(number).sent_at
        assert moment is not None
        assert datetime(2026, 9, 28, tzinfo=TOKYO) <= moment < datetime(2026, 11, 23, tzinfo=TOKYO)
        weeks[moment.astimezone(TOKYO).isocalendar().week] += 1
    assert sorted(weeks) == list(range(40, 48))
    assert weeks.most_common(1)[0][0] == 47


@pytest.mark.parametrize(("charset", "least"), [("iso-2022-jp", 4), ("shift_jis", 5), ("windows-1252", 5), ("utf-8", 30)])
def test_every_promised_charset_is_there(charset: str, least: int) -> None:
    declared = Counter(
        {part.get_content_charset() for part in email.message_from_bytes(path.read_bytes()).walk() if not part.is_multipart()}.pop()
        for path in MAILS.values()
    )
    assert declared[charset] >= least


def test_every_promised_transfer_encoding_and_form_is_there() -> None:
    mails = [email.message_from_bytes(path.read_bytes()) for path in MAILS.values()]
    encodings = {str(part["Content-Transfer-Encoding"]) for mail in mails for part in mail.walk()}
    assert {"7bit", "8bit", "quoted-printable", "base64"} <= encodings
    assert {"text/plain", "text/html", "multipart/alternative"} <= {mail.get_content_type() for mail in mails}


@pytest.mark.parametrize(("number", "signs"), [("001", "①ﾘﾓｰﾄｻ㈱"), ("003", "①髙㈱"), ("015", "£–’"), ("024", "¥–’"), ("046", "㈱")])
def test_signs_that_decoders_lose_arrive(number: str, signs: str) -> None:
    assert set(signs) <= set(message(number).text)


def test_signs_that_decoders_lose_are_written_as_old_mailers_write_them() -> None:
    content = MAILS["001"].read_bytes()
    assert b"\x1b(I" in content, "half-width kana"
    assert b"-j%D" in content, "NEC row 13, where ㈱ stands"
    assert b"\xfb\xfc" in MAILS["003"].read_bytes(), "an IBM kanji of cp932"


def test_two_thirds_are_japanese() -> None:
    japanese = sum(any("ぁ" <= letter <= "ん" for letter in message(number).text) for number in readable())
    assert 0.6 <= japanese / len(readable()) <= 0.75


def test_one_mail_alone_is_broken_and_it_is_small() -> None:
    problems = [number for number, path in MAILS.items() if isinstance(parsed(path), Problem)]
    assert problems == [BROKEN]
    assert MAILS[BROKEN].stat().st_size < 10_000


def test_every_mail_is_to_us_or_from_us() -> None:
    for number in readable():
        mail = message(number)
        assert OURS in {who.domain for who in (mail.sender, *mail.recipients)}, number
        assert all(who.domain.endswith(".example") for who in (mail.sender, *mail.recipients)), number


def test_our_proposals_name_nobody() -> None:
    for number in (number for number, truth in STORY.items() if truth.kind == "candidate"):
        assert message(number).sender.domain == OURS
        assert any(f"{initials}." in message(number).text for initials in ("T.K", "S.M", "M.O", "A.N", "K.S", "J.B", "R.S"))


def sentences(text: str) -> set[str]:
    """Sentences long enough to be nobody's common property, without spaces, marks of quoting and rules."""
    lines = unicodedata.normalize("NFKC", text).casefold().replace("。", "\n").splitlines()
    bare = {"".join(line.split()).lstrip(">") for line in lines}
    return {line for line in bare if len(line) > 14 and not line.startswith(("-", "_", "="))}


if CORPUS.is_dir():  # a clone without the open corpus has nothing to compare with

    def test_no_sentence_of_the_open_corpus_is_used() -> None:
        gold: set[str] = set()
        for path in CORPUS.rglob("*.eml"):
            found = parsed(path)
            if isinstance(found, Message):
                gold |= sentences(found.text)
        assert gold
        assert not {line for number in readable() for line in sentences(message(number).text) & gold}


def test_every_readable_mail_stands_in_the_truth_table() -> None:
    assert sorted(STORY) == readable()


@pytest.mark.parametrize("number", STORY)
def test_a_mail_is_read_as_a_careful_person_reads_it(number: str) -> None:
    """A miss that is not listed is a fault; one that is listed and no longer made has to leave the list."""
    reading = read_message(message(number), ExtractSettings(), Parties(ours=frozenset({OURS})))
    assert misses(STORY[number], reading) == KNOWN_MISSES.get(number, {}).keys()
