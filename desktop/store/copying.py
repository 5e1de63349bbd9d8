"""A whole copy of the records file under other keys, proved before anybody relies on it.

SQLCipher's own ``rekey`` says "ok" when it failed on a full disk, and works on the only copy there
is. So the pages go through the backup interface into a new file, which is opened again and checked.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from desktop.errors import DeskError
from desktop.store import engine, journal, vault
from desktop.store.faults import translated
from desktop.store.file_keys import FileKeys
from desktop.store.verify import Outcome, verify


def copy_under(path: Path, keys: FileKeys, target: Path, target_keys: FileKeys) -> None:
    """Copy the records file at ``path`` to ``target``, where nothing is yet, under other keys.

    The source is only read. What was committed when the copy began is in it, pages, version and
    all; the mark beside it is the caller's to make with the first change.

    Raises:
        DeskError: disk faults; ``copy_failed``: what was copied does not read back as the source.
            What was made of ``target`` is then the caller's to throw away.
    """
    vault.make_private(target)
    with translated(), closing(vault.open_to_look(path, keys)) as source:
        head, rows = journal.head(source), _rows(source)
        with closing(vault.keyed(target, target_keys.database)) as copy:
            source.backup(copy)
        with closing(vault.open_to_look(target, target_keys)) as copy:
            same = journal.head(copy) == head and _rows(copy) == rows
    found = verify(target, target_keys)
    # Nothing vouches for the end of the copy's journal yet; all else must be as it should.
    if not same or found.broken or found.standing is None or found.outcome is Outcome.TAMPERED:
        raise DeskError(
            "copy_failed",
            "The copy of the records file does not read back as the original.",
            "Nothing was changed. Check the disk, then try again.",
        )


def _rows(connection: engine.Connection) -> dict[str, int]:
    """How many rows each table of ours holds."""
    names = connection.execute(
        "select name from pragma_table_list where type = 'table' and schema = 'main'"
        " and name not like 'sqlite%'"
    ).fetchall()
    return {
        name: connection.execute(f'select count(*) from "{name}"').fetchone()[0]
        for (name,) in names
    }
