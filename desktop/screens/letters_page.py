"""Today's letters: those ready for the printer, all at once, and those that still wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.actions.changes import Changes, Kind
from desktop.actions.letter_batch import waiting_for
from desktop.records.ids import LetterId
from desktop.records.printout import ENVELOPE, About, Printout
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.icons import set_icon
from desktop.screens.letter_batch import LetterBatch, Tally
from desktop.screens.notices import Kind as NoticeKind
from desktop.screens.notices import NoticeBar
from desktop.screens.printing import LETTER_POINTS, set_up, system_printer
from desktop.screens.printout_drawing import Matter
from desktop.screens.request_part import clear_layout, plain_label
from desktop.screens.tables import Column, RowsModel, RowsView
from desktop.store.letter_lists import LetterRow, open_drafts, ready_letters
from desktop.wording.dates import short_date

_TOUCHING = frozenset({Kind.LETTER, Kind.REQUEST, Kind.STUDENT})


class LettersPage(QWidget):
    """Finished letters in the order of the folders, printed or saved as one job.

    ``rows`` are the letters ready; whoever prints something to go with them asks here.

    Signals:
        letter_opened: show one letter; carries its request and its id.
    """

    notices: NoticeBar
    ready_count: QLabel
    ready: RowsView
    print_all: QPushButton
    save_all: QPushButton
    open_ready: QPushButton
    envelopes: QPushButton
    papers: QPushButton
    running: QFrame
    running_says: QLabel
    progress: QProgressBar
    stop: QPushButton
    faults: QFrame
    fault_lines: QVBoxLayout
    draft_count: QLabel
    drafts: RowsView
    open_draft: QPushButton

    letter_opened = Signal(object, object)  # RequestId, LetterId

    moment = "letters"

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        printer: Callable[[], QPrinter | None] = system_printer,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._printer = printer
        self._batch: LetterBatch | None = None
        self._saved_as = ""
        self._waits: dict[LetterId, str] = {}
        self._stale = True
        load_form(self, "letters")
        self._ready_model: RowsModel[LetterRow] = RowsModel(self._ready_columns(), parent=self)
        self._draft_model: RowsModel[LetterRow] = RowsModel(self._draft_columns(), parent=self)
        self._dress()
        self._connect()

    @property
    def rows(self) -> tuple[LetterRow, ...]:
        """The letters ready to be printed, in the order of the folders."""
        return self._ready_model.rows

    # How it is put together

    def _ready_columns(self) -> list[Column[LetterRow]]:
        return [
            Column(title=self.tr("Student"), text=lambda row: row.student, stretch=True),
            Column(title=self.tr("Letter"), text=self._title, stretch=True),
            Column(title=self.tr("To"), text=lambda row: row.recipient, stretch=True, quiet=True),
            Column(title=self.tr("Request"), text=lambda row: row.number, width=11),
            Column(title=self.tr("Finished"), text=self._since, width=12, quiet=True),
        ]

    def _draft_columns(self) -> list[Column[LetterRow]]:
        return [
            Column(title=self.tr("Student"), text=lambda row: row.student, stretch=True),
            Column(title=self.tr("Letter"), text=self._title, stretch=True),
            Column(title=self.tr("Request"), text=lambda row: row.number, width=11),
            Column(title=self.tr("Begun"), text=self._since, width=12, quiet=True),
            Column(title=self.tr("Waits for"), text=self._waits_for, stretch=True, quiet=True),
        ]

    def _dress(self) -> None:
        self.ready.setModel(self._ready_model)
        self.ready.set_empty(
            "letters",
            self.tr("No letter waits for the printer"),
            self.tr(
                "Write a letter on its request and press “Finish, print later”: it stands here"
                " until you print all of them at once."
            ),
        )
        self.drafts.setModel(self._draft_model)
        self.drafts.set_empty("edit", self.tr("No letter is half written"))
        set_icon(self.print_all, "print", "on_fill")
        set_icon(self.save_all, "save")
        set_icon(self.envelopes, "envelope")
        set_icon(self.papers, "family")
        self._fill_papers()
        self.running.hide()
        self.faults.hide()
        self.setFocusProxy(self.ready)

    def _fill_papers(self) -> None:
        """The papers that go to every family: the handout, the notice of the year."""
        menu = QMenu(self)
        for paper in self._desk.printouts.of(About.FAMILIES):
            title = self._desk.wording.text(f"word.printout.{paper.id}")
            action = menu.addAction(f"{title}…".replace("&", "&&"))
            set_icon(action, paper.icon)
            action.triggered.connect(lambda _=False, one=paper: self._print_paper(one, Matter()))
        self.papers.setMenu(menu)

    def _connect(self) -> None:
        self.print_all.clicked.connect(self._choose_printer)
        self.save_all.clicked.connect(self._choose_file)
        self.envelopes.clicked.connect(self._print_envelopes)
        self.stop.clicked.connect(self._stop)
        self.open_ready.clicked.connect(lambda: self._open(self.ready.current_row()))
        self.open_draft.clicked.connect(lambda: self._open(self.drafts.current_row()))
        for view in (self.ready, self.drafts):
            view.row_activated.connect(self._open)
            view.row_chosen.connect(self._offer)
        print_keys = QShortcut(QKeySequence("Ctrl+P"), self)
        print_keys.setWhatsThis(self.tr("Print every letter that is ready"))
        print_keys.activated.connect(self.print_all.click)
        self._desk.changed.connect(self._office_changed)

    # What is shown

    def refresh(self) -> None:
        """Show the letters as they are in the file."""
        self._stale = False
        desk, drafts = self._desk, open_drafts(self._desk.store)
        self._waits = waiting_for(desk.store, drafts, desk.law)
        self._ready_model.set_rows(ready_letters(desk.store))
        # Those the principal must decide about first: they are why something is not here.
        self._draft_model.set_rows(sorted(drafts, key=lambda row: row.id not in self._waits))
        for view in (self.ready, self.drafts):
            view.choose_place(0)
        ready, begun = len(self.rows), len(drafts)
        self.ready_count.setText(self._counted("count", ready))
        self.draft_count.setText(self._counted("count", begun))
        self._offer()

    def _title(self, row: LetterRow) -> str:
        said = self._desk.letter_title(row.template) or row.template
        language = self._desk.wording.text(f"word.language.{row.language}")
        return said if row.language == "en" else f"{said} ({language})"

    def _since(self, row: LetterRow) -> str:
        return short_date(row.since, self._desk.today())

    def _waits_for(self, row: LetterRow) -> str:
        return self._waits.get(row.id) or self.tr("Somebody to finish it")

    def _offer(self, _row: object = None) -> None:
        idle = self._batch is None
        self.print_all.setEnabled(idle and bool(self.rows))
        self.save_all.setEnabled(idle and bool(self.rows))
        self.envelopes.setEnabled(idle and bool(self.rows))
        self.open_ready.setEnabled(idle and self.ready.current_row() is not None)
        self.open_draft.setEnabled(idle and self.drafts.current_row() is not None)

    def _open(self, row: LetterRow | None) -> None:
        if row is not None and self._batch is None:
            self.letter_opened.emit(row.request, row.id)

    def _office_changed(self, changes: Changes) -> None:
        if not changes.kinds & _TOUCHING:
            return
        self._stale = True
        if self._batch is None and self.isVisible():
            self.refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale and self._batch is None:
            self.refresh()

    # One job

    def _choose_printer(self) -> None:
        printer = self._printer()
        if printer is None:
            self.notices.say(
                self.tr(
                    "No printer is set up on this computer. Save the letters as a PDF instead."
                ),
                NoticeKind.WARNING,
                action=self.tr("Save as PDF…"),
                on_action=self._choose_file,
            )
            return
        set_up(printer, LETTER_POINTS, self._document)
        asking = QPrintDialog(printer, self)
        for option in (
            QAbstractPrintDialog.PrintDialogOption.PrintToFile,
            QAbstractPrintDialog.PrintDialogOption.PrintPageRange,
        ):
            asking.setOption(option, on=False)
        asking.accepted.connect(lambda: self.print_on(printer))
        asking.finished.connect(asking.deleteLater)
        QDialog.open(asking)  # QPrintDialog's own open() wants a receiver

    def _choose_file(self) -> None:
        asking = QFileDialog(self, self.tr("Save the letters as one PDF"))
        asking.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asking.setNameFilter(self.tr("PDF (*.pdf)"))
        asking.setDefaultSuffix("pdf")
        where = QStandardPaths.StandardLocation.DocumentsLocation
        asking.setDirectory(QStandardPaths.writableLocation(where))
        asking.selectFile(f"{self._document}.pdf")
        asking.fileSelected.connect(lambda path: self.save_to(Path(path)))
        asking.finished.connect(asking.deleteLater)
        QDialog.open(asking)

    def _print_envelopes(self) -> None:
        """An envelope for each letter of the list, in the same order."""
        self._print_envelopes_for(self.rows)

    def _print_envelopes_for(self, rows: Sequence[LetterRow]) -> None:
        letters = tuple((row.request, row.id) for row in rows)
        self._print_paper(self._desk.printouts.get(ENVELOPE), Matter(letters=letters))

    def _print_paper(self, paper: Printout, matter: Matter) -> None:
        from desktop.screens.printout import PrintoutDialog  # noqa: PLC0415  # when first printed

        PrintoutDialog(self._desk, paper, matter, self.window(), printer=self._printer).open()

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
        self.notices.clear()
        self.faults.hide()
        batch = self._batch = LetterBatch(self._desk, self.rows, self)
        batch.progressed.connect(self._show_progress)
        batch.ended.connect(self._over)
        self.running.show()
        self.stop.setEnabled(True)
        self._show_progress(0, len(self.rows))
        self._offer()
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        return batch

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setMaximum(total)
        self.progress.setValue(done)
        said = self.tr("Letter {n} of {total}")
        self.running_says.setText(said.format(n=min(done + 1, total), total=total))

    def _stop(self) -> None:
        if self._batch is not None:
            self._batch.stop()
            self.stop.setEnabled(False)
            self.running_says.setText(self.tr("Stopping after this letter…"))

    def _over(self, tally: Tally) -> None:
        if self._batch is not None:
            self._batch.deleteLater()
            self._batch = None
        self.running.hide()
        self.refresh()
        self._show_faults(tally)
        kind = NoticeKind.SUCCESS if not (tally.faults or tally.left) else NoticeKind.WARNING
        # They are in no list any more, and their envelopes are wanted now.
        self.notices.say(
            " ".join(self._told(tally)),
            kind,
            action=self.tr("Envelopes for these…") if tally.done else "",
            on_action=lambda: self._print_envelopes_for(tally.done),
        )
        self.ready.setFocus(Qt.FocusReason.OtherFocusReason)

    def _told(self, tally: Tally) -> Iterator[str]:
        """The truth of it: what is there, what is not, what was not begun."""
        yield self._counted("done", len(tally.done)) or self.tr("No letter was done.")
        yield from filter(None, (self._counted("faults", len(tally.faults)),))
        yield from filter(None, (self._counted("left", tally.left),))
        if self._saved_as and tally.done:
            said = self.tr("Saved as {file}. That copy is not locked: delete it once it is used.")
            yield said.format(file=self._saved_as)

    def _counted(self, code: str, count: int) -> str:
        return self._desk.wording.text(f"letter.batch.{code}", letters=count) if count else ""

    def _show_faults(self, tally: Tally) -> None:
        clear_layout(self.fault_lines)
        for fault in tally.faults:
            line = plain_label()
            title = self._title(fault.row)
            line.setText(f"{fault.row.number}, {title}: {fault.sentence}")
            self.fault_lines.addWidget(line)
        self.faults.setVisible(bool(tally.faults))
