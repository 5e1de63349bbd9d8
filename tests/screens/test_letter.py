"""The letter screen: write it, see it as it prints, finish it, note how it left the office."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QRect, QSizeF, Qt, QThreadPool
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from desktop.actions import drafts
from desktop.actions.authority import verdict_of
from desktop.actions.closing import close_request
from desktop.actions.families import save_student
from desktop.errors import DeskError
from desktop.office.settings import WindowSettings
from desktop.records.case import LetterState
from desktop.records.request import Access, Outcome
from desktop.records.school import Address
from desktop.records.steps import StepState, step_named
from desktop.screens import letter_typed
from desktop.screens.confirm import ConfirmDialog
from desktop.screens.letter import LetterDialog, draft_letter
from desktop.screens.letter_kept import grouped
from desktop.screens.letter_writing import bolded
from desktop.screens.notices import Kind
from desktop.screens.printing import place_on, save_pdf
from desktop.screens.request import RequestPage
from desktop.screens.why import WhyDialog
from desktop.screens.window import DeskWindow
from desktop.store import cases
from tests import mail
from tests.desks import a_desk
from tests.offices import TODAY, a_party, a_student

HOME = Address(street="45 Pine Street", city="Denver", state="CO", postal_code="80202")
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
KEYS = Qt.Key
OWL = "\U00013153"  # an Egyptian hieroglyph, which no font of ours has


@pytest.fixture
def desk(office):
    return a_desk(office, TODAY)


@pytest.fixture
def request_id(office):
    return office.log(requester=a_party(address=HOME)).request


class Hands:
    """A letter open on the screen, and the hands on its keyboard."""

    def __init__(self, qtbot: Any, desk: Any, request: Any, letter: Any, paper: Path) -> None:
        self.qtbot, self.desk = qtbot, desk
        self.request, self.letter = request, letter
        self.paper = paper
        self.has_printer = True
        self.open()

    def open(self) -> None:
        """Open the letter, as it stands in the file."""
        self.dialog = LetterDialog(self.desk, self.request, self.letter, printer=self.printer)
        self.qtbot.addWidget(self.dialog, before_close_func=_let_go)
        with self.qtbot.waitActive(self.dialog):
            self.dialog.show()
            self.dialog.activateWindow()

    def printer(self) -> QPrinter | None:
        """A printer that prints into a file."""
        if not self.has_printer:
            return None
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.paper))
        return printer

    def focus(self) -> QWidget:
        """Where the keyboard is."""
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return QApplication.focusWidget()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the keyboard is."""
        self.qtbot.keyClick(self.focus(), key, modifier)

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        self.qtbot.keyClicks(self.focus(), text)

    def write(self, text: str) -> None:
        """Write another text."""
        self.dialog.writing.letter_text.setFocus()
        self.dialog.writing.letter_text.selectAll()
        if text:
            self.dialog.writing.letter_text.insertPlainText(text)
        else:
            self.press(KEYS.Key_Delete)

    def settle(self) -> None:
        """Wait until what is drawn stands still."""
        drawing = self.dialog.drawing
        self.qtbot.waitUntil(lambda: drawing._job is None and not drawing._wait.isActive())

    def finish(self) -> None:
        """Print it, which finishes it."""
        self.dialog.print_letter.click()
        with self.qtbot.waitSignal(self.dialog.leaving.done):
            self.accept(self.asked(QPrintDialog))
        self.dialog.activateWindow()  # offscreen no window manager gives the keyboard back

    def accept(self, asking: QPrintDialog) -> None:
        """Accept the print dialog; its own way would look for a printer of the system."""
        QDialog.accept(asking)

    def asked(self, kind: type[QWidget]) -> Any:
        """The dialog of this kind that is open over the letter."""
        found = [one for one in self.dialog.findChildren(kind) if one.isVisible()]
        assert len(found) == 1
        return found[0]

    def says(self) -> str:
        """What the bar of the dialog says; empty while it is hidden."""
        bar = self.dialog.notices
        return "" if bar.isHidden() else bar.sentence.text()

    @property
    def kept(self):
        """The letter as the file holds it."""
        letters = cases.case(self.desk.store, self.request).letters
        return next(one for one in letters if one.id == self.letter)

    def events(self) -> list[str]:
        """What happened to the request."""
        return [one.event.kind for one in cases.history(self.desk.store, self.request)]


