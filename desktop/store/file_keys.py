"""The keys a records file needs, as bytes; where they come from is the office's business."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol


class FileKeys(Protocol):
    """What opens a file, chains its journal and signs its mark: 32 bytes each, all different.

    ``former_journal`` holds the keys the journal was chained with before the vault's key was
    changed: the last entry each was used for and the key, oldest first.
    """

    @property
    def database(self) -> bytes:
        """The raw key of the encrypted file."""

    @property
    def journal(self) -> bytes:
        """The key the journal's next entries are chained with."""

    @property
    def mark(self) -> bytes:
        """The key that signs the high-water mark."""

    @property
    def former_journal(self) -> Sequence[tuple[int, bytes]]:
        """Last entry and key of each journal key before the one in use."""


class BackupKeys(FileKeys, Protocol):
    """The keys of a file and of its copies, so that neither gives the other away."""

    @property
    def backups(self) -> bytes:
        """The raw key of every copy's file."""

    @property
    def manifests(self) -> bytes:
        """The key that signs what a copy says of itself."""


def journal_keys(keys: FileKeys) -> Callable[[int], bytes]:
    """What tells the key an entry was chained with; the newest is derived once, not for each."""
    former, newest = keys.former_journal, keys.journal

    def key_of(seq: int) -> bytes:
        for last, key in former:
            if seq <= last:
                return key
        return newest

    return key_of
