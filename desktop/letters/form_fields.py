"""A tagged canvas with fields to fill in on screen: each has its element, its name and its box.

ISO 32000-1, 12.7. Every appearance is in the file and the fields' font with all Latin letters is
embedded, because the fonts that viewers have drop letters of Vietnamese and of other names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from desktop.letters.embedding import Document, EmbeddedFont, Token, reference, stream
from desktop.letters.tagged import Annotation, Element, TaggedCanvas

if TYPE_CHECKING:
    from desktop.letters.fonts import Face

Box = tuple[float, float, float, float]
"""Left, bottom, right and top of a field, in points from the lower left corner of the page."""

FIELD_SIZE = 10.0
"""Font size of what is filled in, in points."""

# Named for pdfium's sake: Chrome and Edge use a file's own font for all its letters only under one
# of four names; under any other they look for a font of the computer by script and drop ễ and ị.
_FONT = "Wingdings2"
# Latin with its extensions and the marks put on letters, punctuation, currency.
_LETTERS = (
    range(0x20, 0x7F), range(0xA0, 0x250), range(0x2B0, 0x370), range(0x1E00, 0x1F00),
    range(0x2010, 0x2028), range(0x2030, 0x203F), range(0x20A0, 0x20C0), range(0x2116, 0x2123),
)  # fmt: skip
_PRINTED, _HIDDEN = 4, 2  # flags of an annotation, ISO 32000-1, 12.5.3
_READ_ONLY, _LINES = 1, 1 << 12  # flags of a field, 12.7.3.1 and 12.7.4.3
_CHECK = "q .1 g 1.4 w .1 G {a:.2f} {b:.2f} m {c:.2f} {d:.2f} l {e:.2f} {f:.2f} l S Q"


class FormCanvas(TaggedCanvas):
    """A canvas whose pages can be filled in; `face` is the font of what is filled in."""

    def __init__(
        self, *, face: Face, size: tuple[float, float], title: str, language: str, author: str
    ) -> None:
        super().__init__(size=size, title=title, language=language, author=author)
        self._face = face
        self._fields: list[_Widget] = []

    def text_field(
        self, name: str, said: str, box: Box, element: Element, *, lines: bool = False
    ) -> None:
        """A field for one line, or for `lines`; `said` is its name for a screen reader."""
        look = _Look("/Tx BMC EMC", box)
        entries = f"/FT/Tx/Ff {_LINES if lines else 0}/DA({_default_look()})/AP<</N @0>>"
        self._put(_Widget(name, said, box, entries, [look]), element)

    def tick(self, name: str, said: str, box: Box, element: Element) -> None:
        """A box to tick, off until somebody does."""
        wide, high = box[2] - box[0], box[3] - box[1]
        check = _CHECK.format(
            a=wide * 0.2, b=high * 0.5, c=wide * 0.42, d=high * 0.22, e=wide * 0.82, f=high * 0.8
        )
        looks = [_Look(check, box), _Look("q Q", box)]
        entries = "/FT/Btn/V/Off/AS/Off/MK<</CA(4)>>/AP<</N<</Yes @0/Off @1>>>>"
        self._put(_Widget(name, said, box, entries, looks), element)

    def hidden(self, name: str, value: str) -> None:
        """A value that nobody sees and nobody changes."""
        entries = f"/FT/Tx/Ff {_READ_ONLY}/V {_text(value)}/DA({_default_look()})"
        self._put(_Widget(name, name, (0, 0, 0, 0), entries, [], flags=_HIDDEN), None)

    def _put(self, widget: _Widget, element: Element | None) -> None:
        self._fields.append(widget)
        self.annotate(widget, element)

    @override
    def _complete(self, document: Document) -> None:
        font = EmbeddedFont(self._face, _FONT)
        font.encoded(_letters_of(self._face))
        written = document.idToObjectNumberAndVersion[font.write(document).name][0]
        fields = " ".join(reference(document, field) for field in self._fields)
        document.Catalog.AcroForm = document.Reference(
            Token(
                f"<</Fields[{fields}]/DR<</Font<</{_FONT} {written} 0 R>>>>/DA({_default_look()})>>"
            )
        )


class _Look(Token):
    """How a field in one of its states looks: a drawing as large as its box."""

    def __init__(self, operators: str, box: Box) -> None:
        super().__init__(operators)
        self._size = f"[0 0 {box[2] - box[0]:.2f} {box[3] - box[1]:.2f}]"

    @override
    def format(self, document: Document) -> bytes:
        kinds = {"Type": "/XObject", "Subtype": "/Form", "BBox": self._size, "Resources": "<<>>"}
        return bytes(stream(self.value.encode("ascii"), **kinds).format(document))


class _Widget(Annotation):
    """A field and its box in one; `@0`, `@1` in `entries` stand for its looks."""

    def __init__(
        self,
        name: str,
        said: str,
        box: Box,
        entries: str,
        looks: list[_Look],
        *,
        flags: int = _PRINTED,
    ) -> None:
        super().__init__()
        self._name, self._said, self._box = name, said, box
        self._entries, self._looks, self._flags = entries, looks, flags

    def format(self, document: Document) -> bytes:
        """The annotation in PDF syntax."""
        entries = self._entries
        for number, look in enumerate(self._looks):
            entries = entries.replace(f"@{number}", reference(document, look))
        place = f"/StructParent {self.number}" if self.number else ""
        box = " ".join(f"{side:.2f}" for side in self._box)
        page = document.idToObjectNumberAndVersion[f"Page{self.page}"][0]
        return (
            f"<</Type/Annot/Subtype/Widget/T {_text(self._name)}/TU {_text(self._said)}"
            f"/Rect[{box}]/F {self._flags}/P {page} 0 R{place}{entries}>>"
        ).encode("ascii")


def _text(text: str) -> str:
    return f"<feff{text.encode('utf-16-be').hex()}>"


def _default_look() -> str:
    return f"/{_FONT} {FIELD_SIZE:g} Tf 0 g"


def _letters_of(face: Face) -> str:
    return "".join(chr(code) for letters in _LETTERS for code in letters if face.glyph(code))
