"""The request page as tests open it: in a window of its own, with the keyboard."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.records.case import Case
from desktop.records.ids import RequestId
from desktop.screens.desk import Desk
from desktop.screens.request import RequestPage
from desktop.store import cases

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYS = Qt.Key


class Opened:
    """An open page and the hands on its keyboard."""

    def __init__(self, qtbot: Any, desk: Desk, request: RequestId, width: int = 1000) -> None:
        self.qtbot = qtbot
        self.desk = desk
        self.request = request
        self.page = RequestPage(desk, request)
        self.wanted: list[tuple[object, ...]] = []
        self.page.letter_wanted.connect(lambda *args: self.wanted.append(args))
        qtbot.addWidget(self.page)
        self.page.resize(width, 800)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        self.page.setFocus()

    @property
    def case(self) -> Case:
        """What is stored."""
        return cases.case(self.desk.store, self.request)

    def focus(self) -> QWidget:
        """Where the keyboard is."""
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return QApplication.focusWidget()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press one key where the keyboard is."""
        self.qtbot.keyClick(self.focus(), key, modifier)

    def type(self, text: str) -> None:
        """Type text where the keyboard is, which a key may move."""
        for letter in text:
            self.qtbot.keyClicks(self.focus(), letter)

    def done(self) -> None:
        """Ctrl+Enter: this is done."""
        self.press(KEYS.Key_Return, CTRL)

    def dialog(self, kind: type[QDialog]) -> Any:
        """The dialog of this kind that is open, with the keyboard in it."""
        found = [one for one in self.page.window().findChildren(kind) if one.isVisible()]
        assert len(found) == 1, f"{kind.__name__}: {len(found)} open"
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is found[0])
        # Offscreen there is no window manager to give the keyboard back.
        found[0].finished.connect(self.page.activateWindow)
        return found[0]

    def no_dialog(self) -> bool:
        """Whether no dialog is open."""
        return not [one for one in self.page.window().findChildren(QDialog) if one.isVisible()]

    def history(self) -> list[str]:
        """The history shown, all of it, the newest first."""
        if self.page.history.show_all.isVisible():
            self.page.history.show_all.click()
        return self.page.history.sentences()
