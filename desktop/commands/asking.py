"""How a command comes by the keys of an office: from the keychain, or by asking on the terminal.

A passphrase or a code is asked for or read as a line from the input, never taken from an argument.
"""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable
from pathlib import Path

from desktop.actions.signing_in import look_at_office
from desktop.errors import DeskError
from desktop.office import key_files, keychain, keys
from desktop.office.keys import KeyFile, Slot, VaultKeys
from desktop.paths import Home


def keys_beside(path: Path, arguments: argparse.Namespace) -> VaultKeys:
    """The keys of the records file at ``path``.

    Raises:
        DeskError: what is wrong with the files; ``person``; ``wrong_passphrase``;
            ``recovery_code``.
    """
    if path.name == Home(folder=path.parent).records_file.name:
        file = look_at_office(Home(folder=path.parent))
    else:
        file = key_files.load(key_files.key_file_of(path))
    kept = None
    if arguments.person is None and not arguments.recovery_code:
        kept = keychain.recall(file.vault)
    if kept is not None:
        return keys.opened(file, kept.keys.vault_key)
    open_one = asked_for(file, arguments)
    return key_files.opened_with(key_files.key_file_of(path), open_one)


def asked_for(file: KeyFile, arguments: argparse.Namespace) -> Callable[[KeyFile], VaultKeys]:
    """Ask once for the passphrase or the code; what is given opens a key file with it.

    Raises:
        DeskError: ``person``: it is not clear whose passphrase is meant.
    """
    if arguments.recovery_code:
        code = _asked("Recovery code: ")
        return lambda one: keys.recover(one, code)
    person = person_of(file, arguments.person).person
    passphrase = _asked("Passphrase: ")
    return lambda one: keys.unlock(one, person, passphrase)


def person_of(file: KeyFile, initials: str | None) -> Slot:
    """Who is meant: by their initials, or the only one there is.

    Raises:
        DeskError: ``person``.
    """
    found = [one for one in file.slots if initials is None or one.label == initials.upper()]
    if len(found) != 1:
        who = ", ".join(one.label for one in file.slots)
        raise DeskError(
            "person", "Whose passphrase is it?", f"Say --person INITIALS; there are: {who}."
        )
    return found[0]


def _asked(prompt: str) -> str:
    if sys.stdin is not None and sys.stdin.isatty():
        return getpass.getpass(prompt)
    return sys.stdin.readline().rstrip("\r\n") if sys.stdin is not None else ""
