"""What an office looks at each day, in order: the principal's questions, the registrar's tasks.

Which request stands where is read by the store; this module says what the parts are, for whom, and
how far each of them looks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from desktop.records.calendar import MONDAY_TO_FRIDAY, Calendar, Closure, Counting
from desktop.records.chasing import Silent, ladder, silent_since
from desktop.records.defaults import Defaults
from desktop.records.ids import LetterId, PersonId, RequestId, SourceId
from desktop.records.law import Law
from desktop.records.person import Role
from desktop.records.request import Right

COPIES_STEP = "copies"
"""The step of preparing copies, as the rights name it."""
_ONE_DAY = timedelta(days=1)
_SAME_VISIT = timedelta(hours=12)  # what is done while the family is still there is the intake


class Section(StrEnum):
    """One question of the day, and the list that answers it."""

    LATE = "late"
    SOON = "soon"
    BREAK = "break"
    DECIDE = "decide"
    RISKY = "risky"
    UNTOUCHED = "untouched"
    LOADS = "loads"
    LETTERS = "letters"
    VISITS = "visits"
    CHASE = "chase"
    COPIES = "copies"
    REPLIES = "replies"


class Risk(StrEnum):
    """Why a request deserves a second look."""

    PAPER = "paper"
    LAWYER = "lawyer"
    AGAIN = "again"
    TURNS_18 = "turns_18"


_ANSWERS_FOR_DATES = (
    Section.LATE,
    Section.SOON,
    Section.BREAK,
    Section.DECIDE,
    Section.RISKY,
    Section.UNTOUCHED,
    Section.LOADS,
)
_WORKS_THROUGH = (
    Section.LETTERS,
    Section.VISITS,
    Section.CHASE,
    Section.COPIES,
    Section.REPLIES,
)


_FOR_ANYBODY = (Section.LATE, Section.SOON, Section.UNTOUCHED)


def sections_for(role: Role) -> tuple[Section, ...]:
    """The parts of the day of somebody in this role, in the order of work."""
    answers = role in {Role.PRINCIPAL, Role.ADMINISTRATOR}
    return _ANSWERS_FOR_DATES if answers else _WORKS_THROUGH


def sections_read(role: Role) -> tuple[Section, ...]:
    """What is read for them: their parts, and what anybody may ask to see."""
    parts = sections_for(role)
    return (*parts, *(one for one in _FOR_ANYBODY if one not in parts))


def deciding_steps(law: Law) -> frozenset[tuple[Right, str]]:
    """The steps that only the principal does, with their right."""
    rights = law.rights.by_id.values()
    return frozenset(
        (right.id, step.id) for right in rights for step in right.step if step.approval
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Horizon:
    """How far the day looks, all of it dates worked out in the office's calendar.

    Attributes:
        today: the day itself.
        soon_on: last day that counts as falling due soon.
        closed: the next break with the days off around it; None where none is entered.
        untouched_on: what came in on this day or before and was never gone on with is untouched.
        silent: for each asking of the ladder the day by which who was asked should have answered.
        again_since: requests received from this day on are counted against the number of times.
        again: from the how-manieth request of one person about one student a second look is due.
    """

    today: date
    soon_on: date
    closed: Closure | None
    untouched_on: date
    silent: tuple[Silent, ...]
    again_since: date
    again: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line: its request and what its list says of it.

    ``codes`` are those of the list: risks, whom the office waits for or asks, the
    letter's template. ``words`` are the office's own: what was asked, a place, who is to answer.
    ``on`` and ``at`` are when; ``step`` is the step to decide and ``letter`` the letter to print.
    ``source`` is the place to ask again, which was asked ``asked`` times.
    """

    request: RequestId
    codes: tuple[str, ...] = ()
    words: str = ""
    on: date | None = None
    at: str = ""
    step: str = ""
    letter: LetterId | None = None
    source: SourceId | None = None
    asked: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """How many open requests one person has, and how many of them are late; None is nobody."""

    person: PersonId | None
    name: str
    open: int
    late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The lists of the day, the first lines of each, the counts of all, and who has how much.

    ``days`` is how far each list looks.
    """

    days: Horizon
    items: Mapping[Section, tuple[Item, ...]]
    counts: Mapping[Section, int]
    loads: tuple[Load, ...]


def horizon(calendar: Calendar, defaults: Defaults, today: date) -> Horizon:
    """How far the day of ``today`` looks.

    Raises:
        DeskError: ``calendar_closed``: no day can be counted in this calendar.
    """
    days = defaults.agenda
    return Horizon(
        today=today,
        soon_on=calendar.add_school_days(today, days.soon_school_days).last_on,
        closed=next_break(calendar, today),
        untouched_on=calendar.before(today, days.untouched_school_days, Counting.SCHOOL).last_on,
        silent=silent_since(ladder(defaults.chase), calendar, today),
        again_since=today - timedelta(days=days.again_calendar_days),
        again=days.again_requests,
    )


def next_break(calendar: Calendar, today: date) -> Closure | None:
    """The next run of days off around a closure, or the one that is on; no run before today.

    One weekday off is no break: nobody has to plan for it.
    """
    for closure in sorted(calendar.closures, key=lambda one: one.from_on):
        run = _run_around(calendar, closure)
        if run.until_on >= today and _weekdays(run) > 1:
            return run
    return None


def _run_around(calendar: Calendar, closure: Closure) -> Closure:
    """The closure with the weekends, holidays and closures that join it."""
    begins, ends = closure.from_on, closure.until_on
    while begins > date.min and calendar.not_school(begins - _ONE_DAY):
        begins -= _ONE_DAY
    while ends < date.max and calendar.not_school(ends + _ONE_DAY):
        ends += _ONE_DAY
    return Closure(from_on=begins, until_on=ends, title=closure.title)


def _weekdays(run: Closure) -> int:
    days = (run.until_on - run.from_on).days + 1
    on = (run.from_on + timedelta(days=place) for place in range(days))
    return sum(day.isoweekday() in MONDAY_TO_FRIDAY for day in on)


def never_gone_on_with(entered_at: datetime, touched_at: datetime) -> bool:
    """Whether the newest entry about a request still belongs to the visit it was logged in."""
    return touched_at - entered_at <= _SAME_VISIT
