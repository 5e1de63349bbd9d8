"""The printed recovery code: 160 random bits as eight groups of four characters.

It opens the office when every passphrase is lost, so it is on paper, in a safe place, and nowhere
else. The alphabet has no letter that is taken for a digit.
"""

from __future__ import annotations

import secrets

from desktop.errors import DeskError

GROUPS = 8
GROUP_LENGTH = 4
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BYTES = 20
_BITS_EACH = 5
# What a reader may take a character for.
_READ_AS = str.maketrans("OILU", "011V")


def new_code() -> str:
    """A fresh code as it is printed: ``7F3A-92C1-…``."""
    number = int.from_bytes(secrets.token_bytes(_BYTES))
    letters = [_ALPHABET[(number >> _BITS_EACH * place) & 31] for place in range(32)]
    return "-".join(
        "".join(letters[start : start + GROUP_LENGTH]) for start in range(0, 32, GROUP_LENGTH)
    )


def groups(code: str) -> tuple[str, ...]:
    """Its eight groups, in order."""
    return tuple(code.split("-"))


def read_code(typed: str) -> bytes:
    """The bits of a code as somebody typed it: case, spaces, dashes and O for 0 do not matter.

    Raises:
        DeskError: ``recovery_code``: a character is missing, too much or none of ours.
    """
    letters = plain(typed)
    if len(letters) != GROUPS * GROUP_LENGTH or set(letters) - set(_ALPHABET):
        raise DeskError(
            "recovery_code",
            f"A recovery code has {GROUPS} groups of {GROUP_LENGTH} characters.",
            "Type all of them as they stand on the printed page.",
        )
    number = sum(_ALPHABET.index(one) << _BITS_EACH * place for place, one in enumerate(letters))
    return number.to_bytes(_BYTES)


def plain(typed: str) -> str:
    """A code or a group of it as typed, in its own letters and nothing else."""
    return "".join(one for one in typed.upper().translate(_READ_AS) if one.isalnum())
