"""Dialogs that save on a button; what is half typed outlives Escape, a lock and a crash."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from typing_extensions import override

from desktop.actions import drafts
from desktop.actions.changes import Changes
from desktop.errors import DeskError
from desktop.records.typed_words import without_ssn
from desktop.screens.date_field import DateField
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.intake_typed import put_date, typed_date
from desktop.screens.notices import FieldMessage, NoticeBar
from desktop.screens.room import room_for
from desktop.screens.theme import theme

KEEP_MS = 400
_WIDTH = 720


class TypedFields(QObject):
    """The fields of one form as plain values, kept in the records file while they differ.

    Args:
        desk: the open office.
        kind: names the draft; one of each kind is kept for each person.
        fields: the fields by name, as they were filled when the form was opened.
        parent: whom they belong to.
    """

    def __init__(
        self, desk: Desk, kind: str, fields: Mapping[str, QWidget], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kind = kind
        self._fields = fields
        self._filled = self.typed()
        self._wait = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._wait.timeout.connect(self.keep_now)
        for field in fields.values():
            _when_changed(field, self._wait.start)

    def typed(self) -> dict[str, Any]:
        """What stands in the fields; never a Social Security number."""
        return {name: _value(field) for name, field in self._fields.items()}

    def put_back(self) -> bool:
        """Put back what was typed when the form was last left; whether there was something."""
        kept = drafts.kept_draft(self._desk.store, self._kind, by=self._desk.sign())
        if not kept or kept == self._filled:
            return False
        self._put(kept)
        return True

    def start_over(self) -> None:
        """Put back what the form was opened with and forget the rest."""
        self._put(self._filled)
        self.drop()

    def keep_now(self) -> None:
        """Keep what is typed, or forget the draft when nothing differs any more."""
        self._wait.stop()
        typed = self.typed()
        if typed == self._filled:
            self.drop()
        else:
            drafts.keep_draft(self._desk.store, self._kind, typed, by=self._desk.sign())

    def drop(self) -> None:
        """Forget what was typed: it is saved, or thrown away on purpose."""
        self._wait.stop()
        drafts.drop_draft(self._desk.store, self._kind, by=self._desk.sign())

    def _put(self, typed: Mapping[str, Any]) -> None:
        for name, field in self._fields.items():
            if name in typed:
                _put(field, typed[name])


class KeptDialog(QDialog):
    """A form with Save and Cancel. A refusal is told beside its field and loses nothing."""

    notices: NoticeBar
    field_scroll: QScrollArea
    fields_inner: QWidget
    save: QPushButton
    cancel: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None, form: str) -> None:
        super().__init__(parent)
        self._desk = desk
        self._typed: TypedFields | None = None
        load_form(self, form)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save.click)

    def keep(self, kind: str, fields: Mapping[str, QWidget]) -> None:
        """From now on keep what is typed; what was typed before is put back and told."""
        self._typed = TypedFields(self._desk, kind, fields, self)
        if self._typed.put_back():
            self.notices.say(
                self.tr("Here is what you typed before. It is not saved yet."),
                action=self.tr("Start over"),
                on_action=self._typed.start_over,
            )

    def attempt(self, act: Callable[[], Changes]) -> bool:
        """Act, tell every screen, forget the draft and close; or tell what was refused."""
        self._clear_messages()
        try:
            changes = act()
            if self._typed is not None:
                self._typed.drop()
        except DeskError as fault:
            self.tell(fault)
            return False
        self._typed = None
        self._desk.did(changes)
        self.accept()
        return True

    def places(self) -> Mapping[str, FieldMessage]:
        """Where a refusal is told, by its code; the others go to the top of the dialog."""
        return {}

    def tell(self, fault: DeskError) -> None:
        """Tell a refusal beside its field."""
        place = self.places().get(fault.code)
        if place is None:
            self.notices.say_fault(fault)
        else:
            place.tell(fault.sentence())

    def _clear_messages(self) -> None:
        self.notices.clear()
        for message in self.findChildren(FieldMessage):
            message.clear()

    def _save(self) -> None:
        raise NotImplementedError

    @override
    def sizeHint(self) -> QSize:
        """Wide enough to read, and as tall as all fields."""
        natural = super().sizeHint()
        fields = self.fields_inner.sizeHint().height()
        height = natural.height() - self.field_scroll.sizeHint().height() + fields
        return QSize(max(natural.width(), theme().sizes.px(_WIDTH)), height)

    @override
    def open(self) -> None:
        # Left to itself, Qt takes two thirds of the screen at most and the fields would scroll.
        self.resize(self.sizeHint().boundedTo(room_for(self)))
        self.fields_inner.installEventFilter(self)
        super().open()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with what a choice opens below, while the screen has room."""
        if watched is self.fields_inner and event.type() is QEvent.Type.LayoutRequest:
            wanted = min(self.sizeHint().height(), room_for(self).height())
            self.resize(self.width(), max(wanted, self.height()))
        return super().eventFilter(watched, event)

    @override
    def done(self, result: int) -> None:
        if self._typed is not None:
            try:
                self._typed.keep_now()
            except DeskError as fault:
                # The only copy of what was typed is this window: it stays.
                self._typed = None
                self.notices.say_fault(fault)
                return
        super().done(result)


def _value(field: QWidget) -> str | bool:
    match field:
        case QLineEdit():
            return without_ssn(field.text())
        case QPlainTextEdit():
            return without_ssn(field.toPlainText())
        case QComboBox():
            return str(field.currentData() or "")
        case QAbstractButton():
            return field.isChecked()
        case DateField():
            return typed_date(field)
    raise TypeError(type(field).__name__)


def _put(field: QWidget, value: Any) -> None:
    match field:
        case QLineEdit():
            field.setText(value)
        case QPlainTextEdit():
            field.setPlainText(value)
        case QComboBox():
            field.setCurrentIndex(max(0, field.findData(value)))
        case QAbstractButton():
            field.setChecked(value)
        case DateField():
            put_date(field, value)


def _when_changed(field: QWidget, does: Callable[[], object]) -> None:
    match field:
        case QLineEdit() | QPlainTextEdit():
            field.textChanged.connect(lambda *_: does())
        case QComboBox():
            field.currentIndexChanged.connect(lambda _: does())
        case QAbstractButton():
            field.toggled.connect(lambda _: does())
        case DateField():
            field.entry.textChanged.connect(lambda _: does())
