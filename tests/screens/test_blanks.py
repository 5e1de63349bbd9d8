"""The forms to hand out: chosen, seen, printed and saved; the reference of a request on them."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog

from desktop.office.filled_form import read_form
from desktop.office.settings import WindowSettings
from desktop.screens import blanks as blanks_screen
from desktop.screens.blanks import BlanksPage
from desktop.screens.notices import Kind
from desktop.screens.window import DeskWindow
from tests.desks import a_desk
from tests.letters.filling import by_pypdf
from tests.letters.pages import whole_text
from tests.offices import TODAY

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot, office):
    made = BlanksPage(a_desk(office, TODAY))
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    shown(qtbot, made)
    return made


@pytest.fixture
def printer(tmp_path):
    made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    return made


def shown(qtbot, page):
    """Wait until the form that is chosen is drawn."""
    qtbot.waitUntil(page.print_form.isEnabled, timeout=20_000)


def choose(qtbot, page, row, language):
    page.form_list.setCurrentRow(row)
    page.language.setCurrentIndex(page.language.findData(language))
    shown(qtbot, page)


def saved(page, tmp_path):
    file = tmp_path / "form.pdf"
    page.save_to(file)
    return file.read_bytes()


def test_five_forms_are_offered_and_the_first_is_shown(page):
    titles = [page.form_list.item(row).text() for row in range(page.form_list.count())]
    assert titles[0] == "Request to see school records"
    assert len(titles) == 5
    assert page.preview.page_count() == 1
    assert page.law.text() == "34 CFR 99.10; 34 CFR 300.613"


@pytest.mark.parametrize(
    ("row", "language", "title"),
    [(1, "en", "Request to correct a school record"), (3, "es", "Permiso para compartir")],
)
def test_a_form_is_saved_in_the_familys_language_under_the_schools_name(
    qtbot, page, office, tmp_path, row, language, title
):
    choose(qtbot, page, row, language)
    text = whole_text(saved(page, tmp_path))
    assert title in text
    assert page._desk.school.name in text
    assert page.notices.kind is Kind.SUCCESS


def test_the_file_is_called_after_the_form_and_no_person(qtbot, page):
    choose(qtbot, page, 4, "es")
    qtbot.keyClick(page, Qt.Key.Key_S, CTRL)
    asking = page.findChild(QFileDialog)
    assert [one.rpartition("/")[2] for one in asking.selectedFiles()] == ["opt-out-es.pdf"]
    asking.close()


def test_a_saved_form_filled_in_is_read_again(page, tmp_path):
    assert read_form(by_pypdf(saved(page, tmp_path), {"name": "Ana"})).values == {"name": "Ana"}


def test_a_form_is_printed(qtbot, page, printer, tmp_path):
    page.printer = lambda: printer
    qtbot.keyClick(page, Qt.Key.Key_P, CTRL)
    QDialog.accept(page.findChild(QPrintDialog))  # its own way would look for a system's printer
    qtbot.waitUntil(lambda: page.notices.kind is Kind.SUCCESS, timeout=20_000)
    assert len(PdfReader(io.BytesIO((tmp_path / "printed.pdf").read_bytes())).pages) == 1


def test_without_a_printer_the_pdf_is_offered(page):
    page.printer = lambda: None
    page.print_form.click()
    assert page.notices.kind is Kind.WARNING
    page.notices.action.click()
    asking = page.findChild(QFileDialog)
    assert asking is not None
    asking.close()


def test_a_place_that_cannot_be_written_is_told(page, tmp_path):
    page.save_to(tmp_path / "no folder" / "form.pdf")
    assert page.notices.kind is Kind.DANGER


def test_the_number_of_a_request_is_printed_on_its_form(qtbot, page, office, tmp_path):
    number = office.log().number
    qtbot.keyClicks(page.reference, number)
    page.draw()
    shown(qtbot, page)
    assert read_form(by_pypdf(saved(page, tmp_path), {"name": "Ana"})).reference == number


def test_a_number_no_request_has_is_told_beside_it_and_prints_nothing(qtbot, page):
    qtbot.keyClicks(page.reference, "2026-9999")
    qtbot.waitUntil(page.reference_fault.isVisible)
    assert page.reference_fault.text().startswith("No request has this number.")
    assert not page.print_form.isEnabled()
    page.reference.clear()
    page.draw()
    shown(qtbot, page)
    assert not page.reference_fault.isVisible()


def test_a_damaged_form_is_named_and_the_page_still_opens(qtbot, office, monkeypatch, tmp_path):
    (tmp_path / "shared.toml").write_text("[words\n", "utf-8")
    monkeypatch.setattr(blanks_screen, "forms", lambda _name: tmp_path)
    page = BlanksPage(a_desk(office, TODAY))
    qtbot.addWidget(page)
    assert "shared.toml" in page.notices.sentence.text()
    assert not page.print_form.isEnabled()


def test_the_window_opens_the_forms_by_key_and_leads_to_a_filled_one(qtbot, office):
    window = DeskWindow(a_desk(office, TODAY), WindowSettings(guidance_open=False))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_5, CTRL)
    page = window.pages.currentWidget()
    assert isinstance(page, BlanksPage)
    page.open_filled.click()
    asking = window.findChild(QFileDialog)
    assert asking is not None
    asking.close()
    shown(qtbot, page)
