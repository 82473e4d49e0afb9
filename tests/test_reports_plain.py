"""Markup taken apart: into words, and into Markdown that starts nothing."""

import pytest
from markupsafe import Markup, escape

from reports.plain import markdown, plain
from tests.hostile import EVERYTHING


def test_quotes_get_the_signs_that_a_browser_would_put() -> None:
    both = Markup('<q lang="ja"><bdi>週3日</bdi></q> <q lang="en"><bdi>3 days</bdi></q>')
    assert plain(both) == "「週3日」 “3 days”"


def test_only_our_tags_are_tags() -> None:
    told = Markup("<b>{}</b>").format("<b>x</b> &amp;")
    assert plain(told) == "<b>x</b> &amp;"
    assert markdown(told) == "**\\<b\\>x\\</b\\> \\&amp;**"


def test_a_line_break_is_a_space_and_a_place_to_break_is_nothing() -> None:
    assert plain(Markup("a<br>b<wbr>c  d\n e")) == "a bc d e"


def test_a_link_out_of_the_page_stays_one_in_markdown_and_one_inside_does_not() -> None:
    link = Markup('<a href="{}" rel="noreferrer">open</a>')
    assert markdown(link.format("https://mail.example/?q=a&b=%3C")) == "[open](<https://mail.example/?q=a&b=%3C>)"
    assert markdown(link.format("#moved")) == "open"
    assert plain(link.format("https://mail.example/")) == "open"


@pytest.mark.parametrize("text", [text for text in EVERYTHING if text.isprintable()])
def test_words_come_through_as_words(text: str) -> None:
    assert plain(escape(text)) == " ".join(part for part in text.split(" ") if part)
    assert plain(text) == text


@pytest.mark.parametrize(
    ("text", "expected"), [("# a", "\\# a"), ("- a", "\\- a"), ("C#", "C#"), ("a-b", "a-b"), (7, "7"), ("a|b", "a\\|b")]
)
def test_what_begins_something_is_escaped_where_it_would(text: object, expected: str) -> None:
    assert markdown(text) == expected
