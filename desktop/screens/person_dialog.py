"""Add a member of staff, with a way to sign in or without."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.actions.changes import Changes
from desktop.actions.people import add_person, check_person
from desktop.errors import DeskError
from desktop.screens.busy_dialog import BusyDialog
from desktop.screens.desk import Desk
from desktop.screens.office_job import run_with_store
from desktop.screens.person_form import PersonForm


class PersonDialog(BusyDialog):
    """The new colleague types their own passphrase, twice.

    Signals:
        added: the person is in the file and the dialog closes.
    """

    person_place: QVBoxLayout
    save: QPushButton

    added = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("person_dialog", parent)
        self._desk = desk
        self.form = PersonForm()
        self.person_place.addWidget(self.form)
        self.setTabOrder(self.form.passphrase.again.entry, self.cancel)
        self.setTabOrder(self.cancel, self.save)
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)
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

    @override
    def _parts(self) -> Sequence[QWidget]:
        return self.form, self.save

    @override
    def _tell(self, fault: DeskError) -> bool:
        return self.form.tell(fault)
