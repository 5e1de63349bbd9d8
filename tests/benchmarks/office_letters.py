"""The same letters as OpenDocument files, and LibreOffice making PDFs of them."""

from __future__ import annotations

import base64
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from desktop.letters.markup import Bullets, Heading, Line, Markup, Paragraph, Quote
from desktop.letters.page import Page

_SPACE = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_SPACES = {
    "office": "office",
    "style": "style",
    "text": "text",
    "draw": "drawing",
    "svg": "svg-compatible",
    "fo": "xsl-fo-compatible",
}
# Tagged as ours are, so that both do the same work.
_AS = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'


def write_letters(folder: Path, pages: Iterable[Page]) -> list[Path]:
    """One flat OpenDocument text for each letter, in `folder`."""
    files = []
    for number, page in enumerate(pages):
        files.append(folder / f"{number:04d}.fodt")
        files[-1].write_text(_document(page), "utf-8")
    return files


def convert(files: Sequence[Path]) -> None:
    """A PDF beside each of `files`, by one LibreOffice with a profile of its own."""
    folder = files[0].parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", _AS, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True)  # noqa: S603
    missing = [file for file in files if not file.with_suffix(".pdf").is_file()]
    if missing:
        raise RuntimeError(f"LibreOffice left out {len(missing)} of {len(files)} letters")


def _document(page: Page) -> str:
    school = page.letterhead.school
    head = [school.name, *page.letterhead.contact(), str(page.on), page.reference, *page.recipient]
    text = "".join(map(_block, Markup().blocks(page.text)))
    body = (
        f"{_picture(school.logo, '64pt', '32pt')}{''.join(map(_paragraph, head))}"
        f'<text:h text:outline-level="1">{escape(page.title)}</text:h>{text}'
        f"{_picture(page.signature, '170pt', '40pt')}{''.join(map(_paragraph, page.signer))}"
    )
    spaces = " ".join(f'xmlns:{name}="{_SPACE.format(long)}"' for name, long in _SPACES.items())
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>'
        '<style:style style:name="B" style:family="text">'
        '<style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def _block(block: object) -> str:
    match block:
        case Paragraph():
            return "".join(f"<text:p>{_runs(line)}</text:p>" for line in block.lines)
        case Heading():
            lines = "".join(map(_runs, block.lines))
            return f'<text:h text:outline-level="2">{lines}</text:h>'
        case Bullets():
            items = ("".join(map(_block, item)) for item in block.items)
            inside = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
            return f"<text:list>{inside}</text:list>"
        case Quote():
            return "".join(map(_block, block.blocks))
        case _:
            raise TypeError(f"no such block in the letter that is measured: {block}")


def _runs(line: Line) -> str:
    return "".join(
        f'<text:span text:style-name="B">{escape(run.text)}</text:span>'
        if run.bold
        else escape(run.text)
        for run in line
    )


def _paragraph(text: str) -> str:
    return f"<text:p>{escape(text)}</text:p>"


def _picture(data: bytes, width: str, height: str) -> str:
    inside = base64.b64encode(data).decode()
    return (
        f'<text:p><draw:frame text:anchor-type="as-char" svg:width="{width}" '
        f'svg:height="{height}"><draw:image><office:binary-data>{inside}</office:binary-data>'
        "</draw:image></draw:frame></text:p>"
    )
