"""Write the Python part of Qt into a folder, compiled, for the frozen program to bring along.

Run as ``python .ci/qt_code.py FOLDER`` from the top folder; ``pyinstaller.spec`` does. Why is told
in ``desktop/qt_code.py``.
"""

from __future__ import annotations

import compileall
import sys
from pathlib import Path
from py_compile import PycInvalidationMode

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import PySide6.QtCore  # noqa: F401  # brings what is written
import shibokensupport

from desktop.qt_code import SUPPORT, UNUSED


def main(folder: Path) -> int:
    """Write it out; compiled so that the times of the sources do not matter. 0 when all is well."""
    archive = shibokensupport.__loader__.zfile
    names = [name for name in archive.namelist() if name.startswith(SUPPORT)]
    archive.extractall(folder, names)
    (folder / UNUSED).write_text("", "utf-8")
    compiled = compileall.compile_dir(
        folder, quiet=1, force=True, invalidation_mode=PycInvalidationMode.UNCHECKED_HASH
    )
    return 0 if compiled else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
