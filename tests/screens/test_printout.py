"""Print a paper: what is asked, what is shown, and what the journal keeps of it."""

from datetime import date, time
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from desktop.actions import giving, visits
from desktop.actions.letter_drafting import draft_letter, lay_out
from desktop.letters.template import load_templates
from desktop.office import settings
from desktop.records.case import Fee
from desktop.records.opt_out_window import OptOutWindow
from desktop.records.school import Address
from desktop.screens.label_shift import read_hundredths
from desktop.screens.letters_page import LettersPage
from desktop.screens.printout import PrintoutDialog
from desktop.screens.printout_drawing import Matter
from desktop.screens.settings_computer import ComputerTab
from desktop.screens.student_page import StudentPage
from desktop.store import cases, opt_outs
from desktop.store.journal import Event
from tests import mail
from tests.desks import a_desk
from tests.letters.pages import places, texts, whole_text
from tests.offices import TODAY, a_party, a_student, an_office, the_law
from tests.screens.request_pages import KEYS, Opened

HOME = Address(street="118 Alder Street", city="Maple Grove", state="TX", postal_code="75001")


@pytest.fixture
def office(tmp_path):
    return an_office(tmp_path)


@pytest.fixture
def request_(office):
    return office.log(requester=a_party(address=HOME)).request


class Hands:
    """One open dialog and what comes out of it."""

    def __init__(self, qtbot, office, paper, request=None, folder: Path | None = None):
        self.qtbot, self.office, self.request = qtbot, office, request
        self.desk = a_desk(office, TODAY)
        self.folder = folder
        number = cases.case(office.store, request).request.number if request else ""
        self.dialog = PrintoutDialog(
            self.desk, self.desk.printouts.get(paper), Matter(request=request, number=number),
            printer=self.printer,
        )  # fmt: skip
        qtbot.addWidget(self.dialog, before_close_func=lambda _: self.settle())
        with qtbot.waitActive(self.dialog):
            self.dialog.show()
            self.dialog.activateWindow()

    def printer(self):
        """A printer that prints into a file; none where there is no folder for one."""
        if self.folder is None:
            return None
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.folder / "printed.pdf"))
        return printer

    def settle(self):
        drawing = self.dialog.drawing
        self.qtbot.waitUntil(lambda: drawing._job is None and not drawing._wait.isActive())

    def saved(self, to: Path) -> bytes:
        """The paper as it is saved now."""
        with self.qtbot.waitSignal(self.dialog.leaving.left):
            self.dialog._when_drawn(lambda pdf: self.dialog.leaving.save_to(pdf, to))
        return to.read_bytes()

    def events(self):
        return [entry.event for entry in cases.history(self.office.store, self.request)]


def choose(box, index):
    """Choose an entry as a person does."""
    box.setCurrentIndex(index)
    box.activated.emit(index)


def test_a_paper_is_shown_as_it_prints_and_saving_is_journaled(qtbot, office, request_, tmp_path):
    hands = Hands(qtbot, office, "cover", request_)
    qtbot.waitUntil(lambda: hands.dialog.preview.page_count() == 1)
    pdf = hands.saved(tmp_path / "out.pdf")
    assert "Work by" in whole_text(pdf)
    left = hands.events()[-1]
    assert (left.kind, left.facts["paper"], left.facts["how"]) == ("paper.left", "cover", "saved")
    assert "Alvarez" not in str(left.facts)


def test_the_title_and_the_file_name_no_family(qtbot, office, request_):
    hands = Hands(qtbot, office, "cover", request_)
    assert "Alvarez" not in hands.dialog.windowTitle()
    assert hands.dialog._document_name().endswith("-cover")


def test_a_paper_with_nothing_to_choose_shows_the_page_alone(qtbot, office, request_):
    hands = Hands(qtbot, office, "cover", request_)
    assert hands.dialog.options_scroll.isHidden()
    assert hands.dialog.focusWidget() is hands.dialog.print_paper


