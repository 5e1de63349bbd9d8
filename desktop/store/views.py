"""The ways somebody likes to look at the queue, each kept under a name and a key."""

from __future__ import annotations

import msgspec

from desktop.records.ids import PersonId
from desktop.store.queries import QueueFilter, QueueSort
from desktop.store.store import Change, Store

_EMPTY = ""
"""What stands in the place of a view that somebody took away."""


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """What the queue shows and in which order.

    ``words`` are those of the search, and ``columns`` the codes of the columns in sight.
    ``by_week`` sets the weeks apart in a list by date.
    """

    shown: QueueFilter = QueueFilter.OPEN
    words: str = ""
    sort: QueueSort = QueueSort.DUE
    descending: bool = False
    by_week: bool = False
    columns: tuple[str, ...] = ()


class View(msgspec.Struct, frozen=True, kw_only=True):
    """A kept look. ``place`` is 1 to 9: the digit that brings it back."""

    place: int
    name: str
    look: Look


class Places(msgspec.Struct, frozen=True, kw_only=True):
    """What one person keeps under which keys. Under ``empty`` ones they want nothing at all."""

    views: tuple[View, ...]
    empty: frozenset[int]
    unknown: frozenset[int]


def places_of(store: Store, person: PersonId) -> Places:
    """The views of one person, by their keys; ``unknown`` is what a newer program wrote there."""
    sql = "select place, body from queue_view where person_id = ? order by place"
    found = store.rows(sql, (person,))
    read = {place: _read(body) for place, body in found if body != _EMPTY}
    return Places(
        views=tuple(view for view in read.values() if view is not None),
        empty=frozenset(place for place, body in found if body == _EMPTY),
        unknown=frozenset(place for place, view in read.items() if view is None),
    )


def _read(body: str) -> View | None:
    try:
        return msgspec.json.decode(body, type=View)
    except msgspec.MsgspecError:
        return None


def set_view(change: Change, person: PersonId, view: View) -> None:
    """Keep a view in its place; what was there before is gone."""
    _set_place(change, person, view.place, msgspec.json.encode(view).decode())


def empty_place(change: Change, person: PersonId, place: int) -> None:
    """Have nothing in a place, also nothing ready-made."""
    _set_place(change, person, place, _EMPTY)


def free_place(change: Change, person: PersonId, place: int) -> None:
    """Let a place have what is ready-made for it again."""
    change.execute("delete from queue_view where person_id = ? and place = ?", (person, place))


def _set_place(change: Change, person: PersonId, place: int, body: str) -> None:
    change.execute(
        "insert into queue_view (person_id, place, body) values (?, ?, ?)"
        " on conflict (person_id, place) do update set body = excluded.body",
        (person, place, body),
    )
