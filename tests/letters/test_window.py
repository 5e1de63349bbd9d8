"""The address stands where the window of a #10 envelope shows it, however the sheet slides.

Envelope 4 1/8 by 9 1/2 inches, window 1 1/8 by 4 1/2 inches, 7/8 inch from the left and 1/2 inch
from the bottom; a letter sheet folded in thirds inside.
"""

import itertools

import pytest

from desktop.records.paper import PageSize, Paper, Windows
from desktop.records.school import Address
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


def block(pdf, lines, height=11.0):
    """The box around the printed lines, inches from the sheet's top left."""
    boxes = [box for line in lines for box in places(pdf, line)]
    assert boxes
    return (
        min(box[0] for box in boxes) / INCH,
        height - max(box[3] for box in boxes) / INCH,
        max(box[2] for box in boxes) / INCH,
        height - min(box[1] for box in boxes) / INCH,
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
    pdf = drawn(a_page(recipient=lines, paper=Paper(size=PageSize.A4)))
    assert min(box[0] for line in lines for box in places(pdf, line)) >= 71


def test_ten_lines_of_300_characters_are_all_printed_and_the_text_begins_below():
    lines = tuple(f"{number} " + "Wide Street " * 24 for number in range(10))
    pdf = drawn(a_page(recipient=lines))
    lowest = min(box[1] for box in places(pdf, "Wide Street"))
    assert max(box[3] for box in places(pdf, "We received")) < lowest


# Two windows: the mail house Lob's standard #10, from the left and the bottom, width, height.
TWO = Paper(windows=Windows.TWO)
SENDER_WINDOW, ADDRESS_WINDOW = (0.625, 2.375, 3.25, 0.875), (0.625, 1.0, 4.0, 1.0)
SENDER = ("Lincoln Elementary", "1200 Oak Street", "Springfield, CA 95060")
PLAY = 0.125


def seen_through(window, up, right, folded=FOLDED_HEIGHT):
    """What a window shows of a sheet `up` from the envelope's bottom and `right` of its left."""
    left, bottom, width, height = window
    top = folded - bottom - height + up
    return left - right, top, left - right + width, top + height


def inside(found, seen, clear=0.0):
    return (
        seen[0] + clear <= found[0]
        and seen[1] <= found[1]
        and found[2] <= seen[2] - clear
        and found[3] <= seen[3]
    )


@pytest.mark.parametrize("size", PageSize)
@pytest.mark.parametrize("logo", [b"", a_logo(200, 400)], ids=["plain", "logo"])
@pytest.mark.parametrize("lines", ADDRESSES.values(), ids=ADDRESSES)
def test_sender_and_address_show_through_two_windows_with_an_eighth_of_play(lines, logo, size):
    paper = Paper(windows=Windows.TWO, size=size)
    pdf = drawn(a_page(recipient=lines, paper=paper, letterhead=a_letterhead(logo=logo)))
    width, height = (side / INCH for side in size.points)
    for up, right in itertools.product((0, PLAY), (0, ENVELOPE_WIDTH - width)):
        for window, texts in ((SENDER_WINDOW, SENDER), (ADDRESS_WINDOW, lines)):
            seen = seen_through(window, up, right, height / 3)
            assert inside(block(pdf, texts, height), seen, clear=0.12), (texts, up, right)


@pytest.mark.parametrize(("down", "right"), extremes())
def test_an_address_of_three_lines_shows_in_two_windows_wherever_the_sheet_slides(down, right):
    lines = ADDRESSES["three lines"]
    pdf = drawn(a_page(recipient=lines, paper=TWO))
    seen = seen_through(ADDRESS_WINDOW, ENVELOPE_HEIGHT - FOLDED_HEIGHT - down, right)
    assert inside(block(pdf, lines), seen, clear=0.12)


@pytest.mark.parametrize("logo", [b"", a_logo(200, 400)], ids=["plain", "logo"])
@pytest.mark.parametrize(("down", "right"), extremes())
def test_nothing_of_the_letter_shows_in_either_of_two_windows(logo, down, right):
    pdf = drawn(a_page(letterhead=a_letterhead(logo=logo), paper=TWO))
    up = ENVELOPE_HEIGHT - FOLDED_HEIGHT - down
    for window in (SENDER_WINDOW, ADDRESS_WINDOW):
        left, top, end, bottom = seen_through(window, up, right)
        for other in ("Reference", "October", "We received", "Dear", "(555)"):
            for x0, y0, x1, y1 in places(pdf, other):
                beside = x1 / INCH <= left or x0 / INCH >= end
                above_or_below = (792 - y0) / INCH <= top or (792 - y1) / INCH >= bottom
                assert beside or above_or_below, other


@pytest.mark.parametrize("large_print", [False, True], ids=["usual", "large"])
def test_a_long_school_stays_in_its_window_of_two(large_print):
    school = a_letterhead(
        name="Memorial Consolidated " * 6,
        district="Unified " * 20,
        address=Address(street="Oak " * 20, city="Springfield " * 5),
    )
    pdf = drawn(a_page(letterhead=school, paper=TWO, large_print=large_print))
    lowest = max(792 - box[1] for word in ("Memorial", "Oak") for box in places(pdf, word)) / INCH
    assert lowest <= 1.2917
    assert min(box[1] for box in places(pdf, "Unified")) > max(
        box[3] for box in places(pdf, "October")
    )