def test_printing_sends_every_page_and_says_so(qtbot, office, request_, tmp_path):
    hands = Hands(qtbot, office, "search_memo", request_, folder=tmp_path)
    places = len(cases.case(office.store, request_).sources)
    hands.settle()
    with qtbot.waitSignal(hands.dialog.leaving.left, timeout=20_000):
        hands.dialog._when_drawn(lambda pdf: hands.dialog.leaving.print_on(pdf, hands.printer()))
    printed = pypdfium2.PdfDocument((tmp_path / "printed.pdf").read_bytes())
    assert len(printed) == places
    printed.close()
    assert hands.dialog.notices.sentence.text() == "Sent to the printer."
    assert hands.events()[-1].facts["pages"] == places


def test_without_a_printer_it_offers_a_pdf(qtbot, office, request_):
    hands = Hands(qtbot, office, "cover", request_)
    hands.settle()
    hands.dialog.print_paper.click()
    qtbot.waitUntil(lambda: "No printer" in hands.dialog.notices.sentence.text())


def test_a_memo_for_one_place_is_one_page(qtbot, office, request_, tmp_path):
    hands = Hands(qtbot, office, "search_memo", request_)
    choose(hands.dialog.place, 3)
    pages = texts(hands.saved(tmp_path / "out.pdf"))
    assert len(pages) == 1
    assert hands.dialog.place.itemText(3) in pages[0]


def test_what_is_missing_is_told_at_its_field_with_the_keyboard_there(qtbot, office):
    hands = Hands(qtbot, office, "annual_notice")
    assert "Fill in what is marked" in hands.dialog.waiting.text()
    assert not hands.dialog.fields.row("opt_out_by").message.isVisible()
    hands.dialog.print_paper.click()
    row = hands.dialog.fields.row("opt_out_by")
    assert row.message.isVisible()
    assert QApplication.focusWidget() is row.entry.entry
    row.put("2026-10-30")
    qtbot.waitUntil(lambda: hands.dialog.preview.page_count() > 0)
    assert not hands.dialog.waiting.isVisible()


def test_the_notice_opens_with_the_answers_of_the_last_one(qtbot, office, tmp_path):
    first = Hands(qtbot, office, "annual_notice")
    answers = {"opt_out_by": "2026-10-30", "opt_out_kinds": "name photo", "serves": "forwards"}
    for field, value in answers.items():
        first.dialog.fields.row(field).put(value)
    qtbot.waitUntil(lambda: first.dialog.preview.page_count() > 0)
    first.saved(tmp_path / "out.pdf")
    again = Hands(qtbot, office, "annual_notice").dialog.fields.values()
    assert {field: again[field] for field in answers} == answers


def test_the_notice_can_be_in_spanish(qtbot, office, tmp_path):
    hands = Hands(qtbot, office, "handout")
    hands.request = None
    choose(hands.dialog.language, hands.dialog.language.findData("es"))
    assert "Puede ver los expedientes" in whole_text(hands.saved(tmp_path / "out.pdf"))


def test_a_family_can_have_it_in_large_print_34_cfr_99_7_b(qtbot, office, tmp_path):
    hands = Hands(qtbot, office, "handout")
    plain = places(hands.saved(tmp_path / "plain.pdf"), "FERPA")[0]
    hands.dialog.large_print.click()
    large = places(hands.saved(tmp_path / "large.pdf"), "FERPA")[0]
    assert large[3] - large[1] > 1.5 * (plain[3] - plain[1])


