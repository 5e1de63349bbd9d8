"""Blanks filled in by the programs families use: pypdf, and pdfium as Chrome and Edge have it."""

import ctypes
import io

import pypdfium2
from pypdf import PdfReader, PdfWriter
from pypdfium2 import raw

from desktop.letters.blanks import BlankPage, draw_blank
from desktop.letters.fonts import Fonts
from desktop.letters.page import Letterhead
from desktop.letters.proof import SAMPLE_SCHOOL
from desktop.paths import forms
from desktop.records.blank import load_blanks

FONTS = Fonts()
BLANKS = load_blanks(forms("paper"))


def a_blank(which="inspect", language="en", **changed):
    """One blank as it is handed out."""
    page = {"blank": BLANKS.by_id[which], "words": BLANKS.words, "language": language}
    letterhead = Letterhead(school=SAMPLE_SCHOOL)
    return draw_blank(BlankPage(**{"letterhead": letterhead, **page, **changed}), FONTS)


def widgets(pdf):
    """Every field's box by its name."""
    return {one["/T"]: one for one in (a.get_object() for a in annotations(pdf))}


def annotations(pdf):
    return [one for page in PdfReader(io.BytesIO(pdf)).pages for one in page.get("/Annots", [])]


def by_pypdf(pdf, values, **how):
    """Filled in by pypdf; a tick's value is "/Yes"."""
    writer = PdfWriter(**how)
    if not how:
        writer.append(io.BytesIO(pdf))
    for page in writer.pages:
        writer.update_page_form_field_values(page, values, auto_regenerate=False)
    return written(writer)


def written(writer):
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def by_pdfium(pdf, values):
    """Filled in with mouse and keys, as in Chrome and Edge; a tick's value is True."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    page, form = document[0], document.formenv
    for name, value in values.items():
        left, bottom, right, top = (float(side) for side in widgets(pdf)[name]["/Rect"])
        at = (left + right) / 2, (bottom + top) / 2
        raw.FORM_OnMouseMove(form, page, 0, *at)
        raw.FORM_OnLButtonDown(form, page, 0, *at)
        raw.FORM_OnLButtonUp(form, page, 0, *at)
        if value is not True:
            units = f"{value}\0".encode("utf-16-le")
            raw.FORM_ReplaceSelection(
                form, page, (ctypes.c_ushort * (len(units) // 2)).from_buffer_copy(units)
            )
    raw.FORM_ForceToKillFocus(form)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def seen(pdf, scale=2.0):
    """The first page with its fields, as a viewer shows it, in gray."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    return document[0].render(scale=scale).to_pil().convert("L")
