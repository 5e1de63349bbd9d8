"""The calendar: what falls on each day of a month, as a page and as a list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QPushButton, QTabWidget, QWidget

from desktop.actions.calendar_out import KIND as EXPORTED
from desktop.actions.calendar_out import SavedCalendar, save_calendar
from desktop.actions.changes import Changes
from desktop.actions.changes import Kind as Touched
from desktop.office.calendar_file import Feed, read_feed
from desktop.records.calendar import Calendar
from desktop.records.planner import (
    PlanKind,
    Planned,
    by_day,
    holidays_between,
    in_order,
    month_after,
    month_days,
)
from desktop.records.school_year import school_year
from desktop.screens import jobs
from desktop.screens.calendar_days import DaysDialog, Edited
from desktop.screens.calendar_feed import FeedDialog
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.icons import set_icon
from desktop.screens.month_grid import MonthGrid
from desktop.screens.moved import MovedList
from desktop.screens.notices import Kind, NoticeBar
from desktop.screens.office_job import run_with_store
from desktop.screens.printing import ask_for_file
from desktop.screens.tables import Column, RowsModel, RowsView
from desktop.store.own_days import CalendarEntry, calendar_entries
from desktop.store.planner import planned_between
from desktop.wording.dates import clock_time, long_date, month_name, short_date
from desktop.wording.planner import planned_said

_EDITED = "calendar.added"
_REQUESTS = frozenset({PlanKind.DUE, PlanKind.LEGAL})
_MEETINGS = frozenset({PlanKind.VISIT, PlanKind.MEETING})
_DAYS_OFF = frozenset({PlanKind.CLOSURE, PlanKind.HOLIDAY})
_BIRTHDAYS = frozenset({PlanKind.BIRTHDAY})
_YEARS_AHEAD = 2


class CalendarPage(QWidget):
    """One month at a time; the page and the list show the same.

    Signals:
        request_opened: Enter on what belongs to a request; carries its id.
        student_opened: Enter on a birthday; carries the student's id.
    """

    notices: NoticeBar
    moved: MovedList
    add_days: QPushButton
    take_in: QPushButton
    save_out: QPushButton
    earlier: QPushButton
    today: QPushButton
    later: QPushButton
    month: QLabel
    shown: QComboBox
    views: QTabWidget
    grid: MonthGrid
    day: QLabel
    edit_days: QPushButton
    day_rows: RowsView
    list_rows: RowsView

    request_opened = Signal(object)
    student_opened = Signal(object)

    moment = "deadline_near"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._chosen = desk.today()
        self._holidays_of: Calendar | None = None
        self._years: frozenset[int] = frozenset()
        load_form(self, "calendar")
        self._dress()
        self._connect()
        self.refresh()

    # How it is put together

    def _dress(self) -> None:
        set_icon(self.earlier, "chevron-left")
        set_icon(self.later, "chevron-right")
        set_icon(self.add_days, "add")
        set_icon(self.take_in, "import")
        set_icon(self.save_out, "export")
        self._offer_kinds()
        self.grid.use(self._desk.wording)
        self._day_model: RowsModel[Planned] = RowsModel(self._day_columns(), parent=self)
        self._list_model: RowsModel[Planned] = RowsModel(self._list_columns(), parent=self)
        self.day_rows.setModel(self._day_model)
        self.day_rows.set_empty("calendar", self.tr("Nothing falls on this day"))
        self.list_rows.setModel(self._list_model)
        self.list_rows.set_empty(
            "calendar",
            self.tr("Nothing falls in this month"),
            self.tr("Log a request, set a visit or import the district's closures."),
        )
        self._allow(self.add_days, _EDITED)
        self._allow(self.take_in, _EDITED)
        self._allow(self.save_out, EXPORTED)
        self.setFocusProxy(self.grid)

    def _allow(self, button: QPushButton, kind: str) -> None:
        why_not = self._desk.why_not(kind)
        button.setEnabled(not why_not)
        button.setToolTip(why_not)

    def _offer_kinds(self) -> None:
        for title, kinds in (
            (self.tr("Everything"), frozenset(PlanKind)),
            (self.tr("Dates due"), _REQUESTS),
            (self.tr("Appointments and hearings"), _MEETINGS),
            (self.tr("Days without school"), _DAYS_OFF),
            (self.tr("18th birthdays"), _BIRTHDAYS),
        ):
            self.shown.addItem(title, kinds)

    def _day_columns(self) -> list[Column[Planned]]:
        return [
            Column(title=self.tr("Hour"), text=_hour, width=12),
            Column(title=self.tr("What"), text=self._said, stretch=True),
            Column(title=self.tr("Student"), text=lambda one: one.name, stretch=True),
            Column(title=self.tr("Request"), text=lambda one: one.number, width=12, quiet=True),
        ]

    def _list_columns(self) -> list[Column[Planned]]:
        """The hour stands with the day: a column of its own leaves no room in large text."""
        _, *others = self._day_columns()
        return [Column(title=self.tr("Day"), text=self._day_and_hour, width=28), *others]

    def _day_and_hour(self, one: Planned) -> str:
        return ", ".join(filter(None, (self._days(one), _hour(one))))

    def _said(self, one: Planned) -> str:
        return planned_said(one, self._desk.wording)

    def _days(self, one: Planned) -> str:
        today = self._desk.today()
        first = short_date(one.on, today)
        if one.until == one.on:
            return first
        return self.tr("{first} to {last}").format(first=first, last=short_date(one.until, today))

    def _connect(self) -> None:
        self.earlier.clicked.connect(lambda: self.show_day(month_after(self._chosen, -1)))
        self.later.clicked.connect(lambda: self.show_day(month_after(self._chosen, 1)))
        self.today.clicked.connect(lambda: self.show_day(self._desk.today()))
        self.shown.currentIndexChanged.connect(lambda _: self.refresh())
        self.grid.day_wanted.connect(self.show_day)
        self.grid.day_chosen.connect(self._choose)
        self.grid.day_opened.connect(lambda _: self._into_day())
        for rows in (self.day_rows, self.list_rows):
            rows.row_activated.connect(self._open)
        self.day_rows.row_chosen.connect(lambda _: self._offer_edit())
        self.edit_days.clicked.connect(self.open_edit)
        self.add_days.clicked.connect(self.open_add)
        self.take_in.clicked.connect(self._ask_for_feed)
        self.save_out.clicked.connect(self._ask_where)
        self.moved.request_opened.connect(self.request_opened)
        self._desk.changed.connect(self._look_again)
        for keys, does, says in (
            ("Alt+PgUp", self.earlier.click, self.tr("Earlier month")),
            ("Alt+PgDown", self.later.click, self.tr("Later month")),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setWhatsThis(says)
            shortcut.activated.connect(does)

    # What is shown

    def show_day(self, on: date) -> None:
        """The month of a day, with the keyboard on it."""
        self._chosen = on
        self.refresh()

    def refresh(self) -> None:
        """Read the month again."""
        days = month_days(self._chosen)
        self._read_holidays(days)
        planned = self._planned(days[0], days[-1])
        self.month.setText(month_name(self._chosen))
        self.grid.show_month(
            self._chosen, by_day(planned, days[0], days[-1]), self._desk.today(), self._chosen
        )
        first, last = self._chosen.replace(day=1), month_after(self._chosen, 1)
        inside = (one for one in planned if one.on < last and one.until >= first)
        self._list_model.set_rows(in_order(inside))
        self._choose(self._chosen)

    def _planned(self, first: date, last: date) -> Sequence[Planned]:
        wanted = self.shown.currentData()
        found = planned_between(self._desk.store, first, last)
        if self._holidays_of is self._desk.calendar:
            found += holidays_between(self._desk.calendar.holidays, first, last)
        return [one for one in found if one.kind in wanted]

    def _read_holidays(self, days: Sequence[date]) -> None:
        """Beside the window: the list of a state takes a fifth of a second the first time."""
        calendar, years = self._desk.calendar, frozenset(on.year for on in days)
        if self._holidays_of is calendar and years <= self._years:
            return

        def known(_: object) -> None:
            kept = self._years if self._holidays_of is calendar else frozenset()
            self._holidays_of, self._years = calendar, kept | years
            self.refresh()

        jobs.run(
            lambda _progress, _cancelled: [calendar.holidays(year) for year in sorted(years)],
            owner=self,
            on_done=known,
            on_failed=self.notices.say_fault,
        )

    def _choose(self, on: date) -> None:
        if (on.year, on.month) != (self._chosen.year, self._chosen.month):
            self.show_day(on)
            return
        self._chosen = on
        self.day.setText(long_date(on))
        self._day_model.set_rows(self.grid.days.planned(on))
        self._offer_edit()

    def _look_again(self, changes: Changes) -> None:
        if changes.kinds & {Touched.REQUEST, Touched.STUDENT, Touched.CALENDAR, Touched.OFFICE}:
            self.refresh()

    def _into_day(self) -> None:
        if self._day_model.rows:
            self.day_rows.setFocus()
            self.day_rows.choose_place(0)

    def _open(self, one: Planned) -> None:
        if one.request is not None:
            self.request_opened.emit(one.request)
        elif one.student is not None:
            self.student_opened.emit(one.student)
        elif one.closure is not None and self.edit_days.isEnabled():
            self._edit(one)

    # The office's own days

    def _closure(self) -> Planned | None:
        """The closed days the keyboard is on, else the first of the day."""
        current = self.day_rows.current_row()
        closed = [one for one in self._day_model.rows if one.closure is not None]
        return current if current in closed else next(iter(closed), None)

    def _offer_edit(self) -> None:
        may = not self._desk.why_not(_EDITED)
        self.edit_days.setEnabled(may and self._closure() is not None)

    def open_add(self) -> DaysDialog:
        """Enter days by hand, from the day that is chosen."""
        return self._open_days(DaysDialog(self._desk, self.window(), first=self._chosen))

    def open_edit(self) -> DaysDialog | None:
        """Correct the closed days that are chosen; None where there are none."""
        closure = self._closure()
        return self._edit(closure) if closure is not None else None

    def _edit(self, closure: Planned) -> DaysDialog | None:
        entries = {one.id: one for one in calendar_entries(self._desk.store)}
        entry: CalendarEntry | None = entries.get(closure.closure) if closure.closure else None
        if entry is None:
            return None
        return self._open_days(DaysDialog(self._desk, self.window(), entry=entry))

    def _open_days(self, dialog: DaysDialog) -> DaysDialog:
        dialog.edited.connect(self._tell)
        dialog.open()
        return dialog

    def _tell(self, edited: Edited) -> None:
        self._desk.did(edited.changes)
        self.moved.show_moved(edited.moved, self._desk.today())
        if not edited.moved:
            self.notices.say(self.tr("Saved. No date of an open request moved."), Kind.SUCCESS)

    # In and out

    def _ask_for_feed(self) -> None:
        asking = QFileDialog(self.window(), self.tr("The district's calendar"))
        asking.setNameFilter(self.tr("Calendar (*.ics)"))
        asking.fileSelected.connect(lambda path: self.read_feed(Path(path)))
        asking.finished.connect(asking.deleteLater)
        asking.open()

    def read_feed(self, path: Path) -> None:
        """Read a district's calendar beside the window, and show what it holds."""
        first, _ = school_year(self._desk.today())
        last = first.replace(year=first.year + _YEARS_AHEAD) - timedelta(days=1)
        self.notices.say(self.tr("Reading the calendar…"))
        jobs.run(
            lambda _progress, _cancelled: read_feed(path, first=first, last=last),
            owner=self,
            on_done=self._show_feed,
            on_failed=self.notices.say_fault,
        )

    def _show_feed(self, feed: Feed) -> None:
        self.notices.clear()
        if not feed.happenings:
            self.notices.say(
                self.tr("The file holds no event from this school year on."), Kind.WARNING
            )
            return
        dialog = FeedDialog(self._desk, feed, self.window())
        dialog.edited.connect(self._tell)
        dialog.open()

    def _ask_where(self) -> None:
        title, kind = self.tr("Save the dates"), self.tr("Calendar (*.ics)")
        ask_for_file(title, kind, "records-desk.ics", self.window(), self.save_to)

    def save_to(self, path: Path) -> None:
        """Save what is due, appointments and meetings from today on, without a name."""
        desk, today, by = self._desk, self._desk.today(), self._desk.sign()
        last = today.replace(year=today.year + _YEARS_AHEAD, day=1)
        run_with_store(
            desk,
            lambda store: save_calendar(
                store, path, first=today, last=last, wording=desk.wording, by=by
            ),
            owner=self,
            on_done=lambda saved: self._saved(saved, path),
            on_failed=self.notices.say_fault,
        )

    def _saved(self, saved: SavedCalendar, path: Path) -> None:
        said = self.tr("{count} entries saved as {file}: numbers of requests, and no name.")
        self.notices.say(said.format(count=saved.count, file=path.name), Kind.SUCCESS)


def _hour(one: Planned) -> str:
    return clock_time(one.at) if one.at else ""
