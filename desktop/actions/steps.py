"""Work through the checklist: do, skip and take back steps, wait, assign, choose how to give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from desktop.actions import approving, registers
from desktop.actions.authority import steps_today, verdict_of
from desktop.actions.changes import Changes
from desktop.actions.days import asked_by, books_of, dates_of, school_page, with_dates
from desktop.actions.open_case import open_case
from desktop.actions.told import Told, Write
from desktop.actions.words import kept_words
from desktop.errors import DeskError
from desktop.records.case import Case, Note
from desktop.records.clock import Clocks
from desktop.records.details import Details, cleaned, events
from desktop.records.ids import NoteId, PersonId, RequestId, StepId, new_id, new_ids
from desktop.records.law import Law
from desktop.records.person import Initials
from desktop.records.request import Access, EventKind, Right, Status
from desktop.records.rights import Choices, FieldKind, StepRule
from desktop.records.sentence import sentence
from desktop.records.standing import kept_reason
from desktop.records.steps import (
    Step,
    StepRefusedError,
    StepState,
    check_answers,
    check_doing,
    check_fields,
    check_skipping,
    step_named,
)
from desktop.store import queries, requests
from desktop.store.journal import Event, Fact
from desktop.store.store import Store

_NOTHING: Details = {}
_NO_DAYS: Mapping[EventKind, date] = {}


def steps_of(
    law: Law, right: Right, access: Access, by: Initials, chosen: Choices | None = None
) -> tuple[Step, ...]:
    """A fresh checklist for a right, as it is after the choices made so far."""
    rules = law.rights[right].steps_for(access, chosen or {})
    ids = new_ids(by.at, len(rules))
    return tuple(Step(id=StepId(id_), code=rule.id) for rule, id_ in zip(rules, ids, strict=True))


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
) -> Changes:
    """Tick a step off, saying how, and keep what was written into its fields.

    A choice may put further steps on the list or take them off; a day among the fields moves the
    dates, and so does a limit that ends with this step.

    What the step means for the registers is written with it: disclosures, opt-outs, consents.

    Raises:
        StepRefusedError: a release before its conditions, a choice that does not fit, no note, a
            field that cannot be so or that a register needs.
        DeskError: ``closed``.
    """
    case = open_case(store, request)
    right = law.rights[case.request.right]
    rule, verdict = right.step_rule(code), verdict_of(case, today=today)
    holding = steps_today(case, right, today=today)
    check_doing(right, holding, code, choice=choice, note=note, verdict=verdict)
    check_fields(rule, details)
    check_answers(rule, choice, cleaned(rule, details), case.items)
    _check_staff(store, rule, details, by)
    step = replace(
        step_named(case.steps, code),
        state=StepState.DONE,
        choice=choice,
        note=kept_words(note),
        done_by=by.person,
        done_on=today,
    )
    values = cleaned(rule, details)
    facts: dict[str, Fact] = {"step": code, "choice": choice, "note": step.note}
    if values:
        facts["fields"] = sorted(values)
    written = {field.id: values.get(field.id, "") for field in rule.field}
    if right.rests_on_verdict(code):
        written[kept_reason(code)] = verdict.reason
    days = _days_written(case, rule, values)
    told = {**case.details, **written}
    follows = [
        *registers.done(
            Told(store=store, case=case, step=code, details=told, law=law, today=today, by=by),
            rule,
            choice,
        ),
        *approving.decided(store, case, rule, choice, note, law=law, by=by),
    ]
    return _save(
        store, case, step, "step.done", facts,
        law=law, by=by, written=written, days=days, follows=follows,
    )  # fmt: skip


def skip_step(
    store: Store, request: RequestId, code: str, *, reason: str, law: Law, today: date, by: Initials
) -> Changes:
    """Leave a step out, with the reason; a condition of release cannot be left out.

    Raises:
        StepRefusedError: ``gate_skip`` or ``reason``.
    """
    case = open_case(store, request)
    check_skipping(law.rights[case.request.right], code, reason=reason)
    step = replace(
        step_named(case.steps, code),
        state=StepState.SKIPPED,
        choice="",
        note=kept_words(reason),
        done_by=by.person,
        done_on=today,
    )
    facts: dict[str, Fact] = {"step": code, "reason": step.note}
    follows = registers.undone(store, case, step_named(case.steps, code), law)
    return _save(store, case, step, "step.skipped", facts, law=law, by=by, follows=follows)


def reopen_step(store: Store, request: RequestId, code: str, *, law: Law, by: Initials) -> Changes:
    """Take a tick back; what was written stays in the history. An open step stays as it is."""
    case = open_case(store, request)
    ticked = step_named(case.steps, code)
    if ticked.state is StepState.OPEN:
        return Changes.of_request(request)
    step = Step(id=ticked.id, code=code)
    follows = registers.undone(store, case, ticked, law)
    return _save(
        store, case, step, "step.reopened", {"step": code}, law=law, by=by, follows=follows
    )


def wait_for(store: Store, request: RequestId, whom: str, *, by: Initials) -> Changes:
    """Say that the office waits for somebody; ``whom`` is a code of the wording catalogue.

    The legal clock runs on: nothing in federal law pauses it.
    """
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


def assign(store: Store, request: RequestId, owner: PersonId, *, by: Initials) -> Changes:
    """Give the request to one person; nothing is written where it is theirs already.

    Raises:
        DeskError: ``closed``.
    """
    case = open_case(store, request)
    if case.request.owner == owner:
        return Changes.of_request(request)
    event = Event(
        kind="request.assigned",
        request=request,
        student=case.student.id,
        facts={"owner": owner, "before": case.request.owner},
    )
    with store.change(event, by=by) as change:
        requests.set_owner(change, request, owner)
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

    Steps both ways share keep what was done (34 CFR 99.10(d): a copy or another arrangement).

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
    with store.change(event, by=by) as change:
        requests.set_access(change, request, access)
        requests.set_dates(change, with_dates(changed, clocks), clocks)
        requests.save_steps(change, request, steps)
    return Changes.of_request(request)


def _days_written(case: Case, rule: StepRule, values: Details) -> Mapping[EventKind, date]:
    """The days a step wrote down that the dates follow.

    Raises:
        StepRefusedError: ``fields``: such a day lies before the request came in.
    """
    days = dict(events(rule, values))
    early = {
        field.id: sentence("details.fault.event_before", title=field.title)
        for field in rule.field
        if field.event in days and days[field.event] < case.request.received_on
    }
    if early:
        message = "A day is before the one the request came in."
        raise StepRefusedError("fields", message, "See the marked fields.", early)
    return days


def _save(
    store: Store,
    case: Case,
    step: Step,
    kind: str,
    facts: dict[str, Fact],
    *,
    law: Law,
    by: Initials,
    written: Details = _NOTHING,
    days: Mapping[EventKind, date] = _NO_DAYS,
    follows: Sequence[Write] = (),
) -> Changes:
    """Write a step with all that follows from it: the list, the fields, the dates, registers."""
    request = replace(case.request, events={**case.request.events, **days})
    right = law.rights.by_id.get(request.right)
    lapsed = approving.lapsing(right, case, [step.code]) if right else ()
    ticked = tuple(step if one.code == step.code else one for one in case.steps)
    ticked = approving.reopened(ticked, lapsed)
    after = replace(case, request=request, steps=ticked, details={**case.details, **written})
    steps = _listed(after, law, by)
    clocks = _dates_after(case, after, store=store, law=law)
    event = Event(kind=kind, request=request.id, student=case.student.id, facts=facts)
    with store.change(event, by=by) as change:
        if steps == ticked and not lapsed:
            requests.save_step(change, request.id, step, steps)
        else:
            requests.save_steps(change, request.id, steps)
        requests.save_details(change, request.id, written)
        for write in (*follows, *_approvals_after(after, steps, step, law)):
            write(change)
        for one in approving.lapsed_events(case, lapsed):
            change.also(one)
        if clocks is not None:
            requests.set_dates(change, with_dates(request, clocks), clocks)
        if request.status is Status.WAITING and kind != "step.reopened":
            requests.set_status(change, request.id, Status.OPEN)
    return Changes.of_request(request.id)


def _approvals_after(case: Case, steps: tuple[Step, ...], step: Step, law: Law) -> Iterator[Write]:
    """What was asked of the principal about a step that was done anew is taken back."""
    right = law.rights.by_id.get(case.request.right)
    if right is None:
        return iter(())
    now = replace(case, steps=steps)
    return approving.withdrawn(right, now, [step.code], deciding=step.code)


def _check_staff(store: Store, rule: StepRule, details: Details, by: Initials) -> None:
    """Refuse a second person who is nobody of the staff, or the first.

    Raises:
        StepRefusedError: ``fields``.
    """
    wrong = {}
    values = cleaned(rule, details)
    for field in (one for one in rule.field if one.kind is FieldKind.STAFF and one.id in values):
        named = PersonId(int(values[field.id]))
        if named == by.person:
            wrong[field.id] = sentence("details.fault.staff_same", title=field.title)
        elif all(person.id != named for person in queries.people(store)):
            wrong[field.id] = sentence("details.fault.staff", title=field.title)
    if wrong:
        message = "The second person cannot be that one."
        raise StepRefusedError("fields", message, "See the marked fields.", wrong)


def _listed(case: Case, law: Law, by: Initials) -> tuple[Step, ...]:
    """The checklist after the choices made.

    A step that is done or left out stays, even when the choice it hung on was taken back.
    """
    request = case.request
    if request.right not in law.rights.by_id:
        return case.steps
    right, kept = law.rights[request.right], {step.code: step for step in case.steps}
    fresh = steps_of(law, request.right, request.access, by, case.chosen)
    wanted = {step.code: kept.get(step.code, step) for step in fresh}
    wanted |= {code: step for code, step in kept.items() if step.state is not StepState.OPEN}
    order = [rule.id for rule in right.step]
    return tuple(sorted(wanted.values(), key=lambda step: order.index(step.code)))


def _dates_after(case: Case, after: Case, *, store: Store, law: Law) -> Clocks | None:
    """The dates worked out again, where a day was written down or a limit ends with this step."""
    request, state = after.request, school_page(store).state
    rules = books_of(store, law).rules_for(state, received_on=request.received_on)
    ends = {rule.ends_with for rule in rules if request.right in rule.covers}
    given = law.rights.given(request.right, case.done), law.rights.given(request.right, after.done)
    stands = given[0] == given[1] and ends.isdisjoint(case.done ^ after.done)
    if stands and case.request.events == request.events:
        return None
    return dates_of(asked_by(request, state, after.done, law), store=store, law=law)
