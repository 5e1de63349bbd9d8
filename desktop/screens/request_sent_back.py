"""The band over a request whose decision was a no: what the principal wrote, and what to redo.

Without it such a step looks done like any other.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop.records.approval import proposal, sent_back
from desktop.records.rights import StepRule
from desktop.records.steps import Step, StepState
from desktop.screens.desk import Desk
from desktop.screens.icon_label import IconLabel
from desktop.screens.icons import set_icon
from desktop.screens.request_part import beside_sign, plain_label
from desktop.screens.request_view import RequestView
from desktop.screens.theme import set_look
from desktop.wording.dates import short_date


class SentBackBand(QFrame):
    """Says what was sent back and why; it is not there while nothing is, nor when it is closed.

    Signals:
        take_back_wanted: do the step again that the decision was about; carries its code.
    """

    take_back_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._before = ""
        set_look(self, look="warning")
        sign = IconLabel()
        sign.show_icon("alert", "warning", 20)
        self.title = plain_label("heading")
        self.says = plain_label()
        self.says.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.take_back = QPushButton()
        set_look(self.take_back, bare=True)
        set_icon(self.take_back, "undo", "accent")
        self.take_back.clicked.connect(lambda: self.take_back_wanted.emit(self._before))
        texts = QVBoxLayout()
        texts.setSpacing(4)
        for text in (self.title, self.says):
            texts.addWidget(text)
        texts.addWidget(self.take_back, alignment=Qt.AlignmentFlag.AlignLeft)
        beside_sign(self, sign, texts)

    def show_view(self, view: RequestView) -> None:
        """Show the decision that was a no; of several, the first in the right's order."""
        steps = () if view.closed else sent_back(view.right, view.standing)
        self.setVisible(bool(steps))
        if steps:
            self._tell(view, steps[0])

    def _tell(self, view: RequestView, step: Step) -> None:
        words, rule = self._desk.wording, view.right.step_rule(step.code)
        self.title.setText(words.text("request.sent_back.title", step=rule.title))
        on = short_date(step.done_on, view.today) if step.done_on else ""
        who = view.initials(step.done_by)
        said = words.text("request.sent_back.says", who=who, on=on, note=step.note.strip())
        self.says.setText(said)
        self.setAccessibleName("\n".join((self.title.text(), said)))
        self._offer(view, rule)

    def _offer(self, view: RequestView, rule: StepRule) -> None:
        """Offer to do again what was decided on, the last step of it."""
        about = proposal(view.right, view.standing, rule)
        done = [one.code for one in about if one.state is StepState.DONE]
        self._before = done[-1] if done else ""
        self.take_back.setVisible(bool(done) and view.fault is None)
        if done:
            title = view.right.step_rule(self._before).title
            self.take_back.setText(self._desk.wording.text("request.sent_back.again", step=title))
