"""A mail around its own words: greeting, close, signature, quoted history, forward; then its bytes."""

from dataclasses import dataclass
from datetime import datetime
from random import Random

from bench.mailgen.lexicon import Lexicon
from bench.mailgen.parties import Party, attribution, letterhead
from bench.mailgen.truth import Truth
from bench.mailgen.typography import wrapped
from bench.mailgen.wire import Envelope, Mailer, as_html, write


@dataclass(frozen=True, slots=True)
class Mail:
    """A generated mail with its truth."""

    message_id: str
    sent: datetime
    subject: str
    sender: Party
    to: Party
    own: tuple[str, ...]
    """The lines of its own text, for the next mail to quote."""
    truth: Truth
    raw: bytes


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is to be sent."""

    sender: Party
    to: Party
    sent: datetime
    subject: str
    lines: tuple[str, ...]
    """The message proper, without greeting and close."""
    truth: Truth
    table: tuple[tuple[str, str], ...] = ()
    """Rows that an HTML part shows as a table in place of the line that is `None`-marked by a form feed."""
    parent: Mail | None = None
    forwards: "Party | None" = None
    """Whose mail is forwarded: the lines are then that person's."""
    bare: bool = False
    """No greeting, no signature: machines and memos."""
    extra: tuple[tuple[str, str], ...] = ()


TABLE = "\f"
"""Stands for a table among the lines."""


def greeted(sheet: Sheet, who: Party, to: Party, lexicon: Lexicon, rng: Random, *, own: bool) -> list[str]:
    """The lines with greeting, close and signature."""
    words = lexicon.words("furniture", "own_greetings" if own else "greetings")
    hello = rng.choice(words).format(company=who.company, person=who.family, contact=to.family)
    address = [f"{to.company}　{to.family}様"] if lexicon.language == "ja" and not own else []
    close = rng.choice(lexicon.words("furniture", "closings"))
    signed = [close] if lexicon.language == "ja" else [close, who.family]
    return [*address, hello, "", *sheet.lines, "", *signed, "", *who.signature]


def dispatch(sheet: Sheet, lexicon: Lexicon, rng: Random, number: str) -> Mail:
    """Set a sheet into a mail and write its bytes."""
    sender, inner = sheet.sender, sheet.forwards or sheet.sender
    own = inner.role == "ours" and sheet.to.role == "ours"
    words = list(sheet.lines) if sheet.bare else greeted(sheet, inner, sender if sheet.forwards else sheet.to, lexicon, rng, own=own)
    type_ = inner.typography
    body = [part for line in words for part in (wrapped(type_.text(line)) if type_.wraps else [type_.text(line)])]
    subject = sheet.subject
    if sheet.forwards is not None:
        head = letterhead(lexicon.language, rng, inner, sender, sheet.sent, subject, forward=True)
        cover = [rng.choice(lexicon.words("furniture", "forwards")), "", sender.family, ""]
        body, subject = [*cover, *head, *body], f"{rng.choice(['Fwd: ', 'FW: ', 'Fw: '])}{subject}"
    elif sheet.parent is not None and sender.quoting != "none" and not any(line.startswith(">") for line in body):
        body += ["", *_history(sheet.parent, sender, lexicon, rng)]
    message_id = f"<{number}@{sender.address.partition('@')[2]}>"
    parents = (sheet.parent.message_id,) if sheet.parent is not None else ()
    envelope = Envelope(sender.box, sheet.to.box, subject, sheet.sent, message_id, parents, sheet.extra)
    rows = [(type_.text(label), type_.text(value)) for label, value in sheet.table]
    raw = _bytes(envelope, body, rows, sender.mailer)
    shown = tuple(line for line in words if line != TABLE)
    return Mail(message_id, sheet.sent, sheet.subject, inner, sheet.to, shown, type_.truth(sheet.truth), raw)


def _bytes(envelope: Envelope, body: list[str], rows: list[tuple[str, str]], mailer: Mailer) -> bytes:
    if not rows:
        html = as_html(body, []) if mailer.form != "plain" else None
        return write(envelope, "\n".join(body) + "\n", html, mailer)
    at = body.index(TABLE)
    table = Mailer(mailer.charset, mailer.encoding, "html" if mailer.form != "alternative" else "alternative")
    html = as_html([*body[:at], "", *body[at + 1 :]], [(at, rows)])
    plain = [*body[:at], *(f"{label}\t{value}" for label, value in rows), *body[at + 1 :]]
    return write(envelope, "\n".join(plain) + "\n", html, table)


def _history(parent: Mail, sender: Party, lexicon: Lexicon, rng: Random) -> list[str]:
    lines = [parent.sender.typography.text(line) for line in parent.own]
    if sender.quoting == "outlook":
        return [*letterhead(lexicon.language, rng, parent.sender, parent.to, parent.sent, parent.subject, forward=False), *lines]
    mark = "＞" if sender.quoting == "wide-arrows" and lexicon.language == "ja" else ">"
    return [attribution(lexicon, rng, parent.sender, parent.sent), *(f"{mark} {line}".rstrip() for line in lines)]
