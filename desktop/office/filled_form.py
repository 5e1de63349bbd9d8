"""What stands in the fields of a PDF that came from outside, as plain text; nothing else of it.

No script, link, picture or attachment of the file is looked at. What is read is believed in
nothing: it goes through the same checks as typing. A hostile file can keep any reader busy, so the
program reads apart from itself: see ``reading_apart``.
"""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from desktop.errors import DeskError
from desktop.records.blank import MARK_FIELD, MARK_PRINTED, REFERENCE_FIELD

if TYPE_CHECKING:
    from pypdf import PdfReader

LARGEST_BYTES = 10 * 1024 * 1024
_MOST_FIELDS = 1_000
_MOST_PAGES_READ = 3
_LONGEST_VALUE = 20_000
_LONGEST_NAME = 200
_HEAD_BYTES = 1024
_OFF = "/Off"
_PRINTED = re.compile(rf"{MARK_PRINTED} ([a-z-]{{1,40}}\.\d{{1,4}}\.[a-z]{{2,3}})")
# What a damaged file makes pypdf raise beside its own errors.
_DAMAGE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


class RawForm(msgspec.Struct, frozen=True, kw_only=True):
    """A filled form as the file has it: texts and ticks by the name of their field.

    `mark` is the code of the form, `reference` the number of a request or empty.
    """

    mark: str
    reference: str = ""
    values: dict[str, str] = {}
    ticked: tuple[str, ...] = ()


def read_form(pdf: bytes) -> RawForm:
    """The fields of a filled form.

    Raises:
        DeskError: ``form_not_pdf``, ``form_large``, ``form_encrypted``, ``form_damaged``,
            ``form_foreign`` or ``form_flattened``; each says in a sentence what to do instead.
    """
    check_size(len(pdf))
    if b"%PDF-" not in pdf[:_HEAD_BYTES]:
        raise DeskError(
            "form_not_pdf", "This file is not a PDF.", "Open the form as the family sent it."
        )
    from pypdf import PdfReader  # noqa: PLC0415  # 150 ms that only a filled form should cost
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would quote the file
    try:
        return _read(PdfReader(io.BytesIO(pdf)))
    except (PyPdfError, *_DAMAGE) as fault:
        raise DeskError(
            "form_damaged", "This PDF is damaged and cannot be read.", "Ask for it once more, or "
            "type it in from the page.",
        ) from fault  # fmt: skip


def check_size(size: int) -> None:
    """Refuse a file no filled form is as large as.

    Raises:
        DeskError: ``form_large``.
    """
    if size > LARGEST_BYTES:
        raise DeskError(
            "form_large",
            "This file is larger than a filled form can be.",
            "Open the form itself, or type it in from the page.",
        )


def _read(reader: PdfReader) -> RawForm:
    if reader.is_encrypted:
        raise DeskError(
            "form_encrypted",
            "This PDF is locked, so its fields cannot be read.",
            "Ask for it without a lock, or type it in from the page.",
        )
    values: dict[str, str] = {}
    ticked: list[str] = []
    for name, value in _fields(reader):
        if isinstance(value, bool):
            ticked += [name] if value else []
        elif value and not values.get(name):
            values[name] = value
    found = values.pop(MARK_FIELD, "") or _printed_mark(reader)
    reference = values.pop(REFERENCE_FIELD, "")
    _check_ours(found, any_field=bool(values or ticked or _has_fields(reader)))
    return RawForm(mark=found, reference=reference, values=values, ticked=tuple(ticked))


def _check_ours(mark: str, *, any_field: bool) -> None:
    if not mark:
        raise DeskError(
            "form_foreign",
            "This PDF is not one of the forms this program prints.",
            "Type it in from the page: it counts all the same.",
        )
    if not any_field:
        raise DeskError(
            "form_flattened",
            "This form was flattened: what is filled in is only a picture now.",
            "Type it in from the page.",
        )


def _printed_mark(reader: PdfReader) -> str:
    """The code at the foot of a sheet, where the fields do not tell the form."""
    for number in range(_MOST_PAGES_READ):
        if number >= len(reader.pages):
            break
        found = _PRINTED.search(" ".join(reader.pages[number].extract_text().split()))
        if found:
            return found[1]
    return ""


# The fields, ISO 32000-1, 12.7.3


def _has_fields(reader: PdfReader) -> bool:
    return next(_fields(reader), None) is not None


def _fields(reader: PdfReader) -> Iterator[tuple[str, str | bool]]:
    """Name and value of every field: text, or whether it is ticked; no field twice."""
    form = _at(reader.trailer["/Root"], "/AcroForm")
    waiting = list(reversed(_list(form, "/Fields")))
    seen = 0
    while waiting:
        seen += 1
        if seen > _MOST_FIELDS:  # or fields that contain each other
            break
        one = _object(waiting.pop())
        kids = [kid for kid in _list(one, "/Kids") if _at(_object(kid), "/T") is not None]
        waiting += reversed(kids)
        name = _text(_at(one, "/T"))
        if name and not kids:
            yield name.rpartition(".")[2][:_LONGEST_NAME], _value(one)


def _value(field: Any) -> str | bool:
    """A field's text; of a box to tick, whether any state but "off" is chosen, however called."""
    value = _at(field, "/V")
    if _is_name(value):
        return str(value) != _OFF
    if value is None and _is_button(field):
        states = [_at(field, "/AS"), *(_at(_object(kid), "/AS") for kid in _list(field, "/Kids"))]
        return any(state is not None and str(state) != _OFF for state in states)
    return _text(value)[:_LONGEST_VALUE]


def _is_button(field: Any) -> bool:
    return str(_at(field, "/FT")) == "/Btn"


def _is_name(value: Any) -> bool:
    from pypdf.generic import NameObject  # noqa: PLC0415

    return isinstance(value, NameObject)


def _text(value: Any) -> str:
    """A text string as text: PDFDocEncoding, UTF-16 or UTF-8; of a stream or a list what is in."""
    from pypdf.generic import StreamObject  # noqa: PLC0415

    if isinstance(value, list):
        value = _object(value[0]) if value else ""
    if isinstance(value, StreamObject):
        value = value.get_data()
    if isinstance(value, bytes):
        return _decoded(bytes(value[: 4 * _LONGEST_VALUE]))
    return str(value) if isinstance(value, str) else ""


def _decoded(data: bytes) -> str:
    for mark, code in (
        (b"\xfe\xff", "utf-16-be"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xef\xbb\xbf", "utf-8"),
    ):
        if data.startswith(mark):
            return data[len(mark) :].decode(code, "replace")
    return data.decode("cp1252", "replace")


def _at(holder: Any, key: str) -> Any:
    """What `holder` has under `key`, or None; None too where it is no dictionary."""
    return _object(holder.get(key)) if isinstance(holder, dict) else None


def _list(holder: Any, key: str) -> list[Any]:
    found = _at(holder, key)
    return list(found[:_MOST_FIELDS]) if isinstance(found, list) else []


def _object(value: Any) -> Any:
    """What a reference leads to."""
    return value.get_object() if hasattr(value, "get_object") else value
