"""Where the office's folder may lie, and the room it keeps for a bad day."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import namedtuple
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.errors import DeskError
from desktop.office import place
from desktop.office.hold import LOCK_FILE, HeldError, Hold

AT = datetime(2026, 10, 5, 15, 30, tzinfo=UTC)
MOUNTS = place.mounts_of_linux(
    "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
    "40 22 0:50 / /mnt/office\\040share rw shared:9 - cifs //server/office rw\n"
    "41 22 0:51 / /home/desk/drive rw - fuse.sshfs host: rw\n"
    "42 40 8:2 / /mnt/office\\040share/local rw - ext4 /dev/sdb1 rw\n"
)
Usage = namedtuple("Usage", "total used free")


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/desk", "ext4"),
        ("/mnt/office share/desk", "cifs"),
        ("/home/desk/drive", "fuse.sshfs"),
        ("/mnt/office share/local/desk", "ext4"),
    ],
)
def test_the_innermost_mount_says_what_kind_of_disk_it_is(folder, kind):
    assert place.kind_of_disk(Path(folder), MOUNTS) == kind


def test_a_mac_s_list_of_disks_is_read():
    found = place.mounts_of_mac(
        "/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)\n"
        "//desk@server/share on /Volumes/My (old) share (smbfs, nodev, nosuid, mounted by desk)\n"
    )
    assert found == {"/": "apfs", "/Volumes/My (old) share": "smbfs"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="mountinfo")
def test_a_folder_on_a_network_drive_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(place, "_mounts", lambda: {"/": "nfs4"})
    with pytest.raises(DeskError, match="network_drive"):
        place.check_place(tmp_path)


@pytest.mark.parametrize(
    "folder",
    ["OneDrive", "OneDrive - Lincoln ISD", "Dropbox (School)", "Google Drive", "iCloud Drive",
     "Library/CloudStorage/Box", "Nextcloud"],
)  # fmt: skip
def test_a_folder_that_is_synced_is_refused(tmp_path, folder):
    with pytest.raises(DeskError, match="synced_folder"):
        place.check_place(tmp_path / folder / "desk")


def test_a_folder_that_a_cloud_program_marked_is_refused(tmp_path):
    (tmp_path / ".dropbox.cache").mkdir()
    with pytest.raises(DeskError, match="synced_folder"):
        place.check_place(tmp_path / "desk")


def test_the_folder_onedrive_names_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("OneDrive", str(tmp_path / "cloud"))
    assert place.synced(tmp_path / "cloud" / "desk")
    assert not place.synced(tmp_path / "clouds" / "desk")


def test_an_ordinary_folder_is_fine(tmp_path):
    place.check_place(tmp_path / "boxes" / "drive" / "my dropbox")


@pytest.mark.skipif(os.name != "posix", reason="permission bits")
def test_a_folder_others_may_look_into_is_made_private(tmp_path):
    tmp_path.chmod(0o755)
    place.check_place(tmp_path)
    assert tmp_path.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.name != "posix", reason="permission bits")
def test_a_folder_that_cannot_be_made_private_is_refused(tmp_path, monkeypatch):
    tmp_path.chmod(0o755)

    def refuse(*_arguments):
        raise PermissionError

    monkeypatch.setattr(Path, "chmod", refuse)
    with pytest.raises(DeskError, match="folder_open"):
        place.check_place(tmp_path)


# Room


def free(monkeypatch, megabytes: int) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(0, 0, megabytes << 20))


def test_the_ballast_is_kept_where_there_is_room_and_given_back_when_there_is_none(
    tmp_path, monkeypatch
):
    free(monkeypatch, 2000)
    place.keep_ballast(tmp_path)
    place.keep_ballast(tmp_path)
    (ballast,) = tmp_path.iterdir()
    assert ballast.stat().st_size == 16 << 20
    assert not place.make_room(tmp_path)
    free(monkeypatch, 3)
    assert place.make_room(tmp_path)
    assert list(tmp_path.iterdir()) == []
    place.keep_ballast(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_is_nearly_full_when_no_copy_fits_any_more(tmp_path, monkeypatch):
    free(monkeypatch, 200)
    assert place.nearly_full(tmp_path, 10 << 20) == 0
    assert place.nearly_full(tmp_path, 100 << 20) == 200


# One program at a time


def test_a_folder_is_held_by_one_and_tells_by_whom_and_since_when(tmp_path):
    first, second = Hold(tmp_path / LOCK_FILE), Hold(tmp_path / LOCK_FILE)
    first.take(AT)
    with pytest.raises(HeldError) as held:
        second.take(AT)
    assert held.value.holder.here
    assert (held.value.holder.since, held.value.holder.pid) == (AT, os.getpid())
    first.let_go()
    second.take(AT)
    second.let_go()


def test_a_hold_ends_with_its_program_however_that_ends(tmp_path):
    code = (
        "import os, sys, signal; from pathlib import Path; from datetime import datetime, UTC;"
        "from desktop.office.hold import Hold; hold = Hold(Path(sys.argv[1]));"
        "hold.take(datetime.now(UTC)); print('held', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(tmp_path / LOCK_FILE)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:  # noqa: S603
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(HeldError):
            Hold(tmp_path / LOCK_FILE).take(AT)
        other.kill()
        other.wait()
    mine = Hold(tmp_path / LOCK_FILE)
    mine.take(AT)
    mine.let_go()
