"""Working-outs kept small: the same words of the law stand in nearly all of them.

What every office's dates say is kept once, in a numbered file of the program, and a working-out as
what it says beyond that. Each is whole by itself: a damaged page costs only what stands on it. A
file that was used once is never changed; new words of the law get one with the next number, and a
new version of the schema with it, since a program that lacks the words must refuse the file.
"""

from __future__ import annotations

import zlib
from functools import cache
from typing import TYPE_CHECKING, Final

from desktop.paths import resources

if TYPE_CHECKING:
    from desktop.store import engine

NEWEST: Final = 1


def pack(text: str) -> bytes:
    """The text as bytes: the number of the words in one byte, then a zlib stream."""
    packing = zlib.compressobj(zdict=_words(NEWEST))
    return bytes([NEWEST]) + packing.compress(text.encode()) + packing.flush()


def unpack(packed: bytes) -> str:
    """The text as ``pack`` was given it.

    Raises:
        zlib.error: the bytes are not whole, or not of these words.
    """
    unpacking = zlib.decompressobj(zdict=_words(packed[0]))
    text = unpacking.decompress(packed[1:])
    if not unpacking.eof:
        raise zlib.error("a working-out is cut short")
    return text.decode()


def pack_all(connection: engine.Connection) -> None:
    """Fill ``dates`` from ``dates_1``, where the first program kept them as text."""
    for request, text in connection.execute("select request_id, clocks from dates_1"):
        connection.execute(
            "insert into dates (request_id, clocks) values (?, ?)", (request, pack(text))
        )


@cache
def _words(number: int) -> bytes:
    return resources("clocks", f"{number}.txt").read_bytes()
