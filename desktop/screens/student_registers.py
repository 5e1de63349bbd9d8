"""What the registers say about one student: opt-outs, consents, the record of disclosures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.actions.exporting import KIND
from desktop.actions.sheets import Telling, student_disclosures_sheet
from desktop.records.consent import Consent, Standing, standing
from desktop.records.opt_out import OptOut
from desktop.records.printout import DISCLOSURE_TABLE
from desktop.records.student import Student
from desktop.screens.consent_form import ConsentForm
from desktop.screens.desk import Desk
from desktop.screens.disclosure_form import DisclosureForm
from desktop.screens.hold_line import HoldLine
from desktop.screens.icon_label import IconLabel
from desktop.screens.icons import set_icon
from desktop.screens.opt_out_form import OptOutForm
from desktop.screens.printout_drawing import Matter
from desktop.screens.register_end import RescindDialog, RevokeDialog
from desktop.screens.request_part import clear_layout, plain_label
from desktop.screens.student_register_view import RegisterView
from desktop.screens.student_rows import breakable, hairline
from desktop.screens.theme import set_look
from desktop.screens.widgets import Card, SectionHeader
from desktop.store.disclosures import DisclosureRow
from desktop.wording.dates import plain_date
from desktop.wording.registers import (
    basis_said,
    consent_said,
    entry_marks,
    kinds_said,
    opt_out_said,
    recipient_said,
    scope_said,
    signer_said,
)

_MOST = 10  # entries shown at once; more are one press away


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """One line: what it is, what belongs to it, how it stands, and the button that ends it."""

    title: str
    detail: str = ""
    stands: str = ""
    over: bool = False
    act: str = ""
    spoken: str = ""
    does: Callable[[], object] | None = None


class RegisterLine(QFrame):
    """One line of a register on a student's page."""

    def __init__(self, icon: str, said: _Said) -> None:
        super().__init__()
        sign = IconLabel()
        sign.show_icon(icon, "quiet", 20)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        looks = (("quiet" if said.over else "heading", said.title), ("", said.detail),
                 ("quiet", said.stands))  # fmt: skip
        for look, text in looks:
            label = plain_label(look)
            label.setText(breakable(text))
            label.setVisible(bool(text))
            texts.addWidget(label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(12)
        layout.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(texts, 1)
        self.act = QPushButton(said.act)
        set_look(self.act, quiet=True)
        self.act.setAccessibleName(said.spoken or said.act)
        self.act.setVisible(bool(said.act))
        layout.addWidget(self.act, alignment=Qt.AlignmentFlag.AlignTop)
        does = said.does
        if does is not None:
            self.act.clicked.connect(lambda _checked=False: does())


class StudentRegisters(QWidget):
    """The cards of the registers on a student's page."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._student: Student | None = None
        self._all_shown = False
        self.hold = HoldLine()
        self.opt_outs_head, self.opt_outs = SectionHeader(), QVBoxLayout()
        self.consents_head, self.consents = SectionHeader(), QVBoxLayout()
        self.disclosures_head, self.disclosures = SectionHeader(), QVBoxLayout()
        self.all_disclosures = QPushButton()
        self.print_record = QPushButton(self.tr("Print the record…"))
        self.save_record = QPushButton(self.tr("Save it as a table…"))
        for button in (self.all_disclosures, self.print_record, self.save_record):
            set_look(button, bare=True)
        set_icon(self.print_record, "print", "accent")
        set_icon(self.save_record, "export", "accent")
        self._build()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self.opt_outs_head.set_title(self.tr("Opt-outs"), self.tr("Note an opt-out"))
        self.consents_head.set_title(self.tr("Consents"), self.tr("Enter a consent"))
        self.disclosures_head.set_title(self.tr("Record of disclosures"), self.tr("Make an entry"))
        for head in (self.opt_outs_head, self.consents_head, self.disclosures_head):
            set_icon(head.action, "add", "accent")
        for head, lines, more in (
            (self.opt_outs_head, self.opt_outs, None),
            (self.consents_head, self.consents, None),
            (self.disclosures_head, self.disclosures, self._below_disclosures()),
        ):
            layout.addWidget(_card(head, lines, more))
        self.opt_outs_head.acted.connect(self._note_opt_out)
        self.consents_head.acted.connect(self._keep_consent)
        self.disclosures_head.acted.connect(self._enter)
        self.all_disclosures.clicked.connect(self._show_all)
        self.print_record.clicked.connect(self._print_record)
        self.save_record.clicked.connect(self._save_record)
        why_not = self._desk.why_not(KIND)
        self.save_record.setEnabled(not why_not)
        self.save_record.setToolTip(why_not)

    def _below_disclosures(self) -> QWidget:
        below = QWidget()
        layout = QHBoxLayout(below)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for button in (self.all_disclosures, self.print_record, self.save_record):
            layout.addWidget(button)
        layout.addStretch(1)
        return below

    def show_view(self, student: Student, view: RegisterView) -> None:
        """Show what is on file about ``student``."""
        if self._student is None or self._student.id != student.id:
            self._all_shown = False
        self._student, self._view = student, view
        self.hold.show_hold(view.holds[0] if view.holds else None, self._desk.wording)
        self._list(self.opt_outs, "shield", [self._opt_out(one) for one in view.opt_outs],
                   "student.opt_outs.none")  # fmt: skip
        self._list(self.consents, "check-circle", [self._consent(one) for one in view.consents],
                   "student.consents.none")  # fmt: skip
        self._show_disclosures()

    def _show_disclosures(self) -> None:
        entries = self._view.disclosures
        shown = entries if self._all_shown else entries[:_MOST]
        self._list(self.disclosures, "disclosures", [self._entry(one) for one in shown],
                   "student.disclosures.none")  # fmt: skip
        self.all_disclosures.setVisible(len(shown) < len(entries))
        self.all_disclosures.setText(self.tr("Show all {n}").format(n=len(entries)))

    def _list(self, lines: QVBoxLayout, icon: str, said: Sequence[_Said], none: str) -> None:
        clear_layout(lines)
        for one in said:
            if lines.count():
                lines.addWidget(hairline())
            lines.addWidget(RegisterLine(icon, one))
        if not said:
            label = plain_label("quiet")
            label.setText(self._desk.wording.text(none))
            lines.addWidget(label)

    # Lines

    def _opt_out(self, one: OptOut) -> _Said:
        words = self._desk.wording
        enrollment = self._of().enrollment
        scope = scope_said(one.scope, words)
        over = one.rescinded_on is not None
        return _Said(
            title=f"{scope}: {kinds_said(one, self._desk.law, words)}",
            stands=opt_out_said(one, enrollment, words),
            over=over,
            act="" if over else self.tr("Taken back…"),
            spoken=self.tr("The family took the opt-out back: {scope}").format(scope=scope),
            does=lambda: RescindDialog(self._desk, one, self.window()).open(),
        )

    def _consent(self, one: Consent) -> _Said:
        words, today = self._desk.wording, self._desk.today()
        counts = standing(one, self._of(), on=today) is Standing.VALID
        signed = plain_date(one.signed_on) if one.signed_on else ""
        return _Said(
            title=f"{recipient_said(one, words)}: {one.records}",
            detail=" · ".join(filter(None, (one.purpose, signer_said(one, words), signed))),
            stands=consent_said(one, self._of(), today, words),
            over=not counts,
            act="" if one.revoked_on else self.tr("Taken back…"),
            spoken=self.tr("The consent for {who} was taken back").format(
                who=recipient_said(one, words)
            ),
            does=lambda: RevokeDialog(self._desk, one, self.window()).open(),
        )

    def _entry(self, row: DisclosureRow) -> _Said:
        entry, words = row.entry, self._desk.wording
        facts = (entry.interest, entry.records, basis_said(entry, self._desk.law.bases))
        marks = entry_marks(entry, corrected=row.corrected, wording=words)
        return _Said(
            title=f"{plain_date(entry.disclosed_on)}: {entry.party}",
            detail=" · ".join(filter(None, facts)),
            stands=" · ".join(filter(None, (marks, row.number))),
            over=row.corrected,
        )

    def _of(self) -> Student:
        if self._student is None:
            raise RuntimeError("no student is shown")
        return self._student

    # Acting

    def _note_opt_out(self) -> None:
        OptOutForm(self._desk, self.window(), student=self._of().id).open()

    def _keep_consent(self) -> None:
        ConsentForm(self._desk, self.window(), student=self._of().id).open()

    def _enter(self) -> None:
        DisclosureForm(self._desk, self.window(), student=self._of().id).open()

    def _save_record(self) -> None:
        """The whole record as a table, once it is written who gets it and what for."""
        from desktop.screens.export_form import ExportForm  # noqa: PLC0415  # seldom

        if self._student is None:
            return
        desk, student = self._desk, self._student.id
        telling = Telling(law=desk.law, wording=desk.wording, today=desk.today())
        ExportForm(
            desk,
            "student_disclosures",
            lambda store: student_disclosures_sheet(store, telling, student),
            self.window(),
        ).open()

    def _print_record(self) -> None:
        """The whole record as a table, for whoever may see it (34 CFR 99.32(c))."""
        from desktop.screens.printout import PrintoutDialog  # noqa: PLC0415  # when first printed

        paper = self._desk.printouts.get(DISCLOSURE_TABLE)
        PrintoutDialog(self._desk, paper, Matter(student=self._of().id), self.window()).open()

    def _show_all(self) -> None:
        self._all_shown = True
        self._show_disclosures()


def _card(head: SectionHeader, lines: QVBoxLayout, more: QWidget | None) -> Card:
    card = Card()
    layout = QVBoxLayout(card)
    layout.setContentsMargins(16, 12, 16, 16)
    layout.setSpacing(8)
    layout.addWidget(head)
    lines.setSpacing(0)
    layout.addLayout(lines)
    if more is not None:
        layout.addWidget(more, alignment=Qt.AlignmentFlag.AlignLeft)
    return card
