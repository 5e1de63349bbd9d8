"""The engine's errors turned into sentences the office can act on, at the edge of this room."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from desktop.errors import DeskError
from desktop.store import engine

_FAULTS: tuple[tuple[str, str, str, str], ...] = (
    (
        "database or disk is full",
        "disk_full",
        "The disk is full, so nothing was saved.",
        "Free some space, then save again; what you typed is still on the screen.",
    ),
    (
        "database is locked",
        "locked",
        "The records file is in use by another program.",
        "Close the other Records Desk window, then try again.",
    ),
    (
        "readonly database",
        "read_only",
        "The records file cannot be written to, so nothing was saved.",
        "Ask your IT staff to allow changes to the office's folder.",
    ),
    (
        "file is not a database",
        "wrong_key",
        "The records file does not open with this key.",
        "Check that the records file and its key file belong together, or restore a copy.",
    ),
    (
        "malformed",
        "damaged",
        "The records file is damaged.",
        "Do not delete anything; restore the newest copy or ask for help.",
    ),
    (
        "disk i/o error",
        "disk",
        "The disk did not answer, so nothing was saved.",
        "Check the disk or network drive, then save again.",
    ),
    (
        "vtable constructor failed",  # a search index could not be read
        "disk",
        "The disk did not answer, so nothing was saved.",
        "Check the disk or network drive, then save again.",
    ),
    (
        "unable to open",
        "cannot_open",
        "The records file cannot be opened.",
        "Check that the office's folder is there and that you may read it.",
    ),
)


@contextmanager
def translated() -> Iterator[None]:
    """Run store work; an engine error the office can mend leaves as a ``DeskError``.

    Anything else (a broken constraint, wrong SQL) is our bug and passes through unchanged.
    """
    try:
        yield
    except engine.Error as fault:
        text = str(fault).lower()
        for part, code, message, remedy in _FAULTS:
            if part in text:
                raise DeskError(code, message, remedy) from None
        raise


def unreadable() -> DeskError:
    """The system does not let the records file be read."""
    return DeskError(
        "cannot_open",
        "The records file cannot be read.",
        "Ask your IT staff whether you may read the office's folder.",
    )
