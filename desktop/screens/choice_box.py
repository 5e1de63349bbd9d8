"""A box to choose from that ends in "…" what it has no room for, and tells it when pointed at.

The wheel scrolls the page and never changes a choice it happens to pass over.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QToolTip, QWidget
from typing_extensions import override

from desktop.screens.plain_tip import plain_tip


class ChoiceBox(QComboBox):
    """What each form gets where it asks for a ``QComboBox``: that one cuts its words off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        whole, room = self._words()
        words = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
        if self.isEditable() or words == whole:
            super().paintEvent(event)
            return
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = words
        if self.currentIndex() < 0:
            role = option.palette.ColorRole
            option.palette.setBrush(role.ButtonText, option.palette.placeholderText())
        painter, style = QPainter(self), self.style()
        style.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option, painter, self)
        style.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option, painter, self)
        painter.end()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            whole, room = self._words()
            if not self.toolTip() and self.fontMetrics().horizontalAdvance(whole) > room:
                QToolTip.showText(event.globalPos(), plain_tip(whole), self)
                return True
        return super().event(event)

    def _words(self) -> tuple[str, int]:
        """What is to be read in it, and the pixels there are for that."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        control, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(control, option, field, self).width()
        text = self.currentText() if self.currentIndex() >= 0 else self.placeholderText()
        return text, room
