"""A logo or signature as chosen from disk, made small enough to lie in the records file."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import DeskError

if TYPE_CHECKING:
    from PIL import Image

LONGEST_SIDE = 600
"""Pixels; a letter prints a logo at less than half of that, a signature at about all of it."""

_LARGEST_BYTES = 32 * 1024 * 1024
_MOST_PIXELS = 40_000_000
_JPEG_QUALITY = 90


def read_picture(file: Path, code: str) -> bytes:
    """The picture in ``file``, upright, at most ``LONGEST_SIDE`` long, without what cameras add.

    A JPEG stays one; everything else becomes PNG and keeps what is see-through.

    Args:
        file: the picture chosen.
        code: what it is for, "logo" or "signature"; faults bear its name.

    Raises:
        DeskError: ``logo_file`` or ``signature_file`` when the file cannot be read, ``logo`` or
            ``signature`` when it is no PNG or JPEG picture, is damaged or is too large.
    """
    try:
        if file.stat().st_size > _LARGEST_BYTES:
            raise _unusable(code)
        data = file.read_bytes()
    except OSError:
        raise DeskError(
            f"{code}_file",
            "The picture cannot be read.",
            "Check that the file is there, then choose it again.",
        ) from None
    return _fitted(data, code)


def _fitted(data: bytes, code: str) -> bytes:
    from PIL import Image  # noqa: PLC0415  # 20 ms that only choosing a logo should cost

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > _MOST_PIXELS:
                raise _unusable(code)
            return _written(image)
    # A damaged PNG raises SyntaxError, absurd sizes ValueError or a warning of the library's own.
    except (OSError, SyntaxError, ValueError, Warning, Image.DecompressionBombError):
        raise _unusable(code) from None


def _written(image: Image.Image) -> bytes:
    from PIL import ImageOps  # noqa: PLC0415

    kind = "JPEG" if image.format == "JPEG" else "PNG"
    upright = ImageOps.exif_transpose(image).convert("RGB" if kind == "JPEG" else "RGBA")
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    upright.info.clear()
    into = io.BytesIO()
    upright.save(into, kind, quality=_JPEG_QUALITY, optimize=True)
    return into.getvalue()


def _unusable(code: str) -> DeskError:
    return DeskError(
        code,
        "This is not a PNG or JPEG picture that can be used.",
        "Choose another file; a small PNG prints best.",
    )
