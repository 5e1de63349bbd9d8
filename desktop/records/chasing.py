"""Asking a place for records, and asking again while it is silent: whom, and how long each has.

The days are the office's own. No law says when a silent place is asked again; the legal date of the
request runs on whatever a place does (34 CFR 99.10(b)).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.records.calendar import Calendar, Counting
from desktop.records.defaults import ChaseDays
from desktop.records.ids import PersonId


class Whom(StrEnum):
    """Who is asked for the records of one place, in the order of asking."""

    KEEPER = "keeper"
    HEAD = "head"
    PRINCIPAL = "principal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One time somebody was asked for what a place keeps; ``by`` is None where nobody noted it."""

    whom: Whom
    on: date
    by: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One asking of the ladder: who is asked, and the business days they have to answer."""

    whom: Whom
    business_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent:
    """One rung on a certain day: who was asked by ``asked_by`` or before should have answered."""

    whom: Whom
    asked_by: date


def ladder(days: ChaseDays) -> tuple[Rung, ...]:
    """The askings of this office in order; one with 0 days is left out."""
    rungs = (
        Rung(whom=Whom.KEEPER, business_days=days.keeper_business_days),
        Rung(whom=Whom.HEAD, business_days=days.head_business_days),
        Rung(whom=Whom.PRINCIPAL, business_days=days.principal_business_days),
    )
    return tuple(rung for rung in rungs if rung.business_days > 0)


def next_whom(rungs: Sequence[Rung | Silent], made: int) -> Whom:
    """Whom to ask after ``made`` askings; from the top of the ladder it is the same one again."""
    return rungs[min(made, len(rungs) - 1)].whom if rungs else Whom.KEEPER


def silent_since(rungs: Sequence[Rung], calendar: Calendar, today: date) -> tuple[Silent, ...]:
    """For each rung the last day on which whoever was asked should have answered by ``today``.

    Raises:
        DeskError: ``calendar_closed``: no day can be counted in this calendar.
    """
    return tuple(
        Silent(
            whom=rung.whom,
            asked_by=calendar.before(today, rung.business_days, Counting.BUSINESS).last_on,
        )
        for rung in rungs
    )
