"""A whole copy of the records file under another key, proved before anybody relies on it.

SQLCipher's own ``rekey`` says "ok" when it failed on a full disk, and works on the only copy there
is; a copied file would share the salt, and a stale log beside it would undo it silently. So the
pages go through the backup interface into a new file, which is opened again and read whole.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from desktop.errors import DeskError
from desktop.store import engine, journal, schema, vault
from desktop.store.faults import translated
from desktop.store.file_keys import FileKeys
from desktop.store.journal import Head
from desktop.store.verify import Outcome, verify

_STEP_PAGES = 4096  # 16 MiB between two looks at whether the copy is still wanted


class NotWanted(DeskError):  # noqa: N818  # no fault: somebody closed the window
    """The copy was called off; nothing of it is of use."""

    def __init__(self) -> None:
        super().__init__("called_off", "The copy was called off.", "Make it again when you like.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """What a copy holds: its newest entry, its schema version, how many pages and requests."""

    head: Head
    schema: int
    pages: int
    requests: int


def copy_under(path: Path, key: bytes, target: Path, target_keys: FileKeys) -> None:
    """Copy the records file at ``path`` to ``target``, where nothing is yet, under other keys.

    The source is only read. What was committed when the copy began is in it; one of an earlier
    program is brought up to date in the copy. The mark is the caller's to make with a change.

    Args:
        path: the file to copy.
        key: the raw key it opens with.
        target: where the copy goes.
        target_keys: the copy's keys; its journal is chained with theirs.

    Raises:
        DeskError: disk faults; ``newer``, ``tampered``; ``copy_failed``: what was copied does not
            read back as the source. What was made of ``target`` is then the caller's to throw away.
    """
    copied = copy_pages(path, key, target, target_keys.database)
    prove(target, target_keys.database, copied)
    vault.open_file(target, target_keys, upgrade=True).close()
    found = verify(target, target_keys)
    # Nothing vouches for the end of the copy's journal yet; all else must be as it should.
    if found.broken or found.standing is None or found.outcome is Outcome.TAMPERED:
        raise copy_failed()


def copy_pages(
    path: Path,
    key: bytes,
    target: Path,
    target_key: bytes,
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> Copied:
    """Copy one moment of the file at ``path``, also of an older schema; it stays open to others.

    Raises:
        NotWanted: ``cancelled()`` said so; what was made is the caller's to throw away.
        DeskError: disk faults; the source is damaged.
    """

    def look(_status: int, _left: int, _total: int) -> None:
        if cancelled():
            raise NotWanted

    vault.make_private(target)
    with translated(), closing(vault.open_to_look(path, key, older_too=True)) as source:
        source.execute("begin")  # holds the moment: whoever saves meanwhile restarts nothing
        copied = _held_by(source)
        with closing(vault.keyed(target, target_key)) as copy:
            # A new file needs no journal of its own, and is synced whole at the end.
            copy.execute("pragma journal_mode = off")
            copy.execute("pragma synchronous = off")
            source.backup(copy, pages=_STEP_PAGES, progress=look, sleep=0)
            copy.execute("pragma journal_mode = delete")  # no log beside it when it is looked at
    with translated():
        _sync(target)
    return copied


def prove(target: Path, key: bytes, copied: Copied) -> None:
    """Read the copy from the disk, every page, and see that it holds what was copied.

    Raises:
        DeskError: ``copy_failed``; disk faults.
    """
    with translated(), closing(vault.open_to_look(target, key, older_too=True)) as copy:
        # Each page carries its own MAC, so this is the whole file as it was written.
        bad = copy.execute("pragma cipher_integrity_check").fetchone()
        if bad is not None or _held_by(copy) != copied:
            raise copy_failed()


def copy_failed() -> DeskError:
    """The copy is not what it should be."""
    return DeskError(
        "copy_failed",
        "The copy of the records file does not read back as the original.",
        "Nothing was changed. Check the disk, then try again.",
    )


def _held_by(connection: engine.Connection) -> Copied:
    def number(sql: str) -> int:
        return int(connection.execute(sql).fetchone()[0])

    return Copied(
        head=journal.head(connection),
        schema=schema.version_of(connection),
        pages=number("pragma page_count"),
        requests=number("select count(*) from request"),
    )


def _sync(path: Path) -> None:
    """Have the disk hold the whole copy, in one file.

    A journal is left beside it where the disk refused its end. Whoever opened the copy next would
    undo by it the last thing that was written.
    """
    try:
        with path.open("rb+") as file:
            os.fsync(file.fileno())
        whole = not path.with_name(f"{path.name}-journal").exists()
    except OSError:
        whole = False
    if not whole:
        raise DeskError(
            "disk",
            "The disk did not take the copy of the records file.",
            "Check the disk, then try again.",
        )
