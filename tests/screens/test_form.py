"""The form loader: what it hands over, and how it refuses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.errors import DeskError
from desktop.screens import form as forms_module
from desktop.screens.date_field import DateField
from desktop.screens.due import DueBadge
from desktop.screens.form import PROMOTED, FormError, load_form, promoted
from desktop.screens.type_ahead import TypeAhead

FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0">
 <class>SampleForm</class>
 <widget class="QWidget" name="SampleForm">
  <property name="windowTitle"><string>A sample</string></property>
  <layout class="QVBoxLayout" name="whole">
   <item><layout class="QFormLayout" name="fields">
    <item row="0" column="0"><widget class="QLabel" name="label">
     <property name="text"><string>&amp;Student</string></property>
     <property name="buddy"><cstring>student</cstring></property>
    </widget></item>
    <item row="0" column="1"><widget class="TypeAhead" name="student"/></item>
    <item row="1" column="1"><widget class="DateField" name="received_on"/></item>
    <item row="2" column="1"><widget class="DueBadge" name="due"/></item>
   </layout></item>
   <item><layout class="QGridLayout" name="measured">
    <property name="leftMargin"><number>4</number></property>
    <property name="horizontalSpacing"><number>24</number></property>
    <item row="0" column="0"><widget class="QCheckBox" name="interpreter">
     <property name="text"><string>Interpreter</string></property>
     <attribute name="buttonGroup"><string notr="true">wishes</string></attribute>
    </widget></item>
   </layout></item>
   <item><widget class="QPushButton" name="save">
    <property name="primary" stdset="0"><bool>true</bool></property>
   </widget></item>
  </layout>
  <action name="print"><property name="text"><string>Print</string></property></action>
 </widget>
 <tabstops>
  <tabstop>save</tabstop><tabstop>interpreter</tabstop><tabstop>student</tabstop>
 </tabstops>
 <resources/>
 <connections/>
 <buttongroups><buttongroup name="wishes"/></buttongroups>
</ui>
"""


@pytest.fixture
def write(tmp_path, monkeypatch):
    monkeypatch.setattr(forms_module, "forms", tmp_path.joinpath)

    def write(text, name="sample"):
        (tmp_path / f"{name}.ui").write_text(text, "utf-8")

    write(FORM)
    return write


class Sample(QWidget):
    student: TypeAhead
    received_on: DateField
    due: DueBadge
    label: QLabel
    fields: QFormLayout
    measured: QGridLayout
    save: QPushButton
    wishes: QButtonGroup
    interpreter: QCheckBox
    print: QAction
    note: str = "not a part of the form"
    _own: QLineEdit

    def __init__(self):
        super().__init__()
        load_form(self, "sample")


@pytest.fixture
def sample(qtbot, write):
    made = Sample()
    qtbot.addWidget(made)
    return made


def test_every_annotated_part_is_there_with_its_own_class(sample):
    for name, kind in (
        ("student", TypeAhead),
        ("received_on", DateField),
        ("due", DueBadge),
        ("fields", QFormLayout),
        ("wishes", QButtonGroup),
        ("print", QAction),
    ):
        assert type(getattr(sample, name)) is kind
    assert sample.note == "not a part of the form"
    assert not hasattr(sample, "_own")


def test_tab_goes_in_the_forms_order(qtbot, qapp, sample):
    with qtbot.waitActive(sample):
        sample.show()
        sample.activateWindow()
    sample.save.setFocus()
    visited = []
    for _ in range(3):
        visited.append(qapp.focusWidget().objectName())
        qtbot.keyClick(qapp.focusWidget(), Qt.Key.Key_Tab)
    assert visited == ["save", "interpreter", "student"]


def test_buddies_title_and_properties_survive(sample):
    assert sample.label.buddy() is sample.student
    assert sample.windowTitle() == "A sample"
    assert sample.save.property("primary") is True


def test_the_form_fills_the_window_without_a_frame_around(sample):
    margins = sample.layout().contentsMargins()
    assert (margins.left(), margins.top(), margins.right(), margins.bottom()) == (0, 0, 0, 0)


def test_layouts_nobody_measured_come_onto_the_grid_and_the_others_stay(sample):
    assert sample.fields.verticalSpacing() % 4 == 0
    assert sample.fields.horizontalSpacing() % 4 == 0
    assert sample.measured.horizontalSpacing() == 24
    assert sample.measured.contentsMargins().left() == 4


def test_a_main_window_gets_the_form_as_its_middle(qtbot, write):
    window = QMainWindow()
    qtbot.addWidget(window)
    load_form(window, "sample")
    assert window.centralWidget().objectName() == "SampleForm"


def test_a_missing_part_is_refused_with_both_names(qtbot, write):
    class Wanting(QWidget):
        requester: QLineEdit

    with pytest.raises(FormError) as caught:
        load_form(Wanting(), "sample")
    assert "requester" in caught.value.message
    assert "Wanting" in caught.value.message


def test_a_part_of_another_type_is_refused_with_both_types(qtbot, write):
    class Mistaken(QWidget):
        due: QLineEdit

    with pytest.raises(FormError) as caught:
        load_form(Mistaken(), "sample")
    assert "QLineEdit" in caught.value.message
    assert "DueBadge" in caught.value.message


@pytest.mark.no_qt_log  # Qt logs the fault too
def test_a_broken_form_names_its_file_and_line(qtbot, write):
    lines = FORM.splitlines()
    write("\n".join([*lines[:9], "<item", *lines[9:]]))
    with pytest.raises(FormError) as caught:
        load_form(QWidget(), "sample")
    assert caught.value.file == "forms/sample.ui"
    assert caught.value.line == 11
    assert isinstance(caught.value, DeskError)


@pytest.mark.no_qt_log
@pytest.mark.parametrize("text", ["", "not a form", "<html/>", "<ui version='4.0'></ui>"])
def test_something_else_is_no_form(qtbot, write, text):
    write(text)
    with pytest.raises(FormError):
        load_form(QWidget(), "sample")


def test_a_form_that_is_not_there_is_named(qtbot, write):
    with pytest.raises(FormError) as caught:
        load_form(QWidget(), "nowhere")
    assert "forms/nowhere.ui" in caught.value.message


def test_a_class_nobody_knows_is_refused_instead_of_replaced(qtbot, write):
    write(FORM.replace('class="DueBadge"', 'class="DueBatch"'))
    with pytest.raises(FormError) as caught:
        load_form(QWidget(), "sample")
    assert "DueBatch" in caught.value.message


@pytest.mark.parametrize("name", PROMOTED)
def test_each_promoted_class_can_be_made(qtbot, name):
    made = promoted(name)(None)
    qtbot.addWidget(made)
    assert type(made).__name__ == name


def test_bases_annotations_count_too(qtbot, write):
    class Base(QWidget):
        save: QPushButton

    class Derived(Base):
        student: TypeAhead

    made = Derived()
    qtbot.addWidget(made)
    load_form(made, "sample")
    assert made.save.objectName() == "save"
    assert isinstance(made.layout(), QVBoxLayout)
