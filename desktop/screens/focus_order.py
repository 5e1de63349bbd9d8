"""The way of the Tab key over a page whose parts come and go: as they are laid out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def keyboard_places(root: QWidget) -> Iterator[QWidget]:
    """What the Tab key can reach inside ``root``, in the order of its layouts; hidden ones too."""
    inner = root.widget() if isinstance(root, QScrollArea) else None
    layout = root.layout()
    if inner is not None:
        yield from keyboard_places(inner)
    elif layout is not None:
        yield from _places_in(layout)
    elif root.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield root


def order_focus(parts: Iterable[QWidget]) -> None:
    """Let the Tab key go through ``parts`` in this order, each from top to bottom.

    Qt puts every widget made later at the end of the chain, which is not where it stands.
    """
    places = chain.from_iterable(keyboard_places(part) for part in parts)
    for before, after in pairwise(places):
        QWidget.setTabOrder(before, after)


def _places_in(layout: QLayout) -> Iterator[QWidget]:
    items = (layout.itemAt(place) for place in range(layout.count()))
    for item in items:
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from keyboard_places(widget)
        elif inner is not None:
            yield from _places_in(inner)
