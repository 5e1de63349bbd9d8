"""What a window tells the person in front of it: a quiet bar, and a message beside a field."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from desktop.errors import DeskError
from desktop.screens.announce import announce
from desktop.screens.icons import pixmap, set_icon
from desktop.screens.plain_label import PlainLabel
from desktop.screens.theme import set_look, theme

SUCCESS_SHOWN_MS = 6000


class Kind(StrEnum):
    """How much a notice weighs; each has its icon, so that colour is never all there is."""

    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"


_LOOK = {
    Kind.INFO: ("notice", "info", "accent"),
    Kind.SUCCESS: ("notice", "check-circle", "accent"),
    Kind.WARNING: ("warning", "warning", "warning"),
    Kind.DANGER: ("danger", "alert", "danger"),
}


class NoticeBar(QFrame):
    """One sentence at the top of a window, with a button where something can be done about it.

    A success goes away by itself; everything else stays until it is closed or replaced.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = Kind.INFO
        self._act: Callable[[], object] | None = None
        self._other_act: Callable[[], object] | None = None
        self._picture = QLabel()
        self.sentence = PlainLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action = QPushButton()
        self.other = QPushButton()
        for button in (self.action, self.other):
            set_look(button, quiet=True)
        self.dismiss = QToolButton()
        self.dismiss.setAccessibleName(self.tr("Close this message"))
        self.dismiss.setToolTip(self.tr("Close this message"))
        set_icon(self.dismiss, "close")
        self._timer = QTimer(self, singleShot=True, interval=SUCCESS_SHOWN_MS)
        self._lay_out()
        self._timer.timeout.connect(self.clear)
        self.action.clicked.connect(lambda: self._do(self._act))
        self.other.clicked.connect(lambda: self._do(self._other_act))
        self.dismiss.clicked.connect(self.clear)
        theme().changed.connect(self._draw)
        self.hide()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 4, 4)
        layout.setSpacing(8)
        layout.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.sentence, 1)
        layout.addWidget(self.action)
        layout.addWidget(self.other)
        layout.addWidget(self.dismiss, alignment=Qt.AlignmentFlag.AlignVCenter)

    @property
    def kind(self) -> Kind:
        """The kind of what is shown, or was shown last."""
        return self._kind

    def say(
        self,
        sentence: str,
        kind: Kind = Kind.INFO,
        *,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        other: str = "",
        on_other: Callable[[], object] | None = None,
    ) -> None:
        """Show ``sentence``, and with ``action`` a button that calls ``on_action`` and closes.

        ``other`` is a second, quieter way out of it.
        """
        self._kind = kind
        self._act, self._other_act = on_action, on_other
        self.other.setText(other)
        self.other.setVisible(bool(other))
        self.sentence.setText(sentence)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self._timer.stop()
        if kind is Kind.SUCCESS and not action:  # what is offered waits for an answer
            self._timer.start()
        self._draw()
        self.show()
        announce(self.sentence, sentence, alert=kind in {Kind.WARNING, Kind.DANGER})

    def say_fault(self, fault: DeskError) -> None:
        """Show what went wrong and what to do about it."""
        self.say(fault.sentence(), Kind.DANGER)

    def say_bug(self, report: str) -> None:
        """Say that something of ours broke; ``report`` can be copied, and names nobody."""
        self.say(
            self.tr("Something in Records Desk went wrong. What was saved is safe."),
            Kind.DANGER,
            action=self.tr("Copy the report"),
            on_action=lambda: QGuiApplication.clipboard().setText(report),
        )

    def clear(self) -> None:
        """Take the message away."""
        self._timer.stop()
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _do(self, act: Callable[[], object] | None) -> None:
        self._act = self._other_act = None
        self.clear()
        if act:
            act()

    def _draw(self) -> None:
        look, icon, tone = _LOOK[self._kind]
        set_look(self, look=look)
        side = theme().sizes.icon
        self._picture.setPixmap(pixmap(icon, side, self.devicePixelRatioF(), tone))


class FieldMessage(PlainLabel):
    """What is wrong with the field beside it, in one sentence; hidden while nothing is.

    In a form its dynamic property ``field`` names the field; in code use ``attach``. Telling
    something marks the field, describes it to a screen reader and puts the keyboard back on it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field: QWidget | None = None
        self._described = ""
        self._tone = "danger"
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.hide()

    def attach(self, field: QWidget) -> None:
        """Speak for ``field``."""
        self._field = field

    def field(self) -> QWidget | None:
        """The field this message speaks for: the part that takes the keyboard."""
        name = self.property("field")
        if self._field is None and name:
            self._field = self.window().findChild(QWidget, name)
        return self._field and (self._field.focusProxy() or self._field)

    def tell(self, sentence: str, *, focus: bool = True) -> None:
        """Say what is wrong and what to do; ``focus`` puts the keyboard back on the field."""
        self._show(sentence, "danger")
        field = self.field()
        if field is not None:
            self._mark(field, sentence)
            if focus:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._come_into_sight)  # once it has its place
        announce(self, sentence, alert=True)

    def advise(self, sentence: str) -> None:
        """Say something worth knowing about the field; nothing is wrong with it."""
        self.clear()
        self._show(sentence, "warning")
        announce(self, sentence)

    def clear(self) -> None:
        """Nothing is wrong any more."""
        super().clear()
        self.hide()
        field = self.field()
        if field is not None and field.property("wrong"):
            field.setAccessibleDescription(self._described)
            set_look(field, wrong=False)

    def _mark(self, field: QWidget, sentence: str) -> None:
        if not field.property("wrong"):
            self._described = field.accessibleDescription()
        field.setAccessibleDescription(sentence)
        set_look(field, wrong=True)

    def _come_into_sight(self) -> None:
        """Scroll so far that it is read: it may stand below several ways to answer."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None and self.isVisible():
            around.ensureWidgetVisible(self, 0, theme().sizes.grid(2))

    def _show(self, sentence: str, tone: str) -> None:
        self._tone = tone
        side = theme().sizes.px(16)
        self.setContentsMargins(side + theme().sizes.grid(1), 0, 0, 0)
        self.setText(sentence)
        set_look(self, look=tone)
        self.show()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = theme().sizes.px(16)
        line = self.fontMetrics().height()
        icon = "alert" if self._tone == "danger" else "warning"
        picture = pixmap(icon, side, self.devicePixelRatioF(), self._tone)
        QPainter(self).drawPixmap(0, max(0, (line - side) // 2), picture)
