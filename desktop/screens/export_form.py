"""The form before a table leaves: who gets it, what for, as which kind of file, then where to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget
from typing_extensions import override

from desktop.actions.exporting import Exported, check_export, export_sheet
from desktop.actions.sheets import Maker
from desktop.errors import DeskError
from desktop.records.export import ExportAsked
from desktop.records.file_name import safe_name
from desktop.records.sheet import SheetFormat
from desktop.screens.desk import Desk
from desktop.screens.kept_form import KeptDialog
from desktop.screens.note_field import NoteField
from desktop.screens.notices import FieldMessage
from desktop.screens.office_job import run_with_store
from desktop.screens.printing import ask_for_file
from desktop.store.store import Store

_KINDS = {SheetFormat.XLSX: "Excel (*.xlsx)", SheetFormat.CSV: "CSV (*.csv)"}


class ExportForm(KeptDialog):
    """What is typed here is kept with the hash of the file, never in the journal.

    Args:
        desk: the office.
        code: which table.
        make: makes it, on a connection of its own.
        parent: what it stands over.

    Signals:
        saved: the file is there; carries the sentence that says so.
    """

    says: QLabel
    receiver: QLineEdit
    receiver_message: FieldMessage
    reason: NoteField
    reason_message: FieldMessage
    format: QComboBox

    saved = Signal(str)

    def __init__(self, desk: Desk, code: str, make: Maker, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, "export")
        self._make = make
        title = desk.wording.text(f"sheet.title.{code}")
        self._title = self.tr("PRACTICE {title}").format(title=title) if desk.practice else title
        self.says.setText(
            self.tr("{table}, every line that fits, as it stands now.").format(table=self._title)
        )
        for kind in _KINDS:
            self.format.addItem(desk.wording.text(f"export.format.{kind}"), kind.value)
        fields = {name: getattr(self, name) for name in ("receiver", "reason", "format")}
        self.keep(f"export.{code}", fields)

    def value(self) -> ExportAsked:
        """What was typed."""
        return ExportAsked(
            receiver=self.receiver.text(),
            reason=self.reason.toPlainText(),
            format=SheetFormat(self.format.currentData()),
        )

    @override
    def places(self) -> Mapping[str, FieldMessage]:
        return {"export_receiver": self.receiver_message, "export_reason": self.reason_message}

    @override
    def _save(self) -> None:
        self._clear_messages()
        try:
            asked = check_export(self.value())
        except DeskError as fault:
            self.tell(fault)
            return
        title = self.tr("Save the table")
        name = safe_name(f"{self._title} {self._desk.today():%Y-%m-%d}", f".{asked.format}")
        ask_for_file(title, _KINDS[asked.format], name, self, self.save_to)

    def save_to(self, path: Path) -> None:
        """Make the table again, beside the window, and write it to ``path``."""
        desk, make, asked = self._desk, self._make, self.value()
        words, today, by, title = desk.wording, desk.today(), desk.sign(), self._title
        self._working(on=True)

        def work(store: Store) -> Exported:
            sheet = replace(make(store), title=title)
            return export_sheet(store, sheet, asked, path=path, wording=words, today=today, by=by)

        run_with_store(desk, work, owner=self, on_done=self._done, on_failed=self._failed)

    def _working(self, *, on: bool) -> None:
        for button in (self.save, self.cancel):
            button.setEnabled(not on)

    def _done(self, exported: Exported) -> None:
        self._working(on=False)
        made = exported.made
        if self.attempt(lambda: exported.changes):
            said = self.tr("Saved with {n} lines. Its hash begins with {hash}.")
            self.saved.emit(said.format(n=made.count, hash=made.sha256[:12]))

    def _failed(self, fault: DeskError) -> None:
        self._working(on=False)
        self.tell(fault)
