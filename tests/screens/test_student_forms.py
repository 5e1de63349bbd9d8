"""Forms for a student, a person on file, a paper: saved as typed, refused beside the field."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop.actions import families
from desktop.records.authority import Answer
from desktop.records.order import Limit, OrderKind
from desktop.records.party import Guardian, Relationship
from desktop.records.school import Address
from desktop.records.student import Enrollment
from desktop.screens.order_form import OrderForm
from desktop.screens.party_form import PartyForm
from desktop.screens.student_form import StudentForm
from desktop.store import students
from tests.desks import a_desk
from tests.offices import TODAY, a_party, a_student

HOSTILE = [
    '<b>Bold</b> & "quoted" O\'Neil',
    "محمد الخطيب",
    "Ginger 🦊 Fox",
    "W" * 300,
    "名" * 300,
]


@pytest.fixture
def desk(office):
    return a_desk(office, TODAY)


@pytest.fixture
def shown(qtbot):
    def shown(form):
        qtbot.addWidget(form)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        with qtbot.waitExposed(form):
            form.open()
        return form

    return shown


@pytest.fixture
def mia(office):
    student = a_student()
    families.save_student(office.store, student, today=TODAY, by=office.sign())
    return student


@pytest.fixture
def father(office, mia):
    party = a_party(phone="555-0142", address=Address(street="12 Spruce Court", city="Juneau"))
    families.put_on_file(office.store, mia.id, party, Relationship.FATHER, by=office.sign())
    return party


def choose(field, text):
    field.setCurrentIndex(field.findText(text))
    assert field.currentText() == text


# A student


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_saves_wherever_the_keyboard_is(qtbot, shown, desk, key):
    form = shown(StudentForm(desk))
    form.given.setText("Lea")
    form.other_names.setFocus()
    qtbot.keyClick(form.focusWidget(), key, Qt.KeyboardModifier.ControlModifier)
    assert [one.given for one in students.all_students(desk.store)] == ["Lea"]
    assert form.isHidden()


def test_a_student_is_added_by_keyboard_alone(qtbot, shown, desk):
    form = shown(StudentForm(desk))
    assert form.given.hasFocus()
    told = []
    desk.changed.connect(told.append)
    for keys in ("Lea", "Marie", "Novak", "Lee", ""):
        qtbot.keyClicks(form.focusWidget(), keys)
        qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(form.focusWidget(), "Lea Nováková".replace("á", "a"))
    for keys in ("", "5", "31007", "Maple Grove School", "3/4/2015"):
        qtbot.keyClicks(form.focusWidget(), keys)
        qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    with qtbot.waitSignal(form.saved) as saved:
        qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    student = students.student(desk.store, saved.args[0])
    assert student.full_name() == "Lea Marie Novak"
    assert student.preferred == "Lee"
    assert student.other_names == ("Lea Novakova",)
    assert (student.grade, student.local_number) == ("5", "31007")
    assert student.born_on == date(2015, 3, 4)
    assert told[0].students == {student.id}
    assert form.result()


def test_a_student_is_corrected_and_the_rest_stays(shown, desk, mia):
    form = shown(StudentForm(desk, student=mia))
    assert form.windowTitle() == "Correct a student"
    assert form.value() == mia
    form.special.setChecked(True)
    form.college.setChecked(True)
    form.former.setChecked(True)
    choose(form.language, "Spanish")
    form.save.click()
    after = students.student(desk.store, mia.id)
    assert after.special_education
    assert after.postsecondary
    assert after.enrollment is Enrollment.FORMER
    assert after.home_language == "es"
    assert after.born_on == mia.born_on


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_is_saved_as_it_was_typed(shown, desk, name):
    form = shown(StudentForm(desk))
    form.family.setText(name)
    form.save.click()
    (student,) = students.all_students(desk.store)
    assert student.family == name


def test_a_student_without_a_name_is_refused_beside_the_field(qtbot, shown, desk):
    form = shown(StudentForm(desk))
    form.grade.setText("4")
    form.save.click()
    assert form.given_message.text() == "The student has no name. Type at least one name."
    assert form.given.hasFocus()
    assert form.grade.text() == "4"
    assert students.all_students(desk.store) == []
    qtbot.keyClicks(form.given, "Lea")
    form.save.click()
    assert len(students.all_students(desk.store)) == 1


def test_a_name_that_is_too_long_and_a_birth_to_come_are_refused(shown, desk):
    form = shown(StudentForm(desk))
    form.given.setText("W" * 301)
    form.save.click()
    assert "300 characters" in form.given_message.text()
    form.given.setText("Lea")
    form.born_on.set_value(date(2027, 1, 1))
    form.save.click()
    assert form.given_message.isHidden()
    assert "after today" in form.born_on.message.text()
    form.born_on.entry.setText("13/45")
    form.born_on.entry.textEdited.emit("13/45")
    form.save.click()
    assert students.all_students(desk.store) == []


def test_a_birth_date_needs_its_year_and_an_unusual_age_is_asked_about(qtbot, shown, desk):
    form = shown(StudentForm(desk))
    form.given.setText("Lea")
    form.born_on.setFocus()
    qtbot.keyClicks(form.born_on.entry, "3/5")
    form.save.click()
    assert "the year" in form.born_on.message.text()
    assert students.all_students(desk.store) == []
    qtbot.keyClicks(form.born_on.entry, "/2026")
    form.given.setFocus()
    assert form.born_on.message.text() == "That makes the student 0 years old. Is the year right?"
    form.save.click()
    (saved,) = students.all_students(desk.store)
    assert saved.born_on == date(2026, 3, 5)


def test_a_social_security_number_is_refused_and_not_kept_either(qtbot, shown, desk, office):
    form = shown(StudentForm(desk))
    form.given.setText("Lea")
    form.number.setText("123-45-6789")
    form.save.click()
    assert "Social Security" in form.number_message.text()
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    ((body,),) = office.store.rows("select body from draft")
    assert "6789" not in body
    assert "Lea" in body


def test_a_namesake_on_file_is_told(qtbot, shown, desk, mia):
    form = shown(StudentForm(desk))
    assert form.twin.isHidden()
    form.given.setText("mía")
    form.family.setText("ÁLVAREZ")
    form.family.editingFinished.emit()
    assert "Alvarez, Mia, grade 4, number 20417" in form.twin.text()
    assert shown(StudentForm(desk, student=mia)).twin.isHidden()


def test_escape_keeps_what_was_typed_and_start_over_forgets_it(qtbot, shown, desk):
    form = shown(StudentForm(desk))
    qtbot.keyClicks(form.given, "Lea")
    form.born_on.entry.setText("13/")
    form.special.setChecked(True)
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert form.isHidden()
    again = shown(StudentForm(desk))
    assert again.given.text() == "Lea"
    assert again.born_on.entry.text() == "13/"
    assert again.special.isChecked()
    assert "not saved yet" in again.notices.sentence.text()
    again.notices.action.click()
    assert again.given.text() == ""
    again.reject()
    assert shown(StudentForm(desk)).notices.isHidden()


def test_what_is_typed_is_kept_while_it_is_typed(qtbot, shown, desk, office):
    """A crash asks nobody: the draft is there before the form is left."""
    form = shown(StudentForm(desk))
    qtbot.keyClicks(form.given, "Lea")
    qtbot.waitUntil(lambda: "Lea" in str(office.store.rows("select body from draft")))


def test_saving_forgets_the_draft(qtbot, shown, desk, office):
    form = shown(StudentForm(desk))
    qtbot.keyClicks(form.given, "Lea")
    form.save.click()
    assert office.store.rows("select * from draft") == []


# A person on file


def test_a_person_is_put_on_file(shown, desk, mia):
    form = shown(PartyForm(desk, mia.id))
    form.name.setText("Elena <b>Alvarez</b>")
    choose(form.relationship, "Mother")
    choose(form.language, "Spanish")
    form.phone.setText("555-0117")
    form.email.setText("elena@example.org")
    form.street.setText("418 Cedar Street")
    form.city.setText("Maple Grove")
    form.state.setText("tx")
    form.postal_code.setText("75001")
    form.save.click()
    (guardian,) = students.guardians(desk.store, mia.id)
    assert guardian.relationship is Relationship.MOTHER
    assert guardian.party.name == "Elena <b>Alvarez</b>"
    assert guardian.party.language == "es"
    assert guardian.party.address.lines() == ("418 Cedar Street", "Maple Grove, TX 75001")


def test_a_person_without_a_name_or_a_relationship_is_refused(shown, desk, mia):
    form = shown(PartyForm(desk, mia.id))
    form.save.click()
    assert "Choose a relationship." in form.relationship_message.text()
    assert form.relationship.hasFocus()
    choose(form.relationship, "Mother")
    form.save.click()
    assert form.relationship_message.isHidden()
    assert "no name" in form.name_message.text()
    assert form.name.hasFocus()
    assert students.guardians(desk.store, mia.id) == []


def test_a_brothers_father_is_taken_from_the_file_and_not_entered_twice(
    qtbot, shown, desk, office, father
):
    leo = a_student(given="Leo", local_number="20999")
    families.save_student(office.store, leo, today=TODAY, by=office.sign())
    form = shown(PartyForm(desk, leo.id))
    qtbot.keyClicks(form.name, "rafa")
    qtbot.waitUntil(lambda: len(form.name.offers()) == 1)
    assert form.name.offers()[0].detail == "On file for Mia Alvarez"
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    assert form.phone.text() == "555-0142"
    assert "Also on file for Mia Alvarez" in form.shared.text()
    choose(form.relationship, "Father")
    form.save.click()
    (guardian,) = students.guardians(desk.store, leo.id)
    assert guardian.party == father
    assert office.store.rows("select count(*) from party") == [(1,)]


def test_another_name_typed_after_a_pick_is_another_person(qtbot, shown, desk, mia, father):
    form = shown(PartyForm(desk, mia.id))
    qtbot.keyClicks(form.name, "rafa")
    qtbot.waitUntil(lambda: bool(form.name.offers()))
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    qtbot.keyClicks(form.name, "Ana Ruiz")
    assert form.phone.text() == ""
    assert form.value().id != father.id
    choose(form.relationship, "Other")
    form.save.click()
    assert students.party(desk.store, father.id) == father
    assert len(students.guardians(desk.store, mia.id)) == 2


def test_a_picked_person_is_the_same_person_after_escape(qtbot, shown, desk, office, father):
    leo = a_student(given="Leo", local_number="20999")
    families.save_student(office.store, leo, today=TODAY, by=office.sign())
    form = shown(PartyForm(desk, leo.id))
    qtbot.keyClicks(form.name, "rafa")
    qtbot.waitUntil(lambda: bool(form.name.offers()))
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    form.reject()
    again = shown(PartyForm(desk, leo.id))
    assert again.value().id == father.id
    choose(again.relationship, "Father")
    again.save.click()
    assert students.guardians(desk.store, leo.id)[0].party.id == father.id


def test_a_correction_reaches_every_child_and_every_screen(shown, desk, office, mia, father):
    leo = a_student(given="Leo", local_number="20999")
    by = office.sign()
    families.save_student(office.store, leo, today=TODAY, by=by)
    families.put_on_file(office.store, leo.id, father, Relationship.FATHER, by=by)
    guardian = Guardian(student=mia.id, party=father, relationship=Relationship.FATHER)
    form = shown(PartyForm(desk, mia.id, guardian=guardian))
    assert "Also on file for Leo Alvarez" in form.shared.text()
    told = []
    desk.changed.connect(told.append)
    form.phone.setText("555-0999")
    form.save.click()
    assert students.guardians(desk.store, leo.id)[0].party.phone == "555-0999"
    assert told[0].students == {mia.id, leo.id}


# A paper on file


def test_a_paper_that_limits_nobody_is_noted(shown, desk, mia):
    form = shown(OrderForm(desk, mia))
    choose(form.kind, "Power of attorney")
    form.court.setText("Notary <b>Public</b>")
    form.until_on.set_value(date(2027, 6, 30))
    assert form.outcome.isHidden()
    form.save.click()
    (order,) = students.orders(desk.store, mia.id)
    assert (order.kind, order.court) == (OrderKind.POWER_OF_ATTORNEY, "Notary <b>Public</b>")
    assert (order.limited_party, order.limits) == (None, frozenset())
    assert order.until_on == date(2027, 6, 30)
    assert order.read_by == desk.person.id


def test_taking_the_records_away_needs_the_sentence_that_does(qtbot, shown, desk, mia, father):
    form = shown(OrderForm(desk, mia))
    choose(form.limited, "Rafael Alvarez (Father)")
    form.records.setChecked(True)
    form.save.click()
    assert "Write the sentence" in form.passage_message.text()
    assert form.passage.hasFocus()
    assert students.orders(desk.store, mia.id) == []
    qtbot.keyClicks(form.passage, "Father shall have no access to school records.")
    form.save.click()
    (order,) = students.orders(desk.store, mia.id)
    assert order.limits == {Limit.RECORDS}
    assert order.limited_party == father.id
    assert order.passage == "Father shall have no access to school records."


def test_the_counters_answer_under_the_paper_is_foreseen(shown, desk, mia, father):
    """Story 1: custody or contact alone never turns a parent away; only the records tick does."""
    words = desk.wording
    form = shown(OrderForm(desk, mia))
    choose(form.limited, "Rafael Alvarez (Father)")
    form.decisions.setChecked(True)
    assert form.outcome_says.text() == words.text("verdict.parent_order_on_file.says")
    form.contact.setChecked(True)
    assert form.outcome_says.text() == words.text("verdict.protection_order.says")
    form.records.setChecked(True)
    assert form.outcome_says.text() == words.text("verdict.records_revoked.says")
    assert words.text(f"verdict.answer.{Answer.NO}") in form.outcome_says.text()


def test_whom_and_what_must_both_be_said(shown, desk, mia, father):
    form = shown(OrderForm(desk, mia))
    form.contact.setChecked(True)
    form.save.click()
    assert "Choose whom it limits." in form.limited_message.text()
    form.contact.setChecked(False)
    choose(form.limited, "Rafael Alvarez (Father)")
    form.save.click()
    assert form.limited_message.isHidden()
    assert "Tick what it says" in form.limits_message.text()
    assert students.orders(desk.store, mia.id) == []


def test_a_paper_cannot_end_before_it_begins(shown, desk, mia):
    form = shown(OrderForm(desk, mia))
    form.dated_on.set_value(date(2026, 5, 1))
    form.until_on.set_value(date(2026, 4, 1))
    form.save.click()
    assert "ends before it begins" in form.until_on.message.text()
    assert students.orders(desk.store, mia.id) == []


def test_tips_give_way_where_the_fields_need_the_room(qtbot, shown, desk, mia):
    form = shown(OrderForm(desk, mia))
    form.resize(1020, 700)
    qtbot.waitUntil(form._panel.isVisible)
    form.resize(600, 700)
    qtbot.waitUntil(form._panel.isHidden)
