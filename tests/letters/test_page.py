"""A letter on paper: what stands where, how it divides into sheets, that it never changes."""

import hashlib
import io
from datetime import date

import pypdfium2
import pytest
from pypdf import PdfReader

from desktop.errors import DeskError
from desktop.letters.page import draw, draw_all
from desktop.records.paper import PageSize, Paper
from desktop.records.school import Address
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
    whole_text,
)

LINE = "We look in every place where the school keeps records, and then we call you back. " * 2


def paragraphs(count):
    return "\n\n".join(f"Paragraph {number}. {LINE}" for number in range(1, count + 1))


def test_a_letter_reads_from_head_to_signature_in_order():
    (text,) = texts(drawn(a_page(enclosures=("List of records",))))
    in_order = [
        "Lincoln Elementary School",
        "Springfield Unified School District",
        "1200 Oak Street, Springfield, CA 95060",
        "(555) 010-0140 · records@lincoln.example",
        "October 2, 2026",
        "Reference: 2026-0142",
        "Carlos Alvarez 45 Pine Street, Apt. 3 Denver, CO 80202",
        "We received your request for records",
        "Dear Carlos Alvarez:",
        "We have it. We will call you.",
        "Sincerely,",
        "Pat Morgan Registrar",
        "Enclosed:",
        "List of records",
        "Page 1 of 1",
    ]
    places_in_text = [text.index(part) for part in in_order]
    assert places_in_text == sorted(places_in_text)


def test_a_spanish_letter_speaks_spanish_around_its_text_too():
    text = whole_text(drawn(a_page(language="es", enclosures=("Copias",))))
    for words in ("2 de octubre de 2026", "Referencia:", "Atentamente,", "Adjunto:", "Página 1 de"):
        assert words in text


def test_a_language_without_words_of_its_own_gets_the_page_in_english():
    assert "Sincerely," in whole_text(drawn(a_page(language="vi")))


def test_a_long_letter_numbers_its_sheets_and_repeats_the_reference():
    pages = texts(drawn(a_page(text=paragraphs(60))))
    assert len(pages) == 4
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of 4" in text
        assert "2026-0142" in text


def test_nothing_is_lost_between_sheets():
    text = whole_text(drawn(a_page(text=paragraphs(60))))
    assert [f"Paragraph {number}." in text for number in range(1, 61)] == [True] * 60


@pytest.mark.parametrize("count", range(10, 18))
def test_a_signature_never_stands_alone_on_a_sheet(count):
    last = texts(drawn(a_page(text=paragraphs(count))))[-1]
    assert f"Paragraph {count}." in last
    assert "Pat Morgan" in last


def test_a_letter_a_few_lines_too_long_is_set_smaller_and_stays_on_one_sheet():
    def height_of_a_capital(count):
        pdf = drawn(a_page(text=paragraphs(count)))
        assert len(texts(pdf)) == 1
        _, bottom, _, top = places(pdf, "Sincerely")[0]
        return top - bottom

    assert 0.9 < height_of_a_capital(11) / height_of_a_capital(5) < 0.97
    assert len(texts(drawn(a_page(text=paragraphs(20))))) == 2


@pytest.mark.parametrize("kept", ["(555) 010-0199", "4 p.m.", "October 2, 2026", "octubre de 2026"])
def test_a_number_to_call_a_time_and_a_day_stay_on_one_line(kept):
    for count in range(60, 90):
        text = f"{'x' * count} {kept} and more words that go on to the next line of this letter"
        (page,) = PdfReader(io.BytesIO(drawn(a_page(text=text)))).pages
        assert any(kept in line for line in page.extract_text().splitlines()), count


def test_the_same_letter_is_the_same_file_byte_for_byte():
    page = a_page(letterhead=a_letterhead(logo=a_logo()), text=f"محمد हिन्दी 李\n\n{LINE}")
    first = hashlib.sha256(draw(page)).hexdigest()
    drawn(a_page(text="पहले कुछ और سارة"))  # what was printed before must not show
    assert hashlib.sha256(drawn(page)).hexdigest() == first
    assert hashlib.sha256(draw(page)).hexdigest() == first


def test_a_letter_without_any_text_is_still_a_page():
    empty = a_page(text="", title="", recipient=(), reference="", signer=())
    assert "Lincoln Elementary School" in whole_text(drawn(empty))


