"""The program's door: a command when one is named, else the window."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from desktop import qt_libraries
from desktop.errors import DeskError

_WINDOW_OPTIONS = frozenset({"--practice", "--home", "--quit-after-start"})


def main() -> int:
    """Run the program; returns its exit code: 0, 2 for bad input, 1 when no window can open."""
    argv = sys.argv[1:]
    named = argv[0].split("=")[0] if argv else "--practice"
    if named not in _WINDOW_OPTIONS:
        from desktop import commands  # noqa: PLC0415  # the window needs none of it

        return commands.main(argv)
    try:
        return _window(argv)
    except DeskError as fault:
        print(fault.sentence(), file=sys.stderr)
        return 2


def _window(argv: list[str]) -> int:
    practice, home, quit_after_start = _options(argv)
    trouble = _why_no_window() or _why_not_this_qt()
    if trouble:
        print(trouble, file=sys.stderr)
        return 1
    from desktop import application, paths  # noqa: PLC0415  # Qt, once it can open

    start = application.Start(home=paths.home(home), practice=practice)
    return application.main(start, quit_after_start=quit_after_start)


def _options(argv: list[str]) -> tuple[bool, Path | None, bool]:
    practice = quit_after_start = False
    home: Path | None = None
    rest = iter(argv)
    for one in rest:
        name, _, value = one.partition("=")
        if name == "--home":
            home = Path(value or next(rest, "") or _refuse(one))
        elif one == "--practice":
            practice = True
        elif one == "--quit-after-start":
            quit_after_start = True
        else:
            _refuse(one)
    return practice, home, quit_after_start


def _refuse(option: str) -> str:
    raise DeskError(
        "arguments", f"{option} is not something to start with.", "See records-desk --help."
    )


def _why_no_window() -> str:
    """One sentence when no window can open here; empty when it can."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    on_linux = sys.platform.startswith("linux")
    has_display = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    window = on_linux and platform not in {"offscreen", "minimal"}
    packages = qt_libraries.missing(window=window)
    if packages:
        return qt_libraries.sentence(packages)
    if window and not has_display and not platform:
        return "There is no display here for a window. The commands work: see records-desk --help."
    return ""


def _why_not_this_qt() -> str:
    """Load Qt; one sentence when it would abort, after some thousand calls, else empty."""
    from desktop import start_up  # noqa: PLC0415  # Qt, once it can open

    start_up.begin()
    from PySide6 import __version__ as installed  # noqa: PLC0415  # the same

    if installed.startswith("6.12.0") and sys.version_info[:2] == (3, 11):
        return (
            "PySide6 6.12.0 aborts on Python 3.11. "
            "Install the pinned version: pip install -r requirements.lock"
        )
    return ""


if __name__ == "__main__":
    sys.exit(main())
