"""Today's letters: all that are ready at once, each noted once it is really there."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog

from desktop.actions.closing import close_request
from desktop.office.settings import WindowSettings
from desktop.records.case import LetterState
from desktop.records.request import Outcome
from desktop.screens.letter import LetterDialog
from desktop.screens.letters_page import LettersPage
from desktop.screens.notices import Kind
from desktop.screens.printout import PrintoutDialog
from desktop.screens.window import DeskWindow
from desktop.store import cases
from desktop.store.journal import Event
from tests import mail
from tests.desks import a_desk
from tests.offices import TODAY, a_party, a_student

FAMILIES = (("Zoe", "Ito"), ("Mia", "Alvarez"), ("Ben", "Alvarez"))
IN_ORDER = ["Alvarez, Ben", "Alvarez, Mia", "Ito, Zoe"]


@pytest.fixture
def letters(office):
    """One finished receipt for each family, in the order they were written."""
    made = []
    for given, family in FAMILIES:
        student = a_student(given=given, family=family, local_number=given)
        request = office.log(student=student, requester=a_party(name=f"Sam {family}")).request
        one = mail.draft(office, request, "receipt")
        mail.finish(office, request, one)
        made.append((request, one))
    return made


@pytest.fixture
def show(qtbot, office, tmp_path):
    def build(printer=None) -> LettersPage:
        page = LettersPage(a_desk(office, TODAY), printer=printer or (lambda: None))
        qtbot.addWidget(page)
        page.resize(1000, 700)
        with qtbot.waitExposed(page):
            page.show()
        return page

    return build


def a_printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def run(qtbot, page, begin):
    begin()
    with qtbot.waitSignal(page.job.batch.ended):
        pass


def sent(office, letters):
    return [[each.how for each in mail.read(office, *one).sendings] for one in letters]


def texts(path):
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(path)]


def says(page):
    return page.notices.sentence.text()


# What is shown


def test_finished_letters_stand_in_the_order_of_the_folders(show, letters):
    page = show()
    assert [row.student for row in page.rows] == IN_ORDER
    assert page.ready_count.text() == "3 letters"


def test_a_letter_that_was_printed_saved_or_sent_is_not_ready_any_more(show, office, letters):
    for (request, one), how in zip(letters, ("printed", "saved", "mailed"), strict=True):
        mail.send(office, request, one, how)
    assert show().rows == ()


def test_with_nothing_ready_the_page_says_what_to_do(show):
    page = show()
    assert "Finish, print later" in page.ready.empty_state().sentence()
    assert not page.print_all.isEnabled()
    assert not page.save_all.isEnabled()


def test_those_that_wait_for_the_principal_stand_first_among_the_drafts(show, office):
    first = office.log(student=a_student(given="Ann", family="Abel")).request
    mail.draft(office, first, "receipt")
    second = office.log(student=a_student(given="Zoe", family="Zack")).request
    mail.draft(office, second, "not_entitled")
    page = show()
    rows = page._draft_model.rows
    assert [row.student for row in rows] == ["Zack, Zoe", "Abel, Ann"]
    assert page._waits_for(rows[0]).startswith("The principal looks")
    assert page._waits_for(rows[1]) == "Somebody to finish it"


def test_a_draft_of_a_closed_request_waits_for_nobody(show, office):
    request = office.log().request
    mail.draft(office, request, "receipt")
    close_request(
        office.store, request, Outcome.WITHDRAWN, note="She called.", law=office.law,
        today=TODAY, by=office.sign(),
    )  # fmt: skip
    assert show()._draft_model.rows == ()


def test_a_letter_opens_by_enter(qtbot, show, letters):
    page = show()
    page.ready.setFocus()
    with qtbot.waitSignal(page.letter_opened) as opened:
        qtbot.keyClick(page.ready, Qt.Key.Key_Return)
    assert opened.args == [*letters[2]]


def test_a_letter_finished_elsewhere_comes_in(show, office, letters):
    page = show()
    request = office.log(student=a_student(given="Amy", family="Aaron")).request
    one = mail.draft(office, request, "receipt")
    page._desk.did(mail.finish(office, request, one))
    assert page.rows[0].student == "Aaron, Amy"


# One job


def test_printing_notes_each_letter_as_printed(qtbot, show, office, letters, tmp_path):
    page = show(lambda: a_printer(tmp_path / "paper.pdf"))
    page.print_all.click()
    (asking,) = page.findChildren(QPrintDialog)
    run(qtbot, page, lambda: QDialog.accept(asking))
    assert sent(office, letters) == [["printed"]] * 3
    assert page.rows == ()
    assert says(page) == "3 letters done."
    assert page.notices.kind is Kind.SUCCESS
    assert page.running.isHidden()


def test_the_whole_goes_into_one_pdf_in_order(qtbot, show, office, letters, tmp_path):
    page = show()
    path = tmp_path / "letters-2026-10-05.pdf"
    page.save_all.click()
    (asking,) = page.findChildren(QFileDialog)
    assert asking.selectedFiles()[0].endswith("letters-2026-10-05.pdf")
    run(qtbot, page, lambda: asking.fileSelected.emit(str(path)))
    asking.reject()
    said = texts(path)
    assert ["Ben Alvarez" in said[0], "Mia Alvarez" in said[2], "Zoe Ito" in said[4]] == [True] * 3
    assert sent(office, letters) == [["saved"]] * 3
    assert says(page).startswith("3 letters done. Saved as letters-2026-10-05.pdf.")
    assert says(page).endswith("Each letter begins on a new sheet, also printed on both sides.")


def test_no_sheet_of_the_one_pdf_carries_two_letters(qtbot, show, office, letters, tmp_path):
    """What goes into one family's envelope has nothing of another family on its back."""
    long = office.log(student=a_student(given="Al", family="Abt", local_number="Al")).request
    one = mail.draft(office, long, "receipt")
    text = mail.read(office, long, one).text
    mail.edit(office, long, one, f"{text}\n\n{'Please bring a photo of the child. ' * 240}")
    mail.finish(office, long, one)
    path = tmp_path / "all.pdf"
    page = show()
    run(qtbot, page, lambda: page.job.save_to(path))
    said = texts(path)
    sheets = ["".join(said[at : at + 2]) for at in range(0, len(said), 2)]
    requests = [long, *(letters[at][0] for at in (2, 1, 0))]
    numbers = [cases.case(office.store, one).request.number for one in requests]
    assert [[one for one in numbers if one in sheet] for sheet in sheets] == [
        [numbers[0]], [numbers[0]], *([one] for one in numbers[1:])
    ]  # fmt: skip


