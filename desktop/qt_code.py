"""The Python part of Qt: compiled once and kept, and only as much of it as a window needs.

PySide6 carries it as source inside its library and compiles all of it at each start, which takes
20 ms. It does so with ``compile``, so that is where it is met. What is kept lies beside this
program's own compiled modules and is used for the very same source only.

A frozen program loads Qt before its own first line. It brings the modules as files instead, which
``.ci/qt_code.py`` writes, in the folder where PySide6 looks for them first.
"""

from __future__ import annotations

import builtins
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.machinery import SourceFileLoader
from os.path import dirname, join
from types import CodeType
from typing import Any

from typing_extensions import override

_FOLDER = dirname(__file__)  # noqa: PTH120  # pathlib comes with what is loaded here
SUPPORT = "shibokensupport/"
_BOOTSTRAP = "signature_bootstrap.py"
# Writes files for type checkers; 10 ms of patterns, and argparse and logging besides.
UNUSED = "shibokensupport/signature/lib/pyi_generator.py"


@contextmanager
def kept() -> Iterator[None]:
    """While PySide6 is loaded: compile nothing of it that was compiled before."""
    plain = builtins.compile

    def compile_once(source: Any, filename: Any, *mode: Any, **options: Any) -> Any:
        if filename == UNUSED:
            source = b""
        if filename == _BOOTSTRAP or str(filename).startswith(SUPPORT):
            name = filename.removesuffix(".py").replace("/", ".")
            return _Embedded(name, source).get_code(name)
        return plain(source, filename, *mode, **options)

    builtins.compile = compile_once
    try:
        yield
    finally:
        builtins.compile = plain


class _Embedded(SourceFileLoader):
    """Source that lies in no file, kept compiled as if it were a module of this folder."""

    def __init__(self, name: str, source: bytes | str) -> None:
        super().__init__(name, join(_FOLDER, f"{name}.py"))  # noqa: PTH118  # as above
        self._source = source.encode() if isinstance(source, str) else source

    @override
    def path_stats(self, path: str) -> Mapping[str, Any]:
        """What must be the same for the compiled module to be used: in place of a file's time."""
        return {"mtime": zlib.crc32(self._source), "size": len(self._source)}

    @override
    def get_data(self, path: str) -> bytes:
        """The source, or what is kept of it."""
        return self._source if path == self.path else super().get_data(path)

    @override
    def source_to_code(self, data: Any, path: Any, *, _optimize: int = -1) -> CodeType:  # type: ignore[override]
        """As PySide6 compiles it, which hands on that annotations are not looked at."""
        code: CodeType = compile(data, path, "exec", optimize=_optimize)
        return code
