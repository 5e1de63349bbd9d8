"""Dialogs whose work takes a moment: a passphrase, a key, a copy put back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget
from typing_extensions import override

from desktop.errors import DeskError
from desktop.screens.form import load_form
from desktop.screens.notices import NoticeBar
from desktop.screens.snug_dialog import SnugDialog

_WIDTH = 480  # pixels at normal text


class BusyDialog(SnugDialog):
    """Takes no input while its work is done, and tells a refusal with everything typed still there.

    The form is named by who builds on this; ``_parts`` are the fields and buttons that rest.
    """

    notices: NoticeBar
    progress: QProgressBar
    cancel: QPushButton

    def __init__(self, form: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        load_form(self, form)
        self.progress.hide()
        self.cancel.clicked.connect(self.reject)
        self.snug(_WIDTH)

    def _parts(self) -> Sequence[QWidget]:
        raise NotImplementedError

    def _tell(self, fault: DeskError) -> bool:  # noqa: ARG002  # for who builds on this
        """Tell a refusal beside its field; False where it belongs to none."""
        return False

    def _refuse(self, fault: DeskError) -> None:
        self._set_busy(False)
        if not self._tell(fault):
            self.notices.say_fault(fault)

    def _set_busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        for part in (*self._parts(), self.cancel):
            part.setEnabled(not busy)

    @override
    def reject(self) -> None:
        if self.cancel.isEnabled():  # what is under way cannot be called back
            super().reject()
