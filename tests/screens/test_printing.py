"""What goes to the printer: each page chosen, an empty back only where there are backs."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter

from desktop.letters.page import draw_all
from desktop.screens.letter_pages import PdfPages
from desktop.screens.printing import PrintRun, set_up
from tests.letters.pages import PRESS, a_page


class Sided(QPrinter):
    """Prints into a file, on one side or on both: the engine for files knows one side only."""

    def __init__(self, path, how):
        super().__init__(QPrinter.PrinterMode.ScreenResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(path))
        self._how = how

    def duplex(self):
        return self._how


@pytest.mark.parametrize(
    ("how", "printed"),
    [
        (QPrinter.DuplexMode.DuplexNone, 2),
        (QPrinter.DuplexMode.DuplexLongSide, 3),
        (QPrinter.DuplexMode.DuplexAuto, 3),
    ],
)
def test_an_empty_back_is_printed_only_where_both_sides_may_be(qtbot, tmp_path, how, printed):
    pages = PdfPages(draw_all([a_page(), a_page()], PRESS))
    assert [pages.is_empty(number) for number in range(len(pages.sizes))] == [False, True, False]
    printer = Sided(tmp_path / "printed.pdf", how)
    set_up(printer, pages.sizes[0], "Memos")
    run = PrintRun(pages, printer)
    with qtbot.waitSignal(run.ended) as ended:
        run.start()
    assert ended.args == [True]
    assert len(pypdfium2.PdfDocument(tmp_path / "printed.pdf")) == printed
