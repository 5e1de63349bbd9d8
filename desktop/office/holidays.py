"""Public holidays by place, from the ``holidays`` package, with the office's own corrections.

The package knows the days a state has by law. An office that works on one of them, or is free on
another, says so; the fewer days are left out, the earlier and safer a date becomes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date

from desktop.errors import DeskError
from desktop.records.calendar import PublicHolidays

NO_HOLIDAYS = "none"
FEDERAL_HOLIDAYS = "US"
_PLACE = re.compile(r"none|US(?:-[A-Z]{2})?")


def place_of(state: str) -> str:
    """The place whose holidays a state's offices keep: "US-CA"; federal ones for no state."""
    return f"{FEDERAL_HOLIDAYS}-{state}" if state else FEDERAL_HOLIDAYS


def public_holidays(
    place: str, *, extra: Mapping[date, str] | None = None, not_here: Collection[date] = ()
) -> PublicHolidays:
    """The public holidays of ``place``: "US-CA" and the like, "US" for federal ones, or "none".

    The package is imported when the first year is asked for (a fifth of a second); after that a
    year costs nothing.

    Args:
        place: where; the state's list is exactly the package's.
        extra: holidays the office keeps besides, with their names.
        not_here: days of the list on which this office works.

    Raises:
        DeskError: no such place.
    """
    if not _PLACE.fullmatch(place):
        raise _unknown(place)
    return _Holidays(place, extra or {}, frozenset(not_here))


class _Holidays:
    """Looks a year up once and keeps it."""

    def __init__(self, place: str, extra: Mapping[date, str], not_here: frozenset[date]) -> None:
        self._place = place
        self._extra = extra
        self._not_here = not_here
        self._years: dict[int, Mapping[date, str]] = {}

    def __call__(self, year: int, /) -> Mapping[date, str]:
        if year not in self._years:
            self._years[year] = self._year(year)
        return self._years[year]

    def _year(self, year: int) -> Mapping[date, str]:
        listed = _listed(self._place, year)
        kept = {on: title for on, title in listed.items() if on not in self._not_here}
        own = {on: title for on, title in self._extra.items() if on.year == year}
        return kept | own


def _listed(place: str, year: int) -> Mapping[date, str]:
    if place == NO_HOLIDAYS:
        return {}
    from holidays import country_holidays  # noqa: PLC0415  # a fifth of a second

    country, _, state = place.partition("-")
    try:
        found = country_holidays(
            country, subdiv=state or None, years=year, expand=False, language="en_US"
        )
    except NotImplementedError as fault:
        raise _unknown(place) from fault
    return dict(found.items())


def _unknown(place: str) -> DeskError:
    return DeskError(
        "unknown_place",
        f"No public holidays are known for {place[:20]!r}.",
        'Give a state such as "US-CA", "US" for federal holidays, or "none".',
    )
