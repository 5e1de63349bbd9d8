"""Ask the principal, and what follows when a step of theirs is done or its ground has changed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import partial

from desktop.actions.changes import Changes
from desktop.actions.open_case import open_case
from desktop.actions.told import Write, with_event
from desktop.actions.words import kept_words
from desktop.errors import DeskError
from desktop.records.approval import (
    Approval,
    Decision,
    asked_for,
    check_deciding,
    hanging_on,
    is_open,
    proposers,
    waiting,
)
from desktop.records.case import Case
from desktop.records.ids import ApprovalId, RequestId, new_id
from desktop.records.law import Law
from desktop.records.person import Initials
from desktop.records.rights import RightRule, StepRule
from desktop.records.steps import Step, StepState
from desktop.store import approvals, queries
from desktop.store.journal import Event
from desktop.store.store import Store


def ask_approval(
    store: Store, request: RequestId, code: str, *, note: str, law: Law, by: Initials
) -> Changes:
    """Ask the principal to do the step ``code``; the request stands on their list from now on.

    Raises:
        DeskError: ``not_asked_for``: the step is not one of the principal's, or not open;
            ``asked_already``; ``note``; ``nine_digits``; ``closed``.
    """
    case = open_case(store, request)
    if not law.rights[case.request.right].step_rule(code).approval or not is_open(case.steps, code):
        raise DeskError(
            "not_asked_for", "There is nothing to decide here now.", "Look at the steps again."
        )
    if asked_for(case.approvals, code) is not None:
        raise DeskError("asked_already", "The principal is asked already.", "Wait for the answer.")
    if not note.strip():
        raise DeskError("note", "The note is missing.", "Write what the principal should know.")
    asked = Approval(
        id=ApprovalId(new_id(by.at)),
        step=code,
        asked_by=by.person,
        asked_at=by.at,
        ask_note=kept_words(note),
    )
    event = Event(
        kind="approval.asked",
        request=request,
        student=case.student.id,
        facts={"step": code, "note": asked.ask_note},
    )
    with store.change(event, by=by) as change:
        approvals.save_approval(change, request, asked)
    return Changes.of_request(request)


def decided(
    store: Store, case: Case, rule: StepRule, choice: str, note: str, *, law: Law, by: Initials
) -> Iterator[Write]:
    """What doing ``rule`` writes beside the step, where it is one of the principal's.

    Raises:
        StepRefusedError: ``approval`` or ``own_approval``, by the role the file holds.
    """
    if not rule.approval:
        return
    right, asked = law.rights[case.request.right], asked_for(case.approvals, rule.id)
    proposed_by = proposers(right, case.steps, rule, asked)
    own = check_deciding(by.person, queries.people(store), proposed_by)
    before = asked or Approval(
        id=ApprovalId(new_id(by.at)), step=rule.id, asked_by=by.person, asked_at=by.at
    )
    now = replace(
        before,
        decision=Decision.SENT_BACK if rule.stops(choice) else Decision.AGREED,
        decided_by=by.person,
        decided_at=by.at,
        note=kept_words(note),
    )
    write = _writing(case, now)
    yield with_event(write, _event(case, "approval.own", rule.id)) if own else write


def _writing(case: Case, approval: Approval) -> Write:
    return lambda change: approvals.save_approval(change, case.request.id, approval)


def lapsing(right: RightRule, case: Case, changed: Collection[str]) -> tuple[str, ...]:
    """The principal's steps that were done about what the steps ``changed`` say."""
    rules = (right.step_rule(code) for code in changed)
    hanging = {one.id for rule in rules for one in hanging_on(right, rule)}
    done = (step.code for step in case.steps if step.state is not StepState.OPEN)
    return tuple(code for code in done if code in hanging)


def reopened(steps: tuple[Step, ...], codes: Collection[str]) -> tuple[Step, ...]:
    """The checklist with the steps of ``codes`` open again."""
    return tuple(Step(id=one.id, code=one.code) if one.code in codes else one for one in steps)


def withdrawn(
    right: RightRule, case: Case, changed: Collection[str], *, deciding: str = ""
) -> Iterator[Write]:
    """What was asked about the steps ``changed``, or about steps no longer listed, is taken back.

    ``case`` has the checklist as it is to stand; ``deciding`` is the step being decided now.
    """
    rules = (right.step_rule(code) for code in changed)
    hanging = {one.id for rule in rules for one in hanging_on(right, rule)}
    listed = {step.code for step in case.steps}
    for one in waiting(case.approvals):
        if one.step != deciding and (one.step in hanging or one.step not in listed):
            yield with_event(
                _writing(case, replace(one, decision=Decision.WITHDRAWN)),
                _event(case, "approval.withdrawn", one.step),
            )


def lapsed_events(case: Case, codes: Collection[str]) -> Iterator[Event]:
    """That what the principal decided counts no longer."""
    return map(partial(_event, case, "approval.lapsed"), codes)


def _event(case: Case, kind: str, step: str) -> Event:
    return Event(kind=kind, request=case.request.id, student=case.student.id, facts={"step": step})
