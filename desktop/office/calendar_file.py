"""Read a school calendar from a file: TOML in our own few keys, or an ``.ics`` of closures.

For the calculator every all-day event of an ``.ics`` is a day or a run of days on which the school
is closed, so it should be the calendar of closures. An event with hours is only an event, even when
it fills the day; a cancelled one is nothing. A district's whole feed is read with ``read_feed``,
which leaves it to a person what closes the school.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import msgspec

from desktop.errors import DeskError, ResourceError
from desktop.office.holidays import public_holidays
from desktop.records.calendar import Closure
from desktop.records.toml_file import read_toml

CLOSED = "closed"
_RECURRENCE = "RECURRENCE-ID"
_LARGEST_BYTES = 8 * 1024 * 1024
_LONGEST_TITLE = 120
_YEARS_AROUND = 3
_REPEATS = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_ONE_DAY = timedelta(days=1)
# TypeError: icalendar leaves some damaged values undecoded.
_NO_SENSE = (ValueError, OverflowError, TypeError)

_Instance = tuple[str, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFile:
    """What the file says. ``place``, whose holidays to keep, is ``None`` when it is silent."""

    place: str | None = None
    extra_holidays: tuple[date, ...] = ()
    closures: tuple[Closure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One event of a feed, in the office's days, both included.

    ``whole_days``: it has no hours, or goes from midnight to midnight as some programs write that.
    """

    from_on: date
    until_on: date
    title: str
    whole_days: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a district's ``.ics`` holds, earliest first, and how many events could not be read."""

    happenings: tuple[Happening, ...]
    unreadable: int = 0


