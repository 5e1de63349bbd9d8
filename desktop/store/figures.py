"""How much the records file holds and how it is doing, for whoever looks after the computer."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Counts of rows, and pages of 4,096 bytes; ``free_pages`` are used again before it grows."""

    requests: int
    open_requests: int
    students: int
    letters: int
    entries: int
    schema: int
    pages: int
    free_pages: int


def figures(store: Store) -> Figures:
    """The figures of the open file."""

    def number(sql: str) -> int:
        return int(store.rows(sql)[0][0])

    return Figures(
        requests=number("select count(*) from request"),
        open_requests=number("select count(*) from request where closed_on is null"),
        students=number("select count(*) from student"),
        letters=number("select count(*) from letter"),
        entries=store.head().seq,
        schema=number("pragma user_version"),
        pages=number("pragma page_count"),
        free_pages=number("pragma freelist_count"),
    )
