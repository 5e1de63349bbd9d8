"""The stories of the law, each once through the whole program: from intake to closed file.

Story 3: a grandmother. Story 4: a birthday inside the window. Story 9: one letter, two points.
Story 11: the recruiters' list. Story 17: shredding while a request is open. What the actions alone
must do stands in the other files here; these are the same people at the window.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest
from PySide6.QtCore import Qt

from desktop.actions import days, families
from desktop.actions.authority import verdict_of
from desktop.records.authority import Reason
from desktop.records.party import Relationship
from desktop.records.person import Role
from desktop.records.request import Outcome, Right, Status
from desktop.records.steps import StepState, step_named
from desktop.screens.letter import LetterDialog
from desktop.screens.list_form import ListForm
from desktop.screens.printout import PrintoutDialog
from desktop.screens.register_end import ReleaseHoldDialog
from desktop.store.journal import Event
from desktop.store.office import set_person
from tests.letters.pages import whole_text
from tests.offices import Office, a_party, a_student, an_office
from tests.scenarios.at_the_window import CTRL, clock, desk  # noqa: F401  # fixtures

KEYS = Qt.Key


def of_one(office: Office) -> Office:
    """A small office, whose one person is also the principal."""
    with office.store.change(Event(kind="person.changed"), by=office.sign()) as change:
        set_person(change, replace(office.opened.person, role=Role.PRINCIPAL))
    return office


def on_file(office: Office, student, *people) -> None:
    """The student on the roster and these people on file: name and relationship."""
    by = office.sign()
    families.save_student(office.store, student, today=date(2026, 10, 5), by=by)
    for name, relationship in people:
        families.put_on_file(
            office.store, student.id, a_party(name=name), relationship, by=by
        )  # fmt: skip


def reason_of(case, on: date) -> Reason:
    return verdict_of(case, today=on).reason


def ended(case) -> tuple[Status, Outcome | None]:
    return case.request.status, case.request.outcome


class TestStory3Grandmother:
    """The parents are abroad; she comes in on Thursday, November 5, 2026."""

    came = date(2026, 11, 5)

    @pytest.fixture
    def at(self, office, desk):  # noqa: F811  # the fixture
        on_file(of_one(office), a_student(), ("Ana Moreno", Relationship.MOTHER))
        days.add_entry(
            office.store, from_on=date(2026, 12, 21), until_on=date(2027, 1, 1),
            title="Winter break", kind="closure", law=office.law, by=office.sign(),
        )  # fmt: skip
        return desk(office, self.came)

    def she_asks(self, at, lives: str, absent: str, paper: str = "", until: str = ""):
        """What she tells at the counter, typed while she stands there."""
        intake = at.new_request()
        at.types("mia").enter().types("2").types("Lucia Moreno").tab().types("grandp")
        for _ in range(9):
            at.tab()
        at.types(lives).tab().types(absent)
        if paper:
            at.tab().types(paper).tab().types(until)
        at.alt("p").alt("o").types("May I see Mia's records?")
        return intake

    def she_looks_at_them(self, at, *before: str) -> None:
        """What she wants is agreed and found; she comes on December 16."""
        at.steps("scope", "search").step("review", "whole", "1")  # no page names another child
        at.set_a_visit("12/16", "2:30", "Room 12").steps(*before)
        at.next_morning(date(2026, 12, 16))

    def test_a_the_power_of_attorney_carries_it(self, at):
        intake = self.she_asks(at, "y", "y", "Power of attorney", "6/30/2027")
        assert intake.verdict.verdict_says.text().startswith("Yes: the child lives with")
        assert "Paper shown: Power of attorney, until" in intake.care.care.carried.text()
        assert "“Winter break” begins on Monday, December 21" in intake.dates.due_break.text()
        request = at.log_it()
        at.next_step().steps("receipt", "acknowledge")
        at.step("identity", "photo_id").step("authority", "acts_as_parent")
        self.she_looks_at_them(at)
        at.reopen(request).step("inspected").close_it(Outcome.INSPECTED)
        case = at.case(request)
        assert ended(case) == (Status.CLOSED, Outcome.INSPECTED)
        assert case.request.due_on == date(2026, 12, 20)
        assert case.request.work_by == date(2026, 12, 18)
        assert case.care.paper_until_on == date(2027, 6, 30)

    def test_b_without_a_paper_the_principal_decides(self, at):
        intake = self.she_asks(at, "y", "y")
        assert intake.verdict.verdict_says.text().startswith("Ask the principal: the child lives")
        request = at.log_it()
        at.next_step().steps("receipt", "acknowledge").step("identity", "photo_id")
        at.refused("authority", "principal_decided")  # not without a sentence
        at.types("She cares for Mia every day.").done()
        at.step("approve_odd", "agreed", note="I spoke with both of them.")
        self.she_looks_at_them(at)
        at.reopen(request).step("inspected").close_it(Outcome.INSPECTED)
        case = at.case(request)
        assert ended(case) == (Status.CLOSED, Outcome.INSPECTED)
        assert (case.care.lives_with, case.care.paper) == (True, "")
        assert step_named(case.steps, "approve_odd").choice == "agreed"

    def test_c_who_only_picks_her_up_needs_the_mothers_consent(self, at):
        intake = self.she_asks(at, "n", "n")
        assert intake.verdict.verdict_says.text().startswith("Only with a parent's signed consent")
        request = at.log_it()
        at.next_step().steps("receipt", "acknowledge").step("identity", "photo_id")
        offered = [row.code for row in at.page.steps.panel.choices.rows]
        assert "acts_as_parent" not in offered
        at.step("authority", "consent_on_file", note="Signed by Ana Moreno on November 9.")
        self.she_looks_at_them(at, "no_further")
        at.reopen(request).step("inspected").close_it(Outcome.INSPECTED)
        assert ended(at.case(request)) == (Status.CLOSED, Outcome.INSPECTED)
        assert reason_of(at.case(request), self.came) is Reason.NOT_A_PARENT


class TestStory4TheBirthday:
    """Jordan, dual enrolled, turns 18 on December 28; his mother asked on November 18."""

    came, birthday = date(2026, 11, 18), date(2026, 12, 28)

    @pytest.fixture
    def at(self, office, desk):  # noqa: F811  # the fixture
        jordan = a_student(
            given="Jordan", family="Reed", born_on=date(2008, 12, 28), grade="12",
            postsecondary=True,
        )  # fmt: skip
        on_file(of_one(office), jordan, ("Denise Reed", Relationship.MOTHER))
        return desk(office, self.came)

    @pytest.fixture
    def request_id(self, at):
        """Everything is checked in November, and nothing has left."""
        intake = at.new_request()
        at.types("jordan").enter().types("1").types("get")
        at.alt("p").alt("o").types("A copy of all he has here.")
        assert "turns 18 on" in intake.verdict.verdict_warnings.text()
        assert "college" in intake.verdict.verdict_warnings.text()
        request = at.log_it()
        at.next_step().steps("receipt", "acknowledge")
        at.step("identity", "photo_id").step("authority", "parent_no_paper")
        at.steps("scope", "search").step("review", "whole", "1").steps("copies")
        return request

    def test_finished_before_the_birthday_it_is_his_mothers(self, at, request_id):
        band = at.page.flip
        assert "December 28, 2026" in band.title.text()
        assert not band.student_asks.isVisible()
        at.next_morning(date(2026, 12, 18))
        at.reopen(request_id).step("handover").close_it(Outcome.COPIES_SENT)
        case = at.case(request_id)
        assert ended(case) == (Status.CLOSED, Outcome.COPIES_SENT)
        assert case.request.due_on == date(2027, 1, 2)  # a Saturday
        assert case.request.relationship is Relationship.MOTHER

    def test_from_the_birthday_on_it_waits_until_he_asks_himself(self, at, request_id):
        at.next_morning(self.birthday)
        at.reopen(request_id)
        at.page.steps.open_step("handover")
        assert at.page.steps.panel.blocked.text().startswith("Nothing may leave the office yet")
        at.done()
        assert step_named(at.case(request_id).steps, "handover").state is StepState.OPEN
        at.press_button(at.page.flip.student_asks)
        at.next_step()
        at.step("identity", "photo_id").step("authority", "eligible_student")
        at.step("review", "whole", "1").step("handover").close_it(Outcome.COPIES_SENT)
        case = at.case(request_id)
        assert ended(case) == (Status.CLOSED, Outcome.COPIES_SENT)
        assert case.request.relationship is Relationship.SELF
        assert case.requester.name == "Jordan Reed"

    def test_from_the_birthday_on_his_consent_lets_his_mother_have_them(self, at, request_id):
        at.next_morning(self.birthday)
        at.reopen(request_id)
        at.press_button(at.page.flip.confirm)
        at.step("authority", "consent_on_file", note="Signed by Jordan today.")
        at.steps("no_further", "handover").close_it(Outcome.COPIES_SENT)
        assert ended(at.case(request_id)) == (Status.CLOSED, Outcome.COPIES_SENT)


class TestStory9OneLetterTwoPoints:
    """A wrong absence and an unfair grade, Friday, January 15, 2027, in Indiana."""

    came = date(2027, 1, 15)

    @pytest.fixture
    def at(self, tmp_path, desk):  # noqa: F811  # the fixture
        indiana = of_one(an_office(tmp_path / "in", state="IN"))
        on_file(indiana, a_student(special_education=True), ("Elena Alvarez", Relationship.MOTHER))
        return desk(indiana, self.came)

    @pytest.fixture
    def points(self, at):
        """Two requests out of one letter; the page of the second is open."""
        intake = at.new_request()
        at.types("mia").enter().types("1").right(Right.AMEND).alt("l")
        at.alt("o").types("She was on the field trip.").log()
        absence = intake.done_page._request
        at.alt("l")  # another point of the same letter
        at.alt("o").types("English should be an A.")
        grade = at.log_it()
        assert at.case(grade).related == (absence,)
        return absence, grade

    def check_the_absence(self, at, absence) -> None:
        at.reopen(absence).steps("receipt", "acknowledge")
        at.step("identity", "address_on_file").step("authority", "parent_no_paper")
        at.step("point", "", "Attendance, January 8", "Marked absent.", "Present.", "1")
        at.step("triage", "fact").step("check", "no_meeting", "The sheet of the trip.")

    def test_the_absence_is_corrected_and_the_grade_is_shown_its_way(self, at, points):
        absence, grade = points
        assert at.page.dates.due_on.text() == "Monday, February 1"  # MLK day between
        at.next_step().steps("receipt", "acknowledge")
        at.step("identity", "address_on_file").step("authority", "parent_no_paper")
        at.step("point", "", "English, first semester", "It should be an A.", "An A.", "2")
        at.refused("triage", "judgement")  # not without a sentence
        at.types("She disagrees with the grading.").done()
        at.step("approve_referral", "agreed", note="Nothing was typed wrong.")
        at.step("refer", "", "The form for grades, to the head of the department.")
        at.steps("tell_referred").close_it(Outcome.REFERRED, "Shown the form.")
        self.check_the_absence(at, absence)
        at.step("decision", "granted")
        at.step("change", "", "Absent", "Present, field trip", "1/20/2027")
        at.steps("tell_granted").close_it(Outcome.AMENDED)
        assert ended(at.case(grade)) == (Status.CLOSED, Outcome.REFERRED)
        assert ended(at.case(absence)) == (Status.CLOSED, Outcome.AMENDED)
        assert at.case(absence).details["changed_from"] == "Absent"

    def test_a_refusal_cannot_leave_without_the_right_to_a_hearing(self, at, points, qtbot):
        absence, _ = points
        self.check_the_absence(at, absence)
        at.step("decision", "refused", note="The sheet does not show her.")
        at.step("approve_refusal", "agreed", note="I read the sheet too.")
        at.press_button(at.page.steps.panel.letter_buttons()[0])
        letter = at.dialog(LetterDialog)
        letter.writing.letter_text.setFocus()
        whole = letter.writing.letter_text.toPlainText()
        assert "right to a hearing" in whole
        at.presses(KEYS.Key_A, CTRL).types("We will not change it.").alt("f")
        assert letter.notices.sentence.text().startswith(
            "This letter must say how to ask for the hearing (34 CFR 99.20(c), 99.21)."
        )
        letter.writing.letter_text.setFocus()
        while letter.writing.letter_text.toPlainText() != whole:
            at.presses(KEYS.Key_Z, CTRL)
        with qtbot.waitSignal(letter.leaving.done):
            at.alt("f")
        at.alt("h").presses(KEYS.Key_Escape).back()  # handed over
        assert step_named(at.case(absence).steps, "tell_refused").state is StepState.DONE
        at.close_it(Outcome.REFUSED)
        assert ended(at.case(absence)) == (Status.CLOSED, Outcome.REFUSED)
        assert [one.text() for one in at.page.state.follow_buttons()] == [
            "The family asks for a hearing"
        ]
        assert at.page.hold.isVisible()  # for the hearing that may come
        at.next_morning(date(2027, 3, 1))
        at.presses(KEYS.Key_3, CTRL).presses(KEYS.Key_Right).presses(KEYS.Key_Right).tab()
        assert [row.number for row in holds_shown(at.page.holds)] == ["2027-0001", "2027-0002"]
        at.alt("t").dialog(ReleaseHoldDialog)
        at.types("No hearing was asked for.").done().back()
        assert [row.number for row in holds_shown(at.page.holds)] == ["2027-0002"]  # still open


class TestStory11TheRecruitersList:
    """Mrs. Lee's opt-out came on September 10; the recruiter asks on September 14."""

    asked = date(2026, 9, 14)

    @pytest.fixture
    def at(self, office, desk):  # noqa: F811  # the fixture
        ada = a_student(given="Ada", family="Lee", grade="11", born_on=date(2009, 5, 2))
        on_file(of_one(office), ada, ("Grace Lee", Relationship.MOTHER))
        for given, number, grade in (("Bo", "103", "11"), ("Cy", "104", "12"), ("Di", "105", "10")):
            on_file(office, a_student(given=given, grade=grade, local_number=number, born_on=None))
        return desk(office, self.asked)

    def enter_the_opt_out(self, at) -> None:
        at.new_request()
        at.types("ada").enter().types("1").right(Right.RECRUITER_OPT_OUT).alt("l")
        at.alt("r").types("9/10/2026").alt("o").types("Nothing to recruiters, please.")
        at.log_it()
        at.next_step().steps("receipt").step("identity", "address_on_file")
        at.step("authority", "parent_no_paper")
        at.step("enter", "", "9/10/2026").steps("spread", "tell").close_it(Outcome.ENTERED)

    def test_the_list_goes_without_her_and_the_log_has_hash_and_count(self, at, tmp_path):
        self.enter_the_opt_out(at)
        path = tmp_path / "numbers.csv"
        at.new_request()
        at.right(Right.THIRD_PARTY).alt("s").types("ada").enter()
        at.types("Recruiting Station").tab().types("other").tab().types("Sgt. Dale")
        at.alt("l").alt("o").types("Names of juniors and seniors.")
        request = at.log_it()
        at.next_step().step("who", "", "4", "List of juniors and seniors")
        at.step("identity", "call_back").step("basis", "fits")
        at.step("which", "", "8", "Letter of September 14.")
        at.step("opt_outs", "taken_out").step("answer", "give_list")
        at.page.menu.student_list.trigger()
        form = at.dialog(ListForm)
        form.purpose.setFocus()
        at.arrows(lambda: form.purpose.currentData() == "military", KEYS.Key_Home)
        assert "1 opted out of recruiters" in form.outcome.text()
        at.done()
        at.save_as(path)
        at.qtbot.waitUntil(lambda: not at.window.findChildren(ListForm))
        at.back()
        at.step("student_list", "", "9/14/2026").close_it(Outcome.LIST_GIVEN)
        assert ended(at.case(request)) == (Status.CLOSED, Outcome.LIST_GIVEN)
        assert path.read_text().split() == ["student_number", "103", "104"]
        at.presses(KEYS.Key_3, CTRL).presses(KEYS.Key_Right).tab()
        facts = dict(at.page.lists.facts.facts())
        assert facts["SHA-256"] == sha256(path.read_bytes()).hexdigest()
        assert (facts["Students"], facts["Taken out first"]) == ("2", "1 opted out of recruiters")
        assert at.page.disclosures.rows.model().rowCount() == 0


