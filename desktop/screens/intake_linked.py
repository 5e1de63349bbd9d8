"""A request that goes with another one: its form begins with the same student and asker."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.records.case import Case
from desktop.records.ids import RequestId
from desktop.records.request import EventKind, Right
from desktop.screens.desk import Desk
from desktop.screens.intake_requester import OTHER
from desktop.screens.intake_typed import (
    TypedDetails,
    TypedIntake,
    TypedRequester,
    TypedStudent,
    contact_fields,
)
from desktop.store import cases, students


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """Which request the new one goes with, and the right it is about.

    ``same_letter`` says that both came in one letter, e-mail or talk: it came the same way and on
    the same day.
    """

    request: RequestId
    right: Right
    same_letter: bool = False


def linked_intake(desk: Desk, linked: Linked, blank: TypedIntake) -> TypedIntake:
    """The form as it begins: whose records and who asks are known, the words are not."""
    case = cases.case(desk.store, linked.request)
    details = replace(
        blank.details,
        right=linked.right.value,
        language=case.request.language,
        interpreter=case.request.interpreter,
        special_education=case.request.special_education,
    )
    return TypedIntake(
        student=TypedStudent(student=case.student.id),
        requester=_same_asker(desk, case),
        details=_same_letter(case, details) if linked.same_letter else details,
        link_to=case.request.id,
    )


def _same_asker(desk: Desk, case: Case) -> TypedRequester:
    party = case.requester
    on_file = students.guardians(desk.store, case.student.id)
    if any(one.party.id == party.id for one in on_file):
        return TypedRequester(chosen=f"party:{party.id}")
    return TypedRequester(
        chosen=OTHER,
        existing=party.id,
        name=party.name,
        relationship=case.request.relationship,
        keep=False,
        **contact_fields(party),
    )


def _same_letter(case: Case, details: TypedDetails) -> TypedDetails:
    request = case.request
    events = {kind: on.isoformat() for kind, on in request.events.items()}
    return replace(
        details,
        channel=request.channel,
        received_on=request.received_on.isoformat(),
        requested_on=request.requested_on.isoformat() if request.requested_on else "",
        reply_address=case.reply_address,
        owner=request.owner or details.owner,
        iep_meeting=events.get(EventKind.IEP_MEETING, ""),
        hearing=events.get(EventKind.HEARING, ""),
        resolution=events.get(EventKind.RESOLUTION_SESSION, ""),
        survey=events.get(EventKind.SURVEY, ""),
        comply_by=events.get(EventKind.COMPLY_BY, ""),
    )
