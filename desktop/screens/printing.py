"""How a finished letter becomes paper or a file: page pictures on a printer, or the PDF saved."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from pathlib import Path

from PySide6.QtCore import (
    QMarginsF,
    QObject,
    QRect,
    QSizeF,
    QStandardPaths,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from typing_extensions import override

from desktop.office.private_file import private_file
from desktop.screens.letter_pages import PdfPages

_MOST_DOTS_AN_INCH = 600  # beyond this text looks no better and a page takes 400 MB
_STRIP_ROWS = 512
_POINTS_AN_INCH = 72
LETTER_POINTS = QSizeF(612, 792)
_NEARLY = 2.0  # points; drivers round the sizes of their paper


def system_printer() -> QPrinter | None:
    """The printer the system would take, or None when there is none."""
    if not QPrinterInfo.availablePrinterNames():
        return None
    return QPrinter(QPrinter.PrinterMode.HighResolution)


def set_up(printer: QPrinter, size: QSizeF, name: str) -> None:
    """Ready a printer for paper of ``size`` points; ``name`` is the document's, and no person's."""
    paper = QPageSize(size, QPageSize.Unit.Point)
    upright = QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(paper, upright, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)
    printer.setDocName(name)
    printer.setCreator("Records Desk")


def place_on(paper: QRect, page: QSizeF, dots_an_inch: int) -> QRect:
    """Where a page of ``page`` points goes on the printer's paper, in its dots.

    A page that fits is never scaled, so that the address stays in its window; on smaller paper it
    shrinks. It stands at the top, in the middle across.
    """
    dots = dots_an_inch / _POINTS_AN_INCH
    slack = _NEARLY * dots
    across = (paper.width() + slack) / (page.width() * dots)
    down = (paper.height() + slack) / (page.height() * dots)
    scale = dots * (1.0 if min(across, down) >= 1 else min(across, down))
    wide, high = round(page.width() * scale), round(page.height() * scale)
    return QRect((paper.width() - wide) // 2, 0, wide, high)


def pages_wanted(printer: QPrinter, count: int) -> list[int]:
    """The pages of ``count`` that were chosen in the dialog, as often as this program must."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    once = range(first - 1, min(last, count))
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    return [*once] * copies


def ask_for_printer(
    printer: QPrinter,
    size: QSizeF,
    name: str,
    over: QWidget,
    then: Callable[[QPrinter], object],
) -> None:
    """Open the system's print dialog and go on when a printer is chosen.

    ``size`` is the paper's in points, ``name`` the document's.
    """
    set_up(printer, size, name)
    asking = QPrintDialog(printer, over)
    asking.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, on=False)
    asking.accepted.connect(lambda: then(printer))
    asking.finished.connect(asking.deleteLater)
    QDialog.open(asking)  # QPrintDialog's own open() wants a receiver


def ask_for_file(
    title: str, kind: str, name: str, over: QWidget, then: Callable[[Path], object]
) -> None:
    """Open the system's file dialog and go on with the file chosen.

    ``kind`` is the filter shown, such as "PDF (*.pdf)"; ``name`` is proposed, with its ending.
    """
    asking = QFileDialog(over, title)
    asking.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    asking.setNameFilter(kind)
    asking.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    where = QStandardPaths.StandardLocation.DocumentsLocation
    asking.setDirectory(QStandardPaths.writableLocation(where))
    asking.selectFile(name)
    asking.fileSelected.connect(lambda path: then(Path(path)))
    asking.finished.connect(asking.deleteLater)
    QDialog.open(asking)


class PrintRun(QObject):
    """Paints a PDF on a printer, a strip at a time, so that the window stays awake.

    Signals:
        ended: it is over; whether the printer took everything.
    """

    ended = Signal(bool)

    def __init__(self, pages: PdfPages, printer: QPrinter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._printer = printer
        self._work = self._paint()
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin; the rest follows by itself."""
        self._next.start()

    def _go_on(self) -> None:
        try:
            next(self._work)
        except StopIteration as over:
            self._next.stop()
            self.ended.emit(bool(over.value))

    def _paint(self) -> Generator[None, None, bool]:
        printer = self._printer
        printer.setResolution(min(printer.resolution(), _MOST_DOTS_AN_INCH))
        painter = QPainter()
        if not painter.begin(printer):
            return False
        try:
            for place, number in enumerate(self._wanted()):
                if place and not printer.newPage():
                    return False
                yield from self._paint_page(painter, number)
            return painter.end() and printer.printerState() is not QPrinter.PrinterState.Error
        finally:
            if painter.isActive():
                painter.end()

    def _wanted(self) -> Iterator[int]:
        """The pages to print: an empty back only where both sides may be printed."""
        one_side = self._printer.duplex() is QPrinter.DuplexMode.DuplexNone
        for number in pages_wanted(self._printer, len(self._pages.sizes)):
            if not (one_side and self._pages.is_empty(number)):
                yield number

    def _paint_page(self, painter: QPainter, number: int) -> Iterator[None]:
        printer = self._printer
        paper = printer.paperRect(QPrinter.Unit.DevicePixel).toRect()
        where = place_on(paper, self._pages.sizes[number], printer.resolution())
        for top in range(0, where.height(), _STRIP_ROWS):
            rows = range(top, min(top + _STRIP_ROWS, where.height()))
            strip = self._pages.picture(number, where.size(), rows)
            painter.drawImage(where.left(), where.top() + top, strip)
            yield

    @override
    def deleteLater(self) -> None:
        self._next.stop()
        self._work.close()
        super().deleteLater()


def save_pdf(pdf: bytes, path: Path) -> None:
    """Write what was drawn to a file, for this person alone, whole or not at all.

    Raises:
        DeskError: ``file_name``, ``not_saved``; a file that was there is what it was.
    """
    with private_file(path, pdf) as put:
        put()
