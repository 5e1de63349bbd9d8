"""What a month or a year came to: counts about requests, each request counted once, nobody named.

"On time" means that what the law sets a day for was done by that day; closing a file later changes
nothing. Days are calendar days.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import median_low
from typing import TypeVar

from desktop.records.lateness import missed
from desktop.records.request import Channel, Right

T = TypeVar("T", bound=StrEnum)


class WhyLate(StrEnum):
    """What was still missing on the day that passed; the first that holds counts."""

    CAME_LATE = "came_late"  # it reached the office when the day was past
    PLACE = "place"  # a place had not answered
    PRINCIPAL = "principal"  # what was proposed to the principal was not decided
    FAMILY = "family"  # it waits for the family
    NOBODY = "nobody"  # nobody had it
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One request as far as figures go.

    ``met_on`` is the day on which what the law sets a day for was done; None while it is not.
    ``entered_on`` is the day it was typed. ``place_open`` and ``principal_open`` say whether a
    place, or the principal, still owed an answer on the day it was due. ``told`` is the office's
    own reason for being late, by its code; empty where nobody said.
    """

    right: Right
    channel: Channel
    received_on: date
    entered_on: date
    due_on: date
    met_on: date | None
    closed_on: date | None
    owned: bool
    waits: bool
    place_open: bool
    principal_open: bool
    told: str = ""

    def late_on(self, today: date) -> bool:
        """Whether the day was not kept, as far as it can be told on ``today``."""
        return missed(self.due_on, self.met_on, today)

    def why_late(self) -> WhyLate:
        """What was missing on the day it was due."""
        missing = {
            WhyLate.CAME_LATE: self.entered_on > self.due_on,
            WhyLate.PLACE: self.place_open,
            WhyLate.PRINCIPAL: self.principal_open,
            WhyLate.FAMILY: self.waits,
            WhyLate.NOBODY: not self.owned,
        }
        return next((why for why, holds in missing.items() if holds), WhyLate.OTHER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days a report is about, first and last; ``until`` is the last of them that is over."""

    first: date
    last: date
    until: date

    def __contains__(self, on: date | None) -> bool:
        return on is not None and self.first <= on <= self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class Age:
    """Open requests of an age: from so many days to so many; ``to`` is None for "and more"."""

    since: int
    to: int | None
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What the period came to. ``on_time`` and ``median_days`` are of those that were closed in it.

    ``late_open`` are those that were open and late at its end. ``why_late`` counts both the late
    ones that were closed and those still open, of which nobody said why: it is read from the file.
    ``told_late`` counts the others by the reason the office gave. Counts that are 0 are left out of
    the tables.
    """

    received: int
    closed: int
    on_time: int
    median_days: int | None
    open: int
    late_open: int
    by_right: Mapping[Right, int]
    by_channel: Mapping[Channel, int]
    told_late: Mapping[str, int]
    why_late: Mapping[WhyLate, int]
    by_age: Sequence[Age]
    by_month: Mapping[date, int]

    @property
    def on_time_percent(self) -> int | None:
        """How many of a hundred closed ones were on time, rounded down; None where none closed."""
        return self.on_time * 100 // self.closed if self.closed else None


def figures(lines: Iterable[Line], period: Period, *, ages: Sequence[int]) -> Figures:
    """The figures of a period.

    Args:
        lines: every request received by its end and not closed before its beginning.
        period: its days.
        ages: where one age ends and the next begins, in calendar days, ascending.
    """
    known = list(lines)
    end = period.until
    received = [one for one in known if one.received_on in period]
    closed = [one for one in known if one.closed_on in period]
    still = [one for one in known if _open(one, end)]
    late = [one for one in (*closed, *still) if one.late_on(end)]
    taken = [(one.closed_on - one.received_on).days for one in closed if one.closed_on]
    return Figures(
        received=len(received),
        closed=len(closed),
        on_time=sum(not one.late_on(end) for one in closed),
        median_days=median_low(taken) if taken else None,
        open=len(still),
        late_open=sum(one.late_on(end) for one in still),
        by_right=_counted(Right, (one.right for one in received)),
        by_channel=_counted(Channel, (one.channel for one in received)),
        told_late=dict(Counter(one.told for one in late if one.told).most_common()),
        why_late=_counted(WhyLate, (one.why_late() for one in late if not one.told)),
        by_age=_ages([(end - one.received_on).days for one in still], ages),
        by_month=dict(sorted(Counter(one.received_on.replace(day=1) for one in received).items())),
    )


def _open(one: Line, end: date) -> bool:
    return one.received_on <= end and (one.closed_on is None or one.closed_on > end)


def _counted(kinds: type[T], found: Iterable[T]) -> dict[T, int]:
    counts = Counter(found)
    return {kind: counts[kind] for kind in kinds if counts[kind]}


def _ages(days: Sequence[int], ends: Sequence[int]) -> tuple[Age, ...]:
    since = [0, *(end + 1 for end in ends)]
    to: list[int | None] = [*ends, None]
    return tuple(
        Age(since=a, to=b, count=sum(a <= day and (b is None or day <= b) for day in days))
        for a, b in zip(since, to, strict=True)
    )


def month_of(on: date, *, today: date) -> Period:
    """The month that ``on`` is in, up to ``today``."""
    first = on.replace(day=1)
    after = (first + timedelta(days=32)).replace(day=1)
    return _up_to(first, after - timedelta(days=1), today)


def year_of(first: date, last: date, *, today: date) -> Period:
    """A school year, up to ``today``."""
    return _up_to(first, last, today)


def _up_to(first: date, last: date, today: date) -> Period:
    return Period(first=first, last=last, until=max(first, min(last, today)))
