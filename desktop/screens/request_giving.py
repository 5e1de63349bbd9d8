"""Giving access: the visit, and what copies cost."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from desktop.actions.changes import Changes
from desktop.actions.giving import set_fee, set_visit
from desktop.actions.steps import do_step
from desktop.errors import DeskError
from desktop.records.case import Appointment, AppointmentState, Fee
from desktop.records.request import Access, Request, Right
from desktop.records.steps import StepState
from desktop.screens.date_field import DateField
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.notices import FieldMessage
from desktop.screens.request_part import ActDialog, Kept, RequestPart, attempt
from desktop.screens.request_view import RequestView
from desktop.screens.theme import theme
from desktop.screens.typed_amount import read_cents, read_count, read_time, write_cents
from desktop.screens.typed_date import Lean
from desktop.screens.widgets import SectionHeader
from desktop.wording.dates import clock_time, day_date, long_date

APPOINTMENT, COPIES = "appointment", "copies"
"""The steps that a visit and a charge belong to."""
_USUAL_HOUR = time(9, 0)


def visit_of(view: RequestView) -> Appointment | None:
    """The visit that stands."""
    visits = (one for one in view.case.appointments if one.state is AppointmentState.SET)
    return next(visits, None)


class GivingCard(RequestPart):
    """When the family comes, and what copies cost them."""

    header: SectionHeader
    visit: QLabel
    visit_warning: QLabel
    charge: QLabel
    visit_button: QPushButton
    charge_button: QPushButton

    def __init__(self, desk: Desk, view: RequestView, kept: Kept) -> None:
        super().__init__(desk, view)
        load_form(self, "request_giving")
        self._kept = kept
        self.visit_button.clicked.connect(self.open_visit)
        self.charge_button.clicked.connect(self.open_charge)

    @property
    def wanted(self) -> bool:
        """Where records are given, or a visit or a charge is noted already."""
        case = self._view.case
        return self._view.right.gives or bool(case.appointments) or case.fee is not None

    @property
    def moment(self) -> str:
        """The tips for the way access is given."""
        return "copies_fees" if self._gives_copies() else "appointment"

    def open_visit(self) -> VisitDialog:
        """Set the visit, or move it."""
        dialog = VisitDialog(self._desk, self._view, self._kept, self.window())
        dialog.open()
        return dialog

    def open_charge(self) -> ChargeDialog:
        """Work out the charge for copies."""
        dialog = ChargeDialog(self._desk, self._view, self._kept, self.window())
        dialog.open()
        return dialog

    def _gives_copies(self) -> bool:
        request = self._view.case.request
        return request.access is Access.COPIES or request.right is Right.COPIES

    def _fill(self) -> None:
        copies = self._gives_copies()
        title = self.tr("Copies") if copies else self.tr("Visit")
        self.header.set_title(title)
        visit, fee = visit_of(self._view), self._view.case.fee
        self._fill_visit(visit, wanted=not copies)
        self.charge.setVisible(fee is not None or copies)
        self.charge.setText(self._charge_said(fee))
        self.visit_button.setVisible(not self._view.closed and not copies)
        self.visit_button.setText(self.tr("Move the visit…") if visit else self.tr("Set a visit…"))
        self.charge_button.setVisible(not self._view.closed)
        self.charge_button.setText(self.tr("Charge for copies…"))

    def _fill_visit(self, visit: Appointment | None, *, wanted: bool) -> None:
        self.visit.setVisible(wanted or visit is not None)
        self.visit.setText(self._visit_said(visit) if visit else self.tr("No visit is set yet."))
        warning = _too_late(self._desk, self._view.case.request, visit.meet_on) if visit else ""
        self.visit_warning.setText(warning)
        self.visit_warning.setVisible(bool(warning) and not self._view.closed)

    def _visit_said(self, visit: Appointment) -> str:
        said = self.tr("{day} at {hour}, {place}.").format(
            day=day_date(visit.meet_on, self._view.today),
            hour=clock_time(visit.meet_at),
            place=visit.place,
        )
        who = self.tr("{who} sits in.").format(who=visit.sits_in) if visit.sits_in else ""
        help_comes = self.tr("An interpreter comes.") if visit.interpreter else ""
        return " ".join(part for part in (said, who, help_comes) if part)

    def _charge_said(self, fee: Fee | None) -> str:
        if fee is None:
            return self.tr("No charge is worked out yet. It may also be nothing.")
        if fee.waived:
            return self.tr("No charge: {why}").format(why=fee.waiver_reason)
        return _arithmetic(self._desk, fee)


class _GivingDialog(ActDialog):
    """A dialog that can tick off the step it belongs to."""

    step_done: QCheckBox

    def _offer_step(self, code: str) -> None:
        self._code = code
        steps = {step.code: step for step in self._view.case.steps}
        still = code in steps and steps[code].state is StepState.OPEN
        self.step_done.setVisible(still)
        self.step_done.setChecked(still)
        if still:
            rule = self._view.right.step_rule(code)
            said = self.tr("Tick off “{step}”").format(step=rule.title.replace("&", "&&"))
            self.step_done.setText(said)

    def _saved(self) -> None:
        if self.step_done.isChecked():
            attempt(self._desk, self._tick, self._refused)

    def _tick(self) -> Changes:
        desk = self._desk
        return do_step(
            desk.store,
            self._view.case.request.id,
            self._code,
            law=desk.law,
            today=desk.today(),
            by=desk.sign(),
        )


class VisitDialog(_GivingDialog):
    """Day, hour, place and who sits in; a day that is late is said and can still be chosen."""

    says: QLabel
    meet_on: DateField
    day_message: FieldMessage
    meet_at: QLineEdit
    time_message: FieldMessage
    place: QLineEdit
    place_message: FieldMessage
    sits_in: QComboBox
    interpreter: QCheckBox

    def __init__(
        self, desk: Desk, view: RequestView, kept: Kept, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, view, kept, parent)
        load_form(self, "request_visit")
        self._wire()
        on = long_date(view.case.request.work_by)
        self.says.setText(self.tr("Best on or before {on}, the work-by date.").format(on=on))
        self.meet_on.set_today(view.today, Lean.FUTURE)
        self.sits_in.addItem("")
        self.sits_in.addItems([one.name for one in view.people.values() if one.active])
        self._fill(visit_of(view))
        self._offer_step(APPOINTMENT)
        self.meet_on.changed.connect(self._judge_day)
        self.meet_at.textEdited.connect(self.time_message.clear)
        self.meet_at.editingFinished.connect(self._write_hour)
        self.place.textEdited.connect(self.place_message.clear)
        self.meet_on.setFocus()
        self.resize(theme().sizes.px(520), self.sizeHint().height())

    def _fill(self, before: Appointment | None) -> None:
        hour = before.meet_at if before else _USUAL_HOUR
        self.meet_at.setText(clock_time(hour))
        self.interpreter.setChecked(self._view.case.request.interpreter)
        if before is not None:
            self.meet_on.set_value(before.meet_on)
            self.place.setText(before.place)
            self.sits_in.setCurrentText(before.sits_in)
            self.interpreter.setChecked(before.interpreter)

    def _judge_day(self, on: date | None) -> None:
        self.day_message.clear()
        warning = _too_late(self._desk, self._view.case.request, on) if on else ""
        if on and not warning and self._desk.calendar.not_office(on):
            warning = self._desk.wording.text("request.visit.closed", on=on)
        if warning:
            self.day_message.advise(warning)

    def _write_hour(self) -> None:
        hour = read_time(self.meet_at.text())
        if hour is not None:
            self.meet_at.setText(clock_time(hour))

    def _save(self) -> None:
        if self.meet_on.value() is None:
            self.day_message.tell(self.tr("Type the day of the visit."))
        elif read_time(self.meet_at.text()) is None:
            self.time_message.tell(self.tr("Type the hour as 9:00 or 2:30 pm."))
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
            today=desk.today(),
            by=desk.sign(),
        )

    def _refused(self, fault: DeskError) -> None:
        beside = {"visit_past": self.day_message, "visit_place": self.place_message}
        if fault.code in beside:
            beside[fault.code].tell(fault.sentence())
        else:
            super()._refused(fault)


class ChargeDialog(_GivingDialog):
    """Pages times the rate, and postage; nothing else can be charged (34 CFR 99.11)."""

    pages: QLineEdit
    pages_message: FieldMessage
    rate: QLineEdit
    rate_message: FieldMessage
    postage: QLineEdit
    postage_message: FieldMessage
    waived: QCheckBox
    reason_label: QLabel
    reason: QLineEdit
    message: FieldMessage
    arithmetic: QLabel
    state_says: QLabel

    def __init__(
        self, desk: Desk, view: RequestView, kept: Kept, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, view, kept, parent)
        load_form(self, "request_charge")
        self._wire()
        self._say_state_rule()
        self._fill(view.case.fee or self._proposed())
        self._offer_step(COPIES)
        for field, message, _ in self._amounts():
            field.textChanged.connect(self._show)
            field.textEdited.connect(message.clear)
        self.waived.toggled.connect(self._waive)
        self.reason.textEdited.connect(self.message.clear)
        self._show()
        self.pages.setFocus(Qt.FocusReason.OtherFocusReason)
        self.pages.selectAll()
        self.resize(theme().sizes.px(480), self.sizeHint().height())

    def fee(self) -> Fee:
        """The charge as it stands in the fields; what cannot be read counts as nothing."""
        return Fee(
            pages=read_count(self.pages.text()) or 0,
            cents_a_page=read_cents(self.rate.text()) or 0,
            postage_cents=read_cents(self.postage.text()) or 0,
            waived=self.waived.isChecked(),
            waiver_reason=self.reason.text().strip(),
        )

    def _amounts(self) -> list[tuple[QLineEdit, FieldMessage, int | None]]:
        """The fields with their messages and what can be read in each."""
        return [
            (self.pages, self.pages_message, read_count(self.pages.text())),
            (self.rate, self.rate_message, read_cents(self.rate.text())),
            (self.postage, self.postage_message, read_cents(self.postage.text())),
        ]

    def _save(self) -> None:
        for field, message, read in self._amounts():
            if read is None:
                pages = field is self.pages
                wrong = self.tr("Type a whole number.") if pages else self.tr("Type it as 1.20.")
                message.tell(wrong)
                return
        super()._save()

    def _say_state_rule(self) -> None:
        """What was read on copy charges in the state's rules, with where it stands."""
        desk, request = self._desk, self._view.case.request
        rules = desk.books.rules_for(desk.school.state, received_on=request.received_on)
        own = [rule for rule in rules if rule.copy_fee and rule.id.startswith(desk.school.state)]
        said = dict.fromkeys(f"{rule.citation}: {rule.copy_fee}." for rule in own)
        self.state_says.setText("\n".join(said))
        self.state_says.setVisible(bool(said))

    def _proposed(self) -> Fee:
        """The pages the search found, at the school's rate or the state's cap if that is lower."""
        desk, request = self._desk, self._view.case.request
        pages = sum(source.pages for source in self._view.case.sources)
        cap = desk.books.copy_cap(desk.school.state, received_on=request.received_on)
        most = cap.most_cents_a_page if cap else None
        rate = desk.school.cents_a_page
        return Fee(pages=pages, cents_a_page=rate if most is None else min(rate, most))

    def _fill(self, fee: Fee) -> None:
        self.pages.setText(str(fee.pages))
        self.rate.setText(write_cents(fee.cents_a_page))
        self.postage.setText(write_cents(fee.postage_cents))
        self.waived.setChecked(fee.waived)
        self.reason.setText(fee.waiver_reason)
        self._show_reason(fee.waived)

    def _waive(self, waived: bool) -> None:
        self._show_reason(waived)
        self._show()
        if waived:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_reason(self, shown: bool) -> None:
        self.message.clear()
        self.reason_label.setVisible(shown)
        self.reason.setVisible(shown)

    def _show(self) -> None:
        self.arithmetic.setText(_arithmetic(self._desk, self.fee()))

    def _act(self) -> Changes:
        desk, request = self._desk, self._view.case.request.id
        return set_fee(desk.store, request, self.fee(), law=desk.law, by=desk.sign())

    def _refused(self, fault: DeskError) -> None:
        if fault.code == "fee_cap":
            self.rate_message.tell(fault.sentence())
        elif fault.code in {"fee_waiver", "nine_digits"}:
            self.message.tell(fault.sentence())
        else:
            super()._refused(fault)


def _arithmetic(desk: Desk, fee: Fee) -> str:
    """The charge as it is worked out: "12 pages at $0.10 and $2.00 postage: $3.20"."""
    code = "request.charge.waived" if fee.waived else "request.charge.sum"
    if fee.postage_cents:
        code += "_with_postage"
    return desk.wording.text(
        code,
        pages=fee.pages,
        rate=write_cents(fee.cents_a_page),
        postage=write_cents(fee.postage_cents),
        total=write_cents(fee.total_cents),
    )


def _too_late(desk: Desk, request: Request, on: date) -> str:
    """What to say of a visit after the legal or the work-by date; empty when it is in time."""
    if on > request.due_on:
        return desk.wording.text("request.visit.after_due", on=request.due_on)
    if on > request.work_by:
        return desk.wording.text("request.visit.after_work_by", on=request.work_by)
    return ""
