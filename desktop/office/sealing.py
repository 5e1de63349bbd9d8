"""Sealing small secrets: under a passphrase, under a key, to a public key; and deriving keys.

Argon2id, AES-256-GCM, X25519 and HKDF-SHA256, each from a library. Every seal is bound to what it
is about, so that it cannot be moved to another place and still open.
"""

from __future__ import annotations

import base64
import secrets
import unicodedata

import msgspec


class KdfCost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one guess of a passphrase costs: Argon2id memory in KiB, passes and lanes."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 2


def derived(secret: bytes, purpose: bytes) -> bytes:
    """A 256-bit key for one purpose; it gives neither the secret nor another key away."""
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415  # 20 ms at start-up
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415

    info = b"records-desk 1 " + purpose
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=info).derive(secret)


def stretched(passphrase: str, salt: bytes, cost: KdfCost) -> bytes:
    """A key out of a passphrase, after as much work as ``cost`` says.

    Raises:
        ValueError: no work can cost that.
    """
    from argon2.exceptions import HashingError  # noqa: PLC0415  # only when signing in
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415  # the same

    try:
        return hash_secret_raw(
            unicodedata.normalize("NFKC", passphrase).encode(),  # the same on every keyboard
            salt,
            time_cost=cost.passes,
            memory_cost=cost.memory_kib,
            parallelism=cost.lanes,
            hash_len=32,
            type=Type.ID,
        )
    except (HashingError, OverflowError) as fault:
        raise ValueError("a cost that cannot be") from fault


def key_pair() -> tuple[bytes, bytes]:
    """A fresh X25519 pair: the private key, then the public one."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import (  # noqa: PLC0415
        X25519PrivateKey,
    )

    private = X25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw()


def seal_to(public: bytes, secret: bytes, about: bytes) -> bytes:
    """Seal to a public key: a one-time key pair's public half, then the sealed secret."""
    one_time, one_time_public = key_pair()
    return one_time_public + seal(_agreed(one_time, public), secret, about)


def open_sealed(private: bytes, sealed: bytes, about: bytes) -> bytes:
    """What ``seal_to`` sealed to the public half of ``private``; ``ValueError`` when not so."""
    return unseal(_agreed(private, sealed[:32]), sealed[32:], about)


def _agreed(private: bytes, public: bytes) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.x25519 import (  # noqa: PLC0415
        X25519PrivateKey,
        X25519PublicKey,
    )

    shared = X25519PrivateKey.from_private_bytes(private).exchange(
        X25519PublicKey.from_public_bytes(public)
    )
    return derived(shared, b"seal")


def seal(key: bytes, secret: bytes, about: bytes) -> bytes:
    """Seal under a key: a nonce, then the sealed secret and its tag."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    nonce = secrets.token_bytes(12)
    return nonce + AESGCM(key).encrypt(nonce, secret, about)


def unseal(key: bytes, sealed: bytes, about: bytes) -> bytes:
    """What ``seal`` sealed; ``ValueError`` with another key, or about something else."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    try:
        return AESGCM(key).decrypt(sealed[:12], sealed[12:], about)
    except InvalidTag:
        raise ValueError("the seal does not open") from None


def as_text(data: bytes) -> str:
    """Bytes as they stand in the key file."""
    return base64.b64encode(data).decode()


def as_bytes(text: str) -> bytes:
    """Back from the key file."""
    return base64.b64decode(text)
