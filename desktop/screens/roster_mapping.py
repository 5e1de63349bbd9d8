"""A plain list's columns, each with its first cells and what it is to be taken as."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QWidget

from desktop.actions.roster_file import PlainList
from desktop.records.roster_columns import RosterField
from desktop.records.roster_csv import CsvPreview
from desktop.records.typed_words import holds_ssn
from desktop.screens.choice_box import ChoiceBox
from desktop.screens.form import load_form
from desktop.screens.theme import set_look
from desktop.screens.widgets import ElidedLabel
from desktop.wording.sentences import Wording

_CELLS = 3  # of the first rows, shown beside a title
_NAMED = 12  # columns not taken that are named before the rest is counted
_AT_ONCE = 40  # columns shown; laying out a thousand would hold the window for seconds
_FIELD = int(Qt.ItemDataRole.UserRole)
_MASK = "•••-••-••••"


class RosterMapping(QWidget):
    """Says what each column is. The guess is put in; what is not taken is named below."""

    says: QLabel
    columns: QGridLayout
    show_more: QPushButton
    not_taken: QLabel

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._shown: list[QWidget] = []
        self._fields: dict[int, QComboBox] = {}
        self._to_show: list[int] = []
        self._preview = CsvPreview()
        self._headers: tuple[str, ...] = ()
        # One model for all lists: a file may have a thousand columns.
        self._choices = QStandardItemModel(self)
        for code in ("", *RosterField):
            item = QStandardItem(wording.text(f"roster.field.{code or 'none'}"))
            item.setData(str(code), _FIELD)
            self._choices.appendRow(item)
        load_form(self, "roster_mapping")
        self.show_more.clicked.connect(self._show_part)
        self.says.setText(wording.text("roster.mapping.says"))

    def show_list(self, table: PlainList) -> None:
        """Show the columns of a file with the guess of what they are.

        Of a very wide file those that were guessed come first, and the others in parts.
        """
        preview = table.preview
        self._preview = preview
        self._headers = tuple(
            title or self._wording.text("roster.mapping.untitled", place=place + 1)
            for place, title in enumerate(preview.headers)
        )
        places = list(range(len(self._headers)))
        if len(places) > _AT_ONCE:
            places.sort(key=lambda place: place not in preview.mapping)
        self._clear()
        self._to_show = places
        self._show_part()
        self._name_the_rest()

    def mapping(self) -> dict[int, RosterField]:
        """Column places, from 0, with what is taken from them."""
        return dict(sorted(self._taken()))

    def fields(self) -> tuple[QComboBox, ...]:
        """The lists to choose from, top to bottom."""
        return tuple(self._fields.values())

    def _taken(self) -> Iterator[tuple[int, RosterField]]:
        for place, field in self._fields.items():
            chosen = field.currentData(_FIELD)
            if chosen:
                yield place, RosterField(chosen)

    def _clear(self) -> None:
        for widget in self._shown:
            self.columns.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown.clear()
        self._fields.clear()

    def _show_part(self) -> None:
        """Show the next columns; all that were guessed are among the first."""
        count = max(_AT_ONCE, len(self._preview.mapping) - len(self._fields))
        for place in self._to_show[:count]:
            self._add_row(place)
        del self._to_show[:count]
        self.show_more.setVisible(bool(self._to_show))
        more = self._wording.text("roster.mapping.show_more", more=len(self._to_show))
        self.show_more.setText(more)

    def _add_row(self, place: int) -> None:
        title, guess = self._headers[place], self._preview.mapping.get(place)
        name, cells, field = ElidedLabel(), ElidedLabel(), ChoiceBox()
        name.set_full_text(title)
        cells.set_full_text(self._sample(place))
        set_look(cells, look="quiet")
        field.setModel(self._choices)
        field.setAccessibleName(self._wording.text("roster.mapping.take", column=title))
        field.setCurrentIndex(field.findData(str(guess or ""), _FIELD))
        field.currentIndexChanged.connect(lambda _: self._name_the_rest())
        for column, widget in enumerate((name, cells, field)):
            self.columns.addWidget(widget, len(self._fields) + 1, column)
            self._shown.append(widget)
        self._fields[place] = field

    def _sample(self, place: int) -> str:
        rows = self._preview.rows
        cells = [row[place] for row in rows if place < len(row) and row[place].strip()]
        return " · ".join(map(_unless_secret, cells[:_CELLS]))

    def _name_the_rest(self) -> None:
        taken = self.mapping()
        left = [title for place, title in enumerate(self._headers) if place not in taken]
        if not left:
            self.not_taken.setText(self._wording.text("roster.mapping.all_taken"))
            return
        named, more = ", ".join(left[:_NAMED]), len(left) - _NAMED
        code = "roster.mapping.not_taken_more" if more > 0 else "roster.mapping.not_taken"
        self.not_taken.setText(self._wording.text(code, columns=named, more=more))


def _unless_secret(cell: str) -> str:
    """What looks like a Social Security number is not shown to whoever stands at the counter."""
    return _MASK if holds_ssn(cell) else cell
