"""Dialogs that open office files with whichever is at hand: a passphrase or the recovery code."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLabel, QWidget
from typing_extensions import override

from desktop.errors import DeskError
from desktop.screens.busy_dialog import BusyDialog
from desktop.screens.notices import FieldMessage
from desktop.screens.passphrase import PassphraseField

_OF_THE_SECRET = frozenset({"wrong_passphrase", "wait", "recovery_code"})


class SecretDialog(BusyDialog):
    """One field for the secret, a box that says which of the two it is, refusals beside it.

    ``_passphrase_name`` is how the passphrase is called by who builds on this.
    """

    secret_label: QLabel
    secret: PassphraseField
    secret_message: FieldMessage
    by_code: QCheckBox

    def __init__(self, form: str, parent: QWidget | None = None) -> None:
        super().__init__(form, parent)
        self.secret_message.attach(self.secret)
        self.secret.edited.connect(self.secret_message.clear)
        self.by_code.toggled.connect(self._name_secret)
        self._name_secret(self.by_code.isChecked())

    def _passphrase_name(self) -> str:
        raise NotImplementedError

    def _name_secret(self, by_code: bool) -> None:  # Qt's toggled signal
        """What was typed was the other secret: the field begins empty under its new name."""
        name = self.tr("Recovery code") if by_code else self._passphrase_name()
        self.secret_label.setText(name)
        self.secret.set_name(name)
        self.secret.clear()
        self.secret_message.clear()

    @override
    def _tell(self, fault: DeskError) -> bool:
        beside = fault.code in _OF_THE_SECRET
        if beside:
            self.secret_message.tell(fault.sentence())
        return beside
