"""Find the office's files, prove a passphrase or a remembered key, and only then open."""

from __future__ import annotations

from collections.abc import Callable

from desktop.actions.changes import Changes
from desktop.actions.office import open_office
from desktop.errors import DeskError
from desktop.office import keychain, keys
from desktop.office.keychain import Keychain, Remembered, system_keychain
from desktop.office.keys import KeyFile, VaultKeys
from desktop.paths import Home
from desktop.records.person import Initials, Person
from desktop.store import vault
from desktop.store.journal import Event
from desktop.store.store import Store

Find = Callable[[], Keychain | None]
"""How a keychain is found; tests give one of their own."""


def look_at_office(home: Home) -> KeyFile:
    """Who can sign in here; nothing is opened or changed.

    Raises:
        DeskError: what can be told of a faulty records file or key file without a passphrase.
    """
    vault.look(home.records_file)
    return keys.load(keys.key_file_of(home.records_file))


def unlock_office(home: Home, person: int, passphrase: str) -> VaultKeys:
    """The vault's keys, after the records file has opened with them once.

    Takes as long as the passphrase costs, so it belongs beside the window.

    Raises:
        DeskError: ``wrong_passphrase``, ``person_left``; what is wrong with the files.
    """
    file = look_at_office(home)
    found = keys.unlock(file, person, passphrase)
    _prove(home, person, found)
    return found


def recall_office(home: Home, file: KeyFile, find: Find = system_keychain) -> Remembered | None:
    """What the keychain remembers, when it still opens the file; None otherwise.

    A stale copy (another vault's, a colleague's who left) is no fault: the passphrase is asked for.
    """
    found = keychain.recall(file.vault, find)
    if found is None:
        return None
    try:
        _prove(home, found.person, found.keys)
    except DeskError:
        return None
    return found


def remember_or_forget(
    file: KeyFile, person: int, found: VaultKeys, *, wanted: bool, find: Find = system_keychain
) -> None:
    """Keep a copy in the keychain, or see that there is none."""
    if wanted:
        keychain.remember(file.vault, person, found, find)
    else:
        keychain.forget(file.vault, find)


def give_passphrase(
    store: Store, home: Home, found: VaultKeys, person: Person, passphrase: str, *, by: Initials
) -> Changes:
    """Give a colleague a way in, new or in place of a passphrase they forgot; it is journaled.

    Raises:
        DeskError: ``passphrase_short``; ``person_left``.
    """
    if not person.active:
        raise DeskError(
            "person_left", "This person no longer works here.", "Add them again as a new person."
        )
    path = keys.key_file_of(home.records_file)
    file = keys.add_person(
        keys.load(path), found, person=person.id, label=person.initials, passphrase=passphrase
    )
    with store.change(Event(kind="person.way_in", facts={"person": person.id}), by=by):
        keys.save(path, file)
    return Changes.of_office()


def _prove(home: Home, person: int, found: VaultKeys) -> None:
    # A connection belongs to its thread, so the window opens its own; this one also brings an
    # older file up to date and takes over what a crash left, away from the window.
    open_office(home, person, found).store.close()
