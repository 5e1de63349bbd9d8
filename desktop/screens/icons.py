"""One family of line icons, drawn for this program and coloured by the look in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtWidgets import QAbstractButton

from desktop.paths import resources
from desktop.screens.theme import theme

if TYPE_CHECKING:  # each Qt class costs time when it is first touched
    from PySide6.QtGui import QAction


def pixmap(name: str, size: int, ratio: float = 1.0, tone: str = "quiet") -> QPixmap:
    """The icon ``resources/icons/<name>.svg`` as a picture.

    Args:
        name: the file's name without its ending.
        size: side of the square in logical pixels.
        ratio: pixels of the screen per logical pixel.
        tone: the colour token it is drawn in.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    colour = getattr(theme().colours, tone)
    key = f"desk:{name}:{size}:{ratio}:{colour}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    drawn = _draw(name, round(size * ratio), colour)
    drawn.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, drawn)
    return drawn


def icon(name: str, tone: str = "quiet", *, size: int | None = None) -> QIcon:
    """The icon in today's colours; the accent colour when the button it is on is checked.

    It does not change with the look: ``set_icon`` puts one on a button or an action and keeps it
    right.
    """
    # A QIconEngine in Python would recolour itself, but Qt clones engines and a clone made in
    # Python is freed too early: the process crashes.
    side = size or theme().sizes.icon
    made = QIcon()
    for ratio in sorted({1.0, _screen_ratio()}):
        made.addPixmap(pixmap(name, side, ratio, tone))
        made.addPixmap(pixmap(name, side, ratio, "accent"), state=QIcon.State.On)
    return made


def set_icon(target: QAbstractButton | QAction, name: str, tone: str = "quiet") -> None:
    """Put an icon on a button or an action; it follows light, dark and the text size."""
    for old in target.findChildren(_Follower):
        old.setParent(None)
    _Follower(target, name, tone).draw()


class _Follower(QObject):
    """Redraws the icon of its parent when the look changes."""

    def __init__(self, target: QAbstractButton | QAction, name: str, tone: str) -> None:
        super().__init__(target)
        self._target = target
        self._name = name
        self._tone = tone
        theme().changed.connect(self.draw)

    def draw(self) -> None:
        """Draw the icon in the colours and at the size in force."""
        side = theme().sizes.icon
        self._target.setIcon(icon(self._name, self._tone))
        if isinstance(self._target, QAbstractButton):
            self._target.setIconSize(QSize(side, side))


def _screen_ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


def _draw(name: str, side: int, colour: str) -> QPixmap:
    """The shape in ``colour``: a file is drawn once for a size and then only coloured."""
    shape = _shape(name, side)
    drawn = QPixmap(shape.size())
    drawn.fill(Qt.GlobalColor.transparent)  # from then on it has an alpha channel
    drawn.fill(QColor(colour))
    painter = QPainter(drawn)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.drawPixmap(0, 0, shape)
    painter.end()
    return drawn


def _shape(name: str, side: int) -> QPixmap:
    key = f"desk:{name}:{side}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415  # loaded when the first icon is drawn

    source = resources("icons", f"{name}.svg").read_bytes()
    drawn = QPixmap(side, side)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    QPixmapCache.insert(key, drawn)
    return drawn
