"""The panel on the right: at most three tips for the moment at hand, more when asked for.

All of it is plain text. No address can be clicked; one that was checked can be copied.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.office.guidance import Card, CardKind, Guidance, Reading
from desktop.records.person import Role
from desktop.screens.announce import announce
from desktop.screens.icons import pixmap, set_icon
from desktop.screens.theme import set_look, theme
from desktop.wording.dates import plain_date

_COPIED_MS = 2000
_ENDED = frozenset({"retired"})


class GuidancePanel(QFrame):
    """Tips beside the work. They never block it, and closing them is remembered by the window.

    Args:
        guidance: the tips.
        today: decides whether the tips are too old to go by.
        audience: whose tips; None: everyone's.

    Signals:
        closed: the person closed the panel.
    """

    closed = Signal()

    def __init__(
        self,
        guidance: Guidance,
        today: date,
        *,
        audience: Role | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._guidance = guidance
        self._audience = audience
        self._today = today
        self._wanted: tuple[str, ...] = ()
        self._shown: tuple[Card, ...] = ()
        self._views: list[CardView] = []
        self.title = _label("heading")
        self.close_button = QToolButton()
        self.more = QPushButton()
        self.reviewed = _label("small")
        self.stale = _label("warning")
        self._cards = QVBoxLayout()
        self._scroll = QScrollArea()
        self._build()
        self.close_button.clicked.connect(self._close)
        self.more.clicked.connect(self._show_rest)

    def _build(self) -> None:
        set_look(self, look="rail")
        set_look(self.more, bare=True)
        self.setAccessibleName(self.tr("Guidance"))
        self.title.setText(self.tr("Guidance"))
        set_icon(self.close_button, "close")
        self.close_button.setAccessibleName(self.tr("Close the guidance"))
        self.close_button.setToolTip(self.tr("Close the guidance"))
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 8)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(16, 0, 16, 16)
        inside.setSpacing(12)
        self._cards.setSpacing(16)
        inside.addLayout(self._cards)
        inside.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self.stale)
        inside.addWidget(self.reviewed)
        inside.addStretch()
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._scroll, 1)

    def show_moment(self, moment_id: str, also: Sequence[str] = ()) -> None:
        """Show the tips of a moment, then those of ``also``; the same moment again does nothing.

        While the panel is closed only the moment is kept.
        """
        self._wanted = (moment_id, *also)
        if self.isVisible():
            self._refresh()

    def moment(self) -> str:
        """The moment shown, or wanted while the panel is closed."""
        return self._wanted[0] if self._wanted else ""

    def cards(self) -> tuple[Card, ...]:
        """The tips in sight."""
        return tuple(view.card for view in self._views if view.card and not view.isHidden())

    def views(self) -> tuple[CardView, ...]:
        """The tips in sight, as widgets."""
        return tuple(view for view in self._views if not view.isHidden())

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().sizes.px(300), super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().sizes.px(240), super().minimumSizeHint().height())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        found: dict[str, Card] = {}
        for moment in self._wanted:
            for card in self._guidance.cards(moment, self._audience):
                found.setdefault(card.id, card)
        if tuple(found.values()) != self._shown:
            self._shown = tuple(found.values())
            self._fill(self._guidance.show_first)

    def _fill(self, count: int) -> None:
        # One repaint for the whole change: no card is seen half changed, nothing jumps.
        self.setUpdatesEnabled(False)
        first = self._shown[:count]
        while len(self._views) < len(first):
            view = CardView()
            self._views.append(view)
            self._cards.addWidget(view)
        for place, view in enumerate(self._views):
            view.setVisible(place < len(first))
            if place < len(first):
                view.show_card(first[place], self._guidance)
        rest = len(self._shown) - len(first)
        self.more.setText(self.tr("More ({n})").format(n=rest))
        self.more.setAccessibleName(self.tr("More tips: {n}").format(n=rest))
        self.more.setVisible(rest > 0)
        self._tell_age()
        self._scroll.verticalScrollBar().setValue(0)
        self.setUpdatesEnabled(True)

    def _tell_age(self) -> None:
        meta = self._guidance.meta
        self.reviewed.setVisible(meta is not None and bool(self._shown))
        if meta is not None:
            on = plain_date(meta.reviewed)
            self.reviewed.setText(self.tr("Tips last reviewed {date}").format(date=on))
        self.stale.setText(
            self.tr("These tips are more than a year old. Ask your district to check these tips.")
        )
        self.stale.setVisible(self._guidance.is_stale(self._today))

    def _show_rest(self) -> None:
        already = len(self.cards())
        keep = self._scroll.verticalScrollBar().value()
        self._fill(len(self._shown))
        self._scroll.verticalScrollBar().setValue(keep)
        self._views[already].why.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()


class CardView(QFrame):
    """One tip: its kind, headline, body and citation, and on request why it is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card: Card | None = None
        self._guidance: Guidance | None = None
        self._picture = QLabel()
        self.kind = _label("small")
        self.headline = _label("heading")
        self.body = _label("")
        self.citation = _label("small")
        self.why = QPushButton(self.tr("Why am I seeing this?"))
        self.details = QWidget()
        self._build()
        self.why.clicked.connect(self._turn)
        theme().changed.connect(self._draw)

    def _build(self) -> None:
        set_look(self, look="card")
        set_look(self.why, bare=True)
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
        layout.addWidget(self.why, alignment=Qt.AlignmentFlag.AlignLeft)
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
        self.kind.setText(words)
        self.setAccessibleName(f"{words}: {self.card.headline}")
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
        self._say(self.tr("It rests on these parts of the primer:"))
        for title in self._guidance.primer_titles(self.card):
            self._say(f"• {title}", "")
        reading = self._guidance.reading(self.card)
        if reading:
            self._say(self.tr("To read on:"))
        for one in reading:
            self._add(_ReadingRow(one))

    def _say(self, text: str, look: str = "small") -> None:
        label = _label(look)
        label.setText(text)
        self._add(label)

    def _add(self, part: QWidget) -> None:
        layout = self.details.layout()
        if layout is not None:
            layout.addWidget(part)


class _ReadingRow(QWidget):
    """Something to read on: its name, and where the address was checked, a button to copy it."""

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = reading.address
        name = _label("")
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
            address = _label("small")
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


def _label(look: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    label.setWordWrap(True)
    if look:
        set_look(label, look=look)
    return label
