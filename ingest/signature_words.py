"""How signatures, disclaimers and demands are worded: the patterns of `data/signatures.toml`, for one line of text at a time."""

import tomllib
from importlib.resources import files

import re2

_TABLE: dict[str, list[str]] = tomllib.loads(files("ingest").joinpath("data/signatures.toml").read_text(encoding="utf-8"))
_LABELS = {language: "(?:" + "|".join(_TABLE[f"labels_{language}"]) + ")" for language in ("ja", "en")}


_SIGN = r"[\s　・■□●○◎◆◇▼▲★☆※*►▶>＞<＜≪《【〔\[(（_|#＊/+-]"


def _any(name: str) -> "re2._Regexp":
    options = re2.Options()
    # A pattern that outgrows its automaton gets slower; it must not write to standard error about it.
    options.log_errors = False
    options.max_mem = 32 * 1024 * 1024
    pattern = "|".join(f"(?:{pattern})" for pattern in _TABLE[name])
    filled = pattern.replace("{ja}", _LABELS["ja"]).replace("{en}", _LABELS["en"]).replace("{sign}", _SIGN)
    return re2.compile(filled, options)


ADVERTISING = _any("advertising")
BOILERPLATE = _any("boilerplate")
CLOSER = _any("closer")
COMPANY = _any("company")
COMPANY_FACTS = _any("company_facts")
CONTACT = _any("contact")
DEMAND = _any("demand")
FENCE = _any("fence")
ITEM = _any("item")
LINK = _any("link")
OFFICE = _any("office")
POSTSCRIPT = _any("postscript")
SENTENCE = _any("sentence")

DELIMITER = frozenset({"--", "---", "—", "－－", "――", "ーー"})
"""Lines that part a signature from the text; `-- ` is the only standard one (RFC 3676, 4.3)."""
