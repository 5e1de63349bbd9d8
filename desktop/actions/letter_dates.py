"""The days a letter tells: what the law sets, what the office aims at, and what is late.

A letter never promises a day that is over, and never calls the office's own aim the law.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from desktop.actions.letter_facts import Facts
from desktop.errors import DeskError
from desktop.records.appointment import Appointment, standing_visit
from desktop.records.clock import Applies, Limit
from desktop.records.request import EventKind

_MAY_SET_A_DAY = frozenset({Applies.YES, Applies.ASK, Applies.WHEN_WRITTEN, Applies.MET})

# Access comes before these: 34 CFR 300.613(a).
_MEETINGS = frozenset({EventKind.IEP_MEETING, EventKind.HEARING, EventKind.RESOLUTION_SESSION})


def _target(facts: Facts) -> Limit | None:
    """The office's aim, where no law sets a day."""
    limit = facts.case.clocks.acting_limit
    return limit if limit is not None and limit.applies is Applies.TARGET else None


def _to_come(limit: Limit | None, facts: Facts) -> date | None:
    return limit.due_on if limit is not None and limit.due_on >= facts.today else None


def _due_on(facts: Facts) -> date | None:
    return _to_come(facts.case.clocks.driving_limit, facts)


def _aim_on(facts: Facts) -> date | None:
    return _to_come(_target(facts), facts)


def _late(facts: Facts) -> bool:
    limit = facts.case.clocks.driving_limit or _target(facts)
    return limit is not None and limit.due_on < facts.today


def _was_due_on(facts: Facts) -> date | None:
    limit = facts.case.clocks.driving_limit
    return limit.due_on if limit is not None and limit.due_on < facts.today else None


def _no_number(facts: Facts) -> bool:
    """Whether the law names no number of days; a rule the office must decide on may be one."""
    return all(one.applies not in _MAY_SET_A_DAY for one in facts.case.clocks.limits)


def _meeting_on(facts: Facts) -> date | None:
    """The next meeting or hearing that access must come before."""
    days = (
        on
        for kind, on in facts.case.request.events.items()
        if kind in _MEETINGS and on >= facts.today
    )
    return min(days, default=None)


def _visit(facts: Facts) -> Appointment | None:
    return standing_visit(facts.case.appointments)


def _set_visit(facts: Facts) -> Appointment:
    visit = _visit(facts)
    if visit is None:
        raise DeskError("no_visit", "No visit is set yet.", "Set the day and time first.")
    return visit


def _coming_visit(facts: Facts) -> Appointment | None:
    """The visit that is set and not over: the day on which something will be there."""
    visit = _visit(facts)
    return visit if visit is not None and visit.meet_on >= facts.today else None


def _ready(facts: Facts, part: str) -> object:
    visit = _coming_visit(facts)
    return getattr(visit, part) if visit is not None else None


def _extended(facts: Facts) -> Limit:
    taken = facts.case.request.extension
    limit = next((one for one in facts.case.clocks.limits if one.extended), None)
    if taken is None or limit is None:
        raise DeskError(
            "not_extended",
            "Nothing was extended, so there is no extension to tell.",
            "Federal law has none. Where a rule of your state allows one, take it first.",
        )
    return limit


def _reason(facts: Facts) -> str:
    _extended(facts)
    return facts.case.request.extension.reason if facts.case.request.extension else ""


READERS: Mapping[str, Callable[[Facts], object]] = {
    "received_on": lambda facts: facts.case.request.received_on,
    "written_on": lambda facts: facts.today,
    "due_on": _due_on,
    "aim_on": _aim_on,
    "late": _late,
    "was_due_on": _was_due_on,
    "no_number": _no_number,
    "meeting_on": _meeting_on,
    "visit_on": lambda facts: _set_visit(facts).meet_on,
    "visit_at": lambda facts: _set_visit(facts).meet_at,
    "place": lambda facts: _set_visit(facts).place,
    "ready_on": partial(_ready, part="meet_on"),
    "ready_at": partial(_ready, part="meet_at"),
    "ready_place": partial(_ready, part="place"),
    "new_on": lambda facts: _extended(facts).due_on,
    "extension_rule": lambda facts: _extended(facts).citation,
    "extension_reason": _reason,
}
