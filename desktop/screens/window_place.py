"""Where somebody was when the window was locked, so that they find themselves there again.

It holds ids and names of pages only, and is kept in memory: nothing of a family outlives the lock.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.records.ids import RequestId
from desktop.store import queries

if TYPE_CHECKING:
    from desktop.screens.desk import Desk
    from desktop.screens.window import DeskWindow

_REQUEST = "request"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page of the window by its name, with the request where it is the page of one."""

    page: str
    request: RequestId | None = None


def place_of(window: DeskWindow) -> Place:
    """The page in sight."""
    turn = window.turn
    return Place(page=turn.name, request=turn.last_request if turn.name == _REQUEST else None)


def go_back_to(window: DeskWindow, desk: Desk, place: Place) -> None:
    """Turn to where somebody was; nothing moves where a request has gone meanwhile."""
    if place.request is not None:
        if queries.queue_rows(desk.store, [place.request]):
            window.open_request(place.request)
    else:
        pages = {
            "queue": window.show_queue,
            "today": window.show_today,
            "students": window.show_students,
            "registers": window.show_registers,
            "letters": window.show_letters,
            "blanks": window.show_blanks,
            "calendar": window.show_calendar,
            "reports": window.show_reports,
            "library": window.show_library,
            "settings": window.show_settings,
        }
        pages[place.page]()
