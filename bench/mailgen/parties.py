"""Who writes: companies, people, their programs, their signatures."""

from dataclasses import dataclass
from datetime import datetime
from random import Random

from bench.mailgen.lexicon import Lexicon
from bench.mailgen.typography import Typography, choose_typography
from bench.mailgen.wire import Mailer, choose_mailer
from bench.mailgen.wording import MONTHS, WEEKDAYS

OUR_DOMAIN = "staffing.example"
QUOTING = ("arrows", "arrows", "outlook", "wide-arrows", "none", "none")


@dataclass(frozen=True, slots=True)
class Party:
    """A person with the habits of the mail program."""

    role: str
    """`client`, `broker`, `ours` or `other`."""
    company: str
    family: str
    name: str
    address: str
    mailer: Mailer
    typography: Typography
    quoting: str
    signature: tuple[str, ...]

    @property
    def box(self) -> tuple[str, str]:
        """Name and address for a header."""
        return self.name, self.address


def choose_party(role: str, lexicon: Lexicon, rng: Random, mark: int | None = None) -> Party:
    """Somebody of a role. `mark` picks a company and a domain that no other story near by has."""
    family = rng.choice(lexicon.words("names", "families"))
    given = rng.choice(lexicon.words("names", "givens"))
    name = f"{family} {given}" if lexicon.language == "ja" else f"{given} {family}"
    if role == "ours":
        company, domain = lexicon.words("names", "our_company")[0], OUR_DOMAIN
    else:
        table, domains = {"client": ("clients", "domains"), "broker": ("brokers", "broker_domains")}.get(role, ("others", "other_domains"))
        companies = lexicon.words("names", table)
        at, round_ = (rng.randrange(len(companies)), 0) if mark is None else (mark % len(companies), mark // len(companies))
        area = lexicon.words("names", "areas")[round_ % len(lexicon.words("names", "areas"))]
        company = companies[at] + area
        domain = f"{lexicon.words('names', domains)[at]}{'' if mark is None else mark}.example"
    local = f"{'sales' if lexicon.language == 'ja' else family.lower()}{rng.randint(10, 99)}"
    address = f"{local}@{domain}"
    return Party(
        role,
        company,
        family if lexicon.language == "ja" else given,
        name,
        address,
        choose_mailer(lexicon.language, rng),
        choose_typography(lexicon.language, rng),
        rng.choice(QUOTING),
        _signature(lexicon, rng, company, name, address),
    )


def _signature(lexicon: Lexicon, rng: Random, company: str, name: str, address: str) -> tuple[str, ...]:
    pr = rng.choice(lexicon.words("furniture", "pr_lines"))
    place = rng.choice(lexicon.words("furniture", "addresses"))
    phone = f"{'03' if lexicon.language == 'ja' else '555'}-{rng.randint(1000, 9999)}-{rng.randint(1000, 9999)}"
    if lexicon.language == "ja":
        lines = [f"株式会社{company}", f"営業部　{name}", place, f"TEL：{phone}", f"E-mail：{address}"]
        rule = rng.choice(["━" * 20, "―" * 20, "=" * 30, "*" * 30, "-- "])
    else:
        lines = [name, company, place, f"Tel: {phone}"]
        rule = "-- "
    if rng.random() < 0.5:
        lines.append(pr)
    return (rule, *lines) if rule == "-- " else (rule, *lines, rule)


def attribution(lexicon: Lexicon, rng: Random, who: Party, when: datetime) -> str:
    """The line over quoted words."""
    form = rng.choice(lexicon.words("furniture", "attributions"))
    fields = {"y": when.year, "m": when.month, "d": when.day, "w": WEEKDAYS[when.weekday()], "time": f"{when:%H:%M}"}
    return form.format(**fields, D=when.day, M=MONTHS[when.month - 1][:3], name=who.name, address=who.address)


def letterhead(language: str, rng: Random, who: Party, to: Party, when: datetime, subject: str, *, forward: bool) -> list[str]:
    """The header block over a mail quoted or forwarded whole."""
    if language == "ja" and rng.random() < 0.6:
        rule = rng.choice(["-----Original Message-----", "________________________________", "----- 元のメッセージ -----"])
        day = f"{when.year}年{when.month}月{when.day}日 {when:%H:%M}"
        return [rule, f"差出人: {who.name} <{who.address}>", f"送信日時: {day}", f"宛先: {to.name} <{to.address}>", f"件名: {subject}", ""]
    if forward and rng.random() < 0.6:
        rule = "---------- Forwarded message ---------"
        rows = [f"From: {who.name} <{who.address}>", f"Date: {when:%a, %d %b %Y %H:%M}", f"Subject: {subject}", f"To: <{to.address}>"]
        return [rule, *rows, ""]
    rows = [
        f"From: {who.name} <{who.address}>",
        f"Sent: {when:%A, %B %d, %Y %H:%M}",
        f"To: {to.name} <{to.address}>",
        f"Subject: {subject}",
    ]
    return ["-----Original Message-----", *rows, ""]
