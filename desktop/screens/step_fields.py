"""What a step writes down: a field of the right kind for each, with what it is for below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import assert_never

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.records.details import Details
from desktop.records.rights import Field, FieldKind
from desktop.screens.choice_box import ChoiceBox
from desktop.screens.date_field import DateField
from desktop.screens.intake_typed import put_date, typed_date
from desktop.screens.note_field import NoteField
from desktop.screens.notices import FieldMessage
from desktop.screens.request_part import clear_layout, plain_label
from desktop.screens.theme import theme
from desktop.screens.typed_amount import read_time
from desktop.screens.typed_date import Lean
from desktop.screens.ways import Ticks, Ways
from desktop.wording.dates import clock_time

_TEXT_LINES = 3


class StepFields(QWidget):
    """The fields of one step, in its order.

    Values are texts as ``records.details`` keeps them; what cannot be read stands as it was typed.

    Signals:
        typed: something was typed or chosen; carries the field's id and what stands there now.
    """

    typed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, FieldRow] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)

    def offer(
        self,
        fields: Sequence[Field],
        values: Details,
        *,
        today: date,
        staff: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Show these fields with what stands in them already.

        ``today`` reads typed days; ``staff`` are those who can be named, each an id and a name.
        """
        clear_layout(self._layout)
        self._rows = {}
        for field in fields:
            row = new_row(field, today, staff)
            row.put(values.get(field.id, ""))
            row.typed.connect(lambda one=field.id: self._tell_typed(one))
            self._rows[field.id] = row
            self._layout.addWidget(row)
            row.show()  # at once, so that the Tab key finds it; a layout shows it a moment later
        self._show_asked()
        self.setVisible(bool(fields))

    def row(self, field: str) -> FieldRow:
        """The row of a field."""
        return self._rows[field]

    def values(self) -> dict[str, str]:
        """What stands in the fields, by their id."""
        return {id_: row.value() for id_, row in self._rows.items()}

    def tell(self, wrong: Mapping[str, str]) -> None:
        """Say beside each field what is wrong with it; the keyboard goes to the first."""
        first = True
        for id_, row in self._rows.items():
            row.message.clear()
            if id_ in wrong:
                row.message.tell(wrong[id_], focus=False)
                if first:
                    row.take_keyboard()
                first = False

    def take_keyboard(self) -> bool:
        """Put the keyboard into the first field that is empty, or the first; whether there is one.

        A field that may stay empty is passed by.
        """
        rows = [row for row in self._rows.values() if not row.isHidden()]
        empty = [row for row in rows if row.field.needed and not row.value().strip()]
        for row in (empty or rows)[:1]:
            row.take_keyboard()
        return bool(rows)

    def _tell_typed(self, field: str) -> None:
        self._rows[field].message.clear()
        self._show_asked()
        self.typed.emit(field, self._rows[field].value())

    def _show_asked(self) -> None:
        """Show the fields that are asked after the answers before them."""
        values: dict[str, str] = {}
        for id_, row in self._rows.items():
            asked = row.field.asked(values)
            row.setVisible(asked)
            if asked:
                values[id_] = row.value()


class FieldRow(QWidget):
    """One field with its name above and what it is for below.

    Signals:
        typed: something was typed or chosen.
    """

    typed = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        self.label = QLabel(self._name().replace("&", "&&"))
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.says = plain_label("small")
        self.says.setText(field.says)
        if not field.says:
            self.says.hide()
        self.message = FieldMessage()

    def value(self) -> str:
        """What stands in the field, as it is kept."""
        raise NotImplementedError

    def put(self, value: str) -> None:
        """Put a kept value into the field."""
        raise NotImplementedError

    def take_keyboard(self) -> None:
        """Put the keyboard into the field."""
        raise NotImplementedError

    def _name(self) -> str:
        if self.field.needed:
            return self.field.title
        return self.tr("{field} (optional)").format(field=self.field.title)

    def _lay_out(self, entry: QWidget) -> None:
        entry.setAccessibleName(self.field.title)
        (entry.focusProxy() or entry).setAccessibleName(self.field.title)
        self.label.setBuddy(entry)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self.label, entry, self.says):
            layout.addWidget(part)
        if not entry.isAncestorOf(self.message):
            self.message.attach(entry)
            layout.addWidget(self.message)


