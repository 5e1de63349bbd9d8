"""Where the key file lies and how it is written: private, synced, put in place, with a twin."""

from __future__ import annotations

import base64
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from desktop.errors import DeskError
from desktop.office.keys import (
    FORMAT,
    VERSION,
    KeyFile,
    RecoverySlot,
    Slot,
    VaultKeys,
    opened,
)

T = TypeVar("T")
_MOST_KIB, _MOST_PASSES, _MOST_LANES = 4 << 20, 64, 64


def key_file_of(records_file: Path) -> Path:
    """Where the keys of a records file lie: beside it."""
    return records_file.with_suffix(".keys")


def twin_of(path: Path) -> Path:
    """The second copy of a key file, for when the first is damaged."""
    return path.with_suffix(".keys2")


def save(path: Path, file: KeyFile) -> None:
    """Write the key file and its twin, each private, synced and then put in place."""
    body = body_of(file)
    for target in (path, twin_of(path)):
        _replace(target, body)


def load(path: Path) -> KeyFile:
    """Read the key file; its twin serves when the first is missing or damaged.

    Raises:
        DeskError: ``keys_missing``, ``keys_damaged``, ``newer``.
    """
    for file in _readable(path):
        return file
    raise _unreadable(path)


def load_sound(path: Path, vault: VaultKeys) -> KeyFile:
    """The key file as the program wrote it, from whichever of the two is; the vault is open.

    Whoever changes a key file begins with this: a change made to a damaged one would be signed
    with it, and put in the place of the good twin.

    Raises:
        DeskError: as ``load``; ``keys_changed``.
    """

    def sound(file: KeyFile) -> KeyFile:
        opened(file, vault.vault_key)
        return file

    return opened_with(path, sound)


def body_of(file: KeyFile) -> bytes:
    """The key file as it is written."""
    return msgspec.json.format(msgspec.json.encode(file))


def opened_with(path: Path, open_one: Callable[[KeyFile], T]) -> T:
    """What ``open_one`` gives for the key file, or else for its twin where that is another.

    A bit that flipped can make a passphrase look wrong, or a person unknown.

    Raises:
        DeskError: as ``load``; what ``open_one`` refuses.
    """
    fault: DeskError | None = None
    for file in _readable(path):
        try:
            return open_one(file)
        except DeskError as refused:
            fault = fault or refused
        except (KeyError, ValueError):  # a person or a value that is not what it was
            continue
    raise fault or _unreadable(path)


def _readable(path: Path) -> Iterator[KeyFile]:
    """The key file and its twin, as far as they can be read; the same one only once."""
    bodies: list[bytes] = []
    newer: DeskError | None = None
    for one in (path, twin_of(path)):
        try:
            body = one.read_bytes()
            _refuse_newer(msgspec.json.decode(body, type=_Head))
            file = _whole(msgspec.json.decode(body, type=KeyFile))
        except DeskError as fault:
            newer = fault
        except (OSError, ValueError):  # msgspec's faults are ValueErrors
            continue
        else:
            if body not in bodies:
                bodies.append(body)
                yield file
    if newer is not None and not bodies:
        raise newer


def _unreadable(path: Path) -> DeskError:
    if path.exists() or twin_of(path).exists():
        return DeskError(
            "keys_damaged", "The key file of this office is damaged.", "Restore a copy."
        )
    return DeskError(
        "keys_missing",
        "The key file of this office is missing.",
        "Look for office.keys beside the records file, or restore a copy.",
    )


def _whole(file: KeyFile) -> KeyFile:
    """The file itself; ``ValueError`` when nobody could sign in with what it holds."""
    if file.format != FORMAT or not file.slots or any(map(_costs_too_much, file.slots)):
        raise ValueError("not a key file of ours")
    for text in _sealed(file):
        base64.b64decode(text, validate=True)
    return file


def _costs_too_much(slot: Slot) -> bool:
    """A number that was changed must not keep this computer busy for a day."""
    cost = slot.cost
    return cost.memory_kib > _MOST_KIB or cost.passes > _MOST_PASSES or cost.lanes > _MOST_LANES


def _sealed(file: KeyFile) -> Iterator[str]:
    ways: list[Slot | RecoverySlot] = [*file.slots]
    if file.recovery is not None:
        ways.append(file.recovery)
    for way in ways:
        yield from (way.salt, way.public_key, way.private_key, way.vault_key)
    yield from (one.key for one in file.former)


class _Head(msgspec.Struct):
    format: str
    version: int


def _refuse_newer(head: _Head) -> None:
    if head.version > VERSION:
        raise DeskError(
            "newer",
            "The key file was made by a newer Records Desk.",
            "Install the newer program on this computer.",
        )


def _replace(target: Path, body: bytes) -> None:
    beside = target.with_suffix(target.suffix + ".new")
    binary = getattr(os, "O_BINARY", 0)  # Windows would write two signs at every end of a line
    handle = os.open(beside, os.O_CREAT | os.O_WRONLY | os.O_TRUNC | binary, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(target)
