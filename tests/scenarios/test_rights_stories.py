"""The stories of rights beyond seeing records, from intake to closed file, through the actions.

Story 9: a wrong absence and an unfair grade. Story 11: the recruiters' list. Story 17: shredding
due while a request is open. What the office may not do is told where it would be tempted.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from hashlib import sha256

import pytest

from desktop.actions import closing, days, families, holds, listing, retention, steps
from desktop.actions.letter import Writing
from desktop.actions.printouts import Chosen, Printing, office_pages, request_pages
from desktop.errors import DeskError
from desktop.letters.page import draw_all
from desktop.letters.template import load_templates
from desktop.paths import resources
from desktop.records.ids import RequestId
from desktop.records.party import Relationship
from desktop.records.printout import load_printouts
from desktop.records.request import Channel, EventKind, Outcome, Right, Status
from desktop.records.scope import Scope
from desktop.records.steps import StepRefusedError
from desktop.records.student_list import ListAsked, Removed
from desktop.store import cases, disclosures, opt_outs, student_lists
from desktop.store import holds as held
from tests.actions.refusals import events
from tests.letters.pages import PRESS, whole_text
from tests.offices import Office, a_party, a_student, an_office, the_wording


class Story:
    """One office telling a story: what is done is done on a day, by the registrar."""

    def __init__(self, office: Office) -> None:
        self.office = office

    def sign(self, on: date):
        return self.office.sign(datetime(on.year, on.month, on.day, 16, 0, tzinfo=UTC))

    def case(self, request: RequestId):
        return cases.case(self.office.store, request)

    def do(self, request: RequestId, code: str, on: date, choice="", note="", **details) -> None:
        by = self.sign(on)
        if code.startswith("approve"):
            by, note = self.office.principal(by.at), note or "The principal read it."
        steps.do_step(
            self.office.store, request, code, law=self.office.law, today=on, by=by,
            choice=choice, note=note, details=details,
        )  # fmt: skip

    def known(self, request: RequestId, on: date, authority="parent_no_paper") -> None:
        """Who asks is checked, and that they may."""
        self.do(request, "identity", on, "address_on_file")
        self.do(request, "authority", on, authority)

    def close(self, request: RequestId, outcome: Outcome, on: date, note="") -> None:
        closing.close_request(
            self.office.store, request, outcome, note=note, law=self.office.law, today=on,
            by=self.sign(on),
        )  # fmt: skip

    def on_hold(self, request: RequestId) -> bool:
        hold = held.hold_of(self.office.store, request)
        return hold is not None and hold.live


@pytest.fixture
def indiana(tmp_path):
    office = an_office(tmp_path / "in", state="IN")
    yield Story(office)
    office.store.close()


class TestStory9AmendAWrongAbsenceAndAnUnfairGrade:
    """Story 9: one letter, Friday, January 15, 2027, with two points."""

    received = date(2027, 1, 15)
    student = a_student(special_education=True)
    mother = a_party(name="Elena Alvarez")

    @pytest.fixture
    def points(self, indiana) -> tuple[RequestId, RequestId]:
        absence = self.ask(indiana, new=True, words="She was on the field trip.")
        grade = self.ask(indiana, words="English should be an A.", link_to=absence)
        return absence, grade

    def ask(self, story, right=Right.AMEND, on=None, new=False, **override) -> RequestId:
        on = on or self.received
        return story.office.log(
            today=on, student=self.student, student_is_new=new, requester=self.mother,
            requester_is_new=new, relationship=Relationship.MOTHER, right=right, received_on=on,
            channel=Channel.LETTER, special_education=True, **override,
        ).request  # fmt: skip

    def checked(self, story, absence, on) -> None:
        story.known(absence, on)
        story.do(
            absence, "point", on, record="Attendance, January 8", ground="inaccurate",
            wrong="Marked absent on the field-trip day.", wanted="Present, field trip",
        )  # fmt: skip
        story.do(absence, "triage", on, "fact")
        story.do(absence, "check", on, "no_meeting", checked="The sign-in sheet of the trip.")

    def test_one_letter_is_two_linked_requests(self, indiana, points):
        absence, grade = points
        assert indiana.case(grade).related == (absence,)
        assert indiana.case(absence).request.id != grade

    def test_511_iac_7_38_2_ten_business_days_to_decide_with_mlk_day_in_the_calendar(
        self, indiana, points
    ):
        request = indiana.case(points[0]).request
        assert (request.driving_rule, request.due_on) == ("IN-2.decision", date(2027, 2, 1))

    def test_it_is_a_friday_earlier_where_the_office_keeps_no_mlk_day(self, indiana, points):
        mlk = date(2027, 1, 18)
        days.add_entry(
            indiana.office.store, from_on=mlk, until_on=mlk, title="MLK day", kind="not_holiday",
            law=indiana.office.law, by=indiana.sign(self.received),
        )  # fmt: skip
        assert indiana.case(points[0]).request.due_on == date(2027, 1, 29)

    def test_the_wrong_absence_is_corrected_and_confirmed(self, indiana, points):
        absence, on = points[0], date(2027, 1, 20)
        self.checked(indiana, absence, on)
        indiana.do(absence, "decision", on, "granted")
        with pytest.raises(StepRefusedError, match="needs"):
            indiana.close(absence, Outcome.AMENDED, on)
        indiana.do(
            absence, "change", on, changed_from="Absent", changed_to="Present, field trip",
            changed_on="2027-01-20",
        )  # fmt: skip
        indiana.do(absence, "tell_granted", on)
        indiana.close(absence, Outcome.AMENDED, on)
        case = indiana.case(absence)
        assert (case.request.status, case.request.outcome) == (Status.CLOSED, Outcome.AMENDED)
        assert case.details["changed_from"] == "Absent"
        assert not indiana.on_hold(absence)

    def test_the_grade_as_such_is_shown_the_way_for_appeals(self, indiana, points):
        grade, on = points[1], date(2027, 1, 20)
        indiana.known(grade, on)
        indiana.do(
            grade, "point", on, record="English, first semester", ground="misleading",
            wrong="It should be an A.",
        )  # fmt: skip
        indiana.do(grade, "triage", on, "judgement", note="She disagrees with the grading.")
        with pytest.raises(StepRefusedError, match="needs"):
            indiana.close(grade, Outcome.REFERRED, on, "Appeals go to the department.")
        indiana.do(grade, "approve_referral", on, "agreed")
        indiana.do(grade, "refer", on, appeal_way="Grade appeal form, to the department head.")
        indiana.do(grade, "tell_referred", on)
        indiana.close(grade, Outcome.REFERRED, on, "Appeals go to the department.")
        assert indiana.case(grade).request.outcome is Outcome.REFERRED

    def test_a_grade_that_was_typed_wrong_is_like_the_absence(self, indiana, points):
        grade, on = points[1], date(2027, 1, 20)
        indiana.do(grade, "triage", on, "recorded_wrongly")
        listed = [step.code for step in indiana.case(grade).steps]
        assert "decision" in listed
        assert "refer" not in listed

    def test_refused_heard_refused_again_and_the_statement_stays_with_the_record(
        self, indiana, points
    ):
        absence, on = points[0], date(2027, 1, 22)
        self.checked(indiana, absence, on)
        self.refuse(indiana, absence, on)
        assert indiana.on_hold(absence)  # for the hearing that may come
        hearing = self.ask(indiana, Right.HEARING, date(2027, 2, 3), link_to=absence)
        self.hear(indiana, hearing)
        statement = self.ask(indiana, Right.STATEMENT, date(2027, 3, 1), link_to=hearing)
        self.place(indiana, statement)
        assert indiana.case(statement).request.outcome is Outcome.PLACED

    def refuse(self, story, absence, on) -> None:
        story.do(absence, "decision", on, "refused", note="The sheet does not show her.")
        with pytest.raises(StepRefusedError, match="needs"):
            story.close(absence, Outcome.REFUSED, on)
        story.do(absence, "approve_refusal", on, "agreed")
        with pytest.raises(StepRefusedError) as told:
            story.close(absence, Outcome.REFUSED, on)
        assert "right to a hearing" in told.value.message
        story.do(absence, "tell_refused", on)
        story.close(absence, Outcome.REFUSED, on)

    def hear(self, story, hearing) -> None:
        on = date(2027, 2, 4)
        assert story.case(hearing).request.due_on == date(2027, 2, 24)  # 15 business days
        story.known(hearing, on)
        story.do(
            hearing, "standing", on, "after_refusal", record="Attendance, January 8",
            wrong="She was on the field trip.",
        )  # fmt: skip
        story.do(hearing, "officer", on, officer="Sam Roe, district", officer_interest="outside")
        story.do(
            hearing, "set", on, hearing_on="2027-02-18", hearing_at="15:30",
            hearing_place="Library",
        )  # fmt: skip
        case = story.case(hearing)
        assert case.request.events == {EventKind.AMENDMENT_HEARING: date(2027, 2, 18)}
        assert case.request.due_on == date(2027, 2, 11)  # notice 5 business days ahead
        self.decide_too_early(story, hearing, on)
        story.do(hearing, "notice", on, noticed_on="2027-02-04")
        assert story.case(hearing).request.due_on == date(2027, 2, 24)
        day = date(2027, 2, 18)
        story.do(hearing, "held", day, "family_came", came="Mrs. Alvarez and an advocate.")
        decided = {"evidence": "The sheet; her photograph.", "reasons": "The sheet is signed."}
        story.do(hearing, "written", day, "refused", decided_on="2027-02-18", **decided)
        with pytest.raises(StepRefusedError) as told:
            story.close(hearing, Outcome.REFUSED, day)
        assert "right to a statement" in told.value.message
        story.do(hearing, "tell_refused", day)
        story.close(hearing, Outcome.REFUSED, day)

    def decide_too_early(self, story, hearing, on) -> None:
        """34 CFR 99.22(b), (d): no decision without notice and a fair hearing."""
        with pytest.raises(StepRefusedError, match="gate"):
            story.do(
                hearing, "written", on, "refused", evidence="-", reasons="-",
                decided_on=on.isoformat(),
            )  # fmt: skip

    def place(self, story, statement) -> None:
        on = date(2027, 3, 2)
        story.known(statement, on)
        story.do(statement, "standing", on, "after_hearing")
        words = "She WAS there.\n\nAsk Mr. Lind."
        story.do(statement, "text", on, record="Attendance, January 8", statement_text=words)
        assert story.case(statement).details["statement_text"] == words
        story.do(statement, "place", on, placed_where="Behind the sheet", placed_on="2027-03-02")
        with pytest.raises(StepRefusedError, match="needs"):
            story.close(statement, Outcome.PLACED, on)
        story.do(statement, "flag", on)
        story.do(statement, "tell", on)
        story.close(statement, Outcome.PLACED, on)


class TestStory11TheRecruitersList:
    """Story 11: Mrs. Lee's opt-out came on September 10; the recruiter asks on September 14."""

    came, asked = date(2026, 9, 10), date(2026, 9, 14)
    student = a_student(given="Ada", family="Lee", grade="11", born_on=date(2009, 5, 2))
    mother = a_party(name="Grace Lee")
    recruiter = a_party(name="Sgt. Dale", organization="Recruiting Station")

    @pytest.fixture
    def story(self, office) -> Story:
        return Story(office)

    def log(self, story, right, on, requester, relationship, new=False) -> RequestId:
        return story.office.log(
            today=self.asked, student=self.student, student_is_new=new, requester=requester,
            relationship=relationship, right=right, received_on=on, channel=Channel.LETTER,
        ).request  # fmt: skip

    @pytest.fixture
    def opted_out(self, story) -> RequestId:
        request = self.log(
            story, Right.RECRUITER_OPT_OUT, self.came, self.mother, Relationship.MOTHER, new=True
        )
        story.known(request, self.asked)
        story.do(request, "enter", self.asked, opt_out_on="2026-09-10")
        story.do(request, "spread", self.asked)
        story.do(request, "tell", self.asked)
        story.close(request, Outcome.ENTERED, self.asked)
        return request

    def test_it_is_in_the_register_as_the_recruiters_own_from_the_day_it_came(
        self, story, opted_out
    ):
        (one,) = opt_outs.opt_outs_of(story.office.store, self.student.id)
        assert (one.scope, one.received_on) == (Scope.RECRUITERS, self.came)
        assert one.request == opted_out

    def ask(self, story, new=False) -> RequestId:
        request = self.log(
            story, Right.THIRD_PARTY, self.asked, self.recruiter, Relationship.OTHER, new=new
        )
        story.do(
            request, "who", self.asked, party_kind="recruiter",
            party_interest="List of juniors and seniors",
        )  # fmt: skip
        story.do(request, "identity", self.asked, "call_back")
        story.do(request, "basis", self.asked, "fits")
        story.do(
            request, "which", self.asked, disclosure_basis="recruiters",
            basis_shown="Letter of the station, September 14.",
        )  # fmt: skip
        return request

    @pytest.mark.usefixtures("opted_out")
    def test_the_recruiter_gets_nothing_on_her_and_the_log_says_that_they_asked(self, story):
        request = self.ask(story)
        story.do(request, "opt_outs", self.asked, "opted_out")
        story.do(request, "answer", self.asked, "give")
        with pytest.raises(StepRefusedError, match="gate"):
            story.do(
                request, "give", self.asked, disclosure_records="Name, address, phone",
                disclosed_on="2026-09-14",
            )  # fmt: skip
        story.do(request, "answer", self.asked, "refuse", note="Opted out.")
        story.do(request, "approve", self.asked, "agreed")
        story.do(request, "tell_refused", self.asked, refused_on="2026-09-14")
        story.close(request, Outcome.REFUSED, self.asked)
        (row,) = disclosures.disclosures_of(story.office.store, self.student.id)
        assert row.entry.refused
        assert row.entry.party == "Sgt. Dale, Recruiting Station"

    @pytest.mark.usefixtures("opted_out")
    def test_an_opt_out_that_nobody_looked_up_stops_it_all_the_same(self, story):
        request = self.ask(story)
        story.do(request, "opt_outs", self.asked, "none")
        story.do(request, "answer", self.asked, "give")
        with pytest.raises(StepRefusedError, match="opted_out"):
            story.do(
                request, "give", self.asked, disclosure_records="Name, address, phone",
                disclosed_on="2026-09-14",
            )  # fmt: skip
        assert disclosures.disclosures_of(story.office.store, self.student.id) == []

    def test_without_an_opt_out_the_three_facts_go_and_the_log_says_which(self, story):
        request = self.ask(story, new=True)
        story.do(request, "opt_outs", self.asked, "none")
        story.do(request, "answer", self.asked, "give")
        story.do(
            request, "give", self.asked, disclosure_records="Name, address, phone",
            disclosed_on="2026-09-14",
        )  # fmt: skip
        story.close(request, Outcome.DISCLOSED, self.asked)
        (row,) = disclosures.disclosures_of(story.office.store, self.student.id)
        assert (row.entry.basis, row.entry.refused) == ("recruiters", False)
        assert row.entry.records == "Name, address, phone"

    @pytest.mark.usefixtures("opted_out")
    def test_the_list_goes_without_her_and_the_log_has_its_hash_and_count_not_names(
        self, story, tmp_path
    ):
        office, path = story.office, tmp_path / "numbers.csv"
        for given, number, grade in (("Bo", "103", "11"), ("Cy", "104", "12"), ("Di", "105", "10")):
            families.save_student(
                office.store,
                a_student(given=given, grade=grade, local_number=number, born_on=None),
                today=self.asked, by=story.sign(self.asked),
            )  # fmt: skip
        request = self.ask(story)
        story.do(request, "opt_outs", self.asked, "taken_out")
        story.do(request, "answer", self.asked, "give_list")
        asked = ListAsked(
            purpose="military", receiver="Sgt. Dale, Recruiting Station",
            interest="List of juniors and seniors", grades=("11", "12"), request=request,
        )  # fmt: skip
        made = listing.make_list(
            office.store, asked, path=path, law=office.law, today=self.asked,
            by=story.sign(self.asked),
        ).made  # fmt: skip
        story.do(request, "student_list", self.asked, list_given_on="2026-09-14")
        story.close(request, Outcome.LIST_GIVEN, self.asked)
        assert path.read_text().split() == ["student_number", "103", "104"]
        assert made.removed == {Removed.RECRUITERS: 1}
        (kept,) = student_lists.lists_of(office.store, request)
        assert kept.sha256 == sha256(path.read_bytes()).hexdigest()
        assert disclosures.disclosures_of(office.store, self.student.id) == []
        told = [event.facts for event in events(office.store, request)]
        assert any(fact.get("sha256") == kept.sha256 and fact.get("count") == 2 for fact in told)
        assert not any(name in str(told) for name in ("Bo", "Cy", "Lee", "103"))

    @pytest.mark.usefixtures("opted_out")
    def test_r_11_1_the_students_own_note_before_18_is_answered_not_entered(self, story):
        student = a_party(name="Ada Lee")
        request = self.log(story, Right.RECRUITER_OPT_OUT, self.asked, student, Relationship.SELF)
        story.do(request, "identity", self.asked, "known_in_person")
        story.do(request, "authority", self.asked, "student_under_18")
        assert "enter" not in [step.code for step in story.case(request).steps]
        story.do(request, "student_told", self.asked)
        story.close(request, Outcome.DECLINED, self.asked)
        assert len(opt_outs.opt_outs_of(story.office.store, self.student.id)) == 1


