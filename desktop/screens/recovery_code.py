"""The recovery code on its way to paper: shown once, printed, and typed back in part."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.actions.changes import Changes
from desktop.actions.vault_key import recovery_page, set_recovery_code
from desktop.errors import DeskError
from desktop.office import moment
from desktop.office.recovery import GROUPS, groups, new_code, plain
from desktop.records.school import School
from desktop.screens.busy_dialog import BusyDialog
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.letter_pages import PdfPages
from desktop.screens.notices import FieldMessage
from desktop.screens.office_job import run_with_store
from desktop.screens.printing import LETTER_POINTS, PrintRun, set_up, system_printer
from desktop.screens.theme import set_look
from desktop.wording.sentences import Wording

_A_ROW = 4


class RecoveryCodeForm(QWidget):
    """A fresh code, a page of it to print, and two groups of it to type from the paper.

    Args:
        wording: the words of the printed page.
        school: gives the school that stands on it, when it is printed.
        printer: gives the printer to offer, None where there is none.
    """

    code_place: QVBoxLayout
    print: QPushButton
    print_says: QLabel
    first: QLineEdit
    first_label: QLabel
    second: QLineEdit
    second_label: QLabel
    message: FieldMessage

    def __init__(
        self,
        wording: Wording,
        school: Callable[[], School],
        *,
        printer: Callable[[], QPrinter | None] = system_printer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self, "recovery_code")
        self.code = new_code()
        self._wording = wording
        self._school = school
        self._printer = printer
        self._run: PrintRun | None = None
        self._asked = sorted(secrets.SystemRandom().sample(range(GROUPS), 2))
        self._show_code()
        self._ask()
        self.print.clicked.connect(self._choose_printer)
        self.setFocusProxy(self.first)

    def _show_code(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        for place, group in enumerate(groups(self.code)):
            number, text = QLabel(f"{place + 1}"), QLabel(group)
            set_look(number, look="small")
            set_look(text, look="title")
            text.setFont(fixed)
            text.setAccessibleName(
                self.tr("Group {n}: {letters}").format(n=place + 1, letters=" ".join(group))
            )
            row = place // _A_ROW * 2
            grid.addWidget(number, row, place % _A_ROW)
            grid.addWidget(text, row + 1, place % _A_ROW)
        grid.setColumnStretch(_A_ROW, 1)
        self.code_place.addLayout(grid)

    def _ask(self) -> None:
        fields = ((self.first_label, self.first), (self.second_label, self.second))
        for place, (label, field) in zip(self._asked, fields, strict=True):
            label.setText(self.tr("Group {n}").format(n=place + 1))
            field.textEdited.connect(self.message.clear)

    def check(self) -> bool:
        """Whether both groups are those of the code; says so beside them when not."""
        wanted = groups(self.code)
        for place, field in zip(self._asked, (self.first, self.second), strict=True):
            if plain(field.text()) != wanted[place]:
                self.message.attach(field)
                self.message.tell(
                    self.tr("That is not group {n}. Read it from the paper again.").format(
                        n=place + 1
                    )
                )
                field.selectAll()
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return False
        return True

    def _choose_printer(self) -> None:
        printer = self._printer()
        if printer is None:
            self.print_says.setText(
                self.tr("No printer is set up on this computer. Copy the code by hand.")
            )
            return
        set_up(printer, LETTER_POINTS, self.tr("Recovery code"))
        asking = QPrintDialog(printer, self)
        asking.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, on=False)
        asking.accepted.connect(lambda: self.print_on(printer))
        asking.finished.connect(asking.deleteLater)
        QDialog.open(asking)  # QPrintDialog's own open() wants a receiver

    def print_on(self, printer: QPrinter) -> None:
        """Print the page; it is never a file."""
        try:
            page = recovery_page(self._school(), self.code, self._wording, on=moment.today())
        except DeskError as fault:
            self.print_says.setText(fault.sentence())
            return
        self.print_says.setText(self.tr("Printing…"))
        self._run = PrintRun(PdfPages(page), printer, self)
        self._run.ended.connect(self._printed)
        self._run.start()

    def _printed(self, taken: bool) -> None:  # PrintRun's ended signal
        self.print_says.setText(
            self.tr("Sent to the printer.")
            if taken
            else self.tr("The printer did not take it. Copy the code by hand.")
        )


class RecoveryCodeDialog(BusyDialog):
    """A new code in place of the one before; it counts once two groups were typed back."""

    code_place: QVBoxLayout
    save: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("recovery_dialog", parent)
        self._desk = desk
        self.form = RecoveryCodeForm(desk.wording, lambda: desk.school)
        self.code_place.addWidget(self.form)
        self.setTabOrder(self.form.print, self.cancel)
        self.save.clicked.connect(self._save)
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        self.notices.clear()
        if not self.form.check():
            return
        desk, code, by = self._desk, self.form.code, self._desk.sign()
        self._set_busy(True)
        run_with_store(
            desk,
            lambda store: set_recovery_code(store, desk.home, desk.keys, code, by=by),
            owner=self,
            on_done=self._done,
            on_failed=self._refuse,
        )

    def _done(self, changes: Changes) -> None:
        self._desk.did(changes)
        self.accept()

    @override
    def _parts(self) -> Sequence[QWidget]:
        return self.form, self.save
