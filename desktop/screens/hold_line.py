"""One calm line: these records are on hold, and nothing may be destroyed."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop.records.hold import Hold
from desktop.screens.icon_label import IconLabel
from desktop.screens.request_part import plain_label
from desktop.wording.registers import hold_said
from desktop.wording.sentences import Wording


class HoldLine(QFrame):
    """Says since when and why; it is not there while nothing is on hold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign = IconLabel()
        sign.show_icon("hold", "quiet", 18)
        self.sentence: QLabel = plain_label("quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.setSpacing(12)
        layout.addWidget(sign)
        layout.addWidget(self.sentence, 1)
        self.hide()

    def show_hold(self, hold: Hold | None, wording: Wording) -> None:
        """Say that ``hold`` is on; nothing where it is none or has come off."""
        on = hold is not None and hold.live
        self.setVisible(on)
        self.sentence.setText(hold_said(hold, wording) if hold is not None and on else "")
