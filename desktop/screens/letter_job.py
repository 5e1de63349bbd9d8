"""One job over letters that are ready: which printer or file, how far it is, and how it went."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.records.ids import LetterId
from desktop.records.printout import ENVELOPE
from desktop.screens.desk import Desk
from desktop.screens.letter_batch import LetterBatch, Tally
from desktop.screens.notices import Kind, NoticeBar
from desktop.screens.printing import LETTER_POINTS, ask_for_file, set_up
from desktop.screens.printout_drawing import Matter
from desktop.screens.request_part import clear_layout, plain_label
from desktop.store.letter_lists import LetterRow


class Place(Protocol):
    """The parts of a page or dialog in which a job is shown."""

    notices: NoticeBar
    running: QFrame
    running_says: QLabel
    progress: QProgressBar
    stop: QPushButton
    faults: QFrame
    fault_lines: QVBoxLayout


class LetterJob(QObject):
    """Prints letters or saves them as one PDF, shows how far it is and tells the truth of it.

    Args:
        desk: where it works.
        over: what the system's dialogs stand over.
        place: the parts of it that show the job.
        letters: gives the letters to print when it begins.
        printer: gives the printer to offer, None where there is none.
        covers: gives the sheets that go before letters, by the letter they go before.

    Signals:
        begun: it has begun.
        over: it is over; told after the place shows how it went.
    """

    begun = Signal()
    over = Signal()

    def __init__(
        self,
        desk: Desk,
        over: QWidget,
        place: Place,
        *,
        letters: Callable[[], Sequence[LetterRow]],
        printer: Callable[[], QPrinter | None],
        covers: Callable[[], Mapping[LetterId, bytes]] = dict,
    ) -> None:
        super().__init__(over)
        self._desk = desk
        self._window = over
        self._place = place
        self._letters = letters
        self._printer = printer
        self._covers = covers
        self._saved_as = ""
        self.batch: LetterBatch | None = None
        place.running.hide()
        place.faults.hide()
        place.stop.clicked.connect(self._stop)

    def ask_for_printer(self) -> None:
        """Ask which printer, and print all of them; without one a PDF is offered."""
        printer = self._printer()
        if printer is None:
            self._place.notices.say(
                self.tr(
                    "No printer is set up on this computer. Save the letters as a PDF instead."
                ),
                Kind.WARNING,
                action=self.tr("Save as PDF…"),
                on_action=self.ask_for_file,
            )
            return
        set_up(printer, LETTER_POINTS, self._document)
        asking = QPrintDialog(printer, self._window)
        for option in (
            QAbstractPrintDialog.PrintDialogOption.PrintToFile,
            QAbstractPrintDialog.PrintDialogOption.PrintPageRange,
        ):
            asking.setOption(option, on=False)
        asking.accepted.connect(lambda: self.print_on(printer))
        asking.finished.connect(asking.deleteLater)
        QDialog.open(asking)  # QPrintDialog's own open() wants a receiver

    def ask_for_file(self) -> None:
        """Ask for a file, and save all of them in it."""
        title, kind = self.tr("Save the letters as one PDF"), self.tr("PDF (*.pdf)")
        ask_for_file(title, kind, f"{self._document}.pdf", self._window, self.save_to)

    @property
    def _document(self) -> str:
        """What the job is called outside the program: the day, and nobody's name."""
        return f"letters-{self._desk.today().isoformat()}"

    def print_on(self, printer: QPrinter) -> None:
        """Print every letter that is ready."""
        self._saved_as = ""
        self._begin().print_on(printer)

    def save_to(self, path: Path) -> None:
        """Save every letter that is ready as one PDF."""
        self._saved_as = path.name
        self._begin().join_to(path)

    def _begin(self) -> LetterBatch:
        place, rows = self._place, self._letters()
        place.notices.clear()
        place.faults.hide()
        self.batch = LetterBatch(self._desk, rows, self, covers=self._covers())
        self.batch.progressed.connect(self._show_progress)
        self.batch.ended.connect(self._end)
        place.running.show()
        place.stop.setEnabled(True)
        self._show_progress(0, len(rows))
        self.begun.emit()
        place.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.batch

    def _show_progress(self, done: int, total: int) -> None:
        self._place.progress.setMaximum(total)
        self._place.progress.setValue(done)
        said = self.tr("Letter {n} of {total}")
        self._place.running_says.setText(said.format(n=min(done + 1, total), total=total))

    def _stop(self) -> None:
        if self.batch is not None:
            self.batch.stop()
            self._place.stop.setEnabled(False)
            self._place.running_says.setText(self.tr("Stopping after this letter…"))

    def _end(self, tally: Tally) -> None:
        if self.batch is not None:
            self.batch.deleteLater()
            self.batch = None
        self._place.running.hide()
        self._show_faults(tally)
        self.over.emit()
        kind = Kind.SUCCESS if not (tally.faults or tally.left) else Kind.WARNING
        # They are in no list any more, and their envelopes are wanted now.
        self._place.notices.say(
            " ".join(self._told(tally)),
            kind,
            action=self.tr("Envelopes for these…") if tally.done else "",
            on_action=partial(self.print_envelopes, tally.done),
        )

    def print_envelopes(self, rows: Sequence[LetterRow]) -> None:
        """Open what prints the envelopes of letters, in their order."""
        from desktop.screens.printout import PrintoutDialog  # noqa: PLC0415  # when first printed

        matter = Matter(letters=tuple((row.request, row.id) for row in rows))
        paper, over = self._desk.printouts.get(ENVELOPE), self._window.window()
        PrintoutDialog(self._desk, paper, matter, over, printer=self._printer).open()

    def _told(self, tally: Tally) -> Iterator[str]:
        """The truth of it: what is there, what is not, what was not begun."""
        yield letters_counted(self._desk, "done", len(tally.done)) or self.tr("No letter was done.")
        yield from filter(None, (letters_counted(self._desk, "faults", len(tally.faults)),))
        yield from filter(None, (letters_counted(self._desk, "left", tally.left),))
        if self._saved_as and tally.done:
            said = self.tr("Saved as {file}. That copy is not locked: delete it once it is used.")
            yield said.format(file=self._saved_as)
            if len(tally.done) > 1:
                yield self.tr("Each letter begins on a new sheet, also printed on both sides.")

    def _show_faults(self, tally: Tally) -> None:
        clear_layout(self._place.fault_lines)
        for fault in tally.faults:
            line = plain_label()
            title = letter_said(self._desk, fault.row)
            line.setText(f"{fault.row.number}, {title}: {fault.sentence}")
            self._place.fault_lines.addWidget(line)
        self._place.faults.setVisible(bool(tally.faults))


def letter_said(desk: Desk, row: LetterRow) -> str:
    """What a letter is called; its language too where that is not English."""
    said = desk.letter_title(row.template) or row.template
    language = desk.wording.text(f"word.language.{row.language}")
    return said if row.language == "en" else f"{said} ({language})"


def letters_counted(desk: Desk, code: str, count: int) -> str:
    """So many letters are ready, done, left out; empty for none."""
    return desk.wording.text(f"letter.batch.{code}", letters=count) if count else ""
