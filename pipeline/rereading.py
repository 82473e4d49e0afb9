"""Words on how a demand should have been read, made from what a person writes: `--set necessity=preferred,min=3`, `--drop`."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from math import isfinite

import click

from pipeline.citing import ReadDemand
from pipeline.faults import suggestion
from requisitions.corrections import Value, Word, WordKind, corrected_demand
from requisitions.words import ONE_KEY, TERMS, Category, Necessity

FIELDS = ("necessity", "min", "max", "unit", "text", "key", "label")
MAY_BE_EMPTY = frozenset({"min", "max", "unit", "text"})
"""Fields that may be said to have no value."""

PER_TIME = tuple(f"{what}_per_{time}" for what, time in product(("hour", "day"), ("day", "week", "month")) if what != time)
UNITS = ("year", "month", "week", "day", "person", "count", "age", "tier", *PER_TIME)
TIMES = ("hour", "day", "week", "month", "year")
"""After `jpy_per_`; currencies are ISO 4217 in small letters."""


def fields_of(told: Iterable[str]) -> dict[str, Value]:
    """The fields of `--set`, however often it is given; a comma begins the next field only before a name and `=`.

    Raises:
        click.UsageError: a field is unknown, or its value is none.
    """
    put: dict[str, Value] = {}
    for part in _parts(told):
        name, mark, value = part.partition("=")
        if not mark or name not in FIELDS:
            raise click.UsageError(
                f"--set {part!r} names no field; write {'name=value' if not mark else f'another one{suggestion(name, FIELDS)}'}"
            )
        if name in put:
            raise click.UsageError(f"--set tells {name} twice")
        put[name] = _value(name, value.strip())
    return put


def _parts(told: Iterable[str]) -> Iterator[str]:
    for text in told:
        part = ""
        for piece in text.split(","):
            begins = piece.strip().partition("=")[0] in FIELDS and "=" in piece
            if part and begins:
                yield part.strip()
                part = piece
            else:
                part = f"{part},{piece}" if part else piece
        yield part.strip()


def _value(name: str, told: str) -> Value:
    if not told:
        if name not in MAY_BE_EMPTY:
            raise click.UsageError(f"--set {name}= tells no {name}; it cannot be empty")
        return None
    if name in {"min", "max"}:
        return _number(name, told)
    if name == "necessity" and told not in set(Necessity):
        raise click.UsageError(f"--set necessity={told} is no necessity{suggestion(told, list(Necessity))}")
    if name == "unit" and not _is_unit(told):
        raise click.UsageError(f"--set unit={told} is no unit{suggestion(told, (*UNITS, 'jpy_per_month', 'jpy_per_hour', 'usd_per_hour'))}")
    if name == "key" and not (told == told.lower() and all(sign.isalnum() or sign == "-" for sign in told)):
        raise click.UsageError(f"--set key={told} is no key; write small letters, digits and hyphens, such as spring-boot")
    return told


def _number(name: str, told: str) -> float:
    try:
        number = float(told)
    except ValueError:
        number = float("nan")
    if not isfinite(number):
        raise click.UsageError(f"--set {name}={told} is no number; write {name}=3 or {name}=650000")
    return number


def _is_unit(told: str) -> bool:
    currency, mark, time = told.partition("_per_")
    is_price = bool(mark) and len(currency) == 3 and currency.isascii() and currency.isalpha() and currency.islower() and time in TIMES
    return told in UNITS or is_price


def set_word(read: ReadDemand, put: Mapping[str, Value]) -> Word:
    """That a demand reads otherwise; what was said of its other fields before goes on holding.

    Args:
        read: The demand where it was read.
        put: Fields with their values.

    Raises:
        click.UsageError: no demand can read so.
    """
    earlier = {} if read.word is None else dict(read.word.word.put)
    word = Word(
        kind=WordKind.CORRECT,
        about=read.about,
        category=read.category,
        key=read.key,
        put=tuple(sorted({**earlier, **put}.items())),
    )
    _check(read, word, put)
    return word


def _check(read: ReadDemand, word: Word, put: Mapping[str, Value]) -> None:
    demand = corrected_demand(read.demand, word)
    if demand.min is not None and demand.max is not None and demand.min > demand.max:
        raise click.UsageError(
            f"it would ask for at least {demand.min:g} and at most {demand.max:g}; set both, or write `max=` for no limit"
        )
    if read.category in TERMS and demand.necessity is Necessity.PREFERRED:
        raise click.UsageError(f"{read.category} is a term of the seat: must, excluded or not_required, never preferred")
    if "key" in put and read.category in ONE_KEY and put["key"] != ONE_KEY[read.category]:
        raise click.UsageError(f"{read.category} has the key {ONE_KEY[read.category]!r} alone")


def drop_word(read: ReadDemand) -> Word:
    """That a demand does not stand there."""
    return Word(kind=WordKind.CORRECT, about=read.about, category=Category(read.category), key=read.key, drop=True)
