"""Settings: the school's page. Saving counts the open requests again and lists what moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.actions.changes import Changes
from desktop.actions.changes import Kind as Touched
from desktop.actions.office import save_school
from desktop.errors import DeskError
from desktop.records.school import School
from desktop.records.state_limits import in_short, state_names
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.moved import MovedList, MovedRow, moved_rows
from desktop.screens.notices import Kind, NoticeBar
from desktop.screens.office_job import run_with_store
from desktop.screens.school_form import SchoolForm
from desktop.screens.settings_kept import KeptTab, save_by_keyboard
from desktop.store.store import Store


class SchoolTab(QWidget):
    """The same fields as in the set-up."""

    notices: NoticeBar
    moved: MovedList
    school_scroll: QScrollArea
    school_place: QVBoxLayout
    progress: QProgressBar
    save: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._law = desk.law_of(None)  # every state's: another one can be chosen here
        load_form(self, "settings_school")
        self.progress.hide()
        self.form = SchoolForm(state_names(self._law.books))
        self.school_place.addWidget(self.form)
        self.school_place.addStretch(1)
        self.setFocusProxy(self.form)
        save_by_keyboard(self, self.save)
        self._shown = desk.school
        self._fill(desk.school)
        self.form.state_chosen.connect(self._tell_state)
        self.save.clicked.connect(self._save)
        desk.changed.connect(self._office_changed)
        self._kept = KeptTab(
            desk,
            "settings.school",
            self,
            notices=self.notices,
            read=self._typed,
            put=self._put,
            start_over=lambda: self._fill(desk.school),
        )

    def _typed(self) -> dict[str, Any] | None:
        return self.form.typed() if self._is_edited() else None

    def _put(self, typed: Mapping[str, Any]) -> None:
        self.form.put(typed)
        self._tell_state(self.form.state.currentData())

    def _fill(self, school: School) -> None:
        self._shown = school
        self.form.fill(school)
        self._tell_state(school.state)

    def _office_changed(self, changes: Changes) -> None:
        """Show what somebody else saved, unless something is being typed here."""
        if Touched.OFFICE in changes.kinds and not self._is_edited():
            self._fill(self._desk.school)

    def _is_edited(self) -> bool:
        try:
            return self.form.value() != self._shown
        except DeskError:
            return True

    def _tell_state(self, state: str) -> None:
        try:
            said = in_short(self._law.books, state, received_on=self._desk.today())
            self.form.say_of_state([self._desk.wording.say(one) for one in said] if state else [])
        except DeskError as fault:
            self.form.say_of_state([fault.sentence()])

    def _save(self) -> None:
        self.notices.clear()
        for fault in reversed(faults := self.form.faults()):
            self._refuse(fault)  # the first one last: it gets the keyboard
        if faults:
            return
        school = self.form.value()
        law, by = self._law, self._desk.sign()

        def work(store: Store) -> tuple[Changes, list[MovedRow]]:
            changes, moved = save_school(store, school, law=law, by=by)
            return changes, moved_rows(store, moved)

        self._set_busy(True)
        run_with_store(
            self._desk,
            work,
            owner=self,
            on_done=lambda done: self._saved(school, *done),
            on_failed=self._refuse,
        )

    def _saved(self, school: School, changes: Changes, moved: Sequence[MovedRow]) -> None:
        self._set_busy(False)
        self._shown = school
        self.form.fill(school)
        self._kept.keep_now()
        self._desk.did(changes)
        self.moved.show_moved(moved, self._desk.today())
        if moved:
            self.notices.say(self.tr("Saved."), Kind.SUCCESS)
        else:
            self.notices.say(self.tr("Saved. No date of an open request moved."), Kind.SUCCESS)

    def _refuse(self, fault: DeskError) -> None:
        self._set_busy(False)
        if not self.form.tell(fault):
            self.notices.say_fault(fault)
            return
        field = self.window().focusWidget()
        if field is not None and self.isAncestorOf(field):
            self.school_scroll.ensureWidgetVisible(field)

    def _set_busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        self.save.setEnabled(not busy)
        self.form.setEnabled(not busy)
        if not busy and self.focusWidget() is None:
            self.save.setFocus(Qt.FocusReason.OtherFocusReason)
