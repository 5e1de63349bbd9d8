"""The letters of a request: drafts to go on with, finished ones to read, new ones to draft."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.records.case import Letter, LetterState
from desktop.records.offered import offered_letters
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.icon_label import IconLabel
from desktop.screens.request_part import RequestPart, clear_layout, plain_label
from desktop.screens.request_view import RequestView, capital, local
from desktop.screens.theme import set_look
from desktop.screens.widgets import ElidedLabel, SectionHeader
from desktop.wording.dates import short_date


class LettersCard(RequestPart):
    """One line a letter, the newest first.

    Signals:
        letter_wanted: draft a letter; carries the template.
        letter_open_wanted: show a letter that is there; carries its id.
    """

    header: SectionHeader
    empty: QLabel
    lines: QVBoxLayout
    draft: QPushButton

    letter_wanted = Signal(str)
    letter_open_wanted = Signal(object)

    def __init__(self, desk: Desk, view: RequestView) -> None:
        super().__init__(desk, view)
        load_form(self, "request_letters")
        self._shown: tuple[Letter, ...] = ()
        self._offered: tuple[str, ...] = ()
        self.header.set_title(self.tr("Letters"))
        self.menu = QMenu(self)
        self.draft.setMenu(self.menu)

    @property
    def moment(self) -> str:
        """What a letter should say."""
        return "letters"

    def _fill(self) -> None:
        letters = tuple(reversed(self._view.case.letters))
        self.empty.setVisible(not letters)
        if letters != self._shown:
            self._shown = letters
            clear_layout(self.lines)
            for letter in letters:
                self.lines.addWidget(self._line(letter))
        self._fill_menu()

    def _fill_menu(self) -> None:
        """Every letter that this request offers as it stands."""
        view = self._view
        named = offered_letters(view.right, view.case, view.today)
        offered = tuple(filter(self._desk.letter_title, named))
        self.draft.setVisible(bool(offered))
        if offered == self._offered:
            return
        self._offered = offered
        self.menu.clear()
        for template in offered:
            action = self.menu.addAction(self._desk.letter_title(template).replace("&", "&&"))
            action.triggered.connect(lambda _=False, one=template: self.letter_wanted.emit(one))

    def _line(self, letter: Letter) -> QWidget:
        line, picture, title = QWidget(), IconLabel(), ElidedLabel()
        detail, button = plain_label("small"), QPushButton(self.tr("Open"))
        finished = letter.state is LetterState.FINISHED
        picture.show_icon("envelope" if finished else "edit", "quiet", 20)
        title.set_full_text(letter.title)
        detail.setText(self._standing(letter))
        set_look(button, quiet=True)
        button.setAccessibleName(self.tr("Open {title}").format(title=letter.title))
        button.clicked.connect(lambda: self.letter_open_wanted.emit(letter.id))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(title)
        texts.addWidget(detail)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(12)
        layout.addWidget(picture)
        layout.addLayout(texts, 1)
        layout.addWidget(button)
        return line

    def _standing(self, letter: Letter) -> str:
        words, today = self._desk.wording, self._view.today
        language = words.text(f"word.language.{letter.language}")
        drafted_on = short_date(local(letter.drafted_at).date(), today)
        if letter.state is LetterState.DRAFT:
            return self.tr("Draft, {language}, {on}").format(language=language, on=drafted_on)
        if not letter.sent_on:
            on = local(letter.finished_at).date() if letter.finished_at else None
            finished_on = short_date(on, today) if on else drafted_on
            said = self.tr("Finished, {language}, {on}, not sent yet")
            return said.format(language=language, on=finished_on)
        how = capital(words.text(f"word.sent_how.{letter.sent_how}"))
        return f"{how}, {language}, {short_date(letter.sent_on, today)}"
