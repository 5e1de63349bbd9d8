"""The intake form in tests: a family on file, and a clerk who only has a keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from desktop.actions.families import note_order, put_on_file, save_student
from desktop.records.ids import OrderId, new_id
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.party import Party, Relationship
from desktop.records.student import Student
from desktop.screens.intake import IntakeDialog
from desktop.store import cases, queries
from desktop.store.queries import QueueFilter
from tests.desks import a_desk
from tests.offices import AT, TODAY, Office, a_party, a_student


@dataclass(frozen=True, kw_only=True)
class Family:
    """Mia with her mother and father on file."""

    mia: Student
    mother: Party
    father: Party


def a_family(office: Office, **student) -> Family:
    """Mia Alvarez on the roster, both parents on file."""
    mia = a_student(**student)
    mother = a_party(name="Elena Alvarez", phone="555-0142", language="es")
    father = a_party(name="Rafael Alvarez")
    save_student(office.store, mia, today=TODAY, by=office.sign())
    put_on_file(office.store, mia.id, mother, Relationship.MOTHER, by=office.sign())
    put_on_file(office.store, mia.id, father, Relationship.FATHER, by=office.sign())
    return Family(mia=mia, mother=mother, father=father)


def a_paper(office: Office, family: Family, *limits: Limit) -> None:
    """A paper on file that limits the father."""
    order = Order(
        id=OrderId(new_id(AT)),
        student=family.mia.id,
        kind=OrderKind.PROTECTION,
        limited_party=family.father.id,
        limits=frozenset(limits),
        passage="No access to school records.",
        read_by=office.opened.person.id,
    )
    note_order(office.store, order, by=office.sign())


def an_open_intake(qtbot, office: Office, *, on: date = TODAY, **given) -> IntakeDialog:
    """The form on the screen, with the keyboard in it."""
    dialog = IntakeDialog(a_desk(office, on), **given)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return dialog


class Clerk:
    """Types and presses keys wherever the keyboard is, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def types(self, text: str) -> Clerk:
        """Press the keys of ``text``."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.at(), letter)
            else:
                _type_beyond_ascii(letter, self.at())
            self.count += 1
        return self

    def presses(self, key: Qt.Key, with_key: Qt.KeyboardModifier | None = None) -> Clerk:
        """Press one key, or one chord: the modifier counts as part of it."""
        QTest.keyClick(self.at(), key, with_key or Qt.KeyboardModifier.NoModifier)
        self.count += 1
        return self

    def alt(self, letter: str) -> Clerk:
        """Press Alt with a letter; a tick follows it a tenth of a second later."""
        window = self.at().window()
        self.presses(Qt.Key(ord(letter.upper())), Qt.KeyboardModifier.AltModifier)
        while isValid(window) and any(one.isDown() for one in window.findChildren(QAbstractButton)):
            QTest.qWait(5)
        return self

    def enter(self) -> Clerk:
        """Press Enter."""
        return self.presses(Qt.Key.Key_Return)

    def tab(self) -> Clerk:
        """Press Tab."""
        return self.presses(Qt.Key.Key_Tab)

    def log(self) -> Clerk:
        """Press Ctrl+Enter."""
        return self.presses(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def at(self):
        """Where the keyboard is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget


def _type_beyond_ascii(letter: str, at: QWidget) -> None:
    """QTest knows ASCII keys only and aborts on others."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(at, event)


def pick_mia(dialog: IntakeDialog, family: Family) -> None:
    """Mia is chosen, as if she had been picked from the offers."""
    dialog.student.choose(family.mia.id)


def ask(dialog: IntakeDialog, family: Family, party: Party) -> None:
    """Mia is chosen and ``party`` asks."""
    pick_mia(dialog, family)
    dialog.requester.askers.set_choice(f"party:{party.id}")


def open_requests(office: Office) -> list:
    """Every open request, as cases."""
    person = office.opened.person.id
    ids = queries.queue_ids(office.store, QueueFilter.OPEN, person=person, today=TODAY)
    return [cases.case(office.store, one) for one in ids]
