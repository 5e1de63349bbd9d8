"""What falls on each day: dates due, appointments, hearings, closed days, birthdays.

The store reads what of it is kept; here the days are put together and laid out by the month.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum

from desktop.records.calendar import PublicHolidays
from desktop.records.ids import ClosureId, RequestId, StudentId
from desktop.records.request import EventKind, Right

_WEEK = 7
_WEEKS_SHOWN = 6
_DECEMBER = 12


class PlanKind(StrEnum):
    """What falls on a day, in the order in which it is told.

    ``DUE`` is the day to finish a request by, ``LEGAL`` its last lawful day where that is another.
    """

    CLOSURE = "closure"
    HOLIDAY = "holiday"
    DUE = "due"
    LEGAL = "legal"
    VISIT = "visit"
    MEETING = "meeting"
    BIRTHDAY = "birthday"


OF_THE_SCHOOL = frozenset({PlanKind.CLOSURE, PlanKind.HOLIDAY})
"""Days on which nobody is reached; the others are something to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One thing on one day, or from one to another for a closure.

    ``number``, ``right`` and ``name`` are the request's and its student's; empty for the school's
    own days. ``title`` names closed days, ``place`` is where an appointment is.
    """

    kind: PlanKind
    on: date
    until: date
    request: RequestId | None = None
    student: StudentId | None = None
    number: str = ""
    right: Right | None = None
    name: str = ""
    at: time | None = None
    place: str = ""
    meeting: EventKind | None = None
    title: str = ""
    closure: ClosureId | None = None

    def order(self) -> tuple[date, int, time, str]:
        """By day, then by what it is, then by hour and number."""
        return (self.on, list(PlanKind).index(self.kind), self.at or time.min, self.number)


def holidays_between(holidays: PublicHolidays, first: date, last: date) -> Iterator[Planned]:
    """The public holidays of these days."""
    for year in range(first.year, last.year + 1):
        for on, title in holidays(year).items():
            if first <= on <= last:
                yield Planned(kind=PlanKind.HOLIDAY, on=on, until=on, title=title)


def in_order(planned: Iterable[Planned]) -> tuple[Planned, ...]:
    """All of it, earliest first."""
    return tuple(sorted(planned, key=Planned.order))


def by_day(
    planned: Iterable[Planned], first: date, last: date
) -> Mapping[date, tuple[Planned, ...]]:
    """What falls on each day from ``first`` to ``last``; days with nothing are not in it."""
    days: dict[date, list[Planned]] = {}
    for one in planned:
        begin, end = max(one.on, first), min(one.until, last)
        for number in range((end - begin).days + 1):
            on = begin + timedelta(days=number)
            days.setdefault(on, []).append(replace(one, on=on))
    return {on: in_order(found) for on, found in days.items()}


def month_days(month: date) -> Sequence[date]:
    """The 42 days of a month's page, from the Sunday on or before its first."""
    first = month.replace(day=1)
    start = first - timedelta(days=first.isoweekday() % _WEEK)
    return [start + timedelta(days=number) for number in range(_WEEKS_SHOWN * _WEEK)]


def month_after(month: date, months: int) -> date:
    """The first day of the month so many months later, or earlier where negative."""
    year, place = divmod(month.year * _DECEMBER + month.month - 1 + months, _DECEMBER)
    return date(year, place + 1, 1)
