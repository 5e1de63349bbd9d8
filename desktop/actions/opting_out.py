"""Opt-outs: noted by a step or from the school's own form, rescinded, taken back; their window.

34 CFR 99.37; 20 USC 7908; 20 USC 1232h(c)(2).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from desktop.actions.changes import Changes, Kind
from desktop.actions.ending import check_end
from desktop.actions.told import Told, Write, with_event
from desktop.errors import DeskError
from desktop.records.ids import OptOutId, RequestId, new_id
from desktop.records.opt_out import OptOut
from desktop.records.opt_out_window import LONGEST_DAYS, OptOutWindow, window_of
from desktop.records.person import Initials
from desktop.records.scope import Scope
from desktop.store import opt_outs
from desktop.store.journal import Event
from desktop.store.store import Store


def note_by_step(told: Told, scope: Scope) -> Write:
    """What a step notes: the kinds ticked, or all, from the day the request came in."""
    request = told.case.request
    before = opt_outs.opt_out_of_request(told.store, request.id, scope)
    one = OptOut(
        id=before.id if before else OptOutId(new_id(told.by.at)),
        student=request.student,
        request=request.id,
        scope=scope,
        kinds=tuple(told.details.get("opt_out_kinds", "").split()),
        received_on=request.received_on,
        rescinded_on=before.rescinded_on if before else None,
    )
    event = told.event("opt_out.noted", scope=scope)
    return with_event(lambda change: opt_outs.save_opt_out(change, one), event)


def take_back(store: Store, request: RequestId, scope: Scope) -> Iterator[Write]:
    """What a step noted by mistake goes; the history keeps that it was there."""
    one = opt_outs.opt_out_of_request(store, request, scope)
    if one is not None:
        event = Event(kind="opt_out.taken_back", request=request, student=one.student)
        yield with_event(lambda change: opt_outs.drop_opt_out(change, one.id), event)


def note_opt_out(store: Store, opt_out: OptOut, *, today: date, by: Initials) -> Changes:
    """Note an opt-out that came on the school's own form; it holds until it is rescinded.

    Raises:
        DeskError: ``received_later``.
    """
    if opt_out.received_on > today:
        raise DeskError("received_later", "That day is still to come.", "Check the date.")
    event = Event(kind="opt_out.noted", student=opt_out.student, facts={"scope": opt_out.scope})
    with store.change(event, by=by) as change:
        opt_outs.save_opt_out(change, opt_out)
    return Changes.of_register(opt_out.student)


def set_window(store: Store, window: OptOutWindow, *, today: date, by: Initials) -> Changes:
    """Set the time the notice of a school year gives; a second setting replaces the first.

    Raises:
        DeskError: ``window_days``, or ``window_noticed``: the notice is still to go out.
    """
    if not 1 <= window.calendar_days <= LONGEST_DAYS:
        raise DeskError("window_days", "That is no number of days.", f"Type 1 to {LONGEST_DAYS}.")
    if window.noticed_on > today:
        raise DeskError("window_noticed", "That day is still to come.", "Check the date.")
    before = window_of(opt_outs.windows(store), window.noticed_on)
    event = Event(
        kind="opt_out.window_set",
        facts={
            "before": f"{before.noticed_on.isoformat()}+{before.calendar_days}" if before else "",
            "noticed_on": window.noticed_on.isoformat(),
            "days": window.calendar_days,
            "takes_late": window.takes_late,
        },
    )
    with store.change(event, by=by) as change:
        opt_outs.save_window(change, window)
    return Changes(kinds=frozenset({Kind.REGISTER, Kind.REQUEST}))


def rescind_opt_out(
    store: Store, opt_out: OptOutId, *, on: date, today: date, by: Initials
) -> Changes:
    """The family took their no back, from ``on``; one that was taken back stays as it is.

    Raises:
        DeskError: ``ended_later`` or ``ended_early``.
    """
    one = opt_outs.opt_out(store, opt_out)
    if one.rescinded_on is not None:
        return Changes.of_register(one.student)
    check_end(one.received_on, on, today)
    event = Event(
        kind="opt_out.rescinded",
        request=one.request,
        student=one.student,
        facts={"scope": one.scope, "rescinded_on": on.isoformat()},
    )
    with store.change(event, by=by) as change:
        opt_outs.save_opt_out(change, replace(one, rescinded_on=on))
    return Changes.of_register(one.student)
