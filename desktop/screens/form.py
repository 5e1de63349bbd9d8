"""Put a form from ``forms/`` into a window and hand the code its named parts.

A screen annotates the parts it touches; the annotation is the contract, and a form that breaks it
is refused with both names. Nothing else of the form is reachable from code.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping
from typing import get_type_hints

from PySide6 import QtWidgets
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QDialog,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLayout,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.errors import ResourceError
from desktop.paths import forms
from desktop.screens.flow import FlowRow
from desktop.screens.plain_label import PlainLabel

# Our own widgets, by the class name a form gives them ("promoted" in Designer), and the module of
# each: a form pays only for what it uses. A class missing here is refused, where QUiLoader would
# silently put the Designer base class in its place.
PROMOTED: Mapping[str, str] = {
    "Card": "widgets",
    "CareFields": "care_fields",
    "ChoiceBox": "choice_box",
    "ChoiceList": "choices",
    "Ways": "ways",
    "DateField": "date_field",
    "DueBadge": "due",
    "ElidedLabel": "widgets",
    "FieldMessage": "notices",
    "FittedRows": "fitted_rows",
    "FlowRow": "flow",
    "IconLabel": "icon_label",
    "KeyValues": "widgets",
    "LabelPicker": "label_picker",
    "LateFields": "late_fields",
    "LetterPreview": "letter_preview",
    "MonthGrid": "month_grid",
    "MovedList": "moved",
    "NewPassphrase": "passphrase",
    "NoteField": "note_field",
    "NoticeBar": "notices",
    "PaletteField": "palette",
    "PassphraseField": "passphrase",
    "PlainLabel": "plain_label",
    "RowsView": "tables",
    "SearchField": "widgets",
    "StatusStrip": "status",
    "SectionHeader": "widgets",
    "SnugScroll": "snug_scroll",
    "StepFields": "step_fields",
    "StepRow": "widgets",
    "TickGrid": "choices",
    "Ticks": "ways",
    "TypeAhead": "type_ahead",
}
# What a form gets in place of a class of Qt's that falls short.
_INSTEAD: Mapping[str, str] = {"QComboBox": "ChoiceBox", "QLabel": "PlainLabel"}
_PARTS = (QWidget, QLayout, QAction, QActionGroup, QButtonGroup)
# Fusion's own margin and spacing: what a layout has when nobody chose.
_UNCHOSEN_MARGIN, _UNCHOSEN_SPACING = 9, 6


class FormError(ResourceError):
    """A form cannot be used: not there, broken, or not what the screen's annotations say."""


def load_form(widget: QWidget, name: str) -> None:
    """Fill ``widget`` with ``forms/<name>.ui`` and set its annotated parts.

    A public annotation whose type is a widget, layout, action or button group names a part of the
    form. Names with a leading underscore are the screen's own and are left alone.

    Raises:
        FormError: the form is missing or broken (with its line), or a part is missing or of
            another type (with both names).
    """
    root = read_form(name, widget)
    if isinstance(widget, QMainWindow):
        widget.setCentralWidget(root)
    else:
        layout = QVBoxLayout(widget)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(root)
    if root.windowTitle() and not widget.windowTitle():
        widget.setWindowTitle(root.windowTitle())
    if isinstance(widget, QDialog):
        widget.installEventFilter(_EnterKey(widget))
    for part, found in parts_of(type(widget), root, name).items():
        setattr(widget, part, found)


def read_form(name: str, parent: QWidget | None = None) -> QWidget:
    """The root widget of ``forms/<name>.ui``.

    Raises:
        FormError: the form is missing, is not a form, or uses a class the program does not know.
    """
    path = forms(f"{name}.ui")
    if not path.is_file():
        raise FormError(f"forms/{name}.ui", "", 0, "it is not there")
    loader = _new_loader()
    try:
        root = loader.load(str(path), parent)
    except RuntimeError as fault:
        raise _broken(name, loader.errorString()) from fault
    if loader.unknown:
        raise FormError(f"forms/{name}.ui", loader.unknown[0], 0, "no widget has this class name")
    _tidy_layouts(root)
    for label in root.findChildren(QLabel):
        # Left to itself a label guesses at markup, and a family's name may look like some.
        label.setTextFormat(Qt.TextFormat.PlainText)
        if isinstance(label, PlainLabel):
            label.setText(label.text())  # the form's own words were set by Qt
    for row in root.findChildren(FlowRow):
        row.flow()
    return root


