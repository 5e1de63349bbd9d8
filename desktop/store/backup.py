"""One copy of the office's files in a folder of its own, with a signed note of what it holds.

The folder is made under another name, its copy is read back page by page, and only then is the note
written and the folder given its name: a folder with a good note was whole when it was made. The
note anchors the head of the journal outside the records file. The key file goes along, so that a
passphrase or the recovery code of that day opens the copy on any computer.
"""

from __future__ import annotations

import hmac
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import assert_never

import msgspec

from desktop import __version__
from desktop.errors import DeskError
from desktop.paths import sync_folder
from desktop.records.backups import Why
from desktop.store import copying, vault
from desktop.store.backup_note import (
    FORMAT,
    NOTE,
    RECORDS,
    VERSION,
    Note,
    as_written,
    note_of,
    print_of,
    signature_of,
)
from desktop.store.copying import Copied
from desktop.store.file_keys import BackupKeys

_SPOILT = ".damaged"
_MAKING = ".making"  # whatever is named so may be thrown away


class State(StrEnum):
    """What can be said of a copy; only ``WHOLE`` counts."""

    WHOLE = "whole"
    OTHER_KEY = "other_key"  # made before the vault key was changed, or another office's
    DAMAGED = "damaged"
    NEWER = "newer"  # made by a newer program


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A copy where it lies. Without a readable ``note`` it is damaged."""

    folder: Path
    state: State
    note: Note | None = None

    @property
    def whole(self) -> bool:
        """Whether it counts."""
        return self.state is State.WHOLE

    @property
    def number(self) -> int:
        """Its place in the order they were made; from its name where the note cannot be read."""
        return self.note.number if self.note else _number_of(self.folder)


def make(
    path: Path,
    keys: BackupKeys,
    into: Path,
    *,
    beside: Mapping[str, bytes],
    vault_id: str,
    number: int,
    why: Why,
    at: datetime,
    cancelled: Callable[[], bool] = lambda: False,
) -> Backup:
    """Copy the records file at ``path`` into a folder of its own in ``into`` and prove the copy.

    ``beside`` are the files that go with it, by name. Left-overs of a try that was cut short are
    cleared up: one program at a time makes copies in a folder.

    Raises:
        NotWanted: it was called off; nothing is left of it.
        DeskError: ``copy_failed``, ``cannot_write``, disk faults; nothing is left of it.
    """
    with _told():
        sweep(into)
        making = into / _MAKING
        making.mkdir(mode=0o700)
    try:
        copied = copying.copy_pages(
            path, keys.database, making / RECORDS, keys.backups, cancelled=cancelled
        )
        with _told():
            for name, body in beside.items():
                _write(making / name, body)
            prints = _proved_prints(making, keys, copied)
            note = Note(
                format=FORMAT,
                version=VERSION,
                vault=vault_id,
                number=number,
                made_at=at,
                why=why,
                program=__version__,
                schema=copied.schema,
                seq=copied.head.seq,
                mac=copied.head.mac.hex(),
                requests=copied.requests,
                files=prints,
            )
            note = msgspec.structs.replace(note, signature=signature_of(note, keys))
            _write(making / NOTE, msgspec.json.format(msgspec.json.encode(note)))
            return Backup(folder=_named(making, into, note), state=State.WHOLE, note=note)
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise


def _proved_prints(making: Path, keys: BackupKeys, copied: Copied) -> dict[str, tuple[int, str]]:
    """The print of each file; the copy of the records is proved beside it, from the same disk."""
    files = sorted(making.iterdir())  # before the proof, which may have files beside it for a while
    with ThreadPoolExecutor(max_workers=1) as beside:
        proof = beside.submit(copying.prove, making / RECORDS, keys.backups, copied)
        prints = {one.name: print_of(one) for one in files}
        proof.result()
    return prints


def sweep(into: Path) -> None:
    """Make the folder of the copies where there is none; clear up after a try cut short."""
    into.mkdir(parents=True, exist_ok=True, mode=0o700)
    for left in into.glob(f"{_MAKING}*"):
        shutil.rmtree(left, ignore_errors=True)


def copy_to(backup: Backup, into: Path, keys: BackupKeys) -> Backup:
    """Put a whole copy into a second place as well, and read it back there.

    Raises:
        DeskError: ``copy_failed``, ``cannot_write``; nothing is left of it there.
    """
    if backup.note is None:
        raise copying.copy_failed()
    making = into / _MAKING
    with _told():
        sweep(into)
        making.mkdir(mode=0o700)
        try:
            for name in (*backup.note.files, NOTE):
                shutil.copyfile(backup.folder / name, making / name)
                _sync(making / name)
            _refuse_unlike(making, keys)
            return Backup(
                folder=_named(making, into, backup.note), state=State.WHOLE, note=backup.note
            )
        except BaseException:
            shutil.rmtree(making, ignore_errors=True)
            raise


def _refuse_unlike(making: Path, keys: BackupKeys) -> None:
    if not look(making, keys, read=True).whole:
        raise copying.copy_failed()


def all_in(into: Path, keys: BackupKeys) -> tuple[Backup, ...]:
    """Every copy in a folder, oldest first, by its note and the sizes of its files."""
    try:
        folders = [one for one in into.iterdir() if one.is_dir() and _number_of(one)]
    except OSError:
        return ()
    return tuple(sorted((look(one, keys) for one in folders), key=lambda one: one.number))


def look(folder: Path, keys: BackupKeys, *, read: bool = False) -> Backup:
    """What a copy is worth: by its note, and with ``read`` by every byte of its files."""
    note = note_of(folder)
    if note is None:
        return Backup(folder=folder, state=State.DAMAGED)
    return Backup(folder=folder, state=_state(folder, note, keys, read=read), note=note)


def open_whole(backup: Backup, keys: BackupKeys) -> None:
    """Read every byte of a copy and open it.

    Raises:
        DeskError: ``backup_damaged``, ``backup_other_key``, ``newer``; disk faults.
    """
    found = look(backup.folder, keys, read=True)
    if found.note is None or found.state is not State.WHOLE:
        raise refused(found.state)
    vault.open_to_look(found.folder / RECORDS, keys.backups, older_too=True).close()


def refused(state: State) -> DeskError:
    """Why a copy that is not whole is of no use here."""
    match state:
        case State.NEWER:
            return DeskError(
                "newer",
                "This copy was made by a newer Records Desk.",
                "Install the newer program on this computer; the copy was not changed.",
            )
        case State.OTHER_KEY:
            return DeskError(
                "backup_other_key",
                "This copy was made under another key of the office, or by another office.",
                "It opens with a passphrase or the recovery code of the day it was made.",
            )
        case State.DAMAGED | State.WHOLE:
            return DeskError(
                "backup_damaged",
                "This copy is damaged or not complete.",
                "Choose another copy; do not delete this one yet.",
            )
    assert_never(state)


def set_aside(backup: Backup) -> None:
    """A copy that is not as it was written is none any more; it stays, in case all else is lost."""
    with suppress(OSError):
        backup.folder.rename(backup.folder.with_name(f"{backup.folder.name}{_SPOILT}"))


def drop(backup: Backup) -> None:
    """Take a copy away; its name goes first, so that what is left never passes for a copy."""
    going = backup.folder.with_name(f"{_MAKING}-{backup.folder.name}")
    with suppress(OSError):
        backup.folder.rename(going)
        shutil.rmtree(going)


def _state(folder: Path, note: Note, keys: BackupKeys, *, read: bool) -> State:
    if note.version > VERSION:
        return State.NEWER
    if not hmac.compare_digest(note.signature, signature_of(note, keys)):
        return State.OTHER_KEY if as_written(folder, note, read=read) else State.DAMAGED
    return State.WHOLE if as_written(folder, note, read=read) else State.DAMAGED


def _named(making: Path, into: Path, note: Note) -> Path:
    folder = into / f"{note.made_at:%Y-%m-%d-%H%M}-{note.number:06d}"
    sync_folder(making)
    making.rename(folder)
    sync_folder(into)
    return folder


def _number_of(folder: Path) -> int:
    """The number at the end of a copy's name; 0 for what is no copy."""
    _day, _, number = folder.name.rpartition("-")
    return int(number) if number.isdecimal() and number.isascii() else 0


def _write(path: Path, body: bytes) -> None:
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError:
        raise DeskError(
            "cannot_write",
            "The copy could not be written: its folder cannot be written to, or the disk is full.",
            "Free some space or choose another place, then try again.",
        ) from None
