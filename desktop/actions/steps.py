"""Work through the checklist: do, skip and take back steps, wait, choose how to give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop.actions import approving, registers
from desktop.actions.changes import Changes
from desktop.actions.days import asked_by, dates_of, school_page, with_dates
from desktop.actions.deciding import (
    Doing,
    decide_doing,
    decide_reopening,
    decide_skipping,
    names_staff,
)
from desktop.actions.open_case import open_case
from desktop.actions.step_writing import steps_of, write_step
from desktop.actions.told import Told, Write
from desktop.actions.words import kept_words
from desktop.errors import DeskError
from desktop.records.appointment import AppointmentState, standing_visit
from desktop.records.case import Note
from desktop.records.details import Details
from desktop.records.ids import NoteId, RequestId, new_id
from desktop.records.law import Law
from desktop.records.person import Initials
from desktop.records.request import Access, Status, Waiting
from desktop.records.steps import step_named
from desktop.store import queries, requests
from desktop.store.journal import Event
from desktop.store.store import Store

_NOTHING: Details = {}


def do_step(
    store: Store,
    request: RequestId,
    code: str,
    *,
    law: Law,
    today: date,
    by: Initials,
    choice: str = "",
    note: str = "",
    details: Details = _NOTHING,
    also: Sequence[Write] = (),
) -> Changes:
    """Tick a step off, saying how, and keep what was written into its fields.

    A choice may put further steps on the list or take them off; a day among the fields moves the
    dates, and so does a limit that ends with this step.

    What the step means for the registers is written with it: disclosures, opt-outs, consents; and
    ``also`` what the caller did with the step.

    Raises:
        StepRefusedError: a release before its conditions, a choice that does not fit, no note, a
            field that cannot be so or that a register needs.
        DeskError: ``closed``.
    """
    case = open_case(store, request)
    right = law.rights[case.request.right]
    rule = right.step_rule(code)
    doing = Doing(code=code, choice=choice, note=note, details=details)
    people = queries.people(store) if names_staff(rule) else ()
    decided = decide_doing(case, right, doing, people=people, today=today, by=by)
    told = {**case.details, **decided.written}
    follows = [
        *also,
        *registers.done(
            Told(store=store, case=case, step=code, details=told, law=law, today=today, by=by),
            rule,
            choice,
        ),
        *approving.decided(store, case, rule, choice, note, law=law, by=by),
    ]
    return write_step(store, case, decided, law=law, by=by, follows=follows)


def skip_step(
    store: Store, request: RequestId, code: str, *, reason: str, law: Law, today: date, by: Initials
) -> Changes:
    """Leave a step out, with the reason; a condition of release cannot be left out.

    Raises:
        StepRefusedError: ``gate_skip`` or ``reason``.
    """
    case = open_case(store, request)
    right = law.rights[case.request.right]
    decided = decide_skipping(case, right, code, reason=reason, today=today, by=by)
    follows = registers.undone(store, case, step_named(case.steps, code), law)
    return write_step(store, case, decided, law=law, by=by, follows=follows)


def reopen_step(store: Store, request: RequestId, code: str, *, law: Law, by: Initials) -> Changes:
    """Take a tick back; what was written stays in the history. An open step stays as it is."""
    case = open_case(store, request)
    decided = decide_reopening(case, code)
    if decided is None:
        return Changes.of_request(request)
    follows = registers.undone(store, case, step_named(case.steps, code), law)
    return write_step(store, case, decided, law=law, by=by, follows=follows)


def wait_for(store: Store, request: RequestId, whom: Waiting, *, by: Initials) -> Changes:
    """Say whom or what the office waits for.

    The legal clock runs on: nothing in federal law pauses it.

    Raises:
        DeskError: ``closed``.
        ValueError: ``whom`` is no code of ``Waiting``; the queue would have no words for it.
    """
    whom = Waiting(whom)
    case = open_case(store, request)
    event = Event(
        kind="request.waiting", request=request, student=case.student.id, facts={"for": whom}
    )
    with store.change(event, by=by) as change:
        requests.set_status(change, request, Status.WAITING, whom)
    return Changes.of_request(request)


def resume(store: Store, request: RequestId, *, by: Initials) -> Changes:
    """The office waits no longer; nothing is written where it did not wait."""
    case = open_case(store, request)
    if case.request.status is not Status.WAITING:
        return Changes.of_request(request)
    event = Event(kind="request.resumed", request=request, student=case.student.id)
    with store.change(event, by=by) as change:
        requests.set_status(change, request, Status.OPEN)
    return Changes.of_request(request)


def write_note(store: Store, request: RequestId, text: str, *, by: Initials) -> Changes:
    """Write a sentence under the request.

    Raises:
        DeskError: ``note_empty`` or ``nine_digits``.
    """
    if not text.strip():
        raise DeskError("note_empty", "The note is empty.", "Write a sentence.")
    note = Note(id=NoteId(new_id(by.at)), text=kept_words(text), person=by.person, written_at=by.at)
    event = Event(kind="note.added", request=request, facts={"note": note.id})
    with store.change(event, by=by) as change:
        requests.add_note(change, request, note)
    return Changes.of_request(request)


def give_by(
    store: Store, request: RequestId, access: Access, *, reason: str, law: Law, by: Initials
) -> Changes:
    """Change how access is given: copies where a visit is prevented, or a visit after all.

    Steps both ways share keep what was done (34 CFR 99.10(d): a copy or another arrangement); a
    visit that stands is called off.

    Raises:
        DeskError: ``reason``; the checklist stays.
    """
    if not reason.strip():
        raise DeskError("reason", "The reason is missing.", "Write why it is given this way.")
    case = open_case(store, request)
    kept = {step.code: step for step in case.steps}
    fresh = steps_of(law, case.request.right, access, by, case.chosen)
    steps = tuple(kept.get(step.code, step) for step in fresh)
    changed = replace(case.request, access=access)
    clocks = dates_of(
        asked_by(changed, school_page(store).state, case.done, law), store=store, law=law
    )
    event = Event(
        kind="access.changed",
        request=request,
        student=case.student.id,
        facts={"before": case.request.access, "now": access, "reason": kept_words(reason)},
    )
    visit = standing_visit(case.appointments)
    with store.change(event, by=by) as change:
        requests.set_access(change, request, access)
        if visit is not None:
            off = replace(visit, state=AppointmentState.CANCELLED)
            requests.save_appointment(change, request, off)
        requests.set_dates(change, with_dates(changed, clocks), clocks)
        requests.save_steps(change, request, steps)
    return Changes.of_request(request)
