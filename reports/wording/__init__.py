"""The words of the reports: gettext catalogues by id, a folder a language; `vocabulary.po` has the labels, the others sentences."""

import io
from functools import cache
from gettext import GNUTranslations
from importlib.resources import files

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

CATALOGUES = ("report.po", "brief.po", "risk.po", "site.po", "market.po", "delivery.po", "vocabulary.po")


class Wording:
    """The catalogue of one language. An id that it lacks is a fault of the program, never shown to a reader."""

    def __init__(self, language: str) -> None:
        catalogue = load_catalogue(language)
        compiled = io.BytesIO()
        write_mo(compiled, catalogue)
        compiled.seek(0)
        self.language = language
        self._known = frozenset(_id(message.id) for message in catalogue if message.id)
        self._texts = GNUTranslations(compiled)

    def has(self, key: str) -> bool:
        """Whether the catalogue knows an id."""
        return key in self._known

    def text(self, key: str) -> str:
        """The template with that id.

        Raises:
            KeyError: the catalogue has none.
        """
        if key not in self._known:
            raise KeyError(f"reports/wording/{self.language}: no text {key!r}")
        return self._texts.gettext(key)

    def counted(self, noun: str, number: float) -> str:
        """The template of a number of things, in the form that the number asks for: a part of one is plural."""
        key = f"count.{noun}"
        if key not in self._known:
            raise KeyError(f"reports/wording/{self.language}: no count {key!r}")
        whole = int(number) if number == int(number) else 2
        return self._texts.ngettext(key, key, whole)


def _id(message_id: str | tuple[str, ...] | list[str]) -> str:
    return message_id if isinstance(message_id, str) else message_id[0]


def load_catalogue(language: str) -> Catalog:
    """All catalogues of a language as one, read from their sources: nothing has to be compiled to run."""
    folder = files(__name__) / language
    whole = Catalog(locale=language)
    for name in CATALOGUES:
        for message in read_po(io.BytesIO((folder / name).read_bytes()), locale=language):
            if message.id:
                whole.add(message.id, message.string)
    return whole


@cache
def wording(language: str) -> Wording:
    """The catalogue of a language, read once a process."""
    return Wording(language)
