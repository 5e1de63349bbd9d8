"""A row that goes on in the next line where it gets too narrow, as words do."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override

_WITHOUT_END = 1 << 24


class FlowLayout(QLayout):
    """Lays its parts side by side at their own size, and below where the line is full."""

    def __init__(self, spacing: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        around = self.contentsMargins()
        inside = width - around.left() - around.right()
        height = self._lay_out(QRect(0, 0, inside, 0), move=False)
        return height + around.top() + around.bottom()

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay_out(rect.marginsRemoved(self.contentsMargins()), move=True)

    @override
    def sizeHint(self) -> QSize:
        """All of it in one line."""
        sizes = [item.sizeHint() for line in self._lines(_WITHOUT_END) for item in line]
        gaps = max(len(sizes) - 1, 0) * self.spacing()
        tallest = max((size.height() for size in sizes), default=0)
        wide = QSize(sum(size.width() for size in sizes) + gaps, tallest)
        return wide.grownBy(self.contentsMargins())

    @override
    def minimumSize(self) -> QSize:
        """The widest part alone."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _lay_out(self, rect: QRect, *, move: bool) -> int:
        """Go from line to line; the height they take."""
        y, pushed = rect.y(), False
        for line in self._lines(rect.width()):
            tallest = max(item.sizeHint().height() for item in line)
            if move:
                self._place(line, QRect(rect.x(), y, rect.width(), tallest), at_end=pushed)
            pushed = pushed or any(item.spacerItem() for item in line)
            y += tallest + self.spacing()
        return max(y - self.spacing() - rect.y(), 0)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            if item.isEmpty() and item.widget() is not None:
                continue  # hidden
            wants = item.sizeHint().width()
            if lines and used + self.spacing() + wants <= width:
                lines[-1].append(item)
                used += self.spacing() + wants
            else:
                lines.append([item])
                used = wants
        return lines

    def _place(self, line: list[QLayoutItem], rect: QRect, *, at_end: bool) -> None:
        """What a line leaves over goes to the parts that can use it: a search, a spacer.

        ``at_end``: a spacer of a line above keeps these parts at the end of theirs too.
        """
        growing = [one for one in line if one.expandingDirections() & Qt.Orientation.Horizontal]
        taken = sum(one.sizeHint().width() for one in line) + (len(line) - 1) * self.spacing()
        more = max(rect.width() - taken, 0) // len(growing) if growing else 0
        x = rect.x() + (max(rect.width() - taken, 0) if at_end and not growing else 0)
        for item in line:
            size = item.sizeHint()
            width = min(size.width() + (more if item in growing else 0), rect.width())
            top = rect.y() + (rect.height() - size.height()) // 2
            item.setGeometry(QRect(x, top, width, size.height()))
            x += width + self.spacing()


class FlowRow(QWidget):
    """A row of a form. In Designer it holds a horizontal layout; what stands in it flows.

    Parts that expand, and spacers, share what their line leaves over.
    """

    def flow(self) -> None:
        """Put the parts of the row's own layout into one that flows."""
        old = self.layout()
        if old is None or isinstance(old, FlowLayout):
            return
        new = FlowLayout(old.spacing())
        new.setContentsMargins(old.contentsMargins())
        parts = []
        while (item := old.takeAt(0)) is not None:
            parts.append(item)
        QWidget().setLayout(old)  # a widget has one layout: this one goes with its new owner
        self.setLayout(new)
        for part in parts:
            widget = part.widget()
            if widget is None:
                new.addItem(part)
            else:
                new.addWidget(widget)
