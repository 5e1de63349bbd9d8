"""Several ways to do or end something, one of them to be chosen; each says why it cannot be."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.screens.plain_label import PlainLabel
from desktop.screens.theme import set_look


class Way(QWidget):
    """A way with its number, its words, which wrap, and why it cannot be chosen, if so.

    ``code`` is what it stands for; ``says`` tells below its words what choosing it means.
    """

    def __init__(
        self, code: str, title: str, number: int, says: str = "", *, one_of_many: bool = True
    ) -> None:
        super().__init__()
        self.code = code
        self.radio: QAbstractButton = QRadioButton() if one_of_many else QCheckBox()
        self.radio.setAccessibleName(title)
        self.title = _Words(title)
        self.number = _Words(str(number))
        set_look(self.number, look="quiet")
        self.says, self.why = _below(says), _below("")
        self.title.pressed.connect(self.choose)
        self.number.pressed.connect(self.choose)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setHorizontalSpacing(4)
        layout.setVerticalSpacing(0)
        layout.setColumnStretch(2, 1)
        layout.addWidget(self.radio, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.number, 0, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.title, 0, 2)
        layout.addWidget(self.says, 1, 2)
        layout.addWidget(self.why, 2, 2)
        self.allow("")

    def allow(self, why_not: str) -> None:
        """Let it be chosen, or say why it cannot be; what cannot be chosen is let go of."""
        self.radio.setEnabled(not why_not)
        self.title.setEnabled(not why_not)
        said = (self.says.text(), why_not)
        self.radio.setAccessibleDescription(" ".join(part for part in said if part))
        self.why.setText(why_not)
        self.why.setVisible(bool(why_not))

    def choose(self) -> None:
        """Choose it, if it can be."""
        if self.radio.isEnabled():
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
            self.radio.click()


class _Numbered(QWidget):
    """Rows under each other; the key of its number chooses one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Way] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def take_keyboard(self) -> bool:
        """Put the keyboard on the chosen way or the first that can be; whether there is one."""
        able = [row for row in self.rows if row.radio.isEnabled()]
        checked = [row for row in able if row.radio.isChecked()]
        for row in (checked or able)[:1]:
            row.radio.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(able)

    def _show(self, rows: list[Way]) -> None:
        for old in self.rows:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = rows
        for row in rows:
            row.radio.installEventFilter(self)
            self._layout.addWidget(row)
        self.setVisible(bool(rows))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            place = event.key() - Qt.Key.Key_1
            if 0 <= place < len(self.rows):
                self.rows[place].choose()
                return True
        return super().eventFilter(watched, event)


class Ways(_Numbered):
    """Several ways, one of which is chosen; none at first. A number key chooses, arrows move.

    Signals:
        chosen: another one is chosen.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(lambda _: self.chosen.emit())

    def offer(self, ways: Sequence[tuple[str, str] | tuple[str, str, str]]) -> None:
        """Offer these (code, title, and what it means), in this order, none chosen."""
        for old in self.rows:
            self._group.removeButton(old.radio)
        self._show([_way(place, *way) for place, way in enumerate(ways)])
        for row in self.rows:
            self._group.addButton(row.radio)

    def code(self) -> str:
        """What is chosen; empty for nothing yet."""
        return next((row.code for row in self.rows if row.radio.isChecked()), "")

    def choose(self, code: str) -> None:
        """Choose one, if it can be."""
        for row in self.rows:
            if row.code == code:
                row.choose()

    def put(self, code: str) -> None:
        """Let ``code`` be chosen without telling anyone and without the keyboard."""
        for row in self.rows:
            if row.code == code:
                row.radio.setChecked(True)


class Ticks(_Numbered):
    """Several things, any of which may hold. A number key ticks.

    Signals:
        chosen: a tick was set or taken away.
    """

    chosen = Signal()

    def offer(self, ticks: Sequence[tuple[str, str]]) -> None:
        """Offer these (code, title), in this order, none ticked."""
        self._show(
            [Way(code, title, at + 1, one_of_many=False) for at, (code, title) in enumerate(ticks)]
        )
        for row in self.rows:
            row.radio.toggled.connect(self.chosen)

    def ticked(self) -> list[str]:
        """The codes that are ticked, in order."""
        return [row.code for row in self.rows if row.radio.isChecked()]

    def set_ticked(self, codes: Collection[str]) -> None:
        """Tick these and no others."""
        for row in self.rows:
            row.radio.setChecked(row.code in codes)


def _way(place: int, code: str, title: str, says: str = "") -> Way:
    return Way(code, title, place + 1, says)


def _below(text: str) -> QLabel:
    label = PlainLabel()
    label.setText(text)
    label.setWordWrap(True)
    label.setContentsMargins(4, 0, 0, 0)
    set_look(label, look="small")
    if not text:
        label.hide()
    return label


class _Words(PlainLabel):
    """The words beside a button; a click on them counts."""

    pressed = Signal()

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setWordWrap(True)
        self.setMargin(4)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange:
            set_look(self, look="" if self.isEnabled() else "quiet")
