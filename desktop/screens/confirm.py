"""A question before what cannot be undone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from desktop.screens.form import load_form


class ConfirmDialog(QDialog):
    """Says what will happen and asks once; Escape and Enter both keep things as they are."""

    question: QLabel
    detail: QLabel
    cancel: QPushButton
    act: QPushButton

    def __init__(self, question: str, detail: str, act: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        load_form(self, "confirm")
        self.question.setText(question)
        self.detail.setText(detail)
        self.act.setText(act)
        self.cancel.setDefault(True)
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cancel.clicked.connect(self.reject)
        self.act.clicked.connect(self.accept)
