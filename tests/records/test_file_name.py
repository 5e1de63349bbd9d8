"""Names of files on every computer of an office: a fuzz against Windows' own rules."""

from __future__ import annotations

import random
import string
import unicodedata
from pathlib import PureWindowsPath

import pytest

from desktop.records.file_name import LONGEST, is_safe, safe_name

DEVICES = [
    "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", *(f"COM{n}" for n in range(10)),
    *(f"LPT{n}" for n in range(10)), "COM¹", "LPT³",
]  # fmt: skip
NASTY = (
    *DEVICES, *(one.lower() for one in DEVICES), "..", "/", "\\", ":", "\x00", "\n", "\r", "\t",
    "\u202e", "\u200b", "\ufeff", "\ud800", "~", "$DATA", ".lnk", " ", ". ", "é", "e\u0301", "ễ",
    "家", "👩\u200d👧", "%00", "C:", "\\\\?\\", "'", '"', "|", "*", "?", "<", ">",
)  # fmt: skip
SHARE, ALL = 2_000, 20_000


def names(count, seed):
    draw = random.Random(seed)  # noqa: S311  # a fuzz, not a secret
    for _ in range(count):
        parts = [
            draw.choice(NASTY) if draw.random() < 0.6 else draw.choice(string.printable) * 3
            for _ in range(draw.randrange(0, 90 if draw.random() < 0.1 else 8))
        ]
        yield "".join(parts), draw.choice(("", ".csv", ".xlsx", ".pdf"))


def check(count, seed):
    for text, ending in names(count, seed):
        name = safe_name(text, ending)
        assert is_safe(name), ascii((text, name))
        assert name.endswith(ending)
        assert name == unicodedata.normalize("NFC", name)
        assert len(name.encode("utf-16-le")) // 2 <= LONGEST + 1
        assert len(name.encode()) <= 255
        # Python's own knowledge of Windows: one part, no drive, no stream, no device.
        path = PureWindowsPath(f"C:/folder/{name}")
        assert path.name == name
        assert path.parent == PureWindowsPath("C:/folder")
        assert not PureWindowsPath(name).is_reserved()


def test_any_text_becomes_a_name_that_every_computer_keeps():
    check(SHARE, seed=1)


@pytest.mark.slow
def test_any_text_becomes_a_name_at_full_count():
    check(ALL, seed=2)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Monthly report 2026-10", "Monthly report 2026-10.csv"),
        ("con", "_con.csv"),
        ("NUL.txt", "_NUL.txt.csv"),
        ("a:hidden", "a-hidden.csv"),
        ("../../etc", "-..-etc.csv"),
        ("gnp\u202e.exe", "gnp-.exe.csv"),
        ("...", "file.csv"),
        ("", "file.csv"),
        ("Año  escolar", "Año escolar.csv"),
    ],
)
def test_what_a_name_becomes(text, name):
    assert safe_name(text, ".csv") == name


@pytest.mark.parametrize(
    "name", ["CON.csv", "a:b.csv", "x.csv.", " x.csv", "x\u202e.csv", "..", ""]
)
def test_what_is_refused_as_it_stands(name):
    assert not is_safe(name)
