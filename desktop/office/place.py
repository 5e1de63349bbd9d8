"""Whether the office's folder lies where an encrypted database is safe, and has room to work.

A file on a network drive can be written by two computers at once and is cut off in mid-save; a
synced folder is copied away in pieces and put back older. Both lose records that were saved, so the
office does not open there. Copies are welcome in such places.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import sys
from contextlib import suppress
from pathlib import Path

from desktop.errors import DeskError
from desktop.paths import Home

_MIB = 1 << 20
_BALLAST = "ballast"
_BALLAST_BYTES = 16 * _MIB
_LOW_BYTES = 12 * _MIB  # the log of an interrupted save needs some, and so does opening
_PLENTY_BYTES = 512 * _MIB
_NETWORK = frozenset(
    {
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "webdav", "ncpfs", "afs", "ceph", "lustre",
        "fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.davfs2", "fuse.gvfsd-fuse",
        "fuse.glusterfs",
    }
)  # fmt: skip
_SYNCED = re.compile(
    r"onedrive( - .*)?|dropbox( \(.*\))?|google ?drive|my drive|icloud ?drive|mobile documents"
    r"|cloudstorage|nextcloud|owncloud|box sync",
    re.IGNORECASE,
)
_SYNCED_MARKS = (
    ".dropbox",
    ".dropbox.cache",
    ".nextcloudsync.log",
    ".owncloudsync.log",
    ".stfolder",
)
_REMOTE_DRIVE = 4  # Windows' DRIVE_REMOTE


def check_place(folder: Path) -> None:
    """Refuse a folder in which saved records would not be safe; one of ours is made private.

    Raises:
        DeskError: ``network_drive``, ``synced_folder``, ``folder_open``.
    """
    if on_network(folder):
        raise DeskError(
            "network_drive",
            "The office's folder is on a network drive, where saved records can be lost.",
            "Move the whole folder to a disk of this computer and open it there; a network drive is"
            " a good second place for copies.",
        )
    if synced(folder):
        raise DeskError(
            "synced_folder",
            "The office's folder is in a folder that is synced with the internet, which can put"
            " older records in the place of newer ones.",
            "Move the whole folder out of it and open it there.",
        )
    _make_private(folder)


def _make_private(folder: Path) -> None:
    if sys.platform == "win32" or not folder.is_dir():
        return  # a Windows profile is private; a folder that is not there is made private
    mode = stat.S_IMODE(folder.stat().st_mode)
    if not mode & (stat.S_IRWXG | stat.S_IRWXO):
        return
    try:
        folder.chmod(mode & stat.S_IRWXU)
    except OSError:
        raise DeskError(
            "folder_open",
            "Other people who use this computer can look into the office's folder.",
            "Ask your IT staff to make the folder yours alone (on Linux: chmod 700).",
        ) from None


def synced(folder: Path) -> bool:
    """Whether a program of some cloud copies the folder away."""
    path = folder.absolute()
    named = any(_SYNCED.fullmatch(part) for part in path.parts)
    given = (os.environ.get(name) for name in ("OneDrive", "OneDriveCommercial"))
    under = any(path.is_relative_to(one) for one in given if one)
    return (
        named or under or any((up / mark).exists() for up in path.parents for mark in _SYNCED_MARKS)
    )


def on_network(folder: Path) -> bool:
    """Whether the folder lies on another computer's disk; False where that cannot be told."""
    path = folder.absolute()
    if sys.platform == "win32":
        return _on_network_windows(path)
    try:
        return kind_of_disk(path.resolve(), _mounts()) in _NETWORK
    except (OSError, ValueError):
        return False


def kind_of_disk(path: Path, mounts: dict[str, str]) -> str:
    """The kind of file system of the innermost mount that holds ``path``."""
    return next((mounts[str(up)] for up in (path, *path.parents) if str(up) in mounts), "")


def _mounts() -> dict[str, str]:
    """Mount points and their kinds of file system."""
    if sys.platform == "darwin":
        import subprocess  # noqa: PLC0415  # this one system only

        listed = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False)
        return mounts_of_mac(listed.stdout)
    return mounts_of_linux(Path("/proc/self/mountinfo").read_text("utf-8"))


def mounts_of_linux(text: str) -> dict[str, str]:
    """Read ``/proc/self/mountinfo``; of several on one place the last counts."""
    found = {}
    for line in text.splitlines():
        front, _, back = line.partition(" - ")
        found[_unescaped(front.split(" ")[4])] = back.split(" ")[0]
    return found


def _unescaped(point: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), point)


def mounts_of_mac(text: str) -> dict[str, str]:
    """Read what ``mount`` prints on macOS: ``//host/share on /Volumes/share (smbfs, nodev)``."""
    lines = re.finditer(r"^.* on (/.*) \(([^,)]+)[^)]*\)$", text, re.MULTILINE)
    return {found[1]: found[2] for found in lines}


def _on_network_windows(path: Path) -> bool:
    if path.drive.startswith("\\\\"):
        return True
    import ctypes  # noqa: PLC0415  # this one system only

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  # not there for other systems' types
    return bool(kernel.GetDriveTypeW(f"{path.drive}\\") == _REMOTE_DRIVE)


# Room on the disk


def make_room(folder: Path) -> bool:
    """Give the ballast back where the disk is full; whether that was needed.

    On a full disk the file of a program that crashed does not open: its log needs some room.
    """
    ballast = folder / _BALLAST
    with suppress(OSError):
        if ballast.exists() and shutil.disk_usage(folder).free < _LOW_BYTES:
            ballast.unlink()
            return True
    return False


def keep_ballast(folder: Path) -> None:
    """Put some room by for a day when the disk is full; not where there is little anyway."""
    ballast = folder / _BALLAST
    with suppress(OSError):
        if ballast.exists() or shutil.disk_usage(folder).free < _PLENTY_BYTES:
            return
        handle = os.open(ballast, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(os.urandom(_BALLAST_BYTES))  # no disk keeps this for less than its size


def nearly_full(folder: Path, file_bytes: int) -> int:
    """The megabytes left, where they are too few for a copy and some work; else 0.

    Args:
        folder: any folder on the disk.
        file_bytes: how large the records file is.
    """
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return 0
    return max(free // _MIB, 1) if free < 2 * file_bytes + 64 * _MIB else 0


def room_left(home: Home) -> int:
    """The megabytes left on the disk of the office's files, where they are too few; else 0."""
    try:
        file_bytes = home.records_file.stat().st_size
    except OSError:
        file_bytes = 0
    return nearly_full(home.folder, file_bytes)
