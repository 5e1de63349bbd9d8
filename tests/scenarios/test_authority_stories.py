"""The stories in which everything hangs on who asks, through the actions with their dates.

Story 3: a grandmother. Story 4: a student who turns 18 while the request is open.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.actions import (
    closing,
    families,
    handover,
    letter_drafting,
    letter_finishing,
    letter_leaving,
    steps,
)
from desktop.actions.authority import steps_today, verdict_of
from desktop.actions.care import tell_care
from desktop.letters.template import load_templates
from desktop.paths import resources
from desktop.records.authority import Answer, Reason
from desktop.records.care import Care, carried
from desktop.records.consent import Capacity, Consent
from desktop.records.ids import ConsentId, OrderId, RequestId, new_id
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.party import Relationship
from desktop.records.request import Access, Channel, Outcome, Status
from desktop.records.steps import StepRefusedError, StepState, step_named
from desktop.store import cases, consents, queries, students
from desktop.store.journal import Event
from tests.actions.refusals import events, refused, unchanged
from tests.offices import AT, Office, a_party, a_student, the_wording


def at(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, 16, 0, tzinfo=UTC)


def do(office: Office, request: RequestId, code: str, on: date, **how: str) -> None:
    principals = code.startswith("approve")
    by = office.principal(at(on)) if principals else office.sign(at(on))
    note = {"note": "The principal read it."} if principals else {}
    steps.do_step(office.store, request, code, law=office.law, today=on, by=by, **{**note, **how})


def read(office: Office, request: RequestId):
    return cases.case(office.store, request)


def answer(office: Office, request: RequestId, on: date):
    found = verdict_of(read(office, request), today=on)
    return found.answer, found.reason


def warned(office: Office, request: RequestId, on: date) -> set[str]:
    found = verdict_of(read(office, request), today=on).warnings
    return {one.code.removeprefix("verdict.warning.") for one in found}


class TestStory3Grandmother:
    """Story 3: the parents are abroad; the grandmother comes in on Thursday, November 5, 2026."""

    received = date(2026, 11, 5)

    @pytest.fixture
    def request_id(self, office: Office) -> RequestId:
        return office.log(
            today=self.received,
            received_on=self.received,
            channel=Channel.IN_PERSON,
            requester=a_party(name="Lucia Moreno"),
            relationship=Relationship.GRANDPARENT,
        ).request

    def told(self, office, request, **answers) -> Care:
        case = read(office, request)
        care = Care(
            student=case.student.id, party=case.requester.id, told_on=self.received, **answers
        )
        tell_care(office.store, care, request=request, by=office.sign(at(self.received)))
        return care

    def test_due_on_a_sunday_and_finished_by_the_friday_before_the_winter_break(
        self, office, request_id
    ):
        request = read(office, request_id).request
        assert (request.due_on, request.work_by) == (date(2026, 12, 20), date(2026, 12, 18))

    def test_nothing_asked_yet_the_counter_asks_the_three_questions(self, office, request_id):
        assert answer(office, request_id, self.received) == (Answer.ASK, Reason.ACTING_AS_PARENT)

    def test_a_with_a_power_of_attorney_she_may_and_the_paper_carries_it(self, office, request_id):
        care = self.told(
            office, request_id, lives_with=True, parent_absent=True, paper="Power of attorney",
            paper_until_on=date(2027, 6, 30),
        )  # fmt: skip
        assert answer(office, request_id, self.received) == (Answer.YES, Reason.ACTING_WITH_PAPER)
        said = [one.code for one in carried(Relationship.GRANDPARENT, care, self.received)]
        assert said == ["care.lives_with.yes", "care.parent_absent.yes", "care.paper.until"]
        do(office, request_id, "identity", self.received, choice="photo_id")
        do(office, request_id, "authority", self.received, choice="acts_as_parent")
        office.review(request_id, self.received)
        do(office, request_id, "inspected", self.received)

    def test_a_a_paper_that_ends_before_the_records_are_due_is_warned_of(self, office, request_id):
        self.told(
            office, request_id, lives_with=True, parent_absent=True, paper="Power of attorney",
            paper_until_on=date(2026, 11, 30),
        )  # fmt: skip
        assert "paper_ends" in warned(office, request_id, self.received)
        after = date(2026, 12, 1)
        assert "paper_over" in warned(office, request_id, after)
        assert answer(office, request_id, after) == (Answer.ASK, Reason.ACTING_NO_PAPER)

    def test_a_once_the_paper_has_ended_the_check_is_open_again(self, office, request_id):
        self.told(
            office, request_id, lives_with=True, parent_absent=True, paper="Power of attorney",
            paper_until_on=date(2026, 11, 30),
        )  # fmt: skip
        do(office, request_id, "identity", self.received, choice="photo_id")
        do(office, request_id, "authority", self.received, choice="acts_as_parent")
        with refused(office.store, "gate"):
            do(office, request_id, "inspected", date(2026, 12, 1))
        do(office, request_id, "authority", date(2026, 12, 1), choice="principal_decided",
           note="The child lives with her; the parents are back in March.")  # fmt: skip
        do(office, request_id, "approve_odd", date(2026, 12, 1), choice="agreed")
        office.review(request_id, date(2026, 12, 1))
        do(office, request_id, "inspected", date(2026, 12, 1))

    def test_b_without_a_paper_the_principal_decides_on_daily_care(self, office, request_id):
        care = self.told(office, request_id, lives_with=True, parent_absent=True)
        assert answer(office, request_id, self.received) == (Answer.ASK, Reason.ACTING_NO_PAPER)
        said = [one.code for one in carried(Relationship.GRANDPARENT, care, self.received)]
        assert said[-1] == "care.paper.no"
        with refused(office.store, "choice_answer"):
            do(office, request_id, "authority", self.received, choice="acts_as_parent")
        do(office, request_id, "authority", self.received, choice="principal_decided",
           note="Mrs. Whitfield: she cares for the child every day.")  # fmt: skip

    def test_c_who_only_does_pick_up_needs_a_parents_consent(self, office, request_id):
        self.told(office, request_id)
        assert answer(office, request_id, self.received) == (
            Answer.CONDITIONS,
            Reason.NOT_A_PARENT,
        )
        with refused(office.store, "choice_answer"):
            do(office, request_id, "authority", self.received, choice="acts_as_parent")
        do(office, request_id, "authority", self.received, choice="consent_on_file",
           note="Signed by the mother, dated November 4, kept in the folder.")  # fmt: skip

    def test_facts_told_after_the_principal_decided_open_the_check_again(self, office, request_id):
        do(office, request_id, "identity", self.received, choice="photo_id")
        do(office, request_id, "authority", self.received, choice="principal_decided",
           note="Mrs. Whitfield, on the phone.")  # fmt: skip
        self.told(office, request_id)
        with refused(office.store, "gate"):
            do(office, request_id, "inspected", self.received)

    def test_the_answers_stand_in_the_history_without_what_the_paper_is_called(
        self, office, request_id
    ):
        self.told(office, request_id, lives_with=True, paper="Power of attorney of Ana Moreno")
        event = events(office.store, request_id)[-1]
        assert event.kind == "care.told"
        assert "Moreno" not in str(event.facts)
        assert "history.care.told" in the_wording()

    def test_the_same_answers_are_not_written_twice(self, office, request_id):
        care = self.told(office, request_id, lives_with=True)
        with unchanged(office.store):
            tell_care(office.store, care, by=office.sign())

    @pytest.mark.parametrize(
        ("code", "answers"),
        [
            ("care_paper_missing", {"paper_until_on": date(2027, 1, 1)}),
            ("care_paper_long", {"paper": "x" * 301}),
            ("nine_digits", {"paper": "Form 123-45-6789"}),
        ],
    )
    def test_answers_that_cannot_be_are_refused(self, office, request_id, code, answers):
        with refused(office.store, code):
            self.told(office, request_id, **answers)


class TestStory4TheBirthday:
    """Story 4: Jordan, dual enrolled, turns 18 on December 28; his mother asked November 18."""

    received = date(2026, 11, 18)
    eve, birthday = date(2026, 12, 27), date(2026, 12, 28)

    @pytest.fixture
    def request_id(self, office: Office) -> RequestId:
        return office.log(
            today=self.received,
            received_on=self.received,
            channel=Channel.IN_PERSON,
            access=Access.COPIES,
            student=a_student(
                given="Jordan", family="Reed", born_on=date(2008, 12, 28), postsecondary=True
            ),
            requester=a_party(name="Denise Reed"),
            relationship=Relationship.MOTHER,
            reply_address="14 Mill Road\nMaple Grove, TX 75001",
        ).request

    @pytest.fixture
    def checked(self, office, request_id) -> RequestId:
        """Everything was checked in November."""
        on = date(2026, 11, 20)
        do(office, request_id, "identity", on, choice="photo_id")
        do(office, request_id, "authority", on, choice="parent_no_paper")
        office.review(request_id, on)
        return request_id

    def finished(self, office, request, on: date):
        templates, by = load_templates(resources("letters")), office.sign(at(on))
        kept = letter_drafting.draft_letter(
            office.store, request, "copies_enclosed", templates=templates, law=office.law,
            today=on, by=by,
        )  # fmt: skip
        letter_finishing.finish_letter(
            office.store, request, kept.letter, templates=templates, law=office.law,
            practice=False, today=on, by=by,
        )  # fmt: skip
        return kept.letter

    def sent(self, office, request, kept, on: date, today: date) -> None:
        letter_leaving.mark_sent(
            office.store, request, kept, "mailed", law=office.law, on=on, today=today,
            by=office.sign(at(today)),
        )  # fmt: skip

    def test_the_legal_date_is_a_saturday_after_the_birthday(self, office, request_id):
        request = read(office, request_id).request
        assert request.due_on == date(2027, 1, 2)
        assert request.received_on < self.birthday <= request.due_on

    def test_under_18_the_mother_may_see_this_schools_records(self, office, request_id):
        assert answer(office, request_id, self.received) == (Answer.YES, Reason.PARENT)
        assert answer(office, request_id, self.eve) == (Answer.YES, Reason.PARENT)
        assert "dual_enrolled" in warned(office, request_id, self.received)

    def test_the_birthday_is_told_from_day_one(self, office, request_id):
        assert "birthday_before_due" in warned(office, request_id, self.received)

    def test_on_the_birthday_the_right_is_his(self, office, request_id):
        assert answer(office, request_id, self.birthday) == (
            Answer.CONDITIONS,
            Reason.STUDENT_HOLDS_RIGHTS,
        )

    def test_before_the_birthday_the_copies_go_out(self, office, checked):
        on = date(2026, 12, 18)
        self.sent(office, checked, self.finished(office, checked, on), on, on)
        assert step_named(read(office, checked).steps, "handover").state is StepState.DONE

    def test_from_the_birthday_on_the_handover_waits(self, office, checked):
        do(office, checked, "scope", self.eve)
        with refused(office.store, "gate"):
            do(office, checked, "handover", self.birthday)

    def test_from_the_birthday_on_the_letter_waits_too(self, office, checked):
        with pytest.raises(StepRefusedError) as caught:
            self.finished(office, checked, self.birthday)
        assert caught.value.code == "gate"

    def test_a_letter_finished_before_and_mailed_after_waits_as_well(self, office, checked):
        kept = self.finished(office, checked, date(2026, 12, 18))
        with refused(office.store, "gate"):
            self.sent(office, checked, kept, self.birthday, self.birthday)

    def test_a_letter_mailed_before_and_noted_after_did_leave_in_time(self, office, checked):
        on = date(2026, 12, 18)
        self.sent(office, checked, self.finished(office, checked, on), on, self.birthday)
        assert read(office, checked).letters[0].sent_on == on

    def test_the_check_counts_as_open_and_stays_as_it_was_done(self, office, checked):
        case, right = read(office, checked), office.law.rights[read(office, checked).request.right]
        then = steps_today(case, right, today=self.eve)
        now = steps_today(case, right, today=self.birthday)
        assert step_named(then, "authority").state is StepState.DONE
        assert step_named(now, "authority").state is StepState.OPEN
        assert step_named(now, "identity").state is StepState.DONE
        assert step_named(case.steps, "authority").choice == "parent_no_paper"

    def test_no_outcome_rests_on_the_old_check(self, office, checked):
        with refused(office.store, "needs"):
            closing.close_request(
                office.store, checked, Outcome.PARTLY_GIVEN, note="Two pages.", law=office.law,
                today=self.birthday, by=office.sign(at(self.birthday)),
            )  # fmt: skip

    def test_a_parent_is_no_choice_any_more(self, office, checked):
        with refused(office.store, "choice_answer"):
            do(office, checked, "authority", self.birthday, choice="parent_no_paper")

    @pytest.mark.parametrize(
        ("choice", "note"),
        [
            ("consent_on_file", "Signed by Jordan on December 29."),
            ("tax_dependent", "Page 1 of the 2025 return, seen December 29."),
            ("principal_decided", "Mrs. Whitfield, after talking with Jordan."),
        ],
    )
    def test_confirmed_again_it_goes_on(self, office, checked, choice, note):
        on = date(2026, 12, 29)
        do(office, checked, "authority", on, choice=choice, note=note)
        if choice == "principal_decided":
            do(office, checked, "approve_odd", on, choice="agreed")
        do(office, checked, "handover", on)
        assert step_named(read(office, checked).steps, "handover").state is StepState.DONE

    def test_how_dependency_was_shown_must_be_written(self, office, checked):
        with refused(office.store, "note"):
            do(office, checked, "authority", self.birthday, choice="tax_dependent")

    def test_nobody_is_a_tax_dependent_exception_before_18(self, office, request_id):
        with refused(office.store, "choice_answer"):
            do(office, request_id, "authority", self.eve, choice="tax_dependent", note="Seen.")

    def test_the_student_asks_in_her_place(self, office, checked):
        by = office.sign(at(self.birthday))
        handover.student_asks(office.store, checked, law=office.law, today=self.birthday, by=by)
        case = read(office, checked)
        assert case.request.relationship is Relationship.SELF
        assert case.requester.name == "Jordan Reed"
        assert case.reply_address == ""
        assert case.request.due_on == date(2027, 1, 2)  # the clock goes on
        assert answer(office, checked, self.birthday) == (Answer.YES, Reason.ELIGIBLE_STUDENT)
        open_again = {step.code for step in case.steps if step.state is StepState.OPEN}
        assert {"identity", "authority"} <= open_again
        assert queries.search_ids(office.store, "jordan") == [checked]
        assert queries.search_ids(office.store, "denise") == []
        assert events(office.store, checked)[-1].kind == "request.student_asks"
        do(office, checked, "identity", self.birthday, choice="photo_id")
        do(office, checked, "authority", self.birthday, choice="eligible_student")
        office.review(checked, self.birthday)
        do(office, checked, "handover", self.birthday)

    def test_the_student_on_file_is_not_put_on_file_twice(self, office, checked):
        student = read(office, checked).student
        jordan = a_party(name="Jordan Reed")
        families.put_on_file(
            office.store, student.id, jordan, Relationship.SELF, by=office.sign(at(self.eve))
        )
        by = office.sign(at(self.birthday))
        handover.student_asks(office.store, checked, law=office.law, today=self.birthday, by=by)
        assert read(office, checked).requester.id == jordan.id
        on_file = students.guardians(office.store, student.id)
        assert [one.party.id for one in on_file if one.relationship is Relationship.SELF] == [
            jordan.id
        ]

    def test_before_the_birthday_he_does_not_take_over(self, office, checked):
        with refused(office.store, "not_the_holder"):
            handover.student_asks(
                office.store, checked, law=office.law, today=self.eve, by=office.sign()
            )

    def test_he_does_not_take_over_twice_nor_what_is_closed(self, office, checked):
        by = office.sign(at(self.birthday))
        handover.student_asks(office.store, checked, law=office.law, today=self.birthday, by=by)
        with refused(office.store, "student_asks_already"):
            handover.student_asks(office.store, checked, law=office.law, today=self.birthday, by=by)
        closing.close_request(
            office.store, checked, Outcome.WITHDRAWN, note="He called.", law=office.law,
            today=self.birthday, by=by,
        )  # fmt: skip
        assert read(office, checked).request.status is Status.CLOSED
        with refused(office.store, "closed"):
            handover.student_asks(office.store, checked, law=office.law, today=self.birthday, by=by)


class TestAPaperComesInLater:
    """A check made before a paper came in counts no longer where the paper changes the answer."""

    received = date(2026, 11, 5)

    def noted(self, office, request, *limits, on_asker=True) -> None:
        case = read(office, request)
        other = a_party(name="Elena Alvarez")
        families.put_on_file(
            office.store, case.student.id, other, Relationship.MOTHER, by=office.sign()
        )
        order = Order(
            id=OrderId(new_id(AT)),
            student=case.student.id,
            kind=OrderKind.PROTECTION,
            limited_party=case.requester.id if on_asker else other.id,
            limits=frozenset(limits),
            passage="He may not have the records.",
            read_by=office.opened.person.id,
        )
        families.note_order(office.store, order, by=office.sign())

    @pytest.mark.parametrize(
        ("limits", "on_asker", "waits"),
        [
            ((Limit.RECORDS,), True, True),
            ((Limit.CONTACT,), True, True),
            ((Limit.ADDRESS,), True, True),
            ((Limit.DECISIONS,), True, False),
            ((Limit.RECORDS, Limit.CONTACT), False, False),
        ],
        ids=[
            "99.4 revokes", "99.4 no contact", "99.4 hides an address", "99.4 decisions only",
            "99.4 about the other parent",
        ],
    )  # fmt: skip
    def test_the_release_waits_only_where_the_answer_changed(self, office, limits, on_asker, waits):
        request = office.log(today=self.received, received_on=self.received).request
        do(office, request, "identity", self.received, choice="photo_id")
        do(office, request, "authority", self.received, choice="parent_no_paper")
        office.review(request, self.received)
        self.noted(office, request, *limits, on_asker=on_asker)
        later = self.received + timedelta(1)
        if waits:
            with refused(office.store, "gate"):
                do(office, request, "inspected", later)
        else:
            do(office, request, "inspected", later)


class TestThePrincipalSigned:
    """What the principal signed was the answer of that day, and no other."""

    received = date(2026, 11, 5)

    @pytest.fixture
    def request_id(self, office: Office) -> RequestId:
        """A grandmother nobody asked anything; the principal signed that she may."""
        request = office.log(
            today=self.received,
            received_on=self.received,
            requester=a_party(name="Lucia Moreno"),
            relationship=Relationship.GRANDPARENT,
        ).request
        do(office, request, "identity", self.received, choice="photo_id")
        self.decided(office, request)
        do(office, request, "approve_odd", self.received, choice="agreed")
        office.review(request, self.received)
        return request

    def decided(self, office, request) -> None:
        note = "Mrs. Whitfield, on the phone."
        do(office, request, "authority", self.received, choice="principal_decided", note=note)

    def paper_comes_in(self, office, request) -> None:
        case = read(office, request)
        order = Order(
            id=OrderId(new_id(AT)), student=case.student.id, kind=OrderKind.PROTECTION,
            limited_party=case.requester.id, limits=frozenset({Limit.RECORDS}),
            passage="No records.", read_by=office.opened.person.id,
        )  # fmt: skip
        families.note_order(office.store, order, by=office.sign())

    def test_it_may_go_out_as_long_as_nothing_changes(self, office, request_id):
        do(office, request_id, "inspected", self.received)

    def test_another_answer_needs_another_signature(self, office, request_id):
        self.paper_comes_in(office, request_id)
        self.decided(office, request_id)
        with refused(office.store, "gate"):
            do(office, request_id, "inspected", self.received)
        do(office, request_id, "approve_odd", self.received, choice="agreed")
        do(office, request_id, "inspected", self.received)

    def test_another_way_needs_no_signature(self, office, request_id):
        case = read(office, request_id)
        care = Care(student=case.student.id, party=case.requester.id, told_on=self.received)
        tell_care(office.store, care, by=office.sign())
        note = "Signed by the mother, November 4."
        do(office, request_id, "authority", self.received, choice="consent_on_file", note=note)
        do(office, request_id, "inspected", self.received)


class TestAConsentInTheRegister:
    """A consent on file is an answer of its own, for whom it names and as long as it stands."""

    received = date(2026, 11, 5)
    signed = date(2026, 11, 2)

    def request(self, office, **consent) -> RequestId:
        logged = office.log(
            today=self.received,
            received_on=self.received,
            student=a_student(born_on=date(2008, 12, 28)),
            requester=a_party(name="Lucia Moreno", organization="Reading Help"),
            relationship=Relationship.OTHER,
        )
        case = read(office, logged.request)
        kept = Consent(
            id=ConsentId(new_id(AT)),
            student=case.student.id,
            **{
                "signer": "Elena Alvarez",
                "signed_as": Capacity.PARENT,
                "recipient": "Lucia Moreno",
                "purpose": "tutoring",
                "records": "report cards",
                "signed_on": self.signed,
                **consent,
            },
        )
        with office.store.change(Event(kind="consent.kept"), by=office.sign()) as change:
            consents.save_consent(change, kept)
            if kept.revoked_on is not None:
                consents.revoke(change, kept.id, kept.revoked_on, by_request=None)
        return logged.request

    @pytest.mark.parametrize(
        ("consent", "on", "reason"),
        [
            ({}, received, Reason.CONSENT_ON_FILE),
            ({"recipient": "Reading Help, Inc."}, received, Reason.CONSENT_ON_FILE),
            ({"recipient": "MORENO, Lucía"}, received, Reason.CONSENT_ON_FILE),
            ({"recipient": "colleges he applies to"}, received, Reason.NOT_A_PARENT),
            ({"recipient": "Lucia Ortiz"}, received, Reason.NOT_A_PARENT),
            ({"purpose": ""}, received, Reason.NOT_A_PARENT),
            ({"until_on": signed}, received, Reason.NOT_A_PARENT),
            ({"revoked_on": received}, received, Reason.NOT_A_PARENT),
            ({}, date(2026, 12, 28), Reason.STUDENT_HOLDS_RIGHTS),
        ],
        ids=[
            "99.30 named", "99.30 its body named", "99.30 named otherwise", "99.30 a class",
            "99.30 somebody else", "99.30(b) no purpose", "99.30 over",
            "300.9(c) revoked", "99.5(a)(1) a parent's, at 18",
        ],
    )  # fmt: skip
    def test_it_answers(self, office, consent, on, reason):
        assert answer(office, self.request(office, **consent), on)[1] is reason
