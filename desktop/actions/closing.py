"""Close a request with its outcome, and open it again."""

from __future__ import annotations

from datetime import date

from desktop.actions import holds, registers
from desktop.actions.authority import steps_today
from desktop.actions.changes import Changes
from desktop.actions.days import redate
from desktop.actions.lateness import why_late
from desktop.actions.open_case import open_case
from desktop.actions.told import Told
from desktop.actions.words import kept_words
from desktop.errors import DeskError
from desktop.records.closing import check_end
from desktop.records.ids import RequestId
from desktop.records.lateness import UNCOUNTED
from desktop.records.law import Law
from desktop.records.logged import Lateness
from desktop.records.person import Initials
from desktop.records.request import Outcome, Status
from desktop.store import cases, requests
from desktop.store.journal import Event
from desktop.store.store import Store


def close_request(
    store: Store,
    request: RequestId,
    outcome: Outcome,
    *,
    note: str,
    late: Lateness | None = None,
    law: Law,
    today: date,
    by: Initials,
) -> Changes:
    """Close the request; what its outcome means for the registers and the hold goes with it.

    ``late`` is why the legal date was not kept, if somebody says so; it counts only where it was
    not, and not knowing stops nobody.

    Raises:
        StepRefusedError: the outcome's steps are not done or its sentence is missing.
        DeskError: ``closed`` when it is closed already; ``nine_digits``.
    """
    case = open_case(store, request)
    right = law.rights[case.request.right]
    rule = check_end(right, case, steps_today(case, right, today=today), outcome, note=note)
    moved = holds.after_closing(store, case, rule, law=law, today=today, by=by)
    told = Told(store=store, case=case, step="", details=case.details, law=law, today=today, by=by)
    follows = registers.follow(told, rule.effect)
    event = Event(
        kind="request.closed",
        request=request,
        student=case.student.id,
        facts={
            "outcome": outcome,
            "note": kept_words(note),
            "closed_on": today.isoformat(),
            "due_on": case.request.due_on.isoformat(),
        },
    )
    tell = why_late(case, late, law=law, today=today) if outcome not in UNCOUNTED else None
    with store.change(event, by=by) as change:
        requests.close(change, request, outcome, today)
        holds.write(change, moved)
        for write in follows:
            write(change)
        if tell is not None:
            tell(change)
    return Changes.of_request(request, *(one.hold.request for one in moved))


def reopen_request(
    store: Store, request: RequestId, *, reason: str, law: Law, by: Initials
) -> Changes:
    """Open a closed request again; closing stopped no clock.

    Its dates follow what was entered in the calendar while it was closed.

    Raises:
        DeskError: ``reason``, ``nine_digits`` or ``not_closed``.
    """
    case = cases.case(store, request)
    if case.request.status is not Status.CLOSED or case.request.outcome is Outcome.MERGED:
        raise DeskError("not_closed", "This request is not closed.", "Nothing was changed.")
    if not reason.strip():
        raise DeskError("reason", "The reason is missing.", "Write why it is opened again.")
    event = Event(
        kind="request.reopened",
        request=request,
        student=case.student.id,
        facts={"outcome": case.request.outcome, "reason": kept_words(reason)},
    )
    moved = holds.after_reopening(store, case.request, law=law, by=by)
    with store.change(event, by=by) as change:
        requests.reopen(change, request)
        holds.write(change, moved)
        redate(store, change, case, law)
    return Changes.of_request(request)
