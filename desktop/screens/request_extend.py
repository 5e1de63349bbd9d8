"""Take an extension on one limit, where its rule allows one; the dialog says what it does."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from desktop.actions.changes import Changes
from desktop.actions.extension import dates_extended, extend
from desktop.errors import DeskError
from desktop.records.clock import Applies
from desktop.records.ids import RuleId
from desktop.records.logged import Extension
from desktop.records.rules import Rule
from desktop.records.working_out import extension_known
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.note_field import NoteField
from desktop.screens.notices import FieldMessage
from desktop.screens.request_part import ActDialog, Kept
from desktop.screens.request_view import RequestView
from desktop.screens.typed_amount import read_count


class ExtendDialog(ActDialog):
    """Which limit, by how many days, and why; what it comes to is shown while one types."""

    _place = "extend.reason"

    rule: QComboBox
    allows: QLabel
    days: QLineEdit
    days_message: FieldMessage
    reason: NoteField
    reason_message: FieldMessage
    preview: QLabel
    save: QPushButton

    def __init__(
        self, desk: Desk, view: RequestView, kept: Kept, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, view, kept, parent)
        load_form(self, "request_extend")
        self._wire()
        self._rules = {rule.id: rule for rule in extendable(desk, view)}
        for rule in self._rules.values():
            self.rule.addItem(rule.title, rule.id)
        kept.hold(self.reason, self._place)
        self.reason_message.attach(self.reason)
        self.rule.currentIndexChanged.connect(self._show_rule)
        self.days.textChanged.connect(self._show_preview)
        self.reason.textChanged.connect(self.reason_message.clear)
        self._show_rule()
        self.snug(480)
        self.days.setFocus()

    def _show_rule(self) -> None:
        rule = self._rules[self.rule.currentData()]
        self.allows.setText(f"{self._desk.wording.say(extension_known(rule))} {rule.citation}")
        longest = rule.extension.days if rule.extension else None
        if not self.days.text() and longest is not None:
            self.days.setText(str(longest))
        self._show_preview()

    def _extension(self) -> Extension | None:
        days = read_count(self.days.text())
        if days is None:
            return None
        reason = self.reason.toPlainText().strip()
        return Extension(days=days, reason=reason or "…", rule=RuleId(self.rule.currentData()))

    def _show_preview(self) -> None:
        self.days_message.clear()
        desk, extension = self._desk, self._extension()
        if extension is None:
            self.preview.clear()
            return
        said = self._foreseen(
            lambda: dates_extended(desk.store, self._view.case, extension, desk.law)
        )
        self.preview.setText(said)

    @override
    def _save(self) -> None:
        if self._extension() is None:
            self.days_message.tell(self.tr("Type a number of days."))
        elif not self.reason.toPlainText().strip():
            self.reason_message.tell(self.tr("Write why more time is needed."))
        else:
            super()._save()

    @override
    def _act(self) -> Changes:
        desk = self._desk
        return extend(
            desk.store,
            self._view.case.request.id,
            RuleId(self.rule.currentData()),
            days=read_count(self.days.text()) or 0,
            reason=self.reason.toPlainText(),
            law=desk.law,
            by=desk.sign(),
        )

    @override
    def _refused(self, fault: DeskError) -> None:
        if fault.code == "extension_refused":
            self.days_message.tell(fault.sentence())
        elif fault.code == "nine_digits":
            self.reason_message.tell(fault.sentence())
        else:
            super()._refused(fault)


def extendable(desk: Desk, view: RequestView) -> list[Rule]:
    """The rules that run on the request and allow an extension; empty while one is taken."""
    request = view.case.request
    if request.extension is not None or view.closed:
        return []
    running = {limit.rule for limit in view.case.clocks.limits if limit.applies is Applies.YES}
    rules = desk.books.rules_for(desk.school.state, received_on=request.received_on)
    return [rule for rule in rules if rule.extension and rule.id in running]
