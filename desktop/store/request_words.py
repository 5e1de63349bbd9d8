"""What a request is found by beside names: the family's words, a telephone number, its letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from desktop.store import engine
    from desktop.store.store import Change

TABLE: Final = "words_search"
CREATE: Final = (
    f"""create virtual table {TABLE} using fts5(
        words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')""",
    # A deleted letter would stay readable in the index's pages otherwise.
    f"insert into {TABLE}({TABLE}, rank) values ('secure-delete', 1)",
)
SAVE: Final = f"insert or replace into {TABLE} (rowid, words) values (?, ?)"
_TOLD = (
    "select r.id, r.words, p.phone, (select string_agg(l.text, ' ') from letter l"
    " where l.request_id = r.id and l.state = 'finished')"
    " from request r join party p on p.id = r.requester_id"
)
_NO_DIGIT = re.compile(r"\D")


def words_text(words: str, phone: str, letters: Iterable[str] = ()) -> str:
    """One text of folded words; a telephone number stands in it apart and in one run of digits."""
    from desktop.records.names import fold  # noqa: PLC0415  # reading a list needs none

    folded = [fold(part) for part in (words, phone, *letters)]
    return " ".join(filter(None, (*folded, _NO_DIGIT.sub("", phone))))


def index_words(change: Change, request: int) -> None:
    """Write anew what the request is found by beside names."""
    for row in change.execute(f"{_TOLD} where r.id = ?", (request,)):
        change.execute(SAVE, (row[0], words_text(row[1], row[2], (row[3] or "",))))


def index_all(connection: engine.Connection) -> None:
    """The same for every request of a file that had no such index yet."""
    for row in connection.execute(_TOLD).fetchall():
        connection.execute(SAVE, (row[0], words_text(row[1], row[2], (row[3] or "",))))
