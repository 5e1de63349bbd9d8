"""Counter privacy: one key takes names and birth dates off the screen, and gives them back.

The work goes on meanwhile: numbers, dates, steps and buttons stay. A label or a button is given the
masked text for as long as it lasts, right before it is painted, so that nothing is seen for a
moment only; fields show dots; what paints its own text asks ``shown``; and pictures of papers are
not drawn.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from typing_extensions import override

from desktop.errors import DeskError
from desktop.screens.shown import PICTURE, mask_with
from desktop.screens.theme import theme

if TYPE_CHECKING:
    from desktop.actions.changes import Changes
    from desktop.records.masking import OnFile
    from desktop.screens.desk import Desk

KEY = "F9"

_Text = tuple[Callable[[], str], Callable[[str], object]]


class CounterPrivacy(QObject):
    """Turned on and off by its key, in the window and in every dialog over it.

    Signals:
        turned: it is on, or off again.
    """

    turned = Signal(bool)

    def __init__(self, window: QWidget, desk: Desk, band: QLabel) -> None:
        super().__init__(window)
        self._desk = desk
        self._band = band
        self._on = False
        self._on_file: OnFile | None = None
        self._known: dict[str, str] = {}
        self._swaps: dict[tuple[QObject, str], _Swap] = {}
        self._fields: list[QLineEdit] = []
        desk.changed.connect(self._changed)
        desk.leaving.connect(self._stop)

    @property
    def is_on(self) -> bool:
        """Whether names are hidden."""
        return self._on

    def serve(self, place: QWidget) -> None:
        """Let the key work in this window or dialog too."""
        QShortcut(QKeySequence(KEY), place).activated.connect(self.turn)

    def turn(self) -> None:
        """Hide names, or show them again."""
        if self.is_on:
            self._end()
        else:
            self._begin()
        for widget in _in_sight():
            widget.update()
        self.turned.emit(self._on)

    def masked(self, text: str) -> str:
        """``text`` as it may be seen while this is on."""
        from desktop.records.masking import masked  # noqa: PLC0415  # when first turned on

        if not text or self._on_file is None:
            return text
        safe = self._known.get(text)
        if safe is None:
            safe = self._known[text] = masked(text, self._on_file, self._desk.today())
        return safe

    def _tells(self, text: str) -> bool:
        from desktop.records.masking import tells_something  # noqa: PLC0415  # when first turned on

        return tells_something(text, self._desk.today())

    def _begin(self) -> None:
        self._on = True
        self._read()
        mask_with(self.masked)
        self._band.show()
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        for widget in _in_sight():
            self._hide(widget)

    def _end(self) -> None:
        self._stop()
        for swap in self._swaps.values():
            swap.put_back()
        self._swaps.clear()
        for field in self._fields:
            with suppress(RuntimeError):  # its form is gone
                field.setEchoMode(QLineEdit.EchoMode.Normal)
        self._fields.clear()
        self._band.hide()

    def _stop(self) -> None:
        """Hide nothing any more; with the window, what is hidden goes as it is."""
        if not self._on:
            return
        self._on = False
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        mask_with(None)
        self._known.clear()

    def _read(self) -> None:
        from desktop.records.masking import NOBODY  # noqa: PLC0415  # when first turned on
        from desktop.store.on_file import on_file  # noqa: PLC0415

        self._known.clear()
        try:
            self._on_file = on_file(self._desk.store, self._common())
        except DeskError:
            self._on_file = NOBODY  # the fault is told by whatever reads next

    def _common(self) -> frozenset[str]:
        months = [*calendar.month_name, *calendar.month_abbr, *calendar.day_name]
        return self._desk.wording.lower_words() | {one.casefold() for one in months}

    def _changed(self, _changes: Changes) -> None:
        if self._on:
            self._read()

    # While it is on

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.ToolTip and isinstance(watched, QWidget):
            return self.masked(watched.toolTip()) != watched.toolTip()
        if kind is not QEvent.Type.Paint or not isinstance(watched, QWidget):
            return False
        return self._covered(watched, event) or self._hide(watched)

    def _hide(self, widget: QWidget) -> bool:
        """Mask what the widget says; True where it will be painted anew."""
        changed = False
        for name, (read, write) in _texts_of(widget).items():
            text = read()
            safe = self.masked(text)
            if safe != text:
                self._swap(widget, name, read, write, text, safe)
                changed = True
        if isinstance(widget, QLineEdit):
            self._hide_field(widget)
        elif isinstance(widget, QComboBox):
            changed = self._hide_items(widget) or changed
        elif isinstance(widget, QMenu):
            changed = self._hide_actions(widget) or changed
        return changed

    def _swap(
        self,
        owner: QObject,
        name: str,
        read: Callable[[], str],
        write: Callable[[str], object],
        text: str,
        safe: str,
    ) -> None:
        write(safe)
        self._swaps[owner, name] = _Swap(read=read, write=write, text=text, safe=read())

    def _hide_field(self, field: QLineEdit) -> None:
        if field.echoMode() is QLineEdit.EchoMode.Normal and self._tells(field.text()):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            self._fields.append(field)

    def _hide_items(self, choice: QComboBox) -> bool:
        changed = False
        blocked = choice.blockSignals(True)
        for place in range(choice.count()):
            text = choice.itemText(place)
            safe = self.masked(text)
            if safe != text:
                read, write = _item(choice, place)
                self._swap(choice, f"item {place}", read, write, text, safe)
                changed = True
        choice.blockSignals(blocked)
        return changed

    def _hide_actions(self, menu: QMenu) -> bool:
        changed = False
        for action in menu.actions():
            text = action.text()
            safe = self.masked(text)
            if safe != text:
                self._swap(action, "text", action.text, action.setText, text, safe)
                changed = True
        return changed

    def _covered(self, widget: QWidget, event: QEvent) -> bool:
        """Paint a sheet in place of a paper or of words that are being written."""
        above = widget.parent()
        if isinstance(above, (QPlainTextEdit, QTextEdit)) and above.viewport() is widget:
            hides = self._tells(above.toPlainText())
        else:
            hides = bool(above is not None and above.property(PICTURE))
        if hides and isinstance(event, QPaintEvent):
            self._cover(widget)
        return hides

    def _cover(self, widget: QWidget) -> None:
        painter = QPainter(widget)
        painter.fillRect(widget.rect(), theme().colour("sunken"))
        painter.setPen(theme().colour("quiet"))
        painter.setFont(theme().font("small"))
        says = self.tr("Hidden. {key} shows it.").format(key=KEY)
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        painter.drawText(widget.rect(), flags, says)
        painter.end()


def _in_sight() -> list[QWidget]:
    """What comes in sight later is seen to when it is painted."""
    return [widget for widget in QApplication.allWidgets() if widget.isVisible()]


class _Swap:
    """A text that was masked, and how to put it back where nothing else was said since."""

    def __init__(
        self,
        *,
        read: Callable[[], str],
        write: Callable[[str], object],
        text: str,
        safe: str,
    ) -> None:
        self._read, self._write, self._text, self._safe = read, write, text, safe

    def put_back(self) -> None:
        try:
            if self._read() == self._safe:
                self._write(self._text)
        except RuntimeError:
            return  # its widget is gone


def _texts_of(widget: QWidget) -> dict[str, _Text]:
    """What a widget says, and what it tells a screen reader, each with how to say it otherwise."""
    found: dict[str, _Text] = {
        "name": (widget.accessibleName, widget.setAccessibleName),
        "description": (widget.accessibleDescription, widget.setAccessibleDescription),
        "tip": (widget.toolTip, widget.setToolTip),
    }
    if isinstance(widget, (QLabel, QAbstractButton)):
        found["text"] = (widget.text, widget.setText)
    elif isinstance(widget, QGroupBox):
        found["title"] = (widget.title, widget.setTitle)
    return found


def _item(choice: QComboBox, place: int) -> _Text:
    def read() -> str:
        return choice.itemText(place)

    def write(text: str) -> None:
        blocked = choice.blockSignals(True)
        choice.setItemText(place, text)
        choice.blockSignals(blocked)

    return read, write
