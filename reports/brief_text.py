"""The briefing for a terminal: plain lines, hostile signs shown and not obeyed."""

import unicodedata
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from reports.brief_page import BriefPage
from reports.brief_records import ConflictLine, Move
from reports.plain import plain
from reports.seatrecords import Certainty
from reports.sentences import Count

_INDENT = "  "


def render(page: BriefPage) -> str:
    """The briefing as text."""
    parts = (_head(page), _held(page), _moved(page), _unsure(page), _people(page), _asked(page))
    blocks = ["\n".join(lines) for part in parts if (lines := list(part))]
    return "\n\n".join([*blocks, plain(page.foot())]) + "\n"


def _head(page: BriefPage) -> Iterator[str]:
    brief = page.brief
    ahead = brief.people.ahead
    when = [page.text("brief.interview_none")] if ahead is None else [page.text("brief.interview_next"), page.interview(ahead)]
    yield _line("", page.text("brief.title"), *when)
    facts = [page.client(brief.name), page.title(brief.name), *page.facts(), page.status()]
    yield _INDENT.join(map(plain, facts))
    if brief.risk is not None:
        yield _line("", *page.risk())
    yield ""
    yield from (plain(page.phrasing.say(sentence)) for sentence in brief.lead)


def _held(page: BriefPage) -> Iterator[str]:
    brief = page.brief
    yield _title(page, "brief.holds", page.count(brief.demands, "items"))
    rows = [
        (plain(page.item(line.held.requirement)), plain(page.held(line.held.requirement)), plain(page.certainty([(line.certainty, 1)])))
        for line in brief.holds
    ]
    yield from _table(rows)
    if not rows:
        yield _INDENT + plain(page.text("brief.holds_none"))
    if brief.holds_left:
        yield _INDENT + plain(page.left(brief.holds_left))


def _moved(page: BriefPage) -> Iterator[str]:
    brief = page.brief
    yield _title(page, "brief.moved", page.since() if brief.moves else None)
    for above, move in zip((None, *brief.moves), brief.moves, strict=False):
        yield from _move(page, move, above)
    if not brief.moves:
        yield _INDENT + plain(page.unmoved())
    if brief.moves_left:
        yield _INDENT + plain(page.left(brief.moves_left))
    if brief.moved_before:
        yield _INDENT + plain(page.text("brief.moved_before", changes=Count(brief.moved_before, "changes")))


def _move(page: BriefPage, move: Move, above: Move | None) -> Iterator[str]:
    row, same = move.last, page.same_mail(move, above)
    times = page.text("brief.times", n=move.times) if move.times > 1 else ""
    yield _line(_INDENT, page.item(row.change), page.effect(row.change.effect), times, page.text("moved.same_mail") if same else "")
    yield _line(_INDENT * 2, page.before(move), "→", page.moved(move), page.now(move))
    if page.quotes_anew(move, above):
        yield _line(_INDENT * 2, page.quote_of(row.change, row.mail, row.quote))
    facts = page.text("join.facts").join(page.about(move, above))
    when = () if same else (page.moment(row.change.stated_at), page.certainty([(row.certainty, 1)]))
    if when or facts:
        yield _line(_INDENT * 2, *when, facts)
    if not same and row.mail is not None and (url := page.mail_url(row.mail)) is not None:
        yield _INDENT * 2 + url


def _unsure(page: BriefPage) -> Iterator[str]:
    brief = page.brief
    yield _title(page, "brief.unsure")
    unconfirmed = page.certainty([(Certainty.UNCONFIRMED, 1)])
    for line in brief.conflicts:
        yield _line(_INDENT, page.conflict_head(line), unconfirmed)
        yield from _conflict(page, line)
    if brief.conflicts_left:
        yield _INDENT + plain(page.left(brief.conflicts_left))
    for hint in brief.hints:
        yield _line(_INDENT, page.text(f"hint.{hint.row.hint.why}"), unconfirmed)
        yield _line(_INDENT * 2, page.hint_words(hint.row, hint.mail))
    if brief.hints_left:
        yield _INDENT + plain(page.left(brief.hints_left))
    if brief.second_hand:
        yield _line(_INDENT, page.hearsay())
        yield from (_line(_INDENT * 2, terms) for terms in (page.hearsay_terms(),) if terms)
    if brief.flags:
        yield _line(_INDENT, page.text("brief.flags", flags=Count(brief.flags, "flags")))
    if brief.usual or brief.not_stated:
        yield _line(_INDENT, page.text("brief.missing"))
        yield from (_line(_INDENT * 2, page.listed(items)) for items in (brief.not_stated,) if items)
        yield from (_line(_INDENT * 2, page.usual(line)) for line in brief.usual)
    if page.all_sure():
        yield _line(_INDENT, page.text("brief.unsure_none"))


def _conflict(page: BriefPage, line: ConflictLine) -> Iterator[str]:
    for word in page.sides(line):
        mail = line.mail(word)
        yield _line(_INDENT * 2, page.side(line, word), page.side_words(word), page.word_quote(line, word))
        yield _line(_INDENT * 3, page.moment(word.stated_at), page.writer_of(word, mail))
    yield _line(_INDENT * 2, page.conflict_note(line))


def _people(page: BriefPage) -> Iterator[str]:
    people = page.brief.people
    if not people.proposals and not people.interviews:
        return
    play = page.text("brief.in_play", people=Count(people.in_play, "people")) if people.in_play else None
    out = page.text("brief.turned_down", people=Count(people.turned_down, "people")) if people.turned_down and play is None else None
    yield _title(page, "brief.people", play or out)
    if people.proposals_left + people.interviews_left:
        yield _INDENT + plain(page.left(people.proposals_left + people.interviews_left))
    for line in people.proposals:
        told = page.text("brief.proposal", people=Count(line.count, "people"))
        yield _line(_INDENT, page.moment(line.at), told, page.after(line), "" if line.mail is None else page.message_id(line.mail))
    for interview in people.interviews:
        yield _line(_INDENT, page.when(interview), page.interview_kind(interview))


def _asked(page: BriefPage) -> Iterator[str]:
    everybody = page.everybody()
    yield _title(page, "brief.ask", everybody or None)
    for number, query in enumerate(page.brief.queries, 1):
        to = Markup("") if everybody else page.addressee(query)
        yield _line(f"{_INDENT}{number}. ", page.asked(query), Markup("[{}]").format(to) if to else "")
        if page.glossed():
            yield _line(_INDENT * 3, page.gloss(query))
    if not page.brief.queries:
        yield _INDENT + plain(page.text("brief.ask_none"))


def _title(page: BriefPage, key: str, aside: Markup | None = None) -> str:
    head = plain(page.text(key))
    return f"■ {head}" if aside is None else f"■ {head}  {plain(aside)}"


def _line(indent: str, *parts: Markup | str) -> str:
    return indent + _INDENT.join(text for part in parts if (text := plain(part)))


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Cells below each other; East Asian letters take two columns."""
    widths = [max(map(_columns, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield (_INDENT + _INDENT.join(cell + " " * (room - _columns(cell)) for cell, room in zip(row, widths, strict=True))).rstrip()


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
