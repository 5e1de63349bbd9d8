"""When the computer's desktop may be told that something waits: seldom, once for each thing.

What is told is a number. Which request, whose or what right never leaves the program's window.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, datetime

from desktop.records.defaults import NoticeLimits


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one person was told on this computer.

    ``things`` are names without meaning of what was told of, ``times`` how often on the day ``on``.
    """

    on: date | None = None
    times: int = 0
    things: frozenset[str] = frozenset()


NOTHING_TOLD = Told()


def to_tell(
    told: Told, waiting: Set[str], *, at: datetime, limits: NoticeLimits, office_open: bool
) -> frozenset[str]:
    """What is new of ``waiting`` and may be told now; empty where there is nothing, or no right to.

    ``at`` is a moment of the office's own clock; ``office_open`` whether its day is an office day.
    """
    spent = told.times if told.on == at.date() else 0
    within = limits.notices_from_hour <= at.hour < limits.notices_until_hour
    if not office_open or not within or spent >= limits.notices_a_day:
        return frozenset()
    return frozenset(waiting) - told.things


def after_telling(told: Told, news: Set[str], *, on: date) -> Told:
    """What has been told once ``news`` were, on the day ``on``."""
    spent = told.times if told.on == on else 0
    return Told(on=on, times=spent + 1, things=told.things | news)


def seen(told: Told, waiting: Set[str], *, on: date) -> Told:
    """What somebody has in front of them needs no notice.

    On a new day what no longer waits is forgotten: if it ever waits again, that is a new matter.
    """
    before = told.things if told.on == on else told.things & waiting
    times = told.times if told.on == on else 0
    return Told(on=on, times=times, things=before | waiting)
