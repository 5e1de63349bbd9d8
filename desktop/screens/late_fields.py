"""Why the legal date was not kept: a reason of the office's list and its own words, if wished."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from desktop.records.logged import Lateness
from desktop.screens.choice_box import ChoiceBox
from desktop.screens.note_field import NoteField
from desktop.screens.notices import FieldMessage
from desktop.screens.request_part import plain_label
from desktop.screens.request_view import capital
from desktop.wording.lateness import late_reason_said
from desktop.wording.sentences import Wording


class LateFields(QWidget):
    """Asks for the reason; saying nothing is an answer too. ``offer`` must be called first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asks = plain_label(wraps=True)
        self.reason = ChoiceBox()
        self._words_label = QLabel(self.tr("In your own w&ords, if you like"))
        self.words = NoteField()
        self.message = FieldMessage()
        # As wide as the dialog and no wider: the longest reason would widen it past its edge.
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.reason.setSizeAdjustPolicy(policy)
        self._asks.setBuddy(self.reason)
        self._words_label.setBuddy(self.words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self._asks, self.reason, self._words_label, self.words, self.message):
            layout.addWidget(part)
        self.message.attach(self.words)
        self.words.textChanged.connect(self.message.clear)
        self.reason.currentIndexChanged.connect(self._show_words)
        self._show_words()

    def offer(self, reasons: Sequence[str], due_on: date, wording: Wording) -> None:
        """Offer the reasons by their codes, for a date that was not kept."""
        self._wording = wording
        self._asks.setText(wording.text("late.ask", on=due_on))
        self.reason.addItem(wording.text("late.unsaid"), "")
        for code in reasons:
            self._add(code)

    def put(self, told: Lateness | None) -> None:
        """Show what was said before."""
        if told is None:
            return
        if self.reason.findData(told.reason) < 0:
            self._add(told.reason)  # one that is not offered any more
        self.reason.setCurrentIndex(self.reason.findData(told.reason))
        if not self.words.toPlainText():
            self.words.setPlainText(told.words)

    def value(self) -> Lateness | None:
        """What is said; None where nothing is."""
        code = str(self.reason.currentData() or "")
        return Lateness(reason=code, words=self.words.toPlainText()) if code else None

    def _add(self, code: str) -> None:
        self.reason.addItem(capital(late_reason_said(code, self._wording)), code)

    def _show_words(self) -> None:
        """Words without a reason would be counted nowhere."""
        for part in (self._words_label, self.words):
            part.setVisible(bool(self.reason.currentData()))
