"""A number on a button of the rail: how many requests need whoever is signed in."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from desktop.screens.theme import set_look, theme
from desktop.wording.sentences import Wording

_MOST = 99


class CountPill(QObject):
    """Shown on the button and, where the system has a place for it, on the program's own icon.

    A number stands in it, never colour alone, and the button's spoken name says what it counts.
    """

    def __init__(self, button: QPushButton, wording: Wording) -> None:
        super().__init__(button)
        self._button = button
        self._wording = wording
        self._name = button.text().replace("&", "")
        self.label = QLabel(button)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        set_look(self.label, look="pill")
        layout = QHBoxLayout(button)
        layout.addStretch(1)
        layout.addWidget(self.label, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.label.hide()
        self._fit()
        theme().changed.connect(self._fit)

    def show_count(self, count: int) -> None:
        """Show how many; nothing for none."""
        self.label.setText(str(count) if count <= _MOST else f"{_MOST}+")
        self.label.setVisible(bool(count))
        said = self._wording.text("waiting.badge", count=count)
        self._button.setAccessibleName(f"{self._name}, {said}" if count else self._name)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.setBadgeNumber(count)

    def _fit(self) -> None:
        layout = self._button.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, theme().sizes.px(8), 0)
