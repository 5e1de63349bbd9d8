"""From the bytes of a roster file to rows with their line numbers, or one fault that says why not.

Student information systems and spreadsheets write CSV in many ways: UTF-8 with or without a mark,
UTF-16, Windows-1252, commas, semicolons or tabs. Which column means what is decided elsewhere.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.records.names import clean_name
from desktop.records.roster import FaultCode, RowFault, Watch, file_fault, row_fault

MAX_COLUMNS = 1000
_SAMPLE_BYTES = 4096
_DELIMITERS = ",;\t|"
_QUOTED = re.compile('"[^"]*"')
_SEPARATOR_LINE = re.compile(r'^"?sep=([,;\t|])"?\s*$', re.IGNORECASE)

_OTHER_FILES = (
    (b"%PDF", FaultCode.PDF),
    (b"\xd0\xcf\x11\xe0", FaultCode.SPREADSHEET),
    (b"\x1f\x8b", FaultCode.ZIP),
    (b"\x89PNG", FaultCode.NOT_A_TABLE),
    (b"\xff\xd8\xff", FaultCode.NOT_A_TABLE),
    (b"{\\rtf", FaultCode.NOT_A_TABLE),
)


class UnusableFileError(Exception):
    """A file cannot be read on; ``fault`` says why. Caught by the readers, never shown itself."""

    def __init__(self, fault: RowFault) -> None:
        super().__init__(fault.says.code)
        self.fault = fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A file split into its header and the text of its rows.

    ``line_count`` is the number of physical lines, for progress. ``header_line`` counts from 1.
    """

    file: str
    headers: tuple[str, ...]
    header_line: int
    line_count: int
    delimiter: str
    text: str

    def rows(self, columns: int, faults: list[RowFault], watch: Watch) -> Iterator[Row]:
        """Each row with the physical line it begins on; blank rows are passed over.

        A row that ends before the first ``columns`` cells, or has text beyond the last column,
        becomes a fault instead.

        Raises:
            UnusableFileError: an open quote or an enormous cell.
            ReadingStoppedError: somebody pressed Cancel.
        """
        width = len(self.headers)
        for line, cells in _records(self.file, self.text, self.delimiter):
            if line <= self.header_line:
                continue
            blank = not "".join(cells).strip()
            watch.row(blank=blank)
            if blank:
                continue
            if len(cells) == width:
                yield line, cells
            elif any(cell.strip() for cell in cells[width:]):
                faults.append(row_fault(self.file, line, FaultCode.ROW_TOO_WIDE, columns=width))
            elif len(cells) < columns:
                before = self.headers[len(cells)]
                faults.append(row_fault(self.file, line, FaultCode.ROW_TOO_SHORT, before=before))
            else:
                yield line, cells


Row = tuple[int, list[str]]


def read_table(file: str, data: bytes) -> Table:
    """The header of ``file`` and its rows, not yet walked.

    Raises:
        UnusableFileError: empty, not text, damaged, or without a usable header.
    """
    text = decode(file, data)
    delimiter = _delimiter(text)
    line, cells = _header(file, text, delimiter)
    if len(cells) > MAX_COLUMNS:
        fault = file_fault(
            file, FaultCode.TOO_MANY_COLUMNS, line, count=len(cells), most=MAX_COLUMNS
        )
        raise UnusableFileError(fault)
    return Table(
        file=file,
        headers=tuple(clean_name(cell) for cell in cells),
        header_line=line,
        line_count=text.count("\n") or text.count("\r"),
        delimiter=delimiter,
        text=text,
    )


def decode(file: str, data: bytes) -> str:
    """The text of ``data``, in whichever usual encoding it is written.

    Raises:
        UnusableFileError: nothing in it, another kind of file, NUL characters, or bytes that
            fit no encoding the whole file could have.
    """
    if not data.strip(b"\0\t\n\r \xef\xbb\xbf\xfe\xff"):
        raise UnusableFileError(file_fault(file, FaultCode.EMPTY))
    _refuse_other_files(file, data)
    text = _decoded(file, data)
    nul = text.find("\0")
    if nul >= 0:
        raise UnusableFileError(file_fault(file, FaultCode.NUL, _line_at(text, nul)))
    begins = text.lstrip()[:1]
    if begins in {"<", "{", "["}:
        code = FaultCode.WEB_PAGE if begins == "<" else FaultCode.NOT_A_TABLE
        raise UnusableFileError(file_fault(file, code))
    return text


