"""The letter screen: write a letter, see it as it prints, finish it, and note how it left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.actions import letter_drafting
from desktop.actions.letter_check import LetterWordsError
from desktop.errors import DeskError
from desktop.letters.fonts import missing_characters
from desktop.letters.page import Page, preview
from desktop.office import settings
from desktop.records.case import LetterState
from desktop.records.ids import LetterId, RequestId
from desktop.screens.confirm import ConfirmDialog
from desktop.screens.desk import Desk
from desktop.screens.flow import FlowRow
from desktop.screens.form import load_form
from desktop.screens.guidance import GuidancePanel, panel_for
from desktop.screens.icons import set_icon
from desktop.screens.letter_at_hand import LetterAtHand
from desktop.screens.letter_drawing import LetterDrawing, at_once
from desktop.screens.letter_kept import LetterKept
from desktop.screens.letter_leaving import LetterLeaving
from desktop.screens.letter_preview import LetterPreview
from desktop.screens.letter_writing import LetterWriting
from desktop.screens.notices import Kind, NoticeBar
from desktop.screens.paper_lines import paper_lines
from desktop.screens.printing import system_printer
from desktop.screens.theme import theme
from desktop.screens.why import WhyDialog
from desktop.store import cases
from desktop.wording.dates import long_date

_SIZE = (1320, 880)
_SCREEN_SHARE = 0.94
_ROOM_FOR_TIPS = 1100
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ABOUT_THE_TEXT = frozenset(
    {"characters", "letter_empty", "letter_long", "nine_digits", "address_hidden"}
)


class LetterDialog(QDialog):
    """One letter. A draft can be written and finished; a finished letter can be read and sent.

    What is typed is kept all the time; closing makes it the draft's text.

    Args:
        desk: the open office.
        request: whose letter.
        letter: which letter; it exists.
        parent: the window it stands over.
        printer: gives the printer to offer, None where there is none.
    """

    practice_band: QLabel
    papers_band: QFrame
    papers: QLabel
    notices: NoticeBar
    kind: QLabel
    standing: QLabel
    sheets: QStackedWidget
    draft_page: QWidget
    kept_page: QWidget
    page_count: QLabel
    fit_width: QPushButton
    paper_size: QPushButton
    tips: QToolButton
    preview_holder: QVBoxLayout
    aside: QFrame
    guidance_holder: QVBoxLayout
    foot_row: FlowRow
    throw_away: QPushButton
    close_button: QPushButton
    save_pdf: QPushButton
    finish_only: QPushButton
    print_letter: QPushButton

    def __init__(
        self,
        desk: Desk,
        request: RequestId,
        letter: LetterId,
        parent: QWidget | None = None,
        *,
        printer: Callable[[], QPrinter | None] = system_printer,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._busy = False
        self._panel: GuidancePanel | None = None
        self.at_hand = LetterAtHand(desk, request, letter, self)
        load_form(self, "letter")
        self.preview = LetterPreview(self)
        self.preview_holder.addWidget(self.preview)
        self.writing = LetterWriting(self, self.at_hand)
        self.kept = LetterKept(self, desk)
        self.drawing = LetterDrawing(lambda: at_once(partial(preview, self._page())), self)
        self.leaving = LetterLeaving(
            self, self.at_hand, self.drawing, self.notices, keep=self._keep, printer=printer
        )
        self._dress()
        self._connect()
        self._begin()

    # How it is put together

    def _dress(self) -> None:
        letter = self.at_hand.letter
        kind = self._desk.letter_title(letter.template) or letter.title
        practice = self.tr(" — PRACTICE") if self._desk.practice else ""
        self.setWindowTitle(f"{kind} — {self.at_hand.number}{practice}")
        self.practice_band.setVisible(self._desk.practice)
        self.aside.hide()
        self.kind.setText(kind)
        set_icon(self.tips, "book")
        set_icon(self.throw_away, "trash", "danger")
        set_icon(self.save_pdf, "save")
        set_icon(self.finish_only, "check")
        set_icon(self.print_letter, "print", "on_fill")
        QWidget.setTabOrder(self.tips, self.preview)
        QWidget.setTabOrder(self.preview, self.print_letter)
        screen = self.screen().availableSize() * _SCREEN_SHARE
        wide, high = (theme().sizes.px(side) for side in _SIZE)
        self.resize(min(wide, screen.width()), min(high, screen.height()))

    def _connect(self) -> None:
        self.at_hand.changed.connect(self._show_letter)
        self.writing.changed.connect(self.drawing.draw_soon)
        self.writing.languages_wanted.connect(self._change_languages)
        self.writing.large_print_wanted.connect(self._print_large)
        self.writing.keeper.refused.connect(self.notices.say_fault)
        self.kept.left.connect(self._note_left)
        self.drawing.drawn.connect(self._show_drawn)
        self.drawing.failed.connect(self.notices.say_fault)
        self.leaving.busy.connect(self._be_busy)
        self.leaving.refused.connect(self._tell)
        self.leaving.done.connect(self.kept.take_keyboard)
        self.preview.shown.connect(self._count_pages)
        self.fit_width.toggled.connect(self.preview.fit_width)
        self.tips.toggled.connect(self._show_tips)
        self.throw_away.clicked.connect(self._ask_to_throw_away)
        self.close_button.clicked.connect(self.reject)
        self.save_pdf.clicked.connect(self.leaving.ask_for_file)
        self.finish_only.clicked.connect(self.leaving.finish_only)
        self.kept.mail_wanted.connect(self.leaving.ask_for_mail)
        self.print_letter.clicked.connect(self.leaving.ask_for_printer)
        self._desk.leaving.connect(self.writing.keeper.keep_now)
        self._desk.leaving.connect(self.drawing.stop)
        self.finished.connect(self.drawing.stop)
        self.finished.connect(self.writing.keeper.keep_now)
        for keys, does in (
            ("Ctrl+Return", self.print_letter.click),
            ("Ctrl+Enter", self.print_letter.click),
            ("Ctrl+P", self.print_letter.click),
            ("Ctrl+S", self._keep_and_say),
            ("F1", self.tips.click),
            ("Shift+F1", self.tips.click),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(does)

    def _begin(self) -> None:
        self._show_letter()
        if not self.at_hand.is_finished:
            self._say_what_it_waits_for()
            self._restore()
            self.drawing.draw_now()
        QTimer.singleShot(0, self, self._after_first_paint)

    def _say_what_it_waits_for(self) -> None:
        """Said at once, so that nobody writes a refusal and learns it only at the printer."""
        waits = self.at_hand.waits_for()
        if waits is not None:
            self.notices.say(waits.sentence(), Kind.WARNING)

    def _after_first_paint(self) -> None:
        wide_enough = self.width() >= theme().sizes.px(_ROOM_FOR_TIPS)
        self.tips.setChecked(wide_enough and settings.load(self._desk.home).guidance_open)

    # What is shown

    def _show_letter(self) -> None:
        """Show the letter as the file holds it: to write, or to read and send."""
        finished = self.at_hand.is_finished
        self._show_papers()
        self.sheets.setCurrentWidget(self.kept_page if finished else self.draft_page)
        for button in (self.throw_away, self.finish_only):
            button.setVisible(not finished)
        self.standing.setText(self._standing().format(number=self.at_hand.number))
        if finished:
            self._show_kept()
        else:
            self.writing.show_letter()
            self.drawing.draw_soon()

    def _show_papers(self) -> None:
        """The papers on file for the student, whoever the letter goes to."""
        lines = paper_lines(self._desk, self.at_hand.case.orders)
        self.papers.setText("\n".join(lines))
        self.papers_band.setVisible(bool(lines))

    def _standing(self) -> str:
        if self.at_hand.is_finished:
            return self.tr("Request {number}. Finished: it never changes again.")
        return self.tr("Request {number}. A draft until you finish it.")

    def _show_kept(self) -> None:
        letter = self.at_hand.letter
        self.preview.show_pdf(self.at_hand.pdf())
        self.kept.show_letter(
            letter,
            pages=self.preview.page_count(),
            approval=self.at_hand.approval(),
            mail_to=self.at_hand.mail_to(),
        )
        self.close_button.setText(self.tr("C&lose"))
        self.save_pdf.setText(self.tr("&Save as PDF…"))
        again = bool(letter.sent_how)
        self.print_letter.setText(self.tr("&Print again") if again else self.tr("&Print"))

    def _show_drawn(self, pdf: bytes) -> None:
        if not self.at_hand.is_finished:
            self.preview.show_pdf(pdf)

    def _page(self) -> Page:
        return self.at_hand.page(self.writing.typed())

    def _count_pages(self) -> None:
        count = self.preview.page_count()
        says = self.tr("1 page") if count == 1 else self.tr("{n} pages").format(n=count)
        self.page_count.setText(says)
        self.preview.setAccessibleDescription(says)

    def _show_tips(self, wanted: bool) -> None:
        if wanted and self._panel is None:
            desk = self._desk
            self._panel = panel_for(desk)
            self._panel.closed.connect(self._turn_tips_off)
            self.guidance_holder.addWidget(self._panel)
        self.aside.setVisible(wanted)
        if self._panel is not None:
            self._panel.setVisible(wanted)
            self._panel.show_moment("letters")

    def _turn_tips_off(self) -> None:
        self.tips.setChecked(False)
        self.tips.setFocus(Qt.FocusReason.OtherFocusReason)

    # Writing

    def _restore(self) -> None:
        """Bring back what was being written when the dialog was last left."""
        kept = self.writing.keeper.kept()
        if kept is None or kept == self.writing.typed():
            return
        if kept.over == self.at_hand.letter.text:
            self.writing.put(kept)
            self.notices.say(
                self.tr("What you wrote last time is back."),
                action=self.tr("Undo"),
                on_action=self.writing.show_letter,
            )
        else:
            self.notices.say(
                self.tr("You wrote something else here before this letter was changed."),
                action=self.tr("Show what I wrote"),
                on_action=lambda: self.writing.put(kept),
            )

    def tell_begun(self) -> None:
        """Say that this draft was there already, and offer to write it new."""
        letter = self.at_hand.letter
        facing = letter.facing.language if letter.facing else ""
        said = self.tr(
            "This draft was begun on {date}. What changed in the request since is not in it."
        )
        self.notices.say(
            said.format(date=long_date(letter.drafted_at.astimezone().date())),
            action=self.tr("Write it new"),
            on_action=lambda: self._ask_to_write_new(letter.language, facing),
        )

    def _change_languages(self, first: str, second: str) -> None:
        """The second side comes and goes beside what stands there; another first one is new."""
        letter = self.at_hand.letter
        if first != letter.language:
            self._ask_to_write_new(first, second)
        elif letter.facing is None or self.at_hand.is_as_drafted(self.writing.typed()):
            self._lay_out(large_print=letter.large_print, facing=second)
        else:
            self._ask_to_drop_side(second)

    def _ask_to_drop_side(self, facing: str) -> None:
        asking = ConfirmDialog(
            self.tr("Take the second language out?"),
            self.tr("What stands on its side is gone then. The other side stays as it is."),
            self.tr("Take it out"),
            self,
        )
        large = self.at_hand.letter.large_print
        asking.accepted.connect(lambda: self._lay_out(large_print=large, facing=facing))
        asking.rejected.connect(self.writing.show_choices)
        asking.open()

    def _print_large(self, large: bool) -> None:
        second = self.at_hand.letter.facing
        self._lay_out(large_print=large, facing=second.language if second else "")

    def _lay_out(self, *, large_print: bool, facing: str) -> None:
        self._write(lambda: self.at_hand.lay_out(large_print=large_print, facing=facing), keep=True)

    def _ask_to_write_new(self, language: str, facing: str) -> None:
        """Write the letter from the case again; ask first where somebody's words would go."""
        if self.at_hand.is_as_drafted(self.writing.typed()):
            self._write_new(language, facing)
            return
        said = self._desk.wording.text(f"word.language.{language}")
        asking = ConfirmDialog(
            self.tr("Write this letter new, in {language}?").format(language=said),
            self.tr("The title and the text as they are now will be replaced."),
            self.tr("Write it new"),
            self,
        )
        asking.accepted.connect(lambda: self._write_new(language, facing))
        asking.rejected.connect(self.writing.show_choices)
        asking.open()

    def _write_new(self, language: str, facing: str) -> None:
        self._write(lambda: self.at_hand.write_new(language, facing), keep=False)

    def _write(self, change: Callable[[], None], *, keep: bool) -> None:
        """Make a change to the draft and show it; what is typed is kept before, or is gone."""
        try:
            if keep:
                self.at_hand.keep(self.writing.typed())
            change()
            self.writing.keeper.drop()
        except DeskError as fault:
            self.writing.show_choices()
            self._tell(fault)
            return
        self.notices.clear()
        self.writing.show_letter()
        self.drawing.draw_now()

    def _keep(self) -> None:
        """Make what is typed the draft's text; raises what stands against it."""
        self.at_hand.keep(self.writing.typed())
        self.writing.keeper.drop()

    def _keep_and_say(self) -> None:
        if self.at_hand.is_finished or self._busy:
            return
        try:
            self._keep()
        except DeskError as fault:
            self._tell(fault)
        else:
            self.notices.say(self.tr("Kept as a draft."), Kind.SUCCESS)

    def _ask_to_throw_away(self) -> None:
        asking = ConfirmDialog(
            self.tr("Throw this draft away?"),
            self.tr("Its text is gone then. The request stays as it is."),
            self.tr("Throw it away"),
            self,
        )
        asking.accepted.connect(self._throw_away)
        asking.open()

    def _throw_away(self) -> None:
        try:
            changes = self.at_hand.throw_away()
            self.writing.keeper.drop()
        except DeskError as fault:
            self._tell(fault)
            return
        self.accept()
        self._desk.did(changes)

    # Leaving the office

    def _be_busy(self, busy: bool) -> None:
        self._busy = busy
        self.sheets.setEnabled(not busy)
        self.foot_row.setEnabled(not busy)

    def _note_left(self, how: str, on: date) -> None:
        try:
            self.at_hand.mark_sent(how, on)
        except DeskError as fault:
            if fault.code == "sent_on":
                self.kept.refuse_day(fault.sentence())
            else:
                self._tell(fault)
        else:
            self.notices.say(self.tr("Noted."), Kind.SUCCESS)

    def _tell(self, fault: DeskError) -> None:
        """Say why something was refused; the keyboard goes where it can be mended."""
        if isinstance(fault, LetterWordsError):
            self._tell_words(fault)
            return
        self.notices.say_fault(fault)
        if fault.code in _ABOUT_THE_TEXT:
            typed = self.writing.typed()
            missing = missing_characters((typed.text, typed.facing_text))
            self.writing.point_at(missing[0] if missing else "")

    def _tell_words(self, fault: LetterWordsError) -> None:
        """Say which words are wrong and stand on them; some may stay, with a reason."""
        asks = self.tr("Keep it, with the reason…") if fault.said.ask else ""
        self.notices.say(
            fault.sentence(), Kind.DANGER, action=asks, on_action=lambda: self._ask_why(fault)
        )
        self.writing.point_at(fault.said.words)

    def _ask_why(self, fault: LetterWordsError) -> None:
        asking = WhyDialog(
            self.tr("Why is it right in this letter?"),
            fault.message,
            self.tr("Keep it"),
            lambda reason: self.at_hand.allow_words(fault.said, reason),
            self,
        )
        asking.accepted.connect(self._say_words_kept)
        asking.open()

    def _say_words_kept(self) -> None:
        self.notices.say(self.tr("Kept, with your reason in the history."), Kind.SUCCESS)

    # Keyboard and ends

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        at = self.focusWidget()
        if not (event.key() in _ENTER and plain) or isinstance(at, QPlainTextEdit):
            super().keyPressEvent(event)
        elif isinstance(at, QPushButton):
            at.click()  # Enter never finishes by accident: it presses the button it is on
        else:
            self.focusNextChild()

    @override
    def reject(self) -> None:
        if self._busy:
            return
        try:
            if not self.at_hand.is_finished:
                self._keep()
        except DeskError as fault:
            self._tell(fault)
            self.notices.say(
                fault.sentence(),
                Kind.DANGER,
                action=self.tr("Close anyway"),
                on_action=lambda: QDialog.reject(self),
            )
        else:
            super().reject()


