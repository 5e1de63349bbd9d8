"""The form to note an opt-out that came on the school's own form."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QWidget
from typing_extensions import override

from desktop.actions.opting_out import note_opt_out
from desktop.records.ids import OptOutId, StudentId, new_id
from desktop.records.opt_out import OptOut
from desktop.records.scope import Scope
from desktop.screens.date_field import DateField
from desktop.screens.desk import Desk
from desktop.screens.kept_form import KeptDialog
from desktop.screens.notices import FieldMessage
from desktop.screens.request_part import clear_layout
from desktop.screens.student_pick import StudentPick
from desktop.screens.type_ahead import TypeAhead
from desktop.screens.typed_date import Lean
from desktop.store import opt_outs
from desktop.wording.registers import kind_titles, scope_said, window_said

_ACROSS = 2


class OptOutForm(KeptDialog):
    """Who said no to what, and on which day it came."""

    student: TypeAhead
    student_message: FieldMessage
    received_on: DateField
    window_says: QLabel
    scope: QComboBox
    scope_says: QLabel
    kinds_label: QLabel
    kinds: QGridLayout

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, student: StudentId | None = None
    ) -> None:
        super().__init__(desk, parent, "opt_out")
        self._id = OptOutId(new_id(desk.sign().at))
        self._pick = StudentPick(desk, self.student)
        self._ticks: dict[str, QCheckBox] = {}
        if student is not None:
            self._pick.choose(student)
        for one in Scope:
            self.scope.addItem(scope_said(one, desk.wording), one.value)
        self.received_on.set_today(desk.today(), Lean.PAST)
        self.received_on.set_value(desk.today())
        fields: dict[str, QWidget] = {"scope": self.scope, "received_on": self.received_on}
        self.keep(f"opt_out.{student or 0}", fields)
        self.scope.currentIndexChanged.connect(lambda _: self._show_kinds())
        self.received_on.changed.connect(lambda _: self._say_whether_in_time())
        self.student.picked.connect(lambda _: self.student_message.clear())
        self._show_kinds()

    @override
    def places(self) -> Mapping[str, FieldMessage]:
        return {"received_later": self.received_on.message}

    def _show_kinds(self) -> None:
        """What this no stops, and the kinds it can be about."""
        scope = Scope(self.scope.currentData())
        self.scope_says.setText(self._desk.wording.text(f"opt_out.stops_{scope}"))
        clear_layout(self.kinds)
        titles = kind_titles(scope, self._desk.law)
        self._ticks = {kind: QCheckBox(title) for kind, title in titles.items()}
        for place, tick in enumerate(self._ticks.values()):
            self.kinds.addWidget(tick, place // _ACROSS, place % _ACROSS)
        self.kinds_label.setVisible(bool(titles))
        self._say_whether_in_time()

    def _say_whether_in_time(self) -> None:
        """Whether it came in the time of the notice; a late one may be taken all the same."""
        desk, on = self._desk, self.received_on.value()
        scope = Scope(self.scope.currentData())
        said = (
            window_said(opt_outs.windows(desk.store), on, desk.wording, scope=scope) if on else ""
        )
        self.window_says.setText(said)

    @override
    def _save(self) -> None:
        student, desk = self._pick.student(), self._desk
        received_on = self.received_on.value()
        if student is None:
            self.student_message.tell(self.tr("Pick the student from the list."))
        elif received_on is None:
            self.received_on.tell(self.tr("Type the day it came."))
        else:
            one = OptOut(
                id=self._id,
                student=student,
                scope=Scope(self.scope.currentData()),
                kinds=tuple(kind for kind, tick in self._ticks.items() if tick.isChecked()),
                received_on=received_on,
            )
            self.attempt(lambda: note_opt_out(desk.store, one, today=desk.today(), by=desk.sign()))
