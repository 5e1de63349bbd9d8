"""Paper of every kind: large print, two languages, fold marks, signatures, the reference's code."""

import io
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from pypdf import PdfReader

from desktop.errors import DeskError
from desktop.letters import reference_code
from desktop.letters.page import draw_all
from desktop.letters.proof import proof_page
from desktop.letters.template import load_templates
from desktop.records.paper import PageSize, Paper, Windows
from tests.letters.pages import (
    PRESS,
    a_letterhead,
    a_logo,
    a_page,
    drawn,
    ink,
    places,
    render,
    texts,
)
from tests.letters.qr import decoded

TEMPLATES = load_templates()
EVERY = [
    pytest.param(one, size, id=f"{one.language}-{one.id}-{size}")
    for one in TEMPLATES
    for size in PageSize
]


def characters(pdf):
    """Every printed character of every page: its page, its box, the size of its font."""
    for number, page in enumerate(pypdfium2.PdfDocument(pdf)):
        text = page.get_textpage()
        for at in range(text.count_chars()):
            if text.get_text_range(at, 1).strip():
                yield number, text.get_charbox(at)


def sizes(pdf):
    """Font sizes in points set anywhere in the file, by page."""
    found = []
    for page in PdfReader(io.BytesIO(pdf)).pages:
        content = page.get_contents().get_data().decode("latin-1")
        found.append(
            {float(line.split()[1]) for line in content.splitlines() if line.endswith(" Tf")}
        )
    return found


@pytest.mark.parametrize(("template", "size"), EVERY)
def test_large_print_keeps_everything_on_the_sheet_and_off_the_foot(template, size):
    page = proof_page(template, {}, paper=Paper(size=size))
    pdf = drawn(replace(page, large_print=True, practice=True))
    width, height = size.points
    for _, (left, bottom, right, top) in characters(pdf):
        assert left >= 35
        assert right <= width - 35
        assert bottom >= 35
        assert top <= height - 30


def test_large_print_is_18_points_or_more_but_for_the_address_in_the_window():
    first, *others = sizes(drawn(a_page(large_print=True, text="Word " * 900)))
    assert min(first) == 11
    assert min(first - {11}) == 18
    assert others
    assert all(min(found) == 18 for found in others)


@pytest.mark.parametrize("month", range(1, 13))
def test_a_date_too_wide_for_its_column_is_divided_between_its_words(month):
    page = a_page(language="es", large_print=True, on=date(2026, month, 27))
    shown = pypdfium2.PdfDocument(drawn(page))[0].get_textpage().get_text_bounded()
    words = shown.split()
    date_said = words[words.index("27") :][:5]
    assert (date_said[1], date_said[3:]) == ("de", ["de", "2026"])


@pytest.mark.parametrize("large_print", [False, True], ids=["usual", "large"])
@pytest.mark.parametrize("template", list(TEMPLATES), ids=lambda one: f"{one.language}-{one.id}")
def test_a_last_sheet_holds_more_than_the_signature_and_a_line_or_two(template, large_print):
    pdf = drawn(replace(proof_page(template, {}), large_print=large_print))
    *before, last = pypdfium2.PdfDocument(pdf)
    said = last.get_textpage().get_text_bounded().splitlines()
    assert not before or len([line for line in said if line.strip()]) >= 5 + 4


def test_large_print_says_the_same():
    usual, large = a_page(), a_page(large_print=True)
    assert " ".join(texts(drawn(large))).split() == " ".join(texts(drawn(usual))).split()


def two_languages(english, spanish):
    return drawn(
        replace(a_page(text=english), facing=a_page(language="es", title="Recibimos", text=spanish))
    )


LONG = "\n\n".join(f"Words {number} " + "words " * 60 for number in range(12))


@pytest.mark.parametrize(
    ("english", "spanish", "sides"),
    [
        ("Short.", "Corto.", ["Page 1 of 1", "Página 1 de 1"]),
        (LONG, "Corto.", ["Page 1 of 2", "Página 1 de 1", "Page 2 of 2", "más corta"]),
        ("Short.", LONG, ["Page 1 of 1", "Página 1 de 2", "is shorter", "Página 2 de 2"]),
    ],
    ids=["alike", "English longer", "Spanish longer"],
)
def test_each_language_keeps_to_its_side_of_the_paper(english, spanish, sides):
    pages = texts(two_languages(english, spanish))
    assert len(pages) == len(sides)
    for text, said in zip(pages, sides, strict=True):
        assert said in text


def test_the_next_letter_in_two_languages_begins_on_a_leaf_of_its_own():
    page = replace(a_page(text=LONG), facing=a_page(language="es", text="Corto."))
    pages = texts(draw_all([page, page], PRESS))
    assert ["Page 1 of 2" in text for text in pages] == [True, *[False] * 3, True, *[False] * 3]


