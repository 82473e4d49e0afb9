"""`reqdrift extract`: what single mails say, without archive or database."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline import options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.reading import Outcome
    from pipeline.settings import Settings
    from requisitions.messages import RawMessage

STANDARD_INPUT = Path("-")


@click.command("extract")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a mail, one a line.")
@options.common
def command(config: Path, files: tuple[Path, ...], *, as_json: bool) -> int:
    """Print what single mails say.

    FILE is an .eml file, or - for standard input. Neither archive nor database is touched. Status 3 where one cannot be read.
    """
    import json

    from pipeline import logs, plain
    from requisitions.messages import Problem

    unread = 0
    for raw, outcome in _read(files, _settings(config)):
        if isinstance(outcome, Problem):
            unread += 1
            where = "" if raw.place in outcome.problem else f"{raw.place}: "
            logs.LOGGER.warning("%s%s; %s", where, outcome.problem, outcome.remedy)
            if as_json:
                click.echo(json.dumps(plain.unreadable(outcome), ensure_ascii=False))
        elif as_json:
            click.echo(json.dumps(plain.extracted(outcome.message, outcome.reading), ensure_ascii=False))
        else:
            from pipeline.telling import reading_lines

            click.echo("\n".join(reading_lines(raw.place, outcome.message, outcome.reading)))
    return 3 if unread else 0


def _settings(config: Path) -> "Settings":
    """A configuration is welcome here, not needed."""
    from pipeline.configuration import load, parse

    return parse({}, config) if config == options.CONFIG and not config.exists() else load(config)


def _read(files: tuple[Path, ...], settings: "Settings") -> "Iterator[tuple[RawMessage, Outcome]]":
    from functools import partial

    from pipeline import logs
    from pipeline.reading import read_batch, reading_workers
    from pipeline.trials import ForThisCall, read_all

    told = (settings.extract, settings.parties)
    with reading_workers(len(files), *told) as workers, logs.stage("reading mails", len(files)) as advance:
        for answer in read_all(map(_raw, files), workers, partial(read_batch, *told), ForThisCall()):
            advance(1)
            yield answer


def _raw(file: Path) -> "RawMessage":
    from requisitions.messages import RawMessage

    content = sys.stdin.buffer.read() if file == STANDARD_INPUT else file.read_bytes()
    return RawMessage(source="", place=str(file), content=content)
