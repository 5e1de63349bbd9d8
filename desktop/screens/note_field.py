"""A field for a sentence or two; Tab leaves it, and it is as tall as the lines it is meant for."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from desktop.screens.theme import theme

_LINES = 2


class NoteField(QPlainTextEdit):
    """Plain text over a few lines. In a form its dynamic property ``lines`` says how many."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        lines = self.property("lines") or _LINES
        room = theme().sizes.px(20)
        return QSize(theme().sizes.px(240), lines * self.fontMetrics().lineSpacing() + room)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().sizes.px(120), self.sizeHint().height())
