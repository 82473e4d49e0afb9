"""The formats of the weekly report, by name. A format is imported when it is asked for: some bring heavy libraries with them."""

from importlib import import_module

from reports.page import Page

SUFFIXES = {"html": "html", "markdown": "md", "json": "json", "xlsx": "xlsx", "mail": "eml", "pdf": "pdf"}
"""The formats in the order that they are written in, with the ends of their files' names."""
_MODULES = {"json": "json_report"}


def document(page: Page, name: str) -> bytes:
    """The bytes of a report in a format.

    Raises:
        ReportError: this machine lacks what the format needs; the sentence names the remedy.
    """
    made: bytes = import_module(f"reports.{_MODULES.get(name, name)}").document(page)
    return made
