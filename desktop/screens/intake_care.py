"""Who cares for the child: asked only when the person who asks is no parent on paper."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from desktop.records.care import Care
from desktop.records.ids import PartyId, StudentId
from desktop.records.student import Student
from desktop.screens.care_fields import CareFields, TypedCare, typed_care
from desktop.screens.date_field import DateField
from desktop.screens.desk import Desk
from desktop.screens.intake_part import FormPart
from desktop.screens.intake_requester import Asking
from desktop.store.care import care


class CarePart(FormPart):
    """The three questions, filled from what the same person told before."""

    care: CareFields
    keep_on_file: QCheckBox
    verdict_more: QPushButton

    def __init__(self, root: QWidget, desk: Desk) -> None:
        super().__init__(root)
        self._desk = desk
        self._about: tuple[StudentId, PartyId] | None = None
        self._kept = False
        self.care.set_words(desk.wording, desk.today())
        self.care.changed.connect(self.changed)
        chain = (self.keep_on_file, *self.care.places(), self.verdict_more)
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def show_asking(
        self, student: Student | None, asking: Asking | None, *, special_education: bool
    ) -> None:
        """Ask what belongs to who asks about whom; the answers stay while both stay the same."""
        about = (student.id, asking.party.id) if student and asking else None
        if about != self._about:
            self._about = about
            self._fill(about)
        idea = special_education or (student is not None and student.special_education)
        self.care.ask(asking.relationship if asking else None, idea=idea)

    def _fill(self, about: tuple[StudentId, PartyId] | None) -> None:
        """What this person told before, unless the answers came with a draft."""
        if self._kept:
            self._kept = False
        else:
            told = care(self._desk.store, *about) if about else None
            self.care.put(typed_care(told))

    def answers(self, student: Student, asking: Asking) -> Care | None:
        """The answers; None where nothing is asked or not all is answered."""
        return self.care.care(student.id, asking.party.id)

    def unreadable(self) -> DateField | None:
        """The paper's last day, when it is no date."""
        return self.care.unreadable()

    def typed(self) -> TypedCare:
        """What stands in the fields."""
        return self.care.typed() if not self.care.isHidden() else TypedCare()

    def put(self, typed: TypedCare) -> None:
        """Put back what ``typed`` gave; it stays when the people it is about are shown next."""
        self._about = None
        self._kept = typed != TypedCare()
        self.care.put(typed)

    def wants_keyboard(self) -> bool:
        """Whether the talk goes on here: there are questions and none was answered yet."""
        return not self.care.isHidden() and self.care.typed() == TypedCare()

    def take_keyboard(self) -> None:
        """Put the keyboard on the first question."""
        self.care.entrance().setFocus(Qt.FocusReason.OtherFocusReason)
