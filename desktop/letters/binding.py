"""Papers bound into one PDF: pages one after the other, each with its bookmark, files attached.

The kept letters go in as they are; what tags them for a screen reader does not survive binding, so
each is also attached as it was, byte for byte.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """One PDF to put in, and what its bookmark says."""

    title: str
    pdf: bytes


def bind(first: Bound, others: Iterable[Bound], attached: Mapping[str, bytes]) -> bytes:
    """``first`` and then ``others`` as one PDF, with the files ``attached`` by their names."""
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415  # 150 ms that only this should cost

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(first.pdf)))
    # The marks of an accessible file would be untrue: the pages that follow lose their tags.
    writer.root_object.pop("/Metadata", None)
    writer.add_outline_item(title=first.title, page_number=0)
    for one in others:
        writer.append(io.BytesIO(one.pdf), outline_item=one.title, import_outline=False)
    for name, body in attached.items():
        writer.add_attachment(name, body)
    into = io.BytesIO()
    writer.write(into)
    return into.getvalue()
