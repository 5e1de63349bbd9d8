"""What was answered item by item on a request, in the order it was written."""

from __future__ import annotations

from desktop.records.ids import ItemId, RequestId
from desktop.records.release import Item, ItemAnswer
from desktop.store.store import Change, Store


def items(store: Store, request: RequestId) -> tuple[Item, ...]:
    """The items of one request, in order."""
    rows = store.rows(
        "select id, what, answer, reason, note from item where request_id = ? order by position",
        (request,),
    )
    return tuple(
        Item(id=row[0], what=row[1], answer=ItemAnswer(row[2]), reason=row[3], note=row[4])
        for row in rows
    )


def save_item(change: Change, request: RequestId, item: Item) -> None:
    """Write an item: a new one comes last, one that is there keeps its place."""
    change.execute(
        "insert into item (id, request_id, position, what, answer, reason, note) values"
        " (?, ?, (select coalesce(max(position), 0) + 1 from item where request_id = ?),"
        " ?, ?, ?, ?)"
        " on conflict (id) do update set what = excluded.what, answer = excluded.answer,"
        " reason = excluded.reason, note = excluded.note",
        (item.id, request, request, item.what, item.answer, item.reason, item.note),
    )


def drop_item(change: Change, item: ItemId) -> None:
    """Take an item off the list."""
    change.execute("delete from item where id = ?", (item,))
