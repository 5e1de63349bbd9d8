"""Bytes of any kind become rows with line numbers, or one fault that says why not."""

import codecs
import csv
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.roster import FaultCode, RowFault, Watch, never, silent
from desktop.records.roster_text import MAX_COLUMNS, UnusableFileError, decode, read_table

ACCENTED = "Name,Number\nJosé Peña,1\nZoë Müller,2\n"


def rows_of(data, columns=0):
    table = read_table("a.csv", data)
    faults: list[RowFault] = []
    return list(table.rows(columns, faults, Watch(silent, never, 0))), faults


def fault_of(data):
    with pytest.raises(UnusableFileError) as caught:
        rows_of(data)
    fault = caught.value.fault
    assert fault.whole_file
    return fault.says.code.removeprefix("roster.fault."), fault.line


@pytest.mark.parametrize(
    "data",
    [
        ACCENTED.encode("utf-8"),
        ACCENTED.encode("utf-8-sig"),
        ACCENTED.encode("cp1252"),
        ACCENTED.encode("utf-16"),
        codecs.BOM_UTF16_BE + ACCENTED.encode("utf-16-be"),
        ACCENTED.encode("utf-16-le"),
        ACCENTED.encode("utf-16-be"),
        ACCENTED.replace(",", ";").encode(),
        ACCENTED.replace(",", "\t").encode("utf-16"),
        ACCENTED.replace("\n", "\r\n").encode(),
        ACCENTED.replace("\n", "\r").encode(),
        ("sep=;\n" + ACCENTED.replace(",", ";")).encode("cp1252"),
        ("\n\n" + ACCENTED).encode(),
        ACCENTED.replace("José Peña", '"José Peña"').encode(),
        ACCENTED.replace(",", ", ").encode(),
    ],
)
def test_a_table_reads_the_same_however_it_was_saved(data):
    (first, second), faults = rows_of(data)
    assert [first[1], second[1]] == [["José Peña", "1"], ["Zoë Müller", "2"]]
    assert faults == []


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", FaultCode.EMPTY, 0),
        (b" \r\n\r\n", FaultCode.EMPTY, 0),
        (codecs.BOM_UTF8, FaultCode.EMPTY, 0),
        (codecs.BOM_UTF16_LE, FaultCode.EMPTY, 0),
        (b",,,\n,,,\n", FaultCode.EMPTY, 0),
        (b"%PDF-1.7\n%\xe2\xe3", FaultCode.PDF, 0),
        (b"PK\x03\x04....xl/workbook.xml", FaultCode.SPREADSHEET, 0),
        (b"PK\x03\x04....users.csv", FaultCode.ZIP, 0),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", FaultCode.SPREADSHEET, 0),
        (b"<!DOCTYPE html><table><tr>", FaultCode.WEB_PAGE, 0),
        (b'[{"name": "Mia"}]', FaultCode.NOT_A_TABLE, 0),
        (b"\x89PNG\r\n\x1a\n", FaultCode.NOT_A_TABLE, 0),
        (b"Name,Number\nMia,1\nLi\x00am,2\n", FaultCode.NUL, 3),
        (b'Name,Number\nMia,1\n"Liam,2\nAna,3\n', FaultCode.QUOTES, 3),
        (b'Name,Number\n"Mia" Alvarez,1\n', FaultCode.QUOTES, 2),
        (b'Name,Number\n"Liam,2\n' + b"Ana Maria Lopez,3\n" * 20_000, FaultCode.QUOTES, 2),
        (b"Name,Number\n" + b"x" * 200_000 + b",1\n", FaultCode.CELL_TOO_LARGE, 2),
        (b",".join(b"c%d" % n for n in range(10_000)) + b"\n1,2\n", FaultCode.TOO_MANY_COLUMNS, 1),
        ("José,Zoë,Peña\n".encode() * 5 + b"Jos\xe9\n", FaultCode.ENCODING, 6),
        ("José,Zoë,Peña\nJosé".encode()[:-1], FaultCode.ENCODING, 2),
        (b"Name\nJos\x81\n", FaultCode.ENCODING, 2),
        ("Name\nMia\n".encode("utf-16") + b"\x00", FaultCode.ENCODING, 3),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_where(data, code, line):
    assert fault_of(data) == (code, line)


def test_lines_are_counted_as_an_editor_counts_them():
    data = b'Name,Note\r\n"Mia","two\r\nlines"\r\n\r\nLiam,one\r\n'
    rows, _ = rows_of(data)
    assert [line for line, _ in rows] == [2, 5]


def test_blank_rows_and_trailing_commas_are_no_faults():
    rows, faults = rows_of(b"Name,Number\nMia,1,,\n,\n  , \nLiam,2\n")
    assert [cells[0] for _, cells in rows] == ["Mia", "Liam"]
    assert faults == []


def test_a_row_with_a_stray_comma_is_a_fault_and_the_others_stay():
    rows, (fault,) = rows_of(b"Name,Number\nAlvarez, Mia,1\nLiam,2\n")
    assert [cells[0] for _, cells in rows] == ["Liam"]
    assert (fault.line, fault.says.code) == (2, "roster.fault.row_too_wide")


def test_a_row_may_end_early_only_after_the_columns_that_are_read():
    data = b"Name,Number,Note\nMia,1\nLiam\n"
    rows, (fault,) = rows_of(data, columns=2)
    assert [cells for _, cells in rows] == [["Mia", "1"]]
    assert (fault.line, fault.says.values) == (3, {"before": "Number"})


def test_the_limit_of_columns_itself_is_fine():
    titles = ",".join(f"c{n}" for n in range(MAX_COLUMNS))
    assert len(read_table("a.csv", f"{titles}\n1,2\n".encode()).headers) == MAX_COLUMNS


def test_the_csv_module_keeps_its_own_limit():
    before = csv.field_size_limit()
    rows_of(ACCENTED.encode())
    assert csv.field_size_limit() == before


@given(st.binary(max_size=200))
def test_no_bytes_whatever_bring_the_reader_down(data):
    with suppress(UnusableFileError):
        rows_of(data)


@given(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_text_survives_every_wide_encoding(text):
    kept = "Name,Number\n" + text
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert decode("a.csv", kept.encode(encoding)) == kept
