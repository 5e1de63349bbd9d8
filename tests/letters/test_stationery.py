"""Envelopes and labels on the paper itself: every line stays where the post and the sheet want it.

Domestic Mail Manual 202.2.1: the recipient stands 1/2 inch from the sides and 5/8 to 2 3/4 inches
from the bottom of the envelope. Avery 5160 and 5163 as the maker sells them.
"""

import io

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from desktop.errors import DeskError
from desktop.letters.envelope import draw_envelopes
from desktop.letters.fonts import missing_characters
from desktop.letters.labels import draw_labels
from desktop.letters.stationery import Envelope, Feed, Label, Shift, load_stationery
from tests.letters.pages import PRESS, letters_only, places, texts, whole_text

INCH = 72
STATIONERY = load_stationery()
FONTS = PRESS._fonts
SENDER = ("Lincoln Elementary School", "1200 Oak Street", "Springfield, CA 95060")
HOME = ("45 Pine Street", "Denver, CO 80202")
NAMES = {
    "short": "Rosa Delgado",
    "accents": "Zoë Nguyễn-Đặng Ångström",
    "long": "Maximiliana Esperanza " * 13,
    "one word": "W" * 300,
    "arabic": "محمد عبد الرحمن",
    "chinese": "王小明",
}


def boxes(pdf, page=0):
    """The boxes of every printed character in points: left, bottom, right, top."""
    text = pypdfium2.PdfDocument(pdf)[page].get_textpage()
    said = text.get_text_range()
    every = (text.get_charbox(at) for at in range(text.count_chars()) if said[at : at + 1].strip())
    return [box for box in every if box[2] > box[0] and box[3] > box[1]]


def envelope(name="Rosa Delgado", **changed):
    return Envelope(**{"recipient": (name, *HOME), "sender": SENDER} | changed)


def drawn(labels, sheet="5160", **more):
    return draw_labels(labels, STATIONERY.sheet_of(sheet), fonts=FONTS, **more)


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_the_recipient_stays_in_the_area_the_post_reads_dmm_202_2_1(name):
    pdf = draw_envelopes([envelope(name, sender=())], fonts=FONTS)
    found = boxes(pdf)
    assert min(box[0] for box in found) >= 0.5 * INCH
    assert max(box[2] for box in found) <= (9.5 - 0.5) * INCH
    assert min(box[1] for box in found) >= 0.625 * INCH
    assert max(box[3] for box in found) <= 2.75 * INCH


def test_an_address_is_printed_in_at_least_8_points_dmm_202_1_2():
    assert min(STATIONERY.envelope.points) >= 8


def test_the_return_address_stays_above_the_area_the_post_reads():
    pdf = draw_envelopes([envelope(sender=(NAMES["long"], *SENDER))], fonts=FONTS)
    sender = places(pdf, "Maximiliana")
    assert min(box[1] for box in sender) >= 2.75 * INCH
    assert min(box[0] for box in sender) >= 0.25 * INCH


def test_a_batch_has_one_envelope_a_page_in_its_order():
    pdf = draw_envelopes([envelope("Ana Ruiz"), envelope("Bo Lindqvist")], fonts=FONTS)
    first, second = texts(pdf)
    assert "Ana Ruiz" in first
    assert "Bo Lindqvist" in second
    assert "Lincoln Elementary School" in second


def test_an_envelope_has_its_own_size():
    page = PdfReader(io.BytesIO(draw_envelopes([envelope()], fonts=FONTS))).pages[0]
    assert tuple(page.mediabox[2:]) == (684, 297)


@pytest.mark.parametrize(("feed", "left"), [(Feed.LEFT, 0.0), (Feed.CENTER, 2.1875)])
def test_fed_as_letter_paper_it_lies_along_the_edge_or_in_the_middle(feed, left):
    pdf = draw_envelopes([envelope(sender=())], feed, fonts=FONTS)
    page = PdfReader(io.BytesIO(pdf)).pages[0]
    found = boxes(pdf)
    assert tuple(page.mediabox[2:]) == (612, 792)
    assert min(box[0] for box in found) >= (left + 0.625) * INCH
    assert max(box[2] for box in found) <= (left + 2.75) * INCH
    assert max(box[3] for box in found) <= (11 - 4.0) * INCH


