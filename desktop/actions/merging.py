"""Entries that belong together: linked, made one, and taken apart again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from desktop.actions import holds
from desktop.actions.changes import Changes
from desktop.actions.days import received, redate
from desktop.actions.open_case import open_case
from desktop.errors import DeskError
from desktop.records.case import Case
from desktop.records.ids import RequestId
from desktop.records.law import Law
from desktop.records.person import Initials
from desktop.records.request import Outcome
from desktop.store import cases, requests
from desktop.store.journal import Event
from desktop.store.store import Change, Store


def link_requests(
    store: Store, request: RequestId, to: RequestId | None, *, by: Initials
) -> Changes:
    """Say that two requests belong together, each with its own dates and letters; None unlinks.

    A request linked with one of a group belongs to the whole group, and brings its own group with
    it. A link that is there already, or one that is not there to take away, is not written again.

    Raises:
        DeskError: ``link_itself``, or ``merged``: the entry was put together with another.
    """
    if to == request:
        raise DeskError(
            "link_itself", "A request cannot be linked with itself.", "Choose another request."
        )
    case = cases.case(store, request)
    if case.request.outcome is Outcome.MERGED:
        raise DeskError(
            "merged",
            "This entry was put together with another one.",
            "Take the merge back first.",
        )
    links = _links(store, case, to)
    if not links:
        return Changes.of_request(request)
    with store.change(_link_event(case, to, links), by=by) as change:
        for one, middle in links.items():
            requests.link(change, one, middle)
    return Changes.of_request(request, *([to] if to else []), *case.related, *links)


def _links(store: Store, case: Case, to: RequestId | None) -> dict[RequestId, RequestId | None]:
    """Which requests are to be linked with which, so that each group has one middle."""
    request, own = case.request.id, cases.linked_to(store, case.request.id)
    if to in case.related:
        return {}
    if to is not None:
        middle = cases.middle_of_group(store, to)
        return dict.fromkeys([request, *own], middle)
    if case.request.linked_to is not None:
        return {request: None}
    return {one: own[0] if place else None for place, one in enumerate(own)}


def _link_event(
    case: Case, to: RequestId | None, links: Mapping[RequestId, RequestId | None]
) -> Event:
    return Event(
        kind="request.linked" if to else "request.unlinked",
        request=case.request.id,
        student=case.student.id,
        facts={"to": to or case.request.linked_to or next(iter(links))},
    )


def merge_requests(
    store: Store, double: RequestId, into: RequestId, *, law: Law, today: date, by: Initials
) -> Changes:
    """Two entries of one request become one: the earliest receipt counts, both numbers stay.

    Raises:
        DeskError: ``merge_differs``: another student, person or right; or ``closed``.
    """
    gone, kept = open_case(store, double), open_case(store, into)
    if double == into or _subject(gone) != _subject(kept):
        raise DeskError(
            "merge_differs",
            "These are not two entries of one request: student, person or right differ.",
            "Link them instead; each person gets an own answer.",
        )
    received_on = min(gone.request.received_on, kept.request.received_on)
    dated, clocks = received(store, kept, received_on, law=law)
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
    moved_holds = holds.after_merging(store, double, into, today=today, by=by)
    with store.change(event, by=by) as change:
        requests.set_dates(change, dated, clocks)
        holds.write(change, moved_holds)
        requests.close(change, double, Outcome.MERGED, today)
        requests.link(change, double, into)
        change.also(
            Event(
                kind="request.merged",
                request=double,
                student=gone.student.id,
                facts={
                    "into": into,
                    "number": kept.request.number,
                    "linked_before": gone.request.linked_to,
                },
            )
        )
    return Changes.of_request(double, into)


def _subject(case: Case) -> tuple[object, ...]:
    """What two entries of one request have in common."""
    return (case.student.id, case.requester.id, case.request.right)


def unmerge_request(store: Store, double: RequestId, *, law: Law, by: Initials) -> Changes:
    """Take a merge back: the entry opens again, linked as before, and the other counts anew.

    The other counts from its own receipt, or from that of an entry still put together with it.

    Raises:
        DeskError: ``not_merged``.
    """
    gone = cases.case(store, double)
    if gone.request.outcome is not Outcome.MERGED or gone.request.linked_to is None:
        raise DeskError("not_merged", "This request was not merged.", "Nothing was changed.")
    kept = list(_put_together_with(store, gone))
    event = Event(
        kind="request.unmerged",
        request=double,
        student=gone.student.id,
        facts={"from": kept[0].request.id, "number": kept[0].request.number},
    )
    moved = holds.after_unmerging(store, double)
    with store.change(event, by=by) as change:
        requests.reopen(change, double)
        holds.write(change, moved)
        requests.link(change, double, _linked_before(store, double))
        redate(store, change, gone, law)
        for case in kept:
            _count_anew(store, change, case, gone, law)
    return Changes.of_request(double, *(case.request.id for case in kept))


def _put_together_with(store: Store, gone: Case) -> Iterator[Case]:
    """The entry ``gone`` was merged into, and the one that entry was merged into, and so on."""
    while gone.request.outcome is Outcome.MERGED and gone.request.linked_to is not None:
        gone = cases.case(store, gone.request.linked_to)
        yield gone


def _count_anew(store: Store, change: Change, kept: Case, gone: Case, law: Law) -> None:
    """Write the dates of ``kept`` without the receipt of ``gone``, and say so."""
    receipt = _receipt(store, kept.request.id)
    dated, clocks = received(store, kept, receipt, law=law)
    requests.set_dates(change, dated, clocks)
    change.also(
        Event(
            kind="request.unmerged_from",
            request=dated.id,
            student=dated.student,
            facts={
                "other": gone.request.id,
                "number": gone.request.number,
                "received_now_on": dated.received_on.isoformat(),
                "due_now_on": dated.due_on.isoformat(),
            },
        )
    )


def _receipt(store: Store, request: RequestId) -> date:
    """The earliest receipt of a request and of every entry put together with it."""
    merged = (_receipt(store, one) for one in cases.merged_into(store, request))
    return min((_own_receipt(store, request), *merged))


def _own_receipt(store: Store, request: RequestId) -> date:
    """The receipt as it was logged or corrected, or earlier as it was noted since."""
    found = cases.case(store, request).request.received_on
    for entry in cases.history(store, request):
        facts = entry.event.facts
        match entry.event.kind:
            case "request.logged":
                found = date.fromisoformat(str(facts["received_on"]))
            case "request.repeated":
                found = min(found, date.fromisoformat(str(facts["received_on"])))
            case "request.corrected" if "received_now_on" in facts:
                found = date.fromisoformat(str(facts["received_now_on"]))
            case _:
                continue
    return found


def _linked_before(store: Store, double: RequestId) -> RequestId | None:
    """What an entry was linked with before it was put together with another."""
    for entry in reversed(cases.history(store, double)):
        if entry.event.kind == "request.merged":
            before = entry.event.facts.get("linked_before")
            return RequestId(before) if isinstance(before, int) else None
    return None
