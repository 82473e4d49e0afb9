"""Worlds: a seed gives the same stories, mail for mail and byte for byte, in both languages."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from random import Random

from bench.mailgen.frames import Side, load_frames
from bench.mailgen.lexicon import load_lexicon
from bench.mailgen.parties import Party, choose_party
from bench.mailgen.story import Case, Teller

ZONES = {"jp": 9.0, "uk": 0.0, "us": -5.0, "in": 5.5}
MARKETS = ("uk", "uk", "us", "us", "us", "in")
FIRST_DAY = datetime(2026, 1, 5, 9)
DAYS = 330


def story(seed: int, number: int, side: Side = Side.ALL) -> Case:
    """One story; every other one is Japanese."""
    language = "ja" if number % 2 == 0 else "en"
    rng = Random(f"{seed}/{side}/{number}")
    lexicon = load_lexicon(language)
    market = "jp" if language == "ja" else rng.choice(MARKETS)
    zone = timezone(timedelta(hours=ZONES[market]))
    start = (FIRST_DAY + timedelta(days=rng.randrange(DAYS), minutes=rng.randrange(480))).replace(tzinfo=zone)
    roles, people = [rng.choice(["client", "client", "broker"]), "ours", "ours"], dict[str, Party]()
    while len(people) < len(roles):
        one = choose_party(roles[len(people)], lexicon, rng, number // 2)
        people.setdefault(one.family, one)
    counterpart, ours, colleague = people.values()
    name = f"{language}-gen-{seed}-{side.replace('-', '')}-{number:05}"
    teller = Teller(name, lexicon, load_frames(language, side), rng, market, start, counterpart, ours, colleague)
    return teller.tell()


def stories(seed: int, mails: int, side: Side = Side.ALL) -> Iterator[Case]:
    """Stories until they hold at least so many mails."""
    number = told = 0
    while told < mails:
        case = story(seed, number, side)
        yield case
        number += 1
        told += len(case.mails)
