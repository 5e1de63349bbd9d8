"""The same letters by reportlab's canvas alone: no tags, only Latin, nothing kept together.

It is what the price of ours is measured against, so it is tuned as far as it goes: the accelerator
loaded, one font object for all, the pictures decoded once, no ASCII armour.
"""

from __future__ import annotations

import io
from collections.abc import Iterable

from reportlab import rl_config
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from desktop.letters.markup import Heading, Line, Markup, Paragraph
from desktop.letters.page import Page
from desktop.paths import resources

_LEFT, _WIDTH, _SIZE, _LEADING = 72, 468, 10.5, 14.4


def bare_letters(pages: Iterable[Page]) -> bytes:
    """All letters as one PDF; each is a page long."""
    rl_config.useA85 = 0
    for name in ("NotoSans-Regular", "NotoSans-Bold"):
        pdfmetrics.registerFont(TTFont(name, str(resources("fonts", f"{name}.ttf"))))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, 792), pageCompression=1, invariant=1)
    markup, pictures = Markup(), dict[bytes, ImageReader]()
    for page in pages:
        _draw(canvas, page, markup, pictures)
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, page: Page, markup: Markup, pictures: dict[bytes, ImageReader]) -> None:
    school = page.letterhead.school
    for data in (school.logo, page.signature):
        if data not in pictures:
            pictures[data] = ImageReader(io.BytesIO(data))
    canvas.drawImage(pictures[school.logo], _LEFT, 724, 64, 32)
    _lines(canvas, [school.name], 740, 15, bold=True, left=148)
    _lines(canvas, page.letterhead.contact(), 722, 9, left=148)
    _lines(canvas, page.recipient, 600, 11)
    _lines(canvas, [str(page.on), page.reference], 600, 11, left=396)
    y = _lines(canvas, [page.title], 515, 13, bold=True)
    for block in markup.blocks(page.text):
        for text, bold in _texts(block):
            broken = simpleSplit(text, _font(bold=bold), _SIZE, _WIDTH)
            y = _lines(canvas, broken, y - 5, _SIZE, bold=bold)
    canvas.drawImage(pictures[page.signature], _LEFT, y - 44, 170, 40)
    _lines(canvas, page.signer, y - 58, _SIZE)
    canvas.showPage()


def _texts(block: object) -> Iterable[tuple[str, bool]]:
    if isinstance(block, Paragraph | Heading):
        return [(_plain(line), isinstance(block, Heading)) for line in block.lines]
    inner = getattr(block, "items", None) or (getattr(block, "blocks", ()),)
    return [text for item in inner for one in item for text in _texts(one)]


def _plain(line: Line) -> str:
    return "".join(run.text for run in line)


def _font(*, bold: bool) -> str:
    return "NotoSans-Bold" if bold else "NotoSans-Regular"


def _lines(
    canvas: Canvas,
    texts: Iterable[str],
    y: float,
    size: float,
    *,
    bold: bool = False,
    left: float = _LEFT,
) -> float:
    """Set lines below each other from the baseline `y`; where the next one would stand."""
    canvas.setFont(_font(bold=bold), size)
    for text in texts:
        canvas.drawString(left, y, text)
        y -= size * _LEADING / _SIZE
    return y
