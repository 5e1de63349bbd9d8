"""The vault key, wrapped once for each person, in a small file beside the records file.

A random 256-bit vault key opens everything; the keys of the database and of the journal's chain
are derived from it (HKDF-SHA256), so that neither gives the other away. Each person has an X25519
key pair. The private key is wrapped under their passphrase (Argon2id, AES-256-GCM) and the vault
key is sealed to the public key, so a person can be added without anyone else's passphrase.
"""

from __future__ import annotations

import base64
import os
import secrets
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import msgspec

from desktop.errors import DeskError
from desktop.records.ids import PersonId

FORMAT = "records-desk keys"
VERSION = 1
SHORTEST_PASSPHRASE = 15


class KdfCost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one guess of a passphrase costs: Argon2id memory in KiB, passes and lanes."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 2


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One person's way in. ``label`` is their initials, shown at sign-in. Bytes are base64."""

    person: int
    label: str
    cost: KdfCost
    salt: str
    public_key: str
    private_key: str
    vault_key: str


class KeyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole key file. ``vault`` names the vault, so that a keychain copy finds its file."""

    format: str
    version: int
    vault: str
    slots: tuple[Slot, ...]

    def slot_of(self, person: int) -> Slot:
        """The way in of ``person``; ``KeyError`` when they have none."""
        for slot in self.slots:
            if slot.person == person:
                return slot
        raise KeyError(person)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class VaultKeys:
    """The open vault: the vault key and what is derived from it. Never shown, never logged.

    ``former_journal`` are the journal's keys from before the vault key was changed: the last entry
    each was used for, and the key.
    """

    vault_key: bytes
    former_journal: tuple[tuple[int, bytes], ...] = ()

    @property
    def database(self) -> bytes:
        """The raw key of the encrypted file."""
        return self._derived(b"database")

    @property
    def journal(self) -> bytes:
        """The key of the journal's chain."""
        return self._derived(b"journal")

    @property
    def mark(self) -> bytes:
        """The key that signs the high-water mark."""
        return self._derived(b"mark")

    @property
    def backups(self) -> bytes:
        """The key of backups and their manifests."""
        return self._derived(b"backups")

    def _derived(self, purpose: bytes) -> bytes:
        from cryptography.hazmat.primitives import hashes  # noqa: PLC0415  # 20 ms at start-up
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415

        info = b"records-desk 1 " + purpose
        return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=info).derive(
            self.vault_key
        )


def new_vault() -> tuple[VaultKeys, KeyFile]:
    """A fresh vault without anybody's way in."""
    keys = VaultKeys(vault_key=secrets.token_bytes(32))
    return keys, KeyFile(format=FORMAT, version=VERSION, vault=secrets.token_hex(16), slots=())


def add_person(
    file: KeyFile,
    keys: VaultKeys,
    *,
    person: PersonId,
    label: str,
    passphrase: str,
    cost: KdfCost | None = None,
) -> KeyFile:
    """The key file with a way in for ``person``; an older one of theirs is replaced.

    Raises:
        DeskError: ``passphrase_short``.
    """
    check_passphrase(passphrase)
    cost = cost or KdfCost()
    salt = secrets.token_bytes(16)
    private, public = _key_pair()
    slot = Slot(
        person=person,
        label=label,
        cost=cost,
        salt=_text(salt),
        public_key=_text(public),
        private_key=_text(_seal(_stretched(passphrase, salt, cost), private, _about(file, person))),
        vault_key=_text(_seal_to(public, keys.vault_key, _about(file, person))),
    )
    others = tuple(one for one in file.slots if one.person != person)
    return msgspec.structs.replace(file, slots=(*others, slot))


def remove_person(file: KeyFile, person: PersonId) -> KeyFile:
    """The key file without that person's way in.

    Raises:
        DeskError: ``last_person``: somebody must be able to open the file.
    """
    others = tuple(one for one in file.slots if one.person != person)
    if not others:
        raise DeskError(
            "last_person",
            "This is the last person who can open the records file.",
            "Add another person first.",
        )
    return msgspec.structs.replace(file, slots=others)


