"""The panel on the right: at most three tips for the moment at hand, more when asked for.

All of it is plain text. No address can be clicked; one that was checked can be copied.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.office.guidance import Card, Guidance
from desktop.office.hidden_tips import HiddenTips
from desktop.records.person import Role
from desktop.records.request import Right
from desktop.screens.announce import announce
from desktop.screens.icons import set_icon
from desktop.screens.theme import set_look, theme
from desktop.screens.tip_card import CardView, tip_label
from desktop.wording.dates import plain_date

if TYPE_CHECKING:
    from desktop.screens.desk import Desk


class GuidancePanel(QFrame):
    """Tips beside the work. They never block it, and closing them is remembered by the window.

    Args:
        guidance: the tips.
        today: decides whether the tips are too old to go by.
        audience: whose tips; None: everyone's.
        hidden: what this person put away; None where nobody is signed in, and nothing can be.

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
        hidden: HiddenTips | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._guidance = guidance
        self._audience = audience
        self._today = today
        self._hidden = hidden
        self._wanted: tuple[str, ...] = ()
        self._shown: tuple[Card, ...] = ()
        self._away: tuple[Card, ...] = ()
        self._right: Right | None = None
        self._views: list[CardView] = []
        self.title = tip_label("heading")
        self.close_button = QToolButton()
        self.more = QPushButton()
        self.again = QPushButton()
        self.reviewed = tip_label("small")
        self.stale = tip_label("warning")
        self._cards = QVBoxLayout()
        self._scroll = QScrollArea()
        self._build()
        self.close_button.clicked.connect(self._close)
        self.more.clicked.connect(self._show_rest)
        self.again.clicked.connect(self._bring_back)

    def _build(self) -> None:
        set_look(self, look="rail")
        for button in (self.more, self.again):
            set_look(button, bare=True)
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
        inside.addWidget(self.again, alignment=Qt.AlignmentFlag.AlignLeft)
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

    def show_moment(
        self, moment_id: str, also: Sequence[str] = (), right: Right | None = None
    ) -> None:
        """Show the tips of a moment, then those of ``also``; the same moment again does nothing.

        Beside a request of ``right`` only what is true of it: the 45 days are no correction's.
        While the panel is closed only the moment is kept.
        """
        self._wanted, self._right = (moment_id, *also), right
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
            for card in self._guidance.cards(moment, self._audience, self._right):
                found.setdefault(card.id, card)
        away = tuple(card for card in found.values() if self._is_away(card))
        shown = tuple(card for card in found.values() if card not in away)
        if (shown, away) != (self._shown, self._away):
            self._shown, self._away = shown, away
            self._fill(self._guidance.show_first)

    def _is_away(self, card: Card) -> bool:
        return self._hidden is not None and self._hidden.hides(card, self._today)

    def _fill(self, count: int) -> None:
        # One repaint for the whole change: no card is seen half changed, nothing jumps.
        self.setUpdatesEnabled(False)
        first = self._shown[:count]
        while len(self._views) < len(first):
            view = CardView()
            view.put_away.setVisible(self._hidden is not None)
            view.hide_wanted.connect(self._put_away)
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
        self.again.setText(
            self.tr("Show the hidden tip again")
            if len(self._away) == 1
            else self.tr("Show {n} hidden tips again").format(n=len(self._away))
        )
        self.again.setVisible(bool(self._away))
        self._tell_age()
        self._scroll.verticalScrollBar().setValue(0)
        self.setUpdatesEnabled(True)

    def _tell_age(self) -> None:
        meta = self._guidance.meta
        self.reviewed.setVisible(meta is not None and bool(self._shown or self._away))
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

    def _put_away(self, card: Card) -> None:
        if self._hidden is None:
            return
        self._hidden.hide(card, self._today)
        self._refresh()
        announce(self, self.tr("The tip is hidden."))
        keep = next((one.why for one in self.views()), self.again)
        keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_back(self) -> None:
        if self._hidden is None:
            return
        self._hidden.show_again(self._away)
        self._refresh()
        keep = next((one.why for one in self.views()), self.close_button)
        keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()


def panel_for(desk: Desk, parent: QWidget | None = None) -> GuidancePanel:
    """The panel of the signed-in person: their role's tips, without those they put away."""
    return GuidancePanel(
        desk.guidance,
        desk.today(),
        audience=desk.person.role,
        hidden=desk.hidden_tips,
        parent=parent,
    )
