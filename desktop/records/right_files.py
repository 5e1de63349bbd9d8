"""The files of the rights as they are written, and what they call a right and its steps.

A list of requests needs titles and nothing more of a right; ``rights`` makes rules of the same
files.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import msgspec

from desktop.errors import ResourceError
from desktop.records.request import Right
from desktop.records.toml_file import read_toml

SHARED_FILE = "shared.toml"

Shared = Mapping[str, dict[str, object]]
"""The steps that several rights have, by their name in the shared file."""


def shared_steps(folder: Path) -> Shared:
    """The shared steps of the rights in ``folder``; none where there is no such file.

    Raises:
        ResourceError: the file is damaged.
    """
    file = folder / SHARED_FILE
    return read_toml(file, dict[str, dict[str, object]]) if file.exists() else {}


def written_out(raw: object, shared: Shared) -> object:
    """A right's file with each step that is ``like`` a shared one written out."""
    if not isinstance(raw, dict) or not isinstance(raw.get("step"), list):
        return raw
    return {**raw, "step": [_step(one, shared) for one in raw["step"]]}


def _step(step: object, shared: Shared) -> object:
    if not isinstance(step, dict) or step.get("like") not in shared:
        return step
    own = {key: value for key, value in step.items() if key != "like"}
    return {**shared[step["like"]], **own}


class _Titled(msgspec.Struct, frozen=True):
    id: str
    title: str


class _RightTitles(msgspec.Struct, frozen=True):
    title: str
    step: tuple[_Titled, ...] = ()


class Titles:
    """What rights and their steps are called; a right's file is read when it is first asked for.

    What cannot be read has no title here: ``rights.load_rights`` tells what is wrong with it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._rights: dict[Right, str] = {}
        self._steps: dict[Right, Mapping[str, str]] = {}

    def of_right(self, right: Right) -> str:
        """The title of ``right``; its code where its file cannot be read."""
        self._read(right)
        return self._rights[right]

    def of_step(self, right: Right, step: str) -> str:
        """The title of a step of ``right``; its code where there is no such step."""
        self._read(right)
        return self._steps[right].get(step, step)

    def _read(self, right: Right) -> None:
        if right in self._rights:
            return
        try:
            found = read_toml(
                self._folder / f"{right}.toml",
                _RightTitles,
                fill=lambda raw: written_out(raw, self._shared),
            )
        except ResourceError:
            found = _RightTitles(title=right)
        self._rights[right] = found.title
        self._steps[right] = {one.id: one.title for one in found.step}

    @cached_property
    def _shared(self) -> Shared:
        try:
            return shared_steps(self._folder)
        except ResourceError:
            return {}
