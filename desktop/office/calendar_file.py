"""Read a school calendar from a file: TOML in our own few keys, or an ``.ics`` of closures.

In an ``.ics`` every all-day event is a day or a run of days on which the school is closed, so it
should be the calendar of closures. An event with hours is only an event, even when it fills the
day; a cancelled one is nothing.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFile:
    """What the file says. ``place``, whose holidays to keep, is ``None`` when it is silent."""

    place: str | None = None
    extra_holidays: tuple[date, ...] = ()
    closures: tuple[Closure, ...] = ()


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
    try:
        too_large = file.stat().st_size > _LARGEST_BYTES
    except FileNotFoundError as fault:
        raise _faulty(file, "it is not there") from fault
    except OSError as fault:
        raise _faulty(file, "it cannot be read") from fault
    if too_large:
        raise _faulty(file, "it is larger than 8 MB")
    match file.suffix.lower():
        case ".toml":
            return _from_toml(file)
        case ".ics":
            return CalendarFile(closures=tuple(_from_ics(file, around)))
        case _:
            raise _faulty(file, "its name ends neither in .toml nor in .ics")


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


def _from_ics(file: Path, around: date) -> list[Closure]:
    try:
        events = _events(file.read_bytes())
        moved = {_instance(event) for event in events if _RECURRENCE in event}
    except (OSError, ValueError) as fault:  # icalendar's own faults are all ValueErrors
        raise _faulty(file, "it is not a calendar that can be read") from fault
    closures: list[Closure] = []
    for number, event in enumerate(events, start=1):
        try:
            closures.extend(_closures(event, around, moved))
        # TypeError: icalendar leaves some damaged values undecoded.
        except (ValueError, OverflowError, TypeError) as fault:
            raise _faulty(file, f"event {number} has no usable date") from fault
    return sorted(closures, key=_first)


def _events(content: bytes) -> list[Any]:
    from icalendar import Calendar as Parsed  # noqa: PLC0415  # slow, and rarely needed

    calendars = list(Parsed.from_ical(content, multiple=True))
    if not calendars:
        raise ValueError("no calendar")
    return [event for part in calendars for event in part.walk("VEVENT")]


def _instance(event: Any) -> tuple[str, date]:
    """Which occurrence of which repeating event this one replaces."""
    return str(event.get("UID", "")), _as_date(event.decoded(_RECURRENCE))


def _closures(event: Any, around: date, moved: set[tuple[str, date]]) -> Iterator[Closure]:
    start = event.start
    if isinstance(start, datetime) or str(event.get("STATUS", "")).upper() == "CANCELLED":
        return
    last = max(event.end - _ONE_DAY, start)  # DTEND is the day after the last
    if event.end < start:
        raise ValueError("it ends before it begins")
    uid, title = str(event.get("UID", "")), _title(event)
    for from_on in _occurrences(event, start, around):
        if (uid, from_on) not in moved or _RECURRENCE in event:
            yield Closure(from_on=from_on, until_on=from_on + (last - start), title=title)


def _occurrences(event: Any, start: date, around: date) -> list[date]:
    left_out = {_as_date(on) for on in event.exdates}
    found = {start, *(_as_date(on) for on, _ in event.rdates)}
    for rule in event.rrules:
        found.update(_repeated(rule, start, around))
    return sorted(found - left_out)


def _repeated(rule: Any, start: date, around: date) -> Iterator[date]:
    from dateutil.rrule import rrulestr  # type: ignore[import-untyped] # noqa: PLC0415

    parts = dict(rule)
    if parts.get("FREQ", [""])[0] not in _REPEATS or min(parts.get("INTERVAL", [1])) < 1:
        raise ValueError("a whole day cannot repeat like that")
    # Many programs end a rule of whole days with a moment in UTC, which dateutil would refuse.
    parts["UNTIL"] = [_as_date(on) for on in parts.get("UNTIL", [])]
    text = type(rule)({key: value for key, value in parts.items() if value}).to_ical().decode()
    repeats = rrulestr(text, dtstart=datetime.combine(start, time.min))
    first = datetime(max(around.year - _YEARS_AROUND, 1), 1, 1)  # noqa: DTZ001
    last = datetime(min(around.year + _YEARS_AROUND, date.max.year), 12, 31)  # noqa: DTZ001
    for moment in repeats.between(first, last, inc=True):
        yield moment.date()


def _as_date(on: date | datetime) -> date:
    return on.date() if isinstance(on, datetime) else on


def _title(event: Any) -> str:
    words = re.sub(r"[\x00-\x1f\x7f-\x9f\s]+", " ", str(event.get("SUMMARY", ""))).strip()
    return words[:_LONGEST_TITLE] or CLOSED
