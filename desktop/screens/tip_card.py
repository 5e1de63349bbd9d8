"""One tip as it is shown: its kind, headline, body and citation, and on request why it is shown.

All of it is plain text. No address can be clicked; one that was checked can be copied.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.office.guidance import Card, CardKind, Guidance, Reading
from desktop.screens.announce import announce
from desktop.screens.flow import FlowLayout
from desktop.screens.icons import pixmap, set_icon
from desktop.screens.plain_label import PlainLabel
from desktop.screens.theme import set_look, theme

_COPIED_MS = 2000
_ENDED = frozenset({"retired"})


class CardView(QFrame):
    """One tip, to be read and to be put away.

    Signals:
        hide_wanted: the person has seen enough of this tip; carries the card.
    """

    hide_wanted = Signal(object)  # Card

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card: Card | None = None
        self._guidance: Guidance | None = None
        self._picture = QLabel()
        self.kind = tip_label("small")
        self.headline = tip_label("heading")
        self.body = tip_label("")
        self.citation = tip_label("small")
        self.why = QPushButton(self.tr("Why am I seeing this?"))
        self.put_away = QPushButton(self.tr("Hide"))
        self.details = QWidget()
        self._build()
        self.why.clicked.connect(self._turn)
        self.put_away.clicked.connect(lambda: self.hide_wanted.emit(self.card))
        theme().changed.connect(self._draw)

    def _build(self) -> None:
        set_look(self, look="card")
        for button in (self.why, self.put_away):
            set_look(button, bare=True)
        self.details.hide()
        mark = QHBoxLayout()
        mark.setSpacing(6)
        mark.addWidget(self._picture)
        mark.addWidget(self.kind, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.setSpacing(6)
        layout.addLayout(mark)
        for part in (self.headline, self.body, self.citation):
            layout.addWidget(part)
        foot = FlowLayout(spacing=8)
        foot.addWidget(self.why)
        foot.addWidget(self.put_away)
        layout.addLayout(foot)
        layout.addWidget(self.details)
        inside = QVBoxLayout(self.details)
        inside.setContentsMargins(0, 0, 0, 4)
        inside.setSpacing(4)

    def show_card(self, card: Card, guidance: Guidance) -> None:
        """Show another tip; the reasons are closed again."""
        if card == self.card:
            return
        self.card = card
        self._guidance = guidance
        self.headline.setText(card.headline)
        self.body.setText(card.body)
        self.citation.setText(card.citation)
        self.citation.setVisible(bool(card.citation))
        self.details.hide()
        self._draw()

    def texts(self) -> list[str]:
        """Every text in sight, from top to bottom."""
        labels = self.findChildren(QLabel)
        return [label.text() for label in labels if label.text() and label.isVisibleTo(self)]

    def _draw(self) -> None:
        if self.card is None:
            return
        name, words, tone = {
            CardKind.LAW: ("law", self.tr("Law"), "accent"),
            CardKind.PRACTICE: ("practice", self.tr("Good practice"), "quiet"),
            CardKind.PRIMER: ("book", self.tr("From the primer"), "quiet"),
        }[self.card.kind]
        side = theme().sizes.px(16)
        self._picture.setPixmap(pixmap(name, side, self.devicePixelRatioF(), tone))
        if self.card.district:
            words = self.tr("{kind}, your district's words").format(kind=words)
        self.kind.setText(words)
        self.setAccessibleName(f"{words}: {self.card.headline}")
        self.setAccessibleDescription(f"{self.card.body} {self.card.citation}".strip())
        self.put_away.setAccessibleName(
            self.tr("Hide this tip: {headline}").format(headline=self.card.headline)
        )
        self.why.setAccessibleDescription(self.card.headline)
        opened = not self.details.isHidden()
        set_icon(self.why, "chevron-down" if opened else "chevron-right", "accent")

    def _turn(self) -> None:
        opening = self.details.isHidden()
        if opening:
            self._fill_details()
        self.details.setVisible(opening)
        self._draw()

    def _fill_details(self) -> None:
        if self.card is None or self._guidance is None:
            return
        for old in self.details.findChildren(
            QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            old.setParent(None)
            old.deleteLater()
        titles = self._guidance.primer_titles(self.card)
        self._say(
            self.tr("It rests on these parts of the primer:")
            if titles
            else self.tr("Your district added this tip.")
        )
        for title in titles:
            self._say(f"• {title}", "")
        reading = self._guidance.reading(self.card)
        if reading:
            self._say(self.tr("To read on:"))
        for one in reading:
            self._add(ReadingRow(one))

    def _say(self, text: str, look: str = "small") -> None:
        label = tip_label(look)
        label.setText(text)
        self._add(label)

    def _add(self, part: QWidget) -> None:
        layout = self.details.layout()
        if layout is not None:
            layout.addWidget(part)


class ReadingRow(QWidget):
    """Something to read on: its name, and where the address was checked, a button to copy it."""

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = reading.address
        name = tip_label("")
        ended = reading.status in _ENDED
        name.setText(
            self.tr("{title} (ended)").format(title=reading.title) if ended else reading.title
        )
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(name)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.addLayout(texts, 1)
        if reading.address:
            address = tip_label("small")
            # A place to break the line after each slash; it is not part of what is copied.
            address.setText(reading.address.replace("/", "/\u200b"))
            texts.addWidget(address)
            self.copy = QToolButton()
            set_icon(self.copy, "copy")
            self._offer()
            self.copy.clicked.connect(self._copy)
            layout.addWidget(self.copy, alignment=Qt.AlignmentFlag.AlignTop)

    def _offer(self) -> None:
        self.copy.setText(self.tr("Copy"))
        self.copy.setToolTip(self.tr("Copy the address"))
        self.copy.setAccessibleName(self.tr("Copy the address"))
        set_icon(self.copy, "copy")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
        self.copy.setToolTip(self.tr("Copied"))
        set_icon(self.copy, "check", "accent")
        announce(self.copy, self.tr("Address copied"))
        QTimer.singleShot(_COPIED_MS, self, self._offer)


def tip_label(look: str) -> QLabel:
    """A label for plain text, which is never taken for markup and holds no link."""
    label = PlainLabel()
    label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    label.setWordWrap(True)
    if look:
        set_look(label, look=look)
    return label


def add_part(column: QVBoxLayout, part: QWidget) -> None:
    """Put a part below what stands in a column already."""
    column.addWidget(part)
    part.show()  # at once: the layout does it a moment later


def add_tip(column: QVBoxLayout, text: str, look: str = "") -> None:
    """Put words below what stands in a column already; they wrap and never widen it."""
    label = tip_label(look)
    label.setText(text)
    label.setMinimumWidth(1)
    add_part(column, label)
