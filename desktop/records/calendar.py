"""The school's calendar: public holidays, closures, office days, and how days are counted in it.

Where public holidays come from is another room's matter; here they are a year's dates with names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol, assert_never

from desktop.errors import DeskError

MONDAY_TO_FRIDAY = frozenset({1, 2, 3, 4, 5})
_ONE_DAY = timedelta(days=1)
# Far beyond any limit in law: a search that long means the calendar is closed for good.
_LONGEST_GAP_DAYS = 3660


class Counting(StrEnum):
    """Which days a limit counts.

    Business days leave out Saturdays, Sundays and public holidays, not school closures. School
    days leave out closures too.
    """

    CALENDAR = "calendar"
    BUSINESS = "business"
    SCHOOL = "school"


class Why(StrEnum):
    """Why a day is not counted or the office is not open."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    CLOSURE = "closure"
    OFFICE = "office"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOff:
    """A day left out, and why. ``title`` names the holiday or closure; empty for the others."""

    on: date
    why: Why
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """The school is closed from ``from_on`` through ``until_on``, both included."""

    from_on: date
    until_on: date
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NearBreak:
    """A closure that a date falls in (``inside``), or that begins soon after it."""

    closure: Closure
    inside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A finished count: the day it ended on, and the days it left out, oldest first."""

    last_on: date
    skipped: tuple[DayOff, ...]


class PublicHolidays(Protocol):
    """The public holidays of one year, by date, with their names."""

    def __call__(self, year: int, /) -> Mapping[date, str]:
        """The holidays of ``year``; empty when there are none or none are known."""
        ...


def no_holidays(_year: int, /) -> Mapping[date, str]:
    """A calendar without public holidays."""
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Which days count and which days the office is open.

    ``office_days`` are ISO weekdays, Monday 1 to Sunday 7.
    """

    office_days: frozenset[int] = MONDAY_TO_FRIDAY
    holidays: PublicHolidays = no_holidays
    closures: tuple[Closure, ...] = ()

    def not_business(self, on: date) -> DayOff | None:
        """Why ``on`` is not a business day; ``None`` when it is one. Closures do not matter."""
        if on.isoweekday() not in MONDAY_TO_FRIDAY:
            return DayOff(on=on, why=Why.WEEKEND)
        return self._holiday(on)

    def not_school(self, on: date) -> DayOff | None:
        """Why ``on`` is not a school day; ``None`` when it is one."""
        return self.not_business(on) or self._closure(on)

    def not_office(self, on: date) -> DayOff | None:
        """Why the office is not open on ``on``; ``None`` when it is."""
        if on.isoweekday() not in self.office_days:
            weekday = on.isoweekday() in MONDAY_TO_FRIDAY
            return DayOff(on=on, why=Why.OFFICE if weekday else Why.WEEKEND)
        return self._holiday(on) or self._closure(on)

    def add_business_days(self, start_on: date, days: int) -> Count:
        """The ``days``-th business day after ``start_on``, which is day 0 and need not be one.

        Raises:
            DeskError: no business day for ten years.
            OverflowError: the count leaves the calendar (year 9999).
        """
        return _count(start_on, days, self.not_business)

    def add_school_days(self, start_on: date, days: int) -> Count:
        """The ``days``-th school day after ``start_on``; raises as ``add_business_days``."""
        return _count(start_on, days, self.not_school)

    def add(self, start_on: date, days: int, counting: Counting) -> Count:
        """The ``days``-th day after ``start_on`` in ``counting``; raises as the others."""
        match counting:
            case Counting.CALENDAR:
                return Count(last_on=start_on + timedelta(days=days), skipped=())
            case Counting.BUSINESS:
                return self.add_business_days(start_on, days)
            case Counting.SCHOOL:
                return self.add_school_days(start_on, days)
            case _:
                assert_never(counting)

    def before(self, end_on: date, days: int, counting: Counting) -> Count:
        """The ``days``-th day of ``counting`` before ``end_on``, which is day 0.

        Raises:
            DeskError: no such day for ten years.
            OverflowError: the count leaves the calendar (year 1).
        """
        off = {Counting.BUSINESS: self.not_business, Counting.SCHOOL: self.not_school}
        return _count(end_on, days, off.get(counting, _never), step=-_ONE_DAY)

    def days_between(self, start_on: date, end_on: date, counting: Counting) -> int:
        """How many days of ``counting`` lie after ``start_on`` up to and with ``end_on``."""
        if counting is Counting.CALENDAR:
            return max((end_on - start_on).days, 0)
        off = self.not_business if counting is Counting.BUSINESS else self.not_school
        return sum(off(on) is None for on in _days_after(start_on, end_on))

    def last_office_day(self, on: date, *, not_before: date) -> date | None:
        """The last day the office is open on or before ``on``, not earlier than ``not_before``.

        ``None`` when the office is closed on all of those days.
        """
        while on >= not_before:
            if self.not_office(on) is None:
                return on
            if on == date.min:
                return None
            on -= _ONE_DAY
        return None

    def break_near(self, due_on: date, work_by: date, *, within_days: int) -> NearBreak | None:
        """The closure a date falls in, or a longer one that begins soon after its work-by date.

        One closed day that merely follows is no break.

        Args:
            due_on: the last day.
            work_by: the last office day on or before it.
            within_days: calendar days after ``work_by`` on which a closure may begin.
        """
        for closure in sorted(self.closures, key=lambda one: one.from_on):
            if closure.from_on <= due_on <= closure.until_on:
                return NearBreak(closure=closure, inside=True)
        for closure in sorted(self.closures, key=lambda one: one.from_on):
            begins = timedelta() < closure.from_on - work_by <= timedelta(days=within_days)
            if begins and closure.until_on > closure.from_on:
                return NearBreak(closure=closure, inside=False)
        return None

    def _holiday(self, on: date) -> DayOff | None:
        title = self.holidays(on.year).get(on)
        return None if title is None else DayOff(on=on, why=Why.HOLIDAY, title=title)

    def _closure(self, on: date) -> DayOff | None:
        for closure in self.closures:
            if closure.from_on <= on <= closure.until_on:
                return DayOff(on=on, why=Why.CLOSURE, title=closure.title)
        return None


def _never(_on: date) -> None:
    """A calendar day always counts."""


def _count(
    start_on: date,
    days: int,
    off: Callable[[date], DayOff | None],
    *,
    step: timedelta = _ONE_DAY,
) -> Count:
    on, left, gap = start_on, days, 0
    skipped: list[DayOff] = []
    while left > 0:
        on += step
        reason = off(on)
        if reason is None:
            left, gap = left - 1, 0
            continue
        skipped.append(reason)
        gap += 1
        if gap > _LONGEST_GAP_DAYS:
            raise DeskError(
                "calendar_closed",
                "The calendar is closed for ten years on end, so no days can be counted in it.",
                "Check the closures and the holidays of the school calendar.",
            )
    return Count(last_on=on, skipped=tuple(skipped))


def _days_after(start_on: date, end_on: date) -> Iterator[date]:
    for number in range(1, (end_on - start_on).days + 1):
        yield start_on + timedelta(days=number)
