"""Logos and signatures, made ready for print once: small enough for their box, on white."""

from __future__ import annotations

import hashlib
import io
import zlib
from dataclasses import dataclass

from desktop.errors import DeskError

_DOTS = 300 / 72  # a point; 300 an inch is all an office printer shows
_MOST_PIXELS = 40_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """The most room a picture is given, in points; `what` is its name in a sentence."""

    width: float
    height: float
    what: str


LOGO = Box(width=64.0, height=64.0, what="logo")
SIGNATURE = Box(width=170.0, height=40.0, what="signature")


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Compressed RGB samples; `width` and `height` are pixels."""

    name: str
    width: int
    height: int
    data: bytes

    def size_in(self, box: Box) -> tuple[float, float]:
        """Width and height in points when it fills `box`, its proportions kept."""
        scale = min(box.width / self.width, box.height / self.height)
        return self.width * scale, self.height * scale

    def fitted(self, box: Box, left: float, top: float) -> tuple[float, float, float, float]:
        """The place (x, y, width, height) in points that it fills below `top`."""
        width, height = self.size_in(box)
        return left, top - height, width, height


def read_picture(data: bytes, box: Box) -> Picture:
    """Decode a PNG or JPEG file and scale it to the size it is printed at.

    Raises:
        DeskError: the bytes are no such picture, are damaged, or hold more than 40 million pixels.
    """
    from PIL import Image  # noqa: PLC0415  # 20 ms that only a logo should cost

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > _MOST_PIXELS:
                raise _unreadable(box)
            image.thumbnail((int(box.width * _DOTS), int(box.height * _DOTS)))
            flat = Image.new("RGBA", image.size, "white")
            flat.alpha_composite(image.convert("RGBA"))
            samples = flat.convert("RGB").tobytes()
            width, height = image.size
    # A damaged PNG raises SyntaxError, absurd sizes ValueError or a warning of the library's own.
    except (OSError, SyntaxError, ValueError, Warning, Image.DecompressionBombError) as fault:
        raise _unreadable(box) from fault
    return Picture(
        name=hashlib.sha256(samples).hexdigest()[:16],
        width=width,
        height=height,
        data=zlib.compress(samples, 9),
    )


def _unreadable(box: Box) -> DeskError:
    return DeskError(
        box.what,
        f"The {box.what} is not a PNG or JPEG picture that can be read.",
        "Choose another picture file, at most 40 megapixels large.",
    )
