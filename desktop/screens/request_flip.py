"""The band about the 18th birthday: from the first day until it, and what is open after it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.screens.desk import Desk
from desktop.screens.icon_label import IconLabel
from desktop.screens.icons import set_icon
from desktop.screens.request_part import beside_sign, plain_label
from desktop.screens.request_view import Flip, RequestView
from desktop.screens.theme import set_look


class FlipBand(QFrame):
    """Said while a parent's request is open across the day the student turns 18.

    Signals:
        confirm_wanted: go to the check on who may see the records.
        student_asks_wanted: from now on the student asks.
    """

    confirm_wanted = Signal()
    student_asks_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        set_look(self, look="warning")
        sign = IconLabel()
        sign.show_icon("warning", "warning", 20)
        self.title = plain_label("heading")
        self.says = plain_label()
        self.citation = plain_label("small")
        self.confirm = QPushButton(self.tr("Confirm who may see them…"))
        self.student_asks = QPushButton(self.tr("The student asks now"))
        set_icon(self.confirm, "check", "accent")
        set_icon(self.student_asks, "person", "accent")
        self.confirm.clicked.connect(self.confirm_wanted)
        self.student_asks.clicked.connect(self.student_asks_wanted)
        self._lay_out(sign)

    def _lay_out(self, sign: IconLabel) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.confirm, self.student_asks):
            set_look(button, quiet=True)
            buttons.addWidget(button)
        buttons.addStretch(1)
        texts = QVBoxLayout()
        texts.setSpacing(4)
        for label in (self.title, self.says, self.citation):
            texts.addWidget(label)
        texts.addLayout(buttons)
        beside_sign(self, sign, texts)

    def show_view(self, view: RequestView) -> None:
        """Show what the birthday means today; the band is not there where it means nothing."""
        flip = view.flip
        self.setVisible(flip is not None)
        if flip is None:
            return
        words, code = self._desk.wording, "passed" if flip.passed else "coming"
        due_on = view.case.request.due_on
        self.title.setText(words.text(f"request.flip.{code}", on=flip.on, due_on=due_on))
        self.says.setText(" ".join(self._said(flip)))
        self.citation.setText(words.text("request.flip.citation"))
        self.setAccessibleName(f"{self.title.text()} {self.says.text()}")
        for button in (self.confirm, self.student_asks):
            button.setVisible(flip.passed and view.fault is None)

    def _said(self, flip: Flip) -> Iterator[str]:
        words = self._desk.wording
        yield words.text(f"request.flip.{'passed' if flip.passed else 'coming'}_says")
        if flip.finish_by is not None:
            yield words.text("request.flip.finish_by", on=flip.finish_by)
