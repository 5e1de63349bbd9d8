"""Say why the legal date of a request was not kept, or put right what was said."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from desktop.actions.changes import Changes
from desktop.actions.lateness import tell_lateness
from desktop.errors import DeskError
from desktop.records.logged import Lateness
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.late_fields import LateFields
from desktop.screens.request_part import ActDialog, Kept
from desktop.screens.request_view import RequestView


class LateDialog(ActDialog):
    """The reasons of the office's list; "Not known" is one of them."""

    _place = "late"

    says: QLabel
    late: LateFields

    def __init__(
        self, desk: Desk, view: RequestView, kept: Kept, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, view, kept, parent)
        load_form(self, "request_late")
        self._wire()
        request, words = view.case.request, desk.wording
        self.setWindowTitle(words.text("late.window"))
        self.says.setText(words.text("late.says"))
        self.late.offer(desk.defaults.late_reasons, request.due_on, words)
        kept.hold(self.late.words, self._place)
        self.late.put(request.lateness)
        self.snug(480)
        QTimer.singleShot(0, self, self.late.reason.setFocus)

    @override
    def _act(self) -> Changes:
        desk = self._desk
        return tell_lateness(
            desk.store,
            self._view.case.request.id,
            self.late.value() or Lateness(reason=""),
            law=desk.law,
            today=desk.today(),
            by=desk.sign(),
        )

    @override
    def _refused(self, fault: DeskError) -> None:
        if fault.code == "late_reason":
            self.late.message.tell(fault.sentence(), focus=False)
            self.late.reason.setFocus()
        elif fault.code == "nine_digits":
            self.late.message.tell(fault.sentence())
        else:
            super()._refused(fault)
