"""The fonts shipped for letters: which one has which character, and how wide it is.

A font file is opened the first time a letter needs it. Everything is read by HarfBuzz, which
maps and measures in microseconds what a pure Python reader needs tens of milliseconds for.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.letters.text import lines_of
from desktop.paths import resources

if TYPE_CHECKING:
    import uharfbuzz

REPLACEMENT = "\ufffd"
"""Stands in a preview for a character no font has; `missing_characters` finds it first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFile:
    """A typeface in `resources/fonts` and the characters it is asked for.

    `claims` are ranges of code points; without any, the face may serve every character it has.
    Where `bold` is empty, bold text in these scripts is the regular face with thicker strokes.
    """

    regular: str
    bold: str = ""
    claims: tuple[range, ...] = ()

    def claimed(self, code: int) -> bool:
        """Whether this typeface should be asked for the character `code`."""
        return not self.claims or any(code in claim for claim in self.claims)


# In the order they are asked. Droid Sans Fallback holds three Hangul syllables, which would stand
# out inside a Korean name, so Hangul is not among its claims.
SHIPPED = (
    FontFile(regular="NotoSans-Regular", bold="NotoSans-Bold"),
    FontFile(
        regular="NotoSansArabic-Regular",
        bold="NotoSansArabic-Bold",
        claims=(range(0x600, 0x780), range(0x8A0, 0x900), range(0xFB50, 0xFE00),
                range(0xFE70, 0xFF00)),
    ),
    FontFile(
        regular="NotoSansHebrew-Regular",
        bold="NotoSansHebrew-Bold",
        claims=(range(0x590, 0x600), range(0xFB1D, 0xFB50)),
    ),
    FontFile(
        regular="NotoSansDevanagari-Regular",
        bold="NotoSansDevanagari-Bold",
        claims=(range(0x900, 0x980), range(0x1CD0, 0x1D00), range(0xA8E0, 0xA900)),
    ),
    FontFile(
        regular="NotoSansEthiopic-Regular",
        claims=(range(0x1200, 0x13A0), range(0x2D80, 0x2DE0), range(0xAB00, 0xAB30)),
    ),
    FontFile(
        regular="NanumSquareR",
        claims=(range(0x1100, 0x1200), range(0x3130, 0x3190), range(0xAC00, 0xD7B0)),
    ),
    FontFile(
        regular="DroidSansFallbackFull",
        claims=(range(0x2E80, 0xA000), range(0xF900, 0xFB00), range(0xFE30, 0xFE50),
                range(0xFF00, 0xFFF0), range(0x20000, 0x30000)),
    ),
    FontFile(regular="DejaVuSans"),
)  # fmt: skip


class Face:
    """One opened font file.

    `advances` gives the width of a character by its code point, in thousandths of the font size.
    `thickened` asks for its outlines to be drawn too, as the bold of a typeface that has none.
    """

    def __init__(self, path: Path) -> None:
        import uharfbuzz  # noqa: PLC0415  # 15 ms that only a letter should pay

        self.name = path.stem
        self.thickened = False
        self.outlines: uharfbuzz.Face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
        self.shaper: uharfbuzz.Font = uharfbuzz.Font(self.outlines)
        self.scale = 1000 / self.outlines.upem
        self.advances = _Advances(self)

    def glyph(self, code: int) -> int:
        """The number of the glyph for a code point, 0 when the font has none."""
        return self.shaper.get_nominal_glyph(code) or 0

    def width(self, text: str) -> float:
        """The width of unshaped `text` in thousandths of the font size."""
        return sum(map(self.advances.__getitem__, map(ord, text)))

    def glyph_width(self, glyph: int) -> float:
        """The advance of one glyph in thousandths of the font size."""
        return float(self.shaper.get_glyph_h_advance(glyph) * self.scale)

    def thicker(self) -> Face:
        """The same face, thickened."""
        face = copy(self)
        face.thickened = True
        return face


class _Advances(dict[int, float]):
    """Widths by code point, measured when first asked for."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, code: int) -> float:
        width = self[code] = self._face.glyph_width(self._face.glyph(code))
        return width


class Fonts:
    """The typefaces of one folder, opened as they are needed and then kept open.

    It may be kept for as long as the program runs: it holds font data and no text of a letter.
    """

    def __init__(self, folder: Path | None = None, shipped: tuple[FontFile, ...] = SHIPPED) -> None:
        self._folder = folder or resources("fonts")
        self._shipped = shipped
        self._opened: dict[str, Face] = {}
        self._thickened: dict[str, Face] = {}
        self._chosen: dict[tuple[str, bool], Face | None] = {}

    @property
    def regular(self) -> Face:
        """The face of plain text."""
        return self._open(self._shipped[0].regular)

    @property
    def opened(self) -> frozenset[str]:
        """Names of the font files read so far."""
        return frozenset(self._opened)

    def face_for(self, character: str, *, bold: bool) -> Face | None:
        """The first face that has `character`, or `None`."""
        key = (character, bold)
        if key not in self._chosen:
            self._chosen[key] = self._choose(ord(character), bold=bold)
        return self._chosen[key]

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters of `text` that no font has, each once, in the order they appear."""
        visible = dict.fromkeys("".join(lines_of(text)))
        return tuple(
            character
            for character in visible
            if character not in INVISIBLE and self.face_for(character, bold=False) is None
        )

    def _choose(self, code: int, *, bold: bool) -> Face | None:
        for file in self._shipped:
            if file.claimed(code):
                face = self._open(file.bold) if bold and file.bold else self._open(file.regular)
                if face.glyph(code):
                    return self._thicker(face) if bold and not file.bold else face
        return None

    def _thicker(self, face: Face) -> Face:
        if face.name not in self._thickened:
            self._thickened[face.name] = face.thicker()
        return self._thickened[face.name]

    def _open(self, name: str) -> Face:
        if name not in self._opened:
            self._opened[name] = Face(self._folder / f"{name}.ttf")
        return self._opened[name]


INVISIBLE = frozenset("\t\u200c\u200d")
"""Characters that steer how others are joined and need no glyph of their own."""


def missing_characters(text: str | Iterable[str], fonts: Fonts | None = None) -> tuple[str, ...]:
    """The characters that no shipped font can print, so that the office hears of them before.

    Args:
        text: one text, or all texts of a letter.
        fonts: the fonts to ask; the shipped ones when not given.
    """
    whole = text if isinstance(text, str) else "\n".join(text)
    return (fonts or Fonts()).missing(whole)