class TestStory17DestructionDueDuringAnOpenRequest:
    """Story 17: open since October 1; the folders of 2019 are to be shredded on October 30."""

    received, shredding = date(2026, 10, 1), date(2026, 10, 30)

    @pytest.fixture
    def story(self, office) -> Story:
        return Story(office)

    @pytest.fixture
    def request_id(self, story) -> RequestId:
        return story.office.log(today=self.received, received_on=self.received).request

    def test_99_10_e_the_hold_is_on_from_the_day_it_came(self, story, request_id):
        hold = held.hold_of(story.office.store, request_id)
        assert hold is not None
        assert (hold.live, hold.from_on) == (True, self.received)
        (listed,) = held.hold_ids(story.office.store)
        assert listed == request_id

    def test_shredding_is_refused_while_it_is_open(self, story, request_id):
        retention.set_schedule(
            story.office.store, 5, reason="District schedule 4.2", by=story.sign(self.received)
        )
        with pytest.raises(DeskError, match="kept"):
            retention.destroy_files(
                story.office.store, [request_id], reason="Leavers of 2019",
                today=self.shredding, by=story.sign(self.shredding),
            )  # fmt: skip
        assert story.case(request_id).request.status is Status.OPEN

    def test_99_10_e_the_slip_and_the_list_for_the_records_room_keep_the_folder(
        self, story, request_id
    ):
        desk = Printing(
            writing=Writing(
                templates=load_templates(resources("printouts")), law=story.office.law,
                today=self.shredding,
            ),
            wording=the_wording(), answers_business_days=3,
        )  # fmt: skip
        papers = load_printouts(resources("printouts", "printouts.toml"))
        memo = papers.get("hold_memo")
        pages = request_pages(story.office.store, request_id, memo, Chosen(), desk)
        slip = whole_text(draw_all(pages, PRESS))
        for said in (
            "2026-0001", "Mia Alvarez", "20417", "October 1, 2026", "every record of this student",
            "until it is released in writing", "34 CFR 99.10(e)", "I have read this",
        ):  # fmt: skip
            assert said in slip
        typed = {"first_on": "2026-10-26", "last_on": self.shredding.isoformat()}
        pages = office_pages(
            story.office.store, papers.get("holds_list"), Chosen(typed=typed), desk
        )
        listed = whole_text(draw_all(pages, PRESS))
        assert "Alvarez, Mia (20417)" in listed
        assert "Request 2026-0001, since October 1, 2026" in listed

    def test_it_is_over_when_the_request_is_closed(self, story, request_id):
        story.close(request_id, Outcome.WITHDRAWN, date(2026, 11, 3), "He called.")
        assert not story.on_hold(request_id)

    def test_a_hold_kept_for_a_hearing_comes_off_by_a_person_with_a_reason(self, story):
        on = date(2026, 10, 5)
        request = story.office.log(today=on, right=Right.AMEND, received_on=on).request
        story.known(request, on)
        story.do(request, "triage", on, "fact")
        story.do(request, "check", on, "no_meeting", checked="The register.")
        story.do(request, "decision", on, "refused", note="It is right.")
        story.do(request, "approve_refusal", on, "agreed")
        story.do(request, "tell_refused", on)
        story.close(request, Outcome.REFUSED, on)
        assert story.on_hold(request)
        holds.release_hold(
            story.office.store, request, reason="No hearing was asked for.",
            today=self.shredding, by=story.sign(self.shredding),
        )  # fmt: skip
        assert not story.on_hold(request)
        gone = held.hold_of(story.office.store, request)
        assert (gone.released_by, gone.released_on) == (
            story.office.opened.person.id, self.shredding,
        )  # fmt: skip
        told = events(story.office.store, request)[-1]
        assert (told.kind, told.facts["note"]) == ("hold.released", "No hearing was asked for.")
