"""The signed note that lies with a copy of the office's files and says what the copy holds."""

from __future__ import annotations

import hashlib
import hmac
import os
from datetime import datetime
from pathlib import Path

import msgspec

from desktop.records.backups import Why
from desktop.store.file_keys import BackupKeys
from desktop.store.journal import Head

RECORDS = "office.records"
NOTE = "manifest.json"
FORMAT = "records-desk backup"
VERSION = 1


class Note(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a copy says of itself. ``files`` gives size and SHA-256 of each; bytes are hex.

    ``seq`` and ``mac`` are the newest entry of the journal; ``signature`` covers all the rest.
    """

    format: str
    version: int
    vault: str
    number: int
    made_at: datetime
    why: Why
    program: str
    schema: int
    seq: int
    mac: str
    requests: int
    files: dict[str, tuple[int, str]]
    signature: str = ""

    @property
    def head(self) -> Head:
        """The journal's newest entry in the copy."""
        return Head(seq=self.seq, mac=bytes.fromhex(self.mac))


def note_of(folder: Path) -> Note | None:
    """The note of a copy, not yet held against its signature; None where there is no such note."""
    try:
        note = msgspec.json.decode((folder / NOTE).read_bytes(), type=Note)
        bytes.fromhex(note.mac)
    except (OSError, ValueError):  # msgspec's faults are ValueErrors
        return None
    return note if note.format == FORMAT and RECORDS in note.files else None


def as_written(folder: Path, note: Note, *, read: bool) -> bool:
    """Whether the files are those the note names: by size, and with ``read`` by every byte."""
    try:
        return all(
            (print_of(folder / name) if read else (folder.joinpath(name).stat().st_size, digest))
            == (size, digest)
            for name, (size, digest) in note.files.items()
        )
    except OSError:
        return False


def signature_of(note: Note, keys: BackupKeys) -> str:
    """What the signature of the note must be."""
    body = msgspec.json.encode(msgspec.structs.replace(note, signature=""), order="sorted")
    return hmac.digest(keys.manifests, body, hashlib.sha256).hex()


def print_of(path: Path) -> tuple[int, str]:
    """Size and SHA-256 of a file, as a note holds them."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return os.fstat(file.fileno()).st_size, digest
