"""A reportlab canvas whose pages carry their structure, so that a screen reader can read a letter.

It writes what PDF/UA-1 (ISO 14289-1) asks for: a tree of elements, marked content for each of
them, artifacts for decoration, language, title and metadata. Fonts are embedded as they are used.
"""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject, PDFStream
from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from desktop.letters.embedding import Document, EmbeddedFont, Token, reference, stream

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFPage

    from desktop.letters.fonts import Face
    from desktop.letters.pictures import Picture

_FONTS = "BasicFonts"  # the one font dictionary that reportlab gives every page
_PAGE_ENTRIES = ("StructParents", "Tabs")


class Annotation(PDFObject):
    """Something on a page beside its content, such as a form field, and the element it belongs to.

    `page` counts from 1, `number` is its place in the table that leads to its element.
    """

    def __init__(self) -> None:
        self.page = 0
        self.number = 0


class Element(PDFObject):
    """A node of the structure tree: its kind as in ISO 32000-1, 14.8.4, and what it holds.

    Children stand in the order they were made, which is the order they are read in. `attributes`
    is PDF syntax, e.g. ``/O/Table/Scope/Column``.
    """

    def __init__(
        self,
        kind: str,
        parent: Element | None = None,
        *,
        alternative: str = "",
        language: str = "",
        attributes: str = "",
    ) -> None:
        self.kind = kind
        self._parent = parent
        self._alternative = alternative
        self._language = language
        self._attributes = attributes
        self._holds: list[Element | Annotation | tuple[int, int]] = []

    def child(
        self, kind: str, *, alternative: str = "", language: str = "", attributes: str = ""
    ) -> Element:
        """A new element at the end of this one."""
        made = Element(
            kind, self, alternative=alternative, language=language, attributes=attributes
        )
        self._holds.append(made)
        return made

    def bound(self, x: float, y: float, width: float, height: float) -> None:
        """Say where on its page a figure stands, from its lower left corner, in points."""
        box = f"{x:.1f} {y:.1f} {x + width:.1f} {y + height:.1f}"
        self._attributes = f"/O/Layout/Placement/Block/BBox[{box}]"

    @property
    def count(self) -> int:
        """How many children and pieces of content it holds."""
        return len(self._holds)

    def cut_back(self, count: int) -> list[Element | Annotation | tuple[int, int]]:
        """Take off what came after the first `count`; nothing of it may have been drawn."""
        taken = self._holds[count:]
        del self._holds[count:]
        return taken

    def put_back(self, taken: list[Element | Annotation | tuple[int, int]]) -> None:
        """Hang on again what `cut_back` took off."""
        self._holds += taken

    def drawn(self, page: int, mark: int) -> None:
        """Note that marked content `mark` of `page` belongs here."""
        self._holds.append((page, mark))

    def annotated(self, annotation: Annotation) -> None:
        """Note that `annotation` belongs here."""
        self._holds.append(annotation)

    def format(self, document: Document) -> bytes:
        """The element in PDF syntax; elements inside it become objects of `document`."""
        page = next((held[0] for held in self._holds if isinstance(held, tuple)), 0)
        parts = [f"<</Type/StructElem/S/{self.kind}"]
        if self._parent is not None:
            parts.append(f"/P {reference(document, self._parent)}")
        if page:
            parts.append(f"/Pg {_page(page, document)}")
        for entry, text in (("Alt", self._alternative), ("Lang", self._language)):
            if text:
                parts.append(f"/{entry} <feff{text.encode('utf-16-be').hex()}>")
        if self._attributes:
            parts.append(f"/A<<{self._attributes}>>")
        kids = " ".join([_kid(held, page, document) for held in self._holds])
        return f"{''.join(parts)}/K[{kids}]>>".encode("ascii")