def test_both_languages_are_looked_at_for_characters_no_font_has():
    page = replace(a_page(), facing=a_page(language="es", text="ไ"))
    assert "ไ" in page.texts()


@pytest.mark.parametrize("size", PageSize)
def test_fold_marks_stand_at_the_thirds_of_the_sheet_and_only_where_wanted(size):
    height = size.points[1]
    plain = drawn(a_page(paper=Paper(size=size)))
    marked = drawn(a_page(paper=Paper(size=size, fold_marks=True)))
    for third in (1, 2):
        middle = round(height * third / 3 * 4)
        box = (48, middle - 4, 110, middle + 4)
        assert dark(marked, box) > 20
        assert dark(plain, box) == 0
    assert len(PdfReader(io.BytesIO(marked)).pages) == 1


def dark(pdf, box):
    return sum(render(pdf, scale=4.0).crop(box).histogram()[:200])


def test_a_signature_stands_between_the_closing_and_the_name():
    pdf = drawn(a_page(signature=a_logo(850, 200)))
    picture = next(
        item.get_bounds() for item in pypdfium2.PdfDocument(pdf)[0].get_objects() if item.type == 3
    )
    left, bottom, right, top = picture
    assert left == pytest.approx(72, abs=0.5)
    assert (right - left) / (top - bottom) == pytest.approx(850 / 200, abs=0.05)
    assert top - bottom == pytest.approx(40, abs=0.5)
    assert top <= min(box[1] for box in places(pdf, "Sincerely"))
    assert bottom >= max(box[3] for box in places(pdf, "Pat Morgan"))


def test_a_signature_that_cannot_be_read_is_said_in_a_sentence():
    with pytest.raises(DeskError, match="signature"):
        drawn(a_page(signature=b"GIF89a"))


# The reference's code


@pytest.mark.parametrize("reference", ["2026-0142", "0", "R-2026/0142", "Año 7 ñ", "x" * 40])
def test_the_code_beside_the_reference_reads_as_the_reference(reference):
    pdf = drawn(a_page(reference=reference))
    assert decoded(code_on(pdf)) == reference


@pytest.mark.parametrize("windows", Windows)
@pytest.mark.parametrize("large_print", [False, True], ids=["usual", "large"])
def test_the_code_is_there_on_every_paper(windows, large_print):
    page = a_page(paper=Paper(windows=windows), large_print=large_print)
    assert decoded(code_on(drawn(page))) == "2026-0142"


def test_there_is_no_code_without_a_reference_or_where_it_is_not_wanted():
    for page in (
        a_page(reference=""),
        a_page(reference="x" * (reference_code.LONGEST + 1)),
        a_page(paper=Paper(reference_code=False)),
    ):
        assert b"QR" not in alternatives(drawn(page))


def alternatives(pdf):
    return pdf.replace(b"".join(f"{ord(c):04x}".encode() for c in "QR"), b"QR")


def code_on(pdf):
    """The dark and light modules of the code on the first page, as they are printed."""
    page = PdfReader(io.BytesIO(pdf))
    root = page.trailer["/Root"]["/StructTreeRoot"]
    left, bottom, right, top = next(
        element["/A"]["/BBox"] for element in figures(root) if "QR" in element["/Alt"]
    )
    scale = 8
    picture = render(pdf, scale=scale)
    height = picture.height / scale
    box = [round(side * scale) for side in (left, height - top, right, height - bottom)]
    return picture.crop(box)


def figures(node):
    for kid in node.get("/K", []):
        held = kid.get_object()
        if isinstance(held, dict) and "/S" in held:
            if held["/S"] == "/Figure":
                yield held
            yield from figures(held)


def test_the_code_has_four_blank_modules_around_it():
    pdf = drawn(a_page())
    picture = code_on(pdf)
    root = PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"]
    left, bottom, right, top = next(
        element["/A"]["/BBox"] for element in figures(root) if "QR" in element["/Alt"]
    )
    page, module = render(pdf, scale=8), float(right - left) / 21
    quiet = 4 * module
    around = [
        round(8 * side)
        for side in (left - quiet, 792 - top - quiet, right + quiet, 792 - bottom + quiet)
    ]
    edge = picture.width  # the box is told in tenths of a point
    assert abs(ink(page.crop(around)) - ink(picture)) <= edge


def test_a_letterhead_for_two_windows_keeps_its_logo():
    paper = Paper(windows=Windows.TWO)
    page = a_page(letterhead=a_letterhead(logo=a_logo()), paper=paper)
    (text,) = texts(drawn(page))
    for said in ("Lincoln Elementary School", "1200 Oak Street", "Springfield, CA 95060",
                 "Springfield Unified School District", "(555) 010-0140"):  # fmt: skip
        assert said in text
