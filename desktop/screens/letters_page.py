"""Today's letters: those ready for the printer, all at once, and those that still wait."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
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
from desktop.records.ids import LetterId, RequestId
from desktop.records.printout import About, Printout
from desktop.screens.desk import Desk
from desktop.screens.flow import FlowRow
from desktop.screens.form import load_form
from desktop.screens.icons import set_icon
from desktop.screens.letter_job import LetterJob, letter_said, letters_counted
from desktop.screens.notices import NoticeBar
from desktop.screens.printing import system_printer
from desktop.screens.printout_drawing import Matter
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
    only: FlowRow
    only_says: QLabel
    show_all: QPushButton
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
        self._waits: dict[LetterId, str] = {}
        self._stale = True
        self._only: frozenset[RequestId] = frozenset()
        load_form(self, "letters")
        self._ready_model: RowsModel[LetterRow] = RowsModel(self._ready_columns(), parent=self)
        self._draft_model: RowsModel[LetterRow] = RowsModel(self._draft_columns(), parent=self)
        self.job = LetterJob(desk, self, self, letters=lambda: self.rows, printer=self._printer)
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
        self.show_all.clicked.connect(lambda: self.show_only(()))
        self.print_all.clicked.connect(self.job.ask_for_printer)
        self.save_all.clicked.connect(self.job.ask_for_file)
        self.envelopes.clicked.connect(lambda: self.job.print_envelopes(self.rows))
        self.job.begun.connect(self._offer)
        self.job.over.connect(self._over)
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

    def show_only(self, requests: Collection[RequestId]) -> None:
        """Show the letters of some requests, or of all where there are none."""
        if self.job.batch is None and frozenset(requests) != self._only:
            self._only = frozenset(requests)
            self.refresh()

    def refresh(self) -> None:
        """Show the letters as they are in the file."""
        self._stale = False
        desk, drafts = self._desk, self._wanted(open_drafts(self._desk.store))
        self._waits = waiting_for(desk.store, drafts, desk.law)
        self._ready_model.set_rows(self._wanted(ready_letters(desk.store)))
        count = len(self._only)
        self.only_says.setText(desk.wording.text("letter.batch.only", requests=count))
        self.only.setVisible(bool(self._only))
        # Those the principal must decide about first: they are why something is not here.
        self._draft_model.set_rows(sorted(drafts, key=lambda row: row.id not in self._waits))
        for view in (self.ready, self.drafts):
            view.choose_place(0)
        ready, begun = len(self.rows), len(drafts)
        self.ready_count.setText(letters_counted(self._desk, "count", ready))
        self.draft_count.setText(letters_counted(self._desk, "count", begun))
        self._offer()

    def _wanted(self, rows: Sequence[LetterRow]) -> list[LetterRow]:
        return [row for row in rows if not self._only or row.request in self._only]

    def _title(self, row: LetterRow) -> str:
        return letter_said(self._desk, row)

    def _since(self, row: LetterRow) -> str:
        return short_date(row.since, self._desk.today())

    def _waits_for(self, row: LetterRow) -> str:
        return self._waits.get(row.id) or self.tr("Somebody to finish it")

    def _offer(self, _row: object = None) -> None:
        idle = self.job.batch is None
        self.print_all.setEnabled(idle and bool(self.rows))
        self.save_all.setEnabled(idle and bool(self.rows))
        self.envelopes.setEnabled(idle and bool(self.rows))
        self.open_ready.setEnabled(idle and self.ready.current_row() is not None)
        self.open_draft.setEnabled(idle and self.drafts.current_row() is not None)

    def _open(self, row: LetterRow | None) -> None:
        if row is not None and self.job.batch is None:
            self.letter_opened.emit(row.request, row.id)

    def _office_changed(self, changes: Changes) -> None:
        if not changes.kinds & _TOUCHING:
            return
        self._stale = True
        if self.job.batch is None and self.isVisible():
            self.refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale and self.job.batch is None:
            self.refresh()

    def _over(self) -> None:
        """The list again; the keyboard stays with whoever works on another page by then."""
        self.refresh()
        if self.isVisible():
            self.ready.setFocus(Qt.FocusReason.OtherFocusReason)

    def _print_paper(self, paper: Printout, matter: Matter) -> None:
        from desktop.screens.printout import PrintoutDialog  # noqa: PLC0415  # when first printed

        PrintoutDialog(self._desk, paper, matter, self.window(), printer=self._printer).open()
