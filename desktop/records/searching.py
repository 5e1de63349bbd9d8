"""When the places searched for a request must have answered, and which of them are late."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.records.calendar import Calendar, Counting
from desktop.records.case import Source, SourceState

ANSWERED = frozenset({SourceState.FOUND, SourceState.NONE})


def answers_by(work_by: date, received_on: date, *, days_before: int, calendar: Calendar) -> date:
    """The day the places must have answered: so many business days before ``work_by``.

    Never before the day of receipt: a request that came late is chased at once.
    """
    if work_by <= received_on:
        return received_on
    count = calendar.before(work_by, days_before, Counting.BUSINESS)
    return max(count.last_on, received_on)


def late(sources: Sequence[Source], *, by: date, today: date) -> tuple[Source, ...]:
    """The places that should have answered by now and did not, in their order."""
    if today <= by:
        return ()
    return tuple(source for source in sources if source.state not in ANSWERED)
