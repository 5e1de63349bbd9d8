"""Set the visit or move it: day, hour, place, who sits in and who comes along."""

from __future__ import annotations

from datetime import date, time
from functools import partial

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)
from typing_extensions import override

from desktop.actions.changes import Changes
from desktop.actions.steps import do_step
from desktop.actions.visits import may_join, set_visit
from desktop.errors import DeskError
from desktop.records.appointment import (
    STEP,
    Appointment,
    AppointmentState,
    Companion,
    Company,
    last_visit,
    standing_visit,
)
from desktop.records.case import Case
from desktop.records.logged import Request
from desktop.records.steps import is_done
from desktop.screens.choices import TickGrid
from desktop.screens.date_field import DateField
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.notices import FieldMessage
from desktop.screens.request_part import Kept, attempt
from desktop.screens.request_tick import TickingDialog
from desktop.screens.request_view import RequestView
from desktop.screens.typed_amount import read_count, read_time
from desktop.screens.typed_date import Lean
from desktop.wording.dates import clock_time, long_date, short_date

_USUAL_HOUR = time(9, 0)


def visit_of(view: RequestView) -> Appointment | None:
    """The visit that stands."""
    return standing_visit(view.case.appointments)


def too_late(desk: Desk, request: Request, on: date) -> str:
    """What to say of a visit after the legal or the work-by date; empty when it is in time."""
    if request.dates_met:
        return ""
    if on > request.due_on:
        return desk.wording.text("request.visit.after_due", on=request.due_on)
    if on > request.work_by:
        return desk.wording.text("request.visit.after_work_by", on=request.work_by)
    return ""


