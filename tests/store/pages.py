"""What lies in a records file in clear text, once its pages are decrypted from outside.

Written from SQLCipher's description of its format, not with its code: version 4, a raw 256-bit key,
pages of 4,096 bytes that end in an IV of 16 bytes and an HMAC of 64.
"""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tests.store.files import DATABASE_KEY, PAGE

_RESERVED = 80
_SALT = 16


def clear_text(path: Path, key: bytes = DATABASE_KEY) -> bytes:
    """Every page of the file, decrypted, one after the other."""
    data = path.read_bytes()
    return b"".join(
        _page(key, data[start : start + PAGE], skip=_SALT if start == 0 else 0)
        for start in range(0, len(data), PAGE)
    )


def _page(key: bytes, page: bytes, skip: int) -> bytes:
    iv = page[PAGE - _RESERVED : PAGE - _RESERVED + 16]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    return decryptor.update(page[skip : PAGE - _RESERVED]) + decryptor.finalize()