def _refuse_other_files(file: str, data: bytes) -> None:
    if data.startswith(b"PK\x03\x04"):
        workbook = b"xl/" in data or b"content.xml" in data
        code = FaultCode.SPREADSHEET if workbook else FaultCode.ZIP
        raise UnusableFileError(file_fault(file, code))
    for start, code in _OTHER_FILES:
        if data.startswith(start):
            raise UnusableFileError(file_fault(file, code))


def _decoded(file: str, data: bytes) -> str:
    wide = _utf_16(data)
    try:
        if wide:
            return data.decode(wide).removeprefix("\ufeff")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as bad:
        if not wide and not _mostly_utf_8(data):
            return _windows(file, data)
        raise _damaged(file, data, bad) from None


def _windows(file: str, data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as bad:
        raise _damaged(file, data, bad) from None


def _damaged(file: str, data: bytes, bad: UnicodeDecodeError) -> UnusableFileError:
    sound = data[: bad.start].decode(bad.encoding, "ignore")
    return UnusableFileError(file_fault(file, FaultCode.ENCODING, _line_at(sound, len(sound))))


def _utf_16(data: bytes) -> str:
    """The UTF-16 codec of ``data``, or empty: by its mark, else by where the zero bytes stand."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = data[:_SAMPLE_BYTES]
    most, few = len(sample) * 0.15, len(sample) * 0.02
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > most and even < few:
        return "utf-16-le"
    return "utf-16-be" if even > most and odd < few else ""


def _mostly_utf_8(data: bytes) -> bool:
    """Whether bytes that are not UTF-8 look like damage to a file that otherwise is.

    Reading such a file as Windows-1252 would garble every accented name in silence.
    """
    whole = sum(not character.isascii() for character in data.decode("utf-8", "ignore"))
    broken = data.decode("utf-8", "replace").count("\ufffd")
    return whole > broken


def _line_at(text: str, position: int) -> int:
    return len(re.findall(r"\r\n|\r|\n", text[:position])) + 1


def _delimiter(text: str) -> str:
    """The separator that stands most often in the first line; a comma when there is none."""
    first = next((line for line in io.StringIO(text, newline="") if line.strip()), "")
    told = _SEPARATOR_LINE.match(first)
    if told:
        return told[1]
    bare = _QUOTED.sub("", first)
    return max(_DELIMITERS, key=bare.count)


def _header(file: str, text: str, delimiter: str) -> Row:
    for line, cells in _records(file, text, delimiter):
        told = len(cells) == 1 or (len(cells) == 2 and not cells[1])  # noqa: PLR2004  # "sep=;"
        if told and cells[0].lower().startswith("sep="):
            continue
        if any(cell.strip() for cell in cells):
            return line, cells
    raise UnusableFileError(file_fault(file, FaultCode.EMPTY))


def _records(file: str, text: str, delimiter: str) -> Iterator[Row]:
    """Rows as the csv module splits them, each with the physical line it begins on."""
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True, strict=True
    )
    begins = 1
    try:
        for cells in reader:
            yield begins, cells
            begins = reader.line_num + 1
    except csv.Error:
        # An open quote swallows line after line until the csv module's limit for one cell.
        one_line = reader.line_num <= begins and _longest_cell(text, begins)
        code = FaultCode.CELL_TOO_LARGE if one_line else FaultCode.QUOTES
        raise UnusableFileError(file_fault(file, code, begins)) from None


def _longest_cell(text: str, line: int) -> bool:
    """Whether ``line`` (from 1) is longer than the csv module takes for one cell."""
    source = io.StringIO(text, newline="")
    for _ in range(line - 1):
        source.readline()
    return len(source.readline()) > csv.field_size_limit()
