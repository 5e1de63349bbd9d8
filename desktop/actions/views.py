"""Keep a way of looking at the queue under a name and a key, change it, forget it again.

What an office needs on its first day is there without being kept: ready-made views, by role, from
``resources/office/views.toml``. One lies under its key until its owner keeps another one there or
takes it away. A view is its owner's alone. Its name and the words of its search may tell of a
family, so it lies in the records file, and the journal tells only which key it has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from pathlib import Path
from typing import Annotated

import msgspec

from desktop.actions.changes import Changes
from desktop.errors import DeskError
from desktop.records.names import clean_name
from desktop.records.person import Initials, Person, Role
from desktop.records.toml_file import read_toml
from desktop.records.typed_words import without_ssn
from desktop.store import views
from desktop.store.journal import Event
from desktop.store.store import Store
from desktop.store.views import Look, View
from desktop.wording.sentences import Wording

PLACES = range(1, 10)
"""The digits that bring a view back."""

NAME_LETTERS = 60

Digit = Annotated[int, msgspec.Meta(ge=PLACES.start, lt=PLACES.stop)]


class ReadyLook(Look, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A look as the file has it; it has no words of a search, which would be an office's own."""

    def __post_init__(self) -> None:
        """Refuse what only an office can have.

        Raises:
            ValueError: there are words of a search.
        """
        if self.words:
            raise ValueError("a ready-made view searches for nothing")


class ReadyView(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A view that is there from the first day, for each role in ``keys`` under that digit."""

    id: str
    keys: dict[Role, Digit]
    look: ReadyLook


class ReadyViews(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All of them; no role has two under one digit."""

    view: tuple[ReadyView, ...] = ()

    def __post_init__(self) -> None:
        """Refuse keys that would bring back two views.

        Raises:
            ValueError: which role and digit.
        """
        keys = Counter(key for one in self.view for key in one.keys.items())
        for (role, digit), count in keys.items():
            if count > 1:
                raise ValueError(f"the {role} has two views under {digit}")

    def of(self, role: Role) -> dict[int, ReadyView]:
        """Those of one role, by their digits."""
        return {one.keys[role]: one for one in self.view if role in one.keys}


NO_READY_VIEWS = ReadyViews()
"""What is left when the file cannot be read."""


def load_ready_views(file: Path) -> ReadyViews:
    """Read the ready-made views.

    Raises:
        ResourceError: the file is damaged; it names the key and the line.
    """
    return read_toml(file, ReadyViews)


class Views(msgspec.Struct, frozen=True, kw_only=True):
    """What one person sees under which key: their own and ready-made ones.

    ``own`` are the keys under which they keep one, ``away`` those of ready-made ones taken away.
    """

    by_place: dict[int, View]
    own: frozenset[int]
    away: frozenset[int]


def views_for(store: Store, person: Person, ready: ReadyViews, wording: Wording) -> Views:
    """The views of ``person``, in the order of their keys."""
    kept, offered = views.places_of(store, person.id), ready.of(person.role)
    found = {one.place: one for one in kept.views}
    for place in offered.keys() - found.keys() - kept.empty - kept.unknown:
        one = offered[place]
        name = wording.text(f"word.view.{one.id}")
        look = Look(**msgspec.structs.asdict(one.look))
        found[place] = View(place=place, name=name, look=look)
    return Views(
        by_place=dict(sorted(found.items())),
        own=frozenset(one.place for one in kept.views),
        away=kept.empty & offered.keys(),
    )


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


def change_view(
    store: Store, before: int, place: int, name: str, look: Look, *, by: Initials
) -> Changes:
    """Give the view under the digit ``before`` another name, or another digit, or both.

    Raises:
        DeskError: ``view_name``, as ``keep_view``.
        ValueError: ``place`` is no digit from 1 to 9.
    """
    if place == before:
        return keep_view(store, place, name, look, by=by)
    if place not in PLACES:
        raise ValueError(place)
    view = View(place=place, name=_named(name), look=look)
    with store.change(_event("view.kept", place), by=by) as change:
        change.also(_event("view.forgotten", before))
        views.set_view(change, by.person, view)
        views.empty_place(change, by.person, before)
    return Changes.of_view()


def forget_view(store: Store, place: int, *, by: Initials) -> Changes:
    """Take the view under a digit away, a ready-made one too."""
    with store.change(_event("view.forgotten", place), by=by) as change:
        views.empty_place(change, by.person, place)
    return Changes.of_view()


def bring_back_views(store: Store, places: Collection[int], *, by: Initials) -> Changes:
    """Let what is ready-made lie under these digits again, in one change."""
    with store.change(None, by=by) as change:
        for place in sorted(places):
            change.also(_event("view.brought_back", place))
            views.free_place(change, by.person, place)
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
