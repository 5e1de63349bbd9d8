"""Who finished which drill on this computer, as they signed; nothing about a family."""

from __future__ import annotations

from datetime import date

import msgspec

from desktop.office.kept_file import write_kept
from desktop.paths import Home


class Finished(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One drill finished by one person."""

    drill: str
    who: str
    on: date


def finished_drills(home: Home) -> tuple[Finished, ...]:
    """All that were finished in ``home``, oldest first; none where it cannot be read."""
    try:
        return msgspec.json.decode(home.learning_file.read_bytes(), type=tuple[Finished, ...])
    except (OSError, msgspec.MsgspecError):
        return ()


def note_finished(home: Home, one: Finished) -> bool:
    """Keep that somebody finished a drill; the first time counts. False: the disk refused."""
    before = finished_drills(home)
    if any((kept.drill, kept.who) == (one.drill, one.who) for kept in before):
        return True
    return write_kept(home.learning_file, msgspec.json.encode((*before, one)))
