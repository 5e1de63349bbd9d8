"""The convenience copy of the vault key in the system's keychain; never the only copy.

Every call runs in a worker with a time limit: a locked keychain may block for ever. Only backends
known to keep secrets are used; keyring's null backend swallows them and the plain-file ones write
them in the clear.
"""

from __future__ import annotations

import base64
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol, TypeVar

from desktop.office.keys import VaultKeys

SERVICE = "Records Desk"
LIMIT_SECONDS = 5.0
_TRUSTED = frozenset(
    {
        "keyring.backends.SecretService",
        "keyring.backends.kwallet",
        "keyring.backends.libsecret",
        "keyring.backends.Windows",
        "keyring.backends.macOS",
    }
)

T = TypeVar("T")


class Keychain(Protocol):
    """What we ask of a keychain; keyring's backends fit."""

    def get_password(self, service: str, username: str) -> str | None:
        """The secret kept under this name."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget a secret."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Remembered:
    """Whose passphrase was typed when the copy was made, and the vault's keys."""

    person: int
    keys: VaultKeys


def system_keychain() -> Keychain | None:
    """The system's keychain where a trusted backend is usable, else None. Imports keyring."""
    import keyring  # noqa: PLC0415  # slow, and it loads every backend
    from keyring.backends.chainer import ChainerBackend  # noqa: PLC0415

    backend = keyring.get_keyring()
    candidates = backend.backends if isinstance(backend, ChainerBackend) else [backend]
    for one in candidates:
        if type(one).__module__ in _TRUSTED:
            keychain: Keychain = one
            return keychain
    return None


def recall(vault: str, find: Callable[[], Keychain | None] = system_keychain) -> Remembered | None:
    """The copy kept for this vault; None when there is none or no usable keychain."""

    def ask() -> str | None:
        keychain = find()
        return keychain.get_password(SERVICE, vault) if keychain else None

    return _parsed(_within_limit(ask, None))


def remember(
    vault: str,
    person: int,
    keys: VaultKeys,
    find: Callable[[], Keychain | None] = system_keychain,
) -> bool:
    """Keep a copy; True only when reading it back gives the same."""
    secret = f"{person}:{base64.b64encode(keys.vault_key).decode()}"

    def keep() -> bool:
        keychain = find()
        if keychain is None:
            return False
        keychain.set_password(SERVICE, vault, secret)
        return keychain.get_password(SERVICE, vault) == secret

    return _within_limit(keep, False)


def forget(vault: str, find: Callable[[], Keychain | None] = system_keychain) -> bool:
    """Take the copy out of the keychain, if there is one; True only when none is left."""

    def drop() -> bool:
        keychain = find()
        if keychain is None or keychain.get_password(SERVICE, vault) is None:
            return True
        keychain.delete_password(SERVICE, vault)
        return keychain.get_password(SERVICE, vault) is None

    return _within_limit(drop, False)


def _parsed(secret: object) -> Remembered | None:
    """What a backend answered, where it is a copy of ours; some answer with anything at all."""
    if not isinstance(secret, str):
        return None
    person, _, key = secret.partition(":")
    try:
        vault_key = base64.b64decode(key, validate=True)
    except ValueError:  # binascii's own, and letters that are none of base64's
        return None
    decimal = person.isascii() and person.isdigit()
    if len(vault_key) != 32 or not decimal:  # noqa: PLR2004  # 256 bits
        return None
    return Remembered(person=int(person), keys=VaultKeys(vault_key=vault_key))


def _within_limit(work: Callable[[], T], otherwise: T) -> T:
    """Run ``work`` in a worker; ``otherwise`` when it fails or takes too long."""
    answer: list[T] = []

    def run() -> None:
        # Backends raise whatever their desktop raises: D-Bus, COM, Objective-C. The keychain is a
        # convenience, so any failure means "ask for the passphrase".
        with suppress(Exception):
            answer.append(work())

    worker = threading.Thread(target=run, name="keychain", daemon=True)
    worker.start()
    worker.join(LIMIT_SECONDS)
    return answer[0] if answer else otherwise
