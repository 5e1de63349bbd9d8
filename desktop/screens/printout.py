"""Print a paper that is no letter: choose what it needs, see it as it prints, print or save it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.actions.addressing import addressees, envelopes_for
from desktop.actions.printout_values import PrintoutRefusedError
from desktop.actions.printouts import Chosen, known_values, note_printed, note_several_printed
from desktop.errors import DeskError
from desktop.letters.stationery import Shift, load_stationery
from desktop.office import settings
from desktop.records.case import Case
from desktop.records.printout import INTERNAL, LabelOf, Printout, Shape
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.icons import set_icon
from desktop.screens.label_picker import LabelPicker
from desktop.screens.letter_drawing import Drawing, LetterDrawing
from desktop.screens.letter_preview import LetterPreview
from desktop.screens.notices import Kind, NoticeBar
from desktop.screens.printing import system_printer
from desktop.screens.printout_drawing import LabelChoice, Matter, drawing_of
from desktop.screens.printout_leaving import PaperLeaving
from desktop.screens.room import room_for
from desktop.screens.step_fields import StepFields
from desktop.screens.theme import theme
from desktop.store import cases
from desktop.store.letters import wish_of

_SIZE = (1000, 760)
_OPTIONS_WIDTH = 330


class PrintoutDialog(QDialog):
    """One paper about a request, a student or the office. The title names nobody.

    Args:
        desk: the office.
        printout: which paper.
        matter: what it is about.
        parent: what it stands over.
        printer: gives the printer to offer, None where there is none.
    """

    practice_band: QLabel
    notices: NoticeBar
    options_scroll: QScrollArea
    options: QWidget
    paper: QLabel
    place_label: QLabel
    place: QComboBox
    recipient_label: QLabel
    recipient: QComboBox
    language_label: QLabel
    language: QComboBox
    large_print: QCheckBox
    sheet_label: QLabel
    sheet: QComboBox
    first_label: QLabel
    first: LabelPicker
    first_says: QLabel
    count_label: QLabel
    count: QComboBox
    fields: StepFields
    waiting: QLabel
    preview_holder: QVBoxLayout
    page_count: QLabel
    close_button: QPushButton
    save_pdf: QPushButton
    print_paper: QPushButton

    def __init__(
        self,
        desk: Desk,
        printout: Printout,
        matter: Matter,
        parent: QWidget | None = None,
        *,
        printer: Callable[[], QPrinter | None] = system_printer,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._printout = printout
        self._matter = matter
        self._stationery = load_stationery()
        self._made: Drawing | None = None
        self._then: Callable[[bytes], None] | None = None
        load_form(self, "printout")
        self.preview = LetterPreview(self)
        self.preview_holder.addWidget(self.preview)
        self.drawing = LetterDrawing(self._drawing_in_hand, self)
        self.leaving = PaperLeaving(
            self, self.notices, self._document_name(), note=self._note, printer=printer
        )
        self._dress()
        self._offer()
        self._connect()
        self._refresh()

    # How it is put together

    def _dress(self) -> None:
        title = self._desk.wording.text(f"word.printout.{self._printout.id}")
        practice = self.tr(" — PRACTICE") if self._desk.practice else ""
        number = f" — {self._matter.number}" if self._matter.number else ""
        if several := len(self._matter.several):
            number = self.tr(" — {n} requests").format(n=several)
        self.setWindowTitle(f"{title}{number}{practice}")
        self.practice_band.setVisible(self._desk.practice)
        self._say_without_address()
        self.paper.setText(title)
        set_icon(self.save_pdf, "save")
        set_icon(self.print_paper, "print", "on_fill")
        QWidget.setTabOrder(self.fields, self.preview)
        wide, high = (theme().sizes.px(side) for side in _SIZE)
        room = room_for(self)
        self.resize(min(wide, room.width()), min(high, room.height()))

    def _say_without_address(self) -> None:
        """Of a list of letters, say how many get no envelope: they are handed over."""
        letters, desk = self._matter.letters, self._desk
        if letters:
            _, without = envelopes_for(
                desk.store, letters, today=desk.today(), practice=desk.practice
            )
            if without:
                code = "printout.without_address"
                self.notices.say(desk.wording.text(code, letters=len(without)), Kind.WARNING)

    def _document_name(self) -> str:
        return "-".join(part for part in (self._matter.number, self._printout.id) if part)

    def _offer(self) -> None:
        """Show what this paper asks for, and nothing else."""
        request = self._matter.request
        case = cases.case(self._desk.store, request) if request is not None else None
        _offer(self.place, self.place_label, self._places(case))
        _offer(self.recipient, self.recipient_label, self._recipients(case))
        _offer(self.language, self.language_label, self._languages(), at_least=2)
        self._choose_language(case)
        self.large_print.setVisible(self._goes_to_families())
        self._print_as_wished(case)
        self._offer_labels()
        known = settings.load(self._desk.home)
        asked = self._printout.asks(self._desk.law.rights).field
        values = {"feed": known.envelope_feed or "own"}
        values |= known_values(
            self._desk.store, self._printout, self._desk.law, today=self._desk.today()
        )
        self.fields.offer(asked, values, today=self._desk.today())
        choices: tuple[QWidget, ...] = (
            self.place, self.recipient, self.language, self.large_print, self.sheet, self.fields,
        )  # fmt: skip
        self.options_scroll.setVisible(any(not one.isHidden() for one in choices))
        if self.options_scroll.isHidden():
            self.print_paper.setFocus()  # nothing to choose: Enter prints, and never closes
        self._fit_options()
        self.fields.take_keyboard()

    def _fit_options(self) -> None:
        """As wide as they like, up to two fifths; never so narrow that they are cut off."""
        bar = self.options_scroll.verticalScrollBar().sizeHint().width()
        least = self.options.minimumSizeHint().width() + bar
        wanted = min(theme().sizes.px(_OPTIONS_WIDTH), self.width() * 2 // 5)
        self.options_scroll.setFixedWidth(max(wanted, least))

    def _places(self, case: Case | None) -> list[tuple[str, object]]:
        if case is None or not self._printout.each_place:
            return []
        waiting = sum(one.answered_on is None for one in case.sources) or len(case.sources)
        every = self.tr("Every place to ask ({n})").format(n=waiting)
        return [(every, None), *((one.name, one.id) for one in case.sources)]

    def _recipients(self, case: Case | None) -> list[tuple[str, object]]:
        """Whom an envelope or an address label may be for."""
        shape, label = self._printout.shape, self._printout.label
        folder = shape is Shape.LABELS and label is LabelOf.FOLDER
        if case is None or shape is Shape.PAGE or folder:
            return []
        people = addressees(self._desk.store, case)
        return [(one.name or one.organization, one.id) for one in people]

    def _languages(self) -> list[tuple[str, object]]:
        words, templates = self._desk.wording, self._desk.printout_templates
        spoken = templates.languages(self._printout.id)
        return [(words.text(f"word.language.{code}"), code) for code in spoken]

    def _goes_to_families(self) -> bool:
        if self._printout.shape is not Shape.PAGE:
            return False
        return self._desk.printout_templates.get(self._printout.id).audience != INTERNAL

    def _choose_language(self, case: Case | None) -> None:
        spoken = case.request.language if case is not None else ""
        self.language.setCurrentIndex(max(self.language.findData(spoken), 0))

    def _print_as_wished(self, case: Case | None) -> None:
        """Large where it was last chosen for a letter to whoever asks."""
        if case is not None and self._goes_to_families():
            wish = wish_of(self._desk.store, case.requester.id)
            self.large_print.setChecked(wish.large_print)

    def _offer_labels(self) -> None:
        labels = self._printout.shape is Shape.LABELS
        sheets = self._stationery.sheet if labels else ()
        _offer(self.sheet, self.sheet_label, [(one.title, one.id) for one in sheets])
        known = settings.load(self._desk.home).label_sheet
        self.sheet.setCurrentIndex(max(self.sheet.findData(known), 0))
        _offer(self.count, self.count_label, self._counts() if labels else [])
        for part in (self.first_label, self.first, self.first_says):
            part.setVisible(labels)

    def _counts(self) -> list[tuple[str, object]]:
        """A sheet's worth of labels at most: more of one is never wanted."""
        most = max(one.count for one in self._stationery.sheet)
        return [(str(number), number) for number in range(1, most + 1)]

    def _connect(self) -> None:
        for choice in (self.place, self.recipient, self.language, self.sheet, self.count):
            choice.activated.connect(self._refresh)
        self.first.chosen.connect(self._refresh)
        self.large_print.toggled.connect(self._refresh)
        self.fields.typed.connect(lambda _field, _value: self._refresh())
        theme().changed.connect(self._fit_options)
        self.drawing.drawn.connect(self._show_drawn)
        self.drawing.failed.connect(self._tell_not_drawn)
        self.drawing.progressed.connect(self._show_progress)
        self.preview.shown.connect(self._count_pages)
        self.leaving.busy.connect(self._be_busy)
        self.leaving.left.connect(self._after_leaving)
        self.close_button.clicked.connect(self.reject)
        self.save_pdf.clicked.connect(lambda: self._when_drawn(self.leaving.ask_for_file))
        self.print_paper.clicked.connect(lambda: self._when_drawn(self.leaving.ask_for_printer))
        self._desk.leaving.connect(self.drawing.stop)
        self.finished.connect(self.drawing.stop)
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+P"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.print_paper.click)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.save_pdf.click)

    # Drawing it

    def chosen(self) -> Chosen:
        """What is chosen now."""
        return Chosen(
            language=self.language.currentData() or "en",
            large_print=self.large_print.isChecked(),
            typed=self.fields.values(),
            place=self.place.currentData(),
            recipient=self.recipient.currentData(),
        )

    def _labels(self) -> LabelChoice:
        known = settings.load(self._desk.home)
        code = self.sheet.currentData() or self._stationery.sheet[0].id
        sheet = self._stationery.sheet_of(code)
        count = self.count.currentData() or 1
        self.first.show_sheet(sheet, count)
        self.first_says.setText(self.first.said())
        return LabelChoice(
            sheet=sheet,
            first=self.first.first,
            count=count,
            shift=Shift(right=known.label_right, down=known.label_down),
        )

    def _refresh(self) -> None:
        """Draw what is chosen, or say in place of the page what it waits for."""
        try:
            self._made = self._make()
        except DeskError as fault:
            self._show_waiting(fault)
        else:
            self.waiting.hide()
            self.preview.show()
            self.drawing.draw_soon()

    def _make(self) -> Drawing:
        return drawing_of(self._desk, self._printout, self._matter, self.chosen(), self._labels())

    def _drawing_in_hand(self) -> Drawing:
        """What could be drawn last; while something is missing, nobody sees it."""
        return self._made or self._make()

    def _show_waiting(self, fault: DeskError) -> None:
        """A page that cannot be drawn yet is no fault to shout about."""
        self.preview.hide()
        self.page_count.clear()
        self.waiting.setText(
            self.tr("Fill in what is marked, and the page is shown here.")
            if isinstance(fault, PrintoutRefusedError)
            else fault.sentence()
        )
        self.waiting.show()

    def _show_drawn(self, pdf: bytes) -> None:
        self.preview.show_pdf(pdf)
        then, self._then = self._then, None
        if then is not None:
            then(pdf)

    def _show_progress(self, done: int, total: int) -> None:
        said = self.tr("Drawing {n} of {total}…")
        self.page_count.setText(said.format(n=done, total=total))

    def _tell_not_drawn(self, fault: DeskError) -> None:
        """It cannot be printed as it is: in place of the page, and where it should have left."""
        self._show_waiting(fault)
        if self._then is not None:
            self._then = None
            self.notices.say_fault(fault)

    def _count_pages(self) -> None:
        count = self.preview.page_count()
        says = self.tr("1 page") if count == 1 else self.tr("{n} pages").format(n=count)
        self.page_count.setText(says)
        self.preview.setAccessibleDescription(says)

    # Leaving

    def _when_drawn(self, then: Callable[[bytes], None]) -> None:
        """Draw it as chosen now and go on with the bytes; say what stands against it."""
        self.notices.clear()
        self.fields.tell({})
        try:
            self._made = self._make()
        except PrintoutRefusedError as refused:
            say = self._desk.wording.say
            self.fields.tell({field: say(one) for field, one in refused.fields.items()})
        except DeskError as fault:
            self.notices.say_fault(fault)
        else:
            self.drawing.when_quiet(lambda: self._draw_for(then))

    def _draw_for(self, then: Callable[[bytes], None]) -> None:
        self._then = then
        self.drawing.draw_now()

    def _note(self, how: str, pages: int) -> None:
        desk, matter, language = self._desk, self._matter, self.chosen().language
        if matter.several:
            desk.did(
                note_several_printed(
                    desk.store, self._printout, how,
                    language=language, requests=matter.several, by=desk.sign(),
                )
            )  # fmt: skip
            return
        changes = note_printed(
            desk.store,
            self._printout,
            how,
            pages=pages,
            language=language,
            request=matter.request,
            student=matter.student,
            typed=self.fields.values(),
            law=desk.law,
            by=desk.sign(),
        )
        desk.did(changes)

    def _after_leaving(self) -> None:
        """Remember how this computer prints, and go on to the next free label."""
        known = settings.load(self._desk.home)
        feed = self.fields.values().get("feed", known.envelope_feed)
        sheet = self.sheet.currentData() or known.label_sheet
        settings.save(
            self._desk.home, settings.replace(known, envelope_feed=feed, label_sheet=sheet)
        )
        if self._printout.shape is Shape.LABELS:
            self.first.choose(self.first.first + (self.count.currentData() or 1))

    def _be_busy(self, busy: bool) -> None:
        for button in (self.close_button, self.save_pdf, self.print_paper):
            button.setEnabled(not busy)


def _offer(
    choice: QComboBox, label: QLabel, offered: Sequence[tuple[str, object]], at_least: int = 1
) -> None:
    """Fill a choice; one with too little to choose from is not shown."""
    for text, data in offered:
        choice.addItem(text, data)
    for part in (choice, label):
        part.setVisible(len(offered) >= at_least)
