"""The part of a font that one PDF needs: codes given out as text is set, a subset at the end.

Every face becomes one composite font: a code is two bytes, any number of characters fits, and each
code names a glyph and the text it stands for, so that what is printed can also be read back.
"""

from __future__ import annotations

import hashlib
import zlib
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject, PDFStream

if TYPE_CHECKING:
    from desktop.letters.fonts import Face
    from desktop.letters.shaping import Glyph

Document = Any
"""reportlab's PDFDocument, whose stubs leave most of it untyped."""

_SYMBOLIC = 4
_CMAP_BLOCK = 100  # entries a bfchar block may hold, ISO 32000-1, 9.10.3


class Token(PDFObject):
    """A piece of finished PDF syntax."""

    def __init__(self, value: str) -> None:
        self.value = value

    def format(self, document: Document) -> bytes:  # noqa: ARG002  # reportlab passes it
        """The piece as bytes."""
        return self.value.encode("ascii")


def reference(document: Document, thing: PDFObject) -> str:
    """How others name `thing`, which becomes an object of `document` if it is not yet one."""
    name = document.Reference(thing).name
    return f"{document.idToObjectNumberAndVersion[name][0]} 0 R"


def stream(content: bytes, **entries: str) -> PDFStream:
    """A compressed stream, so that a thousand letters do not wait in memory in the clear."""
    dictionary = PDFDictionary({name: Token(value) for name, value in entries.items()})
    dictionary["Filter"] = Token("/FlateDecode")
    return PDFStream(dictionary, zlib.compress(content), [])


class EmbeddedFont:
    """One face as one document uses it, under the resource `name`.

    Codes are given out in the order they are first used, so the same letters make the same file.
    """

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self._codes = _Codes(self)
        self._by_glyph: dict[tuple[int, str], int] = {}
        self._used: list[tuple[int, str]] = [(0, "\ufffd")]

    def encoded(self, text: str) -> str:
        """The hexadecimal string that shows unshaped `text`."""
        return text.translate(self._codes).encode("utf-16-be").hex()

    def code(self, glyph: int, text: str) -> int:
        """The code that shows `glyph` and reads back as `text`."""
        key = (glyph, text)
        if key not in self._by_glyph:
            self._by_glyph[key] = len(self._used)
            self._used.append(key)
        return self._by_glyph[key]

    def glyph_code(self, glyph: Glyph) -> str:
        """The hexadecimal code of one shaped glyph."""
        return f"{self.code(glyph.number, glyph.text):04x}"

    def write(self, document: Document) -> Any:
        """Add the font to `document`; no further text may be set in it."""
        program, renumbered = self._subset()
        name = f"{_tag(self._used)}+{self.face.name}"
        descendant = PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": f"/{name}",
                "CIDSystemInfo": "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
                "CIDToGIDMap": document.Reference(stream(self._glyph_map(renumbered))),
                "DW": "1000",
                "W": f"[0 [{self._widths()}]]",
                "FontDescriptor": document.Reference(self._descriptor(name, program, document)),
            }
        )
        return document.Reference(
            PDFDictionary(
                {
                    "Type": "/Font",
                    "Subtype": "/Type0",
                    "BaseFont": f"/{name}",
                    "Encoding": "/Identity-H",
                    "DescendantFonts": Token(f"[{reference(document, descendant)}]"),
                    "ToUnicode": document.Reference(stream(self._read_back().encode("ascii"))),
                }
            )
        )

    def _subset(self) -> tuple[bytes, dict[int, int]]:
        """The font program with the used glyphs only, and where each glyph went."""
        import uharfbuzz  # noqa: PLC0415  # see fonts.py

        wanted = uharfbuzz.SubsetInput()
        wanted.glyph_set.update(glyph for glyph, _ in self._used)
        wanted.flags = (
            uharfbuzz.SubsetFlags.NO_HINTING
            | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
            | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
        )
        wanted.drop_table_tag_set.update(_UNUSED_TABLES)
        plan = uharfbuzz.SubsetPlan(self.face.outlines, wanted)
        return plan.execute().blob.data, dict(plan.old_to_new_glyph_mapping)

    def _glyph_map(self, renumbered: dict[int, int]) -> bytes:
        return b"".join(renumbered[glyph].to_bytes(2, "big") for glyph, _ in self._used)

    def _widths(self) -> str:
        return " ".join(f"{self.face.glyph_width(glyph):.4g}" for glyph, _ in self._used)

    def _descriptor(self, name: str, program: bytes, document: Document) -> PDFDictionary:
        extents, scale = self.face.shaper.get_font_extents("ltr"), self.face.scale
        ascent, descent = extents.ascender * scale, extents.descender * scale
        file = stream(program, Length1=str(len(program)))
        return PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": f"/{name}",
                "Flags": str(_SYMBOLIC),
                "FontBBox": f"[-1000 {descent:.0f} 2000 {ascent:.0f}]",
                "ItalicAngle": "0",
                "Ascent": f"{ascent:.0f}",
                "Descent": f"{descent:.0f}",
                "CapHeight": f"{ascent * 0.7:.0f}",
                "StemV": "80",
                "FontFile2": document.Reference(file),
            }
        )

    def _read_back(self) -> str:
        """The table from codes to text that a screen reader or a search uses."""
        pairs = [f"<{code:04x}> <{_utf16(text)}>" for code, (_, text) in enumerate(self._used)]
        blocks = [pairs[at : at + _CMAP_BLOCK] for at in range(0, len(pairs), _CMAP_BLOCK)]
        body = [
            f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
        ]
        return "\n".join([_CMAP_HEAD, *body, _CMAP_FOOT])


class _Codes(dict[int, int]):
    """From a code point to the code of its glyph; `str.translate` asks it for every character."""

    def __init__(self, font: EmbeddedFont) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, point: int) -> int:
        code = self[point] = self._font.code(self._font.face.glyph(point), chr(point))
        return code


def _tag(used: list[tuple[int, str]]) -> str:
    """Six capitals that name a subset, ISO 32000-1, 9.6.4; the same glyphs give the same name."""
    digest = hashlib.sha256(repr(used).encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex()


_UNUSED_TABLES = tuple(
    int.from_bytes(tag, "big")
    for tag in (
        b"BASE", b"DSIG", b"FFTM", b"GDEF", b"GPOS", b"GSUB", b"MATH", b"OS/2", b"STAT", b"TSI0",
        b"TSI1", b"TSI2", b"TSI3", b"TSI5", b"cmap", b"gasp", b"kern", b"name", b"post", b"vhea",
        b"vmtx",
    )
)  # fmt: skip
_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange"""
_CMAP_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
