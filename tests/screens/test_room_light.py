"""A disk that is nearly full is told of before something does not fit on it any more."""

from __future__ import annotations

import shutil
import subprocess
from collections import namedtuple

import pytest

from desktop.office import place
from desktop.office.settings import WindowSettings
from desktop.records.law import law_of
from desktop.screens import jobs
from desktop.screens.entrance import Entrance
from desktop.screens.window import DeskWindow
from tests.desks import a_desk
from tests.office.fake_keychain import no_keychain
from tests.offices import TODAY, an_office, the_defaults

Usage = namedtuple("Usage", "total used free")
SAID = "MB are left on the disk of the office's files"


@pytest.fixture
def free(monkeypatch):
    """Say how many megabytes the disk has left."""

    def set_free(megabytes):
        usage = Usage(0, 0, megabytes << 20)
        monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)

    return set_free


@pytest.fixture
def window(qtbot, office):
    shown = DeskWindow(a_desk(office, TODAY, practice=True), WindowSettings(tour_seen=True))
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    qtbot.waitUntil(lambda: hasattr(shown, "reminders"))
    return shown


def test_a_disk_with_room_is_not_spoken_of(window):
    assert window.status.room.isHidden()


def test_the_window_says_it_once_and_the_strip_keeps_saying_it(window, free):
    free(40)
    window.reminders.room.look()
    assert window.notices.sentence.text().startswith(f"Only 40 {SAID}")
    assert "Empty the recycle bin" in window.notices.sentence.text()
    assert window.status.room.isVisible()
    assert window.status.room.text() == "Disk nearly full"
    window.notices.clear()
    window.reminders.room.look()
    assert not window.notices.isVisible()
    window.status.room.click()
    assert window.notices.isVisible()


def test_with_room_again_the_strip_falls_silent(window, free):
    free(40)
    window.reminders.room.look()
    free(40_000)
    window.reminders.room.look()
    assert window.status.room.isHidden()


def test_the_sign_in_says_it_before_anybody_works(qtbot, tmp_path, free):
    office = an_office(tmp_path / "home")
    office.store.close()
    free(40)
    entrance = Entrance(
        office.home, law_of=law_of, defaults=the_defaults(), by_itself=False, find=no_keychain
    )
    qtbot.addWidget(entrance)
    entrance.show()
    qtbot.waitUntil(entrance.notices.isVisible)
    assert entrance.notices.sentence.text().startswith(f"Only 40 {SAID}")
    assert jobs.drain(10_000)


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 32 MB of its own."""
    point = tmp_path / "disk"
    point.mkdir()
    if not run("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", str(point)):
        pytest.skip("no file system can be mounted here")
    yield point
    assert run("umount", str(point))


def run(program: str, *arguments: str) -> bool:
    """Run a program of the system; whether there is such a one and it did what it was asked."""
    found = shutil.which(program)
    return found is not None and subprocess.run([found, *arguments], check=False).returncode == 0  # noqa: S603  # fixed words and a temporary folder


def test_a_disk_that_is_small_for_real_is_nearly_full(small_disk):
    office = an_office(small_disk / "home")
    assert 0 < place.room_left(office.home) <= 32
    office.store.close()
