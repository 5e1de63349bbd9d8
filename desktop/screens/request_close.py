"""Close a request: the outcomes its steps allow, and what is missing for the others."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.actions.changes import Changes
from desktop.actions.closing import close_request
from desktop.errors import DeskError
from desktop.records.closing import check_end
from desktop.records.lateness import UNCOUNTED
from desktop.records.request import Outcome, Right
from desktop.records.rights import OutcomeRule
from desktop.records.steps import StepRefusedError
from desktop.records.typed_words import holds_ssn
from desktop.screens.desk import Desk
from desktop.screens.focus_order import order_focus
from desktop.screens.form import load_form
from desktop.screens.icons import set_icon
from desktop.screens.late_fields import LateFields
from desktop.screens.note_field import NoteField
from desktop.screens.notices import FieldMessage
from desktop.screens.request_part import ActDialog, Kept, clear_layout
from desktop.screens.request_view import RequestView
from desktop.screens.theme import set_look
from desktop.screens.ways import Ways


class CloseDialog(ActDialog):
    """Choose how it ended; an outcome whose steps are not done says what is missing.

    Signals:
        right_wanted: it is closed and the family goes on from there; carries the ``Right``.
    """

    _place = "close"

    title: QLabel
    outcomes: Ways
    outcome_message: FieldMessage
    note_label: QLabel
    note: NoteField
    note_message: FieldMessage
    late: LateFields
    hold: QLabel
    follow: QVBoxLayout

    right_wanted = Signal(object)

    def __init__(
        self,
        desk: Desk,
        view: RequestView,
        kept: Kept,
        outcome: Outcome | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, view, kept, parent)
        load_form(self, "request_close")
        self._wire()
        self._then: Right | None = None
        self.finished.connect(self._go_on)
        rules = view.right.outcome
        self.outcomes.offer([(rule.id, rule.title) for rule in rules])
        for row, rule in zip(self.outcomes.rows, rules, strict=True):
            row.allow(_missing(rule, view))
        self.outcome_message.attach(self.outcomes)
        kept.hold(self.note, self._place)
        self._ask_why_late()
        self.outcomes.chosen.connect(self._outcome_chosen)
        self.note.textChanged.connect(self.note_message.clear)
        self._outcome_chosen()
        self.snug(480)
        self.outcomes.take_keyboard()
        if outcome is not None:
            self.outcomes.choose(outcome)
            self.note.setFocus()

    def _rule(self) -> OutcomeRule | None:
        code = self.outcomes.code()
        return next((rule for rule in self._view.right.outcome if rule.id == code), None)

    def _outcome_chosen(self) -> None:
        self.outcome_message.clear()
        rule = self._rule()
        needed = rule is not None and _needs_note(rule, self._view)
        text = self.tr("&Note: what happened") if needed else self.tr("&Note, if you like")
        self.note_label.setText(text)
        self.hold.setVisible(rule is not None and rule.keeps_hold)
        self._show_late(rule)
        self._offer_what_follows(rule)

    def _ask_why_late(self) -> None:
        request = self._view.case.request
        self.late.offer(self._desk.defaults.late_reasons, request.due_on, self._desk.wording)
        self._kept.hold(self.late.words, f"{self._place}.late")
        self.late.put(request.lateness)

    def _show_late(self, rule: OutcomeRule | None) -> None:
        """Asked where the date was not kept, and never of what was no request."""
        counts = rule is None or rule.id not in UNCOUNTED
        self.late.setVisible(self._view.late and counts)

    def follow_buttons(self) -> list[QPushButton]:
        """Close it and log what the family goes on with: a button for each right."""
        found = (self.follow.itemAt(place) for place in range(self.follow.count()))
        widgets = (item.widget() for item in found if item)
        return [widget for widget in widgets if isinstance(widget, QPushButton)]

    def _offer_what_follows(self, rule: OutcomeRule | None) -> None:
        clear_layout(self.follow)
        words = self._desk.wording
        for right in self._view.may_follow(rule, self._desk.law.rights):
            said = words.text(f"request.opens.{right}")
            button = QPushButton(self.tr("Close, and &log: {what}").format(what=said))
            set_look(button, quiet=True)
            set_icon(button, "add", "accent")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, one=right: self._save_and_log(one))
            self.follow.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
            button.show()
        order_focus([self])

    def _save_and_log(self, right: Right) -> None:
        self._then = right
        self._save()
        if not self.result():
            self._then = None

    def _go_on(self, result: int) -> None:
        if result and self._then is not None:
            self.right_wanted.emit(self._then)

    def _save(self) -> None:
        if self._rule() is None:
            self.outcome_message.tell(self.tr("Choose how it ended."), focus=False)
            self.outcomes.take_keyboard()
            return
        super()._save()

    def _act(self) -> Changes:
        desk = self._desk
        return close_request(
            desk.store,
            self._view.case.request.id,
            Outcome(self.outcomes.code()),
            note=self.note.toPlainText(),
            late=self.late.value() if self._view.late else None,
            law=desk.law,
            today=desk.today(),
            by=desk.sign(),
        )

    def _refused(self, fault: DeskError) -> None:
        if fault.code == "nine_digits" and not holds_ssn(self.note.toPlainText()):
            self.late.message.tell(fault.sentence())
        elif fault.code in {"note", "nine_digits"}:
            self.note_message.tell(fault.sentence())
        else:
            super()._refused(fault)


def _needs_note(rule: OutcomeRule, view: RequestView) -> bool:
    """Whether this outcome needs a sentence as the request stands."""
    try:
        check_end(view.right, view.case, view.standing, rule.id, note="")
    except StepRefusedError as fault:
        return fault.code == "note"
    return False


def _missing(rule: OutcomeRule, view: RequestView) -> str:
    """What stands in the way of an outcome; empty when nothing does. A note is asked for later."""
    try:
        check_end(view.right, view.case, view.standing, rule.id, note="-")
    except StepRefusedError as fault:
        return fault.message
    return ""
