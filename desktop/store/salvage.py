"""Save what can be read of a damaged records file into a new one, and say what could not.

The pages are read without the engine, each proved by its own MAC, with what the write-ahead log
committed. Where a page is lost that led to others, those are found by their shape and the row
numbers they hold. The damaged file is only read. An entry in the journal tells the gaps.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from desktop.errors import DeskError
from desktop.records.person import Initials
from desktop.store import btree, engine, journal, schema, vault
from desktop.store.btree import Gap, Pages, Row
from desktop.store.faults import translated
from desktop.store.file_keys import FileKeys
from desktop.store.journal import SALVAGED, Event
from desktop.store.mark import Mark
from desktop.store.raw_pages import PAGE, PageKeys, frames, log_of, salt_of

_CONTENT: Final = "_search_content"
_FITS = {"INTEGER": int, "TEXT": str, "BLOB": bytes, "REAL": float, "ANY": object}


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvaged:
    """What came of it.

    ``rows`` are those saved, by table; ``lost_rows`` those seen but not readable or refused.
    ``gaps`` counts the places of each table where rows may be missing. ``missing`` and
    ``without_facts`` are ranges of entries of the journal that are gone, whole or in part.
    """

    pages: int
    bad_pages: int
    rows: dict[str, int]
    lost_rows: int
    gaps: dict[str, int]
    missing: list[str]
    without_facts: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """A table of ours: its columns with their types and usual values, and its key's place."""

    name: str
    columns: tuple[str, ...]
    kinds: tuple[str, ...]
    usual: tuple[object, ...]
    key: int | None

    def fits(self, row: Row) -> bool:
        """Whether a row could be one of this table, by its number of columns and their types."""
        return len(row.values) <= len(self.columns) and all(
            value is None or isinstance(value, _FITS.get(kind, object))
            for value, kind in zip(row.values, self.kinds, strict=False)
        )

    def whole(self, row: Row) -> list[object]:
        """The row with its key, and with usual values for columns added since."""
        values: list[object] = [*row.values, *self.usual[len(row.values) :]]
        if self.key is not None:
            values[self.key] = row.number
        return values


@dataclass(slots=True, kw_only=True)
class _Found:
    leaves: list[int] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)


def salvage(path: Path, keys: FileKeys, target: Path, *, by: Initials) -> Salvaged:
    """Save what can be read of the file at ``path`` into a new file at ``target``.

    Raises:
        DeskError: ``nothing_readable``: no page opens with these keys; ``newer``, ``older``;
            ``exists``, ``cannot_write``, disk faults. What was made of ``target`` is then the
            caller's to throw away.
    """
    pages, total = read_pages(path, keys.database)
    _refuse_other_version(pages)
    with closing(vault.create(target, keys)) as connection, translated():
        tables = _tables(connection)
        found = _assigned(pages, tables, _roots_found(pages, tables, connection))
        with _unguarded(connection):
            rows, lost = _fill(connection, pages, tables, found)
            newest = _newest_known(connection, path, keys)
            missing, bare = _journal_gaps(connection, newest)
            saved = Salvaged(
                pages=total,
                bad_pages=total - len(pages),
                rows=rows,
                lost_rows=lost,
                gaps={name: len(one.gaps) for name, one in found.items() if one.gaps},
                missing=journal.as_ranges(missing),
                without_facts=journal.as_ranges(bare),
            )
            event = Event(kind=SALVAGED, facts=_facts(saved))
            head = journal.append(connection, keys.journal, event, by, past=newest)
        _vouch(target, keys, head)
    return saved


def read_pages(path: Path, key: bytes) -> tuple[dict[int, bytes], int]:
    """Every page that is as it was written, in clear by its number; and how many there are in all.

    Raises:
        DeskError: ``nothing_readable``, ``cannot_open``.
    """
    try:
        raw = _raw_pages(path)
        keys = PageKeys.of(key, salt_of(path))
    except OSError:
        raise DeskError(
            "cannot_open",
            "The records file cannot be read.",
            "Ask your IT staff whether you may read the office's folder.",
        ) from None
    sound = {number: page for number, page in raw.items() if keys.proves(number, page)}
    if not sound:
        raise DeskError(
            "nothing_readable",
            "Nothing in this file opens with the office's key.",
            "Restore the newest copy; keep this file.",
        )
    return {number: keys.read(number, page) for number, page in sound.items()}, len(raw)


