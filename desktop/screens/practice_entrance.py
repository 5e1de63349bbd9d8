"""The way into the practice office: whom to practise as, asked while it is being made."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QMainWindow, QProgressBar, QPushButton
from typing_extensions import override

from desktop.actions.practising import (
    make_practice_office,
    practisers,
    todays_practice_office,
)
from desktop.errors import DeskError
from desktop.office import moment
from desktop.paths import Home
from desktop.records.defaults import Defaults
from desktop.records.law import Law
from desktop.records.person import Role
from desktop.screens import jobs
from desktop.screens.form import load_form
from desktop.screens.icons import pixmap
from desktop.screens.notices import NoticeBar
from desktop.screens.room import room_for
from desktop.screens.theme import theme
from desktop.screens.ways import Ways
from desktop.wording.sentences import Wording

_WISHED = (620, 620)  # pixels at normal text
_CARD_WIDTH = 440
_EMBLEM = 24


class PracticeEntrance(QMainWindow):
    """Makes today's practice office beside the window and opens it as whoever was chosen.

    What is chosen before it is ready counts as soon as it is. Leaving half way leaves nothing.

    Args:
        home: the practice folder.
        law_of: gives the law of a state.
        defaults: the lists a new office starts with.
        wording: the sentences.
        role: whom somebody practised as before.

    Signals:
        opened: the practice office is open; carries ``Opened``.
        failed: it cannot be made; carries the ``DeskError``.
    """

    emblem: QLabel
    middle: QFrame
    notices: NoticeBar
    who: Ways
    running_says: QLabel
    progress: QProgressBar
    leave: QPushButton
    begin: QPushButton

    opened = Signal(object)  # Opened
    failed = Signal(object)  # DeskError

    def __init__(
        self,
        home: Home,
        *,
        law_of: Callable[[str | None], Law],
        defaults: Defaults,
        wording: Wording,
        role: Role | None = None,
    ) -> None:
        super().__init__()
        self._home = home
        self._law_of = law_of
        self._defaults = defaults
        self._wording = wording
        self._ready = self._wanted = False
        self._job: jobs.Job | None = None
        load_form(self, "practice")
        self._offer(role)
        self._dress()
        self.begin.clicked.connect(self._begin)
        self.leave.clicked.connect(self.close)
        QShortcut(QKeySequence("Esc"), self, self.leave.click)
        QShortcut(QKeySequence("Return"), self, self._enter)
        self._make()

    def _offer(self, role: Role | None) -> None:
        """One of each role; that of the last time, or the first, is chosen."""
        staff = practisers()
        words = self._wording
        self.who.offer(
            [(one.role, words.text(f"practice.role.{one.role}", name=one.name)) for one in staff]
        )
        known = [one.role for one in staff]
        self.who.put(role if role in known else known[0])

    def _dress(self) -> None:
        px = theme().sizes.px
        self.setWindowTitle(self.tr("Records Desk — PRACTICE"))
        self.emblem.setPixmap(pixmap("practice", px(_EMBLEM), self.devicePixelRatioF(), "accent"))
        self.middle.setMinimumWidth(px(_CARD_WIDTH))
        wished = QSize(*(px(side) for side in _WISHED)).expandedTo(self.minimumSizeHint())
        self.resize(wished.boundedTo(room_for(self)))
        self.who.take_keyboard()

    # Making it

    def _make(self) -> None:
        found = todays_practice_office(self._home, now=moment.now())
        if found is not None:
            found.store.close()
            self._is_there(there=True)
            return
        self._ready = False
        self._tell(0, 0)
        for part in (self.running_says, self.progress):
            part.show()
        home, law_of, defaults, now = self._home, self._law_of, self._defaults, moment.now()
        self._job = jobs.run(
            lambda progress, cancelled: make_practice_office(
                home, law_of, defaults, now=now, progress=progress, cancelled=cancelled
            ),
            owner=self,
            on_done=lambda there: self._is_there(there=there),
            on_failed=self.failed.emit,
            on_progress=self._tell,
        )

    def _tell(self, done: int, total: int) -> None:
        """How far it is; without a number until the first family is there."""
        self.progress.setMaximum(total)
        self.progress.setValue(done)
        code = "practice.making_begun" if self._wanted else "practice.making"
        self.running_says.setText(self._wording.text(code, done=done, total=total))

    def _is_there(self, *, there: bool) -> None:
        self._ready, self._job = there, None
        for part in (self.running_says, self.progress):
            part.setVisible(False)
        if there and self._wanted:
            self._open()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Whoever leaves waits for nothing."""
        super().closeEvent(event)
        if self._job is not None:
            self._job.cancel()

    # Going in

    def _enter(self) -> None:
        """Enter begins, unless the keyboard is on the way out."""
        (self.leave if self.leave.hasFocus() else self.begin).click()

    def _begin(self) -> None:
        self._wanted = True
        self.begin.setEnabled(False)
        if self._ready:
            self._open()
        else:
            self._tell(self.progress.value(), self.progress.maximum())

    def _open(self) -> None:
        role = Role(self.who.code())
        try:
            found = todays_practice_office(self._home, now=moment.now(), role=role)
        except DeskError as fault:
            self.failed.emit(fault)
            return
        if found is None:
            self._make()  # midnight has passed, or its file is gone
        else:
            self.opened.emit(found)
