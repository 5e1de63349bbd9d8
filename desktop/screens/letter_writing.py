"""The left side while a letter is being written: who it goes to, its languages, title and text."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
)

from desktop.screens.form import parts_of
from desktop.screens.letter_at_hand import LetterAtHand
from desktop.screens.letter_typed import LetterKeeper, Typed

_BOLD = "**"


class LetterWriting(QObject):
    """The fields of a draft. What is typed is kept all the time and never by itself a letter.

    Signals:
        changed: title or text.
        languages_wanted: the letter in another language, or with another one on the facing sides;
            carries both codes, the second empty for one language alone.
        large_print_wanted: in 18 points, or not.
    """

    recipient: QLabel
    no_address: QLabel
    language: QComboBox
    large_print: QCheckBox
    sides: QTabWidget
    letter_title: QLineEdit
    letter_text: QPlainTextEdit
    facing_title: QLineEdit
    facing_text: QPlainTextEdit
    legend: QLabel

    changed = Signal()
    languages_wanted = Signal(str, str)
    large_print_wanted = Signal(bool)

    def __init__(self, dialog: QDialog, at_hand: LetterAtHand) -> None:
        super().__init__(dialog)
        for name, found in parts_of(type(self), dialog, "letter").items():
            setattr(self, name, found)
        self._at_hand = at_hand
        self._filling = False
        self.keeper = LetterKeeper(at_hand.desk, at_hand.letter.id, self.typed, self)
        for title, text in self._fields:
            text.setTabChangesFocus(True)
            title.textChanged.connect(self._changed)
            text.textChanged.connect(self._changed)
            bold = QShortcut(QKeySequence("Ctrl+B"), text, self.turn_bold)
            bold.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.language.activated.connect(self._ask_languages)
        self.large_print.clicked.connect(self.large_print_wanted)

    def show_letter(self) -> None:
        """Put the letter as the file holds it into the fields."""
        letter = self._at_hand.letter
        if not self.language.count():
            self._offer_languages()
        self.show_choices()
        self.recipient.setText("\n".join(self._at_hand.recipient()))
        self.no_address.setVisible(not self._at_hand.has_address())
        if self.is_touched():
            self.put(Typed.of(letter))

    @property
    def _fields(self) -> tuple[tuple[QLineEdit, QPlainTextEdit], ...]:
        return (self.letter_title, self.letter_text), (self.facing_title, self.facing_text)

    def _offer_languages(self) -> None:
        """Each language alone, and each with another one on the facing sides."""
        codes = self._at_hand.languages()
        for code in codes:
            self.language.addItem(self._called(code), (code, ""))
        for first, second in itertools.permutations(codes, 2):
            said = self.tr("{language}, facing {second}")
            called = said.format(language=self._called(first), second=self._called(second))
            self.language.addItem(called, (first, second))

    def _called(self, language: str) -> str:
        return self._at_hand.desk.wording.text(f"word.language.{language}")

    def show_choices(self) -> None:
        """The languages the letter is in, a tab for each, and the size of its print."""
        letter = self._at_hand.letter
        second = letter.facing.language if letter.facing else ""
        codes = [self.language.itemData(at) for at in range(self.language.count())]
        self.language.setCurrentIndex(codes.index((letter.language, second)))
        self.large_print.setChecked(letter.large_print)
        self.sides.setTabText(0, self._called(letter.language))
        self.sides.setTabText(1, self._called(second) if second else "")
        self.sides.setTabVisible(1, bool(second))
        self.sides.tabBar().setVisible(bool(second))
        reached = Qt.FocusPolicy.TabFocus if second else Qt.FocusPolicy.NoFocus
        self.sides.setFocusPolicy(reached)
        self.sides.tabBar().setFocusPolicy(reached)

    def put(self, typed: Typed) -> None:
        """Put back what was typed."""
        self._filling = True
        said = (typed.title, typed.text), (typed.facing_title, typed.facing_text)
        for (title, text), (title_said, text_said) in zip(self._fields, said, strict=True):
            title.setText(title_said)
            title.setCursorPosition(0)
            text.setPlainText(text_said)
        self._filling = False
        self.changed.emit()

    def typed(self) -> Typed:
        """What stands in the fields."""
        return Typed(
            title=self.letter_title.text(),
            text=_exactly(self.letter_text.document()),
            over=self._at_hand.letter.text,
            facing_title=self.facing_title.text(),
            facing_text=_exactly(self.facing_text.document()),
        )

    def is_touched(self) -> bool:
        """Whether the fields say something else than the letter as it is kept."""
        return self.typed() != Typed.of(self._at_hand.letter)

    def point_at(self, words: str) -> None:
        """Put the cursor on the first place of ``words`` in the text of either side, if any."""
        shown = self.letter_text
        for at, (_title, text) in enumerate(self._fields):
            found = text.document().find(words)
            if not found.isNull():
                text.setTextCursor(found)
                self.sides.setCurrentIndex(at)
                shown = text
                break
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_bold(self) -> None:
        """Make what is selected, or the word at the cursor, bold; or plain again."""
        text = self._fields[self.sides.currentIndex()][1]
        cursor = text.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        start = cursor.selectionStart()
        said = bolded(cursor.selection().toPlainText())
        cursor.insertText(said)
        cursor.setPosition(start)
        cursor.setPosition(start + len(said), QTextCursor.MoveMode.KeepAnchor)
        text.setTextCursor(cursor)

    def _changed(self) -> None:
        if not self._filling:
            self.keeper.touch()
            self.changed.emit()

    def _ask_languages(self, place: int) -> None:
        first, second = self.language.itemData(place)
        letter = self._at_hand.letter
        if (first, second) != (letter.language, letter.facing.language if letter.facing else ""):
            self.languages_wanted.emit(first, second)


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
