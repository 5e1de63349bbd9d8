"""Find the office's files, prove a passphrase or a remembered key, and only then open."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from desktop.actions.office import open_office
from desktop.actions.upgrading import bring_up_to_date
from desktop.actions.vault_key import change_vault_key
from desktop.errors import DeskError
from desktop.office import key_files, keychain, keys, moment, swap
from desktop.office.keychain import Keychain, Remembered, system_keychain
from desktop.office.keys import KeyFile, VaultKeys
from desktop.office.tries import Tries
from desktop.paths import Home
from desktop.store import vault

Find = Callable[[], Keychain | None]
"""How a keychain is found; tests give one of their own."""


def look_at_office(home: Home) -> KeyFile:
    """Who can sign in here. What an earlier start had begun to put in place is completed first.

    Raises:
        DeskError: what can be told of a faulty records file or key file without a passphrase.
    """
    with suppress(OSError):  # a folder that cannot be written may still be read
        swap.finish(home.folder)
    vault.look(home.records_file)
    return key_files.load(key_files.key_file_of(home.records_file))


def unlock_office(
    home: Home, person: int, passphrase: str, *, tries: Tries | None = None
) -> VaultKeys:
    """The vault's keys, after the records file has opened with them once.

    Takes as long as the passphrase costs, so it belongs beside the window. Nobody may have the
    records file open: a new vault key that is due is made here. ``tries`` counts the wrong ones.

    Raises:
        DeskError: ``wrong_passphrase``, ``wait``, ``person_left``; what is wrong with the files.
    """
    look_at_office(home)
    tries = tries or Tries(home)
    tries.check(person)
    tries.begin(person)
    path = key_files.key_file_of(home.records_file)
    file, found = key_files.opened_with(
        path, lambda one: (one, keys.unlock(one, person, passphrase))
    )
    tries.right(person)
    return _proved(home, file, person, found)


def recall_office(home: Home, file: KeyFile, find: Find = system_keychain) -> Remembered | None:
    """What the keychain remembers, when it still opens the file; None otherwise.

    A stale copy (another vault's, a colleague's who left) is no fault: the passphrase is asked for.
    """
    kept = keychain.recall(file.vault, find)
    if kept is None:
        return None
    try:
        found = _proved(home, file, kept.person, keys.opened(file, kept.keys.vault_key))
    except DeskError:
        return None
    if found.vault_key != kept.keys.vault_key:
        keychain.remember(file.vault, kept.person, found, find)
    return Remembered(person=kept.person, keys=found)


def remember_or_forget(
    file: KeyFile, person: int, found: VaultKeys, *, wanted: bool, find: Find = system_keychain
) -> None:
    """Keep a copy in the keychain, or see that there is none."""
    if wanted:
        keychain.remember(file.vault, person, found, find)
    else:
        keychain.forget(file.vault, find)


def _proved(home: Home, file: KeyFile, person: int, found: VaultKeys) -> VaultKeys:
    """The keys, once the file has opened with them; new ones where a new vault key was due."""
    bring_up_to_date(home, found, person, at=moment.now())
    # A connection belongs to its thread, so the window opens its own; this one takes over what a
    # crash left, away from the window.
    opened = open_office(home, person, found)
    opened.store.close()
    if not file.change_due:
        return found
    with suppress(DeskError):  # a full disk: it stays due, and the office opens as before
        return change_vault_key(home, file, found, by=moment.sign(opened.person))
    return found
