"""Which second place for copies was chosen on this computer: a USB drive, a folder on a network."""

from __future__ import annotations

from pathlib import Path

import msgspec

from desktop.office.kept_file import write_kept
from desktop.paths import Home


class _Chosen(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    folder: str


def second_place(home: Home) -> Path | None:
    """The folder that was chosen, whether it is there now or not; None for none."""
    try:
        chosen = msgspec.json.decode(home.second_place_file.read_bytes(), type=_Chosen)
    except (OSError, ValueError):
        return None
    return Path(chosen.folder) if chosen.folder else None


def choose(home: Home, folder: Path | None) -> bool:
    """Remember the place, or that there is none; False when the disk did not take it."""
    chosen = _Chosen(folder=str(folder) if folder else "")
    return write_kept(home.second_place_file, msgspec.json.encode(chosen))