class VisitDialog(TickingDialog):
    """Day, hour, place, who sits in and who comes; a day that is late is said, not refused."""

    says: QLabel
    mover_label: QLabel
    mover: QComboBox
    mover_message: FieldMessage
    meet_on: DateField
    day_message: FieldMessage
    meet_at: QLineEdit
    time_message: FieldMessage
    place: QLineEdit
    place_message: FieldMessage
    sits_in: QComboBox
    interpreter: QCheckBox
    companions: QLineEdit
    companions_message: FieldMessage
    kinds: TickGrid
    company_words: QLineEdit
    company_says: QLabel
    together: QCheckBox
    together_says: QLabel

    def __init__(
        self, desk: Desk, view: RequestView, kept: Kept, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, view, kept, parent)
        load_form(self, "request_visit")
        self._wire()
        self._before = visit_of(view)
        on = long_date(view.case.request.work_by)
        self.says.setText(self.tr("Best on or before {on}, the work-by date.").format(on=on))
        self.says.setVisible(not view.case.request.dates_met)
        self.meet_on.set_today(view.today, Lean.FUTURE)
        self.sits_in.addItem("")
        self.sits_in.addItems([one.name for one in view.people.values() if one.active])
        words = desk.wording
        self.kinds.offer([(one, words.text(f"word.companion.{one}")) for one in Companion])
        self._offer_movers()
        self._fill(self._before or last_visit(view.case.appointments))
        self._offer_step(STEP)
        self._offer_together()
        self._connect()
        (self.mover if self._before else self.meet_on).setFocus()
        self.snug(520)

    def _connect(self) -> None:
        self.mover.currentIndexChanged.connect(self.mover_message.clear)
        self.meet_on.changed.connect(self._judge_day)
        self.meet_at.textEdited.connect(self.time_message.clear)
        self.meet_at.editingFinished.connect(self._write_hour)
        self.place.textEdited.connect(self.place_message.clear)
        self.companions.textChanged.connect(self._show_company)
        self.kinds.changed.connect(self.companions_message.clear)
        self.kinds.changed.connect(self._say_company)
        self.together.toggled.connect(lambda _: self._judge_day(self.meet_on.value()))
        self._show_company()

    def _offer_together(self) -> None:
        """One visit for all that the same person asks to see: brothers and sisters mostly."""
        moving = self._before is not None
        found = () if moving else may_join(self._desk.store, self._view.case, self._desk.law)
        self._others = found
        for part in (self.together, self.together_says):
            part.setVisible(bool(found))
        self.together.setText(self.tr("&One visit for all that this person asks to see"))
        said = self.tr("{number} ({child}), due {due}")
        self.together_says.setText(
            "; ".join(
                said.format(
                    number=one.request.number,
                    child=one.student.full_name(),
                    due=short_date(one.request.due_on, self._view.today),
                )
                for one in found
            )
        )

    def _joined(self) -> tuple[Case, ...]:
        return self._others if self.together.isChecked() else ()

    def _offer_movers(self) -> None:
        moving = self._before is not None
        self.mover_label.setVisible(moving)
        self.mover.setVisible(moving)
        self.mover.addItem("", None)
        self.mover.addItem(self.tr("The family"), AppointmentState.MOVED_BY_FAMILY)
        self.mover.addItem(self.tr("The school"), AppointmentState.MOVED_BY_SCHOOL)
        if moving:
            self.setWindowTitle(self.tr("Move the visit"))

    def _fill(self, like: Appointment | None) -> None:
        """What stands, or what stood before: all but the day of a visit that is over."""
        self.meet_at.setText(clock_time(like.meet_at if like else _USUAL_HOUR))
        self.interpreter.setChecked(self._view.case.request.interpreter)
        if like is None:
            return
        if like is self._before:
            self.meet_on.set_value(like.meet_on)
        self.place.setText(like.place)
        self.sits_in.setCurrentText(like.sits_in)
        self.interpreter.setChecked(like.interpreter)
        self.companions.setText(str(like.company.count or ""))
        self.kinds.set_ticked(like.company.kinds)
        self.company_words.setText(like.company.words)

    def _judge_day(self, on: date | None) -> None:
        self.day_message.clear()
        warning = self._too_late(on) if on else ""
        if on and not warning and self._desk.calendar.not_office(on):
            warning = self._desk.wording.text("request.visit.closed", on=on)
        if warning:
            self.day_message.advise(warning)

    def _too_late(self, on: date) -> str:
        """What to say of the day for this request, else for the first that is looked at with it."""
        own = too_late(self._desk, self._view.case.request, on)
        others = (
            f"{one.request.number}: {said}"
            for one in self._joined()
            if (said := too_late(self._desk, one.request, on))
        )
        return own or next(others, "")

    def _show_company(self) -> None:
        """Ask who they are once somebody comes along."""
        self.companions_message.clear()
        some = bool(read_count(self.companions.text()))
        self.kinds.setVisible(some)
        self.company_words.setVisible(some)
        self._say_company()

    def _say_company(self) -> None:
        """34 CFR 99.30: whoever has no right of their own sees nothing without consent."""
        company = self._company()
        special = self._view.case.request.special_education
        idea = special and Companion.REPRESENTATIVE in company.kinds
        code = "company_idea" if idea else "company"
        self.company_says.setText(self._desk.wording.text(f"request.visit.{code}"))
        self.company_says.setVisible(company.sees_records)

    def _company(self) -> Company:
        count = read_count(self.companions.text()) or 0
        if not count:
            return Company()
        kinds = tuple(Companion(one) for one in self.kinds.ticked())
        return Company(count=count, kinds=kinds, words=self.company_words.text())

    def _write_hour(self) -> None:
        hour = read_time(self.meet_at.text())
        if hour is not None:
            self.meet_at.setText(clock_time(hour))

    def _save(self) -> None:
        typed = self.companions.text().strip()
        if self.meet_on.value() is None:
            self.day_message.tell(self.tr("Type the day of the visit."))
        elif read_time(self.meet_at.text()) is None:
            self.time_message.tell(self.tr("Type the hour as 9:00 or 2:30 pm."))
        elif typed and read_count(typed) is None:
            self.companions_message.tell(self.tr("Type how many as a number, or leave it empty."))
        else:
            super()._save()

    def _act(self) -> Changes:
        desk = self._desk
        return set_visit(
            desk.store,
            self._view.case.request.id,
            meet_on=self.meet_on.value() or desk.today(),
            meet_at=read_time(self.meet_at.text()) or _USUAL_HOUR,
            place=self.place.text(),
            sits_in=self.sits_in.currentText(),
            interpreter=self.interpreter.isChecked(),
            company=self._company(),
            moved_by=self.mover.currentData(),
            also=[one.request.id for one in self._joined()],
            today=desk.today(),
            by=desk.sign(),
        )

    @override
    def _saved(self) -> None:
        super()._saved()
        if self.step_done.isChecked():
            for one in self._joined():
                if not is_done(one.steps, STEP):
                    attempt(self._desk, partial(self._tick_other, one), self._refused)

    def _tick_other(self, case: Case) -> Changes:
        desk, today = self._desk, self._desk.today()
        return do_step(desk.store, case.request.id, STEP, law=desk.law, today=today, by=desk.sign())

    def _refused(self, fault: DeskError) -> None:
        beside = {
            "visit_past": self.day_message,
            "visit_place": self.place_message,
            "visit_company": self.companions_message,
            "visit_moved_by": self.mover_message,
        }
        if fault.code in beside:
            beside[fault.code].tell(fault.sentence())
        else:
            super()._refused(fault)
