"""The intake form: empty, on the phone, with a paper on file, a new student, a repeat, logged."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from desktop.actions.families import note_order, put_on_file, save_student
from desktop.records.ids import OrderId, new_id
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.party import Relationship
from desktop.records.student import Student
from desktop.screens.desk import Desk
from desktop.screens.intake import IntakeDialog
from tests.desks import a_desk
from tests.offices import AT, TODAY, Office, a_party, a_student, an_office
from tests.pictures import picture

_SIZE = (1180, 820)


def _family(office: Office) -> Student:
    student = a_student(special_education=True, school_name="Maple Grove School")
    save_student(office.store, student, today=TODAY, by=office.sign())
    mother = a_party(name="Elena Alvarez", phone="555-0142", language="es")
    father = a_party(name="Rafael Alvarez", phone="555-0187")
    for party, relationship in ((mother, Relationship.MOTHER), (father, Relationship.FATHER)):
        put_on_file(office.store, student.id, party, relationship, by=office.sign())
    paper = Order(
        id=OrderId(new_id(AT)),
        student=student.id,
        kind=OrderKind.PROTECTION,
        court="Dallas County",
        dated_on=date(2026, 5, 4),
        until_on=date(2027, 5, 4),
        limited_party=father.id,
        limits=frozenset({Limit.CONTACT, Limit.ADDRESS}),
        read_by=office.opened.person.id,
    )
    note_order(office.store, paper, by=office.sign())
    return student


def _desk(state: str = "TX") -> tuple[Office, Desk]:
    office = an_office(Path(tempfile.mkdtemp()) / "home", state=state, promise_calendar_days=20)
    return office, a_desk(office, TODAY)


def _dialog(prepare: Callable[[IntakeDialog], object], state: str = "TX") -> IntakeDialog:
    office, desk = _desk(state)
    _family(office)
    dialog = IntakeDialog(desk)
    return _prepared(dialog, lambda: prepare(dialog))


def _prepared(dialog: IntakeDialog, prepare: Callable[[], object]) -> IntakeDialog:
    def settle() -> None:
        prepare()
        # Texts that wrap need a second round until every height is right.
        for _ in range(3):
            QApplication.processEvents()

    dialog.prepare_picture = settle  # type: ignore[attr-defined]
    return dialog


def _pick(dialog: IntakeDialog, letters: str) -> None:
    field = dialog.student.student_name
    field.setFocus()
    field.setText(letters)
    field.textEdited.emit(letters)
    field.search_now()


def _mia(dialog: IntakeDialog) -> None:
    _pick(dialog, "mia")
    dialog.student.choose(field_offer(dialog))


def field_offer(dialog: IntakeDialog) -> object:
    return dialog.student.student_name.offers()[0].id


@picture("intake-empty", _SIZE)
def empty() -> QWidget:
    return _dialog(lambda _: None)


@picture("intake-finding", _SIZE)
def finding() -> QWidget:
    return _dialog(lambda dialog: _pick(dialog, "alvares"))


@picture("intake-mother", _SIZE)
def mother() -> QWidget:
    def prepare(dialog: IntakeDialog) -> None:
        _mia(dialog)
        dialog.requester.askers.buttons()[0].click()
        dialog.details.right.setFocus()
        dialog.details.iep_meeting.set_value(date(2026, 10, 20))
        dialog.details.words.setPlainText("Everything since kindergarten, before the meeting.")

    return _dialog(prepare, "CA")


@picture("intake-father-limited", _SIZE)
def father() -> QWidget:
    def prepare(dialog: IntakeDialog) -> None:
        _mia(dialog)
        dialog.requester.askers.buttons()[1].click()
        dialog.verdict.verdict_more.click()
        dialog.requester.go_in()
        dialog.details.received_on.set_value(date(2026, 9, 13))
        dialog.dates.due_more.click()

    return _dialog(prepare)


@picture("intake-new-student", _SIZE)
def new_student() -> QWidget:
    def prepare(dialog: IntakeDialog) -> None:
        _pick(dialog, "Αλεξάνδρα Παπαδοπούλου")
        dialog.student.student_name.offers()
        dialog.student._start_adding()
        dialog.student.new_born_on.set_value(date(2009, 1, 20))
        dialog.requester.other_name.setText("Νίκος Παπαδόπουλος " * 12)
        dialog.requester.relationship.setCurrentIndex(6)
        dialog.student.new_born_on.entry.setFocus()

    return _dialog(prepare)


@picture("intake-long-names", _SIZE)
def long_names() -> QWidget:
    office, desk = _desk()
    student = a_student(given="María de los Ángeles " * 8, family="محمد الخطيب <b>O'Brien</b> 😀")
    save_student(office.store, student, today=TODAY, by=office.sign())
    for name in ("Ana " * 70, "Layla & Karim al-Khatib"):
        put_on_file(
            office.store, student.id, a_party(name=name), Relationship.MOTHER, by=office.sign()
        )
    dialog = IntakeDialog(desk, student=student.id)
    return _prepared(dialog, dialog.requester.askers.buttons()[0].click)


@picture("intake-refused", _SIZE)
def refused() -> QWidget:
    def prepare(dialog: IntakeDialog) -> None:
        dialog.details.channel_letter.setChecked(True)
        dialog.details.requested_on.set_value(date(2026, 10, 8))
        dialog.details.words.setPlainText("Her number is 123-45-6789, all records please.")
        dialog.log.click()

    return _dialog(prepare)


def _repeated(dialog: IntakeDialog) -> None:
    _mia(dialog)
    dialog.requester.askers.buttons()[0].click()
    dialog.log.click()
    dialog.done_page.log_another.click()
    _mia(dialog)
    dialog.requester.askers.buttons()[0].click()


@picture("intake-repeat", _SIZE)
def repeat() -> QWidget:
    return _dialog(_repeated)


@picture("intake-bottom", _SIZE)
def bottom() -> QWidget:
    def prepare(dialog: IntakeDialog) -> None:
        _mia(dialog)
        dialog.requester.askers.buttons()[0].click()
        QApplication.processEvents()
        dialog.details.owner.setFocus()

    return _dialog(prepare)


@picture("intake-done", _SIZE)
def done() -> QWidget:
    def prepare(dialog: IntakeDialog) -> None:
        _mia(dialog)
        dialog.requester.askers.buttons()[0].click()
        dialog.log.click()

    return _dialog(prepare)
