"""Holds: put on with a request, taken off when it is closed, or by a person with a reason.

34 CFR 99.10(e). What another action changes about a request is asked here, decided before its
transaction, and written inside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from desktop.actions.changes import Changes
from desktop.actions.words import kept_words
from desktop.errors import DeskError
from desktop.records.case import Case
from desktop.records.hold import Hold, KeepReason, Linked, no_longer_waiting
from desktop.records.ids import RequestId
from desktop.records.law import Law
from desktop.records.logged import Request
from desktop.records.person import Initials
from desktop.records.request import Outcome, Right, Status
from desktop.records.rights import OutcomeRule
from desktop.store import cases, holds
from desktop.store.journal import Event
from desktop.store.store import Change, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A hold as it is to stand, and the event that says so; no event where nothing is to say."""

    hold: Hold
    event: Event | None = None


def put_on(request: Request, law: Law) -> Iterator[Moved]:
    """The hold of a request just logged: from its receipt, where its right holds the records."""
    if law.rights[request.right].hold:
        yield _placed(
            Hold(request=request.id, student=request.student, from_on=request.received_on)
        )


def write(change: Change, moved: Iterator[Moved] | tuple[Moved, ...]) -> None:
    """Write what was decided, each with its event."""
    for one in moved:
        holds.save_hold(change, one.hold)
        if one.event is not None:
            change.also(one.event)


def after_closing(
    store: Store, case: Case, rule: OutcomeRule, *, law: Law, today: date, by: Initials
) -> tuple[Moved, ...]:
    """What closing does: its own hold goes or stays on, and others it was kept for go."""
    own = holds.hold_of(store, case.request.id)
    found = tuple(_at_the_end(own, rule, today, by)) if own and own.live else ()
    now = found[0].hold if found else own
    opens = rule.opens
    this = Linked(
        request=case.request.id, right=case.request.right, closed=True, hold=now, opens=opens
    )
    group = [this, *(_linked(store, one, law) for one in case.related)]
    freed = set(no_longer_waiting(group)) - {case.request.id}
    rest = (one.hold for one in group if one.request in freed and one.hold is not None)
    return (*found, *(_freed(hold, case.request.id, today, by) for hold in rest))


def _at_the_end(own: Hold, rule: OutcomeRule, today: date, by: Initials) -> Iterator[Moved]:
    if rule.keeps_hold:
        waits = KeepReason.HEARING_TIME if rule.opens else KeepReason.MATTER_GOES_ON
        kept = replace(own, keep_reason=waits)
        yield Moved(hold=kept, event=_event("hold.kept", kept, why=kept.keep_reason))
    else:
        gone = _off(own, today, by)
        yield Moved(hold=gone, event=_event("hold.released", gone))


def _freed(hold: Hold, after: RequestId, today: date, by: Initials) -> Moved:
    gone = _off(hold, today, by)
    return Moved(hold=gone, event=_event("hold.released_after", gone, other=after))


def _linked(store: Store, request: RequestId, law: Law) -> Linked:
    one = cases.case(store, request).request
    return Linked(
        request=request,
        right=one.right,
        closed=one.status is Status.CLOSED,
        hold=holds.hold_of(store, request),
        opens=_opened(law, one.right, one.outcome),
    )


def _opened(law: Law, right: Right, outcome: Outcome | None) -> tuple[Right, ...]:
    found = law.rights.by_id.get(right)
    rules = found.outcome if found else ()
    return next((rule.opens for rule in rules if rule.id is outcome), ())


def after_reopening(store: Store, request: Request, *, law: Law, by: Initials) -> tuple[Moved, ...]:
    """Opened again: the hold is on again from today, or goes on where it was kept."""
    rule = law.rights.by_id.get(request.right)
    own = holds.hold_of(store, request.id)
    if own is None:
        return tuple(put_on(request, law)) if rule else ()
    if own.live:
        return (Moved(hold=replace(own, keep_reason=KeepReason.OPEN)),)
    return (_placed(_on_again(own, by.at.astimezone().date())),)


def after_merging(
    store: Store, double: RequestId, into: RequestId, *, today: date, by: Initials
) -> tuple[Moved, ...]:
    """One hold for two entries of one request: it counts from the earlier of the two."""
    gone, kept = holds.hold_of(store, double), holds.hold_of(store, into)
    if gone is None or not gone.live or kept is None or not kept.live:
        return ()
    off = _off(gone, today, by)
    earlier = replace(kept, from_on=min(gone.from_on, kept.from_on))
    return (Moved(hold=off, event=_event("hold.moved", off, into=into)), Moved(hold=earlier))


def after_unmerging(store: Store, double: RequestId) -> tuple[Moved, ...]:
    """The entry holds the records by itself again, as the merged one did in between."""
    own = holds.hold_of(store, double)
    return (_placed(_on_again(own, own.from_on)),) if own and not own.live else ()


def after_repeating(store: Store, request: RequestId, received_on: date) -> tuple[Moved, ...]:
    """Asked for earlier than was known: the hold begins with the earlier receipt."""
    own = holds.hold_of(store, request)
    if own is None or received_on >= own.from_on:
        return ()
    return (Moved(hold=replace(own, from_on=received_on)),)


def release_hold(
    store: Store, request: RequestId, *, reason: str, today: date, by: Initials
) -> Changes:
    """Take off a hold that outlived its request; who and why stands in the history.

    Raises:
        DeskError: ``hold_open`` while the request is open (34 CFR 99.10(e) leaves no choice),
            ``not_held``, ``reason``, ``nine_digits``. Nothing is written.
    """
    case, own = cases.case(store, request), holds.hold_of(store, request)
    if own is None or not own.live:
        raise DeskError("not_held", "This request holds no records.", "Nothing was changed.")
    if case.request.status is not Status.CLOSED:
        raise DeskError(
            "hold_open",
            "The request is open; until it is closed the law lets nothing be destroyed.",
            "Close the request first.",
        )
    if not reason.strip():
        raise DeskError("reason", "The reason is missing.", "Write why the hold can come off.")
    gone = _off(own, today, by)
    event = _event("hold.released", gone, note=kept_words(reason))
    with store.change(event, by=by) as change:
        holds.save_hold(change, gone)
    return Changes.of_register(case.student.id, request)


def _off(hold: Hold, today: date, by: Initials) -> Hold:
    return replace(hold, released_on=today, released_by=by.person)


def _on_again(hold: Hold, from_on: date) -> Hold:
    return replace(
        hold, from_on=from_on, keep_reason=KeepReason.OPEN, released_on=None, released_by=None
    )


def _placed(hold: Hold) -> Moved:
    return Moved(hold=hold, event=_event("hold.placed", hold, from_on=hold.from_on.isoformat()))


def _event(kind: str, hold: Hold, **facts: str | int) -> Event:
    return Event(kind=kind, request=hold.request, student=hold.student, facts=facts)
