"""May they see the records? The answer while they are still on the phone, with its reason."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from desktop.records.asker import Asker
from desktop.records.authority import Answer, Verdict, verdict
from desktop.screens.announce import announce
from desktop.screens.icons import pixmap, set_icon
from desktop.screens.intake_part import FormPart
from desktop.screens.theme import set_look, theme
from desktop.wording.sentences import Wording

_LOOKS = {
    Answer.YES: ("notice", "check-circle", "accent"),
    Answer.CONDITIONS: ("warning", "warning", "warning"),
    Answer.ASK: ("warning", "warning", "warning"),
    Answer.NO: ("danger", "alert", "danger"),
}


class VerdictPart(FormPart):
    """One sentence, where the rule stands, what else to know, and what would change it."""

    verdict_frame: QFrame
    verdict_sign: QLabel
    verdict_says: QLabel
    verdict_warnings: QLabel
    verdict_citation: QLabel
    verdict_more: QPushButton
    verdict_changes: QLabel

    def __init__(self, root: QWidget, wording: Wording) -> None:
        super().__init__(root)
        self._wording = wording
        self._shown: Verdict | None = None
        for label in (self.verdict_says, self.verdict_warnings, self.verdict_changes):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.verdict_more.clicked.connect(self._turn)
        theme().changed.connect(self._draw)
        self.verdict_frame.hide()

    def show_asker(self, asker: Asker | None, *, today: date) -> None:
        """Show the answer for these facts; None takes it away."""
        found = verdict(asker, today=today) if asker else None
        if found == self._shown:
            return
        self._shown = found
        self.verdict_frame.setVisible(found is not None)
        if found is not None:
            self._fill(found)
            self._draw()

    def _fill(self, found: Verdict) -> None:
        says = self._wording.say(found.says())
        warnings = "\n".join(self._wording.say(one) for one in found.warnings)
        self.verdict_says.setText(says)
        self.verdict_warnings.setText(warnings)
        self.verdict_warnings.setVisible(bool(warnings))
        self.verdict_citation.setText(self._wording.say(found.citation()))
        self.verdict_changes.setText(self._wording.say(found.would_change()))
        self.verdict_changes.hide()
        announce(self.verdict_says, says)

    def _draw(self) -> None:
        if self._shown is None:
            return
        look, sign, tone = _LOOKS[self._shown.answer]
        set_look(self.verdict_frame, look=look)
        ratio = self.verdict_sign.devicePixelRatioF()
        self.verdict_sign.setPixmap(pixmap(sign, theme().sizes.icon, ratio, tone))
        opened = not self.verdict_changes.isHidden()
        set_icon(self.verdict_more, "chevron-down" if opened else "chevron-right", "accent")

    def _turn(self) -> None:
        self.verdict_changes.setVisible(self.verdict_changes.isHidden())
        self._draw()
        if not self.verdict_changes.isHidden():
            announce(self.verdict_changes, self.verdict_changes.text())
