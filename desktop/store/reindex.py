"""Let what a salvaged file holds be found again: pages of a search index may have been lost."""

from __future__ import annotations

from desktop.store import families, request_words, students
from desktop.store.store import Change, Store


def find_again(store: Store, change: Change) -> None:
    """Index every student, party and request that is in the file and in no index."""
    families.save_students(change, students.not_found(store))
    families.save_parties(change, students.parties_not_found(store))
    for request in _requests_outside(store, "request_search"):
        families.index_request(change, request)
    for request in _requests_outside(store, request_words.TABLE):
        request_words.index_words(change, request)


def _requests_outside(store: Store, index: str) -> list[int]:
    rows = store.rows(f"select id from request where id not in (select rowid from {index})")
    return [row[0] for row in rows]
