"""Put a copy of the office's files back in place, here or on a new computer; or only try whether.

The copy is read through, copied under the office's key, checked from end to end and journaled
before anything is moved. What it replaces is set aside, never deleted.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.actions.backing_up import back_up_quietly, newest_whole, place_in
from desktop.actions.changes import Changes
from desktop.actions.office import make_folder
from desktop.errors import DeskError, folder_refuses
from desktop.office import key_files, keys, swap
from desktop.office.keys import KeyFile, VaultKeys
from desktop.paths import Home
from desktop.records.backups import Why
from desktop.records.ids import PersonId
from desktop.records.person import Initials
from desktop.store import backup, queries
from desktop.store.backup import Backup, State
from desktop.store.backup_note import RECORDS, Note, note_of
from desktop.store.copying import copy_under
from desktop.store.figures import figures
from desktop.store.journal import Event, Head
from desktop.store.store import Store

_TRIAL = "trial-"
_ASIDE = "set-aside"
_BESIDE = ("-wal", "-shm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A copy that may be restored, with the people and the code of its day; not yet proved."""

    folder: Path
    note: Note
    file: KeyFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What stands in the office's folder now. ``set_aside`` holds what stood there before."""

    note: Note
    set_aside: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A trial that went well: which copy, and what could be read from it."""

    note: Note
    head: Head
    requests: int
    students: int


def offered_in(folder: Path) -> tuple[Offered, ...]:
    """The copies in a folder, newest first: a copy itself, a place of copies, or a drive with one.

    Nothing is proved yet; a copy whose note or key file cannot be read is not offered.
    """
    places = (folder, place_in(folder), Home(folder=folder).backups_folder)
    found: dict[Path, Offered] = {}
    for one in (folder, *(child for place in places for child in _children(place))):
        for offered in _offered(one):
            found.setdefault(offered.folder, offered)
    return tuple(sorted(found.values(), key=lambda one: one.note.number, reverse=True))


def _children(place: Path) -> list[Path]:
    try:
        return [one for one in place.iterdir() if one.is_dir()]
    except OSError:
        return []


def _offered(folder: Path) -> Iterator[Offered]:
    note = note_of(folder)
    if note is None:
        return
    try:
        file = key_files.load(key_files.key_file_of(folder / RECORDS))
    except DeskError:
        return
    yield Offered(folder=folder, note=note, file=file)


def unlock_with_passphrase(offered: Offered, person: int, passphrase: str) -> VaultKeys:
    """The keys of a copy by a passphrase of the day it was made; takes as long as that costs.

    Raises:
        DeskError: ``wrong_passphrase``; ``keys_changed``.
    """
    return keys.unlock(offered.file, person, passphrase)


def unlock_with_code(offered: Offered, code: str) -> VaultKeys:
    """The keys of a copy by the recovery code of the day it was made.

    Raises:
        DeskError: ``recovery_code``; ``keys_changed``.
    """
    return keys.recover(offered.file, code)


def restore(
    home: Home, offered: Offered, vault: VaultKeys, person: int, *, at: datetime
) -> Restored:
    """Make the copy the office's files. Nobody may have the office open.

    What is there is copied as a backup when it still opens, and set aside in any case. From then
    on people sign in as on the day of the copy.

    Raises:
        DeskError: ``backup_damaged``, ``backup_other_key``, ``newer``, ``tampered``,
            ``copy_failed``, ``role``, ``person_left``, ``cannot_write``, disk faults; the office is
            as before.
    """
    backup.open_whole(Backup(folder=offered.folder, state=State.WHOLE, note=offered.note), vault)
    make_folder(home)
    with swap.made_together(home.folder) as folder:
        made = Home(folder=folder)
        copy_under(offered.folder / RECORDS, vault.backups, made.records_file, vault)
        _journal(made, vault, person, offered.note, at)
        key_files.save(key_files.key_file_of(made.records_file), offered.file)
        if home.records_file.exists():
            back_up_quietly(home, vault, Why.BEFORE_RESTORING, at=at)
        aside = set_aside(home, at)
    return Restored(note=offered.note, set_aside=aside)


def _journal(made: Home, vault: VaultKeys, person: int, note: Note, at: datetime) -> None:
    with closing(Store.open(made.records_file, vault)) as store:
        found = next((one for one in queries.people(store) if one.id == person), None)
        if found is None:
            raise DeskError(
                "person_left", "This person is not in that copy.", "Choose somebody who is."
            )
        by = Initials(person=PersonId(person), initials=found.initials, at=at)
        facts = {"copy": note.number, "entry": note.seq}
        with store.change(Event(kind="office.restored", facts=facts), by=by):
            pass
        store.require_mark()


def set_aside(home: Home, at: datetime) -> Path | None:
    """Keep the office's files, about to be replaced, as they are; gives the folder, if any."""
    there = [one for one in _files(home) if one.exists()]
    if not there:
        return None
    aside = home.folder / _ASIDE / f"{at:%Y-%m-%d-%H%M%S}"
    aside.mkdir(parents=True, mode=0o700)
    for one in there:
        try:
            os.link(one, aside / one.name)
        except OSError:  # a file system without links
            shutil.copy2(one, aside / one.name)
    return aside


def _files(home: Home) -> Iterator[Path]:
    key_file = key_files.key_file_of(home.records_file)
    yield from (home.records_file, key_file, key_files.twin_of(key_file))
    yield home.records_file.with_suffix(".mark")
    yield from (home.records_file.with_name(home.records_file.name + end) for end in _BESIDE)


def try_restore(
    store: Store, home: Home, vault: VaultKeys, *, by: Initials
) -> tuple[Changes, Tried]:
    """Restore the newest copy into a folder of its own, read it, throw it away; journaled.

    Raises:
        DeskError: ``no_backup``; what ``restore`` refuses. The office is as before.
    """
    found = newest_whole(home, vault)
    if not found:
        raise DeskError("no_backup", "There is no whole copy yet.", "Make a copy first.")
    tried = _tried(home, found[0], vault)
    facts = {"copy": tried.note.number, "entry": tried.note.seq}
    with store.change(Event(kind="backup.tried", facts=facts), by=by):
        pass
    return Changes.of_office(), tried


def _tried(home: Home, one: Backup, vault: VaultKeys) -> Tried:
    for left in home.folder.glob(f"{_TRIAL}*"):
        shutil.rmtree(left, ignore_errors=True)
    backup.open_whole(one, vault)
    try:
        with TemporaryDirectory(prefix=_TRIAL, dir=home.folder) as folder:
            made = Home(folder=Path(folder))
            copy_under(one.folder / RECORDS, vault.backups, made.records_file, vault)
            with closing(Store.open(made.records_file, vault)) as store:
                return _read(store, one)
    except OSError:
        raise folder_refuses() from None


def _read(store: Store, one: Backup) -> Tried:
    if one.note is None:  # it was whole a moment ago
        raise backup.refused(State.DAMAGED)
    held = figures(store)
    return Tried(note=one.note, head=store.head(), requests=held.requests, students=held.students)
