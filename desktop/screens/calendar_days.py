"""Days the office enters by hand: added, corrected or taken back, and what moved with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from desktop.actions.changes import Changes
from desktop.actions.closures import change_entry
from desktop.actions.days import Moved, NewDays, add_entry, remove_entry
from desktop.errors import DeskError
from desktop.records.names import clean_name
from desktop.screens.date_field import DateField
from desktop.screens.desk import Desk
from desktop.screens.kept_form import KeptDialog
from desktop.screens.moved import MovedRow, moved_rows
from desktop.screens.notices import FieldMessage
from desktop.screens.office_job import run_with_store
from desktop.store.own_days import CalendarEntry
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """What an edit of the calendar touched, and the requests whose dates moved."""

    changes: Changes
    moved: Sequence[MovedRow]


def edited_by(store: Store, act: Callable[[Store], tuple[Changes, tuple[Moved, ...]]]) -> Edited:
    """Edit the calendar, and read the students of the requests that moved."""
    changes, moved = act(store)
    return Edited(changes=changes, moved=moved_rows(store, moved))


class DaysDialog(KeptDialog):
    """One run of days. Saving counts the open requests again, beside the window.

    Signals:
        edited: the calendar changed; carries the ``Edited``.
    """

    from_on: DateField
    until_on: DateField
    entry_title: QLineEdit
    title_message: FieldMessage
    kind: QComboBox
    says: QLabel
    remove: QPushButton

    edited = Signal(object)

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        *,
        entry: CalendarEntry | None = None,
        first: date | None = None,
    ) -> None:
        super().__init__(desk, parent, "calendar_days")
        self._entry = entry
        for code, words in (
            ("closure", self.tr("No school")),
            ("holiday", self.tr("Public holiday here")),
            ("not_holiday", self.tr("Not a holiday here")),
        ):
            self.kind.addItem(words, code)
        for field in (self.from_on, self.until_on):
            field.set_today(desk.today())
        self.from_on.set_value(entry.from_on if entry else first)
        self.remove.setVisible(entry is not None)
        self.remove.clicked.connect(self._remove)
        self.entry_title.textEdited.connect(self.title_message.clear)
        if entry is not None:
            self._fill(entry)
        fields = {
            name: getattr(self, name) for name in ("from_on", "until_on", "entry_title", "kind")
        }
        self.keep(f"calendar.{entry.id if entry else 'new'}", fields)

    def _fill(self, entry: CalendarEntry) -> None:
        if entry.until_on != entry.from_on:
            self.until_on.set_value(entry.until_on)
        self.entry_title.setText(entry.title)
        self.kind.setCurrentIndex(self.kind.findData(entry.kind))

    @override
    def _save(self) -> None:
        self._clear_messages()
        first = self.from_on.value()
        if first is None:
            self.from_on.tell(self.tr("Type the first day, such as 12/21."))
            return
        if self.until_on.is_wrong():
            self.until_on.tell_fault()
            return
        days = NewDays(
            from_on=first,
            until_on=self.until_on.value() or first,
            title=clean_name(self.entry_title.text()),
            kind=self.kind.currentData(),
        )
        law, by, entry = self._desk.law, self._desk.sign(), self._entry
        if entry is not None:
            self._edit(lambda store: change_entry(store, entry.id, days, law=law, by=by))
            return
        self._edit(
            lambda store: add_entry(
                store,
                from_on=days.from_on,
                until_on=days.until_on,
                title=days.title,
                kind=days.kind,
                law=law,
                by=by,
            )
        )

    def _remove(self) -> None:
        law, by, entry = self._desk.law, self._desk.sign(), self._entry
        if entry is not None:
            self._edit(lambda store: remove_entry(store, entry.id, law=law, by=by))

    def _edit(self, act: Callable[[Store], tuple[Changes, tuple[Moved, ...]]]) -> None:
        self._working(True)
        run_with_store(
            self._desk,
            lambda store: edited_by(store, act),
            owner=self,
            on_done=self._done,
            on_failed=self._failed,
        )

    def _done(self, edited: Edited) -> None:
        self._working(False)
        self.edited.emit(edited)
        self.attempt(lambda: Changes(kinds=frozenset()))

    def _failed(self, fault: DeskError) -> None:
        self._working(False)
        if fault.code == "entry_order":
            self.until_on.tell(fault.sentence())
        else:
            self.tell(fault)

    def _working(self, on: bool) -> None:
        for button in (self.save, self.cancel, self.remove):
            button.setEnabled(not on)

    @override
    def places(self) -> Mapping[str, FieldMessage]:
        return {"entry_title": self.title_message}
