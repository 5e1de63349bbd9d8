"""The system libraries Qt needs on Linux and the packages that bring them; standard library only.

Run before Qt is imported: a missing library would otherwise be a traceback, or an abort.
"""

from __future__ import annotations

import ctypes
import sys

# Debian and Ubuntu names; other systems name them much alike.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
# Only for a window on an X display; a program without one runs without these.
WINDOW_PACKAGES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def missing(*, window: bool) -> list[str]:
    """The packages of libraries that cannot be opened here; empty on other systems than Linux."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = {**PACKAGES, **(WINDOW_PACKAGES if window else {})}
    return [package for library, package in wanted.items() if not _opens(library)]


def sentence(packages: list[str]) -> str:
    """What to install, in one sentence."""
    return (
        "Records Desk's window needs system libraries that are not installed. "
        f"Install them with: sudo apt-get install {' '.join(packages)}"
    )


def _opens(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def main() -> int:
    """For the set-up script: 0 when nothing is missing; ``--packages`` prints what to install."""
    packages = missing(window=True)
    if "--packages" in sys.argv[1:]:
        sys.stdout.write(" ".join(packages))
        return 0
    if packages:
        sys.stderr.write(sentence(packages) + "\n")
    return 1 if packages else 0


if __name__ == "__main__":
    sys.exit(main())
