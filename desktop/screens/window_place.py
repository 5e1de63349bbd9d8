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
    """A page of the window by its name, with the request where it is the page of one.

    ``intake`` is whether the intake form lay over it.
    """

    page: str
    request: RequestId | None = None
    intake: bool = False


def place_of(window: DeskWindow) -> Place:
    """The page in sight."""
    turn = window.turn
    request = turn.last_request if turn.name == _REQUEST else None
    return Place(page=turn.name, request=request, intake=window.intake.in_hand)


def go_back_to(window: DeskWindow, desk: Desk, place: Place) -> None:
    """Turn to where somebody was; nothing moves where a request has gone meanwhile.

    An intake form that was half typed opens again, with what was typed.
    """
    _turn_to(window, desk, place)
    if place.intake and _is_half_typed(desk):
        window.log_a_request()


def _is_half_typed(desk: Desk) -> bool:
    from desktop.actions.drafts import kept_draft  # noqa: PLC0415  # after first paint
    from desktop.screens.intake_draft import KIND  # noqa: PLC0415  # the same

    return kept_draft(desk.store, KIND, by=desk.sign()) is not None


def _turn_to(window: DeskWindow, desk: Desk, place: Place) -> None:
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
