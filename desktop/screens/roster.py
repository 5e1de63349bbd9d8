"""Import a roster: choose it, say what its columns are, look at what it changes, import it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.actions.changes import Changes
from desktop.actions.roster import apply_roster
from desktop.actions.roster_file import PlainList, RosterRead, read_list, read_roster
from desktop.errors import DeskError
from desktop.records.roster import ReadingStoppedError, RowFault
from desktop.records.roster_changes import RosterChanges
from desktop.records.roster_csv import mapping_fault
from desktop.screens import jobs
from desktop.screens.desk import Desk
from desktop.screens.dropped import dropped_file
from desktop.screens.form import load_form
from desktop.screens.icon_label import IconLabel
from desktop.screens.jobs import Job, Work
from desktop.screens.notices import Kind, NoticeBar
from desktop.screens.room import room_for
from desktop.screens.roster_mapping import RosterMapping
from desktop.screens.roster_preview import RosterPreview, changes_anything
from desktop.screens.theme import theme
from desktop.store.store import Store

T = TypeVar("T")
_SIZE = (880, 680)


class RosterDialog(QDialog):
    """Brings students and their parents in from a file, whole or not at all.

    Reading and writing run beside the window. While one of them runs, Cancel and Escape ask it to
    stop; what it answers decides what is said, since an import may have finished just before.

    Signals:
        imported: everything is on file; carries the ``Changes``.
    """

    notices: NoticeBar
    pages: QStackedWidget
    choose_page: QWidget
    drop_icon: IconLabel
    choose_file: QPushButton
    choose_folder: QPushButton
    work_page: QWidget
    work_says: QLabel
    work_detail: QLabel
    progress: QProgressBar
    mapping_page: QWidget
    mapping_holder: QVBoxLayout
    preview_page: QWidget
    preview_holder: QVBoxLayout
    result_page: QWidget
    result_icon: IconLabel
    result_title: QLabel
    result_says: QLabel
    back: QPushButton
    cancel: QPushButton
    go_on: QPushButton

    imported = Signal(object)  # Changes

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._table: PlainList | None = None
        self._read: RosterRead | None = None
        self._job: Job | None = None
        self._before: QWidget | None = None
        load_form(self, "roster")
        self._mapping = RosterMapping(desk.wording)
        self._preview = RosterPreview(desk.wording)
        self._lay_out()
        self._connect()
        self._turn_to(self.choose_page)

    # Choosing

    def choose(self, path: Path) -> None:
        """Read what lies at ``path``: a .zip, a folder or a CSV file."""
        store, today = self._store_opener(), self._desk.today()

        def work(progress: jobs.Progress, cancelled: Callable[[], bool]) -> PlainList | RosterRead:
            return read_roster(
                path, open_store=store, today=today, progress=progress, cancelled=cancelled
            )

        self._run(work, self._chosen, self._desk.wording.text("roster.work.reading"))

    def _chosen(self, found: PlainList | RosterRead) -> None:
        if isinstance(found, RosterRead):
            self._table = None
            self._show_preview(found)
        elif found.preview.fault is not None:
            self._turn_to(self.choose_page)
            self._tell(found.preview.fault)
        else:
            self._table = found
            self._mapping.show_list(found)
            self._turn_to(self.mapping_page)

    def _tell(self, fault: RowFault) -> None:
        """Say why the file as a whole cannot be used, and on which line where it is one."""
        words = self._desk.wording
        says = words.say(fault.says)
        if fault.line:
            says = words.text("roster.at", place=words.say(fault.place), says=says)
        self.notices.say(says, Kind.DANGER)

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a roster"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Rosters (*.zip *.csv *.txt *.tsv)"), self.tr("All files (*)")]
        )
        self._ask(dialog)

    def _ask_for_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose the folder of a OneRoster set"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._ask(dialog)

    def _ask(self, dialog: QFileDialog) -> None:
        dialog.fileSelected.connect(lambda chosen: self.choose(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # What the columns are

    def _read_table(self) -> None:
        table, mapping = self._table, self._mapping.mapping()
        if table is None:
            return
        fault = mapping_fault(table.file, mapping)
        if fault is not None:
            self.notices.say(self._desk.wording.say(fault.says), Kind.DANGER)
            return
        store, today = self._store_opener(), self._desk.today()

        def work(progress: jobs.Progress, cancelled: Callable[[], bool]) -> RosterRead:
            return read_list(
                table,
                mapping,
                open_store=store,
                today=today,
                progress=progress,
                cancelled=cancelled,
            )

        self._run(work, self._show_preview, self._desk.wording.text("roster.work.reading"))

    # What it would change

    def _show_preview(self, read: RosterRead) -> None:
        self._read = read
        self._preview.show_roster(read)
        self._turn_to(self.preview_page)

    def _leave_out(self) -> None:
        if self._read is not None:
            self._show_preview(self._read.without_faulty_rows())

    # Importing

    def _import(self) -> None:
        read, by, store = self._read, self._desk.sign(), self._store_opener()
        if read is None:
            return

        def work(
            progress: jobs.Progress, cancelled: Callable[[], bool]
        ) -> tuple[RosterChanges, Changes]:
            with closing(store()) as opened:
                return apply_roster(
                    opened,
                    read.plan,
                    source=read.source,
                    progress=progress,
                    cancelled=cancelled,
                    by=by,
                )

        self._run(work, self._imported, self._desk.wording.text("roster.work.writing"))

    def _imported(self, done: tuple[RosterChanges, Changes]) -> None:
        found, changes = done
        words = self._desk.wording
        students = len(found.new) + len(found.updated)
        people = len(found.new_guardians) + len(found.updated_guardians)
        self.result_title.setText(words.text("roster.result.done"))
        self.result_says.setText(
            words.text("roster.result.counts", students=students, people=people)
        )
        self._read = self._table = None
        self._turn_to(self.result_page)
        self._desk.did(changes)
        self.imported.emit(changes)

    # Work beside the window

    def _store_opener(self) -> Callable[[], Store]:
        """Opens the records file once more, for another thread."""
        path, keys = self._desk.home.records_file, self._desk.keys
        return lambda: Store.open(path, keys)

    def _run(self, work: Work[T], on_done: Callable[[T], object], says: str) -> None:
        self._before = self.pages.currentWidget()
        self.progress.setRange(0, 0)
        self.work_says.setText(says)
        self.work_detail.setText("")
        self._turn_to(self.work_page)

        self._job = jobs.run(
            work,
            owner=self,
            on_done=lambda result: self._over(lambda: on_done(result)),
            on_failed=lambda fault: self._over(lambda: self._failed(fault)),
            on_progress=self._show_progress,
        )

    def _over(self, then: Callable[[], object]) -> None:
        self._job = None
        then()

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, max(total, 1))
        self.progress.setValue(done)
        if self._job is not None and not self._job.stopping:
            self.work_detail.setText(
                self._desk.wording.text("roster.work.rows", done=f"{done:,}", total=f"{total:,}")
            )

    def _failed(self, fault: DeskError) -> None:
        self._turn_to(self._before or self.choose_page)
        if isinstance(fault, ReadingStoppedError):
            self.notices.say(self._desk.wording.text("roster.work.stopped"))
        else:
            self.notices.say_fault(fault)

    # Pages and buttons

    def _turn_to(self, page: QWidget) -> None:
        self.notices.clear()
        self.pages.setCurrentWidget(page)
        working, over = page is self.work_page, page is self.result_page
        self.back.setVisible(page in {self.mapping_page, self.preview_page})
        self.cancel.setVisible(not over)
        self.cancel.setEnabled(True)
        self.go_on.setVisible(page is not self.choose_page and not working)
        self.go_on.setEnabled(page is not self.preview_page or self._may_import())
        self.go_on.setText(self._go_on_words(page))
        self._focus(page)

    def _go_on_words(self, page: QWidget) -> str:
        if page is self.mapping_page:
            return self.tr("&Next")
        return self.tr("&Close") if page is self.result_page else self.tr("&Import")

    def _may_import(self) -> bool:
        read = self._read
        return read is not None and read.plan.applicable and changes_anything(read.found)

    def _focus(self, page: QWidget) -> None:
        if page is self.choose_page:
            self.choose_file.setFocus()
        elif page is self.work_page:
            self.cancel.setFocus()
        elif page is self.mapping_page:
            self._mapping.fields()[0].setFocus()
        elif self.go_on.isEnabled():
            self.go_on.setFocus()
        else:
            self._preview.fault_rows.setFocus()

    def _go_on(self) -> None:
        page = self.pages.currentWidget()
        if page is self.mapping_page:
            self._read_table()
        elif page is self.preview_page:
            self._import()
        else:
            self.accept()

    def _go_back(self) -> None:
        on_preview = self.pages.currentWidget() is self.preview_page
        self._turn_to(self.mapping_page if on_preview and self._table else self.choose_page)

    @override
    def reject(self) -> None:
        if self._job is None:
            super().reject()
            return
        self._job.stop()
        self.cancel.setEnabled(False)
        self.work_detail.setText(self._desk.wording.text("roster.work.stopping"))

    # Dropping a file

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.pages.currentWidget() is self.choose_page and dropped_file(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event)
        if self.pages.currentWidget() is self.choose_page and path is not None:
            event.acceptProposedAction()
            self.choose(path)

    # How it is put together

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        self.mapping_holder.addWidget(self._mapping)
        self.preview_holder.addWidget(self._preview)
        self.drop_icon.show_icon("import", "hint", 40)
        self.result_icon.show_icon("check-circle", "accent", 40)

    def _connect(self) -> None:
        self.choose_file.clicked.connect(self._ask_for_file)
        self.choose_folder.clicked.connect(self._ask_for_folder)
        self._preview.leave_out_wanted.connect(self._leave_out)
        self.back.clicked.connect(self._go_back)
        self.cancel.clicked.connect(self.reject)
        self.go_on.clicked.connect(self._go_on)

    @override
    def sizeHint(self) -> QSize:
        px = theme().sizes.px
        return QSize(px(_SIZE[0]), px(_SIZE[1]))

    @override
    def open(self) -> None:
        self.resize(self.sizeHint().boundedTo(room_for(self)))
        super().open()
