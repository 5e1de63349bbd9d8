"""The stories of the counter, from intake to closed file, through the actions.

Each test is one story in its own words. The window tests tell the same stories through the screens.
"""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, time

import pytest
from pypdf import PdfReader

from desktop.actions import (
    closing,
    days,
    giving,
    intake,
    letter_drafting,
    letter_finishing,
    letter_leaving,
    merging,
    searching,
    steps,
    visits,
)
from desktop.actions.authority import verdict_of
from desktop.actions.letter_facts import recipient_lines
from desktop.letters.template import load_templates
from desktop.paths import resources
from desktop.records.authority import Answer, Reason
from desktop.records.case import Fee, SourceState
from desktop.records.ids import OrderId, RequestId, new_id
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.party import Relationship
from desktop.records.request import Access, Channel, EventKind, Outcome, Right, Status
from desktop.records.school import Address
from desktop.records.steps import StepRefusedError
from desktop.store import cases, families, queries
from desktop.store.journal import Event
from desktop.store.repeats import likely_repeats
from desktop.wording.history import Names, history_lines
from tests.offices import AT, Office, a_party, a_student, an_intake, an_office, the_wording


def at(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, 16, 0, tzinfo=UTC)


def do(office: Office, request: RequestId, code: str, on: date, **how: str) -> None:
    steps.do_step(
        office.store, request, code, law=office.law, today=on, by=office.sign(at(on)), **how
    )


def told(office: Office, request: RequestId) -> str:
    """The history as it reads."""
    case = cases.case(office.store, request)
    numbers = {one: cases.case(office.store, one).request.number for one in case.related}
    lines = history_lines(
        cases.history(office.store, request),
        right=office.law.rights[case.request.right],
        names=Names(people={}, requests=numbers),
        wording=the_wording(),
    )
    return "\n".join(line.text for line in lines)


def letter_text(office: Office, request: RequestId, template: str, on: date) -> str:
    """Draft, finish and print a letter; what the paper says."""
    templates = load_templates(resources("letters"))
    by = office.sign(at(on))
    kept = letter_drafting.draft_letter(
        office.store, request, template, templates=templates, law=office.law, today=on, by=by
    )
    letter_finishing.finish_letter(
        office.store,
        request,
        kept.letter,
        templates=templates,
        law=office.law,
        practice=False,
        today=on,
        by=by,
    )
    letter_leaving.mark_sent(
        office.store, request, kept.letter, "mailed", law=office.law, on=on, today=on, by=by
    )
    pdf = cases.letter_pdf(office.store, kept.letter)
    assert pdf is not None
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


class TestStory1DivorcedFatherOutOfState:
    """Story 1: a father 900 miles away asks by e-mail; the mother has said "give him nothing"."""

    received = date(2026, 10, 1)

    @pytest.fixture
    def request_id(self, office: Office) -> RequestId:
        mother = a_party(name="Elena Alvarez", address=Address(street="118 Alder Street"))
        student = a_student()
        with office.store.change(Event(kind="roster.imported"), by=office.sign()) as change:
            families.save_students(change, [student])
            families.save_parties(change, [mother])
            families.save_guardians(change, [(student.id, mother.id, Relationship.MOTHER)])
        logged = office.log(
            today=self.received,
            student=student,
            student_is_new=False,
            received_on=self.received,
            channel=Channel.EMAIL,
            access=Access.COPIES,
            record_kinds=("grades", "attendance"),
            reply_address="PO Box 12\nReno, NV 89501",
        )
        return logged.request

    def test_the_legal_date_is_a_sunday_and_the_work_by_date_the_friday_before(
        self, office, request_id
    ):
        case = cases.case(office.store, request_id)
        assert case.request.due_on == date(2026, 11, 15)
        assert case.request.work_by == date(2026, 11, 13)
        assert case.request.driving_rule == "US-1"

    def test_he_may_see_them_because_no_paper_on_file_limits_him(self, office, request_id):
        verdict = verdict_of(cases.case(office.store, request_id), today=self.received)
        assert verdict.answer is Answer.YES
        assert verdict.reason is Reason.PARENT

    def test_a_custody_paper_that_does_not_speak_of_records_does_not_deny_him(
        self, office, request_id
    ):
        case = cases.case(office.store, request_id)
        order = Order(
            id=OrderId(new_id(AT)),
            student=case.student.id,
            kind=OrderKind.CUSTODY,
            limited_party=case.requester.id,
            limits=frozenset({Limit.DECISIONS}),
            read_by=office.opened.person.id,
        )
        with office.store.change(Event(kind="order.noted"), by=office.sign()) as change:
            families.add_order(change, order)
        verdict = verdict_of(cases.case(office.store, request_id), today=self.received)
        assert verdict.answer is Answer.YES

    def test_nothing_leaves_before_we_know_who_asks(self, office, request_id):
        with pytest.raises(StepRefusedError, match="gate"):
            do(office, request_id, "handover", self.received)
        with pytest.raises(StepRefusedError, match="gate"):
            letter_text(office, request_id, "copies_enclosed", self.received)

    def test_from_intake_to_closed_file(self, office, request_id):
        on = date(2026, 10, 6)
        do(office, request_id, "identity", on, choice="call_back")
        do(office, request_id, "authority", on, choice="parent_no_paper")
        office.review(request_id, on)
        source = cases.case(office.store, request_id).sources[0]
        searching.answer_source(
            office.store,
            request_id,
            source.id,
            SourceState.FOUND,
            pages=14,
            today=on,
            by=office.sign(at(on)),
        )
        giving.set_fee(
            office.store,
            request_id,
            Fee(pages=14, cents_a_page=10, postage_cents=150),
            law=office.law,
            by=office.sign(at(on)),
        )
        paper = letter_text(office, request_id, "copies_enclosed", on)
        assert "$1.40" in paper
        assert "$2.90" in paper
        assert "search" not in paper.lower()
        assert "118 Alder" not in paper  # the mother's address is not in the father's letter
        closing.close_request(
            office.store,
            request_id,
            Outcome.COPIES_SENT,
            note="",
            law=office.law,
            today=on,
            by=office.sign(at(on)),
        )
        assert cases.case(office.store, request_id).request.status is Status.CLOSED
        assert queries.search_ids(office.store, "alvarez") == [request_id]

    def test_the_address_he_gave_is_used_for_this_answer_and_not_put_on_file(
        self, office, request_id
    ):
        case = cases.case(office.store, request_id)
        assert recipient_lines(case) == ("Rafael Alvarez", "PO Box 12", "Reno, NV 89501")
        assert case.requester.address.lines() == ()


