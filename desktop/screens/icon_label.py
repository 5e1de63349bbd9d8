"""A small picture beside a line of text."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from desktop.screens.icons import pixmap
from desktop.screens.theme import theme


class IconLabel(QLabel):
    """One of our icons in a label; it follows the look and the text size in force."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ("", "quiet", 18)
        theme().changed.connect(self._draw)

    def show_icon(self, name: str, tone: str = "quiet", size: int = 18) -> None:
        """Show the icon in a colour token, ``size`` pixels at normal text."""
        self._shown = (name, tone, size)
        self._draw()

    def _draw(self) -> None:
        name, tone, size = self._shown
        if name:
            side = theme().sizes.px(size)
            self.setPixmap(pixmap(name, side, self.devicePixelRatioF(), tone))
