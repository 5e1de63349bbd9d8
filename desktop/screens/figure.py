"""A number with its words, to be pressed: what it counts is shown then."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.screens.theme import set_look, theme

_SIDES = (12, 8)


class Figure(QPushButton):
    """One number of the day."""

    def __init__(self, title: str, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._number = QLabel("…")
        self._words = QLabel(title)
        set_look(self._number, look="title")
        set_look(self._words, look="small")
        set_look(self, figure=True)
        self.setCheckable(True)
        if keys:
            self.setToolTip(f"{title} ({keys})")
        layout = QVBoxLayout(self)
        layout.setSpacing(0)
        for label in (self._number, self._words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(label)
        self._fit()
        theme().changed.connect(self._fit)
        self.setAccessibleName(title)

    @property
    def number(self) -> str:
        """The number as shown."""
        return self._number.text()

    def set_title(self, title: str) -> None:
        """Say something else of the number; the next number is spoken with it."""
        self._title = title
        self._words.setText(title)

    def show_number(self, count: int, *, presses: bool) -> None:
        """Show how many; what ``presses`` stands out by weight and colour, and nothing by zero."""
        self._number.setText(f"{count:,}")
        set_look(self._number, look="title", tone="danger" if presses and count else "")
        self.setAccessibleName(f"{count:,} {self._title}")

    def _fit(self) -> None:
        across, down = (theme().sizes.px(side) for side in _SIDES)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(across, down, across, down)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