def _let_go(dialog: LetterDialog) -> None:
    QThreadPool.globalInstance().waitForDone()
    for child in dialog.findChildren(QWidget):
        if child.isWindow():
            child.close()


@pytest.fixture
def open_one(qtbot, office, desk, request_id, tmp_path):
    def open_it(template: str = "receipt", language: str = "", request=None) -> Hands:
        request = request or request_id
        letter = mail.draft(office, request, template, language)
        return Hands(qtbot, desk, request, letter, tmp_path / "paper.pdf")

    return open_it


@pytest.fixture
def hands(open_one):
    return open_one()


def shown_text(pdf: bytes | Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def ink(picture) -> int:
    """How many of some hundreds of points of a page are not white."""
    step = max(1, picture.width() // 40)
    return sum(
        picture.pixelColor(x, y).lightness() < 200
        for x in range(0, picture.width(), step)
        for y in range(0, picture.height(), step)
    )


# Drafting


def test_a_letter_is_open_two_clicks_from_its_request(qtbot, office, desk, request_id):
    window = DeskWindow(desk, WindowSettings(guidance_open=False))
    qtbot.addWidget(window, before_close_func=lambda _: QThreadPool.globalInstance().waitForDone())
    with qtbot.waitExposed(window):
        window.show()
    window.open_request(request_id)
    page = window.findChild(RequestPage)
    qtbot.mouseClick(page.next_button, Qt.MouseButton.LeftButton)
    dialog = window.findChild(LetterDialog)
    assert dialog.windowTitle() == "Receipt — 2026-0001"
    assert "Mia" in dialog.writing.letter_text.toPlainText()
    assert [letter.state for letter in cases.case(desk.store, request_id).letters] == [
        LetterState.DRAFT]  # fmt: skip
    with qtbot.waitSignal(dialog.drawing.drawn):
        pass
    dialog.reject()


def test_the_same_letter_asked_for_again_goes_on_with_its_draft(qtbot, desk, request_id):
    parent = QWidget()
    qtbot.addWidget(parent, before_close_func=lambda _: QThreadPool.globalInstance().waitForDone())
    first = draft_letter(desk, request_id, "receipt", parent)
    first.writing.letter_text.setPlainText("Mine.")
    first.reject()
    second = draft_letter(desk, request_id, "receipt", parent)
    assert second.writing.letter_text.toPlainText() == "Mine."
    assert second.notices.sentence.text() == (
        "This draft was begun on Monday, October 5, 2026."
        " What changed in the request since is not in it."
    )
    assert len(cases.case(desk.store, request_id).letters) == 1
    second.reject()


def test_what_a_letter_waits_for_is_told_where_it_was_asked_for(qtbot, desk, request_id):
    window = DeskWindow(desk, WindowSettings(guidance_open=False))
    qtbot.addWidget(window)
    window.show()
    window.draft_letter(request_id, "appointment")
    assert window.findChild(LetterDialog) is None
    assert "visit" in window.notices.sentence.text()
    assert cases.case(desk.store, request_id).letters == ()


# Writing and the preview


def test_the_preview_is_the_page_that_will_be_printed(hands):
    pdfs = []
    hands.dialog.drawing.drawn.connect(pdfs.append)
    hands.write("Come on Friday.")
    hands.settle()
    assert "Come on Friday." in shown_text(pdfs[-1])
    hands.finish()
    assert cases.letter_pdf(hands.desk.store, hands.letter) == pdfs[-1]


def test_the_preview_shows_ink_and_counts_its_pages(hands):
    hands.settle()
    assert hands.dialog.page_count.text() == "1 page"
    assert ink(hands.dialog.preview.picture(0)) > 10
    hands.write("\n\n".join(f"Line {n} of many." for n in range(90)))
    hands.settle()
    assert hands.dialog.preview.page_count() > 1
    assert hands.dialog.page_count.text() == f"{hands.dialog.preview.page_count()} pages"


def test_a_page_is_as_wide_as_the_preview_or_has_the_size_of_its_paper(hands):
    hands.settle()
    preview = hands.dialog.preview
    wide = preview.picture(0).width()
    hands.dialog.paper_size.click()
    on_paper = round(612 / 72 * preview.logicalDpiX() * preview.devicePixelRatioF())
    assert preview.picture(0).width() == on_paper != wide
    hands.dialog.fit_width.click()
    assert preview.picture(0).width() == wide


def test_a_letter_says_whom_it_goes_to_and_that_an_address_is_missing(office, open_one):
    there = open_one()
    assert there.dialog.writing.recipient.text() == (
        "Rafael Alvarez\n45 Pine Street\nDenver, CO 80202"
    )
    assert there.dialog.writing.no_address.isHidden()
    nowhere = open_one(request=office.log().request)
    assert nowhere.dialog.writing.no_address.isVisible()


def test_an_address_given_with_the_request_is_one(office, open_one):
    request = office.log(reply_address="PO Box 9\nReno, NV 89501").request
    writing = open_one(request=request).dialog.writing
    assert writing.no_address.isHidden()
    assert "PO Box 9" in writing.recipient.text()


def test_bold_is_turned_on_and_off_with_one_key(hands):
    hands.write("Come on Friday.")
    field = hands.dialog.writing.letter_text
    field.moveCursor(field.textCursor().MoveOperation.Start)
    hands.press(KEYS.Key_B, CTRL)
    assert field.toPlainText() == "**Come** on Friday."
    hands.press(KEYS.Key_B, CTRL)
    assert field.toPlainText() == "Come on Friday."


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("word", "**word**"),
        (" word ", " **word** "),
        ("one\ntwo", "**one**\n**two**"),
        ("one\n\ntwo", "**one**\n\n**two**"),
        ("**one**\ntwo", "**one**\n**two**"),
        ("", ""),
    ],
)
def test_bold_marks_each_line_by_itself(text, bold):
    assert bolded(text) == bold
    assert bolded(bold) == text.replace("**", "")


