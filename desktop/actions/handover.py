"""The student, who holds the right now, asks in the place of the person who asked before."""

from __future__ import annotations

from datetime import date

from desktop.actions.authority import asker_of
from desktop.actions.changes import Changes
from desktop.actions.open_case import open_case
from desktop.errors import DeskError
from desktop.records.asker import Holder
from desktop.records.case import Case
from desktop.records.ids import PartyId, RequestId, new_id
from desktop.records.law import Law
from desktop.records.party import Party, Relationship
from desktop.records.person import Initials
from desktop.records.steps import Step, StepState
from desktop.store import families, requests
from desktop.store.journal import Event
from desktop.store.store import Store


def student_asks(
    store: Store, request: RequestId, *, law: Law, today: date, by: Initials
) -> Changes:
    """Make the student the one who asks; the clock goes on from the day it was first received.

    Whoever asks is checked anew, and the answer goes to the student: an address that came with
    the request is not used any more.

    Raises:
        DeskError: ``not_the_holder``: the right is not the student's yet; ``student_asks_already``;
            ``closed``.
    """
    case = open_case(store, request)
    if case.request.relationship is Relationship.SELF:
        raise DeskError("student_asks_already", "The student asks already.", "Nothing was changed.")
    if asker_of(case, today=today).holder(today) is not Holder.STUDENT:
        raise DeskError(
            "not_the_holder",
            "The right is still the parents'.",
            "It is the student's from the 18th birthday on.",
        )
    party = _student_on_file(case)
    asker = party or Party(id=PartyId(new_id(by.at)), name=case.student.full_name())
    event = Event(
        kind="request.student_asks",
        request=request,
        student=case.student.id,
        facts={
            "asked_before": case.requester.id,
            "asks_now": asker.id,
            "relationship": case.request.relationship,
        },
    )
    with store.change(event, by=by) as change:
        if party is None:
            families.save_parties(change, [asker])
            families.save_guardians(change, [(case.student.id, asker.id, Relationship.SELF)])
        requests.set_requester(change, request, asker.id, Relationship.SELF)
        requests.save_steps(change, request, _checks_open_again(case, law))
    return Changes.of_student(case.student.id)


def _student_on_file(case: Case) -> Party | None:
    themselves = (one.party for one in case.on_file if one.relationship is Relationship.SELF)
    return next(themselves, None)


def _checks_open_again(case: Case, law: Law) -> tuple[Step, ...]:
    """Every condition of release was met by somebody else."""
    right = law.rights[case.request.right]
    return tuple(
        Step(id=step.id, code=step.code)
        if right.step_rule(step.code).gate and step.state is StepState.DONE
        else step
        for step in case.steps
    )
