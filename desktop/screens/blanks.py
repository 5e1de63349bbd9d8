"""The forms to hand out: seen as they print, in the family's language, printed or saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QWidget,
)

from desktop.actions.changes import Changes, Kind
from desktop.errors import DeskError, ResourceError
from desktop.letters.page import Letterhead
from desktop.paths import forms
from desktop.records.blank import LANGUAGES, Blank, Blanks, load_blanks
from desktop.screens import jobs
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.letter_pages import PdfPages
from desktop.screens.letter_preview import LetterPreview
from desktop.screens.notices import FieldMessage, NoticeBar
from desktop.screens.notices import Kind as Notice
from desktop.screens.printing import (
    LETTER_POINTS,
    PrintRun,
    ask_for_file,
    ask_for_printer,
    save_pdf,
    system_printer,
)
from desktop.screens.theme import theme
from desktop.store import cases

_TYPING_MS = 600


class BlanksPage(QWidget):
    """Five forms in two languages; nobody has to use one.

    Signals:
        filled_wanted: somebody has a filled form as a file and wants to log it.
    """

    notices: NoticeBar
    open_filled: QPushButton
    form_list: QListWidget
    law: QLabel
    language: QComboBox
    reference: QLineEdit
    reference_fault: FieldMessage
    print_form: QPushButton
    save_form: QPushButton
    preview: LetterPreview

    filled_wanted = Signal()
    moment = "intake"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pdf: bytes | None = None
        self._job: jobs.Job | None = None
        self._run: PrintRun | None = None
        self.printer = system_printer
        load_form(self, "blanks")
        self._blanks = self._load()
        self._wait = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._offer()
        self._connect()
        self._fit()
        self.setFocusProxy(self.form_list)
        self.draw()

    def _load(self) -> Blanks | None:
        try:
            return load_blanks(forms("paper"))
        except ResourceError as fault:
            self.notices.say_fault(fault)
            return None

    def _offer(self) -> None:
        for blank in self._blanks.by_id.values() if self._blanks else ():
            self.form_list.addItem(blank.title.en)
        self.form_list.setCurrentRow(0)
        for language in LANGUAGES:
            self.language.addItem(self._desk.defaults.language_title(language), language)

    def _connect(self) -> None:
        self.form_list.currentRowChanged.connect(self.draw)
        self.language.currentIndexChanged.connect(self.draw)
        self.reference.textEdited.connect(lambda _text: self._wait.start())
        self._wait.timeout.connect(self.draw)
        self.print_form.clicked.connect(self._ask_for_printer)
        self.save_form.clicked.connect(self._ask_for_file)
        self.open_filled.clicked.connect(self.filled_wanted)
        self._desk.changed.connect(self._office_changed)
        theme().changed.connect(self._fit)
        for keys, does, says in (
            (QKeySequence.StandardKey.Print, self.print_form.click, self.tr("Print the form")),
            (QKeySequence.StandardKey.Save, self.save_form.click, self.tr("Save the form")),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setWhatsThis(says)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)

    def _fit(self) -> None:
        """The list as wide and as high as its lines."""
        rows = range(self.form_list.count())
        high = sum(self.form_list.sizeHintForRow(row) for row in rows)
        edge = 2 * self.form_list.frameWidth() + theme().sizes.px(4)
        self.form_list.setFixedSize(self.form_list.sizeHintForColumn(0) + edge, high + edge)

    # What is shown

    def blank(self) -> Blank | None:
        """The form that is chosen."""
        row = self.form_list.currentRow()
        every = list(self._blanks.by_id.values()) if self._blanks else []
        return every[row] if 0 <= row < len(every) else None

    def draw(self) -> None:
        """Draw the chosen form beside the window; of two in a row only the later one is shown."""
        self._wait.stop()
        if self._job is not None:
            self._job.cancel()
        self._pdf = None
        self._allow()
        blank = self.blank()
        self.law.setText(blank.citation if blank else "")
        if blank is None or self._blanks is None or not self._reference_fits():
            return
        from desktop.letters.blanks import BlankPage, draw_blank  # noqa: PLC0415  # loads reportlab

        page = BlankPage(
            blank=blank,
            words=self._blanks.words,
            letterhead=Letterhead(school=self._desk.school),
            language=self.language.currentData(),
            reference=self.reference.text().strip(),
            practice=self._desk.practice,
        )
        self._job = jobs.run(
            lambda _progress, _cancelled: draw_blank(page),
            owner=self,
            on_done=self._show,
            on_failed=self._failed,
        )

    def _show(self, pdf: bytes) -> None:
        self._job = None
        self._pdf = pdf
        self.preview.show_pdf(pdf)
        item = self.form_list.currentItem()
        self.preview.setAccessibleDescription(item.text() if item else "")
        self._allow()

    def _failed(self, fault: DeskError) -> None:
        self._job = None
        self.notices.say_fault(fault)

    def _allow(self) -> None:
        for button in (self.print_form, self.save_form):
            button.setEnabled(self._pdf is not None and self._run is None)

    def _reference_fits(self) -> bool:
        """Whether the number is empty or that of a request; says so beside it where it is not."""
        typed = self.reference.text().strip()
        known = not typed or cases.request_by_number(self._desk.store, typed) is not None
        if known:
            self.reference_fault.clear()
        else:
            self.reference_fault.tell(
                self.tr("No request has this number. Correct it, or leave it empty."), focus=False
            )
        return known

    def _office_changed(self, changes: Changes) -> None:
        if Kind.OFFICE in changes.kinds:
            self.draw()

    # Handing it out

    def document_name(self) -> str:
        """What the file and the print job are called: the form and its language, no person."""
        blank = self.blank()
        return f"{blank.id}-{self.language.currentData()}" if blank else "form"

    def _ask_for_printer(self) -> None:
        printer = self.printer()
        if printer is None:
            self.notices.say(
                self.tr("No printer is set up on this computer. Save the form as a PDF instead."),
                Notice.WARNING,
                action=self.tr("Save as PDF…"),
                on_action=self._ask_for_file,
            )
            return
        ask_for_printer(printer, LETTER_POINTS, self.document_name(), self, self.print_on)

    def print_on(self, printer: QPrinter) -> None:
        """Print the form as it is shown."""
        if self._pdf is None:
            return
        self.notices.say(self.tr("Printing…"))
        self._run = PrintRun(PdfPages(self._pdf), printer, self)
        self._run.ended.connect(self._printed)
        self._allow()
        self._run.start()

    def _printed(self, taken: bool) -> None:
        if self._run is not None:
            self._run.deleteLater()
            self._run = None
        self._allow()
        if taken:
            self.notices.say(self.tr("Sent to the printer."), Notice.SUCCESS)
        else:
            self.notices.say(
                self.tr("The printer did not take the form. Try again, or save it as a PDF."),
                Notice.DANGER,
            )

    def _ask_for_file(self) -> None:
        title, kind = self.tr("Save the form as a PDF"), self.tr("PDF (*.pdf)")
        ask_for_file(title, kind, f"{self.document_name()}.pdf", self, self.save_to)

    def save_to(self, path: Path) -> None:
        """Save the form as a PDF that can be filled in on screen."""
        if self._pdf is None:
            return
        try:
            save_pdf(self._pdf, path)
        except DeskError as fault:
            self.notices.say_fault(fault)
        else:
            said = self.tr("Saved as {file}. It can be filled in on screen and sent back.")
            self.notices.say(said.format(file=path.name), Notice.SUCCESS)
