"""When the office's own file on a closed request may be destroyed, and what stands against it.

No law in our table says how long a request file is kept: the office's schedule does, or nothing is
offered. The record of disclosures is not touched; it lives as long as the student's record does
(34 CFR 99.32(a)(2)).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.records.ids import RequestId, StudentId


class Keep(StrEnum):
    """Why a closed file is kept all the same."""

    TOO_YOUNG = "too_young"
    ON_HOLD = "on_hold"
    LINKED_OPEN = "linked_open"
    NO_SCHEDULE = "no_schedule"
    NOT_TOLD = "not_told"
    TIME_TO_ANSWER = "time_to_answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class OldFile:
    """A closed request as the review list shows it.

    ``on_hold``: some record of its student must not be destroyed (34 CFR 99.10(e)).
    ``linked_open``: it is linked with a request that is still open. ``special_education``: the
    family is told first (34 CFR 300.624(a)); ``told_until`` is the day the notice gave them, None
    where none left.
    """

    id: RequestId
    number: str
    student_id: StudentId
    student: str
    right: str
    closed_on: date
    on_hold: bool = False
    linked_open: bool = False
    special_education: bool = False
    told_until: date | None = None


def last_day_to_keep(closed_on: date, years: int) -> date:
    """The day until which a file closed on ``closed_on`` is kept; 29 February becomes 1 March."""
    try:
        return closed_on.replace(year=closed_on.year + years)
    except ValueError:
        return date(closed_on.year + years, 3, 1)


def closed_by(today: date, years: int) -> date:
    """Files closed before this day are past the office's schedule."""
    try:
        return today.replace(year=today.year - years)
    except ValueError:
        return date(today.year - years, 2, 28)


def why_kept(file: OldFile, *, years: int, today: date) -> Keep | None:
    """What stands against destroying the file; None when nothing does.

    ``years`` is the office's schedule, 0 where it has none.
    """
    if years <= 0:
        return Keep.NO_SCHEDULE
    if file.on_hold:
        return Keep.ON_HOLD
    if file.linked_open:
        return Keep.LINKED_OPEN
    if last_day_to_keep(file.closed_on, years) >= today:
        return Keep.TOO_YOUNG
    return _not_told(file, today) if file.special_education else None


def _not_told(file: OldFile, today: date) -> Keep | None:
    """34 CFR 300.624(a): not before the family was told, and the time they were given is over."""
    if file.told_until is None:
        return Keep.NOT_TOLD
    return Keep.TIME_TO_ANSWER if today <= file.told_until else None
