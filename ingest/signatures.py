"""Signatures, disclaimers and footers among the lines that one person wrote; in doubt a line stays the author's own."""

from collections.abc import Iterable, Iterator, Sequence

from ingest.lines import Line
from ingest.plaintext import display_width
from ingest.signature_words import (
    ADVERTISING,
    BOILERPLATE,
    CLOSER,
    COMPANY,
    COMPANY_FACTS,
    CONTACT,
    DELIMITER,
    DEMAND,
    FENCE,
    ITEM,
    LINK,
    OFFICE,
    POSTSCRIPT,
    SENTENCE,
)
from requisitions.messages import Address

_LONGEST_BLOCK = 16
_LONGEST_TAIL = 12
_NAME_WIDTH = 44
_LINE_WIDTH = 90
_DELIMITERS = 20
_TAILS = 4
"""Paragraphs at the end that may belong to one signature."""
_ADDRESSING = ("様", "さん", "殿", "各位", "御中", "さま", ",", "、", ":", "：")
_GREETINGS = ("hi ", "dear ", "hello ", "to ")
_SEPARATORS = "|｜/／,、"


def signature_lines(lines: Sequence[Line], author: Address, marked: Iterable[int] = ()) -> set[int]:
    """Which of a section's own lines (as positions in `lines`) are signature or boilerplate.

    `author` is who wrote them, `marked` which of them a mail program says it added.
    """
    kinds = _Section(lines, author)
    found = kinds.boilerplate() | kinds.undemanding(marked)
    found |= kinds.fenced(found)
    found |= kinds.delimited(found)
    return found | kinds.tail(found)


