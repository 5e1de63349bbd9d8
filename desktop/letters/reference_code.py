"""The reference number as a QR code (ISO/IEC 18004): a letter that comes back finds its request."""

from __future__ import annotations

from functools import lru_cache

LONGEST = 40
"""Characters; anything longer is no reference number and would need a code too fine to scan."""

# The standard chooses among eight patterns the one that looks most even, which takes ten times as
# long. Every reader reads them all, and a code this small is even enough with any.
_PATTERN = 2


@lru_cache(maxsize=64)
def bars(text: str) -> tuple[int, tuple[tuple[int, int, int], ...]]:
    """The code of ``text``, at most ``LONGEST`` characters, as bars side by side.

    Returns:
        How many modules a side has; and for each bar its row from the top, its first module from
        the left, and how many modules it is wide.
    """
    # Loads reportlab's drawing parts, which only a letter with a code should pay for.
    from reportlab.graphics.barcode.qrencoder import (  # noqa: PLC0415
        QRCode,
        QRErrorCorrectLevel,
    )

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.version = code.calculate_version()  # type: ignore[no-untyped-call]  # reportlab's own
    code.makeImpl(False, _PATTERN)
    count = code.moduleCount
    return count, tuple(bar for row in range(count) for bar in _row(code.modules[row], row))


def _row(modules: list[bool], row: int) -> list[tuple[int, int, int]]:
    """The dark stretches of one row."""
    found: list[tuple[int, int, int]] = []
    start = -1
    for at, dark in enumerate([*modules, False]):
        if dark and start < 0:
            start = at
        elif not dark and start >= 0:
            found.append((row, start, at - start))
            start = -1
    return found
