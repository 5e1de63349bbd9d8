"""Take a filled form that came as a file: read apart from the program, and cleaned."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.errors import DeskError
from desktop.office.filled_form import LARGEST_BYTES
from desktop.office.reading_apart import read_apart
from desktop.paths import forms
from desktop.records.blank import load_blanks
from desktop.records.filled import Filled, take


def read_filled(file: Path, *, cancelled: Callable[[], bool]) -> Filled:
    """What the filled form in ``file`` says. Nothing is stored, and the file stays as it is.

    Raises:
        DeskError: it cannot be read, is none of the office's forms, or holds nothing; the
            sentence says what to do instead.
    """
    raw = read_apart(_content(file), cancelled=cancelled)
    return take(
        raw.mark,
        raw.values,
        frozenset(raw.ticked),
        blanks=load_blanks(forms("paper")),
        reference=raw.reference,
    )


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST_BYTES + 1)
    except OSError:
        raise DeskError(
            "form_gone",
            "The file cannot be read.",
            "Check that it is still there, and open it again.",
        ) from None
