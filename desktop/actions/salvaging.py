"""Save what can be read of a damaged office into a new folder, where it opens as an office."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from desktop.actions.office import has_office
from desktop.errors import DeskError
from desktop.office import key_files
from desktop.office.keys import KeyFile, VaultKeys
from desktop.paths import Home
from desktop.records.ids import PersonId
from desktop.records.person import Initials
from desktop.store.salvage import Salvaged, salvage


def save_readable(
    path: Path, file: KeyFile, vault: VaultKeys, person: int, into: Home, *, at: datetime
) -> Salvaged:
    """Make an office in ``into`` of what can be read of the records file at ``path``.

    The damaged file is only read, and everybody signs in to the new one as before.

    Raises:
        DeskError: ``exists``: there is an office in ``into`` already; what ``salvage`` refuses.
            Then nothing of it stays.
    """
    if has_office(into):
        raise DeskError(
            "exists",
            "There is already an office in that folder.",
            "Choose another folder; nothing was changed.",
        )
    new = not into.folder.exists()
    slot = file.slot_of(person)
    by = Initials(person=PersonId(slot.person), initials=slot.label, at=at)
    try:
        saved = salvage(path, vault, into.records_file, by=by)
        key_files.save(key_files.key_file_of(into.records_file), file)
    except BaseException:
        _clear_up(into, new=new)
        raise
    return saved


def _clear_up(into: Home, *, new: bool) -> None:
    if new:
        shutil.rmtree(into.folder, ignore_errors=True)
        return
    key_file = key_files.key_file_of(into.records_file)
    for made in (into.records_file, key_file, key_files.twin_of(key_file)):
        made.unlink(missing_ok=True)
