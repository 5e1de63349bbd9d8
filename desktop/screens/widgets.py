"""The small parts screens are built from.

The larger ones have a module each: ``due`` (badge and column), ``date_field``, ``type_ahead``,
``tables`` and ``notices``.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.screens.icons import pixmap, set_icon
from desktop.screens.plain_label import PlainLabel
from desktop.screens.plain_tip import plain_tip
from desktop.screens.theme import set_look, theme


class Card(QFrame):
    """A bordered piece of the work area. ``look`` may be "card", "well", "notice", "warning"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, look="card")


class ElidedLabel(QLabel):
    """One line of plain text that shortens itself with "…" and shows all of it when pointed at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._full = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_full_text(self, text: str) -> None:
        """Show ``text``, as much of it as fits."""
        self._full = text
        self.setAccessibleName(text)
        self._shorten()

    def full_text(self) -> str:
        """All of it."""
        return self._full

    def _shorten(self) -> None:
        line = " ".join(self._full.split())
        shown = self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip("" if shown == line else plain_tip(self._full))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())


class SectionHeader(QWidget):
    """The heading of a part of a screen, with room for a quiet button at its right."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        set_look(self.title, look="heading")
        self.action = QPushButton()
        set_look(self.action, quiet=True)
        self.action.hide()
        self.action.clicked.connect(self.acted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.title, 1)
        layout.addWidget(self.action)

    def set_title(self, title: str, action: str = "") -> None:
        """Set the heading and, if wanted, the words of the button."""
        self.title.setText(title)
        self.setAccessibleName(title)
        self.action.setText(action)
        self.action.setVisible(bool(action))


class KeyValues(QWidget):
    """Facts in two columns: what, and how it is. Values wrap and can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """Show these facts in this order; one without a value is left out."""
        for old in self._labels():
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        kept = [(name, value) for name, value in facts if value]
        for row, (name, value) in enumerate(kept):
            key, said = _plain_label(name, "quiet"), _plain_label(value, "")
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            said.setAccessibleName(f"{name}: {value}")
            said.setMinimumWidth(1)  # a word longer than the column must not widen the page
            self._grid.addWidget(key, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(said, row, 1, Qt.AlignmentFlag.AlignTop)

    def facts(self) -> list[tuple[str, str]]:
        """What is shown."""
        texts = [label.text() for label in self._labels()]
        return list(zip(texts[::2], texts[1::2], strict=True))

    def _labels(self) -> list[QLabel]:
        items = (self._grid.itemAt(place) for place in range(self._grid.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, QLabel)]


def _plain_label(text: str, look: str) -> QLabel:
    label = PlainLabel()
    label.setText(text)
    label.setWordWrap(look != "quiet")
    set_look(label, look=look)
    return label


class SearchField(QLineEdit):
    """A search field: a glass in front, a cross to empty it, Escape empties it too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Search"))
        self.cross = QToolButton(self)
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cross.setCursor(Qt.CursorShape.ArrowCursor)
        self.cross.setToolTip(self.tr("Clear the search"))
        self.cross.setAccessibleName(self.tr("Clear the search"))
        set_icon(self.cross, "close")
        self.cross.clicked.connect(self._empty)
        self.cross.hide()
        self.textChanged.connect(lambda text: self.cross.setVisible(bool(text)))
        theme().changed.connect(self._fit)
        self._fit()

    def _empty(self) -> None:
        self.clear()
        self.textEdited.emit("")

    def _fit(self) -> None:
        room = theme().sizes.px(22)
        self.setTextMargins(room, 0, room, 0)
        side = self.cross.sizeHint().width()
        self.cross.setGeometry(self.width() - side - 2, (self.height() - side) // 2, side, side)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self._empty()
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = theme().sizes.px(16)
        glass = pixmap("search", side, self.devicePixelRatioF())
        QPainter(self).drawPixmap(theme().sizes.px(10), (self.height() - side) // 2, glass)


class StepRow(QFrame):
    """One step of a list of things to do: its state, what it is, and the button that does it."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = ("", "quiet")
        self.picture = QLabel()
        self.title = _plain_label("", "")
        self.detail = _plain_label("", "small")
        self.detail.setWordWrap(True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action = QPushButton()
        self.action.clicked.connect(self.acted)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.detail)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(12)
        layout.addWidget(self.picture, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(texts, 1)
        layout.addWidget(self.action, alignment=Qt.AlignmentFlag.AlignVCenter)
        theme().changed.connect(self._draw)

    def show_step(
        self,
        icon_name: str,
        title: str,
        *,
        detail: str = "",
        tone: str = "quiet",
        action: str = "",
        next_one: bool = False,
    ) -> None:
        """Show a step.

        Args:
            icon_name: the icon that stands for its state.
            title: what is to be done.
            detail: when, by whom, or why it waits.
            tone: colour token of the icon.
            action: words of the button; empty: none.
            next_one: whether this is the step to do now; it stands on its own ground.
        """
        self._state = (icon_name, tone)
        self.title.setText(title)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.action.setText(action)
        self.action.setVisible(bool(action))
        set_look(self.action, primary=next_one)
        set_look(self.title, look="heading" if next_one else "")
        set_look(self, look="notice" if next_one else "")
        self._draw()

    def _draw(self) -> None:
        name, tone = self._state
        if name:
            side = theme().sizes.px(20)
            self.picture.setPixmap(pixmap(name, side, self.devicePixelRatioF(), tone))