class TestStory5ByPhoneInSpanish:
    """Story 5: Mr. Ortiz asks by phone, in Spanish only, for everything about his daughter."""

    received = date(2026, 9, 14)

    def log(self, office: Office) -> RequestId:
        return office.log(
            today=self.received,
            student=a_student(given="Camila", family="Ortiz"),
            requester=a_party(name="Rafael Ortiz", language="es"),
            channel=Channel.PHONE,
            received_on=self.received,
            words="todo lo de mi hija",
            record_kinds=("everything",),
            language="es",
            interpreter=True,
        ).request

    def test_federal_date(self, office):
        assert cases.case(office.store, self.log(office)).request.due_on == date(2026, 10, 29)

    def test_in_california_five_business_days_drive(self, tmp_path):
        california = an_office(tmp_path / "ca", state="CA")
        case = cases.case(california.store, self.log(california))
        assert case.request.due_on == date(2026, 9, 21)
        assert case.request.driving_rule == "CA-1"
        assert {limit.rule for limit in case.clocks.limits} >= {"CA-1", "US-1"}
        california.store.close()

    def test_the_receipt_is_in_spanish_with_his_own_words_and_who_took_them(self, office):
        request = self.log(office)
        paper = letter_text(office, request, "receipt", self.received)
        assert "todo lo de mi hija" in paper
        assert "29 de octubre de 2026" in paper
        assert "Jo Reyes" in paper

    def test_the_visit_letter_offers_the_interpreter_in_spanish(self, office):
        request = self.log(office)
        visits.set_visit(
            office.store,
            request,
            meet_on=date(2026, 9, 22),
            meet_at=time(16, 30),
            place="Front office",
            sits_in="Ana Ruiz",
            interpreter=True,
            today=self.received,
            by=office.sign(at(self.received)),
        )
        paper = letter_text(office, request, "appointment", self.received)
        assert "español" in paper
        assert "22 de septiembre de 2026" in paper


class TestStory6BeforeTheIepMeeting:
    """Story 6: records are due before the IEP meeting, not on day 45; the meeting moves."""

    received = date(2027, 2, 2)
    meeting = date(2027, 2, 10)

    @pytest.fixture
    def request_id(self, office: Office) -> RequestId:
        return office.log(
            today=self.received,
            student=a_student(special_education=True),
            received_on=self.received,
            channel=Channel.IN_PERSON,
            special_education=True,
            events={EventKind.IEP_MEETING: self.meeting},
            record_kinds=("special_education", "messages"),
        ).request

    def test_the_day_before_the_meeting_drives(self, office, request_id):
        case = cases.case(office.store, request_id)
        assert case.request.due_on == date(2027, 2, 9)
        limit = case.clocks.driving_limit
        assert limit is not None
        assert limit.before_event is EventKind.IEP_MEETING
        assert date(2027, 3, 19) in {one.due_on for one in case.clocks.limits}

    def test_a_moved_meeting_moves_the_date_and_the_history_says_so(self, office, request_id):
        on = date(2027, 2, 3)
        days.set_event(
            office.store,
            request_id,
            kind=EventKind.IEP_MEETING,
            on=date(2027, 2, 24),
            law=office.law,
            by=office.sign(at(on)),
        )
        assert cases.case(office.store, request_id).request.due_on == date(2027, 2, 23)
        story = told(office, request_id)
        assert "moved the IEP meeting from Wednesday, February 10, 2027" in story
        assert "to Wednesday, February 24, 2027" in story
        assert "Due Tuesday, February 23, 2027" in story