def test_envelopes_are_offered_for_the_letters_just_printed(qtbot, show, letters, tmp_path):
    """They stand in no list any more once they are noted as printed."""
    page = show(lambda: a_printer(tmp_path / "paper.pdf"))
    rows = page.rows
    run(qtbot, page, lambda: page.job.print_on(a_printer(tmp_path / "paper.pdf")))
    assert not page.envelopes.isEnabled()
    qtbot.mouseClick(page.notices.action, Qt.MouseButton.LeftButton)
    (dialog,) = page.window().findChildren(PrintoutDialog)
    assert dialog._matter.letters == tuple((row.request, row.id) for row in rows)
    assert len(rows) == len(letters)
    dialog.reject()


def test_a_stop_in_the_middle_leaves_a_clear_truth(qtbot, show, office, letters, tmp_path):
    """What came out is noted, what did not is still ready, and both are counted."""
    page = show()
    page.job.print_on(a_printer(tmp_path / "paper.pdf"))
    batch = page.job.batch
    batch.progressed.connect(lambda done, _total: page.stop.click() if done == 1 else None)
    with qtbot.waitSignal(batch.ended):
        pass
    ben, mia, zoe = letters[2], letters[1], letters[0]
    assert sent(office, [ben, mia, zoe]) == [["printed"], ["printed"], []]
    assert [row.student for row in page.rows] == ["Ito, Zoe"]
    assert says(page) == "2 letters done. 1 letter left, because you stopped. They are still ready."
    assert page.notices.kind is Kind.WARNING


