"""A dialog as tall as its words; what the screen has no room for scrolls, its buttons never do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.screens.room import room_for
from desktop.screens.theme import theme


class SnugDialog(QDialog):
    """Its form ends in a row of buttons. Wrapped lines are no part of a window's least size.

    So the height is asked for at the width, when it is filled and when more is said; it never
    grows beyond the screen.
    """

    buttons: QHBoxLayout
    _form: QWidget | None = None
    _area: QScrollArea | None = None

    def snug(self, width: int) -> None:
        """Take ``width``, in pixels at 100 % text, and the height the words need at it.

        Called once, when the dialog is filled.
        """
        self._let_scroll()
        wide = min(theme().sizes.px(width), room_for(self).width())
        self.resize(wide, min(self._needed(wide), room_for(self).height()))

    def _let_scroll(self) -> None:
        """Put everything above the row of buttons into an area that scrolls."""
        whole, inside = self.layout(), self.buttons.parent()
        if not isinstance(whole, QVBoxLayout) or not isinstance(inside, QVBoxLayout):
            return
        form = self._form = inside.parentWidget() or QWidget(self)
        edges = inside.contentsMargins()
        inside.setContentsMargins(edges.left(), edges.top(), edges.right(), 0)
        edges.setTop(inside.spacing())
        taken = inside.takeAt(inside.indexOf(self.buttons))  # held, or it is deleted
        whole.removeWidget(form)
        whole.setSpacing(0)
        self._area = _scroll(form, self)
        whole.addWidget(self._area)
        if taken is not None:
            # As an item alone it would leave its buttons with the form, cut off by the area.
            whole.addLayout(self.buttons)
        self.buttons.setContentsMargins(edges)
        form.installEventFilter(self)

    def _needed(self, width: int) -> int:
        """The height in pixels at which nothing scrolls."""
        inside = self._form.layout() if self._form is not None else None
        above = inside.totalHeightForWidth(width) if inside is not None else 0
        return above + self.buttons.sizeHint().height()

    def _grow(self) -> None:
        if self._form is not None:
            needed = min(self._needed(self.width()), room_for(self).height())
            self.resize(self.width(), max(needed, self.height()))
            self._show_bar()

    def _show_bar(self) -> None:
        """A bar where it is needed. Left to itself, one that was there once stays: it narrows."""
        policy = Qt.ScrollBarPolicy
        if self._area is not None:
            fits = self._needed(self.width()) <= self.height()
            self._area.setVerticalScrollBarPolicy(
                policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
            )

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grow()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_bar()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """More is said in the form: a scroll area would keep that to itself."""
        if watched is self._form and event.type() is QEvent.Type.LayoutRequest:
            self._grow()
        return super().eventFilter(watched, event)


def _scroll(inner: QWidget, parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