def parts_of(screen: type, root: QWidget, name: str) -> dict[str, QObject]:
    """The parts of ``root`` that the annotations of ``screen`` ask for, by name.

    Raises:
        FormError: a part is missing or of another type.
    """
    found: dict[str, QObject] = {}
    for part, wanted in annotated_parts(screen).items():
        child = root.findChild(QObject, part)
        if child is None:
            raise FormError(
                f"forms/{name}.ui", part, 0, f"{screen.__name__} needs it and it is not there"
            )
        if not isinstance(child, wanted):
            has, needs = type(child).__name__, wanted.__name__
            raise FormError(
                f"forms/{name}.ui", part, 0, f"{screen.__name__} needs a {needs}, it is a {has}"
            )
        found[part] = child
    return found


def annotated_parts(screen: type) -> dict[str, type]:
    """The annotations of ``screen`` and its bases that name parts of a form."""
    return {
        part: kind
        for part, kind in get_type_hints(screen).items()
        if not part.startswith("_") and isinstance(kind, type) and issubclass(kind, _PARTS)
    }


def promoted(class_name: str) -> type[QWidget]:
    """The class of ours that forms call ``class_name``."""
    module = importlib.import_module(f"desktop.screens.{PROMOTED[class_name]}")
    found: type[QWidget] = getattr(module, class_name)
    return found


class _EnterKey(QObject):
    """Enter presses the button the keyboard is on.

    A button that is not to become a dialog's main one by itself leaves the key alone, and the main
    one would be pressed: with the keyboard on Cancel, Enter saved.
    """

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        on = watched.focusWidget() if isinstance(watched, QDialog) else None
        enter = event.key() in _ENTER and not event.modifiers() & ~_KEYPAD
        if not enter or not isinstance(on, QPushButton):
            return False
        on.click()
        return True


_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class _Loader(QUiLoader):
    """QUiLoader that knows our widgets and remembers class names nobody knows."""

    def __init__(self) -> None:
        super().__init__()
        self.unknown: list[str] = []
        self._known = frozenset(self.availableWidgets())

    @override
    def createWidget(
        self, class_name: str, parent: QWidget | None = None, name: str = ""
    ) -> QWidget:
        class_name = _INSTEAD.get(class_name, class_name)
        if class_name not in PROMOTED and class_name not in self._known:
            self.unknown.append(class_name)
            class_name = "QWidget"
        kind = promoted(class_name) if class_name in PROMOTED else _of_qt(class_name)
        if kind is None:
            return super().createWidget(class_name, parent, name)
        # What is made here is known for what it is. To learn what Qt made, PySide6 would look
        # through every kind of widget and define the class of each: 10 ms of the start.
        made = kind(parent)
        made.setObjectName(name)
        return made


def _of_qt(class_name: str) -> type[QWidget] | None:
    """Qt's own class of this name; None for what only Designer calls a class, as its "Line"."""
    found: type[QWidget] | None = getattr(QtWidgets, class_name, None)
    return found


def _new_loader() -> _Loader:
    """A loader that was shown no folders: it would open Designer's plug-ins, Qt Quick's with them.

    No form uses a widget of theirs, and opening them takes 10 ms of the start.
    """
    folders = QCoreApplication.libraryPaths()
    QCoreApplication.setLibraryPaths([])
    try:
        return _Loader()
    finally:
        QCoreApplication.setLibraryPaths(folders)


def _broken(name: str, said: str) -> FormError:
    line = re.search(r"line (\d+)", said)
    why = said.strip().rstrip(".") or "it is not a form"
    return FormError(f"forms/{name}.ui", "", int(line[1]) if line else 0, why)


def _tidy_layouts(root: QWidget) -> None:
    """Bring layouts nobody measured onto the 4-pixel grid."""
    for layout in root.findChildren(QLayout):
        _tidy_margins(layout)
        match layout:
            case QFormLayout():
                layout.setHorizontalSpacing(_chosen(layout.horizontalSpacing(), 16))
                layout.setVerticalSpacing(_chosen(layout.verticalSpacing(), 12))
                layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
                layout.setFormAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            case QGridLayout():
                layout.setHorizontalSpacing(_chosen(layout.horizontalSpacing(), 12))
                layout.setVerticalSpacing(_chosen(layout.verticalSpacing(), 8))
            case QBoxLayout():
                layout.setSpacing(_chosen(layout.spacing(), 8))


def _tidy_margins(layout: QLayout) -> None:
    around = layout.contentsMargins()
    sides = (around.left(), around.top(), around.right(), around.bottom())
    layout.setContentsMargins(*(16 if side == _UNCHOSEN_MARGIN else side for side in sides))


def _chosen(spacing: int, otherwise: int) -> int:
    return otherwise if spacing == _UNCHOSEN_SPACING else spacing
