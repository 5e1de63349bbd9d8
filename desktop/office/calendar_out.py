"""An ``.ics`` of the office's own dates, for a calendar outside the program: no family in it.

Whatever stands in it reaches telephones and shared calendars, so an entry has the number of its
request and never a name, and the place of a visit only where no name of theirs is in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

_PRODUCT = "-//Records Desk//Calendar//EN"
_VISIT_HOURS = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One entry: ``uid`` stays the same from one export to the next, so that it is not doubled.

    ``at`` is the hour in the office's own time; None for a whole day.
    """

    uid: str
    on: date
    title: str
    at: time | None = None
    place: str = ""


def as_ics(entries: Iterable[Outgoing], *, made_at: datetime) -> bytes:
    """The entries as a calendar file; the same entries and moment give the same bytes."""
    from icalendar import Calendar, Event  # noqa: PLC0415  # slow, and rarely needed

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    for one in entries:
        event = Event()
        event.add("uid", one.uid)
        event.add("dtstamp", made_at)
        event.add("summary", one.title)
        if one.place:
            event.add("location", one.place)
        begins, ends = _moments(one)
        event.add("dtstart", begins)
        event.add("dtend", ends)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _moments(one: Outgoing) -> tuple[date, date]:
    """Begin and end: an hour in the office's time, written in UTC; or the day and the next."""
    if one.at is None:
        return one.on, one.on + timedelta(days=1)
    begins = datetime.combine(one.on, one.at).astimezone(UTC)
    return begins, begins + _VISIT_HOURS