def _raw_pages(path: Path) -> dict[int, bytes]:
    data = path.read_bytes()
    starts = range(0, len(data), PAGE)
    pages = {number: data[at : at + PAGE] for number, at in enumerate(starts, start=1)}
    log = log_of(path)
    if log.exists():
        waiting: dict[int, bytes] = {}
        with log.open("rb") as file:
            for frame in frames(file):
                waiting[frame.number] = frame.page
                if frame.commits:
                    pages.update(waiting)
                    waiting.clear()
    return pages


def _refuse_other_version(pages: Pages) -> None:
    """The first page tells; where it is lost, the file is taken for one of this program."""
    if 1 not in pages:
        return
    version = int.from_bytes(pages[1][60:64], "big")
    if version != schema.VERSION:
        raise DeskError(
            "newer" if version > schema.VERSION else "older",
            f"This file is of version {version}; this program saves files of version"
            f" {schema.VERSION}.",
            "Use the program it was last opened with, or restore the newest copy.",
        )


def _roots(pages: Pages) -> dict[str, int]:
    """The first page of each table the file's own list still names."""
    named = {}
    for leaf in btree.walk(pages, 1).leaves if 1 in pages else _schema_leaves(pages):
        for row in btree.rows(pages, leaf):
            if row is not None and len(row.values) == 5 and row.values[0] == "table":  # noqa: PLR2004
                name, root = row.values[1], row.values[3]
                if isinstance(name, str) and isinstance(root, int):
                    named[name] = root
    return named


def _roots_found(
    pages: Pages, tables: dict[str, _Table], connection: engine.Connection
) -> dict[str, int]:
    """The first page of each table; one the list does not name any more is looked for in its place.

    Files of one version are laid out alike. One that was brought up from another version is not:
    where the list disagrees with a new file, its places say nothing.
    """
    named = _roots(pages)
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


def _all_fit(pages: Pages, table: _Table, root: int) -> bool:
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


def _tables(connection: engine.Connection) -> dict[str, _Table]:
    """The tables of a file of this program that hold rows of ours."""
    names = connection.execute(
        "select name from pragma_table_list where schema = 'main' and (type = 'table'"
        f" or name like '%\\{_CONTENT}' escape '\\') and name not like 'sqlite%'"
        " and name <> '_sqlite_migrations'"
    ).fetchall()
    return {name: _table(connection, name) for (name,) in names}


def _table(connection: engine.Connection, name: str) -> _Table:
    told = connection.execute(
        "select name, type, dflt_value, pk from pragma_table_info(?) order by cid", (name,)
    ).fetchall()
    keys = [place for place, column in enumerate(told) if column[3]]
    single = len(keys) == 1 and told[keys[0]][1].upper() == "INTEGER"
    return _Table(
        name=name,
        columns=tuple(column[0] for column in told),
        kinds=tuple(column[1].upper() for column in told),
        usual=tuple(
            connection.execute(f"select {column[2]}").fetchone()[0] if column[2] else None
            for column in told
        ),
        key=keys[0] if single else None,
    )


def _assigned(pages: Pages, tables: dict[str, _Table], roots: dict[str, int]) -> dict[str, _Found]:
    """Which leaves belong to which table: those its root leads to, and strays that fit a gap."""
    found: dict[str, _Found] = {}
    seen: set[int] = set()
    for name in tables:
        walked = btree.walk(pages, roots.get(name, 0))
        found[name] = _Found(leaves=walked.leaves, gaps=walked.gaps)
        seen |= walked.seen
    for number in _strays(pages, seen, roots):
        owners = [name for name in tables if _could_own(tables[name], found[name], pages, number)]
        if len(owners) > 1:  # a table of the same shape: the number of columns decides
            owners = [name for name in owners if _same_width(tables[name], pages, number)]
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


