"""What tables a records file has, and whose the pages of a damaged one are.

A page is a table's when the table's root leads to it. Where a page that led to others is lost, they
are known by their shape and by row numbers that belong into the gap.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from desktop.store import btree, engine
from desktop.store.btree import Gap, Pages, Row

CONTENT: Final = "_search_content"
"""How the tables end that hold what a search index was made of."""

_DATES: Final = "dates"
_FITS = {"INTEGER": int, "TEXT": str, "BLOB": bytes, "REAL": float, "ANY": object}


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of ours: its columns with types and usual values, which must be told, its key."""

    name: str
    columns: tuple[str, ...]
    kinds: tuple[str, ...]
    usual: tuple[object, ...]
    told: tuple[bool, ...]
    key: int | None

    def fits(self, row: Row) -> bool:
        """Whether a row could be one of this table, by columns, types and what is null."""
        return len(row.values) <= len(self.columns) and all(
            not told if value is None else isinstance(value, _FITS.get(kind, object))
            for value, kind, told in zip(row.values, self.kinds, self.told, strict=False)
        )

    def whole(self, row: Row) -> list[object]:
        """The row with its key, and with usual values for columns added since."""
        values: list[object] = [*row.values, *self.usual[len(row.values) :]]
        if self.key is not None:
            values[self.key] = row.number
        return values


@dataclass(slots=True, kw_only=True)
class Found:
    """The leaves of a table, and where its rows may be missing."""

    leaves: list[int] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)


def roots_of(pages: Pages) -> dict[str, int]:
    """The first page of each table the file's own list still names."""
    named = {}
    for leaf in btree.walk(pages, 1).leaves if 1 in pages else _schema_leaves(pages):
        for row in btree.rows(pages, leaf):
            if row is not None and len(row.values) == 5 and row.values[0] == "table":  # noqa: PLR2004
                name, root = row.values[1], row.values[3]
                if isinstance(name, str) and isinstance(root, int):
                    named[name] = root
    return named


def roots_found(
    pages: Pages, tables: dict[str, Table], connection: engine.Connection
) -> dict[str, int]:
    """The first page of each table; one the list does not name any more is looked for in its place.

    Files of one version are laid out alike. One that was brought up from another version is not:
    where the list disagrees with a new file, its places say nothing.
    """
    named = roots_of(pages)
    told = connection.execute("select name, rootpage from sqlite_schema where type = 'table'")
    places = {name: root for name, root in told if root}  # a virtual table has none
    if any(root and places.get(name) != root for name, root in named.items()):
        return named
    lost = {name: root for name, root in places.items() if name not in named}
    return named | {
        name: root
        for name, root in lost.items()
        if name not in tables or _all_fit(pages, tables[name], root)
    }


def _all_fit(pages: Pages, table: Table, root: int) -> bool:
    return all(
        table.fits(row)
        for leaf in btree.walk(pages, root).leaves
        for row in btree.rows(pages, leaf)
        if row is not None
    )


def _schema_leaves(pages: Pages) -> Iterator[int]:
    """Leaves of the list of tables, where its first page is lost."""
    for number, page in pages.items():
        if btree.kind_of(number, page) == btree.LEAF:
            first = next(btree.rows(pages, number), None)
            if first and len(first.values) == 5 and first.values[0] in {"table", "index"}:  # noqa: PLR2004
                yield number


def tables_of(connection: engine.Connection) -> dict[str, Table]:
    """The tables of a file of this program that hold rows of ours."""
    names = connection.execute(
        "select name from pragma_table_list where schema = 'main' and (type = 'table'"
        f" or name like '%\\{CONTENT}' escape '\\') and name not like 'sqlite%'"
        " and name <> '_sqlite_migrations'"
    ).fetchall()
    return {name: _table(connection, name) for (name,) in names}


def _table(connection: engine.Connection, name: str) -> Table:
    told = connection.execute(
        'select name, type, dflt_value, pk, "notnull" from pragma_table_info(?) order by cid',
        (name,),
    ).fetchall()
    keys = [place for place, column in enumerate(told) if column[3]]
    single = len(keys) == 1 and told[keys[0]][1].upper() == "INTEGER"
    return Table(
        name=name,
        columns=tuple(column[0] for column in told),
        kinds=tuple(column[1].upper() for column in told),
        usual=tuple(
            connection.execute(f"select {column[2]}").fetchone()[0] if column[2] else None
            for column in told
        ),
        # The key stands in the row's number, and null in its own place.
        told=tuple(
            bool(column[4]) and not (single and place == keys[0])
            for place, column in enumerate(told)
        ),
        key=keys[0] if single else None,
    )


def assigned(pages: Pages, tables: dict[str, Table], roots: dict[str, int]) -> dict[str, Found]:
    """Which leaves belong to which table: those its root leads to, and strays that fit a gap."""
    found: dict[str, Found] = {}
    seen: set[int] = set()
    for name in tables:
        walked = btree.walk(pages, roots.get(name, 0))
        found[name] = Found(leaves=walked.leaves, gaps=walked.gaps)
        seen |= walked.seen
    for number in _strays(pages, seen, roots):
        owners = [name for name in tables if _could_own(tables[name], found[name], pages, number)]
        if len(owners) > 1:  # a table of the same shape: the number of columns decides
            owners = [name for name in owners if _same_width(tables[name], pages, number)]
        if len(owners) > 1 and _DATES in owners:  # once a key and a text, as an index of words has
            json = _holds_json(pages, number)
            owners = [name for name in owners if (name == _DATES) == json]
        if len(owners) == 1:
            found[owners[0]].leaves.append(number)
    return found


def _strays(pages: Pages, seen: set[int], roots: dict[str, int]) -> Iterator[int]:
    """Leaves nothing leads to any more. A freed page is overwritten, so none of them is old."""
    elsewhere = {
        number
        for name, root in roots.items()
        if name.startswith(("sqlite", "_sqlite")) or "_search_" in name
        for number in btree.walk(pages, root).seen
    }
    for number, page in pages.items():
        if number not in seen | elsewhere and btree.kind_of(number, page) == btree.LEAF:
            yield number


def _could_own(table: Table, found: Found, pages: Pages, number: int) -> bool:
    held = [row for row in btree.rows(pages, number) if row is not None]
    return bool(held) and all(
        table.fits(row) and any(gap.holds(row.number) for gap in found.gaps) for row in held
    )


def _same_width(table: Table, pages: Pages, number: int) -> bool:
    return any(
        row is not None and len(row.values) == len(table.columns)
        for row in btree.rows(pages, number)
    )


def _holds_json(pages: Pages, number: int) -> bool:
    """Whether every row's text is JSON, as clocks were at first; folded words never are."""
    return all(
        row is None or str(row.values[-1]).startswith("{") for row in btree.rows(pages, number)
    )
