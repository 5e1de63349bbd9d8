"""What an event of a district's calendar is by its title: a day without school, or only an event.

The words are data, ``resources/office/closures.toml``. It is a proposal; a person decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from desktop.records.names import fold
from desktop.records.toml_file import read_toml


class ClosingWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases that mean a closed school, and phrases that mean it is open all the same."""

    closed: tuple[str, ...]
    open: tuple[str, ...]

    def proposes(self, title: str) -> bool:
        """Whether an event of this title is proposed as a day without school."""
        words = f" {fold(title)} "
        return _holds(words, self.closed) and not _holds(words, self.open)


def _holds(words: str, phrases: Iterable[str]) -> bool:
    return any(f" {fold(phrase)} " in words for phrase in phrases)


def load_closing_words(file: Path) -> ClosingWords:
    """Read the phrases.

    Raises:
        ResourceError: the file is damaged; it names the key and the line.
    """
    return read_toml(file, ClosingWords)