def test_another_language_writes_an_untouched_letter_new_without_asking(hands):
    hands.settle()
    choose_language(hands, "es")
    assert hands.kept.language == "es"
    assert "solicitud" in hands.dialog.writing.letter_text.toPlainText()
    hands.settle()


def choose_language(hands, code):
    box = hands.dialog.writing.language
    box.setCurrentIndex([box.itemData(at) for at in range(box.count())].index((code, "")))
    box.activated.emit(box.currentIndex())


def test_another_language_asks_before_it_takes_somebodys_words(hands):
    hands.settle()
    hands.write("Mine.")
    choose_language(hands, "es")
    asking = hands.asked(ConfirmDialog)
    assert "Spanish" in asking.question.text()
    hands.qtbot.keyClick(asking, KEYS.Key_Escape)
    assert hands.dialog.writing.letter_text.toPlainText() == "Mine."
    assert hands.dialog.writing.language.currentData() == ("en", "")
    choose_language(hands, "es")
    hands.asked(ConfirmDialog).act.click()
    assert "solicitud" in hands.dialog.writing.letter_text.toPlainText()
    hands.settle()


def test_a_draft_is_kept_by_its_key_and_says_so(hands):
    hands.settle()
    hands.write("Come on Friday.")
    hands.press(KEYS.Key_S, CTRL)
    assert hands.kept.text == "Come on Friday."
    assert hands.says() == "Kept as a draft."
    assert hands.events()[-1] == "letter.changed"


# What stands against it is told, and the keyboard goes where it can be mended


def test_a_character_no_font_has_is_told_and_the_cursor_stands_on_it(hands):
    hands.write(f"Come on {OWL} Friday.")
    hands.dialog.print_letter.click()
    assert hands.says().startswith(f"No font here can print \u201c{OWL}\u201d")
    assert "in line 1 of the text" in hands.says()
    assert hands.focus() is hands.dialog.writing.letter_text
    assert hands.dialog.writing.letter_text.textCursor().selectedText() == OWL
    assert hands.kept.state is LetterState.DRAFT
    assert not hands.dialog.findChildren(QPrintDialog)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "This letter is empty. Write what it should say."),
        (
            "Number 123-45-6789.",
            "That looks like a Social Security number; it is not kept here. Please take it out.",
        ),
    ],
)
@pytest.mark.parametrize("button", ["print_letter", "save_pdf"])
def test_what_cannot_be_finished_is_told_before_anything_is_chosen(hands, text, says, button):
    hands.write(text)
    getattr(hands.dialog, button).click()
    assert hands.says() == says
    assert hands.focus() is hands.dialog.writing.letter_text
    assert hands.kept.state is LetterState.DRAFT
    assert not hands.dialog.findChildren(QPrintDialog) + hands.dialog.findChildren(QFileDialog)


