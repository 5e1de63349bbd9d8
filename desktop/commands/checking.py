"""Checks a records file for the command line: finds the key, checks, and says what was found.

Nothing is changed.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from desktop import paths
from desktop.commands.asking import keys_beside
from desktop.errors import DeskError
from desktop.store.backup_note import note_of
from desktop.store.verify import Outcome, Verification, verify
from desktop.store.verify_copy import verify_copy
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
        copied = note_of(path.parent) is not None  # the key of a copy is not the office's own
        keys = keys_beside(path, arguments)
        found = verify_copy(path.parent, keys) if copied else verify(path, keys)
    except DeskError as fault:  # before there is a key, nothing can be said of the file's inside
        damaged = fault.code in {"truncated", "empty", "keys_damaged"}
        outcome = Outcome.DAMAGED if damaged else Outcome.CANNOT_OPEN
        tampered = fault.code == "keys_changed"
        found = Verification(outcome=Outcome.TAMPERED if tampered else outcome, fault=fault)
    print(_as_json(found) if arguments.json else _in_words(found))
    return CODES[found.outcome]


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
            "copied_at": found.copied_at.isoformat() if found.copied_at else None,
            "fault": found.fault.code if found.fault else None,
        }
    )
