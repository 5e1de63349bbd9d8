"""The stories of the law, each once through the whole program: from intake to closed file.

Story 3: a grandmother. Story 4: a birthday inside the window. Story 9: one letter, two points.
Story 11: the recruiters' list. Story 17: shredding while a request is open. What the actions alone
must do stands in the other files here; these are the same people at the window.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop.actions import days, families
from desktop.actions.authority import verdict_of
from desktop.records.authority import Reason
from desktop.records.party import Relationship
from desktop.records.person import Role
from desktop.records.request import Outcome, Status
from desktop.records.steps import StepState, step_named
from desktop.store.journal import Event
from desktop.store.office import set_person
from tests.offices import Office, a_party, a_student
from tests.scenarios.at_the_window import clock, desk  # noqa: F401  # fixtures

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
