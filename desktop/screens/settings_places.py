"""Settings: the places where this school keeps records about a student, in the order of asking."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLineEdit, QPushButton, QWidget

from desktop.actions.changes import Changes
from desktop.actions.changes import Kind as Touched
from desktop.actions.office import set_places
from desktop.errors import DeskError
from desktop.records.names import clean_name
from desktop.records.place import Place
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.notices import FieldMessage, Kind, NoticeBar
from desktop.screens.settings_kept import KeptTab, save_by_keyboard
from desktop.screens.tables import Column, RowsModel, RowsView
from desktop.store import queries


class PlaceDialog(QDialog):
    """One place: its name and who keeps it.

    Signals:
        taken: carries the place as typed.
    """

    place: QLineEdit
    place_message: FieldMessage
    keeper: QLineEdit
    overwrites: QCheckBox
    vendor: QCheckBox
    cancel: QPushButton
    take: QPushButton

    taken = Signal(object)  # Place

    def __init__(self, row: Place | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = row.id if row else None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        load_form(self, "place_dialog")
        self.place_message.attach(self.place)
        if row:
            self.place.setText(row.name)
            self.keeper.setText(row.keeper)
            self.overwrites.setChecked(row.overwrites)
            self.vendor.setChecked(row.vendor)
        self.place.selectAll()
        self.place.setFocus(Qt.FocusReason.OtherFocusReason)
        self.place.textEdited.connect(self.place_message.clear)
        self.cancel.clicked.connect(self.reject)
        self.take.clicked.connect(self._take)

    def _take(self) -> None:
        name = clean_name(self.place.text())
        if not name:
            self.place_message.tell(self.tr("The place needs a name."))
            return
        place = Place(
            id=self._id,
            name=name,
            keeper=clean_name(self.keeper.text()),
            overwrites=self.overwrites.isChecked(),
            vendor=self.vendor.isChecked(),
        )
        self.taken.emit(place)
        self.accept()


class PlacesTab(QWidget):
    """The list is edited here and written with one Save.

    Signals:
        moment_changed: other guidance belongs to the place chosen now.
    """

    notices: NoticeBar
    places: RowsView
    add: QPushButton
    change: QPushButton
    up: QPushButton
    down: QPushButton
    remove: QPushButton
    unsaved: QLabel
    save: QPushButton

    moment_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._saved: list[Place] = []
        self._at_vendor = False
        load_form(self, "settings_places")
        self._model = RowsModel(self._columns(), parent=self)
        self.places.setModel(self._model)
        self.places.set_empty(
            "folder",
            self.tr("No place is on the list"),
            self.tr("Without places nobody is reminded where to look."),
        )
        self.setFocusProxy(self.places)
        self._connect()
        self.refresh()
        self._kept = KeptTab(
            desk,
            "settings.places",
            self,
            notices=self.notices,
            read=self._typed,
            put=self._put_back,
            start_over=self.refresh,
        )

    def _columns(self) -> list[Column[Place]]:
        return [
            Column(title=self.tr("Place"), text=lambda row: row.name, stretch=True),
            Column(title=self.tr("Who keeps it"), text=lambda row: row.keeper, width=26),
            Column(title=self.tr("First day"), text=self._first_day, width=18, quiet=True),
        ]

    def _first_day(self, row: Place) -> str:
        return self.tr("Ask to keep it") if row.overwrites else ""

    def _connect(self) -> None:
        save_by_keyboard(self, self.save)
        self.add.clicked.connect(lambda: self._open_dialog(None))
        self.change.clicked.connect(lambda: self._open_dialog(self.places.current_row()))
        self.places.row_activated.connect(self._open_dialog)
        self.places.row_chosen.connect(self._offer)
        self.remove.clicked.connect(self._remove)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.save.clicked.connect(self._save)
        for keys, does in (
            (Qt.Key.Key_Delete, self.remove),
            (Qt.Modifier.ALT | Qt.Key.Key_Up, self.up),
            (Qt.Modifier.ALT | Qt.Key.Key_Down, self.down),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.places)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(does.click)
        self._desk.changed.connect(self._office_changed)

    @property
    def moment(self) -> str:
        """How to search, or what families ask about a company that keeps records."""
        return "vendor_questions" if self._at_vendor else "search"

    def refresh(self) -> None:
        """Show the list as it is in the file."""
        self._saved = queries.places(self._desk.store)
        self._show(self._saved, self._place())

    def rows(self) -> list[Place]:
        """The list as it is edited."""
        return list(self._model.rows)

    def _typed(self) -> dict[str, Any] | None:
        rows = self.rows()
        if rows == self._saved:
            return None
        return {
            "rows": [[row.id, row.name, row.keeper, row.overwrites, row.vendor] for row in rows]
        }

    def _put_back(self, typed: Mapping[str, Any]) -> None:
        rows = [
            Place(id=one, name=name, keeper=keeper, overwrites=overwrites, vendor=vendor)
            for one, name, keeper, overwrites, vendor in typed["rows"]
        ]
        self._show(rows, 0)

    def _office_changed(self, changes: Changes) -> None:
        if Touched.OFFICE in changes.kinds and self.rows() == self._saved:
            self.refresh()

    def _place(self) -> int:
        return self.places.currentIndex().row()

    def _show(self, rows: list[Place], place: int) -> None:
        self._model.set_rows(rows)
        self.places.choose_place(min(max(place, 0), len(rows) - 1))
        self._offer()

    def _offer(self, _row: object = None) -> None:
        place, rows = self._place(), self.rows()
        chosen = 0 <= place < len(rows)
        for button in (self.change, self.remove):
            button.setEnabled(chosen)
        self.up.setEnabled(chosen and place > 0)
        self.down.setEnabled(chosen and place < len(rows) - 1)
        edited = rows != self._saved
        self.save.setEnabled(edited)
        self.unsaved.setVisible(edited)
        self._tell_moment(chosen and rows[place].vendor)

    def _tell_moment(self, at_vendor: bool) -> None:
        if at_vendor != self._at_vendor:
            self._at_vendor = at_vendor
            self.moment_changed.emit()

    def _open_dialog(self, row: Place | None) -> None:
        dialog = PlaceDialog(row, self)
        dialog.taken.connect(self._put if row else self._append)
        dialog.open()

    def _append(self, row: Place) -> None:
        rows = [*self.rows(), row]
        self._show(rows, len(rows) - 1)

    def _put(self, row: Place) -> None:
        rows, place = self.rows(), self._place()
        rows[place] = row
        self._show(rows, place)

    def _remove(self) -> None:
        rows, place = self.rows(), self._place()
        if 0 <= place < len(rows):
            del rows[place]
            self._show(rows, place)

    def _move(self, step: int) -> None:
        rows, place = self.rows(), self._place()
        target = place + step
        if 0 <= place < len(rows) and 0 <= target < len(rows):
            rows[place], rows[target] = rows[target], rows[place]
            self._show(rows, target)

    def _save(self) -> None:
        try:
            changes = set_places(self._desk.store, self.rows(), by=self._desk.sign())
        except DeskError as fault:
            self.notices.say_fault(fault)
            return
        self.refresh()
        self._kept.keep_now()
        self._desk.did(changes)
        self.notices.say(self.tr("Saved. New requests get this list."), Kind.SUCCESS)
