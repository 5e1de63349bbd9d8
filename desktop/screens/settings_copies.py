"""Settings: how the copies of the records stand, the second place, and whether one comes back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget
from typing_extensions import override

from desktop.actions import backing_up, restoring
from desktop.actions.backing_up import Made
from desktop.actions.changes import Changes
from desktop.actions.restoring import Tried
from desktop.errors import DeskError
from desktop.office import moment, second_place
from desktop.records.backups import Why
from desktop.screens import jobs
from desktop.screens.ask_folder import ask_for_folder
from desktop.screens.backup_keeper import BackupKeeper, said_at
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.notices import Kind, NoticeBar
from desktop.screens.office_job import run_with_store
from desktop.screens.widgets import KeyValues


class CopiesTab(QWidget):
    """What is done here takes some seconds on a large file and is done beside the window."""

    notices: NoticeBar
    copies_say: QLabel
    facts: KeyValues
    make: QPushButton
    try_it: QPushButton
    working: QProgressBar
    choose: QPushButton
    no_second: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pressed: QPushButton | None = None
        self._passed_to: QWidget | None = None
        load_form(self, "settings_copies")
        self.working.hide()
        self._keeper = desk.keeper
        self._keeper.looked.connect(self._show)
        self.make.clicked.connect(self._make)
        self.try_it.clicked.connect(self._try)
        self.choose.clicked.connect(self._choose)
        self.no_second.clicked.connect(lambda: self.use_second(None))
        self.setFocusProxy(self.make)
        self._show()

    @property
    def keeper(self) -> BackupKeeper:
        """What sees to the copies."""
        return self._keeper

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._desk.practice:
            self._keeper.look()

    def _show(self) -> None:
        upkeep, home = self._keeper.upkeep, self._desk.home
        second = second_place.second_place(home)
        self.no_second.setVisible(second is not None)
        if self._desk.practice:
            self.copies_say.setText(self.tr("The practice office holds nothing to be copied."))
            for button in (self.make, self.try_it, self.choose):
                button.setEnabled(False)
            return
        self.copies_say.setText(self._keeper.sentence() or self.tr("Looking at the copies…"))
        self.try_it.setEnabled(upkeep is None or upkeep.safety.copies > 0)
        known = upkeep.safety if upkeep else None
        self.facts.show_facts(
            [
                (self.tr("Whole copies here"), str(known.copies) if known else ""),
                (self.tr("Newest here"), said_at(known.newest_at) if known else ""),
                (self.tr("Newest in the second place"), said_at(known.second_at) if known else ""),
                (self.tr("Here"), str(home.backups_folder)),
                (self.tr("Second place"), str(backing_up.place_in(second)) if second else ""),
            ]
        )

    def _set_busy(self, busy: bool) -> None:
        self.working.setVisible(busy)
        buttons = (self.make, self.try_it, self.choose, self.no_second)
        pressed = next((one for one in buttons if one.hasFocus()), None)
        for button in buttons:
            button.setEnabled(not busy)
        if busy:  # a button that goes out passes the keyboard on, out of this page at last
            self._pressed, self._passed_to = pressed, self.window().focusWidget()
        elif self._pressed is not None and self.window().focusWidget() is self._passed_to:
            self._pressed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse(self, fault: DeskError) -> None:
        self._set_busy(False)
        self.notices.say_fault(fault)

    # A copy now

    def _make(self) -> None:
        home, vault = self._desk.home, self._desk.keys
        self._set_busy(True)
        jobs.run(
            lambda _progress, cancelled: backing_up.back_up(
                home, vault, Why.ASKED, at=moment.now(), cancelled=cancelled
            ),
            owner=self,
            on_done=self._made,
            on_failed=self._refuse,
        )

    def _made(self, made: Made) -> None:
        self._set_busy(False)
        note = made.backup.note
        if made.second_fault is not None:
            self.notices.say_fault(made.second_fault)
        elif note is not None:
            said = self._desk.wording.text(
                "copies.tried.made", number=note.number, entries=note.seq, requests=note.requests
            )
            self.notices.say(said, Kind.SUCCESS)
        self._keeper.look()

    # Whether one comes back

    def _try(self) -> None:
        home, vault, by = self._desk.home, self._desk.keys, self._desk.sign()
        self._set_busy(True)
        run_with_store(
            self._desk,
            lambda store: restoring.try_restore(store, home, vault, by=by),
            owner=self,
            on_done=self._tried,
            on_failed=self._refuse,
        )

    def _tried(self, found: tuple[Changes, Tried]) -> None:
        changes, tried = found
        self._set_busy(False)
        said = self._desk.wording.text(
            "copies.tried.well",
            number=tried.note.number,
            requests=tried.requests,
            students=tried.students,
            entries=tried.head.seq,
        )
        self.notices.say(said, Kind.SUCCESS)
        self._desk.did(changes)

    # The second place

    def _choose(self) -> None:
        ask_for_folder(self.tr("The second place for copies"), self, self.use_second)

    def use_second(self, folder: Path | None) -> None:
        """Use that folder as the second place from now on; None for none."""
        home, vault = self._desk.home, self._desk.keys
        self._set_busy(True)
        jobs.run(
            lambda _progress, _cancelled: backing_up.choose_second(
                home, vault, folder, at=moment.now()
            ),
            owner=self,
            on_done=lambda _none: self._chosen(),
            on_failed=self._refuse,
        )

    def _chosen(self) -> None:
        self._set_busy(False)
        self.notices.clear()
        self._show()
        self._keeper.look()
