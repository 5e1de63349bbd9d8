"""Reads the lists of the day beside the window, for whatever tells of them outside their page."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.actions.days import office_calendar
from desktop.errors import DeskError
from desktop.records.agenda import Agenda, deciding_steps, horizon, sections_read
from desktop.screens import jobs
from desktop.screens.desk import Desk
from desktop.screens.office_job import run_with_store
from desktop.store.agenda import read_agenda
from desktop.store.store import Store

_WAIT_MS = 300  # many changes in a row are read once
_DAY_WATCH_MS = 60_000


def read_day(
    desk: Desk,
    today: date,
    *,
    owner: QObject,
    on_done: Callable[[Agenda], object],
    on_failed: Callable[[DeskError], object],
) -> jobs.Job:
    """Read the lists of ``today`` for the signed-in person, beside the window.

    The holidays are worked out there: for the first time that takes a quarter of a second.

    Raises:
        DeskError: what the office set cannot be read; everything else comes to ``on_failed``.
    """
    defaults = desk.defaults
    sections, deciding = sections_read(desk.person.role), deciding_steps(desk.law)

    def read(store: Store) -> Agenda:
        days = horizon(office_calendar(store), defaults, today)
        return read_agenda(store, sections, days=days, deciding=deciding)

    return run_with_store(desk, read, owner=owner, on_done=on_done, on_failed=on_failed)


class DayReader(QObject):
    """Reads after each change, and when a day has passed.

    Signals:
        read: the lists were read; carries the ``Agenda``.
    """

    read = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: jobs.Job | None = None
        self._day = desk.today()
        self._soon = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._soon.timeout.connect(self.refresh)
        self._days = QTimer(self, interval=_DAY_WATCH_MS)
        self._days.timeout.connect(self._watch_day)
        self._days.start()
        desk.changed.connect(self._soon.start)

    def refresh(self) -> None:
        """Read now. Where that fails nothing is told: the page of the day says why."""
        if self._job is not None:
            self._job.cancel()
        self._job, self._day = None, self._desk.today()
        with suppress(DeskError):
            self._job = read_day(
                self._desk, self._day,
                owner=self, on_done=self._done, on_failed=lambda _fault: None,
            )  # fmt: skip

    def _done(self, agenda: Agenda) -> None:
        self._job = None
        self.read.emit(agenda)

    def _watch_day(self) -> None:
        if self._desk.today() != self._day:
            self.refresh()
