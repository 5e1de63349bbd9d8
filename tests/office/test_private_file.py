"""A file a person saves: theirs alone from the first byte on, whole or not at all."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from desktop.errors import DeskError
from desktop.office.private_file import private_file
from desktop.screens.printing import save_pdf

ROOT = Path(__file__).parents[2]
BINARY = 1 << 30


def test_it_is_private_before_it_has_content_and_after(tmp_path):
    path = tmp_path / "one.pdf"
    before = os.umask(0)
    try:
        with private_file(path, b"words") as put:
            assert [one.stat().st_mode & 0o077 for one in tmp_path.iterdir()] == [0]
            put()
    finally:
        os.umask(before)
    assert path.read_bytes() == b"words"
    assert path.stat().st_mode & 0o077 == 0
    assert list(tmp_path.iterdir()) == [path]


def test_left_without_being_put_nothing_stays(tmp_path):
    path = tmp_path / "one.pdf"
    path.write_bytes(b"old")
    with private_file(path, b"new"):
        pass
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("one.pdf", b"old")]


@pytest.mark.parametrize("name", ["CON.pdf", "lpt1", "a:b.pdf", "one.pdf.", "x\u202efdp.exe"])
def test_a_name_another_computer_takes_for_something_else_is_refused(tmp_path, name):
    with pytest.raises(DeskError, match="file_name"):
        save_pdf(b"%PDF", tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_windows_writes_no_byte_of_its_own(tmp_path, monkeypatch):
    """There ``os.open`` begins in text mode, which changes every end of a line."""
    asked, real = [], os.open

    def opening(path, flags, *mode):
        asked.append(flags)
        return real(path, flags & ~BINARY, *mode)

    monkeypatch.setattr(os, "O_BINARY", BINARY, raising=False)
    monkeypatch.setattr(os, "open", opening)
    with private_file(tmp_path / "one.pdf", b"a\nb") as put:
        put()
    assert asked
    assert all(flags & BINARY for flags in asked)


WRITES = re.compile(
    r"write_bytes\(|write_text\(|QSaveFile|QFile\(|NamedTemporary|mkstemp|mkdtemp|TemporaryDirectory\("
    r"|open\([^)\n]*[\"'][wxa]b?[\"']|os\.open\([^)\n]*O_CREAT"
)
# Where the program writes, and what: nothing but the records file and its copies, under keys, and
# what a person saves holds a name.
KNOWN = {
    "private_file.py": "what a person saves",
    "letter.py": "a proof with sample values, for the command",
    "vault.py": "the records file", "backup.py": "its copies",
    "key_files.py": "keys", "mark.py": "the mark", "tries.py": "counts", "kept_file.py": "settings",
    "hold.py": "who has the office open", "one_copy.py": "the same", "place.py": "random bytes",
    "office.py": "a folder for the files of a new office", "restoring.py": "the same, of a copy",
}  # fmt: skip


def test_every_place_that_writes_is_known():
    sources = {one.name: one.read_text("utf-8") for one in (ROOT / "desktop").rglob("*.py")}
    assert {name for name, text in sources.items() if WRITES.search(text)} <= set(KNOWN)
    assert WRITES.search('open(path, "wb")')
