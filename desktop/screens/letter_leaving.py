"""From draft to paper or file: finish the letter, print or save its kept PDF, note that it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog

from desktop.errors import DeskError
from desktop.screens.confirm import ConfirmDialog
from desktop.screens.letter_at_hand import LetterAtHand
from desktop.screens.letter_drawing import LetterDrawing
from desktop.screens.letter_pages import PdfPages
from desktop.screens.notices import Kind, NoticeBar
from desktop.screens.printing import (
    LETTER_POINTS,
    PrintRun,
    ask_for_file,
    ask_for_printer,
    save_pdf,
)


class LetterLeaving(QObject):
    """Prints and saves one letter, finishing it first where it is a draft.

    Args:
        dialog: what the system's dialogs stand over.
        at_hand: the letter.
        drawing: gives the press once it is free.
        notices: where it is told how it went.
        keep: makes what is typed the draft's text; raises what stands against it.
        printer: gives the printer to offer, None where there is none.

    Signals:
        busy: whether something is on its way that must not be disturbed.
        refused: why something was not done, a ``DeskError``; nothing changed.
        done: the letter was printed or saved.
    """

    busy = Signal(bool)
    refused = Signal(object)
    done = Signal()

    def __init__(
        self,
        dialog: QDialog,
        at_hand: LetterAtHand,
        drawing: LetterDrawing,
        notices: NoticeBar,
        *,
        keep: Callable[[], None],
        printer: Callable[[], QPrinter | None],
    ) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._at_hand = at_hand
        self._drawing = drawing
        self._notices = notices
        self._keep = keep
        self._printer = printer
        self._run: PrintRun | None = None

    # Asking where to

    def ask_for_printer(self) -> None:
        """Open the system's print dialog, once nothing stands against finishing."""
        self._when_ready(self._choose_printer)

    def _choose_printer(self) -> None:
        printer = self._printer()
        if printer is None:
            self._say_no_printer()
            return
        name = self._at_hand.document_name
        ask_for_printer(printer, LETTER_POINTS, name, self._dialog, self.print_on)

    def finish_only(self) -> None:
        """Finish it, to be printed with the others."""
        self._when_ready(lambda: self._with_finished(self._say_finished))

    def _say_finished(self) -> None:
        self._notices.say(
            self.tr("Finished. It stands under Letters, to be printed with the others."),
            Kind.SUCCESS,
        )
        self.done.emit()

    def ask_for_mail(self) -> None:
        """Open the system's file dialog for a message that waits to be sent."""
        title, kind = self.tr("Save the letter as an e-mail"), self.tr("E-mail (*.eml)")
        name = f"{self._at_hand.document_name}.eml"
        ask_for_file(title, kind, name, self._dialog, self.save_mail_to)

    def ask_for_file(self) -> None:
        """Open the system's file dialog, once nothing stands against finishing."""
        self._when_ready(self._choose_file)

    def _choose_file(self) -> None:
        title, kind = self.tr("Save the letter as a PDF"), self.tr("PDF (*.pdf)")
        ask_for_file(title, kind, f"{self._at_hand.document_name}.pdf", self._dialog, self.save_to)

    def _is_ready(self) -> bool:
        """Keep what is typed and hear what stands against finishing, before anything is chosen."""
        if self._at_hand.is_finished:
            return True
        try:
            self._keep()
            self._at_hand.check()
        except DeskError as fault:
            self.refused.emit(fault)
            return False
        return True

    def _when_ready(self, then: Callable[[], None]) -> None:
        """Go on once nothing stands against it; where something looks forgotten, ask first."""
        if not self._is_ready():
            return
        cautions = () if self._at_hand.is_finished else self._at_hand.cautions()
        if not cautions:
            then()
            return
        asking = ConfirmDialog(
            self.tr("Finish this letter as it is?"),
            "\n".join(cautions),
            self.tr("Finish it"),
            self._dialog,
        )
        asking.accepted.connect(then)
        asking.open()

    def _say_no_printer(self) -> None:
        self._notices.say(
            self.tr("No printer is set up on this computer. Save the letter as a PDF instead."),
            Kind.WARNING,
            action=self.tr("Save as PDF…"),
            on_action=self.ask_for_file,
        )

    # Finishing

    def _with_finished(self, then: Callable[[], object]) -> None:
        """Finish the letter if it is a draft, then go on with its kept bytes."""
        self._notices.clear()
        if self._at_hand.is_finished:
            then()
            return
        self.busy.emit(True)
        self._drawing.when_quiet(lambda: self._finish(then))

    def _finish(self, then: Callable[[], object]) -> None:
        def finished() -> None:
            self.busy.emit(False)
            then()

        self._at_hand.finish(lambda: self._drawing.press, then=finished, refused=self._refuse)

    def _refuse(self, fault: DeskError) -> None:
        self.busy.emit(False)
        self.refused.emit(fault)

    # Printing

    def print_on(self, printer: QPrinter) -> None:
        """Finish the letter if need be, print the kept pages, and note that they were printed."""
        self._with_finished(lambda: self._print(printer))

    def _print(self, printer: QPrinter) -> None:
        self.busy.emit(True)
        self._notices.say(self.tr("Printing…"))
        self._run = PrintRun(PdfPages(self._at_hand.pdf()), printer, self)
        self._run.ended.connect(self._printed)
        self._run.start()

    def _printed(self, taken: bool) -> None:
        self.busy.emit(False)
        if self._run is not None:
            self._run.deleteLater()
            self._run = None
        if taken:
            self._note("printed", self.tr("Sent to the printer."), Kind.SUCCESS)
        else:
            self._notices.say(
                self.tr("The printer did not take the letter. It is finished and kept here."),
                Kind.DANGER,
                action=self.tr("Save as PDF…"),
                on_action=self.ask_for_file,
            )

    # Saving

    def save_to(self, path: Path) -> None:
        """Finish the letter if need be, save the kept PDF, and note that it was saved."""
        self._with_finished(lambda: self._save(path))

    def _save(self, path: Path) -> None:
        said = self.tr("Saved as {file}. That copy is not locked: delete it once it is sent.")
        self._save_as(self._at_hand.pdf(), path, "saved", said)

    def save_mail_to(self, path: Path) -> None:
        """Save the finished letter as a message, and note that it was taken out that way."""
        said = self.tr(
            "Saved as {file}. Open it, look at the address and send it; then delete the file and"
            " note here that it was e-mailed."
        )
        self._save_as(self._at_hand.mail(), path, "exported", said)

    def _save_as(self, content: bytes, path: Path, how: str, said: str) -> None:
        try:
            save_pdf(content, path)
        except DeskError as fault:
            self._refuse(fault)
            return
        self._note(how, said.format(file=path.name), Kind.INFO)

    def _note(self, how: str, said: str, kind: Kind) -> None:
        try:
            self._at_hand.mark_sent(how, self._at_hand.desk.today())
        except DeskError as fault:
            self._refuse(fault)
            return
        self._notices.say(said, kind)
        self.done.emit()
