"""Open the office with its recovery code when the passphrase is lost, and choose a new one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QProgressBar, QPushButton, QWidget
from typing_extensions import override

from desktop.actions.vault_key import recover_office
from desktop.errors import DeskError
from desktop.office import moment
from desktop.office.keys import KeyFile, VaultKeys
from desktop.office.passphrase import check_passphrase
from desktop.office.recovery import read_code
from desktop.paths import Home
from desktop.screens import jobs
from desktop.screens.form import load_form
from desktop.screens.notices import FieldMessage, NoticeBar
from desktop.screens.passphrase import NewPassphrase


class RecoverDialog(QDialog):
    """The code from the printed page, who is there, and their new passphrase.

    Signals:
        recovered: the new passphrase holds; carries the person's id and the vault's keys.
    """

    notices: NoticeBar
    code: QLineEdit
    code_message: FieldMessage
    person: QComboBox
    passphrase: NewPassphrase
    progress: QProgressBar
    cancel: QPushButton
    save: QPushButton

    recovered = Signal(object, object)  # person id (63 bits do not fit Qt's int), VaultKeys

    def __init__(self, home: Home, file: KeyFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._home = home
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        load_form(self, "recover")
        self.progress.hide()
        for slot in sorted(file.slots, key=lambda one: one.label):
            self.person.addItem(slot.label, slot.person)
        self.code_message.attach(self.code)
        self.code.textEdited.connect(self.code_message.clear)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._open)
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        self.notices.clear()
        code, person, new = self.code.text(), self.person.currentData(), self.passphrase.value()
        try:
            read_code(code)
            check_passphrase(new)
        except DeskError as fault:
            self._refuse(fault)
            return
        if not self.passphrase.check():
            return
        home, at = self._home, moment.now()
        self._set_busy(True)
        jobs.run(
            lambda _progress, _cancelled: recover_office(home, code, person, new, at=at),
            owner=self,
            on_done=lambda found: self._done(person, found),
            on_failed=self._refuse,
        )

    def _done(self, person: int, found: VaultKeys) -> None:
        self.recovered.emit(person, found)
        self.accept()

    def _refuse(self, fault: DeskError) -> None:
        self._set_busy(False)
        if fault.code == "recovery_code":
            self.code.selectAll()
            self.code_message.tell(fault.sentence())
        elif fault.code.startswith("passphrase_"):
            self.passphrase.tell(fault)
        else:
            self.notices.say_fault(fault)

    def _set_busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        for part in (self.code, self.person, self.passphrase, self.cancel, self.save):
            part.setEnabled(not busy)

    @override
    def reject(self) -> None:
        if self.cancel.isEnabled():  # what is under way cannot be called back
            super().reject()