def test_a_stop_before_the_pdf_is_saved_saves_and_notes_nothing(
    qtbot, show, office, letters, tmp_path
):
    page = show()
    page.job.save_to(tmp_path / "all.pdf")
    page.stop.click()
    with qtbot.waitSignal(page.job.batch.ended):
        pass
    assert not (tmp_path / "all.pdf").exists()
    assert sent(office, letters) == [[], [], []]
    assert len(page.rows) == 3


def test_a_damaged_letter_is_told_and_does_not_stop_the_others(
    qtbot, show, office, letters, tmp_path
):
    with office.store.change(Event(kind="note.added"), by=office.sign()) as change:
        change.execute("update letter set pdf = ? where id = ?", (b"%PDF-broken", letters[1][1]))
    page = show()
    run(qtbot, page, lambda: page.job.print_on(a_printer(tmp_path / "paper.pdf")))
    assert sent(office, letters) == [["printed"], [], ["printed"]]
    assert "1 letter not done: see why below." in says(page)
    assert page.faults.isVisible()
    (line,) = [page.fault_lines.itemAt(at).widget() for at in range(page.fault_lines.count())]
    assert line.text().startswith("2026-0002, Receipt: The kept copy")
    assert "Mia" not in line.text()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_marks_nothing(qtbot, show, office, letters, tmp_path):
    page = show()
    run(qtbot, page, lambda: page.job.print_on(a_printer(tmp_path / "no" / "paper.pdf")))
    assert sent(office, letters) == [[], [], []]
    assert page.fault_lines.count() == 3
    assert says(page).startswith("No letter was done.")


def test_a_folder_that_takes_nothing_marks_nothing(qtbot, show, office, letters, tmp_path):
    page = show()
    run(qtbot, page, lambda: page.job.save_to(tmp_path / "no" / "all.pdf"))
    assert sent(office, letters) == [[], [], []]
    assert len(page.rows) == 3


def test_without_a_printer_one_pdf_is_offered(show, letters):
    page = show()
    page.print_all.click()
    assert "No printer" in says(page)
    page.notices.action.click()
    (asking,) = page.findChildren(QFileDialog)
    asking.reject()


def test_leaving_the_office_ends_the_job_and_reads_nothing_more(
    qtbot, show, office, letters, tmp_path
):
    page = show()
    page.job.print_on(a_printer(tmp_path / "paper.pdf"))
    batch = page.job.batch
    page._desk.leaving.emit()
    assert not batch._next.isActive()
    assert sent(office, letters) == [[], [], []]
    assert {mail.read(office, *one).state for one in letters} == {LetterState.FINISHED}


def test_a_letter_opens_over_the_window_and_comes_back_to_the_list(qtbot, office, letters):
    window = DeskWindow(a_desk(office, TODAY), WindowSettings(guidance_open=False))
    qtbot.addWidget(window, before_close_func=lambda _: QThreadPool.globalInstance().waitForDone())
    with qtbot.waitExposed(window):
        window.show()
    window.show_letters()
    page = window.pages.currentWidget()
    page.open_ready.click()
    dialog = window.findChild(LetterDialog)
    assert dialog.windowTitle() == "Receipt \u2014 2026-0003"
    dialog.kept.handed_over.click()
    dialog.reject()
    assert [row.student for row in page.rows] == ["Alvarez, Mia", "Ito, Zoe"]


def test_only_the_letters_of_chosen_requests_are_shown_until_all_are_wanted(qtbot, show, letters):
    page = show()
    page.show_only([letters[1][0]])
    assert [row.id for row in page.rows] == [letters[1][1]]
    assert page.only.isVisible()
    assert page.only_says.text() == "Only those of the 1 request chosen in the queue."
    page.show_all.click()
    assert len(page.rows) == len(letters)
    assert not page.only.isVisible()
