"""A letter can be read aloud: its structure, language, title and fonts are in the file."""

import io
import re
from dataclasses import replace
from typing import Any

import pypdf
import pytest
from pypdf.generic import ArrayObject, NameObject

from desktop.letters.page import draw_all
from tests.letters.pages import PRESS, a_letterhead, a_logo, a_page, drawn

TEXT = """Dear Carlos Alvarez:

## What happens next

1. We look.
2. We call.

> I want everything.

| Record | Pages |
|---|---:|
| Report cards | 8 |

The name is محمد."""


def reader(pdf) -> Any:
    return pypdf.PdfReader(io.BytesIO(pdf))


def catalog(pdf) -> Any:
    return reader(pdf).trailer["/Root"]


def elements(node, found=None):
    """Every structure element below `node`, in reading order."""
    found = [] if found is None else found
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, ArrayObject) else [kids]:
        held = kid.get_object()
        if isinstance(held, dict) and "/S" in held:
            found.append(held)
            elements(held, found)
    return found


def kinds(pdf):
    return [element["/S"].lstrip("/") for element in elements(catalog(pdf)["/StructTreeRoot"])]


FULL = a_page(
    text=TEXT, letterhead=a_letterhead(logo=a_logo()), enclosures=("A list",), practice=True
)


def test_the_file_says_it_is_tagged_and_shows_its_title():
    root = catalog(drawn(FULL))
    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"].value is True
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert "/StructTreeRoot" in root


@pytest.mark.parametrize(
    ("language", "tag"), [("en", "en-US"), ("es", "es-US"), ("vi", "vi"), ("<x>", "en-US")]
)
def test_the_language_is_the_letter_s(language, tag):
    assert catalog(drawn(a_page(language=language)))["/Lang"] == tag


def test_title_and_pdf_ua_stand_in_the_metadata():
    pdf = drawn(a_page(title="About <Mia> & محمد"))
    assert reader(pdf).metadata.title == "About <Mia> & محمد"
    packet = catalog(pdf)["/Metadata"].get_object().get_data().decode()
    assert "About &lt;Mia&gt; &amp; محمد" in packet
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet


def test_every_part_of_a_letter_has_its_element():
    assert kinds(drawn(FULL)) == [
        *("Document", "Part", "Figure"),
        *("P", "P", "P", "Figure", "P"),  # school, date, reference and its code, address
        *("H1", "P", "H2"),
        *("L", "LI", "Lbl", "LBody", "LI", "Lbl", "LBody"),
        *("BlockQuote", "P"),
        *("Table", "TR", "TH", "TH", "TR", "TD", "TD"),
        *("P", "P", "P"),  # the last paragraph, closing, signer
        *("P", "L", "LI", "Lbl", "LBody"),
    ]


def test_pictures_are_described_and_table_heads_say_what_they_head():
    page = replace(FULL, signature=a_logo(400, 90))
    found = elements(catalog(drawn(page))["/StructTreeRoot"])
    figures = [element for element in found if element["/S"] == "/Figure"]
    assert [figure["/Alt"] for figure in figures] == [
        "Logo of Lincoln Elementary School",
        "QR code of the reference 2026-0142",
        "Signature of Pat Morgan",
    ]
    for figure in figures:
        left, bottom, right, top = figure["/A"]["/BBox"]
        assert 0 <= left < right <= 612
        assert 0 <= bottom < top <= 792
    heads = [element for element in found if element["/S"] == "/TH"]
    assert [head["/A"]["/Scope"] for head in heads] == ["/Column", "/Column"]


def test_every_mark_on_every_page_leads_to_its_element():
    pdf = drawn(a_page(text="\n\n".join(["Words " * 60] * 12)))
    numbers = catalog(pdf)["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    parents = dict(zip(numbers[::2], numbers[1::2], strict=True))
    assert len(reader(pdf).pages) > 1
    for page in reader(pdf).pages:
        marks = re.findall(rb"/MCID (\d+)", page.get_contents().get_data())
        elements_of_page = parents[page["/StructParents"]].get_object()
        assert [int(mark) for mark in marks] == list(range(len(elements_of_page)))
        assert page["/Tabs"] == "/S"


def test_all_drawing_is_marked_or_an_artifact():
    for page in reader(drawn(FULL)).pages:
        content = page.get_contents().get_data().decode("latin-1")
        depth = 0
        for line in content.splitlines():
            if depth == 0 and line.strip():
                assert line.startswith("/"), line
            depth += len(re.findall(r"\b(?:BDC|BMC)\b", line)) - len(re.findall(r"\bEMC\b", line))
        assert depth == 0


def test_every_font_is_embedded_and_readable_back():
    for page in reader(drawn(FULL)).pages:
        for font in page["/Resources"]["/Font"].values():
            used = font.get_object()
            assert "/ToUnicode" in used
            descriptor = used["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert "/FontFile2" in descriptor
            assert re.match(r"/[A-Z]{6}\+", used["/BaseFont"])


def test_many_letters_are_parts_of_one_document_each_in_its_language():
    pdf = draw_all([a_page(language="en"), a_page(language="es")], PRESS)
    parts = [e for e in elements(catalog(pdf)["/StructTreeRoot"]) if e["/S"] == "/Part"]
    assert [part["/Lang"] for part in parts] == ["en-US", "es-US"]


def test_two_languages_are_two_parts_whose_sides_take_turns():
    english = a_page(text="\n\n".join(["Words " * 60] * 12))
    pdf = drawn(replace(english, facing=a_page(language="es", text="Pocas palabras.")))
    parts = [e for e in elements(catalog(pdf)["/StructTreeRoot"]) if e["/S"] == "/Part"]
    assert [part["/Lang"] for part in parts] == ["en-US", "es-US"]
    assert "es-US" not in str(catalog(pdf)["/Lang"])


def test_nothing_in_the_file_can_act():
    root = catalog(drawn(FULL))
    for entry in ("/OpenAction", "/AA", "/AcroForm", "/Names", "/URI"):
        assert NameObject(entry) not in root
