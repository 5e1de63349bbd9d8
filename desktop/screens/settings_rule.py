"""Decide about one limit, or add one of the office's own: what, and always why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from desktop.actions.changes import Changes
from desktop.actions.days import Moved
from desktop.actions.policy import add_rule, decide_rule, remove_rule
from desktop.errors import DeskError
from desktop.records.calendar import Counting
from desktop.records.office_policy import OwnLimit, PolicyKind
from desktop.records.request import Right
from desktop.records.rules import Rule, Students
from desktop.screens.choices import TickGrid
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.moved import MovedRow, moved_rows
from desktop.screens.note_field import NoteField
from desktop.screens.notices import FieldMessage, NoticeBar
from desktop.screens.office_job import run_with_store
from desktop.screens.typed_amount import read_count
from desktop.store.store import Store

Decided = tuple[Changes, tuple[Moved, ...]]
_WITH_NUMBER = frozenset({PolicyKind.CHANGED, PolicyKind.ADDED})
_OWN_ONLY = ("rule_name", "rights", "special_only", "citation")


class RuleDialog(QDialog):
    """One decision with its reason; the dates of open requests follow.

    Signals:
        decided: it is in the file; carries what moved, as ``MovedRow``s.
    """

    heading: QLabel
    says: QLabel
    notices: NoticeBar
    fields: QFormLayout
    rule_name: QLineEdit
    name_message: FieldMessage
    rights: TickGrid
    special_only: QCheckBox
    citation: QLineEdit
    days_label: QLabel
    days: QLineEdit
    days_message: FieldMessage
    counting: QComboBox
    reason: NoteField
    reason_message: FieldMessage
    progress: QProgressBar
    cancel: QPushButton
    save: QPushButton

    decided = Signal(object)

    def __init__(
        self, desk: Desk, kind: PolicyKind, rule: Rule | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._kind, self._rule = desk, kind, rule
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        load_form(self, "settings_rule")
        self.progress.hide()
        self.reason_message.attach(self.reason)
        self._fill()
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.reject)
        self.reason.textChanged.connect(self.reason_message.clear)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.save.click)

    def _fill(self) -> None:
        words = self._desk.wording
        self.heading.setText(self._rule.title if self._rule else self.tr("A limit of our own"))
        self.says.setText(words.text(f"policy.says.{self._kind}"))
        self.save.setText(words.text(f"policy.save.{self._kind}"))
        for counting in Counting:
            self.counting.addItem(words.text(f"policy.counting.{counting}"), counting)
        offered = self._desk.law.rights.offered()
        self.rights.offer([(right.id, right.title) for right in offered])
        self._show_fields()
        if self._rule is not None:
            self.days.setText(str(self._rule.days))
            self.counting.setCurrentIndex(self.counting.findData(self._rule.counting))
        first = {PolicyKind.ADDED: self.rule_name, PolicyKind.CHANGED: self.days}
        first.get(self._kind, self.reason).setFocus()
        self.days.selectAll()

    def _show_fields(self) -> None:
        """Only what this decision asks for."""
        own, number = self._kind is PolicyKind.ADDED, self._kind in _WITH_NUMBER
        for row in range(self.fields.rowCount()):
            item = self.fields.itemAt(row, QFormLayout.ItemRole.FieldRole)
            widget, inner = (item.widget(), item.layout()) if item else (None, None)
            name = widget.objectName() if widget is not None else "days"
            if name in _OWN_ONLY:
                self.fields.setRowVisible(row, own)
            elif inner is not None:
                self.fields.setRowVisible(row, number)

    def _limit(self) -> OwnLimit | None:
        """The number typed; None where the decision has none."""
        if self._kind not in _WITH_NUMBER:
            return None
        return OwnLimit(
            days=read_count(self.days.text()) or 0,
            counting=Counting(self.counting.currentData()),
            title=self.rule_name.text(),
            rights=tuple(Right(one) for one in self.rights.ticked()),
            students=Students.SPECIAL_EDUCATION if self.special_only.isChecked() else Students.ALL,
            citation=self.citation.text(),
        )

    def _save(self) -> None:
        for message in (self.name_message, self.days_message, self.reason_message):
            message.clear()
        self.notices.clear()
        limit, reason = self._limit(), self.reason.toPlainText()
        law, today, by = self._desk.law, self._desk.today(), self._desk.sign()
        rule, kind = self._rule.id if self._rule else "", self._kind

        def act(store: Store) -> Decided:
            if kind is PolicyKind.ADDED and limit is not None:
                return add_rule(store, limit, reason=reason, law=law, today=today, by=by)
            if kind is PolicyKind.SHIPPED:
                return remove_rule(store, rule, reason=reason, law=law, today=today, by=by)
            return decide_rule(
                store, rule, kind, reason=reason, limit=limit, law=law, today=today, by=by
            )

        def work(store: Store) -> tuple[Changes, list[MovedRow]]:
            changes, moved = act(store)
            return changes, moved_rows(store, moved)

        self._set_busy(True)
        run_with_store(self._desk, work, owner=self, on_done=self._done, on_failed=self._refuse)

    def _done(self, result: tuple[Changes, list[MovedRow]]) -> None:
        self._set_busy(False)
        changes, moved = result
        self._desk.did(changes)
        self.decided.emit(moved)
        self.accept()

    def _refuse(self, fault: DeskError) -> None:
        self._set_busy(False)
        beside = {
            "policy_reason": self.reason_message,
            "nine_digits": self.reason_message,
            "policy_days": self.days_message,
            "policy_federal": self.days_message,
            "policy_title": self.name_message,
        }
        if fault.code in beside:
            beside[fault.code].tell(fault.sentence())
        else:
            self.notices.say_fault(fault)

    def _set_busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        for part in (self.save, self.cancel):
            part.setEnabled(not busy)

    @override
    def reject(self) -> None:
        if self.cancel.isEnabled():  # what is under way cannot be called back
            super().reject()
