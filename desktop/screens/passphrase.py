"""Fields for a passphrase: one to type it, and a pair to choose a new one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.office.passphrase import Strength, missing_characters, strength
from desktop.screens.notices import FieldMessage
from desktop.screens.theme import set_look


class PassphraseField(QWidget):
    """A passphrase as dots, with a button that shows it. Pasting is welcome.

    Signals:
        edited: the person typed; carries the text.
    """

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = QLineEdit()
        self.entry.setEchoMode(QLineEdit.EchoMode.Password)
        self.show_button = QPushButton(self.tr("Show"))
        self.show_button.setCheckable(True)
        self.show_button.setAutoDefault(False)
        self.show_button.setAccessibleName(self.tr("Show the passphrase"))
        set_look(self.show_button, quiet=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.entry, 1)
        layout.addWidget(self.show_button)
        self.setFocusProxy(self.entry)
        self.entry.textEdited.connect(self.edited)
        self.show_button.toggled.connect(self._turn)

    def value(self) -> str:
        """What is typed, unchanged: spaces at the ends count."""
        return self.entry.text()

    def clear(self) -> None:
        """Empty the field and hide what is typed next."""
        self.entry.clear()
        self.show_button.setChecked(False)

    def set_name(self, name: str) -> None:
        """The name a screen reader speaks."""
        self.entry.setAccessibleName(name)

    def _turn(self, shown: bool) -> None:  # Qt's toggled signal
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.entry.setEchoMode(mode)
        self.show_button.setText(self.tr("Hide") if shown else self.tr("Show"))


class NewPassphrase(QWidget):
    """A new passphrase, typed twice, with a word on how good it is while it is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = PassphraseField()
        self.says = QLabel()
        self.first_message = FieldMessage()
        self.again = PassphraseField()
        self.again_message = FieldMessage()
        self.again.show_button.hide()
        self.first_message.attach(self.first.entry)
        self.again_message.attach(self.again.entry)
        self.first.set_name(self.tr("New passphrase"))
        self.again.set_name(self.tr("New passphrase, typed again"))
        set_look(self.says, look="small")
        self.says.setWordWrap(True)
        self._lay_out()
        self.setFocusProxy(self.first)
        QWidget.setTabOrder(self.first.entry, self.again.entry)
        QWidget.setTabOrder(self.again.entry, self.first.show_button)
        self.first.show_button.toggled.connect(self.again.show_button.setChecked)
        self.first.edited.connect(self._hint)
        self.again.edited.connect(self.again_message.clear)
        self._hint()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._add(layout, self.tr("Passphrase"), self.first, self.says, self.first_message)
        layout.addSpacing(8)
        self._add(layout, self.tr("The same again"), self.again, self.again_message)

    def _add(self, layout: QVBoxLayout, words: str, field: PassphraseField, *below: QLabel) -> None:
        label = QLabel(words)
        label.setBuddy(field.entry)
        for part in (label, field, *below):
            layout.addWidget(part)

    def value(self) -> str:
        """The passphrase; ask ``check`` first."""
        return self.first.value()

    def check(self) -> bool:
        """Whether both are the same; says so beside the second field when they are not."""
        if self.first.value() == self.again.value():
            return True
        self.again.entry.selectAll()
        self.again_message.tell(self.tr("The two are not the same. Type it again."))
        return False

    def tell(self, fault: DeskError) -> None:
        """Say what is wrong with the passphrase beside it."""
        self.first.entry.selectAll()
        self.first_message.tell(fault.sentence())

    def clear(self) -> None:
        """Empty both fields."""
        for field in (self.first, self.again):
            field.clear()
        self._hint()

    def _hint(self, _text: str = "") -> None:
        self.first_message.clear()
        typed = self.first.value()
        self.says.setText(
            {
                Strength.EMPTY: self.tr("Four or five ordinary words in a row are easy to type."),
                Strength.SHORT: self._missing(missing_characters(typed)),
                Strength.WEAK: self.tr("Long enough, but it repeats itself. Use different words."),
                Strength.FAIR: self.tr("Long enough. One more word makes it harder to guess."),
                Strength.STRONG: self.tr("Good: long and hard to guess."),
            }[strength(typed)]
        )

    def _missing(self, missing: int) -> str:
        if missing == 1:
            return self.tr("One more character. Four or five ordinary words will do.")
        return self.tr("{n} more characters. Four or five ordinary words will do.").format(
            n=missing
        )
