"""The records file page by page, as SQLCipher lays it out, without the engine.

A raw 256-bit key; pages of 4,096 bytes that end in an IV of 16 bytes and a MAC of 64; the salt in
the first 16 bytes of the file. The write-ahead log holds the same kind of pages in frames. The
engine cannot be asked everything: it takes a log of another file for its own, and on leaving a
file that did not open it writes that log into it.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

PAGE: Final = 4096
RESERVED: Final = 80
SALT: Final = 16
_IV = 16
_MAC = 64
_LOG_HEADER = 32
_FRAME_HEADER = 24
_LOG_MAGIC = 0x377F0682  # and one more where the checksums are big-endian


def log_of(path: Path) -> Path:
    """Where the write-ahead log of a records file lies."""
    return path.with_name(f"{path.name}-wal")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PageKeys:
    """What reads and proves the pages of one file."""

    cipher: bytes
    mac: bytes

    @classmethod
    def of(cls, key: bytes, salt: bytes) -> PageKeys:
        """The keys of a file with this raw key and salt."""
        turned = bytes(one ^ 0x3A for one in salt)
        return cls(cipher=key, mac=hashlib.pbkdf2_hmac("sha512", key, turned, 2, 32))

    def proves(self, number: int, page: bytes) -> bool:
        """Whether a page is as it was written under these keys; the first page has number 1."""
        start, end = (SALT if number == 1 else 0), PAGE - _MAC
        mac = hmac.digest(self.mac, page[start:end] + struct.pack("<I", number), hashlib.sha512)
        return len(page) == PAGE and hmac.compare_digest(mac, page[end:])

    def read(self, number: int, page: bytes) -> bytes:
        """The page in clear: 4,016 bytes, the first page's first 16 as zeros."""
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes  # noqa: PLC0415

        start, end = (SALT if number == 1 else 0), PAGE - RESERVED
        iv = page[end : end + _IV]
        decryptor = Cipher(algorithms.AES(self.cipher), modes.CBC(iv)).decryptor()
        return bytes(start) + decryptor.update(page[start:end]) + decryptor.finalize()


def salt_of(path: Path) -> bytes:
    """The salt of a file."""
    with path.open("rb") as file:
        return file.read(SALT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One page in the log. ``commits``: with it a transaction ends, and what came before counts."""

    number: int
    commits: bool
    page: bytes


def frames(log: BinaryIO) -> Iterator[Frame]:
    """The frames of a log as the engine would take them: up to the first that is not sound."""
    header = log.read(_LOG_HEADER)
    if len(header) < _LOG_HEADER:
        return
    magic, _version, size, _seq, *_salts = struct.unpack(">6I", header[:24])
    order = {_LOG_MAGIC: "<", _LOG_MAGIC + 1: ">"}.get(magic)
    if order is None or size != PAGE:
        return
    sums = _summed(header[:24], order, (0, 0))
    if sums != struct.unpack(">2I", header[24:]):
        return
    while len(frame := log.read(_FRAME_HEADER + PAGE)) == _FRAME_HEADER + PAGE:
        sums = _summed(frame[:8] + frame[_FRAME_HEADER:], order, sums)
        if frame[8:16] != header[16:24] or sums != struct.unpack(">2I", frame[16:24]):
            return
        number, pages = struct.unpack(">2I", frame[:8])
        yield Frame(number=number, commits=pages > 0, page=frame[_FRAME_HEADER:])


def _summed(data: bytes, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    """The log's running checksum."""
    one, two = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for first, second in zip(words[::2], words[1::2], strict=True):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two


def log_mends_end(path: Path, size: int) -> bool:
    """Whether the last page of a file of ``size`` bytes, cut short, stands whole in its log.

    So it is after a power cut while the log was being brought into the file: the engine writes the
    page again from the log.
    """
    last, committed, waiting = size // PAGE + 1, False, False
    try:
        with log_of(path).open("rb") as log:
            for frame in frames(log):
                waiting = waiting or frame.number == last
                committed = committed or (waiting and frame.commits)
    except OSError:
        return False
    return committed


def has_stale_log(path: Path, key: bytes) -> bool:
    """Whether the log beside a file that opens with ``key`` belongs to another file.

    False as well where the file itself does not open with the key, and where the engine would
    take nothing from the log.
    """
    try:
        with log_of(path).open("rb") as log:
            first = next(frames(log), None)
        if first is None:
            return False
        with path.open("rb") as file:
            page = file.read(PAGE)
    except OSError:
        return False
    keys = PageKeys.of(key, page[:SALT])
    return keys.proves(1, page) and not keys.proves(first.number, first.page)
