"""The Python part of Qt is compiled at the first start, and at no later one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

_START = """
import builtins, json, sys
compiled, plain = [], builtins.compile
def noting(source, filename, *rest, **options):
    compiled.append(str(filename).rpartition("/")[2])
    return plain(source, filename, *rest, **options)
builtins.compile = noting
from desktop import start_up
start_up.begin()
told = {"compiled": compiled, "given_back": builtins.compile is noting}
from PySide6.QtCore import QObject, QTimer
try:
    QTimer().setInterval("soon")
except TypeError as fault:
    told["fault"] = str(fault)
from PySide6.support.signature import get_signature
told["signature"] = str(get_signature(QObject.objectName))
told["loaded"] = sorted(sys.modules)
print(json.dumps(told))
"""


@pytest.fixture
def start(tmp_path):
    def begin():
        done = subprocess.run(  # noqa: S603  # our own words
            [sys.executable, "-c", _START],
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
            env={
                **os.environ,
                "PYTHONDONTWRITEBYTECODE": "",
                "PYTHONPYCACHEPREFIX": str(tmp_path),
            },
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return begin


def _of_qt(told):
    return [name for name in told["compiled"] if name.startswith(("shibokensupport", "signature"))]


def test_what_was_compiled_once_is_kept(start):
    assert len(_of_qt(start())) > 10
    assert _of_qt(start()) == []


def test_another_source_is_compiled_anew(start, tmp_path):
    """Another PySide6 was installed: the check of the source in what is kept fits no more."""
    start()
    (kept,) = tmp_path.rglob("shibokensupport.signature.mapping.*.pyc")
    code = bytearray(kept.read_bytes())
    code[8] ^= 1
    kept.write_bytes(code)
    assert _of_qt(start()) == ["shibokensupport.signature.mapping.py"]


def test_compile_is_pythons_own_again(start):
    assert start()["given_back"]


def test_qt_says_what_was_wrong_as_ever(start):
    for told in (start(), start()):
        assert "setInterval" in told["fault"]
        assert "supported signatures" in told["fault"].lower()
        assert told["signature"] == "(self, /) -> str"


def test_what_writes_files_for_type_checkers_is_left_out(start):
    assert {"argparse", "logging"}.isdisjoint(start()["loaded"])


def test_a_frozen_program_brings_it_as_files(tmp_path):
    """Where they lie PySide6 reads them as any module, and compiles nothing either."""
    script = ROOT / ".ci" / "qt_code.py"
    write_out = [sys.executable, str(script), str(tmp_path)]
    subprocess.run(write_out, check=True, timeout=60)  # noqa: S603  # our own words
    sources = {file.stem for file in (tmp_path / "shibokensupport").rglob("*.py")}
    compiled = {file.name.partition(".")[0] for file in tmp_path.rglob("*.pyc")}
    assert sources == compiled
    assert {"loader", "mapping", "parser", "feature"} <= sources
    assert not (tmp_path / "shibokensupport/signature/lib/pyi_generator.py").read_bytes()
