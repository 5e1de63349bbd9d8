"""The high-water mark: the journal's newest entry, signed, in a small file beside the records file.

An older copy of a records file is whole in itself, and so is one that lost its write-ahead log;
only something outside it can tell that entries are missing. The mark is written after each commit.
A mark behind the file is therefore harmless (the computer stopped between the two); a mark ahead
of it means that what was acknowledged is gone.

Two places in the file are written in turn, so that a write cut short leaves the one before. The
write is done when a save returns, so no kill of the program loses it; that it is on the disk is
seen to beside the save, which would cost 2.5 bare commits instead of 1.9. The window of doubt is
that sync, some tenths of a millisecond to some milliseconds: a power cut inside it leaves the mark
behind by the saves of that window, which are on the disk themselves.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import threading
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from typing_extensions import override

from desktop.store import engine, journal
from desktop.store.file_keys import FileKeys
from desktop.store.journal import Head

_MAGIC: Final = b"RDmark1\n"
_PLACE_BYTES: Final = 4096  # one block of the disk each
_PLACES: Final = 2
_SEQ = slice(8, 16)
_MAC = slice(16, 48)
_SIGNED = slice(0, 48)
_SIGNATURE = slice(48, 80)
_RECORD_BYTES: Final = 80


class State(StrEnum):
    """How the mark and the file stand to each other."""

    EVEN = "even"
    BEHIND = "behind"  # harmless: the file has more, and it follows from the marked entry
    AHEAD = "ahead"  # the file is older than the mark
    FORKED = "forked"  # the marked entry is another one in the file
    MISSING = "missing"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The state, the numbers of the newest marked entry (0: none) and of the file's newest."""

    state: State
    marked: int
    newest: int

    @property
    def missing(self) -> int:
        """How many acknowledged entries the file lacks."""
        return max(self.marked - self.newest, 0)


def mark_of(records_file: Path) -> Path:
    """Where the mark of a records file lies: beside it."""
    return records_file.with_suffix(".mark")


class Mark:
    """The mark of one open file. It never goes back."""

    def __init__(self, records_file: Path, key: bytes) -> None:
        self._path = mark_of(records_file)
        self._key = key
        self._handle = -1
        self._syncing: _Syncing | None = None

    def read(self) -> Head | None:
        """The newest entry it vouches for; None where no place of it holds a sound mark."""
        try:
            data = self._path.read_bytes()
        except OSError:
            return None
        places = range(0, _PLACES * _PLACE_BYTES, _PLACE_BYTES)
        found = [self._sound(data[at : at + _RECORD_BYTES]) for at in places]
        return max((one for one in found if one), key=lambda one: one.seq, default=None)

    def exists(self) -> bool:
        """Whether there is such a file at all."""
        return self._path.exists()

    def write(self, head: Head) -> None:
        """Vouch for ``head`` and everything before it; on the disk a moment later.

        Raises:
            OSError: the disk did not take it; the mark before still stands.
        """
        record = _MAGIC + head.seq.to_bytes(8, "big") + head.mac
        self._open()
        at = (head.seq % _PLACES) * _PLACE_BYTES
        os.lseek(self._handle, at, os.SEEK_SET)
        os.write(self._handle, record + self._signature(record))
        if self._syncing is not None:
            self._syncing.wanted.set()

    def close(self) -> None:
        """Let go of the file once it is on the disk."""
        if self._syncing is not None:
            self._syncing.end()
            self._syncing = None
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def _open(self) -> None:
        if self._handle >= 0 and not self._is_there():
            self.close()  # somebody took the file away or put another in its place
        if self._handle >= 0:
            return
        binary = getattr(os, "O_BINARY", 0)  # Windows would translate line ends
        handle = os.open(self._path, os.O_CREAT | os.O_RDWR | binary, 0o600)
        if os.fstat(handle).st_size < _PLACES * _PLACE_BYTES:
            # Its length never changes again, so that a sync has the data alone to write.
            with suppress(OSError):
                os.lseek(handle, _PLACES * _PLACE_BYTES - 1, os.SEEK_SET)
                os.write(handle, b"\0")
                os.fsync(handle)
        self._handle = handle
        self._syncing = _Syncing(handle)
        self._syncing.start()

    def _is_there(self) -> bool:
        """Whether the file that is written is still the one that would be read."""
        try:
            return os.path.samestat(os.fstat(self._handle), self._path.stat())
        except OSError:
            return False

    def _signature(self, record: bytes) -> bytes:
        return hmac.digest(self._key, record, hashlib.sha256)

    def _sound(self, record: bytes) -> Head | None:
        if len(record) < _RECORD_BYTES or record[:8] != _MAGIC:
            return None
        if not hmac.compare_digest(record[_SIGNATURE], self._signature(record[_SIGNED])):
            return None
        return Head(seq=int.from_bytes(record[_SEQ], "big"), mac=record[_MAC])


def standing(
    connection: engine.Connection, keys: FileKeys, mark: Mark, *, whole: bool = False
) -> Standing:
    """How the open file stands to its mark; ``whole`` checks all that follows the marked entry.

    The mark is read first: whoever saves meanwhile can only make it look behind.
    """
    there, marked = mark.exists(), mark.read()
    newest = journal.head(connection)
    if marked is None:
        state = State.DAMAGED if there else State.MISSING
    elif marked.seq > newest.seq:
        state = State.AHEAD
    else:
        state = _compared(connection, keys, marked, newest, whole=whole)
    return Standing(state=state, marked=marked.seq if marked else 0, newest=newest.seq)


def _compared(
    connection: engine.Connection, keys: FileKeys, marked: Head, newest: Head, *, whole: bool
) -> State:
    found = connection.execute("select mac from event where seq = ?", (marked.seq,)).fetchone()
    if found is None or not hmac.compare_digest(found[0], marked.mac):
        return State.FORKED
    if newest.seq == marked.seq:
        return State.EVEN
    return State.FORKED if whole and _broken_after(marked, connection, keys) else State.BEHIND


def _broken_after(marked: Head, connection: engine.Connection, keys: FileKeys) -> bool:
    from desktop.store.journal_check import first_broken  # noqa: PLC0415  # seldom at a start

    return first_broken(connection, keys, after=marked) is not None


class _Syncing(threading.Thread):
    """Brings what was written to the disk, one sync for all that came meanwhile."""

    def __init__(self, handle: int) -> None:
        super().__init__(name="mark", daemon=True)
        self._handle = handle
        self._over = False
        self.wanted = threading.Event()

    @override
    def run(self) -> None:
        while not self._over:
            self.wanted.wait()
            self.wanted.clear()
            with suppress(OSError):  # the mark stays behind, which the next start takes as such
                _sync(self._handle)

    def end(self) -> None:
        """Sync a last time and stop."""
        self._over = True
        self.wanted.set()
        self.join()
        with suppress(OSError):
            _sync(self._handle)


def _sync(handle: int) -> None:
    if hasattr(os, "fdatasync"):
        os.fdatasync(handle)
    else:
        os.fsync(handle)
