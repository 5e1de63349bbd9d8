"""The reports page: chosen by keyboard, seen as it prints, saved as page and as table."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pypdf
import pytest
from PySide6.QtCore import Qt

from desktop.screens import jobs
from desktop.screens.export_form import ExportForm
from desktop.screens.reports import EXPORTS, JOURNAL, ReportsPage
from tests.actions.refusals import last_event
from tests.desks import a_desk
from tests.offices import TODAY, a_party, a_student

KEYS = Qt.Key


@pytest.fixture
def page(qtbot, office):
    office.log(student=a_student(given="Xanthippe"), requester=a_party(),
               received_on=TODAY - timedelta(days=1))  # fmt: skip
    made = ReportsPage(a_desk(office, TODAY), printer=lambda: None)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    with qtbot.waitSignal(made.made):
        made.show()
    yield made
    assert jobs.drain(10_000)


def choose(qtbot, page, code):
    with qtbot.waitSignal(page.made):
        page.which.setCurrentIndex(page.which.findData(code))


def numbers(page):
    return {line.code: line.number for line in page._made.report.parts[0].lines}


def test_the_month_is_there_at_once_as_it_prints(page):
    assert page.which.currentText() == "Month for the principal"
    assert page.period.currentText() == "October 2026"
    assert page.preview.page_count() == 1
    assert "Received 1" in page.preview.accessibleDescription()
    assert numbers(page)["received"] == 1


def test_another_month_is_chosen_with_the_keyboard(qtbot, page):
    page.period.setFocus()
    with qtbot.waitSignal(page.made):
        qtbot.keyClick(page.period, KEYS.Key_Down)
    assert page.period.currentText() == "September 2026"
    assert numbers(page)["received"] == 0


def test_the_school_year_is_chosen_among_years(qtbot, page):
    choose(qtbot, page, "annual")
    assert page.period.currentText().startswith("2026")
    assert numbers(page)["received"] == 1


def test_what_is_seen_is_what_is_saved_as_a_page(page, tmp_path, office):
    page.leaving.save_to(page._made.pdf, tmp_path / "one.pdf")
    text = pypdf.PdfReader(tmp_path / "one.pdf").pages[0].extract_text()
    assert "Records requests in October 2026" in text
    assert "Xanthippe" not in text
    assert last_event(office.store)[0] == "report.left"


def test_without_a_printer_it_can_be_saved(qtbot, page):
    qtbot.mouseClick(page.print_report, Qt.MouseButton.LeftButton)
    assert "No printer" in page.notices.sentence.text()


def test_the_table_beside_it_has_the_numbers_of_the_page(qtbot, page, tmp_path):
    seen = [line for part in page._made.report.parts for line in part.lines]
    page.save_table.click()
    form = page.window().findChild(ExportForm)
    form.receiver.setText("The board")
    form.reason.setPlainText("The yearly report")
    form.format.setCurrentIndex(form.format.findData("csv"))
    with qtbot.waitSignal(form.saved):
        form.save_to(tmp_path / "one.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "one.csv").read_text("utf-8-sig"))))[1:]
    shown = ["" if line.number is None else str(line.number) for line in seen]
    assert [row[2] for row in rows] == shown


@pytest.mark.parametrize(("code", "line"), [(JOURNAL, "request.logged"), (EXPORTS, "")])
def test_what_happened_is_a_table_to_read(qtbot, page, code, line):
    choose(qtbot, page, code)
    assert page.views.currentWidget() is page.table_view
    assert not page.print_report.isVisible()
    model = page.rows.model()
    kinds = {model.index(row, 5).data() for row in range(model.rowCount())}
    assert line in kinds or (not line and not kinds)


def test_a_change_is_counted_while_it_is_in_sight(qtbot, page, office):
    logged = office.log(student=a_student(given="Leo"), requester=a_party(name="Ng"))
    with qtbot.waitSignal(page.made):
        page._desk.did(logged.changes)
    assert numbers(page)["received"] == 2