def test_words_no_letter_says_are_told_with_their_rule_and_the_cursor_stands_on_them(hands):
    hands.write("We answer within 10 business days.")
    hands.dialog.print_letter.click()
    assert "business day" in hands.says()
    assert "99.10(b)" in hands.says()
    assert hands.dialog.notices.action.isHidden()
    assert hands.dialog.writing.letter_text.textCursor().selectedText() == "business days"


def test_words_that_may_be_right_stay_with_a_reason(office, open_one):
    sister = a_student(given="Liam", family="Ito")
    save_student(office.store, sister, today=TODAY, by=office.sign())
    hands = open_one()
    text = hands.dialog.writing.letter_text
    text.appendPlainText("\nLiam Ito came too.")
    hands.dialog.print_letter.click()
    assert "names another student" in hands.says()
    assert "Liam" not in hands.says()
    assert text.textCursor().selectedText() == "Liam Ito"
    hands.dialog.notices.action.click()
    asking = hands.asked(WhyDialog)
    asking.save.click()
    assert "reason is missing" in asking.message.text()
    asking.reason.setPlainText("He is her stepbrother.")
    asking.save.click()
    assert [one.reason for one in hands.kept.allowed] == ["He is her stepbrother."]
    assert "letter.words_kept" in hands.events()
    hands.finish()
    assert hands.kept.state is LetterState.FINISHED


def test_copies_cannot_leave_before_identity_and_authority(office, open_one):
    request = office.log(access=Access.COPIES).request
    hands = open_one("copies_enclosed", request=request)
    hands.dialog.print_letter.click()
    assert "34 CFR 99.31(c)" in hands.says()
    assert hands.kept.state is LetterState.DRAFT


