"""From a paper that is drawn to the printer or a file, and the note of it in the journal."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from desktop.errors import DeskError
from desktop.screens.letter_pages import PdfPages
from desktop.screens.notices import Kind, NoticeBar
from desktop.screens.printing import (
    PrintRun,
    ask_for_file,
    ask_for_printer,
    save_pdf,
)


class PaperLeaving(QObject):
    """Prints and saves a paper as it is shown.

    Args:
        dialog: what the system's dialogs stand over.
        notices: where it is told how it went.
        name: what the paper is called outside the program; nobody's name.
        note: journals how it left, "printed" or "saved", and how many pages; raises ``DeskError``.
        printer: gives the printer to offer, None where there is none.

    Signals:
        busy: whether it is being printed.
        left: it was printed or saved, and journaled.
    """

    busy = Signal(bool)
    left = Signal()

    def __init__(
        self,
        dialog: QWidget,
        notices: NoticeBar,
        name: str,
        *,
        note: Callable[[str, int], None],
        printer: Callable[[], QPrinter | None],
    ) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._notices = notices
        self._name = name
        self._note_it = note
        self._printer = printer
        self._run: PrintRun | None = None

    def call_it(self, name: str) -> None:
        """Call the paper something else from now on; nobody's name."""
        self._name = name

    def ask_for_printer(self, pdf: bytes) -> None:
        """Ask which printer, for paper of the size that is drawn, and print."""
        printer = self._printer()
        if printer is None:
            self._notices.say(
                self.tr("No printer is set up on this computer. Save it as a PDF instead."),
                Kind.WARNING,
                action=self.tr("Save as PDF…"),
                on_action=partial(self.ask_for_file, pdf),
            )
            return
        size = PdfPages(pdf).sizes[0]
        then = partial(self.print_on, pdf)
        ask_for_printer(printer, size, self._name, self._dialog, then)

    def ask_for_file(self, pdf: bytes) -> None:
        """Ask for a file, and save."""
        title, kind = self.tr("Save as a PDF"), self.tr("PDF (*.pdf)")
        then = partial(self.save_to, pdf)
        ask_for_file(title, kind, f"{self._name}.pdf", self._dialog, then)

    def print_on(self, pdf: bytes, printer: QPrinter) -> None:
        """Print every page."""
        self.busy.emit(True)
        self._notices.say(self.tr("Printing…"))
        pages = PdfPages(pdf)
        self._run = PrintRun(pages, printer, self)
        self._run.ended.connect(lambda taken: self._printed(taken, pdf, len(pages.written)))
        self._run.start()

    def _printed(self, taken: bool, pdf: bytes, pages: int) -> None:
        self.busy.emit(False)
        if self._run is not None:
            self._run.deleteLater()
            self._run = None
        if taken:
            self._note("printed", pages, self.tr("Sent to the printer."), Kind.SUCCESS)
            return
        self._notices.say(
            self.tr("The printer did not take it."),
            Kind.DANGER,
            action=self.tr("Save as PDF…"),
            on_action=partial(self.ask_for_file, pdf),
        )

    def save_to(self, pdf: bytes, path: Path) -> None:
        """Save it to a file."""
        try:
            save_pdf(pdf, path)
        except DeskError as fault:
            self._notices.say_fault(fault)
            return
        said = self.tr("Saved as {file}. That copy is not locked: delete it once it is used.")
        pages = len(PdfPages(pdf).written)
        self._note("saved", pages, said.format(file=path.name), Kind.INFO)

    def _note(self, how: str, pages: int, said: str, kind: Kind) -> None:
        try:
            self._note_it(how, pages)
        except DeskError as fault:
            self._notices.say_fault(fault)
            return
        self._notices.say(said, kind)
        self.left.emit()
