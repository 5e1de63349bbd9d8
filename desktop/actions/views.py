"""Keep a way of looking at the queue under a name and a key, and forget it again.

A view is its owner's alone. Its name and the words of its search may tell of a family, so it lies
in the records file, and the journal tells only which key it has.
"""

from __future__ import annotations

from desktop.actions.changes import Changes
from desktop.errors import DeskError
from desktop.records.names import clean_name
from desktop.records.person import Initials
from desktop.records.typed_words import without_ssn
from desktop.store import views
from desktop.store.journal import Event
from desktop.store.store import Store
from desktop.store.views import Look, View

PLACES = range(1, 10)
"""The digits that bring a view back."""

NAME_LETTERS = 60


def keep_view(store: Store, place: int, name: str, look: Look, *, by: Initials) -> Changes:
    """Keep ``look`` under a name and a digit; what was kept under it before is gone.

    Raises:
        DeskError: ``view_name``: no name, or one nobody could read in a menu.
        ValueError: ``place`` is no digit from 1 to 9.
    """
    if place not in PLACES:
        raise ValueError(place)
    view = View(place=place, name=_named(name), look=look)
    with store.change(_event("view.kept", place), by=by) as change:
        views.set_view(change, by.person, view)
    return Changes.of_view()


def forget_view(store: Store, place: int, *, by: Initials) -> Changes:
    """Take the view under a digit away."""
    with store.change(_event("view.forgotten", place), by=by) as change:
        views.drop_view(change, by.person, place)
    return Changes.of_view()


def _named(name: str) -> str:
    cleaned = clean_name(without_ssn(name))
    if not cleaned:
        raise DeskError("view_name", "The view has no name.", "Say what it shows, in a few words.")
    if len(cleaned) > NAME_LETTERS:
        raise DeskError(
            "view_name",
            f"The name is longer than {NAME_LETTERS} letters.",
            "Use a few words, as they are to stand in the menu.",
        )
    return cleaned


def _event(kind: str, place: int) -> Event:
    return Event(kind=kind, facts={"place": place})
