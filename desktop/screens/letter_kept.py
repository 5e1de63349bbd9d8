"""The left side once a letter is finished: when and as what it is kept, and how it left."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from desktop.records.case import Letter
from desktop.screens.announce import announce
from desktop.screens.date_field import DateField
from desktop.screens.desk import Desk
from desktop.screens.form import parts_of
from desktop.screens.icons import set_icon
from desktop.screens.typed_date import Lean
from desktop.screens.widgets import KeyValues
from desktop.wording.dates import clock_time, long_date, short_date

_GROUP = 8


class LetterKept(QObject):
    """The facts of a finished letter, and the ways to note that it left the office.

    Signals:
        left: the letter left: how (a code) and on which day.
    """

    facts: KeyValues
    copy_hash: QPushButton
    left_on: DateField
    handed_over: QPushButton
    mailed: QPushButton
    emailed: QPushButton
    left_says: QLabel

    left = Signal(str, object)

    def __init__(self, dialog: QDialog, desk: Desk) -> None:
        super().__init__(dialog)
        for name, found in parts_of(type(self), dialog, "letter").items():
            setattr(self, name, found)
        self._desk = desk
        self._letter: Letter | None = None
        self.left_on.set_today(desk.today(), Lean.PAST)
        self.left_on.set_value(desk.today())
        self.left_on.changed.connect(self._show_day)
        for how, icon in (("handed_over", "counter"), ("mailed", "envelope"), ("emailed", "mail")):
            button = getattr(self, how)
            set_icon(button, icon)
            button.clicked.connect(lambda _=False, how=how: self._leave(how))
        set_icon(self.copy_hash, "copy", "accent")
        self.copy_hash.clicked.connect(self._copy)
        self._show_day(desk.today())

    def show_letter(self, letter: Letter, *, pages: int) -> None:
        """Show a finished letter of so many pages."""
        self._letter = letter
        words = self._desk.wording
        self.facts.show_facts(
            [
                (self.tr("Title"), letter.title),
                (self.tr("Language"), words.text(f"word.language.{letter.language}")),
                (self.tr("Finished"), self._finished(letter)),
                (self.tr("Pages"), str(pages)),
                (self.tr("Hash"), grouped(letter.sha256)),
            ]
        )
        self.left_says.setText(self._left_says(letter))

    def refuse_day(self, sentence: str) -> None:
        """Say beside the day why the letter cannot have left on it."""
        self.left_on.tell(sentence)

    def _finished(self, letter: Letter) -> str:
        if letter.finished_at is None:
            return ""
        at = letter.finished_at.astimezone()
        return f"{long_date(at.date())}, {clock_time(at.time())}"

    def _left_says(self, letter: Letter) -> str:
        if letter.sent_on is None:
            return self.tr("It has not left the office yet.")
        how = self._desk.wording.text(f"word.sent_how.{letter.sent_how}")
        return f"{how[:1].upper()}{how[1:]}, {long_date(letter.sent_on)}."

    def _show_day(self, on: date | None) -> None:
        today = self._desk.today()
        says = {
            "handed_over": (self.tr("&Handed over today"), self.tr("&Handed over {day}")),
            "mailed": (self.tr("&Mailed today"), self.tr("&Mailed {day}")),
            "emailed": (self.tr("&E-mailed today"), self.tr("&E-mailed {day}")),
        }
        for how, (now, then) in says.items():
            button: QPushButton = getattr(self, how)
            button.setEnabled(on is not None)
            if on is not None:
                button.setText(now if on == today else then.format(day=short_date(on, today)))

    def _leave(self, how: str) -> None:
        on = self.left_on.value()
        if on is not None:
            self.left_on.message.clear()
            self.left.emit(how, on)

    def _copy(self) -> None:
        if self._letter is not None:
            QApplication.clipboard().setText(self._letter.sha256)
            announce(self.copy_hash, self.tr("Hash copied"))

    def take_keyboard(self) -> None:
        """Put the keyboard on the first way a letter leaves."""
        self.handed_over.setFocus(Qt.FocusReason.OtherFocusReason)


def grouped(digits: str) -> str:
    """A hash in groups that can be read aloud and that break over lines."""
    return " ".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))
