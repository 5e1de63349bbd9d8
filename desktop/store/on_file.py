"""Every name and line of an address in the office's file, without whose they are."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import msgspec

from desktop.records.masking import OnFile, small_words_of, words_of
from desktop.records.school import Address
from desktop.store.store import Store

_COLUMNS = (
    ("student", "given"),
    ("student", "middle"),
    ("student", "family"),
    ("student", "preferred"),
    ("student", "name_while_attending"),
    ("party", "name"),
    ("party", "organization"),
)


def on_file(store: Store, common: Collection[str]) -> OnFile:
    """What tells of families. ``common`` are the program's own words, in lower case."""
    found = _names(store)
    names = frozenset(words_of(found))
    return OnFile(
        names=names,
        common=names & frozenset(common),
        small=frozenset(small_words_of(found)),
        lines=frozenset(_lines(store)),
    )


def _names(store: Store) -> list[str]:
    found = [
        row[0]
        for table, column in _COLUMNS
        for row in store.rows(f"select distinct {column} from {table} where {column} <> ''")
    ]
    for (others,) in store.rows("select other_names from student where other_names <> '[]'"):
        found += msgspec.json.decode(others, type=list[str])
    return found


def _lines(store: Store) -> Iterator[str]:
    for (address,) in store.rows("select distinct address from party"):
        for line in msgspec.json.decode(address, type=Address).lines():
            yield from (part.casefold() for part in (line, *line.split(", ")))
