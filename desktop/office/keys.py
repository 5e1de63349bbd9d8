"""The vault key: random, sealed to each person and to the recovery code, never stored in the open.

A 256-bit vault key opens everything; the keys of the database, the journal's chain, the mark and
the backups are derived from it, so that none gives another away. Each person has an X25519 key
pair whose private half is wrapped under their passphrase, and the vault key is sealed to the public
half: a person can be added, given a new passphrase or taken off without anyone else's passphrase,
and the vault key can be changed for all who stay. ``key_files`` keeps all of it beside the records.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from desktop.errors import DeskError
from desktop.office.kdf_cost import calibrated
from desktop.office.passphrase import check_passphrase
from desktop.office.recovery import read_code
from desktop.office.sealing import (
    KdfCost,
    as_bytes,
    as_text,
    derived,
    key_pair,
    open_sealed,
    seal,
    seal_to,
    stretched,
    unseal,
)
from desktop.records.ids import PersonId

FORMAT = "records-desk keys"
VERSION = 1
_RECOVERY = "recovery"

S = TypeVar("S", "Slot", "RecoverySlot")


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One person's way in. ``label`` is their initials, shown at sign-in. Bytes are base64."""

    person: int
    label: str
    cost: KdfCost
    salt: str
    public_key: str
    private_key: str
    vault_key: str


class RecoverySlot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The way in of whoever holds the printed recovery code. Bytes are base64."""

    salt: str
    public_key: str
    private_key: str
    vault_key: str


class Former(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A key the journal was chained with, up to its entry ``last``, sealed under the vault key."""

    last: int
    key: str


class KeyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole key file. ``vault`` names the vault, so that a keychain copy finds its file.

    ``former`` are the journal's earlier keys, oldest first. ``change_due`` asks for a new vault key
    at the next opening, since somebody left. ``mac`` covers all the rest, under the vault key.
    """

    format: str
    version: int
    vault: str
    slots: tuple[Slot, ...]
    recovery: RecoverySlot | None = None
    former: tuple[Former, ...] = ()
    change_due: bool = False
    mac: str = ""

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
        return derived(self.vault_key, b"database")

    @property
    def journal(self) -> bytes:
        """The key of the journal's chain."""
        return derived(self.vault_key, b"journal")

    @property
    def mark(self) -> bytes:
        """The key that signs the high-water mark."""
        return derived(self.vault_key, b"mark")

    @property
    def backups(self) -> bytes:
        """The key of backups."""
        return derived(self.vault_key, b"backups")

    @property
    def manifests(self) -> bytes:
        """The key that signs what a backup says of itself."""
        return derived(self.vault_key, b"manifests")


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

    Without a ``cost`` a guess costs as much as for those already there, or what this computer
    affords.

    Raises:
        DeskError: what ``check_passphrase`` refuses.
    """
    check_passphrase(passphrase)
    cost = cost or _usual_cost(file)
    salt = secrets.token_bytes(16)
    private, public = key_pair()
    about = _about(file, person)
    slot = Slot(
        person=person,
        label=label,
        cost=cost,
        salt=as_text(salt),
        public_key=as_text(public),
        private_key=as_text(seal(stretched(passphrase, salt, cost), private, about)),
        vault_key=as_text(seal_to(public, keys.vault_key, about)),
    )
    others = tuple(one for one in file.slots if one.person != person)
    return _signed(msgspec.structs.replace(file, slots=(*others, slot)), keys)


def _usual_cost(file: KeyFile) -> KdfCost:
    costs = [slot.cost for slot in file.slots]
    return max(costs, key=lambda one: one.memory_kib * one.passes) if costs else calibrated()


def remove_person(file: KeyFile, keys: VaultKeys, person: PersonId) -> KeyFile:
    """The key file without that person's way in, and with a new vault key due.

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
    return _signed(msgspec.structs.replace(file, slots=others, change_due=True), keys)


def set_recovery(file: KeyFile, keys: VaultKeys, code: str) -> KeyFile:
    """The key file with ``code`` as its recovery code; an earlier code opens nothing any more.

    Raises:
        DeskError: ``recovery_code``: it is not one.
    """
    salt = secrets.token_bytes(16)
    private, public = key_pair()
    about = _about(file, _RECOVERY)
    slot = RecoverySlot(
        salt=as_text(salt),
        public_key=as_text(public),
        private_key=as_text(seal(_code_key(code, salt), private, about)),
        vault_key=as_text(seal_to(public, keys.vault_key, about)),
    )
    return _signed(msgspec.structs.replace(file, recovery=slot), keys)


