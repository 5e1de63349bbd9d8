"""The window's keys: what each does everywhere, the command palette, the sheet that lists them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton

from desktop.screens.desk import Desk
from desktop.screens.open_form import OPEN_KEYS
from desktop.screens.theme import theme
from desktop.screens.widgets import SearchField
from desktop.screens.window_dialogs import LOCK_KEYS

if TYPE_CHECKING:  # the window puts this together
    from desktop.screens.window import DeskWindow

_PALETTE, _SHEET = (620, 480), (620, 640)


class WindowKeys(QObject):
    """Gives the window its keys; the palette and the sheet offer what they do."""

    def __init__(self, window: DeskWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._set_rail()
        self._set_others()

    def _set_rail(self) -> None:
        window = self._window
        for keys, does, button in (
            ("Ctrl+N", window.log_a_request, window.new_request),
            ("Ctrl+0", window.show_today, window.today),
            ("Ctrl+1", window.show_queue, window.queue),
            ("Ctrl+2", window.show_students, window.students),
            ("Ctrl+3", window.show_registers, window.registers),
            ("Ctrl+4", window.show_letters, window.letters),
            ("Ctrl+5", window.show_blanks, window.blanks),
            ("Ctrl+6", window.show_calendar, window.calendar),
            ("Ctrl+7", window.show_reports, window.reports),
            ("Ctrl+8", window.show_library, window.library),
            ("Ctrl+,", window.show_settings, window.settings),
        ):
            self._set_button(keys, does, button)

    def _set_others(self) -> None:
        window = self._window
        for keys, does, said in (
            (OPEN_KEYS, window.intake.opener.ask, self.tr("Open a filled-in form")),
            ("Ctrl+K", self.find_anything, self.tr("Find anything")),
            ("?", self.show_keys, self.tr("Show these keys")),
            ("F1", window.show_reading, self.tr("Search the library")),
            ("Shift+F1", window.guidance.click, self.tr("Show or hide the tips")),
        ):
            self._set(keys, does, said)
        self._set_button(LOCK_KEYS, window.lock_now, window.lock)
        for keys, does, said in (
            ("F8", window.next_request, self.tr("The next request of the list")),
            (
                "Shift+F8",
                partial(window.next_request, -1),
                self.tr("The request before it in the list"),
            ),
            ("Alt+Left", window.go_back, self.tr("Back to the list")),
        ):
            self._set(keys, does, said)

    def _set(self, keys: str, does: Callable[[], object], said: str) -> QAction:
        """Let ``keys`` do something everywhere; the palette calls it ``said``."""
        action = QAction(said, self._window)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: does())
        self._window.addAction(action)
        return action

    def _set_button(self, keys: str, does: Callable[[], object], button: QPushButton) -> None:
        """Let ``keys`` and a button do the same; it tells them when pointed at."""
        action = self._set(keys, does, button.text())
        button.clicked.connect(lambda _checked=False: does())
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{button.text().replace('&', '')} ({shown})")

    def find_anything(self) -> None:
        """The command palette."""
        from desktop.screens.doings import page_doings, window_doings  # noqa: PLC0415  # when asked
        from desktop.screens.palette import Palette  # noqa: PLC0415

        window, page = self._window, self._window.turn.current
        doings = (*window_doings(window), *(page_doings(page) if page is not None else ()))
        palette = Palette(self._desk, doings, window)
        palette.request_wanted.connect(window.open_request)
        palette.student_wanted.connect(window.open_student)
        palette.resize(self._within(_PALETTE))
        palette.open()

    def show_keys(self) -> None:
        """The sheet of keys."""
        from desktop.screens.doings import (  # noqa: PLC0415  # when asked
            page_doings,
            page_keys,
            window_doings,
        )
        from desktop.screens.shortcuts import ShortcutSheet  # noqa: PLC0415

        page = self._window.turn.current
        here = (*page_keys(page), *page_doings(page)) if page is not None else ()
        sheet = ShortcutSheet(here, window_doings(self._window), self._window)
        sheet.resize(self._within(_SHEET))
        sheet.open()

    def _within(self, size: tuple[int, int]) -> QSize:
        """A size at this text size, never larger than the window."""
        return QSize(*map(theme().sizes.px, size)).boundedTo(self._window.size())

    def search(self) -> None:
        """Put the keyboard in the search of the page in sight, else in that of the queue."""
        if self._search_in_sight() is None:
            self._window.show_queue()
        field = self._search_in_sight()
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()

    def _search_in_sight(self) -> SearchField | None:
        page = self._window.turn.current
        fields = page.findChildren(SearchField) if page is not None else []
        return next((one for one in fields if one.isVisible()), None)