def _kid(held: Element | Annotation | tuple[int, int], page: int, document: Document) -> str:
    """A child as its parent names it: a reference, or a mark on its own page or on another."""
    if isinstance(held, Element):
        return reference(document, held)
    if isinstance(held, Annotation):
        return f"<</Type/OBJR/Pg {_page(held.page, document)}/Obj {reference(document, held)}>>"
    if held[0] == page:
        return str(held[1])
    return f"<</Type/MCR/Pg {_page(held[0], document)}/MCID {held[1]}>>"


def _page(page: int, document: Document) -> str:
    return f"{document.idToObjectNumberAndVersion[f'Page{page}'][0]} 0 R"


class TaggedCanvas(Canvas):
    """A canvas that knows which element each piece of a page belongs to.

    The same calls make the same bytes: dates in the file are fixed and fonts are numbered as used.
    Coordinates are points from the lower left corner of the page.
    """

    # reportlab's own state, which its type stubs leave out
    _annotationrefs: list[Any]
    _code: list[str]
    _doc: Document
    _formsinuse: list[str]
    _fontname: str
    _preamble: str

    def __init__(
        self, *, size: tuple[float, float], title: str, language: str, author: str = ""
    ) -> None:
        super().__init__(
            "", pagesize=size, pageCompression=0, invariant=1, pdfVersion=(1, 7), lang=language
        )
        self.setTitle(title)
        self.setAuthor(author)
        self.setCreator("Records Desk")
        self.setSubject("")
        self.size = size
        self._title, self._language = title, language
        self._fonts: dict[str, EmbeddedFont] = {}
        self._marks: list[Element] = []
        self._marks_by_page: list[list[Element]] = []
        self._annotated: list[tuple[Annotation, Element]] = []
        self._root = _StructureRoot()
        self.document = Element("Document", self._root)

    @override
    def _make_preamble(self) -> None:  # type: ignore[misc]  # missing from the stubs
        # reportlab would name Helvetica here, a font that no file of ours embeds.
        self._preamble = ""

    def font(self, face: Face) -> EmbeddedFont:
        """`face` as this document embeds it."""
        if face.name not in self._fonts:
            self._fonts[face.name] = EmbeddedFont(face, f"F{len(self._fonts) + 1}")
        return self._fonts[face.name]

    def write(self, operators: str) -> None:
        """Append content-stream operators."""
        self._code.append(operators)

    def marked(self, element: Element) -> _Marked:
        """``with canvas.marked(paragraph):`` what is drawn inside belongs to `element`."""
        mark = len(self._marks)
        self._marks.append(element)
        element.drawn(len(self._marks_by_page) + 1, mark)
        return _Marked(self, f"/{element.kind} <</MCID {mark}>> BDC")

    def artifact(self, kind: str = "Layout") -> _Marked:
        """What is drawn inside is decoration or repeats on every page; it is not read aloud.

        `kind` is "Layout", or "Pagination" for page headers, footers and watermarks.
        """
        return _Marked(self, f"/Artifact <</Type/{kind}>> BDC")

    def image(self, picture: Picture, box: tuple[float, float, float, float]) -> None:
        """Draw `picture` into `box` (x, y, width, height); the same picture is stored once."""
        key = self._doc.getXObjectName(picture.name)
        if not self._doc.hasForm(picture.name):
            entries = PDFDictionary(
                {
                    "Type": "/XObject",
                    "Subtype": "/Image",
                    "Width": str(picture.width),
                    "Height": str(picture.height),
                    "ColorSpace": "/DeviceRGB",
                    "BitsPerComponent": "8",
                    "Filter": "/FlateDecode",
                }
            )
            self._doc.Reference(PDFStream(entries, picture.data, []), key)
        self._formsinuse.append(picture.name)
        x, y, width, height = box
        self.write(f"q {width:.2f} 0 0 {height:.2f} {x:.2f} {y:.2f} cm /{key} Do Q")

    def annotate(self, annotation: Annotation, element: Element | None) -> None:
        """Put `annotation` on this page; without an element it is hidden from everybody."""
        annotation.page = len(self._marks_by_page) + 1
        self._annotationrefs.append(self._doc.Reference(annotation))
        if element is not None:
            element.annotated(annotation)
            self._annotated.append((annotation, element))

    @override
    def _setAnnotations(self, page: PDFPage) -> None:  # type: ignore[misc]  # the same
        """Called by `showPage` with the finished page: give it its place in the structure."""
        super()._setAnnotations(page)  # type: ignore[misc]  # missing from the stubs
        page.__NoDefault__ = [*page.__NoDefault__, *_PAGE_ENTRIES]
        page.StructParents = len(self._marks_by_page)  # type: ignore[attr-defined]
        page.Tabs = "/S"  # type: ignore[attr-defined]
        page.Contents = stream(page.stream.encode("ascii"))
        page.stream = ""
        self._marks_by_page.append(self._marks)
        self._marks = []

    def finish(self) -> bytes:
        """The whole PDF; the canvas is used up."""
        if self._code:
            self.showPage()
        document = self._doc
        self._complete(document)
        fonts = document.idToObject[_FONTS].dict
        for font in self._fonts.values():
            fonts[font.name] = font.write(document)
        self._root.complete(self.document, self._marks_by_page, self._annotated)
        catalog = document.Catalog
        catalog.StructTreeRoot = document.Reference(self._root)
        catalog.MarkInfo = Token("<</Marked true>>")
        catalog.ViewerPreferences = Token("<</DisplayDocTitle true>>")
        catalog.Metadata = document.Reference(_metadata(self._title, self._language))
        return bytes(document.GetPDFData(self))

    def _complete(self, document: Document) -> None:
        """Called before the fonts are written: what else the file should hold."""


