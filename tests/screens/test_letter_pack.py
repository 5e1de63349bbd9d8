"""The letters of a family in one go, from its page and from a request, by keyboard."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter

from desktop.records.party import Relationship
from desktop.records.school import Address
from desktop.screens.letter_pack import PackDialog
from desktop.screens.students import StudentsPage
from tests import mail
from tests.desks import a_desk
from tests.offices import TODAY, a_party, a_student
from tests.screens.request_pages import CTRL, KEYS, SHIFT, Opened

ELM = Address(street="12 Elm Street", city="Maple Grove", state="TX", postal_code="75001")


@pytest.fixture
def family(office):
    """Two children of Elena with a finished receipt each, and one for their father."""
    mia, ben = a_student(), a_student(given="Ben", local_number="20418")
    elena, rafael = a_party(name="Elena Alvarez", address=ELM), a_party(name="Rafael Alvarez")
    made = {}
    for key, child, asker, new_child, new_asker, how in (
        ("mia", mia, elena, True, True, Relationship.MOTHER),
        ("ben", ben, elena, True, False, Relationship.MOTHER),
        ("father", mia, rafael, False, True, Relationship.FATHER),
    ):
        request = office.log(
            student=child, student_is_new=new_child, requester=asker, requester_is_new=new_asker,
            relationship=how, put_on_file=True, words="Everything, please.",
        ).request  # fmt: skip
        one = mail.draft(office, request, "receipt", "en")
        mail.finish(office, request, one)
        made[key] = (request, one)
    return {**made, "student": mia.id}


@pytest.fixture
def dialog(qtbot, office, family):
    shown = PackDialog(a_desk(office, TODAY), family["student"], printer=lambda: None)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.open()
    return shown


def letters(dialog):
    model = dialog.rows.model()
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def how(office, family, *keys):
    return [[one.how for one in mail.read(office, *family[key]).sendings] for key in keys]


def texts(path):
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(path)]


def save(qtbot, dialog, path):
    dialog.job.save_to(path)
    with qtbot.waitSignal(dialog.job.over):
        pass


def test_it_opens_with_whoever_is_first_and_shows_only_their_letters(dialog):
    assert dialog.whom.currentText() == "Elena Alvarez: 2 letters"
    assert dialog.block.text() == "12 Elm Street, Maple Grove, TX 75001"
    assert letters(dialog) == ["Alvarez, Ben", "Alvarez, Mia"]
    dialog.whom.setCurrentIndex(1)
    assert letters(dialog) == ["Alvarez, Mia"]
    assert not dialog.with_cover.isVisible()
    assert dialog.block.text().startswith("No address is on file that may be used")
    assert not dialog.envelope.isEnabled()


def test_the_pack_is_one_pdf_with_its_cover_and_each_letter_on_its_own_sheet(
    qtbot, office, family, dialog, tmp_path
):
    path = tmp_path / "pack.pdf"
    save(qtbot, dialog, path)
    said = texts(path)
    assert "Letters in this envelope" in said[0]
    assert (said[1].strip(), said[3].strip()) == ("", "")
    assert "Ben" in said[2]
    assert "Mia" not in said[2]
    assert "Mia" in said[4]
    assert "Ben" not in said[4]
    assert not any("Rafael" in one for one in said)
    assert how(office, family, "mia", "ben", "father") == [["saved"], ["saved"], []]


def test_without_a_cover_there_is_none_and_each_letter_keeps_its_own_sheet(qtbot, dialog, tmp_path):
    dialog.with_cover.setChecked(False)
    save(qtbot, dialog, tmp_path / "pack.pdf")
    said = texts(tmp_path / "pack.pdf")
    assert not any("in this envelope" in one for one in said)
    assert ["Ben" in said[0], said[1].strip(), "Mia" in said[2]] == [True, "", True]


def test_printed_each_letter_is_noted_by_itself_and_the_next_person_is_shown(
    qtbot, office, family, dialog, tmp_path
):
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    dialog.job.print_on(printer)
    assert not dialog.print_all.isEnabled()
    with qtbot.waitSignal(dialog.job.over):
        pass
    assert how(office, family, "mia", "ben", "father") == [["printed"], ["printed"], []]
    assert letters(dialog) == ["Alvarez, Mia"]
    assert dialog.whom.currentText().startswith("Rafael Alvarez")
    assert "2 letters done." in dialog.notices.sentence.text()


def test_escape_stops_the_job_before_it_closes_anything(qtbot, dialog, tmp_path):
    dialog.job.save_to(tmp_path / "pack.pdf")
    dialog.reject()
    with qtbot.waitSignal(dialog.job.over):
        pass
    assert dialog.isVisible()
    dialog.reject()
    assert not dialog.isVisible()


def test_with_nothing_waiting_it_says_so(qtbot, office):
    request = office.log().request
    student = Opened(qtbot, a_desk(office, TODAY), request).case.student.id
    shown = PackDialog(a_desk(office, TODAY), student)
    qtbot.addWidget(shown)
    shown.open()
    assert shown.rows.empty_state().sentence().startswith("No finished letter waits")
    assert not shown.print_all.isEnabled()


def test_the_request_opens_it_with_who_asks_there(qtbot, office, family):
    opened = Opened(qtbot, a_desk(office, TODAY), family["father"][0])
    opened.press(KEYS.Key_L, CTRL | SHIFT)
    assert opened.dialog(PackDialog).whom.currentText().startswith("Rafael Alvarez")


def test_the_family_page_opens_it(qtbot, office, family):
    page = StudentsPage(a_desk(office, TODAY))
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.open_family(family["student"])
    page.pages.currentWidget().letters.click()
    (shown,) = [one for one in page.findChildren(PackDialog) if one.isVisible()]
    assert letters(shown) == ["Alvarez, Ben", "Alvarez, Mia"]
