"""One calm line: these records are on hold, and nothing may be destroyed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.records.hold import Hold
from desktop.screens.icon_label import IconLabel
from desktop.screens.request_part import plain_label
from desktop.screens.theme import set_look
from desktop.wording.registers import hold_said
from desktop.wording.sentences import Wording


class HoldLine(QFrame):
    """Says since when and why; it is not there while nothing is on hold.

    Signals:
        memo_wanted: print the memo that tells the places to keep what they have.
    """

    memo_wanted = Signal()

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
        self.memo = QPushButton(self.tr("Print the hold memo…"))
        set_look(self.memo, bare=True)
        self.memo.clicked.connect(self.memo_wanted)
        self.memo.hide()
        layout.addWidget(self.memo)
        self.hide()

    def offer_memo(self) -> None:
        """Offer the memo here, where the records of one request are on hold."""
        self.memo.show()

    def show_hold(self, hold: Hold | None, wording: Wording) -> None:
        """Say that ``hold`` is on; nothing where it is none or has come off."""
        on = hold is not None and hold.live
        self.setVisible(on)
        self.sentence.setText(hold_said(hold, wording) if hold is not None and on else "")
