"""Close a request: the outcomes its steps allow, and what is missing for the others."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from desktop.actions.changes import Changes
from desktop.actions.closing import close_request
from desktop.errors import DeskError
from desktop.records.request import Outcome
from desktop.records.rights import OutcomeRule
from desktop.records.steps import StepRefusedError, check_closing
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.note_field import NoteField
from desktop.screens.notices import FieldMessage
from desktop.screens.request_part import ActDialog, Kept
from desktop.screens.request_view import RequestView
from desktop.screens.theme import theme
from desktop.screens.ways import Ways

_PLACE = "close"


class CloseDialog(ActDialog):
    """Choose how it ended; an outcome whose steps are not done says what is missing."""

    title: QLabel
    outcomes: Ways
    outcome_message: FieldMessage
    note_label: QLabel
    note: NoteField
    note_message: FieldMessage

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
        rules = view.right.outcome
        self.outcomes.offer([(rule.id, rule.title) for rule in rules])
        for row, rule in zip(self.outcomes.rows, rules, strict=True):
            row.allow(_missing(rule, view))
        self.outcome_message.attach(self.outcomes)
        kept.hold(self.note, _PLACE)
        self.outcomes.chosen.connect(self._outcome_chosen)
        self.note.textChanged.connect(self.note_message.clear)
        self._outcome_chosen()
        self.resize(theme().sizes.px(480), self.sizeHint().height())
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
        needed = rule is not None and rule.note
        text = self.tr("&Note: what happened") if needed else self.tr("&Note, if you like")
        self.note_label.setText(text)

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
            law=desk.law,
            today=desk.today(),
            by=desk.sign(),
        )

    def _saved(self) -> None:
        self._kept.drop(_PLACE)

    def _refused(self, fault: DeskError) -> None:
        if fault.code in {"note", "nine_digits"}:
            self.note_message.tell(fault.sentence())
        else:
            super()._refused(fault)


def _missing(rule: OutcomeRule, view: RequestView) -> str:
    """What stands in the way of an outcome; empty when nothing does. A note is asked for later."""
    try:
        check_closing(view.right, view.case.steps, rule.id, note="-")
    except StepRefusedError as fault:
        return fault.message
    return ""