class _Marked:
    """Opens marked content and closes it again."""

    __slots__ = ("_canvas", "_opening")

    def __init__(self, canvas: TaggedCanvas, opening: str) -> None:
        self._canvas = canvas
        self._opening = opening

    def __enter__(self) -> None:
        self._canvas.write(self._opening)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._canvas.write("EMC")


class _StructureRoot(Element):
    """The top of the tree and the table that leads from a mark on a page to its element."""

    def __init__(self) -> None:
        super().__init__("StructTreeRoot")
        self._top: Element = self
        self._pages: list[list[Element]] = []
        self._annotated: list[tuple[Annotation, Element]] = []

    def complete(
        self,
        top: Element,
        pages: list[list[Element]],
        annotated: list[tuple[Annotation, Element]],
    ) -> None:
        """Take the finished tree and the elements of every page in the order of their marks.

        Annotations are numbered behind the pages.
        """
        self._top, self._pages, self._annotated = top, pages, annotated
        for number, (annotation, _) in enumerate(annotated, len(pages)):
            annotation.number = number

    @override
    def format(self, document: Document) -> bytes:
        numbers = [
            f"{page} {reference(document, Token(_list(elements, document)))}"
            for page, elements in enumerate(self._pages)
        ]
        numbers += [
            f"{annotation.number} {reference(document, element)}"
            for annotation, element in self._annotated
        ]
        tree = Token(f"<</Nums[{' '.join(numbers)}]>>")
        return (
            f"<</Type/StructTreeRoot/K {_list([self._top], document)}"
            f"/ParentTree {reference(document, tree)}/ParentTreeNextKey {len(numbers)}>>"
        ).encode("ascii")


def _list(elements: list[Element], document: Document) -> str:
    return f"[{' '.join([reference(document, element) for element in elements])}]"


def _metadata(title: str, language: str) -> PDFStream:
    """The XMP packet: title, language, and the claim to PDF/UA-1."""
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt>'
        f"</dc:title><dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag>"
        "</dc:language><pdfuaid:part>1</pdfuaid:part>"
        '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    )
    kinds = {"Type": "/Metadata", "Subtype": "/XML"}
    return PDFStream(PDFDictionary(kinds), packet.encode("utf-8") + b"\n", None)
