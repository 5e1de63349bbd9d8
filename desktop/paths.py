"""Where the program's own files and the office's files lie."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

HOME_VARIABLE = "RECORDS_DESK_HOME"
_SOURCE_TREE = Path(__file__).resolve().parent.parent


def program_folder() -> Path:
    """The folder that holds ``resources`` and ``forms``: the source tree or the built bundle."""
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) if bundle else _SOURCE_TREE


def resources(*parts: str) -> Path:
    """A file or folder under ``resources``."""
    return program_folder().joinpath("resources", *parts)


def forms(*parts: str) -> Path:
    """A file or folder under ``forms``."""
    return program_folder().joinpath("forms", *parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The folder of the office's files; the practice office has its own beside it.

    Nothing is created by naming a path. ``records`` and ``practice`` never share a file.
    """

    folder: Path

    @property
    def records_file(self) -> Path:
        """The encrypted records file of the real office."""
        return self.folder / "office.records"

    @property
    def backups_folder(self) -> Path:
        """The copies of the office's files, each in a folder of its own."""
        return self.folder / "backups"

    @property
    def second_place_file(self) -> Path:
        """Which second place for copies was chosen on this computer."""
        return self.folder / "second-place.json"

    @property
    def practice_folder(self) -> Path:
        """The practice office's own home; nothing crosses from here to the real file."""
        return self.folder / "practice"

    @property
    def district_file(self) -> Path:
        """The district's own words for the guidance; there is none unless somebody wrote it."""
        return self.folder / "guidance.toml"

    @property
    def tips_file(self) -> Path:
        """Which tips each person put away on this computer; ids only."""
        return self.folder / "tips.json"

    @property
    def reminded_file(self) -> Path:
        """What each person was reminded of on this computer; codes and ids only."""
        return self.folder / "reminded.json"

    @property
    def learning_file(self) -> Path:
        """Which drills were finished on this computer, and by whom as they signed."""
        return self.folder / "learning.json"

    @property
    def passing_folder(self) -> Path:
        """Where files are passed on; swept at the start, on every lock and at the end."""
        return self.folder / "passing"

    @property
    def settings_file(self) -> Path:
        """What this computer remembers about windows; never anything about a family."""
        return self.folder / "window.toml"


def home(given: Path | None = None) -> Home:
    """The office's home: ``--home``, then ``RECORDS_DESK_HOME``, then the user's data folder."""
    if given is not None:
        return Home(folder=given.expanduser().absolute())
    named = os.environ.get(HOME_VARIABLE)
    if named:
        return Home(folder=Path(named).expanduser().absolute())
    from platformdirs import user_data_path  # noqa: PLC0415  # 5 ms, and only when nobody said where

    return Home(folder=user_data_path("Records Desk", appauthor=False))


def sync_folder(folder: Path) -> None:
    """See that the names in a folder are on the disk."""
    if sys.platform == "win32":  # a folder cannot be opened there, nor need it be
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
