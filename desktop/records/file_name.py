"""Names of files that every computer of an office can hold, Windows' rules included."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 120
"""Units of UTF-16, as Windows counts; no more than half of what its folders take."""

_LONGEST_BYTES = 240  # of UTF-8, below what other systems take
_REFUSED = re.compile(r'[<>:"/\\|?*]')
# Devices of DOS: a file of this name, whatever its ending, is the device and holds nothing.
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|clock\$|(com|lpt)[0-9¹²³])", re.IGNORECASE)
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def safe_name(text: str, ending: str = "") -> str:
    """``text`` as the name of a file, with ``ending`` such as ".csv".

    What a system refuses or hides becomes "-": colons (on Windows they begin a hidden stream),
    slashes, control signs and those that turn the direction of writing. Never empty, never the
    name of a device, never ended by a dot or a blank.
    """
    visible = "".join(_visible(one) for one in unicodedata.normalize("NFC", text))
    stem = " ".join(_REFUSED.sub("-", visible).split())
    stem = _cut(stem.strip(". "), ending).strip(". ") or "file"
    if _is_device(stem):
        stem = f"_{stem}"
    return f"{stem}{ending}"


def is_safe(name: str) -> bool:
    """Whether a file of this name is that file and no other on every system."""
    return (
        bool(name.strip(". "))
        and name == name.strip()
        and not name.endswith(".")
        and not _REFUSED.search(name)
        and not any(unicodedata.category(one) in _HIDDEN for one in name)
        and not _is_device(name)
        and _units(name) <= 2 * LONGEST
    )


def _is_device(name: str) -> bool:
    return _DEVICE.fullmatch(name.split(".", maxsplit=1)[0].strip()) is not None


def _visible(letter: str) -> str:
    kind = unicodedata.category(letter)
    if letter.isspace():
        return " "
    return "-" if kind in _HIDDEN else letter


def _cut(stem: str, ending: str) -> str:
    """As much of it as fits, by whole characters."""
    while stem and (
        _units(stem + ending) > LONGEST or len((stem + ending).encode()) > _LONGEST_BYTES
    ):
        stem = stem[:-1]
    return stem


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