def test_the_practice_office_marks_every_sheet():
    for text in texts(drawn(a_page(text=paragraphs(30), practice=True))):
        assert "PRACTICE - invented families" in text
        assert text.count("PRACTICE") == 2
    assert "PRACTICE" not in whole_text(drawn(a_page()))


def test_the_practice_mark_is_light_and_large():
    plain, marked = render(drawn(a_page())), render(drawn(a_page(practice=True)))
    middle = (300, 700, 900, 1300)
    assert ink(marked, middle) == ink(plain, middle)  # nothing dark is added
    lightened = sum(marked.crop(middle).histogram()[200:250])
    assert lightened > 20_000


def test_a_logo_keeps_its_proportions_in_its_box():
    pdf = drawn(a_page(letterhead=a_letterhead(logo=a_logo(300, 150))))
    box = next(
        item.get_bounds()
        for item in pypdfium2.PdfDocument(pdf)[0].get_objects()
        if item.type == 3  # an image
    )
    left, bottom, right, top = box
    assert right - left == pytest.approx(64, abs=0.5)
    assert top - bottom == pytest.approx(32, abs=0.5)
    assert 792 - top == pytest.approx(36, abs=0.5)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_large_logo_is_stored_at_print_size(kind):
    pdf = drawn(a_page(letterhead=a_letterhead(logo=a_logo(3000, 3000, kind))))
    assert len(pdf) < 90_000


@pytest.mark.parametrize(
    "data",
    [b"not a picture", a_logo()[:200], b"\x89PNG\r\n\x1a\n", b"GIF89a" + bytes(40)],
)
def test_a_logo_that_cannot_be_read_is_said_in_a_sentence(data):
    with pytest.raises(DeskError, match="logo") as fault:
        drawn(a_page(letterhead=a_letterhead(logo=data)))
    assert "PNG or JPEG" in fault.value.sentence()


def test_a4_paper_has_its_own_size():
    page = pypdfium2.PdfDocument(drawn(a_page(paper=Paper(size=PageSize.A4))))[0]
    assert page.get_size() == (595, 842)


def test_many_letters_make_one_file_each_on_its_own_sheet():
    pages = [a_page(title=f"Letter number {number}") for number in range(5)]
    fronts, backs = sides(draw_all(iter(pages), PRESS))
    assert all(f"Letter number {number}" in text for number, text in enumerate(fronts))
    assert all("Page 1 of 1" in text for text in fronts)
    assert [len(fronts), backs] == [5, [""] * 4]


def test_a_letter_of_two_pages_leaves_no_back_empty():
    long = a_page(text="\n\n".join("words " * 60 for _ in range(12)))
    fronts, backs = sides(draw_all([a_page(), long, a_page()], PRESS))
    assert ["Page 1 of" in text for text in fronts] == [True] * 3
    assert [text and "Page 2 of 2" in text for text in backs] == ["", True]


def test_the_parts_of_one_paper_follow_each_other_on_both_sides():
    pages = [a_page(title=f"Part {number}") for number in range(3)]
    all_texts = texts(draw_all(pages, PRESS, one_paper=True))
    assert [f"Part {number}" in text for number, text in enumerate(all_texts)] == [True] * 3


def sides(pdf: bytes) -> tuple[list[str], list[str]]:
    """What stands on the fronts of the sheets and on their backs."""
    read = texts(pdf)
    return read[::2], read[1::2]


def test_no_letters_are_refused_with_a_sentence():
    with pytest.raises(DeskError, match="no-letters"):
        draw_all((), PRESS)


def test_a_school_name_of_300_characters_stays_above_the_line_and_the_address():
    school = a_letterhead(
        name="Memorial Consolidated " * 14,
        district="Unified " * 37,
        address=Address(street="Oak " * 70, city="Springfield " * 24),
    )
    pdf = drawn(a_page(letterhead=school))
    lowest = min(box[1] for box in places(pdf, "Unified"))
    assert lowest > max(box[3] for box in places(pdf, "Carlos Alvarez"))


def test_a_leap_day_is_written_out():
    assert "February 29, 2028" in whole_text(drawn(a_page(on=date(2028, 2, 29))))
