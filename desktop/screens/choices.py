"""Choosing without a mouse: a numbered list of which one holds, and a block of ticks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.screens.plain_tip import plain_tip
from desktop.screens.theme import theme

_NUMBERED = 9  # the keys 1 to 9
_COLUMNS, _BETWEEN = 4, 16
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class ChoiceList(QWidget):
    """A few choices under each other, of which one holds: take one with its number.

    Arrow keys move as in every such list; a number or Enter takes one and is done with it. A long
    name shortens itself and is whole in its tip and for a screen reader.

    Signals:
        chosen: another choice holds; carries its key.
        settled: a choice was taken by its number or with Enter: go on to what comes next.
    """

    chosen = Signal(str)
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Before there is a proxy, which would get the policy in its place; labels look at it.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._keys: list[str] = []
        self._buttons: list[_Choice] = []
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(self._toggled)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)

    def offer(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer these, each a key and what is shown; none of them holds yet."""
        for old in self._buttons:
            self._group.removeButton(old)
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._keys, self._buttons = [], []
        for place, (key, text) in enumerate(choices):
            number = place + 1
            button = _Choice(f"{number}   {text}" if number <= _NUMBERED else text, text)
            button.installEventFilter(self)
            self._group.addButton(button, place)
            self._layout.addWidget(button)
            self._keys.append(key)
            self._buttons.append(button)
        _come_after(self, self._buttons)
        self._point_focus()

    def buttons(self) -> Sequence[QRadioButton]:
        """The choices as widgets, top to bottom."""
        return tuple(self._buttons)

    def offered(self) -> tuple[str, ...]:
        """The keys on offer, top to bottom."""
        return tuple(self._keys)

    def choice(self) -> str:
        """The key that holds, or an empty text."""
        place = self._group.checkedId()
        return self._keys[place] if 0 <= place < len(self._keys) else ""

    def set_choice(self, key: str) -> None:
        """Let the choice with ``key`` hold, if it is on offer."""
        if key in self._keys:
            self._buttons[self._keys.index(key)].setChecked(True)

    def _toggled(self, place: int, on: bool) -> None:  # Qt's signal
        if on:
            self._point_focus()
            self.chosen.emit(self._keys[place])

    def _point_focus(self) -> None:
        """The keyboard enters at the choice that holds, or at the first."""
        checked = self._group.checkedButton()
        first = self._buttons[0] if self._buttons else None
        self.setFocusProxy(checked or first)  # type: ignore[arg-type]  # None takes it away

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if pressed and isinstance(watched, _Choice):
            place = self._meant(event, watched)
            if place is not None:
                self._buttons[place].setChecked(True)
                self._buttons[place].setFocus(Qt.FocusReason.OtherFocusReason)
                self.settled.emit()
                return True
        return super().eventFilter(watched, event)

    def _meant(self, event: QEvent, button: _Choice) -> int | None:
        """The place a key press takes: a number on the keyboard, or Enter on the one in focus."""
        if not isinstance(event, QKeyEvent):
            return None
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain:
            return None
        if event.key() in _ENTER:
            return self._buttons.index(button)
        place = event.key() - Qt.Key.Key_1
        return place if 0 <= place < min(len(self._buttons), _NUMBERED) else None


class _Choice(QRadioButton):
    """One choice; what does not fit is shortened, so that no name makes the window wider."""

    def __init__(self, full: str, spoken: str) -> None:
        super().__init__()
        self._full = full
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._shorten()

    def _shorten(self) -> None:
        room = self.width() - theme().sizes.px(36)
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip("" if shown == self._full else plain_tip(self.accessibleName()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().sizes.px(80), super().minimumSizeHint().height())


class TickGrid(QWidget):
    """A block of ticks that is one stop of the Tab key: arrows move, Space ticks.

    It has as many columns as fit.

    Signals:
        changed: a tick was set or taken away.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._ticks: dict[str, QCheckBox] = {}
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_BETWEEN)
        self._grid.setVerticalSpacing(2)

    def offer(self, ticks: Iterable[tuple[str, str]]) -> None:
        """Offer these, each a key and its words, row by row; may be called once."""
        for key, text in ticks:
            tick = QCheckBox(text.replace("&", "&&"))
            tick.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            tick.installEventFilter(self)
            tick.toggled.connect(self.changed)
            self._ticks[key] = tick
        self._arrange(_COLUMNS)
        _come_after(self, list(self._ticks.values()))
        self._enter_at(next(iter(self._ticks.values())))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._grid.setColumnStretch(self._columns, 0)
        self._grid.setColumnStretch(columns, 1)
        self._columns = columns
        for place, tick in enumerate(self._ticks.values()):
            self._grid.addWidget(tick, place // columns, place % columns)

    def _widest(self) -> int:
        return max((tick.sizeHint().width() for tick in self._ticks.values()), default=0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitting = (event.size().width() + _BETWEEN) // max(self._widest() + _BETWEEN, 1)
        self._arrange(min(max(fitting, 1), _COLUMNS))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._widest(), super().minimumSizeHint().height())

    def ticks(self) -> Sequence[QCheckBox]:
        """The ticks as widgets, in order."""
        return tuple(self._ticks.values())

    def ticked(self) -> tuple[str, ...]:
        """The keys that are ticked, in order."""
        return tuple(key for key, tick in self._ticks.items() if tick.isChecked())

    def set_ticked(self, keys: Iterable[str]) -> None:
        """Tick these and no others; keys not on offer are passed over."""
        wanted = set(keys)
        for key, tick in self._ticks.items():
            tick.setChecked(key in wanted)

    def _enter_at(self, tick: QCheckBox) -> None:
        """Make ``tick`` the one stop of the Tab key."""
        for one in self._ticks.values():
            one.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if one is tick else Qt.FocusPolicy.ClickFocus
            )
        self.setFocusProxy(tick)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QCheckBox):
            if event.type() is QEvent.Type.FocusIn:
                self._enter_at(watched)
            elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
                return self._moved(event, watched) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _moved(self, event: QKeyEvent, tick: QCheckBox) -> bool:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            return False
        ticks = list(self._ticks.values())
        upright = event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}
        place = ticks.index(tick) + step * (self._columns if upright else 1)
        if 0 <= place < len(ticks):
            ticks[place].setFocus(Qt.FocusReason.TabFocusReason)
        return True


def _come_after(place: QWidget, widgets: Sequence[QWidget]) -> None:
    """Give ``widgets`` the place in the tab order that the form gave the whole of them."""
    # A proxy would stand for the place itself and be moved in its stead.
    place.setFocusProxy(None)  # type: ignore[arg-type]
    for before, after in pairwise((place, *widgets)):
        QWidget.setTabOrder(before, after)
