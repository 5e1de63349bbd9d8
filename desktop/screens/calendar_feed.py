"""A district's calendar before it is taken in: what closes the school, and what that moves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget
from typing_extensions import override

from desktop.actions.closures import import_entries
from desktop.actions.days import NewDays, what_moves
from desktop.errors import DeskError
from desktop.office.calendar_file import Feed, Happening
from desktop.paths import resources
from desktop.records.closing_words import load_closing_words
from desktop.screens import jobs
from desktop.screens.calendar_days import Edited, edited_by
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.moved import MovedList, MovedRow, moved_rows
from desktop.screens.notices import NoticeBar
from desktop.screens.office_job import run_with_store
from desktop.screens.room import room_for
from desktop.screens.tables import Column, RowsModel, RowsView
from desktop.screens.theme import theme
from desktop.store.own_days import calendar_entries
from desktop.store.store import Store
from desktop.wording.dates import short_date

_COUNT_AGAIN_MS = 300
_MOVED_IN_SIGHT = 3
_WIDTH, _HEIGHT = 860, 640


class FeedDialog(QDialog):
    """Every event with what it counts as. Space changes that; what would move is counted at once.

    Signals:
        edited: the days were entered; carries the ``Edited``.
    """

    notices: NoticeBar
    says: QLabel
    picked: QLabel
    switch_over: QPushButton
    events: RowsView
    outcome: QLabel
    moved: MovedList
    save: QPushButton
    cancel: QPushButton

    edited = Signal(object)

    def __init__(self, desk: Desk, feed: Feed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: jobs.Job | None = None
        load_form(self, "calendar_feed")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entered = {
            (one.from_on, one.until_on)
            for one in calendar_entries(desk.store)
            if one.kind == "closure"
        }
        self._entered = frozenset(
            one for one in feed.happenings if (one.from_on, one.until_on) in entered
        )
        words = load_closing_words(resources("office", "closures.toml"))
        self._closed = {
            one
            for one in feed.happenings
            if one.whole_days and one not in self._entered and words.proposes(one.title)
        }
        self._model: RowsModel[Happening] = RowsModel(self._columns(), feed.happenings, self)
        self.events.setModel(self._model)
        self.events.choose_place(0)
        self.moved.rows.most_rows = _MOVED_IN_SIGHT
        self.says.setText(self._introduction(feed))
        self._wait = QTimer(self, singleShot=True, interval=_COUNT_AGAIN_MS)
        self._wait.timeout.connect(self._count_again)
        self._connect()
        self._show_picked()

    def _introduction(self, feed: Feed) -> str:
        said = self.tr(
            "Days without school are proposed by their names. Look through them: only what counts"
            " as “No school” is entered and moves dates."
        )
        if feed.unreadable:
            left = self.tr("{n} events of the file could not be read and are left out.")
            said = f"{said} {left.format(n=feed.unreadable)}"
        return said

    def _columns(self) -> list[Column[Happening]]:
        return [
            Column(title=self.tr("Counts as"), text=self._standing, width=18),
            Column(title=self.tr("Days"), text=self._days, width=34),
            Column(title=self.tr("Event"), text=lambda one: one.title, stretch=True),
        ]

    def _standing(self, one: Happening) -> str:
        if one in self._entered:
            return self.tr("Entered already")
        return self.tr("No school") if one in self._closed else self.tr("Only an event")

    def _days(self, one: Happening) -> str:
        today = self._desk.today()
        first = short_date(one.from_on, today)
        if one.until_on == one.from_on:
            return first
        last = short_date(one.until_on, today)
        return self.tr("{first} to {last}").format(first=first, last=last)

    def _connect(self) -> None:
        self.switch_over.clicked.connect(self._switch)
        self.events.row_activated.connect(lambda _: self._switch())
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.events)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self._switch)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save.click)

    # What is chosen

    def chosen(self) -> Sequence[NewDays]:
        """The events that count as days without school, as they would be entered."""
        return [
            NewDays(from_on=one.from_on, until_on=one.until_on, title=one.title)
            for one in self._model.rows
            if one in self._closed
        ]

    def _switch(self) -> None:
        """Let the event in sight count as the other thing."""
        one = self.events.current_row()
        if one is None or one in self._entered:
            return
        self._closed ^= {one}
        place = self.events.currentIndex().row()
        cells = (self._model.index(place, column) for column in (0, self._model.columnCount() - 1))
        self._model.dataChanged.emit(*cells)
        self._show_picked()

    def _show_picked(self) -> None:
        said = self.tr("{n} of {all} count as “No school”")
        self.picked.setText(said.format(n=len(self._closed), all=len(self._model.rows)))
        self.save.setEnabled(bool(self._closed))
        self.outcome.setText(self.tr("Counting what would move…") if self._closed else "")
        self.moved.hide()
        self._wait.start()

    def _count_again(self) -> None:
        if self._job is not None and self._job.running:
            self._job.cancel()
        added, law = self.chosen(), self._desk.law
        if not added:
            return

        def work(store: Store) -> list[MovedRow]:
            return moved_rows(store, what_moves(store, added=added, law=law))

        self._job = run_with_store(
            self._desk,
            work,
            owner=self,
            on_done=self._show_moves,
            on_failed=self.notices.say_fault,
        )

    def _show_moves(self, moved: Sequence[MovedRow]) -> None:
        none = self.tr("No date of an open request would move.")
        self.outcome.setText("" if moved else none)
        self.moved.show_moved(moved, self._desk.today(), before=True)

    @override
    def sizeHint(self) -> QSize:
        sizes = theme().sizes
        return QSize(sizes.px(_WIDTH), sizes.px(_HEIGHT))

    @override
    def open(self) -> None:
        self.resize(self.sizeHint().boundedTo(room_for(self)))
        super().open()

    # Ends

    def _save(self) -> None:
        days, law, by = self.chosen(), self._desk.law, self._desk.sign()
        self._working(True)
        run_with_store(
            self._desk,
            lambda store: edited_by(
                store, lambda opened: import_entries(opened, days, law=law, by=by)
            ),
            owner=self,
            on_done=self._done,
            on_failed=self._failed,
        )

    def _done(self, edited: Edited) -> None:
        self.edited.emit(edited)
        self.accept()

    def _failed(self, fault: DeskError) -> None:
        self._working(False)
        self.notices.say_fault(fault)

    def _working(self, on: bool) -> None:
        for button in (self.save, self.cancel, self.switch_over):
            button.setEnabled(not on)
