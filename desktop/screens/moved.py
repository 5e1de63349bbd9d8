"""What a change of the calendar or the school's page did to the dates of open requests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.actions.days import Moved
from desktop.records.ids import RequestId
from desktop.screens.announce import announce
from desktop.screens.fitted_rows import FittedRows
from desktop.screens.icons import set_icon
from desktop.screens.tables import Column, RowsModel
from desktop.screens.theme import set_look
from desktop.store import queries
from desktop.store.store import Store
from desktop.wording.dates import short_date

_ROWS_IN_SIGHT = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedRow:
    """One request with other dates, and its student."""

    moved: Moved
    student: str

    @property
    def request(self) -> RequestId:
        """Which request."""
        return self.moved.request


def moved_rows(store: Store, moved: Sequence[Moved]) -> list[MovedRow]:
    """The moved requests with their students, the ones due first at the top."""
    students = {
        row.id: row.student for row in queries.queue_rows(store, [one.request for one in moved])
    }
    rows = [MovedRow(moved=one, student=students.get(one.request, "")) for one in moved]
    return sorted(rows, key=lambda row: (row.moved.due_now, row.moved.number))


class MovedList(QFrame):
    """Hidden until dates moved; then each request with its old and its new date.

    Signals:
        request_opened: Enter on a request; carries its id.
    """

    request_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = QLabel()
        self.close_button = QToolButton()
        self.rows = FittedRows()
        self.rows.most_rows = _ROWS_IN_SIGHT
        self._build()
        self.close_button.clicked.connect(self.hide)
        self.rows.row_activated.connect(lambda row: self.request_opened.emit(row.request))
        self.hide()

    def _build(self) -> None:
        set_look(self, look="notice")
        set_look(self.heading, look="heading")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.rows.setAccessibleName(self.tr("Requests with new dates"))
        self.close_button.setAccessibleName(self.tr("Close this list"))
        set_icon(self.close_button, "close")
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 4, 4, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.rows)

    def show_moved(self, moved: Sequence[MovedRow], today: date, *, before: bool = False) -> None:
        """List what moved, or would where it is shown ``before``; nothing hides the list."""
        self.rows.setModel(RowsModel(self._columns(today), moved, self))
        count = len(moved)
        self.heading.setText(self._would_move(count) if before else self._heading(count))
        self.setVisible(bool(moved))
        announce(self, self.heading.text() if moved else "")

    def _heading(self, count: int) -> str:
        if count == 1:
            return self.tr("The date of one open request moved")
        return self.tr("The dates of {n} open requests moved").format(n=count)

    def _would_move(self, count: int) -> str:
        if count == 1:
            return self.tr("The date of one open request would move")
        return self.tr("The dates of {n} open requests would move").format(n=count)

    def _columns(self, today: date) -> list[Column[MovedRow]]:
        def said(due_on: date, work_by: date) -> str:
            return self._dates_said(due_on, work_by, today)

        return [
            Column(title=self.tr("Number"), text=lambda row: row.moved.number, width=12),
            Column(title=self.tr("Student"), text=lambda row: row.student, stretch=True),
            Column(
                title=self.tr("Was due"),
                text=lambda row: said(row.moved.due_before, row.moved.work_by_before),
                width=28,
                quiet=True,
            ),
            Column(
                title=self.tr("Due now"),
                text=lambda row: said(row.moved.due_now, row.moved.work_by_now),
                width=28,
            ),
        ]

    def _dates_said(self, due_on: date, work_by: date, today: date) -> str:
        """The legal date, and the day to finish by where that is another one."""
        due = short_date(due_on, today)
        if work_by == due_on:
            return due
        return self.tr("{due}, finish by {work_by}").format(
            due=due, work_by=short_date(work_by, today)
        )
