"""Make copies of the office's files, keep as many as are needed, tell how safe the office is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from desktop.errors import DeskError
from desktop.office import key_files, second_place
from desktop.office.hold import LOCK_FILE, HeldError, Hold
from desktop.office.keys import VaultKeys
from desktop.paths import Home, resources
from desktop.records.backups import Kept, Policy, Safety, Why, is_due, load_policy, to_drop
from desktop.store import backup
from desktop.store.backup import Backup, State
from desktop.store.copying import NotWanted
from desktop.store.store import Store

_FOLDER = "Records Desk backups"
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What came of making a copy.

    ``second`` is the copy in the second place, None where there is none or ``second_fault`` says
    why not. ``dropped`` are the numbers of older copies that went.
    """

    backup: Backup
    second: Backup | None = None
    second_fault: DeskError | None = None
    dropped: tuple[int, ...] = ()


@lru_cache(maxsize=1)
def policy() -> Policy:
    """How many copies are kept, as shipped."""
    return load_policy(resources("office", "backups.toml"))


def place_in(folder: Path) -> Path:
    """Where copies lie in a folder that was chosen: in one of their own."""
    return folder if folder.name == _FOLDER else folder / _FOLDER


def back_up(
    home: Home,
    vault: VaultKeys,
    why: Why,
    *,
    at: datetime,
    into: Path | None = None,
    cancelled: Cancelled = lambda: False,
) -> Made:
    """Copy the office's files, prove the copy, put it into the second place too, thin out.

    The records file may be open and in use. ``into`` is another folder than the office's own for
    this one copy; then nothing is thinned and no second place is looked for.

    Raises:
        NotWanted: it was called off.
        DeskError: ``backup_busy``: another program makes one right now; ``copy_failed``,
            ``cannot_write``, disk faults. No copy that is there is touched then.
    """
    folder = home.backups_folder if into is None else into
    with _alone(folder, at):
        made = _make(home, vault, folder, why, at, cancelled)
        if into is not None:
            return Made(backup=made)
        second, fault = _into_second(home, vault, made, at)
        return Made(
            backup=made, second=second, second_fault=fault, dropped=_thin_out(folder, vault, made)
        )


def _make(
    home: Home, vault: VaultKeys, folder: Path, why: Why, at: datetime, cancelled: Cancelled
) -> Backup:
    key_file = key_files.key_file_of(home.records_file)
    file = key_files.load_sound(key_file, vault)
    return backup.make(
        home.records_file,
        vault,
        folder,
        beside={key_file.name: key_files.body_of(file)},
        vault_id=file.vault,
        number=_next_number(home, folder, vault),
        why=why,
        at=at,
        cancelled=cancelled,
    )


def _next_number(home: Home, folder: Path, vault: VaultKeys) -> int:
    """One more than any copy has that can be seen from here."""
    places = {folder, home.backups_folder, *_second_folders(home)}
    return 1 + max(
        (one.number for place in places for one in backup.all_in(place, vault)), default=0
    )


def _second_folders(home: Home) -> tuple[Path, ...]:
    chosen = second_place.second_place(home)
    return () if chosen is None else (place_in(chosen),)


def _into_second(
    home: Home, vault: VaultKeys, made: Backup, at: datetime
) -> tuple[Backup | None, DeskError | None]:
    for folder in _second_folders(home):
        try:
            _refuse_absent(folder)
            with _alone(folder, at):
                copied = backup.copy_to(made, folder, vault)
                _thin_out(folder, vault, made)
                return copied, None
        except DeskError as fault:
            return None, fault
    return None, None


def _refuse_absent(folder: Path) -> None:
    """A drive that was pulled out leaves an empty folder behind, which is not the drive."""
    if not folder.is_dir():
        raise DeskError(
            "second_absent",
            "The second place for copies cannot be reached.",
            "Plug the drive in, or choose another place in Settings, under Copies.",
        )


def choose_second(home: Home, vault: VaultKeys, folder: Path | None, *, at: datetime) -> None:
    """Use a second place from now on, and put the newest copy there at once; None: none any more.

    Raises:
        DeskError: ``second_same``: it is the office's own folder; ``cannot_write``,
            ``copy_failed``, ``not_saved``: nothing is chosen then.
    """
    if folder is not None:
        _refuse_own(home, folder)
        place = place_in(folder)
        with _alone(place, at):
            for newest in newest_whole(home, vault):
                if all(one.number != newest.number for one in backup.all_in(place, vault)):
                    backup.copy_to(newest, place, vault)
    if not second_place.choose(home, folder):
        raise DeskError(
            "not_saved", "The choice was not saved.", "Make room on the disk and try again."
        )


def _refuse_own(home: Home, folder: Path) -> None:
    if folder.resolve().is_relative_to(home.folder.resolve()):
        raise DeskError(
            "second_same",
            "That folder is inside the office's own folder.",
            "Choose a USB drive or a folder on another computer.",
        )


def newest_whole(home: Home, vault: VaultKeys) -> tuple[Backup, ...]:
    """The newest whole copy beside the office's files, or nothing."""
    whole = [one for one in backup.all_in(home.backups_folder, vault) if one.whole]
    return tuple(whole[-1:])


@dataclass(frozen=True, slots=True, kw_only=True)
class Upkeep:
    """How the copies stand after they were seen to; ``fault`` is what went wrong with one.

    ``spoilt`` are the numbers of copies that were whole once and are set aside now.
    """

    safety: Safety
    fault: DeskError | None = None
    spoilt: tuple[int, ...] = ()


