"""The looking for names on the disk finds them, however they are written, and fails the test."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.canaries import hits, sung
from tests.offices import PASSPHRASE, a_student

ROOT = Path(__file__).parent.parent
NAME = a_student().family

WAYS = {
    "utf-8": lambda text: text.encode(),
    "small letters": lambda text: text.casefold().encode(),
    "capitals": lambda text: text.upper().encode(),
    "utf-16": lambda text: text.encode("utf-16-le"),
    "utf-16 of other machines": lambda text: text.encode("utf-16-be"),
    **{f"base64 after {n}": lambda text, n=n: base64.b64encode(bytes(n) + text.encode())
       for n in range(4)},
}  # fmt: skip


@pytest.mark.parametrize("secret", [NAME, PASSPHRASE])
@pytest.mark.parametrize("way", WAYS)
def test_a_canary_is_found_however_it_is_written(way, secret):
    noise = os.urandom(50)
    assert sung(noise + WAYS[way](f"{secret} of grade 4") + noise)
    assert not sung(noise + WAYS[way]("Somebody of grade 4") + noise)


@pytest.mark.parametrize(
    "name",
    ["office.records", "office.records-wal", "backups/7/note.json", "window.toml",
     "passing/one.pdf", "core.1234"],
)  # fmt: skip
def test_in_an_office_s_folder_no_file_is_meant_to_hold_one(tmp_path, name):
    (tmp_path / "open.lock").touch()
    place = tmp_path / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(NAME)
    found = hits(tmp_path)
    place.unlink()
    assert found == [place]


def test_what_a_person_saved_elsewhere_may_hold_one_and_any_other_file_not(tmp_path):
    (tmp_path / "list.csv").write_text(NAME)
    (tmp_path / "debug.log").write_text(NAME)
    found = hits(tmp_path)
    (tmp_path / "debug.log").unlink()
    assert [one.name for one in found] == ["debug.log"]


HOOKS = "from tests.canaries import _canaries, _canaries_of_all, pytest_runtest_makereport"
PLANTED = f"""
import logging

def test_left(tmp_path):
    (tmp_path / "left.log").write_text("{NAME}")

def test_logged():
    logging.getLogger("desktop").warning("{NAME}")

def test_shared(tmp_path_factory):
    (tmp_path_factory.mktemp("shared") / "left.log").write_text("{NAME}")

def test_nothing(tmp_path):
    pass
"""


def test_a_test_that_leaves_or_logs_a_name_fails(tmp_path):
    """Proved by a run of its own, whose tests do just that."""
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "conftest.py").write_text(HOOKS)
    (inner / "test_planted.py").write_text(PLANTED)
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull,
         "--rootdir", inner, "--basetemp", inner / "temp", inner / "test_planted.py"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    shutil.rmtree(inner)
    told = {line.split("::")[-1].split(" ")[0] for line in done.stdout.splitlines() if "::" in line}
    assert {"test_left", "test_logged"} <= told
    assert "1 failed, 3 passed, 2 errors" in done.stdout
