"""Hold the office's folder for one program, and say in words who holds it already."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from desktop.errors import DeskError
from desktop.office.hold import LOCK_FILE, HeldError, Hold, Holder
from desktop.paths import Home


def hold_of(home: Home) -> Hold:
    """The hold on an office's folder, not yet taken."""
    return Hold(home.folder / LOCK_FILE)


@contextmanager
def hold(home: Home, at: datetime) -> Iterator[None]:
    """Hold the office as long as something is done to its files.

    Raises:
        DeskError: ``open_elsewhere``, ``cannot_write``.
    """
    taken = hold_of(home)
    try:
        home.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        taken.take(at)
    except HeldError as held:
        raise open_elsewhere(held.holder) from None
    except OSError:
        raise DeskError(
            "cannot_write",
            "The office's folder cannot be written to.",
            "Ask your IT staff, then try again.",
        ) from None
    try:
        yield
    finally:
        taken.let_go()


def open_elsewhere(holder: Holder | None) -> DeskError:
    """Who has the office open, where and since when; no family and no member of staff is named."""
    if holder is None:
        return DeskError(
            "open_elsewhere",
            "This office is open in another Records Desk.",
            "Go on there, or close it and look again.",
        )
    where = "on this computer" if holder.here else f"on the computer {holder.computer}"
    who = f", under the account {holder.who}" if holder.who else ""
    since = f"{holder.since.astimezone():%Y-%m-%d %H:%M}"
    return DeskError(
        "open_elsewhere",
        f"This office is open in another Records Desk window {where}{who}, since {since}.",
        "Go on there, or close that window and look again.",
    )
