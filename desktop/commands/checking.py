"""Checks a records file for the command line: finds the key, checks, and says what was found.

Nothing is changed. The key comes from the keychain of this computer or by a passphrase, asked for
on the terminal or read as a line from the input, never from an argument.
"""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from pathlib import Path

from desktop import paths
from desktop.actions.signing_in import look_at_office
from desktop.errors import DeskError
from desktop.office import key_files, keychain, keys
from desktop.office.keys import KeyFile, Slot, VaultKeys
from desktop.paths import Home
from desktop.store.verify import Outcome, Verification, verify
from desktop.wording.sentences import load_wording
from desktop.wording.verification import verification_said

CODES = {
    Outcome.CLEAN: 0,
    Outcome.TAMPERED: 1,
    Outcome.ROLLED_BACK: 2,
    Outcome.DAMAGED: 3,
    Outcome.CANNOT_OPEN: 4,
}


def check(arguments: argparse.Namespace) -> int:
    """Check the file that was named and print what was found; gives the exit code."""
    path: Path = arguments.file or paths.home(arguments.home).records_file
    try:
        found = verify(path, _keys(path, arguments))
    except DeskError as fault:  # before there is a key, nothing can be said of the file's inside
        damaged = fault.code in {"truncated", "empty", "keys_damaged"}
        outcome = Outcome.DAMAGED if damaged else Outcome.CANNOT_OPEN
        tampered = fault.code == "keys_changed"
        found = Verification(outcome=Outcome.TAMPERED if tampered else outcome, fault=fault)
    print(_as_json(found) if arguments.json else _in_words(found))
    return CODES[found.outcome]


def _keys(path: Path, arguments: argparse.Namespace) -> VaultKeys:
    if path.name == Home(folder=path.parent).records_file.name:
        file = look_at_office(Home(folder=path.parent))
    else:
        file = key_files.load(key_files.key_file_of(path))
    if arguments.recovery_code:
        code = _asked("Recovery code: ")
        return key_files.opened_with(
            key_files.key_file_of(path), lambda one: keys.recover(one, code)
        )
    kept = keychain.recall(file.vault) if arguments.person is None else None
    if kept is not None:
        return keys.opened(file, kept.keys.vault_key)
    person = _person(file, arguments.person).person
    passphrase = _asked("Passphrase: ")
    return key_files.opened_with(
        key_files.key_file_of(path), lambda one: keys.unlock(one, person, passphrase)
    )


def _person(file: KeyFile, initials: str | None) -> Slot:
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


def _in_words(found: Verification) -> str:
    if found.fault is not None:
        return found.fault.sentence()
    wording = load_wording()
    return "\n".join(wording.say(one) for one in verification_said(found))


def _as_json(found: Verification) -> str:
    standing, broken, head = found.standing, found.broken, found.head
    return json.dumps(
        {
            "outcome": found.outcome,
            "entries": head.seq if head else None,
            "head": head.short() if head else None,
            "mark": standing.state if standing else None,
            "marked": standing.marked if standing else None,
            "missing": standing.missing if standing else None,
            "broken": broken.seq if broken else None,
            "why": broken.why if broken else None,
            "purged": found.purged,
            "pages_checked": found.pages_checked,
            "fault": found.fault.code if found.fault else None,
        }
    )
