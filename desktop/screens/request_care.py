"""Ask somebody who is no parent on paper who cares for the child, and which paper there is."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from desktop.actions.care import tell_care
from desktop.actions.changes import Changes
from desktop.errors import DeskError
from desktop.screens.care_fields import CareFields, typed_care
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.request_part import ActDialog, Kept
from desktop.screens.request_view import RequestView


class CareDialog(ActDialog):
    """The questions that belong to the relationship; what is answered holds for every request."""

    title: QLabel
    says: QLabel
    care: CareFields

    def __init__(
        self, desk: Desk, view: RequestView, kept: Kept, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, view, kept, parent)
        load_form(self, "request_care")
        self._wire()
        words, case = desk.wording, view.case
        self.setWindowTitle(words.text("care.dialog.window"))
        self.title.setText(words.text("care.dialog.title"))
        self.says.setText(words.text("care.dialog.says"))
        self.care.set_words(words, view.today)
        idea = case.student.special_education or case.request.special_education
        self.care.ask(case.request.relationship, idea=idea)
        self.care.put(typed_care(case.care))
        for before, after in pairwise((*self.care.places(), self.save, self.cancel)):
            QWidget.setTabOrder(before, after)
        self.snug(560)
        QTimer.singleShot(0, self, self.care.entrance().setFocus)

    @override
    def _save(self) -> None:
        wrong = self.care.unreadable()
        if wrong is not None:
            wrong.tell_fault()
        else:
            super()._save()

    def _act(self) -> Changes:
        case = self._view.case
        told = self.care.care(case.student.id, case.requester.id)
        if told is None:
            raise DeskError(
                "care_open", "A question has no answer yet.", "Answer it, or cancel and ask later."
            )
        return tell_care(self._desk.store, told, request=case.request.id, by=self._desk.sign())

    @override
    def _refused(self, fault: DeskError) -> None:
        if not self.care.told(fault):
            super()._refused(fault)
            self.care.entrance().setFocus()
