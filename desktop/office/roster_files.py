"""Fetch a roster from where it lies: a .zip, a folder, or one CSV file; its bytes by name.

What a file says is none of this module's business. It looks at names and sizes only, so that a
hostile or damaged archive is refused before it can fill the memory, and nothing is ever unpacked to
the disk.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from desktop.errors import DeskError
from desktop.records.roster_oneroster import ONEROSTER_FILES, USERS, is_oneroster

MAX_BYTES = 200 * 1024 * 1024
MAX_ENTRIES = 1000
MAX_RATIO = 200
_SMALL_BYTES = 1024 * 1024  # below it a high ratio is only a file of blanks
_ENCRYPTED = 0x1
_ABOUT = ("readme", "read me", "license")
_PACKED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_CHUNK_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterFiles:
    """The bytes of a roster. ``files`` are the parts of a OneRoster set by lower-case name.

    A plain table has one entry, under the name the office gave it.
    """

    files: dict[str, bytes]
    one_roster: bool

    def table(self) -> tuple[str, bytes]:
        """Name and bytes of the plain CSV."""
        return next(iter(self.files.items()))


def fetch_roster(path: Path) -> RosterFiles:
    """Read ``path``, a .zip, a folder or a CSV file, into memory.

    Names are matched without regard to capitals; the set may lie in one folder inside the archive
    or the folder chosen. Other files there are left alone.

    Raises:
        DeskError: nothing there, not readable, too large, no archive though it is named so,
            encrypted, dangerous, or no roster in it.
    """
    try:
        if path.is_dir():
            return _from_folder(path)
        return _from_file(path)
    except OSError as fault:
        raise DeskError(
            "roster.unreadable",
            "The roster cannot be read from there.",
            "Check that the file is still there and not open in another program.",
        ) from fault


def _from_file(path: Path) -> RosterFiles:
    if path.stat().st_size > MAX_BYTES:
        raise _too_large()
    # A spreadsheet is an archive too: by its ending it goes on as a table, whose reader names it.
    if path.suffix.lower() == ".zip":
        return _from_zip(path)
    return _sorted_out({path.name: path.read_bytes()})


def _from_folder(folder: Path) -> RosterFiles:
    """The CSV files of ``folder``, or where there are none, of the one folder in it."""
    found = _csv_files(folder)
    if not found:
        inner = [one for one in sorted(folder.iterdir()) if one.is_dir()]
        found = _csv_files(inner[0]) if len(inner) == 1 else []
    wanted = _wanted(str(one.name) for one in found)
    chosen = [one for one in found if one.name in wanted]
    if sum(one.stat().st_size for one in chosen) > MAX_BYTES:
        raise _too_large()
    return _sorted_out({one.name: one.read_bytes() for one in chosen})


def _csv_files(folder: Path) -> list[Path]:
    return [
        one
        for one in sorted(folder.iterdir())
        if one.is_file() and _is_csv(PurePosixPath(one.name))
    ]


def _from_zip(path: Path) -> RosterFiles:
    if not zipfile.is_zipfile(path):
        raise DeskError(
            "roster.not_a_zip",
            "This is not a .zip file, even if its name says so, or it is incomplete.",
            "Export or copy it again.",
        )
    try:
        with zipfile.ZipFile(path) as archive:
            return _sorted_out(_unpacked(archive))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as fault:
        raise DeskError(
            "roster.damaged_zip", "The .zip file is damaged.", "Export or copy it again."
        ) from fault


def _unpacked(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MAX_ENTRIES:
        raise _dangerous("It holds far more files than a roster.")
    for entry in entries:
        _refuse_tricks(entry)
    tables = [entry for entry in entries if _is_csv(PurePosixPath(entry.filename))]
    wanted = _wanted(PurePosixPath(entry.filename).name for entry in tables)
    chosen = [one for one in tables if PurePosixPath(one.filename).name in wanted]
    _refuse_bombs(chosen)
    return _read_entries(archive, chosen)


def _read_entries(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    left = MAX_BYTES
    for entry in entries:
        name = PurePosixPath(entry.filename).name
        if name.lower() in {known.lower() for known in files}:
            raise DeskError(
                "roster.twice",
                f"The .zip file holds {_known_name(name)} twice.",
                "Keep one of the two, or export the set again.",
            )
        files[name] = b"".join(_bounded(archive, entry, left))
        left -= len(files[name])
    return files


def _bounded(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> Iterator[bytes]:
    """The bytes of an entry, counted as they come: the size it is said to have may be a lie."""
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK_BYTES):
            most -= len(chunk)
            if most < 0:
                raise _too_large()
            yield chunk


def _refuse_tricks(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & _ENCRYPTED:
        raise DeskError(
            "roster.encrypted",
            "The .zip file is locked with a password.",
            "Export it without one, or unpack it first and choose the folder.",
        )
    if entry.compress_type not in _PACKED:
        raise DeskError(
            "roster.packing",
            "The .zip file is packed in a way that cannot be read here.",
            "Unpack it first and choose the folder.",
        )
    inside = PurePosixPath(entry.filename.replace("\\", "/"))
    rooted = inside.is_absolute() or PureWindowsPath(entry.filename).drive
    if rooted or ".." in inside.parts or stat.S_ISLNK(entry.external_attr >> 16):
        raise _dangerous("It holds a file that points outside of it.")


def _refuse_bombs(entries: Iterable[zipfile.ZipInfo]) -> None:
    total = 0
    for entry in entries:
        total += entry.file_size
        ratio = entry.file_size / max(entry.compress_size, 1)
        if entry.file_size > _SMALL_BYTES and ratio > MAX_RATIO:
            raise _dangerous("It is packed far tighter than a roster can be.")
    if total > MAX_BYTES:
        raise _too_large()


def _is_csv(inside: PurePosixPath) -> bool:
    """Whether it is a table at all; macOS leaves shadows of files beside them, others a readme."""
    shadow = inside.name.startswith("._") or "__MACOSX" in inside.parts
    about = inside.suffix.lower() == ".txt" and inside.stem.lower().startswith(_ABOUT)
    return inside.suffix.lower() in {".csv", ".txt", ".tsv"} and not shadow and not about


def _wanted(names: Iterable[str]) -> frozenset[str]:
    """The files of a set where users.csv is among them; else the one table there is.

    Raises:
        DeskError: no users.csv, and not one single table either.
    """
    there = frozenset(names)
    if any(name.lower() == USERS for name in there):
        return frozenset(name for name in there if name.lower() in ONEROSTER_FILES)
    if len(there) == 1:
        return there
    raise _missing(there)


def _missing(there: frozenset[str]) -> DeskError:
    if not there:
        message = "There is no CSV file in it."
    else:
        kinds = sorted(name.lower() for name in there if name.lower() in ONEROSTER_FILES)
        beside = f" Found: {', '.join(kinds)}." if kinds else ""
        message = f"The file users.csv is missing.{beside}"
    return DeskError(
        "roster.users_missing", message, "Export the whole OneRoster set, or choose one CSV file."
    )


def _sorted_out(files: dict[str, bytes]) -> RosterFiles:
    lower = {name.lower(): data for name, data in files.items()}
    if is_oneroster(lower):
        return RosterFiles(files=lower, one_roster=True)
    if len(files) > 1:
        # A broken users.csv among others: the reader of the set says what is wrong with it.
        return RosterFiles(files=lower, one_roster=True)
    return RosterFiles(files=files, one_roster=False)


def _known_name(name: str) -> str:
    """The name of a OneRoster file, never one an office made up: it may name a person."""
    return name.lower() if name.lower() in ONEROSTER_FILES else "a file"


def _too_large() -> DeskError:
    return DeskError(
        "roster.too_large",
        f"The roster is larger than {MAX_BYTES // (1024 * 1024)} MB.",
        "Export it again for one school only.",
    )


def _dangerous(why: str) -> DeskError:
    return DeskError(
        "roster.dangerous_zip",
        f"The .zip file was not opened: {why}",
        "Export the roster again, or ask whoever sent it.",
    )
