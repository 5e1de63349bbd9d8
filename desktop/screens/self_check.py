"""The self-check: ten statements, the office's own figures, and one thing to improve."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.actions.self_check import (
    answer_said,
    figure_said,
    improve_said,
    note_saved,
    printed_check,
    routine_done,
    self_check,
    since_of,
)
from desktop.errors import DeskError, ResourceError
from desktop.paths import Home, resources
from desktop.records.self_check import Judged, SelfCheck, load_self_check
from desktop.screens.announce import announce
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.notices import Kind, NoticeBar
from desktop.screens.office_job import run_with_store
from desktop.screens.printing import ask_for_file, save_pdf
from desktop.screens.request_part import clear_layout
from desktop.screens.widgets import StepRow
from desktop.store.store import Store

_ROUTINE = "self_check"
_SIGNS = {
    True: ("check-circle", "accent"),
    False: ("warning", "warning"),
    None: ("circle", "quiet"),
}


class SelfCheckTab(QWidget):
    """Counted afresh each time it is shown. Counts only; no family is named.

    Signals:
        counted: the figures are there.
    """

    says: QLabel
    notices: NoticeBar
    told_scroll: QScrollArea
    improve: QFrame
    improve_title: QLabel
    improve_says: QLabel
    told: QVBoxLayout
    done: QPushButton
    save: QPushButton
    again: QPushButton

    counted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._check: SelfCheck | None = None
        self._judged: tuple[Judged, ...] = ()
        load_form(self, "self_check")
        self.improve.hide()
        self.improve_title.setText(desk.wording.text("self_check.improve_title"))
        self.setFocusProxy(self.again)
        self.again.clicked.connect(self.count)
        self.save.clicked.connect(self._ask_for_file)
        self.done.clicked.connect(self._note)
        self._read()

    def _read(self) -> None:
        try:
            self._check = load_self_check(resources("guidance", "self_check.toml"))
        except ResourceError as fault:
            self.notices.say_fault(fault)
        self._offer()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.count()

    def count(self) -> None:
        """Hold every statement against the figures of the last term, beside the window."""
        if self._check is None:
            return
        desk, check, today = self._desk, self._check, self._desk.today()
        since = since_of(check, today)
        self.says.setText(desk.wording.text("self_check.intro", since=since))
        home = desk.home if desk.practice else Home(folder=desk.home.practice_folder)
        templates = desk.templates

        def work(store: Store) -> tuple[Judged, ...]:
            return self_check(store, check, templates=templates, practice_home=home, today=today)

        run_with_store(desk, work, owner=self, on_done=self._show, on_failed=self.notices.say_fault)

    def lines(self) -> list[tuple[str, str]]:
        """What is shown: each statement, and its answer with the figure."""
        rows = self.told_scroll.findChildren(StepRow)
        return [(row.title.text(), row.detail.text()) for row in rows if not row.isHidden()]

    def _show(self, judged: tuple[Judged, ...]) -> None:
        self._judged = judged
        words = self._desk.wording
        clear_layout(self.told)
        for one in judged:
            icon, tone = _SIGNS[one.holds]
            said = filter(None, (answer_said(one, words), figure_said(one, words)))
            row = StepRow()
            row.show_step(icon, one.statement.says, detail=". ".join(said), tone=tone)
            self.told.addWidget(row)
            row.show()
        self.improve.show()
        self.improve_says.setText(improve_said(judged, words))
        self._offer()
        announce(self, f"{self.improve_title.text()}: {self.improve_says.text()}")
        self.counted.emit()

    def _offer(self) -> None:
        for button in (self.done, self.save):
            button.setEnabled(bool(self._judged))

    def _note(self) -> None:
        desk = self._desk
        today = desk.today()
        try:
            changes = routine_done(desk.store, _ROUTINE, on=today, today=today, by=desk.sign())
        except DeskError as fault:
            self.notices.say_fault(fault)
            return
        desk.did(changes)
        self.notices.say(self.tr("It is noted. The next one is due in a term."), Kind.SUCCESS)

    def _ask_for_file(self) -> None:
        title, name = self.tr("Save the self-check"), self.tr("self-check.pdf")
        ask_for_file(title, self.tr("PDF (*.pdf)"), name, self, self.save_to)

    def save_to(self, path: Path) -> None:
        """Write what is shown as a PDF."""
        desk = self._desk
        if self._check is None:
            return
        try:
            pdf = printed_check(
                desk.store,
                self._judged,
                desk.wording,
                since=since_of(self._check, desk.today()),
                practice=desk.practice,
                today=desk.today(),
            )
            save_pdf(pdf, path)
            desk.did(note_saved(desk.store, pdf, by=desk.sign()))
        except DeskError as fault:
            self.notices.say_fault(fault)
            return
        self.notices.say(self.tr("The self-check is saved."), Kind.SUCCESS)
