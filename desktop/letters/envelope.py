"""Addressed #10 envelopes, one page each, as a tagged PDF.

The recipient stands where post office machines read it, the return address in its corner.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from desktop.errors import DeskError
from desktop.letters.fitted import Box, fitted, in_the_middle
from desktop.letters.fonts import Fonts
from desktop.letters.layout import Typesetter
from desktop.letters.paint import Painter
from desktop.letters.printable import check_lines
from desktop.letters.stationery import (
    INCH,
    Envelope,
    EnvelopeSize,
    Feed,
    Label,
    load_stationery,
)
from desktop.letters.tagged import TaggedCanvas

_LETTER = (8.5 * INCH, 11 * INCH)
_TITLE, _LANGUAGE = "Envelopes", "en-US"


def draw_envelopes(
    envelopes: Iterable[Envelope], feed: Feed = Feed.OWN, fonts: Fonts | None = None
) -> bytes:
    """The envelopes in their order; the same ones give the same bytes.

    Raises:
        DeskError: ``no-envelope``: there is none, or one has nobody to go to; ``characters``: no
            font can print one of it.
    """
    size, every = load_stationery().envelope, tuple(envelopes)
    if not every or not all(any(map(str.strip, one.recipient)) for one in every):
        raise DeskError(
            "no-envelope",
            "There is nobody to address an envelope to.",
            "Choose a letter or a person with a name.",
        )
    paper = _LETTER if feed is not Feed.OWN else (size.width * INCH, size.height * INCH)
    canvas = TaggedCanvas(size=paper, title=_TITLE, language=_LANGUAGE)
    fonts = fonts or Fonts()
    setter = Typesetter(fonts)
    for one in every:
        check_lines((*one.recipient, *one.sender), fonts)
        _draw(one, size, feed, canvas, setter)
    return canvas.finish()


def _draw(
    envelope: Envelope, size: EnvelopeSize, feed: Feed, canvas: TaggedCanvas, setter: Typesetter
) -> None:
    part = canvas.document.child("Part")
    painter = Painter(canvas, size.height * INCH)
    canvas.write(f"q {_turned(size, feed)} cm")
    sender, recipient = Label(lines=envelope.sender), Label(lines=envelope.recipient)
    if any(map(str.strip, envelope.sender)):
        box = _return_box(size)
        painter.rows(fitted(setter, sender, part.child("P"), box, size.return_points))
    box = _recipient_box(size)
    rows = fitted(setter, recipient, part.child("P"), box, size.points)
    painter.rows(in_the_middle(rows, box))
    canvas.write("Q")
    canvas.showPage()


def _turned(size: EnvelopeSize, feed: Feed) -> str:
    """The matrix from the envelope to the paper: its left end at the top of letter paper."""
    match feed:
        case Feed.OWN:
            return "1 0 0 1 0 0"
        case Feed.LEFT:
            return f"0 -1 1 0 0 {_LETTER[1]:g}"
        case Feed.CENTER:
            return f"0 -1 1 0 {(_LETTER[0] - size.height * INCH) / 2:g} {_LETTER[1]:g}"
        case _:
            assert_never(feed)


def _return_box(size: EnvelopeSize) -> Box:
    return Box(
        left=size.return_left * INCH,
        top=size.return_top * INCH,
        width=size.return_width * INCH,
        height=(size.height - size.read_top - size.return_top) * INCH,
    )


def _recipient_box(size: EnvelopeSize) -> Box:
    return Box(
        left=size.recipient_left * INCH,
        top=(size.height - size.read_top) * INCH,
        width=(size.width - size.read_side - size.recipient_left) * INCH,
        height=(size.read_top - size.read_bottom) * INCH,
    )