# Opening


def unlock(file: KeyFile, person: int, passphrase: str) -> VaultKeys:
    """Open the vault with one person's passphrase; takes about as long as its cost says.

    Raises:
        DeskError: ``wrong_passphrase``; ``keys_changed``: the file is not as the program wrote it.
    """
    slot = file.slot_of(person)
    key = stretched(passphrase, as_bytes(slot.salt), slot.cost)
    try:
        vault_key = _through(slot, key, _about(file, person))
    except ValueError:
        raise DeskError(
            "wrong_passphrase", "That passphrase does not open the file.", "Try again."
        ) from None
    return opened(file, vault_key)


def recover(file: KeyFile, code: str) -> VaultKeys:
    """Open the vault with the printed recovery code.

    Raises:
        DeskError: ``recovery_code``; ``keys_changed``.
    """
    if file.recovery is None:
        raise DeskError(
            "recovery_code",
            "This office has no recovery code.",
            "Sign in and have one made in Settings, under Computer.",
        )
    key = _code_key(code, as_bytes(file.recovery.salt))
    try:
        vault_key = _through(file.recovery, key, _about(file, _RECOVERY))
    except ValueError:
        raise DeskError(
            "recovery_code",
            "That is not the recovery code of this office.",
            "Compare it with the printed page; a newer page replaces an older one.",
        ) from None
    return opened(file, vault_key)


def opened(file: KeyFile, vault_key: bytes) -> VaultKeys:
    """The keys of the vault whose key is at hand, those before it included.

    Raises:
        DeskError: ``keys_changed``: the file was changed outside the program.
    """
    keys = VaultKeys(vault_key=vault_key)
    if not hmac.compare_digest(file.mac, _mac(file, keys)):
        raise DeskError(
            "keys_changed",
            "The key file was changed outside Records Desk.",
            "Keep it as it is, and put back the key file of the newest copy.",
        )
    key = derived(vault_key, b"former")
    former = tuple(
        (one.last, unseal(key, as_bytes(one.key), _about(file, one.last))) for one in file.former
    )
    return VaultKeys(vault_key=vault_key, former_journal=former)


def _through(slot: Slot | RecoverySlot, key: bytes, about: bytes) -> bytes:
    private = unseal(key, as_bytes(slot.private_key), about)
    return open_sealed(private, as_bytes(slot.vault_key), about)


# Changing the vault key


def with_new_key(file: KeyFile, keys: VaultKeys, *, last: int) -> tuple[KeyFile, VaultKeys]:
    """The key file and keys of the same vault under a new vault key, for all who have a way in.

    Nobody's passphrase is needed, nor the recovery code: it is sealed to their public keys.
    ``last`` is the journal's newest entry under the old key.
    """
    new = VaultKeys(
        vault_key=secrets.token_bytes(32),
        former_journal=(*keys.former_journal, (last, keys.journal)),
    )
    slots = tuple(_resealed(slot, new, _about(file, slot.person)) for slot in file.slots)
    recovery = file.recovery and _resealed(file.recovery, new, _about(file, _RECOVERY))
    key = derived(new.vault_key, b"former")
    former = tuple(
        Former(last=number, key=as_text(seal(key, one, _about(file, number))))
        for number, one in new.former_journal
    )
    changed = msgspec.structs.replace(
        file, slots=slots, recovery=recovery, former=former, change_due=False
    )
    return _signed(changed, new), new


def _resealed(slot: S, keys: VaultKeys, about: bytes) -> S:
    sealed = seal_to(as_bytes(slot.public_key), keys.vault_key, about)
    return msgspec.structs.replace(slot, vault_key=as_text(sealed))


# What holds it together


def _code_key(code: str, salt: bytes) -> bytes:
    # 160 random bits need no stretching: nobody guesses them.
    return derived(read_code(code) + salt, b"recovery")


def _about(file: KeyFile, what: int | str) -> bytes:
    """Bound to every sealed value, so that a slot cannot be moved to another vault or person."""
    return f"{file.vault}:{what}".encode()


def _signed(file: KeyFile, keys: VaultKeys) -> KeyFile:
    return msgspec.structs.replace(file, mac=_mac(file, keys))


def _mac(file: KeyFile, keys: VaultKeys) -> str:
    body = msgspec.json.encode(msgspec.structs.replace(file, mac=""))
    return as_text(hmac.digest(derived(keys.vault_key, b"slots"), body, hashlib.sha256))
