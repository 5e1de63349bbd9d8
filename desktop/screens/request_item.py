"""One record or group, answered: given, not held, no education record, or part of it withheld."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget
from typing_extensions import override

from desktop.actions.changes import Changes
from desktop.actions.release import answer_item
from desktop.errors import DeskError
from desktop.records.release import Item, ItemAnswer, Reason, is_adult
from desktop.screens.desk import Desk
from desktop.screens.focus_order import order_focus
from desktop.screens.form import load_form
from desktop.screens.note_field import NoteField
from desktop.screens.notices import FieldMessage
from desktop.screens.request_part import ActDialog, Kept
from desktop.screens.request_view import RequestView, capital
from desktop.screens.ways import Ticks, Ways


class ItemDialog(ActDialog):
    """What it is, what became of it, and why; a reason asks its own questions.

    Args:
        desk: the open office.
        view: the request.
        kept: what is half typed on it.
        item: the item to change; None answers a new one.
        parent: the window it stands over.
    """

    what: QLineEdit
    what_message: FieldMessage
    answers: Ways
    answer_message: FieldMessage
    why: QWidget
    reason: QComboBox
    reason_message: FieldMessage
    reason_says: QLabel
    questions_label: QLabel
    questions: Ticks
    question_message: FieldMessage
    note_label: QLabel
    note: NoteField
    note_message: FieldMessage

    def __init__(
        self,
        desk: Desk,
        view: RequestView,
        kept: Kept,
        item: Item | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, view, kept, parent)
        load_form(self, "request_item")
        self._wire()
        self._item = item
        self._place = f"item.{item.id}" if item else "item.new"
        words = desk.wording
        self.answers.offer(
            [(one, capital(words.text(f"word.item_answer.{one}"))) for one in ItemAnswer]
        )
        self.answer_message.attach(self.answers)
        self.question_message.attach(self.questions)
        kept.hold(self.what, f"{self._place}.what", item.what if item else "")
        kept.hold(self.note, f"{self._place}.note", item.note if item else "")
        self._connect()
        self._put(item)
        self.what.setFocus()
        self.what.setCursorPosition(len(self.what.text()))
        self.snug(560)

    def _connect(self) -> None:
        self.what.textEdited.connect(self.what_message.clear)
        self.answers.chosen.connect(self._answer_chosen)
        self.reason.currentIndexChanged.connect(self._reason_chosen)
        self.questions.chosen.connect(self.question_message.clear)
        self.note.textChanged.connect(self.note_message.clear)

    def _put(self, item: Item | None) -> None:
        if item is not None:
            self.answers.put(item.answer)
        self._answer_chosen()
        reason = self._reason()
        if item is not None and item.reason:
            self.reason.setCurrentIndex(max(self.reason.findData(item.reason), 0))
            reason = self._reason()
        if item is not None and reason is not None and reason.id == item.reason:
            self.questions.set_ticked([one.id for one in reason.question])

    def _answer(self) -> ItemAnswer | None:
        return ItemAnswer(self.answers.code()) if self.answers.code() else None

    def _reason(self) -> Reason | None:
        return self._desk.law.reasons.named(self.reason.currentData() or "")

    def _answer_chosen(self) -> None:
        """Offer the reasons of the answer; what is given needs none."""
        self.answer_message.clear()
        answer, adult = self._answer(), is_adult(self._view.case.student, self._view.today)
        reasons = self._desk.law.reasons.offered(answer, adult=adult) if answer else ()
        self.reason.blockSignals(True)
        self.reason.clear()
        self.reason.addItem(self.tr("Choose the reason"), "")
        for one in reasons:
            self.reason.addItem(one.title, one.id)
        self.reason.blockSignals(False)
        self.why.setVisible(bool(answer) and answer is not ItemAnswer.GIVEN)
        self._reason_chosen()

    def _reason_chosen(self) -> None:
        """Show what the reason means, what it asks, and what has to be written with it."""
        self.reason_message.clear()
        self.question_message.clear()
        self.note_message.clear()
        reason = self._reason()
        self.reason_says.setText(f"{reason.says} {reason.citation}".strip() if reason else "")
        self.reason_says.setVisible(reason is not None)
        questions = reason.question if reason else ()
        self.questions.offer([(one.id, one.title) for one in questions])
        self.questions_label.setVisible(bool(questions))
        wanted = reason.note if reason else ""
        text = self.tr("&Note: {what}").format(what=wanted.replace("&", "&&"))
        self.note_label.setText(text if wanted else self.tr("&Note, if you like"))
        order_focus([self])

    @override
    def _save(self) -> None:
        if self._answer() is None:
            if not self.what.text().strip():
                self.what_message.tell(self.tr("Write which record or group."))
                return
            self.answer_message.tell(self.tr("Choose what became of it."), focus=False)
            self.answers.take_keyboard()
            return
        super()._save()

    @override
    def _act(self) -> Changes:
        desk = self._desk
        return answer_item(
            desk.store,
            self._view.case.request.id,
            what=self.what.text(),
            answer=self._answer() or ItemAnswer.GIVEN,
            reason=self.reason.currentData() or "",
            note=self.note.toPlainText(),
            answered=self.questions.ticked(),
            item=self._item.id if self._item else None,
            law=desk.law,
            today=desk.today(),
            by=desk.sign(),
        )

    @override
    def _refused(self, fault: DeskError) -> None:
        beside = {
            "item_what": self.what_message,
            "item_reason": self.reason_message,
            "item_note": self.note_message,
            "nine_digits": self.note_message,
        }
        if fault.code == "item_question":
            self.question_message.tell(fault.sentence(), focus=False)
            self._to_open_question()
        elif fault.code in beside:
            beside[fault.code].tell(fault.sentence())
        else:
            super()._refused(fault)

    def _to_open_question(self) -> None:
        """Put the keyboard on the first question that is not ticked."""
        for row in self.questions.rows:
            if not row.radio.isChecked():
                row.radio.setFocus(Qt.FocusReason.OtherFocusReason)
                return