def test_a_letter_of_a_closed_request_is_not_finished(office, hands):
    hands.settle()
    close_request(
        office.store, hands.request, Outcome.WITHDRAWN, note="Called.",
        law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip
    hands.dialog.print_letter.click()
    assert hands.says().startswith("This request is closed.")
    assert hands.kept.state is LetterState.DRAFT


# Finishing and leaving


def test_printing_finishes_the_letter_and_keeps_its_bytes_hash_and_day(hands):
    hands.finish()
    pdf = cases.letter_pdf(hands.desk.store, hands.letter)
    kept = hands.kept
    assert kept.state is LetterState.FINISHED
    assert kept.sha256 == hashlib.sha256(pdf).hexdigest()
    assert kept.finished_at == hands.desk.sign().at
    assert (kept.sent_how, kept.sent_on) == ("printed", TODAY)
    facts = dict(hands.dialog.kept.facts.facts())
    assert facts["Hash"] == grouped(kept.sha256)
    assert facts["Pages"] == "1"
    assert facts["Finished"].startswith("Monday, October 5, 2026")
    assert hands.dialog.sheets.currentWidget() is hands.dialog.kept_page
    assert hands.dialog.throw_away.isHidden()
    assert hands.says() == "Sent to the printer."
    assert hands.focus() is hands.dialog.kept.handed_over


def test_a_letter_is_finished_to_be_printed_with_the_others(hands):
    with hands.qtbot.waitSignal(hands.dialog.leaving.done):
        hands.dialog.finish_only.click()
    assert "to be printed with the others" in hands.says()
    assert hands.kept.state is LetterState.FINISHED
    assert hands.kept.sendings == ()
    assert hands.dialog.finish_only.isHidden()


def test_who_agreed_to_a_refusal_is_told_beside_who_finished_it(office, open_one, request_id):
    mail.say_no(office, request_id)
    hands = open_one("not_entitled")
    hands.finish()
    facts = dict(hands.dialog.kept.facts.facts())
    assert facts["Agreed by"].endswith("(DW)")
    assert facts["Finished"].endswith("(JR)")


def test_a_letter_that_needs_nobody_names_nobody(hands):
    hands.finish()
    assert "Agreed by" not in dict(hands.dialog.kept.facts.facts())


def test_every_time_it_left_is_told_with_who_noted_it(hands):
    hands.finish()
    for button in (hands.dialog.kept.mailed, hands.dialog.kept.mailed):
        button.click()
    assert hands.dialog.kept.left_says.text().splitlines() == [
        "Printed, Mon Oct 5 (JR)", "Mailed, Mon Oct 5 (JR)", "Mailed, Mon Oct 5 (JR)",
    ]  # fmt: skip


def test_a_finished_letter_is_saved_as_an_e_mail_to_send(qtbot, office, open_one, tmp_path):
    request = office.log(requester=a_party(email="rafael@example.org")).request
    hands = open_one(request=request)
    hands.finish()
    assert "rafael@example.org" in hands.dialog.kept.mail_says.text()
    hands.dialog.kept.save_mail.click()
    asking = hands.asked(QFileDialog)
    assert asking.selectedFiles()[0].endswith("2026-0002-receipt.eml")
    path = tmp_path / "2026-0002-receipt.eml"
    with qtbot.waitSignal(hands.dialog.leaving.done):
        asking.fileSelected.emit(str(path))
    assert b"X-Unsent: 1" in path.read_bytes()
    assert "then delete the file" in hands.says()
    assert hands.kept.sendings[-1].how == "exported"


def test_without_an_address_on_file_it_is_said_who_writes_it(hands):
    hands.finish()
    assert "No e-mail address is on file" in hands.dialog.kept.mail_says.text()


def test_the_printers_paper_carries_the_page(hands):
    hands.finish()
    document = pypdfium2.PdfDocument(hands.paper)
    assert len(document) == 1
    assert document.get_page_size(0) == pytest.approx((612, 792), abs=1)
    picture = document[0].render(scale=0.5).to_pil().convert("L")
    assert sum(value < 200 for value in picture.tobytes()) > 500
    assert "2026-0001-receipt" in str(document.get_metadata_dict())


def test_the_print_dialog_offers_the_printer_and_prints_when_accepted(hands):
    hands.settle()
    hands.press(KEYS.Key_P, CTRL)
    asking = hands.asked(QPrintDialog)
    assert hands.kept.state is LetterState.DRAFT
    with hands.qtbot.waitSignal(hands.dialog.leaving.done):
        hands.accept(asking)
    assert hands.paper.read_bytes().startswith(b"%PDF")
    assert hands.kept.sent_how == "printed"


def test_a_print_dialog_that_is_cancelled_leaves_the_draft(hands):
    hands.settle()
    hands.dialog.print_letter.click()
    hands.asked(QPrintDialog).reject()
    assert hands.kept.state is LetterState.DRAFT
    assert not hands.paper.exists()


def test_without_a_printer_a_pdf_is_offered_in_its_place(hands):
    hands.settle()
    hands.has_printer = False
    hands.dialog.print_letter.click()
    assert hands.says() == (
        "No printer is set up on this computer. Save the letter as a PDF instead."
    )
    hands.dialog.notices.action.click()
    asking = hands.asked(QFileDialog)
    assert asking.selectedFiles()[0].endswith("/2026-0001-receipt.pdf")
    asking.reject()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told_and_the_letter_is_kept(hands):
    hands.settle()
    hands.paper = hands.paper.parent / "gone" / "paper.pdf"
    with hands.qtbot.waitSignal(hands.dialog.leaving.busy):
        hands.dialog.leaving.print_on(hands.printer())
    hands.qtbot.waitUntil(lambda: "did not take" in hands.says())
    assert hands.says() == "The printer did not take the letter. It is finished and kept here."
    assert hands.kept.state is LetterState.FINISHED
    assert hands.kept.sent_how == ""
    assert hands.dialog.print_letter.isEnabled()


def test_a_saved_pdf_is_the_kept_one(hands, tmp_path):
    hands.settle()
    path = tmp_path / "out.pdf"
    with hands.qtbot.waitSignal(hands.dialog.leaving.done):
        hands.dialog.leaving.save_to(path)
    assert path.read_bytes() == cases.letter_pdf(hands.desk.store, hands.letter)
    assert hands.kept.sent_how == "saved"
    assert hands.says() == ("Saved as out.pdf. That copy is not locked: delete it once it is sent.")


def test_a_folder_that_takes_nothing_is_told_and_nothing_is_noted_as_saved(hands, tmp_path):
    hands.settle()
    with hands.qtbot.waitSignal(hands.dialog.leaving.refused):
        hands.dialog.leaving.save_to(tmp_path / "no" / "out.pdf")
    assert hands.says().startswith("The file was not saved")
    assert hands.kept.state is LetterState.FINISHED
    assert hands.kept.sent_how == ""


def test_a_file_that_cannot_be_written_stays_what_it_was(tmp_path):
    path = tmp_path / "there"
    path.mkdir()
    with pytest.raises(DeskError, match="not_saved"):
        save_pdf(b"%PDF", path)
    assert path.is_dir()


@pytest.mark.parametrize(
    ("button", "how", "says"),
    [
        ("handed_over", "handed_over", "Handed over, Mon Oct 5 (JR)"),
        ("mailed", "mailed", "Mailed, Mon Oct 5 (JR)"),
        ("emailed", "emailed", "E-mailed, Mon Oct 5 (JR)"),
    ],
)
def test_how_it_left_is_one_button_and_ticks_its_step(hands, button, how, says):
    hands.finish()
    getattr(hands.dialog.kept, button).click()
    assert (hands.kept.sent_how, hands.kept.sent_on) == (how, TODAY)
    assert hands.dialog.kept.left_says.text().splitlines()[-1] == says
    case = cases.case(hands.desk.store, hands.request)
    assert step_named(case.steps, "receipt").state is StepState.DONE


def test_a_letter_finished_on_paper_days_ago_left_on_that_day(hands):
    hands.finish()
    hands.desk.day = TODAY + timedelta(days=3)
    hands.dialog.reject()
    hands.open()
    field = hands.dialog.kept.left_on
    assert hands.dialog.kept.mailed.text() == "&Mailed today"
    field.set_value(date(2026, 10, 6))
    assert hands.dialog.kept.mailed.text() == "&Mailed Tue Oct 6"
    hands.dialog.kept.mailed.click()
    assert hands.kept.sent_on == date(2026, 10, 6)


def test_a_day_on_which_it_cannot_have_left_is_told_beside_the_day(hands):
    hands.finish()
    field = hands.dialog.kept.left_on
    for on, says in (
        (TODAY + timedelta(days=1), "A letter cannot have left on a day to come."),
        (TODAY - timedelta(days=5), "The letter was not finished yet on that day."),
    ):
        field.set_value(on)
        hands.dialog.kept.mailed.click()
        assert field.message.text().startswith(says)
        assert hands.kept.sent_how == "printed"


def test_the_hash_is_copied_without_its_gaps(hands):
    hands.finish()
    hands.dialog.kept.copy_hash.click()
    assert QApplication.clipboard().text() == hands.kept.sha256


def test_a_finished_letter_opens_to_be_read_and_printed_again(hands):
    hands.finish()
    hands.dialog.reject()
    hands.open()
    assert hands.dialog.sheets.currentWidget() is hands.dialog.kept_page
    assert hands.dialog.print_letter.text() == "&Print again"
    assert hands.dialog.standing.text() == "Request 2026-0001. Finished: it never changes again."
    assert ink(hands.dialog.preview.picture(0)) > 10
    before = cases.letter_pdf(hands.desk.store, hands.letter)
    hands.finish()
    assert cases.letter_pdf(hands.desk.store, hands.letter) == before


# Leaving the screen


def test_closing_makes_what_is_typed_the_draft(hands):
    hands.settle()
    hands.write("Come on Friday.")
    hands.press(KEYS.Key_Escape)
    assert not hands.dialog.isVisible()
    assert hands.kept.text == "Come on Friday."
    hands.open()
    assert hands.dialog.writing.letter_text.toPlainText() == "Come on Friday."
    assert hands.says() == ""


def test_a_closed_letter_is_not_drawn_again(office, hands):
    """A page is read from the file, which may be closed a moment later."""
    hands.write("Please come on Monday.")
    hands.dialog.drawing.draw_now()
    hands.write("Please come on Tuesday.")
    hands.dialog.drawing.draw_now()
    drawing, job = hands.dialog.drawing, hands.dialog.drawing._job
    assert job.running
    hands.dialog.reject()
    office.store.close()
    with hands.qtbot.waitSignal(job.over):
        pass
    drawing.draw_soon()
    drawing.draw_now()
    assert drawing._job is None
    assert not drawing._wait.isActive()


def test_leaving_the_office_stops_the_drawing(hands):
    hands.settle()
    hands.write("Please come on Monday.")
    hands.desk.leaving.emit()
    assert not hands.dialog.drawing._wait.isActive()
    hands.dialog.drawing.draw_now()
    assert hands.dialog.drawing._job is None


def test_what_is_being_written_outlives_a_crash(hands):
    hands.settle()
    hands.write("Half a sentence")
    kind = f"letter:{hands.letter}"
    by = hands.desk.sign()
    hands.qtbot.waitUntil(lambda: drafts.kept_draft(hands.desk.store, kind, by=by) is not None)
    assert hands.kept.text != "Half a sentence"
    hands.open()
    assert hands.dialog.writing.letter_text.toPlainText() == "Half a sentence"
    assert hands.says() == "What you wrote last time is back."
    hands.dialog.notices.action.click()
    assert hands.dialog.writing.letter_text.toPlainText() == hands.kept.text


def test_locking_keeps_what_is_being_written_at_once(hands, monkeypatch):
    monkeypatch.setattr(letter_typed, "WAIT_MS", 600_000)
    hands.open()
    hands.write("Half a sentence")
    hands.desk.leaving.emit()
    kept = drafts.kept_draft(hands.desk.store, f"letter:{hands.letter}", by=hands.desk.sign())
    assert kept["text"] == "Half a sentence"


def test_words_over_a_text_that_changed_since_are_offered_not_put_back(office, hands):
    hands.settle()
    hands.write("Mine")
    hands.dialog.writing.keeper.keep_now()
    mail.edit(office, hands.request, hands.letter, "Somebody else's.")
    hands.open()
    assert hands.dialog.writing.letter_text.toPlainText() == "Somebody else's."
    hands.dialog.notices.action.click()
    assert hands.dialog.writing.letter_text.toPlainText() == "Mine"


def test_a_number_that_is_never_kept_stays_out_of_what_is_kept_while_writing(hands):
    hands.write("Number 123-45-6789")
    hands.dialog.writing.keeper.keep_now()
    assert "6789" not in str(hands.desk.store.rows("select body from draft"))
    hands.press(KEYS.Key_Escape)
    assert hands.dialog.isVisible()
    assert hands.dialog.notices.action.text() == "Close anyway"
    hands.dialog.notices.action.click()
    assert not hands.dialog.isVisible()
    assert "6789" not in hands.kept.text


def test_a_draft_is_thrown_away_only_after_a_question(hands):
    hands.settle()
    hands.dialog.throw_away.click()
    hands.qtbot.keyClick(hands.asked(ConfirmDialog), KEYS.Key_Return)
    assert hands.kept.state is LetterState.DRAFT
    hands.dialog.throw_away.click()
    hands.asked(ConfirmDialog).act.click()
    assert not hands.dialog.isVisible()
    assert cases.case(hands.desk.store, hands.request).letters == ()
    assert hands.events()[-1] == "letter.dropped"


def test_a_letter_changed_elsewhere_is_read_anew(office, hands):
    hands.settle()
    changes = mail.edit(office, hands.request, hands.letter, "Somebody else's.")
    hands.desk.did(changes)
    assert hands.dialog.at_hand.letter.text == "Somebody else's."


# The practice office


def test_a_practice_letter_is_marked_on_the_screen_and_on_paper(
    qtbot, office, request_id, tmp_path
):
    desk = a_desk(office, TODAY, practice=True)
    letter = mail.draft(office, request_id, "receipt")
    hands = Hands(qtbot, desk, request_id, letter, tmp_path / "paper.pdf")
    assert hands.dialog.practice_band.isVisible()
    assert "PRACTICE" in hands.dialog.windowTitle()
    hands.finish()
    assert "PRACTICE" in shown_text(cases.letter_pdf(desk.store, letter)).upper()


# By keyboard alone


def test_a_letter_is_written_printed_and_noted_without_a_mouse(hands):
    hands.settle()
    dialog = hands.dialog
    dialog.writing.letter_title.setFocus()
    dialog.writing.letter_title.selectAll()
    hands.type("We have your letter")
    hands.press(KEYS.Key_Return)
    assert hands.focus() is dialog.writing.letter_text
    hands.press(KEYS.Key_End, CTRL)
    hands.press(KEYS.Key_Return)
    hands.type("See you.")
    hands.press(KEYS.Key_Tab)
    assert hands.focus() is not dialog.writing.letter_text
    hands.press(KEYS.Key_Return, CTRL)
    asking = hands.asked(QPrintDialog)
    with hands.qtbot.waitSignal(dialog.leaving.done):
        hands.accept(asking)
    dialog.activateWindow()
    hands.qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.kept.handed_over)
    hands.press(KEYS.Key_Return)
    assert hands.kept.title == "We have your letter"
    assert hands.kept.text.endswith("See you.")
    assert hands.kept.sent_how == "handed_over"
    hands.press(KEYS.Key_Escape)
    assert not dialog.isVisible()


