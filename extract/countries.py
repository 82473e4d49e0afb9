"""Which country a mail is about, as far as its signs tell: whose money a bare figure is, and whether days stand before months."""

from functools import lru_cache

from extract.patterns import Pattern
from extract.phrases import phrases

_CURRENCIES = ("usd", "gbp", "eur", "inr", "aud", "nzd", "cad", "sgd", "hkd", "sar", "aed", "qar", "omr", "kwd", "bhd", "myr", "php", "zar")
_DOLLARS = ("aud", "cad", "sgd", "nzd", "hkd")
_SLASHED = Pattern(r"(?:^|[^\d/.-])(\d{1,2})/(\d{1,2})(?:/(?:20)?\d{2})?(?:[^\d/]|$)")
_MOST_MONTHS = 12


@lru_cache(maxsize=4)
def _countries(text: str) -> frozenset[str]:
    """The currencies of all countries whose signs stand in a mail as written."""
    return frozenset(currency for currency in _CURRENCIES if phrases("countries", currency).search(text))


def currency_of(text: str) -> str | None:
    """The currency of a bare figure: that of the one country that the mail names; null where it names none or several."""
    told = _countries(text)
    return next(iter(told)) if len(told) == 1 else None


def dollars_of(text: str) -> str:
    """Whose dollars a bare $ are: American ones, unless the mail names another country and nothing American."""
    told = _countries(text)
    return "usd" if "usd" in told else next((currency for currency in _DOLLARS if currency in told), "usd")


@lru_cache(maxsize=4)
def day_first(text: str) -> bool:
    """Whether `3/9` is 3 September: a figure above twelve decides for the whole mail, else any country but America."""
    for hit in _SLASHED.finditer(text):
        first, second = int(hit.group(1)), int(hit.group(2))
        if first > _MOST_MONTHS >= second:
            return True
        if second > _MOST_MONTHS >= first:
            return False
    return bool(_countries(text)) and _countries(text).isdisjoint({"usd", "cad"})
