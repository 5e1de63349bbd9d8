"""The program's door: a command when one is named, else the window."""

from __future__ import annotations

import sys

from desktop import commands


def main() -> int:
    """Run the program; returns its exit code."""
    argv = sys.argv[1:]
    if argv:
        return commands.main(argv)
    print("The window is not part of this version yet. See: records-desk --help", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
