"""A visit to look at records: who comes along, who sits in, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from desktop.records.ids import AppointmentId

STEP = "appointment"
"""The step of setting a visit, as the rights name it."""
MOST_COMPANIONS = 99


class Companion(StrEnum):
    """Who comes along with the family.

    A ``REPRESENTATIVE`` may look in the parent's place in special education (34 CFR
    300.613(b)(3)); nobody else has a right of their own to see the records.
    """

    REPRESENTATIVE = "representative"
    ADVOCATE = "advocate"
    INTERPRETER = "interpreter"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """Who comes along: how many, as what, and in words, a name for instance."""

    count: int = 0
    kinds: tuple[Companion, ...] = ()
    words: str = ""

    @property
    def sees_records(self) -> bool:
        """Whether somebody comes who would see what is shown; an interpreter only speaks."""
        return self.count > 0 and self.kinds != (Companion.INTERPRETER,)


class AppointmentState(StrEnum):
    """What became of a visit. ``CANCELLED``: called off, the records are given another way."""

    SET = "set"
    SAW_ALL = "saw_all"
    SAW_PART = "saw_part"
    NOT_COME = "not_come"
    MOVED_BY_FAMILY = "moved_by_family"
    MOVED_BY_SCHOOL = "moved_by_school"
    CANCELLED = "cancelled"

    @property
    def needs_another(self) -> bool:
        """Whether the office owes another day: only seeing all of it is access."""
        return self in _UNSEEN


HAPPENED = (AppointmentState.SAW_ALL, AppointmentState.SAW_PART, AppointmentState.NOT_COME)
"""What can only be said once the day has come."""
MOVED = (AppointmentState.MOVED_BY_FAMILY, AppointmentState.MOVED_BY_SCHOOL)
"""Who moved it: an office that keeps its offers can show that it made them in time."""
_UNSEEN = frozenset({AppointmentState.SAW_PART, AppointmentState.NOT_COME, *MOVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A visit to look at records: day, hour, room, and who of the school sits in.

    ``remains`` is what was not seen yet, where only part was.
    """

    id: AppointmentId
    meet_on: date
    meet_at: time
    place: str
    sits_in: str = ""
    interpreter: bool = False
    company: Company = Company()
    state: AppointmentState = AppointmentState.SET
    remains: str = ""


def standing_visit(visits: Sequence[Appointment]) -> Appointment | None:
    """The visit that is set; None without one."""
    return next((one for one in visits if one.state is AppointmentState.SET), None)


def last_visit(visits: Sequence[Appointment]) -> Appointment | None:
    """The last visit that is over or was moved, by its day; None without one."""
    over = [one for one in visits if one.state.needs_another]
    return max(over, key=lambda one: (one.meet_on, one.meet_at, one.id), default=None)
