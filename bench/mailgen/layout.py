"""How labels and values are set: the shapes of FIELD.md section 1 in their proportions."""

from dataclasses import dataclass
from random import Random

STYLES = {
    "ja": (
        "plain",
        "plain",
        "plain",
        "plain",
        "plain",
        "bracket",
        "bracket",
        "square",
        "square",
        "numbered",
        "angle",
        "leaders",
        "table",
        "prose",
        "prose",
    ),
    "en": ("plain", "plain", "plain", "plain", "dashes", "dashes", "table", "numbered", "prose", "prose", "stars"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A label with its value, or with the lines below it."""

    label: str
    lines: tuple[str, ...]
    below: bool = False
    """The value stands in lines of its own."""


def padded(label: str, rng: Random) -> str:
    """A two-sign Japanese label spread to the width of four (`期　間`)."""
    if len(label) == 2 and not label.isascii():
        return f"{label[0]}{rng.choice(['　', '　　'])}{label[1]}"
    return label


@dataclass(frozen=True, slots=True)
class Style:
    """One sender's way of setting a form."""

    name: str
    language: str
    colon: str
    bullet: str
    pad: bool
    apart: bool
    """An empty line between entries."""

    def entry(self, entry: Entry, number: int, rng: Random) -> list[str]:
        """The lines of one entry."""
        label = padded(entry.label, rng) if self.pad else entry.label
        head = self._head(label, number)
        if not entry.below:
            return [head + self._joint() + entry.lines[0], *([""] if self.apart else [])]
        if self.name == "plain" and self.language == "ja":
            head += self.colon
        elif self.name in {"plain", "dashes", "stars"}:
            head += ":"
        indent = "　" if self.name == "numbered" and self.language == "ja" else ""
        return [head, *(f"{indent}{self.bullet}{line}" for line in entry.lines), ""]

    def _head(self, label: str, number: int) -> str:
        full = "".join(chr(ord(c) + 0xFEE0) for c in str(number))
        return {
            "bracket": f"【{label}】",
            "square": f"■{label}",
            "angle": f"＜{label}＞",
            "numbered": f"{full}．{label}" if self.language == "ja" else f"{number}. {label}",
            "leaders": f"◆{label}",
            "dashes": f"- {label}",
            "stars": f"*{label}*",
        }.get(self.name, label)

    def _joint(self) -> str:
        if self.name in {"bracket", "angle"}:
            return "" if self.apart else self.colon if self.pad else ""
        if self.name == "leaders":
            return "・・・"
        return self.colon


def choose_style(language: str, rng: Random) -> Style:
    """A style in the proportions of the field."""
    name = rng.choice(STYLES[language])
    colon = rng.choice(["：", "：", "：", ":", " : "]) if language == "ja" else rng.choice([": ", ": ", " : ", ":  ", " - "])
    bullet = rng.choice(["・", "・", "・", "- ", "●", "◎", "　"]) if language == "ja" else rng.choice(["- ", "- ", "* ", "• ", "o "])
    return Style(name, language, colon, bullet, pad=language == "ja" and rng.random() < 0.2, apart=rng.random() < 0.15)
