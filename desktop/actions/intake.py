"""Log a request: decide its dates and its checklist, then write it with its event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.actions import holds
from desktop.actions.care import cleaned_care, told_anew, write_care
from desktop.actions.changes import Changes, Kind
from desktop.actions.days import dates_of, received, school_page, with_dates
from desktop.actions.open_case import open_case
from desktop.actions.step_writing import steps_of
from desktop.errors import DeskError
from desktop.records.case import Note, Source
from desktop.records.clock import Clocks
from desktop.records.details import Details, carried
from desktop.records.ids import NoteId, RequestId, RuleId, SourceId, new_id, new_ids
from desktop.records.intake import Fault, Intake, faults
from desktop.records.law import Law
from desktop.records.logged import Request
from desktop.records.names import clean_name
from desktop.records.person import Initials
from desktop.records.request import Status
from desktop.store import cases, families, queries, requests
from desktop.store.journal import Event
from desktop.store.store import Change, Store


class IntakeRefusedError(DeskError):
    """The request cannot be logged as typed; ``faults`` say which fields. Nothing is written."""

    def __init__(self, found: Sequence[Fault]) -> None:
        super().__init__("intake", "Something on the form cannot be so.", "See the marked fields.")
        self.faults = tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """A request just logged: its id and number, its dates, and what changed."""

    request: RequestId
    number: str
    clocks: Clocks
    changes: Changes


def log_request(store: Store, intake: Intake, *, law: Law, today: date, by: Initials) -> Logged:
    """Enter the request, its student and requester where new, its dates and its checklist.

    Raises:
        IntakeRefusedError: a field cannot be so; nothing is written.
        DeskError: the dates cannot be worked out, or the disk refuses; or as ``tell_care``. Nothing
            is written.
    """
    intake = _cleaned(intake)
    found = faults(intake, today=today)
    if found:
        raise IntakeRefusedError(found)
    clocks = dates_of(intake.asked(school_page(store).state), store=store, law=law)
    draft = with_dates(_request(intake, by), clocks)
    middle = cases.middle_of_group(store, intake.link_to) if intake.link_to else None
    with store.change(None, by=by) as change:
        _write_people(change, intake)
        number = requests.take_number(change, by.at.astimezone().year)
        request = replace(draft, number=number, linked_to=middle)
        change.also(_logged_event(request, linked_to=intake.link_to))
        requests.add_request(
            change,
            request,
            clocks=clocks,
            steps=steps_of(law, intake.right, intake.access, by),
            reply_address=intake.reply_address,
        )
        requests.save_details(change, request.id, _carried(store, intake, law))
        if intake.care is not None and told_anew(store, intake.care):
            write_care(change, intake.care, request=request.id)
        holds.write(change, holds.put_on(request, law))
        for source in _sources(store, by) if law.rights[intake.right].search else ():
            requests.save_source(change, request.id, source)
    return Logged(
        request=draft.id,
        number=number,
        clocks=clocks,
        changes=Changes(
            kinds=frozenset({Kind.REQUEST, Kind.STUDENT}),
            requests=frozenset({draft.id}),
            students=frozenset({intake.student.id}),
        ),
    )


def _carried(store: Store, intake: Intake, law: Law) -> Details:
    """What the steps begin with because the request it goes with says it already."""
    if intake.link_to is None:
        return {}
    other = cases.case(store, intake.link_to)
    return carried(law.rights[intake.right], other.details, linked=other.request.right)


def log_again(
    store: Store, earlier: RequestId, intake: Intake, *, law: Law, today: date, by: Initials
) -> Changes:
    """The request being typed is one already logged: note it there and keep the earlier date.

    Nothing is refused for being asked twice; the first receipt starts the clock.

    Raises:
        IntakeRefusedError: a field cannot be so; nothing is written.
        DeskError: ``closed``: asking again after the answer is a request of its own.
    """
    intake = _cleaned(intake)
    found = faults(intake, today=today)
    if found:
        raise IntakeRefusedError(found)
    case = open_case(store, earlier)
    received_on = min(case.request.received_on, intake.received_on)
    dated, clocks = received(store, case, received_on, law=law)
    event = Event(
        kind="request.repeated",
        request=earlier,
        student=case.student.id,
        facts={
            "channel": intake.channel,
            "received_on": intake.received_on.isoformat(),
            "counts_from_on": received_on.isoformat(),
            "due_now_on": dated.due_on.isoformat(),
        },
    )
    moved_holds = holds.after_repeating(store, earlier, received_on)
    with store.change(event, by=by) as change:
        requests.set_dates(change, dated, clocks)
        holds.write(change, moved_holds)
        if intake.words.strip():
            requests.add_note(change, earlier, _note(intake.words, by))
    return Changes.of_request(earlier)


def _note(words: str, by: Initials) -> Note:
    return Note(id=NoteId(new_id(by.at)), text=words.strip(), person=by.person, written_at=by.at)


def _cleaned(intake: Intake) -> Intake:
    """Typed names without invisible characters; everything visible stays as typed."""
    student, requester = intake.student, intake.requester
    return replace(
        intake,
        student=replace(
            student,
            given=clean_name(student.given),
            middle=clean_name(student.middle),
            family=clean_name(student.family),
        ),
        requester=replace(
            requester,
            name=clean_name(requester.name),
            organization=clean_name(requester.organization),
        ),
        words=intake.words.replace("\x00", ""),
        care=cleaned_care(intake.care) if intake.care else None,
    )


def _request(intake: Intake, by: Initials) -> Request:
    """The request before its dates and number are known."""
    return Request(
        id=RequestId(new_id(by.at)),
        number="",
        right=intake.right,
        access=intake.access,
        student=intake.student.id,
        requester=intake.requester.id,
        relationship=intake.relationship,
        channel=intake.channel,
        received_on=intake.received_on,
        requested_on=intake.requested_on,
        entered_at=by.at,
        taken_by=by.person,
        words=intake.words.strip(),
        record_kinds=intake.record_kinds,
        language=intake.language,
        interpreter=intake.interpreter,
        special_education=intake.special_education,
        events=intake.events,
        owner=intake.owner or by.person,
        status=Status.OPEN,
        due_on=intake.received_on,
        work_by=intake.received_on,
        driving_rule=RuleId(""),
    )


def _logged_event(request: Request, *, linked_to: RequestId | None) -> Event:
    return Event(
        kind="request.logged",
        request=request.id,
        student=request.student,
        facts={
            "number": request.number,
            "right": request.right,
            "access": request.access,
            "channel": request.channel,
            "relationship": request.relationship,
            "requester": request.requester,
            "received_on": request.received_on.isoformat(),
            "due_on": request.due_on.isoformat(),
            "rule": request.driving_rule,
            "linked_to": linked_to,
        },
    )


def _write_people(change: Change, intake: Intake) -> None:
    if intake.student_is_new:
        families.save_students(change, [intake.student])
        change.also(Event(kind="student.added", student=intake.student.id))
    if intake.requester_is_new:
        families.save_parties(change, [intake.requester])
    if intake.put_on_file:
        link = (intake.student.id, intake.requester.id, intake.relationship)
        families.save_guardians(change, [link])


def _sources(store: Store, by: Initials) -> list[Source]:
    places = queries.places(store)
    ids = new_ids(by.at, len(places))
    return [
        Source(
            id=SourceId(id_),
            name=place.name,
            keeper=place.keeper,
            overwrites=place.overwrites,
            vendor=place.vendor,
        )
        for place, id_ in zip(places, ids, strict=True)
    ]
