"""Settings: how long closed request files are kept, which are past it, and what was destroyed."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from desktop.actions.backing_up import back_up
from desktop.actions.changes import Changes
from desktop.actions.changes import Kind as Touched
from desktop.actions.destruction import note_told, notices_pdf, to_tell
from desktop.actions.letter import Writing
from desktop.actions.retention import certificate, destroy_files, review, set_schedule
from desktop.errors import DeskError
from desktop.office import moment
from desktop.records.backups import Why
from desktop.records.retention import OldFile, why_kept
from desktop.screens import jobs
from desktop.screens.confirm import ConfirmDialog
from desktop.screens.desk import Desk
from desktop.screens.fitted_rows import FittedRows
from desktop.screens.form import load_form
from desktop.screens.notices import FieldMessage, Kind, NoticeBar
from desktop.screens.printing import ask_for_file, save_pdf
from desktop.screens.register_end import TellDialog
from desktop.screens.request_view import capital
from desktop.screens.tables import Column, RowsModel, RowsView
from desktop.screens.typed_amount import read_count
from desktop.store import retention
from desktop.store.retention import Purge
from desktop.wording.dates import long_date, short_date

_CERTIFICATES_IN_SIGHT = 4


class OldFilesTab(QWidget):
    """Destroying asks once, tells how many, and leaves a certificate."""

    notices: NoticeBar
    years: QLineEdit
    years_message: FieldMessage
    reason: QLineEdit
    reason_message: FieldMessage
    save: QPushButton
    files: RowsView
    tell: QPushButton
    clear_out: QPushButton
    certificates: FittedRows
    save_certificate: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        load_form(self, "settings_old_files")
        self.setFocusProxy(self.years)
        self._files = RowsModel(self._file_columns(), parent=self)
        self.files.setModel(self._files)
        self._certificates = RowsModel(self._certificate_columns(), parent=self)
        self.certificates.setModel(self._certificates)
        self.certificates.most_rows = _CERTIFICATES_IN_SIGHT
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self.save.clicked.connect(self._save)
        self.tell.clicked.connect(self.ask_when)
        self.clear_out.clicked.connect(self.ask_to_destroy)
        self.save_certificate.clicked.connect(self._ask_for_file)
        self.years.textEdited.connect(self.years_message.clear)
        self.reason.textEdited.connect(self.reason_message.clear)
        self._desk.changed.connect(self._office_changed)

    def _file_columns(self) -> list[Column[OldFile]]:
        today = self._desk.today()
        return [
            Column(title=self.tr("Number"), text=lambda one: one.number, width=12),
            Column(title=self.tr("Student"), text=lambda one: one.student, stretch=True),
            Column(title=self.tr("Right"), text=self._right, width=20, quiet=True),
            Column(
                title=self.tr("Closed"),
                text=lambda one: short_date(one.closed_on, today),
                width=18,
            ),
            Column(title=self.tr("May it go?"), text=self._kept, stretch=True),
        ]

    def _certificate_columns(self) -> list[Column[Purge]]:
        return [
            Column(title=self.tr("Destroyed"), text=_day, width=28),
            Column(title=self.tr("Files"), text=lambda one: str(len(one.numbers)), width=8),
            Column(title=self.tr("Under"), text=lambda one: one.reason, stretch=True),
        ]

    def _right(self, file: OldFile) -> str:
        return capital(self._desk.wording.text(f"word.right.{file.right}"))

    def _kept(self, file: OldFile) -> str:
        keep = why_kept(file, years=self._years(), today=self._desk.today())
        return self._desk.wording.text(f"retention.keep.{keep or 'may_go'}")

    def _years(self) -> int:
        return retention.keep_years(self._desk.store)

    def _going(self) -> list[OldFile]:
        years, today = self._years(), self._desk.today()
        return [one for one in self._files.rows if why_kept(one, years=years, today=today) is None]

    def _to_tell(self) -> tuple[OldFile, ...]:
        return to_tell(self._files.rows, years=self._years(), today=self._desk.today())

    def refresh(self) -> None:
        """Read the schedule, the list and the certificates again."""
        years = self._years()
        if not self.years.isModified():
            self.years.setText(str(years) if years else "")
        self._files.set_rows(review(self._desk.store, today=self._desk.today()))
        self._say_empty(years)
        self.clear_out.setEnabled(bool(self._going()))
        self.tell.setVisible(bool(self._to_tell()))
        self._certificates.set_rows(retention.purges(self._desk.store))
        for part in (self.certificates, self.save_certificate):
            part.setVisible(bool(self._certificates.rows))
        if self._certificates.rows and self.certificates.current_row() is None:
            self.certificates.choose_place(0)

    def _say_empty(self, years: int) -> None:
        if years:
            self.files.set_empty("check-circle", self.tr("No file is past the schedule"))
        else:
            self.files.set_empty(
                "info",
                self.tr("There is no schedule"),
                self.tr("Closed files are kept without end. Type the years above to change that."),
            )

    def _office_changed(self, changes: Changes) -> None:
        if changes.kinds & {Touched.OFFICE, Touched.REQUEST}:
            self.refresh()

    def _save(self) -> None:
        typed = self.years.text().strip() or "0"
        years = read_count(typed)
        desk = self._desk
        try:
            changes = set_schedule(
                desk.store,
                -1 if years is None else years,
                reason=self.reason.text(),
                by=desk.sign(),
            )
        except DeskError as fault:
            self._refuse(fault)
            return
        self.years.setModified(False)
        desk.did(changes)
        self.notices.say(self.tr("Saved."), Kind.SUCCESS)

    def ask_when(self) -> TellDialog:
        """Ask until when the families of special education files have time to answer."""
        dialog = TellDialog(self._desk, self.window())
        dialog.day_chosen.connect(self._ask_notice_file)
        dialog.open()
        return dialog

    def _ask_notice_file(self, destroy_on: date) -> None:
        title, name = self.tr("Save the notices"), self.tr("notices to families.pdf")
        tell = partial(self.tell_families, destroy_on)
        ask_for_file(title, self.tr("PDF (*.pdf)"), name, self, tell)

    def tell_families(self, destroy_on: date, path: Path) -> None:
        """Write the notices of all files that wait for them as one PDF, and note it."""
        desk, files = self._desk, self._to_tell()
        papers = Writing(templates=desk.printout_templates, law=desk.law, today=desk.today())
        try:
            pdf = notices_pdf(
                desk.store, files, destroy_on=destroy_on, desk=papers, practice=desk.practice
            )
            save_pdf(pdf, path)
            changes = note_told(desk.store, files, destroy_on=destroy_on, by=desk.sign())
        except DeskError as fault:
            self._refuse(fault)
            return
        desk.did(changes)
        self.notices.say(
            self.tr("The notices are saved. Mail them today; the files wait for the day."),
            Kind.SUCCESS,
        )

    def ask_to_destroy(self) -> ConfirmDialog | None:
        """Ask once before the files are gone for good; None when the reason is missing."""
        going = self._going()
        if not self.reason.text().strip():
            self.reason_message.tell(self.tr("Write which schedule says so."))
            return None
        dialog = ConfirmDialog(
            self._question(len(going)),
            self.tr("They cannot be brought back. A certificate is kept."),
            self.tr("Destroy them"),
            self.window(),
        )
        dialog.accepted.connect(lambda: self._destroy(going))
        dialog.open()
        return dialog

    def _question(self, count: int) -> str:
        if count == 1:
            return self.tr("Destroy one file?")
        return self.tr("Destroy {n} files?").format(n=count)

    def _destroy(self, going: list[OldFile]) -> None:
        """A copy first: whoever clicked by mistake finds it in there as long as it is kept."""
        home, vault = self._desk.home, self._desk.keys
        self.clear_out.setEnabled(False)
        jobs.run(
            lambda _progress, cancelled: back_up(
                home, vault, Why.BEFORE_PURGE, at=moment.now(), cancelled=cancelled
            ),
            owner=self,
            on_done=lambda _made: self._destroy_now(going),
            on_failed=self._not_copied,
        )

    def _not_copied(self, fault: DeskError) -> None:
        self.clear_out.setEnabled(True)
        self._refuse(fault)

    def _destroy_now(self, going: list[OldFile]) -> None:
        desk = self._desk
        try:
            changes = destroy_files(
                desk.store,
                [one.id for one in going],
                reason=self.reason.text(),
                today=desk.today(),
                by=desk.sign(),
            )
        except DeskError as fault:
            self._refuse(fault)
            return
        desk.did(changes)
        self.notices.say(self.tr("They are gone. The certificate is below."), Kind.SUCCESS)

    def _ask_for_file(self) -> None:
        title, name = self.tr("Save the certificate"), self.tr("certificate of destruction.pdf")
        ask_for_file(title, self.tr("PDF (*.pdf)"), name, self, self.save_to)

    def save_to(self, path: Path) -> None:
        """Write the chosen certificate as a PDF."""
        purge = self.certificates.current_row()
        if purge is None:
            return
        desk = self._desk
        try:
            pdf = certificate(desk.store, purge, desk.wording, practice=desk.practice)
            save_pdf(pdf, path)
        except DeskError as fault:
            self.notices.say_fault(fault)
            return
        self.notices.say(self.tr("The certificate is saved."), Kind.SUCCESS)

    def _refuse(self, fault: DeskError) -> None:
        beside = {
            "years": self.years_message,
            "reason": self.reason_message,
            "nine_digits": self.reason_message,
        }
        if fault.code in beside:
            beside[fault.code].tell(fault.sentence())
        else:
            self.notices.say_fault(fault)


def _day(purge: Purge) -> str:
    return long_date(purge.purged_at.astimezone().date())