@pytest.mark.parametrize("recipients", [[], [("", " ")]], ids=["none", "blank"])
def test_an_envelope_to_nobody_is_refused(recipients):
    with pytest.raises(DeskError, match="no-envelope"):
        draw_envelopes([envelope(recipient=one) for one in recipients])


@pytest.mark.parametrize(("sheet", "count"), [("5160", 30), ("5163", 10)])
def test_the_labels_of_a_sheet_lie_side_by_side_on_the_paper(sheet, count):
    one = STATIONERY.sheet_of(sheet)
    corners = [one.corner(place) for place in range(one.count)]
    assert len(set(corners)) == count
    for left, top in corners:
        assert 0 <= left <= left + one.width * INCH <= 8.5 * INCH + 0.01
        assert 0 <= top <= top + one.height * INCH <= 10.5 * INCH + 0.01
    assert one.across >= one.width
    assert one.down >= one.height


@pytest.mark.parametrize("sheet", ["5160", "5163"])
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("place", [0, 4, 9])
def test_nothing_runs_over_the_edge_of_its_label(sheet, name, place):
    size = STATIONERY.sheet_of(sheet)
    pdf = drawn([Label(lines=(name, *HOME), strong=1)], sheet, first=place)
    left, top = size.corner(place)
    for x0, y0, x1, y1 in boxes(pdf):
        assert left <= x0 <= x1 <= left + size.width * INCH
        assert 792 - top - size.height * INCH <= y0 <= y1 <= 792 - top


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=300), min_size=1, max_size=8), st.sampled_from(["5160", "5163"]))
def test_whatever_is_typed_stays_on_its_label(lines, sheet):
    size = STATIONERY.sheet_of(sheet)
    without = str.maketrans(dict.fromkeys(missing_characters(lines, FONTS), "x"))
    printable = tuple(line.translate(without) for line in lines)
    pdf = drawn([Label(lines=printable, strong=1)], sheet)
    left, top = size.corner(0)
    for x0, y0, x1, y1 in boxes(pdf):
        assert left <= x0 <= x1 <= left + size.width * INCH
        assert 792 - top - size.height * INCH <= y0 <= y1 <= 792 - top


@pytest.mark.parametrize("name", ["Zoë Nguyễn-Đặng Ångström", "Rosa Delgado"])
def test_a_name_that_fits_is_printed_whole(name):
    assert letters_only(name) in letters_only(whole_text(drawn([Label(lines=(name, *HOME))])))


def test_a_name_too_long_for_its_label_ends_in_dots_and_the_address_stays_whole():
    said = whole_text(drawn([Label(lines=("Maximiliana Esperanza " * 40, *HOME))]))
    assert "…" in said
    assert "Denver, CO 80202" in said


def test_labels_begin_at_the_free_place_and_go_on_to_the_next_sheet():
    pdf = drawn([Label(lines=(f"Label {number}",)) for number in range(5)], first=28)
    first, second = texts(pdf)
    assert "Label 1" in first
    assert "Label 2" not in first
    assert "Label 4" in second
    left, top = STATIONERY.sheet_of("5160").corner(28)
    x0, _, _, y1 = places(pdf, "Label 0")[0]
    assert left <= x0 <= left + 40
    assert 792 - top - 72 <= y1 <= 792 - top


@pytest.mark.parametrize("first", [-1, 30])
def test_a_place_that_is_not_on_the_sheet_is_refused(first):
    with pytest.raises(DeskError, match="no-label"):
        drawn([Label(lines=("x",))], first=first)


def test_a_printer_that_is_off_is_set_right():
    plain = places(drawn([Label(lines=("Here",))]), "Here")[0]
    moved = places(drawn([Label(lines=("Here",))], shift=Shift(right=0.1, down=0.05)), "Here")[0]
    assert moved[0] - plain[0] == pytest.approx(7.2, abs=0.1)
    assert plain[1] - moved[1] == pytest.approx(3.6, abs=0.1)


def test_the_same_labels_give_the_same_bytes():
    labels = [Label(lines=("Zoë", "محمد"), strong=1)]
    assert drawn(labels) == drawn(labels)
