"""The intake form for every right: what each asks for, its dates, and a letter with two points."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.actions.days import add_entry
from desktop.records.party import Relationship
from desktop.records.request import Access, Channel, EventKind, Right
from desktop.screens.intake import IntakeDialog
from desktop.screens.intake_linked import Linked
from desktop.screens.request_close import CloseDialog
from desktop.store import students
from tests.desks import a_desk
from tests.offices import TODAY, the_law
from tests.rights import a_right, law_of_rights, law_with
from tests.screens.intakes import Clerk, a_family, an_open_intake, ask, open_requests, pick_mia
from tests.screens.request_pages import Opened

STORY_9 = date(2027, 1, 15)
INSPECT, COPIES, AMEND = (
    the_law().rights[one] for one in (Right.INSPECT, Right.COPIES, Right.AMEND)
)
HEARING = a_right(Right.HEARING, title="Ask for a hearing")
PPRA = a_right(Right.PPRA, title="See a survey")
COMPLAINT = a_right(Right.COMPLAINT, title="Complain", asks="anyone")
THIRD = a_right(Right.THIRD_PARTY, title="Records for a third party", asks="third_party")
STUDENT = a_right(Right.STUDENT_QUESTION, title="A student asks", asks="student")


@pytest.fixture
def family(office):
    return a_family(office)


def an_intake_for(qtbot, office, *rules, on=TODAY, **given) -> IntakeDialog:
    """The form of an office that knows these rights besides the shipped ones."""
    desk = a_desk(office, on)
    desk.law_of = lambda _: law_with(*rules)
    dialog = IntakeDialog(desk, **given)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return dialog


@pytest.fixture
def dialog(qtbot, office, family):
    return an_intake_for(qtbot, office, HEARING, PPRA, THIRD, STUDENT, COMPLAINT)


def choose(dialog, right: Right) -> None:
    dialog.details.right.setCurrentIndex(dialog.details.right.findData(right.value))


class TestTheList:
    def test_rights_of_families_come_first_and_third_parties_last(self, qtbot, office):
        desk = a_desk(office, TODAY)
        desk.law_of = lambda _: law_of_rights(THIRD, STUDENT, COMPLAINT, AMEND, INSPECT)
        dialog = IntakeDialog(desk)
        qtbot.addWidget(dialog)
        box = dialog.details.right
        assert [box.itemText(row) for row in range(box.count())] == [
            "See the records", "Correct a record", "Complain", "", "A student asks", "",
            "Records for a third party",
        ]  # fmt: skip

    def test_a_right_is_found_by_its_first_letters_over_the_lines_between_groups(self, dialog):
        Clerk().alt("w").types("rec")
        assert dialog.details.asked_right() is Right.THIRD_PARTY
        assert dialog.details.right_says.text() == "What third-party is."

    def test_arrows_pass_over_the_lines(self, dialog):
        choose(dialog, Right.THIRD_PARTY)
        Clerk().alt("w").presses(Qt.Key.Key_Up).presses(Qt.Key.Key_Up)
        assert dialog.details.asked_right() is Right.COMPLAINT


class TestEveryShippedRight:
    @pytest.mark.parametrize("right", [one.id for one in the_law().rights.offered()])
    def test_is_logged_from_the_form_and_opens_at_its_first_step(
        self, qtbot, office, family, right
    ):
        dialog = an_open_intake(qtbot, office)
        ask(dialog, family, family.mother)
        choose(dialog, right)
        assert dialog.dates.due_on.text()
        Clerk().log()
        (case,) = open_requests(office)
        assert case.request.right is right
        opened = Opened(qtbot, dialog._desk, case.request.id)
        assert opened.page.steps.open_code() == case.steps[0].code
        opened.page.acts.open_close()
        ends = opened.dialog(CloseDialog).outcomes.rows
        assert all(row.radio.isEnabled() or row.why.text() for row in ends)


class TestWhatItAsksFor:
    @pytest.mark.parametrize(
        ("right", "cannot_come", "kinds"),
        [
            (Right.INSPECT, True, True),
            (Right.COPIES, False, True),
            (Right.AMEND, False, False),
            (Right.HEARING, False, False),
        ],
    )
    def test_only_what_the_right_has(self, dialog, right, cannot_come, kinds):
        choose(dialog, right)
        assert dialog.details.cannot_come.isVisible() is cannot_come
        assert dialog.details.record_kinds.isVisible() is kinds

    def test_what_was_ticked_for_another_right_is_not_logged(self, office, family, dialog):
        ask(dialog, family, family.mother)
        dialog.details.cannot_come.setChecked(True)
        dialog.details.record_kinds.set_ticked(["cumulative"])
        choose(dialog, Right.AMEND)
        Clerk().log()
        request = open_requests(office)[0].request
        assert (request.access, request.record_kinds) == (Access.VISIT, ())

    @pytest.mark.parametrize(
        ("right", "special", "rows"),
        [
            (Right.INSPECT, False, set()),
            (Right.INSPECT, True, {"iep_meeting", "hearing", "resolution"}),
            (Right.AMEND, True, set()),
            (Right.PPRA, False, {"survey"}),
            (Right.THIRD_PARTY, False, {"comply_by"}),
        ],
    )
    def test_only_the_days_that_move_a_date_of_the_right(self, dialog, right, special, rows):
        choose(dialog, right)
        dialog.details.special_education.setChecked(special)
        names = ("iep_meeting", "hearing", "resolution", "survey", "comply_by")
        assert {one for one in names if getattr(dialog.details, one).isVisible()} == rows

    def test_a_survey_brings_the_date_forward_and_is_logged(self, office, family, dialog):
        ask(dialog, family, family.mother)
        choose(dialog, Right.PPRA)
        clerk = Clerk().alt("v").types("10/14")
        assert dialog.dates.due_on.text() == "Due Tuesday, October 13, 2026"
        clerk.log()
        request = open_requests(office)[0].request
        assert request.events == {EventKind.SURVEY: date(2026, 10, 14)}
        assert request.due_on == date(2026, 10, 13)

    def test_the_day_an_order_names_is_the_last(self, dialog):
        choose(dialog, Right.THIRD_PARTY)
        Clerk().alt("f").types("10/9")
        assert dialog.dates.due_on.text() == "Due Friday, October 9, 2026"
        assert "own target" not in dialog.dates.due_why.text()
        assert not any("own target" in line for line in dialog.dates.others())

    @pytest.mark.parametrize(
        ("right", "letter", "message"),
        [(Right.PPRA, "v", "survey_message"), (Right.THIRD_PARTY, "f", "comply_by_message")],
    )
    def test_a_day_before_receipt_is_told_beside_its_own_field(
        self, family, dialog, right, letter, message
    ):
        ask(dialog, family, family.mother)
        choose(dialog, right)
        Clerk().alt(letter).types("10/1/2026")
        told = getattr(dialog.faults, message)
        assert told.isVisible()
        assert "before the day the request came in" in told.text()

    def test_a_day_for_another_right_is_not_logged(self, office, family, dialog):
        ask(dialog, family, family.mother)
        choose(dialog, Right.PPRA)
        Clerk().alt("v").types("10/14")
        choose(dialog, Right.AMEND)
        Clerk().log()
        assert open_requests(office)[0].request.events == {}


class TestTheDates:
    def test_a_target_is_called_the_offices_own(self, dialog):
        choose(dialog, Right.AMEND)
        assert dialog.dates.due_on.text() == "Aim for Monday, October 26, 2026"
        assert dialog.dates.due_why.text() == (
            "15 business days after Monday, October 5, 2026."
            " The office's own target, under 34 CFR 99.20(b); 34 CFR 300.618(b)."
        )
        assert any(
            line.startswith("No law in our table names a number of days for this right")
            for line in dialog.dates.others()
        )

    def test_a_target_that_has_passed_is_no_legal_date(self, dialog):
        choose(dialog, Right.AMEND)
        Clerk().alt("r").types("8/3")
        assert dialog.dates.due_late.text().startswith("The office's own target has passed.")

    def test_the_page_after_it_speaks_of_a_target_too(self, family, dialog):
        ask(dialog, family, family.mother)
        choose(dialog, Right.AMEND)
        Clerk().log()
        assert dialog.done_page.due_on.text() == "Aim for Monday, October 26, 2026"

    def test_a_break_after_the_date_is_told_before_it_is_too_late(self, qtbot, office):
        add_entry(
            office.store, from_on=date(2026, 12, 21), until_on=date(2027, 1, 1),
            title="Winter break", kind="closure", law=office.law, by=office.sign(),
        )  # fmt: skip
        dialog = an_open_intake(qtbot, office, on=date(2026, 11, 5))
        assert dialog.dates.due_on.text() == "Due Sunday, December 20, 2026"
        assert dialog.dates.due_break.isVisible()
        assert dialog.dates.due_break.text() == (
            "“Winter break” begins on Monday, December 21, 2026, soon after that day."
            " Finish by Friday, December 18, 2026, while people can still be reached."
        )
        Clerk().alt("r").types("10/1")
        assert not dialog.dates.due_break.isVisible()


class TestThirdParties:
    def test_the_body_comes_first_and_needs_no_person(self, office, family, dialog):
        choose(dialog, Right.THIRD_PARTY)
        clerk = Clerk()
        dialog.student.student_name.setFocus()
        clerk.types("mia").enter()
        assert dialog.requester.askers.choice() == "other"
        assert QApplication.focusWidget() is dialog.requester.organization
        clerk.types("County Child Services").tab()
        assert QApplication.focusWidget() is dialog.requester.relationship
        clerk.types("cou").tab()
        assert QApplication.focusWidget() is dialog.requester.other_name
        clerk.log()
        (case,) = open_requests(office)
        assert (case.requester.name, case.requester.organization) == ("", "County Child Services")
        assert case.request.right is Right.THIRD_PARTY
        assert case.request.relationship is Relationship.AGENCY
        assert family.mia.id == case.student.id

    def test_someone_else_is_taken_where_nobody_was_said_to_ask(self, family, dialog):
        pick_mia(dialog, family)
        choose(dialog, Right.THIRD_PARTY)
        assert dialog.requester.askers.choice() == "other"
        assert dialog.requester.other_name_label.text() == "Who writes"

    def test_the_answer_is_that_of_the_right(self, family, dialog):
        pick_mia(dialog, family)
        dialog.requester.askers.set_choice("other")
        box = dialog.requester.relationship
        box.setCurrentIndex(box.findData(Relationship.REPRESENTATIVE))
        assert dialog.verdict.verdict_says.text().startswith("Only with the parent's signed")
        choose(dialog, Right.AMEND)
        assert dialog.verdict.verdict_says.text().startswith("Only a parent can do this")

    def test_a_person_comes_first_again_for_a_familys_right(self, family, dialog):
        pick_mia(dialog, family)
        choose(dialog, Right.THIRD_PARTY)
        choose(dialog, Right.AMEND)
        dialog.requester.go_in()
        assert QApplication.focusWidget() is dialog.requester.other_name
        assert dialog.requester.other_name_label.text() == "Name"


class TestTwoPoints:
    """Story 9: one letter, two points, two linked requests."""

    @pytest.fixture
    def logged(self, qtbot, office, family):
        dialog = an_intake_for(qtbot, office, on=STORY_9)
        ask(dialog, family, family.mother)
        clerk = Clerk().alt("w").types("correct").alt("l").alt("d").types("1/13")
        clerk.alt("o").types("Absent on the field trip day.").alt("t").types("PO Box 12").log()
        return dialog

    def test_the_second_takes_one_key_and_begins_with_all_but_the_words(self, logged, family):
        assert logged.done_page.log_point.text() == "Another point of the same &letter"
        Clerk().alt("l")
        assert logged.form_page.isVisible()
        assert logged.student.student().id == family.mia.id
        assert logged.requester.asking().party.id == family.mother.id
        assert logged.details.asked_right() is Right.AMEND
        assert logged.details.channel() is Channel.LETTER
        assert logged.details.received_on.value() == STORY_9
        assert logged.details.requested_day() == date(2027, 1, 13)
        assert logged.details.reply_address.toPlainText() == "PO Box 12"
        assert logged.details.words.toPlainText() == ""
        assert QApplication.focusWidget() is logged.details.right

    def test_they_are_linked_and_the_form_says_so(self, office, logged):
        Clerk().alt("l")
        assert logged.repeats.repeat_says.text().startswith("This request is linked with 2027-0001")
        Clerk().alt("o").types("The English grade should be an A.").log()
        first, second = sorted(open_requests(office), key=lambda one: one.request.number)
        assert second.request.id in first.related
        assert second.request.words == "The English grade should be an A."
        assert second.requester.id == first.requester.id
        assert second.request.requested_on == first.request.requested_on

    @pytest.mark.usefixtures("logged")
    def test_a_third_point_belongs_with_both(self, office):
        for words in ("The grade.", "The address."):
            Clerk().alt("l").alt("o").types(words).log()
        assert {len(one.related) for one in open_requests(office)} == {2}

    def test_the_link_can_be_undone(self, office, logged):
        Clerk().alt("l").alt("2")
        assert logged.repeats.link_to() is None
        Clerk().log().log()
        assert [one.related for one in open_requests(office)] == [(), ()]

    def test_a_student_and_an_asker_new_to_the_file_are_the_same_ones(self, qtbot, office):
        dialog = an_intake_for(qtbot, office)
        clerk = Clerk().types("Quill, Ada")
        qtbot.waitUntil(lambda: bool(dialog.student.student_name.offers()))
        clerk.enter()
        dialog.requester.other_name.setFocus()
        clerk.types("Berg & Sons Law").tab().types("rep").log().alt("l").log()
        one, other = open_requests(office)
        assert one.student.id == other.student.id
        assert one.requester.id == other.requester.id
        assert students.guardians(office.store, one.student.id) == []

    def test_what_came_by_phone_is_another_point_of_the_same_talk(self, qtbot, office, family):
        dialog = an_intake_for(qtbot, office)
        ask(dialog, family, family.mother)
        Clerk().log()
        assert dialog.done_page.log_point.text() == "Another point of the same ta&lk"


class TestWhatFollows:
    @pytest.fixture
    def amended(self, office, family):
        return office.log(
            student=family.mia, student_is_new=False, requester=family.father,
            requester_is_new=False, right=Right.AMEND, language="es", words="Wrong.",
        )  # fmt: skip

    def test_a_hearing_begins_with_the_same_student_and_asker(self, qtbot, office, family, amended):
        linked = Linked(request=amended.request, right=Right.HEARING)
        dialog = an_intake_for(qtbot, office, HEARING, linked=linked)
        assert dialog.student.student().id == family.mia.id
        assert dialog.requester.asking().party.id == family.father.id
        assert dialog.details.asked_right() is Right.HEARING
        assert dialog.details.language.currentData() == "es"
        assert dialog.details.received_on.value() == TODAY
        assert dialog.details.words.toPlainText() == ""
        assert QApplication.focusWidget() is dialog.details.channel_phone
        assert dialog.repeats.repeat_says.text() == (
            "This request is linked with 2026-0001. Each has its own dates, steps and letters."
        )
        Clerk().log()
        hearing = next(one for one in open_requests(office) if one.request.right is Right.HEARING)
        assert hearing.related == (amended.request,)

    def test_closed_as_it_began_it_leaves_nothing_to_restore(self, qtbot, office, amended):
        linked = Linked(request=amended.request, right=Right.HEARING)
        an_intake_for(qtbot, office, HEARING, linked=linked)
        Clerk().presses(Qt.Key.Key_Escape)
        again = an_intake_for(qtbot, office, HEARING)
        assert again.repeats.link_to() is None
        assert again.student.student() is None
        assert not again.notices.isVisible()

    def test_left_half_typed_it_is_still_linked(self, qtbot, office, amended):
        linked = Linked(request=amended.request, right=Right.HEARING)
        dialog = an_intake_for(qtbot, office, HEARING, linked=linked)
        Clerk().alt("o").types("She asks").presses(Qt.Key.Key_Escape)
        assert not dialog.isVisible()
        again = an_intake_for(qtbot, office, HEARING)
        assert again.repeats.link_to() == amended.request
        assert again.details.asked_right() is Right.HEARING
        assert again.details.words.toPlainText() == "She asks"
