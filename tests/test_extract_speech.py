"""Transcripts without full stops: one hedge hides nothing else, and what is taken back is not read."""

import pytest

from extract.speech import breaths, is_speech
from tests.reading import needs, read, values

_NOTE = (
    "hi it's colm uh just off the phone with the Bayview clinic in Sligo so they need a physiotherapist um musculoskeletal ideally "
    "but they'd take anyone it's four days a week starting on the second of November for six months they want coru registration "
    "definitely oh and somebody patient because the clients are elderly um she asked about German speakers and then she said no "
    "that's not needed so leave that out and there might be a chef as well but nothing signed off there okay bye"
)


def test_a_voice_note_is_read_piece_by_piece() -> None:
    reading = read(_NOTE, subject="Voicemail 1:12", sender="colm@staffing.example")
    assert str(reading.kind) == "requisition"
    found = needs(reading)
    assert {"physical-therapist", "patient"} <= found.keys()
    assert {"german", "chef"}.isdisjoint(found)
    assert values(reading, "period", "schedule")["working-days"] == (4, 4, "day_per_week", None)


@pytest.mark.parametrize(
    "text",
    [
        "We need a physiotherapist. It's four days a week, so they start on Monday. Also, the clinic is in Sligo. Okay with you?",
        "so they need a physio",
        "Java, SQL, Python and so on " * 10,
    ],
)
def test_written_words_are_no_speech(text: str) -> None:
    assert not is_speech(text.lower())


def test_the_pieces_of_speech_hold_all_that_is_not_taken_back() -> None:
    text = "they want a tester so leave that out but they need a nurse"
    assert [text[first:last].strip() for first, last in breaths(text, 0)] == ["they want a tester", "but they need a nurse"]
