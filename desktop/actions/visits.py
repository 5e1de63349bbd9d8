"""The visit: set it, move it, and say what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from desktop.actions.changes import Changes
from desktop.actions.deciding import Decided, decide_reopening
from desktop.actions.open_case import open_case
from desktop.actions.step_writing import write_step
from desktop.actions.steps import do_step
from desktop.actions.told import Write, with_event
from desktop.actions.words import kept_words
from desktop.errors import DeskError
from desktop.records.appointment import (
    HAPPENED,
    MOST_COMPANIONS,
    MOVED,
    STEP,
    Appointment,
    AppointmentState,
    Company,
    standing_visit,
)
from desktop.records.case import Case
from desktop.records.ids import AppointmentId, RequestId, new_id
from desktop.records.law import Law
from desktop.records.person import Initials
from desktop.records.request import Access
from desktop.records.steps import is_done
from desktop.store import cases, queries, requests
from desktop.store.journal import Event, Fact
from desktop.store.store import Change, Store

_ALONE = Company()


def set_visit(
    store: Store,
    request: RequestId,
    *,
    meet_on: date,
    meet_at: time,
    place: str,
    sits_in: str,
    interpreter: bool,
    today: date,
    by: Initials,
    company: Company = _ALONE,
    moved_by: AppointmentState | None = None,
    also: Sequence[RequestId] = (),
) -> Changes:
    """Set the visit, or move the one that stands; ``moved_by`` then says who wants it moved.

    ``also`` are further requests of the same person that are looked at in the same visit; each
    gets an appointment of its own and an entry in its own history.

    A day after the legal date is possible (the family may choose it) but the caller warns: the
    office must have offered one in time, and the history keeps every offer.

    Raises:
        DeskError: ``visit_past``, ``visit_place``, ``visit_company``, ``visit_moved_by``,
            ``visit_joined``, ``nine_digits`` or ``closed``. Nothing is written for any of them.
    """
    case = open_case(store, request)
    joined = [_joining(store, one, case) for one in also]
    before = standing_visit(case.appointments)
    _check(meet_on, place, company, today)
    _check_mover(before, moved_by)
    visit = Appointment(
        id=AppointmentId(new_id(by.at)),
        meet_on=meet_on,
        meet_at=meet_at,
        place=kept_words(place),
        sits_in=kept_words(sits_in),
        interpreter=interpreter,
        company=replace(company, words=kept_words(company.words)),
    )
    with store.change(_set_event(case, visit, moved_by if before else None), by=by) as change:
        if before is not None and moved_by is not None:
            requests.save_appointment(change, request, replace(before, state=moved_by))
        requests.save_appointment(change, request, visit)
        for one in joined:
            own = replace(visit, id=AppointmentId(new_id(by.at)))
            change.also(_set_event(one, own, None))
            requests.save_appointment(change, one.request.id, own)
    return Changes.of_request(request, *also)


def may_join(store: Store, case: Case, law: Law) -> tuple[Case, ...]:
    """The other open requests of whoever asks that wait for a visit too, by their number."""
    found = (cases.case(store, one) for one in queries.open_of(store, case.requester.id))
    waiting = (
        one
        for one in found
        if one.request.id != case.request.id
        and _waits_for_visit(one)
        and one.request.right in law.rights.by_id
        and law.rights[one.request.right].access
    )
    return tuple(sorted(waiting, key=lambda one: one.request.number))


def _waits_for_visit(case: Case) -> bool:
    visit = case.request.access is Access.VISIT
    return visit and standing_visit(case.appointments) is None and not case.request.dates_met


def _joining(store: Store, request: RequestId, first: Case) -> Case:
    case = open_case(store, request)
    if case.requester.id != first.requester.id or not _waits_for_visit(case):
        raise DeskError(
            "visit_joined",
            f"Request {case.request.number} cannot be looked at in the same visit.",
            "Set its visit on its own page.",
        )
    return case


def end_visit(
    store: Store,
    request: RequestId,
    state: AppointmentState,
    *,
    law: Law,
    today: date,
    by: Initials,
    remains: str = "",
    release: str = "",
) -> Changes:
    """Say what became of the visit that stands.

    Where the family saw all, ``release`` is the step that is done with it, if it is to be ticked.
    Whatever else came of it is no access and no withdrawal: the request stands, its dates run on,
    and setting a visit is the next thing to do again.

    Raises:
        StepRefusedError: the step ``release`` cannot be done yet; nothing is written.
        DeskError: ``no_visit``, ``visit_ahead``, ``visit_remains``, ``nine_digits`` or ``closed``.
    """
    case = open_case(store, request)
    visit = _standing(case)
    _check_end(visit, state, remains, today)
    part = state is AppointmentState.SAW_PART
    ended = replace(visit, state=state, remains=kept_words(remains) if part else "")

    def write(change: Change) -> None:
        requests.save_appointment(change, request, ended)

    event = _end_event(case, ended)
    if state is AppointmentState.SAW_ALL and release:
        follows = (with_event(write, event),)
        return do_step(store, request, release, law=law, today=today, by=by, also=follows)
    if state.needs_another and is_done(case.steps, STEP):
        return _set_again(store, case, event, write, law=law, by=by)
    with store.change(event, by=by) as change:
        write(change)
    return Changes.of_request(request)


def _set_again(
    store: Store, case: Case, event: Event, write: Write, *, law: Law, by: Initials
) -> Changes:
    """What became of the visit, with the step of setting one open again."""
    decided = decide_reopening(case, STEP)
    again = Decided(step=decided.step, kind=event.kind, facts=event.facts) if decided else None
    if again is None:
        return Changes.of_request(case.request.id)
    return write_step(store, case, again, law=law, by=by, follows=[write])


def _check(meet_on: date, place: str, company: Company, today: date) -> None:
    if meet_on < today:
        raise DeskError("visit_past", "The visit is in the past.", "Choose a day from today on.")
    if not place.strip():
        raise DeskError("visit_place", "The place is missing.", "Write where they come to.")
    if not len(company.kinds) <= company.count <= MOST_COMPANIONS:
        raise DeskError(
            "visit_company",
            "The number of people who come along cannot be right.",
            f"Count everybody who is ticked, {MOST_COMPANIONS} at most.",
        )


def _check_mover(before: Appointment | None, moved_by: AppointmentState | None) -> None:
    if before is not None and moved_by not in MOVED:
        raise DeskError("visit_moved_by", "It is open who moves it.", "Say who asked for it.")


def _standing(case: Case) -> Appointment:
    visit = standing_visit(case.appointments)
    if visit is None:
        raise DeskError("no_visit", "No visit is set.", "Set the day and time first.")
    return visit


def _check_end(visit: Appointment, state: AppointmentState, remains: str, today: date) -> None:
    if state in HAPPENED and visit.meet_on > today:
        raise DeskError(
            "visit_ahead", "The visit has not been yet.", "Say it on the day, or move the visit."
        )
    if state is AppointmentState.SAW_PART and not remains.strip():
        raise DeskError(
            "visit_remains", "It is not said what remains.", "Write what they have not seen yet."
        )


def _set_event(case: Case, visit: Appointment, moved_by: AppointmentState | None) -> Event:
    facts: dict[str, Fact] = {
        "meet_on": visit.meet_on.isoformat(),
        "meet_at": visit.meet_at.isoformat(timespec="minutes"),
        "after_due": visit.meet_on > case.request.due_on,
    }
    if visit.company.count:
        facts["companions"] = visit.company.count
    if moved_by is not None:
        facts["moved_by"] = moved_by
    return _event(case, "visit.moved" if moved_by else "visit.set", facts)


def _end_event(case: Case, visit: Appointment) -> Event:
    return _event(case, f"visit.{visit.state}", {"meet_on": visit.meet_on.isoformat()})


def _event(case: Case, kind: str, facts: dict[str, Fact]) -> Event:
    return Event(kind=kind, request=case.request.id, student=case.student.id, facts=facts)
