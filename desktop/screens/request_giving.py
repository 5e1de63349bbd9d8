"""Giving access: the visit, and what copies cost."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from desktop.actions.changes import Changes
from desktop.actions.giving import set_fee
from desktop.errors import DeskError
from desktop.records.appointment import Appointment, AppointmentState, Company
from desktop.records.case import Fee
from desktop.records.request import Access, Right
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.notices import FieldMessage
from desktop.screens.request_part import Kept, RequestPart
from desktop.screens.request_tick import TickingDialog
from desktop.screens.request_view import RequestView
from desktop.screens.request_visit import VisitDialog, too_late, visit_of
from desktop.screens.request_visit_end import VisitEndDialog
from desktop.screens.typed_amount import read_cents, read_count, write_cents
from desktop.screens.widgets import SectionHeader
from desktop.wording.dates import clock_time, day_date

COPIES = "copies"
"""The step that a charge belongs to."""


class GivingCard(RequestPart):
    """When the family comes, and what copies cost them."""

    header: SectionHeader
    visit: QLabel
    visit_warning: QLabel
    visits_past: QLabel
    end_button: QPushButton
    charge: QLabel
    visit_button: QPushButton
    charge_button: QPushButton

    def __init__(self, desk: Desk, view: RequestView, kept: Kept) -> None:
        super().__init__(desk, view)
        load_form(self, "request_giving")
        self._kept = kept
        self.visit_button.clicked.connect(self.open_visit)
        self.end_button.clicked.connect(self.open_end)
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

    def open_end(self) -> VisitEndDialog:
        """Say what became of the visit."""
        dialog = VisitEndDialog(self._desk, self._view, self._kept, self.window())
        dialog.another_wanted.connect(self.open_visit)
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
        warning = self._warning(visit) if visit and not self._view.closed else ""
        self.visit_warning.setText(warning)
        self.visit_warning.setVisible(bool(warning))
        past = "\n".join(self._past_said())
        self.visits_past.setText(past)
        self.visits_past.setVisible(bool(past))
        self.end_button.setVisible(visit is not None and not self._view.closed)

    def _warning(self, visit: Appointment) -> str:
        if visit.meet_on < self._view.today:
            return self._desk.wording.text("request.visit.say_how")
        return too_late(self._desk, self._view.case.request, visit.meet_on)

    def _past_said(self) -> Iterator[str]:
        """What became of the visits before, the earliest first."""
        words, today = self._desk.wording, self._view.today
        for one in self._view.case.appointments:
            if one.state is not AppointmentState.SET:
                on, remains = day_date(one.meet_on, today), one.remains.rstrip(".")
                yield words.text(f"request.visit.was.{one.state}", on=on, remains=remains)

    def _visit_said(self, visit: Appointment) -> str:
        said = self.tr("{day} at {hour}, {place}.").format(
            day=day_date(visit.meet_on, self._view.today),
            hour=clock_time(visit.meet_at),
            place=visit.place,
        )
        who = self.tr("{who} sits in.").format(who=visit.sits_in) if visit.sits_in else ""
        help_comes = self.tr("An interpreter comes.") if visit.interpreter else ""
        company = self._company_said(visit.company)
        return " ".join(part for part in (said, who, help_comes, company) if part)

    def _company_said(self, company: Company) -> str:
        if not company.count:
            return ""
        words = self._desk.wording
        kinds = (words.text(f"word.companion.{one}") for one in company.kinds)
        who = "; ".join(part for part in (*kinds, company.words) if part)
        code = "request.visit.comes_as" if who else "request.visit.comes"
        return words.text(code, companions=company.count, who=who)

    def _charge_said(self, fee: Fee | None) -> str:
        if fee is None:
            return self.tr("No charge is worked out yet. It may also be nothing.")
        if fee.waived:
            return self.tr("No charge: {why}").format(why=fee.waiver_reason)
        return _arithmetic(self._desk, fee)


class ChargeDialog(TickingDialog):
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
        self.snug(480)

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