def unlock(file: KeyFile, person: int, passphrase: str) -> VaultKeys:
    """Open the vault with one person's passphrase; takes about as long as its cost says.

    Raises:
        DeskError: ``wrong_passphrase``.
    """
    slot = file.slot_of(person)
    about = _about(file, person)
    stretched = _stretched(passphrase, _bytes(slot.salt), slot.cost)
    try:
        private = _open(stretched, _bytes(slot.private_key), about)
        vault_key = _open_sealed(private, _bytes(slot.vault_key), about)
    except ValueError:
        raise DeskError(
            "wrong_passphrase", "That passphrase does not open the file.", "Try again."
        ) from None
    return VaultKeys(vault_key=vault_key)


def check_passphrase(passphrase: str) -> None:
    """Refuse a passphrase that is too short to protect a file that can be copied.

    Raises:
        DeskError: ``passphrase_short``; also for one character over and over.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise DeskError(
            "passphrase_short",
            f"A passphrase needs at least {SHORTEST_PASSPHRASE} characters.",
            "Four or five ordinary words in a row are easy to type and hard to guess.",
        )
    if len(set(passphrase)) == 1:
        raise DeskError(
            "passphrase_short",
            "A passphrase of one character over and over is guessed at once.",
            "Four or five ordinary words in a row are easy to type and hard to guess.",
        )


def key_file_of(records_file: Path) -> Path:
    """Where the keys of a records file lie: beside it."""
    return records_file.with_suffix(".keys")


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
    present = [one for one in (path, twin_of(path)) if one.exists()]
    if not present:
        raise DeskError(
            "keys_missing",
            "The key file of this office is missing.",
            "Look for office.keys beside the records file, or restore a backup.",
        )
    for one in present:
        try:
            body = one.read_bytes()
            _refuse_newer(msgspec.json.decode(body, type=_Head))
            return _whole(msgspec.json.decode(body, type=KeyFile))
        except (OSError, msgspec.MsgspecError, ValueError):
            continue
    raise DeskError(
        "keys_damaged", "The key file of this office is damaged.", "Restore it from a backup."
    )


def _whole(file: KeyFile) -> KeyFile:
    """The file itself; ``ValueError`` when nobody could sign in with what it holds."""
    if file.format != FORMAT or not file.slots:
        raise ValueError("not a key file of ours")
    for slot in file.slots:
        for text in (slot.salt, slot.public_key, slot.private_key, slot.vault_key):
            base64.b64decode(text, validate=True)
    return file


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


def twin_of(path: Path) -> Path:
    """The second copy of a key file, for when the first is damaged."""
    return path.with_suffix(".keys2")


def _replace(target: Path, body: bytes) -> None:
    beside = target.with_suffix(target.suffix + ".new")
    handle = os.open(beside, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(target)


def _about(file: KeyFile, person: int) -> bytes:
    """Bound to every sealed value, so that a slot cannot be moved to another vault or person."""
    return f"{file.vault}:{person}".encode()


def _stretched(passphrase: str, salt: bytes, cost: KdfCost) -> bytes:
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415  # only when signing in

    return hash_secret_raw(
        unicodedata.normalize("NFKC", passphrase).encode(),  # the same on every keyboard
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=32,
        type=Type.ID,
    )


def _key_pair() -> tuple[bytes, bytes]:
    from cryptography.hazmat.primitives.asymmetric.x25519 import (  # noqa: PLC0415
        X25519PrivateKey,
    )

    private = X25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw()


def _seal_to(public: bytes, secret: bytes, about: bytes) -> bytes:
    """Seal to a public key: a one-time key pair's public half, then the sealed secret."""
    one_time, one_time_public = _key_pair()
    return one_time_public + _seal(_agreed(one_time, public), secret, about)


def _open_sealed(private: bytes, sealed: bytes, about: bytes) -> bytes:
    return _open(_agreed(private, sealed[:32]), sealed[32:], about)


def _agreed(private: bytes, public: bytes) -> bytes:
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.x25519 import (  # noqa: PLC0415
        X25519PrivateKey,
        X25519PublicKey,
    )
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415

    shared = X25519PrivateKey.from_private_bytes(private).exchange(
        X25519PublicKey.from_public_bytes(public)
    )
    info = b"records-desk 1 seal"
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=info).derive(shared)


def _seal(key: bytes, secret: bytes, about: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    nonce = secrets.token_bytes(12)
    return nonce + AESGCM(key).encrypt(nonce, secret, about)


def _open(key: bytes, sealed: bytes, about: bytes) -> bytes:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    try:
        return AESGCM(key).decrypt(sealed[:12], sealed[12:], about)
    except InvalidTag:
        raise ValueError("the seal does not open") from None


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text)
