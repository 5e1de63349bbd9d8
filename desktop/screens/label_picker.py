"""A small picture of a sheet of labels, to say with a click or the arrow keys which is free."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.letters.stationery import LabelSheet
from desktop.screens.announce import announce
from desktop.screens.theme import theme

_PAPER_WIDTH, _PAPER_HEIGHT = 8.5, 11.0
_WIDE = 150


class LabelPicker(QWidget):
    """Shows a sheet; labels before the first free one are crossed out as used.

    Signals:
        chosen: another label is the first free one; carries its place from 0.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: LabelSheet | None = None
        self._first = 0
        self._count = 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("First free label"))
        theme().changed.connect(self.updateGeometry)

    @property
    def first(self) -> int:
        """The place of the first free label, from 0."""
        return self._first

    def show_sheet(self, sheet: LabelSheet, count: int = 1) -> None:
        """Show this kind of sheet, afresh where it is another; ``count`` labels go on it."""
        if sheet != self._sheet:
            self._sheet, self._first = sheet, 0
        self._count = count
        self._describe()
        self.update()

    def choose(self, place: int) -> None:
        """Make a label the first free one; one that is not on the sheet is not chosen."""
        if self._sheet is None or not 0 <= place < self._sheet.count or place == self._first:
            return
        self._first = place
        self._describe()
        announce(self, self.accessibleDescription())
        self.update()
        self.chosen.emit(place)

    def said(self) -> str:
        """The first free label in words."""
        if self._sheet is None:
            return ""
        row, column = divmod(self._first, self._sheet.columns)
        return self.tr("Label {number} of {count}: row {row}, column {column}").format(
            number=self._first + 1, count=self._sheet.count, row=row + 1, column=column + 1
        )

    def _describe(self) -> None:
        self.setAccessibleDescription(self.said())

    def place_at(self, point: QPointF) -> int | None:
        """The label under a point of the picture; None beside the labels."""
        count = self._sheet.count if self._sheet else 0
        return next((one for one in range(count) if self._rect(one).contains(point)), None)

    def _rect(self, place: int) -> QRectF:
        sheet, scale = self._sheet, self.width() / _PAPER_WIDTH
        if sheet is None:
            return QRectF()
        row, column = divmod(place, sheet.columns)
        left, top = sheet.left + column * sheet.across, sheet.top + row * sheet.down
        return QRectF(left * scale, top * scale, sheet.width * scale, sheet.height * scale)

    # By hand

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if place is not None:
            self.choose(place)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        columns, last = (
            (self._sheet.columns, self._sheet.count - 1) if self._sheet is not None else (1, 0)
        )
        goes = {
            Qt.Key.Key_Left: self._first - 1,
            Qt.Key.Key_Right: self._first + 1,
            Qt.Key.Key_Up: self._first - columns,
            Qt.Key.Key_Down: self._first + columns,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.key() in goes:
            self.choose(goes[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    # The picture

    @override
    def sizeHint(self) -> QSize:
        wide = theme().sizes.px(_WIDE)
        return QSize(wide, round(wide * _PAPER_HEIGHT / _PAPER_WIDTH))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme().colour
        painter.setPen(QPen(colour("edge")))
        painter.setBrush(colour("surface"))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        for place in range(self._sheet.count if self._sheet else 0):
            self._paint_label(painter, place)
        if self.hasFocus():
            self._paint_focus(painter)

    def _paint_label(self, painter: QPainter, place: int) -> None:
        """Used ones are crossed out, those to be printed filled: not by colour alone."""
        rect, colour = self._rect(place).adjusted(1, 1, -1, -1), theme().colour
        printed = self._first <= place < self._first + self._count
        painter.setPen(QPen(colour("accent" if printed else "edge")))
        painter.setBrush(colour("accent") if printed else QColor(Qt.GlobalColor.transparent))
        painter.drawRoundedRect(rect, 2, 2)
        if place < self._first:
            painter.drawLine(rect.topLeft(), rect.bottomRight())

    def _paint_focus(self, painter: QPainter) -> None:
        pen = QPen(theme().colour("accent"))
        pen.setWidth(2)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
