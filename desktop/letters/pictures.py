"""The school's logo, made ready for print once: small enough for its box, on white."""

from __future__ import annotations

import hashlib
import io
import zlib
from dataclasses import dataclass

from desktop.errors import DeskError

BOX = 64.0
"""Points each way of the box a logo is drawn into, its proportions kept."""

_DOTS = int(BOX / 72 * 300)  # 300 dots an inch is all an office printer shows
_MOST_PIXELS = 40_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Compressed RGB samples; `width` and `height` are pixels."""

    name: str
    width: int
    height: int
    data: bytes

    def fitted(self, left: float, top: float) -> tuple[float, float, float, float]:
        """The box (x, y, width, height) in points that the picture fills below `top`."""
        scale = BOX / max(self.width, self.height)
        width, height = self.width * scale, self.height * scale
        return left, top - height, width, height


def read_logo(data: bytes) -> Picture:
    """Decode a PNG or JPEG file and scale it to the size it is printed at.

    Raises:
        DeskError: the bytes are no such picture, are damaged, or hold more than 40 million pixels.
    """
    from PIL import Image  # noqa: PLC0415  # 20 ms that only a logo should cost

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > _MOST_PIXELS:
                raise _unreadable()
            image.thumbnail((_DOTS, _DOTS))
            flat = Image.new("RGBA", image.size, "white")
            flat.alpha_composite(image.convert("RGBA"))
            samples = flat.convert("RGB").tobytes()
            width, height = image.size
    # A damaged PNG raises SyntaxError, absurd sizes ValueError or a warning of the library's own.
    except (OSError, SyntaxError, ValueError, Warning, Image.DecompressionBombError) as fault:
        raise _unreadable() from fault
    return Picture(
        name=hashlib.sha256(samples).hexdigest()[:16],
        width=width,
        height=height,
        data=zlib.compress(samples, 9),
    )


def _unreadable() -> DeskError:
    return DeskError(
        "logo",
        "The logo is not a PNG or JPEG picture that can be read.",
        "Choose another picture file, at most 40 megapixels large.",
    )
