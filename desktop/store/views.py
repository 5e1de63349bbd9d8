"""The ways somebody likes to look at the queue, each kept under a name and a key."""

from __future__ import annotations

import msgspec

from desktop.records.ids import PersonId
from desktop.store.queries import QueueFilter, QueueSort
from desktop.store.store import Change, Store


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


def views_of(store: Store, person: PersonId) -> list[View]:
    """The views of one person, by their keys; one a newer program wrote otherwise is left out."""
    found = store.rows("select body from queue_view where person_id = ? order by place", (person,))
    return [view for (body,) in found if (view := _read(body)) is not None]


def _read(body: str) -> View | None:
    try:
        return msgspec.json.decode(body, type=View)
    except msgspec.MsgspecError:
        return None


def set_view(change: Change, person: PersonId, view: View) -> None:
    """Keep a view in its place; what was there before is gone."""
    change.execute(
        "insert into queue_view (person_id, place, body) values (?, ?, ?)"
        " on conflict (person_id, place) do update set body = excluded.body",
        (person, view.place, msgspec.json.encode(view).decode()),
    )


def drop_view(change: Change, person: PersonId, place: int) -> None:
    """Forget the view in a place."""
    change.execute("delete from queue_view where person_id = ? and place = ?", (person, place))
