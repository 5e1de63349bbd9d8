"""Many letters on one printer or in one PDF: one after another, each noted once it is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtPrintSupport import QPrinter
from typing_extensions import override

from desktop.actions.letter_batch import kept_pdf
from desktop.actions.letter_leaving import mark_sent
from desktop.errors import DeskError
from desktop.records.ids import LetterId
from desktop.screens.desk import Desk
from desktop.screens.letter_pages import JoinedPages, PdfPages
from desktop.screens.printing import PrintRun, save_pdf
from desktop.store.letter_lists import LetterRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Why one letter was left out, in a sentence."""

    row: LetterRow
    sentence: str


@dataclass(slots=True)
class Tally:
    """How a batch went: the letters that are there, those that are not, and how many were left."""

    done: list[LetterRow] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    left: int = 0


class LetterBatch(QObject):
    """One run over the letters. A faulty one never stops the others.

    On a printer each letter is a job of its own, so that what has left the printer is known letter
    by letter. A stop lets the letter under way come out whole.

    ``covers`` are sheets that go before letters, by the letter they go before.

    Signals:
        progressed: how many letters are done, and of how many.
        ended: it is over; carries the ``Tally``.
    """

    progressed = Signal(int, int)
    ended = Signal(object)

    def __init__(
        self,
        desk: Desk,
        rows: Sequence[LetterRow],
        parent: QObject,
        *,
        covers: Mapping[LetterId, bytes] | None = None,
    ) -> None:
        super().__init__(parent)
        self._covers = covers or {}
        self._desk = desk
        self._rows = tuple(rows)
        self._tally = Tally()
        self._stopped = False
        self._run: PrintRun | None = None
        self._steps: Iterator[None] = iter(())
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._go_on)
        desk.leaving.connect(self._leave)

    def stop(self) -> None:
        """Begin no further letter; what is noted stays noted."""
        self._stopped = True

    def print_on(self, printer: QPrinter) -> None:
        """Print every letter."""
        self._begin(self._print(printer))

    def join_to(self, path: Path) -> None:
        """Put every letter into one PDF; stopped before it is saved, nothing is saved or noted."""
        self._begin(self._join(path))

    def _begin(self, steps: Iterator[None]) -> None:
        self._steps = steps
        self._next.start()

    def _go_on(self) -> None:
        if self._run is not None:
            return  # a letter is on its way through the printer
        try:
            next(self._steps)
        except StopIteration:
            self._next.stop()
            self._tally.left = len(self._rows) - len(self._tally.done) - len(self._tally.faults)
            self.ended.emit(self._tally)

    # Printing

    def _print(self, printer: QPrinter) -> Iterator[None]:
        for place, row in enumerate(self._rows):
            if self._stopped:
                return
            self.progressed.emit(place, len(self._rows))
            try:
                pages = PdfPages(kept_pdf(self._desk.store, row))
            except DeskError as fault:
                self._fail(row, fault.sentence())
                yield
                continue
            if row.id in self._covers:
                self._start(PdfPages(self._covers[row.id]), printer).ended.connect(self._run_over)
                yield
            run = self._start(pages, printer)
            run.ended.connect(lambda taken, row=row: self._printed(row, taken=taken))
            yield

    def _start(self, pages: PdfPages, printer: QPrinter) -> PrintRun:
        self._run = PrintRun(pages, printer, self)
        self._run.start()
        return self._run

    def _run_over(self) -> None:
        if self._run is not None:
            self._run.deleteLater()
            self._run = None

    def _printed(self, row: LetterRow, *, taken: bool) -> None:
        self._run_over()
        if taken:
            self._note(row, "printed")
        else:
            self._fail(row, self.tr("The printer did not take it. Print it again."))

    # One PDF

    def _join(self, path: Path) -> Iterator[None]:
        joined, taken = JoinedPages(), []
        for place, row in enumerate(self._rows):
            if self._stopped:
                return
            self.progressed.emit(place, len(self._rows))
            try:
                pdf = kept_pdf(self._desk.store, row)
            except DeskError as fault:
                self._fail(row, fault.sentence())
            else:
                self._add(joined, row, pdf)
                taken.append(row)
            yield
        if taken and self._saved(joined, path, taken):
            for row in taken:
                self._note(row, "saved")
                yield

    def _add(self, joined: JoinedPages, row: LetterRow, pdf: bytes) -> None:
        if row.id in self._covers:
            joined.add(self._covers[row.id])
        joined.add(pdf)

    def _saved(self, joined: JoinedPages, path: Path, rows: Sequence[LetterRow]) -> bool:
        try:
            save_pdf(joined.pdf(), path)
        except DeskError as fault:
            for row in rows:
                self._fail(row, fault.sentence())
            return False
        return True

    # What is known

    def _note(self, row: LetterRow, how: str) -> None:
        desk = self._desk
        try:
            changes = mark_sent(
                desk.store, row.request, row.id, how,
                law=desk.law, on=desk.today(), today=desk.today(), by=desk.sign(),
            )  # fmt: skip
        except DeskError as fault:
            self._fail(row, fault.sentence())
        else:
            self._tally.done.append(row)
            desk.did(changes)

    def _fail(self, row: LetterRow, sentence: str) -> None:
        self._tally.faults.append(Fault(row=row, sentence=sentence))

    def _leave(self) -> None:
        """The file is closed next: nothing more is read from it or noted in it."""
        self._next.stop()
        if self._run is not None:
            self._run.deleteLater()
            self._run = None

    @override
    def deleteLater(self) -> None:
        self._leave()
        super().deleteLater()
