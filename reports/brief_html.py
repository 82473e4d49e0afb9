"""The briefing as one self-contained page: no script, nothing fetched, every word from a mail escaped."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reports.brief_page import BriefPage
from reports.html import lean, policy, style


def render(page: BriefPage) -> str:
    """The briefing as HTML."""
    sheet = brief_style()
    told = {"brief": page.brief, "page": page, "t": page.text, "say": page.phrasing.say}
    template = _environment().get_template("brief.html.j2")
    return template.render(**told, style=Markup(sheet), policy=policy(sheet))  # noqa: S704 - our own file


@cache
def brief_style() -> str:
    """The weekly page's style sheet, with what the briefing sets in its own way."""
    return style() + lean((files("reports") / "templates" / "brief.css").read_text("utf-8"))


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("reports"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
