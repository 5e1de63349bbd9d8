"""Say what became of the visit, and go on from there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget

from desktop.actions.changes import Changes
from desktop.actions.visits import end_visit
from desktop.errors import DeskError
from desktop.records.appointment import HAPPENED, MOVED, Appointment, AppointmentState
from desktop.records.request import Access
from desktop.records.rights import StepRule
from desktop.records.steps import StepState
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.notices import FieldMessage
from desktop.screens.request_part import ActDialog, Kept
from desktop.screens.request_view import RequestView
from desktop.screens.request_visit import visit_of
from desktop.screens.ways import Ways
from desktop.wording.dates import clock_time, day_date

_ENDS = (*HAPPENED, *MOVED)


def release_step(view: RequestView) -> StepRule | None:
    """The step in which the family looks at the records, while it is open."""
    open_ = {step.code for step in view.case.steps if step.state is StepState.OPEN}
    rules = (rule for rule in view.right.step if rule.release and rule.when == Access.VISIT.value)
    return next((rule for rule in rules if rule.id in open_), None)


class VisitEndDialog(ActDialog):
    """What became of the visit; whatever is not seen yet leads on to another day.

    Signals:
        another_wanted: it is written, and another day is to be offered.
    """

    _place = "visit.remains"

    says: QLabel
    ways: Ways
    ways_message: FieldMessage
    remains_label: QLabel
    remains: QLineEdit
    remains_message: FieldMessage
    step_done: QCheckBox

    another_wanted = Signal()

    def __init__(
        self, desk: Desk, view: RequestView, kept: Kept, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, view, kept, parent)
        load_form(self, "request_visit_end")
        self._wire()
        self._step = release_step(view)
        self._offer_ways(visit_of(view))
        if self._step is not None:
            title = self._step.title.replace("&", "&&")
            self.step_done.setText(self.tr("Tick off “{step}”").format(step=title))
        self.ways_message.attach(self.ways)
        kept.hold(self.remains, self._place)
        self.ways.chosen.connect(self._chosen)
        self.remains.textEdited.connect(self.remains_message.clear)
        self._chosen()
        self.snug(520)
        self.ways.take_keyboard()

    def _offer_ways(self, visit: Appointment | None) -> None:
        words, request = self._desk.wording, self._view.case.request
        days = {"due_on": request.due_on, "work_by": request.work_by}
        self.ways.offer(
            [
                (
                    one,
                    words.text(f"request.visit.end.{one}"),
                    words.text(f"request.visit.means.{one}", **days),
                )
                for one in _ENDS
            ]
        )
        if visit is None:
            return
        ahead = visit.meet_on > self._view.today
        for row in self.ways.rows[: len(HAPPENED)]:
            row.allow(self.tr("The visit has not been yet.") if ahead else "")
        said = self.tr("Set for {day} at {hour}")
        day = day_date(visit.meet_on, self._view.today)
        self.says.setText(said.format(day=day, hour=clock_time(visit.meet_at)))

    def _state(self) -> AppointmentState | None:
        code = self.ways.code()
        return AppointmentState(code) if code else None

    def _chosen(self) -> None:
        self.ways_message.clear()
        state = self._state()
        part, whole = state is AppointmentState.SAW_PART, state is AppointmentState.SAW_ALL
        self.remains_label.setVisible(part)
        self.remains.setVisible(part)
        self.remains_message.clear()
        self.step_done.setVisible(whole and self._step is not None)
        again = state is not None and state.needs_another
        self.save.setText(self.tr("&Save, and set another day") if again else self.tr("&Save"))

    def _save(self) -> None:
        if self._state() is None:
            self.ways_message.tell(self.tr("Say what became of it first."), focus=False)
            self.ways.take_keyboard()
        else:
            super()._save()

    def _act(self) -> Changes:
        desk, state = self._desk, self._state() or AppointmentState.SET
        ticks = self._step is not None and self.step_done.isChecked()
        return end_visit(
            desk.store,
            self._view.case.request.id,
            state,
            remains=self.remains.text(),
            release=self._step.id if self._step and ticks else "",
            law=desk.law,
            today=desk.today(),
            by=desk.sign(),
        )

    def _saved(self) -> None:
        super()._saved()
        state = self._state()
        if state is not None and state.needs_another:
            self.finished.connect(self.another_wanted)

    def _refused(self, fault: DeskError) -> None:
        if fault.code == "visit_remains":
            self.remains_message.tell(fault.sentence())
        else:
            super()._refused(fault)