def test_enter_in_a_field_never_finishes_a_letter(hands):
    hands.settle()
    for field in (hands.dialog.writing.letter_title, hands.dialog.writing.language):
        field.setFocus()
        hands.press(KEYS.Key_Return)
    hands.dialog.writing.letter_text.setFocus()
    hands.press(KEYS.Key_Return)
    assert hands.kept.state is LetterState.DRAFT
    assert not hands.dialog.findChildren(QPrintDialog)


def test_every_place_is_reached_by_tab_and_tab_leaves_the_text(hands):
    hands.settle()
    seen = []
    hands.dialog.writing.language.setFocus()
    for _ in range(20):
        at = hands.focus()
        if at in seen:
            break
        seen.append(at)
        hands.press(KEYS.Key_Tab)
    dialog = hands.dialog
    wanted = [
        dialog.writing.letter_title, dialog.writing.letter_text, dialog.preview,
        dialog.print_letter, dialog.save_pdf, dialog.close_button, dialog.throw_away,
    ]  # fmt: skip
    assert [one for one in wanted if one not in seen] == []


def test_the_tips_about_letters_come_and_go_with_one_key(hands):
    hands.settle()
    assert not hands.dialog.aside.isVisible()  # the test's screen has no room for them
    hands.press(KEYS.Key_F1)
    assert hands.dialog.aside.isVisible()
    hands.press(KEYS.Key_F1)
    assert not hands.dialog.aside.isVisible()


