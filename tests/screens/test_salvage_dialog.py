"""A damaged file at the start: what can be read is saved, told, and used when somebody says so."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton

from desktop.actions.signing_in import unlock_office
from desktop.screens import jobs
from desktop.screens.salvage_dialog import SalvageDialog
from desktop.screens.unlock import UnlockScreen
from desktop.store.raw_pages import PAGE
from desktop.store.salvage import read_pages
from desktop.store.salvage_tables import roots_of
from desktop.store.store import Store
from desktop.store.verify import Outcome, verify
from tests.office.fake_keychain import no_keychain
from tests.offices import CODE, PASSPHRASE, an_office

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def office(tmp_path):
    """A closed office with three requests whose first page and one of its journal are spoilt."""
    made = an_office(tmp_path / "home")
    for _ in range(3):
        made.log()
    made.store.close()
    path = made.home.records_file
    pages, _total = read_pages(path, made.opened.keys.database)
    with path.open("r+b") as file:
        for number in (1, roots_of(pages)["event_facts"]):
            file.seek((number - 1) * PAGE + 700)
            file.write(b"spoilt by a bad block")
    return made


@pytest.fixture
def screen(qtbot, office):
    """The sign-in after the passphrase found the file damaged."""
    shown = UnlockScreen(office.home, find=no_keychain)
    qtbot.addWidget(shown)
    shown.show()
    qtbot.keyClicks(shown.passphrase.entry, PASSPHRASE)
    qtbot.mouseClick(shown.open, LEFT)
    qtbot.waitUntil(shown.faulty.isVisible, timeout=10_000)
    yield shown
    assert jobs.drain(10_000)


def dialog_of(qtbot, screen) -> SalvageDialog:
    qtbot.mouseClick(screen.save_readable, LEFT)
    return screen.findChild(SalvageDialog)


def read(qtbot, dialog, typed: str) -> str:
    qtbot.keyClicks(dialog.secret.entry, typed)
    qtbot.mouseClick(dialog.save, LEFT)
    qtbot.waitUntil(dialog.report.isVisible, timeout=20_000)
    return dialog.report.toPlainText()


def test_what_can_be_read_is_saved_and_the_office_opens_from_it(qtbot, screen, office):
    damaged = office.home.records_file.read_bytes()
    dialog = dialog_of(qtbot, screen)
    lines = read(qtbot, dialog, PASSPHRASE)
    assert "2 pages could not be read" in lines
    assert "Requests: 3 saved." in lines
    assert "What entries of the journal told: 0 saved; some may be missing." in lines
    assert office.home.records_file.read_bytes() == damaged
    with qtbot.waitSignal(dialog.used, timeout=20_000) as caught:
        qtbot.mouseClick(dialog.use, LEFT)
    (aside,) = caught.args
    assert (aside / "office.records").read_bytes() == damaged
    assert screen.sign_in.isVisible()
    assert str(aside) in screen.notices.sentence.text()
    keys = unlock_office(office.home, office.opened.person.id, PASSPHRASE)
    assert verify(office.home.records_file, keys).outcome is Outcome.CLEAN
    store = Store.open(office.home.records_file, keys)
    assert store.rows("select count(*) from request") == [(3,)]
    kinds = [row[0] for row in store.rows("select kind from event order by seq desc limit 2")]
    assert kinds == ["office.restored", "office.salvaged"]
    store.close()


def test_nothing_is_used_before_somebody_says_so(qtbot, screen, office):
    before = office.home.records_file.read_bytes()
    dialog = dialog_of(qtbot, screen)
    read(qtbot, dialog, PASSPHRASE)
    qtbot.mouseClick(dialog.cancel, LEFT)
    assert office.home.records_file.read_bytes() == before
    (saved,) = (office.home.folder / "saved").iterdir()
    assert verify(saved / "office.records", office.opened.keys).outcome is Outcome.CLEAN


def test_the_recovery_code_does_as_well(qtbot, screen):
    dialog = dialog_of(qtbot, screen)
    dialog.by_code.setChecked(True)
    assert "Requests: 3 saved." in read(qtbot, dialog, CODE)


def test_a_wrong_passphrase_is_told_beside_the_field_and_waits_like_any_other(qtbot, screen):
    dialog = dialog_of(qtbot, screen)
    for said in (*["does not open the file"] * 3, "waits"):
        dialog.secret.clear()
        qtbot.keyClicks(dialog.secret.entry, "not the passphrase")
        qtbot.mouseClick(dialog.save, LEFT)
        qtbot.waitUntil(lambda said=said: said in dialog.secret_message.text(), timeout=10_000)
        qtbot.waitUntil(dialog.save.isEnabled)
    assert dialog.report.isHidden()


def test_nothing_typed_is_told_at_once(qtbot, screen):
    dialog = dialog_of(qtbot, screen)
    qtbot.mouseClick(dialog.save, LEFT)
    assert "Type what opens the file" in dialog.secret_message.text()


def test_the_list_can_be_kept_in_a_file_and_names_no_family(qtbot, screen, tmp_path):
    dialog = dialog_of(qtbot, screen)
    lines = read(qtbot, dialog, PASSPHRASE)
    dialog.save_list_to(tmp_path / "what-was-saved.txt")
    kept = (tmp_path / "what-was-saved.txt").read_text("utf-8")
    assert lines in kept
    assert "Alvarez" not in kept
    assert "The list is saved." in dialog.notices.sentence.text()


def test_the_list_is_printed(qtbot, office, tmp_path):
    paper = tmp_path / "paper.pdf"
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(paper))
    dialog = SalvageDialog(office.home, printer=lambda: printer)
    qtbot.addWidget(dialog)
    dialog.open()
    read(qtbot, dialog, PASSPHRASE)
    qtbot.mouseClick(dialog.print_list, LEFT)
    qtbot.waitUntil(lambda: dialog.findChildren(QPrintDialog) != [], timeout=20_000)
    with qtbot.waitSignal(dialog.leaving.left, timeout=20_000):
        QDialog.accept(dialog.findChild(QPrintDialog))
    assert len(pypdfium2.PdfDocument(paper)) == 1
    assert dialog.notices.sentence.text() == "Sent to the printer."
    assert dialog.print_list.isEnabled()
    assert jobs.drain(10_000)


def test_without_a_printer_the_page_is_offered_as_a_file(qtbot, office, tmp_path):
    dialog = SalvageDialog(office.home, printer=lambda: None)
    qtbot.addWidget(dialog)
    dialog.open()
    lines = read(qtbot, dialog, PASSPHRASE).splitlines()
    qtbot.mouseClick(dialog.print_list, LEFT)
    qtbot.waitUntil(dialog.notices.action.isVisible, timeout=20_000)
    dialog.notices.action.click()
    (asking,) = dialog.findChildren(QFileDialog)
    asking.fileSelected.emit(str(tmp_path / "list.pdf"))
    asking.reject()
    (page,) = pypdfium2.PdfDocument(tmp_path / "list.pdf")
    said = " ".join(page.get_textpage().get_text_bounded().split())
    assert all(line in said for line in lines)
    assert jobs.drain(10_000)


def test_it_is_reached_from_the_copies_too_where_the_office_still_opens(qtbot, tmp_path):
    made = an_office(tmp_path / "home")
    made.store.close()
    shown = UnlockScreen(made.home, find=no_keychain)
    qtbot.addWidget(shown)
    shown.show()
    qtbot.mouseClick(shown.restore_too, LEFT)
    (button,) = [one for one in shown.findChildren(QPushButton) if one.text() == "No copy helps…"]
    qtbot.mouseClick(button, LEFT)
    assert shown.findChild(SalvageDialog).isVisible()
    assert jobs.drain(10_000)


def test_an_empty_file_offers_no_reading(qtbot, tmp_path):
    made = an_office(tmp_path / "home")
    made.store.close()
    made.home.records_file.write_bytes(b"")
    shown = UnlockScreen(made.home, find=no_keychain)
    qtbot.addWidget(shown)
    shown.show()
    assert shown.faulty.isVisible()
    assert shown.save_readable.isHidden()
    assert jobs.drain(10_000)
