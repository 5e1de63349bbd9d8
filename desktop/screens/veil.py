"""Counter privacy: one key covers what is on the screen while somebody looks over the counter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.screens.theme import set_look

KEY = "F9"


class Veil(QObject):
    """Covers the window's pages and every dialog over them, whole, names and dates and all.

    What lies under it stays as it is, takes no key meanwhile, and comes back with the same key.
    """

    def __init__(self, window: QWidget, pages: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._covers: list[_Cover] = []
        self._back: QWidget | None = None
        self.serve(window)

    @property
    def is_drawn(self) -> bool:
        """Whether the pages are covered."""
        return bool(self._covers)

    def serve(self, place: QWidget) -> None:
        """Let the key work in this window or dialog too."""
        QShortcut(QKeySequence(KEY), place).activated.connect(self.turn)

    def turn(self) -> None:
        """Cover what is there, or show it again."""
        if self.is_drawn:
            self._lift()
        else:
            self._draw()

    def _draw(self) -> None:
        self._back = self._window.window().focusWidget()
        dialogs = [one for one in self._window.findChildren(QDialog) if one.isVisible()]
        says = self.tr("Counter privacy is on. Press {key} to go on.").format(key=KEY)
        self._covers = [_Cover(place, says) for place in (self._pages, *dialogs)]
        self._covers[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _lift(self) -> None:
        for cover in self._covers:
            cover.hide()
            cover.deleteLater()
        self._covers = []
        if self._back is not None and self._back.isVisible():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)


class _Cover(QFrame):
    """An opaque sheet over a widget, as large as it.

    It lies beside what it covers where that has pages of its own: a page turned to comes to the
    top of them.
    """

    def __init__(self, under: QWidget, says: str) -> None:
        super().__init__(under if under.isWindow() else under.parentWidget())
        self._under = under
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(says)
        label = QLabel(says)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_look(label, look="quiet")
        QVBoxLayout(self).addWidget(label)
        under.installEventFilter(self)
        self._fit()
        self.show()

    def _fit(self) -> None:
        self.setGeometry(self._under.rect() if self._under.isWindow() else self._under.geometry())
        self.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.ChildAdded}:
            self._fit()
        return False

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:  # Qt's name
        return True  # Tab goes nowhere under the sheet
