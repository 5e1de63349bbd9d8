"""Letters to test with, and what a reader finds in a PDF. Names are invented."""

import io
import re
from dataclasses import replace
from datetime import date

import pypdfium2
from PIL import Image, ImageDraw
from pypdf import PdfReader

from desktop.letters.page import Letterhead, Page, preview
from desktop.letters.press import Press
from desktop.letters.proof import SAMPLE_SCHOOL

PRESS = Press()
"""One press for all tests: what it has set before changes nothing."""


def a_page(**changed):
    """A short letter with everything on it."""
    page = Page(
        letterhead=Letterhead(school=SAMPLE_SCHOOL),
        recipient=("Carlos Alvarez", "45 Pine Street, Apt. 3", "Denver, CO 80202"),
        on=date(2026, 10, 2),
        reference="2026-0142",
        title="We received your request for records",
        text="Dear Carlos Alvarez:\n\nWe have it. We will call you.",
        signer=("Pat Morgan", "Registrar"),
    )
    return replace(page, **changed)


def a_letterhead(**changed):
    return Letterhead(school=replace(SAMPLE_SCHOOL, **changed))


def a_logo(width=300, height=150, kind="PNG"):
    image = Image.new("RGB", (width, height), "white")
    ImageDraw.Draw(image).ellipse((10, 10, width - 10, height - 10), fill=(30, 80, 160))
    file = io.BytesIO()
    image.save(file, kind)
    return file.getvalue()


def drawn(page):
    """As on the screen: most tests are about where things stand, not about what fonts have."""
    return preview(page, PRESS)


def texts(pdf):
    """The text of every page, blanks evened out."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def whole_text(pdf):
    return " ".join(texts(pdf))


def letters_only(text):
    """Text without blanks, to compare what scripts without plain word spaces read back as."""
    return re.sub(r"[\s\u200d]+", "", text)


def render(pdf, page=0, scale=2.0):
    """A page as a gray picture."""
    return pypdfium2.PdfDocument(pdf)[page].render(scale=scale).to_pil().convert("L")


def ink(picture, box=None):
    """How many pixels of a picture are dark."""
    part = picture.crop(box) if box else picture
    return sum(part.histogram()[:128])


def places(pdf, wanted, page=0):
    """Boxes (left, bottom, right, top) in points of the characters of every find of `wanted`."""
    text = pypdfium2.PdfDocument(pdf)[page].get_textpage()
    found = []
    searcher = text.search(wanted)
    while (hit := searcher.get_next()) is not None:
        start, count = hit
        found += [text.get_charbox(at) for at in range(start, start + count)]
    return found
