"""Reading a filled form in a process of its own: a file made to hang or to swell harms nothing.

The file goes in through a pipe and its fields come back through one; nothing lies on the disk, and
no name stands in a command line.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable

import msgspec

from desktop.errors import DeskError
from desktop.office.filled_form import RawForm, check_size
from desktop.paths import program_folder

COMMAND = "read-form"
LONGEST_SECONDS = 15.0
_LOOK_SECONDS = 0.1
_MOST_MEMORY = 1 << 30
_BAD_INPUT = 2


def read_apart(
    pdf: bytes,
    *,
    cancelled: Callable[[], bool] = lambda: False,
    longest_seconds: float = LONGEST_SECONDS,
) -> RawForm:
    """The fields of a filled form, read beside this program and never for longer than a while.

    Raises:
        DeskError: as ``filled_form.read_form``; ``form_slow`` after ``longest_seconds`` or when
            ``cancelled``; ``form_damaged`` when the reading broke down.
    """
    check_size(len(pdf))
    code, answer, said = _asked(pdf, cancelled, longest_seconds)
    if code == _BAD_INPUT and said:
        raise DeskError("form_refused", said)
    try:
        if code == 0:
            return msgspec.json.decode(answer, type=RawForm)
    except msgspec.DecodeError:
        pass
    raise DeskError("form_damaged", "This PDF cannot be read.", "Type it in from the page.")


def _asked(
    pdf: bytes, cancelled: Callable[[], bool], longest_seconds: float
) -> tuple[int, bytes, str]:
    """The exit code, the answer and the sentence of the reading process."""
    until = time.monotonic() + longest_seconds
    heard: list[tuple[bytes, bytes]] = []
    with _started() as process:
        # Called with a time limit, communicate() of Python 3.11 forgets the rest of its input.
        talk = threading.Thread(target=lambda: heard.append(process.communicate(pdf)), daemon=True)
        talk.start()
        while talk.is_alive():
            talk.join(_LOOK_SECONDS)
            if talk.is_alive() and (cancelled() or time.monotonic() > until):
                process.kill()
                talk.join()
                raise DeskError(
                    "form_slow", "This PDF takes too long to read.", "Type it in from the page."
                )
    answer, said = heard[0] if heard else (b"", b"")
    return process.returncode, answer, said.decode("utf-8", "replace").strip()


def _started() -> subprocess.Popen[bytes]:
    frozen = getattr(sys, "frozen", False)
    program = [sys.executable] if frozen else [sys.executable, "-m", "desktop"]
    return subprocess.Popen(  # noqa: S603  # this program itself
        [*program, COMMAND, "-", "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=program_folder(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def limit_memory() -> None:
    """Let this process take a gibibyte at most, where the system can hold it to that."""
    try:
        import resource  # noqa: PLC0415  # not on Windows
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    if most == resource.RLIM_INFINITY or most > _MOST_MEMORY:
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, most))
