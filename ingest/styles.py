"""What an element's attributes say about its words: hidden, struck through, coloured, quoted, or a mail program's letterhead."""

from collections.abc import Mapping
from dataclasses import dataclass

import re2

_HEX = re2.compile(r"^#([0-9a-f]{3}|[0-9a-f]{6})$")
_RGB = re2.compile(r"^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})")
_NAMED = {
    "red": "#ff0000", "blue": "#0000ff", "green": "#008000", "navy": "#000080", "maroon": "#800000", "purple": "#800080",
    "teal": "#008080", "olive": "#808000", "lime": "#00ff00", "aqua": "#00ffff", "cyan": "#00ffff", "fuchsia": "#ff00ff",
    "magenta": "#ff00ff", "yellow": "#ffff00", "orange": "#ffa500", "orangered": "#ff4500", "tomato": "#ff6347", "crimson": "#dc143c",
    "firebrick": "#b22222", "darkred": "#8b0000", "deeppink": "#ff1493", "hotpink": "#ff69b4", "brown": "#a52a2a", "chocolate": "#d2691e",
    "gold": "#ffd700", "darkorange": "#ff8c00", "darkblue": "#00008b", "mediumblue": "#0000cd", "royalblue": "#4169e1",
    "dodgerblue": "#1e90ff", "darkgreen": "#006400", "forestgreen": "#228b22", "seagreen": "#2e8b57", "blueviolet": "#8a2be2",
    "darkviolet": "#9400d3", "indigo": "#4b0082",
}  # fmt: skip
_HUE = 64
"""Distance between the strongest and the weakest of red, green and blue, below which a colour is a shade of grey."""

_DELETING = frozenset({"del", "s", "strike"})
_INLINE = frozenset({"span", "font", "b", "strong", "i", "em", "u", "mark", "ins"})
_LETTERHEADS = ("gmail_attr", "moz-cite-prefix", "moz-email-headers-table", "divrplyfwdmsg", "outlookmessageheader")
_HISTORY = (
    *_LETTERHEADS,
    "gmail_quote",
    "moz-forward-container",
    "yahoo_quoted",
    "protonmail_quote",
    "mail-editor-reference-message-container",
)
# Outlook on the web puts `x_` before the names in mail that it passes on, so names are looked for inside names.
_SIGNATURES = ("gmail_signature", "moz-signature", "applemailsignature", "ms-outlook-mobile-signature", "protonmail_signature")
_OUTLOOK_RULES = ("border-top:solid #e1e1e1", "border-top:solid #b5c4df")
_TIGHT = ("msonormal", "msoplaintext", "msolistparagraph", "msonospacing")
_ZERO = frozenset({"0", "0px", "0pt", "0em", "0in", "0cm", "0mm"})


@dataclass(frozen=True, slots=True)
class Look:
    """How an element shows its words, apart from what it inherits."""

    hidden: bool = False
    deleted: bool = False
    colour: str | None = None
    """`#rrggbb`; empty for black, white and grey; null where none is set."""
    highlighted: bool = False
    quoted: bool = False
    letterhead: bool = False
    history: bool = False
    signature: bool = False
    tight: bool = False
    """Of a paragraph: no blank line around it."""
    list_mark: bool = False
    """The bullet or number that Word writes as text."""


PLAIN = Look()


def look_of(name: str, attributes: Mapping[str, str]) -> Look:
    """Read the look of an element from its name and attributes."""
    if not attributes and name not in _DELETING and name not in {"blockquote", "mark"}:
        return PLAIN
    style = _declarations(attributes.get("style", ""))
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower()
    squeezed = ";".join(f"{key}:{value}" for key, value in style.items())
    colour = style.get("color") or attributes.get("color")
    background = style.get("background-color") or style.get("background") or style.get("mso-highlight") or ""
    return Look(
        hidden="hidden" in attributes or _is_hidden(style),
        deleted=name in _DELETING or "line-through" in f"{style.get('text-decoration', '')} {style.get('text-decoration-line', '')}",
        colour=None if colour is None else parse_colour(colour),
        highlighted=name == "mark" or (name in _INLINE and bool(parse_colour(background))),
        quoted=name == "blockquote" and not _is_indent(style, attributes),
        letterhead=any(each in names for each in _LETTERHEADS),
        history=any(each in names for each in _HISTORY) or any(rule in squeezed for rule in _OUTLOOK_RULES),
        signature=any(each in names for each in _SIGNATURES),
        tight=any(each in names for each in _TIGHT) or _has_no_margin(style),
        list_mark="mso-list:ignore" in squeezed,
    )


def parse_colour(text: str) -> str | None:
    """A colour as `#rrggbb`, empty for a shade of grey; null for what is none, or inherited."""
    word = text.strip().lower().removesuffix("!important").strip()
    if not word or word in {"inherit", "currentcolor", "transparent", "none"}:
        return None
    if rgb := _RGB.match(word):
        red, green, blue = (min(255, int(part)) for part in rgb.groups())
    elif hexadecimal := _HEX.match(_NAMED.get(word, word)):
        digits = hexadecimal.group(1)
        red, green, blue = (
            int(pair, 16) for pair in ([digit * 2 for digit in digits] if len(digits) == 3 else (digits[:2], digits[2:4], digits[4:]))
        )
    else:
        return ""
    return f"#{red:02x}{green:02x}{blue:02x}" if max(red, green, blue) - min(red, green, blue) >= _HUE else ""


def _declarations(style: str) -> dict[str, str]:
    """CSS declarations, names and values in lower case, values with single spaces."""
    found = (declaration.partition(":") for declaration in style.lower().split(";"))
    return {name.strip(): " ".join(value.split()) for name, colon, value in found if colon}


def _is_hidden(style: Mapping[str, str]) -> bool:
    return (
        style.get("display", "").startswith("none")
        or style.get("visibility", "").startswith("hidden")
        or style.get("mso-hide", "") == "all"
        or style.get("font-size", "").removesuffix("!important").strip() in _ZERO
        or style.get("opacity", "") in {"0", "0.0"}
        or (style.get("max-height", "") in _ZERO and "hidden" in style.get("overflow", ""))
    )


def _is_indent(style: Mapping[str, str], attributes: Mapping[str, str]) -> bool:
    """Mail programs indent an author's own lines with a block quote that shows no border and cites nothing."""
    return "cite" not in attributes and attributes.get("type") != "cite" and style.get("border", "").startswith(("none", "0"))


def _has_no_margin(style: Mapping[str, str]) -> bool:
    # Outlook writes every line as a paragraph without margins.
    first = style.get("margin", "").split()
    if first:
        return first[0] in _ZERO and (len(first) < 3 or first[2] in _ZERO)
    return style.get("margin-bottom", "") in _ZERO and style.get("margin-top", "0") in _ZERO
