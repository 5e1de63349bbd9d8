"""How a cell of a list is painted: the one place that gives all lists their look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QToolTip
from typing_extensions import override

from desktop.screens.plain_tip import plain_tip
from desktop.screens.theme import theme

if TYPE_CHECKING:  # each Qt class costs time when it is first touched
    from PySide6.QtGui import QHelpEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from desktop.screens.tables import RowsView

Index = QModelIndex | QPersistentModelIndex

SIDE = 10
"""Pixels on each side of a cell's text, as in the header."""
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)  # a plain int: it is asked for at each cell painted


class RowDelegate(QStyledItemDelegate):
    """Paints one cell: room around the text, the pointed and the chosen row, a hairline below.

    The chosen row of the list that has the keyboard shows a bar at its left edge.
    """

    def __init__(self, view: RowsView) -> None:
        super().__init__(view)
        self.view = view
        self.look = theme()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        self._paint_ground(painter, rect, index)
        side = self.look.sizes.px(SIDE)
        self.paint_content(painter, rect.adjusted(side, 0, -side, -1), index)

    def paint_content(self, painter: QPainter, room: QRect, index: Index) -> None:
        """Paint what the cell holds into ``room``; delegates of other columns replace this."""
        column = self.view.columns[index.column()]
        font = self.look.font()
        painter.setFont(font)
        painter.setPen(self.look.colour("quiet" if column.quiet else "text"))
        text = QFontMetrics(font).elidedText(
            index.data(_DISPLAY) or "", Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, column.align, text)

    def _paint_ground(self, painter: QPainter, rect: QRect, index: Index) -> None:
        view, row = self.view, index.row()
        painter.setPen(Qt.PenStyle.NoPen)
        if view.selectionModel().isRowSelected(row):
            self._fill(painter, rect, "soft")
        elif row == view.pointed_row:
            self._fill(painter, rect, "sunken")
        if view.begins_group(row):
            self._fill(painter, QRect(rect.left(), rect.top(), rect.width(), 1), "edge")
        self._fill(painter, QRect(rect.left(), rect.bottom(), rect.width(), 1), "line")
        if view.shows_keyboard_at(index):
            self._fill(painter, QRect(rect.left(), rect.top(), 3, rect.height()), "accent")
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _fill(self, painter: QPainter, rect: QRect, colour: str) -> None:
        """As ``fillRect``, which PySide6 asks first whether it means one of 169 gradients."""
        painter.setBrush(self.look.colour(colour))
        painter.drawRect(rect)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        text = QFontMetrics(self.look.font()).horizontalAdvance(index.data(_DISPLAY) or "")
        return QSize(text + 2 * self.look.sizes.px(SIDE), self.look.sizes.row)

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if not index.isValid():
            return super().helpEvent(event, view, option, index)
        cut = self.sizeHint(option, index).width() > option.rect.width()
        text = plain_tip(str(index.data(_DISPLAY))) if cut else ""
        QToolTip.showText(event.globalPos(), text, view)
        return True
