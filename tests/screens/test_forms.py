"""Every form in ``forms/``: parts, names for a screen reader, mnemonics, nobody forgotten."""

from __future__ import annotations

import ast
import importlib
import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

import desktop.screens
from desktop.paths import forms
from desktop.screens.date_field import DateField
from desktop.screens.form import PROMOTED, parts_of, read_form

NAMES = sorted(file.stem for file in forms().glob("*.ui"))
INPUTS = (
    QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView,
    DateField,
)  # fmt: skip
QTS_OWN = re.compile(r"qt_|[A-Z]")
SNAKE = re.compile(r"[a-z][a-z0-9_]*")


def screens():
    """Every class that loads a form, found in the source: (form, module, class)."""
    for file in sorted(Path(desktop.screens.__path__[0]).glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                for name in loaded_forms(node):
                    yield name, file.stem, node.name


def loaded_forms(node):
    """``load_form(self, "name")``, or ``super().__init__(…, "name")`` where the base loads it."""
    for call in ast.walk(node):
        if isinstance(call, ast.Call):
            loads = isinstance(call.func, ast.Name) and call.func.id == "load_form"
            hands_on = isinstance(call.func, ast.Attribute) and call.func.attr == "__init__"
            words = [one.value for one in call.args if isinstance(one, ast.Constant)]
            yield from (one for one in words if loads or (hands_on and one in NAMES))


SCREENS = sorted(screens())


@pytest.fixture
def read(qtbot):
    parents = []

    def read(name):
        parent = QWidget()
        parents.append(parent)
        qtbot.addWidget(parent)
        return read_form(name, parent)

    return read


def own_parts(root, kind):
    """The parts the form itself names; Qt's and our widgets' inner parts are theirs."""
    hidden = tuple(name for name in PROMOTED if name != "Card")
    for part in root.findChildren(QWidget):
        if not isinstance(part, kind):
            continue
        above = part.parent()
        while above is not root and type(above).__name__ not in hidden and above is not None:
            above = above.parent()
        if above is root and part.objectName() and not QTS_OWN.match(part.objectName()):
            yield part


@pytest.mark.parametrize("name", NAMES)
def test_the_form_opens_and_its_root_is_a_plain_widget_with_its_own_name(read, name):
    root = read(name)
    assert type(root) is QWidget
    source = forms(f"{name}.ui").read_text("utf-8")
    assert re.search(r"<class>(\w+)</class>", source)[1] == root.objectName()
    assert "styleSheet" not in source
    assert "<connection>" not in source


def test_no_two_forms_share_a_translation_context():
    found = [re.search(r"<class>(\w+)</class>", forms(f"{n}.ui").read_text("utf-8")) for n in NAMES]
    assert max(Counter(match[1] for match in found).values(), default=1) == 1


@pytest.mark.parametrize(("name", "module", "screen"), SCREENS)
def test_a_screens_annotations_are_met_by_its_form(read, name, module, screen):
    found = getattr(importlib.import_module(f"desktop.screens.{module}"), screen)
    assert parts_of(found, read(name), name)


def test_no_form_is_orphaned_and_none_is_missing():
    assert {name for name, _, _ in SCREENS} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_input_has_a_name_a_screen_reader_speaks(read, name):
    root = read(name)
    buddies = {label.buddy() for label in root.findChildren(QLabel)}
    inputs = own_parts(root, INPUTS)
    silent = [
        part.objectName()
        for part in inputs
        if part not in buddies and not part.accessibleName() and not inside_editable_combo(part)
    ]
    assert silent == []


def inside_editable_combo(part):
    return isinstance(part.parent(), (QComboBox, QAbstractSpinBox))


@pytest.mark.parametrize("name", NAMES)
def test_every_button_says_what_it_does(read, name):
    sources = [file.read_text("utf-8") for file in Path(desktop.screens.__path__[0]).glob("*.py")]
    mute = [
        part.objectName()
        for part in own_parts(read(name), QAbstractButton)
        if not part.text()
        and not part.accessibleName()
        and not any(f".{part.objectName()}.setText(" in source for source in sources)
    ]
    assert mute == []


@pytest.mark.parametrize("name", NAMES)
def test_mnemonics_do_not_collide(read, name):
    root = read(name)
    texts = [part.text() for part in (*own_parts(root, QAbstractButton), *own_parts(root, QLabel))]
    texts += [action.text() for action in root.findChildren(QAction)]
    letters = Counter(
        match[1].lower() for text in texts for match in re.finditer(r"(?<!&)&([^&\s])", text)
    )
    assert [letter for letter, times in letters.items() if times > 1] == []


@pytest.mark.parametrize("name", NAMES)
def test_parts_have_names_from_the_field_and_no_fixed_size(read, name):
    root = read(name)
    names = [part.objectName() for part in own_parts(root, QWidget)]
    assert [one for one in names if not SNAKE.fullmatch(one)] == []
    assert max(Counter(names).values(), default=1) == 1
    source = forms(f"{name}.ui").read_text("utf-8")
    assert "minimumSize" not in source
    assert "maximumSize" not in source


@pytest.mark.parametrize("name", NAMES)
def test_labels_that_show_data_take_no_markup(read, name):
    rich = [
        label.objectName()
        for label in own_parts(read(name), QLabel)
        if label.openExternalLinks() or "<" in label.text()
    ]
    assert rich == []


@pytest.mark.parametrize("name", NAMES)
def test_a_screen_has_at_most_one_primary_button(read, name):
    buttons = own_parts(read(name), QAbstractButton)
    primary = [part.objectName() for part in buttons if part.property("primary")]
    assert len(primary) <= 1


def test_a_look_that_is_set_is_known_to_the_style_sheet(qapp):
    known = set(re.findall(r'\[look="([a-z]+)"\]', qapp.styleSheet()))
    used = set()
    for name in NAMES:
        source = forms(f"{name}.ui").read_text("utf-8")
        used |= set(re.findall(r'name="look"[^>]*>\s*<string[^>]*>(\w+)</string>', source))
    assert used <= known
