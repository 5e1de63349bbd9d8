"""Read one of the program's TOML files into a frozen type; a fault names file, key and line."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import TypeVar

import msgspec

from desktop.errors import ResourceError

T = TypeVar("T")
Fill = Callable[[object], object]
"""Completes what a file says before it is checked: tables of plain values in and out."""

_MSGSPEC_PLACE = re.compile(r"^(?P<why>.*?)(?: - at `\$(?P<path>[^`]*)`)?$", re.DOTALL)
_TOML_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_PATH_PART = re.compile(r"\.([A-Za-z_][\w-]*)|\[(\d+|\.\.\.)\]")


def read_toml(file: Path, kind: type[T], *, fill: Fill | None = None) -> T:
    """Decode ``file`` as ``kind``; unknown keys are refused when the type forbids them.

    ``fill`` completes it first.

    Raises:
        ResourceError: the file is missing, is not UTF-8 TOML, or does not fit ``kind``. ``key`` is
            the place as a dotted path ("rule[2].days"), ``line`` the first line that can be meant.
    """
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise ResourceError(file.name, "", 0, "it cannot be read as UTF-8 text") from fault
    return decode_toml(text, file.name, kind, fill=fill)


def decode_toml(text: str, name: str, kind: type[T], *, fill: Fill | None = None) -> T:
    """Decode TOML ``text`` out of the file ``name`` as ``kind``; lines count from the first.

    Raises:
        ResourceError: as ``read_toml``.
    """
    try:
        return _decoded(text, kind, fill)
    except msgspec.ValidationError as fault:
        match = _MSGSPEC_PLACE.match(str(fault))
        path = (match and match["path"]) or ""
        why = match["why"] if match else str(fault)
        unknown = re.search(r"unknown field `([^`]+)`", why)
        key = path.lstrip(".")
        if unknown:
            key = f"{key}.{unknown[1]}".lstrip(".")
        raise ResourceError(name, key, _line_of(text, key), why) from fault
    except msgspec.DecodeError as fault:
        line = _TOML_LINE.search(str(fault))
        why = _TOML_LINE.sub("", str(fault)).strip()
        raise ResourceError(name, "", int(line[1]) if line else 0, why) from fault
    except (RecursionError, ValueError) as fault:  # tables nested, or a number, thousands deep
        raise ResourceError(name, "", 0, "it is nested too deeply or too long") from fault


def _decoded(text: str, kind: type[T], fill: Fill | None) -> T:
    if fill is None:
        return msgspec.toml.decode(text, type=kind)
    plain = fill(msgspec.toml.decode(text))
    return msgspec.convert(plain, kind, builtin_types=(datetime, date, time))


def fault_at(file: Path, key: str, why: str) -> ResourceError:
    """A fault found after reading: ``key`` is a dotted path as ``read_toml`` gives it."""
    return ResourceError(file.name, key, _line_of(file.read_text("utf-8"), key), why)


def _line_of(text: str, path: str) -> int:
    """The line where ``path`` begins, as far as the text tells; 0 when it cannot be found.

    Walks the path part by part: a name moves to its table header or its ``name =`` line, an index
    to that occurrence of the ``[[name]]`` header just passed.
    """
    lines = text.splitlines()
    start, table, found = 0, "", 0
    for name, index in _PATH_PART.findall(f".{path}"):
        if name:
            table = f"{table}.{name}" if table else name
            pattern = rf"\s*(?:\[\[?\s*{re.escape(table)}\s*\]\]?|\"?{re.escape(name)}\"?\s*=)"
            hit = _find(lines, start, pattern, 0)
        elif index.isdigit():
            hit = _find(lines, start, rf"\s*\[\[\s*{re.escape(table)}\s*\]\]", int(index))
        else:
            hit = -1
        if hit < 0:
            break
        start, found = hit, hit + 1
    return found


def _find(lines: list[str], start: int, pattern: str, skip: int) -> int:
    for number in range(start, len(lines)):
        if re.match(pattern, lines[number]):
            if skip == 0:
                return number
            skip -= 1
    return -1
