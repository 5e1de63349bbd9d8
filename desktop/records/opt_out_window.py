"""The time a school gives in its yearly notice to say no to directory information.

34 CFR 99.37(a)(3): the notice names the period. Its length is the school's, so it is data that the
office sets. To take a late no all the same is the school's choice. Only directory information has
such a time: a no to recruiters (20 USC 7908(a)(2)) or to surveys may come on any day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desktop.records.school_year import school_year

LONGEST_DAYS = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class OptOutWindow:
    """The time of one school year: from the notice, so many calendar days.

    The day of the notice is day 0. ``takes_late`` is the office's policy for a no that comes later.
    """

    noticed_on: date
    calendar_days: int
    takes_late: bool = True

    @property
    def year(self) -> int:
        """The year in which its school year begins."""
        return school_year(self.noticed_on)[0].year

    @property
    def ends_on(self) -> date:
        """The last day on which a no is in time."""
        return self.noticed_on + timedelta(days=self.calendar_days)


class Timing(StrEnum):
    """When a no came, and what the office's policy makes of it."""

    NOT_SET = "not_set"
    IN_TIME = "in_time"
    LATE_TAKEN = "late_taken"
    LATE_DECLINED = "late_declined"


def window_of(windows: Iterable[OptOutWindow], on: date) -> OptOutWindow | None:
    """The time of the school year that ``on`` is in; None where the office has set none."""
    year = school_year(on)[0].year
    return next((one for one in windows if one.year == year), None)


def timing(window: OptOutWindow | None, received_on: date) -> Timing:
    """Whether a no came in time; one from before the notice did."""
    if window is None:
        return Timing.NOT_SET
    if received_on <= window.ends_on:
        return Timing.IN_TIME
    return Timing.LATE_TAKEN if window.takes_late else Timing.LATE_DECLINED
