"""Settings: the numbers of days the office works by, which are its own and no law."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.actions.changes import Changes
from desktop.actions.changes import Kind as Touched
from desktop.actions.targets import set_targets
from desktop.errors import DeskError
from desktop.records.targets import Target, check_bounds, number_of
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.notices import FieldMessage, Kind, NoticeBar
from desktop.screens.settings_kept import KeptTab, save_by_keyboard
from desktop.screens.theme import set_look, theme
from desktop.screens.typed_amount import read_count
from desktop.wording.sentences import Wording

_GROUPS = {
    "today": (
        Target.SOON_CALENDAR_DAYS,
        Target.SOON_SCHOOL_DAYS,
        Target.UNTOUCHED_SCHOOL_DAYS,
        Target.BREAK_CALENDAR_DAYS,
        Target.BIRTHDAY_CALENDAR_DAYS,
        Target.AGAIN_REQUESTS,
        Target.AGAIN_CALENDAR_DAYS,
        Target.ASK_AGAIN_CALENDAR_DAYS,
    ),
    "places": (
        Target.ANSWERS_BUSINESS_DAYS,
        Target.KEEPER_BUSINESS_DAYS,
        Target.HEAD_BUSINESS_DAYS,
        Target.PRINCIPAL_BUSINESS_DAYS,
    ),
    "notices": (Target.NOTICES_A_DAY, Target.NOTICES_FROM_HOUR, Target.NOTICES_UNTIL_HOUR),
}
_UNITS = ("calendar_days", "school_days", "business_days", "requests", "a_day", "hour")
_MOST_DIGITS, _FIELD = 4, 64


class TargetRow:
    """One number: what it is, the field, its unit with what is shipped, and what is wrong."""

    def __init__(self, target: Target, wording: Wording, grid: QGridLayout) -> None:
        self._wording = wording
        self._unit_said = wording.text(f"target.unit.{_unit_of(target)}")
        title = QLabel(wording.text(f"target.title.{target}"))
        self.field = QLineEdit()
        self.field.setObjectName(target)
        self.field.setMaxLength(_MOST_DIGITS)
        self.field.setMaximumWidth(theme().sizes.px(_FIELD))
        self.field.setAccessibleName(f"{title.text()} ({self._unit_said})".removesuffix(" ()"))
        self.unit = QLabel()
        set_look(self.unit, look="quiet")
        self.message = FieldMessage()
        self.message.attach(self.field)
        self.field.textEdited.connect(self.message.clear)
        title.setBuddy(self.field)
        title.setWordWrap(True)
        row = grid.rowCount()
        grid.addWidget(title, row, 0)
        grid.addWidget(self.field, row, 1)
        grid.addWidget(self.unit, row, 2)
        grid.addWidget(self.message, row + 1, 1, 1, 2)

    def show_number(self, number: int, shipped: int) -> None:
        """Show the number that holds."""
        self.field.setText(str(number))
        words, same = self._wording, number == shipped
        said = words.text(f"target.shipped.{'as_is' if same else 'other'}", shipped=shipped)
        self.unit.setText(", ".join(part for part in (self._unit_said, said) if part))


class DaysTab(QWidget):
    """Written with one Save and one reason; what is shown by these days follows at once."""

    notices: NoticeBar
    groups: QVBoxLayout
    reason: QLineEdit
    reason_message: FieldMessage
    save: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        load_form(self, "settings_days")
        self.rows: dict[Target, TargetRow] = {}
        for group, targets in _GROUPS.items():
            self._build(group, targets)
        self._order()
        save_by_keyboard(self, self.save)
        self.save.clicked.connect(self._save)
        self.reason.textEdited.connect(self.reason_message.clear)
        desk.changed.connect(self._office_changed)
        self.refresh()
        self._kept = KeptTab(
            desk,
            "settings.days",
            self,
            notices=self.notices,
            read=self._differs,
            put=self._put,
            start_over=self.refresh,
        )

    def _build(self, group: str, targets: tuple[Target, ...]) -> None:
        words = self._desk.wording
        for code, look in (("group", "heading"), ("group_says", "small")):
            label = QLabel(words.text(f"target.{code}.{group}"))
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            set_look(label, look=look)
            self.groups.addWidget(label)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        for target in targets:
            self.rows[target] = TargetRow(target, words, grid)
        self.groups.addLayout(grid)
        self.groups.addSpacing(12)

    def _order(self) -> None:
        fields = [row.field for row in self.rows.values()]
        for before, after in zip([*fields, self.reason], [*fields[1:], self.reason, self.save],
                                 strict=True):  # fmt: skip
            QWidget.setTabOrder(before, after)
        self.setFocusProxy(fields[0])

    def refresh(self) -> None:
        """Show the numbers that hold."""
        now, shipped = self._desk.defaults, self._desk.shipped_defaults
        for target, row in self.rows.items():
            row.show_number(number_of(now, target), number_of(shipped, target))
            row.message.clear()
        self.reason.clear()
        self.reason_message.clear()

    def _typed(self) -> dict[str, str]:
        return {target: row.field.text().strip() for target, row in self.rows.items()}

    def _differs(self) -> dict[str, Any] | None:
        saved = {one: str(number_of(self._desk.defaults, one)) for one in self.rows}
        typed = self._typed()
        if typed == saved and not self.reason.text().strip():
            return None
        return {"numbers": typed, "reason": self.reason.text()}

    def _put(self, typed: Mapping[str, Any]) -> None:
        for target, row in self.rows.items():
            row.field.setText(typed["numbers"].get(target, row.field.text()))
        self.reason.setText(typed["reason"])

    def _office_changed(self, changes: Changes) -> None:
        if Touched.OFFICE in changes.kinds and self._differs() is None:
            self.refresh()

    def _numbers(self) -> dict[Target, int] | None:
        """The numbers as typed; None where one is none, and the first of those is told."""
        numbers = {}
        for target, row in self.rows.items():
            typed = read_count(row.field.text())
            number = -1 if typed is None else typed
            try:
                check_bounds(self._desk.shipped_defaults, target, number)
            except DeskError as fault:
                row.message.tell(fault.sentence())
                return None
            numbers[target] = number
        return numbers

    def _save(self) -> None:
        desk, numbers = self._desk, self._numbers()
        if numbers is None:
            return
        try:
            changes = set_targets(
                desk.store,
                numbers,
                reason=self.reason.text(),
                shipped=desk.shipped_defaults,
                by=desk.sign(),
            )
        except DeskError as fault:
            self._refused(fault)
            return
        desk.did(changes)
        self.refresh()
        self._kept.keep_now()
        self.notices.say(self.tr("Saved."), Kind.SUCCESS)

    def _refused(self, fault: DeskError) -> None:
        if fault.code == "target_hours":
            self.rows[Target.NOTICES_UNTIL_HOUR].message.tell(fault.sentence())
        elif fault.code in {"target_reason", "nine_digits"}:
            self.reason_message.tell(fault.sentence())
        else:
            self.notices.say_fault(fault)


def _unit_of(target: Target) -> str:
    return next(unit for unit in _UNITS if target.endswith(unit))
