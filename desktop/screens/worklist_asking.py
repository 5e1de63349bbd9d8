"""The silent places of the chosen requests: how many, whom to ask, noting it, taking it back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QProgressBar, QPushButton, QWidget

from desktop.actions.changes import Changes
from desktop.actions.chasing_many import Asked, Round, ask_all_again, round_of, take_all_back
from desktop.errors import DeskError, StoppedError
from desktop.records.chasing import Whom, ladder
from desktop.records.ids import RequestId
from desktop.screens import jobs
from desktop.screens.desk import Desk
from desktop.screens.notices import Kind, NoticeBar
from desktop.screens.office_job import run_counted
from desktop.store.store import Store

T = TypeVar("T")
SHOWN_AFTER_MS = 200
"""Work that is over sooner is not shown."""


class Bar(Protocol):
    """The parts of the bar the places are asked from."""

    chase: QPushButton
    work_row: QFrame
    work_says: QLabel
    progress: QProgressBar
    stop: QPushButton

    @property
    def chosen(self) -> tuple[RequestId, ...]:
        """The requests that are chosen."""


class AskMany(QObject):
    """Tells in a menu what would be asked, notes it beside the window and takes it back.

    Signals:
        shown: its row came into sight or went out of it.
    """

    shown = Signal()

    def __init__(self, desk: Desk, notices: NoticeBar, bar: Bar) -> None:
        super().__init__(bar.chase)
        self._desk = desk
        self._notices = notices
        self._bar = bar
        self._job: jobs.Job | None = None
        self.menu = QMenu(bar.chase)
        self.menu.aboutToShow.connect(self._fill)
        bar.chase.setMenu(self.menu)
        self._soon = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._soon.timeout.connect(self._come_into_sight)
        bar.stop.clicked.connect(self._stop)
        bar.work_row.hide()

    @property
    def in_sight(self) -> bool:
        """Whether it is shown how far the work is."""
        return not self._bar.work_row.isHidden()

    # Before

    def _fill(self) -> None:
        """What would be asked: all of it, or only what goes to the keepers, or the heads, or so."""
        self.menu.clear()
        words = self._desk.wording
        try:
            silent = self._silent()
        except DeskError as fault:
            self._notices.say_fault(fault)
            return
        if not silent.places:
            self._say(words.text("queue.chase.nothing"))
            return
        places, requests = len(silent.places), silent.requests
        self._offer(words.text("queue.chase.all", places=places, requests=requests), places)
        by_whom = silent.by_whom
        for whom, count in by_whom.items():
            said = words.text(f"queue.chase.{whom}", places=count)
            if len(by_whom) > 1:
                self._offer(said, count, whom)
            else:
                self._say(said)
        self.menu.addSeparator()
        self._say(words.text("queue.chase.by_hand"))

    def _silent(self) -> Round:
        desk = self._desk
        rungs = ladder(desk.defaults.chase)
        return round_of(desk.store, self._bar.chosen, rungs=rungs, today=desk.today())

    def _offer(self, said: str, places: int, whom: Whom | None = None) -> None:
        action = self.menu.addAction(said.replace("&", "&&"))
        action.triggered.connect(lambda _checked=False: self.ask(places, whom))

    def _say(self, said: str) -> None:
        self.menu.addAction(said).setEnabled(False)

    # Asking, and taking it back

    def ask(self, places: int, whom: Whom | None = None) -> None:
        """Note that the silent places of the chosen requests were asked again today."""
        desk, chosen = self._desk, self._bar.chosen
        rungs, today, by = ladder(desk.defaults.chase), desk.today(), desk.sign()

        def work(store: Store, progress: jobs.Progress, cancelled: jobs.Cancelled) -> Asked:
            return ask_all_again(
                store, chosen, rungs=rungs, today=today, by=by, whom=whom,
                progress=progress, cancelled=cancelled,
            )  # fmt: skip

        self._run(desk.wording.text("queue.asking", places=places), work, self._asked)

    def _asked(self, asked: Asked) -> None:
        desk = self._desk
        said = desk.wording.text(
            "queue.asked_again", count=len(asked.places), requests=len(asked.changes.requests)
        )
        desk.did(asked.changes)
        undo = partial(self._take_back, asked)
        self._notices.say(said, action=self.tr("Undo"), on_action=undo)

    def _take_back(self, asked: Asked) -> None:
        desk, by = self._desk, self._desk.sign()

        def work(store: Store, progress: jobs.Progress, cancelled: jobs.Cancelled) -> Changes:
            return take_all_back(store, asked, by=by, progress=progress, cancelled=cancelled)

        said = desk.wording.text("queue.taking_back", places=len(asked.places))
        self._run(said, work, self._taken_back)

    def _taken_back(self, changes: Changes) -> None:
        self._desk.did(changes)
        self._notices.say(self._desk.wording.text("queue.asking_taken_back"), Kind.SUCCESS)

    # Beside the window

    def _run(
        self,
        says: str,
        work: Callable[[Store, jobs.Progress, jobs.Cancelled], T],
        then: Callable[[T], object],
    ) -> None:
        if self._job is not None:
            return
        bar = self._bar
        bar.work_says.setText(says)
        bar.progress.setRange(0, 0)
        bar.stop.setEnabled(True)
        self._notices.clear()
        self._soon.start()
        self._job = run_counted(
            self._desk,
            work,
            owner=self,
            on_done=lambda result: self._over(partial(then, result)),
            on_failed=lambda fault: self._over(partial(self._tell, fault)),
            on_progress=self._show_progress,
        )

    def _show_progress(self, done: int, total: int) -> None:
        self._bar.progress.setRange(0, total)
        self._bar.progress.setValue(done)

    def _come_into_sight(self) -> None:
        """The keyboard goes from the button, which rests, to the way out."""
        bar = self._bar
        has_keyboard = bar.chase.hasFocus()
        bar.work_row.show()
        bar.chase.setEnabled(False)
        self.shown.emit()
        if has_keyboard:
            bar.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()
            self._bar.stop.setEnabled(False)

    def _over(self, then: Callable[[], object]) -> None:
        self._job = None
        self._soon.stop()
        bar = self._bar
        bar.chase.setEnabled(True)
        had_keyboard = self.in_sight and bar.work_row.isAncestorOf(_focused(bar.work_row))
        bar.work_row.hide()
        self.shown.emit()
        if had_keyboard:
            bar.chase.setFocus(Qt.FocusReason.OtherFocusReason)
        then()

    def _tell(self, fault: DeskError) -> None:
        if isinstance(fault, StoppedError):
            self._notices.say(fault.sentence())
        else:
            self._notices.say_fault(fault)


def _focused(within: QWidget) -> QWidget:
    return within.window().focusWidget() or within.window()
