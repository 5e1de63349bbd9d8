"""A clerk at the window of the whole program, on days of the story's choice, with a keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit

from desktop.application import Application
from desktop.office import moment
from desktop.records.case import Case
from desktop.records.ids import RequestId
from desktop.records.request import Outcome, Right
from desktop.screens import jobs
from desktop.screens.intake import IntakeDialog
from desktop.screens.notices import FieldMessage
from desktop.screens.request import RequestPage
from desktop.screens.request_close import CloseDialog
from desktop.screens.request_visit import VisitDialog
from desktop.store import cases
from desktop.store.store import Store
from tests.offices import Office
from tests.programs import programs, type_passphrase
from tests.screens.intakes import Clerk

KEYS = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class WallClock:
    """The clock on the wall: half past eleven in the morning of one day, which may be moved."""

    def __init__(self, on: date) -> None:
        self.day = on

    def now(self) -> datetime:
        return datetime.combine(self.day, time(16, 30), tzinfo=UTC)

    def today(self) -> date:
        return self.day


class AtTheWindow(Clerk):
    """Signs in, logs, works requests and closes them, by keys alone."""

    def __init__(self, qtbot: Any, start: Any, office: Office, clock: WallClock) -> None:
        super().__init__()
        self.qtbot = qtbot
        self.clock = clock
        office.store.close()
        self.program: Application = start(office.home)
        self._sign_in()

    def _sign_in(self) -> None:
        type_passphrase(self.qtbot, self.program)
        self.window.resize(1280, 900)
        self._have_keyboard(self.window)

    def _have_keyboard(self, window: Any) -> None:
        window.activateWindow()
        self.qtbot.waitUntil(lambda: self._is_in(window))

    def _is_in(self, window: Any) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and window.isAncestorOf(focus)

    @property
    def window(self) -> Any:
        assert self.program.window is not None
        return self.program.window

    @property
    def store(self) -> Store:
        return self.window._desk.store

    @property
    def page(self) -> Any:
        """The page in sight."""
        return self.window.pages.currentWidget()

    def case(self, request: RequestId) -> Case:
        """What is stored."""
        return cases.case(self.store, request)

    def next_morning(self, on: date) -> None:
        """Lock, and sign in again on another day."""
        self.presses(KEYS.Key_L, CTRL)
        self.clock.day = on
        self._sign_in()

    def dialog(self, kind: type[QDialog]) -> Any:
        """The dialog of this kind that lies over the window, with the keyboard in it."""
        self.qtbot.waitUntil(lambda: len(self._open(kind)) == 1)  # some come when a page is drawn
        (shown,) = self._open(kind)
        self._have_keyboard(shown)
        return shown

    def _open(self, kind: type[QDialog]) -> list[QDialog]:
        return [one for one in self.window.findChildren(kind) if one.isVisible()]

    def back(self) -> None:
        """Offscreen no window manager gives the keyboard back when a dialog is gone."""
        self._have_keyboard(self.window)

    # Logging

    def new_request(self) -> IntakeDialog:
        """Ctrl+N."""
        self.presses(KEYS.Key_N, CTRL)
        return self.dialog(IntakeDialog)

    def log_it(self) -> RequestId:
        """Log what is typed, and open the request from the page that follows."""
        self.log().alt("o")
        self.back()
        assert isinstance(self.page, RequestPage)
        return self.page._view.case.request.id

    def right(self, right: Right) -> AtTheWindow:
        """Come to what they want with Alt+W, and to this right with the arrow keys."""
        self.alt("w")
        box = self.at()
        self.arrows(lambda: box.currentData() == right, KEYS.Key_Home)
        return self

    def arrows(self, there: Callable[[], bool], first: Qt.Key) -> AtTheWindow:
        """Go to one end with ``first``, then down until ``there``."""
        self.presses(first)
        for _ in range(40):
            if there():
                break
            self.presses(KEYS.Key_Down)
        assert there()
        return self

    # Files

    def save_as(self, path: Path) -> AtTheWindow:
        """Type the name of a file into the dialog that asks for one."""
        dialog = self.dialog(QFileDialog)
        field = dialog.findChild(QLineEdit)
        field.setFocus()
        field.selectAll()
        self.types(str(path)).enter()
        self.qtbot.waitUntil(path.exists)
        return self

    # Working a request

    def reopen(self, request: RequestId) -> AtTheWindow:
        """Find the request by its number in the queue, and open its next step."""
        self.presses(KEYS.Key_1, CTRL).presses(KEYS.Key_F, CTRL)
        self.types(self.case(request).request.number)
        rows = self.page.rows
        self.qtbot.waitUntil(lambda: rows.model().rowCount() == 1)
        self.presses(KEYS.Key_Down).enter()
        assert self.page._view.case.request.id == request
        return self.next_step()

    def press_button(self, button: Any) -> AtTheWindow:
        """Come to a button with Tab, and press it."""
        for _ in range(60):
            if self.at() is button:
                break
            self.tab()
        assert self.at() is button
        self.presses(KEYS.Key_Space)
        return self

    def done(self) -> AtTheWindow:
        """Ctrl+Enter."""
        self.log()
        return self

    def next_step(self) -> AtTheWindow:
        """Ctrl+J."""
        self.presses(KEYS.Key_J, CTRL)
        return self

    def open_step(self) -> str:
        """Which step is open."""
        return self.page.steps.open_code()

    def step(self, code: str, way: str = "", *typed: str, note: str = "") -> AtTheWindow:
        """Do the open step: choose its way, type into one field after the other, write the note."""
        self._fill(code, way, *typed, note=note)
        self.done()
        assert self.open_step() != code, self._told()
        return self

    def _told(self) -> list[str]:
        """What the open step says against being done."""
        found = self.page.steps.panel.findChildren(FieldMessage)
        return [one.text() for one in found if one.isVisible()]

    def refused(self, code: str, way: str = "", *typed: str) -> AtTheWindow:
        """As ``step``, but what is typed is not enough: the step stays open."""
        self._fill(code, way, *typed)
        self.done()
        assert self.open_step() == code
        return self

    def _fill(self, code: str, way: str, *typed: str, note: str = "") -> None:
        assert self.open_step() == code, self.open_step()
        panel = self.page.steps.panel
        if way:
            self.types(str([row.code for row in panel.choices.rows].index(way) + 1))
        for place, text in enumerate(typed):
            if way or place:
                self.tab()
            self.types(text)
        if note:
            self.alt("n").types(note)

    def steps(self, *codes: str) -> AtTheWindow:
        """Do steps that only have to be done."""
        for code in codes:
            self.step(code)
        return self

    def set_a_visit(self, on: str, at: str, place: str) -> AtTheWindow:
        """Ctrl+Shift+V, the day, the time and the room."""
        self.presses(KEYS.Key_V, CTRL | SHIFT)
        dialog = self.dialog(VisitDialog)
        self.types(on).tab()
        dialog.meet_at.selectAll()  # offscreen Tab selects nothing
        self.types(at).tab().types(place)
        self.done()
        self.back()
        return self

    def close_it(self, outcome: Outcome, note: str = "") -> AtTheWindow:
        """Ctrl+Shift+C, how it ended, and the note."""
        self.presses(KEYS.Key_C, CTRL | SHIFT)
        dialog = self.dialog(CloseDialog)
        self.types(str([row.code for row in dialog.outcomes.rows].index(outcome) + 1))
        if note:
            self.alt("n").types(note)
        self.done()
        assert not dialog.isVisible(), (dialog.outcome_message.text(), dialog.note_message.text())
        self.back()
        return self


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> WallClock:
    """The wall clock, which the story sets."""
    wall = WallClock(date(2026, 10, 5))
    monkeypatch.setattr(moment, "now", wall.now)
    monkeypatch.setattr(moment, "today", wall.today)
    return wall


@pytest.fixture
def desk(qtbot: Any, qapp: Any, clock: WallClock) -> Iterator[Any]:
    """Sit down at the window of an office on a day."""
    with programs(qapp) as start:

        def sit_down(office: Office, on: date) -> AtTheWindow:
            clock.day = on
            return AtTheWindow(qtbot, start, office, clock)

        yield sit_down
        assert jobs.drain(10_000)