def _could_own(table: _Table, found: _Found, pages: Pages, number: int) -> bool:
    held = [row for row in btree.rows(pages, number) if row is not None]
    return bool(held) and all(
        table.fits(row) and any(gap.holds(row.number) for gap in found.gaps) for row in held
    )


def _same_width(table: _Table, pages: Pages, number: int) -> bool:
    return any(
        row is not None and len(row.values) == len(table.columns)
        for row in btree.rows(pages, number)
    )


@contextmanager
def _unguarded(connection: engine.Connection) -> Iterator[None]:
    """One transaction in which rows come back as they were, gaps and all; then it is guarded again.

    The triggers would refuse entries out of their order, the foreign keys what refers to lost rows.
    """
    triggers = connection.execute(
        "select name, sql from sqlite_schema where type = 'trigger'"
    ).fetchall()
    connection.execute("pragma foreign_keys = off")
    connection.execute("begin immediate")
    for name, _sql in triggers:
        connection.execute(f"drop trigger {name}")
    yield
    for _name, sql in triggers:
        connection.execute(sql)
    connection.execute("commit")
    connection.execute("pragma foreign_keys = on")


def _fill(
    connection: engine.Connection,
    pages: Pages,
    tables: dict[str, _Table],
    found: dict[str, _Found],
) -> tuple[dict[str, int], int]:
    """Write the rows into the new file; gives how many of each table, and how many were lost."""
    saved, lost = {}, 0
    for name, table in tables.items():
        kept = 0
        for leaf in found[name].leaves:
            for row in btree.rows(pages, leaf):
                if row is not None and table.fits(row) and _insert(connection, table, row):
                    kept += 1
                else:
                    lost += 1
        saved[name] = kept
    return {name: count for name, count in saved.items() if count}, lost


def _insert(connection: engine.Connection, table: _Table, row: Row) -> bool:
    try:
        if table.name.endswith(_CONTENT):
            words = table.name.removesuffix("_content")
            (column,) = connection.execute(
                "select name from pragma_table_info(?) where cid = 0", (words,)
            ).fetchone()
            connection.execute(
                f"insert into {words} (rowid, {column}) values (?, ?)",
                (row.number, table.whole(row)[1]),
            )
        else:
            places = ", ".join("?" for _ in table.columns)
            connection.execute(f"insert into {table.name} values ({places})", table.whole(row))
    except engine.IntegrityError:  # half of a change that is partly lost
        return False
    return True


def _newest_known(connection: engine.Connection, path: Path, keys: FileKeys) -> int:
    """The number of the newest entry that was ever written, as far as anything still tells.

    The page that held the last entries may be lost, while their facts or the mark speak of them.
    """
    (told,) = connection.execute(
        "select max(seq) from (select seq from event union all select seq from event_facts)"
    ).fetchone()
    with closing(Mark(path, keys.mark)) as mark:
        marked = mark.read()
    return max(told or 0, marked.seq if marked else 0)


def _journal_gaps(connection: engine.Connection, newest: int) -> tuple[list[int], list[int]]:
    """Entries that are gone up to the ``newest`` known, and entries without their facts."""
    there = {row[0] for row in connection.execute("select seq from event")}
    purged = journal.purged(connection)
    bare = connection.execute(
        "select seq from event where digest <> x'' and seq not in (select seq from event_facts)"
        " order by seq"
    ).fetchall()
    return (
        [seq for seq in range(1, newest + 1) if seq not in there],
        [seq for (seq,) in bare if seq not in purged],
    )


def _facts(saved: Salvaged) -> dict[str, journal.Fact]:
    """The gaps, as the journal tells them."""
    return {
        "missing": saved.missing,
        "without_facts": saved.without_facts,
        "bad_pages": saved.bad_pages,
        "lost_rows": saved.lost_rows,
    }


def _vouch(target: Path, keys: FileKeys, head: journal.Head) -> None:
    """Vouch for the new file's end."""
    with closing(Mark(target, keys.mark)) as mark:
        mark.write(head)