def keep_up(
    home: Home, vault: VaultKeys, *, at: datetime, cancelled: Cancelled, read_again: bool = False
) -> Upkeep:
    """See to the copies as they are due: make one, or bring the second place up to it.

    With ``read_again`` the newest ones are read through before; what is damaged no longer counts,
    so that a new one is due at once.

    Raises:
        NotWanted: it was called off.
        DeskError: the office cannot be opened.
    """
    spoilt = _set_spoilt_aside(home, vault, at) if read_again else ()
    with closing(Store.open(home.records_file, vault)) as store:
        fault = _see_to(home, vault, safety(store, home, vault), at, cancelled)
        found = safety(store, home, vault, failed=fault is not None)
        return Upkeep(safety=found, fault=fault, spoilt=spoilt)


def _set_spoilt_aside(home: Home, vault: VaultKeys, at: datetime) -> tuple[int, ...]:
    """Read the newest copy here and in the second place; one that is damaged is set aside."""
    spoilt = []
    for folder in (home.backups_folder, *_second_folders(home)):
        whole = (
            [one for one in backup.all_in(folder, vault) if one.whole] if folder.is_dir() else []
        )
        for newest in whole[-1:]:
            if backup.look(newest.folder, vault, read=True).state is not State.DAMAGED:
                continue
            with suppress(DeskError), _alone(folder, at):
                backup.set_aside(newest)
                spoilt.append(newest.number)
    return tuple(spoilt)


def _see_to(
    home: Home, vault: VaultKeys, found: Safety, at: datetime, cancelled: Cancelled
) -> DeskError | None:
    try:
        if is_due(found, policy(), now=at):
            made = back_up(home, vault, Why.CHANGED, at=at, cancelled=cancelled)
            return made.second_fault
        if found.second_wanted and not found.second_holds_all:
            return _bring_second_up(home, vault, at)
    except NotWanted:
        raise
    except DeskError as fault:
        # One is on its way, such as that of the last lock: it is looked at again soon.
        return None if fault.code == "backup_busy" else fault
    return None


def _bring_second_up(home: Home, vault: VaultKeys, at: datetime) -> DeskError | None:
    """Put the newest copy into the second place, where a drive may have been plugged in again."""
    for newest in newest_whole(home, vault):
        for folder in _second_folders(home):
            there = backup.all_in(folder, vault)
            if folder.is_dir() and all(one.number != newest.number for one in there):
                return _into_second(home, vault, newest, at)[1]
    return None


def is_needed(store: Store, newest: Sequence[Backup]) -> bool:
    """Whether something was changed that the newest whole copy does not hold."""
    return not any(one.note and one.note.head == store.head() for one in newest)


def safety(store: Store, home: Home, vault: VaultKeys, *, failed: bool = False) -> Safety:
    """How the copies stand to the open file.

    Notes and sizes are looked at, no file is read through: that was done when each was made, and
    is done again before an older one goes.
    """
    whole = [one for one in backup.all_in(home.backups_folder, vault) if one.whole]
    held = max((one.note.seq for one in whole if one.note), default=0)
    there = [
        one.note
        for folder in _second_folders(home)
        for one in backup.all_in(folder, vault)
        if one.whole and one.note
    ]
    return Safety(
        copies=len(whole),
        newest_at=whole[-1].note.made_at if whole and whole[-1].note else None,
        unsaved_since=store.written_after(held),
        failed=failed,
        second_wanted=second_place.second_place(home) is not None,
        second_at=there[-1].made_at if there else None,
        second_holds_all=any(one.seq >= store.head().seq for one in there),
    )


def _thin_out(folder: Path, vault: VaultKeys, of: Backup) -> tuple[int, ...]:
    """Let go of what is no longer needed, once enough of what stays was read through again.

    Only copies of the same office as ``of`` are looked at: two offices may share a drive.
    """
    found = [
        (one, one.note)
        for one in backup.all_in(folder, vault)
        if one.note and of.note and one.note.vault == of.note.vault
    ]
    kept = [
        Kept(
            number=note.number,
            made_at=note.made_at,
            whole=one.whole,
            former=one.state is State.OTHER_KEY,
        )
        for one, note in found
    ]
    going = set(to_drop(kept, policy()))
    staying = [one for one, _note in reversed(found) if one.number not in going and one.whole]
    if not going or not _enough_whole(staying, vault):
        return ()
    for one, _note in found:
        if one.number in going:
            backup.drop(one)
    return tuple(sorted(going))


def _enough_whole(staying: Sequence[Backup], vault: VaultKeys) -> bool:
    """Whether the newest of them, read byte by byte, are as they were written."""
    newest = staying[: policy().least]
    return len(newest) == policy().least and all(
        backup.look(one.folder, vault, read=True).whole for one in newest
    )


@contextmanager
def _alone(folder: Path, at: datetime) -> Iterator[None]:
    """One program at a time makes copies in a folder."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        hold = Hold(folder / LOCK_FILE)
        hold.take(at)
    except HeldError:
        raise DeskError(
            "backup_busy", "Another copy is being made right now.", "Try again in a moment."
        ) from None
    except OSError:
        raise DeskError(
            "cannot_write",
            "The place for copies cannot be written to, or its disk is full.",
            "Free some space or choose another place, then try again.",
        ) from None
    try:
        yield
    finally:
        hold.let_go()


def back_up_quietly(home: Home, vault: VaultKeys, why: Why, *, at: datetime) -> DeskError | None:
    """Make a copy where it is needed; one that cannot be made keeps nobody from their work."""
    try:
        with closing(Store.open(home.records_file, vault)) as store:
            needed = is_needed(store, newest_whole(home, vault))
        if needed:
            back_up(home, vault, why, at=at)
    except DeskError as fault:
        return fault
    return None
