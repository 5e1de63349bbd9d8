"""Everything that can be done from where one stands: the window's actions, the page's buttons.

The command palette offers them and the sheet of shortcuts lists their keys, both from here, so that
neither can promise what is not there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QMenu, QPushButton, QToolButton, QWidget

_MNEMONIC = re.compile(r"&(.)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """One thing to do: its name, its keys as this system writes them (or none), and doing it."""

    title: str
    keys: str
    do: Callable[[], object]


def window_doings(window: QWidget) -> Iterator[Doing]:
    """What can be done on every page, in the order it was set up."""
    for action in window.actions():
        if action.text() and action.isEnabled():
            yield _of_action(action)


def page_doings(page: QWidget) -> Iterator[Doing]:
    """What the page in sight offers now: its buttons, and what stands in its menus."""
    for button in page.findChildren(QPushButton):
        if button.isVisible() and button.isEnabled() and button.text() and not button.menu():
            yield Doing(title=plain(button.text()), keys=_mnemonic(button), do=button.click)
    for menu in _menus(page):
        for action in menu.actions():
            if action.text() and action.isEnabled() and action.isVisible() and not action.menu():
                yield _of_action(action)


def page_keys(page: QWidget) -> Iterator[Doing]:
    """The keys of the page in sight that have no button of their own."""
    for shortcut in page.findChildren(QShortcut):
        place = shortcut.parent()
        seen = isinstance(place, QWidget) and place.isVisible()
        if shortcut.whatsThis() and shortcut.isEnabled() and seen:
            yield Doing(
                title=shortcut.whatsThis(), keys=said(shortcut.key()), do=shortcut.activated.emit
            )


def plain(text: str) -> str:
    """The words of a button or menu without the mark of its letter and the dots behind them."""
    return _MNEMONIC.sub(r"\1", text).removesuffix("…")


def said(keys: QKeySequence) -> str:
    """Keys as this system writes them."""
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


def _of_action(action: QAction) -> Doing:
    return Doing(title=plain(action.text()), keys=said(action.shortcut()), do=action.trigger)


def _menus(page: QWidget) -> Iterator[QMenu]:
    """The menus of buttons in sight."""
    for button in page.findChildren(QAbstractButton):
        if isinstance(button, QPushButton | QToolButton) and button.isVisible():
            menu = button.menu()
            if menu is not None and button.isEnabled():
                yield menu


def _mnemonic(button: QAbstractButton) -> str:
    return said(button.shortcut())
