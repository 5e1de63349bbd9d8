"""Save what can be read of a damaged records file; the office opens from it if somebody says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from desktop.actions import salvaging
from desktop.actions.salvaging import Rescue
from desktop.errors import DeskError
from desktop.office import key_files, moment
from desktop.office.private_file import private_file
from desktop.paths import Home
from desktop.screens import jobs
from desktop.screens.notices import Kind
from desktop.screens.printing import ask_for_file, system_printer
from desktop.screens.printout_leaving import PaperLeaving
from desktop.screens.secret_dialog import SecretDialog
from desktop.screens.theme import set_look
from desktop.wording.sentences import load_wording

_LIST = "what-was-saved"
"""What the list is called outside the program."""


class SalvageDialog(SecretDialog):
    """Who is there and what opens the file; then what was saved, what is missing, and whether to.

    Signals:
        used: the office opens from the new file; carries where the damaged files are kept.
    """

    intro: QLabel
    person: QComboBox
    person_label: QLabel
    report_label: QLabel
    report: QPlainTextEdit
    save_list: QPushButton
    print_list: QPushButton
    save: QPushButton
    use: QPushButton

    used = Signal(object)  # Path | None

    def __init__(
        self,
        home: Home,
        parent: QWidget | None = None,
        *,
        printer: Callable[[], QPrinter | None] = system_printer,
    ) -> None:
        super().__init__("salvage", parent)
        self._home = home
        self._rescue: Rescue | None = None
        set_look(self.use, primary=True)  # never in sight together with the other one
        self.save_list.clicked.connect(self._ask_where)
        self.leaving = PaperLeaving(
            self, self.notices, _LIST,
            note=lambda _how, _pages: None,  # no office is open that could journal it
            printer=printer,
        )  # fmt: skip
        self.leaving.busy.connect(self.print_list.setDisabled)
        self.print_list.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self.use.clicked.connect(self._use)
        self._show_report(False)
        self._show_people()
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_people(self) -> None:
        try:
            file = key_files.load(key_files.key_file_of(self._home.records_file))
        except DeskError as fault:
            self.notices.say_fault(fault)
            self.save.setEnabled(False)
            return
        for slot in sorted(file.slots, key=lambda one: one.label):
            self.person.addItem(slot.label, slot.person)

    @override
    def _passphrase_name(self) -> str:
        return self.tr("Your passphrase")

    def _show_report(self, there: bool) -> None:
        after: tuple[QWidget, ...] = (
            self.report_label, self.report, self.save_list, self.print_list, self.use,
        )  # fmt: skip
        before = (self.person_label, self.person, self.secret_label, self.secret, self.by_code)
        for part in after:
            part.setVisible(there)
        for part in (*before, self.save):
            part.setVisible(not there)

    # Reading

    def _save(self) -> None:
        typed = self.secret.value()
        if not typed:
            self.secret_message.tell(self.tr("Type what opens the file."))
            return
        home, person, at = self._home, self.person.currentData(), moment.now()
        by_code = self.by_code.isChecked()

        def work(progress: jobs.Progress, _cancelled: object) -> Rescue:
            vault = salvaging.unlock_damaged(home, person, typed, by_code=by_code)
            return salvaging.save_beside(home, person, vault, at=at, progress=progress)

        self.notices.clear()
        self._set_busy(True)
        jobs.run(
            work,
            owner=self,
            on_done=self._saved,
            on_failed=self._refuse,
            on_progress=self._show_progress,
        )

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _saved(self, rescue: Rescue) -> None:
        self._set_busy(False)
        self._rescue = rescue
        self.secret.clear()
        lines = salvaging.told(rescue.saved, load_wording())
        self.report.setPlainText("\n".join(lines))
        said = self.tr(
            "The new file is in {folder}. Nothing uses it until you say so; the damaged file is"
            " kept then too."
        )
        self.intro.setText(said.format(folder=rescue.at.folder))
        self.cancel.setText(self.tr("Not now"))
        self._show_report(True)
        self.report.setFocus(Qt.FocusReason.OtherFocusReason)

    # What becomes of it

    def _ask_where(self) -> None:
        ask_for_file(
            self.tr("Save this list"),
            self.tr("Text (*.txt)"),
            f"{_LIST}.txt",
            self,
            self.save_list_to,
        )

    def save_list_to(self, path: Path) -> None:
        """Write the list to a file, to be printed or kept."""
        lines = f"{load_wording().text('salvage.file_title')}\n\n{self.report.toPlainText()}\n"
        try:
            with private_file(path, lines.encode()) as put:
                put()
        except DeskError as fault:
            self.notices.say_fault(fault)
            return
        self.notices.say(self.tr("The list is saved."), Kind.INFO)

    def _print(self) -> None:
        rescue = self._rescue
        if rescue is None:
            return
        self.notices.clear()
        self.print_list.setEnabled(False)
        jobs.run(
            lambda _progress, _cancelled: salvaging.told_on_paper(
                rescue, load_wording(), on=moment.today()
            ),
            owner=self,
            on_done=self._drawn,
            on_failed=self._not_drawn,
        )

    def _drawn(self, pdf: bytes) -> None:
        self.print_list.setEnabled(True)
        self.leaving.ask_for_printer(pdf)

    def _not_drawn(self, fault: DeskError) -> None:
        self.print_list.setEnabled(True)
        self.notices.say_fault(fault)

    def _use(self) -> None:
        home, rescue, at = self._home, self._rescue, moment.now()
        if rescue is None:
            return
        self.notices.clear()
        self._set_busy(True)
        self.progress.setRange(0, 0)
        jobs.run(
            lambda _progress, _cancelled: salvaging.use_rescued(home, rescue, at=at),
            owner=self,
            on_done=self._done,
            on_failed=self._refuse,
        )

    def _done(self, aside: Path | None) -> None:
        self.used.emit(aside)
        self.accept()

    @override
    def _parts(self) -> Sequence[QWidget]:
        typed = (self.person, self.secret, self.by_code)
        return *typed, self.save, self.save_list, self.print_list, self.use
