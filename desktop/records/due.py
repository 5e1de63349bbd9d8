"""How urgent a request is today: a state and a count of days, the same in queue, page and badge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Urgency(StrEnum):
    """The states a date can be in, from calm to late; none presses once met or closed."""

    PLENTY = "plenty"
    SOON = "soon"
    TODAY = "today"
    LAST_DAY_PAST = "last_day_past"
    LATE = "late"
    MET = "met"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueState:
    """``days`` counts calendar days: left until the work-by date, or past the legal date.

    ``LAST_DAY_PAST`` means the last office day went by and the legal date, a closed day, is still
    ahead: ``days`` are left until that.
    """

    urgency: Urgency
    days: int
    waiting: bool = False


def due_state(
    *,
    due_on: date,
    work_by: date,
    today: date,
    soon_calendar_days: int,
    waiting: bool = False,
    met: bool = False,
    closed: bool = False,
) -> DueState:
    """Where a request stands on ``today``. Waiting is an overlay and never calms the state.

    With ``met`` no day is counted: what the dates were for is done.
    """
    if closed:
        return DueState(urgency=Urgency.CLOSED, days=0)
    if met:
        return DueState(urgency=Urgency.MET, days=0, waiting=waiting)
    if today > due_on:
        return DueState(urgency=Urgency.LATE, days=(today - due_on).days, waiting=waiting)
    if today in {work_by, due_on}:
        return DueState(urgency=Urgency.TODAY, days=0, waiting=waiting)
    if today > work_by:
        days = (due_on - today).days
        return DueState(urgency=Urgency.LAST_DAY_PAST, days=days, waiting=waiting)
    days = (work_by - today).days
    urgency = Urgency.SOON if days <= soon_calendar_days else Urgency.PLENTY
    return DueState(urgency=urgency, days=days, waiting=waiting)