def draft_letter(
    desk: Desk,
    request: RequestId,
    template: str,
    parent: QWidget | None,
    *,
    language: str = "",
) -> LetterDialog | None:
    """Draft a letter and open it; a draft of the same letter that is there is opened instead.

    ``language`` is the request's own where empty. What stands against drafting is told in the
    ``notices`` of ``parent``; then None comes back.
    """
    for one in reversed(cases.case(desk.store, request).letters):
        if one.template == template and one.state is LetterState.DRAFT:
            dialog = open_letter(desk, request, one.id, parent)
            dialog.tell_begun()
            return dialog
    try:
        drafted = letter_drafting.draft_letter(
            desk.store,
            request,
            template,
            templates=desk.templates,
            law=desk.law,
            today=desk.today(),
            language=language,
            by=desk.sign(),
        )
    except DeskError as fault:
        bar = getattr(parent, "notices", None)
        if isinstance(bar, NoticeBar):
            bar.say_fault(fault)
        return None
    desk.did(drafted.changes)
    return open_letter(desk, request, drafted.letter, parent)


def open_letter(
    desk: Desk, request: RequestId, letter: LetterId, parent: QWidget | None
) -> LetterDialog:
    """Open a letter that is there: a draft to go on with, or a finished one to read and send."""
    dialog = LetterDialog(desk, request, letter, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
