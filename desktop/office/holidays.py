"""Public holidays by place, from the ``holidays`` package, with the office's own corrections.

The package knows the days a state has by law. An office that works on one of them, or is free on
another, says so; the fewer days are left out, the earlier and safer a date becomes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from desktop.errors import DeskError
from desktop.records.calendar import PublicHolidays

NO_HOLIDAYS = "none"
FEDERAL_HOLIDAYS = "US"
_PLACE = re.compile(r"none|US(?:-[A-Z]{2})?")

Named = tuple[date, date, str]
Days = tuple[date, date]


def place_of(state: str) -> str:
    """The place whose holidays a state's offices keep: "US-CA"; federal ones for no state."""
    return f"{FEDERAL_HOLIDAYS}-{state}" if state else FEDERAL_HOLIDAYS


def public_holidays(
    place: str, *, extra: Sequence[Named] = (), not_here: Sequence[Days] = ()
) -> PublicHolidays:
    """The public holidays of ``place``: "US-CA" and the like, "US" for federal ones, or "none".

    The package is imported when the first year is asked for (a fifth of a second).

    Args:
        place: where; the state's list is exactly the package's.
        extra: holidays the office keeps besides: first day, last day, name.
        not_here: first and last of days on the list on which this office works.

    Raises:
        DeskError: no such place; for two letters that are no state, when a year is asked for.
    """
    if not _PLACE.fullmatch(place):
        raise _unknown(place)
    return _Holidays(place, tuple(extra), tuple(not_here))


class _Holidays:
    """Looks a year up once and keeps it."""

    def __init__(self, place: str, extra: Sequence[Named], not_here: Sequence[Days]) -> None:
        self._place = place
        self._extra = extra
        self._not_here = not_here
        self._years: dict[int, Mapping[date, str]] = {}

    def __call__(self, year: int, /) -> Mapping[date, str]:
        if year not in self._years:
            self._years[year] = dict(self._year(year))
        return self._years[year]

    def _year(self, year: int) -> Iterator[tuple[date, str]]:
        for on, title in _listed(self._place, year).items():
            if not any(first <= on <= last for first, last in self._not_here):
                yield on, title
        for first, last, title in self._extra:
            for on in _days_in(year, first, last):
                yield on, title


@lru_cache(maxsize=128)
def _listed(place: str, year: int) -> Mapping[date, str]:
    """The package's list; remembered, since an office's calendar is made anew with each edit."""
    if place == NO_HOLIDAYS:
        return MappingProxyType({})
    from holidays import country_holidays  # noqa: PLC0415  # a fifth of a second

    country, _, state = place.partition("-")
    try:
        found = country_holidays(
            country, subdiv=state or None, years=year, expand=False, language="en_US"
        )
    except NotImplementedError as fault:
        raise _unknown(place) from fault
    return MappingProxyType(dict(found.items()))


def _days_in(year: int, first: date, last: date) -> Iterator[date]:
    start, end = max(first, date(year, 1, 1)), min(last, date(year, 12, 31))
    for number in range((end - start).days + 1):
        yield start + timedelta(days=number)


def _unknown(place: str) -> DeskError:
    return DeskError(
        "unknown_place",
        f"No public holidays are known for {place[:20]!r}.",
        'Give a state such as "US-CA", "US" for federal holidays, or "none".',
    )