class TestStory17Shredding:
    """Open since October 1; the folders of 2019 are to be shredded on October 30."""

    came, shredding = date(2026, 10, 1), date(2026, 10, 30)

    @pytest.fixture
    def at(self, office, desk):  # noqa: F811  # the fixture
        on_file(
            of_one(office), a_student(enrollment="former"), ("Ana Alvarez", Relationship.MOTHER)
        )
        return desk(office, self.came)

    def test_the_hold_is_on_printed_listed_and_comes_off_with_the_request(self, at, tmp_path):
        at.new_request()
        at.types("mia").enter().types("1").alt("l").alt("o").types("Her folder, please.")
        request = at.log_it()
        assert at.page.hold.isVisible()
        at.next_morning(self.shredding)
        at.presses(KEYS.Key_3, CTRL).presses(KEYS.Key_Right).presses(KEYS.Key_Right).tab()
        holds = at.page.holds
        assert [row.number for row in holds_shown(holds)] == ["2026-0001"]
        at.alt("s")
        slip = printed(at, tmp_path / "slip.pdf")
        for said in ("2026-0001", "Mia Alvarez", "every record of this student",
                     "until it is released in writing"):  # fmt: skip
            assert said in slip
        at.alt("p")
        listed = printed(at, tmp_path / "list.pdf", "10/26/2026", "10/30/2026")
        assert "Alvarez, Mia (20417)" in listed
        at.reopen(request).close_it(Outcome.WITHDRAWN, "She called.")
        assert not at.page.hold.isVisible()
        at.presses(KEYS.Key_3, CTRL)
        assert holds_shown(at.page.holds) == []


def holds_shown(tab):
    return tab.read(tab.rows.model().ids)


def printed(at, path, *typed: str) -> str:
    """The paper that is open, filled in, saved as a PDF and closed; what it says."""
    paper = at.dialog(PrintoutDialog)
    for text in typed:
        at.types(text).tab()
    at.presses(KEYS.Key_S, CTRL).save_as(path)
    paper.reject()
    at.back()
    return whole_text(path.read_bytes())
