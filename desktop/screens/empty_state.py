"""What stands in the place of rows while a list has none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.screens.icons import pixmap
from desktop.screens.theme import set_look, theme


class EmptyState(QWidget):
    """What a list says while it has no rows: why, what to do, and the button that does it."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = ""
        self._picture = QLabel()
        self._sentence = QLabel()
        self._detail = QLabel()
        self.button = QPushButton()
        set_look(self._sentence, look="heading")
        set_look(self._detail, look="quiet")
        for label in (self._picture, self._sentence, self._detail):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(label is not self._picture)
            label.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(2)
        for part in (self._picture, self._sentence, self._detail):
            layout.addWidget(part)
        layout.addSpacing(4)
        layout.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.button.clicked.connect(self.acted)
        theme().changed.connect(self._draw)

    def tell(self, icon: str, sentence: str, detail: str = "", action: str = "") -> None:
        """Say this; without ``action`` there is no button."""
        self._icon = icon
        self._sentence.setText(sentence)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self._draw()

    def sentence(self) -> str:
        """All that is said, as one text."""
        return " ".join(filter(None, (self._sentence.text(), self._detail.text())))

    def _draw(self) -> None:
        if self._icon:
            side = theme().sizes.px(40)
            self._picture.setPixmap(pixmap(self._icon, side, self.devicePixelRatioF(), "hint"))
