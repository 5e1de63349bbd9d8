"""The address stands where the window of a #10 envelope shows it, however the sheet slides.

Envelope 4 1/8 by 9 1/2 inches, window 1 1/8 by 4 1/2 inches, 7/8 inch from the left and 1/2 inch
from the bottom; a letter sheet folded in thirds inside.
"""

import itertools

import pytest

from desktop.letters.page import PageSize
from tests.letters.pages import a_letterhead, a_logo, a_page, drawn, places

INCH = 72
ENVELOPE_HEIGHT, ENVELOPE_WIDTH = 4.125, 9.5
WINDOW_LEFT, WINDOW_BOTTOM, WINDOW_WIDTH, WINDOW_HEIGHT = 0.875, 0.5, 4.5, 1.125
FOLDED_HEIGHT, SHEET_WIDTH = 11 / 3, 8.5


def seen_through_window(down, right):
    """What of the sheet's top third shows, inches from its top left: left, top, right, bottom."""
    top = ENVELOPE_HEIGHT - WINDOW_BOTTOM - WINDOW_HEIGHT - down
    left = WINDOW_LEFT - right
    return left, top, left + WINDOW_WIDTH, top + WINDOW_HEIGHT


def extremes():
    down = ENVELOPE_HEIGHT - FOLDED_HEIGHT
    right = ENVELOPE_WIDTH - SHEET_WIDTH
    return list(itertools.product((0, down), (0, right)))


def block(pdf, lines):
    """The box around the printed lines, inches from the sheet's top left."""
    boxes = [box for line in lines for box in places(pdf, line)]
    height = 792
    return (
        min(box[0] for box in boxes) / INCH,
        (height - max(box[3] for box in boxes)) / INCH,
        max(box[2] for box in boxes) / INCH,
        (height - min(box[1] for box in boxes)) / INCH,
    )


ADDRESSES = {
    "three lines": ("Rosa Delgado", "45 Pine Street", "Denver, CO 80202"),
    "four lines": ("Rosa Delgado", "45 Pine Street", "Apt. 3", "Denver, CO 80202"),
    "wide": ("Maximiliana Esperanza de la Cruz-Villanueva", "45 Pine Street", "Denver, CO 80202"),
}


LARGE = {
    "four lines": ADDRESSES["four lines"],
    "five lines": ("Rosa Delgado", "Kids in Care", "45 Pine Street", "Apt. 3", "Denver, CO 80202"),
}


@pytest.mark.parametrize("lines", ADDRESSES.values(), ids=ADDRESSES)
@pytest.mark.parametrize(("down", "right"), extremes())
def test_the_whole_address_shows_wherever_the_sheet_slides(lines, down, right):
    left, top, end, bottom = seen_through_window(down, right)
    block_left, block_top, block_end, block_bottom = block(drawn(a_page(recipient=lines)), lines)
    assert left + 0.124 <= block_left
    assert top + 0.03 <= block_top
    assert block_end <= end - 0.124
    assert block_bottom <= bottom - 0.03


def size_of(pdf, words):
    """How high the first letter of the words is printed."""
    _, bottom, _, top = places(pdf, words)[0]
    return top - bottom


@pytest.mark.parametrize("lines", LARGE.values(), ids=LARGE)
def test_an_address_of_up_to_five_lines_is_no_smaller_than_the_letter(lines):
    pdf = drawn(a_page(recipient=lines, text="Rosa is here.\n\nDenver is far."))
    in_text = places(pdf, "Rosa is here")[0]
    assert size_of(pdf, lines[0]) >= in_text[3] - in_text[1] - 0.01


def test_a_long_address_shows_while_the_sheet_rests_on_the_bottom_edge():
    lines = ("Ana Ruiz", "c/o Pine Street Family Center", "45 Pine Street", "Building 7",
             "Apt. 312", "Denver, CO 80202")  # fmt: skip
    _, top, _, bottom = seen_through_window(ENVELOPE_HEIGHT - FOLDED_HEIGHT, 0)
    _, block_top, _, block_bottom = block(drawn(a_page(recipient=lines)), lines)
    assert top <= block_top
    assert block_bottom <= bottom


@pytest.mark.parametrize("logo", [b"", a_logo(200, 400)], ids=["plain", "logo"])
@pytest.mark.parametrize(("down", "right"), extremes())
def test_nothing_but_the_address_shows(logo, down, right):
    pdf = drawn(a_page(letterhead=a_letterhead(logo=logo), practice=False))
    left, top, end, bottom = seen_through_window(down, right)
    for other in ("Lincoln", "Reference", "October", "We received"):
        for x0, y0, x1, y1 in places(pdf, other):
            beside = x1 / INCH <= left or x0 / INCH >= end
            above_or_below = (792 - y0) / INCH <= top or (792 - y1) / INCH >= bottom
            assert beside or above_or_below, other


@pytest.mark.parametrize("length", [60, 150, 300])
def test_a_long_name_is_wrapped_and_made_smaller_never_clipped(length):
    name = ("Maximiliana Esperanza " * 20)[: length - 4] + " end"
    pdf = drawn(a_page(recipient=(name, "45 Pine Street", "Denver, CO 80202")))
    boxes = places(pdf, "Pine Street") + places(pdf, "end")
    assert max(box[2] for box in boxes) <= 4.25 * INCH
    _, top, right, bottom = block(pdf, ("Maximiliana", "Denver, CO 80202"))
    assert right <= 4.26
    assert top >= 2.04
    assert bottom <= 3.17


def test_a_window_address_stands_alike_on_a4():
    lines = ADDRESSES["three lines"]
    pdf = drawn(a_page(recipient=lines, size=PageSize.A4))
    assert min(box[0] for line in lines for box in places(pdf, line)) >= 71


def test_ten_lines_of_300_characters_are_all_printed_and_the_text_begins_below():
    lines = tuple(f"{number} " + "Wide Street " * 24 for number in range(10))
    pdf = drawn(a_page(recipient=lines))
    lowest = min(box[1] for box in places(pdf, "Wide Street"))
    assert max(box[3] for box in places(pdf, "We received")) < lowest
