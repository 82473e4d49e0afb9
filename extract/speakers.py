"""Who wrote the words: the site itself, somebody between, or one of ours (FIELD.md 5)."""

from extract.patterns import Pattern
from extract.phrases import phrases
from requisitions.messages import Address
from requisitions.parties import Parties
from requisitions.words import Speaker

_BETWEEN = phrases("speakers", "between")
_SITE = phrases("speakers", "site")
_NAME_BETWEEN = Pattern(
    r"営業|リクルート|人材|パートナー|案件|ses|スタッフ|エージェント|resourc|recruit|staffing|talent|consult|people|search|agency|partners"
    r"|personnel|locum|manpower|outsourc|\bhr ?(?:services|solutions)|hire\b|headhunt|placement|workforce"
)
_NAME_SITE = phrases("speakers", "name_site")


def speaker_of(author: Address | None, words: str, parties: Parties) -> Speaker:
    """Who speaks in words by `author` (null: nobody known).

    Args:
        author: the sender, or the inner author of a forwarded part.
        words: the folded words, signature included: a company's name tells what it lives on.
        parties: who is who, by configuration.
    """
    if author is not None and author.address:
        if parties.is_ours(author):
            return Speaker.OWN_SALES
        if parties.intermediary(author) is not None:
            return Speaker.INTERMEDIARY
        if parties.client(author) is not None:
            return Speaker.END_CLIENT
    name = f"{author.name} {author.domain}".lower() if author is not None else ""
    between = sum(1 for _ in _BETWEEN.finditer(words)) + 2 * bool(_NAME_BETWEEN.search(name))
    site = sum(1 for _ in _SITE.finditer(words)) + 2 * bool(_NAME_SITE.search(name))
    if between == site == 0:
        return Speaker.UNKNOWN
    return Speaker.INTERMEDIARY if between >= site else Speaker.END_CLIENT
