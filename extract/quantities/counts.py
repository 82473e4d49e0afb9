"""The finders of plain counts behind one door: people, interviews, days, companies."""

from extract.quantities.interviews import find_interviews
from extract.quantities.payment import find_payment_days
from extract.quantities.persons import find_persons
from extract.quantities.tiers import find_tiers
from extract.quantities.weekdays import find_week_days, home_days

__all__ = ["find_interviews", "find_payment_days", "find_persons", "find_tiers", "find_week_days", "home_days"]
