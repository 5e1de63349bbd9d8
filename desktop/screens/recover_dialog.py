"""Open the office with its recovery code when the passphrase is lost, and choose a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from desktop.actions.vault_key import recover_office
from desktop.errors import DeskError
from desktop.office import moment
from desktop.office.keys import KeyFile, VaultKeys
from desktop.office.passphrase import check_passphrase
from desktop.office.recovery import read_code
from desktop.paths import Home
from desktop.screens import jobs
from desktop.screens.busy_dialog import BusyDialog
from desktop.screens.notices import FieldMessage
from desktop.screens.passphrase import NewPassphrase


class RecoverDialog(BusyDialog):
    """The code from the printed page, who is there, and their new passphrase.

    Signals:
        recovered: the new passphrase holds; carries the person's id and the vault's keys.
    """

    code: QLineEdit
    code_message: FieldMessage
    person: QComboBox
    passphrase: NewPassphrase
    save: QPushButton

    recovered = Signal(object, object)  # person id (63 bits do not fit Qt's int), VaultKeys

    def __init__(self, home: Home, file: KeyFile, parent: QWidget | None = None) -> None:
        super().__init__("recover", parent)
        self._home = home
        for slot in sorted(file.slots, key=lambda one: one.label):
            self.person.addItem(slot.label, slot.person)
        self.code_message.attach(self.code)
        self.code.textEdited.connect(self.code_message.clear)
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

    @override
    def _parts(self) -> Sequence[QWidget]:
        return self.code, self.person, self.passphrase, self.save

    @override
    def _tell(self, fault: DeskError) -> bool:
        if fault.code == "recovery_code":
            self.code.selectAll()
            self.code_message.tell(fault.sentence())
        elif fault.code.startswith("passphrase_"):
            self.passphrase.tell(fault)
        else:
            return False
        return True
