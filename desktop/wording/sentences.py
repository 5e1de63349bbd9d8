"""The catalogue of plain sentences: a code and its values in, words out.

Sentences live in ``resources/wording/<language>/*.toml`` so that the window, the command line and
the journal's history say the same thing, and so that a translator needs no Python.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from desktop.errors import ResourceError
from desktop.paths import resources
from desktop.records.sentence import Sentence, Value
from desktop.records.toml_file import decode_toml, fault_at
from desktop.wording.dates import long_date

_MOST_FAULTS = 5  # lines left out of one file before the whole of it is given up


class _Plain(string.Formatter):
    """``{days:day|days}`` writes "1 day" or "5 days"; a date is written out in full."""

    def format_field(self, value: object, format_spec: str) -> str:
        if isinstance(value, date):
            return long_date(value)
        if isinstance(value, int) and "|" in format_spec:
            one, many = format_spec.split("|", 1)
            return f"{value} {one if value == 1 else many}"
        return str(value)


class Wording:
    """All sentences of one language.

    ``say`` raises ``KeyError`` for a code the catalogue lacks or a value a sentence needs: both are
    our bugs, and a test walks every code. Where ``faults`` tells of a damaged file, a sentence that
    is missing is said by its code, so that the program still opens.
    """

    def __init__(self, catalogue: Mapping[str, str], faults: Sequence[ResourceError] = ()) -> None:
        self._catalogue = catalogue
        self.faults = tuple(faults)
        self._formatter = _Plain()

    def __contains__(self, code: str) -> bool:
        return code in self._catalogue

    def codes(self) -> frozenset[str]:
        """Every code the catalogue can say."""
        return frozenset(self._catalogue)

    def say(self, sentence: Sentence) -> str:
        """The sentence in words."""
        return self.text(sentence.code, **sentence.values)

    def text(self, code: str, **values: Value) -> str:
        """The words for ``code`` with ``values`` in their places."""
        if self.faults and code not in self._catalogue:
            return code
        return self._formatter.vformat(self._catalogue[code], (), values)

    def paragraph(self, sentences: Iterable[Sentence]) -> str:
        """Several sentences, one after the other."""
        return " ".join(self.say(one) for one in sentences)


def load_wording(language: str = "en", folder: Path | None = None) -> Wording:
    """Read every catalogue file of ``language``; tables nest into dotted codes.

    A line that cannot be read is left out and told in ``faults``; the other sentences still work.
    """
    catalogue: dict[str, str] = {}
    faults: list[ResourceError] = []
    for file in sorted((folder or resources("wording", language)).glob("*.toml")):
        for code, text in _sentences(_table(file, faults), ""):
            why = _unusable(text)
            if why:
                faults.append(fault_at(file, code, why))
            else:
                catalogue[code] = str(text)
    return Wording(catalogue, faults)


def _table(file: Path, faults: list[ResourceError]) -> dict[str, Any]:
    """The file's table without the lines that cannot be read; empty when they are too many."""
    try:
        lines = file.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        faults.append(ResourceError(file.name, "", 0, "it cannot be read as UTF-8 text"))
        return {}
    for _ in range(_MOST_FAULTS):
        try:
            return decode_toml("\n".join(lines), file.name, dict[str, Any])
        except ResourceError as fault:
            faults.append(fault)
            if not 1 <= fault.line <= len(lines):
                break
            lines[fault.line - 1] = ""
    return {}


def _sentences(table: Mapping[str, object], prefix: str) -> Iterator[tuple[str, object]]:
    for key, value in table.items():
        code = f"{prefix}{key}"
        if isinstance(value, dict):
            yield from _sentences(value, f"{code}.")
        else:
            yield code, value


def _unusable(text: object) -> str:
    if not isinstance(text, str):
        return "a sentence must be text"
    try:
        list(string.Formatter().parse(text))
    except ValueError as fault:
        return f"its braces do not pair: {fault}"
    return ""
