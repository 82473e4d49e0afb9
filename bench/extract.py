"""How fast mails are read, against spaCy's own tokenising of the same texts: a ratio that holds on any machine.

usage: extract.py [--mails N] [--seed N] [--rounds N] [--json]

The mails are the generator's, decoded beforehand: MIME is not measured, nor is the loading of vocabularies. They are read in
batches, as a run does. The ratio is
spaCy's time by ours: 1 means that statements come out as fast as `spacy.blank` yields tokens, 2 means twice as fast.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import spacy

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.mailgen.frames import Side
from bench.mailgen.judging import PARTIES, SETTINGS
from bench.mailgen.world import stories
from extract.reading import read_messages
from ingest.parsing import parse_message
from pipeline.trials import BATCH
from requisitions.messages import Message, RawMessage


def decoded(seed: int, mails: int) -> Iterator[tuple[str, Message]]:
    """Generated mails of the open frames with the language of each, decoded; those that cannot be are left out."""
    for story in stories(seed, mails, Side.OPEN):
        for mail in story.mails:
            message = parse_message(RawMessage("bench", "", mail.raw))
            if isinstance(message, Message):
                yield story.language, message


def seconds(work: Callable[[], object], rounds: int) -> float:
    """The best of several processor times: other programs only ever make it slower."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def figures(language: str, messages: Sequence[Message], rounds: int) -> dict[str, float | int]:
    """Both times on the same texts, and their ratio."""
    tokenizer = spacy.blank(language)

    def read() -> None:
        for start in range(0, len(messages), BATCH):
            read_messages(messages[start : start + BATCH], SETTINGS, PARTIES)

    def tokenise() -> None:
        for message in messages:
            tokenizer(message.text)

    read_messages(messages[:1], SETTINGS, PARTIES)
    tokenising, reading = seconds(tokenise, rounds), seconds(read, rounds)
    return {
        "mails": len(messages),
        "characters": sum(len(message.text) for message in messages),
        "milliseconds_a_mail": round(1000 * reading / len(messages), 2),
        "tokenisation_milliseconds_a_mail": round(1000 * tokenising / len(messages), 2),
        "ratio_to_tokenisation": round(tokenising / reading, 3),
    }


def main() -> None:
    """Print the figures of both languages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mails", type=int, default=400)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    mails = list(decoded(arguments.seed, arguments.mails))
    table = {
        language: figures(language, [message for spoken, message in mails if spoken == language], arguments.rounds)
        for language in ("ja", "en")
    }
    if arguments.json:
        print(json.dumps(table, indent=1))
        return
    for language, row in table.items():
        for name, value in row.items():
            print(f"{language}  {name.replace('_', ' '):34} {value:>10}")


if __name__ == "__main__":
    main()
