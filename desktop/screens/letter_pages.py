"""The pages of a letter's PDF as pictures, made in memory: for the preview and for the printer."""

from __future__ import annotations

import io

from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QImage


class PdfPages:
    """An opened PDF. ``sizes`` are its pages' sizes in points.

    Pdfium is used by one thread at a time; here that is always the window's.
    """

    def __init__(self, pdf: bytes) -> None:
        import pypdfium2  # noqa: PLC0415  # 30 ms that only a letter should pay

        self._document = pypdfium2.PdfDocument(pdf)
        pages = range(len(self._document))
        self.sizes = tuple(QSizeF(*self._document.get_page_size(number)) for number in pages)

    @property
    def written(self) -> tuple[int, ...]:
        """The pages that something stands on."""
        return tuple(number for number in range(len(self.sizes)) if not self.is_empty(number))

    def is_empty(self, number: int) -> bool:
        """Whether nothing stands on a page, as on the back of a letter that ends on the front."""
        from pypdfium2 import raw  # noqa: PLC0415

        page = self._document[number]
        empty = raw.FPDFPage_CountObjects(page) == 0
        page.close()
        return bool(empty)

    def picture(self, number: int, whole: QSize, rows: range | None = None) -> QImage:
        """A page, or a strip of it, on white.

        Args:
            number: which page, from 0.
            whole: size of the whole page in pixels.
            rows: the strip's rows of pixels from the top of the page; None: all of it.

        Returns:
            A picture as wide as the page and as high as the strip.
        """
        import pypdfium2  # noqa: PLC0415
        from pypdfium2 import raw  # noqa: PLC0415

        strip = rows or range(whole.height())
        bitmap = pypdfium2.PdfBitmap.new_native(whole.width(), len(strip), raw.FPDFBitmap_BGRx)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, whole.width(), len(strip))
        page = self._document[number]
        area = (0, -strip.start, whole.width(), whole.height())
        raw.FPDF_RenderPageBitmap(bitmap, page, *area, 0, raw.FPDF_ANNOT)
        page.close()
        return _image(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride)


class JoinedPages:
    """Many PDFs put together into one, in order; for the window's thread, as ``PdfPages``.

    Each begins on a sheet of its own, also where both sides are printed: a letter goes into an
    envelope, and nothing of another child or to another person may stand on its back.
    """

    def __init__(self) -> None:
        import pypdfium2  # noqa: PLC0415  # 30 ms that only a letter should pay

        self._whole = pypdfium2.PdfDocument.new()

    def add(self, pdf: bytes) -> None:
        """Put the pages of ``pdf`` on sheets after those that are there."""
        import pypdfium2  # noqa: PLC0415

        if len(self._whole) % 2:
            self._whole.new_page(*self._whole.get_page_size(len(self._whole) - 1))
        self._whole.import_pages(pypdfium2.PdfDocument(pdf))

    def pdf(self) -> bytes:
        """All of them."""
        into = io.BytesIO()
        self._whole.save(into)
        return into.getvalue()


def _image(pixels: bytes, width: int, height: int, stride: int) -> QImage:
    """A picture with pixels of its own: those of pdfium go with its bitmap."""
    return QImage(memoryview(pixels), width, height, stride, QImage.Format.Format_RGB32).copy()
