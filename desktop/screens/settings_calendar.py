"""Settings: the office's own closed days and holidays, and the public ones of the school year."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QProgressBar, QPushButton, QWidget
from typing_extensions import override

from desktop.actions.changes import Changes
from desktop.actions.changes import Kind as Touched
from desktop.actions.days import Moved, add_entry, remove_entry
from desktop.errors import DeskError
from desktop.records.calendar import Calendar
from desktop.records.names import clean_name
from desktop.records.school_year import school_year
from desktop.screens import jobs
from desktop.screens.date_field import DateField
from desktop.screens.desk import Desk
from desktop.screens.fitted_rows import FittedRows
from desktop.screens.form import load_form
from desktop.screens.intake_typed import put_date, typed_date
from desktop.screens.moved import MovedList, MovedRow, moved_rows
from desktop.screens.notices import FieldMessage, Kind, NoticeBar
from desktop.screens.office_job import run_with_store
from desktop.screens.settings_kept import KeptTab
from desktop.screens.tables import Column, RowsModel
from desktop.store.own_days import CalendarEntry, calendar_entries
from desktop.store.store import Store
from desktop.wording.dates import long_date, short_date

_MOST_HOLIDAYS = 40  # all of a year: the page scrolls, not the list

Holiday = tuple[date, str]
Edited = tuple[Changes, tuple[Moved, ...]]


class CalendarTab(QWidget):
    """Each edit counts the open requests again beside the window and lists what moved."""

    notices: NoticeBar
    moved: MovedList
    from_on: DateField
    until_on: DateField
    entry_title: QLineEdit
    kind: QComboBox
    add: QPushButton
    title_message: FieldMessage
    progress: QProgressBar
    entries: FittedRows
    remove: QPushButton
    holidays_heading: QLabel
    holidays: FittedRows

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._read_for: Calendar | None = None
        load_form(self, "settings_calendar")
        self.progress.hide()
        self._kinds = {
            "closure": self.tr("No school"),
            "holiday": self.tr("Public holiday here"),
            "not_holiday": self.tr("Not a holiday here"),
        }
        for code, words in self._kinds.items():
            self.kind.addItem(words, code)
        self._prepare_dates()
        self._prepare_lists()
        self._connect()
        self.refresh()
        self._kept = KeptTab(
            desk,
            "settings.calendar",
            self,
            notices=self.notices,
            read=self._typed,
            put=self._put,
            start_over=self._clear,
        )

    def _prepare_dates(self) -> None:
        for field in (self.from_on, self.until_on):
            field.set_today(self._desk.today())
        self.setFocusProxy(self.from_on)

    def _prepare_lists(self) -> None:
        self._entries = RowsModel(self._entry_columns(), parent=self)
        self.entries.setModel(self._entries)
        self.entries.set_empty(
            "calendar",
            self.tr("No closed days are entered"),
            self.tr("Add the school's breaks, so that dates are right over them."),
        )
        self._holidays = RowsModel(self._holiday_columns(), parent=self)
        self.holidays.setModel(self._holidays)
        self.holidays.most_rows = _MOST_HOLIDAYS
        self.holidays.set_empty("calendar", self.tr("No public holidays are known"))

    def _entry_columns(self) -> list[Column[CalendarEntry]]:
        return [
            Column(title=self.tr("What it is"), text=lambda one: one.title, stretch=True),
            Column(title=self.tr("Counts as"), text=lambda one: self._kinds[one.kind], width=20),
            Column(title=self.tr("Days"), text=self._days, width=36),
        ]

    def _days(self, entry: CalendarEntry) -> str:
        if entry.from_on == entry.until_on:
            return self._day(entry.from_on)
        return self.tr("{first} to {last}").format(
            first=self._day(entry.from_on), last=self._day(entry.until_on)
        )

    def _day(self, on: date) -> str:
        return short_date(on, self._desk.today())

    def _holiday_columns(self) -> list[Column[Holiday]]:
        return [
            Column(title=self.tr("Holiday"), text=lambda one: one[1], stretch=True),
            Column(title=self.tr("Day"), text=lambda one: long_date(one[0]), width=32),
        ]

    def _connect(self) -> None:
        self.add.clicked.connect(self._add)
        self.entry_title.returnPressed.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.entries.row_chosen.connect(lambda row: self.remove.setEnabled(row is not None))
        self.entry_title.textEdited.connect(self.title_message.clear)
        self._desk.changed.connect(self._office_changed)

    # What is shown

    def refresh(self) -> None:
        """Read the office's entries again; the holidays follow when the tab is in sight."""
        self._entries.set_rows(calendar_entries(self._desk.store))
        self.remove.setEnabled(self.entries.current_row() is not None)
        if self.isVisible():
            self._read_holidays()

    def _office_changed(self, changes: Changes) -> None:
        if changes.kinds & {Touched.CALENDAR, Touched.OFFICE}:
            self.refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read_holidays()

    def _read_holidays(self) -> None:
        calendar = self._desk.calendar
        if calendar is self._read_for:
            return
        self._read_for = calendar
        first, last = school_year(self._desk.today())
        heading = self.tr("Public holidays, school year {first}–{last}")  # noqa: RUF001  # a span
        self.holidays_heading.setText(heading.format(first=first.year, last=last.year))
        # Beside the window: the list of a state takes a fifth of a second the first time.
        jobs.run(
            lambda _progress, _cancelled: _holidays_between(calendar, first, last),
            owner=self,
            on_done=self._holidays.set_rows,
            on_failed=self.notices.say_fault,
        )

    # What is changed

    def _add(self) -> None:
        from_on = self.from_on.value()
        if from_on is None:
            self.from_on.tell(self.tr("Type the first day, such as 12/21."))
            return
        if self.until_on.is_wrong():
            self.until_on.tell_fault()
            return
        until_on = self.until_on.value() or from_on
        title, kind = clean_name(self.entry_title.text()), self.kind.currentData()
        law, by = self._desk.law, self._desk.sign()
        self._edit(
            lambda store: add_entry(
                store, from_on=from_on, until_on=until_on, title=title, kind=kind, law=law, by=by
            ),
            self._added,
        )

    def _added(self) -> None:
        self._clear()
        self._kept.keep_now()
        self.from_on.setFocus()

    def _clear(self) -> None:
        self.from_on.set_value(None)
        self.until_on.set_value(None)
        self.entry_title.clear()

    def _typed(self) -> dict[str, Any] | None:
        """The line being entered; None while it is blank."""
        typed = {
            "from_on": typed_date(self.from_on),
            "until_on": typed_date(self.until_on),
            "title": self.entry_title.text(),
        }
        return {**typed, "kind": self.kind.currentData()} if any(typed.values()) else None

    def _put(self, typed: Mapping[str, Any]) -> None:
        put_date(self.from_on, typed["from_on"])
        put_date(self.until_on, typed["until_on"])
        self.entry_title.setText(typed["title"])
        self.kind.setCurrentIndex(max(0, self.kind.findData(typed["kind"])))

    def _remove(self) -> None:
        entry = self.entries.current_row()
        if entry is None:
            return
        law, by = self._desk.law, self._desk.sign()
        self._edit(lambda store: remove_entry(store, entry.id, law=law, by=by), lambda: None)

    def _edit(self, act: Callable[[Store], Edited], after: Callable[[], None]) -> None:
        self.notices.clear()

        def work(store: Store) -> tuple[Changes, list[MovedRow]]:
            changes, moved = act(store)
            return changes, moved_rows(store, moved)

        def done(result: tuple[Changes, list[MovedRow]]) -> None:
            self._set_busy(False)
            self._tell(*result)
            after()

        self._set_busy(True)
        run_with_store(self._desk, work, owner=self, on_done=done, on_failed=self._refuse)

    def _tell(self, changes: Changes, moved: Sequence[MovedRow]) -> None:
        self._desk.did(changes)
        self.moved.show_moved(moved, self._desk.today())
        if not moved:
            self.notices.say(self.tr("Saved. No date of an open request moved."), Kind.SUCCESS)

    def _refuse(self, fault: DeskError) -> None:
        self._set_busy(False)
        match fault.code:
            case "entry_order":
                self.until_on.tell(fault.sentence())
            case "entry_title":
                self.title_message.tell(fault.sentence())
            case _:
                self.notices.say_fault(fault)

    def _set_busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        for part in (self.from_on, self.until_on, self.entry_title, self.kind, self.add):
            part.setEnabled(not busy)
        self.remove.setEnabled(not busy and self.entries.current_row() is not None)


def _holidays_between(calendar: Calendar, first: date, last: date) -> list[Holiday]:
    found = {**calendar.holidays(first.year), **calendar.holidays(last.year)}
    return sorted((on, title) for on, title in found.items() if first <= on <= last)
