"""Put a copy in the place of the office's files, before anybody is signed in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from desktop.actions import restoring
from desktop.actions.restoring import Offered, Restored
from desktop.office import moment
from desktop.paths import Home
from desktop.screens import jobs
from desktop.screens.ask_folder import ask_for_folder
from desktop.screens.backup_keeper import said_at
from desktop.screens.notices import FieldMessage
from desktop.screens.secret_dialog import SecretDialog


class RestoreDialog(SecretDialog):
    """Where the copies are, which one, who is there, and what opens it.

    Signals:
        restored: the copy is in place; carries ``Restored``.
        salvage_wanted: no copy helps; the damaged file is to be read as far as it goes.
    """

    folder_says: QLabel
    choose: QPushButton
    copy: QComboBox
    copy_message: FieldMessage
    person: QComboBox
    save_readable: QPushButton
    restore: QPushButton

    restored = Signal(object)  # Restored
    salvage_wanted = Signal()

    def __init__(self, home: Home, parent: QWidget | None = None) -> None:
        super().__init__("restore", parent)
        self._home = home
        self._offered: tuple[Offered, ...] = ()
        self.choose.clicked.connect(self._choose)
        self.copy.currentIndexChanged.connect(self._show_people)
        self.save_readable.setVisible(home.records_file.exists())
        self.save_readable.clicked.connect(self._want_salvage)
        self.restore.clicked.connect(self._restore)
        self.look_in(home.folder)

    def look_in(self, folder: Path) -> None:
        """Offer the copies of a folder, the newest first."""
        self._offered = restoring.offered_in(folder)
        self.copy_message.clear()
        self.copy.clear()
        for one in self._offered:
            said = self.tr("{made} — requests: {requests}, entry: {entry}")
            self.copy.addItem(
                said.format(
                    made=said_at(one.note.made_at), requests=one.note.requests, entry=one.note.seq
                )
            )
        found = bool(self._offered)
        self.restore.setEnabled(found)
        told = self.tr("Copies in {folder}:") if found else self.tr("There is no copy in {folder}.")
        self.folder_says.setText(told.format(folder=folder))
        (self.copy if found else self.choose).setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        ask_for_folder(self.tr("Where the copies are"), self, self.look_in)

    def _want_salvage(self) -> None:
        self.reject()
        self.salvage_wanted.emit()

    def _chosen(self) -> Offered | None:
        place = self.copy.currentIndex()
        return self._offered[place] if 0 <= place < len(self._offered) else None

    def _show_people(self) -> None:
        self.person.clear()
        chosen = self._chosen()
        for slot in sorted(chosen.file.slots, key=lambda one: one.label) if chosen else ():
            self.person.addItem(slot.label, slot.person)

    @override
    def _passphrase_name(self) -> str:
        return self.tr("Your passphrase of that day")

    def _restore(self) -> None:
        chosen, typed = self._chosen(), self.secret.value()
        if chosen is None:
            return
        if not typed:
            self.secret_message.tell(self.tr("Type what opens the copy."))
            return
        home, person, at = self._home, self.person.currentData(), moment.now()
        by_code = self.by_code.isChecked()

        def work(_progress: object, _cancelled: object) -> Restored:
            if by_code:
                vault = restoring.unlock_with_code(chosen, typed)
            else:
                vault = restoring.unlock_with_passphrase(chosen, person, typed)
            return restoring.restore(home, chosen, vault, person, at=at)

        self.notices.clear()
        self._set_busy(True)
        jobs.run(work, owner=self, on_done=self._done, on_failed=self._refuse)

    def _done(self, restored: Restored) -> None:
        self.restored.emit(restored)
        self.accept()

    @override
    def _parts(self) -> Sequence[QWidget]:
        typed = (self.choose, self.copy, self.person, self.secret, self.by_code)
        return *typed, self.save_readable, self.restore
