"""Close a request with its outcome, open it again, and put double entries together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.actions.changes import Changes
from desktop.actions.days import asked_by, dates_of, school_page, with_dates
from desktop.actions.steps import open_case
from desktop.errors import DeskError
from desktop.records.ids import RequestId
from desktop.records.law import Law
from desktop.records.person import Initials
from desktop.records.request import Outcome, Status
from desktop.records.steps import check_closing
from desktop.store import cases, requests
from desktop.store.journal import Event
from desktop.store.store import Store


def close_request(
    store: Store,
    request: RequestId,
    outcome: Outcome,
    *,
    note: str,
    law: Law,
    today: date,
    by: Initials,
) -> Changes:
    """Close the request.

    Raises:
        StepRefusedError: the outcome's steps are not done or its sentence is missing.
        DeskError: ``closed`` when it is closed already.
    """
    case = open_case(store, request)
    check_closing(law.rights[case.request.right], case.steps, outcome, note=note)
    event = Event(
        kind="request.closed",
        request=request,
        student=case.student.id,
        facts={
            "outcome": outcome,
            "note": note.strip(),
            "closed_on": today.isoformat(),
            "due_on": case.request.due_on.isoformat(),
        },
    )
    with store.change(event, by=by) as change:
        requests.close(change, request, outcome, today)
    return Changes.of_request(request)


def reopen_request(store: Store, request: RequestId, *, reason: str, by: Initials) -> Changes:
    """Open a closed request again; its dates are what they were, since nothing pauses them.

    Raises:
        DeskError: ``reason``, or ``not_closed``.
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
        facts={"outcome": case.request.outcome, "reason": reason.strip()},
    )
    with store.change(event, by=by) as change:
        requests.reopen(change, request)
    return Changes.of_request(request)


def link_requests(
    store: Store, request: RequestId, to: RequestId | None, *, by: Initials
) -> Changes:
    """Say that two requests belong together, each with its own dates and letters; None unlinks.

    A request linked with one of a group belongs to the whole group.

    Raises:
        DeskError: ``link_itself``.
    """
    if to == request:
        raise DeskError(
            "link_itself", "A request cannot be linked with itself.", "Choose another request."
        )
    case = cases.case(store, request)
    event = Event(
        kind="request.linked" if to else "request.unlinked",
        request=request,
        student=case.student.id,
        facts={"to": to or case.request.linked_to},
    )
    with store.change(event, by=by) as change:
        requests.link(change, request, _middle_of_group(store, to, request) if to else None)
    return Changes.of_request(request, *([to] if to else case.related))


def _middle_of_group(store: Store, to: RequestId, request: RequestId) -> RequestId:
    """The request that all of ``to``'s group are linked to; ``to`` itself when it has none."""
    middle = cases.case(store, to).request.linked_to
    return to if middle is None or middle == request else middle


def merge_requests(
    store: Store, double: RequestId, into: RequestId, *, law: Law, today: date, by: Initials
) -> Changes:
    """Two entries of one request become one: the earliest receipt counts, both numbers stay.

    Raises:
        DeskError: ``merge_differs``: another student or person, or ``closed``.
    """
    gone, kept = open_case(store, double), open_case(store, into)
    same = (gone.student.id, gone.requester.id) == (kept.student.id, kept.requester.id)
    if double == into or not same:
        raise DeskError(
            "merge_differs",
            "These requests are about another student or from another person.",
            "Link them instead; each person gets an own answer.",
        )
    received_on = min(gone.request.received_on, kept.request.received_on)
    moved = replace(kept.request, received_on=received_on)
    clocks = dates_of(asked_by(moved, school_page(store).state), store=store, law=law)
    dated = with_dates(moved, clocks)
    event = Event(
        kind="request.merged_in",
        request=into,
        student=kept.student.id,
        facts={
            "other": double,
            "number": gone.request.number,
            "received_before_on": kept.request.received_on.isoformat(),
            "received_now_on": received_on.isoformat(),
            "due_now_on": dated.due_on.isoformat(),
        },
    )
    with store.change(event, by=by) as change:
        requests.set_dates(change, dated, clocks)
        requests.close(change, double, Outcome.MERGED, today)
        requests.link(change, double, into)
        change.also(
            Event(
                kind="request.merged",
                request=double,
                student=gone.student.id,
                facts={"into": into, "number": kept.request.number},
            )
        )
    return Changes.of_request(double, into)


def unmerge_request(store: Store, double: RequestId, *, law: Law, by: Initials) -> Changes:
    """Take a merge back: the entry opens again, and the other counts from its own receipt.

    Raises:
        DeskError: ``not_merged``.
    """
    gone = cases.case(store, double)
    if gone.request.outcome is not Outcome.MERGED or gone.request.linked_to is None:
        raise DeskError("not_merged", "This request was not merged.", "Nothing was changed.")
    into = gone.request.linked_to
    kept = cases.case(store, into)
    received_on = _own_receipt(store, into, double) or kept.request.received_on
    moved = replace(kept.request, received_on=received_on)
    clocks = dates_of(asked_by(moved, school_page(store).state), store=store, law=law)
    event = Event(
        kind="request.unmerged",
        request=double,
        student=gone.student.id,
        facts={"from": into, "number": kept.request.number},
    )
    with store.change(event, by=by) as change:
        requests.reopen(change, double)
        requests.set_dates(change, with_dates(moved, clocks), clocks)
        change.also(
            Event(
                kind="request.unmerged_from",
                request=into,
                student=kept.student.id,
                facts={
                    "other": double,
                    "number": gone.request.number,
                    "received_now_on": received_on.isoformat(),
                },
            )
        )
    return Changes.of_request(double, into)


def _own_receipt(store: Store, into: RequestId, double: RequestId) -> date | None:
    """The receipt of ``into`` before ``double`` was merged into it, from the history."""
    for entry in reversed(cases.history(store, into)):
        facts = entry.event.facts
        if entry.event.kind == "request.merged_in" and facts.get("other") == double:
            return date.fromisoformat(str(facts["received_before_on"]))
    return None
