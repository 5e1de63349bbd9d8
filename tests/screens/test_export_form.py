"""A register saved as a table from the window: asked, written, and kept with its hash."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desktop.actions.sheets import exports_sheet
from desktop.records.person import Role
from desktop.records.sheet import Sheet, SheetFormat
from desktop.screens import jobs
from desktop.screens.export_form import ExportForm
from desktop.screens.register_holds import HoldsTab
from desktop.screens.student_page import StudentPage
from desktop.store import exports
from tests.desks import a_desk
from tests.offices import TODAY
from tests.screens.test_registers import (  # noqa: F401  # the fixtures of the registers
    MIA,
    consent,
    desk,
    enter,
    opt_out,
    page,
    shown,
    turn_to,
)

TABS = ("disclosures", "holds", "opt_outs", "consents", "lists")


@pytest.fixture
def filled(office, page):  # noqa: F811  # the same fixture
    enter(office)
    opt_out(office)
    consent(office)
    for tab in TABS:
        getattr(page, tab).reread()
    return page


def form_over(page, tab):  # noqa: F811
    turn_to(page, getattr(page, tab))
    getattr(page, tab).take_out.click()
    return page.window().findChild(ExportForm)


def saved(qtbot, form, path, kind=SheetFormat.CSV, receiver="The board", reason="Question 4"):
    form.receiver.setText(receiver)
    form.reason.setPlainText(reason)
    form.format.setCurrentIndex(form.format.findData(kind.value))
    with qtbot.waitSignal(form.saved):
        form.save_to(path)
    assert jobs.drain(10_000)


def read(path, kind):
    if kind is SheetFormat.CSV:
        return list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    return [list(row) for row in book.active.iter_rows(values_only=True)]


@pytest.mark.parametrize("kind", SheetFormat)
@pytest.mark.parametrize("tab", TABS)
def test_the_table_has_the_lines_of_the_register(qtbot, filled, tab, kind, tmp_path, office):
    path = tmp_path / f"one.{kind}"
    saved(qtbot, form_over(filled, tab), path, kind)
    heads, *rows = read(path, kind)
    lines = shown(getattr(filled, tab))
    assert len(rows) == len(lines)
    assert all(heads)
    for row, line in zip(rows, lines, strict=True):
        names = [cell for cell in line if cell and cell in {"Alvarez, Mia", "Lincoln High"}]
        assert set(names) <= set(row)
    (made,) = exports.exports_between(office.store, TODAY, TODAY)
    assert (made.sheet, made.count, made.asked.receiver) == (tab, len(rows), "The board")


def test_without_who_and_why_it_is_told_beside_the_field_and_no_file_is_asked_for(qtbot, filled):
    form = form_over(filled, "holds")
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    assert "Who gets the file" in form.receiver_message.text()
    form.receiver.setText("The board")
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    assert "What the file is for" in form.reason_message.text()
    assert form.findChild(QFileDialog) is None
    form.reason.setPlainText("Question 4")
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    asking = form.findChild(QFileDialog)
    assert asking.selectedFiles()[0].endswith("Holds 2026-10-05.xlsx")
    asking.reject()
    form.reject()


def test_a_folder_that_refuses_is_told_and_nothing_typed_is_lost(qtbot, filled, tmp_path, office):
    form = form_over(filled, "holds")
    form.receiver.setText("The board")
    form.reason.setPlainText("Question 4")
    form.save_to(tmp_path / "missing" / "one.csv")
    qtbot.waitUntil(form.save.isEnabled)
    assert "not saved" in form.notices.sentence.text()
    assert form.receiver.text() == "The board"
    assert exports.exports_between(office.store, TODAY, TODAY) == []
    form.reject()


def test_the_search_decides_what_leaves(qtbot, filled, tmp_path):
    filled.disclosures.search.setText("nobody")
    saved(qtbot, form_over(filled, "disclosures"), tmp_path / "one.csv")
    assert len(read(tmp_path / "one.csv", SheetFormat.CSV)) == 1


def test_the_front_office_reads_who_may(qtbot, office):
    made = a_desk(office, TODAY)
    made.person = replace(made.person, role=Role.FRONT_OFFICE)
    tab = HoldsTab(made)
    qtbot.addWidget(tab)
    assert not tab.take_out.isEnabled()
    assert "registrar" in tab.take_out.toolTip()


def test_what_left_is_a_table_too(qtbot, filled, tmp_path, office):
    saved(qtbot, form_over(filled, "holds"), tmp_path / "one.csv")
    sheet = exports_sheet(office.store, filled.holds.telling, TODAY, TODAY)
    assert sheet.rows[0][1:6] == ("Holds", "csv", "The board", "Question 4", 2)


def test_one_students_record_is_a_table_with_what_was_corrected(qtbot, office, desk, tmp_path):  # noqa: F811
    first = enter(office)
    enter(office, 2, corrects=first.id, interest="He enrolls there.")
    page = StudentPage(desk)  # noqa: F811
    qtbot.addWidget(page)
    page.show_student(MIA.id)
    page._registers.save_record.click()
    saved(qtbot, page.findChild(ExportForm), tmp_path / "one.csv")
    rows = read(tmp_path / "one.csv", SheetFormat.CSV)[1:]
    assert [row[4] for row in rows] == ["She enrolls there.", "He enrolls there."]
    assert "corrects" in rows[0][7]
    assert {row[1] for row in rows} == {"Alvarez, Mia"}


def test_a_table_of_the_practice_office_says_so(qtbot, office, tmp_path):
    form = ExportForm(a_desk(office, TODAY, practice=True), "holds", no_holds)
    qtbot.addWidget(form)
    assert form.says.text().startswith("PRACTICE Holds")
    saved(qtbot, form, tmp_path / "one.xlsx", SheetFormat.XLSX)
    book = openpyxl.load_workbook(io.BytesIO((tmp_path / "one.xlsx").read_bytes()))
    assert book.sheetnames == ["PRACTICE Holds"]


def no_holds(_store):
    return Sheet(id="holds", title="Holds", heads=("Student",), rows=())