class _Keys(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of a TOML calendar."""

    holidays: str | None = None
    extra_holidays: tuple[date, ...] = ()
    closures: tuple[tuple[date, date], ...] = ()


def read_calendar(file: Path, *, around: date) -> CalendarFile:
    """Read ``file``, by its ending ``.toml`` or ``.ics``.

    Args:
        file: the calendar.
        around: repeating events are written out for three years before and after this day.

    Raises:
        DeskError: the file is missing, of another kind, damaged, or says something impossible.
    """
    _check_size(file)
    match file.suffix.lower():
        case ".toml":
            return _from_toml(file)
        case ".ics":
            return CalendarFile(closures=tuple(_from_ics(file, around)))
        case _:
            raise _faulty(file, "its name ends neither in .toml nor in .ics")


def read_feed(file: Path, *, first: date, last: date) -> Feed:
    """Read every event of an ``.ics`` that touches the days ``first`` to ``last``.

    Cancelled events are left out, repeating ones written out, moved ones told once. An event that
    makes no sense is counted and the others still come.

    Raises:
        DeskError: the file is missing, no ``.ics``, too large or no calendar.
    """
    _check_size(file)
    if file.suffix.lower() != ".ics":
        raise _faulty(file, "its name does not end in .ics")
    events, moved = _parsed(file)
    found: set[Happening] = set()
    unreadable = 0
    for event in events:
        try:
            found.update(_happenings(event, first, last, moved))
        except _NO_SENSE:
            unreadable += 1
    ordered = sorted(found, key=lambda one: (one.from_on, one.until_on, one.title))
    return Feed(happenings=tuple(ordered), unreadable=unreadable)


def _check_size(file: Path) -> None:
    try:
        too_large = file.stat().st_size > _LARGEST_BYTES
    except FileNotFoundError as fault:
        raise _faulty(file, "it is not there") from fault
    except OSError as fault:
        raise _faulty(file, "it cannot be read") from fault
    if too_large:
        raise _faulty(file, "it is larger than 8 MB")


def _faulty(file: Path, why: str) -> DeskError:
    return DeskError(
        "calendar_file",
        f"The calendar file {file.name} cannot be used: {why}.",
        "Correct the file or choose another one.",
    )


def _first(closure: Closure) -> tuple[date, date, str]:
    return (closure.from_on, closure.until_on, closure.title)


def _from_toml(file: Path) -> CalendarFile:
    try:
        keys = read_toml(file, _Keys)
    except ResourceError as fault:
        raise _faulty(file, _place_and_why(fault)) from fault
    for from_on, until_on in keys.closures:
        if from_on > until_on:
            raise _faulty(file, f"a closure begins on {from_on} and ends before, on {until_on}")
    if keys.holidays is not None:
        public_holidays(keys.holidays)(date.max.year)  # refuses a place the package does not know
    return CalendarFile(
        place=keys.holidays,
        extra_holidays=keys.extra_holidays,
        closures=tuple(
            Closure(from_on=from_on, until_on=until_on, title=CLOSED)
            for from_on, until_on in keys.closures
        ),
    )


def _place_and_why(fault: ResourceError) -> str:
    line = f"line {fault.line}" if fault.line else ""
    place = ", ".join(part for part in (line, fault.key) if part)
    return f"{place}: {fault.why}" if place else fault.why


def _parsed(file: Path) -> tuple[list[Any], set[_Instance]]:
    """The events of the file, and which occurrences others of them replace."""
    try:
        events = _events(file.read_bytes())
        return events, {_instance(event) for event in events if _RECURRENCE in event}
    except (OSError, ValueError) as fault:  # icalendar's own faults are all ValueErrors
        raise _faulty(file, "it is not a calendar that can be read") from fault


def _from_ics(file: Path, around: date) -> list[Closure]:
    events, moved = _parsed(file)
    closures: list[Closure] = []
    for number, event in enumerate(events, start=1):
        try:
            closures.extend(_closures(event, around, moved))
        except _NO_SENSE as fault:
            raise _faulty(file, f"event {number} has no usable date") from fault
    return sorted(closures, key=_first)


def _events(content: bytes) -> list[Any]:
    from icalendar import Calendar as Parsed  # noqa: PLC0415  # slow, and rarely needed

    calendars = list(Parsed.from_ical(content, multiple=True))
    if not calendars:
        raise ValueError("no calendar")
    return [event for part in calendars for event in part.walk("VEVENT")]


def _instance(event: Any) -> _Instance:
    """Which occurrence of which repeating event this one replaces."""
    return str(event.get("UID", "")), _as_date(event.decoded(_RECURRENCE))


def _closures(event: Any, around: date, moved: set[_Instance]) -> Iterator[Closure]:
    start = event.start
    if isinstance(start, datetime) or _is_cancelled(event):
        return
    last = max(event.end - _ONE_DAY, start)  # DTEND is the day after the last
    if event.end < start:
        raise ValueError("it ends before it begins")
    uid, title = str(event.get("UID", "")), _title(event)
    first, last_of_all = _years_around(around)
    for from_on in _occurrences(event, start, first, last_of_all):
        if (uid, from_on) not in moved or _RECURRENCE in event:
            yield Closure(from_on=from_on, until_on=from_on + (last - start), title=title)


def _is_cancelled(event: Any) -> bool:
    return str(event.get("STATUS", "")).upper() == "CANCELLED"


def _happenings(event: Any, first: date, last: date, moved: set[_Instance]) -> Iterator[Happening]:
    if _is_cancelled(event):
        return
    from_on, until_on, whole_days = _days_of(event)
    length, uid, title = until_on - from_on, str(event.get("UID", "")), _title(event)
    for on in _occurrences(event, from_on, first - length, last):
        replaced = (uid, on) in moved and _RECURRENCE not in event
        if not replaced and on <= last and on + length >= first:
            yield Happening(from_on=on, until_on=on + length, title=title, whole_days=whole_days)


def _days_of(event: Any) -> tuple[date, date, bool]:
    """First and last day of an event, and whether it has whole days.

    Raises:
        ValueError: it ends before it begins.
    """
    start, end = event.start, event.end
    if isinstance(start, datetime) and isinstance(end, datetime):
        start, end, whole_days = _of_hours(start, end)
    else:
        start, end, whole_days = _as_date(start), _as_date(end), True
    if end < start:
        raise ValueError("it ends before it begins")
    # The end of whole days is the day after the last of them.
    return start, max(end - _ONE_DAY, start) if whole_days else end, whole_days


def _of_hours(start: datetime, end: datetime) -> tuple[date, date, bool]:
    """The days of an event with hours: from midnight to midnight, there or here, are whole days."""
    if end < start:
        raise ValueError("it ends before it begins")
    for begins, ends in ((start, end), (_here(start), _here(end))):
        if begins.time() == ends.time() == time.min and ends > begins:
            return begins.date(), ends.date(), True
    begins, ends = _here(start), _here(end)
    ended_at_midnight = ends.time() == time.min and ends.date() > begins.date()
    return begins.date(), ends.date() - (_ONE_DAY if ended_at_midnight else timedelta()), False


def _here(at: datetime) -> datetime:
    """A moment in the office's own time; one without a zone is meant so already."""
    return at.astimezone() if at.tzinfo else at


def _years_around(around: date) -> tuple[date, date]:
    first, last = max(around.year - _YEARS_AROUND, 1), min(around.year + _YEARS_AROUND, 9999)
    return date(first, 1, 1), date(last, 12, 31)


def _occurrences(event: Any, start: date, first: date, last: date) -> list[date]:
    left_out = {_as_date(on) for on in event.exdates}
    found = {start, *(_as_date(on) for on, _ in event.rdates)}
    for rule in event.rrules:
        found.update(_repeated(rule, start, first, last))
    return sorted(found - left_out)


def _repeated(rule: Any, start: date, first: date, last: date) -> Iterator[date]:
    from dateutil.rrule import rrulestr  # type: ignore[import-untyped] # noqa: PLC0415

    parts = dict(rule)
    if parts.get("FREQ", [""])[0] not in _REPEATS or min(parts.get("INTERVAL", [1])) < 1:
        raise ValueError("a whole day cannot repeat like that")
    # Many programs end a rule of whole days with a moment in UTC, which dateutil would refuse.
    parts["UNTIL"] = [_as_date(on) for on in parts.get("UNTIL", [])]
    text = type(rule)({key: value for key, value in parts.items() if value}).to_ical().decode()
    repeats = rrulestr(text, dtstart=datetime.combine(start, time.min))
    between = (datetime.combine(on, time.min) for on in (first, last))
    for moment in repeats.between(*between, inc=True):
        yield moment.date()


def _as_date(on: date | datetime) -> date:
    return on.date() if isinstance(on, datetime) else on


def _title(event: Any) -> str:
    words = re.sub(r"[\x00-\x1f\x7f-\x9f\s]+", " ", str(event.get("SUMMARY", ""))).strip()
    return words[:_LONGEST_TITLE] or CLOSED
