"""``records-desk due``: every limit on a request, the one that drives, and the working-out.

A calculator: it opens no records file and takes any date of receipt, past or future.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any

from desktop.errors import DeskError
from desktop.office.calendar_file import CLOSED, CalendarFile, read_calendar
from desktop.office.holidays import place_of, public_holidays
from desktop.paths import resources
from desktop.records.calendar import Calendar
from desktop.records.clock import OFFICE, Asked, Clocks, Limit, clocks
from desktop.records.logged import Extension
from desktop.records.request import EventKind, Right
from desktop.records.rules import FEDERAL, RuleBooks, load_rule_books
from desktop.wording.limits import limit_facts, shown_limits
from desktop.wording.sentences import Wording, load_wording

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[Any]  # noqa: SLF001  # argparse gives it no public name

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EARLIEST_YEAR = 1900
_LONGEST_DAYS = 3660
_WIDTH = 96


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A meeting or hearing as given: ``iep_meeting=2027-02-10``."""

    kind: EventKind
    on: date


def add_to(commands: Commands) -> None:
    """Name the command's arguments and the function that runs it."""
    parser = commands.add_parser(
        "due",
        help="work out the dates of a request",
        description="Every limit that applies to a request, the one that drives, and why.",
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("--right", type=_right, required=True, metavar="RIGHT", help=", ".join(Right))
    add("--received", type=_day, required=True, metavar="DATE", help="day 0, as 2026-09-09")
    add("--requested", type=_day, metavar="DATE", help="the date on the request itself")
    add("--state", type=_state_code, metavar="XX", help="two letters; without: federal law")
    add("--special-education", action="store_true", help="the student is under IDEA")
    add("--oral", action="store_true", help="the request was spoken, not written")
    add("--event", type=_event, action="append", default=[], metavar="KIND=DATE", help=_KINDS)
    add("--calendar", type=Path, metavar="FILE", help="school closures: .ics or .toml")
    add("--extend", type=_days, metavar="N", help="days added, or the total the rule speaks of")
    add("--reason", metavar="TEXT", help="why it is extended")
    add("--promise", type=_days, default=0, metavar="N", help="the office's own promise in days")
    add("--json", action="store_true", help="machine-readable")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Work the dates out and print them.

    Raises:
        DeskError: the facts contradict each other, or a file cannot be used.
    """
    found = clocks(
        _asked(arguments),
        books=_books(arguments.state),
        calendar=_calendar(arguments),
        promise_calendar_days=arguments.promise,
    )
    wording = load_wording()
    for fault in wording.faults:
        raise fault
    if arguments.json:
        print(json.dumps(_as_json(found, wording), indent=2))
        for note in found.notes:
            print(wording.say(note), file=sys.stderr)
    else:
        print("\n".join(_as_text(found, wording)))
    return 0


def _books(state: str | None) -> RuleBooks:
    """Federal law and the state; a damaged book is refused, for its dates might be missing."""
    books = load_rule_books(resources("rules"), states=[state] if state else [])
    for one in (FEDERAL, state or FEDERAL):
        books.book(one)
    return books


def _asked(arguments: argparse.Namespace) -> Asked:
    return Asked(
        right=arguments.right,
        copies=arguments.right is Right.COPIES,
        received_on=arguments.received,
        requested_on=arguments.requested,
        in_writing=not arguments.oral,
        special_education=arguments.special_education,
        state=arguments.state or "",
        events=_events(arguments.event),
        extension=_extension(arguments.extend, arguments.reason),
    )


def _events(given: list[Event]) -> dict[EventKind, date]:
    events = {event.kind: event.on for event in given}
    if len(events) < len(given):
        raise DeskError(
            "event_twice", "The same kind of event is given twice.", "Give each kind once."
        )
    return events


def _extension(days: int | None, reason: str | None) -> Extension | None:
    if days is None and reason is None:
        return None
    if days is None or not reason or not reason.strip():
        raise DeskError(
            "extension_reason",
            "An extension needs both its days and its reason.",
            "Give --extend and --reason together.",
        )
    return Extension(days=days, reason=reason)


def _calendar(arguments: argparse.Namespace) -> Calendar:
    file = CalendarFile()
    if arguments.calendar is not None:
        file = read_calendar(arguments.calendar, around=arguments.received)
    holidays = public_holidays(
        file.place or place_of(arguments.state or ""),
        extra=[(on, on, CLOSED) for on in file.extra_holidays],
    )
    return Calendar(holidays=holidays, closures=file.closures)


def _as_json(found: Clocks, wording: Wording) -> dict[str, Any]:
    return {
        "driving": found.driving,
        "limits": [limit_facts(limit, wording) for limit in shown_limits(found)],
    }


def _as_text(found: Clocks, wording: Wording) -> Iterator[str]:
    limit = found.acting_limit
    if limit is None:
        yield wording.text("due.no_date")
    else:
        yield wording.text("due.due", on=limit.due_on)
        yield wording.text("due.work_by", on=limit.work_by)
        because = "because" if found.driving else "aim"
        yield wording.text(f"due.{because}", rule=limit.rule, citation=limit.citation)
    for note in found.notes:
        yield fill(wording.say(note), _WIDTH)
    for one in shown_limits(found):
        yield ""
        yield from _limit_as_text(one, wording, drives=one.rule == found.driving)


def _limit_as_text(limit: Limit, wording: Wording, *, drives: bool) -> Iterator[str]:
    state = "drives" if drives else "promise" if limit.rule == OFFICE else limit.applies.value
    yield wording.text("due.limit", rule=limit.rule, on=limit.due_on)
    yield f"  {limit.title or wording.text('clock.promise.title')}"
    yield f"  {wording.text(f'due.state.{state}')}"
    for sentence in limit.working:
        yield fill(
            wording.say(sentence),
            _WIDTH,
            initial_indent="  - ",
            subsequent_indent="    ",
            break_long_words=False,
            break_on_hyphens=False,
        )


_KINDS = " or ".join(EventKind) + ", each once"


def _day(text: str) -> date:
    try:
        if _DAY.fullmatch(text):
            return _not_too_long_ago(date.fromisoformat(text))
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text[:40]!r} is no date such as 2026-09-09")


def _not_too_long_ago(on: date) -> date:
    if on.year < _EARLIEST_YEAR:
        raise argparse.ArgumentTypeError(f"{on} is before the year {_EARLIEST_YEAR}")
    return on


def _right(text: str) -> Right:
    try:
        return Right(text)
    except ValueError as fault:
        rights = ", ".join(Right)
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is none of {rights}") from fault


def _state_code(text: str) -> str:
    state = text.upper()
    if not re.fullmatch(r"[A-Z]{2}", state) or state == FEDERAL:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is no state's two letters, such as CA")
    return state


def _event(text: str) -> Event:
    kind, _, day = text.partition("=")
    if kind not in set(EventKind):
        kinds = ", ".join(EventKind)
        raise argparse.ArgumentTypeError(f"{kind[:40]!r} is none of {kinds}")
    if not day:
        raise argparse.ArgumentTypeError(f"{kind} needs its date, as {kind}=2027-02-10")
    return Event(kind=EventKind(kind), on=_day(day))


def _days(text: str) -> int:
    if re.fullmatch(r"[0-9]{1,4}", text) and 1 <= int(text) <= _LONGEST_DAYS:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text[:40]!r} is no number of days from 1 to 3660")
