"""Tables that leave: no cell runs anything, nothing is lost on the way, no copy lies about."""

from __future__ import annotations

import csv
import io
import random
import string
import tempfile
import zipfile
from datetime import date
from zipfile import ZipFile

import openpyxl
import pytest

from desktop.office.spreadsheet import as_file, as_xlsx
from desktop.records.roster_csv import preview_csv, read_csv
from desktop.records.sheet import LONGEST_CELL, Sheet, SheetFormat, as_csv, inert
from desktop.wording.sentences import load_wording
from tests.rosters import plain_csv

SHARE, ALL = 2_000, 20_000
STARTS = "=+-@\uff1d\uff0b\uff0d\uff20"
NASTY = (
    *STARTS, "\t", "\r", "\n", "\x00", "\x1b", "\ud800", "\uffff", "\ufeff", "\u200b", "\u00a0",
    " ", "'", '"', ",", ";", "|", "=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3", "#N/A",
    '=HYPERLINK("http://x","y")', "<b>", "é", "ễ", "家", "👩\u200d👧", "\u202e", "]]>", "&#0;",
    "_x0041_",
)  # fmt: skip


def texts(count, seed):
    draw = random.Random(seed)  # noqa: S311  # a fuzz, not a secret
    for _ in range(count):
        yield "".join(
            draw.choice(NASTY) if draw.random() < 0.7 else draw.choice(string.printable)
            for _ in range(draw.randrange(0, 6))
        )


def a_sheet(*rows, heads=("Name", "Count")):
    return Sheet(id="test", title="Test: a/b", heads=heads, rows=rows)


def starts_nothing(text):
    return text.lstrip(" \u00a0\u3000\ufeff\u200b\u200c\u200d\u2060\u00ad")[:1] not in {
        *STARTS, "\t", "\r", "\n",
    }  # fmt: skip


def check_out(count, seed):
    """Every text as CSV, read by Python and by our own reader, and as a workbook."""
    drawn = list(texts(count, seed))
    sheet = a_sheet(*((one, place) for place, one in enumerate(drawn)))
    kept = [inert(one) for one in drawn]
    assert all(starts_nothing(one) for one in kept)
    assert [inert(one) for one in kept] == kept
    data = as_csv(sheet)
    read = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert read[1:] == [[one, str(place)] for place, one in enumerate(kept)]
    rows = list(openpyxl.load_workbook(io.BytesIO(as_xlsx(sheet))).active.iter_rows(min_row=2))
    assert not {row[0].data_type for row in rows} & {"f", "e", "d", "b"}  # text, every one
    for row, one, place in zip(rows, kept, range(count), strict=True):
        assert row[1].value == place
        # XML has one kind of line end, and the reader takes _x0041_ for a letter.
        if "\r" not in one and "_x" not in one:
            assert (row[0].value or "") == one, ascii(one)


def test_no_text_becomes_a_formula_and_none_is_changed_otherwise():
    check_out(SHARE, seed=1)


@pytest.mark.slow
def test_no_text_becomes_a_formula_at_full_count():
    check_out(ALL, seed=2)


def damaged(count, seed):
    draw = random.Random(seed)  # noqa: S311  # a fuzz, not a secret
    good = plain_csv(3)
    for _ in range(count):
        data = bytearray(good)
        for _ in range(draw.randrange(1, 6)):
            place = draw.randrange(len(data))
            match draw.randrange(4):
                case 0:
                    data[place] = draw.randrange(256)
                case 1:
                    data[place:place] = draw.randbytes(draw.randrange(1, 4))
                case 2:
                    del data[place : place + draw.randrange(1, 40)]
                case _:
                    sign = draw.choice((b'"', b"\r", b"\n", b",", b"\x00", b"\xff\xfe", b"=1+1"))
                    data[place:place] = sign
            data = data or bytearray(b"x")
        yield bytes(data)


def check_in(count, seed):
    """Files that are not what they say: read as a roster, or every fault named; never a crash."""
    words = load_wording()
    read = refused = 0
    for data in damaged(count, seed):
        preview = preview_csv("list.csv", data)
        if preview.fault is not None:
            refused += 1
            continue
        plan = read_csv("list.csv", data, preview.mapping, today=date(2026, 9, 1))
        assert plan.students or plan.faults
        assert all(words.say(fault.place) and words.say(fault.says) for fault in plan.faults)
        read += plan.applicable
        refused += not plan.applicable
    assert min(read, refused) > count // 50  # both happen


def test_a_damaged_file_is_read_or_refused():
    check_in(SHARE // 4, seed=3)


@pytest.mark.slow
def test_a_damaged_file_is_read_or_refused_at_full_count():
    check_in(ALL, seed=4)


def test_days_and_numbers_stay_what_they_are():
    sheet = a_sheet((date(2026, 10, 5), -3), (None, 2.5))
    assert as_csv(sheet).decode("utf-8-sig").splitlines()[1:] == ['"2026-10-05","-3"', '"","2.5"']
    page = openpyxl.load_workbook(io.BytesIO(as_xlsx(sheet))).active
    assert [cell.value for cell in page[2]][1] == -3
    assert page["A2"].value.date() == date(2026, 10, 5)
    assert page.freeze_panes == "A2"


def test_a_text_is_cut_where_a_cell_ends():
    assert len(inert("=" * 40_000)) == LONGEST_CELL


@pytest.mark.parametrize("kind", SheetFormat)
def test_the_same_table_is_the_same_file(kind):
    sheet = a_sheet(("Mia", 1))
    assert as_file(sheet, kind) == as_file(sheet, kind)


def test_no_part_of_a_workbook_tells_when_it_was_made():
    """It did, to two seconds: the same table was another file a moment later."""
    with ZipFile(io.BytesIO(as_xlsx(a_sheet(("Mia", 1))))) as parts:
        assert {one.date_time for one in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_workbook_never_touches_the_folder_for_passing_files(tmp_path, monkeypatch):
    """openpyxl would write every sheet there in the clear first, and leave it after a crash."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    made = []
    real = tempfile.NamedTemporaryFile
    monkeypatch.setattr(
        tempfile, "NamedTemporaryFile", lambda *a, **k: made.append(a) or real(*a, **k)
    )
    monkeypatch.setattr(
        "openpyxl.worksheet._writer.NamedTemporaryFile",
        lambda *a, **k: made.append(a) or real(*a, **k),
    )
    data = as_xlsx(a_sheet(("Xanthippe", 1)))
    assert made == []
    assert list(tmp_path.iterdir()) == []
    inside = zipfile.ZipFile(io.BytesIO(data))
    whole = b"".join(inside.read(name) for name in inside.namelist())
    assert b"Xanthippe" in whole
    openpyxl.Workbook().save(io.BytesIO())
    assert made  # the library on its own does; else this test could not fail
