"""The left side once a letter is finished: when and as what it is kept, and how it left."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from desktop.records.approval import Approval
from desktop.records.case import Letter, Sending
from desktop.records.ids import PersonId
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
        mail_wanted: save the letter as an e-mail.
    """

    facts: KeyValues
    copy_hash: QPushButton
    left_on: DateField
    handed_over: QPushButton
    mailed: QPushButton
    emailed: QPushButton
    left_says: QLabel
    mail_says: QLabel
    save_mail: QPushButton

    left = Signal(str, object)
    mail_wanted = Signal()

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
        set_icon(self.save_mail, "mail")
        self.save_mail.clicked.connect(self.mail_wanted)
        set_icon(self.copy_hash, "copy", "accent")
        self.copy_hash.clicked.connect(self._copy)
        self._show_day(desk.today())

    def show_letter(
        self, letter: Letter, *, pages: int, approval: Approval | None, mail_to: str
    ) -> None:
        """Show a finished letter of so many pages, and where an e-mail with it would go."""
        self._letter = letter
        self.facts.show_facts(
            [
                (self.tr("Title"), letter.title),
                (self.tr("Language"), self._printed_in(letter)),
                (self.tr("Wording"), self._wording(letter)),
                (self.tr("Agreed by"), self._agreed(approval)),
                (self.tr("Finished"), self._finished(letter)),
                (self.tr("Pages"), str(pages)),
                (self.tr("Hash"), grouped(letter.sha256)),
            ]
        )
        self.left_says.setText(self._left_says(letter))
        self.mail_says.setText(self._mail_says(mail_to))

    def refuse_day(self, sentence: str) -> None:
        """Say beside the day why the letter cannot have left on it."""
        self.left_on.tell(sentence)

    def _printed_in(self, letter: Letter) -> str:
        """Its languages, and that it is in large print."""
        words = self._desk.wording
        said = words.text(f"word.language.{letter.language}")
        if letter.facing is not None:
            second = words.text(f"word.language.{letter.facing.language}")
            both = self.tr("{language}, facing {second}")
            said = both.format(language=said, second=second)
        if letter.large_print:
            said = self.tr("{languages}, in large print").format(languages=said)
        return said

    def _finished(self, letter: Letter) -> str:
        if letter.finished_at is None:
            return ""
        at = letter.finished_at.astimezone()
        who = self._initials(letter.finished_by)
        return f"{long_date(at.date())}, {clock_time(at.time())}{who}"

    def _agreed(self, approval: Approval | None) -> str:
        """The principal who agreed, and when; empty where the letter needed nobody."""
        if approval is None or approval.decided_at is None:
            return ""
        at = approval.decided_at.astimezone()
        return f"{long_date(at.date())}{self._initials(approval.decided_by)}"

    def _initials(self, person: PersonId | None) -> str:
        known = (one.initials for one in self._desk.people() if one.id == person)
        return next((f" ({initials})" for initials in known), "")

    def _wording(self, letter: Letter) -> str:
        """Which text it was written from: the program's, or the office's own."""
        if letter.office_version:
            said = self.tr("The office's own, version {version}")
            return said.format(version=letter.office_version)
        return self.tr("As shipped, version {version}").format(version=letter.template_version)

    def _left_says(self, letter: Letter) -> str:
        """Every time it was printed, saved or left, oldest first."""
        if not letter.sendings:
            return self.tr("It has not left the office yet.")
        return "\n".join(map(self._sent, letter.sendings))

    def _sent(self, sending: Sending) -> str:
        how = self._desk.wording.text(f"word.sent_how.{sending.how}")
        day = short_date(sending.on, self._desk.today())
        return f"{how[:1].upper()}{how[1:]}, {day}{self._initials(sending.by)}"

    def _mail_says(self, mail_to: str) -> str:
        if mail_to:
            said = self.tr(
                "A message to {address} with this letter in it; your mail program sends it."
            )
            return said.format(address=mail_to)
        return self.tr("No e-mail address is on file: you write it in your mail program.")

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
