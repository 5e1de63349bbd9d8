"""Where the key file lies and how it is written: private, synced, put in place, with a twin."""

from __future__ import annotations

import base64
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from desktop.errors import DeskError
from desktop.office.keys import FORMAT, VERSION, KeyFile, RecoverySlot, Slot

T = TypeVar("T")


def key_file_of(records_file: Path) -> Path:
    """Where the keys of a records file lie: beside it."""
    return records_file.with_suffix(".keys")


def twin_of(path: Path) -> Path:
    """The second copy of a key file, for when the first is damaged."""
    return path.with_suffix(".keys2")


def save(path: Path, file: KeyFile) -> None:
    """Write the key file and its twin, each private, synced and then put in place."""
    body = msgspec.json.format(msgspec.json.encode(file))
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


def body_of(path: Path) -> bytes:
    """The key file as it is written, from whichever of the two can be read.

    Raises:
        DeskError: as ``load``.
    """
    return msgspec.json.format(msgspec.json.encode(load(path)))


def opened_with(path: Path, open_one: Callable[[KeyFile], T]) -> T:
    """What ``open_one`` gives for the key file, or for its twin where the first was changed.

    Raises:
        DeskError: as ``load``; what ``open_one`` refuses.
    """
    fault: DeskError | None = None
    for file in _readable(path):
        try:
            return open_one(file)
        except DeskError as refused:
            if refused.code != "keys_changed":
                raise
            fault = refused
    raise fault or _unreadable(path)


def _readable(path: Path) -> Iterator[KeyFile]:
    for one in (path, twin_of(path)):
        try:
            body = one.read_bytes()
            _refuse_newer(msgspec.json.decode(body, type=_Head))
            file = _whole(msgspec.json.decode(body, type=KeyFile))
        except (OSError, msgspec.MsgspecError, ValueError):
            continue
        yield file


def _unreadable(path: Path) -> DeskError:
    if path.exists() or twin_of(path).exists():
        return DeskError(
            "keys_damaged", "The key file of this office is damaged.", "Restore it from a backup."
        )
    return DeskError(
        "keys_missing",
        "The key file of this office is missing.",
        "Look for office.keys beside the records file, or restore a backup.",
    )


def _whole(file: KeyFile) -> KeyFile:
    """The file itself; ``ValueError`` when nobody could sign in with what it holds."""
    if file.format != FORMAT or not file.slots:
        raise ValueError("not a key file of ours")
    for text in _sealed(file):
        base64.b64decode(text, validate=True)
    return file


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
    handle = os.open(beside, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(target)
