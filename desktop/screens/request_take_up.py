"""Where the keyboard goes on a request that a list of the day led to: on what is to be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.records.agenda import Section

if TYPE_CHECKING:
    from desktop.screens.request import RequestPage


def take_up(page: RequestPage, section: Section) -> None:
    """Put the keyboard on what ``section`` is about; nothing moves where it is not to be seen."""
    does: dict[Section, Callable[[], object]] = {
        Section.VISITS: lambda: _reach(page, page.giving.end_button),
        Section.CHASE: page.search.take_keyboard,
        Section.COPIES: page.steps.go_to_next,
        Section.DECIDE: lambda: _reach(page, page.state.resume),
        Section.REPLIES: lambda: _reach(page, page.state.resume),
        Section.UNTOUCHED: page.steps.go_to_next,
    }
    if section in does:
        does[section]()


def _reach(page: RequestPage, button: QWidget) -> None:
    if button.isVisible():
        page.scroll_area.ensureWidgetVisible(button)
        button.setFocus(Qt.FocusReason.OtherFocusReason)
