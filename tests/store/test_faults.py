"""A full disk, a file in use, a fault half-way: one sentence, and nothing half saved."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.errors import DeskError
from desktop.store import engine
from desktop.store.faults import translated
from desktop.store.journal import Event
from tests.store.files import BY, names, rename, reopen

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of a POSIX process")


def run_limited(how: str, folder: Path, size: int, before: tuple[str, ...] = ()) -> dict:
    done = subprocess.run(  # noqa: S603  # our own program
        [*before, sys.executable, "-m", "tests.store.limited", how, str(folder), str(size)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return json.loads(done.stdout)


def test_a_file_that_may_not_grow_loses_nothing_and_saves_nothing_by_halves(path):
    told = run_limited("limit", path.parent, 2_000_000)
    assert told == {"code": "disk", "open": False, "read": ["Jo Reyes"], "after": ["Jo Reyes"]}


def test_an_office_that_cannot_be_made_leaves_nothing_behind(path):
    assert run_limited("create", path.parent, 100_000) == {"code": "disk", "left": []}


def test_a_full_disk_is_told_as_full(path):
    """A real file system of two megabytes, where one may be mounted."""
    mount = f'mount -t tmpfs -o size=2m none {path.parent} && exec "$@"'
    apart = ("unshare", "-r", "-m", "sh", "-c", mount, "sh")
    if (
        shutil.which("unshare") is None
        or subprocess.run(  # noqa: S603
            [*apart, "true"], capture_output=True, check=False
        ).returncode
    ):
        pytest.skip("no file system can be mounted here")
    told = run_limited("disk", path.parent, 0, apart)
    assert told == {"code": "disk_full", "open": False, "read": ["Jo Reyes"], "after": ["Jo Reyes"]}


def test_the_engines_own_limit_is_told_as_full_too(store):
    (pages,) = store.rows("pragma page_count")[0]
    store._connection.execute(f"pragma max_page_count = {pages}")
    with pytest.raises(DeskError) as caught:
        rename(store, "x" * 100_000)
    assert caught.value.code == "disk_full"
    assert "what you typed is still on the screen" in caught.value.remedy
    assert names(store) == ["Jo Reyes"]


def test_a_file_in_use_by_another_is_told_and_the_change_can_be_made_later(store, path):
    other = reopen(path)
    store._connection.execute("pragma busy_timeout = 50")
    other._connection.execute("begin immediate")
    with pytest.raises(DeskError) as caught:
        rename(store, "Second")
    assert caught.value.code == "locked"
    assert names(store) == ["Jo Reyes"]
    other._connection.execute("rollback")
    other.close()
    rename(store, "Second")
    assert names(store) == ["Second"]


def test_somebody_reading_never_waits_for_somebody_writing(store, path):
    other = reopen(path)
    with store.change(Event(kind="person.changed"), by=BY) as change:
        change.execute("update person set name = 'Under Way' where id = 1")
        assert names(other) == ["Jo Reyes"]
    assert names(other) == ["Under Way"]
    other.close()


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("database or disk is full", "disk_full"),
        ("database is locked", "locked"),
        ("attempt to write a readonly database", "read_only"),
        ("file is not a database", "wrong_key"),
        ("database disk image is malformed", "damaged"),
        ("disk I/O error", "disk"),
        ("unable to open database file", "cannot_open"),
    ],
)
def test_each_fault_of_the_engine_has_its_sentence(said, code):
    with pytest.raises(DeskError) as caught, translated():
        raise engine.Error(said)
    assert caught.value.code == code
    assert said not in caught.value.sentence()


def test_a_fault_that_is_our_bug_stays_what_it_is():
    with pytest.raises(engine.IntegrityError), translated():
        raise engine.IntegrityError("UNIQUE constraint failed: person.id")