class TestStory15DuplicateAndBothParents:
    """Story 15: both parents ask, one asks again, and two clerks paste one e-mail twice."""

    def test_two_parents_are_two_requests_linked_with_one_search(self, office):
        student, mother = a_student(), a_party(name="Elena Alvarez")
        first = office.log(
            today=date(2026, 10, 20),
            student=student,
            requester=mother,
            relationship=Relationship.MOTHER,
            received_on=date(2026, 10, 20),
        ).request
        second = office.log(
            today=date(2026, 10, 22),
            student=student,
            student_is_new=False,
            received_on=date(2026, 10, 22),
            link_to=first,
        ).request
        due = [cases.case(office.store, one).request for one in (first, second)]
        assert [one.due_on for one in due] == [date(2026, 12, 4), date(2026, 12, 6)]
        assert due[1].work_by == date(2026, 12, 4)
        by = office.sign(at(date(2026, 10, 23)))
        place = cases.case(office.store, first).sources[0]
        searching.answer_source(
            office.store,
            first,
            place.id,
            SourceState.FOUND,
            pages=30,
            today=date(2026, 10, 23),
            by=by,
        )
        searching.take_over_search(office.store, second, first, by=by)
        assert cases.case(office.store, second).sources[0].pages == 30
        assert "Elena" not in letter_text(office, second, "receipt", date(2026, 10, 23))

    def test_asking_again_is_a_new_request_with_its_own_date(self, office):
        student, mother = a_student(), a_party(name="Elena Alvarez")
        office.log(
            today=date(2026, 10, 20),
            student=student,
            requester=mother,
            received_on=date(2026, 10, 20),
        )
        repeats = likely_repeats(
            office.store,
            student=student.id,
            requester=mother.id,
            right=Right.INSPECT,
            since=date(2025, 11, 18),
        )
        assert [one.same_requester for one in repeats] == [True]
        again = office.log(
            today=date(2026, 11, 18),
            student=student,
            student_is_new=False,
            requester=mother,
            requester_is_new=False,
            received_on=date(2026, 11, 18),
        )
        assert cases.case(office.store, again.request).request.due_on == date(2027, 1, 2)

    def test_a_double_entry_is_merged_keeps_the_earliest_receipt_and_can_be_undone(self, office):
        student, mother = a_student(), a_party(name="Elena Alvarez")
        ids = []
        for number, on in enumerate((date(2026, 11, 19), date(2026, 11, 18))):
            ids.append(
                office.log(
                    today=date(2026, 11, 19),
                    student=student,
                    student_is_new=number == 0,
                    requester=mother,
                    requester_is_new=number == 0,
                    received_on=on,
                ).request
            )
        kept, double = ids
        by = office.sign(at(date(2026, 11, 19)))
        merging.merge_requests(
            office.store, double, kept, law=office.law, today=date(2026, 11, 19), by=by
        )
        assert cases.case(office.store, kept).request.due_on == date(2027, 1, 2)
        assert cases.case(office.store, double).request.outcome is Outcome.MERGED
        assert cases.case(office.store, double).request.number in told(office, kept)
        merging.unmerge_request(office.store, double, law=office.law, by=by)
        assert cases.case(office.store, kept).request.received_on == date(2026, 11, 19)
        assert cases.case(office.store, double).request.status is Status.OPEN

    def test_the_same_request_typed_again_is_noted_on_the_first(self, office):
        student, mother = a_student(), a_party(name="Elena Alvarez")
        first = office.log(
            today=date(2026, 10, 20),
            student=student,
            requester=mother,
            received_on=date(2026, 10, 20),
        ).request
        typed = an_intake(
            student=student,
            student_is_new=False,
            requester=mother,
            requester_is_new=False,
            received_on=date(2026, 10, 22),
            channel=Channel.PHONE,
            words="She asked again by phone.",
        )
        intake.log_again(
            office.store,
            first,
            typed,
            law=office.law,
            today=date(2026, 10, 22),
            by=office.sign(at(date(2026, 10, 22))),
        )
        case = cases.case(office.store, first)
        assert case.request.received_on == date(2026, 10, 20)
        assert [note.text for note in case.notes] == ["She asked again by phone."]
        assert "asked again" in told(office, first)


def test_signing_initials_are_those_of_who_did_it(office):
    request = office.log().request
    entry = cases.history(office.store, request)[0]
    assert entry.initials == "JR"
