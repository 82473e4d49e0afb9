"""`reqdrift correct`: a person's word on a wrong reading, and the list of all such words."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline import options

if TYPE_CHECKING:
    from pipeline.settings import Settings
    from requisitions.corrections import Word
    from requisitions.words import Category
    from store.archive import Archive
    from store.snapshot import Connection


@click.command("correct")
@click.argument("requisition", required=False)
@click.argument("demand", metavar="[CATEGORY/KEY]", required=False)
@click.option("--set", "fields", multiple=True, metavar="FIELD=VALUE,…", help="How it reads: necessity, min, max, unit, text, key, label.")
@click.option("--drop", is_flag=True, help="It does not stand there.")
@click.option("--mail", metavar="MAIL[#N]", help="Where it was read, if not in the mail that holds it now.")
@click.option("--list", "listing", is_flag=True, help="List what people said of links and readings.")
@click.option("--all", "everything", is_flag=True, help="With --list: also what was replaced or taken back.")
@options.said
@options.common
def command(
    *,
    config: Path,
    requisition: str | None,
    demand: str | None,
    fields: tuple[str, ...],
    mail: str | None,
    by: str | None,
    note: str | None,
    drop: bool,
    listing: bool,
    everything: bool,
    undo: bool,
) -> int:
    """Say that a demand was read wrongly.

    The same words in the requisition's other mails are read so too.

    REQUISITION is an id or a reference, CATEGORY/KEY a demand as `show` prints it. `correct NUMBER --undo` takes back any word
    that --list numbers.
    """
    from pipeline.configuration import load
    from pipeline.wordlists import corrections_table

    settings = load(config)
    if listing:
        for line in corrections_table(settings, everything=everything):
            click.echo(line)
        return 0
    if sum((bool(fields), drop, undo)) != 1:
        raise click.UsageError("say one of --set FIELD=VALUE, --drop, --undo, or --list")
    if requisition is None or (demand is None and not undo):
        raise click.UsageError("name a requisition and a demand, such as `reqdrift correct A-1023 skill/java --set min=3`")
    if demand is None:
        _take_back(settings, requisition, by, note)
    else:
        _correct(settings, requisition, demand, by, note, mail=mail, fields=fields, drop=drop, undo=undo)
    return 0


def _take_back(settings: "Settings", number: str, by: str | None, note: str | None) -> None:
    """Enter that a word of the list holds no more."""
    from store.archive import Archive

    with Archive.open(settings.archive.path, create=False) as archive:
        word = _numbered(archive, number)
    _enter(settings, word, by, note, f"word {number} is taken back", undo=True)


def _correct(
    settings: "Settings",
    requisition: str,
    demand: str,
    by: str | None,
    note: str | None,
    *,
    mail: str | None,
    fields: tuple[str, ...],
    drop: bool,
    undo: bool,
) -> None:
    """Enter how a demand reads, or that what was said of it holds no more."""
    from requisitions.corrections import said as said_of
    from store.archive import Archive
    from store.snapshot import open_snapshot

    with Archive.open(settings.archive.path, create=False) as archive, open_snapshot(settings.store.path) as connection:
        word = _spoken(settings, archive, connection, requisition, demand, mail=mail, fields=fields, drop=drop, undo=undo)
    reads = f"{demand} {'does not stand there' if drop else f'reads {said_of(word)}'}"
    _enter(settings, word, by, note, f"the word on {demand} is taken back" if undo else reads, undo=undo)


def _enter(settings: "Settings", word: "Word", by: str | None, note: str | None, sentence: str, *, undo: bool) -> None:
    from dataclasses import replace

    from pipeline.citing import named
    from pipeline.entering import enter, spoken

    enter(settings, spoken([replace(word, undo=undo)], by, note), f"{sentence}, mail {named(word.about)}")


def _numbered(archive: "Archive", number: str) -> "Word":
    """The word of that number in the list."""
    from pipeline.entering import standing_words

    said = {str(one.seq): one.word for one in standing_words(archive)}
    if number not in said:
        raise click.UsageError(f"no word of the number {number!r} holds; `reqdrift correct --list` prints the numbers")
    return said[number]


def _spoken(
    settings: "Settings",
    archive: "Archive",
    connection: "Connection",
    requisition: str,
    demand: str,
    *,
    mail: str | None,
    fields: tuple[str, ...],
    drop: bool,
    undo: bool,
) -> "Word":
    """What is said of a demand of a requisition; with `undo`, what was said of it."""
    from pipeline import citing, finding
    from pipeline.entering import standing_words
    from pipeline.rereading import drop_word, fields_of, set_word

    wanted, put = citing.identity(demand), fields_of(fields)
    found = finding.requisition_id(connection, requisition)
    mails = [] if mail is None else citing.statements(connection, archive, mail)
    read = citing.demand(connection, standing_words(archive), found, wanted, mails, corrected_first=undo)
    if undo:
        if read.word is None:
            raise click.UsageError(f"nobody corrected {demand} of {found}; `reqdrift correct --list` tells all words")
        return read.word.word
    if "key" in put and "label" not in put and (label := _label(settings, wanted[0], str(put["key"]))):
        put["label"] = label
    return drop_word(read) if drop else set_word(read, put)


def _label(settings: "Settings", category: "Category", key: str) -> str | None:
    """What the vocabulary calls a key."""
    from extract.vocabulary.entries import load_vocabulary

    entry = load_vocabulary(settings.extract.vocabulary).entries.get((category, key))
    return None if entry is None else entry.label
