"""The tour for a new clerk: five stops on the window itself, never in the way of anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.screens.announce import announce
from desktop.screens.theme import set_look, theme
from desktop.screens.tip_card import tip_label
from desktop.wording.sentences import Wording

_WIDTH, _GAP, _EDGE, _SHADOW = 320, 12, 8, 32


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop: its texts by code, and what it points at once the window shows it."""

    code: str
    target: Callable[[], QWidget]


class Tour(QFrame):
    """A card beside what it speaks of, and a ring around that. Escape ends it at any stop.

    Args:
        window: what it lies over.
        stops: what it points at, in order.
        wording: its texts.

    Signals:
        ended: it is over, walked to its end or not.
    """

    ended = Signal()

    def __init__(self, window: QWidget, stops: tuple[Stop, ...], wording: Wording) -> None:
        super().__init__(window)
        self._window, self._stops, self._wording = window, stops, wording
        self._at = 0
        self._ring = _Ring(window)
        self.step, self.title, self.says = (
            tip_label("small"),
            tip_label("heading"),
            tip_label(""),
        )
        self.skip = QPushButton(wording.text("tour.skip"))
        self.back = QPushButton(wording.text("tour.back"))
        self.next = QPushButton()
        self._build()
        window.installEventFilter(self)
        self._show_stop()
        self.show()
        self.raise_()
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        set_look(self, look="card")
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(_SHADOW)
        shadow.setOffset(0, 2)
        self.setGraphicsEffect(shadow)
        set_look(self.next, primary=True)
        self.next.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.skip, self.back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        for part in (self.step, self.title, self.says):
            layout.addWidget(part)
        layout.addLayout(buttons)
        self.next.clicked.connect(lambda: self._go(1))
        self.back.clicked.connect(lambda: self._go(-1))
        self.skip.clicked.connect(self.end)

    @property
    def stop(self) -> str:
        """The code of the stop in sight."""
        return self._stops[self._at].code

    def end(self) -> None:
        """Take it away."""
        self._window.removeEventFilter(self)
        for part in (self, self._ring):
            part.hide()
            part.deleteLater()
        self.ended.emit()

    def _go(self, step: int) -> None:
        self._at += step
        if self._at >= len(self._stops):
            self.end()
            return
        self._show_stop()

    def _show_stop(self) -> None:
        words, code = self._wording, self.stop
        last = self._at == len(self._stops) - 1
        self.step.setText(words.text("tour.step", at=self._at + 1, all=len(self._stops)))
        self.title.setText(words.text(f"tour.{code}.title"))
        self.says.setText(words.text(f"tour.{code}.says"))
        self.next.setText(words.text("tour.end" if last else "tour.next"))
        self.back.setVisible(self._at > 0)
        self.skip.setVisible(not last)
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(self.says.text())
        self._place()
        announce(self, f"{self.title.text()}. {self.says.text()}")

    def _place(self) -> None:
        """Beside its target where there is room, else over it; always within the window."""
        target = self._stops[self._at].target()
        corner = target.mapTo(self._window, QPoint(0, 0))
        around = QRect(corner, target.size()).intersected(self._window.rect())
        self._ring.put_around(around)
        width = min(theme().sizes.px(_WIDTH), self._window.width() - 2 * _EDGE)
        self.setFixedWidth(width)
        self.setFixedHeight(self.layout_height(width))
        self.move(self._beside(around))
        self.raise_()

    def layout_height(self, width: int) -> int:
        """The height its texts need at a width."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 0

    def _beside(self, around: QRect) -> QPoint:
        room = self._window.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        x, y = around.right() + _GAP, around.top()
        if x + self.width() > room.right():
            x = around.left() - _GAP - self.width()
        if x < room.left():  # no room beside it
            x = around.center().x() - self.width() // 2
            y = around.center().y() - self.height() // 2
        y = min(y, room.bottom() - self.height())
        return QPoint(min(max(x, room.left()), room.right() - self.width()), max(y, room.top()))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
            return
        super().keyPressEvent(event)


class _Ring(QWidget):
    """A line around what the tour speaks of; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def put_around(self, what: QRect) -> None:
        """Lie around this part of the window."""
        self.setGeometry(what.adjusted(-3, -3, 3, 3))
        self.show()
        self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("accent"), 2))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 6, 6)