def test_who_reads_large_letters_is_offered_large_papers(qtbot, office, request_):
    assert not Hands(qtbot, office, "sign_in", request_).dialog.large_print.isChecked()
    letter = mail.draft(office, request_, "receipt")
    lay_out(
        office.store, request_, letter, large_print=True, facing="",
        templates=mail.the_templates(), law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip
    assert Hands(qtbot, office, "sign_in", request_).dialog.large_print.isChecked()
    assert not Hands(qtbot, office, "search_memo", request_).dialog.large_print.isChecked()


def test_a_memo_for_staff_has_no_large_print(qtbot, office, request_):
    assert Hands(qtbot, office, "search_memo", request_).dialog.large_print.isHidden()


def test_an_amount_above_the_charge_is_told_at_its_field(qtbot, office, request_):
    giving.set_fee(
        office.store, request_, Fee(pages=3, cents_a_page=10), law=the_law(), by=office.sign()
    )
    hands = Hands(qtbot, office, "fee_receipt", request_)
    hands.dialog.fields.row("paid").entry.setText("5")
    hands.dialog.save_pdf.click()
    assert "more than the copies cost" in hands.dialog.fields.row("paid").message.text()


def test_labels_start_at_the_free_one_and_the_next_follows(qtbot, office, request_, tmp_path):
    hands = Hands(qtbot, office, "folder_label", request_)
    picker = hands.dialog.first
    picker.setFocus()
    for key in (KEYS.Key_Down, KEYS.Key_Right):
        qtbot.keyClick(picker, key)
    assert picker.first == 4
    assert "row 2, column 2" in hands.dialog.first_says.text()
    choose(hands.dialog.count, 1)
    assert whole_text(hands.saved(tmp_path / "out.pdf")).count("Alvarez, Mia") == 2
    assert picker.first == 6


def test_a_label_is_chosen_with_a_click(qtbot, office, request_):
    hands = Hands(qtbot, office, "folder_label", request_)
    picker = hands.dialog.first
    middle = picker._rect(7).center().toPoint()
    qtbot.mouseClick(picker, Qt.MouseButton.LeftButton, pos=middle)
    assert picker.first == 7
    qtbot.mouseClick(picker, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert picker.first == 7
    assert picker.accessibleDescription() == "Label 8 of 30: row 3, column 2"


def test_how_envelopes_are_fed_is_remembered_on_this_computer(qtbot, office, request_, tmp_path):
    hands = Hands(qtbot, office, "envelope", request_)
    hands.dialog.fields.row("feed").put("center")
    pdf = hands.saved(tmp_path / "out.pdf")
    assert pypdfium2.PdfDocument(pdf)[0].get_size() == (612, 792)
    assert settings.load(office.home).envelope_feed == "center"
    assert Hands(qtbot, office, "envelope", request_).dialog.fields.values()["feed"] == "center"


def test_an_envelope_without_an_address_says_what_to_do(qtbot, office):
    hands = Hands(qtbot, office, "envelope", office.log().request)
    assert "no address on file" in hands.dialog.waiting.text()
    hands.dialog.print_paper.click()
    assert "no address on file" in hands.dialog.notices.sentence.text()


def test_the_menu_of_the_request_offers_what_can_be_printed(qtbot, office, request_):
    opened = Opened(qtbot, a_desk(office, TODAY), request_)
    papers = opened.page.menu.papers
    shown = [one.text() for one in papers.actions() if one.isVisible() and one.text()]
    assert "Cover sheet for the folder…" in shown
    assert "Receipt for copies…" not in shown
    visit = visits.set_visit(
        office.store, request_, meet_on=date(2026, 10, 20), meet_at=time(9, 30), place="Room 12",
        sits_in="", interpreter=False, today=TODAY, by=office.sign(),
    )  # fmt: skip
    opened.desk.did(visit)
    shown = [one.text() for one in papers.actions() if one.isVisible()]
    assert "Sign-in sheet for the visit…" in shown


def test_a_shortcut_on_the_page_opens_the_paper(qtbot, office, request_):
    opened = Opened(qtbot, a_desk(office, TODAY), request_)
    opened.press(
        KEYS.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    dialog = opened.dialog(PrintoutDialog)
    assert dialog.paper.text() == "Cover sheet for the folder"
    dialog.reject()


# Where it is reached from


def test_a_list_of_letters_gets_an_envelope_each_and_says_who_has_none(qtbot, office, tmp_path):
    letters = []
    for home in (HOME, Address()):
        request = office.log(requester=a_party(address=home), student=a_student()).request
        letter = draft_letter(
            office.store, request, "receipt", templates=load_templates(), law=the_law(),
            today=TODAY, by=office.sign(),
        ).letter  # fmt: skip
        letters.append((request, letter))
    desk = a_desk(office, TODAY)
    dialog = PrintoutDialog(
        desk, desk.printouts.get("envelope"), Matter(letters=tuple(letters)), printer=lambda: None
    )
    qtbot.addWidget(dialog)
    dialog.show()
    assert "1 letter has no address" in dialog.notices.sentence.text()
    with qtbot.waitSignal(dialog.leaving.left):
        dialog._when_drawn(lambda pdf: dialog.leaving.save_to(pdf, tmp_path / "out.pdf"))
    pages = texts((tmp_path / "out.pdf").read_bytes())
    assert len(pages) == 1
    assert "118 Alder Street" in pages[0]


def test_the_letters_page_offers_the_papers_for_every_family(qtbot, office):
    page = LettersPage(a_desk(office, TODAY))
    qtbot.addWidget(page)
    assert [one.text() for one in page.papers.menu().actions()] == [
        "Handout: the four rights…",
        "Yearly notice of rights…",
    ]
    page.papers.menu().actions()[0].trigger()
    (dialog,) = page.findChildren(PrintoutDialog)
    assert dialog.paper.text() == "Handout: the four rights"
    dialog.reject()


def test_a_hold_leads_to_its_memo(qtbot, office, request_):
    opened = Opened(qtbot, a_desk(office, TODAY), request_)
    opened.page.hold.memo.click()
    dialog = opened.dialog(PrintoutDialog)
    assert dialog.paper.text() == "Memo: hold, destroy nothing"
    dialog.reject()


def test_the_record_of_disclosures_is_printed_from_the_students_page(qtbot, office, request_):
    desk = a_desk(office, TODAY)
    page = StudentPage(desk)
    qtbot.addWidget(page)
    page.show_student(cases.case(office.store, request_).student.id)
    page._registers.print_record.click()
    (dialog,) = page.findChildren(PrintoutDialog)
    assert dialog.paper.text() == "Record of disclosures"
    dialog.reject()


def test_the_time_the_notice_gives_is_known_from_the_register(qtbot, office):
    window = OptOutWindow(noticed_on=TODAY, calendar_days=14)
    with office.store.change(Event(kind="opt_out.window"), by=office.sign()) as change:
        opt_outs.save_window(change, window)
    hands = Hands(qtbot, office, "annual_notice")
    assert hands.dialog.fields.values()["opt_out_by"] == "2026-10-19"
    qtbot.waitUntil(lambda: hands.dialog.preview.page_count() > 0)


@pytest.mark.parametrize(
    ("typed", "hundredths"),
    [("", 0), ("5", 5), ("-12", -12), ("+3", 3), ("\u22127", -7), ("51", None), ("a", None)],
)
def test_a_shift_is_read_in_hundredths_of_an_inch(typed, hundredths):
    assert read_hundredths(typed) == hundredths


def test_a_printer_that_is_off_is_set_right_in_the_settings(qtbot, office, request_, tmp_path):
    before = Hands(qtbot, office, "folder_label", request_).saved(tmp_path / "before.pdf")
    tab = ComputerTab(a_desk(office, TODAY), lambda: None)
    qtbot.addWidget(tab)
    tab.show()
    tab.label_right.setText("ten")
    tab.keep_labels.click()
    assert tab.label_right_message.isVisible()
    tab.label_right.setText("10")
    tab.label_down.setText("-5")
    tab.keep_labels.click()
    assert (settings.load(office.home).label_right, settings.load(office.home).label_down) == (
        0.1,
        -0.05,
    )
    after = Hands(qtbot, office, "folder_label", request_).saved(tmp_path / "after.pdf")
    was, now = places(before, "Alvarez")[0], places(after, "Alvarez")[0]
    assert now[0] - was[0] == pytest.approx(7.2, abs=0.1)
    assert now[1] - was[1] == pytest.approx(3.6, abs=0.1)
