"""The letters that wait for one family, printed in one go: one envelope a person and address."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.actions.changes import Changes, Kind
from desktop.actions.letter_pack import FamilyLetters, Pack, family_letters, pack_cover
from desktop.errors import DeskError
from desktop.letters.page import draw
from desktop.records.ids import LetterId, PartyId, StudentId
from desktop.screens.desk import Desk
from desktop.screens.fitted_rows import FittedRows
from desktop.screens.form import load_form
from desktop.screens.icons import set_icon
from desktop.screens.letter_job import LetterJob, letter_said, letters_counted
from desktop.screens.letter_pages import PdfPages
from desktop.screens.notices import NoticeBar
from desktop.screens.printing import system_printer
from desktop.screens.snug_dialog import SnugDialog
from desktop.screens.tables import Column, RowsModel
from desktop.store.letter_lists import LetterRow

_TOUCHING = frozenset({Kind.LETTER, Kind.REQUEST, Kind.STUDENT})


class PackDialog(SnugDialog):
    """Choose for whom; print every letter that is ready for them, behind one sheet that lists them.

    ``asker`` is chosen to begin with, where something waits for them.
    """

    says: QLabel
    notices: NoticeBar
    whom_label: QLabel
    whom: QComboBox
    block: QLabel
    rows: FittedRows
    with_cover: QCheckBox
    unfinished: QLabel
    running: QFrame
    running_says: QLabel
    progress: QProgressBar
    stop: QPushButton
    faults: QFrame
    fault_lines: QVBoxLayout
    buttons: QHBoxLayout
    close_button: QPushButton
    envelope: QPushButton
    save_all: QPushButton
    print_all: QPushButton

    def __init__(
        self,
        desk: Desk,
        student: StudentId,
        asker: PartyId | None = None,
        parent: QWidget | None = None,
        *,
        printer: Callable[[], QPrinter | None] = system_printer,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._student = student
        self._waiting = FamilyLetters(packs=(), unfinished=())
        load_form(self, "letter_pack")
        self._model: RowsModel[LetterRow] = RowsModel(self._columns(), parent=self)
        self.job = LetterJob(
            desk, self, self,
            letters=lambda: self._model.rows, printer=printer, covers=self._covers,
        )  # fmt: skip
        self._dress()
        self._connect()
        self.refresh(asker)
        self.snug(640)

    def _columns(self) -> list[Column[LetterRow]]:
        return [
            Column(title=self.tr("Letter"), stretch=True, text=self._said),
            Column(title=self.tr("Student"), text=lambda row: row.student, stretch=True),
            Column(title=self.tr("Request"), text=lambda row: row.number, width=11),
        ]

    def _said(self, row: LetterRow) -> str:
        return letter_said(self._desk, row)

    def _dress(self) -> None:
        self.rows.setModel(self._model)
        self.rows.set_empty("letters", self.tr("No finished letter waits for this family"))
        self.with_cover.setChecked(True)
        set_icon(self.print_all, "print", "on_fill")
        set_icon(self.save_all, "save")
        set_icon(self.envelope, "envelope")

    def _connect(self) -> None:
        self.whom.currentIndexChanged.connect(self._show_pack)
        self.print_all.clicked.connect(self.job.ask_for_printer)
        self.save_all.clicked.connect(self.job.ask_for_file)
        self.envelope.clicked.connect(lambda: self.job.print_envelopes(self._model.rows[:1]))
        self.close_button.clicked.connect(self.reject)
        self.job.begun.connect(self._offer)
        self.job.over.connect(self.refresh)
        QShortcut(QKeySequence("Ctrl+P"), self, self.print_all.click)
        self._desk.changed.connect(self._look_again)

    # What is shown

    def refresh(self, asker: PartyId | None = None) -> None:
        """Read what waits, and stay with whoever was chosen."""
        chosen = self.pack
        wanted = asker or (chosen.recipient if chosen else None)
        self._waiting = family_letters(self._desk.store, self._student, today=self._desk.today())
        blocked = self.whom.blockSignals(True)
        self.whom.clear()
        for pack in self._waiting.packs:
            self.whom.addItem(self._named(pack), pack.recipient)
        self.whom.setCurrentIndex(max(self._place_of(wanted), 0) if self._waiting.packs else -1)
        self.whom.blockSignals(blocked)
        self._show_pack()

    def _named(self, pack: Pack) -> str:
        """Who, and how many letters; with the street where a person has two envelopes."""
        count = letters_counted(self._desk, "count", len(pack.letters))
        several = sum(one.recipient == pack.recipient for one in self._waiting.packs) > 1
        who = ", ".join(pack.block[: 2 if several else 1])
        return self.tr("{who}: {letters}").format(who=who, letters=count)

    def _place_of(self, wanted: PartyId | None) -> int:
        packs = self._waiting.packs
        return next((at for at, one in enumerate(packs) if one.recipient == wanted), -1)

    @property
    def pack(self) -> Pack | None:
        """The pack that is chosen; None where nothing waits."""
        at = self.whom.currentIndex()
        return self._waiting.packs[at] if 0 <= at < len(self._waiting.packs) else None

    def _show_pack(self) -> None:
        pack = self.pack
        self._model.set_rows(pack.letters if pack else ())
        for part in (self.whom_label, self.whom):
            part.setVisible(pack is not None)
        self.block.setText(self._where(pack) if pack else "")
        self.block.setVisible(pack is not None)
        several = pack is not None and len(pack.letters) > 1
        self.with_cover.setVisible(several)
        self._show_unfinished()
        self._offer()

    def _where(self, pack: Pack) -> str:
        if pack.mailed:
            return ", ".join(pack.block[1:])
        return self.tr("No address is on file that may be used: hand these letters over.")

    def _show_unfinished(self) -> None:
        count, words = len(self._waiting.unfinished), self._desk.wording
        self.unfinished.setText(words.text("letter.pack.unfinished", letters=count))
        self.unfinished.setVisible(bool(count))

    def _offer(self) -> None:
        pack, idle = self.pack, self.job.batch is None
        for button in (self.print_all, self.save_all, self.whom, self.with_cover):
            button.setEnabled(idle and pack is not None)
        self.envelope.setEnabled(idle and pack is not None and pack.mailed)
        self.close_button.setEnabled(idle)

    def _look_again(self, changes: Changes) -> None:
        if changes.kinds & _TOUCHING and self.isVisible() and self.job.batch is None:
            self.refresh()

    # Printing

    def _covers(self) -> Mapping[LetterId, bytes]:
        """The sheet before the first letter, where there are several and one is wished."""
        desk, pack = self._desk, self.pack
        if pack is None or len(pack.letters) < 2 or not self.with_cover.isChecked():  # noqa: PLR2004  # several
            return {}
        try:
            page = pack_cover(
                desk.store, pack, desk.printout_templates,
                letters=desk.shipped_templates, count=_sides,
                today=desk.today(), practice=desk.practice,
            )  # fmt: skip
        except DeskError:
            return {}  # told when its turn comes: the letter that is damaged is left out
        return {pack.letters[0].id: draw(page)}

    @override
    def reject(self) -> None:
        """A job under way is stopped first; what is noted stays noted."""
        if self.job.batch is not None:
            self.stop.click()
        else:
            super().reject()


def _sides(pdf: bytes) -> int:
    return len(PdfPages(pdf).sizes)