# Where a page stands on paper


@pytest.mark.parametrize(
    ("paper", "dots", "where"),
    [
        (QRect(0, 0, 612, 792), 72, QRect(0, 0, 612, 792)),
        (QRect(0, 0, 1275, 1650), 150, QRect(0, 0, 1275, 1650)),
        (QRect(0, 0, 700, 900), 72, QRect(44, 0, 612, 792)),
        (QRect(0, 0, 611, 791), 72, QRect(-1, 0, 612, 792)),
        (QRect(0, 0, 306, 792), 72, QRect(-1, 0, 308, 399)),
        (QRect(0, 0, 612, 396), 72, QRect(152, 0, 308, 398)),
    ],
    ids=["same", "finer", "larger: not scaled", "nearly", "narrow: shrinks", "short: shrinks"],
)
def test_a_page_that_fits_is_never_scaled(paper, dots, where):
    assert place_on(paper, QSizeF(612, 792), dots) == where


def test_notices_of_success_look_like_it(hands):
    hands.settle()
    hands.press(KEYS.Key_S, CTRL)
    assert hands.dialog.notices.kind is Kind.SUCCESS


def test_printing_twice_keeps_how_it_left(office, hands):
    hands.finish()
    hands.dialog.kept.mailed.click()
    hands.finish()
    assert hands.kept.sent_how == "mailed"
    assert verdict_of(cases.case(office.store, hands.request), today=TODAY)
