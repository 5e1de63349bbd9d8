"""Reading one whole case back as it was written, and what guards a finished letter and a number."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from desktop.errors import DeskError
from desktop.records.appointment import Appointment, AppointmentState, Companion, Company
from desktop.records.case import (
    Fee,
    Letter,
    LetterState,
    Note,
    Source,
    SourceState,
)
from desktop.records.ids import (
    AppointmentId,
    LetterId,
    NoteId,
    PartyId,
    RequestId,
    SourceId,
    StepId,
    StudentId,
)
from desktop.records.request import Access, EventKind, Outcome, Status, Waiting
from desktop.records.steps import Step, StepState
from desktop.store import cases, letters, queries, requests
from desktop.store.journal import Event
from tests.offices import AT, a_party, a_student

VISIT = Appointment(
    id=AppointmentId(1), meet_on=date(2026, 10, 20), meet_at=time(14, 30), place="Room 12",
    sits_in="Dana", interpreter=True,
)  # fmt: skip
LETTER = Letter(
    id=LetterId(1), recipient=PartyId(1), template="receipt", template_version="1",
    language="en", title="Receipt", text="We have it.", state=LetterState.DRAFT, drafted_at=AT,
)  # fmt: skip


@pytest.fixture
def request_id(office):
    return office.log(events={EventKind.HEARING: date(2026, 11, 2)}).request


def write(office, act):
    with office.store.change(Event(kind="note.added"), by=office.sign()) as change:
        act(change)


def draft(office, request, letter=LETTER):
    case = cases.case(office.store, request)
    addressed = replace(letter, recipient=case.requester.id)
    write(
        office,
        lambda change: letters.save_draft(change, request, addressed, by=office.opened.person.id),
    )
    return addressed


def finish(office, letter=LETTER.id, pdf=b"%PDF"):
    write(
        office,
        lambda change: letters.finish(change, letter, pdf=pdf, sha256="ab", by=office.sign()),
    )


def test_a_case_that_is_not_there_is_a_key_error(office):
    with pytest.raises(KeyError):
        cases.case(office.store, RequestId(5))


def test_all_that_belongs_to_a_case_is_read_as_it_was_written(office, request_id):
    source = Source(
        id=SourceId(1), name="Vault", keeper="Ana", state=SourceState.FOUND,
        asked_on=date(2026, 10, 6), answered_on=date(2026, 10, 7), pages=12, note="box 4",
    )  # fmt: skip
    fee = Fee(pages=3, cents_a_page=10, postage_cents=50, waived=True, waiver_reason="Hardship")
    note = Note(
        id=NoteId(1), text="He called.", person=office.opened.person.id,
        written_at=datetime(2026, 10, 5, 15, 30, tzinfo=UTC),
    )  # fmt: skip

    def everything(change):
        requests.save_source(change, request_id, source)
        requests.save_appointment(change, request_id, VISIT)
        requests.save_fee(change, request_id, fee)
        requests.add_note(change, request_id, note)

    write(office, everything)
    letter = draft(office, request_id)
    case = cases.case(office.store, request_id)
    assert source in case.sources
    assert case.appointments == (VISIT,)
    assert (case.fee, case.notes, case.letters) == (fee, (note,), (letter,))
    assert case.request.events == {EventKind.HEARING: date(2026, 11, 2)}


def test_visits_are_read_in_the_order_of_their_days(office, request_id):
    earlier = replace(
        VISIT, id=AppointmentId(2), meet_on=date(2026, 10, 14), state=AppointmentState.CANCELLED
    )
    at_nine = replace(VISIT, id=AppointmentId(3), meet_at=time(9, 0))
    for one in (VISIT, earlier, at_nine):
        write(office, lambda change, one=one: requests.save_appointment(change, request_id, one))
    assert cases.case(office.store, request_id).appointments == (earlier, at_nine, VISIT)


def test_a_visit_written_again_is_the_same_visit(office, request_id):
    write(office, lambda change: requests.save_appointment(change, request_id, VISIT))
    company = Company(count=2, kinds=(Companion.REPRESENTATIVE,), words="Rosa Pérez")
    kept = replace(
        VISIT, state=AppointmentState.SAW_PART, remains="The nurse's notes", company=company
    )
    write(office, lambda change: requests.save_appointment(change, request_id, kept))
    assert cases.case(office.store, request_id).appointments == (kept,)


def test_a_request_knows_all_of_its_group_from_either_end(office):
    ids = [
        office.log(student=a_student(id=StudentId(n)), requester=a_party(id=PartyId(n))).request
        for n in range(10, 14)
    ]
    write(office, lambda change: requests.link(change, ids[1], ids[0]))
    write(office, lambda change: requests.link(change, ids[2], ids[0]))
    assert [cases.case(office.store, one).related for one in ids] == [
        (ids[1], ids[2]), (ids[0], ids[2]), (ids[0], ids[1]), ()]  # fmt: skip
    assert cases.middle_of_group(office.store, ids[2]) == ids[0]
    assert cases.middle_of_group(office.store, ids[3]) == ids[3]
    assert cases.linked_to(office.store, ids[0]) == [ids[1], ids[2]]
    write(
        office,
        lambda change: requests.close(change, ids[1], Outcome.MERGED, date(2026, 10, 6)),
    )
    assert cases.linked_to(office.store, ids[0]) == [ids[2]]
    assert cases.merged_into(office.store, ids[0]) == [ids[1]]


def test_the_requests_about_a_student_come_newest_first(office):
    student = a_student()
    ids = {
        on: office.log(
            student=student, student_is_new=not place, requester=a_party(), received_on=on
        ).request
        for place, on in enumerate([date(2026, 9, 1), date(2026, 10, 1), date(2025, 4, 1)])
    }
    found = cases.requests_of(office.store, student.id)
    assert found == [ids[on] for on in sorted(ids, reverse=True)]
    assert cases.requests_of(office.store, StudentId(5)) == []


def test_the_history_of_one_request_holds_no_other_ones(office, request_id):
    other = office.log(student=a_student(id=StudentId(5)), requester=a_party(id=PartyId(5)))
    assert {one.event.request for one in cases.history(office.store, request_id)} == {request_id}
    assert len(cases.history(office.store, other.request)) == 2


# The checklist


def test_steps_that_are_no_longer_on_the_list_are_gone(office, request_id):
    kept = [
        Step(id=StepId(1), code="handover"),
        Step(id=StepId(2), code="receipt", state=StepState.DONE, done_on=date(2026, 10, 5)),
    ]
    write(office, lambda change: requests.save_steps(change, request_id, kept))
    steps = cases.case(office.store, request_id).steps
    assert [(one.code, one.state) for one in steps] == [
        ("handover", StepState.OPEN), ("receipt", StepState.DONE)]  # fmt: skip
    (row,) = queries.queue_rows(office.store, [request_id])
    assert row.next_step == "handover"


def test_a_checklist_that_is_done_shows_no_next_step(office, request_id):
    done = [
        replace(one, state=StepState.DONE) for one in cases.case(office.store, request_id).steps
    ]
    write(office, lambda change: requests.save_steps(change, request_id, done))
    assert queries.queue_rows(office.store, [request_id])[0].next_step == ""


# Open, waiting, closed


def test_what_is_written_about_a_request_is_what_is_read(office, request_id):
    write(
        office,
        lambda change: requests.set_status(change, request_id, Status.WAITING, Waiting.RECORDS),
    )
    write(office, lambda change: requests.set_access(change, request_id, Access.COPIES))
    write(office, lambda change: requests.set_owner(change, request_id, None))
    found = cases.case(office.store, request_id).request
    assert (found.status, found.waiting_for, found.access, found.owner) == (
        Status.WAITING, Waiting.RECORDS, Access.COPIES, None)  # fmt: skip
    write(
        office,
        lambda change: requests.close(change, request_id, Outcome.NO_RECORDS, date(2026, 10, 6)),
    )
    found = cases.case(office.store, request_id).request
    assert (found.status, found.waiting_for, found.outcome, found.closed_on) == (
        Status.CLOSED, None, Outcome.NO_RECORDS, date(2026, 10, 6))  # fmt: skip
    write(office, lambda change: requests.reopen(change, request_id))
    found = cases.case(office.store, request_id).request
    assert (found.status, found.outcome, found.closed_on) == (Status.OPEN, None, None)


def test_a_number_of_a_change_that_failed_is_given_to_the_next(office, request_id):
    def take_and_fail(change):
        assert requests.take_number(change, 2026) == "2026-0002"
        raise DeskError("test", "", "")

    with pytest.raises(DeskError):
        write(office, take_and_fail)
    assert office.log(student=a_student(id=5), requester=a_party(id=PartyId(5))).number == (
        "2026-0002"
    )


# Letters


def test_a_finished_letter_is_neither_written_dropped_nor_finished_again(office, request_id):
    draft(office, request_id)
    assert cases.letter_pdf(office.store, LETTER.id) is None
    finish(office)
    draft(office, request_id, replace(LETTER, text="other", title="other"))
    finish(office, pdf=b"other")
    write(office, lambda change: letters.drop_draft(change, LETTER.id))
    (kept,) = cases.case(office.store, request_id).letters
    assert (kept.text, kept.title, kept.state, kept.sha256) == (
        "We have it.", "Receipt", LetterState.FINISHED, "ab")  # fmt: skip
    assert cases.letter_pdf(office.store, LETTER.id) == b"%PDF"


def test_a_draft_has_not_left_and_can_be_thrown_away(office, request_id):
    letter = draft(office, request_id)
    write(
        office,
        lambda change: letters.mark_sent(change, LETTER.id, how="mailed", on=date(2026, 10, 6)),
    )
    assert cases.case(office.store, request_id).letters == (letter,)
    write(office, lambda change: letters.drop_draft(change, LETTER.id))
    assert cases.case(office.store, request_id).letters == ()


def test_a_letter_that_is_not_there_has_no_pdf(office):
    assert cases.letter_pdf(office.store, LetterId(5)) is None
