"""Somebody at the window of one office, by keys alone; keys and words are counted apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget

from desktop.office.settings import WindowSettings
from desktop.records.person import Role
from desktop.screens.agenda import AgendaPage
from desktop.screens.palette import Palette
from desktop.screens.request import RequestPage
from desktop.screens.window import DeskWindow
from tests.desks import a_desk
from tests.offices import Office
from tests.screens.intakes import Clerk

KEYS = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@dataclass(slots=True)
class Count:
    """What one part of a day took."""

    keys: int = 0
    letters: int = 0
    seconds: float = 0.0


class AtTheDesk(Clerk):
    """Somebody at the window; keys and letters are counted apart."""

    def __init__(self, qtbot: Any, office: Office, role: Role, on: date) -> None:
        super().__init__()
        self.qtbot, self.office, self.letters = qtbot, office, 0
        desk = a_desk(office, on)
        if role is Role.PRINCIPAL:
            desk.person = replace(desk.person, id=office.principal().person, role=role)
        self.window = DeskWindow(desk, WindowSettings(guidance_open=False))
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.have_keyboard(self.window)
        self.read()

    @property
    def page(self) -> Any:
        """The page in sight."""
        return self.window.pages.currentWidget()

    def have_keyboard(self, of: QWidget) -> None:
        """Offscreen no window manager hands the keyboard over."""
        of.activateWindow()
        self.qtbot.waitUntil(
            lambda: (at := QApplication.focusWidget()) is not None and of.isAncestorOf(at)
        )

    def read(self) -> AtTheDesk:
        """Until the day has been read."""
        self.qtbot.waitUntil(lambda: not isinstance(self.page, AgendaPage) or not self.page.reading)
        return self

    def words(self, text: str) -> AtTheDesk:
        """Words that no program could spare anybody."""
        keys = self.count
        self.types(text)
        self.count, self.letters = keys, self.letters + len(text)
        return self

    def decide(self, way: str, note: str) -> AtTheDesk:
        """The way by its digit, Tab, a sentence, Ctrl+Enter."""
        self.types(way).tab()
        self.words(note).log()
        return self.read()

    def dialog(self, kind: type[QDialog]) -> Any:
        """The dialog of this kind that lies over the window, with the keyboard in it."""
        self.qtbot.waitUntil(lambda: len(self._shown(kind)) == 1)
        (found,) = self._shown(kind)
        self.have_keyboard(found)
        return found

    def _shown(self, kind: type[QDialog]) -> list[QDialog]:
        return [one for one in self.window.findChildren(kind) if one.isVisible()]

    def back(self) -> AtTheDesk:
        """Nothing lies over the window any more."""
        self.qtbot.waitUntil(lambda: not self._shown(QDialog))
        self.have_keyboard(self.window)
        return self

    def opens(self) -> AtTheDesk:
        """Enter, and the request is there."""
        self.have_keyboard(self.page)
        self.enter()
        self.qtbot.waitUntil(lambda: isinstance(self.page, RequestPage))
        self.have_keyboard(self.window)
        return self

    def do(self, letters: str) -> AtTheDesk:
        """Ctrl+K, what is to be done, Enter."""
        self.have_keyboard(self.window)
        self.presses(KEYS.Key_K, CTRL)
        palette = self.dialog(Palette)
        self.words(letters)
        palette.text.search_now()
        first = palette.text.offers()[0].title.casefold()
        assert all(word in first for word in letters.split()), first
        self.enter()
        return self

    def save_as(self, path: Path) -> AtTheDesk:
        """Take a name where a file is asked for."""
        asking = self.dialog(QFileDialog)
        field = asking.findChild(QLineEdit)
        field.setFocus()
        field.setText(str(path))  # one would take the name that is proposed
        self.enter()
        self.qtbot.waitUntil(path.exists)
        return self

    @contextmanager
    def measured(self, what: str, record_property: Callable[..., None]) -> Iterator[Count]:
        """Count what is done inside, print it, and keep it with the test's report."""
        keys, letters, begun, found = self.count, self.letters, perf_counter(), Count()
        yield found
        found.keys, found.letters = self.count - keys, self.letters - letters
        found.seconds = perf_counter() - begun
        said = f"{found.keys} keys, {found.letters} letters of words, {found.seconds:.1f} s"
        record_property(what, said)
        print(f"\n{what}: {said}")  # noqa: T201  # for pytest -s
