"""The same letters as OpenDocument files, and LibreOffice making PDFs of them."""

from __future__ import annotations

import base64
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from desktop.letters.page import Page

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
_SVG = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"


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
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True)  # noqa: S603
    missing = [file for file in files if not file.with_suffix(".pdf").is_file()]
    if missing:
        raise RuntimeError(f"LibreOffice left out {len(missing)} of {len(files)} letters")


def _document(page: Page) -> str:
    school = page.letterhead.school
    lines = [school.name, *page.letterhead.contact(), str(page.on), page.reference,
             *page.recipient, page.title, *page.text.splitlines()]  # fmt: skip
    signed = "".join(map(_paragraph, page.signer))
    body = f"{_picture(school.logo, '64pt', '32pt')}{''.join(map(_paragraph, lines))}"
    body += f"{_picture(page.signature, '170pt', '40pt')}{signed}"
    spaces = (
        f'xmlns:office="{_OFFICE}" xmlns:text="{_TEXT}" xmlns:draw="{_DRAW}" xmlns:svg="{_SVG}"'
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
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
