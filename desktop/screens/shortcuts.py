"""The sheet of keys: what can be pressed on this page, in every list, and everywhere."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from desktop.screens.doings import Doing
from desktop.screens.form import load_form
from desktop.screens.widgets import KeyValues


class ShortcutSheet(QDialog):
    """Lists keys with what they do; it is read from the page and the window, never kept by hand."""

    here_title: QLabel
    here: KeyValues
    lists: KeyValues
    everywhere: KeyValues
    close_it: QPushButton

    def __init__(
        self, here: Iterable[Doing], everywhere: Iterable[Doing], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        load_form(self, "shortcuts")
        on_page = _keyed(here)
        self.here.show_facts(on_page)
        self.here_title.setVisible(bool(on_page))
        self.everywhere.show_facts(_keyed(everywhere))
        self.lists.show_facts(
            [
                ("Enter", self.tr("Open the chosen line")),
                ("Home, End", self.tr("To the first or the last line")),
                ("1 … 9", self.tr("Choose a way of doing a step by its number")),
                ("Ctrl+Enter", self.tr("Save or finish what is being typed")),
                ("Esc", self.tr("Close, or back to the list; what was typed is kept")),
            ]
        )
        self.close_it.setDefault(True)
        self.close_it.clicked.connect(self.reject)


def _keyed(doings: Iterable[Doing]) -> list[tuple[str, str]]:
    """Keys and names, once each, of what has keys; several keys of one thing on one line."""
    keys: dict[str, list[str]] = {}
    for one in doings:
        if one.keys and one.keys not in keys.setdefault(one.title, []):
            keys[one.title].append(one.keys)
    return [(", ".join(pressed), title) for title, pressed in keys.items() if pressed]
