"""Add a member of staff, with a way to sign in or without."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.actions.changes import Changes
from desktop.actions.people import add_person, check_person
from desktop.errors import DeskError
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.notices import NoticeBar
from desktop.screens.office_job import run_with_store
from desktop.screens.person_form import PersonForm


class PersonDialog(QDialog):
    """The new colleague types their own passphrase, twice.

    Signals:
        added: the person is in the file and the dialog closes.
    """

    notices: NoticeBar
    person_place: QVBoxLayout
    progress: QProgressBar
    cancel: QPushButton
    save: QPushButton

    added = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        load_form(self, "person_dialog")
        self.form = PersonForm()
        self.person_place.addWidget(self.form)
        self.progress.hide()
        self.setTabOrder(self.form.passphrase.again.entry, self.cancel)
        self.setTabOrder(self.cancel, self.save)
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)

    def _save(self) -> None:
        self.notices.clear()
        desk, new, by = self._desk, self.form.value(), self._desk.sign()
        try:
            check_person(new, at=by.at)
        except DeskError as fault:
            self._refuse(fault)
            return
        if not self.form.passphrase.check():
            return
        self._set_busy(True)
        run_with_store(
            desk,
            lambda store: add_person(store, desk.home, desk.keys, new, by=by),
            owner=self,
            on_done=self._done,
            on_failed=self._refuse,
        )

    def _done(self, changes: Changes) -> None:
        self._desk.did(changes)
        self.added.emit()
        self.accept()

    def _refuse(self, fault: DeskError) -> None:
        self._set_busy(False)
        if not self.form.tell(fault):
            self.notices.say_fault(fault)

    def _set_busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        for part in (self.form, self.cancel, self.save):
            part.setEnabled(not busy)

    @override
    def reject(self) -> None:
        if self.cancel.isEnabled():  # what is under way cannot be called back
            super().reject()
