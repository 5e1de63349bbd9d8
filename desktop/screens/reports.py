"""The reports: the month for the principal, the year, the audit trail, what left as files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QStackedWidget, QWidget
from typing_extensions import override

from desktop.actions.exporting import KIND
from desktop.actions.reports import (
    ANNUAL,
    MONTHLY,
    Report,
    note_left,
    report,
    report_page,
    report_sheet,
    trail_sheet,
)
from desktop.actions.sheets import Maker, Telling, exports_sheet
from desktop.letters.page import draw
from desktop.records.report import Period, month_of, year_of
from desktop.records.school_year import school_year
from desktop.records.sheet import Cell, Sheet
from desktop.screens.announce import announce
from desktop.screens.desk import Desk
from desktop.screens.export_form import ExportForm
from desktop.screens.form import load_form
from desktop.screens.icons import set_icon
from desktop.screens.letter_preview import LetterPreview
from desktop.screens.notices import Kind, NoticeBar
from desktop.screens.office_job import run_with_store
from desktop.screens.printing import system_printer
from desktop.screens.printout_leaving import PaperLeaving
from desktop.screens.tables import Column, RowsModel, RowsView
from desktop.store.store import Store
from desktop.wording.dates import month_name

_MONTHS_BACK, _YEARS_BACK = 24, 5
_MOST = 2_000  # lines shown; the table that is saved has them all
_LOOKED, _WIDEST = 200, 40
JOURNAL, EXPORTS = "journal", "exports"
_REPORTS = (MONTHLY, ANNUAL, JOURNAL, EXPORTS)
_PAGES = frozenset({MONTHLY, ANNUAL})

Line = tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """What was made beside the window: a report with its page, or a table."""

    report: Report | None = None
    pdf: bytes = b""
    sheet: Sheet | None = None


class ReportsPage(QWidget):
    """One report of one time at once; counts only, unless it is a table of what happened.

    Signals:
        made: the report chosen is in sight.
    """

    which: QComboBox
    period: QComboBox
    print_report: QPushButton
    save_page: QPushButton
    save_table: QPushButton
    notices: NoticeBar
    views: QStackedWidget
    page_view: QWidget
    table_view: QWidget
    preview: LetterPreview
    rows: RowsView
    foot: QLabel

    made = Signal()
    moment = "principal_queue"

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        printer: Callable[[], QPrinter | None] = system_printer,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked = 0
        self._made = _Made()
        load_form(self, "reports")
        self.leaving = PaperLeaving(self, self.notices, "report", note=self._note, printer=printer)
        self._dress()
        self.which.currentIndexChanged.connect(lambda _place: self._offer_periods())
        self.period.currentIndexChanged.connect(lambda _place: self.refresh())
        self.print_report.clicked.connect(lambda: self.leaving.ask_for_printer(self._made.pdf))
        self.save_page.clicked.connect(lambda: self.leaving.ask_for_file(self._made.pdf))
        self.save_table.clicked.connect(lambda _checked=False: self._take_out())
        desk.changed.connect(lambda _changes: self._changed())

    def _dress(self) -> None:
        words = self._desk.wording
        for code in _REPORTS:
            self.which.addItem(words.text(f"report.{code}"), code)
        set_icon(self.print_report, "print", "on_fill")
        set_icon(self.save_page, "save")
        set_icon(self.save_table, "export")
        why_not = self._desk.why_not(KIND)
        self.save_table.setToolTip(why_not or self.save_table.text().replace("&", ""))
        self.setFocusProxy(self.which)
        self._offer_periods()

    # What is chosen

    @property
    def code(self) -> str:
        """Which report is chosen."""
        return str(self.which.currentData())

    @property
    def days(self) -> Period:
        """The days it is about."""
        today, first = self._desk.today(), date.fromisoformat(self.period.currentData())
        if self.code == ANNUAL:
            return year_of(*school_year(first), today=today)
        return month_of(first, today=today)

    def _offer_periods(self) -> None:
        """The months back from this one, or the school years."""
        kept = self.period.currentData()
        blocked = self.period.blockSignals(True)
        self.period.clear()
        for text, first in self._years() if self.code == ANNUAL else self._months():
            self.period.addItem(text, first.isoformat())
        self.period.setCurrentIndex(max(self.period.findData(kept), 0))
        self.period.blockSignals(blocked)
        self._offer()
        if self.isVisible():
            self.refresh()

    def _months(self) -> list[tuple[str, date]]:
        months, first = [], self._desk.today().replace(day=1)
        for _ in range(_MONTHS_BACK):
            months.append((month_name(first), first))
            first = (first - timedelta(days=1)).replace(day=1)
        return months

    def _years(self) -> list[tuple[str, date]]:
        years, on = [], self._desk.today()
        for _ in range(_YEARS_BACK):
            first, last = school_year(on)
            years.append((f"{first.year}–{last.year}", first))  # noqa: RUF001  # a range of years
            on = first - timedelta(days=1)
        return years

    # Making it

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Make the report that is chosen, beside the window."""
        self._asked += 1
        run_with_store(
            self._desk,
            self._work(),
            owner=self,
            on_done=partial(self._show, self._asked),
            on_failed=self.notices.say_fault,
        )

    def _work(self) -> Callable[[Store], _Made]:
        desk, code, period, telling = self._desk, self.code, self.days, self._telling()
        ages, practice = desk.defaults.report_age_calendar_days, desk.practice
        if code not in _PAGES:
            make = self._table()
            return lambda store: _Made(sheet=make(store))

        def work(store: Store) -> _Made:
            found = report(store, code, period, telling, ages=ages)
            page = report_page(store, found, telling.wording, practice=practice)
            return _Made(report=found, pdf=draw(page))

        return work

    def _table(self) -> Maker:
        """Makes what is chosen as a table."""
        code, days, telling = self.code, self.days, self._telling()
        ages, words = self._desk.defaults.report_age_calendar_days, self._desk.wording
        if code == JOURNAL:
            return lambda store: trail_sheet(store, telling, days.first, days.last)
        if code == EXPORTS:
            return lambda store: exports_sheet(store, telling, days.first, days.last)
        return lambda store: report_sheet(report(store, code, days, telling, ages=ages), words)

    def _telling(self) -> Telling:
        desk = self._desk
        return Telling(law=desk.law, wording=desk.wording, today=desk.today())

    # Showing it

    def _show(self, asked: int, made: _Made) -> None:
        if asked != self._asked:
            return  # something else was chosen meanwhile
        self._made = made
        self.leaving.call_it(f"{self.code}-{self.days.first:%Y-%m}")
        if made.sheet is None:
            self.preview.show_pdf(made.pdf)
            self.preview.setAccessibleDescription(_said(made.report))
        else:
            self._show_table(made.sheet)
        self.views.setCurrentWidget(self.page_view if made.sheet is None else self.table_view)
        self._offer()
        announce(self.which, f"{self.which.currentText()}, {self.period.currentText()}")
        self.made.emit()

    def _show_table(self, sheet: Sheet) -> None:
        widths = _widths(sheet)
        widest = widths.index(max(widths))
        columns: list[Column[Line]] = [
            Column(title=head, text=partial(_cell, at), width=widths[at], stretch=at == widest)
            for at, head in enumerate(sheet.heads)
        ]
        model: RowsModel[Line] = RowsModel(columns, parent=self.rows)
        model.set_rows(sheet.rows[-_MOST:])
        self.rows.setModel(model)
        empty = "report.empty_trail" if sheet.id == JOURNAL else "report.empty_exports"
        self.rows.set_empty("reports", self._desk.wording.text(empty), "", "")
        cut = len(sheet.rows) > _MOST
        said = self.tr("The last {n} lines of {all}. The table that is saved has all of them.")
        self.foot.setText(said.format(n=_MOST, all=len(sheet.rows)) if cut else "")

    def _offer(self) -> None:
        """A page can be printed; a table is only saved as one."""
        paged = self.code in _PAGES
        for button in (self.print_report, self.save_page):
            button.setVisible(paged)
        self.save_table.setEnabled(not self._desk.why_not(KIND))
        self.foot.setVisible(not paged and bool(self.foot.text()))

    # Leaving

    def _take_out(self) -> None:
        form = ExportForm(self._desk, self.code, self._table(), self.window())
        form.saved.connect(lambda said: self.notices.say(said, Kind.SUCCESS))
        form.open()

    def _note(self, how: str, pages: int) -> None:
        desk, found = self._desk, self._made.report
        if found is not None:
            desk.did(note_left(desk.store, found, how, pages=pages, by=desk.sign()))


def _widths(sheet: Sheet) -> list[int]:
    """Wished widths of the columns in characters, by their heads and the last lines."""
    looked = (sheet.heads, *sheet.rows[-_LOOKED:])
    longest = (max(len(_cell(at, row)) for row in looked) for at in range(len(sheet.heads)))
    return [min(one + 3, _WIDEST) for one in longest]


def _cell(at: int, line: Line) -> str:
    value = line[at]
    return "" if value is None else str(value)


def _said(found: Report | None) -> str:
    """The report in words, for whoever cannot see its page."""
    if found is None:
        return ""
    return " ".join(
        f"{part.title}: {', '.join(f'{one.label} {one.shown}' for one in part.lines)}."
        for part in found.parts
        if part.lines
    )
