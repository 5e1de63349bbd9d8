"""The letter as it will be printed: the pages of its PDF, one below the other."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from desktop.screens.letter_pages import PdfPages
from desktop.screens.shown import PICTURE
from desktop.screens.theme import theme

_POINTS_AN_INCH = 72
_GAP = 16


class LetterPreview(QAbstractScrollArea):
    """Shows a PDF and keeps its place when a newer one takes over.

    Signals:
        shown: another PDF is in sight.
    """

    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: PdfPages | None = None
        self._written: tuple[int, ...] = ()
        self._fits_width = True
        self._rects: tuple[QRect, ...] = ()
        self._pictures: dict[int, QImage] = {}
        self.setProperty(PICTURE, True)  # for counter privacy
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setAccessibleName(self.tr("Preview"))
        theme().changed.connect(self._lay_out)

    def show_pdf(self, pdf: bytes) -> None:
        """Show these pages in place of the ones before; backs that stay empty are left out."""
        self._pages = PdfPages(pdf)
        self._written = self._pages.written
        self._lay_out()
        self.shown.emit()

    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._rects)

    def fit_width(self, fits: bool) -> None:
        """Show a page as wide as the preview, or in the size it has on paper."""
        self._fits_width = fits
        self._lay_out()

    def picture(self, number: int) -> QImage:
        """A page as it stands in the preview, in pixels of the screen."""
        size = self._rects[number].size() * self.devicePixelRatioF()
        kept = self._pictures.get(number)
        if kept is None or kept.size() != size:
            kept = self._drawn(number, size)
            self._pictures[number] = kept
        return kept

    def _drawn(self, number: int, size: QSize) -> QImage:
        if self._pages is None:
            return QImage()
        picture = self._pages.picture(self._written[number], size)
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        return picture

    # Where the pages stand

    def _lay_out(self) -> None:
        self._pictures.clear()
        self._rects = tuple(self._placed())
        right = max((rect.right() for rect in self._rects), default=0)
        bottom = max((rect.bottom() for rect in self._rects), default=0)
        gap, seen = self._gap(), self.viewport().size()
        for bar, whole, page in (
            (self.horizontalScrollBar(), right, seen.width()),
            (self.verticalScrollBar(), bottom, seen.height()),
        ):
            bar.setRange(0, max(0, whole + 1 + gap - page))
            bar.setPageStep(page)
            bar.setSingleStep(theme().sizes.px(24))
        self.viewport().update()

    def _placed(self) -> Iterator[QRect]:
        every = self._pages.sizes if self._pages else ()
        gap, sizes = self._gap(), [every[number] for number in self._written]
        scale = self._scale(max((size.width() for size in sizes), default=1))
        room, top = self.viewport().width(), gap
        for size in sizes:
            wide, high = round(size.width() * scale), round(size.height() * scale)
            yield QRect(max(gap, (room - wide) // 2), top, wide, high)
            top += high + gap

    def _scale(self, widest: float) -> float:
        """Pixels a point."""
        if not self._fits_width:
            return self.logicalDpiX() / _POINTS_AN_INCH
        # As if the scroll bar were there: its coming must not change what it came for.
        bar = self.verticalScrollBar().sizeHint().width()
        return max(self.width() - bar - 2 * self._gap(), 40) / widest

    def _gap(self) -> int:
        return theme().sizes.px(_GAP)

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme().colour("sunken"))
        shift = -QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        seen = [
            number
            for number, rect in enumerate(self._rects)
            if rect.translated(shift).intersects(self.viewport().rect())
        ]
        painter.setPen(theme().colour("line"))
        for number in seen:
            rect = self._rects[number].translated(shift)
            painter.drawImage(rect.topLeft(), self.picture(number))
            painter.drawRect(rect.adjusted(-1, -1, 0, 0))
        self._pictures = {number: self._pictures[number] for number in seen}
        if self.hasFocus():
            self._paint_focus(painter)

    def _paint_focus(self, painter: QPainter) -> None:
        pen = painter.pen()
        pen.setColor(theme().colour("accent"))
        pen.setWidth(2)
        painter.setPen(pen)
        painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().sizes.px(560), theme().sizes.px(640))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().sizes.px(240), theme().sizes.px(200))
