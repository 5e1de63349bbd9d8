"""What this computer remembers about the program's windows; nothing about a person or a family.

Kept in a small TOML file beside the office's files. It is a convenience: a file that cannot be read
means the defaults, and one that cannot be written costs nobody their work.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec.structs import asdict, replace

from desktop.errors import ResourceError
from desktop.office.kept_file import write_kept
from desktop.paths import Home
from desktop.records.person import Role
from desktop.records.toml_file import read_toml

__all__ = ["Look", "WindowSettings", "load", "replace", "save"]

_HEAD = "# How Records Desk looks on this computer. It may be deleted; the program starts afresh.\n"


_Inches = Annotated[float, msgspec.Meta(ge=-0.5, le=0.5)]


class Look(StrEnum):
    """Which colours the windows have."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class WindowSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What is remembered. A key of a newer program is passed over.

    ``text_scale`` is 1.0 to 2.0, ``geometry`` Qt's own as base64, empty for none yet, and
    ``last_role`` that of whoever signed in last. ``envelope_feed`` and ``label_sheet`` are how the
    last envelope and labels were printed, ``label_*`` the inches this printer is set right by.
    ``tour_seen``: somebody was shown around here. ``digest``: what is new is told at the
    first sign-in of a day; ``desktop_notices``: how many requests need somebody is told outside the
    window. ``queue_columns`` are the columns of the queue somebody chose to see, empty for what is
    usual in their role.
    """

    look: Look = Look.SYSTEM
    text_scale: Annotated[float, msgspec.Meta(ge=1.0, le=2.0)] = 1.0
    guidance_open: bool = True
    geometry: Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9+/=]*$")] = ""
    last_role: Role | None = None
    lock_minutes: Annotated[int, msgspec.Meta(ge=1, le=15)] = 5
    envelope_feed: Annotated[str, msgspec.Meta(pattern=r"^[a-z]*$")] = ""
    label_sheet: Annotated[str, msgspec.Meta(pattern=r"^[0-9]*$")] = ""
    label_right: _Inches = 0.0
    label_down: _Inches = 0.0
    tour_seen: bool = False
    digest: bool = True
    desktop_notices: bool = False
    queue_columns: Annotated[str, msgspec.Meta(pattern=r"^[a-z_,]*$")] = ""

    @property
    def dark(self) -> bool | None:
        """Dark, light, or (None) as the system has it."""
        return {Look.SYSTEM: None, Look.LIGHT: False, Look.DARK: True}[self.look]


def load(home: Home) -> WindowSettings:
    """What is remembered in ``home``; the defaults where there is nothing that can be read."""
    try:
        return read_toml(home.settings_file, WindowSettings)
    except ResourceError:
        return WindowSettings()


def save(home: Home, settings: WindowSettings) -> bool:
    """Remember ``settings`` in ``home``; False when the disk did not take them."""
    return write_kept(home.settings_file, (_HEAD + _toml(settings)).encode())


def _toml(settings: WindowSettings) -> str:
    """The settings as TOML. Texts are codes and base64, so nothing in them needs an escape."""
    lines = []
    for key, value in asdict(settings).items():
        match value:
            case None:
                continue
            case bool():
                lines.append(f"{key} = {str(value).lower()}\n")
            case str():
                lines.append(f'{key} = "{value}"\n')
            case _:
                lines.append(f"{key} = {value}\n")
    return "".join(lines)
