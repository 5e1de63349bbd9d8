"""Save what can be read of a damaged records file into a new one, and say what could not.

The pages are read without the engine, each proved by its own MAC, with what the write-ahead log
committed. Where a page is lost that led to others, those are found by their shape and the row
numbers they hold. The damaged file is only read. An entry in the journal tells the gaps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop.errors import DeskError
from desktop.records.person import Initials
from desktop.store import btree, engine, journal, schema, vault
from desktop.store.btree import Pages, Row
from desktop.store.faults import translated, unreadable
from desktop.store.file_keys import FileKeys
from desktop.store.journal import SALVAGED, Event
from desktop.store.journal_check import purged
from desktop.store.mark import Mark
from desktop.store.raw_pages import PAGE, PageKeys, frames, log_of, salt_of
from desktop.store.salvage_tables import CONTENT, Found, Table, assigned, roots_found, tables_of


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


Progress = Callable[[int, int], None]
"""What is told done and total now and then."""


def untold(_done: int, _total: int) -> None:
    """Where nobody waits for it."""


def salvage(
    path: Path,
    keys: FileKeys,
    target: Path,
    *,
    by: Initials,
    progress: Progress = untold,
) -> Salvaged:
    """Save what can be read of the file at ``path`` into a new file at ``target``.

    ``progress`` counts every page twice: when it is read, and when its rows are written.

    Raises:
        DeskError: ``nothing_readable``: no page opens with these keys; ``newer``; ``tampered``;
            ``exists``, ``cannot_write``, disk faults. What was made of ``target`` is then the
            caller's to throw away.
    """
    pages, total = read_pages(path, keys.database, progress)
    version = _version(pages)
    with closing(vault.create(target, keys, version=version)) as connection, translated():
        tables = tables_of(connection)
        found = assigned(pages, tables, roots_found(pages, tables, connection))
        with _unguarded(connection):
            rows, lost = _fill(connection, pages, tables, found, progress)
        schema.migrate(connection, keys.journal, lost=_missing(connection, _newest(connection)))
        newest = _newest_known(connection, path, keys)
        saved = Salvaged(
            pages=total,
            bad_pages=total - len(pages),
            rows=rows,
            lost_rows=lost,
            gaps={name: len(one.gaps) for name, one in found.items() if one.gaps},
            missing=journal.as_ranges(_missing(connection, newest)),
            without_facts=journal.as_ranges(_without_facts(connection)),
        )
        event = Event(kind=SALVAGED, facts=_facts(saved))
        with _unguarded(connection):
            head = journal.append(connection, keys.journal, event, by, past=newest)
        _vouch(target, keys, head)
    return saved


def read_pages(path: Path, key: bytes, progress: Progress = untold) -> tuple[dict[int, bytes], int]:
    """Every page that is as it was written, in clear by its number; and how many there are in all.

    Raises:
        DeskError: ``nothing_readable``, ``cannot_open``.
    """
    try:
        raw = _raw_pages(path)
        keys = PageKeys.of(key, salt_of(path))
    except OSError:
        raise unreadable() from None
    sound = {}
    for number, page in raw.items():
        if keys.proves(number, page):
            sound[number] = keys.read(number, page)
        progress(number, 2 * len(raw))
    if not sound:
        raise DeskError(
            "nothing_readable",
            "Nothing in this file opens with the office's key.",
            "Restore the newest copy; keep this file.",
        )
    return sound, len(raw)


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


def _version(pages: Pages) -> int:
    """The file's schema, from its first page; where it is lost, it is taken for today's.

    Raises:
        DeskError: ``newer``.
    """
    version = int.from_bytes(pages[1][60:64], "big") if 1 in pages else schema.VERSION
    if version > schema.VERSION:
        raise DeskError(
            "newer",
            f"This file is of version {version}; this program saves files up to version"
            f" {schema.VERSION}.",
            "Use the program it was last opened with, or restore the newest copy.",
        )
    return max(version, 1)


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
    tables: dict[str, Table],
    found: dict[str, Found],
    progress: Progress,
) -> tuple[dict[str, int], int]:
    """Write the rows into the new file; gives how many of each table, and how many were lost."""
    saved, lost, done = {}, 0, len(pages)
    for name, table in tables.items():
        kept = 0
        for leaf in found[name].leaves:
            done += 1
            progress(done, 2 * len(pages))
            for row in btree.rows(pages, leaf):
                if row is not None and table.fits(row) and _insert(connection, table, row):
                    kept += 1
                else:
                    lost += 1
        saved[name] = kept
    return {name: count for name, count in saved.items() if count}, lost


def _insert(connection: engine.Connection, table: Table, row: Row) -> bool:
    try:
        if table.name.endswith(CONTENT):
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


def _newest(connection: engine.Connection) -> int:
    return journal.head(connection).seq


def _newest_known(connection: engine.Connection, path: Path, keys: FileKeys) -> int:
    """The number of the newest entry that was ever written, as far as anything still tells.

    The page that held the last entries may be lost, while their facts or the mark speak of them.
    """
    (told,) = connection.execute("select coalesce(max(seq), 0) from event_facts").fetchone()
    with closing(Mark(path, keys.mark)) as mark:
        marked = mark.read()
    return max(_newest(connection), int(told), marked.seq if marked else 0)


def _missing(connection: engine.Connection, newest: int) -> list[int]:
    """Entries that are gone, up to the ``newest`` known."""
    there = {row[0] for row in connection.execute("select seq from event")}
    return [seq for seq in range(1, newest + 1) if seq not in there]


def _without_facts(connection: engine.Connection) -> list[int]:
    """Entries whose private part is gone though no purge took it."""
    gone = purged(connection)
    bare = connection.execute(
        "select seq from event where digest <> x'' and seq not in (select seq from event_facts)"
        " order by seq"
    ).fetchall()
    return [seq for (seq,) in bare if seq not in gone]


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
