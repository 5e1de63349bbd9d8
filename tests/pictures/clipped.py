"""What of a window is cut off: words a part has no room for, parts beyond where it scrolls to."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from desktop.screens.date_field import SpokenDay
from desktop.screens.widgets import ElidedLabel

_SHORTENS_ITSELF = (ElidedLabel, SpokenDay)
_ROUNDING = 2  # pixels by which a style's hint and a layout may differ


def clipped(window: QWidget) -> list[str]:
    """One line for each part that is cut off, as it stands on the screen now."""
    parts = [window, *window.findChildren(QWidget)]
    return [line for part in parts if part.isVisible() for line in _faults(part)]


def _faults(part: QWidget) -> Iterator[str]:
    if isinstance(part, QScrollArea):
        yield from _beyond(part)
    elif isinstance(part, QLabel) and part.text() and not isinstance(part, _SHORTENS_ITSELF):
        yield from _words_of(part)
    elif isinstance(part, QAbstractButton) and part.text():
        room, wants = part.width(), part.minimumSizeHint().width()
        if room + _ROUNDING < wants:
            yield f"{_place(part)}: “{part.text()}” has {room} of {wants} pixels"


def _words_of(label: QLabel) -> Iterator[str]:
    room, wants = label.width(), label.minimumSizeHint().width()
    if label.wordWrap():
        room, wants = label.height(), label.heightForWidth(label.width())
    if room + _ROUNDING < wants:
        yield f"{_place(label)}: “{label.text()[:40]}” has {room} of {wants} pixels"


def _beyond(area: QScrollArea) -> Iterator[str]:
    inner = area.widget()
    never = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if inner is not None and never and inner.width() > area.viewport().width():
        yield f"{_place(area)}: {area.viewport().width()} of {inner.width()} pixels are in sight"


def _place(part: QWidget) -> str:
    names = []
    here: QWidget | None = part
    while here is not None:
        names.append(here.objectName() or type(here).__name__)
        here = here.parentWidget()
    return " in ".join(names[:3])