class _Section:
    """The own lines of one author, and what each looks like."""

    def __init__(self, lines: Sequence[Line], author: Address) -> None:
        self._lines = lines
        self._names = _name_words(author)

    def _words(self, at: int) -> str:
        return self._lines[at].words

    def boilerplate(self) -> set[int]:
        """Lines in words that nobody writes for one mail, with the rest of their sentence below them."""
        found: set[int] = set()
        for at, line in enumerate(self._lines):
            runs_on = at - 1 in found and line.words and display_width(self._words(at - 1)) >= 60 and not ITEM.match(line.words)
            if line.words and (runs_on or _is_boilerplate(line.words)) and not self._demands(at):
                found.add(at)
        return found

    def undemanding(self, marked: Iterable[int]) -> set[int]:
        """The lines among these that demand nothing: people type into the signature that their program set."""
        return {at for at in marked if not self._demands(at)}

    def fenced(self, found: set[int]) -> set[int]:
        """Blocks between lines of signs that hold a telephone, an address or a company, and no demand."""
        fences = [at for at in range(len(self._lines)) if self._is_fence(at)]
        blocks: set[int] = set()
        for number, fence in enumerate(fences):
            after = fences[number + 1] if number + 1 < len(fences) else self._content_end(found)
            inner = [at for at in range(fence + 1, after) if self._words(at)]
            # Requisitions stand between fences too, so a block must name a way to reach somebody and ask for nothing.
            if inner and len(inner) <= _LONGEST_BLOCK and self._is_signature_block(inner):
                blocks |= set(range(fence, min(after + 1, len(self._lines))))
        return blocks

    def delimited(self, found: set[int]) -> set[int]:
        """What stands below `-- `, paragraph by paragraph, as long as it looks like a signature."""
        blocks: set[int] = set()
        delimiters = [at for at, line in enumerate(self._lines) if line.words in DELIMITER]
        for at in delimiters[-_DELIMITERS:]:
            # Some part two requisitions with `--`, so each paragraph below is looked at.
            if at in blocks:
                continue
            first = True
            for paragraph in self._paragraphs(at + 1):
                if not (set(paragraph) <= found or self._signs(paragraph, named=first)):
                    break
                blocks |= {at, *paragraph}
                first = False
        return blocks

    def tail(self, found: set[int]) -> set[int]:
        """A closing formula, name and company in the last paragraphs, without any sign around them."""
        tail: set[int] = set()
        paragraphs = ([at for at in paragraph if at not in found and not self._is_fence(at)] for paragraph in self._paragraphs(0))
        written = [lines for lines in paragraphs if lines]
        # From the end upwards: where own words stand below a name, that name closes nothing.
        for number, lines in enumerate(reversed(written[-_TAILS:])):
            begin = self._tail_start(lines, whole=number > 0)
            if begin is None:
                break
            tail |= set(lines[begin:])
            if begin > 0:
                break
        return tail

    def _tail_start(self, lines: list[int], *, whole: bool) -> int | None:
        """Where in a paragraph the signature begins; with `whole`, only at its first line."""
        for begin in range(max(0, len(lines) - _LONGEST_TAIL), 1 if whole else len(lines)):
            rest = lines[begin:]
            if any(self._demands(at) or POSTSCRIPT.match(self._words(at)) or ITEM.match(self._words(at)) for at in rest):
                continue
            closes = CLOSER.match(self._words(rest[0])) is not None
            if (closes and (len(rest) > 1 or whole)) or self._is_name(rest[0]) or self._is_company_block(rest):
                return begin
        return None

    def _is_company_block(self, lines: list[int]) -> bool:
        """Company and contact lines and nothing else, except advertising below the first."""
        plain = [at for at in lines if not ADVERTISING.search(self._words(at))]
        if not plain or plain[0] != lines[0] or any(self._is_sentence(at) for at in plain):
            return False
        cues = [bool(CONTACT.search(self._words(at)) or COMPANY.search(self._words(at))) for at in lines]
        if LINK.match(self._words(lines[0])) and len(lines) == 1:
            return False
        return cues[0] or (OFFICE.search(self._words(lines[0])) is not None and any(cues))

    def _is_signature_block(self, lines: list[int]) -> bool:
        cue = any(CONTACT.search(self._words(at)) for at in lines) or (
            len(lines) <= 6 and any(COMPANY.search(self._words(at)) for at in lines)
        )
        return cue and not any(self._demands(at) for at in lines)

    def _signs(self, paragraph: list[int], *, named: bool) -> bool:
        """Whether a paragraph below a delimiter is a signature's; the first may be a bare name."""
        if len(paragraph) > _LONGEST_BLOCK or any(self._demands(at) or POSTSCRIPT.match(self._words(at)) for at in paragraph):
            return False
        if any(CONTACT.search(self._words(at)) or COMPANY.search(self._words(at)) or self._is_name(at) for at in paragraph):
            return True
        return named and not any(self._is_sentence(at) or ITEM.match(self._words(at)) for at in paragraph)

    def _is_fence(self, at: int) -> bool:
        words = self._words(at)
        return bool(words) and not words[0].isalnum() and FENCE.match(words) is not None

    def _is_name(self, at: int) -> bool:
        """A short line with a name of the author in it, that addresses nobody and is no sentence."""
        words = self._words(at)
        if (
            display_width(words) > _LINE_WIDTH
            or self._is_sentence(at)
            or words.endswith(_ADDRESSING)
            or words.lower().startswith(_GREETINGS)
        ):
            return False
        bare = " ".join(word for word in words.casefold().split() if "://" not in word and "@" not in word)
        if bare.isascii() and len(bare.strip(". ")) <= 3:
            # Initials must be the author's: `QA` and `PM` are demands.
            return bare.strip(". ") in self._names
        tokens = set(_tokens(bare))
        named = any(name in tokens or (name in bare and not name.isascii()) for name in self._names if len(name) > 1 or not name.isascii())
        short = display_width(words) <= _NAME_WIDTH and len(words.split()) <= 6
        return named and (short or any(sign in words for sign in _SEPARATORS))

    def _is_sentence(self, at: int) -> bool:
        return SENTENCE.search(self._words(at)) is not None and not COMPANY.search(self._words(at)[-6:])

    def _demands(self, at: int) -> bool:
        words = self._words(at)
        return DEMAND.search(words) is not None and not COMPANY_FACTS.search(words)

    def _content_end(self, found: set[int]) -> int:
        """Behind the last line that is neither empty nor boilerplate."""
        return next((at + 1 for at in range(len(self._lines) - 1, -1, -1) if self._words(at) and at not in found), 0)

    def _paragraphs(self, start: int) -> Iterator[list[int]]:
        """Positions from `start` on, parted by empty lines, and by quoted lines that stood between."""
        paragraph: list[int] = []
        for at in range(start, len(self._lines)):
            apart = at > start and self._lines[at].start > self._lines[at - 1].end + 1
            if paragraph and (apart or not self._words(at)):
                yield paragraph
                paragraph = []
            if self._words(at):
                paragraph.append(at)
        if paragraph:
            yield paragraph


def _is_boilerplate(words: str) -> bool:
    """Whether a line opens with boilerplate; one that gets there after another sentence has something of its own to say."""
    found = BOILERPLATE.search(words)
    opening = words[: found.start()] if found else "."
    return "。" not in opening and ". " not in f"{opening} "


def _tokens(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text).split()


def _name_words(author: Address) -> frozenset[str]:
    """Words that an author may sign with: those of the name, the address's local part, initials."""
    words = [word for word in _tokens(author.name.casefold()) if len(word) > 1]
    latin = [word for word in words if word.isascii()]
    initials = {"".join(word[0] for word in latin), *(word[0] for word in latin)} if latin else set()
    return frozenset(
        {*words, *_tokens(author.address.partition("@")[0]), *initials} - {"recruit", "info", "sales", "desk", "team", "contracts"}
    )
