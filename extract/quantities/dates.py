"""Days and months, resolved against the date of the mail: 12月1日, 9/1, 来年3月, "week of 21 Sept", 即日."""

from datetime import date

from extract.quantities.changed import mark_replaced
from extract.quantities.date_figures import find_in_figures
from extract.quantities.date_words import find_named, find_told
from extract.quantities.records import Quantity


def find_dates(string: str, base: date, *, bare: bool = False, day_first: bool = False) -> list[Quantity]:
    """Dates from the left as ISO text, `2026-12` where no day is told, `immediate` for 即日 and ASAP.

    A day or month without a year is the first such one on or after the mail's; `note` is `part` where the words name a part
    of a month (末, early).

    Args:
        string: A folded line or clause.
        base: The mail's own local date.
        bare: Under a label of period: `9/1` counts without a word beside it.
        day_first: Read `3/9` as 3 September, as British mails do.
    """
    found = [*find_in_figures(string, base, bare=bare, day_first=day_first), *find_named(string, base), *find_told(string, base)]
    kept: list[Quantity] = []
    for item in sorted(found, key=lambda item: (item.start, -item.end)):
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return mark_replaced(string, kept)
