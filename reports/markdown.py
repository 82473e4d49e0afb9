"""The weekly report as Markdown: the words, tables and quotes of the page, for a wiki, a chat or a version control."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from reports import cells
from reports.page import Page
from reports.plain import markdown


def document(page: Page) -> bytes:
    """The report in CommonMark with tables."""
    template = _environment().get_template("week.md.j2")
    told = {"report": page.report, "page": page, "t": page.text, "say": page.phrasing.say, "cells": cells, "raw": _Written}
    return template.render(**told).encode()


class _Written(str):
    """Markdown that a macro wrote."""

    __slots__ = ()


def _finished(value: object) -> str:
    return value if isinstance(value, _Written) else markdown(value)


@cache
def _environment() -> Environment:
    return Environment(  # noqa: S701 - no HTML is written here; `markdown` escapes every value
        loader=PackageLoader("reports"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        finalize=_finished,
    )
