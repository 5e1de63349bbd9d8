"""The routines: yearly notices, self-check, training; when each was done, when it is due."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.actions.changes import Changes, Kind
from desktop.actions.self_check import routine_done
from desktop.errors import DeskError, ResourceError
from desktop.paths import resources
from desktop.records.routines import Standing, load_routines, standing_of
from desktop.screens.date_field import DateField
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.notices import Kind as NoticeKind
from desktop.screens.notices import NoticeBar
from desktop.screens.tables import Column, RowsModel, RowsView
from desktop.screens.typed_date import Lean
from desktop.store.self_check import routines_done
from desktop.wording.dates import short_date


class RoutinesTab(QWidget):
    """A line for each routine; the chosen one is noted with the day it was done."""

    notices: NoticeBar
    rows: RowsView
    chosen: QLabel
    done_on: DateField
    done: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        load_form(self, "routines")
        self._model: RowsModel[Standing] = RowsModel(self._columns(), parent=self)
        self.rows.setModel(self._model)
        self.setFocusProxy(self.rows)
        self.done_on.set_today(desk.today(), Lean.PAST)
        self.done_on.set_value(desk.today())
        self.rows.row_chosen.connect(self._show)
        self.done.clicked.connect(self._note)
        desk.changed.connect(self._changed)
        self.refresh()
        self.rows.choose_place(0)

    def refresh(self) -> None:
        """Read again when each was done; the chosen line stays."""
        place = self.rows.currentIndex().row()
        try:
            routines = load_routines(resources("guidance", "routines.toml"))
            done = routines_done(self._desk.store)
        except (ResourceError, DeskError) as fault:
            self.notices.say_fault(fault)
            return
        self._model.set_rows([standing_of(one, done.get(one.id)) for one in routines])
        self.rows.choose_place(max(place, 0))

    def _columns(self) -> list[Column[Standing]]:
        words = self._desk.wording
        return [
            Column(title=self.tr("What"), text=lambda one: one.routine.title, stretch=True),
            Column(
                title=self.tr("How often"),
                text=lambda one: words.text("routine.every", months=one.routine.every_months),
                width=18,
                quiet=True,
            ),
            Column(title=self.tr("Last done"), text=self._last, width=18),
            Column(title=self.tr("Next"), text=self._next, width=20),
        ]

    def _last(self, one: Standing) -> str:
        if one.done_on is None:
            return self._desk.wording.text("routine.never")
        return short_date(one.done_on, self._desk.today())

    def _next(self, one: Standing) -> str:
        words, today = self._desk.wording, self._desk.today()
        if one.next_on is None or one.is_due(today):
            return words.text("routine.due")
        return short_date(one.next_on, today)

    def _show(self, one: Standing | None) -> None:
        self.done.setEnabled(one is not None)
        said = (one.routine.says, one.routine.citation) if one else ()
        self.chosen.setText(" ".join(filter(None, said)))

    def _note(self) -> None:
        one: Standing | None = self.rows.current_row()
        on = self.done_on.value()
        if one is None:
            return
        if on is None:
            self.done_on.tell(self.tr("Type the day it was done."))
            return
        desk = self._desk
        try:
            changes = routine_done(
                desk.store, one.routine.id, on=on, today=desk.today(), by=desk.sign()
            )
        except DeskError as fault:
            self.done_on.tell(fault.sentence())
            return
        desk.did(changes)
        self.notices.say(self.tr("It is noted."), NoticeKind.SUCCESS)

    def _changed(self, changes: Changes) -> None:
        if Kind.OFFICE in changes.kinds:
            self.refresh()