class LineRow(FieldRow):
    """A few words on one line."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.entry = QLineEdit()
        self.entry.textChanged.connect(lambda _: self.typed.emit())
        self._lay_out(self.entry)

    @override
    def value(self) -> str:
        return self.entry.text()

    @override
    def put(self, value: str) -> None:
        self.entry.setText(value)
        self.entry.setCursorPosition(0)

    @override
    def take_keyboard(self) -> None:
        self.entry.setFocus()


class TimeRow(LineRow):
    """An hour, typed as it is said; kept as "14:30"."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.entry.setPlaceholderText(self.tr("2:30 p.m."))
        self.entry.editingFinished.connect(self._write_out)
        theme().changed.connect(self._fit)
        self._fit()

    @override
    def value(self) -> str:
        hour = read_time(self.entry.text())
        return hour.isoformat("minutes") if hour else self.entry.text()

    @override
    def put(self, value: str) -> None:
        try:
            super().put(clock_time(time.fromisoformat(value)))
        except ValueError:
            super().put(value)

    def _fit(self) -> None:
        self.entry.setMaximumWidth(theme().sizes.px(140))

    def _write_out(self) -> None:
        hour = read_time(self.entry.text())
        if hour is not None:
            self.entry.setText(clock_time(hour))


class TextRow(FieldRow):
    """Sentences, over a few lines."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.entry = NoteField()
        self.entry.setProperty("lines", _TEXT_LINES)
        self.entry.textChanged.connect(self.typed)
        self._lay_out(self.entry)

    @override
    def value(self) -> str:
        return self.entry.toPlainText()

    @override
    def put(self, value: str) -> None:
        self.entry.setPlainText(value)

    @override
    def take_keyboard(self) -> None:
        self.entry.setFocus()


class DateRow(FieldRow):
    """A day; one the dates follow is looked for in the time ahead."""

    def __init__(self, field: Field, today: date) -> None:
        super().__init__(field)
        self.entry = DateField()
        self.message = self.entry.message
        self.entry.set_today(today, Lean.FUTURE if field.event else Lean.NEAREST)
        self.entry.entry.textChanged.connect(lambda _: self.typed.emit())
        self._lay_out(self.entry)

    @override
    def value(self) -> str:
        return typed_date(self.entry)

    @override
    def put(self, value: str) -> None:
        put_date(self.entry, value)

    @override
    def take_keyboard(self) -> None:
        self.entry.entry.setFocus()


class ChoiceRow(FieldRow):
    """One answer of several; where none is needed, it can be left open again."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.entry = Ways(self)
        ways = [(one.id, one.title) for one in field.option]
        self.entry.offer(ways if field.needed else [*ways, ("", self.tr("Leave it open"))])
        self.entry.chosen.connect(self.typed)
        self._lay_out(self.entry)

    @override
    def value(self) -> str:
        return self.entry.code()

    @override
    def put(self, value: str) -> None:
        self.entry.put(value)

    @override
    def take_keyboard(self) -> None:
        self.entry.take_keyboard()


class TicksRow(FieldRow):
    """Any of several."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.entry = Ticks(self)
        self.entry.offer([(one.id, one.title) for one in field.option])
        self.entry.chosen.connect(self.typed)
        self._lay_out(self.entry)

    @override
    def value(self) -> str:
        return " ".join(self.entry.ticked())

    @override
    def put(self, value: str) -> None:
        self.entry.set_ticked(value.split())

    @override
    def take_keyboard(self) -> None:
        self.entry.take_keyboard()


class StaffRow(FieldRow):
    """Somebody of the staff."""

    def __init__(self, field: Field, staff: Sequence[tuple[str, str]]) -> None:
        super().__init__(field)
        self.entry = ChoiceBox()
        self.entry.addItem(self.tr("Choose"), "")
        for id_, name in staff:
            self.entry.addItem(name, id_)
        self.entry.currentIndexChanged.connect(lambda _: self.typed.emit())
        self._lay_out(self.entry)

    @override
    def value(self) -> str:
        return self.entry.currentData() or ""

    @override
    def put(self, value: str) -> None:
        self.entry.setCurrentIndex(max(self.entry.findData(value), 0))

    @override
    def take_keyboard(self) -> None:
        self.entry.setFocus()


def new_row(field: Field, today: date, staff: Sequence[tuple[str, str]] = ()) -> FieldRow:
    """An empty row for a field."""
    match field.kind:
        case FieldKind.LINE | FieldKind.TIME:
            return LineRow(field) if field.kind is FieldKind.LINE else TimeRow(field)
        case FieldKind.TEXT:
            return TextRow(field)
        case FieldKind.DATE:
            return DateRow(field, today)
        case FieldKind.CHOICE:
            return ChoiceRow(field)
        case FieldKind.TICKS:
            return TicksRow(field)
        case FieldKind.STAFF:
            return StaffRow(field, staff)
        case _:
            assert_never(field.kind)
