"""A house with a snapshot of an invented week, and its site: for the tests of the site."""

from collections.abc import Iterable, Sequence
from html.parser import HTMLParser
from pathlib import Path

from bench.site import settings_in, store
from pipeline.settings import Settings
from requisitions.versions import Requisition
from tests.report_builders import at

NOW = "2026-11-23T08:00+09:00"
"""The Monday after the week of `report_builders`."""
LISTS = ("index.html", "this-week.html", "weeks.html", "clients.html", "skills.html")


def house(folder: Path, seats: Iterable[Requisition]) -> Settings:
    """A configuration whose snapshot holds these seats."""
    settings = settings_in(folder)
    store(settings.store.path, seats, as_of=at("11-23 02:00"))
    return settings


class Links(HTMLParser):
    """The links and ids of a page, and its elements."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        told = dict(attrs)
        self.tags.append(tag)
        self.attributes |= told.keys()
        if tag == "a":
            self.links.append(told.get("href") or "")
        if told.get("id"):
            self.ids.append(told["id"] or "")


def pages(folder: Path) -> dict[str, str]:
    """Every page of a site by its place in it."""
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in sorted(folder.rglob("*.html"))}


def page_of(found: dict[str, str], seat: Requisition) -> str:
    """The page of a seat."""
    return found[f"seats/{seat.requisition_id}.html"]


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """When each file was written, and which one it is."""
    return {str(path.relative_to(folder)): (path.stat().st_mtime_ns, path.stat().st_ino) for path in sorted(folder.rglob("*.html"))}


def rewritten(before: dict[str, tuple[int, int]], after: dict[str, tuple[int, int]]) -> set[str]:
    """The pages that are other files than before."""
    return {name for name, stamp in after.items() if before.get(name) != stamp}


def reached(found: dict[str, str], start: str = "index.html") -> tuple[set[str], Sequence[str]]:
    """The pages that links lead to from the first one, and the links that lead nowhere."""
    seen, waiting, broken = {start}, [start], []
    parsed = {name: Links(page) for name, page in found.items()}
    while waiting:
        name = waiting.pop()
        for link in parsed[name].links:
            path, _, anchor = link.partition("#")
            target = str((Path("/") / Path(name).parent / path).resolve().relative_to("/")) if path else name
            if target not in parsed or (anchor and anchor not in parsed[target].ids):
                broken.append(f"{name}: {link}")
            elif target not in seen:
                seen.add(target)
                waiting.append(target)
    return seen, broken
