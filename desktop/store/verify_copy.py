"""Check a copy of the office's files as ``verify`` checks the records file. Nothing is changed."""

from __future__ import annotations

from pathlib import Path

from desktop.store import backup
from desktop.store.file_keys import BackupKeys
from desktop.store.verify import Outcome, Verification


def verify_copy(folder: Path, keys: BackupKeys) -> Verification:
    """Check a copy in its folder: every byte against its signed note, which holds the head."""
    found = backup.look(folder, keys, read=True)
    if found.note is None or not found.whole:
        damaged = found.state is backup.State.DAMAGED
        outcome = Outcome.DAMAGED if damaged else Outcome.CANNOT_OPEN
        return Verification(outcome=outcome, fault=backup.refused(found.state))
    note = found.note
    return Verification(outcome=Outcome.CLEAN, head=note.head, copied_at=note.made_at)
