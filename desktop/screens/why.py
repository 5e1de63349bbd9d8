"""One sentence why, asked for outside the request page: a refusal is told beside the field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.errors import DeskError
from desktop.screens.form import load_form
from desktop.screens.note_field import NoteField
from desktop.screens.notices import FieldMessage
from desktop.screens.snug_dialog import SnugDialog


class WhyDialog(SnugDialog):
    """Asks for the reason and hands it to ``act``, which raises a ``DeskError`` to refuse it.

    Closing it changes nothing.
    """

    title: QLabel
    says: QLabel
    reason: NoteField
    message: FieldMessage
    save: QPushButton
    cancel: QPushButton

    def __init__(
        self,
        title: str,
        says: str,
        save: str,
        act: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        load_form(self, "request_reason")
        self._act = act
        self.setWindowTitle(title)
        self.title.setText(title)
        self.says.setText(says)
        self.save.setText(save)
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.reject)
        self.reason.textChanged.connect(self.message.clear)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.save.click)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self.snug(460)

    def _save(self) -> None:
        try:
            self._act(self.reason.toPlainText())
        except DeskError as fault:
            self.message.tell(fault.sentence())
        else:
            self.accept()
