"""The left side while a letter is being written: who it goes to, its language, title and text."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPlainTextEdit

from desktop.screens.form import parts_of
from desktop.screens.letter_at_hand import LetterAtHand
from desktop.screens.letter_typed import LetterKeeper, Typed

_BOLD = "**"


class LetterWriting(QObject):
    """The fields of a draft. What is typed is kept all the time and never by itself a letter.

    Signals:
        changed: title or text.
        language_wanted: write the letter in another language; carries its code.
    """

    recipient: QLabel
    no_address: QLabel
    language: QComboBox
    letter_title: QLineEdit
    letter_text: QPlainTextEdit
    legend: QLabel

    changed = Signal()
    language_wanted = Signal(str)

    def __init__(self, dialog: QDialog, at_hand: LetterAtHand) -> None:
        super().__init__(dialog)
        for name, found in parts_of(type(self), dialog, "letter").items():
            setattr(self, name, found)
        self._at_hand = at_hand
        self._filling = False
        self.keeper = LetterKeeper(at_hand.desk, at_hand.letter.id, self.typed, self)
        self.letter_text.setTabChangesFocus(True)
        self.letter_title.textChanged.connect(self._changed)
        self.letter_text.textChanged.connect(self._changed)
        self.language.activated.connect(self._ask_language)
        bold = QShortcut(QKeySequence("Ctrl+B"), self.letter_text, self.turn_bold)
        bold.setContext(Qt.ShortcutContext.WidgetShortcut)

    def show_letter(self) -> None:
        """Put the letter as the file holds it into the fields."""
        letter = self._at_hand.letter
        if not self.language.count():
            self._offer_languages()
        self.show_language()
        self.recipient.setText("\n".join(self._at_hand.recipient()))
        self.no_address.setVisible(not self._at_hand.has_address())
        if self.is_touched():
            self.put(Typed.of(letter))

    def _offer_languages(self) -> None:
        words = self._at_hand.desk.wording
        for code in self._at_hand.languages():
            self.language.addItem(words.text(f"word.language.{code}"), code)

    def show_language(self) -> None:
        """The language the letter is in."""
        self.language.setCurrentIndex(self.language.findData(self._at_hand.letter.language))

    def put(self, typed: Typed) -> None:
        """Put back what was typed."""
        self._filling = True
        self.letter_title.setText(typed.title)
        self.letter_title.setCursorPosition(0)
        self.letter_text.setPlainText(typed.text)
        self._filling = False
        self.changed.emit()

    def typed(self) -> Typed:
        """What stands in the fields."""
        return Typed(
            title=self.letter_title.text(),
            text=_exactly(self.letter_text.document()),
            over=self._at_hand.letter.text,
        )

    def is_touched(self) -> bool:
        """Whether the fields say something else than the letter as it is kept."""
        return self.typed() != Typed.of(self._at_hand.letter)

    def point_at(self, character: str) -> None:
        """Put the cursor on the first place of ``character`` in the text, if it is there."""
        found = self.letter_text.document().find(character)
        if not found.isNull():
            self.letter_text.setTextCursor(found)
        self.letter_text.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_bold(self) -> None:
        """Make what is selected, or the word at the cursor, bold; or plain again."""
        cursor = self.letter_text.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        start = cursor.selectionStart()
        said = bolded(cursor.selection().toPlainText())
        cursor.insertText(said)
        cursor.setPosition(start)
        cursor.setPosition(start + len(said), QTextCursor.MoveMode.KeepAnchor)
        self.letter_text.setTextCursor(cursor)

    def _changed(self) -> None:
        if not self._filling:
            self.keeper.touch()
            self.changed.emit()

    def _ask_language(self, place: int) -> None:
        code = self.language.itemData(place)
        if code != self._at_hand.letter.language:
            self.language_wanted.emit(code)


def _exactly(document: QTextDocument) -> str:
    """The text as it is: Qt's plain text makes spaces of the no-break ones in Spanish times."""
    return document.toRawText().replace("\u2029", "\n").replace("\u2028", "\n")


def bolded(text: str) -> str:
    """``text`` between the marks of bold, line by line; without them where every line has them."""
    lines = text.split("\n")
    marked = [line for line in lines if line.strip()]
    turn = _plain if marked and all(_is_bold(line) for line in marked) else _bold
    return "\n".join(turn(line) for line in lines)


def _is_bold(line: str) -> bool:
    bare = line.strip()
    return len(bare) > 2 * len(_BOLD) and bare.startswith(_BOLD) and bare.endswith(_BOLD)


def _plain(line: str) -> str:
    bare = line.strip()
    return line.replace(bare, bare[len(_BOLD) : -len(_BOLD)]) if bare else line


def _bold(line: str) -> str:
    """Spaces around the words stay outside the marks, or they would not be marks."""
    bare = line.strip()
    if not bare or _is_bold(line):
        return line
    return line.replace(bare, f"{_BOLD}{bare}{_BOLD}")
